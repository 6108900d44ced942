package pilot

import (
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Line tells the obligation on one line in one language: due date, what, to
// whom, how it stands.
func (o Obligation) Line(l rule.Language) string {
	due := o.DueBy().In(l)
	if o.Duty.Term.IsPromptly() {
		due += text("　　　", "  ").In(l) // as wide as a date
	}
	parts := []string{due, o.Duty.Title.In(l)}
	if o.Subject != "" {
		parts = append(parts, o.Subject)
	}
	if to := o.Addressees(); !to.IsZero() {
		parts = append(parts, "→ "+to.In(l))
	}
	parts = append(parts, o.StandingText().In(l))
	if o.Advice {
		parts = append(parts, text("〔建议〕", "[advice]").In(l))
	}
	return strings.Join(parts, "  ")
}

// Title is the duty and its occasion: 季度进展报告 2025Q2.
func (o Obligation) Title() rule.Text {
	name := o.Duty.Title
	if o.Subject == "" {
		return name
	}
	return text(name.ZH+" "+o.Subject, name.EN+" "+o.Subject)
}

// DueBy tells by when: the date, "promptly" where the term has no number of days, or
// from when on while a holiday notice is not out.
func (o Obligation) DueBy() rule.Text {
	switch {
	case o.Duty.Term.IsPromptly():
		return text("及时", "promptly")
	case o.Due.Missing != nil:
		day := o.Due.Earliest.String()
		return text("未公布，不早于 "+day, "not announced, not before "+day)
	}
	day := o.Due.Date.String()
	return text(day, day)
}

// Addressees tells to whom, copies included; no text for what is only kept.
func (o Obligation) Addressees() rule.Text {
	to := o.To
	if to.IsZero() {
		return to
	}
	for _, c := range o.Duty.Copy {
		to = text(to.ZH+"，抄送"+c.ZH, to.EN+", copy to "+c.EN)
	}
	return to
}

// StandingText tells how it stands: the status, and the day it was done or the working
// days that it is late or has left.
func (o Obligation) StandingText() rule.Text {
	s := o.Standing.Title()
	more := func(zh, en string) { s = text(s.ZH+zh, s.EN+en) }
	length := o.length()
	switch o.Standing {
	case rule.OnTime, rule.Done:
		more(" "+o.DoneOn.String(), " "+o.DoneOn.String())
	case rule.Late:
		more(" "+o.DoneOn.String()+"（逾期 "+length.ZH+"）", " "+o.DoneOn.String()+" ("+length.EN+")")
	case rule.Overdue:
		more("（已逾期 "+length.ZH+"）", " ("+length.EN+")")
	case rule.Ahead:
		if o.DaysUnknown {
			more("（"+length.ZH+"）", " ("+length.EN+")")
		} else {
			more("（还有 "+length.ZH+"）", " ("+length.EN+" left)")
		}
	case rule.NotAnnounced:
		year, layer := number(o.Due.Missing.Year), text(string(o.Due.Missing.Layer)+" ", string(o.Due.Missing.Layer))
		if o.Due.Missing.Layer == calendar.National {
			layer = text("全国", "national")
		}
		more("（缺 "+year+" 年"+layer.ZH+"放假通知）", " (the "+layer.EN+" notice of "+year+" is missing)")
		if !o.DoneOn.IsZero() {
			more("，"+o.DoneOn.String()+" 已完成", ", done on "+o.DoneOn.String())
		}
	}
	return s
}

// length words Days.
func (o Obligation) length() rule.Text {
	switch {
	case o.DaysUnknown:
		return text("工作日数待放假安排公布", "working days not announced")
	case o.Days == 1:
		return text("1 个工作日", "1 working day")
	}
	return text(number(o.Days)+" 个工作日", number(o.Days)+" working days")
}
