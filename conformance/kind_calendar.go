package conformance

import (
	"errors"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// term is a term as a case writes it: one of the members.
type term struct {
	Workdays   int            `json:"workdays"`
	Days       int            `json:"days"`
	Months     int            `json:"months"`
	DaysBefore int            `json:"daysBefore"`
	By         calendar.Date  `json:"by"`
	ByEndOf    calendar.Month `json:"byEndOf"`
	Promptly   bool           `json:"promptly"`
	Roll       string         `json:"roll"` // none, forward, back; left out: as the law has it for the term
}

func (t term) term() calendar.Term {
	var c calendar.Term
	switch {
	case t.Workdays > 0:
		c = calendar.Workdays(t.Workdays)
	case t.Days > 0:
		c = calendar.Days(t.Days)
	case t.Months > 0:
		c = calendar.Months(t.Months)
	case t.DaysBefore > 0:
		c = calendar.DaysBefore(t.DaysBefore)
	case !t.By.IsZero():
		c = calendar.By(t.By)
	case !t.ByEndOf.IsZero():
		c = calendar.ByEndOf(t.ByEndOf)
	default:
		c = calendar.Promptly()
	}
	switch t.Roll {
	case "none":
		c = c.WithRoll(calendar.RollNone)
	case "forward":
		c = c.WithRoll(calendar.RollForward)
	case "back":
		c = c.WithRoll(calendar.RollBack)
	}
	return c
}

type dueInput struct {
	Region  calendar.Region `json:"region"`
	Trigger calendar.Date   `json:"trigger"`
	Term    term            `json:"term"`
}

func askDue(_ Case, in dueInput, choose *chooser, a *answer) error {
	c, err := open(in.Region)
	if err != nil {
		return err
	}
	t := in.Term
	if t.Roll == "" && (!t.By.IsZero() || !t.ByEndOf.IsZero()) {
		t.Roll = []string{"", "forward", "back"}[choose.of("P8", "asWritten", "rollsForward", "workdayAhead")]
	}
	due, err := c.Due(in.Trigger, t.term())
	if err != nil && !errors.Is(err, calendar.ErrNotAnnounced) {
		return err
	}
	a.values["provisional"] = due.Provisional
	a.values["skipped"], a.values["worked"] = days(due.Skipped), days(due.Worked)
	setDate(a, "date", due.Date)
	setDate(a, "earliest", due.Earliest)
	setDate(a, "from", due.From)
	setDate(a, "lastWorkday", due.LastWorkday)
	if due.Missing != nil {
		a.values["notAnnounced"] = due.Missing.Year
	}
	return nil
}

func setDate(a *answer, key string, d calendar.Date) {
	if !d.IsZero() {
		a.values[key] = d.String()
	}
}

type dayInput struct {
	Region calendar.Region `json:"region"`
	Day    calendar.Date   `json:"day"`
	Add    *int            `json:"add"`
	To     calendar.Date   `json:"to"`
}

// askDay answers what a day is, the day so many working days on, or how many
// working days lie in (day, to].
func askDay(_ Case, in dayInput, _ *chooser, a *answer) error {
	c, err := open(in.Region)
	if err != nil {
		return err
	}
	var missing *calendar.NotAnnouncedError
	note := func(err error) error {
		if errors.As(err, &missing) {
			a.values["notAnnounced"] = missing.Year
			return nil
		}
		return err
	}
	switch {
	case in.Add != nil:
		d, err := c.AddWorkdays(in.Day, *in.Add)
		setDate(a, "date", d)
		return note(err)
	case !in.To.IsZero():
		n, err := c.WorkdaysBetween(in.Day, in.To)
		a.values["workdays"] = n
		return note(err)
	}
	d, err := c.Day(in.Day)
	if err == nil {
		a.values["kind"], a.values["workday"] = codeOf(d.Kind), d.Kind.Worked()
		a.values["name"], a.values["notice"] = d.Name, d.Notice
	}
	return note(err)
}

func codeOf(k calendar.Kind) string {
	switch k {
	case calendar.Weekend:
		return "weekend"
	case calendar.Holiday:
		return "holiday"
	case calendar.MakeUp:
		return "makeUp"
	}
	return "workday"
}

type dutyInput struct {
	Duty    rule.ID       `json:"duty"`
	Role    rule.Role     `json:"role"`
	Entity  rule.Entity   `json:"entity"`
	Trigger calendar.Date `json:"trigger"`
}

// askDuty answers who owes a duty of the catalogue and by when. It fires where the
// unit owes it for that trigger.
func askDuty(_ Case, in dutyInput, _ *chooser, a *answer) error {
	for _, d := range dataasset.Duties() {
		if d.ID != in.Duty {
			continue
		}
		a.asked[d.ID] = true
		force := d.OwedBy(in.Role)
		if force == "" || !d.Binds(in.Entity) || !in.Trigger.IsZero() && !d.Effective.Holds(in.Trigger) {
			return nil
		}
		a.fire(d.ID, "")
		a.values["owed"], a.values["promptly"] = string(force), d.Term.IsPromptly()
		for _, r := range []calendar.Region{calendar.National, calendar.Guangxi} {
			if err := a.dueOf(d, r, in.Trigger); err != nil {
				return err
			}
		}
		return nil
	}
	return &rule.ValueError{Value: string(in.Duty), Want: "a duty of the catalogue"}
}

func (a *answer) dueOf(d rule.Duty, r calendar.Region, trigger calendar.Date) error {
	c, err := calendar.China(r)
	if err != nil {
		return err
	}
	due, err := c.Due(trigger, d.Term)
	if err != nil && !errors.Is(err, calendar.ErrNotAnnounced) {
		return err
	}
	setDate(a, map[calendar.Region]string{calendar.National: "national", calendar.Guangxi: "guangxi"}[r], due.Date)
	setDate(a, "earliest", due.Earliest)
	return nil
}
