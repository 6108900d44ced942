package main

import (
	"encoding/json"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
)

// form is a record that people fill in: its table as data, and Go's own reading.
type form struct {
	record.Definition
	read   func([]byte, record.Options) (rule.Report, error)
	sample func() ([]byte, error)
	print  string // template of its print view; "" for none
}

// area is the forms of one package, for the list of forms.
type area struct {
	Title string
	Forms []form
}

// table is the form of a record with a table.
func table[T any](t *record.Table[T]) form {
	return form{
		Definition: t.Definition(),
		read: func(b []byte, o record.Options) (rule.Report, error) {
			_, report, err := t.Read(b, o)
			return report, err
		},
		sample: func() ([]byte, error) {
			v := t.Sample()
			return t.Encode(&v)
		},
	}
}

// choice is the form of a record that is one of several.
func choice[I any](c *record.Choice[I]) form {
	return form{
		Definition: c.Definition(),
		read: func(b []byte, o record.Options) (rule.Report, error) {
			_, report, err := c.Read(b, o)
			return report, err
		},
		sample: func() ([]byte, error) { return c.Encode(c.Samples()[0]) },
	}
}

// printed gives a form a print view.
func (f form) printed(template string) form {
	f.print = template
	return f
}

// Prints tells whether documents of the form have a print view.
func (f form) Prints() bool { return f.print != "" }

// check is what the schema and Go's own reading find, each thing once. Go finds
// more: the check character of a credit code, a code that is no longer in force.
// The error is about the call: a text that is no JSON, or over a limit.
func (f form) check(b []byte, stage record.Stage, today calendar.Date) (rule.Report, error) {
	report, err := schema.Generator{Stage: stage}.Validate(f.Name, b)
	if err != nil {
		return rule.Report{}, err
	}
	own, err := f.read(b, record.Options{Stage: stage, At: today})
	if err != nil {
		return rule.Report{}, err
	}
	type key struct {
		id   rule.ID
		path string
	}
	found := map[key]bool{}
	for _, one := range report.Findings {
		found[key{one.Rule, one.Path}] = true
	}
	for _, one := range own.Findings {
		if !found[key{one.Rule, one.Path}] {
			report.Add(one)
		}
	}
	report.Sort()
	return report, nil
}

// finding is a rule.Finding as the page shows it.
type finding struct {
	Path     string   `json:"path"`
	Rule     rule.ID  `json:"rule"`
	Blocking bool     `json:"blocking"`
	Message  string   `json:"message"`
	Fix      string   `json:"fix,omitempty"`
	Basis    []string `json:"basis,omitempty"`
}

func findings(report rule.Report) []finding {
	all := make([]finding, 0, len(report.Findings)) // [] in JSON, not null
	for _, f := range report.Findings {
		one := finding{Path: f.Path, Rule: f.Rule, Blocking: f.Severity == rule.Blocking, Message: f.Message.ZH, Fix: f.Fix.ZH}
		for _, c := range f.Basis {
			one.Basis = append(one.Basis, c.String())
		}
		all = append(all, one)
	}
	return all
}

// drawn is what a page draws a form from.
type drawn struct {
	Name     string          `json:"name"`
	Title    string          `json:"title"`
	Schema   json.RawMessage `json:"schema"`
	UISchema json.RawMessage `json:"uiSchema"`
	Example  json.RawMessage `json:"example"`
}

func (f form) draw() (drawn, error) {
	d := drawn{Name: f.Name, Title: f.Title.ZH}
	var err error
	if d.Schema, err = schema.For(f.Name); err != nil {
		return d, err
	}
	if d.UISchema, err = (schema.Generator{}).UISchema(f.Name); err != nil {
		return d, err
	}
	d.Example, err = f.sample()
	return d, err
}
