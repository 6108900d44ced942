package government_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"pgregory.net/rapid"
)

// life is one asset's life in a journal, and what the model knows of it: what
// stands outside 1701 while it is built, developed, suspended, pending or lost.
type life struct {
	j     *accounting.Journal
	on    calendar.Date
	n     int
	aside int64    // fen in 1613 or 1703
	lost  [2]int64 // gross and amortised that went to 1902
}

// amounts is what an event of a kind takes.
func (l *life) amounts(kind string, x int64, c accounting.Card) map[string]int64 {
	gross, amortised := c.Cost.Fen(), c.Amortised.Fen()
	switch kind {
	case "purchase", "surplus-found":
		return map[string]int64{"cost": x}
	case "surplus-approved":
		return map[string]int64{"cost": gross}
	case "surplus-nominal-found", "surplus-nominal-approved":
		return map[string]int64{"nominal": 100}
	case "transfer-in-nominal":
		return map[string]int64{"taxes": 0}
	case "later-spending", "nominal-later-spending", "suspended-spent", "project-spent":
		return map[string]int64{"paid": x}
	case "nominal-to-cost-prior-year":
		return map[string]int64{"cost": x + 100}
	case "suspended", "sale", "transferred-out", "written-off", "donated-out", "loss-found", "merged-out":
		return map[string]int64{"gross": gross, "amortised": amortised}
	case "loss-amortised":
		return map[string]int64{"gross": gross}
	case "loss-approved":
		return map[string]int64{"gross": l.lost[0], "amortised": l.lost[1]}
	case "suspended-completed", "development-formed":
		return map[string]int64{"cost": l.aside}
	case "project-delivered":
		return map[string]int64{"investment": l.aside}
	case "development-spent":
		return map[string]int64{"cash": x}
	}
	return map[string]int64{"estimate": gross, "final": gross + x}
}

var lived = []string{
	"purchase", "surplus-found", "surplus-approved", "surplus-nominal-found", "surplus-nominal-approved", "transfer-in-nominal",
	"later-spending", "nominal-later-spending", "nominal-to-cost-prior-year", "suspended", "suspended-spent", "suspended-completed",
	"sale", "transferred-out", "written-off", "donated-out", "loss-found", "loss-approved", "merged-out",
	"development-spent", "development-formed", "project-spent", "project-delivered", "project-settled",
}

func (l *life) step(t *rapid.T) {
	kind := rapid.SampledFrom(lived).Draw(t, "kind")
	x := rapid.Int64Range(1, 1_000_000_00).Draw(t, "fen")
	l.on = l.on.AddDays(rapid.IntRange(0, 70).Draw(t, "days"))
	card, _ := l.j.Card("JT-01")
	if kind == "loss-found" && card.Cost.Sign() > 0 && card.Carrying().Sign() == 0 {
		kind = "loss-amortised"
	}
	s := sample{kind: kind, by: department, facts: "payment=treasury", on: l.on.String()}
	e := s.event(t)
	l.n++
	e.ID = "E-" + strconv.Itoa(l.n)
	e.Parts[0].Amounts = map[string]money.Amount{}
	for name, fen := range l.amounts(kind, x, card) {
		e.Parts[0].Amounts[name], _ = money.Fen(fen)
	}
	if e.Parts[0].Terms.Months > 0 {
		e.Parts[0].Terms.Months = rapid.IntRange(1, 24).Draw(t, "months")
		if first := card.Through.Add(1); !card.Through.IsZero() && e.Parts[0].Terms.From.Compare(first) < 0 {
			e.Parts[0].Terms.From = first // the month is amortised already
		}
	}
	nothing := kind != "transfer-in-nominal" // a fully amortised asset that comes back without spending
	for _, a := range e.Parts[0].Amounts {
		nothing = nothing && a.Fen() == 0
	}
	row, _ := government.Events().Type(e.Kind)
	legal := slices.ContainsFunc(row.Moves, func(m accounting.Move) bool { return slices.Contains(m.From, card.State) })
	all, err := government.Events().Chain(e)
	if err != nil {
		if legal && !nothing {
			t.Fatalf("%s of %q refused: %v", kind, card.State, err)
		}
		return // amounts of nothing: the table refuses before the journal does
	}
	before := l.j.Revision()
	err = l.j.Post(before, all...)
	switch {
	case legal && err != nil:
		t.Fatalf("%s of %q refused: %v", kind, card.State, err)
	case !legal && err == nil:
		t.Fatalf("%s of an asset that is %q was booked", kind, card.State)
	case !legal && l.j.Revision() != before:
		t.Fatalf("%s was refused and half-booked", kind)
	case legal:
		if err := l.j.Post(l.j.Revision(), all...); err != nil || l.j.Revision() != before+len(all) {
			t.Fatalf("%s posted again: %v", kind, err)
		}
		l.aftermath(kind, x, card)
	}
}

func (l *life) aftermath(kind string, x int64, before accounting.Card) {
	switch kind {
	case "development-spent", "project-spent", "suspended-spent":
		l.aside += x
	case "suspended":
		l.aside = before.Carrying().Fen()
	case "suspended-completed", "development-formed", "project-delivered":
		l.aside = 0
	case "loss-found":
		l.lost = [2]int64{before.Cost.Fen(), before.Amortised.Fen()}
	}
}

// amortise runs the month, twice: the second run books nothing.
func (l *life) amortise(t *rapid.T) {
	run := accounting.Run{Table: government.Events(), Kind: government.Amortised, Month: calendar.MonthOf(l.on), Entity: department}
	for again := range 2 {
		p, err := l.j.Propose(run)
		if err != nil {
			t.Fatal(err)
		}
		if again == 1 && len(p.Postings) > 0 {
			t.Fatal("a month amortised twice")
		}
		if err := l.j.Post(p.Revision, p.Postings...); err != nil {
			t.Fatal(err)
		}
	}
	l.on = calendar.MonthOf(l.on).Last()
}

// check is what holds at any time of any life.
func (l *life) check(t *rapid.T) {
	sums := map[accounting.Book]int64{}
	balances, err := l.j.TrialBalance(government.Chart(), calendar.Date{})
	if err != nil {
		t.Fatal(err)
	}
	net := map[string]int64{}
	for _, b := range balances {
		sums[b.Account.Book] += b.Debits.Fen() - b.Credits.Fen()
		net[b.Account.Code] = b.Net.Fen()
	}
	for book, sum := range sums {
		if sum != 0 {
			t.Fatalf("%s does not balance: %d", book, sum)
		}
	}
	card, _ := l.j.Card("JT-01")
	if card.Cost.Fen() != net["1701"] || card.Amortised.Fen() != net["1702"] || card.Amortised.Compare(card.Cost) > 0 && card.Cost.Present() {
		t.Fatalf("card %s − %s, books %d − %d", card.Cost, card.Amortised, net["1701"], net["1702"])
	}
	if net["3501"] != 0 {
		t.Fatalf("3501 stands at %d", net["3501"])
	}
	if (card.State == government.HeldNominal || card.State == government.PendingNominal) && card.Amortised.Fen() != 0 {
		t.Fatal("a nominal amount was amortised")
	}
	r, err := l.j.RollForward(calendar.MustDate(2025, 1, 1), l.on, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.ClosingCarrying().Fen() != card.Carrying().Fen() {
		t.Fatalf("roll-forward %s, card %s", r.ClosingCarrying(), card.Carrying())
	}
}

// Any order of events of an asset: legal ones are booked once and balance in both
// books, illegal ones change nothing, and card, books and roll-forward agree.
func TestLives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := &life{j: accounting.NewJournal(), on: calendar.MustDate(2025, 1, 6)}
		for range rapid.IntRange(1, 40).Draw(t, "steps") {
			l.step(t)
			if rapid.Bool().Draw(t, "amortise") {
				l.amortise(t)
			}
			l.check(t)
		}
		for year := 2025; year <= l.on.Year(); year++ {
			d, err := government.DifferenceOf(l.j, year)
			if err != nil {
				t.Fatal(err)
			}
			closes(t, d)
		}
	})
}
