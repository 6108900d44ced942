package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// answer is what this module says of a case.
type answer struct {
	found  []Fired
	words  []rule.Finding // what was said, refusals among it
	asked  map[rule.ID]bool
	open   map[rule.ID]bool
	values map[string]any
}

func newAnswer() answer {
	return answer{asked: map[rule.ID]bool{}, open: map[rule.ID]bool{}, values: map[string]any{}}
}

// report takes in findings and, where a set was asked to explain, its outcomes.
func (a *answer) report(r rule.Report) {
	a.words = append(a.words, r.Findings...)
	for _, f := range r.Findings {
		a.found = append(a.found, Fired{f.Rule, f.Path})
		a.asked[f.Rule] = true
	}
	for _, o := range r.Outcomes {
		if o.State != rule.Off {
			a.asked[o.Rule] = true
		}
		if o.State == rule.Unknown {
			a.open[o.Rule] = true
		}
	}
}

// fire notes that a rule or duty of no report found something.
func (a *answer) fire(id rule.ID, path string) {
	a.found = append(a.found, Fired{id, path})
	a.asked[id] = true
}

// refuse notes that a rule refused a step, in which words.
func (a *answer) refuse(id rule.ID, why rule.Text, basis []rule.Clause) {
	a.fire(id, "")
	a.words = append(a.words, rule.Finding{Rule: id, Severity: rule.Blocking, Message: why, Basis: basis})
}

func (a *answer) ask(rules []rule.Rule) {
	for _, r := range rules {
		a.asked[r.ID] = true
	}
}

// askOnly notes rules that a function asks without saying so in outcomes.
func (a *answer) askOnly(ids ...rule.ID) {
	for _, id := range ids {
		a.asked[id] = true
	}
}

// MismatchError is a case that is answered otherwise than it expects.
type MismatchError struct {
	ID          string
	Differences []string // a sentence each
}

// Error names the case and what differs.
func (e *MismatchError) Error() string {
	return "conformance: " + e.ID + ": " + strings.Join(e.Differences, "; ")
}

// Run asks this module the question of a case, with its whole input as [Cases]
// returns it, and compares the answer. A difference is a [*MismatchError]; other
// errors are about the case itself: a kind that is not there, an input that cannot
// be read.
func Run(c Case) error {
	got, err := answerOf(c)
	if err != nil {
		return err
	}
	differences, err := got.against(c.Expect)
	if err != nil {
		return fmt.Errorf("conformance: %s: %w", c.ID, err)
	}
	if len(differences) > 0 {
		return &MismatchError{c.ID, differences}
	}
	return nil
}

// Findings tells in full what this module finds in a case: which rules fired, where,
// and in which words. A step that is refused is a finding of the rule that refused it.
func Findings(c Case) ([]rule.Finding, error) {
	got, err := answerOf(c)
	return got.words, err
}

func answerOf(c Case) (answer, error) {
	i := slices.IndexFunc(kinds(), func(k kind) bool { return k.Name == c.Kind })
	if i < 0 {
		return answer{}, fmt.Errorf("conformance: %s: want a kind of Kinds, not %q", c.ID, c.Kind)
	}
	got, err := kinds()[i].run(c)
	if err != nil {
		return answer{}, fmt.Errorf("conformance: %s: %w", c.ID, err)
	}
	return got, nil
}

func (a answer) against(want Expect) ([]string, error) {
	var all []string
	for _, f := range want.Fires {
		if !slices.ContainsFunc(a.found, func(g Fired) bool { return g.Rule == f.Rule && (f.Path == "" || f.Path == g.Path) }) {
			all = append(all, "want "+text(f)+" to fire, of "+join(a.found))
		}
	}
	for _, id := range want.Quiet {
		switch {
		case slices.ContainsFunc(a.found, func(g Fired) bool { return g.Rule == id }):
			all = append(all, "want "+string(id)+" quiet, of "+join(a.found))
		case a.open[id]:
			all = append(all, "want "+string(id)+" quiet; it cannot be settled")
		case !a.asked[id]:
			all = append(all, "want "+string(id)+" quiet; it is not asked")
		}
	}
	for _, id := range want.Open {
		if !a.open[id] {
			all = append(all, "want "+string(id)+" unsettled")
		}
	}
	got, err := plain(a.values)
	if err != nil {
		return nil, err
	}
	members, _ := got.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(want.Values)) {
		w, err := plain(want.Values[key])
		if err != nil {
			return nil, err
		}
		if at := differs(w, members[key]); at != "" {
			all = append(all, key+at)
		}
	}
	return all, nil
}

func text(f Fired) string {
	b, _ := f.MarshalText()
	return string(b)
}

func join(all []Fired) string {
	var words []string
	for _, f := range all {
		words = append(words, text(f))
	}
	return "[" + strings.Join(words, ", ") + "]"
}

// plain is a value as JSON has it.
func plain(v any) (any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var out any
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	return out, d.Decode(&out)
}

// differs says where a value is not what is wanted, "" for nowhere. Of an object
// the members that are wanted count.
func differs(want, got any) string {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return ": want an object, got " + show(got)
		}
		for _, key := range slices.Sorted(maps.Keys(w)) {
			if at := differs(w[key], g[key]); at != "" {
				return "/" + key + at
			}
		}
		return ""
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return ": want " + show(want) + ", got " + show(got)
		}
		for i := range w {
			if at := differs(w[i], g[i]); at != "" {
				return fmt.Sprintf("/%d%s", i, at)
			}
		}
		return ""
	}
	if want != got {
		return ": want " + show(want) + ", got " + show(got)
	}
	return ""
}

func show(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}
