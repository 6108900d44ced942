package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// Said is what only people can say in a report: who signs, what comes next, what was
// difficult. The figures and the progress in each link come from the records.
type Said struct {
	On           calendar.Date // sent
	Language     rule.Language // of the sentences made from the figures; "" is Chinese
	PreparedBy   string
	ApprovedBy   string
	Next         string // of a quarter's report
	Difficulties []Difficulty
	NoDifficulty string // of the closing summary, where there were none
	Words        []Words
	Rules        string // of the closing summary, and what follows
	Guide        string
	Cases        []ModelCase
}

// Words is what a unit adds to the figures of a link or an aspect, by its code.
type Words struct{ Of, Text string }

// Progress fills a quarter's report by the zero [Reviewer].
func Progress(u Unit, q calendar.Quarter, s Said) (ProgressReport, error) {
	return Reviewer{}.Progress(u, q, s)
}

// Progress fills a quarter's report (季度进展报告) from ledger, registrations, books and
// revenue account as they stood on the quarter's last day, with the digest of the
// ledger at hand. No quarter is a [*rule.ValueError]; sums beyond an amount are a
// [*money.ValueError]. Whether what people said is complete, [ProgressReports] checks.
func (v Reviewer) Progress(u Unit, q calendar.Quarter, s Said) (ProgressReport, error) {
	if q.IsZero() {
		return ProgressReport{}, &rule.ValueError{Want: "the quarter of the report"}
	}
	p, err := v.progress(u, ledger.QuarterSpan(q), s)
	if err != nil {
		return ProgressReport{}, err
	}
	return ProgressReport{
		Unit: p.r.Holder.Name, Quarter: q.String(), On: s.On, HolderKind: p.r.Holder.Entity, Figures: p.f,
		Links: p.links(), Aspects: p.aspects(), Difficulties: slices.Clone(s.Difficulties), Next: s.Next, PreparedBy: s.PreparedBy, ApprovedBy: s.ApprovedBy,
	}, nil
}

// Summary fills the closing summary by the zero [Reviewer].
func Summary(u Unit, s Said) (ClosingSummary, error) { return Reviewer{}.Summary(u, s) }

// Summary fills the closing summary (试点工作总结) as of the day on which the pilot is
// completed (P23). Errors are those of [Reviewer.Progress].
func (v Reviewer) Summary(u Unit, s Said) (ClosingSummary, error) {
	if err := v.fill(); err != nil {
		return ClosingSummary{}, err
	}
	on := (&review{Reviewer: v, plan: v.Plan, unit: u, at: v.Plan.Period.To}).completion()
	p, err := v.progress(u, ledger.Span{Name: v.Plan.Document, From: v.Plan.Period.From, To: on}, s)
	if err != nil {
		return ClosingSummary{}, err
	}
	return ClosingSummary{
		Unit: p.r.Holder.Name, CompletedOn: on, On: s.On, HolderKind: p.r.Holder.Entity, Figures: p.f,
		Links: p.links(), Aspects: p.aspects(), Difficulties: slices.Clone(s.Difficulties), NoDifficulty: s.NoDifficulty,
		Rules: s.Rules, Guide: s.Guide, Cases: slices.Clone(s.Cases), PreparedBy: s.PreparedBy, ApprovedBy: s.ApprovedBy,
	}, nil
}

// progress is a report being filled.
type progress struct {
	r     Result
	f     Figures
	moved ledger.Movement // of the span, over all rows
	span  ledger.Span
	came  money.Amount // in the span, tax included
	s     Said
}

func (v Reviewer) progress(u Unit, span ledger.Span, s Said) (progress, error) {
	p := progress{span: span, s: s}
	var err error
	if p.r, err = v.Review(u, span.To); err != nil {
		return p, err
	}
	if p.f, err = p.r.Figures(); err != nil {
		return p, err
	}
	moved, err := p.r.Ledger.Movements(ledger.ByAll, span)
	if err != nil {
		return p, err
	}
	p.moved = moved[len(moved)-1]
	p.came, err = p.r.receivedIn(span.From, span.To)
	return p, err
}

// Figures counts what a report says of the unit, from the start of the pilot to the
// day of the review, with the digest of the ledger's last line: from ledger,
// registrations and books all of it can be counted again. Traded is what was sold or
// otherwise disposed of for money.
func (r Result) Figures() (Figures, error) {
	count := func(n int) record.Opt[int64] { return record.Some(int64(n)) }
	t := r.Totals
	f := Figures{
		Resources: count(t.Resources), Confirmed: count(t.Assets), Listed: count(t.Ledger.Rows), Registered: count(t.Ledger.Registered),
		Nominal: count(t.Ledger.Booking[asset.BookedNominal]), AtCost: count(t.Ledger.Booking[asset.BookedCost]), BookAmount: orZero(t.Books.Cost),
		Authorised: count(t.Authorised), Received: orZero(t.Received), Remitted: orZero(t.Revenue.Remitted),
	}
	if r.unit.Ledger != nil {
		f.LedgerDigest = r.unit.Ledger.Head().Digest
	}
	supplied, traded := map[string]bool{}, map[string]bool{}
	for _, s := range r.unit.Supplies {
		if !s.On.After(r.At) {
			mark(supplied, s.Assets)
		}
	}
	for _, x := range r.Account.Rows {
		if x.Purpose == revenue.ForDisposal && !x.ReceivedOn().IsZero() {
			mark(traded, x.Assets)
		}
	}
	for _, m := range r.unit.Matters {
		if m.Kind == revenue.MatterDisposal && !m.CompletedOn.After(r.At) {
			mark(traded, m.Assets)
		}
	}
	f.Supplied, f.Traded = count(len(supplied)), count(len(traded))
	return f, nil
}

func mark(set map[string]bool, ids []string) {
	for _, id := range ids {
		set[id] = true
	}
}

// receivedIn adds up what came in within a span of days, both included, tax included.
func (r Result) receivedIn(from, to calendar.Date) (money.Amount, error) {
	sum := money.Zero()
	add := func(on calendar.Date, a money.Amount) (err error) {
		if on.IsZero() || on.Before(from) || on.After(to) {
			return nil
		}
		sum, err = sum.Add(a)
		return err
	}
	for _, x := range r.Account.Rows {
		if err := add(x.ReceivedOn(), x.Received); err != nil {
			return sum, err
		}
	}
	for _, m := range r.unit.Matters {
		if m.Kind != revenue.MatterUse && m.Kind != revenue.MatterDisposal {
			continue
		}
		if err := add(m.CompletedOn, m.Amount); err != nil {
			return sum, err
		}
	}
	return sum, nil
}
