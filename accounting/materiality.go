package accounting

import (
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// Materiality is P30: which errors of earlier years are material (重大). The line
// of one tenth is that of 财会〔2018〕28号 第14条.
type Materiality uint8

// The choices.
const (
	NatureOrAmount Materiality = iota // default: by nature, or by amount
	AmountAlone                       // by amount only
)

// Mistake is what decides whether an error of an earlier year is material.
type Mistake struct {
	Nature bool         // 性质严重: the standards or the system were not followed, fraud
	Effect money.Amount // on one item of the statements, this error and those like it
	Base   money.Amount // what the whole class of business comes to on the same item, before correction
}

// Judged is how a mistake was judged, with what it rests on.
type Judged struct {
	Material bool
	Ratio    decimal.Decimal // of effect to base, four places; zero where there is no base
	Why      rule.Text
	Basis    []rule.Clause
}

// Judge says whether a mistake is material: effect ÷ base of at least 10 %, or by
// its nature. Without a base any effect is. An effect that is absent or below
// 0.00 is refused with an [*EventError].
func (m Materiality) Judge(e Mistake) (Judged, error) {
	if !e.Effect.Present() || e.Effect.Sign() < 0 || e.Base.Sign() < 0 || m > AmountAlone {
		return Judged{}, &EventError{Want: text("差错影响金额和同类业务金额（非负）", "the effect of the error and the base, not below 0.00")}
	}
	j := Judged{Basis: []rule.Clause{rule.In("财会〔2018〕28号", "第14条")}}
	amount := e.Effect.Fen() > 0
	if e.Base.Fen() > 0 {
		j.Ratio = e.Effect.Decimal().DivRound(e.Base.Decimal(), 4)
		amount = e.Effect.Fen() >= (e.Base.Fen()+9)/10 // effect × 10 ≥ base, in whole fen
	}
	percent := j.Ratio.Shift(2).StringFixed(2) + "%"
	nature := e.Nature && m == NatureOrAmount
	j.Material = nature || amount
	switch {
	case nature && amount:
		j.Why = text("性质严重，且影响金额占 "+percent, "by nature, and "+percent+" of the base")
	case nature:
		j.Why = text("性质严重（影响金额占 "+percent+"）", "by nature ("+percent+" of the base)")
	case amount:
		j.Why = text("影响金额占 "+percent+"，不低于 10%", percent+" of the base, 10 % or more")
	default:
		j.Why = text("影响金额占 "+percent+"，低于 10%", percent+" of the base, below 10 %")
	}
	return j, nil
}
