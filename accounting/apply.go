package accounting

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// apply changes the cards of a posting's assets as it does. card gives one to
// change. want says why the posting is refused.
func (p *Posting) apply(card func(asset string) *Card) (want rule.Text) {
	if want := p.move(card); !want.IsZero() {
		return want
	}
	changed := map[string]elements{}
	for i := range p.Vouchers {
		for j := range p.Vouchers[i].entry.Lines {
			if l := &p.Vouchers[i].entry.Lines[j]; l.Asset != "" && l.Element != "" {
				e := changed[l.Asset]
				e.add(l)
				changed[l.Asset] = e
			}
		}
	}
	for _, t := range p.Terms {
		if _, ok := changed[t.Asset]; !ok {
			changed[t.Asset] = elements{}
		}
	}
	assets := make([]string, 0, len(changed))
	for asset := range changed {
		assets = append(assets, asset)
	}
	slices.Sort(assets)
	for _, asset := range assets {
		if want := p.applyTo(card(asset), changed[asset]); !want.IsZero() {
			return text(asset+" 的"+want.ZH, want.EN+", for "+asset)
		}
	}
	return rule.Text{}
}

// elements is by how many fen a posting changes an asset's amounts.
type elements struct{ cost, amortised, impaired int64 }

func (e *elements) add(l *Line) {
	n := l.Amount.Fen()
	if l.Side == Credit {
		n = -n
	}
	switch l.Element {
	case Cost:
		e.cost += n
	case Amortisation:
		e.amortised -= n
	case Impairment:
		e.impaired -= n
	}
}

func (p *Posting) move(card func(string) *Card) rule.Text {
	for _, m := range p.Moves {
		c := card(m.Asset)
		if len(m.From) > 0 && !slices.Contains(m.From, c.State) {
			return text(m.Asset+" 处于状态 "+strings.Join(m.From, "、")+"，而非“"+c.State+"”",
				"the asset "+m.Asset+" in state "+strings.Join(m.From, ", ")+`, not "`+c.State+`"`)
		}
		if m.To != "" {
			c.State = m.To
		}
	}
	return rule.Text{}
}

// applyTo changes one card, if what comes out is possible.
func (p *Posting) applyTo(c *Card, by elements) rule.Text {
	before := *c
	for _, change := range []struct {
		to *money.Amount
		by int64
	}{{&c.Cost, by.cost}, {&c.Amortised, by.amortised}, {&c.Impaired, by.impaired}} {
		sum, err := money.Fen(change.to.Fen() + change.by)
		if err != nil || sum.Sign() < 0 {
			return text("成本、摊销和减值均不低于 0.00", "cost, amortisation and impairment not below 0.00")
		}
		*change.to = sum
	}
	switch {
	case c.Carrying().Sign() < 0 && c.Cost.Fen() == 0:
		return text("与成本一并转销的累计摊销和减值", "amortisation and impairment written off with the cost")
	case c.Carrying().Sign() < 0:
		return text("不低于 0.00 的账面价值", "a carrying amount not below 0.00")
	}
	if !p.Through.IsZero() && by.amortised != 0 {
		return p.amortise(c, before, by)
	}
	if i := slices.IndexFunc(p.Terms, func(t AssetTerms) bool { return t.Asset == c.Asset }); i >= 0 {
		if want := c.onward(p.Terms[i].Terms, p.On); len(p.Vouchers) == 0 && !want.IsZero() {
			return want
		}
		return c.renew(p.Terms[i])
	}
	if by == (elements{}) {
		return rule.Text{}
	}
	return c.revise(calendar.MonthOf(p.On))
}

// amortise takes the amortisation of a run: that of the schedule, once.
func (p *Posting) amortise(c *Card, before Card, by elements) rule.Text {
	if why := before.NotAmortised(p.Through); !why.IsZero() {
		return text("摊销（"+why.ZH+"）", "no amortisation: it is "+why.EN)
	}
	var used int64
	if i := slices.IndexFunc(p.Usage, func(u AssetUsage) bool { return u.Asset == c.Asset }); i >= 0 {
		used = p.Usage[i].Units
	}
	due := before.Due(p.Through, used)
	if by.cost != 0 || by.impaired != 0 || by.amortised != due.Fen() {
		return text("摊销额 "+due.String()+"（至 "+p.Through.String()+"）", "the amortisation "+due.String()+" through "+p.Through.String())
	}
	c.Through, c.Used = p.Through, c.Used+used
	return rule.Text{}
}

// onward says what new terms without an amount lack: an asset in the books; the
// next month that its old terms would have amortised, so that none is lost; and no
// month before that of the change, which is prospective.
func (c *Card) onward(t Terms, on calendar.Date) rule.Text {
	next := c.first()
	if !c.Through.IsZero() && c.Through.Compare(next) >= 0 {
		next = c.Through.Add(1)
	}
	switch {
	case c.Cost.Sign() <= 0:
		return text("在账的成本", "a cost in the books")
	case c.Terms.amortised() && t.amortised() && t.From != next && c.left() > 0:
		return text("起摊月份 "+next.String()+"，即尚未摊销的首月", "the first month "+next.String()+", which is not amortised yet")
	case t.amortised() && t.From.Compare(calendar.MonthOf(on)) < 0:
		return text("不早于变更当月的起摊月份；以前月份先按原条件摊销", "a first month not before that of the change: the months before are amortised as they were")
	}
	return rule.Text{}
}

// renew takes new terms.
func (c *Card) renew(t AssetTerms) rule.Text {
	if want := t.Terms.want(); !want.IsZero() {
		return want
	}
	if t.Terms.amortised() && !c.Through.IsZero() && t.Terms.From.Compare(c.Through) <= 0 {
		return text("晚于 "+c.Through.String()+" 的起摊月份", "a first month after "+c.Through.String()+", which is amortised")
	}
	if t.Detail != "" {
		c.Detail = t.Detail
	}
	c.Terms, c.Used = t.Terms, 0
	return c.begin(t.Terms.From, t.Terms.Months)
}

// revise divides what is left anew after a change without new terms: from the
// month of the event on, or the first that is not amortised, to the same last
// month.
func (c *Card) revise(m calendar.Month) rule.Text {
	if c.Terms.IsZero() || c.Cost.Fen() == 0 {
		c.straight, c.units = Schedule{}, Units{}
		return rule.Text{}
	}
	if c.straight.months == 0 {
		return c.begin(calendar.Month{}, 0)
	}
	last := c.straight.first.Add(int(c.straight.months) - 1)
	for _, other := range []calendar.Month{c.straight.first, c.Through.Add(1)} {
		if !other.IsZero() && m.Compare(other) < 0 {
			m = other
		}
	}
	return c.begin(m, last.Sub(m)+1)
}
