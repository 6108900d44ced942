package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Validate checks an instance of a record by its schema, as final. An error is
// about the call: no such record ([*UnknownRecordError]), not JSON
// ([*record.SyntaxError]) or over a limit ([*record.LimitError]). Everything
// else is a finding, in the order of the table, with the rule, the words and the
// place that reading the record in Go would give.
//
// It needs no Go type: for forms and for records that a program knows by name
// only. Who has the table reads with it, several times faster.
func Validate(record string, instance []byte) (rule.Report, error) {
	return Generator{}.Validate(record, instance)
}

// Validate is [Validate] at the generator's stage and by the codes and requirements
// in force on its day, if it has one: then it compiles the schema each time. Its
// language and form do not matter; findings have both languages.
func (g Generator) Validate(record string, instance []byte) (rule.Report, error) {
	e, err := entryOf(record)
	if err != nil {
		return rule.Report{}, err
	}
	v, err := g.validator(e)
	if err != nil {
		return rule.Report{}, err
	}
	return v.Validate(instance)
}

// ValidateDefinition is [Generator.Validate] for any record, a caller's own or
// one that a caller has extended. It compiles the schema each time; who
// validates many instances keeps a [Validator].
func (g Generator) ValidateDefinition(d record.Definition, instance []byte) (rule.Report, error) {
	v, err := g.Validator(d)
	if err != nil {
		return rule.Report{}, err
	}
	return v.Validate(instance)
}

func (g Generator) validator(e *entry) (*Validator, error) {
	if g.At.IsZero() && g.Stage <= record.Draft {
		return e.validators[g.Stage]()
	}
	return g.Validator(e.def)
}

// Validator is a record's schema, compiled. It is immutable and safe for
// concurrent use.
type Validator struct {
	def      record.Definition
	doc      object // the document that was compiled
	compiled *jsonschema.Schema
	most     int // beyond the most elements that any list of the record may have
}

// Validator compiles the schema of a record. A definition that no table would
// accept may give an error.
func (g Generator) Validator(d record.Definition) (*Validator, error) { return g.compiler(d)() }

// compiler makes the validator of a record. What is compiled has the verdicts of
// the published document, without what only people read, and codes as enum and
// choices as conditions, which cost a third.
func (g Generator) compiler(d record.Definition) func() (*Validator, error) {
	return func() (*Validator, error) {
		g.Form = Published
		w := &writer{Generator: g, twin: true}
		body := w.record(d)
		doc := object{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", Base + d.Name}}
		doc.set("$defs", w.defs)
		doc = append(doc, body...)
		compiled, err := compile(Base+d.Name, text(nil, doc, 0))
		if err != nil {
			return nil, err
		}
		return &Validator{def: d, doc: doc, compiled: compiled, most: max(longest(doc), 64)}, nil
	}
}

var errNotLoaded = errors.New("schema: no reference leads out of a document")

// compile compiles a document from memory; nothing is loaded from anywhere.
func compile(id string, doc []byte) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(string) (io.ReadCloser, error) { return nil, errNotLoaded }
	c.Formats["date"] = isDate // ours, whatever a program has put into the library's own
	if err := c.AddResource(id, bytes.NewReader(doc)); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	s, err := c.Compile(id)
	if err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	return s, nil
}

// isDate is the format date: a day that exists. Values that are no strings are
// not its to judge.
func isDate(v any) bool {
	s, ok := v.(string)
	if !ok {
		return true
	}
	_, err := calendar.ParseDate(s)
	return err == nil
}

// Validate checks one instance, as [Validate] does.
func (v *Validator) Validate(instance []byte) (rule.Report, error) {
	tree, repeated, err := record.Tree(instance, record.Options{})
	if err != nil {
		return rule.Report{}, err
	}
	failed, err := v.run(v.shortened(tree))
	if err != nil {
		return rule.Report{}, err
	}
	if failed == nil && repeated == nil {
		return rule.Report{}, nil
	}
	return v.report(instance, tree, failed, repeated), nil
}

// ValidatorError is a failure of the validator itself. Nothing is known of the
// instance.
type ValidatorError struct{ Cause any }

// Error tells the cause.
func (e *ValidatorError) Error() string {
	return fmt.Sprintf("schema: the validator failed: %.200v", e.Cause)
}

// run asks the compiled schema; a panic of the library becomes an error.
func (v *Validator) run(tree any) (failed *jsonschema.ValidationError, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			failed, err = nil, &ValidatorError{cause}
		}
	}()
	err = v.compiled.Validate(tree)
	if err == nil {
		return nil, nil
	}
	if errors.As(err, &failed) {
		return failed, nil
	}
	return nil, &ValidatorError{err}
}

// shortened leaves out the elements of lists far beyond what any list may have:
// what a hostile instance costs is bounded by the record, and its list is still
// too long.
func (v *Validator) shortened(value any) any {
	switch value := value.(type) {
	case []any:
		value = value[:min(len(value), v.most+1)]
		for i := range value {
			value[i] = v.shortened(value[i])
		}
		return value
	case map[string]any:
		for key, inner := range value {
			if _, scalar := inner.(string); !scalar {
				value[key] = v.shortened(inner)
			}
		}
	}
	return value
}

// longest is the most elements that any list of a document may have.
func longest(value any) int {
	most := 0
	switch value := value.(type) {
	case object:
		for _, m := range value {
			if n, ok := m.value.(int); ok && m.key == "maxItems" {
				most = max(most, n)
			} else {
				most = max(most, longest(m.value))
			}
		}
	case []any:
		for _, inner := range value {
			most = max(most, longest(inner))
		}
	}
	return most
}
