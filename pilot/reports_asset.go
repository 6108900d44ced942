package pilot

import (
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// SweepSheet is the sheet of a sweep: project, system, data resource
// (信息化项目—系统—数据资源清查表), with the conclusion for each resource.
type SweepSheet struct {
	Unit       string
	On         calendar.Date
	Projects   []asset.Project
	Systems    []asset.ITSystem
	Lines      []SweepLine
	Resources  record.Opt[int64]
	Assets     record.Opt[int64]
	PreparedBy string
	ApprovedBy string
}

// SweepLine is one data resource of a sweep.
type SweepLine struct {
	ID         string
	Name       string
	Systems    []string
	Projects   []string
	NoProject  string
	Content    string
	Scale      string
	Area       string
	Sources    []string
	Authorised record.Opt[bool]
	CostAt     string
	Conclusion string
	Reason     string
}

// Confirmation is the confirmation of a data asset (数据资产确认表): each
// criterion with its evidence, and who decided.
type Confirmation struct {
	Unit       string
	Resource   string
	Name       string
	Criteria   []CriterionMet
	Proposer   string
	ProposedOn calendar.Date
	Meeting    string // kind of collective decision
	On         calendar.Date
	Minutes    string
	Confirmed  record.Opt[bool]
	Reason     string
}

// CriterionMet is one criterion of a confirmation.
type CriterionMet struct {
	Criterion string
	Met       record.Opt[bool]
	Evidence  string
	Reason    string
}

// SurplusDeclaration declares what a sweep found outside of the books
// (盘盈申报表), with the reasons for each nominal amount.
type SurplusDeclaration struct {
	Unit       string
	ID         string
	On         calendar.Date
	Order      string // of a sweep that the government ordered
	Items      []DeclaredSurplus
	Body       string
	Number     string
	ApprovedOn calendar.Date
	PreparedBy string
	ApprovedBy string
}

// DeclaredSurplus is one asset of a declaration.
type DeclaredSurplus struct {
	Asset         string
	Name          string
	FormedFrom    calendar.Month
	Tier          string // by which of the four measures it is booked
	Amount        money.Amount
	Evidence      string
	NoVoucher     string
	NoAppraisal   string
	NoReplacement string
	Reason        string
}

// StocktakeSheet is the sheet of a stocktake (盘点表): what is there beside what
// ledger, card and books say.
type StocktakeSheet struct {
	Unit         string
	Year         record.Opt[int64]
	On           calendar.Date
	Kind         string
	Lines        []StocktakeLine
	TakenBy      string
	SupervisedBy string
	Conclusion   string
}

// StocktakeLine is one asset of a stocktake.
type StocktakeLine struct {
	Asset      string
	Name       string
	Found      record.Opt[bool]
	InLedger   record.Opt[bool]
	HasCard    record.Opt[bool]
	InBooks    record.Opt[bool]
	BookAmount money.Amount
	Agrees     record.Opt[bool]
	Cause      string
	Treatment  string
	Due        calendar.Date
}

// HolidayNotice is one year's notice of holidays, as an office enters it on the
// day it is published ([HolidayNotice.Notice]).
type HolidayNotice struct {
	Year      record.Opt[int64]
	Number    string
	Signed    calendar.Date
	Published calendar.Date
	Evidence  string
	Source    string
	Note      string
	Off       []DaysOff
	Worked    []WorkedDay
}

// DaysOff is a run of rest days under one name.
type DaysOff struct {
	Name      string
	From, To  calendar.Date
	Statutory []WorkedDay
}

// WorkedDay is one day of a list: a weekend day that is worked, a rest day that
// the law names.
type WorkedDay struct {
	On calendar.Date
}

// Notice returns the notice as a calendar takes it (calendar.WithNotice).
func (n HolidayNotice) Notice() calendar.Notice {
	days := func(list []WorkedDay) []calendar.Date {
		all := make([]calendar.Date, len(list))
		for i, d := range list {
			all[i] = d.On
		}
		return all
	}
	notice := calendar.Notice{
		Year: int(n.Year.Or(0)), Number: n.Number, Signed: n.Signed, Published: n.Published,
		Evidence: n.Evidence, Source: n.Source, Note: n.Note, Off: []calendar.Off{}, Worked: days(n.Worked),
	}
	for _, off := range n.Off {
		notice.Off = append(notice.Off, calendar.Off{Name: off.Name, From: off.From, To: off.To})
		notice.Statutory = append(notice.Statutory, days(off.Statutory)...)
	}
	return notice
}
