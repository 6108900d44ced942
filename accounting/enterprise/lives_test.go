package enterprise_test

import (
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// tryPost posts an event, or finds that the journal refuses it and is as it was.
func tryPost(t require.TestingT, j *accounting.Journal, e accounting.Event) bool {
	p, err := enterprise.Post(e)
	if err != nil {
		return false
	}
	before := j.Head()
	if err := j.Post(j.Revision(), p); err != nil {
		require.Equal(t, before, j.Head(), "what is refused changes nothing")
		return false
	}
	return true
}

// Whatever is asked of an intangible asset, in any order: the books balance, its
// impairment never falls while it is held, its carrying amount never rises but by
// cost that is added, and it is never amortised beyond its cost.
func TestImpairmentNeverReverses(t *testing.T) {
	kinds := []string{"impaired", "addition-capitalised", "amortised", "sold", "retired", "held-for-sale", "grant-money-net", "exchange-fair", "purpose-to-inventory"}
	rapid.Check(t, func(rt *rapid.T) {
		j, month := accounting.NewJournal(), calendar.MustMonth(2025, 3)
		cost := fenOf(rapid.Int64Range(1_00, 1_000_000_000_00).Draw(rt, "cost"))
		require.True(rt, tryPost(rt, j, life(event("purchase", "1", "2025-03-05", "A", map[string]money.Amount{"price": cost}), rapid.IntRange(1, 40).Draw(rt, "life"), "management")))
		for i := range rapid.IntRange(1, 30).Draw(rt, "steps") {
			kind, n := rapid.SampledFrom(kinds).Draw(rt, "kind"), fenOf(rapid.Int64Range(1, 1_000_000_000_00).Draw(rt, "n"))
			before, _ := j.Card("A")
			on := month.Last().String()
			switch kind {
			case "amortised":
				p, err := enterprise.Amortise(j, accounting.Run{Month: month})
				require.NoError(rt, err)
				require.NoError(rt, j.Post(p.Revision, p.Postings...))
				month = month.Add(1)
			case "impaired":
				tryPost(rt, j, event(kind, strconv.Itoa(i)+"x", on, "A", map[string]money.Amount{"loss": n}))
			case "addition-capitalised":
				tryPost(rt, j, event(kind, strconv.Itoa(i)+"x", on, "A", map[string]money.Amount{"cost": n}))
			case "grant-money-net":
				tryPost(rt, j, event(kind, strconv.Itoa(i)+"x", on, "A", map[string]money.Amount{"grant": n}, "grantMethod=net"))
			case "exchange-fair":
				a := enterprise.AmountsOf(before)
				a["fair"] = n
				e := life(event(kind, strconv.Itoa(i)+"x", on, "B"+strconv.Itoa(i), a), 12, "management")
				e.Parts[0].Others = map[string]accounting.Ref{"given": {Asset: "A", Detail: "数据资源——A"}}
				tryPost(rt, j, e)
			default:
				a := enterprise.AmountsOf(before)
				if kind == "sold" {
					a["net"] = n
				}
				e := event(kind, strconv.Itoa(i)+"x", on, "A", a)
				if kind == "held-for-sale" || kind == "purpose-to-inventory" {
					e.Parts[0].Terms = enterprise.NotAmortised()
				}
				tryPost(rt, j, e)
			}
			after, _ := j.Card("A")
			if after.State == enterprise.Held {
				require.GreaterOrEqual(rt, after.Impaired.Fen(), before.Impaired.Fen(), kind)
				require.LessOrEqual(rt, after.Carrying().Fen(), before.Carrying().Fen()+max(after.Cost.Fen()-before.Cost.Fen(), 0), kind)
			}
			require.GreaterOrEqual(rt, after.Carrying().Fen(), int64(0))
			balanced(rt, j)
		}
	})
}

// balanced asserts that the debits of the books are their credits.
func balanced(t require.TestingT, j *accounting.Journal) {
	balances, err := j.TrialBalance(enterprise.Chart(), calendar.Date{})
	require.NoError(t, err)
	sum := int64(0)
	for _, b := range balances {
		sum += b.Debits.Fen() - b.Credits.Fen()
	}
	require.Zero(t, sum)
}

// Whatever happens to inventories: table B adds up across 外购, 自行加工 and 其他, what
// was reversed is never more than what was written down, the provision never above
// the cost, and the three lines carry what the cards do.
func TestInventoriesAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		j, on := accounting.NewJournal(), day("2026-01-05")
		down, back, out := map[string]int64{}, map[string]int64{}, map[string]int64{}
		for i := range rapid.IntRange(1, 40).Draw(rt, "steps") {
			on = on.AddDays(rapid.IntRange(0, 40).Draw(rt, "days"))
			asset := rapid.SampledFrom([]string{"外购", "加工", "其他"}).Draw(rt, "asset")
			n := fenOf(rapid.Int64Range(1, 1_000_000_00).Draw(rt, "n"))
			post := func(kind string, a map[string]money.Amount) bool {
				return tryPost(rt, j, event(kind, strconv.Itoa(i), on.String(), asset, a))
			}
			card, _ := j.Card(asset)
			part := func(a money.Amount) money.Amount {
				p, err := enterprise.ProvisionOut(a, n.Fen(), 1_000_000_00)
				require.NoError(rt, err)
				return p
			}
			switch rapid.SampledFrom([]string{"in", "down", "back", "sold", "lapsed"}).Draw(rt, "what") {
			case "in":
				kind := map[string]string{"外购": "inventory-purchase", "加工": "inventory-processed", "其他": "inventory-contributed"}[asset]
				name := map[string]string{"外购": "price", "加工": "processing", "其他": "value"}[asset]
				a := map[string]money.Amount{name: n}
				if asset == "其他" {
					a["capital"] = fenOf(0)
				}
				post(kind, a)
			case "down":
				if post("inventory-written-down", map[string]money.Amount{"loss": n}) {
					down[asset] += n.Fen()
				}
			case "back":
				if post("inventory-recovered", map[string]money.Amount{"recovery": n}) {
					back[asset] += n.Fen()
				}
			case "sold":
				a := map[string]money.Amount{"net": n, "cost": part(card.Cost), "provision": part(card.Impaired)}
				if post("inventory-sold", a) {
					out[asset] += a["provision"].Fen()
				}
			case "lapsed":
				if a := enterprise.AmountsOf(card); post("inventory-lapsed", a) {
					out[asset] += a["provision"].Fen()
				}
			}
			require.LessOrEqual(rt, back[asset], down[asset]-out[asset], "no more comes back than was written down and is still there")
		}
		carried, has := int64(0), false
		for c := range j.Cards() {
			require.LessOrEqual(rt, c.Impaired.Fen(), c.Cost.Fen())
			carried, has = carried+c.Carrying().Fen(), has || c.Cost.Sign() > 0
		}
		from := day("2026-01-01")
		for from.Before(on.AddDays(1)) { // every year of it
			to := calendar.MustDate(from.Year(), 12, 31)
			table, err := enterprise.InventoryTable(j, from, to, nil)
			require.NoError(rt, err)
			require.True(rt, table.Check().Clean(), "%v", table.Check())
			for line := 1; line <= len(table.Lines); line++ {
				sum := int64(0)
				for _, w := range []enterprise.Way{enterprise.Bought, enterprise.Own, enterprise.Otherwise} {
					sum += table.Cell(line, w).Fen()
				}
				require.Equal(rt, sum, table.Cell(line, enterprise.TotalColumn).Fen(), "line %d", line)
			}
			from = to.AddDays(1)
		}
		p, err := enterprise.Present(j, from)
		require.NoError(rt, err)
		require.Equal(rt, carried, p.Inventory.Fen())
		require.Equal(rt, has, p.Inventory.Present())
		balanced(rt, j)
	})
}

// What a kind asks for and is not given is refused, whatever else it brings, and
// nothing is half booked: each kind of event × each input left out.
func TestNothingIsLeftOut(t *testing.T) {
	for _, s := range sampleEvents() {
		row, ok := enterprise.Events().Type(rule.ID("enterprise." + s.kind))
		require.True(t, ok)
		inputs, _ := enterprise.Events().Asks(row.ID)
		for _, in := range inputs {
			a := amounts(s.amounts)
			delete(a, in.Name)
			_, given := amounts(s.amounts)[in.Name]
			optional := false
			for _, o := range row.Optional {
				optional = optional || o == in.Name
			}
			if optional || !given {
				continue
			}
			e := event(s.kind, "X", "2026-06-30", "数据集", a, s.facts...)
			e = life(e, 36, "management")
			e.Parts[0].Others = map[string]accounting.Ref{"given": {Asset: "换出", Detail: "数据资源——换出"}}
			p, err := enterprise.Post(e)
			require.Error(t, err, "%s without %s", s.kind, in.Name)
			require.Empty(t, p.Vouchers)
		}
	}
}
