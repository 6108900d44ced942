package revenue

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// judged is what judging one row says.
type judged struct {
	path    string
	value   string
	message rule.Text
	fix     rule.Text
	open    rule.Text // what would settle it
	skip    bool      // the rule does not concern the row
}

func (j judged) bad() bool { return !j.message.IsZero() }

var fine, beside = judged{}, judged{skip: true}

func breach(path, value, zh, en, fixZH, fixEN string) judged {
	return judged{path: path, value: value, message: text(zh, en), fix: text(fixZH, fixEN)}
}

// eachRow judges row by row; one bad row breaks the rule, else one open row leaves
// it open.
func eachRow(a Account, judge func(i int, r Row) judged) rule.Verdict {
	var bad []rule.Finding
	var open rule.Text
	any := false
	for i, r := range a.Rows {
		j := judge(i, r)
		switch {
		case j.skip:
			continue
		case j.bad():
			bad = append(bad, rule.Finding{Path: rule.Pointer("rows", itoa(int64(i))) + j.path, Value: j.value, Message: j.message, Fix: j.fix})
		case !j.open.IsZero():
			open = j.open
		}
		any = true
	}
	switch {
	case len(bad) > 0:
		return rule.Fail(bad...)
	case !open.IsZero():
		return rule.Unsettled(open)
	case !any:
		return rule.Inapplicable()
	}
	return rule.Pass()
}

// withLevies judges row by row with what each receipt is made of.
func withLevies(a Account, judge func(i int, r Row, l Levy) judged) rule.Verdict {
	levies, err := a.Levies()
	if err != nil {
		return rule.Unsettled(text("可以计税的收入账："+err.Error(), "an account that can be taxed: "+err.Error()))
	}
	return eachRow(a, func(i int, r Row) judged { return judge(i, r, levies[i]) })
}

func administrativeRemits(a Account, _ rule.Context) rule.Verdict {
	if !a.Holder.administrative() {
		return rule.Inapplicable()
	}
	return eachRow(a, func(_ int, r Row) judged {
		if r.Retention == Remit {
			return fine
		}
		return breach("/retention", string(r.Retention), r.ID+" 的收入列为留用，行政单位应全额上缴。", r.ID+" is to be retained; an administrative unit remits all.",
			"请改列 2103 上缴。", "Book it on 2103 and remit it.")
	})
}

func retentionNamed(a Account, _ rule.Context) rule.Verdict {
	if a.Holder.administrative() {
		return rule.Inapplicable()
	}
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case r.Retention == Remit:
			return beside
		case r.Document != "":
			return fine
		}
		return breach("/document", "", r.ID+" 拟留用而无本级规定，按上缴处理。", r.ID+" is to be retained without a rule of its level: it is remitted.",
			"请列明本级财政部门的文件，或上缴。", "Name the document of the finance department of its level, or remit it.")
	})
}

func sameLevel(a Account, _ rule.Context) rule.Verdict {
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case r.RemittedOn.IsZero() && r.TreasuryOn.IsZero():
			return beside
		case r.Treasury == "" || a.Holder.Authority == "":
			return judged{open: text("填写国库级次和单位的财政隶属", "the level of the treasury and of the unit")}
		case r.Treasury == a.Holder.Authority:
			return fine
		}
		return breach("/treasury", string(r.Treasury), r.ID+" 缴入"+r.Treasury.Title().ZH+"国库，应为"+a.Holder.Authority.Title().ZH+"。",
			r.ID+" went to the treasury of the level "+r.Treasury.Title().EN+"; want "+a.Holder.Authority.Title().EN+".", "请办理更正。", "Have it corrected.")
	})
}

func regionLevel(a Account, c rule.Context) rule.Verdict {
	if a.Holder.Role != rule.RegionDepartment {
		return rule.Inapplicable()
	}
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case r.ReceivedOn().IsZero() || a.Holder.Authority != rule.RegionLevel && a.Holder.Authority != "":
			return beside // a unit under a central authority follows that
		case a.retained(r) || r.RemittedOn.IsZero() && r.TreasuryOn.IsZero():
			return fine
		case r.Treasury == rule.RegionLevel:
			return fine
		case r.Treasury == "":
			return judged{open: text("填写国库级次", "the level of the treasury")}
		}
		return breach("/treasury", string(r.Treasury), r.ID+" 未按自治区本级规定缴入自治区国库。", r.ID+" did not go to the region's treasury, as the region's rules have it.",
			"请按自治区本级规定上缴。", "Remit it by the rules of the region level.")
	})
}

func payableIsNet(a Account, _ rule.Context) rule.Verdict {
	return withLevies(a, func(_ int, r Row, l Levy) judged {
		switch {
		case !l.Payable.Present() || r.Purpose == ForDisposal:
			return beside // a disposal's net proceeds depend on its costs
		case !r.Payable.Present():
			return judged{open: text("填写 2103 入账金额", "the amount booked on 2103")}
		case r.Payable == l.Payable:
			return fine
		}
		return breach("/payable", r.Payable.String(), r.ID+" 的 2103 应缴财政款为 "+r.Payable.String()+"，已收款扣除税额后应为 "+l.Payable.String()+"。",
			r.ID+" shows "+r.Payable.String()+" on 2103; received less tax is "+l.Payable.String()+".", "请核对税额和入账金额。", "Check the tax and the booking.")
	})
}

// atYearEnd judges rows of years that have ended: what was payable, and what was
// remitted by then.
func atYearEnd(a Account, c rule.Context, judge func(r Row, payable, remitted money.Amount) judged) rule.Verdict {
	ended := yearEnded(c.At)
	return withLevies(a, func(_ int, r Row, l Levy) judged {
		on := r.ReceivedOn()
		if on.IsZero() || ended.IsZero() || on.Year() > ended.Year() {
			return beside
		}
		payable := l.Payable
		if r.Purpose == ForDisposal && r.Payable.Present() {
			payable = r.Payable
		}
		if payable.Sign() == 0 {
			return beside
		}
		remitted := money.Zero()
		switch by := calendar.MustDate(on.Year(), 12, 31); {
		case !r.TreasuryOn.IsZero() && !r.TreasuryOn.After(by):
			remitted = payable
		case !r.RemittedOn.IsZero() && !r.RemittedOn.After(by):
			remitted = r.Remitted
		}
		return judge(r, payable, remitted)
	})
}

func remittedAtYearEnd(a Account, c rule.Context) rule.Verdict {
	return atYearEnd(a, c, func(r Row, payable, remitted money.Amount) judged {
		if payable.Compare(remitted) == 0 {
			return fine
		}
		return breach("/remitted", r.Remitted.String(), r.ID+" 年末应缴 "+payable.String()+"，已缴 "+remitted.String()+"。", r.ID+" owes "+payable.String()+" at the end of the year and has remitted "+remitted.String()+".",
			"请于年末前缴清，多缴的申请退库。", "Remit it by the end of the year; claim back what is too much.")
	})
}

func notShort(a Account, c rule.Context) rule.Verdict {
	return atYearEnd(a, c, func(r Row, payable, remitted money.Amount) judged {
		if remitted.Sign() == 0 || remitted.Compare(payable) >= 0 {
			return fine
		}
		return breach("/remitted", remitted.String(), r.ID+" 应缴 "+payable.String()+"，已缴 "+remitted.String()+"，尚未缴足。", r.ID+" remitted "+remitted.String()+" of "+payable.String()+".", "请补缴。", "Remit the rest.")
	})
}

func notDefaulted(a Account, c rule.Context) rule.Verdict {
	return atYearEnd(a, c, func(r Row, payable, remitted money.Amount) judged {
		if remitted.Sign() > 0 {
			return fine
		}
		return breach("/remittedOn", "", r.ID+" 应缴 "+payable.String()+"，未缴。", r.ID+" owes "+payable.String()+" and has remitted nothing.", "请上缴。", "Remit it.")
	})
}

func notMore(a Account, _ rule.Context) rule.Verdict {
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case !r.Received.Present():
			return beside
		case !r.Due.Present():
			return judged{open: text("填写合同应收金额", "what the contract makes due")}
		case r.Received.Compare(r.Due) <= 0:
			return fine
		}
		return breach("/received", r.Received.String(), r.ID+" 已收 "+r.Received.String()+"，应收 "+r.Due.String()+"。", r.ID+" received "+r.Received.String()+"; due was "+r.Due.String()+".", "请退还多收部分或补充协议。", "Give the excess back, or amend the agreement.")
	})
}

// overdue reports whether a row was due before a day.
func (r Row) overdue(c rule.Context) bool {
	return !r.DueOn.IsZero() && r.Due.Sign() > 0 && !c.At.IsZero() && r.DueOn.Before(c.At)
}

func notLess(a Account, c rule.Context) rule.Verdict {
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case !r.overdue(c) || r.Received.Sign() == 0:
			return beside
		case r.Received.Compare(r.Due) >= 0:
			return fine
		}
		return breach("/received", r.Received.String(), r.ID+" 应于 "+r.DueOn.String()+" 收取 "+r.Due.String()+"，实收 "+r.Received.String()+"。", r.ID+" was due on "+r.DueOn.String()+" with "+r.Due.String()+"; "+r.Received.String()+" came in.", "请催收。", "Collect the rest.")
	})
}

func notWaived(a Account, c rule.Context) rule.Verdict {
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case !r.overdue(c):
			return beside
		case r.Received.Sign() > 0:
			return fine
		}
		return breach("/received", "", r.ID+" 应于 "+r.DueOn.String()+" 收取 "+r.Due.String()+"，分文未收。", r.ID+" was due on "+r.DueOn.String()+" with "+r.Due.String()+"; nothing came in.", "请催收；确需核销的报批。", "Collect it; a write-off needs approval.")
	})
}

func notHeld(a Account, c rule.Context) rule.Verdict {
	days := a.Limits.withDefaults().HeldDays
	return eachRow(a, func(_ int, r Row) judged {
		if r.BankOn.IsZero() || !r.TreasuryOn.IsZero() || a.retained(r) || c.At.IsZero() {
			return beside
		}
		until := c.At
		if !r.RemittedOn.IsZero() && r.RemittedOn.Before(until) {
			until = r.RemittedOn
		}
		if until.Sub(r.BankOn) <= days {
			return fine
		}
		n := itoa(int64(until.Sub(r.BankOn)))
		return breach("/remittedOn", r.RemittedOn.String(), r.ID+" 到账 "+n+" 日仍未上缴。", r.ID+" stayed in the unit's account for "+n+" days.", "请及时上缴。", "Remit it in time.")
	})
}

func notSpent(a Account, _ rule.Context) rule.Verdict {
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case r.ReceivedOn().IsZero():
			return beside
		case r.Deducted.Sign() == 0:
			return fine
		}
		return breach("/deducted", r.Deducted.String(), r.ID+" 上缴前扣除 "+r.Deducted.String()+"。", r.ID+" had "+r.Deducted.String()+" spent out of it before it was remitted.", "请全额上缴，支出由预算安排。", "Remit all of it; spending comes from the budget.")
	})
}

func notConcealed(a Account, _ rule.Context) rule.Verdict {
	return eachRow(a, func(_ int, r Row) judged {
		switch {
		case r.ReceivedOn().IsZero():
			return beside
		case r.Bill != "":
			return fine
		}
		return breach("/bill", "", r.ID+" 已收 "+r.Received.String()+"，未开缴款书或票据。", r.ID+" received "+r.Received.String()+" without a payment order or invoice.", "请补开并入账。", "Issue it, and book the money.")
	})
}

// paymentKept compares the kinds of payment within one item of an agreement, in the
// order of the days.
func paymentKept(a Account, _ rule.Context) rule.Verdict {
	type item struct{ agreement, item string }
	first := map[item]Row{}
	for _, r := range a.Rows {
		key := item{r.Agreement, r.Item}
		f, known := first[key]
		if on := r.ReceivedOn(); r.Agreement != "" && !on.IsZero() && (!known || on.Before(f.ReceivedOn())) {
			first[key] = r
		}
	}
	return eachRow(a, func(_ int, r Row) judged {
		f, known := first[item{r.Agreement, r.Item}]
		switch {
		case !known || r.ReceivedOn().IsZero():
			return beside
		case r.Payment == f.Payment:
			return fine
		}
		gain, gainEN := "", ""
		if r.Payment == Instalment && r.ReceivedOn().Before(calendar.QuarterOf(r.ReceivedOn()).Last()) {
			gain, gainEN = "，备案因此延后到季度结束之后", ", which moves its filing beyond the end of the quarter"
		}
		return breach("/payment", string(r.Payment), r.ID+" 改按“"+paymentList().TitleOf(string(r.Payment)).ZH+"”，同一事项的 "+f.ID+" 为“"+paymentList().TitleOf(string(f.Payment)).ZH+"”"+gain+"。",
			r.ID+" is "+paymentList().TitleOf(string(r.Payment)).EN+" where "+f.ID+" of the same item is "+paymentList().TitleOf(string(f.Payment)).EN+gainEN+".",
			"请按协议约定，不同性质的费用分列事项。", "Follow the agreement; list fees of another kind as items of their own.")
	})
}
