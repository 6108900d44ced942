package revenue

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// FilingHead is what every filing form begins with.
type FilingHead struct {
	Unit        string
	Addressee   string
	Copy        string
	Trigger     calendar.Date
	DueOn       calendar.Date // none while a holiday notice is not out, or where no days are given
	NationalDue calendar.Date
	FiledOn     calendar.Date
}

// head fills the head of a form from a deadline.
func (d Deadline) head(unit string) FilingHead {
	h := FilingHead{Unit: unit, Addressee: d.Filing.Duty.Addressee.ZH, Trigger: d.Filing.Trigger, DueOn: d.Due.Date, NationalDue: d.National.Date}
	for i, c := range d.Filing.Duty.Copy {
		if i > 0 {
			h.Copy += "、"
		}
		h.Copy += c.ZH
	}
	return h
}

// FormLine is one receipt on a form.
type FormLine struct {
	ID           string
	Agreement    string
	Counterparty string
	Purpose      Purpose
	ReceivedOn   calendar.Date
	Amount       money.Amount // tax included
	Net          money.Amount
	RemittedOn   calendar.Date
	Remitted     money.Amount
	Certificate  string
}

// OneOffForm is the filing of a one-off revenue (一次性收入备案表).
type OneOffForm struct {
	Head       FilingHead
	Line       FormLine
	Cumulative money.Amount // received under the agreement through that day
}

// QuarterForm is the filing of a quarter's revenue in instalments (分次收入季度备案表).
// A nil form has no lines and no amounts.
type QuarterForm struct {
	Head       FilingHead
	Quarter    string
	Nil        record.Opt[bool]
	Lines      []FormLine
	Amount     money.Amount
	Net        money.Amount
	Cumulative money.Amount // of the agreements' instalments through the quarter
}

// EnterpriseForm is an enterprise's filing of a matter (企业数据资产事项备案表).
type EnterpriseForm struct {
	Head     FilingHead
	Matter   Matter
	Carrying money.Amount // of a pledged asset
	Loan     string       // number of the loan or credit agreement
}

// OneOff fills the form of a one-off filing from the account. Errors are those of
// [Account.Levies], and a [*FilingError] where the account has no such row.
func (a Account) OneOff(d Deadline) (OneOffForm, error) {
	levies, err := a.Levies()
	if err != nil {
		return OneOffForm{}, err
	}
	for i, r := range a.Rows {
		if r.ID != d.Filing.Subject {
			continue
		}
		f := OneOffForm{Head: d.head(a.Holder.Name), Line: formLine(r, levies[i])}
		f.Cumulative, err = a.received(func(o Row) bool {
			return (o.ID == r.ID || o.Agreement == r.Agreement && r.Agreement != "") && !o.ReceivedOn().After(r.ReceivedOn())
		})
		return f, err
	}
	return OneOffForm{}, &FilingError{d.Filing.Subject, text("收入账中的一行", "a row of the account")}
}

// Quarter fills the form of a quarterly filing from the account: the instalments
// that came in the quarter, and what has come in since the first. Errors are those of
// [Account.Levies], and a [*FilingError] where the filing is not a quarter's.
func (a Account) Quarter(d Deadline) (QuarterForm, error) {
	q, err := calendar.ParseQuarter(d.Filing.Subject)
	if err != nil {
		return QuarterForm{}, &FilingError{d.Filing.Subject, text("季度", "a quarter")}
	}
	levies, err := a.Levies()
	if err != nil {
		return QuarterForm{}, err
	}
	f := QuarterForm{Head: d.head(a.Holder.Name), Quarter: q.String()}
	for i, r := range a.Rows {
		if r.Payment != Instalment || calendar.QuarterOf(r.ReceivedOn()) != q {
			continue
		}
		f.Lines = append(f.Lines, formLine(r, levies[i]))
		if f.Amount, err = f.Amount.Add(r.Received); err != nil {
			return QuarterForm{}, err
		}
		if f.Net, err = f.Net.Add(levies[i].Net); err != nil {
			return QuarterForm{}, err
		}
	}
	f.Nil = record.Some(len(f.Lines) == 0)
	f.Cumulative, err = a.received(func(r Row) bool {
		return r.Payment == Instalment && !r.ReceivedOn().IsZero() && !r.ReceivedOn().After(q.Last())
	})
	return f, err
}

// received sums what came in by some rows; absent for none.
func (a Account) received(of func(Row) bool) (sum money.Amount, err error) {
	for _, r := range a.Rows {
		if of(r) && err == nil {
			sum, err = sum.Add(r.Received)
		}
	}
	return sum, err
}

func formLine(r Row, l Levy) FormLine {
	return FormLine{
		ID: r.ID, Agreement: r.Agreement, Counterparty: r.Counterparty, Purpose: r.Purpose, ReceivedOn: r.ReceivedOn(),
		Amount: r.Received, Net: l.Net, RemittedOn: r.RemittedOn, Remitted: r.Remitted, Certificate: r.Certificate,
	}
}

// EnterpriseFiling fills the form of an enterprise's matter. A pledge names the
// carrying amount of what is pledged and the loan; where the data are not in the
// books there is no carrying amount.
func EnterpriseFiling(unit string, m Matter, d Deadline, carrying money.Amount, loan string) EnterpriseForm {
	f := EnterpriseForm{Head: d.head(unit), Matter: m}
	if m.Kind == MatterPledge {
		f.Carrying, f.Loan = carrying, loan
	}
	return f
}

// Text names a filing with its addressee and copy, in both languages.
func (f Filing) Text() rule.Text {
	zh, en := f.Duty.Title.ZH+" "+f.Subject+"，报"+f.Duty.Addressee.ZH, f.Duty.Title.EN+" "+f.Subject+" to "+f.Duty.Addressee.EN
	for _, c := range f.Duty.Copy {
		zh, en = zh+"，抄送"+c.ZH, en+", copy to "+c.EN
	}
	return text(zh, en)
}
