package revenue

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// sentence tells how one share came about.
func (p *plan) sentence(l line) rule.Text {
	s := l.claim.Share
	zh, en := measure(s, l.base)
	if s.Floor.Present() {
		zh, en = zh+"，保底 "+s.Floor.String(), en+", at least "+s.Floor.String()
	}
	if s.Cap.Present() {
		zh, en = zh+"，封顶 "+s.Cap.String(), en+", at most "+s.Cap.String()
	}
	if l.got.Cmp(l.asked) < 0 {
		zh += "，应得 " + exactYuan(l.asked) + "，余额不足，按应得之比"
		en += ", which is " + exactYuan(l.asked) + ", but less is left: in proportion"
	}
	who := p.terms.Parties[l.claim.party].title()
	order := "剩余"
	orderEN := "residual"
	if s.Kind != KindResidual {
		order, orderEN = "第"+itoa(s.priority())+"顺位", "priority "+itoa(s.priority())
	}
	return text(order+"，"+who+"："+zh+"，计 "+exactYuan(l.got)+" 元。", orderEN+", "+who+": "+en+": "+exactYuan(l.got)+" yuan.")
}

func measure(s Share, base *big.Rat) (zh, en string) {
	of, ofEN := "全部金额", "the whole"
	if s.Of == OfLeft || s.Kind == KindResidual {
		of, ofEN = "余额", "what is left, "
	} else {
		ofEN += ", "
	}
	switch s.Kind {
	case KindFixed:
		return "固定 " + s.Amount.String(), "fixed " + s.Amount.String()
	case KindRatio:
		return of + " " + exactYuan(base) + " 的 " + percent(s.Ratio), percent(s.Ratio) + " of " + ofEN + exactYuan(base)
	case KindTiers:
		how, howEN := "超额累进", "progressive tiers"
		if s.Tiering == WholeTier {
			how, howEN = "全额累进", "tiers on the whole amount"
		}
		return of + " " + exactYuan(base) + " 按" + how + "（" + tierText(s.Tiers, "以内 ", "以上 ") + "）",
			howEN + " (" + tierText(s.Tiers, ": ", "above: ") + ") of " + ofEN + exactYuan(base)
	}
	return "余额 " + exactYuan(base) + " 按权重 " + itoa(s.Weight.Or(1)), "weight " + itoa(s.Weight.Or(1)) + " of what is left, " + exactYuan(base)
}

func tierText(tiers []Tier, within, above string) string {
	parts := make([]string, len(tiers))
	for i, t := range tiers {
		if t.UpTo.Present() {
			parts[i] = t.UpTo.String() + within + percent(t.Ratio)
		} else {
			parts[i] = above + percent(t.Ratio)
		}
	}
	return strings.Join(parts, "; ")
}

// percent prints a ratio of at most eight places as a percentage: 0.125 is 12.5%.
func percent(r money.Ratio) string {
	s := r.Decimal().Shift(2).StringFixed(6)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") + "%"
}

// exactYuan prints fen as yuan: all decimals where they end within six, else the
// first six and an ellipsis.
func exactYuan(fen *big.Rat) string {
	r := new(big.Rat).Quo(fen, big.NewRat(100, 1))
	micro := new(big.Rat).Mul(r, big.NewRat(1_000_000, 1))
	whole := new(big.Int).Quo(micro.Num(), micro.Denom())
	s := new(big.Rat).SetFrac(whole, big.NewInt(1_000_000)).FloatString(6)
	if !micro.IsInt() {
		return s + "…"
	}
	return s[:len(s)-4] + strings.TrimRight(s[len(s)-4:], "0")
}
