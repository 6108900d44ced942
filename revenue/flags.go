package revenue

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
)

// received runs a flag on rows whose money has come in.
func received(a Account, judge func(r Row, on calendar.Date) judged) rule.Verdict {
	return eachRow(a, func(_ int, r Row) judged {
		on := r.ReceivedOn()
		if on.IsZero() || r.Received.Sign() == 0 {
			return beside
		}
		return judge(r, on)
	})
}

// notCircular looks for money that flows from the holder back to the payer, through
// related units only.
func notCircular(a Account, _ rule.Context) rule.Verdict {
	days := a.Limits.withDefaults().CircularDays
	from := map[string][]Transfer{}
	for _, t := range a.Transfers {
		if t.Amount.Sign() > 0 {
			from[t.From] = append(from[t.From], t)
		}
	}
	return received(a, func(r Row, on calendar.Date) judged {
		path := a.wayBack(from, r.Counterparty, on, days)
		switch {
		case a.Holder.Name == "" || r.Counterparty == "":
			return judged{open: text("填写单位和付款方名称", "names of holder and payer")}
		case path == "":
			return fine
		}
		return breach("/counterparty", r.Counterparty, r.ID+" 的资金在 "+itoa(int64(days))+" 日内循环："+path+"。", "The money of "+r.ID+" circles within "+itoa(int64(days))+" days: "+path+".",
			"请说明往来的经济实质。", "Say what stands behind the payments.")
	})
}

// wayBack returns the shortest way of transfers from the holder to a payer, within
// some days of a payment and through related units; "" where there is none.
func (a Account) wayBack(from map[string][]Transfer, payer string, on calendar.Date, days int) string {
	way := map[string]string{a.Holder.Name: a.Holder.Name}
	for queue := []string{a.Holder.Name}; len(queue) > 0; queue = queue[1:] {
		for _, t := range from[queue[0]] {
			if _, seen := way[t.To]; seen || max(t.On.Sub(on), on.Sub(t.On)) > days {
				continue
			}
			if t.To == payer {
				return way[t.From] + " → " + t.To + " → " + a.Holder.Name
			}
			if slices.Contains(a.Related, t.To) {
				way[t.To] = way[t.From] + " → " + t.To
				queue = append(queue, t.To)
			}
		}
	}
	return ""
}

// notFunded sums what the payer got from the budget of the level shortly before.
func notFunded(a Account, _ rule.Context) rule.Verdict {
	days := a.Limits.withDefaults().FundedDays
	funded := map[string][]Transfer{}
	for _, t := range a.Transfers {
		if t.Budget {
			funded[t.To] = append(funded[t.To], t)
		}
	}
	return received(a, func(r Row, on calendar.Date) judged {
		sum := money.Zero()
		for _, t := range funded[r.Counterparty] {
			if before := on.Sub(t.On); before >= 0 && before <= days {
				var err error
				if sum, err = sum.Add(t.Amount); err != nil {
					sum = r.Received // more than any payment
					break
				}
			}
		}
		if sum.Compare(r.Received) < 0 {
			return fine
		}
		return breach("/counterparty", r.Counterparty, r.Counterparty+" 付款前 "+itoa(int64(days))+" 日内取得本级财政资金 "+sum.String()+"，付款 "+r.Received.String()+"。",
			r.Counterparty+" got "+sum.String()+" from the level's budget within "+itoa(int64(days))+" days before it paid "+r.Received.String()+".", "请核实付款资金的来源。", "Check where the money came from.")
	})
}

func notLump(a Account, _ rule.Context) rule.Verdict {
	share := a.Limits.withDefaults().LumpShare
	return received(a, func(r Row, _ calendar.Date) judged {
		months, known := r.Months.Get()
		switch {
		case known && months <= 12:
			return fine
		case !known || r.Contract.Sign() <= 0:
			return judged{open: text("填写授权期限和协议总价", "the term and the whole price")}
		case !r.Received.Decimal().GreaterThan(r.Contract.Decimal().Mul(share.Decimal())):
			return fine
		}
		return breach("/received", r.Received.String(), r.ID+" 一次收取 "+itoa(months)+" 个月价款 "+r.Contract.String()+" 中的 "+r.Received.String()+"。",
			r.ID+" took "+r.Received.String()+" of "+r.Contract.String()+" for "+itoa(months)+" months at once.", "请按年度收取，或说明理由。", "Collect it by the year, or say why not.")
	})
}

func notIdle(a Account, c rule.Context) rule.Verdict {
	days := a.Limits.withDefaults().IdleDays
	return received(a, func(r Row, on calendar.Date) judged {
		used, known := r.Used.Get()
		switch {
		case known && used || r.Purpose == ForDisposal:
			return fine
		case c.At.IsZero() || c.At.Sub(on) < days:
			return beside
		case !known:
			return judged{open: text("填写是否已提供或使用", "whether the data were delivered or used")}
		}
		return breach("/used", "false", r.ID+" 收款 "+itoa(int64(c.At.Sub(on)))+" 日后仍无使用。", r.ID+" was paid "+itoa(int64(c.At.Sub(on)))+" days ago, and nothing was used.", "请核实交易的真实性。", "Check that the deal is real.")
	})
}

func notInflatedPrice(a Account, _ rule.Context) rule.Verdict {
	over := a.Limits.withDefaults().OverAppraisal.Decimal()
	return received(a, func(r Row, _ calendar.Date) judged {
		switch {
		case r.Ceiling.Present() && r.Received.Compare(r.Ceiling) > 0:
			return breach("/received", r.Received.String(), r.ID+" 收取 "+r.Received.String()+"，上限为 "+r.Ceiling.String()+"。", r.ID+" took "+r.Received.String()+"; the ceiling is "+r.Ceiling.String()+".", "请按上限以内收取。", "Charge the ceiling at most.")
		case r.Appraised.Present() && r.Received.Decimal().GreaterThan(r.Appraised.Decimal().Mul(over.Add(decimal.NewFromInt(1)))):
			return breach("/received", r.Received.String(), r.ID+" 收取 "+r.Received.String()+"，明显高于评估 "+r.Appraised.String()+"。", r.ID+" took "+r.Received.String()+", far above the appraisal of "+r.Appraised.String()+".", "请说明价格的依据。", "Say what the price rests on.")
		case !r.Ceiling.Present() && !r.Appraised.Present():
			return beside
		}
		return fine
	})
}
