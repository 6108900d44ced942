package revenue_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func ratio(s string) money.Ratio { return money.MustParseRatio(s) }

func yuan(s string) money.Amount { return money.MustParse(s) }

// terms are of parties named a, b, c … as far as the shares name them.
func terms(shares ...revenue.Share) revenue.Terms {
	t := revenue.Terms{ID: "XY-1", Shares: shares}
	seen := map[string]bool{}
	for _, s := range shares {
		if !seen[s.Party] {
			seen[s.Party] = true
			t.Parties = append(t.Parties, revenue.Party{ID: s.Party, Role: revenue.RoleHolder})
		}
	}
	return t
}

func to(t revenue.Terms, party string) revenue.Terms { t.Remainder = revenue.To(party); return t }

// Each way to share, by hand.
func TestDistribute(t *testing.T) {
	scale := []revenue.Tier{{UpTo: yuan("100.00"), Ratio: ratio("0.1")}, {UpTo: yuan("300.00"), Ratio: ratio("0.2")}, {Ratio: ratio("0.5")}}
	none := money.Amount{}
	for _, c := range []struct {
		name   string
		terms  revenue.Terms
		amount string
		want   string // by party
		left   int
	}{
		{"ratios", terms(revenue.Part("a", ratio("0.7")), revenue.Part("b", ratio("0.3"))), "600000.00", "420000.00 180000.00", 0},
		// 100.01: 70.007 and 30.003: floors 70.00 + 30.00, one fen left to the larger fraction, .7 of a fen.
		{"largest fraction", terms(revenue.Part("b", ratio("0.3")), revenue.Part("a", ratio("0.7"))), "100.01", "30.00 70.01", 1},
		// 0.01 in halves: equal fractions, so the first.
		{"equal fractions", terms(revenue.Part("a", ratio("0.5")), revenue.Part("b", ratio("0.5"))), "0.01", "0.01 0.00", 1},
		{"to the second", to(terms(revenue.Part("a", ratio("0.5")), revenue.Part("b", ratio("0.5"))), "b"), "0.01", "0.00 0.01", 1},
		// Thirds of 100.00: 33.33 each, one fen left.
		{"weights", terms(revenue.Rest("a", 1), revenue.Rest("b", 1), revenue.Rest("c", 1)), "100.00", "33.34 33.33 33.33", 1},
		{"fixed, then the rest", terms(revenue.Fixed("a", yuan("30.00")), revenue.Rest("b", 1)), "100.00", "30.00 70.00", 0},
		{"less than the fixed sum", terms(revenue.Fixed("a", yuan("30.00")), revenue.Rest("b", 1)), "20.00", "20.00 0.00", 0},
		// 20.00 for claims of 30 and 10 of one priority: 3 : 1.
		{"short together", terms(revenue.Fixed("a", yuan("30.00")), revenue.Fixed("b", yuan("10.00")), revenue.Rest("c", 1)), "20.00", "15.00 5.00 0.00", 0},
		{"short in order", terms(revenue.Fixed("a", yuan("30.00")).Then(2), revenue.Fixed("b", yuan("10.00")), revenue.Rest("c", 1)), "20.00", "10.00 10.00 0.00", 0},
		// 100.00 − 40.00 = 60.00; 25 % of it 15.00; the rest 45.00.
		{"of what is left", terms(revenue.Fixed("a", yuan("40.00")), revenue.Part("b", ratio("0.25")).Then(2).OfLeft(), revenue.Rest("c", 1)), "100.00", "40.00 15.00 45.00", 0},
		{"of the whole, later", terms(revenue.Fixed("a", yuan("40.00")), revenue.Part("b", ratio("0.25")).Then(2), revenue.Rest("c", 1)), "100.00", "40.00 25.00 35.00", 0},
		// 40.00 first leaves 10.00 of 50.00; 25 % of the whole is 12.50: only 10.00 is there.
		{"of the whole, short", terms(revenue.Fixed("a", yuan("40.00")), revenue.Part("b", ratio("0.25")).Then(2), revenue.Rest("c", 1)), "50.00", "40.00 10.00 0.00", 0},
		// 10 % of 100 + 20 % of 200 + 50 % of 100 = 10 + 40 + 50.
		{"progressive", terms(revenue.Tiered("a", revenue.Progressive, scale...), revenue.Rest("b", 1)), "400.00", "100.00 300.00", 0},
		{"progressive at a bound", terms(revenue.Tiered("a", revenue.Progressive, scale...), revenue.Rest("b", 1)), "100.00", "10.00 90.00", 0},
		{"whole", terms(revenue.Tiered("a", revenue.WholeTier, scale...), revenue.Rest("b", 1)), "400.00", "200.00 200.00", 0},
		{"whole at a bound", terms(revenue.Tiered("a", revenue.WholeTier, scale...), revenue.Rest("b", 1)), "300.00", "60.00 240.00", 0}, // 20 %: the bound is of the tier
		{"whole above a bound", terms(revenue.Tiered("a", revenue.WholeTier, scale...), revenue.Rest("b", 1)), "300.02", "150.01 150.01", 0},
		{"floor", terms(revenue.Part("a", ratio("0.1")).Within(yuan("30.00"), none), revenue.Rest("b", 1)), "100.00", "30.00 70.00", 0},
		{"floor above what there is", terms(revenue.Part("a", ratio("0.1")).Within(yuan("30.00"), none), revenue.Rest("b", 1)), "20.00", "20.00 0.00", 0},
		{"cap", terms(revenue.Part("a", ratio("0.5")).Within(none, yuan("30.00")), revenue.Rest("b", 1)), "100.00", "30.00 70.00", 0},
		// A fee of 1.00, then 10 % of the whole with the rest to b; a has both.
		{"two shares", terms(revenue.Fixed("a", yuan("1.00")), revenue.Part("a", ratio("0.1")).Then(2), revenue.Rest("b", 1)), "11.00", "2.10 8.90", 0},
		// Tiers that sum to one at every amount need no rest: 70/30 to 100.00, then 60/40.
		{"tiers alone", terms(
			revenue.Tiered("a", revenue.Progressive, revenue.Tier{UpTo: yuan("100.00"), Ratio: ratio("0.7")}, revenue.Tier{Ratio: ratio("0.6")}),
			revenue.Tiered("b", revenue.Progressive, revenue.Tier{UpTo: yuan("100.00"), Ratio: ratio("0.3")}, revenue.Tier{Ratio: ratio("0.4")}),
		), "200.00", "130.00 70.00", 0},
		// The most an amount can be, in 128 bits: 999999999999999.99 × 0.33333333 =
		// 333333329999999.9966666667, and by 0.66666667 = 666666669999999.9933333333.
		{"the largest", terms(revenue.Part("a", ratio("0.33333333")), revenue.Part("b", ratio("0.66666667"))), "999999999999999.99", "333333330000000.00 666666669999999.99", 1},
		{"nothing", terms(revenue.Fixed("a", yuan("40.00")), revenue.Rest("c", 1)), "0.00", "0.00 0.00", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := revenue.NewAgreement(c.terms)
			require.NoError(t, err)
			d, err := a.Distribute(decimal.RequireFromString(c.amount))
			require.NoError(t, err)
			var got []string
			for p, share := range d.All() {
				require.Equal(t, share, d.Of(p.ID))
				got = append(got, share.String())
			}
			assert.Equal(t, c.want, strings.Join(got, " "))
			assert.Equal(t, c.left, d.Remainder())
			assert.Equal(t, yuan(c.amount), d.Amount())
			assert.Equal(t, len(got), d.Len())
			assert.False(t, d.Of("nobody").Present())
		})
	}
}

// oracle is what each party is entitled to, in fen, by big rationals and straight
// from the words: priority after priority, each served together.
func oracle(t revenue.Terms, amount int64) map[string]*big.Rat {
	whole := big.NewRat(amount, 1)
	left := big.NewRat(amount, 1)
	got := map[string]*big.Rat{}
	give := func(party string, r *big.Rat) {
		if got[party] == nil {
			got[party] = new(big.Rat)
		}
		got[party].Add(got[party], r)
	}
	rat := func(d decimal.Decimal) *big.Rat { return d.Rat() }
	claim := func(s revenue.Share, left *big.Rat) *big.Rat {
		base := whole
		if s.Of == revenue.OfLeft {
			base = left
		}
		c := new(big.Rat)
		switch s.Kind {
		case revenue.KindFixed:
			c = big.NewRat(s.Amount.Fen(), 1)
		case revenue.KindRatio:
			c.Mul(base, rat(s.Ratio.Decimal()))
		case revenue.KindTiers:
			from := new(big.Rat)
			for _, tier := range s.Tiers {
				end := base
				if top := big.NewRat(tier.UpTo.Fen(), 1); tier.UpTo.Present() && top.Cmp(base) < 0 {
					end = top
				}
				if within := new(big.Rat).Sub(end, from); within.Sign() > 0 {
					if s.Tiering == revenue.WholeTier {
						c.Mul(base, rat(tier.Ratio.Decimal()))
					} else {
						c.Add(c, new(big.Rat).Mul(within, rat(tier.Ratio.Decimal())))
					}
					from = end
				}
			}
		}
		if f := big.NewRat(s.Floor.Fen(), 1); c.Cmp(f) < 0 {
			c = f
		}
		if m := big.NewRat(s.Cap.Fen(), 1); s.Cap.Present() && c.Cmp(m) > 0 {
			c = m
		}
		return c
	}
	for priority := int64(1); priority <= 99; priority++ {
		sum := new(big.Rat)
		claims := map[int]*big.Rat{}
		for i, s := range t.Shares {
			if s.Kind != revenue.KindResidual && s.Priority.Or(1) == priority {
				claims[i] = claim(s, left)
				sum.Add(sum, claims[i])
			}
		}
		share := big.NewRat(1, 1)
		if sum.Cmp(left) > 0 {
			share.Quo(left, sum)
		}
		for i, c := range claims {
			give(t.Shares[i].Party, new(big.Rat).Mul(c, share))
		}
		left = new(big.Rat).Sub(left, new(big.Rat).Mul(sum, share))
	}
	weight := int64(0)
	for _, s := range t.Shares {
		if s.Kind == revenue.KindResidual {
			weight += s.Weight.Or(1)
		}
	}
	for _, s := range t.Shares {
		if s.Kind == revenue.KindResidual {
			give(s.Party, new(big.Rat).Mul(left, big.NewRat(s.Weight.Or(1), weight)))
		}
	}
	return got
}

// drawTerms draws terms of any kind; most of them are agreements.
func drawTerms(t *rapid.T) revenue.Terms {
	n := rapid.IntRange(1, 20).Draw(t, "parties")
	name := func() string { return fmt.Sprint("p", rapid.IntRange(1, n).Draw(t, "party")) }
	budget := int64(100_000_000)
	units := func() money.Ratio {
		most := budget
		if rapid.IntRange(0, 19).Draw(t, "over") == 0 {
			most = 100_000_000 // may ask for too much
		}
		u := rapid.Int64Range(0, most).Draw(t, "units")
		budget -= min(budget, u)
		r, err := money.RatioOf(decimal.New(u, -8))
		require.NoError(t, err)
		return r
	}
	amount := func() money.Amount {
		a, err := money.Fen(rapid.Int64Range(0, 20_000).Draw(t, "fen"))
		require.NoError(t, err)
		return a
	}
	var shares []revenue.Share
	for range rapid.IntRange(0, 6).Draw(t, "claims") {
		var s revenue.Share
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			s = revenue.Fixed(name(), amount())
		case 1:
			s = revenue.Part(name(), units())
		default:
			how := rapid.SampledFrom([]revenue.Tiering{revenue.Progressive, revenue.WholeTier}).Draw(t, "how")
			first := rapid.Int64Range(1, 20_000).Draw(t, "bound")
			bound, err := money.Fen(first)
			require.NoError(t, err)
			s = revenue.Tiered(name(), how, revenue.Tier{UpTo: bound, Ratio: units()}, revenue.Tier{Ratio: units()})
		}
		if s.Kind != revenue.KindFixed && rapid.Bool().Draw(t, "bounded") {
			s = s.Within(amount(), money.Amount{})
			if rapid.Bool().Draw(t, "capped") {
				s.Cap, _ = s.Floor.Add(amount())
			}
		}
		if s.Kind != revenue.KindFixed && rapid.Bool().Draw(t, "left") {
			s = s.OfLeft()
		}
		shares = append(shares, s.Then(rapid.Int64Range(1, 4).Draw(t, "priority")))
	}
	if budget > 0 && rapid.IntRange(0, 3).Draw(t, "complete") == 0 {
		r, _ := money.RatioOf(decimal.New(budget, -8))
		shares = append(shares, revenue.Part(name(), r).Then(rapid.Int64Range(1, 5).Draw(t, "priority")))
	}
	for range rapid.IntRange(0, 3).Draw(t, "rest") {
		shares = append(shares, revenue.Rest(name(), rapid.Int64Range(1, 50).Draw(t, "weight")))
	}
	terms := revenue.Terms{ID: "XY-1", Shares: shares}
	for i := range n {
		terms.Parties = append(terms.Parties, revenue.Party{ID: fmt.Sprint("p", i+1)})
	}
	if rapid.Bool().Draw(t, "to") {
		terms.Remainder = revenue.To(name())
	}
	return terms
}

// Sums are exact; under Spread each party is within a fen of the oracle, under To
// every other party less than a fen below it; and terms that leave anything of any
// amount drawn are no agreement.
func TestDistributeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := drawTerms(t)
		amount := rapid.Int64Range(0, 60_000).Draw(t, "amount")
		if rapid.IntRange(0, 9).Draw(t, "large") == 0 {
			amount = rapid.Int64Range(0, 99_999_999_999_999_999).Draw(t, "amount")
		}
		exact := oracle(terms, amount)
		sum := new(big.Rat)
		for _, e := range exact {
			sum.Add(sum, e)
		}
		a, err := revenue.NewAgreement(terms)
		if err != nil {
			return
		}
		require.Zero(t, sum.Cmp(big.NewRat(amount, 1)), "an agreement that leaves something: %v", terms)
		d, err := a.Distribute(decimal.New(amount, -2))
		require.NoError(t, err)
		total := int64(0)
		for p, share := range d.All() {
			require.GreaterOrEqual(t, share.Fen(), int64(0))
			total += share.Fen()
			e := exact[p.ID]
			if e == nil {
				e = new(big.Rat)
			}
			off := new(big.Rat).Sub(big.NewRat(share.Fen(), 1), e)
			if terms.Remainder == revenue.Spread {
				require.Negative(t, off.Abs(off).Cmp(big.NewRat(1, 1)), p.ID)
			} else if p.ID != string(terms.Remainder) {
				require.LessOrEqual(t, off.Sign(), 0, p.ID)
				require.Positive(t, off.Cmp(big.NewRat(-1, 1)), p.ID)
			}
		}
		require.Equal(t, amount, total)
		require.Less(t, d.Remainder(), max(d.Len(), 1))
		require.NotEmpty(t, d.Explain(rule.Chinese))
	})
}

// Under To no other party's share falls as the amount rises, where no tier jumps.
func TestDistributeNeverFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := drawTerms(t)
		for i := range terms.Shares {
			if terms.Shares[i].Kind == revenue.KindTiers {
				terms.Shares[i].Tiering = revenue.Progressive
			}
		}
		if terms.Remainder == revenue.Spread {
			terms.Remainder = revenue.To("p1")
		}
		a, err := revenue.NewAgreement(terms)
		if err != nil {
			return
		}
		less := rapid.Int64Range(0, 60_000).Draw(t, "less")
		more := less + rapid.Int64Range(0, 300).Draw(t, "more")
		before, err := a.Distribute(decimal.New(less, -2))
		require.NoError(t, err)
		after, err := a.Distribute(decimal.New(more, -2))
		require.NoError(t, err)
		for i := range before.Len() {
			if terms.Parties[i].ID != string(terms.Remainder) {
				require.LessOrEqual(t, before.Share(i).Fen(), after.Share(i).Fen(), "%d of %v", i, terms)
			}
		}
	})
}

// Many parties take the way of plain fractions; it agrees with the oracle too.
func TestManyParties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(17, 200).Draw(t, "n")
		var shares []revenue.Share
		for i := range n {
			shares = append(shares, revenue.Rest(fmt.Sprint("p", i), rapid.Int64Range(1, 4).Draw(t, "w")))
		}
		terms := terms(shares...)
		amount := rapid.Int64Range(0, 100_000).Draw(t, "amount")
		d, err := revenue.MustAgreement(terms).Distribute(decimal.New(amount, -2))
		require.NoError(t, err)
		exact := oracle(terms, amount)
		total, least, most := int64(0), big.NewRat(1, 1), new(big.Rat)
		for p, share := range d.All() {
			total += share.Fen()
			fen := big.NewRat(share.Fen(), 1)
			off := new(big.Rat).Sub(exact[p.ID], fen) // fraction lost, or below 0 where a fen was given
			if off.Sign() >= 0 {
				if off.Cmp(most) > 0 {
					most = off
				}
			} else if f := off.Add(off, big.NewRat(1, 1)); f.Cmp(least) < 0 {
				least = f
			}
		}
		require.Equal(t, amount, total)
		require.LessOrEqual(t, most.Cmp(least), 0, "a fen went to a smaller fraction than one that got none")
	})
}

// What is no agreement, and why.
func TestFaults(t *testing.T) {
	none := money.Amount{}
	tiers := func(ratios ...string) []revenue.Tier {
		var all []revenue.Tier
		for i, r := range ratios {
			tier := revenue.Tier{Ratio: ratio(r)}
			if i < len(ratios)-1 {
				tier.UpTo = yuan(fmt.Sprintf("%d00.00", i+1))
			}
			all = append(all, tier)
		}
		return all
	}
	for name, c := range map[string]struct {
		terms revenue.Terms
		path  string
		want  string
	}{
		"fixed sums alone":         {terms(revenue.Fixed("a", yuan("1.00")), revenue.Fixed("b", yuan("1.00"))), "/shares", "residual"},
		"ratios below one":         {terms(revenue.Part("a", ratio("0.7")), revenue.Part("b", ratio("0.29999999"))), "/shares", "residual"},
		"ratios above one":         {terms(revenue.Part("a", ratio("0.7")), revenue.Part("b", ratio("0.30000001"))), "/shares", "sum to 1 at most"},
		"above one with a rest":    {terms(revenue.Part("a", ratio("0.7")), revenue.Part("b", ratio("0.4")), revenue.Rest("c", 1)), "/shares", "sum to 1 at most"},
		"a cap without a rest":     {terms(revenue.Part("a", ratio("0.5")).Within(none, yuan("1.00")), revenue.Part("b", ratio("0.5"))), "/shares", "residual"},
		"a floor without a rest":   {terms(revenue.Part("a", ratio("0.5")).Within(yuan("1.00"), none), revenue.Part("b", ratio("0.5"))), "/shares", "residual"},
		"the whole after a sum":    {terms(revenue.Fixed("a", yuan("1.00")), revenue.Part("b", ratio("1")).Then(2)), "/shares", "of what is left"},
		"tiers that leave":         {terms(revenue.Tiered("a", revenue.Progressive, tiers("0.7", "0.6")...), revenue.Part("b", ratio("0.3"))), "/shares", "residual"},
		"tiers of both kinds":      {terms(revenue.Tiered("a", revenue.Progressive, tiers("0.7", "0.6")...), revenue.Tiered("b", revenue.WholeTier, tiers("0.3", "0.4")...)), "/shares", "residual"},
		"a stranger":               {revenue.Terms{ID: "X", Parties: []revenue.Party{{ID: "a"}}, Shares: []revenue.Share{revenue.Rest("b", 1)}}, "/shares/0/party", "a party of the agreement"},
		"two of one id":            {revenue.Terms{ID: "X", Parties: []revenue.Party{{ID: "a"}, {ID: "a"}}, Shares: []revenue.Share{revenue.Rest("a", 1)}}, "/parties/1/id", "id of its own"},
		"nobody":                   {revenue.Terms{ID: "X"}, "/parties", "1 to 10,000"},
		"priority 0":               {terms(revenue.Fixed("a", yuan("1.00")).Then(0), revenue.Rest("b", 1)), "/shares/0/priority", "1 to 99"},
		"priority 100":             {terms(revenue.Fixed("a", yuan("1.00")).Then(100), revenue.Rest("b", 1)), "/shares/0/priority", "1 to 99"},
		"a rest with a priority":   {terms(revenue.Rest("b", 1).Then(1)), "/shares/0/priority", "residual share has none"},
		"no amount":                {terms(revenue.Fixed("a", none), revenue.Rest("b", 1)), "/shares/0/amount", "not below 0.00"},
		"an amount below 0":        {terms(revenue.Fixed("a", yuan("-0.01")), revenue.Rest("b", 1)), "/shares/0/amount", "not below 0.00"},
		"no ratio":                 {terms(revenue.Part("a", money.Ratio{}), revenue.Rest("b", 1)), "/shares/0/ratio", "from 0 to 1"},
		"a ratio above 1":          {terms(revenue.Part("a", ratio("1.00000001")), revenue.Rest("b", 1)), "/shares/0/ratio", "from 0 to 1"},
		"a ratio below 0":          {terms(revenue.Part("a", ratio("-0.1")), revenue.Rest("b", 1)), "/shares/0/ratio", "from 0 to 1"},
		"no tier":                  {terms(revenue.Tiered("a", revenue.Progressive), revenue.Rest("b", 1)), "/shares/0/tiers", "1 to 100"},
		"bounds that do not rise":  {terms(revenue.Tiered("a", revenue.Progressive, revenue.Tier{UpTo: yuan("0.00"), Ratio: ratio("0")}, revenue.Tier{Ratio: ratio("0")}), revenue.Rest("b", 1)), "/shares/0/tiers/0/upTo", "rising"},
		"a last bound":             {terms(revenue.Tiered("a", revenue.Progressive, revenue.Tier{UpTo: yuan("1.00"), Ratio: ratio("0")}), revenue.Rest("b", 1)), "/shares/0/tiers/0/upTo", "rising"},
		"no way of tiers":          {terms(revenue.Tiered("a", "", tiers("0.1")...), revenue.Rest("b", 1)), "/shares/0/tiering", "progressive or whole"},
		"weight 0":                 {terms(revenue.Rest("a", 0)), "/shares/0/weight", "1,000,000,000"},
		"weights too large":        {terms(revenue.Rest("a", 1_000_000_000), revenue.Rest("b", 1)), "/shares", "together"},
		"a floor of a fixed sum":   {terms(revenue.Fixed("a", yuan("1.00")).Within(yuan("1.00"), none), revenue.Rest("b", 1)), "/shares/0/floor", "of a ratio"},
		"a cap below the floor":    {terms(revenue.Part("a", ratio("0.1")).Within(yuan("2.00"), yuan("1.99")), revenue.Rest("b", 1)), "/shares/0/cap", "not below the floor"},
		"no kind":                  {terms(revenue.Share{Party: "a"}, revenue.Rest("b", 1)), "/shares/0/kind", "fixed, ratio"},
		"left of a fixed sum":      {terms(revenue.Fixed("a", yuan("1.00")).OfLeft(), revenue.Rest("b", 1)), "/shares/0/of", "whole or left"},
		"remainder to a stranger":  {to(terms(revenue.Rest("a", 1)), "z"), "/remainder", "no cap"},
		"remainder to a fixed sum": {to(terms(revenue.Fixed("a", yuan("1.00")), revenue.Rest("b", 1)), "a"), "/remainder", "no cap"},
		"ends before it begins": {func() revenue.Terms {
			t := terms(revenue.Rest("a", 1))
			t.From, t.To = day("2026-02-01"), day("2026-01-31")
			return t
		}(), "/to", "not before"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := revenue.NewAgreement(c.terms)
			var fault *revenue.AgreementError
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, c.path, fault.Faults[0].Path)
			assert.Contains(t, fault.Faults[0].Want.EN, c.want)
			assert.NotEmpty(t, fault.Faults[0].Want.ZH)
			assert.Contains(t, err.Error(), c.path)
		})
	}
	_, err := revenue.NewAgreement(terms(revenue.Rest("a", 0)))
	assert.NotContains(t, err.Error(), "more")
	_, err = revenue.NewAgreement(terms(revenue.Fixed("a", none), revenue.Fixed("b", none), revenue.Rest("c", 1)))
	require.ErrorContains(t, err, "(and 1 more)")
	_, err = revenue.NewAgreement()
	require.Error(t, err)
	require.Panics(t, func() { revenue.MustAgreement() })
}

// Versions hold from their day to the day before the next.
func TestVersions(t *testing.T) {
	version := func(from, last, a, b string) revenue.Terms {
		v := terms(revenue.Part("a", ratio(a)), revenue.Part("b", ratio(b)))
		if from != "" {
			v.From = day(from)
		}
		if last != "" {
			v.To = day(last)
		}
		return v
	}
	a, err := revenue.NewAgreement(version("2027-01-01", "2028-12-31", "0.6", "0.4"), version("2026-01-01", "", "0.7", "0.3"))
	require.NoError(t, err)
	require.Len(t, a.Versions(), 2)
	for on, want := range map[string]string{"2026-01-01": "70.00", "2026-12-31": "70.00", "2027-01-01": "60.00", "2028-12-31": "60.00"} {
		v, err := a.At(day(on))
		require.NoError(t, err, on)
		d, err := v.Distribute(decimal.NewFromInt(100))
		require.NoError(t, err)
		assert.Equal(t, yuan(want), d.Of("a"), on)
	}
	for _, on := range []string{"2025-12-31", "2029-01-01"} {
		_, err := a.At(day(on))
		var none *revenue.VersionError
		require.ErrorAs(t, err, &none, on)
		assert.Contains(t, err.Error(), on)
	}
	_, err = a.Distribute(decimal.NewFromInt(100))
	require.ErrorContains(t, err, "2 versions")
	_, err = revenue.Agreement{}.Distribute(decimal.NewFromInt(100))
	require.ErrorContains(t, err, "0 versions")

	other := version("2027-01-01", "", "0.6", "0.4")
	other.ID = "XY-2"
	for _, second := range []revenue.Terms{other, version("2026-01-01", "", "0.6", "0.4"), version("2026-06-30", "", "0.6", "0.4")} {
		_, err = revenue.NewAgreement(version("2026-01-01", "2026-06-30", "0.7", "0.3"), second)
		require.Error(t, err)
	}
	// What a caller changes in its own terms or in those it got stays with the caller.
	a.Versions()[0].Shares[0].Ratio = ratio("0.1")
	require.Equal(t, ratio("0.7"), a.Versions()[0].Shares[0].Ratio)
}

// An amount that cannot be distributed is refused.
func TestDistributeRefuses(t *testing.T) {
	a := revenue.MustAgreement(terms(revenue.Rest("a", 1)))
	for _, c := range []struct {
		value decimal.Decimal
		want  error
	}{{decimal.New(-1, -2), money.ErrRange}, {decimal.New(1, -3), money.ErrPlaces}, {decimal.New(1, 15), money.ErrRange}, {decimal.New(1, 1_000_000_000), money.ErrRange}} {
		d, err := a.Distribute(c.value)
		require.ErrorIs(t, err, c.want)
		require.Zero(t, d.Len())
	}
	require.Empty(t, revenue.Distribution{}.Explain(rule.English))
	require.False(t, revenue.Distribution{}.Amount().Present())
}
