package rule

import "github.com/dataasset-go/dataasset/calendar"

// Period is a span of days closed on both sides: both From and To belong to it.
// A zero bound is open, so the zero Period is always.
type Period struct {
	From calendar.Date `json:"from,omitzero"`
	To   calendar.Date `json:"to,omitzero"`
}

// Between is the period from one day to another, both included.
func Between(from, to calendar.Date) Period { return Period{from, to} }

// From is the period that begins on a day and has no end.
func From(d calendar.Date) Period { return Period{From: d} }

// Holds reports whether d lies in the period. No date lies in none but always.
func (p Period) Holds(d calendar.Date) bool {
	if d.IsZero() {
		return p == Period{}
	}
	return !d.Before(p.From) && (p.To.IsZero() || !d.After(p.To))
}

// Overlaps reports whether a day lies in both periods.
func (p Period) Overlaps(q Period) bool {
	return (p.To.IsZero() || !q.From.After(p.To)) && (q.To.IsZero() || !p.From.After(q.To))
}

// String prints the period as 2025-04-01…2026-12-31, an open side as nothing.
func (p Period) String() string { return p.From.String() + "…" + p.To.String() }
