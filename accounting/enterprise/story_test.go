package enterprise_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func yuan(s string) money.Amount { return money.MustParse(strings.ReplaceAll(s, ",", "")) }

// wan reads an amount in 万元 with up to four places, as textbooks give it.
func wan(s string) money.Amount {
	whole, places, _ := strings.Cut(s, ".")
	return money.MustParse(strings.TrimLeft(whole+(places + "0000")[:4], "0") + ".00")
}

// amounts reads "price 1000000.00, vat 60000.00".
func amounts(s string) map[string]money.Amount {
	all := map[string]money.Amount{}
	for _, pair := range strings.Split(s, ", ") {
		if s == "" {
			break // an event without amounts
		}
		name, amount, ok := strings.Cut(pair, " ")
		if !ok {
			panic(pair)
		}
		all[name] = yuan(amount)
	}
	return all
}

// books is the journal of one enterprise, and its vouchers as they were booked.
type books struct {
	t *testing.T
	j *accounting.Journal
}

func open(t *testing.T) books { return books{t, accounting.NewJournal()} }

// event is an event of one asset with all the documents that its kind asks for.
func event(kind, id, on, asset string, a map[string]money.Amount, facts ...string) accounting.Event {
	e := accounting.Event{
		ID: id, Kind: rule.ID("enterprise." + kind), On: day(on), Entity: rule.Enterprise, Facts: map[string]string{},
		Parts: []accounting.Part{{Asset: asset, Detail: "数据资源——" + asset, Amounts: a}},
	}
	for _, f := range facts {
		key, code, _ := strings.Cut(f, "=")
		e.Facts[key] = code
	}
	if row, ok := enterprise.Events().Type(e.Kind); ok {
		e.Documents = row.Documents
	}
	return e
}

// life gives the event the terms of a life from its day on.
func life(e accounting.Event, months int, use string) accounting.Event {
	l := enterprise.Life{Expected: months}
	if months > enterprise.LongLife {
		l.Reason = "依据"
	}
	terms, err := l.Terms(e.On, use, enterprise.Convention{})
	if err != nil {
		panic(err)
	}
	e.Parts[0].Terms = terms
	return e
}

// post books an event and returns its vouchers as accountants write them.
func (b books) post(e accounting.Event) string {
	b.t.Helper()
	p, err := enterprise.Post(e)
	require.NoError(b.t, err)
	require.NoError(b.t, b.j.Post(b.j.Revision(), p), e.ID)
	return written(p)
}

func written(p accounting.Posting) string {
	all := make([]string, len(p.Vouchers))
	for i, v := range p.Vouchers {
		all[i] = v.String()
	}
	return strings.Join(all, "；")
}

// amortise books the runs from one month to another, and returns the last.
func (b books) amortise(from, to string, served ...string) string {
	b.t.Helper()
	m, err := calendar.ParseMonth(from)
	require.NoError(b.t, err)
	end, err := calendar.ParseMonth(to)
	require.NoError(b.t, err)
	last := ""
	for ; m.Compare(end) <= 0; m = m.Add(1) {
		p, err := enterprise.Amortise(b.j, accounting.Run{Month: m}, served...)
		require.NoError(b.t, err)
		require.NoError(b.t, b.j.Post(b.j.Revision(), p.Postings...))
		var all []string
		for _, posting := range p.Postings {
			all = append(all, written(posting))
		}
		last = strings.Join(all, "；")
	}
	return last
}

func (b books) card(asset string) accounting.Card {
	c, ok := b.j.Card(asset)
	require.True(b.t, ok, asset)
	return c
}

// standing is what an asset stands at as amounts, with others added.
func (b books) standing(asset, more string) map[string]money.Amount {
	a := enterprise.AmountsOf(b.card(asset))
	if more != "" {
		for k, v := range amounts(more) {
			a[k] = v
		}
	}
	return a
}

func itoa(n int) string { return strconv.Itoa(n) }
