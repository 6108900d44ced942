package rule

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
)

// Context is what a check may ask for beside the record.
type Context struct {
	At     calendar.Date // the day of the review
	Role   Role          // the holder's role; empty where it is not known
	Entity Entity        // the holder's entity; empty where it is not known
}

// Check joins a rule with the function that judges a value by it.
type Check[T any] struct {
	Rule Rule
	On   func(T) calendar.Date    // the day of the fact judged; nil or no date: the day of the review
	Func func(T, Context) Verdict // judges; never nil
}

// Verdict is what a check says of one value.
type Verdict struct {
	State    State
	Findings []Finding // for NotMet; rule, title, severity and basis are filled in
	Settle   Text      // for Unknown: what would settle it
}

// Pass is the verdict that the rule is met.
func Pass() Verdict { return Verdict{State: Met} }

// Fail is the verdict that the rule is not met, for the reasons found.
func Fail(findings ...Finding) Verdict { return Verdict{State: NotMet, Findings: findings} }

// Unsettled is the verdict that the record does not say enough; settle names
// what would.
func Unsettled(settle Text) Verdict { return Verdict{State: Unknown, Settle: settle} }

// Inapplicable is the verdict that the rule does not concern the value.
func Inapplicable() Verdict { return Verdict{State: NotApplicable} }

// Set is an immutable list of checks, safe for concurrent use. The zero Set is
// empty.
type Set[T any] struct {
	checks []Check[T]
	off    []SwitchedOff
}

// NewSet returns a set of checks. It refuses a rule without id, title, basis,
// evidence or severity, and two rules of one id whose periods overlap: the
// error is a [*TableError].
func NewSet[T any](checks ...Check[T]) (Set[T], error) {
	return Set[T]{}.With(checks...)
}

// With returns the set with checks added. A check whose rule has the id and the
// period of one in the set replaces it.
func (s Set[T]) With(checks ...Check[T]) (Set[T], error) {
	all := slices.Clone(s.checks)
	for i, c := range checks {
		if err := c.Rule.check(); err != nil {
			return Set[T]{}, err
		}
		if c.Func == nil {
			return Set[T]{}, &TableError{c.Rule.ID, "a function that judges"}
		}
		clash := slices.IndexFunc(all, func(o Check[T]) bool {
			return o.Rule.ID == c.Rule.ID && o.Rule.Effective.Overlaps(c.Rule.Effective)
		})
		switch {
		case clash < 0:
			all = append(all, c)
		case clash < len(s.checks) && all[clash].Rule.Effective == c.Rule.Effective &&
			!slices.ContainsFunc(checks[:i], func(o Check[T]) bool { return o.Rule.ID == c.Rule.ID && o.Rule.Effective == c.Rule.Effective }):
			all[clash] = c
		default:
			return Set[T]{}, &TableError{c.Rule.ID, "periods of one id that do not overlap: " + all[clash].Rule.Effective.String()}
		}
	}
	return Set[T]{all, s.off}, nil
}

// Without returns the set with a rule switched off, or all rules whose id
// begins as given where it ends in *. Every report repeats the reason. An id
// that names no rule of the set, and an empty reason, are refused with a
// [*TableError].
func (s Set[T]) Without(id ID, reason string) (Set[T], error) {
	if strings.TrimSpace(reason) == "" {
		return Set[T]{}, &TableError{id, "a reason for switching it off"}
	}
	off := slices.Clone(s.off)
	prefix, many := strings.CutSuffix(string(id), "*")
	found := false
	for _, r := range s.Rules() {
		if r.ID != id && !(many && strings.HasPrefix(string(r.ID), prefix)) {
			continue
		}
		found = true
		off = slices.DeleteFunc(off, func(o SwitchedOff) bool { return o.Rule == r.ID })
		off = append(off, SwitchedOff{r.ID, reason})
	}
	if !found {
		return Set[T]{}, &TableError{id, "the id of a rule in the set"}
	}
	return Set[T]{s.checks, off}, nil
}

// IsZero reports whether the set has no checks.
func (s Set[T]) IsZero() bool { return len(s.checks) == 0 }

// Rules lists the rules of the set, those switched off too.
func (s Set[T]) Rules() []Rule {
	rules := make([]Rule, len(s.checks))
	for i, c := range s.checks {
		rules[i] = c.Rule.clone()
	}
	return rules
}

// Review judges a value by every rule of the set that applies and returns what
// was found.
func (s Set[T]) Review(v T, c Context) Report { return s.review(v, c, false) }

// Explain is [Set.Review] with one [Outcome] a rule.
func (s Set[T]) Explain(v T, c Context) Report { return s.review(v, c, true) }

func (s Set[T]) review(v T, c Context, outcomes bool) Report {
	report := Report{Off: slices.Clone(s.off)}
	for i := range s.checks {
		verdict := s.judge(&s.checks[i], v, c)
		for _, f := range verdict.Findings {
			report.add(s.checks[i].Rule.complete(f), MaxPerRecord)
		}
		if outcomes {
			report.Outcomes = append(report.Outcomes, Outcome{s.checks[i].Rule.ID, verdict.State, verdict.Settle})
		}
	}
	report.Sort()
	return report
}

// judge asks one check, unless its rule is off or does not apply.
func (s Set[T]) judge(k *Check[T], v T, c Context) Verdict {
	for _, o := range s.off {
		if o.Rule == k.Rule.ID {
			return Verdict{State: Off, Settle: Text{o.Reason, o.Reason}}
		}
	}
	on := c.At
	if k.On != nil {
		if d := k.On(v); !d.IsZero() {
			on = d
		}
	}
	if !k.Rule.binds(c) || !k.Rule.Effective.Holds(on) {
		return Inapplicable()
	}
	return k.Func(v, c)
}

// complete fills in what a finding takes from its rule.
func (r Rule) complete(f Finding) Finding {
	f.Rule, f.Title, f.Basis = r.ID, r.Title, r.Basis
	if f.Severity == 0 {
		f.Severity = r.Severity
	}
	return f
}
