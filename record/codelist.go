package record

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// CodeList is a closed list of codes with their titles and the periods in which
// they are in force.
type CodeList struct {
	Name      string        // unique name in kebab case: booking-status
	Title     rule.Text     // what the list is called
	Basis     []rule.Clause // where it comes from; none: practice
	Evidence  rule.Evidence // how sure it is
	Judgement rule.Text     // the choice made where the law is silent
	Codes     []CodeEntry
}

// CodeEntry is one code. A code may stand in a list several times, in periods
// that do not overlap.
type CodeEntry struct {
	Code      string
	Title     rule.Text
	Effective rule.Period
	Basis     []rule.Clause
}

// TitleOf returns the title of a code, the code itself where the list has none.
func (l CodeList) TitleOf(code string) rule.Text {
	if i := l.index(code); i >= 0 {
		return l.Codes[i].Title
	}
	return rule.Text{ZH: code, EN: code}
}

// Has reports whether the list ever had the code.
func (l CodeList) Has(code string) bool { return l.index(code) >= 0 }

// At returns the codes in force on a day; all of them for no date.
func (l CodeList) At(d calendar.Date) []CodeEntry {
	if d.IsZero() {
		return slices.Clone(l.Codes)
	}
	var in []CodeEntry
	for _, c := range l.Codes {
		if c.Effective.Holds(d) {
			in = append(in, c)
		}
	}
	return in
}

func (l CodeList) index(code string) int {
	for i := range l.Codes {
		if l.Codes[i].Code == code {
			return i
		}
	}
	return -1
}

// nearTitle finds the code whose title or code a cell means, but for spaces,
// width and letter case.
func (l CodeList) nearTitle(s string, u *untidy) string {
	plain := u.plain(s)
	if plain == "" {
		return ""
	}
	for i := range l.Codes {
		c := &l.Codes[i]
		for _, name := range [...]string{c.Title.ZH, c.Title.EN, c.Code} {
			if half := halfWidth(name); strings.EqualFold(half, plain) {
				if half != plain {
					u.changes |= changedCase
				}
				if half != name && plain == s {
					u.changes |= changedWidth
				}
				return c.Code
			}
		}
	}
	return ""
}

// holds reports whether the code is in force on a day.
func (l CodeList) holds(code string, d calendar.Date) bool {
	for i := range l.Codes {
		if c := &l.Codes[i]; c.Code == code && c.Effective.Holds(d) {
			return true
		}
	}
	return false
}

// dated reports whether any code of the list has a period.
func (l CodeList) dated() bool {
	return slices.ContainsFunc(l.Codes, func(c CodeEntry) bool { return c.Effective != rule.Period{} })
}

// check refuses a list that a reader could not use.
func (l CodeList) check() string {
	if l.Name == "" || l.Title.ZH == "" || l.Title.EN == "" || len(l.Codes) == 0 {
		return "a code list with name, titles and codes"
	}
	for i, c := range l.Codes {
		if !codeShaped(c.Code) || c.Title.ZH == "" || c.Title.EN == "" {
			return "codes of ASCII letters and digits with titles in both languages, unlike " + c.Code
		}
		for _, o := range l.Codes[:i] {
			if o.Code == c.Code && o.Effective.Overlaps(c.Effective) {
				return "code " + c.Code + " once, or in periods that do not overlap"
			}
			if o.Code != c.Code && (o.Title.ZH == c.Title.ZH || o.Title.EN == c.Title.EN) {
				return "titles of its own for each code, unlike " + o.Code + " and " + c.Code
			}
		}
		if want := l.readsBack(c); want != "" {
			return want
		}
	}
	return ""
}

// readsBack says why a cell that holds the title of a code would not be read as
// that code, or would not be safe in a spreadsheet.
func (l CodeList) readsBack(c CodeEntry) string {
	for _, title := range []string{c.Title.ZH, c.Title.EN} {
		switch {
		case title != c.Code && l.Has(title):
			return "a title of " + c.Code + " that is not another code, " + title
		case strings.TrimSpace(title) != title || strings.ContainsAny(title[:1], "=+-@\t\r"):
			return "a title of " + c.Code + " that a spreadsheet takes for a text, unlike " + title
		}
	}
	return ""
}

// separates says which title could not stand among others in one cell.
func (l CodeList) separates() string {
	for _, c := range l.Codes {
		if strings.ContainsAny(c.Title.ZH+c.Title.EN, separators) {
			return "titles without separators such as 、 ; , in a list of which a cell may hold several, unlike that of " + c.Code
		}
	}
	return ""
}
