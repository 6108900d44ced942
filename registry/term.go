package registry

import (
	"cmp"
	"errors"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Moment is a day from which a term runs, or on which it is met.
type Moment string

// The moments: four that the caller tells ([Facts]), the others of the
// registration.
const (
	OperationBegan Moment = "operationBegan" // 授权运营开展
	Delivered      Moment = "delivered"      // 提供数据资源或交付产品服务
	OutsideSupply  Moment = "outsideSupply"  // 对外提供使用
	AssetChanged   Moment = "assetChanged"   // 信息变化
	Applied        Moment = "applied"        // 提交申请
	FirstApplied   Moment = "firstApplied"   // 首次提交申请
	Answered       Moment = "answered"       // 受理、告知补正或不予受理
	AcceptedOn     Moment = "accepted"       // 受理
	ReviewedOn     Moment = "reviewed"       // 形式审核完成
	PublishedOn    Moment = "published"      // 公示
	ObjectedOn     Moment = "objected"       // 异议
	EndedOn        Moment = "ended"          // 程序结束
	RegisteredOn   Moment = "registered"     // 首次登记完成
	AlteredOn      Moment = "altered"        // 申请变更或更正
	Expiry         Moment = "expiry"         // 有效期届满日
	AfterExpiry    Moment = "afterExpiry"    // 届满次日
	RenewedOn      Moment = "renewed"        // 申请续展
	CancelledOn    Moment = "cancelled"      // 注销
)

// Nature is what a term is to the one whose it is.
type Nature uint8

// The natures.
const (
	Owed    Nature = iota // 应当: late after its day
	May                   // 可以: a right, gone after its day
	AtLeast               // 不少于: what must last at least so long
)

// Term is who has to do what by when, as data.
type Term struct {
	ID        rule.ID
	Title     rule.Text
	Owner     Role // whose it is
	To        Role
	Kinds     []string // procedures it belongs to; none: to the registration itself
	Nature    Nature
	Blocks    bool // it is to be met by the day of From itself, which may not come before; Term is then zero
	From      Moment
	Until     Moment // what meets it
	Term      calendar.Term
	Trigger   calendar.Date // where it runs from a fixed day; From then tells whom it concerns
	Only      rule.Period   // concerns what From dates in this period
	Basis     []rule.Clause
	Evidence  rule.Evidence
	Judgement rule.Text
}

// check says what a term lacks.
func (t Term) check() string {
	known := []Moment{
		OperationBegan, Delivered, OutsideSupply, AssetChanged, Applied, FirstApplied, Answered, AcceptedOn, ReviewedOn,
		PublishedOn, ObjectedOn, EndedOn, RegisteredOn, AlteredOn, Expiry, AfterExpiry, RenewedOn, CancelledOn,
	}
	switch {
	case t.ID == "" || t.Title.ZH == "" || t.Title.EN == "":
		return "an id, and a title in Chinese and English"
	case !roleList().Has(string(t.Owner)) || !roleList().Has(string(t.To)):
		return "roles that exist"
	case !slices.Contains(known, t.From) || !slices.Contains(known, t.Until):
		return "moments that exist"
	case (t.Term == calendar.Term{}) != t.Blocks:
		return "a term that can be counted, or none where it blocks"
	case !rule.Grounded(t.Basis) || t.Evidence == 0:
		return "a basis, and how sure it is"
	case slices.ContainsFunc(t.Kinds, func(k string) bool { return !procedureList().Has(k) }):
		return "procedures that exist"
	}
	return ""
}

// Facts is what a registration cannot know of its asset: no date where it has
// not happened.
type Facts struct {
	OperationBegan calendar.Date // authorised operation
	Delivered      calendar.Date // data, products or services for the first time, within authorised operation
	OutsideSupply  calendar.Date // the first supply to others, done or intended
	AssetChanged   calendar.Date // the last change that calls for an alteration
}

// Deadline is a term of a registration, counted.
type Deadline struct {
	Term     Term
	Asset    string
	Regime   string
	Due      calendar.Due // with the days passed over; Missing says which notice is not out
	DoneOn   calendar.Date
	Standing rule.Standing
}

// Deadlines lists what is due to whom by when, for both sides, on a day: the
// terms of the regime that something has set running. Where several registrations
// of one asset run beside each other, [Deadlines] lists them together.
func (r Registration) Deadlines(at calendar.Date, f Facts) ([]Deadline, error) {
	if r.regime == nil {
		return nil, nil
	}
	c, err := r.regime.calendar()
	if err != nil {
		return nil, err
	}
	var all []Deadline
	for _, t := range r.regime.spec.Terms {
		d, ok, err := r.deadline(c, t, at, f)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, d)
		}
	}
	return all, nil
}

// Deadlines lists the deadlines of several registrations of one asset, the
// earliest first. Where two documents pull apart both duties are there, each
// with its own day; the stricter blocks ([Term.Blocks], [SupplyRules]).
func Deadlines(at calendar.Date, f Facts, registrations ...Registration) ([]Deadline, error) {
	var all []Deadline
	for _, r := range registrations {
		own, err := r.Deadlines(at, f)
		if err != nil {
			return nil, err
		}
		all = append(all, own...)
	}
	slices.SortStableFunc(all, func(a, b Deadline) int {
		return cmp.Or(a.sortDay().Compare(b.sortDay()), cmp.Compare(a.Term.ID, b.Term.ID))
	})
	return all, nil
}

// sortDay is the day by which a deadline stands in a list; one without a day
// stands last.
func (d Deadline) sortDay() calendar.Date {
	switch {
	case !d.Due.Date.IsZero():
		return d.Due.Date
	case !d.Due.Earliest.IsZero():
		return d.Due.Earliest
	}
	return calendar.MustDate(2199, 12, 31)
}

// deadline counts a term, if something has set it running.
func (r *Registration) deadline(c *calendar.Calendar, t Term, at calendar.Date, f Facts) (Deadline, bool, error) {
	from := r.day(t.From, f)
	if from.IsZero() || len(t.Kinds) > 0 && !slices.Contains(t.Kinds, r.clock.kind) || !t.Only.Holds(from) ||
		t.Term.IsPromptly() && from.After(at) {
		return Deadline{}, false, nil
	}
	if !t.Trigger.IsZero() {
		from = t.Trigger
	}
	term := t.Term
	if t.Blocks {
		term, from = calendar.By(from), calendar.Date{}
	}
	due, err := c.Due(from, term)
	if err != nil && !errors.Is(err, calendar.ErrNotAnnounced) {
		return Deadline{}, false, err
	}
	d := Deadline{Term: t, Asset: r.Asset, Regime: r.regime.ID(), Due: due, DoneOn: r.day(t.Until, f)}
	// What was done for an earlier change, or before the window, is of an earlier
	// turn.
	if t.From == AssetChanged && d.DoneOn.Before(from) || d.DoneOn.Before(due.From) {
		d.DoneOn = calendar.Date{}
	}
	d.Standing = d.standing(at)
	return d, true, nil
}

// day is the day of a moment, no date where it has not come.
func (r *Registration) day(m Moment, f Facts) calendar.Date {
	k := &r.clock
	switch m {
	case OperationBegan:
		return f.OperationBegan
	case Delivered:
		return f.Delivered
	case OutsideSupply:
		return f.OutsideSupply
	case AssetChanged:
		return f.AssetChanged
	case Applied:
		return k.applied
	case FirstApplied:
		return k.firstApplied
	case Answered:
		return k.answered
	case AcceptedOn:
		return k.accepted
	case ReviewedOn:
		return k.reviewed
	case PublishedOn:
		return k.published
	case ObjectedOn:
		return k.objected
	case EndedOn:
		return k.ended
	case RegisteredOn:
		return k.registered
	case AlteredOn:
		return k.altered
	case Expiry:
		return r.ValidTo
	case AfterExpiry:
		return r.ValidTo.AddDays(1)
	case RenewedOn:
		return k.renewed
	case CancelledOn:
		if r.Position.Status == Cancelled {
			return r.Since
		}
	}
	return calendar.Date{}
}

// standing tells how the deadline stands on a day: a right is not late, and a period
// that must pass is nobody's to do.
func (d Deadline) standing(at calendar.Date) rule.Standing {
	switch d.Term.Nature {
	case May:
		return renamed(rule.StandingOf(d.Due, at, d.DoneOn), rule.Usable, rule.Gone)
	case AtLeast:
		return renamed(rule.StandingOf(d.Due, at, calendar.Date{}), rule.Running, rule.Over)
	}
	return rule.StandingOf(d.Due, at, d.DoneOn)
}

// renamed says of what is no duty what a duty's being ahead or overdue means for it.
func renamed(s, ahead, overdue rule.Standing) rule.Standing {
	switch s {
	case rule.Ahead:
		return ahead
	case rule.Overdue:
		return overdue
	}
	return s
}
