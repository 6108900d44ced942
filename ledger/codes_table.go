package ledger

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The codes of a row, each a type of its own.
type (
	// Registered tells whether the rights are registered.
	Registered string
	// Cause is why a row is retired.
	Cause string
	// Life is whether the useful life is known.
	Life string
	// Usage is whether the unit itself uses the asset.
	Usage string
)

// Registration of rights.
const (
	NotRegistered Registered = "none"
	IsRegistered  Registered = "registered"
	WasRegistered Registered = "cancelled"
)

// Useful life.
const (
	LifeDefinite   Life = "definite"
	LifeIndefinite Life = "indefinite"
)

// Usage.
const (
	InUse Usage = "inUse"
	Idle  Usage = "idle"
)

// Causes of retirement. The last three are those of [Split], [Merge] and
// [Replace].
const (
	CauseLost        Cause = "lost"
	CauseWorthless   Cause = "worthless"
	CauseTransferred Cause = "transferred"
	CauseSold        Cause = "sold"
	CauseExpired     Cause = "expired"
	CauseError       Cause = "error"
	CauseOther       Cause = "other"
	CauseSplit       Cause = "split"
	CauseMerged      Cause = "merged"
	CauseReplaced    Cause = "replaced"
)

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func entry(code, zh, en string) record.CodeEntry {
	return record.CodeEntry{Code: code, Title: text(zh, en)}
}

func gx(keys ...string) []rule.Clause { return rule.GXAll(keys...) }

func registeredList() record.CodeList {
	return record.CodeList{
		Name: "registered", Title: text("是否确权登记", "whether rights are registered"), Basis: gx("4.2.2"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry("none", "未登记", "not registered"),
			entry("registered", "已登记", "registered"),
			entry("cancelled", "已注销", "cancelled"),
		},
	}
}

func causeList() record.CodeList {
	return record.CodeList{
		Name: "retirement-cause", Title: text("退出原因", "cause of retirement"), Basis: gx("4.2.3", "4.3.4"), Evidence: rule.FullText,
		Judgement: text("“等”：原因不穷尽，其他原因写明理由", "the list is open: other causes are given with a reason"),
		Codes: []record.CodeEntry{
			entry("lost", "损毁灭失", "damaged or lost"),
			entry("worthless", "不再有服务潜力", "no longer of service"),
			entry("transferred", "调出、捐赠", "transferred or donated"),
			entry("sold", "转让、出售", "sold"),
			entry("expired", "权益届满", "right expired"),
			entry("error", "误列入台账", "entered in error"),
			entry("other", "其他", "other"),
		},
	}
}

// retiredList is what a row may say of its end: what a person gives as a cause,
// and what follows from a split, a merger or a replacement.
func retiredList() record.CodeList {
	l := causeList()
	l.Name = "retired-by"
	l.Codes = append(l.Codes,
		entry("split", "拆分", "split"),
		entry("merged", "合并", "merged"),
		entry("replaced", "替换", "replaced"))
	return l
}

func lifeList() record.CodeList {
	return record.CodeList{
		Name: "useful-life", Title: text("使用寿命", "useful life"), Evidence: rule.FullText,
		Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第16条"), rule.In("财会〔2016〕12号", "第20条")},
		Codes: []record.CodeEntry{
			entry("definite", "年限有限", "definite"),
			entry("indefinite", "年限不确定", "indefinite"),
		},
	}
}

func usageList() record.CodeList {
	return record.CodeList{
		Name: "usage", Title: text("使用状态", "usage"), Basis: []rule.Clause{rule.In("国务院令第738号", "第44条")}, Evidence: rule.Judgement,
		Judgement: text("报告要说明使用情况，状态的划分按实务", "the report tells of use; how it is divided follows practice"),
		Codes: []record.CodeEntry{
			entry("inUse", "在用", "in use"),
			entry("idle", "闲置", "idle"),
		},
	}
}
