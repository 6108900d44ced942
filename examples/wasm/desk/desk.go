package desk

import (
	"encoding/json"
	"fmt"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Question is one question.
type Question struct {
	Ask      string          `json:"ask"`  // validate, recognise or due
	Lang     rule.Language   `json:"lang"` // zh, the default, or en
	At       calendar.Date   `json:"at,omitzero"`
	Resource json.RawMessage `json:"resource,omitempty"` // of validate and recognise
	Workdays int             `json:"workdays,omitempty"` // of due, counted from At
	Region   calendar.Region `json:"region,omitempty"`   // whose working days: CN-GX, the default, or CN
}

// Answer is the answer to one question, in its language.
type Answer struct {
	Error      string   `json:"error,omitempty"`    // the question itself was wrong
	Findings   []string `json:"findings,omitempty"` // about the resource
	Blocked    bool     `json:"blocked,omitempty"`  // one of them blocks
	Management string   `json:"management,omitempty"`
	Accounting string   `json:"accounting,omitempty"`
	Route      string   `json:"route,omitempty"`
	Criteria   []string `json:"criteria,omitempty"` // state, what was asked, why, by which clause
	Due        string   `json:"due,omitempty"`      // the date
	Why        string   `json:"why,omitempty"`      // the days not counted, or the notice that is missing
}

// Sample is a resource to begin with, as indented JSON.
func Sample() string {
	r := asset.Resources().Sample()
	text, err := asset.Resources().Encode(&r)
	if err != nil {
		panic(err) // the sample is the table's own
	}
	var all json.RawMessage = text
	pretty, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		panic(err)
	}
	return string(pretty)
}

// Ask answers a question in JSON by an [Answer] in JSON.
func Ask(question []byte) []byte {
	var q Question
	var a Answer
	if err := json.Unmarshal(question, &q); err != nil {
		a.Error = err.Error()
	} else if err := a.fill(q); err != nil {
		a = Answer{Error: speak(err, q.Lang)}
	}
	text, err := json.Marshal(a)
	if err != nil {
		panic(err) // strings and booleans only
	}
	return text
}

func (a *Answer) fill(q Question) error {
	switch q.Ask {
	case "validate":
		_, err := a.read(q)
		return err
	case "recognise":
		r, err := a.read(q)
		if err != nil || a.Blocked {
			return err
		}
		return a.recognise(q, r)
	case "due":
		return a.due(q)
	}
	return fmt.Errorf("ask: %q: want validate, recognise or due", q.Ask)
}

// read reads the resource and says what is wrong with it.
func (a *Answer) read(q Question) (asset.Resource, error) {
	r, report, err := asset.Resources().Read(q.Resource, record.Options{At: q.At})
	for _, f := range report.Findings {
		a.Findings = append(a.Findings, f.In(q.Lang))
	}
	a.Blocked = report.Err() != nil
	return r, err
}

func (a *Answer) recognise(q Question, r asset.Resource) error {
	found, err := asset.Recognize(r, q.At)
	if err != nil {
		return err
	}
	a.Management = found.Management.State.Title().In(q.Lang)
	a.Accounting = found.Accounting.State.Title().In(q.Lang)
	a.Route = string(found.Route)
	a.Why = found.RouteWhy.In(q.Lang)
	for _, j := range []asset.Judgement{found.Management, found.Accounting} {
		for _, c := range j.Criteria {
			a.Criteria = append(a.Criteria, fmt.Sprint(c.State.Title().In(q.Lang), " ", c.Title.In(q.Lang), " ", c.Why.In(q.Lang), " ", c.Basis))
		}
	}
	return nil
}

func (a *Answer) due(q Question) error {
	if q.Region == "" {
		q.Region = calendar.Guangxi
	}
	c, err := calendar.China(q.Region)
	if err != nil {
		return err
	}
	due, err := c.Due(q.At, calendar.Workdays(q.Workdays))
	if err != nil && due.Missing == nil {
		return err
	}
	if !due.Date.IsZero() {
		a.Due = due.Date.String()
	}
	a.Why = rule.Text{ZH: due.ZH(), EN: due.EN()}.In(q.Lang)
	return nil
}

// speak words an error in the language of the question, where it speaks both.
func speak(err error, l rule.Language) string {
	if says, ok := err.(interface{ In(rule.Language) string }); ok {
		return says.In(l)
	}
	return err.Error()
}
