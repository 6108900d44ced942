package rule

// Role is how a unit takes part in a pilot. Who owes what depends on it.
type Role string

// The roles of the Guangxi plan: the three kinds of pilot unit (二), and those
// that a pilot unit may name itself (五(二)).
const (
	RegionDepartment  Role = "regionDepartment"  // 区直部门
	RegionEnterprise  Role = "regionEnterprise"  // 区直企业
	CityFinanceBureau Role = "cityFinanceBureau" // 设区市财政局
	NamedSubordinate  Role = "namedSubordinate"  // 自行确定的下属单位
	NamedCounty       Role = "namedCounty"       // 自行确定的所辖县（市、区）
)

// Entity is what a unit is in law. It decides which accounting system binds it.
type Entity string

// The entities. An institution run by civil-service rules (参公单位) uses the
// administrative accounts or the institutional ones by the financial rule it
// follows (解释4号 一).
const (
	Administrative          Entity = "administrative"          // 行政单位
	PublicInstitution       Entity = "publicInstitution"       // 事业单位
	CivilServiceInstitution Entity = "civilServiceInstitution" // 参照公务员法管理的事业单位
	Enterprise              Entity = "enterprise"              // 企业
)

// Authority is the level whose finance department approves and collects.
type Authority string

// The levels.
const (
	RegionLevel  Authority = "region"  // 自治区
	CityLevel    Authority = "city"    // 设区市
	CountyLevel  Authority = "county"  // 县（市、区）
	CentralLevel Authority = "central" // 中央
)

var holderTitles = map[string]Text{
	string(RegionDepartment):        {"区直部门", "region department"},
	string(RegionEnterprise):        {"区直企业", "region enterprise"},
	string(CityFinanceBureau):       {"设区市财政局", "city finance bureau"},
	string(NamedSubordinate):        {"下属试点单位", "named subordinate unit"},
	string(NamedCounty):             {"所辖试点县（市、区）", "named county"},
	string(Administrative):          {"行政单位", "administrative unit"},
	string(PublicInstitution):       {"事业单位", "public institution"},
	string(CivilServiceInstitution): {"参照公务员法管理的事业单位", "institution under civil-service rules"},
	string(Enterprise):              {"企业", "enterprise"},
	string(RegionLevel):             {"自治区", "autonomous region"},
	string(CityLevel):               {"设区市", "city"},
	string(CountyLevel):             {"县（市、区）", "county"},
	string(CentralLevel):            {"中央", "central"},
}

// Roles lists the roles in the order of the plan.
func Roles() []Role {
	return []Role{RegionDepartment, RegionEnterprise, CityFinanceBureau, NamedSubordinate, NamedCounty}
}

// Entities lists the entities.
func Entities() []Entity {
	return []Entity{Administrative, PublicInstitution, CivilServiceInstitution, Enterprise}
}

// Authorities lists the levels.
func Authorities() []Authority {
	return []Authority{RegionLevel, CityLevel, CountyLevel, CentralLevel}
}

// Title names the role in both languages.
func (r Role) Title() Text { return holderTitles[string(r)] }

// Title names the entity in both languages.
func (e Entity) Title() Text { return holderTitles[string(e)] }

// Title names the level in both languages.
func (a Authority) Title() Text { return holderTitles[string(a)] }

// Public reports whether the unit is bound by the government accounting system
// and the rules on state-owned assets of administrative institutions.
func (e Entity) Public() bool {
	return e == Administrative || e == PublicInstitution || e == CivilServiceInstitution
}
