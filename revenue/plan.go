package revenue

import (
	"math/big"
	"slices"
)

// plan is terms made ready to compute with.
type plan struct {
	terms  Terms
	to     int // the party that takes the remainder; -1 spreads it
	levels [][]claim
	rest   []claim // residual shares
	weight int64   // of all of them

	// Where every share is a ratio of the whole or a weight of what ratios leave,
	// party i gets parts[i]/whole of any amount. Both are below 2^57.
	parts []uint64
	whole uint64 // 0: the claims have to be served in order
}

// claim is a share with the place of its party.
type claim struct {
	Share
	party int
}

// compile expects terms without faults.
func compile(t Terms) *plan {
	p := &plan{terms: t.clone(), to: -1}
	place := make(map[string]int, len(t.Parties))
	for i, party := range t.Parties {
		place[party.ID] = i
	}
	if t.Remainder != Spread {
		p.to = place[string(t.Remainder)]
	}
	for _, level := range levelsOf(p.terms) {
		var claims []claim
		for _, s := range level {
			claims = append(claims, claim{s, place[s.Party]})
		}
		p.levels = append(p.levels, claims)
	}
	for _, s := range p.terms.Shares {
		if s.Kind == KindResidual {
			p.rest = append(p.rest, claim{s, place[s.Party]})
			p.weight += s.Weight.Or(1)
		}
	}
	p.plain()
	return p
}

// plain finds the fractions of terms that are nothing but fractions.
func (p *plan) plain() {
	all := slices.Concat(p.levels...)
	if slices.ContainsFunc(all, func(c claim) bool { return c.Kind != KindRatio || c.Of == OfLeft || c.bound() }) {
		return
	}
	weight := max(p.weight, 1)
	parts := make([]uint64, len(p.terms.Parties))
	left := int64(ratioOne)
	for _, c := range all {
		parts[c.party] += uint64(unitsOf(c.Ratio)) * uint64(weight)
		left -= unitsOf(c.Ratio)
	}
	for _, c := range p.rest {
		parts[c.party] += uint64(left) * uint64(c.Weight.Or(1))
	}
	p.parts, p.whole = reduced(parts, ratioOne*uint64(weight))
}

// reduced divides by what all have in common, so that most products stay within
// one word.
func reduced(parts []uint64, whole uint64) ([]uint64, uint64) {
	d := whole
	for _, part := range parts {
		for part != 0 {
			d, part = part, d%part
		}
	}
	for i := range parts {
		parts[i] /= d
	}
	return parts, whole / d
}

// line is what one share came to.
type line struct {
	claim claim
	base  *big.Rat // what a ratio or tiers were taken of; nil for a fixed share
	asked *big.Rat // the claim
	got   *big.Rat // what was served: less where less was left
}

// serve serves the claims in their order, in fen. The lines sum to the amount.
func (p *plan) serve(amount int64) []line {
	whole := new(big.Rat).SetInt64(amount)
	left := new(big.Rat).Set(whole)
	var lines []line
	for _, level := range p.levels {
		first := len(lines)
		sum := new(big.Rat)
		for _, c := range level {
			l := c.line(whole, left)
			sum.Add(sum, l.asked)
			lines = append(lines, l)
		}
		if short := sum.Cmp(left) > 0; short {
			for i := first; i < len(lines); i++ {
				lines[i].got = new(big.Rat).Quo(new(big.Rat).Mul(lines[i].asked, left), sum)
			}
			left = new(big.Rat)
			continue
		}
		left = new(big.Rat).Sub(left, sum)
	}
	for _, c := range p.rest {
		got := new(big.Rat).Mul(left, big.NewRat(c.Weight.Or(1), p.weight))
		lines = append(lines, line{c, left, got, got})
	}
	return lines
}

// line measures a claim.
func (c claim) line(whole, left *big.Rat) line {
	l := line{claim: c, base: whole}
	if c.Of == OfLeft {
		l.base = left
	}
	switch c.Kind {
	case KindFixed:
		l.base, l.asked = nil, new(big.Rat).SetInt64(c.Amount.Fen())
	case KindRatio:
		l.asked = part(l.base, c.Share.Ratio.Decimal().CoefficientInt64())
	case KindTiers:
		l.asked = c.scale(l.base)
	}
	if floor := new(big.Rat).SetInt64(c.Floor.Fen()); l.asked.Cmp(floor) < 0 {
		l.asked = floor
	}
	if most := new(big.Rat).SetInt64(c.Cap.Fen()); c.Cap.Present() && l.asked.Cmp(most) > 0 {
		l.asked = most
	}
	l.got = l.asked
	return l
}

func part(base *big.Rat, units int64) *big.Rat {
	return new(big.Rat).Mul(base, big.NewRat(units, ratioOne))
}

// scale applies the tiers: each to what lies within it, or the one reached to all.
func (c claim) scale(base *big.Rat) *big.Rat {
	sum, below := new(big.Rat), new(big.Rat)
	for _, t := range c.Tiers {
		upTo := new(big.Rat).SetInt64(t.UpTo.Fen())
		reached := !t.UpTo.Present() || base.Cmp(upTo) <= 0
		if reached {
			upTo = base
		}
		if c.Tiering == Progressive {
			sum.Add(sum, part(new(big.Rat).Sub(upTo, below), unitsOf(t.Ratio)))
		} else if reached {
			return part(base, unitsOf(t.Ratio))
		}
		if reached {
			break
		}
		below = upTo
	}
	return sum
}

// exact is what each party is entitled to, in fen.
func (p *plan) exact(amount int64) []*big.Rat {
	shares := make([]*big.Rat, len(p.terms.Parties))
	for i := range shares {
		shares[i] = new(big.Rat)
	}
	for _, l := range p.serve(amount) {
		shares[l.claim.party].Add(shares[l.claim.party], l.got)
	}
	return shares
}
