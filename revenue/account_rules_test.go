package revenue_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// whole is a row that breaks no rule: 600,000.00 in a year's use, remitted after
// three days, under ceiling and appraisal.
func whole() revenue.Row {
	r := row("SR-1", "2026-03-27", "2026-03-30", "600000.00")
	r.Payable, r.Remitted = yuan("594059.41"), yuan("594059.41")
	r.Used, r.Months, r.Contract = record.Some(true), record.Some[int64](12), yuan("600000.00")
	r.Ceiling, r.Appraised = yuan("600000.00"), yuan("500000.00")
	return r
}

// Each rule on a row that keeps it and on one changed in one thing. The review is on
// 2026-12-31, the end of the year of the receipts, unless said.
func TestAccountRules(t *testing.T) {
	type R = *revenue.Row
	type A = *revenue.Account
	const met, not, open, none = rule.Met, rule.NotMet, rule.Unknown, rule.NotApplicable
	no := money.Amount{}
	transfers := func(days ...string) []revenue.Transfer {
		return []revenue.Transfer{
			{From: "自治区交通运输厅", To: "下属公司", On: day(days[0]), Amount: yuan("1.00")},
			{From: "下属公司", To: "运营机构甲", On: day(days[1]), Amount: yuan("1.00")},
		}
	}
	budget := func(on, amount string) func(A) {
		return func(a A) {
			a.Transfers = []revenue.Transfer{{From: "自治区财政厅", To: "运营机构甲", On: day(on), Amount: yuan(amount), Budget: true}}
		}
	}
	seen := map[rule.ID]bool{}
	for _, c := range []struct {
		rule    string
		row     func(R)
		account func(A)
		at      string
		want    rule.State
		path    string
	}{
		{rule: "administrative-remits", want: met},
		{rule: "administrative-remits", row: func(r R) { r.Retention = revenue.OtherIncome }, want: not, path: "/rows/0/retention"},
		{rule: "administrative-remits", account: func(a A) { a.Holder.Entity = rule.PublicInstitution }, want: none},
		{rule: "retention-has-document", want: none},
		{rule: "retention-has-document", row: func(r R) { r.Retention = revenue.Rent }, account: func(a A) { a.Holder.Entity = rule.PublicInstitution }, want: not, path: "/rows/0/document"},
		{rule: "retention-has-document", row: func(r R) { r.Retention, r.Document = revenue.Rent, "文件" }, account: func(a A) { a.Holder.Entity = rule.PublicInstitution }, want: met},
		{rule: "same-level-treasury", want: met},
		{rule: "same-level-treasury", row: func(r R) { r.Treasury = rule.CityLevel }, want: not, path: "/rows/0/treasury"},
		{rule: "same-level-treasury", row: func(r R) { r.Treasury = "" }, want: open},
		{rule: "same-level-treasury", row: func(r R) { r.RemittedOn = calendar.Date{} }, want: none},
		{rule: "region-level-rules", want: met},
		{rule: "region-level-rules", row: func(r R) { r.Treasury = rule.CityLevel }, want: not, path: "/rows/0/treasury"},
		{rule: "region-level-rules", row: func(r R) { r.Treasury = "" }, want: open},
		{rule: "region-level-rules", account: func(a A) { a.Holder.Role = rule.CityFinanceBureau }, want: none},
		{rule: "region-level-rules", account: func(a A) { a.Holder.Authority = rule.CentralLevel }, want: none},
		{rule: "received-less-tax-is-payable", want: met},
		{rule: "received-less-tax-is-payable", row: func(r R) { r.Payable = yuan("600000.00") }, want: not, path: "/rows/0/payable"},
		{rule: "received-less-tax-is-payable", row: func(r R) { r.Payable = no }, want: open},
		{rule: "received-less-tax-is-payable", row: func(r R) { r.BankOn, r.Received = calendar.Date{}, no }, want: none},
		{rule: "received-less-tax-is-payable", account: func(a A) { a.Holder.Taxation.Taxpayer = "" }, want: open},
		{rule: "remitted-by-year-end", want: met},
		{rule: "remitted-by-year-end", row: func(r R) { r.Remitted = yuan("594059.40") }, want: not, path: "/rows/0/remitted"},
		{rule: "remitted-by-year-end", row: func(r R) { r.Remitted = yuan("594059.42") }, want: not, path: "/rows/0/remitted"},
		{rule: "remitted-by-year-end", row: func(r R) { r.RemittedOn = day("2027-01-04") }, want: not, path: "/rows/0/remitted"},
		{rule: "remitted-by-year-end", row: func(r R) { r.RemittedOn = calendar.Date{} }, at: "2026-12-30", want: none},
		{rule: "payment-kind-fixed", want: met},
		{rule: "payment-kind-fixed", account: func(a A) {
			second := whole()
			second.ID, second.BankOn, second.Payment = "SR-2", day("2026-05-11"), revenue.OneOff
			a.Rows = append(a.Rows, second)
		}, want: not, path: "/rows/1/payment"},
		{rule: "payment-kind-fixed", account: func(a A) {
			second := whole()
			second.ID, second.BankOn, second.Payment, second.Item = "SR-2", day("2026-05-11"), revenue.OneOff, "入门费"
			a.Rows = append(a.Rows, second)
		}, want: met},
		{rule: "payment-kind-fixed", row: func(r R) { r.Agreement = "" }, want: none},

		{rule: "no-overcollecting", want: met},
		{rule: "no-overcollecting", row: func(r R) { r.Due = yuan("599999.99") }, want: not, path: "/rows/0/received"},
		{rule: "no-overcollecting", row: func(r R) { r.Due = no }, want: open},
		{rule: "no-undercollecting", want: met},
		{rule: "no-undercollecting", row: func(r R) { r.Received = yuan("599999.99") }, want: not, path: "/rows/0/received"},
		{rule: "no-undercollecting", row: func(r R) { r.Received = yuan("599999.99") }, at: "2026-03-27", want: none},
		{rule: "no-waiving", want: met},
		{rule: "no-waiving", row: func(r R) { r.BankOn, r.Received = calendar.Date{}, no }, want: not, path: "/rows/0/received"},
		{rule: "no-waiving", row: func(r R) { r.DueOn = calendar.Date{} }, want: none},
		{rule: "no-short-remittance", want: met},
		{rule: "no-short-remittance", row: func(r R) { r.Remitted = yuan("0.01") }, want: not, path: "/rows/0/remitted"},
		{rule: "no-short-remittance", row: func(r R) { r.RemittedOn = calendar.Date{} }, want: met}, // nothing at all is another word
		{rule: "no-default", want: met},
		{rule: "no-default", row: func(r R) { r.RemittedOn, r.Remitted = calendar.Date{}, no }, want: not, path: "/rows/0/remittedOn"},
		{rule: "no-default", row: func(r R) { r.RemittedOn = calendar.Date{} }, at: "2026-12-30", want: none},
		{rule: "no-withholding", want: met},
		{rule: "no-withholding", row: func(r R) { r.RemittedOn = day("2026-04-26") }, want: met}, // 30 days
		{rule: "no-withholding", row: func(r R) { r.RemittedOn = day("2026-04-27") }, want: not, path: "/rows/0/remittedOn"},
		{rule: "no-withholding", row: func(r R) { r.RemittedOn = day("2026-04-27") }, account: func(a A) { a.Limits.HeldDays = 31 }, want: met},
		{rule: "no-withholding", row: func(r R) { r.BankOn, r.TreasuryOn = calendar.Date{}, day("2026-03-27") }, want: none},
		{rule: "no-spending-of-revenue", want: met},
		{rule: "no-spending-of-revenue", row: func(r R) { r.Deducted = yuan("0.01") }, want: not, path: "/rows/0/deducted"},
		{rule: "no-spending-of-revenue", row: func(r R) { r.BankOn, r.Received = calendar.Date{}, no }, want: none},
		{rule: "no-concealing", want: met},
		{rule: "no-concealing", row: func(r R) { r.Bill = "" }, want: not, path: "/rows/0/bill"},
		{rule: "no-concealing", row: func(r R) { r.BankOn, r.Received = calendar.Date{}, no }, want: none},

		{rule: "no-circular-payment", want: met},
		{rule: "no-circular-payment", account: func(a A) { a.Transfers, a.Related = transfers("2026-03-01", "2026-06-25"), []string{"下属公司"} }, want: not, path: "/rows/0/counterparty"}, // 26 days before, 90 after
		{rule: "no-circular-payment", account: func(a A) { a.Transfers, a.Related = transfers("2026-03-01", "2026-06-26"), []string{"下属公司"} }, want: met},                               // 91 after
		{rule: "no-circular-payment", account: func(a A) { a.Transfers = transfers("2026-03-01", "2026-03-02") }, want: met},                                                            // through a stranger
		{rule: "no-circular-payment", account: func(a A) {
			a.Transfers = []revenue.Transfer{{From: "自治区交通运输厅", To: "运营机构甲", On: day("2026-03-26"), Amount: yuan("1.00")}}
		}, want: not, path: "/rows/0/counterparty"},
		{rule: "no-circular-payment", account: func(a A) { a.Holder.Name = "" }, want: open},
		{rule: "no-circular-payment", row: func(r R) { r.BankOn, r.Received = calendar.Date{}, no }, want: none},
		{rule: "no-budget-funded-payer", want: met},
		{rule: "no-budget-funded-payer", account: budget("2026-02-25", "600000.00"), want: not, path: "/rows/0/counterparty"}, // 30 days before
		{rule: "no-budget-funded-payer", account: budget("2026-02-24", "600000.00"), want: met},
		{rule: "no-budget-funded-payer", account: budget("2026-03-28", "600000.00"), want: met},
		{rule: "no-budget-funded-payer", account: budget("2026-03-27", "599999.99"), want: met},
		{rule: "no-budget-funded-payer", row: func(r R) { r.BankOn, r.Received = calendar.Date{}, no }, want: none},
		{rule: "no-lump-sum-for-years", want: met},
		{rule: "no-lump-sum-for-years", row: func(r R) { r.Months, r.Contract = record.Some[int64](13), yuan("1200000.00") }, want: met}, // exactly half
		{rule: "no-lump-sum-for-years", row: func(r R) { r.Months, r.Contract = record.Some[int64](13), yuan("1199999.99") }, want: not, path: "/rows/0/received"},
		{rule: "no-lump-sum-for-years", row: func(r R) { r.Months = record.Opt[int64]{} }, want: open},
		{rule: "no-lump-sum-for-years", row: func(r R) { r.Months, r.Contract = record.Some[int64](13), no }, want: open},
		{rule: "no-lump-sum-for-years", row: func(r R) { r.BankOn, r.Received = calendar.Date{}, no }, want: none},
		{rule: "no-revenue-without-use", want: met},
		{rule: "no-revenue-without-use", row: func(r R) { r.Used = record.Some(false) }, want: not, path: "/rows/0/used"},
		{rule: "no-revenue-without-use", row: func(r R) { r.Used = record.Some(false) }, at: "2026-09-22", want: none}, // 179 days
		{rule: "no-revenue-without-use", row: func(r R) { r.Used = record.Some(false) }, at: "2026-09-23", want: not, path: "/rows/0/used"},
		{rule: "no-revenue-without-use", row: func(r R) { r.Used = record.Opt[bool]{} }, want: open},
		{rule: "no-inflated-price", want: met}, // 600,000.00 is exactly 20 % above 500,000.00
		{rule: "no-inflated-price", row: func(r R) { r.Appraised = yuan("499999.99") }, want: not, path: "/rows/0/received"},
		{rule: "no-inflated-price", row: func(r R) { r.Ceiling = yuan("599999.99") }, want: not, path: "/rows/0/received"},
		{rule: "no-inflated-price", row: func(r R) { r.Ceiling, r.Appraised = no, no }, want: none},
	} {
		r := whole()
		if c.row != nil {
			c.row(&r)
		}
		a := transport(r)
		if c.account != nil {
			c.account(&a)
		}
		if c.at == "" {
			c.at = "2026-12-31"
		}
		id := rule.ID("revenue." + c.rule)
		seen[id] = true
		report := revenue.AccountRules().Explain(a, rule.Context{At: day(c.at), Role: a.Holder.Role, Entity: a.Holder.Entity})
		i := slices.IndexFunc(report.Outcomes, func(o rule.Outcome) bool { return o.Rule == id })
		require.GreaterOrEqual(t, i, 0, id)
		assert.Equal(t, c.want, report.Outcomes[i].State, "%s %s %s", id, c.path, c.at)
		for _, f := range report.Findings {
			if f.Rule == id {
				assert.Equal(t, c.path, f.Path, id)
				assert.NotEmpty(t, f.Message.ZH)
				assert.NotEmpty(t, f.Message.EN)
				assert.NotEmpty(t, f.Fix.EN)
				assert.NotEmpty(t, f.Basis)
			}
		}
	}
	for _, r := range revenue.AccountRules().Rules() {
		assert.True(t, seen[r.ID], "%s has no case", r.ID)
	}
	enterprise := transport(whole())
	for _, o := range revenue.AccountRules().Explain(enterprise, rule.Context{Entity: rule.Enterprise}).Outcomes {
		assert.Equal(t, none, o.State, "%s binds no enterprise: it files instead", o.Rule)
	}
}

func list(t *testing.T, name string, cells int) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "testdata", "coverage", name))
	require.NoError(t, err)
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, row, cells, line)
		rows = append(rows, row)
	}
	return rows
}

// The twelve words of 财资〔2024〕1号, in its order: a rule for each, or the reason.
func TestForbiddenWords(t *testing.T) {
	words := strings.Split("多收、少收、不收、少缴、不缴、侵占、私分、截留、占用、挪用、隐匿、坐支", "、")
	rows := list(t, "revenue-words.txt", 2)
	require.Len(t, rows, len(words))
	for i, row := range rows {
		assert.Equal(t, words[i], row[0])
		if strings.HasPrefix(row[1], "reason: ") {
			continue
		}
		n := slices.IndexFunc(revenue.Catalogue().Rules, func(r rule.Rule) bool { return string(r.ID) == row[1] })
		if assert.GreaterOrEqual(t, n, 0, row[1]) {
			assert.Contains(t, revenue.Catalogue().Rules[n].Title.ZH, row[0])
		}
	}
}

// Each policy of this field has its sentence, is where the list says, and has a
// test that goes through its options.
func TestPoliciesAreCovered(t *testing.T) {
	var tests strings.Builder
	for _, name := range []string{"filing_test.go", "filing_choices_test.go", "account_test.go"} {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		tests.Write(b)
	}
	rows := list(t, "revenue-policies.txt", 4)
	choices := revenue.Catalogue().Choices
	fields := map[string]bool{}
	for _, row := range rows {
		c := rule.Choice{Policy: row[0]}
		chosen := slices.ContainsFunc(choices, func(c rule.Choice) bool { return c.Policy == row[0] })
		assert.Equal(t, !strings.HasPrefix(row[2], "rule "), chosen, "%s: a rule only refuses, a field is chosen", row[0])
		asked := slices.ContainsFunc(rule.Policies(), func(p rule.Policy) bool { return p.Number == row[0] })
		assert.True(t, asked, c.Policy)
		assert.Contains(t, tests.String(), "func "+row[3]+"(", c.Policy)
		kind, name, _ := strings.Cut(row[2], " ")
		switch kind {
		case "policy":
			_, ok := reflect.TypeFor[revenue.Policy]().FieldByName(name)
			assert.True(t, ok, row)
			fields[name] = true
		case "field":
			_, row := reflect.TypeFor[revenue.Row]().FieldByName(name)
			_, holder := reflect.TypeFor[revenue.Holder]().FieldByName(name)
			assert.True(t, row || holder, name)
		}
	}
	assert.Len(t, fields, reflect.TypeFor[revenue.Policy]().NumField()-1, "and Duties, which is another plan's")
}

// Each filing of the plan has its duty and its form, and cites its clause.
func TestFilingsAreCovered(t *testing.T) {
	duties := map[string][]rule.Clause{}
	for _, d := range revenue.Catalogue().Duties {
		duties[string(d.ID)] = d.Basis
	}
	records := map[string]bool{}
	for _, d := range revenue.Definitions() {
		records[d.Name] = true
	}
	for _, row := range list(t, "revenue-filings.txt", 4) {
		assert.True(t, slices.ContainsFunc(duties[row[2]], func(c rule.Clause) bool { return c.Key == row[0] }), row)
		assert.True(t, records[row[3]], row)
	}
	assert.Len(t, duties, 4)
}

// Each sign of inflated revenue has its rule, which cites the ban, or the reason.
func TestFlagsAreCovered(t *testing.T) {
	flags := 0
	for _, r := range revenue.Catalogue().Rules {
		if slices.Contains(r.Basis, rule.GX("5.3.4")) {
			flags++
		}
	}
	for _, row := range list(t, "revenue-flags.txt", 2) {
		if strings.HasPrefix(row[1], "reason: ") {
			continue
		}
		flags--
		assert.True(t, slices.ContainsFunc(revenue.Catalogue().Rules, func(r rule.Rule) bool {
			return string(r.ID) == row[1] && slices.Contains(r.Basis, rule.GX("5.3.4")) && !r.Judgement.IsZero()
		}), row)
	}
	assert.Zero(t, flags, "a flag that the list does not ask for")
	require.NoError(t, revenue.Catalogue().Check())
}
