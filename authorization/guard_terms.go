package authorization

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// span returns the term that a command is about.
func span(s step) (from, to calendar.Date) {
	if c, ok := s.c.(Sign); ok {
		return c.Agreement.From, c.Agreement.To
	}
	return s.a.pending.application.From, s.a.pending.application.To
}

func termInOrder(s step) rule.Text {
	if from, to := span(s); to.Before(from) {
		return text("截止 "+to.String()+" 早于起始 "+from.String(), "it ends on "+to.String()+", before it begins on "+from.String())
	}
	return rule.Text{}
}

// maxYears is the longest term in principle, whose first day counts.
const maxYears = 5

func longerThanFive(from, to calendar.Date) bool {
	return to.After(from.AddMonths(12 * maxYears).AddDays(-1))
}

func fiveYears(s step) rule.Text {
	c, ok := s.c.(Sign)
	if !ok || !longerThanFive(c.Agreement.From, c.Agreement.To) || c.Agreement.Longer != "" {
		return rule.Text{}
	}
	return text("期限 "+c.Agreement.From.String()+" 至 "+c.Agreement.To.String()+" 超过5年而未写明理由",
		"the term, "+c.Agreement.From.String()+" to "+c.Agreement.To.String()+", is longer than five years and no reason is given")
}

// agreementFits compares an agreement with the application, and through it with
// the plan.
func agreementFits(s step) rule.Text {
	c, ok := s.c.(Sign)
	if !ok {
		return rule.Text{}
	}
	a, g := s.a.pending.application, c.Agreement
	switch {
	case g.Agency != s.act.By || g.Agency != a.Holder.Name:
		return text("协议的实施机构是"+g.Agency+"，申请单位是"+a.Holder.Name+"，签订的是"+s.act.By, "the agreement names "+g.Agency+", the applicant is "+a.Holder.Name+", and "+s.act.By+" signs")
	case g.Operator != a.Recipient:
		return text("协议的运营机构是"+g.Operator+"，申请的是"+a.Recipient, "the agreement is with "+g.Operator+", the application names "+a.Recipient)
	case g.From.Before(a.From) || g.To.After(a.To):
		return text("协议期限超出申请期限 "+a.From.String()+" 至 "+a.To.String(), "the agreement goes beyond the term applied for, "+a.From.String()+" to "+a.To.String())
	}
	for _, l := range g.Catalogue {
		asked, found := a.line(l.Asset)
		switch {
		case !found:
			return text("申请中没有 "+l.Asset, "the application does not have "+l.Asset)
		case l.Mode != asked.Mode:
			return text(l.Asset+" 的授权模式与申请不同", "the mode of "+l.Asset+" is not the one applied for")
		}
		for _, area := range l.Areas {
			if !slices.Contains(asked.Areas, area) {
				return text("申请中没有 "+l.Asset+" 的“"+area+"”", "the application does not have "+area+" for "+l.Asset)
			}
		}
	}
	for _, l := range a.Assets {
		if !slices.ContainsFunc(g.Catalogue, func(m Line) bool { return m.Asset == l.Asset }) {
			return text("协议没有申请的 "+l.Asset, "the agreement leaves out "+l.Asset)
		}
	}
	return rule.Text{}
}

func filedAfter(s step) rule.Text {
	c, ok := s.c.(File)
	switch {
	case !ok:
	case c.Subject == FilePlan && s.a.granted.adoptedOn.IsZero() && s.a.pending.adoptedOn.IsZero():
		return text("方案尚未审定", "no plan has been adopted")
	case c.Subject == FileAgreement && s.a.granted.signedOn.IsZero():
		return text("协议尚未签订", "no agreement has been signed")
	}
	return rule.Text{}
}

func yearInTerm(s step) rule.Text {
	c, ok := s.c.(Disclose)
	if !ok {
		return rule.Text{}
	}
	year := int(c.Disclosure.Year.Or(0))
	if year < s.a.From.Year() || year > s.a.To.Year() || year > s.act.On.Year() {
		return text("授权期为 "+s.a.From.String()+" 至 "+s.a.To.String(), "the term runs from "+s.a.From.String()+" to "+s.a.To.String())
	}
	return rule.Text{}
}

func periodEvaluated(s step) rule.Text {
	c, ok := s.c.(Evaluate)
	if !ok {
		return rule.Text{}
	}
	switch e := c.Evaluation; {
	case e.To.Before(e.From):
		return text("评估期止早于评估期起", "the period evaluated ends before it begins")
	case e.To.After(s.act.On):
		return text("评估期至 "+e.To.String()+"，尚未结束", "the period evaluated runs to "+e.To.String()+" and is not over")
	case e.To.Before(s.a.From):
		return text("授权自 "+s.a.From.String()+" 起", "the grant begins on "+s.a.From.String())
	}
	return rule.Text{}
}

func cutsNarrow(s step) rule.Text {
	c, ok := s.c.(Adjust)
	if !ok {
		return rule.Text{}
	}
	assets := s.a.granted.application.Assets
	for _, cut := range c.Cuts {
		l, found := s.a.granted.application.line(cut.Asset)
		if !found {
			return text("授权中没有 "+cut.Asset, "the grant does not have "+cut.Asset)
		}
		for _, area := range cut.Areas {
			if !slices.Contains(l.Areas, area) {
				return text("授权中没有 "+cut.Asset+" 的“"+area+"”", "the grant does not have "+area+" for "+cut.Asset)
			}
		}
	}
	if len(less(assets, c.Cuts)) == 0 {
		return text("全部收回的按收回办理", "to take all of it back is a withdrawal")
	}
	return rule.Text{}
}

// groundShown asks that an evaluation shows what is given as the ground.
func groundShown(s step) rule.Text {
	var g Ground
	switch c := s.c.(type) {
	case Adjust:
		g = c.Ground
	case Withdraw:
		g = c.Ground
	}
	e, shown := s.a.evaluation, true
	switch g {
	case MarketOperation:
		shown = e.Market == MarketWeak || e.Market == MarketNone || len(e.Unused) > 0
	case EvaluationFailed:
		passed, known := e.Passed.Get()
		shown = known && !passed
	case Redevelopment:
		shown = e.Redeveloped.Or(false)
	case RawToMarket:
		shown = e.Raw.Or(false)
	}
	if shown {
		return rule.Text{}
	}
	t := groundList().TitleOf(string(g))
	return text("没有显示“"+t.ZH+"”的评估结果", "no evaluation shows "+t.EN)
}

func endFits(s step) rule.Text {
	c, ok := s.c.(End)
	switch {
	case !ok:
	case c.Cause == TermExpired && !s.act.On.After(s.a.To):
		return text("期限至 "+s.a.To.String()+"，尚未届满", "the term runs to "+s.a.To.String())
	case c.Cause == NotUsed:
		return text("“批准后未实施”只用于处置", "“not carried out” is for disposals")
	}
	return rule.Text{}
}

func notUsed(s step) rule.Text {
	if c, ok := s.c.(End); ok && c.Cause != NotUsed {
		return text("处置只能以“批准后未实施”终止", "a disposal ends as not carried out only")
	}
	return rule.Text{}
}

func valuesSound(s step) rule.Text {
	d := s.a.pending.disposal
	if d.ValuedOn.After(s.act.On) {
		return text("账面价值基准日 "+d.ValuedOn.String()+" 晚于决策", "the book values are of "+d.ValuedOn.String()+", after the decision")
	}
	for _, l := range d.Assets {
		if c := l.Carrying(); l.Booked.Or(false) && c.Sign() < 0 {
			return text(l.Asset+" 的累计摊销和减值超过原值", "amortisation and impairment of "+l.Asset+" exceed its cost")
		}
	}
	return rule.Text{}
}

func appraised(s step) rule.Text {
	d := s.a.pending.disposal
	if !slices.Contains([]DisposalKind{Sale, Exchange, Investment}, d.Kind) || d.NoAppraisal != "" {
		return rule.Text{}
	}
	return by(d.AppraisedOn, s.act.On, text("评估", "appraisal"))
}

func noInvestment(s step) rule.Text {
	d := s.a.pending.disposal
	if d.Kind == Investment && d.Holder.Entity == rule.Administrative {
		return text(d.Holder.Name+"是行政单位，不得对外投资", d.Holder.Name+" is an administrative unit and does not invest")
	}
	return rule.Text{}
}

// followedTogether asks that ledger, registration and books were seen to, each
// where there is something to do, between the reply and the day.
func followedTogether(s step) rule.Text {
	c, ok := s.c.(Execute)
	if !ok {
		return rule.Text{}
	}
	p := s.a.granted
	if p.disposal.Number == "" {
		p = s.a.pending
	}
	reply := p.approvedOn
	if reply.IsZero() {
		reply = p.decidedOn
	}
	e, gone := c.Execution, reply
	if p.disposal.Kind == Loss { // ledger and registration follow the loss, only the books wait for the reply
		gone = calendar.Date{}
	}
	if why := between(e.LedgerOn, gone, s.act.On, text("台账核销", "ledger entry")); !why.IsZero() {
		return why
	}
	for _, l := range p.disposal.Assets {
		var why rule.Text
		if l.Registered.Or(false) {
			why = between(e.RegisteredOn, gone, s.act.On, text(l.Asset+" 登记的注销或变更", "cancellation or alteration of the registration of "+l.Asset))
		}
		if why.IsZero() && l.Booked.Or(false) {
			why = between(e.BookedOn, reply, s.act.On, text(l.Asset+" 的会计处理", "accounting entry for "+l.Asset))
		}
		if why.IsZero() && l.Destroyed.Or(false) && e.DestroyedHow == "" {
			why = text(l.Asset+" 须删除销毁而未写明方式", l.Asset+" is to be deleted and it is not said how")
		}
		if !why.IsZero() {
			return why
		}
	}
	return rule.Text{}
}

func between(done, from, to calendar.Date, what rule.Text) rule.Text {
	if why := by(done, to, what); !why.IsZero() || !done.Before(from) {
		return why
	}
	return text(what.ZH+"日期 "+done.String()+" 早于批复 "+from.String(), "the "+what.EN+" is dated "+done.String()+", before the reply of "+from.String())
}
