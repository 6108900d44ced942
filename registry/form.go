package registry

import (
	"errors"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
)

// Application is the form by which a registration is asked for, altered,
// corrected, renewed or cancelled (变更/更正/注销申请表): before, after, reason,
// evidence.
type Application struct {
	Number     string
	Kind       string // First, Alteration, …
	Regime     string
	Asset      string
	Name       string
	Holder     string
	HolderCode string
	On         calendar.Date
	By         string
	Cause      Cause
	Reason     string
	Changes    []FormChange
	Evidence   []Document
}

// FormChange is a line of an [Application]: a field before and after.
type FormChange struct {
	Field  string
	Title  string
	Before string
	After  string
}

// NationalApplication is the application for the registration of a public data
// resource, product or service, with the list of its documents (发改数据规〔2025〕26号
// 第7条, 第9条).
type NationalApplication struct {
	Number      string
	Kind        string
	Subject     Subject
	Asset       string
	Name        string
	Description string // 数据简要描述, published in the notice
	Registrants []string
	AgreedOn    calendar.Date
	HolderCode  string
	ReviewedOn  calendar.Date // internal business review
	DepositNo   string
	DepositedOn calendar.Date
	SecurityOn  calendar.Date
	Products    string
	Scenarios   string
	GrantFrom   calendar.Date
	GrantTo     calendar.Date
	DeliveredOn calendar.Date
	On          calendar.Date
	By          string
	Evidence    []Document
}

// ErrNoForm is matched where a step is not handed in by a form.
var ErrNoForm = errors.New("registry: the step is not handed in by a form")

// Form fills in the form for a command that hands something in: the fields that
// change, before and after, as a person reads them.
func (r Registration) Form(number string, c Command) (Application, error) {
	kind := kindOf(c)
	if _, draft := c.(Draft); kind == "" || draft {
		return Application{}, ErrNoForm
	}
	act := c.act()
	before, after := r.Card(), r.Card()
	if handsIn(c) {
		after = cardOf(c)
	}
	a := Application{
		Number: number, Kind: kind, Regime: r.Regime().ID(), Asset: r.Asset, Name: after.Resource.Name, Holder: after.Holder, HolderCode: after.HolderCode,
		On: act.On, By: act.By, Reason: act.Reason, Evidence: slices.Clone(act.Evidence),
	}
	if cancel, ok := c.(Cancel); ok {
		a.Cause = cancel.Cause
	}
	if kind == Alteration || kind == Correction {
		for _, change := range Compare(before, after).Changes {
			a.Changes = append(a.Changes, FormChange{change.Field, change.Title.ZH, change.Before, change.After})
		}
	}
	return a, nil
}

// NationalForm fills in the application for a national registration from the
// card that a command hands in, or the one that is registered. delivered is the
// day of the first delivery within authorised operation.
func (r Registration) NationalForm(number string, c Command, delivered calendar.Date) (NationalApplication, error) {
	kind := kindOf(c)
	if _, draft := c.(Draft); kind == "" || draft {
		return NationalApplication{}, ErrNoForm
	}
	card, act := r.Card(), c.act()
	if handsIn(c) {
		card = cardOf(c).clone()
	}
	a := NationalApplication{
		Number: number, Kind: kind, Subject: card.Subject, Asset: r.Asset, Name: card.Resource.Name, Description: card.Resource.Introduction,
		Registrants: append([]string{card.Holder}, card.JointHolders...), AgreedOn: card.AgreedOn, HolderCode: card.HolderCode,
		DepositNo: card.DepositNumber, DepositedOn: card.DepositOn, SecurityOn: card.SecurityOn, Products: card.Products, Scenarios: card.Scenarios,
		GrantFrom: card.GrantFrom, GrantTo: card.GrantTo, DeliveredOn: delivered, On: act.On, By: act.By, Evidence: slices.Clone(act.Evidence),
	}
	for _, d := range act.Evidence {
		if d.Kind == DocReview {
			a.ReviewedOn = d.On
		}
	}
	return a, nil
}
