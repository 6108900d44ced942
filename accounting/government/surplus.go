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
}

// Item is one asset of a surplus.
type Item struct {
	Asset  string
	Detail string // detail account: 数据资产——公路
	Why    Statements
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

// OwnApproval is P18: what happens where a unit approves its own surplus, as a
// finance bureau could. The law does not say; nobody approves himself.
type OwnApproval uint8

// The choices. Either way the region's finance department is let through, with
// the judgement on its vouchers, because no other finance department stands above
// it in the plan.
const (
	RequireOther OwnApproval = iota // default: another body's decision is required
	AllowOwn                        // its own decision is enough
)

// Policy carries what the law leaves open. The zero Policy is the default.
type Policy struct {
	OwnApproval OwnApproval
}

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
		for _, statement := range []string{item.Why.NoVoucher, item.Why.NoAppraisal, item.Why.NoReplacement, item.Why.Reason} {
			if strings.TrimSpace(statement) == "" {
				return accounting.Posting{}, &Refusal{nominalRule(), item.Asset, text(
					"名义金额须有三项否定说明和理由", "a nominal amount needs its three negative statements and its reason")}
			}
		}
	}
	return post(SurplusFound, s.ID, s, s.On, accounting.Approval{})
}

// Approved books the approval of the surplus and, with it, its transfer to the
// accumulated surplus (3501 has no balance). A unit's decision on its own
// surplus is refused with a [*Refusal], by the policy; one dated before the
// surplus was found with an [*accounting.EventError].
func (p Policy) Approved(s Surplus, a accounting.Approval) ([]accounting.Posting, error) {
	if a.Body == s.Unit.Name && p.OwnApproval == RequireOther && !s.Unit.regionFinance() {
		return nil, &Refusal{ownApprovalRule(), s.assets(), text(
			"申请人与审批人同为 "+a.Body+"，须有其他机关的决定", s.Unit.Name+" is applicant and approver: another body's decision is needed")}
	}
	if !a.On.IsZero() && a.On.Before(s.On) {
		return nil, &accounting.EventError{Event: s.ID + "/approved", Kind: SurplusApproved, Want: text(
			"不早于盘盈日期 "+s.On.String()+" 的批复", "an approval not before "+s.On.String()+", when it was found")}
	}
	first, err := post(SurplusApproved, s.ID+"/approved", s, a.On, a)
	if err != nil {
		return nil, err
	}
	second, err := post(SurplusCarried, s.ID+"/carried", s, a.On, a)
	if err != nil {
		return nil, err
	}
	return []accounting.Posting{first, second}, nil
}

func post(kind rule.ID, id string, s Surplus, on calendar.Date, a accounting.Approval) (accounting.Posting, error) {
	e := accounting.Event{ID: id, Kind: kind, On: on, Approval: a, Entity: s.Unit.Entity}
	for _, item := range s.Items {
		e.Parts = append(e.Parts, accounting.Part{
			Asset: item.Asset, Detail: item.Detail, Amounts: map[string]money.Amount{"nominal": money.Nominal()},
		})
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

func nominalRule() rule.Rule {
	return rule.Rule{
		ID: "government.nominal-has-statements", Title: text("名义金额入账须有三项否定说明和理由", "a nominal booking carries three negative statements and a reason"),
		Basis:    []rule.Clause{rule.GX("4.4.2"), rule.GX("4.4.4"), rule.In("财会〔2018〕34号", "一(五)"), rule.In("财会〔2016〕12号", "第25条")},
		Evidence: rule.FullText, Severity: rule.Blocking,
	}
}

func ownApprovalRule() rule.Rule {
	return rule.Rule{
		ID: "government.not-own-approval", Title: text("申请人不审批自己的事项", "nobody approves his own application"),
		Basis: []rule.Clause{rule.In("国务院令第738号", "第39条")}, Evidence: rule.Judgement, Severity: rule.Blocking,
		Judgement: text("法律未规定，默认市、县须有其他机关的决定，自治区财政厅只提示（P18）",
			"the law is silent; by default a city or county needs another body's decision, the region's finance department only a note (P18)"),
	}
}

// Rules lists the rules of booking.
func Rules() []rule.Rule { return []rule.Rule{nominalRule(), ownApprovalRule()} }

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	return rule.Catalogue{Rules: Rules(), Items: Events().Items()}
}
