package registry

// Weight is what a change of a field means for a registration (P19).
type Weight uint8

// The weights. The plan says 信息变化 and no more; a daily feed cannot register
// daily.
const (
	Routine Weight = iota // a routine update: never an alteration
	Always                // rights, source, scope and the like: always
	ByScale               // scale: from a share of the registered one on
)

// weights is the table of policy P19: every field of the card, in groups. What
// stands in no list is routine, and a test wants every field in one.
type weights struct {
	always, scale, routine []string
}

func defaultWeights() weights {
	return weights{
		always: []string{
			// rights and holder
			"owner", "rightHolder", "rightUser", "operator", "rightsBasis", "cardHolder", "cardHolderCode", "jointHolders", "rightsDocument",
			"rightsFrom", "rightsTo", "holderKind", "controlled", "masterCopy",
			// source
			"sources", "provider", "acquisition",
			// what it is, and its scope
			"name", "subject", "class", "area", "coversFrom", "useScope",
			// sharing and security level
			"sharing", "openness", "personal", "importance",
			// authorisation, products, deposit
			"authorised", "intendedMode", "grantMode", "grantFrom", "grantTo", "authorityNumber", "products", "scenarios", "restriction", "depositNumber",
			// account and amount
			"bookingStatus", "cardAccount", "cardAmount", "cardBookedOn", "lifeMonths", "cost",
		},
		scale: []string{"scale", "rows", "bytes"},
		routine: []string{
			"cardNumber", "id", "introduction", "systems", "projects", "noProject", "sector", "series", "form", "coversTo", "frequency", "retention",
			"availableOn", "formedFrom", "quality", "potentials", "businessModel", "stage", "conditionsMetOn", "costAt", "costEvidence", "splitKey",
			"choice", "choiceReason", "feasibilityOn", "dueDiligenceOn", "agreedOn", "useState", "depositedOn", "securityAssessedOn", "enteredOn",
			"updatedOn", "cardDepartment", "cardContact",
		},
	}
}
