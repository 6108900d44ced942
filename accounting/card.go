package accounting

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Card is an asset as the books have it, derived from the journal: what it stands
// at, and how it is amortised.
type Card struct {
	Asset     string
	Detail    string // its detail account
	State     string // code of the system whose events moved it; "" is none
	Cost      money.Amount
	Amortised money.Amount
	Impaired  money.Amount
	Terms     Terms
	Through   calendar.Month // the last month amortised; none is none
	Used      int64          // units used, of Terms.Units

	straight   Schedule // of the current segment
	units      Units
	began      int64 // fen amortised when the segment began
	usedBefore int64 // units used when it began
}

// Carrying returns the carrying amount: cost − amortisation − impairment.
func (c Card) Carrying() money.Amount {
	return fen(c.Cost.Fen() - c.Amortised.Fen() - c.Impaired.Fen())
}

// Schedule returns the instalments from the last event that changed cost or
// terms on; none where the asset is not amortised straight-line.
func (c Card) Schedule() Schedule { return c.straight }

// NotAmortised says why the asset is not amortised in a month, empty where it is:
// at nominal amount, of indefinite life, fully amortised (财会〔2016〕12号 第16条、第20条),
// not yet or no longer in the books, or amortised already.
func (c Card) NotAmortised(m calendar.Month) rule.Text {
	switch {
	case c.Cost.Fen() == 0:
		return text("账面无余额", "not in the books")
	case c.Terms.IsZero():
		return text("未确定摊销条件", "no terms of amortisation")
	case c.Terms.Measured == AtNominal:
		return text("以名义金额计量，不摊销", "at nominal amount, never amortised")
	case c.Terms.Indefinite:
		return text("使用年限不确定，不摊销", "of indefinite life, not amortised")
	case m.Compare(c.first()) < 0:
		return text("尚未起摊", "amortised from "+c.first().String()+" on")
	case !c.Through.IsZero() && m.Compare(c.Through) <= 0:
		return text("该月已摊销", "amortised for the month already")
	case c.left() <= 0:
		return text("已摊销完毕", "fully amortised")
	}
	return rule.Text{}
}

// left is the fen that are still to be amortised.
func (c *Card) left() int64 {
	return c.Cost.Fen() - c.Terms.Residual.Fen() - c.Amortised.Fen() - c.Impaired.Fen()
}

// first is the first month of the current segment.
func (c *Card) first() calendar.Month {
	if c.Terms.Months > 0 {
		return c.straight.first
	}
	return c.Terms.From
}

// Due returns what the months up to m take that have not been amortised yet;
// used is the units of that time, where the asset is amortised by them. It is
// absent where nothing is amortised.
func (c Card) Due(m calendar.Month, used int64) money.Amount {
	if why := c.NotAmortised(m); !why.IsZero() {
		return money.Amount{}
	}
	if c.Terms.Units > 0 {
		return c.units.Amount(c.Used-c.usedBefore, used)
	}
	return fen(c.straight.accumulated(c.straight.Index(m)) - (c.Amortised.Fen() - c.began))
}

// begin starts a segment: what is left is divided from a month on.
func (c *Card) begin(first calendar.Month, months int) (want rule.Text) {
	c.straight, c.units, c.began, c.usedBefore = Schedule{}, Units{}, c.Amortised.Fen(), c.Used
	left := c.left()
	switch {
	case !c.Terms.amortised() || c.Cost.Fen() == 0:
		return rule.Text{}
	case left < 0:
		return text("不低于残值与已提摊销之和的成本", "a cost not below what is amortised and its residual value")
	case c.Terms.Units > 0:
		c.units = Units{left, c.Terms.Units - c.Used, c.Terms.Rounding}
		if c.units.total < 1 {
			return text("剩余工作量", "units that are left")
		}
		return rule.Text{}
	case months < 1:
		return text("重新确定的年限", "a life that is determined anew")
	}
	var ok bool
	if c.straight, ok = segment(left, c.began, first, months, c.Terms.Rounding); !ok {
		return text("2200 年以前的末月", "a last month before 2200")
	}
	return rule.Text{}
}
