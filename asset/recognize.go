package asset

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Assessment is the answer to both questions about a resource.
type Assessment struct {
	Resource   string        // its id
	On         calendar.Date // the day it was assessed for
	Management Judgement     // is it an asset to be managed (GX-4.1.2)?
	Accounting Judgement     // does it meet the conditions of the accounting rules?
	System     System        // whose conditions those are
	Class      Class         // an enterprise's: what it would be booked as
	Route      Route         // how the books are reached
	RouteWhy   rule.Text     // why that way
	RouteBasis []rule.Clause // and by which clauses
}

// Judgement is one question's answer, criterion by criterion: met when all are,
// not met when one is not, unknown otherwise.
type Judgement struct {
	State    rule.State
	Criteria []Outcome
}

// Outcome is how one criterion came out.
type Outcome struct {
	Criterion
	State  rule.State
	Why    rule.Text // the reason
	Settle rule.Text // for unknown: what would settle it
}

// Class is what an enterprise's data resource would be booked as.
type Class string

// The classes of 财会〔2023〕11号.
const (
	ClassIntangible   Class = "intangible"   // 无形资产
	ClassDevelopment  Class = "development"  // 开发支出: to become intangible when it is ready for use
	ClassInventory    Class = "inventory"    // 存货
	ClassUnrecognised Class = "unrecognised" // 未确认，可自愿披露
)

// Route is the way from a resource to the books, in the order in which the
// questions are asked.
type Route string

// The routes.
const (
	RouteNone       Route = ""           // not to be booked, or not settled yet
	RouteMemo       Route = "memo"       // 备查登记: not the unit's asset, or the unit chose so
	RouteReclassify Route = "reclassify" // 重分类: its cost is in 1701, 1601 or 1613 already
	RouteAcquire    Route = "acquire"    // 取得: by the contract under way
	RouteCorrect    Route = "correct"    // 前期差错: bought since 2019 and wrongly expensed
	RouteSurplus    Route = "surplus"    // 盘盈: found by the sweep, with a cost
	RouteNominal    Route = "nominal"    // 盘盈，名义金额: found by the sweep, without one
	RouteDisclose   Route = "disclose"   // 自愿披露: an enterprise's, not recognised
)

// Recognize answers both questions about a resource on a day. An error is about
// the call: no date, or a resource that its table refuses even as a draft.
func (p Policy) Recognize(r Resource, at calendar.Date) (Assessment, error) {
	if at.IsZero() {
		return Assessment{}, &rule.ValueError{Want: "the day of the assessment"}
	}
	if r.HolderKind == "" {
		return Assessment{}, &rule.ValueError{Want: "the kind of holder, which decides whose conditions are asked"}
	}
	// A caller's own lists and fields are the caller's to judge: no answer depends on them.
	asked := r
	asked.Class, asked.Sector, asked.Extra = "", "", record.Extra{}
	if err := Resources().Validate(&asked, record.Options{Stage: record.Draft}).Err(); err != nil {
		return Assessment{}, err
	}
	a := Assessment{Resource: r.ID, On: at, System: p.systemOf(r)}
	q := question{r, at, p}
	a.Management = q.ask(managementCriteria())
	switch {
	case a.System == GovernmentAccounting:
		a.Accounting = q.ask(governmentCriteria())
	case r.Use == UseSale:
		a.Accounting = q.ask(inventoryCriteria())
		a.Class = q.class(a.Accounting)
	default:
		a.Accounting = q.ask(enterpriseCriteria())
		a.Class = q.class(a.Accounting)
	}
	a.Route, a.RouteWhy, a.RouteBasis = q.route(a)
	return a, nil
}

// systemOf is the accounting system that binds the holder of a resource.
func (p Policy) systemOf(r Resource) System {
	switch {
	case r.HolderKind == rule.Enterprise:
		return EnterpriseAccounting
	case r.HolderKind == rule.PublicInstitution && p.Accounts == EnterpriseAccounting:
		return EnterpriseAccounting
	}
	return GovernmentAccounting
}

// question is one resource on one day under one policy.
type question struct {
	r  Resource
	at calendar.Date
	p  Policy
}

// ask puts every criterion to the resource.
func (q question) ask(criteria []criterion) Judgement {
	j := Judgement{State: rule.Met}
	for _, c := range criteria {
		o := c.judge(q)
		o.Criterion = c.Criterion
		o.Basis = slices.Clone(o.Basis)
		j.Criteria = append(j.Criteria, o)
		switch {
		case o.State == rule.NotMet:
			j.State = rule.NotMet
		case o.State == rule.Unknown && j.State == rule.Met:
			j.State = rule.Unknown
		}
	}
	return j
}

func met(why rule.Text) Outcome    { return Outcome{State: rule.Met, Why: why} }
func notMet(why rule.Text) Outcome { return Outcome{State: rule.NotMet, Why: why} }
func unknown(why, settle rule.Text) Outcome {
	return Outcome{State: rule.Unknown, Why: why, Settle: settle}
}

func (q question) from(sources ...Source) bool {
	return slices.ContainsFunc(q.r.Sources, func(s Source) bool { return slices.Contains(sources, s) })
}

// onlyFrom reports whether there are sources and none lies outside the given.
func (q question) onlyFrom(sources ...Source) bool {
	return len(q.r.Sources) > 0 && !slices.ContainsFunc(q.r.Sources, func(s Source) bool { return !slices.Contains(sources, s) })
}

// The criteria, one function each, named as in the tables.

func lawful(q question) Outcome {
	if len(q.r.Sources) == 0 {
		return unknown(text("来源未填", "the source is not given"), text("填写数据来源", "the source of the data"))
	}
	if q.r.HolderKind == rule.Enterprise {
		if q.p.Enterprise == AnyLawfulHolding || q.from(FromDuty, FromService) {
			return met(text("企业合法持有", "lawfully held by an enterprise"))
		}
		return notMet(text("非履职或提供公共服务取得", "not obtained in performing duties or public service"))
	}
	if q.onlyFrom(FromBusiness) {
		return unknown(text("仅来自自有经营", "from own business only"),
			text("该经营是否属于依法履职或提供公共服务", "whether that business is a duty or a public service"))
	}
	return met(text("履职或公共服务中取得", "obtained in performing duties or public service"))
}

func controlled(q question) Outcome {
	if c, given := q.r.Controlled.Get(); given {
		if c {
			return met(text("本单位持有或控制", "held or controlled by the unit"))
		}
		return notMet(text("本单位不持有也不控制，只作备查", "neither held nor controlled by the unit: memo only"))
	}
	switch {
	case len(q.r.Sources) == 0:
		return unknown(text("来源未填", "the source is not given"), text("填写来源或是否持有、控制", "the source, or whether it is held or controlled"))
	case q.onlyFrom(FromLicence):
		return notMet(text("许可或订阅取得，只有使用权", "licensed or subscribed: a right of use only"))
	case q.onlyFrom(FromSharing):
		return notMet(text("其他部门共享，由提供单位确认", "shared by another department, whose asset it is"))
	case q.onlyFrom(FromSharing, FromLicence):
		return notMet(text("共享和许可取得，均不控制", "shared and licensed: neither is controlled"))
	}
	return met(text("本单位产生或取得并控制", "produced or acquired, and controlled"))
}

func potential(q question) Outcome {
	switch {
	case len(q.r.Potentials) == 0:
		return unknown(text("预期效益未填", "what it is expected to bring is not given"),
			text("论证管理服务潜力或经济利益流入", "an assessment of its service potential or economic inflow"))
	case q.contradicts():
		return contradiction()
	case slices.Contains(q.r.Potentials, PotentialNone):
		return notMet(text("预期没有效益", "nothing is expected of it"))
	}
	return met(text("预期有管理服务潜力或经济利益流入", "service potential or economic inflow is expected"))
}

// contradicts reports whether something and nothing are expected at once.
func (q question) contradicts() bool {
	return len(q.r.Potentials) > 1 && slices.Contains(q.r.Potentials, PotentialNone)
}

func contradiction() Outcome {
	return unknown(text("预期效益自相矛盾：既有又“无”", "something and nothing are expected at once"), text("更正预期效益", "the expected potential, corrected"))
}

func inflow(q question) Outcome {
	switch {
	case q.contradicts():
		return contradiction()
	case slices.Contains(q.r.Potentials, PotentialInflow):
		return met(text("经济利益很可能流入", "economic benefit is likely to flow in"))
	case len(q.r.Potentials) == 0:
		return unknown(text("预期效益未填", "what it is expected to bring is not given"),
			text("经济利益很可能流入的明确证据", "clear evidence that economic benefit is likely to flow in"))
	}
	return notMet(text("预期没有经济利益流入", "no economic inflow is expected"))
}

func exists(q question) Outcome {
	if q.r.AvailableOn.After(q.at) {
		on := q.r.AvailableOn.String()
		return notMet(text("至 "+on+" 才取得或形成", "not there before "+on))
	}
	return met(text("已取得或形成", "it is there"))
}

// ready is exists for the books: research is expensed, and what is still
// developed is not an intangible asset yet (Standard 4 arts. 6 and 11, CAS 6
// arts. 8 and 13).
func ready(q question) Outcome {
	switch {
	case q.r.Stage == StageResearch:
		return notMet(text("研究阶段，支出应当费用化", "in research: its expenditure is expensed"))
	case q.r.Stage == StageDevelopment:
		return notMet(text("开发中，尚未达到预定用途", "in development, not ready for use"))
	}
	return exists(q)
}

// made is exists for goods: what is still researched is expensed, what is being
// worked on is inventory already.
func made(q question) Outcome {
	if q.r.Stage == StageResearch {
		return notMet(text("研究阶段，支出应当费用化", "in research: its expenditure is expensed"))
	}
	return exists(q)
}

func masterCopy(q question) Outcome {
	switch q.r.MasterCopy {
	case MasterElsewhere:
		return notMet(text("主数据由其他单位保管，由其确认", "another unit keeps the master copy and recognises it"))
	case MasterUndetermined:
		return unknown(text("主数据由谁保管待明确", "who keeps the master copy is not clear"),
			text("与主数据单位明确由谁确认", "agreement with the other unit on who recognises it"))
	}
	return met(text("不与其他单位重复", "no other unit recognises it"))
}

func identifiable(q question) Outcome {
	switch q.r.Retention {
	case KeptRolling:
		return unknown(text("滚动覆盖，没有长期留存的数据集", "a rolling store: no lasting set is kept"),
			text("数据留存规则", "a retention rule"))
	case KeptNot:
		return notMet(text("不留存", "nothing is kept"))
	}
	return met(text("能够单独划分", "it can be told apart"))
}

func costMeasurable(q question) Outcome {
	r := q.r
	inBooks := r.CostAt == CostIntangible || r.CostAt == CostFixed || r.CostAt == CostConstruction
	switch {
	case r.CostAt == "":
		return unknown(text("成本现在何处未填", "where the cost sits is not given"), text("查明成本现在何处", "where the cost now sits"))
	case inBooks && (r.Split == "" || r.Split == SplitKey("none")):
		return unknown(text("成本在 "+string(r.CostAt)+" 内，与软件或设备合计", "the cost sits in account "+string(r.CostAt)+" together with software or equipment"),
			text("合同分项报价或工时，用以拆分", "the contract's price list, or hours, to divide it by"))
	case r.Evidence == ByNothing && (inBooks || r.CostAt == CostPending):
		return unknown(text("成本已在账内或合同在履行，却称无凭据", "its cost is in the books or under contract, and yet said to have no evidence"),
			text("账簿或合同中的金额", "the amount in the books or the contract"))
	case r.Evidence == ByNothing:
		return notMet(text("无凭据、未评估、重置成本亦无法确定", "no voucher, no appraisal, no replacement cost"))
	case r.Evidence == "":
		return unknown(text("成本依据未填", "the evidence of the cost is not given"), text("凭据，或无法取得的说明", "a voucher, or the statement that there is none"))
	case r.Cost.Sign() <= 0:
		return unknown(text("金额未填或为零", "the amount is not given or zero"), text("依据所载的金额", "the amount that the evidence states"))
	}
	return met(text("成本能够可靠计量", "the cost can be measured reliably"))
}

// costNotExpensed is the enterprise's reading: what was expensed before is not
// written back, and research is expensed.
func costNotExpensed(q question) Outcome {
	switch {
	case q.r.CostAt == CostExpensed:
		return costOfOwn(q)
	case q.r.Stage == StageResearch:
		return notMet(text("研究阶段支出应当费用化", "expenditure of the research stage is expensed"))
	case q.from(FromDevelopment) && q.r.ConditionsMet.IsZero():
		return unknown(text("五个资本化条件未确认", "the five conditions are not confirmed"),
			text("五个条件同时满足的日期及证据", "the day all five are met, with the evidence of each"))
	case q.r.ConditionsMet.After(q.at):
		return notMet(text("五个资本化条件尚未同时满足", "the five conditions are not yet met together"))
	case q.r.Use == "":
		return unknown(text("业务模式未填，无法判断适用准则", "the business model is not given, which decides the standard"), text("自用、对外服务或备售", "own use, serving others or sale"))
	}
	return costOfOwn(q)
}

// costOfOwn is the cost of what an enterprise has made or bought: neither what
// was expensed nor a value from outside is booked.
func costOfOwn(q question) Outcome {
	switch {
	case q.r.CostAt == CostExpensed:
		return notMet(text("支出已费用化，不再调整", "its cost was expensed and is not written back"))
	case q.r.Evidence == ByAppraisal || q.r.Evidence == ByReplacement:
		return notMet(text("企业按成本计量，评估值、重置成本不得入账", "an enterprise measures at cost: an appraisal or a replacement cost is not booked"))
	}
	return costMeasurable(q)
}

// class says what an enterprise's resource would be booked as.
func (q question) class(j Judgement) Class {
	switch {
	case q.r.Stage == StageDevelopment && q.r.Use != UseSale && onlyMissing(j, "asset.enterprise-exists"):
		return ClassDevelopment
	case j.State != rule.Met:
		return ClassUnrecognised
	case q.r.Use == UseSale:
		return ClassInventory
	}
	return ClassIntangible
}
