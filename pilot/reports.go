package pilot

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// LiaisonList names who leads the pilot in a unit and who is its contact
// (联络员名单), sent to the region finance department at the start.
type LiaisonList struct {
	Unit       string
	Department string // responsible for the pilot
	On         calendar.Date
	People     []Liaison
}

// Liaison is one person of the list.
type Liaison struct {
	Part     string // leader or contact
	Name     string
	Position string
	Phone    string
	Email    string
}

// UnitPlan is a unit's own pilot plan (试点工作方案), filed by the end of June
// 2025.
type UnitPlan struct {
	Unit         string
	Number       string
	On           calendar.Date
	HolderKind   rule.Entity
	Contents     string // 试点主要内容
	Links        []string
	Aspects      []string // of an enterprise
	Fields       []string
	Scenarios    string
	Department   string
	Leader       string
	Subordinates []string // 自行确定的下属单位和县（市、区）
	Rules        string   // rules, standards and mechanism to be made
	Security     string   // security system and emergency plan
	Milestones   []Milestone
}

// Milestone is a task of a plan with its term.
type Milestone struct {
	Link   string
	Task   string
	Due    calendar.Date
	Result string
}

// Figures are what a report counts, frozen with the state of the ledger that
// they were counted from.
type Figures struct {
	Resources    record.Opt[int64]
	Confirmed    record.Opt[int64]
	Listed       record.Opt[int64]
	Registered   record.Opt[int64]
	Nominal      record.Opt[int64]
	AtCost       record.Opt[int64]
	BookAmount   money.Amount
	Authorised   record.Opt[int64]
	Supplied     record.Opt[int64]
	Traded       record.Opt[int64]
	Received     money.Amount
	Remitted     money.Amount
	LedgerDigest string // of the ledger's last line, from which all of them can be counted again
}

// LinkProgress is how far one link has come.
type LinkProgress struct {
	Link     string
	Progress string
}

// AspectProgress is how far one of an enterprise's seven aspects has come.
type AspectProgress struct {
	Aspect   string
	Progress string
}

// Difficulty is a difficulty, its cause and what is proposed.
type Difficulty struct {
	What     string
	Cause    string
	Proposal string
}

// ProgressReport is a quarter's report (季度进展报告).
type ProgressReport struct {
	Unit         string
	Quarter      string // 2025Q2
	On           calendar.Date
	HolderKind   rule.Entity
	Figures      Figures
	Links        []LinkProgress
	Aspects      []AspectProgress
	Difficulties []Difficulty
	Next         string
	PreparedBy   string
	ApprovedBy   string
}

// ClosingSummary is the summary of the whole pilot (试点工作总结).
type ClosingSummary struct {
	Unit         string
	CompletedOn  calendar.Date
	On           calendar.Date
	HolderKind   rule.Entity
	Figures      Figures
	Links        []LinkProgress
	Aspects      []AspectProgress
	Difficulties []Difficulty
	NoDifficulty string
	Rules        string
	Guide        string
	Cases        []ModelCase
	PreparedBy   string
	ApprovedBy   string
}

// ModelCase is a benchmark application or model case.
type ModelCase struct {
	Kind    string
	Name    string
	Field   string
	Content string
	Effect  string
}

// reportDefinitions lists the documents that a unit makes in the pilot, in the
// order of the work.
func reportDefinitions() []record.Definition {
	return []record.Definition{
		HolidayNotices().Definition(), LiaisonLists().Definition(), UnitPlans().Definition(),
		SweepSheets().Definition(), Confirmations().Definition(), SurplusDeclarations().Definition(), StocktakeSheets().Definition(),
		ProgressReports().Definition(), ClosingSummaries().Definition(),
		YearEndChecklists().Definition(), ApprovalRecords().Definition(), InboxLines().Definition(),
	}
}
