package accounting

import (
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// entryOf draws an entry with any of its members there or not.
func entryOf(t *rapid.T, name string) Entry {
	s := func(key string) string {
		return rapid.StringMatching(`[ -~]{0,3}[公路"\\/<>&—	]{0,2}`).Draw(t, key)
	}
	d := calendar.MustDate(2026, 1, 1).AddDays(rapid.IntRange(0, 999).Draw(t, "day"))
	e := Entry{
		Book: Financial, Date: d, Word: s("word"), Summary: s("summary") + "x", Attachments: rapid.IntRange(0, 3).Draw(t, "attachments"),
		Preparer: s("p"), Auditor: s("a"), Bookkeeper: s("b"), Chief: s("h"), Cashier: s("c"),
		Basis: []rule.Clause{rule.In("财会〔2016〕12号", "第10条"), rule.GX("4.4.2")},
	}
	if rapid.Bool().Draw(t, "more") {
		e.Book, e.Kind, e.Evidence = Budgetary, Correcting, rule.FullText
		e.Number = Number{N: 12, Part: 1, Parts: 2}
		e.Corrects = Corrects{d, Number{N: 3}, Red}
		e.Approval = Approval{s("body"), d, s("number")}
		e.Judgement = text(s("zh")+"z", s("en"))
	}
	for range rapid.IntRange(2, 4).Draw(t, name) {
		a, _ := money.Fen(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "fen"))
		e.Lines = append(e.Lines, Line{s("code"), s("name"), s("detail"), s("asset"), Element(s("element")), Debit, a, s("line")})
	}
	return e
}

// The canonical form written by hand is what encoding/json gives, sorted; and
// what was written reads back.
func TestCanonical(t *testing.T) {
	type plain Entry
	rapid.Check(t, func(t *rapid.T) {
		e := entryOf(t, "lines")
		p := &Posting{Event: "e", Kind: "k", On: e.Date, Vouchers: []Voucher{{entry: e}}}
		if rapid.Bool().Draw(t, "more") {
			p.Assets, p.Booked, p.Through = []string{"A", "B"}, e.Date.AddDays(3), calendar.MonthOf(e.Date)
			p.Terms = []AssetTerms{{"A", "", Terms{Measured: AtCost, Months: 36, From: calendar.MonthOf(e.Date), Residual: money.Nominal()}}}
			p.Moves = []AssetMove{{"A", []string{"", "held"}, "gone"}}
			p.Usage = []AssetUsage{{"A", 7}}
		}
		got, err := canonicalChange(change{posting: p})
		require.NoError(t, err)
		b, err := json.Marshal(struct {
			Posting struct {
				Posting
				Vouchers []plain `json:"vouchers"`
			} `json:"posting"`
		}{struct {
			Posting
			Vouchers []plain `json:"vouchers"`
		}{*p, []plain{plain(e)}}})
		require.NoError(t, err)
		want := jsontext.Value(b)
		require.NoError(t, want.Canonicalize())
		require.Equal(t, string(want), string(got))
		var back plain
		w := canonical{}
		w.entry(&e)
		require.NoError(t, json.Unmarshal(w.b, &back))
		require.Equal(t, e, Entry(back))
	})
}
