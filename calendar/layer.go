package calendar

import "slices"

// Region names a layer of working-day rules: the nation, or a place whose own
// holidays lie over those of the nation and of the places that contain it.
type Region string

// The regions this package has data for. A caller adds others, a prefecture,
// a county or its own unit, [WithLayer].
const (
	National Region = "CN"    // 全国: the notices of the State Council's general office
	Guangxi  Region = "CN-GX" // 广西: 壮族三月三, over the national notices
)

// Layer is the working-day rules of one region: what it is laid over, which
// part of a year it can touch, and one notice a year.
//
// A day inside the window of a year whose notice is missing has no answer
// ([ErrNotAnnounced]); outside the window the layer says nothing, and the
// layers below decide. So an empty notice and a missing one differ: the first
// says that there are no holidays of the layer in that year.
type Layer struct {
	Region Region // what China is asked for
	Over   Region // the layer below; empty for the nation only
	Name   string // Chinese name
	NameEN string // English name

	Law          string            // the rule under which the notices are made
	Since        Date              // before it the layer is empty and complete; no date: there is no such time
	Window       Window            // the days of a year that its notices can touch
	Lead         MonthDay          // from this day of the year before, its notices can touch days too; zero: never
	Entitlements []Entitlement     // days off a year that the law grants
	Names        map[string]string // holiday names in English, by Chinese name
	Notices      []Notice          // at most one a year
}

// Window is a part of every year, both days included.
type Window struct {
	From MonthDay `json:"from"`
	To   MonthDay `json:"to"`
}

// Entitlement is how many days off the law grants in each of a run of years,
// both included; a zero bound is open. A notice that gives another number is
// right (2015 and 2020 did): the difference is a warning.
type Entitlement struct {
	From int `json:"from,omitzero"`
	To   int `json:"to,omitzero"`
	Days int `json:"days"`
}

// Notice is one year's arrangement of holidays in one layer. Its days may lie
// at the end of the year before where the layer has a Lead.
type Notice struct {
	Year       int         `json:"year"`
	Number     string      `json:"number,omitzero"`     // 国办发明电〔2024〕12号; empty where none was found
	Signed     Date        `json:"signed,omitzero"`     // date on the document
	Published  Date        `json:"published,omitzero"`  // date of publication
	Evidence   string      `json:"evidence,omitzero"`   // read, cited (by a third party only) or reports (news)
	Note       string      `json:"note,omitzero"`       // what is doubtful about the evidence
	Source     string      `json:"source,omitzero"`     // where it stands
	Amendments []Amendment `json:"amendments,omitzero"` // later documents; their effect is in Off and Worked
	Off        []Off       `json:"off"`                 // rest days, weekend days inside a printed span included
	Statutory  []Date      `json:"statutory,omitzero"`  // those of Off that the law itself names (法定节假日)
	Worked     []Date      `json:"worked"`              // weekend days to be worked (调休上班)
}

// Off is a run of rest days under one name; To is absent for a single day.
type Off struct {
	Name string `json:"name"`
	From Date   `json:"from"`
	To   Date   `json:"to,omitzero"`
}

// Amendment is a later document that changed a year's notice, and the days it
// decides.
type Amendment struct {
	Number string `json:"number"`
	Signed Date   `json:"signed,omitzero"`
	Source string `json:"source,omitzero"`
	Dates  []Date `json:"dates"`
}

// last is the last day of the run.
func (o Off) last() Date {
	if o.To.IsZero() {
		return o.From
	}
	return o.To
}

// holds reports whether the window has d's day of the year.
func (w Window) holds(d Date) bool {
	_, m, day := d.Civil()
	md := int16(int(m)*100 + day)
	return w.From.md <= md && md <= w.To.md
}

// leads reports whether the notice of the year after d can change d.
func (l *Layer) leads(d Date) bool {
	return !l.Lead.IsZero() && !d.Before(l.Lead.In(d.Year()))
}

// notice is the layer's notice of a year, nil where it has none.
func (l *Layer) notice(year int) *Notice {
	i := slices.IndexFunc(l.Notices, func(n Notice) bool { return n.Year == year })
	if i < 0 {
		return nil
	}
	return &l.Notices[i]
}

// entitlement is the number of days the law grants in a year, -1 if not said.
func (l *Layer) entitlement(year int) int {
	for _, e := range l.Entitlements {
		if (e.From == 0 || e.From <= year) && (e.To == 0 || year <= e.To) {
			return e.Days
		}
	}
	return -1
}

// clone copies a layer, so that no caller's slice is shared.
func (l Layer) clone() Layer {
	l.Entitlements = slices.Clone(l.Entitlements)
	names := make(map[string]string, len(l.Names))
	for zh, en := range l.Names {
		names[zh] = en
	}
	l.Names = names
	l.Notices = slices.Clone(l.Notices)
	for i := range l.Notices {
		l.Notices[i] = l.Notices[i].clone()
	}
	return l
}

func (n Notice) clone() Notice {
	n.Amendments = slices.Clone(n.Amendments)
	for i := range n.Amendments {
		n.Amendments[i].Dates = slices.Clone(n.Amendments[i].Dates)
	}
	n.Off = slices.Clone(n.Off)
	n.Statutory = slices.Clone(n.Statutory)
	n.Worked = slices.Clone(n.Worked)
	return n
}
