package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// Measured is the amount at which an asset is first booked, and why.
type Measured struct {
	Tier    int          // 1 voucher, 2 appraisal, 3 market price or replacement cost, 4 nominal
	Nominal bool         // at nominal amount: taxes are expensed, nothing is amortised
	Value   money.Amount // before taxes
	Basis   []rule.Clause
	Note    rule.Text // what decided, in a sentence
}

// Evidence of what an asset cost or is worth; absent where there is none.
type Evidence struct {
	Voucher   money.Amount // on vouchers: invoice, customs form, agreement
	Appraised money.Amount // by an appraisal
	Ordered   bool         // the appraisal was made by a rule or an order (按照规定)
	Method    Method       // of the appraisal
	Market    money.Amount // of the same or the like, on the day (donation)
	Replaced  money.Amount // replacement cost (surplus)
}

// Method is how an appraisal was made.
type Method string

// The methods (中评协〔2023〕17号).
const (
	CostMethod   Method = "cost"   // 成本法
	MarketMethod Method = "market" // 市场法
	IncomeMethod Method = "income" // 收益法
)

// MeasureDonation finds the tier of a donated asset by 财会〔2016〕12号 第13条: voucher,
// appraisal by rule, market price, nominal amount. A voucher of more than 130 %
// or less than 70 % of the market price gives way to that price (财会〔2020〕15号
// 一(二)); at exactly 130 % or 70 % it does not.
func MeasureDonation(e Evidence) Measured {
	basis := law(standard("第13条"))
	switch {
	case e.Voucher.Sign() > 0 && e.outside():
		return Measured{1, false, e.Market, append(basis, in3("一(二)")), text(
			"凭据金额 "+e.Voucher.String()+" 高于市场价格 "+e.Market.String()+" 的130%或低于其70%，按市场价格",
			"the voucher's "+e.Voucher.String()+" is above 130 % or below 70 % of the market price "+e.Market.String()+", which is taken")}
	case e.Voucher.Sign() > 0:
		return Measured{1, false, e.Voucher, basis, text("按凭据金额", "by the voucher")}
	case e.Appraised.Sign() > 0 && e.Ordered:
		return Measured{2, false, e.Appraised, basis, text("无凭据，按规定评估的价值", "no voucher: the value appraised by rule")}
	case e.Market.Sign() > 0:
		return Measured{3, false, e.Market, basis, text("无凭据且未评估，按同类或类似资产市场价格", "no voucher, no appraisal by rule: the market price of the like")}
	}
	return Measured{4, true, money.Nominal(), append(basis, transition("一(五)")), text("均无法取得，按名义金额", "none to be had: nominal amount")}
}

// outside reports whether the voucher is above 130 % or below 70 % of the market
// price, in whole fen without rounding.
func (e Evidence) outside() bool {
	if e.Market.Sign() <= 0 {
		return false
	}
	voucher, market := decimal.NewFromInt(e.Voucher.Fen()), decimal.NewFromInt(e.Market.Fen())
	hundred := voucher.Mul(decimal.NewFromInt(100))
	return hundred.GreaterThan(market.Mul(decimal.NewFromInt(130))) || hundred.LessThan(market.Mul(decimal.NewFromInt(70)))
}

// MeasureSurplus finds the tier of a surplus by 财会〔2017〕25号 1601 四(四)1, which
// 1701 三(四) refers to: voucher, appraisal by rule, replacement cost, nominal
// amount. Whether an appraisal counts is P28: one that was not ordered never
// does, and a method that the policy does not take is passed over, with the
// sentence in Note.
func (p Policy) MeasureSurplus(e Evidence) Measured {
	basis := law(system("1601 四(四)1"), system("1701 三(四)"))
	passed := p.refusesAppraisal(e)
	after := func(zh, en string) rule.Text {
		if passed.IsZero() {
			return text(zh, en)
		}
		return text(passed.ZH+"；"+zh, passed.EN+"; "+en)
	}
	switch {
	case e.Voucher.Sign() > 0:
		return Measured{1, false, e.Voucher, basis, text("按凭据金额", "by the voucher")}
	case e.Appraised.Sign() > 0 && passed.IsZero():
		return Measured{2, false, e.Appraised, append(basis, rule.GX("4.4.4")), text("无凭据，按规定评估的价值（P28）", "no voucher: the value appraised by rule (P28)")}
	case e.Replaced.Sign() > 0:
		return Measured{3, false, e.Replaced, basis, after("按重置成本", "by replacement cost")}
	}
	return Measured{
		4, true, money.Nominal(), append(basis, basic("第30条"), transition("一(五)"), rule.GX("4.4.2")),
		after("均无法取得，按名义金额", "none to be had: nominal amount"),
	}
}

// refusesAppraisal says why an appraisal does not measure a surplus; nothing if
// it does, or if there is none.
func (p Policy) refusesAppraisal(e Evidence) rule.Text {
	switch {
	case e.Appraised.Sign() <= 0:
		return rule.Text{}
	case !e.Ordered:
		return text("评估非按照规定进行，不作为入账依据", "the appraisal was not made by rule and is no ground to book")
	case p.Appraisal == NoAppraisal:
		return text("本单位盘盈不采用评估价值（P28）", "this unit books no surplus by appraisal (P28)")
	case p.Appraisal == CostMethodOnly && e.Method != CostMethod:
		return text("盘盈只采用成本法的评估价值（P28）", "a surplus is measured by an appraisal of the cost method only (P28)")
	}
	return rule.Text{}
}

// ExpensedInError chooses, by P30, how an asset that was bought in 2019 or later
// and wrongly expensed in an earlier year enters the books: through 3501 where
// the error is material, else through this year's expense. An effect that cannot
// reasonably be determined is treated as not material (财会〔2018〕28号
// 第14条(二)第2段). Errors are those of [accounting.Materiality.Judge].
func (p Policy) ExpensedInError(m accounting.Mistake, unknowable bool) (rule.ID, accounting.Judged, error) {
	judged, err := p.Materiality.Judge(m)
	switch {
	case err != nil:
		return "", accounting.Judged{}, err
	case unknowable:
		judged.Material, judged.Basis = false, law(adjustments("第14条(二)第2段"))
		judged.Why = text("影响不能合理确定，按非重大处理", "its effect cannot be determined: treated as not material")
	}
	if judged.Material {
		return "government.error-expensed", judged, nil
	}
	return "government.error-expensed-current", judged, nil
}
