package machine

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Owed is a term that a side must keep, counted, and how it stands on a day.
type Owed struct {
	Title    rule.Text
	Value    string    // that a finding shows: the id or the year of the matter
	Subject  rule.Text // of which asset or matter, of which year
	Due      calendar.Due
	DoneOn   calendar.Date
	Standing rule.Standing
}

// Kept fails for each term that was not kept by a day, and waits for the notice of
// holidays where it alone can tell.
func Kept(at calendar.Date, path string, all ...Owed) rule.Verdict {
	var bad []rule.Finding
	unknown := rule.Text{}
	for _, o := range all {
		switch {
		case o.Standing.IsLate():
			bad = append(bad, o.late(path))
		case o.Standing == rule.NotAnnounced && at.After(o.Due.Earliest):
			unknown = rule.Text{ZH: "放假安排公布后才能确定“" + o.Title.ZH + "”的期限", EN: "the holiday notice, for the term of: " + o.Title.EN}
		}
	}
	switch {
	case len(bad) > 0:
		return rule.Fail(bad...)
	case !unknown.IsZero():
		return rule.Unsettled(unknown)
	}
	return rule.Pass()
}

// Uncounted is the verdict where the terms cannot be counted at all.
func Uncounted(err error) rule.Verdict {
	return rule.Unsettled(rule.Text{ZH: "期限不能计算：" + err.Error(), EN: "the terms cannot be counted: " + err.Error()})
}

func (o Owed) late(path string) rule.Finding {
	done := rule.Text{ZH: "尚未办理", EN: "not done"}
	if !o.DoneOn.IsZero() {
		done = rule.Text{ZH: o.DoneOn.String() + " 办理", EN: "done on " + o.DoneOn.String()}
	}
	return rule.Finding{
		Path: path, Value: o.Value,
		Message: rule.Text{
			ZH: o.Subject.ZH + "：" + o.Title.ZH + "，期限 " + o.Due.Date.String() + "，" + done.ZH + "。",
			EN: o.Subject.EN + ": " + o.Title.EN + ": due " + o.Due.Date.String() + ", " + done.EN + ".",
		},
		Fix: rule.Text{ZH: "请尽快办理并说明理由。", EN: "Do it now and say why it is late."},
	}
}
