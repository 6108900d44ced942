package registry

import (
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The statuses of a registration, the kinds of procedure, and their stages.
const (
	None       = "none"       // 未登记
	Registered = "registered" // 已登记
	Cancelled  = "cancelled"  // 已注销

	First        = "first"        // 首次登记
	Alteration   = "alteration"   // 变更登记
	Correction   = "correction"   // 更正登记
	Cancellation = "cancellation" // 注销登记

	Submitted = "submitted" // 已提交
	Returned  = "returned"  // 已退回补正
)

// Cause is why a registration is cancelled.
type Cause string

// The causes of cancellation. Each names the accounting event that follows.
const (
	Lost        Cause = "lost"        // 损毁灭失 → loss through 1902
	Expired     Cause = "expired"     // 权益届满、无服务潜力 → write-off
	Transferred Cause = "transferred" // 调出、合并 → transfer-out
	Mistaken    Cause = "mistaken"    // 登记有误 → no entry, or a correction
	OtherCause  Cause = "other"       // 其他, with a reason
)

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func gx(keys ...string) []rule.Clause {
	basis := make([]rule.Clause, len(keys))
	for i, k := range keys {
		basis[i] = rule.GX(k)
	}
	return basis
}

func code(c, zh, en string) rule.Code { return rule.Code{Code: c, Title: text(zh, en)} }

func statuses() []rule.Code {
	return []rule.Code{code(None, "未登记", "not registered"), code(Registered, "已登记", "registered"), code(Cancelled, "已注销", "cancelled")}
}

func procedures() []rule.Code {
	return []rule.Code{
		code(First, "首次登记", "first registration"), code(Alteration, "变更登记", "alteration"),
		code(Correction, "更正登记", "correction"), code(Cancellation, "注销登记", "cancellation"),
	}
}

func stages() []rule.Code {
	return []rule.Code{code(Submitted, "已提交", "submitted"), code(Returned, "已退回补正", "returned")}
}

func causeList() record.CodeList {
	return record.CodeList{
		Name: "cancellation-cause", Title: text("注销原因", "cause of cancellation"), Basis: gx("4.3.4"), Evidence: rule.FullText,
		Judgement: text("“等”：原因不穷尽，其他原因写明理由", "the list is open: other causes are given with a reason"),
		Codes: []record.CodeEntry{
			{Code: string(Lost), Title: text("损毁灭失", "damaged or lost")},
			{Code: string(Expired), Title: text("权益届满或无服务潜力", "right expired or no longer of service")},
			{Code: string(Transferred), Title: text("调出或合并", "transferred or merged")},
			{Code: string(Mistaken), Title: text("登记有误", "registered in error")},
			{Code: string(OtherCause), Title: text("其他", "other")},
		},
	}
}
