package accounting

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Period is a month that was closed (结账) or reopened (反结账): itself an entry of
// the journal.
type Period struct {
	Month    calendar.Month `json:"month"`
	Reopened bool           `json:"reopened,omitzero"`
	On       calendar.Date  `json:"on"`
	By       string         `json:"by"`
	Approval Approval       `json:"approval,omitzero"` // of a reopening
	Reason   string         `json:"reason,omitzero"`   // of a reopening
}

// Close closes a month: no voucher is dated in it or before any more. Months
// close in order; the first one closed closes all before it. expected is as in
// [Journal.Post]; other errors are [*PostingError].
func (j *Journal) Close(expected int, p Period) error {
	p.Reopened = false
	return j.change(expected, p)
}

// Reopen opens the last month closed again, on a decision and for a reason.
func (j *Journal) Reopen(expected int, p Period) error {
	p.Reopened = true
	return j.change(expected, p)
}

func (j *Journal) change(expected int, p Period) error {
	before := j.closed
	if err := j.period(p); err != nil {
		return err
	}
	if err := j.append(expected, change{period: &p}); err != nil {
		j.closed = before
		return err
	}
	return nil
}

// period takes a change of periods, if it may be.
func (j *Journal) period(p Period) error {
	if want := j.wantPeriod(p); !want.IsZero() {
		return &PostingError{Event: p.Month.String(), Want: want}
	}
	j.closed = p.Month
	if p.Reopened {
		j.closed = p.Month.Add(-1)
	}
	return nil
}

func (j *Journal) wantPeriod(p Period) rule.Text {
	next := j.closed.Add(1)
	switch {
	case p.Month.IsZero() || p.On.IsZero() || p.By == "":
		return text("月份、日期和经办人", "a month, a day and who did it")
	case !p.Reopened && p.On.Before(p.Month.Last()):
		return text("不早于月末的结账日期", "a day not before the end of the month")
	case !p.Reopened && !j.closed.IsZero() && p.Month != next:
		return text("按顺序结账，下一月份为 "+next.String(), "the month after the last closed, "+next.String())
	case p.Reopened && (p.Month != j.closed):
		return text("最后结账的月份", "the last month closed")
	case p.Reopened && (p.Approval.Body == "" || p.Approval.On.IsZero() || p.Approval.Number == "" || p.Reason == ""):
		return text("反结账的批准（机关、日期、文号）和理由", "the approval of a reopening (body, date, number) and its reason")
	case p.Reopened && p.Approval.On.After(p.On):
		return text("不晚于反结账日期的批准", "an approval not after the reopening")
	}
	return rule.Text{}
}

// Closed returns the last month closed; none where none is.
func (j *Journal) Closed() calendar.Month { return j.closed }
