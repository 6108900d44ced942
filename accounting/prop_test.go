package accounting_test

import (
	"bytes"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// lifeOf draws what a unit does in a month with its assets, and does it; what the
// journal refuses changes nothing.
type lifeOf struct {
	table *accounting.Table
	j     *accounting.Journal
	month calendar.Month
	n     int
}

func (l *lifeOf) post(t *rapid.T, p accounting.Posting) {
	before := text(l.j)
	revision := l.j.Revision()
	if err := l.j.Post(revision, p); err != nil {
		require.Equal(t, before, text(l.j), "a refused call changes nothing: %v", err)
		return
	}
	require.NoError(t, l.j.Post(revision, p), "no event is booked twice")
	require.Equal(t, revision+1, l.j.Revision())
}

func text(j *accounting.Journal) string {
	var b strings.Builder
	if err := j.Write(&b, 0); err != nil {
		return err.Error()
	}
	for c := range j.Cards() {
		fmt.Fprintf(&b, "%+v\n", c)
	}
	fmt.Fprint(&b, j.Closed())
	return b.String()
}

func (l *lifeOf) event(t *rapid.T, kind rule.ID, asset string) accounting.Event {
	l.n++
	fen := rapid.Int64Range(1, 5_000_000).Draw(t, "fen")
	cost, err := money.Fen(fen)
	require.NoError(t, err)
	e := accounting.Event{
		ID: fmt.Sprint("E", l.n), Kind: kind, On: l.month.First().AddDays(rapid.IntRange(0, 27).Draw(t, "day")), Entity: rule.PublicInstitution,
		Facts:    map[string]string{"payment": "bank"},
		Approval: accounting.Approval{Body: "自治区财政厅", On: l.month.First(), Number: "示例〔2026〕1号"},
		Parts:    []accounting.Part{{Asset: asset, Detail: "数据资产——" + asset, Amounts: map[string]money.Amount{"cost": cost}}},
	}
	p := &e.Parts[0]
	card, _ := l.j.Card(asset)
	switch kind {
	case "test.purchase", "test.surplus":
		p.Terms = accounting.Terms{
			Measured: accounting.AtCost, Months: rapid.IntRange(1, 30).Draw(t, "months"), From: l.month,
			Use: rapid.SampledFrom([]string{"", "duty", "management"}).Draw(t, "use"), Rounding: accounting.Rounding(rapid.IntRange(0, 1).Draw(t, "rounding")),
		}
	case "test.writeOff":
		p.Amounts = map[string]money.Amount{"cost": card.Cost, "amortised": card.Amortised}
		if !card.Cost.Present() || rapid.Bool().Draw(t, "wrong") {
			p.Amounts = map[string]money.Amount{"cost": cost, "amortised": money.Zero()}
		}
	}
	return e
}

func (l *lifeOf) step(t *rapid.T) {
	asset := rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "asset")
	switch what := rapid.SampledFrom([]string{"test.purchase", "test.surplus", "test.writeOff", "amortise", "close", "next"}).Draw(t, "what"); what {
	case "next":
		l.month = l.month.Add(1)
	case "close":
		before := text(l.j)
		if err := l.j.Close(l.j.Revision(), accounting.Period{Month: l.month, On: l.month.Last(), By: "张三"}); err != nil {
			require.Equal(t, before, text(l.j))
		}
	case "amortise":
		p, err := l.j.Propose(accounting.Run{
			Table: l.table, Kind: "test.amortise", Month: l.month, Entity: rule.PublicInstitution,
			Batch: rapid.IntRange(1, 3).Draw(t, "batch"), Material: rapid.Bool().Draw(t, "material"),
		})
		require.NoError(t, err)
		before := text(l.j)
		if err := l.j.Post(p.Revision, p.Postings...); err != nil {
			require.ErrorIs(t, err, accounting.ErrClosed)
			require.Equal(t, before, text(l.j))
			return
		}
		again, err := l.j.Propose(accounting.Run{Table: l.table, Kind: "test.amortise", Month: l.month, Entity: rule.PublicInstitution})
		require.NoError(t, err)
		require.Empty(t, again.Postings, "a month is amortised once")
	default:
		if p, err := l.table.Post(l.event(t, rule.ID(what), asset)); err == nil {
			l.post(t, p)
		}
	}
}

// Whatever is done, in whatever order: each book's debits are its credits; cost
// − amortisation is the carrying amount in journal, card and roll-forward;
// numbers are continuous; the journal read back is the journal; hledger's form of
// it balances alike.
func TestLives(t *testing.T) {
	table := events(t)
	rapid.Check(t, func(t *rapid.T) {
		l := &lifeOf{table: table, j: accounting.NewJournal(), month: calendar.MustMonth(2026, 1)}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			l.step(t)
		}
		checkBooks(t, l.j, table.Chart())
		var b bytes.Buffer
		require.NoError(t, l.j.Write(&b, 0))
		got, err := accounting.ReadJournal(&b, "journal.jsonl")
		require.NoError(t, err)
		equalJournals(t, l.j, got)
	})
}

func checkBooks(t *rapid.T, j *accounting.Journal, c *accounting.Chart) {
	var net, entry, cards, ledger [2]int64
	balances, err := j.TrialBalance(c, calendar.Date{})
	require.NoError(t, err)
	elements := map[accounting.Element]int64{}
	for _, b := range balances {
		book := 0
		if b.Account.Book == accounting.Budgetary {
			book = 1
		}
		net[book] += b.Debits.Fen() - b.Credits.Fen()
		elements[b.Account.Element] += b.Net.Fen()
	}
	require.Equal(t, [2]int64{}, net)
	for card := range j.Cards() {
		cards[0] += card.Cost.Fen()
		cards[1] += card.Amortised.Fen()
		require.Equal(t, card.Cost.Fen()-card.Amortised.Fen(), card.Carrying().Fen())
		require.GreaterOrEqual(t, card.Carrying().Fen(), int64(0))
		var last accounting.AssetEntry
		for e := range j.Asset(card.Asset) {
			last = e
		}
		ledger[0] += last.Cost.Fen()
		ledger[1] += last.Amortised.Fen()
	}
	entry = [2]int64{elements[accounting.Cost], elements[accounting.Amortisation]}
	require.Equal(t, entry, cards)
	require.Equal(t, entry, ledger)
	r, err := j.RollForward(calendar.MustDate(2026, 2, 1), calendar.MustDate(2199, 12, 31), nil)
	require.NoError(t, err)
	require.Equal(t, entry, [2]int64{r.Cost.Closing.Fen(), r.Amortised.Closing.Fen()})
	require.Equal(t, r.Cost.Closing.Fen(), r.Cost.Opening.Fen()+r.Cost.Increased().Fen()-r.Cost.Decreased().Fen())
	require.Equal(t, entry[0]-entry[1], r.ClosingCarrying().Fen())
	continuous(t, j)
	sums := map[string]int64{}
	var b bytes.Buffer
	require.NoError(t, j.WriteHledger(&b))
	in := accounting.NewTextReader(&b)
	for {
		x, err := in.Next()
		if err != nil {
			require.Equal(t, "EOF", err.Error())
			break
		}
		for _, line := range x.Lines {
			code, _, _ := strings.Cut(strings.Split(string(line.Account), ":")[1], " ")
			sums[code] += line.Amount.Fen()
		}
	}
	for _, balance := range balances {
		require.Equal(t, balance.Debits.Fen()-balance.Credits.Fen(), sums[balance.Account.Code])
	}
	views(t, j, c)
}

// views wants the journal at a revision to be the entries up to it, with their
// digests, and that of a day to stand at what the trial balance of the day says.
func views(t *rapid.T, j *accounting.Journal, c *accounting.Chart) {
	head := j.Head()
	n := rapid.IntRange(0, j.Revision()).Draw(t, "revision")
	at, err := j.At(n)
	require.NoError(t, err)
	require.NoError(t, j.Verify(at.Head()))
	require.Equal(t, n, at.Revision())
	whole, err := j.At(j.Revision() + 1)
	require.NoError(t, err)
	require.Equal(t, head, whole.Head())
	require.Equal(t, slices.Collect(j.Cards()), slices.Collect(whole.Cards()))

	var days []calendar.Date
	for p := range j.Postings() {
		days = append(days, p.Vouchers[0].Entry().Date)
	}
	if len(days) == 0 {
		return
	}
	day := rapid.SampledFrom(days).Draw(t, "day")
	as, err := j.AsOf(day)
	if err != nil {
		return // what was entered for an earlier day rests on a later one
	}
	want, err := j.TrialBalance(c, day)
	require.NoError(t, err)
	got, err := as.TrialBalance(c, calendar.Date{})
	require.NoError(t, err)
	require.Equal(t, want, got)
	for p := range as.Postings() {
		own, known := j.Posting(p.Event)
		require.True(t, known)
		require.Equal(t, own, p, "with its numbers")
	}
}

// continuous wants 1, 2, 3 … in each book and month.
func continuous(t *rapid.T, j *accounting.Journal) {
	last := map[string]int{}
	for p := range j.Postings() {
		seen := map[string]bool{}
		for _, v := range p.Vouchers {
			e := v.Entry()
			s := string(e.Book) + e.Date.String()[:7] + e.Word
			if !seen[s] {
				last[s]++
				seen[s] = true
			}
			require.Equal(t, last[s], e.Number.N)
		}
	}
}

// Straight line, units, opening and revision against an oracle of rationals.
func TestOracle(t *testing.T) {
	round := func(num, den int64, r accounting.Rounding) int64 {
		x := new(big.Rat).SetFrac64(num, den)
		if r == accounting.HalfUp {
			x.Add(x, big.NewRat(1, 2))
		}
		return new(big.Int).Div(x.Num(), x.Denom()).Int64()
	}
	rapid.Check(t, func(t *rapid.T) {
		cost := rapid.Int64Range(0, 9_999_999_999_999).Draw(t, "cost")
		opening := rapid.Int64Range(0, cost).Draw(t, "opening")
		months := rapid.IntRange(2, 400).Draw(t, "months")
		used := rapid.IntRange(0, months-1).Draw(t, "used")
		r := accounting.Rounding(rapid.IntRange(0, 1).Draw(t, "rounding"))
		amount := func(n int64) money.Amount {
			a, err := money.Fen(n)
			require.NoError(t, err)
			return a
		}
		s, err := accounting.Plan{Cost: amount(cost), Opening: amount(opening), Used: used, Months: months, Start: calendar.MustDate(2020, 1, 15), Rounding: r}.Schedule()
		require.NoError(t, err)
		left, n := cost-opening, months-used
		per := round(left, int64(n), r)
		require.Equal(t, n, s.Months())
		for i := range n {
			want := min(left, int64(i+1)*per)
			if i == n-1 {
				want = left
			}
			require.Equal(t, want, s.Accumulated(i).Fen())
		}
		require.Equal(t, calendar.MustMonth(2020, 1).Add(used), s.Period(0))

		at := rapid.IntRange(0, n-1).Draw(t, "at")
		added := rapid.Int64Range(0, 1_000_000).Draw(t, "added")
		ended, next, err := s.Revise(accounting.Revision{From: s.Period(at), Added: amount(added)})
		require.NoError(t, err)
		done := s.Accumulated(at - 1).Fen()
		require.Equal(t, at, ended.Months())
		if at > 0 {
			require.Equal(t, done, ended.Accumulated(at-1).Fen())
			require.Equal(t, s.Amount(0), ended.Amount(0))
		}
		require.Equal(t, n-at, next.Months())
		require.Equal(t, left-done+added, next.Accumulated(next.Months()-1).Fen(), "what is left sums up")
		require.Equal(t, opening+done, next.Opening().Fen())

		total := rapid.Int64Range(1, 1_000_000_000).Draw(t, "units")
		u, err := accounting.UnitsOfProduction(amount(cost), total, r)
		require.NoError(t, err)
		sum, before := int64(0), int64(0)
		for before < total {
			next := rapid.Int64Range(1, total).Draw(t, "next")
			sum += u.Amount(before, next).Fen()
			before += next
			want := cost
			if before < total {
				x := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(cost), big.NewInt(before)), big.NewInt(total))
				if r == accounting.HalfUp {
					x.Add(x, big.NewRat(1, 2))
				}
				want = new(big.Int).Div(x.Num(), x.Denom()).Int64()
			}
			require.Equal(t, want, sum)
			require.Equal(t, want, u.Accumulated(before).Fen())
		}
	})
}
