package accounting_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// chart is a small chart: two accounts of each book, one for enterprises only,
// one in force from 2026.
func chart(t testing.TB) *accounting.Chart {
	t.Helper()
	account := func(code, zh, en string, b accounting.Book, s accounting.Side) accounting.Account {
		return accounting.Account{Code: code, Name: rule.Text{ZH: zh, EN: en}, Book: b, Normal: s}
	}
	enterprise := account("5301", "研发支出", "research and development", accounting.Financial, accounting.Debit)
	enterprise.Entities = []rule.Entity{rule.Enterprise}
	later := account("1799", "数据资源", "data resources", accounting.Financial, accounting.Debit)
	later.Effective = rule.From(calendar.MustDate(2026, 1, 1))
	c, err := accounting.NewChart(
		account("1002", "银行存款", "bank deposits", accounting.Financial, accounting.Debit),
		account("2103", "应缴财政款", "payable to treasury", accounting.Financial, accounting.Credit),
		account("8001", "资金结存", "funds", accounting.Budgetary, accounting.Debit),
		account("6609", "其他预算收入", "other budget revenue", accounting.Budgetary, accounting.Credit),
		enterprise, later,
	)
	require.NoError(t, err)
	return c
}

func line(s accounting.Side, code, amount string) accounting.Line {
	l := accounting.Line{Account: code, Side: s}
	if amount != "" {
		l.Amount = money.MustParse(amount)
	}
	return l
}

func entry(lines ...accounting.Line) accounting.Entry {
	return accounting.Entry{
		Book: accounting.Financial, Date: calendar.MustDate(2025, 6, 30), Summary: "收到收入",
		Basis: []rule.Clause{rule.In("财会〔2017〕25号", "2103")}, Lines: lines,
	}
}

func TestVoucherBalances(t *testing.T) {
	e := entry(
		line(accounting.Debit, "1002", "600000.00"),
		line(accounting.Credit, "2103", "594059.41"), line(accounting.Credit, "2103", "5940.59"),
	)
	v, err := chart(t).Voucher(e, rule.Administrative)
	require.NoError(t, err)
	require.Equal(t, "600000.00", v.Total().String())
	require.Equal(t, "借1002 600000.00，贷2103 594059.41，贷2103 5940.59", v.String())
	require.Equal(t, "银行存款", v.Entry().Lines[0].Name, "a code never stands alone")

	// What went in and what came out stay apart from the voucher.
	e.Lines[0].Account, e.Basis[0] = "9999", rule.Clause{}
	v.Entry().Lines[1].Amount = money.Amount{}
	require.Equal(t, "借1002 600000.00，贷2103 594059.41，贷2103 5940.59", v.String())
	require.False(t, accounting.Voucher{}.Total().Present())
}

func TestVoucherRefused(t *testing.T) {
	good := func() accounting.Entry {
		return entry(line(accounting.Debit, "1002", "1.00"), line(accounting.Credit, "2103", "1.00"))
	}
	for _, c := range []struct {
		name   string
		change func(*accounting.Entry)
		line   int
		want   string
	}{
		{"no date", func(e *accounting.Entry) { e.Date = calendar.Date{} }, -1, "date"},
		{"blank summary", func(e *accounting.Entry) { e.Summary = " \t" }, -1, "summary"},
		{"no basis", func(e *accounting.Entry) { e.Basis = nil }, -1, "clauses"},
		{"no lines", func(e *accounting.Entry) { e.Lines = nil }, -1, "a debit and a credit"},
		{"one line", func(e *accounting.Entry) { e.Lines = e.Lines[:1] }, -1, "a debit and a credit"},
		{"no such account", func(e *accounting.Entry) { e.Lines[1].Account = "9999" }, 1, "account of the chart"},
		{"a full-width code", func(e *accounting.Entry) { e.Lines[1].Account = "２１０３" }, 1, "account of the chart"},
		{"the other book", func(e *accounting.Entry) { e.Lines[1].Account = "6609" }, 1, "financial book"},
		{"no book", func(e *accounting.Entry) { e.Book = "" }, 0, "book"},
		{"another kind of unit's account", func(e *accounting.Entry) { e.Lines[0].Account = "5301" }, 0, "administrative"},
		{"an account not yet in force", func(e *accounting.Entry) { e.Lines[0].Account = "1799" }, 0, "in force on 2025-06-30"},
		{"no amount", func(e *accounting.Entry) { e.Lines[0].Amount = money.Amount{} }, 0, "above 0.00"},
		{"zero", func(e *accounting.Entry) { e.Lines[0].Amount = money.Zero() }, 0, "above 0.00"},
		{"negative", func(e *accounting.Entry) { e.Lines[0].Amount = money.MustParse("-1.00") }, 0, "above 0.00"},
		{"no side", func(e *accounting.Entry) { e.Lines[0].Side = "" }, 0, "debit or credit"},
		{"unbalanced by a fen", func(e *accounting.Entry) { e.Lines[0].Amount = money.MustParse("1.01") }, -1, "debits equal"},
		{"both debits", func(e *accounting.Entry) { e.Lines[1].Side = accounting.Debit }, -1, "debits equal"},
		{"beyond all amounts", func(e *accounting.Entry) {
			e.Lines[0].Amount = money.MustParse("999999999999999.99")
			e.Lines = append(e.Lines, e.Lines[0])
		}, 2, "sum below"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := good()
			c.change(&e)
			_, err := chart(t).Voucher(e, rule.Administrative)
			fault, ok := errors.AsType[*accounting.VoucherError](err)
			require.True(t, ok, "%v", err)
			require.Equal(t, c.line, fault.Line)
			require.Contains(t, fault.Want.EN, c.want)
		})
	}
	_, err := chart(t).Voucher(good(), rule.Administrative)
	require.NoError(t, err)
}

func TestChartRefused(t *testing.T) {
	good := accounting.Account{Code: "1701", Name: rule.Text{ZH: "无形资产", EN: "intangible assets"}, Book: accounting.Financial, Normal: accounting.Debit}
	for _, c := range []struct {
		name   string
		change func(*accounting.Account)
	}{
		{"no code", func(a *accounting.Account) { a.Code = "" }},
		{"no Chinese name", func(a *accounting.Account) { a.Name.ZH = "" }},
		{"no English name", func(a *accounting.Account) { a.Name.EN = "" }},
		{"no book", func(a *accounting.Account) { a.Book = "" }},
		{"no side", func(a *accounting.Account) { a.Normal = "" }},
	} {
		a := good
		c.change(&a)
		_, err := accounting.NewChart(a)
		_, ok := errors.AsType[*accounting.ChartError](err)
		require.True(t, ok, c.name)
	}
	_, err := accounting.NewChart(good, good)
	require.ErrorContains(t, err, "1701", "a code is there once")

	one, err := accounting.NewChart(good)
	require.NoError(t, err)
	other := good
	other.Code = strings.Repeat("9", 4)
	two, err := one.With(other)
	require.NoError(t, err)
	require.Len(t, one.Accounts(), 1, "the chart it came from stays as it was")
	require.Len(t, two.Accounts(), 2)
	_, ok := two.Account("1234")
	require.False(t, ok)
}

// A voucher that closes accounts is one of its kind; another kind there is not. A
// fault of a line names it as people count, from 1; one of the entry names none.
func TestVoucherKindsAndFaults(t *testing.T) {
	good := func() accounting.Entry {
		return entry(line(accounting.Debit, "1002", "1.00"), line(accounting.Credit, "2103", "1.00"))
	}
	for kind, fits := range map[accounting.VoucherKind]bool{"": true, accounting.Opening: true, accounting.Closing: true, accounting.Correcting: false, "carry": false} {
		e := good()
		e.Kind = kind
		_, err := chart(t).Voucher(e, rule.Administrative)
		require.Equal(t, fits, err == nil, "%s: %v", kind, err)
	}
	for want, change := range map[string]func(*accounting.Entry){
		"accounting: voucher line 1: 9999: want an account of the chart":   func(e *accounting.Entry) { e.Lines[0].Account = "9999" },
		"accounting: voucher line 2: 0.00: want an amount above 0.00":      func(e *accounting.Entry) { e.Lines[1].Amount = money.Zero() },
		"accounting: voucher: no summary: want a summary":                  func(e *accounting.Entry) { e.Summary = " " },
		"accounting: voucher: 1 lines: want a debit and a credit at least": func(e *accounting.Entry) { e.Lines = e.Lines[:1] },
	} {
		e := good()
		change(&e)
		_, err := chart(t).Voucher(e, rule.Administrative)
		require.EqualError(t, err, want)
	}
}
