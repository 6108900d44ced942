package bench_test

// plainRow is a data resource as a program without this module would read it:
// text, and no check but the JSON type.
type plainRow struct {
	Id              string   `json:"id,omitzero"`
	Name            string   `json:"name,omitzero"`
	Introduction    string   `json:"introduction,omitzero"`
	HolderKind      string   `json:"holderKind,omitzero"`
	Systems         []string `json:"systems,omitzero"`
	Projects        []string `json:"projects,omitzero"`
	NoProject       string   `json:"noProject,omitzero"`
	Class           string   `json:"class,omitzero"`
	Sector          string   `json:"sector,omitzero"`
	Series          string   `json:"series,omitzero"`
	Form            string   `json:"form,omitzero"`
	Scale           string   `json:"scale,omitzero"`
	Rows            *int64   `json:"rows,omitzero"`
	Bytes           *int64   `json:"bytes,omitzero"`
	Area            string   `json:"area,omitzero"`
	CoversFrom      string   `json:"coversFrom,omitzero"`
	CoversTo        string   `json:"coversTo,omitzero"`
	Frequency       string   `json:"frequency,omitzero"`
	Retention       string   `json:"retention,omitzero"`
	AvailableOn     string   `json:"availableOn,omitzero"`
	FormedFrom      string   `json:"formedFrom,omitzero"`
	Quality         string   `json:"quality,omitzero"`
	Sources         []string `json:"sources,omitzero"`
	Provider        string   `json:"provider,omitzero"`
	Controlled      *bool    `json:"controlled,omitzero"`
	MasterCopy      string   `json:"masterCopy,omitzero"`
	Acquisition     string   `json:"acquisition,omitzero"`
	Personal        *bool    `json:"personal,omitzero"`
	Importance      string   `json:"importance,omitzero"`
	Sharing         string   `json:"sharing,omitzero"`
	Openness        string   `json:"openness,omitzero"`
	Authorised      *bool    `json:"authorised,omitzero"`
	IntendedMode    string   `json:"intendedMode,omitzero"`
	Owner           string   `json:"owner,omitzero"`
	RightHolder     string   `json:"rightHolder,omitzero"`
	RightUser       string   `json:"rightUser,omitzero"`
	Operator        string   `json:"operator,omitzero"`
	RightsBasis     string   `json:"rightsBasis,omitzero"`
	Potentials      []string `json:"potentials,omitzero"`
	BusinessModel   string   `json:"businessModel,omitzero"`
	Stage           string   `json:"stage,omitzero"`
	ConditionsMetOn string   `json:"conditionsMetOn,omitzero"`
	CostAt          string   `json:"costAt,omitzero"`
	CostEvidence    string   `json:"costEvidence,omitzero"`
	Cost            string   `json:"cost,omitzero"`
	SplitKey        string   `json:"splitKey,omitzero"`
	Choice          string   `json:"choice,omitzero"`
	ChoiceReason    string   `json:"choiceReason,omitzero"`
	FeasibilityOn   string   `json:"feasibilityOn,omitzero"`
	DueDiligenceOn  string   `json:"dueDiligenceOn,omitzero"`
}
