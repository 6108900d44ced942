package government

import (
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Statements is what a nominal booking carries: the fourth tier is reached only
// after three refusals, and the reason is disclosed (财会〔2016〕12号 第25条).
type Statements struct {
	NoVoucher     string // no voucher of a cost
	NoAppraisal   string // not appraised under any rule
	NoReplacement string // why the replacement cost cannot be determined
	Reason        string // the reason that the notes disclose
}

// Surplus is data found by the sweep that stand nowhere in the books and whose
// cost cannot be measured: one asset or several, booked together.
type Surplus struct {
	ID    string // of the event; the journal's events are ID, ID/approved, ID/carried
	On    calendar.Date
	Unit  Unit
	Items []Item

	thisYear ThisYear // the choice that Approved carries to the vouchers
}

// Item is one asset of a surplus.
type Item struct {
	Asset     string
	Detail    string        // detail account: 数据资产——公路
	Collected calendar.Date // first collected; none is before the year of the sweep (P4)
	Completed calendar.Date // first complete
	Use       string        // what the data serve, a code of the fact use; none is duties (P3)
	Why       Statements
}

// Unit is who books.
type Unit struct {
	Name      string
	Entity    rule.Entity
	Authority rule.Authority
	Finance   string // the finance department that approves and collects
}

// regionFinance reports whether the unit is the region's finance department.
func (u Unit) regionFinance() bool { return u.Authority == rule.RegionLevel && u.Name == u.Finance }

// Refusal is a booking that a rule refuses.
type Refusal struct {
	Rule  rule.Rule
	Asset string
	Why   rule.Text
}

// Error names the rule and the reason.
func (e *Refusal) Error() string {
	return "government: " + string(e.Rule.ID) + " refuses " + e.Asset + ": " + e.Why.EN
}

// Is makes errors.Is(err, rule.ErrNotAllowed) true.
func (e *Refusal) Is(target error) bool { return target == rule.ErrNotAllowed }

// Found books the surplus at nominal amount, before approval: it may be booked
// provisionally, a loss may not. An asset without its statements is refused
// with a [*Refusal], and the whole surplus with it.
func (p Policy) Found(s Surplus) (accounting.Posting, error) {
	for _, item := range s.Items {
		if !item.Why.complete() {
			return accounting.Posting{}, &Refusal{nominalRule(), item.Asset, text(
				"名义金额须有三项否定说明和理由", "a nominal amount needs its three negative statements and its reason")}
		}
	}
	return post(SurplusFound, s.ID, s, s.On, accounting.Approval{})
}

func (s Statements) complete() bool {
	for _, statement := range []string{s.NoVoucher, s.NoAppraisal, s.NoReplacement, s.Reason} {
		if strings.TrimSpace(statement) == "" {
			return false
		}
	}
	return true
}

// Approved books the approval of the surplus and, with it, its transfer to the
// accumulated surplus (3501 has no balance); of what was formed in the year of
// the sweep, against this year's expense (P3). A unit's decision on its own
// surplus is refused with a [*Refusal], by the policy; one dated before the
// surplus was found with an [*accounting.EventError].
func (p Policy) Approved(s Surplus, a accounting.Approval) ([]accounting.Posting, error) {
	if err := p.Decided(s.Unit, s.assets(), a); err != nil {
		return nil, err
	}
	if !a.On.IsZero() && a.On.Before(s.On) {
		return nil, &accounting.EventError{Event: s.ID + "/approved", Kind: SurplusApproved, Want: text(
			"不早于盘盈日期 "+s.On.String()+" 的批复", "an approval not before "+s.On.String()+", when it was found")}
	}
	earlier, own := p.byYear(s)
	kinds := p.credits()
	switch {
	case len(earlier.Items) > 0 && kinds.earlier == nil:
		return nil, &Refusal{ownDataRule(), earlier.assets(), text("按所选口径（P2：不予转出），以前年度形成的数据留在 1902；要转出的，请改选 P2", "by the choice made (P2: refused) data that earlier years formed stay in 1902; to take them out, choose otherwise")}
	case len(own.Items) > 0 && kinds.own == nil:
		return nil, &Refusal{ownDataRule(), own.assets(), text("按所选口径（P3：留在待处理），本年形成的数据留在 1902；要转出的，请改选 P3", "by the choice made (P3: pending) data that this year formed stay in 1902; to take them out, choose otherwise")}
	}
	var all []accounting.Posting
	for _, k := range kinds.of(earlier, own) {
		posting, err := post(k.kind, s.ID+k.suffix, k.items, a.On, a)
		if err != nil {
			return nil, err
		}
		all = append(all, posting)
	}
	return all, nil
}

// Decided refuses, with a [*Refusal], a decision of a unit on its own matter: by
// default another body decides (P18).
func (p Policy) Decided(u Unit, assets string, a accounting.Approval) error {
	if a.Body == "" || a.Body != u.Name || p.OwnApproval != rule.RequireOther || u.regionFinance() {
		return nil
	}
	return &Refusal{ownApprovalRule(), assets, text(
		"申请人与审批人同为 "+a.Body+"，须有其他机关的决定", u.Name+" is applicant and approver: another body's decision is needed")}
}

func post(kind rule.ID, id string, s Surplus, on calendar.Date, a accounting.Approval) (accounting.Posting, error) {
	e := accounting.Event{ID: id, Kind: kind, On: on, Approval: a, Entity: s.Unit.Entity}
	for _, item := range s.Items {
		part := accounting.Part{Asset: item.Asset, Detail: item.Detail, Amounts: map[string]money.Amount{"nominal": money.Nominal()}}
		switch kind {
		case SurplusFound:
			part.Terms = accounting.Terms{Measured: accounting.AtNominal}
			e.Documents = nominalDocuments() // the statements of every item have been read
		case SurplusApprovedOwn:
			part.Facts = map[string]string{"use": item.use(), "thisYearCredit": s.thisYear.code()}
		}
		e.Parts = append(e.Parts, part)
	}
	p, err := Events().Post(e)
	if err != nil || a.Body == "" || a.Body != s.Unit.Name {
		return p, err
	}
	return p.With(ownApprovalRule().Judgement), nil
}

func (s Surplus) assets() string {
	names := make([]string, len(s.Items))
	for i, item := range s.Items {
		names[i] = item.Asset
	}
	return strings.Join(names, "、")
}

func (i Item) use() string {
	if i.Use == "" {
		return "duties"
	}
	return i.Use
}
