package enterprise_test

import (
	"flag"
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// scale is the share of the big runs: 1 is a million assets.
var scale = flag.Float64("scale", 0, "share of the scale runs: 1 is all of them, 0 none")

// group is a journal of n intangible assets, bought in postings of 500 each; every
// tenth is of mixed use.
func group(t testing.TB, n int) *accounting.Journal {
	t.Helper()
	j, month := accounting.NewJournal(), calendar.MustMonth(2026, 1)
	for from := 0; from < n; from += 500 {
		e := accounting.Event{ID: "purchase/" + strconv.Itoa(from), Kind: "enterprise.purchase", On: month.First(), Entity: rule.Enterprise, Documents: []string{"合同", "发票"}}
		for i := from; i < min(n, from+500); i++ {
			use := "management"
			if i%10 == 0 {
				use = "mixed"
			}
			e.Parts = append(e.Parts, accounting.Part{
				Asset: "A" + strconv.Itoa(i), Detail: "数据资源——A" + strconv.Itoa(i), Amounts: map[string]money.Amount{"price": fenOf(int64(3_600_001 + i))},
				Terms: accounting.Terms{Measured: accounting.AtCost, From: month, Months: 36, Use: use},
			})
		}
		p, err := enterprise.Post(e)
		require.NoError(t, err)
		require.NoError(t, j.Post(j.Revision(), p))
	}
	return j
}

func month(t testing.TB, j *accounting.Journal, served ...string) {
	p, err := enterprise.Amortise(j, accounting.Run{Month: calendar.MustMonth(2026, 1)}, served...)
	require.NoError(t, err)
	require.NoError(t, j.Post(p.Revision, p.Postings...))
}

func BenchmarkPost(b *testing.B) {
	e := event("sold", "S", "2028-07-10", "数据集", amounts("cost 1135000.00, amortised 843611.16, impaired 91388.84, net 150000.00, vat 9000.00"))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := enterprise.Post(e); err != nil {
			b.Fatal(err)
		}
	}
}

// One month of amortisation of 100,000 assets, proposed and posted.
func BenchmarkAmortise(b *testing.B) {
	const n = 100_000
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		j := group(b, n)
		b.StartTimer()
		month(b, j)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/asset")
}

// The whole disclosure of 100,000 assets from their journal.
func BenchmarkDisclose(b *testing.B) {
	const n = 100_000
	j := group(b, n)
	month(b, j)
	from, to := day("2026-01-01"), day("2026-12-31")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := enterprise.Disclose(j, from, to, enterprise.Written{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/asset")
}

func BenchmarkFinancing(b *testing.B) {
	f := enterprise.Financing{Payment: wan("250"), Periods: 120, Rate: dec("0.004")}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Charges(); err != nil {
			b.Fatal(err)
		}
	}
}

// A million assets amortised for a month; table A, the three lines and the trial
// balance agree with the cards. go test ./accounting/enterprise -run Scale -scale 1
func TestScale(t *testing.T) {
	n := int(*scale * 1_000_000)
	if n == 0 {
		t.Skip("-scale 0")
	}
	j := group(t, n)
	month(t, j, "A0", "A10")
	cost, amortised := int64(0), int64(0)
	for c := range j.Cards() {
		cost, amortised = cost+c.Cost.Fen(), amortised+c.Amortised.Fen()
	}
	d, err := enterprise.Disclose(j, day("2026-01-01"), day("2026-12-31"), enterprise.Written{})
	require.NoError(t, err)
	require.Equal(t, cost, d.Intangible.Cell(11, enterprise.Bought).Fen())
	require.Equal(t, amortised, d.Intangible.Cell(19, enterprise.Bought).Fen())
	require.Equal(t, cost-amortised, d.Closing.Intangible.Fen())
	require.Len(t, d.Held, n)
	balances, err := j.TrialBalance(enterprise.Chart(), calendar.Date{})
	require.NoError(t, err)
	served := int64(0)
	for _, a := range []string{"A0", "A10"} {
		c, _ := j.Card(a)
		served += c.Amortised.Fen()
	}
	for _, b := range balances {
		switch b.Account.Code {
		case "1702":
			require.Equal(t, amortised, b.Net.Fen())
		case "6401":
			require.Equal(t, served, b.Net.Fen())
		case "6602":
			require.Equal(t, amortised-served, b.Net.Fen())
		}
	}
}
