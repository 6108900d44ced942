package asset

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Resource is a data resource, the third level of the sweep: what is held,
// where it comes from, who has which right to it, what it cost, and what it is
// expected to bring. The ledger's row and the information card include it.
type Resource struct {
	ID           string
	Name         string
	Introduction string
	HolderKind   rule.Entity
	Systems      []string
	Projects     []string
	NoProject    string // why it lies in no project

	Class       string
	Sector      string
	Series      string // the theme series it belongs to, the default unit of account (P20)
	Form        Form
	Scale       string
	Rows        record.Opt[int64]
	Bytes       record.Opt[int64]
	Area        string
	CoversFrom  string
	CoversTo    string
	Frequency   Frequency
	Retention   Retention
	AvailableOn calendar.Date // it is there from this day on
	FormedFrom  calendar.Month
	Quality     string

	Sources    []Source
	Acquired   Acquisition
	Provider   string // of shared data
	Controlled record.Opt[bool]
	MasterCopy MasterCopy
	Personal   record.Opt[bool]
	Importance Importance
	Sharing    Sharing          // with other departments
	Openness   Openness         // to the public
	Authorised record.Opt[bool] // operation is authorised already
	Intended   Mode             // mode of authorised operation that is intended

	Owner       string
	RightHolder string
	RightUser   string
	Operator    string
	RightsBasis string

	Potentials    []Potential
	Use           Use
	Stage         Stage
	ConditionsMet calendar.Date // all five conditions of CAS 6 art. 9 met

	CostAt       CostLocation
	Evidence     CostEvidence
	Cost         money.Amount
	Split        SplitKey
	Choice       Choice
	ChoiceReason string

	Feasibility  calendar.Date
	DueDiligence calendar.Date

	Extra record.Extra
}

// Clone returns a copy that shares no slice with r.
func (r Resource) Clone() Resource {
	r.Systems, r.Projects = slices.Clone(r.Systems), slices.Clone(r.Projects)
	r.Sources, r.Potentials = slices.Clone(r.Sources), slices.Clone(r.Potentials)
	return r
}

// Vocabulary is the code lists that a caller may replace. The zero Vocabulary
// is the default.
type Vocabulary struct {
	Classification record.CodeList
	Sectors        record.CodeList
}

// Resources returns the table of [Resource] with the default code lists.
func Resources() *record.Table[Resource] { return resources() }

// Resources returns the table of [Resource] with the vocabulary's code lists. A
// list that is not usable is refused with a [*record.TableError].
func (v Vocabulary) Resources() (*record.Table[Resource], error) {
	if v.Classification.Name == "" && len(v.Classification.Codes) == 0 {
		v.Classification = Classification()
	}
	if v.Sectors.Name == "" && len(v.Sectors.Codes) == 0 {
		v.Sectors = Sectors()
	}
	v.Classification.Codes, v.Sectors.Codes = slices.Clone(v.Classification.Codes), slices.Clone(v.Sectors.Codes)
	return record.NewExtensible(resourceDefinition(), resourceFields(v), func(r *Resource) *record.Extra { return &r.Extra })
}

var resources = sync.OnceValue(func() *record.Table[Resource] {
	t, err := Vocabulary{}.Resources()
	if err != nil {
		panic(err) // the default lists are part of the package and tested
	}
	return t
})

func resourceDefinition() record.Definition {
	return record.Definition{
		Name: "data-resource", Title: text("数据资源", "data resource"), Basis: gx("4.1.1"),
		Doc: text("摸底清查的第三级：每项数据资源的内容、规模、范围、来源、权利、成本和效益。",
			"Third level of the sweep: content, scale, coverage, source, rights, cost and benefit of each data resource."),
		Groups: []record.Group{
			{Key: "basic", Title: text("基本信息", "basic information")},
			{Key: "content", Title: text("内容和规模", "content and scale")},
			{Key: "source", Title: text("来源和安全", "source and security")},
			{Key: "rights", Title: text("权利", "rights")},
			{Key: "potential", Title: text("效益", "potential")},
			{Key: "cost", Title: text("成本", "cost")},
		},
	}
}

func resourceFields(v Vocabulary) []record.Field[Resource] {
	// A public institution may keep enterprise accounts.
	government := record.In("holderKind", "administrative", "civilServiceInstitution")
	unmeasured := record.Equals("costEvidence", "none")
	name, note := record.Text{Max: 100}, record.Text{Max: 300}
	cas6 := func(place string) []rule.Clause { return []rule.Clause{rule.In("企业会计准则第6号", place)} }
	return []record.Field[Resource]{
		{Key: "id", Group: "basic", Title: text("资源编号", "id"), Type: idType, Required: record.Always(), Example: "JT-01", At: record.AtText(func(r *Resource) *string { return &r.ID })},
		{Key: "name", Group: "basic", Title: text("资源名称", "name"), Type: name, Required: record.Always(), Basis: gx("4.1.1", "4.2.2"), Synonyms: []string{"数据资产名称", "数据资源名称"}, Example: "公路基础数据库", At: record.AtText(func(r *Resource) *string { return &r.Name })},
		{Key: "introduction", Group: "basic", Title: text("简介", "introduction"), Type: record.Text{Max: 500, Lines: true}, Required: record.Always(), Basis: gx("4.1.1", "4.2.2"), Synonyms: []string{"数据内容"}, Example: "路线、桥梁、隧道的基础数据", At: record.AtText(func(r *Resource) *string { return &r.Introduction })},
		{Key: "holderKind", Group: "basic", Title: text("单位性质", "kind of holder"), Type: record.Code{List: entityList()}, Required: record.Always(), Basis: gx("2.2"), Example: "administrative", At: record.AtText(func(r *Resource) *rule.Entity { return &r.HolderKind })},
		{Key: "systems", Group: "basic", Title: text("信息系统", "systems"), Type: record.List{Max: 50, Element: idType}, Basis: gx("4.1.1"), Example: "S-01", At: record.AtTexts(func(r *Resource) *[]string { return &r.Systems })},
		{Key: "projects", Group: "basic", Title: text("信息化项目", "projects"), Type: record.List{Max: 50, Element: idType}, Basis: gx("4.1.1"), Example: "P-01", At: record.AtTexts(func(r *Resource) *[]string { return &r.Projects })},
		{Key: "noProject", Group: "basic", Title: text("无项目的原因", "why it has no project"), Type: note, Absent: record.Any(record.Present("projects"), record.Present("systems")), Example: "系统已停用", At: record.AtText(func(r *Resource) *string { return &r.NoProject })},

		{Key: "class", Group: "basic", Title: text("资产分类", "class"), Type: record.Code{List: v.Classification}, Basis: gx("4.2.2"), Synonyms: []string{"分类"}, Example: first(v.Classification), At: record.AtText(func(r *Resource) *string { return &r.Class })},
		{Key: "sector", Group: "basic", Title: text("行业领域", "sector"), Type: record.Code{List: v.Sectors}, Basis: gx("3.5"), Example: first(v.Sectors), At: record.AtText(func(r *Resource) *string { return &r.Sector })},
		{Key: "series", Group: "basic", Title: text("主题系列", "theme series"), Type: name, Synonyms: []string{"主题", "数据主题"}, Doc: text("同一来源、同一权利的系列为一项资产，新年度数据是增加而非新资产。", "A series of one source and one set of rights is one asset; new years are additions."), Judgement: text("核算单元无明文，默认按主题系列（P20）", "the law does not say what one asset is; the theme series by default (P20)"), Example: "公路基础数据", At: record.AtText(func(r *Resource) *string { return &r.Series })},
		{Key: "form", Group: "content", Title: text("数据形态", "form"), Type: record.Code{List: formList()}, Example: "structured", At: record.AtText(func(r *Resource) *Form { return &r.Form })},
		{Key: "scale", Group: "content", Title: text("规模", "scale"), Type: note, Required: record.Always(), Basis: gx("4.1.1"), Example: "路线18.6万条", At: record.AtText(func(r *Resource) *string { return &r.Scale })},
		{Key: "rows", Group: "content", Title: text("记录条数", "rows"), Type: record.Integer{}, Unit: text("条", "rows"), Basis: gx("4.1.1"), Example: "186000", At: record.At(func(r *Resource) *record.Opt[int64] { return &r.Rows })},
		{Key: "bytes", Group: "content", Title: text("存储量", "bytes"), Type: record.Integer{}, Unit: text("字节", "bytes"), Basis: gx("4.1.1"), Example: "126000000000", At: record.At(func(r *Resource) *record.Opt[int64] { return &r.Bytes })},
		{Key: "area", Group: "content", Title: text("覆盖区域", "area covered"), Type: note, Required: record.Always(), Basis: gx("4.1.1"), Synonyms: []string{"覆盖范围"}, Example: "全区", At: record.AtText(func(r *Resource) *string { return &r.Area })},
		{Key: "coversFrom", Group: "content", Title: text("覆盖起始", "covers from"), Type: record.Text{Max: 10, Shape: record.CodeText}, Basis: gx("4.1.1"), Example: "2006", At: record.AtText(func(r *Resource) *string { return &r.CoversFrom })},
		{Key: "coversTo", Group: "content", Title: text("覆盖截止", "covers to"), Type: record.Text{Max: 10, Shape: record.CodeText}, Basis: gx("4.1.1"), Doc: text("持续更新的留空。", "Left out where it is still updated."), Example: "2019", At: record.AtText(func(r *Resource) *string { return &r.CoversTo })},
		{Key: "frequency", Group: "content", Title: text("更新频率", "update frequency"), Type: record.Code{List: frequencyList()}, Required: record.Always(), Example: "yearly", At: record.AtText(func(r *Resource) *Frequency { return &r.Frequency })},
		{Key: "retention", Group: "content", Title: text("数据留存", "retention"), Type: record.Code{List: retentionList()}, Example: "lasting", At: record.AtText(func(r *Resource) *Retention { return &r.Retention })},
		{Key: "availableOn", Group: "content", Title: text("取得或形成日期", "available on"), Type: record.Date{}, Doc: text("此日起才有该资源；清查前已有的可留空。", "The resource is there from this day on; left out where it was there before the sweep."), Example: "2025-11-18", At: record.At(func(r *Resource) *calendar.Date { return &r.AvailableOn })},
		{Key: "formedFrom", Group: "content", Title: text("最早采集年月", "first collected"), Type: record.Month{}, Judgement: text("持续增长的系列按最早采集归年（P4）", "a growing series belongs to the year of its first collection (P4)"), Example: "2006-01", At: record.At(func(r *Resource) *calendar.Month { return &r.FormedFrom })},
		{Key: "quality", Group: "content", Title: text("治理和质量", "governance and quality"), Type: note, Basis: gx("4.1.4"), Example: "已建立年度校核", At: record.AtText(func(r *Resource) *string { return &r.Quality })},

		{Key: "sources", Group: "source", Title: text("数据来源", "sources"), Type: record.Codes{List: sourceList()}, Required: record.Always(), Basis: gx("4.1.2"), Example: "duty", At: record.AtTexts(func(r *Resource) *[]Source { return &r.Sources })},
		{Key: "provider", Group: "source", Title: text("共享提供单位", "provider of shared data"), Type: name, Required: record.Equals("sources", "sharing"), Basis: gx("4.5.1"), Example: "自治区水利厅", At: record.AtText(func(r *Resource) *string { return &r.Provider })},
		{Key: "controlled", Group: "source", Title: text("是否持有或控制", "held or controlled"), Type: record.Boolean{}, Basis: gx("4.1.2"), Doc: text("来源已能判断的可留空。", "Left out where the sources tell."), Example: "true", At: record.At(func(r *Resource) *record.Opt[bool] { return &r.Controlled })},
		{Key: "masterCopy", Group: "source", Title: text("主数据保管", "master copy"), Type: record.Code{List: masterCopyList()}, Basis: []rule.Clause{rule.In("财会〔2019〕13号", "四")}, Judgement: text("避免重复确认，类推解释1号四", "against double recognition, by analogy with Interpretation 1 四"), Example: "own", At: record.AtText(func(r *Resource) *MasterCopy { return &r.MasterCopy })},
		{Key: "acquisition", Group: "source", Title: text("配置方式", "acquisition mode"), Type: record.Code{List: acquisitionList()}, Basis: []rule.Clause{rule.In("国务院令第738号", "第9条")}, Synonyms: []string{"取得方式"}, Example: "collection", At: record.AtText(func(r *Resource) *Acquisition { return &r.Acquired })},
		{Key: "personal", Group: "source", Title: text("含个人信息", "personal information"), Type: record.Boolean{}, Required: record.Always(), Example: "false", At: record.At(func(r *Resource) *record.Opt[bool] { return &r.Personal })},
		{Key: "importance", Group: "source", Title: text("数据分级", "class of data"), Type: record.Code{List: importanceList()}, Required: record.Always(), Synonyms: []string{"安全级别", "数据安全级别"}, Basis: []rule.Clause{rule.In("数据安全法", "第21条")}, Example: "general", At: record.AtText(func(r *Resource) *Importance { return &r.Importance })},
		{Key: "sharing", Group: "source", Title: text("共享属性", "sharing"), Type: record.Code{List: sharingList()}, Synonyms: []string{"共享类型"}, Example: "conditional", At: record.AtText(func(r *Resource) *Sharing { return &r.Sharing })},
		{Key: "openness", Group: "source", Title: text("开放属性", "openness"), Type: record.Code{List: opennessList()}, Synonyms: []string{"开放类型"}, Example: "conditional", At: record.AtText(func(r *Resource) *Openness { return &r.Openness })},
		{Key: "authorised", Group: "source", Title: text("是否已授权运营", "operation authorised"), Type: record.Boolean{}, Required: record.Always(), Basis: gx("4.1.1"), Example: "false", At: record.At(func(r *Resource) *record.Opt[bool] { return &r.Authorised })},
		{Key: "intendedMode", Group: "source", Title: text("拟授权模式", "intended mode"), Type: record.Code{List: modeList()}, Basis: gx("4.5.4"), Example: "none", At: record.AtText(func(r *Resource) *Mode { return &r.Intended })},

		{Key: "owner", Group: "rights", Title: text("所有权人", "owner"), Type: name, Basis: append(gx("4.2.2"), rule.In("国务院令第738号", "第3条")), Example: "国家", At: record.AtText(func(r *Resource) *string { return &r.Owner })},
		{Key: "rightHolder", Group: "rights", Title: text("持有单位", "holder"), Type: name, Basis: gx("4.2.2"), Example: "某厅", At: record.AtText(func(r *Resource) *string { return &r.RightHolder })},
		{Key: "rightUser", Group: "rights", Title: text("使用权人", "user"), Type: name, Basis: gx("4.2.2"), Example: "某厅", At: record.AtText(func(r *Resource) *string { return &r.RightUser })},
		{Key: "operator", Group: "rights", Title: text("经营权人", "operator"), Type: name, Basis: gx("4.2.2"), Example: "某数据运营公司", At: record.AtText(func(r *Resource) *string { return &r.Operator })},
		{Key: "rightsBasis", Group: "rights", Title: text("权利依据", "basis of rights"), Type: note, Basis: gx("4.2.2"), Example: "依法履职形成", At: record.AtText(func(r *Resource) *string { return &r.RightsBasis })},

		{Key: "potentials", Group: "potential", Title: text("预期效益", "expected potential"), Type: record.Codes{List: potentialList()}, Basis: gx("4.1.2"), Example: "managementService", At: record.AtTexts(func(r *Resource) *[]Potential { return &r.Potentials })},
		{Key: "businessModel", Group: "potential", Title: text("业务模式", "business model"), Type: record.Code{List: useList()}, Absent: government, Basis: []rule.Clause{rule.In("财会〔2023〕11号", "二、1")}, Example: "ownUse", At: record.AtText(func(r *Resource) *Use { return &r.Use })},
		{Key: "stage", Group: "potential", Title: text("开发阶段", "stage"), Type: record.Code{List: stageList()}, Required: record.Equals("sources", "ownDevelopment"), Absent: record.Not(record.Equals("sources", "ownDevelopment")), Basis: cas6("第7条"), Example: "complete", At: record.AtText(func(r *Resource) *Stage { return &r.Stage })},
		{Key: "conditionsMetOn", Group: "potential", Title: text("五条件同时满足日期", "five conditions met on"), Type: record.Date{}, Absent: record.Any(government, record.Not(record.Equals("sources", "ownDevelopment"))), Basis: cas6("第9条"), Example: "2025-08-01", At: record.At(func(r *Resource) *calendar.Date { return &r.ConditionsMet })},

		{Key: "costAt", Group: "cost", Title: text("成本现在何处", "where the cost sits"), Type: record.Code{List: costLocationList()}, Required: record.Always(), Example: "none", At: record.AtText(func(r *Resource) *CostLocation { return &r.CostAt })},
		{Key: "costEvidence", Group: "cost", Title: text("成本依据", "evidence of the cost"), Type: record.Code{List: costEvidenceList()}, Example: "none", At: record.AtText(func(r *Resource) *CostEvidence { return &r.Evidence })},
		{Key: "cost", Group: "cost", Title: text("可计量成本", "measured cost"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.In("costEvidence", "voucher", "appraisal", "replacement"), Absent: unmeasured, Example: "1860000.00", At: record.At(func(r *Resource) *money.Amount { return &r.Cost })},
		{Key: "splitKey", Group: "cost", Title: text("成本拆分依据", "split key"), Type: record.Code{List: splitKeyList()}, Absent: record.Not(record.In("costAt", "1701", "1601", "1613")), Judgement: text("从软件成本中拆出数据的依据无明文：合同分项报价优先，其次工时；没有依据不拆分", "the law names no key: the contract's price list, else hours; without a key it is not divided"), Example: "contractPrice", At: record.AtText(func(r *Resource) *SplitKey { return &r.Split })},
		{Key: "choice", Group: "cost", Title: text("无法计量时的处理", "choice where unmeasured"), Type: record.Code{List: choiceList()}, Absent: record.Not(unmeasured), Basis: gx("4.4.2"), Example: "nominal", At: record.AtText(func(r *Resource) *Choice { return &r.Choice })},
		{Key: "choiceReason", Group: "cost", Title: text("理由", "reason"), Type: note, Required: record.Present("choice"), Absent: record.Not(record.Present("choice")), Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第25条")}, Example: "自行形成，成本无法可靠计量", At: record.AtText(func(r *Resource) *string { return &r.ChoiceReason })},

		{Key: "feasibilityOn", Group: "potential", Title: text("可行性论证日期", "feasibility study on"), Type: record.Date{}, Basis: gx("5.3.6"), Example: "2025-11-20", At: record.At(func(r *Resource) *calendar.Date { return &r.Feasibility })},
		{Key: "dueDiligenceOn", Group: "potential", Title: text("尽职调查日期", "due diligence on"), Type: record.Date{}, Basis: gx("5.3.6"), Example: "2025-11-21", At: record.At(func(r *Resource) *calendar.Date { return &r.DueDiligence })},
	}
}

// first is the first code of a list, as an example.
func first(l record.CodeList) string {
	if len(l.Codes) == 0 {
		return ""
	}
	return l.Codes[0].Code
}
