package enterprise

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Condition is one of the five conditions of CAS 6 第9条, and the document that
// proves it for data resources (实施问答).
type Condition struct {
	ID       rule.ID
	Title    rule.Text
	Document string // the kind of evidence that an event names
}

// Conditions lists the five conditions under which development expenditure is
// capitalised: all of them together, from the day on that the last is met.
func Conditions() []Condition {
	return []Condition{
		{"enterprise.condition-feasible", text("完成该无形资产在技术上具有可行性", "completion is technically feasible"), "技术可行性论证"},
		{"enterprise.condition-intent", text("具有完成并使用或出售的意图", "intent to complete and to use or sell"), "立项及内部审批"},
		{"enterprise.condition-benefit", text("产生经济利益的方式：有市场或内部使用有用", "how it brings benefit: a market, or use within"), "市场或内部有用性分析"},
		{"enterprise.condition-resources", text("有足够的技术、财务和其他资源支持", "technical, financial and other resources"), "资源保障说明"},
		{"enterprise.condition-measured", text("支出能够可靠计量", "expenditure can be measured reliably"), "按项目归集的成本核算"},
	}
}

// evidenceOfConditions is the documents of the five conditions.
func evidenceOfConditions() []string {
	var all []string
	for _, c := range Conditions() {
		all = append(all, c.Document)
	}
	return all
}

// Proof is the day on which a condition was met, and by what.
type Proof struct {
	On       calendar.Date
	Document string // reference of the document: its number or file
}

// Memo is the memorandum on the five conditions of a project, in the order of
// [Conditions].
type Memo struct {
	Project string
	Proofs  [5]Proof
	Ready   calendar.Date // the day it was ready for its intended use; none is not yet
}

// Since returns the day from which expenditure is capitalised: the last of the
// five. It reports false while one is not met, or has no evidence.
func (m Memo) Since() (calendar.Date, bool) {
	var last calendar.Date
	for _, p := range m.Proofs {
		if p.On.IsZero() || p.Document == "" {
			return calendar.Date{}, false
		}
		if p.On.After(last) {
			last = p.On
		}
	}
	return last, true
}

// Open lists the conditions that are not met by a day, or lack evidence.
func (m Memo) Open(at calendar.Date) []Condition {
	var all []Condition
	for i, c := range Conditions() {
		if p := m.Proofs[i]; p.On.IsZero() || p.Document == "" || p.On.After(at) {
			all = append(all, c)
		}
	}
	return all
}

// Capitalises reports whether expenditure of a day is capitalised: from the day
// all five conditions are met to the day of readiness, both included.
func (m Memo) Capitalises(on calendar.Date) bool {
	since, ok := m.Since()
	return ok && !on.Before(since) && (m.Ready.IsZero() || !on.After(m.Ready))
}
