package pilot

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// YearEndChecklist is the checklist of a year's end (年末检查单): what has to have no
// balance, with what it has, and what has to have been done.
type YearEndChecklist struct {
	Unit       string
	Year       record.Opt[int64]
	Lines      []YearEndLine
	PreparedBy string
	ApprovedBy string
}

// YearEndLine is one item of the checklist.
type YearEndLine struct {
	Rule  string
	Item  string
	State string // met, notMet, notApplicable
	Found string // what is wrong; "" where nothing is
}

// YearEnd fills the checklist of a year from the books, in Chinese or English. A unit
// that keeps enterprise accounts has none, and neither has a year that has not ended
// by the day of the review: false.
func (r Result) YearEnd(year int, l rule.Language) (YearEndChecklist, bool, error) {
	c := YearEndChecklist{Unit: r.Holder.Name, Year: record.Some(int64(year))}
	last, err := calendar.NewDate(year, 12, 31)
	if err != nil || r.Holder.System() != asset.GovernmentAccounting || r.unit.Journal == nil || r.At.Before(last) {
		return c, false, err
	}
	report, err := r.yearEnd(year, true)
	if err != nil {
		return c, false, err
	}
	for i, k := range government.YearEndRules().Rules() {
		line := YearEndLine{Rule: string(k.ID), Item: k.Title.In(l), State: report.Outcomes[i].State.String()}
		var found []string
		for _, f := range report.Findings {
			if f.Rule == k.ID {
				found = append(found, f.Message.In(l))
			}
		}
		line.Found = strings.Join(found, "")
		c.Lines = append(c.Lines, line)
	}
	return c, true, nil
}

// yearEnd judges the books of a year that has ended, with one outcome a rule where
// they are asked for.
func (r Result) yearEnd(year int, explain bool) (rule.Report, error) {
	y, err := government.YearEndOf(r.unit.Journal, systemOf(r.Holder).events.Chart(), year)
	if err != nil {
		return rule.Report{}, err
	}
	for _, s := range r.unit.Stocktakes {
		if s.On.Year() == year && !s.On.After(r.At) {
			y.Stocktaken = s.On
		}
	}
	c := r.Holder.Context()
	c.At = r.At
	if explain {
		return government.YearEndRules().Explain(y, c), nil
	}
	return government.YearEndRules().Review(y, c), nil
}

// StateAssets is what the unit supplies for the yearly report on state-owned assets
// (GX-4.3.7): the lines of the ledger's report, with what the revenue account has of
// the year, and the three paragraphs that the unit writes (国务院令第738号 第44条).
// Errors are those of [ledger.View.StateAssets].
func (r Result) StateAssets(year int) (ledger.StateAssets, error) {
	s, err := r.Ledger.StateAssets(year)
	if err != nil || len(r.Account.Rows) == 0 {
		return s, err
	}
	from, to := calendar.MustDate(year, 1, 1), calendar.MustDate(year, 12, 31)
	income, err := r.receivedIn(from, to)
	if err != nil {
		return s, err
	}
	remitted := money.Zero()
	for _, x := range r.Account.Rows {
		on, amount := x.RemittedOn, x.Remitted
		if !x.TreasuryOn.IsZero() {
			on, amount = x.TreasuryOn, x.Payable
		}
		if on.IsZero() || on.Before(from) || on.After(to) {
			continue
		}
		if remitted, err = remitted.Add(amount); err != nil {
			return s, err
		}
	}
	for i := range s.Lines {
		if s.Lines[i].Code == "closing" {
			s.Lines[i].Income, s.Lines[i].Remitted = income, remitted
		}
	}
	return s, nil
}

// ApprovalRecord is one document of approval that the unit's vouchers point to
// (会计基础工作规范 第48条).
type ApprovalRecord struct {
	Body     string
	On       calendar.Date
	Document authorization.Approval
	Vouchers []string // as filed
}

// Approvals lists the documents of approval that the vouchers point to, in the order
// in which they were first used.
func (r Result) Approvals() []ApprovalRecord {
	var all []ApprovalRecord
	for _, p := range r.Postings {
		for _, v := range p.Vouchers {
			e := v.Entry()
			if e.Approval.Number == "" {
				continue
			}
			i := slices.IndexFunc(all, func(a ApprovalRecord) bool {
				return a.Document.Number == e.Approval.Number && a.Body == e.Approval.Body
			})
			if i < 0 {
				i = len(all)
				all = append(all, ApprovalRecord{Body: e.Approval.Body, On: e.Approval.On, Document: authorization.Approval{
					Number: e.Approval.Number, Subject: e.Summary, Scope: strings.Join(p.Assets, "、"), Amount: v.Total(),
				}})
			}
			all[i].Vouchers = append(all[i].Vouchers, e.Date.String()+" "+e.Filed())
		}
	}
	return all
}

// InboxLine is one paper that a finance department or a regulator is owed by a unit
// (监管收件簿).
type InboxLine struct {
	Unit     string
	Duty     rule.ID
	Title    string
	Subject  string
	Due      calendar.Date // none where it is not announced, or no days are given
	DoneOn   calendar.Date // received; none while it was not
	Standing rule.Standing
	Late     record.Opt[int64] // working days; none where it is not late, or cannot be told yet
}

// Inbox lists what units owe to others, unit by unit in the order given, each in the
// order of the due dates: what has come, when, and what is late. to keeps the lines
// for one addressee, by its Chinese name; "" keeps all.
func Inbox(results []Result, to string, l rule.Language) []InboxLine {
	var all []InboxLine
	for _, r := range results {
		for _, o := range r.Obligations {
			addressed := o.To.ZH == to || slices.ContainsFunc(o.Duty.Copy, func(c rule.Text) bool { return c.ZH == to })
			if o.Advice || o.To.IsZero() || to != "" && !addressed {
				continue
			}
			line := InboxLine{Unit: r.Holder.Name, Duty: o.Duty.ID, Title: o.Duty.Title.In(l), Subject: o.Subject, Due: o.Due.Date, DoneOn: o.DoneOn, Standing: o.Standing}
			if o.Standing.IsLate() && !o.DaysUnknown {
				line.Late = record.Some(int64(o.Days))
			}
			all = append(all, line)
		}
	}
	return all
}
