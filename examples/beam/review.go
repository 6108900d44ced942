package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
)

func init() {
	register.DoFn2x1[numbered, func(string), error](&reviewOne{})
	register.DoFn4x1[string, func(*holder) bool, func(*holder) bool, func(string), error](&reviewTwins{})
	register.Combiner2[seen, holder](&firstOf{})
	register.Function3x0(several)
	register.Function2x0(values)
	register.Emitter2[string, holder]()
	register.Iter1[holder]()
}

// findingLine is a finding as one line of JSON.
func findingLine(f rule.Finding) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(f)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// reviewOne reviews each row alone, on the day and for the holder of the context.
type reviewOne struct {
	Context rule.Context
}

// ProcessElement reviews one row.
func (f *reviewOne) ProcessElement(r numbered, emit func(string)) error {
	return findings(ledger.Reviewer{}.Row(nil, &r.Row, r.N, f.Context), emit)
}

func findings(report rule.Report, emit func(string)) error {
	for _, f := range report.Findings {
		line, err := findingLine(f)
		if err != nil {
			return err
		}
		emit(line)
	}
	return nil
}

// holder is a row that has a value.
type holder struct {
	N  int
	ID string
}

// values emits each value of a row that no other row may have, under the field's key.
func values(r numbered, emit func(string, holder)) {
	for _, key := range ledger.UniqueKeys() {
		if value := ledger.Table().Text(&r.Row, key); value != "" {
			emit(key+" "+value, holder{r.N, r.Row.ID()})
		}
	}
}

// seen is the first row that has a value, and how many have it.
type seen struct {
	First holder
	Rows  int
}

// firstOf finds the first row that has a value: the one that is right, as in a
// review in one process.
type firstOf struct{}

// AddInput sees one row more.
func (firstOf) AddInput(s seen, h holder) seen {
	return firstOf{}.MergeAccumulators(s, seen{h, 1})
}

// MergeAccumulators puts together what was seen in two places.
func (firstOf) MergeAccumulators(s, o seen) seen {
	if s.Rows == 0 || o.Rows > 0 && o.First.N < s.First.N {
		s.First = o.First
	}
	s.Rows += o.Rows
	return s
}

// several lets pass what more than one row has.
func several(value string, s seen, emit func(string, holder)) {
	if s.Rows > 1 {
		emit(value, s.First)
	}
}

// findTwins brings together the rows that have one value. No worker holds more than
// one of them: the first is found by a combination, and the others pass by it.
func findTwins(s beam.Scope, holders beam.PCollection, c rule.Context) beam.PCollection {
	firsts := beam.ParDo(s, several, beam.CombinePerKey(s, &firstOf{}, holders))
	return beam.ParDo(s, &reviewTwins{c}, beam.CoGroupByKey(s, firsts, holders))
}

// reviewTwins judges the rows that have one value by the library's own rules about
// rows against each other: it shows them two rows at a time that have nothing else.
type reviewTwins struct {
	Context rule.Context
}

// ProcessElement reviews the rows that have one value, where there is a first of
// several.
func (f *reviewTwins) ProcessElement(value string, firsts, holders func(*holder) bool, emit func(string)) error {
	var first, h holder
	if !firsts(&first) {
		return nil
	}
	key, text, _ := strings.Cut(value, " ")
	for holders(&h) {
		if h.N == first.N {
			continue
		}
		report, err := twins(key, text, first, h, f.Context)
		if err != nil {
			return err
		}
		if err := findings(report, emit); err != nil {
			return err
		}
	}
	return nil
}

// twins is what the rules find about two rows with one value of a field, said of
// the second by its own number.
func twins(key, value string, first, second holder, c rule.Context) (rule.Report, error) {
	rows := make([]ledger.Row, 2)
	for i, h := range []holder{first, second} {
		for k, v := range map[string]string{"id": h.ID, key: value} {
			if err := ledger.Table().Set(&rows[i], k, v); err != nil && v != "" {
				return rule.Report{}, err
			}
		}
	}
	report := ledger.ViewRules().Review(ledger.ViewOf(slices.Values(rows), nil), c)
	path := rule.Pointer("ledger", "1", key)
	report.Findings = slices.DeleteFunc(report.Findings, func(f rule.Finding) bool { return f.Path != path })
	for i := range report.Findings {
		report.Findings[i].Row = second.N
		report.Findings[i].Path = rule.Pointer("ledger", strconv.Itoa(second.N-1), key)
	}
	return report, nil
}
