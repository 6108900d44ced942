package accounting

import (
	"fmt"
	"slices"
	"strings"

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

// Account is one account (科目) of a chart. Book and Normal are needed; Class is
// what a correction of an earlier year asks for, Element what the cards of assets
// are derived by.
type Account struct {
	Code        string        `json:"code"`
	Name        rule.Text     `json:"name"`
	Book        Book          `json:"book"`
	Normal      Side          `json:"normal"`               // the side of its balance
	Class       Class         `json:"class,omitzero"`       // what it shows in the statements
	Element     Element       `json:"element,omitzero"`     // what it is of an asset's carrying amount
	Details     []Detail      `json:"details,omitzero"`     // prescribed detail accounts
	DetailsOnly bool          `json:"detailsOnly,omitzero"` // a line names one of Details, or what stands under one
	Entities    []rule.Entity `json:"entities,omitzero"`    // who may use it; none is all
	Effective   rule.Period   `json:"effective,omitzero"`   //
	Basis       []rule.Clause `json:"basis"`
}

// Detail is a detail account (明细科目) that the account's text prescribes.
type Detail struct {
	Name  rule.Text     `json:"name"`
	Basis []rule.Clause `json:"basis,omitzero"` // where it is not the account's
}

// Class is what an account shows in the statements.
type Class string

// The classes.
const (
	Assets         Class = "assets"         // 资产
	Liabilities    Class = "liabilities"    // 负债
	NetAssets      Class = "netAssets"      // 净资产；所有者权益
	Income         Class = "income"         // 收入
	Expense        Class = "expense"        // 费用、成本
	BudgetIncome   Class = "budgetIncome"   // 预算收入
	BudgetSpending Class = "budgetSpending" // 预算支出
	BudgetBalance  Class = "budgetBalance"  // 预算结余
)

// Yearly reports whether accounts of the class begin each year at nothing: a
// correction of an earlier year does not touch them where the error is material.
func (c Class) Yearly() bool {
	return c == Income || c == Expense || c == BudgetIncome || c == BudgetSpending
}

// Element is what an account is of the carrying amount of an asset.
type Element string

// The elements. Carrying amount (账面价值) = cost − amortisation − impairment.
const (
	Cost         Element = "cost"         // 账面余额、原值
	Amortisation Element = "amortisation" // 累计摊销
	Impairment   Element = "impairment"   // 减值准备; enterprises only
)

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
		case a.DetailsOnly && len(a.Details) == 0:
			want = "the detail accounts that it is limited to"
		case next.accounts[a.Code].Code != "":
			want = "a code that the chart does not have yet"
		}
		if want != "" {
			return nil, &ChartError{a.Code, want}
		}
		a = a.clone()
		next.accounts[a.Code] = a
		next.order = append(next.order, a.Code)
	}
	return next, nil
}

// Account returns an account by its code.
func (c *Chart) Account(code string) (Account, bool) {
	a, ok := c.accounts[code]
	return a.clone(), ok
}

// Accounts lists the accounts in the order of the chart.
func (c *Chart) Accounts() []Account {
	all := make([]Account, len(c.order))
	for i, code := range c.order {
		all[i], _ = c.Account(code)
	}
	return all
}

func (a Account) clone() Account {
	a.Entities, a.Basis, a.Details = slices.Clone(a.Entities), slices.Clone(a.Basis), slices.Clone(a.Details)
	return a
}

// under is what stands between the levels of a detail account:
// 数据资产——公路.
const under = "——"

// usable says why a line may not be booked on an account; "" if it may.
func (a *Account) usable(detail string, by rule.Entity, on calendar.Date) string {
	switch {
	case len(a.Entities) > 0 && by != "" && !slices.Contains(a.Entities, by):
		return "an account that a unit of kind " + string(by) + " may use"
	case !a.Effective.Holds(on):
		return "an account in force on " + on.String()
	case a.DetailsOnly && !slices.ContainsFunc(a.Details, func(d Detail) bool {
		rest, ok := strings.CutPrefix(detail, d.Name.ZH)
		return ok && (rest == "" || strings.HasPrefix(rest, under))
	}):
		names := make([]string, len(a.Details))
		for i, d := range a.Details {
			names[i] = d.Name.ZH
		}
		return "one of its detail accounts: " + strings.Join(names, "、")
	}
	return ""
}
