package calendar

import (
	"fmt"
	"strings"
)

// EN tells in English when the term ends and why: the days passed over, the
// make-up workdays counted, the notice that is missing. It has one line or a
// few, without a newline at the end.
func (due Due) EN() string { return due.tell(english) }

// ZH tells the same in Chinese.
func (due Due) ZH() string { return due.tell(chinese) }

// String is [Due.EN].
func (due Due) String() string { return due.EN() }

// wording is one language's half of every sentence that a Due can say.
type wording struct {
	term                                       func(Term, Date) string
	day                                        func(Day) string
	missing                                    func(*NotAnnouncedError) string
	prompt, open, unsettled, notBefore         string
	skipped, rolled, worked, rest, lastWorkday string
	provisional                                string
	list                                       string
}

var english = wording{
	term: func(t Term, trigger Date) string {
		switch {
		case t.IsFixed():
			return t.EN()
		case t.unit == daysBefore:
			return t.EN() + " " + trigger.String()
		}
		return t.EN() + " after " + trigger.String()
	},
	day: Day.EN,
	missing: func(e *NotAnnouncedError) string {
		return fmt.Sprintf("missing: the %d holiday notice of layer %s", e.Year, e.Layer)
	},
	prompt: "no number of days is set: ", open: ": ", unsettled: "not announced", notBefore: ", not before ",
	skipped: "not counted: ", rolled: "rolled over: ", worked: "counted: ", rest: "a rest day: ", lastWorkday: "; last working day before: ",
	provisional: "provisional: a notice still to come can change it",
	list:        "; ",
}

var chinese = wording{
	term: func(t Term, trigger Date) string {
		switch {
		case t.IsFixed():
			return t.ZH()
		case t.unit == daysBefore:
			return t.ZH() + "（期满日" + trigger.String() + "）"
		}
		return trigger.String() + "后" + t.ZH()
	},
	day: Day.ZH,
	missing: func(e *NotAnnouncedError) string {
		return fmt.Sprintf("缺 %d 年放假通知（%s 层）", e.Year, e.Layer)
	},
	prompt: "未规定天数：", open: "：", unsettled: "放假安排未公布", notBefore: "，不早于 ",
	skipped: "不计入：", rolled: "顺延：", worked: "计入：", rest: "当日为休息日：", lastWorkday: "；此前最后一个工作日：",
	provisional: "暂定：以后公布的通知可能改变",
	list:        "；",
}

func (due Due) tell(w wording) string {
	lines := []string{due.headline(w)}
	if due.Missing != nil {
		lines = append(lines, w.missing(due.Missing))
	}
	if len(due.Skipped) > 0 {
		label := w.rolled
		if due.Term.unit == workdays {
			label = w.skipped
		}
		lines = append(lines, label+runs(due.Skipped, w))
	}
	if len(due.Worked) > 0 {
		lines = append(lines, w.worked+runs(due.Worked, w))
	}
	if due.Rest.Kind != unknown {
		lines = append(lines, w.rest+due.Rest.Date.String()+" "+w.day(due.Rest)+w.lastWorkday+due.LastWorkday.String())
	}
	if due.Provisional && due.Missing == nil {
		lines = append(lines, w.provisional)
	}
	return strings.Join(lines, "\n")
}

// headline is the day and the term, “2025-10-16: within 10 working days after
// 2025-09-26”.
func (due Due) headline(w wording) string {
	term := w.term(due.Term, due.Trigger)
	switch {
	case due.Term.IsPromptly():
		return w.prompt + term
	case due.Missing != nil:
		if due.Earliest.IsZero() {
			return w.unsettled + w.open + term
		}
		return w.unsettled + w.notBefore + due.Earliest.String() + w.open + term
	case !due.From.IsZero():
		return due.From.String() + "…" + due.Date.String() + w.open + term
	}
	return due.Date.String() + w.open + term
}

// runs lists days, consecutive ones of the same name as one run, each run with
// the document that decided it.
func runs(list []Day, w wording) string {
	var b strings.Builder
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1].Date.Sub(list[j].Date) == 1 && same(list[i], list[j+1]) {
			j++
		}
		if i > 0 {
			b.WriteString(w.list)
		}
		b.WriteString(list[i].Date.String())
		if j > i {
			b.WriteString("…" + list[j].Date.String())
		}
		b.WriteString(" " + w.day(list[i]))
		if list[i].Notice != "" {
			b.WriteString(" (" + list[i].Notice + ")")
		}
		i = j + 1
	}
	return b.String()
}

func same(a, b Day) bool { return a.Kind == b.Kind && a.Name == b.Name && a.Notice == b.Notice }
