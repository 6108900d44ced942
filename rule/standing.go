package rule

import "github.com/dataasset-go/dataasset/calendar"

// Standing is how a duty, a right or a period with a term stands on a day.
type Standing string

// The standings of a duty.
const (
	NotTriggered Standing = "notTriggered" // 未触发: its occasion has not come, or its time not begun
	Ahead        Standing = "ahead"        // 未到期: still to be done
	DueSoon      Standing = "dueSoon"      // 即将到期: to be done within some working days
	OnTime       Standing = "onTime"       // 按期完成
	Late         Standing = "late"         // 逾期完成
	Overdue      Standing = "overdue"      // 逾期未完成
	NotAnnounced Standing = "notAnnounced" // 放假安排未公布: the due date waits for a notice
	Promptly     Standing = "promptly"     // 及时: to be done, no number of days
	Done         Standing = "done"         // 已完成, where there was no number of days
	NotRecorded  Standing = "notRecorded"  // 未见记录: the day of an advised duty has passed; it may have been done elsewhere
)

// The standings of a right that may be used within its time, and of a period that
// lasts at least its days.
const (
	Usable  Standing = "usable"  // 可办
	Gone    Standing = "gone"    // 期间已过
	Running Standing = "running" // 期间未满
	Over    Standing = "over"    // 期间已满
)

var standingTitles = map[Standing]Text{
	NotTriggered: {"未触发", "not triggered"}, Ahead: {"未到期", "not yet due"}, DueSoon: {"即将到期", "due soon"},
	OnTime: {"按期", "on time"}, Late: {"逾期完成", "late"}, Overdue: {"逾期未完成", "overdue"},
	NotAnnounced: {"放假安排未公布", "not announced"}, Promptly: {"应及时办理", "in time, no number of days"},
	Done: {"已完成", "done"}, NotRecorded: {"未见记录", "no record"},
	Usable: {"可办", "open"}, Gone: {"期间已过", "gone"}, Running: {"期间未满", "running"}, Over: {"期间已满", "over"},
}

// Title names the standing in both languages.
func (s Standing) Title() Text { return standingTitles[s] }

// IsLate reports whether the due date passed before the duty was done.
func (s Standing) IsLate() bool { return s == Late || s == Overdue }

// StandingOf tells how a duty stands on a day: done is the day it was done, no date
// while it was not; what is done after the day is not done yet. Where the due date
// waits for a notice of holidays, only what was done by the earliest day that it
// can be is known to be on time: the rest is [NotAnnounced].
func StandingOf(due calendar.Due, on, done calendar.Date) Standing {
	isDone := !done.IsZero() && !done.After(on)
	last := due.Date
	if last.IsZero() {
		last = due.Earliest
	}
	begins := due.Trigger
	if !due.From.IsZero() {
		begins = due.From // a window that ends at its trigger
	}
	switch {
	case due.Term.IsPromptly() && isDone:
		return Done
	case on.Before(begins):
		return NotTriggered
	case due.Term.IsPromptly():
		return Promptly
	case isDone && !done.After(last):
		return OnTime
	case due.Date.IsZero():
		return NotAnnounced
	case isDone:
		return Late
	case on.After(last):
		return Overdue
	}
	return Ahead
}
