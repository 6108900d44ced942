package government

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

func nominalRule() rule.Rule {
	return rule.Rule{
		ID: "government.nominal-has-statements", Title: text("名义金额入账须有三项否定说明和理由", "a nominal booking carries three negative statements and a reason"),
		Basis:    []rule.Clause{rule.GX("4.4.2"), rule.GX("4.4.4"), rule.In("财会〔2018〕34号", "一(五)"), rule.In("财会〔2016〕12号", "第25条")},
		Evidence: rule.FullText, Severity: rule.Blocking,
	}
}

func ownApprovalRule() rule.Rule {
	return rule.Rule{
		ID: "government.not-own-approval", Title: text("申请人不审批自己的事项", "nobody approves his own application"),
		Basis: []rule.Clause{rule.In("国务院令第738号", "第39条")}, Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("法律未规定，默认市、县须有其他机关的决定，自治区财政厅只提示（P18）",
			"the law is silent; by default a city or county needs another body's decision, the region's finance department only a note (P18)"),
	}
}

func ownDataRule() rule.Rule {
	return rule.Rule{
		ID: "government.own-data-by-policy", Title: text("自有数据按本单位的政策入账或备查", "own data are booked, or kept in the memorandum book, by the unit's policy"),
		Basis: []rule.Clause{rule.GX("4.4.2")}, Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("方案为“可暂按名义金额”，备查亦合规（P1）；贷方无明文（P2、P3）",
			"the plan says “may”: the memorandum book is lawful too (P1); no text names the credit (P2, P3)"),
	}
}

// FirstBooking is the amount at which an asset enters the books, beside what
// there is to measure it by.
type FirstBooking struct {
	Asset    string
	On       calendar.Date
	How      How
	Booked   money.Amount // without taxes
	Nominal  bool
	Evidence Evidence
	Why      Statements // for a nominal amount
	Policy   Policy
}

// How is the way in which an asset came.
type How string

// The ways.
const (
	Bought        How = "bought"        // 外购、委托
	Developed     How = "developed"     // 自行研发项目
	Tidied        How = "tidied"        // 研发项目以外的数据整理
	Donated       How = "donated"       // 受赠
	SurplusOfTime How = "surplus"       // 盘盈
	TransferredIn How = "transferredIn" // 无偿调入
	Exchanged     How = "exchanged"     // 置换
)

// BookingRules returns the rules that judge the first measurement of an asset.
func BookingRules() rule.Set[FirstBooking] { return bookingRules() }

var bookingRules = sync.OnceValue(func() rule.Set[FirstBooking] {
	return must(rule.NewSet(
		rule.Check[FirstBooking]{Rule: nominalRule(), On: FirstBooking.day, Func: nominalHasStatements},
		rule.Check[FirstBooking]{Rule: rule.Rule{
			ID: "government.nominal-only-where-open", Title: text("名义金额只用于受赠、盘盈和调入自名义金额的资产", "nominal amount is for donated and surplus assets and those transferred in from it"),
			Basis:    law(transition("一(五)"), in1("五"), rule.GX("4.4.2")),
			Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: FirstBooking.day, Func: nominalWhereOpen},
		rule.Check[FirstBooking]{Rule: rule.Rule{
			ID: "government.no-inflating", Title: text("严防虚增数据资产价值", "the value of data assets is not inflated"),
			Basis:    law(rule.GX("4.4.4"), standard("第9条"), standard("第13条"), system("1601 四(四)1")),
			Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: FirstBooking.day, Func: notInflated},
		rule.Check[FirstBooking]{Rule: rule.Rule{
			ID: "government.no-income-method", Title: text("自有数据不按收益法评估入账", "own data are not booked by the income method"),
			Basis: law(rule.GX("4.4.4")), Evidence: rule.Judgement, Severity: rule.Warning,
			Judgement: text("收益法以预期收入入账，与严防虚增相抵触，任何政策下均提示（P28）",
				"the income method books expected revenue, against the ban on inflating: a finding under every policy (P28)"),
		}, On: FirstBooking.day, Func: notByIncome},
		rule.Check[FirstBooking]{Rule: rule.Rule{
			ID: "government.tidying-is-expensed", Title: text("研发项目以外的数据整理支出不资本化", "tidying outside a research project is not capitalised"),
			Basis: law(in4("四(一)"), in4("四(二)")), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("数据治理、编目、清洗不以形成科技成果为目的的，不是自行研究开发项目", "governance, cataloguing and cleaning that aim at no scientific result are no research project"),
		}, On: FirstBooking.day, Func: tidyingExpensed},
	))
})

// Amortising is one month's amortisation of an asset, proposed or booked.
type Amortising struct {
	Asset     string
	Month     calendar.Month
	Terms     accounting.Terms
	Cost      money.Amount // gross carrying amount
	Amortised money.Amount // before the month
	Amount    money.Amount // of the month
}

// AmortisationRules returns the rules that judge a month's amortisation.
func AmortisationRules() rule.Set[Amortising] { return amortisationRules() }

var amortisationRules = sync.OnceValue(func() rule.Set[Amortising] {
	return must(rule.NewSet(
		rule.Check[Amortising]{Rule: rule.Rule{
			ID: "government.nominal-not-amortised", Title: text("名义金额计量的资产不摊销", "an asset at nominal amount is not amortised"),
			Basis: law(standard("第16条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Amortising.day, Func: nominalNotAmortised},
		rule.Check[Amortising]{Rule: rule.Rule{
			ID: "government.indefinite-not-amortised", Title: text("年限不确定的资产不摊销", "an asset of indefinite life is not amortised"),
			Basis: law(standard("第20条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Amortising.day, Func: indefiniteNotAmortised},
		rule.Check[Amortising]{Rule: rule.Rule{
			ID: "government.not-past-cost", Title: text("已摊销完毕仍继续使用的资产不再摊销", "a fully amortised asset is not amortised further"),
			Basis: law(standard("第16条"), standard("第18条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Amortising.day, Func: notPastCost},
		rule.Check[Amortising]{Rule: rule.Rule{
			ID: "government.no-residual", Title: text("摊销不考虑预计残值", "no residual value"),
			Basis: law(standard("第18条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Amortising.day, Func: noResidual},
	))
})

// ChangeRules returns the rules that judge changes of value.
func ChangeRules() rule.Set[Change] { return changeRules() }

var changeRules = sync.OnceValue(func() rule.Set[Change] {
	return must(rule.NewSet(
		rule.Check[Change]{Rule: rule.Rule{
			ID: "government.no-revaluation", Title: text("账面价值不因评估或市价上调", "no carrying amount is raised by an appraisal or a price"),
			Basis: law(rule.GX("4.4.4"), standard("第9条"), regulation("第32条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Change.day, Func: notRevalued},
		rule.Check[Change]{Rule: rule.Rule{
			ID: "government.no-impairment", Title: text("不计提减值准备", "no impairment is booked"),
			Basis: law(rule.In("政府会计制度答记者问", ""), standard("第9条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Change.day, Func: notImpaired},
		rule.Check[Change]{Rule: rule.Rule{
			ID: "government.adjusted-in-time", Title: text("价值发生变化时及时调整账务", "the books follow a change of value in time"),
			Basis: law(rule.GX("4.4.6"), basic("第14条")), Evidence: rule.Judgement, Severity: rule.Warning,
			Judgement: text("方案未定天数；只有制度允许入账的变动才须调账，其余只作备查和附注",
				"the plan names no days; only changes that the system lets be booked are to be booked, the others are noted"),
		}, On: Change.day, Func: adjustedInTime},
	))
})

// NotesRules returns the rules that judge the notes of a year.
func NotesRules() rule.Set[Notes] { return notesRules() }

var notesRules = sync.OnceValue(func() rule.Set[Notes] {
	return must(rule.NewSet(
		rule.Check[Notes]{Rule: rule.Rule{
			ID: "government.notes-nominal-reason", Title: text("披露名义金额计量资产的名称、数量和理由", "name, number and reason of assets at nominal amount are disclosed"),
			Basis: law(standard("第25条(三)"), system("附注 (七)2")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Notes.day, Func: nominalDisclosed},
		rule.Check[Notes]{Rule: rule.Rule{
			ID: "government.notes-life-ground", Title: text("披露有限年限的估计情况和不确定年限的依据", "how lives were estimated, and the ground of indefinite ones, is disclosed"),
			Basis: law(standard("第25条(五)"), system("附注 (四)7")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Notes.day, Func: livesDisclosed},
		rule.Check[Notes]{Rule: rule.Rule{
			ID: "government.notes-by-category", Title: text("按类别披露，且每项有类别", "disclosed by category, and each asset has one"),
			Basis: law(standard("第25条(一)"), system("附注 (五)8")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, On: Notes.day, Func: categorised},
	))
})

func must[T any](s rule.Set[T], err error) rule.Set[T] {
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return s
}

// rules lists the rules of booking.
func rules() []rule.Rule {
	own := []rule.Rule{ownApprovalRule(), ownDataRule(), appraisalRule()}
	return slices.Concat(own, BookingRules().Rules(), AmortisationRules().Rules(), ChangeRules().Rules(), YearEndRules().Rules(), NotesRules().Rules())
}

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Rules: rules(), Items: Events().Items(), Choices: []rule.Choice{
		{Policy: "P2", Where: "government.Policy.PriorYears"},
		{Policy: "P3", Where: "government.Policy.ThisYear"},
		{Policy: "P4", Where: "government.Policy.Formed"},
		{Policy: "P5", Where: "government.Ground"},
		{Policy: "P6", Where: "government.Policy.CatchUp"},
		{Policy: "P15", Where: "government.Events"},
		{Policy: "P18", Where: "rule.OwnApproval"},
		{Policy: "P28", Where: "government.Policy.Appraisal"},
	}}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	return c
}
