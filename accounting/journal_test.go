package accounting_test

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// received is a posting in both books: money received, of which all is payable
// to the treasury.
func received(t require.TestingT, c *accounting.Chart, id string, on calendar.Date, amount money.Amount) accounting.Posting {
	voucher := func(b accounting.Book, debit, credit string) accounting.Voucher {
		v, err := c.Voucher(accounting.Entry{
			Book: b, Date: on, Summary: "收到收入", Basis: []rule.Clause{rule.In("财会〔2017〕25号", "2103")},
			Lines: []accounting.Line{
				{Account: debit, Side: accounting.Debit, Amount: amount}, {Account: credit, Side: accounting.Credit, Amount: amount},
			},
		}, rule.Administrative)
		require.NoError(t, err)
		return v
	}
	return accounting.Posting{
		Event: id, Kind: "test.received", Assets: []string{"JT-02"}, On: on,
		Vouchers: []accounting.Voucher{
			voucher(accounting.Financial, "1002", "2103"), voucher(accounting.Budgetary, "8001", "6609"),
		},
	}
}

func day(month, d int) calendar.Date {
	return calendar.MustDate(2026, 1, 1).AddMonths(month - 1).AddDays(d - 1)
}

// numbers lists the numbers of the vouchers with their books, in order.
func numbers(j *accounting.Journal) []string {
	var all []string
	for p := range j.Postings() {
		for _, v := range p.Vouchers {
			all = append(all, string(v.Entry().Book[:1])+" "+v.Entry().Date.String()[:7]+" "+v.Entry().Filed())
		}
	}
	return all
}

// Numbers run through the vouchers of each book and month (会计基础工作规范 第51条);
// a number given beforehand is kept, stepped over, and never given twice.
func TestJournalNumbers(t *testing.T) {
	c, j := chart(t), accounting.NewJournal()
	one := money.MustParse("1.00")
	require.NoError(t, j.Post(0, received(t, c, "a", day(1, 5), one), received(t, c, "b", day(1, 31), one), received(t, c, "c", day(2, 2), one)))
	require.NoError(t, j.Post(3, received(t, c, "d", day(1, 6), one)))
	require.Equal(t, []string{
		"f 2026-01 记-1", "b 2026-01 记-1", "f 2026-01 记-2", "b 2026-01 记-2",
		"f 2026-02 记-1", "b 2026-02 记-1", "f 2026-01 记-3", "b 2026-01 记-3",
	}, numbers(j))
}

// The same event again is nothing, whatever the revision; with another content
// it is refused, and what came with it too.
func TestJournalPostsOnce(t *testing.T) {
	c, j := chart(t), accounting.NewJournal()
	a, b := received(t, c, "a", day(1, 5), money.MustParse("1.00")), received(t, c, "b", day(1, 6), money.MustParse("2.00"))
	require.NoError(t, j.Post(0, a, a, b, a))
	require.Equal(t, 2, j.Revision())
	require.NoError(t, j.Post(0, a, b), "a retry is never stale")
	require.NoError(t, j.Post(7), "nothing is never stale")
	require.Equal(t, 2, j.Revision())

	other := received(t, c, "a", day(1, 5), money.MustParse("1.01"))
	next := received(t, c, "c", day(1, 7), money.MustParse("3.00"))
	err := j.Post(2, next, other)
	require.ErrorIs(t, err, accounting.ErrConflict)
	require.Equal(t, 2, j.Revision(), "all or none")
	require.ErrorIs(t, j.Post(2, next, received(t, c, "c", day(1, 8), money.MustParse("3.00"))), accounting.ErrConflict, "within one call")

	err = j.Post(1, next)
	require.ErrorIs(t, err, rule.ErrStale)
	stale, ok := errors.AsType[*rule.StaleError](err)
	require.True(t, ok)
	require.Equal(t, rule.StaleError{Expected: 1, Current: 2}, *stale)
	require.NoError(t, j.Post(2, next))
	require.Equal(t, "记-3", numbers(j)[4][len("f 2026-01 "):], "what was refused took no number")
}

func TestJournalRefuses(t *testing.T) {
	c := chart(t)
	for want, change := range map[string]func(*accounting.Posting){
		"an id":         func(p *accounting.Posting) { p.Event = "" },
		"a kind":        func(p *accounting.Posting) { p.Kind = "" },
		"the day":       func(p *accounting.Posting) { p.On = calendar.Date{} },
		"a voucher":     func(p *accounting.Posting) { p.Vouchers = nil },
		"Chart.Voucher": func(p *accounting.Posting) { p.Vouchers[1] = accounting.Voucher{} },
		"UTF-8":         func(p *accounting.Posting) { p.Assets = []string{"\xff"} },
	} {
		j, p := accounting.NewJournal(), received(t, c, "a", day(1, 5), money.MustParse("1.00"))
		change(&p)
		err := j.Post(0, p)
		fault, ok := errors.AsType[*accounting.PostingError](err)
		require.True(t, ok, "%s: %v", want, err)
		assert.Contains(t, fault.Want.EN, want)
		assert.NotEmpty(t, fault.Want.ZH)
		assert.Zero(t, j.Revision())
	}
}

// An entry is at most 1 MiB, and one of exactly that reads back. An asset's id
// of one letter more is one byte more.
func TestJournalEntrySize(t *testing.T) {
	c := chart(t)
	sized := func(letters int) accounting.Posting {
		p := received(t, c, "a", day(1, 5), money.MustParse("1.00"))
		p.Assets = []string{strings.Repeat("A", letters)}
		return p
	}
	err := accounting.NewJournal().Post(0, sized(1<<20))
	fault, ok := errors.AsType[*accounting.EntrySizeError](err)
	require.True(t, ok, "%v", err)
	most := 1<<20 - (fault.Size - 1<<20)
	err = accounting.NewJournal().Post(0, sized(most+1))
	fault, ok = errors.AsType[*accounting.EntrySizeError](err)
	require.True(t, ok, "%v", err)
	require.Equal(t, 1<<20+1, fault.Size)
	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, sized(most)))
	var b bytes.Buffer
	require.NoError(t, j.Write(&b, 0))
	again, err := accounting.ReadJournal(&b, "journal.jsonl")
	require.NoError(t, err)
	require.Equal(t, j.Head(), again.Head())
}

// What was given to the journal and what it gave stay apart from it.
func TestJournalKeepsItsOwn(t *testing.T) {
	c, j := chart(t), accounting.NewJournal()
	a := received(t, c, "a", day(1, 5), money.MustParse("1.00"))
	require.NoError(t, j.Post(0, a))
	a.Assets[0], a.Vouchers[0] = "changed", accounting.Voucher{}
	before := j.Postings()
	require.NoError(t, j.Post(1, received(t, c, "b", day(1, 6), money.MustParse("1.00"))))
	n := 0
	for p := range before {
		n++
		require.Equal(t, []string{"JT-02"}, p.Assets)
		require.Equal(t, "1.00", p.Vouchers[0].Total().String())
		p.Assets[0], p.Vouchers[0] = "changed", accounting.Voucher{}
	}
	require.Equal(t, 1, n, "what was read stays valid while the journal grows")
	for p := range j.Postings() {
		require.Equal(t, "JT-02", p.Assets[0])
		break
	}
}

// By hand: 600,000.00 on 01-05 and 404,000.00 on 02-02 received; 1,000.00 paid
// to the treasury on 02-03.
//
//	1002 Dr 1,004,000.00 Cr 1,000.00      → 1,003,000.00
//	2103 Dr 1,000.00     Cr 1,004,000.00  → 1,003,000.00
//	8001 Dr 1,004,000.00                  → 1,004,000.00
//	6609                 Cr 1,004,000.00  → 1,004,000.00
func TestTrialBalanceByHand(t *testing.T) {
	c, j := chart(t), accounting.NewJournal()
	paid, err := c.Voucher(accounting.Entry{
		Book: accounting.Financial, Date: day(2, 3), Summary: "上缴", Basis: []rule.Clause{rule.In("财会〔2017〕25号", "2103")},
		Lines: []accounting.Line{line(accounting.Debit, "2103", "1000.00"), line(accounting.Credit, "1002", "1000.00")},
	}, rule.Administrative)
	require.NoError(t, err)
	require.NoError(t, j.Post(0,
		received(t, c, "a", day(1, 5), money.MustParse("600000.00")),
		received(t, c, "b", day(2, 2), money.MustParse("404000.00")),
		accounting.Posting{Event: "c", Kind: "test.paid", On: day(2, 3), Vouchers: []accounting.Voucher{paid}},
	))
	lines := func(upTo calendar.Date) []string {
		balances, err := j.TrialBalance(c, upTo)
		require.NoError(t, err)
		var all []string
		for _, b := range balances {
			all = append(all, b.Account.Code+" "+b.Debits.String()+" "+b.Credits.String()+" "+b.Net.String())
		}
		return all
	}
	require.Equal(t, []string{
		"1002 1004000.00 1000.00 1003000.00", "2103 1000.00 1004000.00 1003000.00",
		"8001 1004000.00 0.00 1004000.00", "6609 0.00 1004000.00 1004000.00",
	}, lines(calendar.Date{}))
	require.Equal(t, []string{
		"1002 600000.00 0.00 600000.00", "2103 0.00 600000.00 600000.00",
		"8001 600000.00 0.00 600000.00", "6609 0.00 600000.00 600000.00",
	}, lines(day(2, 1)))
	require.Empty(t, lines(day(1, 4)))

	small, err := accounting.NewChart(c.Accounts()[:3]...)
	require.NoError(t, err)
	_, err = j.TrialBalance(small, calendar.Date{})
	fault, ok := errors.AsType[*accounting.ChartError](err)
	require.True(t, ok, "an account left out would make the balance wrong: %v", err)
	require.Equal(t, "6609", fault.Code)
}

// Overspent, an account stands on its other side: 1.00 in, 3.00 out.
func TestTrialBalanceOtherSide(t *testing.T) {
	c, j := chart(t), accounting.NewJournal()
	v, err := c.Voucher(entry(line(accounting.Debit, "2103", "3.00"), line(accounting.Credit, "1002", "3.00")), rule.Administrative)
	require.NoError(t, err)
	require.NoError(t, j.Post(0,
		received(t, c, "a", day(1, 5), money.MustParse("1.00")),
		accounting.Posting{Event: "b", Kind: "test.paid", On: calendar.MustDate(2025, 6, 30), Vouchers: []accounting.Voucher{v}}))
	b, err := j.TrialBalance(c, calendar.Date{})
	require.NoError(t, err)
	require.Equal(t, "-2.00", b[0].Net.String())
	require.Equal(t, "-2.00", b[1].Net.String())
}

// Whatever is posted, in whatever batches: the debits of each book are its
// credits, each posting is there once, in order, and no number is borne twice.
func TestJournalProperties(t *testing.T) {
	c := chart(t)
	rapid.Check(t, func(t *rapid.T) {
		j, posted := accounting.NewJournal(), map[string]bool{}
		for range rapid.IntRange(0, 8).Draw(t, "calls") {
			var batch []accounting.Posting
			for range rapid.IntRange(0, 4).Draw(t, "postings") {
				id := rapid.IntRange(0, 30).Draw(t, "id")
				// The amount and the day follow from the id, so that the id again is the event again.
				amount, err := money.Fen(int64(id)*1_234_567 + 1)
				require.NoError(t, err)
				batch = append(batch, received(t, c, strconv.Itoa(id), day(1+id%3, 1+id), amount))
			}
			require.NoError(t, j.Post(j.Revision(), batch...))
			for _, p := range batch {
				posted[p.Event] = true
			}
		}
		require.Equal(t, len(posted), j.Revision())
		seen := map[string]bool{}
		for _, n := range numbers(j) {
			require.False(t, seen[n], n)
			seen[n] = true
		}
		balances, err := j.TrialBalance(c, calendar.Date{})
		require.NoError(t, err)
		var net [2]money.Amount
		for _, b := range balances {
			book := 0
			if b.Account.Book == accounting.Budgetary {
				book = 1
			}
			net[book], err = net[book].Add(b.Debits)
			require.NoError(t, err)
			net[book], err = net[book].Sub(b.Credits)
			require.NoError(t, err)
		}
		require.Zero(t, net[0].Sign())
		require.Zero(t, net[1].Sign())
	})
}
