package enterprise_test

import (
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func fenOf(n int64) money.Amount {
	a, err := money.Fen(n)
	if err != nil {
		panic(err)
	}
	return a
}

// Whatever is bought, made, amortised, impaired, sold or retired: the tables add up,
// closing is opening of the next year, and what the books carry is what the table
// and the three lines say.
func TestTablesAddUp(t *testing.T) {
	kinds := []string{"purchase", "development", "grant-fair"}
	rapid.Check(t, func(rt *rapid.T) {
		b := books{t, accounting.NewJournal()}
		var held []string
		month := calendar.MustMonth(2025, 6)
		step := func(e accounting.Event) {
			p, err := enterprise.Post(e)
			require.NoError(t, err)
			require.NoError(t, b.j.Post(b.j.Revision(), p))
		}
		for i := range rapid.IntRange(1, 24).Draw(rt, "months") {
			on := month.Last().String()
			n := rapid.Int64Range(1_00, 1_000_000_000_00).Draw(rt, "fen")
			id := strconv.Itoa(i)
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0:
				months := rapid.IntRange(1, 60).Draw(rt, "life")
				held = append(held, id)
				switch kind := rapid.SampledFrom(kinds).Draw(rt, "kind"); kind {
				case "purchase":
					step(life(event("purchase", id, on, id, map[string]money.Amount{"price": fenOf(n)}), months, "management"))
				case "development":
					step(event("development-spent", id+"d", on, id, map[string]money.Amount{"paid": fenOf(n)}))
					step(life(event("development-formed", id, on, id, map[string]money.Amount{"spent": fenOf(n)}), months, "management"))
				default:
					step(life(event("grant-fair", id, on, id, map[string]money.Amount{"fair": fenOf(n)}), months, "management"))
				}
			case 1:
				if len(held) == 0 {
					break
				}
				if asset := held[0]; b.card(asset).Carrying().Sign() > 0 {
					step(event("impaired", id, on, asset, map[string]money.Amount{"loss": fenOf(1 + n%b.card(asset).Carrying().Fen())}))
				}
			case 2:
				if len(held) > 0 {
					kind := rapid.SampledFrom([]string{"sold", "retired", "held-for-sale"}).Draw(rt, "out")
					a := enterprise.AmountsOf(b.card(held[0]))
					if kind == "sold" {
						a["net"] = fenOf(n)
					}
					e := event(kind, id, on, held[0], a)
					if kind == "held-for-sale" {
						if b.card(held[0]).Carrying().Sign() == 0 {
							break
						}
						e.Parts[0].Terms = enterprise.NotAmortised()
					}
					step(e)
					held = held[1:]
				}
			}
			p, err := enterprise.Amortise(b.j, accounting.Run{Month: month})
			require.NoError(t, err)
			require.NoError(t, b.j.Post(b.j.Revision(), p.Postings...))
			month = month.Add(1)
		}
		checkYears(t, b.j)
	})
}

func checkYears(t *testing.T, j *accounting.Journal) {
	var before enterprise.Table
	for _, year := range []string{"2025", "2026", "2027"} {
		table := intangible(t, j, year)
		require.True(t, table.Check().Clean(), "%v", table.Check())
		if before.Cells != nil {
			for c := range enterprise.TotalColumn + 1 {
				w := enterprise.Way(c)
				require.Equal(t, before.Cell(26, w).Fen(), table.Cell(27, w).Fen())
				require.Equal(t, before.Cell(11, w).Fen(), table.Cell(2, w).Fen())
			}
		}
		before = table
	}
	carried := int64(0)
	for c := range j.Cards() {
		if c.State == enterprise.Held {
			carried += c.Carrying().Fen()
		}
	}
	require.Equal(t, carried, before.Cell(26, enterprise.TotalColumn).Fen())
	p, err := enterprise.Present(j, calendar.MustDate(2027, 12, 31))
	require.NoError(t, err)
	require.Equal(t, carried, p.Intangible.Fen())
	require.False(t, p.Development.Present(), "what was developed is ready")
}

// What is issued and what is left sum to what there was, by every method; the
// average lies between the cheapest and the dearest.
func TestIssueSums(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var lots []enterprise.Lot
		total, pieces := int64(0), int64(0)
		for i := range rapid.IntRange(1, 8).Draw(rt, "lots") {
			l := enterprise.Lot{ID: strconv.Itoa(i), Quantity: rapid.Int64Range(1, 1_000_000).Draw(rt, "n"), Cost: fenOf(rapid.Int64Range(0, 1_000_000_000_00).Draw(rt, "cost"))}
			lots, total, pieces = append(lots, l), total+l.Cost.Fen(), pieces+l.Quantity
		}
		quantity := rapid.Int64Range(0, pieces).Draw(rt, "quantity")
		for _, m := range []enterprise.Method{enterprise.FirstInFirstOut, enterprise.WeightedAverage} {
			issued, left, err := m.Issue(lots, quantity)
			require.NoError(t, err)
			require.Equal(t, total, issued.Fen()+left.Fen())
			require.GreaterOrEqual(t, issued.Fen(), int64(0))
			require.GreaterOrEqual(t, left.Fen(), int64(0))
		}
		all, none, err := enterprise.FirstInFirstOut.Issue(lots, pieces)
		require.NoError(t, err)
		require.Equal(t, total, all.Fen())
		require.Zero(t, none.Sign())
	})
}

// A reversal never exceeds the write-down, and the provision never falls below what
// is needed nor rises above cost.
func TestReversalIsBounded(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		held := fenOf(rapid.Int64Range(0, 1_000_000_00).Draw(rt, "held"))
		m, err := enterprise.Goods{
			Cost: fenOf(rapid.Int64Range(0, 1_000_000_00).Draw(rt, "cost")), Proceeds: fenOf(rapid.Int64Range(0, 1_000_000_00).Draw(rt, "proceeds")),
			Completion: fenOf(rapid.Int64Range(0, 1_000_000_00).Draw(rt, "completion")), Selling: fenOf(rapid.Int64Range(0, 1_000_00).Draw(rt, "selling")),
		}.Measure()
		require.NoError(t, err)
		require.LessOrEqual(t, m.Provision.Fen(), m.Cost.Fen())
		a, err := enterprise.Adjust(held, "影响因素已经消失", m)
		require.NoError(t, err)
		require.LessOrEqual(t, a.Reversal.Fen(), held.Fen())
		require.True(t, a.WriteDown.Sign() == 0 || a.Reversal.Sign() == 0)
		require.Equal(t, m.Provision.Fen(), held.Fen()+a.WriteDown.Fen()-a.Reversal.Fen())
	})
}

// Interest sums to the finance charge and the balance ends at nothing; a loss is
// divided to the fen and no member falls below its floor.
func TestDivisionsSum(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := enterprise.Financing{
			Payment: fenOf(rapid.Int64Range(1_00, 1_000_000_000_00).Draw(rt, "payment")), Periods: rapid.IntRange(1, 40).Draw(rt, "periods"),
			Rate: decimal.New(rapid.Int64Range(0, 2_000).Draw(rt, "rate"), -4),
		}
		all, err := f.Charges()
		require.NoError(t, err)
		left, err := f.Unrecognised()
		require.NoError(t, err)
		sum := int64(0)
		for _, c := range all {
			sum += c.Interest.Fen()
		}
		require.Equal(t, left.Fen(), sum)
		require.Zero(t, all[len(all)-1].Balance.Sign())

		var members []enterprise.Member
		room := int64(0)
		for i := range rapid.IntRange(1, 6).Draw(rt, "members") {
			carrying := rapid.Int64Range(0, 1_000_000_00).Draw(rt, "carrying")
			floor := rapid.Int64Range(0, carrying).Draw(rt, "floor")
			room += carrying - floor
			members = append(members, enterprise.Member{Asset: strconv.Itoa(i), Carrying: fenOf(carrying), Floor: fenOf(floor)})
		}
		loss := rapid.Int64Range(0, 3_000_000_00).Draw(rt, "loss")
		goodwill, losses, rest := enterprise.AllocateLoss(fenOf(loss), fenOf(100_00), members)
		sum = goodwill.Fen() + rest.Fen()
		for i, l := range losses {
			sum += l.Fen()
			require.LessOrEqual(t, l.Fen(), members[i].Carrying.Fen()-members[i].Floor.Fen())
		}
		require.Equal(t, loss, sum)
		require.Equal(t, max(loss-100_00-room, 0), rest.Fen())
	})
}

// A table filled in by hand that does not add up is found, line and column.
func TestTypedTable(t *testing.T) {
	b := open(t)
	b.post(life(event("purchase", "1", "2026-03-05", "数据集", amounts("price 1135000.00")), 36, "management"))
	for _, tt := range []struct {
		line   int
		column enterprise.Way
		amount money.Amount
		rule   string
	}{
		{11, enterprise.Bought, yuan("1.00"), "enterprise.table-closing"},
		{26, enterprise.Bought, yuan("1135000.01"), "enterprise.table-carrying"},
		{27, enterprise.Bought, yuan("0.01"), "enterprise.table-carrying"},
		{4, enterprise.Bought, yuan("1135000.01"), "enterprise.table-children"},
		{11, enterprise.TotalColumn, yuan("0.00"), "enterprise.table-total"},
		{11, enterprise.Bought, money.Amount{}, "enterprise.table-closing"},
	} {
		table := intangible(t, b.j, "2026")
		table.Cells[tt.line-1][tt.column] = tt.amount
		report := table.Check()
		require.True(t, report.Has(rule.ID(tt.rule)), "%d %v", tt.line, report)
	}
	table := intangible(t, b.j, "2026")
	for _, line := range []int{4, 5, 6} {
		table.Cells[line-1][enterprise.Bought] = yuan("1.00")
	}
	require.True(t, table.Check().Has("enterprise.table-children-all"))
	table = intangible(t, b.j, "2026")
	table.Cells[3][enterprise.Bought], table.Cells[3][enterprise.TotalColumn] = money.Amount{}, money.Amount{}
	require.True(t, table.Check().Clean(), "children may be left out")
}
