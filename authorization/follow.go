package authorization

import (
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// carried reports whether a disposal was carried out by the day of a review.
func (f FollowUp) carried(at calendar.Date) bool {
	return f.Disposal.Position.Status == Disposed && !f.Disposal.Since.After(at)
}

func followOf(k DisposalKind, p Place) Follow {
	for _, f := range Follows(k) {
		if f.Place == p {
			return f
		}
	}
	return Follow{}
}

// each judges every asset of a disposal that was carried out.
func (f FollowUp) each(at calendar.Date, known bool, settle rule.Text, judge func(DisposalLine) rule.Text) rule.Verdict {
	switch {
	case !f.carried(at):
		return rule.Inapplicable()
	case !known:
		return rule.Unsettled(settle)
	}
	var bad []rule.Finding
	for i, l := range f.Disposal.granted.disposal.Assets {
		if why := judge(l); !why.IsZero() {
			bad = append(bad, rule.Finding{Path: rule.Pointer("assets", strconv.Itoa(i)), Value: l.Asset, Message: sentence(why), Fix: text("请同步办理。", "See to it at once.")})
		}
	}
	return verdict(bad)
}

func ledgerFollowed(f FollowUp, c rule.Context) rule.Verdict {
	kind := f.Disposal.granted.disposal.Kind
	want := followOf(kind, InLedger)
	var view ledger.View
	if f.Ledger != nil {
		view = f.Ledger.AsOf(c.At)
	}
	return f.each(c.At, f.Ledger != nil, text("台账", "the ledger"), func(l DisposalLine) rule.Text {
		row, ok := view.Last(l.Asset)
		switch {
		case !ok:
			return rule.Text{} // it never was in the ledger
		case row.RetiredOn.IsZero() || row.RetiredOn.After(c.At):
			return text(l.Asset+" 已处置，仍在台账", l.Asset+" is disposed of and still in the ledger")
		case !slices.Contains(want.Codes, string(row.RetireCause)):
			return text(l.Asset+" 的退出原因 "+string(row.RetireCause)+" 与“"+kind.Title().ZH+"”不符", "the cause "+string(row.RetireCause)+" of "+l.Asset+" does not answer to a "+kind.Title().EN)
		}
		return rule.Text{}
	})
}

func registrationFollowed(f FollowUp, c rule.Context) rule.Verdict {
	d := f.Disposal.granted.disposal
	want := followOf(d.Kind, InRegister)
	return f.each(c.At, true, rule.Text{}, func(l DisposalLine) rule.Text {
		for _, r := range f.Registrations {
			if r.Asset != l.Asset {
				continue
			}
			switch st := r.StatusAt(c.At); {
			case st == registry.Cancelled && !slices.Contains(want.Codes, string(r.Cause())):
				return text(l.Asset+" 的注销原因“"+r.Cause().Title().ZH+"”与“"+d.Kind.Title().ZH+"”不符", l.Asset+" was cancelled as "+r.Cause().Title().EN+", which does not answer to its disposal: "+d.Kind.Title().EN)
			case st == registry.Registered && r.Card().Holder == d.Holder.Name:
				return text(l.Asset+" 已处置，仍登记在"+d.Holder.Name+"名下", l.Asset+" is disposed of and still registered by "+d.Holder.Name)
			}
		}
		return rule.Text{}
	})
}

func booksFollowed(f FollowUp, c rule.Context) rule.Verdict {
	d, reply := f.Disposal.granted.disposal, f.Disposal.granted.approvedOn
	want := followOf(d.Kind, InBooks).events(d.Holder)
	return f.each(c.At, f.Journal != nil, text("账簿", "the journal"), func(l DisposalLine) rule.Text {
		if !l.Booked.Or(false) {
			return rule.Text{}
		}
		p, ok := booked(f.Journal, l.Asset, want, c.At)
		switch {
		case !ok && len(want) == 0:
			return rule.Text{} // no event of the tables; the caller's own books say
		case !ok:
			return text(l.Asset+" 已处置，未见“"+d.Kind.Title().ZH+"”的会计处理", l.Asset+" is disposed of and no entry for a "+d.Kind.Title().EN+" is there")
		case p.On.Before(reply):
			return text(l.Asset+" 的会计处理 "+p.On.String()+" 早于批复 "+reply.String(), "the entry of "+p.On.String()+" for "+l.Asset+" is earlier than the reply of "+reply.String())
		}
		return rule.Text{}
	})
}

// booked returns the last posting of certain kinds on an asset by a day.
func booked(j *accounting.Journal, id string, kinds []string, at calendar.Date) (found accounting.Posting, ok bool) {
	for p := range j.Postings() {
		if !p.On.After(at) && slices.Contains(kinds, p.Kind) && slices.Contains(p.Assets, id) {
			found, ok = p, true
		}
	}
	return found, ok
}

func valuesAgree(f FollowUp, _ rule.Context) rule.Verdict {
	d := f.Disposal.Disposal()
	switch {
	case d.Number == "":
		return rule.Inapplicable()
	case f.Journal == nil:
		return rule.Unsettled(text("账簿", "the journal"))
	}
	var bad []rule.Finding
	for i, l := range d.Assets {
		in := LineAt(f.Journal, l.Asset, l.Name, d.ValuedOn)
		if in.Booked.Or(false) == l.Booked.Or(false) && equal(in.Cost, l.Cost) && equal(in.Amortised, l.Amortised) && equal(in.Impaired, l.Impaired) {
			continue
		}
		bad = append(bad, rule.Finding{
			Path: rule.Pointer("assets", strconv.Itoa(i), "cost"), Value: l.Cost.String(),
			Message: text(l.Asset+" 于 "+d.ValuedOn.String()+" 的账簿为原值 "+in.Cost.String()+"、累计摊销 "+in.Amortised.String()+"、减值 "+in.Impaired.String()+"。",
				"the journal has "+l.Asset+" on "+d.ValuedOn.String()+" at cost "+in.Cost.String()+", amortisation "+in.Amortised.String()+", impairment "+in.Impaired.String()+"."),
			Fix: text("请按账簿填写。", "Take the amounts from the journal."),
		})
	}
	return verdict(bad)
}

// equal compares amounts; absent and 0.00 are the same here.
func equal(a, b money.Amount) bool { return a.Fen() == b.Fen() }

// The thresholds of a public sale, in fen.
const (
	publicSale = 1_000_000_00
	longerSale = 10_000_000_00
	publicDays = 10
	longerDays = 20
)

func saleNoticed(f FollowUp, _ rule.Context) rule.Verdict {
	d := f.Disposal.Disposal()
	if d.Kind != Sale || institution(d.Holder) || d.BasePrice.Fen() < publicSale {
		return rule.Inapplicable()
	}
	fail := func(zh, en string) rule.Verdict {
		return rule.Fail(rule.Finding{Path: "/noticeFrom", Value: d.BasePrice.String(), Message: text(zh, en), Fix: text("请在产权交易机构公开转让并公告。", "Sell it in public on an exchange, with notice.")})
	}
	if d.Venue == "" || d.NoticeFrom.IsZero() {
		return fail("底价 "+d.BasePrice.String()+" 元，没有交易场所或公告。", "the base price is "+d.BasePrice.String()+" and there is no venue or notice.")
	}
	need := publicDays
	if d.BasePrice.Fen() >= longerSale {
		need = longerDays
	}
	c, err := f.Disposal.regime.calendar()
	if err != nil {
		return rule.Unsettled(text("日历", "the calendar"))
	}
	n, err := c.WorkdaysBetween(d.NoticeFrom.AddDays(-1), d.NoticeTo)
	if err != nil {
		return rule.Unsettled(text("放假安排："+err.Error(), "the holiday notice: "+err.Error()))
	}
	if n < need {
		return fail("公告 "+strconv.Itoa(n)+" 个工作日，应不少于 "+strconv.Itoa(need)+" 个。", "the notice has "+strconv.Itoa(n)+" working days; at least "+strconv.Itoa(need)+" are asked for.")
	}
	return rule.Pass()
}
