package accounting_test

import (
	"errors"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// remitted is an event type in both books: each asset's receipt under its own
// detail account, their sum payable.
func remitted() accounting.EventType {
	return accounting.EventType{
		ID: "test.remitted", Title: rule.Text{ZH: "收入上缴", EN: "remitted"},
		Basis: []rule.Clause{rule.In("财会〔2017〕25号", "2103")}, Evidence: rule.FullText,
		Entities: []rule.Entity{rule.Administrative}, Approved: true,
		Entries: []accounting.EntryTemplate{
			accounting.Financially(accounting.Dr("1002", "received").Of(), accounting.Cr("2103", "received")),
			accounting.Budgetarily(accounting.Dr("8001", "cash"), accounting.Cr("6609", "cash")),
		},
	}
}

func table(t testing.TB, types ...accounting.EventType) *accounting.Table {
	t.Helper()
	table, err := accounting.NewTable(chart(t), accounting.Events{
		Inputs: []accounting.Input{
			{Name: "received", Title: rule.Text{ZH: "应缴", EN: "receivable"}}, {Name: "cash", Title: rule.Text{ZH: "实收", EN: "cash"}},
		},
		Types: types,
	})
	require.NoError(t, err)
	return table
}

func event() accounting.Event {
	part := func(id, detail, received, cash string) accounting.Part {
		return accounting.Part{Asset: id, Detail: detail, Amounts: map[string]money.Amount{
			"received": money.MustParse(received), "cash": money.MustParse(cash),
		}}
	}
	return accounting.Event{
		ID: "SR-1", Kind: "test.remitted", On: calendar.MustDate(2026, 3, 27), Entity: rule.Administrative,
		Parts:    []accounting.Part{part("JT-02", "数据资产——交调", "600000.00", "600000.00"), part("JT-06", "数据资产——影像", "0.01", "0.02")},
		Approval: accounting.Approval{Body: "自治区财政厅", On: calendar.MustDate(2026, 3, 27), Number: "示例批复〔2026〕1号"},
	}
}

func TestEventPosts(t *testing.T) {
	p, err := table(t, remitted()).Post(event())
	require.NoError(t, err)
	require.Equal(t, "SR-1", p.Event)
	require.Equal(t, "test.remitted", p.Kind)
	require.Equal(t, []string{"JT-02", "JT-06"}, p.Assets)
	require.Len(t, p.Vouchers, 2)
	require.Equal(t, "借1002 600000.00，借1002 0.01，贷2103 600000.01", p.Vouchers[0].String(), "own lines apart, the others summed")
	require.Equal(t, "借8001 600000.02，贷6609 600000.02", p.Vouchers[1].String())
	e := p.Vouchers[0].Entry()
	require.Equal(t, "数据资产——影像", e.Lines[1].Detail)
	require.Empty(t, e.Lines[2].Detail)
	require.Equal(t, "收入上缴：JT-02、JT-06", e.Summary)
	require.Equal(t, event().Approval, e.Approval)
	require.Equal(t, rule.FullText, e.Evidence)
	require.Equal(t, event().On, e.Date)

	item := remitted().Item()
	require.Equal(t, rule.KindEntry, item.Kind)
	require.Equal(t, rule.ID("test.remitted"), item.ID)
}

func TestEventRefused(t *testing.T) {
	for want, change := range map[string]func(*accounting.EventType, *accounting.Event){
		"an id":                        func(_ *accounting.EventType, e *accounting.Event) { e.ID = "" },
		"a kind of the table":          func(_ *accounting.EventType, e *accounting.Event) { e.Kind = "test.other" },
		"the day it happened":          func(_ *accounting.EventType, e *accounting.Event) { e.On = calendar.Date{} },
		"an asset at least":            func(_ *accounting.EventType, e *accounting.Event) { e.Parts = nil },
		"each with its id":             func(_ *accounting.EventType, e *accounting.Event) { e.Parts[1].Asset = "" },
		"JT-02 once":                   func(_ *accounting.EventType, e *accounting.Event) { e.Parts[1].Asset = "JT-02" },
		"not one of kind enterprise":   func(_ *accounting.EventType, e *accounting.Event) { e.Entity = rule.Enterprise },
		"not one of kind ":             func(_ *accounting.EventType, e *accounting.Event) { e.Entity = "" },
		"body, date and number":        func(_ *accounting.EventType, e *accounting.Event) { e.Approval.Number = "" },
		"the approval: body, date":     func(_ *accounting.EventType, e *accounting.Event) { e.Approval.On = calendar.Date{} },
		"the approval: ":               func(_ *accounting.EventType, e *accounting.Event) { e.Approval = accounting.Approval{} },
		"not after 2026-03-27":         func(_ *accounting.EventType, e *accounting.Event) { e.Approval.On = e.On.AddDays(1) },
		"the amount cash of JT-06":     func(_ *accounting.EventType, e *accounting.Event) { delete(e.Parts[1].Amounts, "cash") },
		"the amount received of JT-02": func(_ *accounting.EventType, e *accounting.Event) { e.Parts[0].Amounts = nil },
		"the detail account of JT-06":  func(_ *accounting.EventType, e *accounting.Event) { e.Parts[1].Detail = "" },
		"a sum below": func(_ *accounting.EventType, e *accounting.Event) {
			e.Parts[0].Amounts["received"] = money.MustParse("999999999999999.99")
		},
		"not below 0.00": func(_ *accounting.EventType, e *accounting.Event) {
			e.Parts[0].Amounts["cash"] = money.MustParse("-0.03")
		},
		"no other amounts": func(_ *accounting.EventType, e *accounting.Event) {
			e.Parts[0].Amounts["csh"] = money.MustParse("0.03")
		},
		"an amount above 0.00": func(_ *accounting.EventType, e *accounting.Event) {
			for _, p := range e.Parts {
				p.Amounts["cash"], p.Amounts["received"] = money.Zero(), money.Zero()
			}
		},
		"not before":             func(_ *accounting.EventType, e *accounting.Event) { e.Booked = e.On.AddDays(-1) },
		"the document 合同":        func(t *accounting.EventType, _ *accounting.Event) { t.Documents = []string{"合同"} },
		"how JT-02 is amortised": func(t *accounting.EventType, _ *accounting.Event) { t.Terms = true },
		"life: months": func(_ *accounting.EventType, e *accounting.Event) {
			e.Parts[1].Terms = accounting.Terms{Measured: accounting.AtCost}
		},
		"a day in": func(t *accounting.EventType, e *accounting.Event) { t.Effective = rule.From(e.On.AddDays(1)) },
	} {
		typ, e := remitted(), event()
		change(&typ, &e)
		p, err := table(t, typ).Post(e)
		fault, ok := errors.AsType[*accounting.EventError](err)
		require.True(t, ok, "%s: %v", want, err)
		assert.Contains(t, fault.Want.EN, want)
		assert.NotEmpty(t, fault.Want.ZH, want)
		assert.Empty(t, p.Vouchers, "nothing half made")
		assert.NotEmpty(t, err.Error())
	}
}

// An event type that binds no kind of unit and needs no approval takes any.
func TestEventOfAnyUnit(t *testing.T) {
	typ, e := remitted(), event()
	typ.Entities, typ.Approved = nil, false
	e.Entity, e.Approval = rule.Enterprise, accounting.Approval{}
	_, err := table(t, typ).Post(e)
	require.NoError(t, err)
}
