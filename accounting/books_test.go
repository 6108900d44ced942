package accounting_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// bought is a purchase by this year's quota: cost over months from its own month.
func bought(t testing.TB, id, cost string, months int, on, booked calendar.Date) accounting.Posting {
	t.Helper()
	p, err := events(t).Post(accounting.Event{
		ID: "WG-" + id, Kind: "test.purchase", On: on, Booked: booked, Entity: rule.Administrative,
		Facts: map[string]string{"payment": "quota"}, Attachments: 2, Signed: accounting.Signatures{Preparer: "张三", Auditor: "李四"},
		Parts: []accounting.Part{{Asset: id, Detail: "数据资产——" + id, Terms: life(months, calendar.MonthOf(on)), Amounts: amounts("cost", cost)}},
	})
	require.NoError(t, err)
	return p
}

func run(t testing.TB, m calendar.Month) accounting.Run {
	return accounting.Run{Table: events(t), Kind: "test.amortise", Month: m, Entity: rule.Administrative}
}

func month(y, m int) calendar.Month {
	return calendar.MonthOf(calendar.MustDate(y, 1, 1).AddMonths(m - 1))
}

// Facts E1: 126,000 over 60 months is 2,100.00 a month. The run is dry; posted
// again or proposed again it books nothing.
func TestAmortisationRun(t *testing.T) {
	j := accounting.NewJournal()
	on := calendar.MustDate(2026, 3, 10)
	require.NoError(t, j.Post(0, bought(t, "A", "126000", 60, on, on)))
	p, err := j.Propose(run(t, month(2026, 3)))
	require.NoError(t, err)
	require.Equal(t, 1, j.Revision(), "nothing is booked yet")
	require.Equal(t, "2100.00", p.Total.String())
	require.Len(t, p.Postings, 1)
	require.Equal(t, "借5001 2100.00，贷1702 2100.00", p.Postings[0].Vouchers[0].String())
	require.NoError(t, j.Post(p.Revision, p.Postings...))
	require.NoError(t, j.Post(p.Revision, p.Postings...), "posted again: nothing")
	again, err := j.Propose(run(t, month(2026, 3)))
	require.NoError(t, err)
	require.Empty(t, again.Postings)
	require.Equal(t, "amortised for the month already", again.Skipped[0].Why.EN)
	require.Equal(t, 2, j.Revision())
	card, ok := j.Card("A")
	require.True(t, ok)
	require.Equal(t, "123900.00", card.Carrying().String())
	require.Equal(t, "held", card.State)

	// The same month under another id: the asset has been amortised for it.
	twice := p.Postings[0]
	twice.Event = "other"
	err = j.Post(2, twice)
	require.ErrorContains(t, err, "amortised for the month already")
	// Another amount than the schedule's is refused too.
	next, err := j.Propose(run(t, month(2026, 4)))
	require.NoError(t, err)
	wrong, err := events(t).Post(accounting.Event{
		ID: "x", Kind: "test.amortise", On: calendar.MustDate(2026, 4, 30), Entity: rule.Administrative,
		Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——A", Amounts: amounts("current", "2100.01")}},
	})
	require.NoError(t, err)
	wrong.Through = month(2026, 4)
	require.ErrorContains(t, j.Post(2, wrong), "the amortisation 2100.00 through 2026-04")
	require.NoError(t, j.Post(2, next.Postings...))
}

// Nominal, indefinite and fully amortised assets are never amortised; the last
// month takes what is left: facts E16, 10,000 over 36 is 277.78 × 35 and 277.70.
func TestNeverAmortised(t *testing.T) {
	j := accounting.NewJournal()
	on := calendar.MustDate(2026, 1, 10)
	post := func(id string, terms accounting.Terms, cost string) {
		p, err := events(t).Post(accounting.Event{
			ID: "PY-" + id, Kind: "test.surplus", On: on, Entity: rule.Administrative,
			Parts: []accounting.Part{{Asset: id, Detail: "数据资产——" + id, Terms: terms, Amounts: amounts("cost", cost)}},
		})
		require.NoError(t, err)
		require.NoError(t, j.Post(j.Revision(), p))
	}
	post("N", accounting.Terms{Measured: accounting.AtNominal}, "1")
	post("I", accounting.Terms{Measured: accounting.AtCost, Indefinite: true}, "500")
	post("S", life(36, month(2026, 1)), "10000")
	var last money.Amount
	for i := range 38 {
		p, err := j.Propose(run(t, month(2026, 1+i)))
		require.NoError(t, err)
		require.NoError(t, j.Post(p.Revision, p.Postings...))
		if i >= 36 {
			require.Empty(t, p.Postings)
			require.Equal(t, []string{"at nominal amount, never amortised", "of indefinite life, not amortised", "fully amortised"},
				[]string{p.Skipped[0].Why.EN, p.Skipped[1].Why.EN, p.Skipped[2].Why.EN})
			continue
		}
		last = p.Total
		if i < 35 {
			require.Equal(t, "277.78", p.Total.String())
		}
	}
	require.Equal(t, "277.70", last.String())
	card, _ := j.Card("S")
	require.Equal(t, "0.00", card.Carrying().String())

	wrong, err := events(t).Post(accounting.Event{
		ID: "x", Kind: "test.amortise", On: calendar.MustDate(2029, 4, 30), Entity: rule.Administrative,
		Parts: []accounting.Part{{Asset: "N", Detail: "数据资产——N", Amounts: amounts("current", "0.50")}},
	})
	require.NoError(t, err)
	wrong.Through = month(2029, 4)
	require.ErrorContains(t, j.Post(j.Revision(), wrong), "never amortised")
}

// Bought in November 2025, booked in February 2026: 36,000 over 36 months, so
// November, December and January were missed, 1,000.00 each; two of them belong
// to the year before.
func TestCatchUp(t *testing.T) {
	for material, want := range map[bool]string{true: "借5001 1000.00，借3501 2000.00，贷1702 3000.00", false: "借5001 3000.00，贷1702 3000.00"} {
		j := accounting.NewJournal()
		require.NoError(t, j.Post(0, bought(t, "A", "36000", 36, calendar.MustDate(2025, 11, 5), calendar.MustDate(2026, 2, 9))))
		r := run(t, month(2026, 2))
		r.Material = material
		p, err := j.Propose(r)
		require.NoError(t, err)
		require.Len(t, p.Postings, 2)
		require.Equal(t, want, p.Postings[0].Vouchers[0].String())
		require.Equal(t, "补提 2025-11 至 2026-01 摊销：A", p.Postings[0].Vouchers[0].Entry().Summary)
		require.Equal(t, "借5001 1000.00，贷1702 1000.00", p.Postings[1].Vouchers[0].String())
		require.Equal(t, "2000.00", p.Missed[0].Prior.String())
		require.Equal(t, "4000.00", p.Total.String(), "with February")
		require.NoError(t, j.Post(p.Revision, p.Postings...))
		card, _ := j.Card("A")
		require.Equal(t, "4000.00", card.Amortised.String())
	}
}

// The same asset amortised by its use: 36,000.00 over 36,000 units. What a missed month
// used has to be said, so each has a run of its own; that of an earlier year is the
// year's own where the error is material.
func TestCatchUpByUnits(t *testing.T) {
	for material, want := range map[bool]string{true: "借3501 900.00，贷1702 900.00", false: "借5001 900.00，贷1702 900.00"} {
		j := accounting.NewJournal()
		p := bought(t, "A", "36000", 36, calendar.MustDate(2025, 11, 5), calendar.MustDate(2026, 2, 9))
		p.Terms[0].Terms.Months, p.Terms[0].Terms.Units = 0, 36_000
		require.NoError(t, j.Post(0, p))
		var got []string
		for i, used := range []int64{400, 500, 900, 800} { // November to February
			r := run(t, month(2025, 11).Add(i))
			r.Material, r.Usage, r.Booked = material, map[string]int64{"A": used}, calendar.MustDate(2026, 2, 27)
			p, err := j.Propose(r)
			require.NoError(t, err)
			require.NoError(t, j.Post(p.Revision, p.Postings...))
			got = append(got, p.Postings[0].Vouchers[0].String())
		}
		require.Equal(t, strings.ReplaceAll(want, "900", "500"), got[1])
		require.Equal(t, []string{"借5001 900.00，贷1702 900.00", "借5001 800.00，贷1702 800.00"}, got[2:], "of this year")
		card, _ := j.Card("A")
		require.Equal(t, "2600.00", card.Amortised.String())
	}
}

// Two payments of later cost: after six of 60 months at 1,000.00, 5,400.00 more
// makes (54,000 + 5,400) ÷ 54 = 1,100.00 from the month of the event on.
func TestLaterCost(t *testing.T) {
	table, err := events(t).With(accounting.Events{Types: []accounting.EventType{{
		ID: "test.later", Title: both("后续支出", "later spending"), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1701 三(二)1")}, Evidence: rule.FullText,
		Moves:   []accounting.Move{{From: []string{"held"}}},
		Entries: []accounting.EntryTemplate{accounting.Financially(accounting.Dr("1701", "cost").Of(), accounting.Cr("4001", "cost"))},
	}}})
	require.NoError(t, err)
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 1, 10)
	require.NoError(t, j.Post(0, bought(t, "A", "60000", 60, on, on)))
	amortise := func(m int, want string) {
		p, err := j.Propose(run(t, month(2026, m)))
		require.NoError(t, err)
		require.Equal(t, want, p.Total.String(), m)
		require.NoError(t, j.Post(p.Revision, p.Postings...))
	}
	for m := range 6 {
		amortise(1+m, "1000.00")
	}
	later := accounting.Event{
		ID: "HX-1", Kind: "test.later", On: calendar.MustDate(2026, 7, 3), Entity: rule.Administrative,
		Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——A", Amounts: amounts("cost", "5400")}},
	}
	p, err := table.Post(later)
	require.NoError(t, err)
	require.NoError(t, j.Post(j.Revision(), p))
	amortise(7, "1100.00")
	card, _ := j.Card("A")
	require.Equal(t, "2030-12", card.Schedule().Period(53).String(), "the last month stays")

	// An asset that is not there has no later cost.
	later.ID, later.Parts[0].Asset = "HX-2", "B"
	p, err = table.Post(later)
	require.NoError(t, err)
	require.ErrorContains(t, j.Post(j.Revision(), p), "in state held")
}

// Periods close in order; nothing is posted into a closed one; reopening takes
// a decision and a reason, and the last month only.
func TestPeriods(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	require.NoError(t, j.Post(0, bought(t, "A", "36", 36, on, on)))
	end := func(m int) accounting.Period {
		return accounting.Period{Month: month(2026, m), On: calendar.MustDate(2026, 6, 30), By: "张三"}
	}
	early := end(3)
	early.On = calendar.MustDate(2026, 3, 30)
	require.ErrorContains(t, j.Close(1, early), "the end of the month")
	require.NoError(t, j.Close(1, end(3)))
	require.ErrorIs(t, j.Post(2, bought(t, "B", "36", 36, on, on)), accounting.ErrClosed)
	require.ErrorContains(t, j.Close(2, end(5)), "2026-04")
	require.ErrorIs(t, j.Close(1, end(4)), rule.ErrStale)
	require.Equal(t, month(2026, 3), j.Closed())
	require.NoError(t, j.Close(2, end(4)))

	open := end(4)
	require.ErrorContains(t, j.Reopen(3, open), "the approval of a reopening")
	open.Approval = accounting.Approval{Body: "自治区财政厅", On: calendar.MustDate(2026, 6, 29), Number: "示例〔2026〕1号"}
	open.Reason = "漏记外购"
	first := open
	first.Month = month(2026, 3)
	require.ErrorContains(t, j.Reopen(3, first), "the last month closed")
	require.NoError(t, j.Reopen(3, open))
	later := calendar.MustDate(2026, 4, 2)
	require.NoError(t, j.Post(4, bought(t, "B", "36", 36, on, later)))
	require.Equal(t, 5, j.Revision())
	require.Equal(t, month(2026, 3), j.Closed())

	var b bytes.Buffer
	require.NoError(t, j.Write(&b, 0))
	again, err := accounting.ReadJournal(&b, "journal.jsonl")
	require.NoError(t, err)
	require.Equal(t, j.Closed(), again.Closed())
}

// The journal read back is the journal: head, cards, balances, the next number.
func TestReadBack(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	require.NoError(t, j.Post(0, bought(t, "A", "36", 36, on, on), bought(t, "B", "1000", 12, on, on)))
	p, err := j.Propose(run(t, month(2026, 3)))
	require.NoError(t, err)
	require.NoError(t, j.Post(2, p.Postings...))
	var b bytes.Buffer
	require.NoError(t, j.Write(&b, 0))
	written := b.String()
	got, err := accounting.ReadJournal(strings.NewReader(written), "journal.jsonl")
	require.NoError(t, err)
	equalJournals(t, j, got)
	require.NoError(t, got.Verify(j.Head()))
	require.NoError(t, got.Post(1, p.Postings...), "known events are nothing")

	for _, c := range [][2]string{{"36.00", "37.00"}, {"张三", "王五"}, {`"side":"debit"`, `"side":"credit"`}, {"2026-03-10", "2026-03-11"}} {
		_, err := accounting.ReadJournal(strings.NewReader(strings.Replace(written, c[0], c[1], 1)), "journal.jsonl")
		require.ErrorContains(t, err, "changed after it was written", c[0])
	}
	torn, err := accounting.ReadJournal(strings.NewReader(written[:len(written)-30]), "journal.jsonl")
	require.ErrorContains(t, err, "not written to its end")
	require.Equal(t, 2, torn.Revision())
	require.ErrorContains(t, torn.Verify(j.Head()), "at least 3 entries")
	_, err = accounting.ReadJournal(strings.NewReader("{}\n"), "journal.jsonl")
	require.Error(t, err)
}

// Balances enter by an opening voucher that agrees with the cards; what was
// amortised before is taken as it is: 36,000 with 24,000 amortised and 12 months
// left is 1,000.00 a month.
func TestOpening(t *testing.T) {
	good := func() accounting.OpeningEntry {
		return accounting.OpeningEntry{
			Event: "QC-2026", Date: calendar.MustDate(2026, 1, 1), Entity: rule.Administrative, Basis: []rule.Clause{rule.In("会计基础工作规范", "第63条")},
			Balances: []accounting.OpeningBalance{
				{Account: "1701", Detail: "数据资产——甲", Asset: "A", Amount: money.MustParse("36000")},
				{Account: "1702", Detail: "数据资产——甲", Asset: "A", Amount: money.MustParse("24000")},
				{Account: "1002", Amount: money.MustParse("-500")},
				{Account: "3001", Amount: money.MustParse("11500")},
				{Account: "8001", Amount: money.MustParse("70")},
				{Account: "8101", Amount: money.MustParse("70")},
			},
			Cards: []accounting.Card{{
				Asset: "A", Detail: "数据资产——甲", State: "held", Cost: money.MustParse("36000"), Amortised: money.MustParse("24000"),
				Terms: life(12, month(2026, 1)),
			}},
		}
	}
	p, err := public(t).Opening(good())
	require.NoError(t, err)
	require.Equal(t, "借1701 36000.00，贷1702 24000.00，贷1002 500.00，贷3001 11500.00", p.Vouchers[0].String())
	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, p))
	r, err := j.Propose(run(t, month(2026, 1)))
	require.NoError(t, err)
	require.Equal(t, "1000.00", r.Total.String())
	require.NoError(t, j.Post(1, r.Postings...))
	p.Event = "QC-2"
	require.ErrorContains(t, j.Post(2, p), "opening vouchers before all others")

	for want, change := range map[string]func(*accounting.OpeningEntry){
		"agree with the card A": func(o *accounting.OpeningEntry) { o.Cards[0].Amortised = money.MustParse("23999.99") },
		"a card of A":           func(o *accounting.OpeningEntry) { o.Cards = nil },
		"equal on both sides":   func(o *accounting.OpeningEntry) { o.Balances[3].Amount = money.MustParse("1") },
		"asset by asset":        func(o *accounting.OpeningEntry) { o.Balances[0].Asset = "" },
		"not 9999":              func(o *accounting.OpeningEntry) { o.Balances[3].Account = "9999" },
		"terms of the card A":   func(o *accounting.OpeningEntry) { o.Cards[0].Terms = accounting.Terms{} },
	} {
		o := good()
		change(&o)
		_, err := public(t).Opening(o)
		fault, ok := errors.AsType[*accounting.EventError](err)
		require.True(t, ok, want)
		require.Contains(t, fault.Want.EN, want)
	}
}

// The ledger of an asset and the roll-forward agree with the card and the trial
// balance.
func TestLedgerAndRollForward(t *testing.T) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 1, 10)
	require.NoError(t, j.Post(0, bought(t, "A", "36000", 36, on, on), bought(t, "B", "1200", 12, on, on)))
	for m := range 3 {
		p, err := j.Propose(run(t, month(2026, 1+m)))
		require.NoError(t, err)
		require.NoError(t, j.Post(p.Revision, p.Postings...))
	}
	gone, err := events(t).Post(accounting.Event{
		ID: "HX-1", Kind: "test.writeOff", On: calendar.MustDate(2026, 4, 5), Entity: rule.Administrative,
		Approval: accounting.Approval{Body: "自治区财政厅", On: calendar.MustDate(2026, 4, 1), Number: "示例〔2026〕2号"},
		Parts:    []accounting.Part{{Asset: "B", Detail: "数据资产——B", Amounts: amounts("cost", "1200", "amortised", "300")}},
	})
	require.NoError(t, err)
	require.NoError(t, j.Post(j.Revision(), gone))

	var carrying []string
	for e := range j.Asset("B") {
		carrying = append(carrying, e.Filed+" "+e.Carrying().String())
	}
	require.Equal(t, []string{"记-2 1200.00", "记-3 1100.00", "记-1 1000.00", "记-1 900.00", "记-1 1200.00", "记-1 0.00"}, carrying)

	r, err := j.RollForward(calendar.MustDate(2026, 2, 1), calendar.MustDate(2026, 12, 31), nil)
	require.NoError(t, err)
	require.Equal(t, "37200.00", r.Cost.Opening.String())
	require.Equal(t, "1100.00", r.Amortised.Opening.String())
	require.Equal(t, []accounting.Moved{{Kind: "test.writeOff", Amount: money.MustParse("1200")}}, r.Cost.Decreases)
	require.Equal(t, "2200.00", r.Amortised.Increased().String())
	require.Equal(t, "300.00", r.Amortised.Decreased().String())
	require.Equal(t, "33000.00", r.ClosingCarrying().String())
	require.Empty(t, r.Unassigned)
	one, err := j.RollForward(calendar.MustDate(2026, 2, 1), calendar.MustDate(2026, 12, 31), nil, "1701")
	require.NoError(t, err)
	require.Equal(t, r.Cost, one.Cost)
	require.Equal(t, "0.00", one.Amortised.Closing.String(), "1702 is another account")
	cards := make([]accounting.Card, 0, 2)
	for c := range j.Cards() {
		cards = append(cards, c)
	}
	require.Empty(t, j.Reconcile(cards))
	cards[0].Amortised = money.MustParse("2999.99")
	require.Equal(t, []accounting.Difference{{Asset: "A", Element: accounting.Amortisation, Journal: money.MustParse("3000"), Kept: money.MustParse("2999.99")}}, j.Reconcile(cards))
}

// equalJournals holds two journals against each other by all that they show.
func equalJournals(t require.TestingT, want, got *accounting.Journal) {
	require.Equal(t, want.Head(), got.Head())
	require.Equal(t, want.Closed(), got.Closed())
	require.Equal(t, slices.Collect(want.Postings()), slices.Collect(got.Postings()))
	require.Equal(t, slices.Collect(want.Cards()), slices.Collect(got.Cards()))
	var a, b bytes.Buffer
	require.NoError(t, want.Write(&a, 0))
	require.NoError(t, got.Write(&b, 0))
	require.Equal(t, a.String(), b.String())
}
