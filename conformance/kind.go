package conformance

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Kind is one sort of question: what a case of it gives and what it may expect
// beside the rules that fire and those that stay quiet.
type Kind struct {
	Name   string
	Title  rule.Text
	Input  []Member
	Expect []Member
}

// Member is a member of an input or of what is expected.
type Member struct {
	Key      string
	Type     string // date, month, text, texts, integer, amount, ratio, boolean, object, objects; or record name, records name: of schema.Records
	Doc      rule.Text
	Required bool
}

// Kinds lists the kinds in the order of the documentation.
func Kinds() []Kind {
	var all []Kind
	for _, k := range kinds() {
		all = append(all, k.Kind)
	}
	return all
}

// kind is a Kind and the function that asks this module.
type kind struct {
	Kind
	run func(Case) (answer, error)
}

// asking reads the input of a kind and asks.
func asking[T any](ask func(c Case, in T, choose *chooser, a *answer) error) func(Case) (answer, error) {
	return func(c Case) (answer, error) {
		var in T
		a, choose := newAnswer(), &chooser{policy: c.Policy, asked: map[string]bool{}}
		if err := strict(c.Input, &in); err != nil {
			return a, fmt.Errorf("input: %w", err)
		}
		if err := ask(c, in, choose, &a); err != nil {
			return a, err
		}
		return a, choose.done()
	}
}

// chooser looks up the choices of a case and keeps which a kind has asked for.
type chooser struct {
	policy map[string]string
	asked  map[string]bool
	err    error
}

// of returns the place of the choice among the codes, 0 where nothing was chosen.
func (c *chooser) of(number string, codes ...string) int {
	c.asked[number] = true
	code, ok := c.policy[number]
	if !ok {
		return 0
	}
	i := slices.Index(codes, code)
	if i < 0 && c.err == nil {
		c.err = fmt.Errorf("policy %s: want one of %s, not %q", number, strings.Join(codes, ", "), code)
	}
	return max(i, 0)
}

// done refuses a choice that the kind does not know.
func (c *chooser) done() error {
	for _, number := range slices.Sorted(maps.Keys(c.policy)) {
		if !c.asked[number] && c.err == nil {
			c.err = fmt.Errorf("policy %s: the kind does not depend on it", number)
		}
	}
	return c.err
}

// read reads one record of an input; what blocks is an error of the case.
func read[T any](t *record.Table[T], b []byte) (T, error) {
	v, report, err := t.Read(b, record.Options{})
	if err == nil {
		err = report.Err()
	}
	return v, err
}

func readAll[T any](t *record.Table[T], all []json.RawMessage) ([]T, error) {
	var out []T
	for i, b := range all {
		v, err := read(t, b)
		if err != nil {
			return nil, fmt.Errorf("/%d: %w", i, err)
		}
		out = append(out, v)
	}
	return out, nil
}

// open returns the calendar of a region, the nation's where none is given.
func open(region calendar.Region) (*calendar.Calendar, error) {
	if region == "" {
		region = calendar.National
	}
	return calendar.China(region)
}

// days writes the dates of days.
func days(all []calendar.Day) []string {
	out := []string{}
	for _, d := range all {
		out = append(out, d.Date.String())
	}
	return out
}

func zh(t, en string) rule.Text { return rule.Text{ZH: t, EN: en} }

// decode reads one of several records.
func decode[I any](t *record.Choice[I]) func([]byte) (I, error) {
	return func(b []byte) (I, error) {
		v, report, err := t.Read(b, record.Options{})
		if err == nil {
			err = report.Err()
		}
		return v, err
	}
}
