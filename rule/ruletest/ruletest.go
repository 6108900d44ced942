package ruletest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// TB is what a test gives: *testing.T, *testing.B and *testing.F are one, and so is
// whatever another framework wraps.
type TB interface {
	Helper()
	Errorf(format string, args ...any)
}

// Clean wants a report without any finding, advice and notes included.
func Clean(t TB, r rule.Report) {
	t.Helper()
	Findings(t, r)
}

// Findings wants a report to have just these findings, each as the id of its rule,
// a space and the JSON Pointer of its place, in any order. A finding about the record
// as a whole has no place: its id alone.
func Findings(t TB, r rule.Report, want ...string) {
	t.Helper()
	var got []string
	said := map[string]rule.Finding{}
	for _, f := range r.Findings {
		key := strings.TrimSpace(string(f.Rule) + " " + f.Path)
		got, said[key] = append(got, key), f
	}
	for _, key := range lacks(got, want) {
		t.Errorf("not found: %s", key)
	}
	for _, key := range lacks(want, got) {
		t.Errorf("found and not expected: %s: %s", key, said[key].Message.EN)
	}
	if r.Omitted > 0 {
		t.Errorf("%d findings were left out of the report", r.Omitted)
	}
}

// lacks lists what is in want and not in all, as often as it is missing.
func lacks(all, want []string) []string {
	rest := slices.Clone(all)
	var missing []string
	for _, w := range want {
		if i := slices.Index(rest, w); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			missing = append(missing, w)
		}
	}
	return missing
}

// Outcome wants a rule to have come to a state, in a report that explains itself
// (rule.Set.Explain): met, not met, unknown, not applicable.
func Outcome(t TB, r rule.Report, id rule.ID, want rule.State) {
	t.Helper()
	for _, o := range r.Outcomes {
		if o.Rule == id {
			if o.State != want {
				t.Errorf("%s: %s; want %s", id, o.State, want)
			}
			return
		}
	}
	t.Errorf("%s: no outcome; was the set asked to explain itself?", id)
}

// Custom wants a rule of the caller's own to be complete: an id, title and judgement
// in Chinese and English, a basis, how far its text was read, a severity, a period
// that does not end before it begins. Documents that the module does not know are
// given as own.
func Custom(t TB, r rule.Rule, own ...rule.Document) {
	t.Helper()
	for _, x := range []struct {
		missing bool
		what    string
	}{
		{r.Title.ZH == "", "a Chinese title"},
		{r.Title.EN == "", "an English title"},
		{(r.Judgement.ZH == "") != (r.Judgement.EN == ""), "its judgement in both languages"},
		{r.Evidence == rule.Judgement && r.Judgement.IsZero(), "its judgement, for it rests on one"},
		{len(r.Basis) == 0, "a basis"},
		{r.Severity == 0, "a severity"},
		{!r.Effective.To.IsZero() && r.Effective.To.Before(r.Effective.From), "a period that ends after it begins"},
	} {
		if x.missing {
			t.Errorf("rule %s: want %s", r.ID, x.what)
		}
	}
	if err := (rule.Catalogue{Rules: []rule.Rule{r}}).Check(own...); err != nil {
		t.Errorf("%v", err)
	}
}

// Consistent wants rules to be complete, each as [Custom] does, and no id to be
// used twice in periods that overlap. rules is what Set.Rules returns, or those of
// several sets.
func Consistent(t TB, rules []rule.Rule, own ...rule.Document) {
	t.Helper()
	for i, r := range rules {
		Custom(t, r, own...)
		for _, other := range rules[:i] {
			if other.ID == r.ID && other.Effective.Overlaps(r.Effective) {
				t.Errorf("rule %s: used twice, in periods that overlap: %s and %s", r.ID, other.Effective, r.Effective)
			}
		}
	}
}

// Vouchers wants postings to have these vouchers, in their order, each as its lines:
// 借1701 126000.00 贷1002 126000.00. A text that ends in … is the beginning of a
// voucher; one that begins with a date wants the voucher of that day.
func Vouchers(t TB, postings []accounting.Posting, want ...string) {
	t.Helper()
	var got []string
	for _, p := range postings {
		for _, v := range p.Vouchers {
			got = append(got, v.Entry().Date.String()+" "+v.Entry().Brief())
		}
	}
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(want):
			t.Errorf("voucher %d: %s; want none", i+1, got[i])
		case i >= len(got):
			t.Errorf("voucher %d: none; want %s", i+1, want[i])
		case !isVoucher(got[i], want[i]):
			t.Errorf("voucher %d: %s; want %s", i+1, got[i], want[i])
		}
	}
}

func isVoucher(got, want string) bool {
	if strings.HasPrefix(want, "借") || strings.HasPrefix(want, "贷") {
		_, got, _ = strings.Cut(got, " ")
	}
	if start, ok := strings.CutSuffix(want, "…"); ok {
		return strings.HasPrefix(got, strings.TrimSpace(start))
	}
	return got == want
}

// Due wants a term to end on a day, by a calendar: 2026-04-27; or "not before
// 2027-01-14" where the day waits for a notice that is not out. A term without an
// end, such as promptly, wants "".
func Due(t TB, c *calendar.Calendar, trigger calendar.Date, term calendar.Term, want string) {
	t.Helper()
	due, err := c.Due(trigger, term)
	got := due.Date.String()
	switch {
	case due.Missing != nil:
		got = "not before " + due.Earliest.String()
	case err != nil:
		t.Errorf("%s after %s: %v", term, trigger, err)
		return
	}
	if got != want {
		t.Errorf("%s after %s: %s; want %s", term, trigger, orNone(got), orNone(want))
	}
}

func orNone(s string) string {
	if s == "" {
		return "no day"
	}
	return s
}

// Calendar returns a calendar of the tests' own: Monday to Friday are worked but for
// the days off, Saturday and Sunday are not but for those worked. So it answers for
// the years from the first to the last that a date names; other years are the nation's. Dates
// that cannot be (a working Monday to be worked, a Sunday to be off) are reported.
func Calendar(t TB, off, worked []string) *calendar.Calendar {
	t.Helper()
	notices := map[int]*calendar.Notice{}
	first, last := 0, 0
	note := func(s string, add func(*calendar.Notice, calendar.Date)) {
		d, err := calendar.ParseDate(s)
		if err != nil {
			t.Errorf("%v", err)
			return
		}
		if first == 0 || d.Year() < first {
			first = d.Year()
		}
		last = max(last, d.Year())
		if notices[d.Year()] == nil {
			notices[d.Year()] = &calendar.Notice{Year: d.Year(), Number: fmt.Sprintf("test %d", d.Year())}
		}
		add(notices[d.Year()], d)
	}
	for _, s := range off {
		note(s, func(n *calendar.Notice, d calendar.Date) {
			n.Off = append(n.Off, calendar.Off{Name: "假日", From: d})
		})
	}
	for _, s := range worked {
		note(s, func(n *calendar.Notice, d calendar.Date) { n.Worked = append(n.Worked, d) })
	}
	var options []calendar.Option
	for year := first; year <= last && year > 0; year++ {
		n := notices[year]
		if n == nil {
			n = &calendar.Notice{Year: year, Number: fmt.Sprintf("test %d", year)}
		}
		options = append(options, calendar.WithNotice(calendar.National, *n))
	}
	c, err := calendar.China(calendar.National, options...)
	if err != nil {
		t.Errorf("%v", err)
	}
	return c
}
