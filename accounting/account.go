package accounting

import (
	"fmt"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
)

// Book is one of the two books of parallel booking. Enterprises keep the
// financial one only.
type Book string

// The books.
const (
	Financial Book = "financial" // 财务会计
	Budgetary Book = "budgetary" // 预算会计
)

// Title names the book in both languages.
func (b Book) Title() rule.Text {
	if b == Budgetary {
		return rule.Text{ZH: "预算会计", EN: "budgetary accounting"}
	}
	return rule.Text{ZH: "财务会计", EN: "financial accounting"}
}

// Side is debit or credit.
type Side string

// The sides.
const (
	Debit  Side = "debit"  // 借
	Credit Side = "credit" // 贷
)

// Title names the side in both languages.
func (s Side) Title() rule.Text {
	if s == Credit {
		return rule.Text{ZH: "贷", EN: "credit"}
	}
	return rule.Text{ZH: "借", EN: "debit"}
}

// Account is one account (科目) of a chart.
type Account struct {
	Code      string        `json:"code"`
	Name      rule.Text     `json:"name"`
	Book      Book          `json:"book"`
	Normal    Side          `json:"normal"`             // the side of its balance
	Entities  []rule.Entity `json:"entities,omitzero"`  // who may use it; none is all
	Effective rule.Period   `json:"effective,omitzero"` //
	Basis     []rule.Clause `json:"basis"`
}

// Chart is a list of accounts, immutable and safe for concurrent use.
type Chart struct {
	accounts map[string]Account
	order    []string
}

// ChartError is an account that a chart cannot hold or does not have.
type ChartError struct {
	Code string
	Want string
}

// Error names the account and what was expected.
func (e *ChartError) Error() string {
	return fmt.Sprintf("accounting: account %s: want %s", quote.Value(e.Code), e.Want)
}

// NewChart returns a chart. Two accounts of one code, and accounts without a
// name in both languages, a book or a side are refused with a [*ChartError].
func NewChart(accounts ...Account) (*Chart, error) { return new(Chart).With(accounts...) }

// With returns the chart with accounts added.
func (c *Chart) With(accounts ...Account) (*Chart, error) {
	next := &Chart{accounts: make(map[string]Account, len(c.order)+len(accounts)), order: slices.Clone(c.order)}
	for code, a := range c.accounts {
		next.accounts[code] = a
	}
	for _, a := range accounts {
		want := ""
		switch {
		case a.Code == "" || a.Name.ZH == "" || a.Name.EN == "":
			want = "a code and a name in Chinese and English"
		case a.Book != Financial && a.Book != Budgetary:
			want = "a book"
		case a.Normal != Debit && a.Normal != Credit:
			want = "the side of its balance"
		case next.accounts[a.Code].Code != "":
			want = "a code that the chart does not have yet"
		}
		if want != "" {
			return nil, &ChartError{a.Code, want}
		}
		a.Entities, a.Basis = slices.Clone(a.Entities), slices.Clone(a.Basis)
		next.accounts[a.Code] = a
		next.order = append(next.order, a.Code)
	}
	return next, nil
}

// Account returns an account by its code.
func (c *Chart) Account(code string) (Account, bool) {
	a, ok := c.accounts[code]
	a.Entities, a.Basis = slices.Clone(a.Entities), slices.Clone(a.Basis)
	return a, ok
}

// Accounts lists the accounts in the order of the chart.
func (c *Chart) Accounts() []Account {
	all := make([]Account, len(c.order))
	for i, code := range c.order {
		all[i], _ = c.Account(code)
	}
	return all
}

// usable says why an entity may not use an account on a day; "" if it may.
func (a Account) usable(by rule.Entity, on calendar.Date) string {
	switch {
	case len(a.Entities) > 0 && by != "" && !slices.Contains(a.Entities, by):
		return "an account that a unit of kind " + string(by) + " may use"
	case !a.Effective.Holds(on):
		return "an account in force on " + on.String()
	}
	return ""
}
