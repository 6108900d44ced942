package revenue

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
)

// Limits of an agreement. With them the sums of [compile] stay within 63 bits.
const (
	maxParties  = 10_000
	maxPriority = 99
	maxWeight   = 1_000_000_000 // of all residual shares together
	maxTiers    = 100           // of one share
	ratioOne    = 100_000_000   // 1 in the units of money.Ratio
)

// Faults lists all that keeps terms from distributing the whole of any amount:
//
//   - a share of an unknown party, or without the measure of its kind;
//   - ratios that together ask for more than what they are taken of;
//   - nobody to take what fixed sums, floors, caps or ratios below one leave: then
//     a residual share is needed, or a last priority whose ratios sum to one;
//   - a remainder for a party that is bound to a sum.
//
// Terms without a fault pass [NewAgreement].
func (t Terms) Faults() []Fault {
	c := checking{t: t, party: make(map[string]int, len(t.Parties))}
	c.parties()
	for i, s := range t.Shares {
		c.share("/shares/"+strconv.Itoa(i), s)
	}
	if len(c.faults) > 0 {
		return c.faults // sums of broken shares mean nothing
	}
	c.sums()
	c.whole()
	c.remainder()
	return c.faults
}

type checking struct {
	t      Terms
	party  map[string]int
	faults []Fault
}

func (c *checking) add(path, value, zh, en string) {
	c.faults = append(c.faults, Fault{path, value, text(zh, en)})
}

func (c *checking) parties() {
	t := c.t
	if n := len(t.Parties); n == 0 || n > maxParties {
		c.add("/parties", strconv.Itoa(n), "1 至 10000 个参与方", "1 to 10,000 parties")
	}
	for i, p := range t.Parties {
		if _, twice := c.party[p.ID]; twice || p.ID == "" {
			c.add("/parties/"+strconv.Itoa(i)+"/id", p.ID, "各参与方有各自的编号", "an id of its own for each party")
		}
		c.party[p.ID] = i
	}
	if n := len(t.Shares); n == 0 || n > 2*maxParties {
		c.add("/shares", strconv.Itoa(n), "1 至 20000 项份额", "1 to 20,000 shares")
	}
	if !t.To.IsZero() && t.To.Before(t.From) {
		c.add("/to", t.To.String(), "不早于生效日期", "a day not before the first")
	}
}

func (c *checking) share(path string, s Share) {
	if _, known := c.party[s.Party]; !known {
		c.add(path+"/party", s.Party, "协议的参与方", "a party of the agreement")
	}
	if p := s.priority(); p < 1 || p > maxPriority || s.Kind == KindResidual && s.Priority.Present() {
		c.add(path+"/priority", strconv.FormatInt(p, 10), "1 至 99；剩余份额没有顺位", "1 to 99; a residual share has none")
	}
	measured := s.Kind == KindRatio || s.Kind == KindTiers
	if s.Of != "" && (!measured || s.Of != OfWhole && s.Of != OfLeft) {
		c.add(path+"/of", string(s.Of), "全部或余额，仅用于比例和分档", "whole or left, of a ratio or tiers only")
	}
	if s.Amount.Present() != (s.Kind == KindFixed) || s.Amount.Sign() < 0 {
		c.add(path+"/amount", s.Amount.String(), "固定份额有不小于 0 的金额，其他份额没有", "an amount not below 0.00 for a fixed share, none for another")
	}
	if s.Ratio.Present() != (s.Kind == KindRatio) || s.Ratio.Present() && !isShare(s.Ratio) {
		c.add(path+"/ratio", s.Ratio.String(), "比例份额有 0 至 1 的比例，其他份额没有", "a ratio from 0 to 1 for a ratio, none for another")
	}
	c.tiers(path, s)
	if w := s.Weight.Or(1); s.Weight.Present() && s.Kind != KindResidual || w < 1 || w > maxWeight {
		c.add(path+"/weight", strconv.FormatInt(w, 10), "剩余份额的权重为 1 至 10 亿的整数，其他份额没有", "a weight from 1 to 1,000,000,000 for a residual share, none for another")
	}
	bounded := s.Floor.Present() || s.Cap.Present()
	switch {
	case bounded && !measured:
		c.add(path+"/floor", s.Floor.String(), "保底和封顶仅用于比例和分档", "a floor or a cap of a ratio or tiers only")
	case s.Floor.Sign() < 0 || s.Cap.Present() && s.Cap.Fen() < s.Floor.Fen():
		c.add(path+"/cap", s.Cap.String(), "封顶不低于保底，保底不小于 0", "a cap not below the floor, a floor not below 0.00")
	}
	if !slices.Contains([]ShareKind{KindFixed, KindRatio, KindTiers, KindResidual}, s.Kind) {
		c.add(path+"/kind", string(s.Kind), "固定、比例、分档或剩余", "fixed, ratio, tiers or residual")
	}
}

func isShare(r money.Ratio) bool { u := unitsOf(r); return r.Present() && u >= 0 && u <= ratioOne }

// unitsOf is a ratio in hundred-millionths.
func unitsOf(r money.Ratio) int64 { return r.Decimal().CoefficientInt64() }

func (c *checking) tiers(path string, s Share) {
	if (s.Kind == KindTiers) != (len(s.Tiers) > 0) || len(s.Tiers) > maxTiers {
		c.add(path+"/tiers", strconv.Itoa(len(s.Tiers)), "分档份额有 1 至 100 档，其他份额没有", "1 to 100 tiers for a scale, none for another")
		return
	}
	if known := s.Tiering == Progressive || s.Tiering == WholeTier; s.Kind == KindTiers && !known || s.Kind != KindTiers && s.Tiering != "" {
		c.add(path+"/tiering", string(s.Tiering), "超额累进或全额累进，仅用于分档", "progressive or whole, of tiers only")
	}
	below := int64(0)
	for i, t := range s.Tiers {
		at := path + "/tiers/" + strconv.Itoa(i)
		last := i == len(s.Tiers)-1
		if t.UpTo.Present() == last || !last && t.UpTo.Fen() <= below {
			c.add(at+"/upTo", t.UpTo.String(), "各档上限递增，末档没有上限", "rising bounds, and none for the last tier")
		}
		below = t.UpTo.Fen()
		if !isShare(t.Ratio) {
			c.add(at+"/ratio", t.Ratio.String(), "0 至 1 的比例", "a ratio from 0 to 1")
		}
	}
}

// sums refuses ratios that ask for more than there is. Ratios of what is left are
// summed within their priority; where a priority has ratios of the whole, with
// those of all priorities up to it.
func (c *checking) sums() {
	weight := int64(0)
	for _, s := range c.t.Shares {
		if s.Kind == KindResidual {
			weight += s.Weight.Or(1)
		}
	}
	if weight > maxWeight {
		c.add("/shares", strconv.FormatInt(weight, 10), "权重合计不超过 10 亿", "weights of 1,000,000,000 together at most")
	}
	levels := levelsOf(c.t)
	for i, level := range levels {
		if most := asked(levels[:i+1]); most > ratioOne {
			p := strconv.FormatInt(level[0].priority(), 10)
			c.add("/shares", ratioText(most), "第"+p+"顺位的比例合计不超过 1", "ratios of priority "+p+" that sum to 1 at most")
		}
	}
}

// asked is the most that the ratios of the last level can ask for.
func asked(levels [][]Share) int64 {
	last := levels[len(levels)-1]
	_, most := ratios(keep(last, Share.ofLeft))
	if !slices.ContainsFunc(last, Share.ofWhole) {
		return most
	}
	var whole []Share
	most = 0
	for _, level := range levels { // each has a base of its own
		_, left := ratios(keep(level, Share.ofLeft))
		most += left
		whole = append(whole, keep(level, Share.ofWhole)...)
	}
	_, m := ratios(whole)
	return most + m
}

func keep(shares []Share, is func(Share) bool) []Share {
	return slices.DeleteFunc(slices.Clone(shares), func(s Share) bool { return !is(s) })
}

// ratioText prints a sum of ratios.
func ratioText(units int64) string {
	r, _ := money.RatioOf(decimal.New(units, -8)) // a sum of ratios has their places
	return r.String()
}

func (s Share) measured() bool { return s.Kind == KindRatio || s.Kind == KindTiers }

func (s Share) ofWhole() bool { return s.measured() && s.Of != OfLeft }

func (s Share) ofLeft() bool { return s.measured() && s.Of == OfLeft }

// levelsOf is the shares other than residual ones by priority. What is left before
// the first priority is the whole.
func levelsOf(t Terms) [][]Share {
	claims := slices.DeleteFunc(slices.Clone(t.Shares), func(s Share) bool { return s.Kind == KindResidual })
	slices.SortStableFunc(claims, func(a, b Share) int { return cmp.Compare(a.priority(), b.priority()) })
	var levels [][]Share
	for i, s := range claims {
		if i == 0 || claims[i-1].priority() != s.priority() {
			levels = append(levels, nil)
		}
		if len(levels) == 1 && s.measured() {
			s.Of = OfWhole
		}
		levels[len(levels)-1] = append(levels[len(levels)-1], s)
	}
	return levels
}

// ratios is the least and the greatest sum that the ratios and tiers of shares
// have at any amount.
func ratios(shares []Share) (least, most int64) {
	type change struct{ at, by int64 }
	sum := int64(0)
	var changes []change
	for _, s := range shares {
		switch s.Kind {
		case KindRatio:
			sum += unitsOf(s.Ratio)
		case KindTiers:
			sum += unitsOf(s.Tiers[0].Ratio)
			for i := 1; i < len(s.Tiers); i++ {
				changes = append(changes, change{s.Tiers[i-1].UpTo.Fen(), unitsOf(s.Tiers[i].Ratio) - unitsOf(s.Tiers[i-1].Ratio)})
			}
		}
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.at, b.at) })
	least, most = sum, sum
	for i, c := range changes {
		sum += c.by
		if i == len(changes)-1 || changes[i+1].at != c.at {
			least, most = min(least, sum), max(most, sum)
		}
	}
	return least, most
}

// whole refuses terms that could leave a part to nobody.
func (c *checking) whole() {
	if slices.ContainsFunc(c.t.Shares, func(s Share) bool { return s.Kind == KindResidual }) {
		return
	}
	levels := levelsOf(c.t)
	last := levels[len(levels)-1]
	all := slices.Concat(levels...)
	switch ofWhole := len(keep(all, Share.ofWhole)) == len(all); {
	case ofWhole && !slices.ContainsFunc(all, Share.bound):
		last = all // ratios of the whole need no order
	case len(levels) > 1 && slices.ContainsFunc(last, Share.ofWhole):
		last = nil
	}
	least, most := ratios(last)
	if slices.ContainsFunc(last, Share.bound) || least != ratioOne || most != ratioOne || mixed(last) {
		c.add("/shares", "", "一项剩余份额，或最后顺位为余额的比例、合计为 1 且无固定金额、保底、封顶",
			"a residual share, or a last priority of ratios of what is left that sum to 1, without fixed sums, floors or caps")
	}
}

// bound reports whether a share does not simply rise with the amount.
func (s Share) bound() bool { return s.Kind == KindFixed || s.Floor.Present() || s.Cap.Present() }

// mixed reports whether shares have tiers of both kinds: their ratios do not apply
// to the same amounts.
func mixed(shares []Share) bool {
	has := func(how Tiering) bool {
		return slices.ContainsFunc(shares, func(s Share) bool { return s.Kind == KindTiers && s.Tiering == how })
	}
	return has(Progressive) && has(WholeTier)
}

// remainder wants its party to have a share that is not bound to a sum.
func (c *checking) remainder() {
	to := string(c.t.Remainder)
	if to == "" {
		return
	}
	open := slices.ContainsFunc(c.t.Shares, func(s Share) bool {
		return s.Party == to && s.Kind != KindFixed && !s.Cap.Present()
	})
	if !open {
		c.add("/remainder", to, "有比例、分档或剩余份额且不封顶的参与方", "a party with a ratio, tiers or a residual share, and no cap")
	}
}
