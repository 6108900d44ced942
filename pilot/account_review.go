package pilot

import (
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// RevenueTotals is the revenue account added up, tax included but for Payable,
// Remitted and Outstanding. Sums of what there is none of are absent.
type RevenueTotals struct {
	Due         money.Amount `json:"due,omitzero"` // by the day
	Billed      money.Amount `json:"billed,omitzero"`
	VAT         money.Amount `json:"vat,omitzero"`
	Payable     money.Amount `json:"payable,omitzero"` // 2103
	Retained    money.Amount `json:"retained,omitzero"`
	Remitted    money.Amount `json:"remitted,omitzero"`
	Outstanding money.Amount `json:"outstanding,omitzero"` // payable, not remitted yet
}

// account judges the revenue account by its own rules: 应收 ≥ 已收, 已收 − 税 = 2103,
// 2103 = 已缴, the handling words, the signs of inflated revenue. A finding is about a
// row and says the line that filled in the column.
func (r *review) account() error {
	a, err := r.unit.account(r.at)
	if err != nil {
		return err
	}
	r.result.Account = a
	if len(a.Rows) == 0 {
		return nil
	}
	c := r.unit.Inventory.Holder.Context()
	c.At = r.at
	found := revenue.AccountRules().Review(a, c)
	for i := range found.Findings {
		f := &found.Findings[i]
		rest, of := strings.CutPrefix(f.Path, "/rows/")
		place, column, _ := strings.Cut(rest, "/")
		n, err := strconv.Atoi(place)
		if !of || err != nil {
			continue
		}
		id := a.Rows[n].ID
		f.Path, f.Source, f.Row = rule.Pointer("account", id, column), r.unit.stated(id, column), 0
	}
	r.result.Report.Merge(found)
	return nil
}

// stated is where a column of a row was said; of one that is missing, where the row
// was received or became due.
func (u Unit) stated(id, column string) rule.Source {
	for _, key := range []string{column, "received", "due", "assets"} {
		if s, said := u.Stated[id][key]; said {
			return s
		}
	}
	return rule.Source{}
}

// received adds up what came in by the day, tax included.
func (r *review) received() {
	var sum money.Amount
	var err error
	add := func(path string, id string, on calendar.Date, earns bool, a money.Amount) {
		if on.IsZero() || on.After(r.at) {
			return
		}
		if !r.plan.Period.Holds(on) {
			r.result.Report.Add(rule.Finding{
				Rule: inPeriod.ID, Title: inPeriod.Title, Severity: inPeriod.Severity, Basis: inPeriod.Basis, Path: rule.Pointer(path, id),
				Value: on.String(), Source: r.unit.stated(id, "received"),
				Message: text(id+"（"+on.String()+"）不在试点期内，不计备案义务。", id+" ("+on.String()+") lies outside the pilot and owes no filing."),
			})
		}
		if err == nil && earns {
			sum, err = sum.Add(a)
		}
	}
	for _, x := range r.result.Account.Rows {
		add("account", x.ID, x.ReceivedOn(), true, x.Received)
	}
	for _, m := range r.unit.Matters {
		add("matters", m.ID, m.CompletedOn, m.Kind == revenue.MatterUse || m.Kind == revenue.MatterDisposal, m.Amount)
	}
	if err != nil {
		r.tooMuch("/account")
		return
	}
	r.result.Totals.Received = sum
}

// earned adds up the account. An account that cannot be taxed has no sums: its rules
// say what is missing.
func (r *review) earned() {
	a := r.result.Account
	if len(a.Rows) == 0 || !a.Holder.Entity.Public() {
		return
	}
	t, err := a.Total(r.at)
	if err != nil {
		return
	}
	r.result.Totals.Revenue = RevenueTotals{t.Due, t.Billed, t.VAT, t.Payable, t.Retained, t.Remitted, t.Outstanding}
}
