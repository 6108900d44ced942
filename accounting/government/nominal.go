package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Ground is why an asset leaves nominal amount (P5), in the order in which they
// are asked.
type Ground string

// The grounds.
const (
	EarlierEvidence Ground = "earlierEvidence" // 以前年度的成本凭据
	ThisEvidence    Ground = "thisEvidence"    // 本年度的成本凭据
	NewSpending     Ground = "newSpending"     // 本年度的资本化支出
	NewRule         Ground = "newRule"         // 新政策出台
)

// ToCost is an asset at nominal amount whose cost can now be measured
// (GX-4.4.3).
type ToCost struct {
	ID     string
	On     calendar.Date
	Unit   Unit
	Asset  string
	Detail string
	Ground Ground
	Cost   money.Amount      // by vouchers; for new spending what is capitalised
	Months int               // of the life that remains
	Passed int               // months since it entered the books, for a catch-up (P6)
	Use    string            // what it serves, a code of the fact use
	Facts  map[string]string // form of payment of new spending
	By     Method            // how Cost was found; empty is by vouchers

	Indefinite bool // no life can be foreseen: without Months, and nothing is amortised (P6)
}

// ToCost books how an asset leaves nominal amount and is amortised from then on:
// the difference by the ground (P5), and nothing for the months that passed
// unless the policy catches up (P6). A cost by an appraisal is refused with a
// [*Refusal] (GX-4.4.4); what the table refuses is an [*accounting.EventError].
func (p Policy) ToCost(c ToCost) ([]accounting.Posting, error) {
	kinds := map[Ground]rule.ID{
		EarlierEvidence: "government.nominal-to-cost-prior-year", ThisEvidence: "government.nominal-to-cost-this-year",
		NewSpending: "government.nominal-later-spending", NewRule: "government.nominal-to-cost-transition",
	}
	kind, ok := kinds[c.Ground]
	switch {
	case !ok:
		return nil, &accounting.EventError{Event: c.ID, Kind: rule.ID(c.Ground), Want: text("转成本的理由", "a ground to leave nominal amount")}
	case c.By != "":
		return nil, &Refusal{appraisalRule(), c.Asset, text("评估价值不是转成本的依据", "an appraisal is no ground to leave nominal amount")}
	}
	event := accounting.Event{ID: c.ID, Kind: kind, On: c.On, Entity: c.Unit.Entity, Facts: c.Facts, Documents: evidenceOf(c.Ground)}
	part := accounting.Part{
		Asset: c.Asset, Detail: c.Detail, Amounts: map[string]money.Amount{"cost": c.Cost}, Facts: map[string]string{"use": c.Use},
		Terms: accounting.Terms{Measured: accounting.AtCost, Months: c.Months, From: calendar.MonthOf(c.On), Use: c.Use},
	}
	if c.Indefinite {
		part.Terms = accounting.Terms{Measured: accounting.AtCost, Months: c.Months, Indefinite: true, Use: c.Use}
	}
	if c.Ground == NewSpending {
		part.Amounts = map[string]money.Amount{"paid": c.Cost}
	}
	event.Parts = []accounting.Part{part}
	postings, err := Events().Chain(event)
	if err != nil || p.CatchUp == FromAdjustment || c.Indefinite || c.Passed == 0 || c.Ground != EarlierEvidence {
		return postings, err
	}
	return p.caughtUp(postings, c)
}

// caughtUp adds the months that passed, as if the cost had been there from the
// first: those of earlier years through 3501, those of this year as expense.
func (p Policy) caughtUp(postings []accounting.Posting, c ToCost) ([]accounting.Posting, error) {
	now := calendar.MonthOf(c.On)
	s, err := accounting.StraightLine(c.Cost.Decimal(), now.Add(-c.Passed).First(), c.Passed+c.Months)
	if err != nil {
		return nil, err
	}
	passed := s.Accumulated(c.Passed - 1)
	prior := s.Accumulated(s.Index(calendar.MustMonth(c.On.Year(), 1).Add(-1)))
	current, err := passed.Sub(prior)
	if err != nil {
		return nil, err
	}
	posting, err := Events().Post(accounting.Event{
		ID: c.ID + "/caught-up", Kind: Amortised, On: c.On, Entity: c.Unit.Entity,
		Parts: []accounting.Part{{
			Asset: c.Asset, Detail: c.Detail, Amounts: map[string]money.Amount{"current": current, "prior": prior}, Facts: map[string]string{"use": c.Use},
			Terms: accounting.Terms{Measured: accounting.AtCost, Months: c.Months, From: now, Use: c.Use},
		}},
	})
	if err != nil {
		return nil, err
	}
	choice := text("名义金额转成本后补提以前月份的摊销，为本单位的选择（P6）", "the months that passed are caught up by the unit's own choice (P6)")
	return append(postings, posting.With(choice)), nil
}

func evidenceOf(g Ground) []string {
	if g == NewRule {
		return []string{"新政策的衔接规定"}
	}
	return []string{"成本凭据"}
}

func appraisalRule() rule.Rule {
	return rule.Rule{
		ID: "government.no-appraisal-to-cost", Title: text("名义金额转成本须有成本凭据，不以评估", "leaving nominal amount takes vouchers of cost, not an appraisal"),
		Basis: law(rule.GX("4.4.4"), rule.GX("4.4.3")), Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("只以有凭据的历史成本转成本（P5）", "only historical cost with vouchers (P5)"),
	}
}
