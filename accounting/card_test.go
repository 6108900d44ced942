package accounting_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// company is the accounts of an enterprise that a card of all three elements
// needs (CAS 6, CAS 8).
func company(t testing.TB) *accounting.Chart {
	t.Helper()
	account := func(code, zh string, s accounting.Side, c accounting.Class, e accounting.Element) accounting.Account {
		return accounting.Account{Code: code, Name: both(zh, "account "+code), Book: accounting.Financial, Normal: s, Class: c, Element: e}
	}
	c, err := accounting.NewChart(
		account("1002", "银行存款", accounting.Debit, accounting.Assets, ""),
		account("1701", "无形资产", accounting.Debit, accounting.Assets, accounting.Cost),
		account("1702", "累计摊销", accounting.Credit, accounting.Assets, accounting.Amortisation),
		account("1703", "无形资产减值准备", accounting.Credit, accounting.Assets, accounting.Impairment),
		account("6602", "管理费用", accounting.Debit, accounting.Expense, ""),
		account("6701", "资产减值损失", accounting.Debit, accounting.Expense, ""),
		account("6711", "营业外支出", accounting.Debit, accounting.Expense, ""),
	)
	require.NoError(t, err)
	return c
}

// companyEvents is what an enterprise books on it.
func companyEvents(t testing.TB) *accounting.Table {
	t.Helper()
	input := func(name, zh string) accounting.Input { return accounting.Input{Name: name, Title: both(zh, name)} }
	row := func(id rule.ID, terms bool, lines ...accounting.LineTemplate) accounting.EventType {
		e := accounting.EventType{
			ID: id, Title: both("事项", "event"), Basis: []rule.Clause{rule.In("企业会计准则第6号", "第17条")}, Evidence: rule.FullText, Terms: terms,
		}
		e.Entries = []accounting.EntryTemplate{accounting.Financially(lines...)}
		return e
	}
	table, err := accounting.NewTable(company(t), accounting.Events{
		Inputs: []accounting.Input{
			input("cost", "成本"), input("loss", "减值"), input("current", "摊销"), input("amortised", "已提摊销"), input("impaired", "已提减值"),
		},
		Types: []accounting.EventType{
			row("co.buy", true, accounting.Dr("1701", "cost").Of(), accounting.Cr("1002", "cost")),
			row("co.later", false, accounting.Dr("1701", "cost").Of(), accounting.Cr("1002", "cost")),
			row("co.impair", false, accounting.Dr("6701", "loss"), accounting.Cr("1703", "loss").Of()),
			row("co.amortise", false, accounting.Dr("6602", "current"), accounting.Cr("1702", "current").Of()),
			row("co.scrap", false,
				accounting.Dr("1702", "amortised").Of(), accounting.Dr("1703", "impaired").Of(),
				accounting.Dr("6711", "cost − amortised − impaired"), accounting.Cr("1701", "cost").Of()),
		},
	})
	require.NoError(t, err)
	return table
}

// did is the posting of a company's event of one asset.
func did(t testing.TB, kind rule.ID, id string, on calendar.Date, terms accounting.Terms, pairs ...string) accounting.Posting {
	t.Helper()
	p, err := companyEvents(t).Post(accounting.Event{
		ID: id, Kind: kind, On: on, Entity: rule.Enterprise,
		Parts: []accounting.Part{{Asset: "A", Detail: "数据资源", Terms: terms, Amounts: amounts(pairs...)}},
	})
	require.NoError(t, err)
	return p
}

// monthly amortises a month, and tells how much.
func monthly(t testing.TB, j *accounting.Journal, m calendar.Month, used map[string]int64) string {
	t.Helper()
	p, err := j.Propose(accounting.Run{Table: companyEvents(t), Kind: "co.amortise", Month: m, Entity: rule.Enterprise, Usage: used})
	require.NoError(t, err)
	require.NoError(t, j.Post(p.Revision, p.Postings...))
	return p.Total.String()
}

// impaired is the journal of an asset after nine months, impaired in the seventh.
func impaired(t testing.TB) *accounting.Journal {
	t.Helper()
	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, did(t, "co.buy", "CG-1", day(1, 10), life(36, month(2026, 1)), "cost", "36000")))
	for m := range 6 {
		require.Equal(t, "1000.00", monthly(t, j, month(2026, 1+m), nil))
	}
	require.NoError(t, j.Post(j.Revision(), did(t, "co.impair", "JZ-1", day(7, 5), accounting.Terms{}, "loss", "9000")))
	for m := range 3 {
		require.Equal(t, "700.00", monthly(t, j, month(2026, 7+m), nil))
	}
	return j
}

// Impairment reduces what is divided from its month on (财会〔2006〕3号 第20条): 36,000 over
// 36 months is 1,000.00; six months make 6,000.00; impaired by 9,000.00 in July,
// 21,000.00 are left for 30 months, 700.00 each. The months of that year:
//
//	opening (June 30)  36,000 − 6,000 − 0     = 30,000
//	closing (Sept 30)  36,000 − 8,100 − 9,000 = 18,900
func TestImpairment(t *testing.T) {
	j := impaired(t)
	card, _ := j.Card("A")
	require.Equal(t, []string{"36000.00", "8100.00", "9000.00", "18900.00"},
		[]string{card.Cost.String(), card.Amortised.String(), card.Impaired.String(), card.Carrying().String()})
	require.Equal(t, "2028-12", card.Schedule().Period(29).String(), "the last month stays")

	var carrying []string
	for e := range j.Asset("A") {
		carrying = append(carrying, e.Carrying().String())
	}
	require.Equal(t, []string{
		"36000.00", "35000.00", "34000.00", "33000.00", "32000.00", "31000.00", "30000.00", "21000.00", "20300.00", "19600.00", "18900.00",
	}, carrying)

	r, err := j.RollForward(day(7, 1), day(9, 30), nil)
	require.NoError(t, err)
	require.Equal(t, "30000.00", r.OpeningCarrying().String())
	require.Equal(t, "18900.00", r.ClosingCarrying().String())
	require.Equal(t, []accounting.Moved{{Kind: "co.impair", Amount: money.MustParse("9000")}}, r.Impaired.Increases)
	require.Equal(t, "2100.00", r.Amortised.Increased().String())
	later, err := j.RollForward(day(8, 1), day(9, 30), nil)
	require.NoError(t, err)
	require.Equal(t, "20300.00", later.OpeningCarrying().String(), "36,000 − 6,700 − 9,000")
}

// Scrapped, amortisation and impairment go with the cost, or nothing does: the
// asset above stands at 36,000 − 8,100 − 9,000.
func TestWrittenOffWhole(t *testing.T) {
	j := impaired(t)
	scrap := func(cost, amortised, impaired string) error {
		return j.Post(j.Revision(), did(t, "co.scrap", "BF-1", day(10, 2), accounting.Terms{}, "cost", cost, "amortised", amortised, "impaired", impaired))
	}
	for _, c := range [][4]string{
		{"36000", "0", "9000", "amortisation and impairment written off with the cost, for A"},
		{"36000", "8100", "0", "amortisation and impairment written off with the cost, for A"},
		{"36000", "0", "0", "amortisation and impairment written off with the cost, for A"},
		{"36000", "8100.01", "9000", "cost, amortisation and impairment not below 0.00, for A"},
		{"36000.01", "8100", "9000", "cost, amortisation and impairment not below 0.00, for A"},
		{"20000", "0", "0", "a carrying amount not below 0.00, for A"}, // 16,000 − 8,100 − 9,000
		{"18900.01", "0", "0", "a carrying amount not below 0.00, for A"},
	} {
		require.ErrorContains(t, scrap(c[0], c[1], c[2]), c[3])
	}
	require.NoError(t, scrap("36000", "8100", "9000"))
	require.Equal(t, "0.00", monthly(t, j, month(2026, 10), nil))
}

// By units: 100.00 over 3 units, one a month. Accumulated 33.33, 66.67 and 100.00:
// the months take 33.33, 33.34 and 33.33.
func TestUnitsUsed(t *testing.T) {
	j := accounting.NewJournal()
	terms := accounting.Terms{Measured: accounting.AtCost, Units: 3, From: month(2026, 1)}
	require.NoError(t, j.Post(0, did(t, "co.buy", "CG-1", day(1, 10), terms, "cost", "100")))
	for i, want := range []string{"33.33", "33.34", "33.33"} {
		m := month(2026, 1+i)
		none, err := j.Propose(accounting.Run{Table: companyEvents(t), Kind: "co.amortise", Month: m, Entity: rule.Enterprise})
		require.NoError(t, err)
		require.Empty(t, none.Postings)
		require.Equal(t, "the units of the month are missing", none.Skipped[0].Why.EN)
		require.Equal(t, want, monthly(t, j, m, map[string]int64{"A": 1}))
		card, _ := j.Card("A")
		require.Equal(t, int64(i+1), card.Used)
	}
	require.Equal(t, "0.00", monthly(t, j, month(2026, 4), map[string]int64{"A": 1}), "fully amortised")
}

// terms is a change of terms without an amount.
func terms(asset string, on calendar.Date, t accounting.Terms) accounting.Posting {
	return accounting.Posting{
		Event: "BG-" + asset + "-" + on.String(), Kind: "test.life", Assets: []string{asset}, On: on,
		Terms: []accounting.AssetTerms{{Asset: asset, Terms: t}},
	}
}

// Another life from the month of the change on; no month is lost and none is
// amortised twice. 12,000 over 12 months, three amortised: 9,000 are left.
func TestNewTerms(t *testing.T) {
	j := accounting.NewJournal()
	require.ErrorContains(t, j.Post(0, terms("A", day(1, 10), life(12, month(2026, 1)))), "a cost in the books, for A")
	require.NoError(t, j.Post(0, did(t, "co.buy", "CG-1", day(1, 10), life(12, month(2026, 1)), "cost", "12000")))
	for m := range 3 {
		require.Equal(t, "1000.00", monthly(t, j, month(2026, 1+m), nil))
	}
	for want, p := range map[string]accounting.Posting{
		"the first month 2026-04, which is not amortised yet":  terms("A", day(3, 31), life(9, month(2026, 5))),
		"the first month 2026-04, which is not amortised yet,": terms("A", day(3, 31), life(9, month(2026, 3))),
		"a first month not before that of the change":          terms("A", day(5, 6), life(9, month(2026, 4))),
	} {
		require.ErrorContains(t, j.Post(j.Revision(), p), want)
	}
	// In April, from April: 9,000 over 18 months is 500.00.
	require.NoError(t, j.Post(j.Revision(), terms("A", day(4, 20), life(18, month(2026, 4)))))
	require.Equal(t, "500.00", monthly(t, j, month(2026, 4), nil))

	// Later cost may bring terms too: from a month that is not amortised.
	for from, want := range map[int]string{3: "a first month after 2026-04, which is amortised", 4: "a first month after 2026-04, which is amortised"} {
		p := did(t, "co.later", "HX-1", day(4, 25), life(10, month(2026, from)), "cost", "1500")
		require.ErrorContains(t, j.Post(j.Revision(), p), want)
	}
	// 8,500 + 1,500 over 10 months.
	require.NoError(t, j.Post(j.Revision(), did(t, "co.later", "HX-1", day(4, 25), life(10, month(2026, 5)), "cost", "1500")))
	require.Equal(t, "1000.00", monthly(t, j, month(2026, 5), nil))
}

// What is fully amortised has no month to lose: new terms may begin later.
func TestNewTermsWhenAmortised(t *testing.T) {
	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, did(t, "co.buy", "CG-1", day(1, 10), life(1, month(2026, 1)), "cost", "100")))
	require.Equal(t, "100.00", monthly(t, j, month(2026, 1), nil))
	require.NoError(t, j.Post(j.Revision(), terms("A", day(2, 10), life(12, month(2026, 6)))))
	// 60.00 of later cost within that life: 60 over the 10 months from August on.
	require.NoError(t, j.Post(j.Revision(), did(t, "co.later", "HX-1", day(8, 3), accounting.Terms{}, "cost", "60")))
	card, _ := j.Card("A")
	require.Equal(t, month(2026, 8), card.Schedule().Period(0))
	require.Equal(t, "6.00", card.Schedule().Amount(0).String())
	require.Equal(t, 10, card.Schedule().Months())
}

// A move without states to come from takes any; with some, those only; without
// one to go to it leaves the state as it is.
func TestMoves(t *testing.T) {
	j := accounting.NewJournal()
	p := did(t, "co.buy", "CG-1", day(1, 10), life(12, month(2026, 1)), "cost", "12000")
	p.Moves = []accounting.AssetMove{{Asset: "A", To: "held"}}
	require.NoError(t, j.Post(0, p))
	state := func() string {
		card, _ := j.Card("A")
		return card.State
	}
	require.Equal(t, "held", state())
	next := did(t, "co.later", "HX-1", day(1, 11), accounting.Terms{}, "cost", "12")
	next.Moves = []accounting.AssetMove{{Asset: "A", From: []string{"frozen", ""}}}
	require.ErrorContains(t, j.Post(1, next), `the asset A in state frozen, , not "held"`)
	next.Moves = []accounting.AssetMove{{Asset: "A", From: []string{"frozen", "held"}}}
	require.NoError(t, j.Post(1, next))
	require.Equal(t, "held", state())
	last := did(t, "co.later", "HX-2", day(1, 12), accounting.Terms{}, "cost", "12")
	last.Moves = []accounting.AssetMove{{Asset: "A", To: "frozen"}}
	require.NoError(t, j.Post(2, last))
	require.Equal(t, "frozen", state())
}

// Trying is dry: the cards as they would be, and the journal as it was.
func TestTry(t *testing.T) {
	j := accounting.NewJournal()
	p := did(t, "co.buy", "CG-1", day(1, 10), life(12, month(2026, 1)), "cost", "12000")
	cards, err := j.Try(p, did(t, "co.later", "HX-1", day(1, 11), accounting.Terms{}, "cost", "600"))
	require.NoError(t, err)
	require.Len(t, cards, 1)
	require.Equal(t, "12600.00", cards[0].Cost.String())
	require.Zero(t, j.Revision())
	_, known := j.Card("A")
	require.False(t, known)
	cards, err = j.Try(p, did(t, "co.scrap", "BF-1", day(1, 12), accounting.Terms{}, "cost", "12001", "amortised", "0", "impaired", "0"))
	require.ErrorContains(t, err, "not below 0.00, for A")
	require.Empty(t, cards)
}

// Units of a month are from 0 to the most that a life may have.
func TestUsageRefused(t *testing.T) {
	for units, fits := range map[int64]bool{-1: false, 0: true, accounting.MaxUnits: true, accounting.MaxUnits + 1: false} {
		p := did(t, "co.buy", "CG-1", day(1, 10), life(12, month(2026, 1)), "cost", "12000")
		p.Usage = []accounting.AssetUsage{{Asset: "A", Units: units}}
		err := accounting.NewJournal().Post(0, p)
		require.Equal(t, fits, err == nil, "%d: %v", units, err)
		if !fits {
			require.ErrorContains(t, err, "units of the month")
		}
	}
}
