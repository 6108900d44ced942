package ledger

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// op is a change as the log holds it: its rows stand in the versions they made.
type op struct {
	kind   kind
	on     calendar.Date
	row    place // the row it makes or ends
	reason string
	more   *more // nil for Add and Update
}

type kind uint8

const (
	opAdd kind = iota
	opUpdate
	opRetire
	opSplit
	opMerge
	opReplace
	opTransferOut
	opTransferIn
)

// place is a version of a row.
type place struct{ row, version int32 }

// more is what the rarer changes have beside one row.
type more struct {
	cause  Cause
	party  string
	places []place // the parts of a split, the rows of a merger, the row in place of another
	handed Handover
}

// change rebuilds the change that an op was made of.
func (l *Ledger) change(o *op) Change {
	id := l.rows[o.row.row].id
	switch o.kind {
	case opAdd:
		return Add{o.on, l.rowAt(o.row)}
	case opUpdate:
		return Update{o.on, o.reason, l.rowAt(o.row)}
	case opRetire:
		return Retire{o.on, id, o.more.cause, o.reason}
	case opSplit:
		parts := make([]Row, len(o.more.places))
		for i, p := range o.more.places {
			parts[i] = l.rowAt(p)
		}
		return Split{o.on, id, o.reason, parts}
	case opMerge:
		ids := make([]string, len(o.more.places))
		for i, p := range o.more.places {
			ids[i] = l.rows[p.row].id
		}
		return Merge{o.on, ids, o.reason, l.rowAt(o.row)}
	case opReplace:
		return Replace{o.on, id, o.reason, l.rowAt(o.more.places[0])}
	case opTransferOut:
		return TransferOut{o.on, id, o.more.party, o.reason}
	}
	return TransferIn{o.on, o.more.party, o.more.handed, o.reason, l.rowAt(o.row)}
}

func (l *Ledger) rowAt(p place) Row {
	var row Row
	l.rows[p.row].read(int(p.version), &row)
	return row
}

// make makes a change in the rows. It returns the op, the change as the log is to
// have it, with predecessors filled in, and what was wanted where it is refused.
func (s *staging) make(c Change, revision int) (op, Change, rule.Text) {
	s.day = c.on()
	o := op{on: s.day}
	var want rule.Text
	switch c := c.(type) {
	case Add:
		if want = s.free(c.id()); want.IsZero() {
			o.row = s.enter(&c.Row, revision)
		}
		return o, c, want
	case Update:
		o.kind, o.reason = opUpdate, c.Reason
		o.row, want = s.update(&c.Row, revision)
		return o, c, want
	case Retire:
		o.kind, o.reason, o.more = opRetire, c.Reason, &more{cause: c.Cause}
		o.row, want = s.end(c.ID, revision, func(r *Row) { r.RetireCause = c.Cause })
		return o, c, want
	case TransferOut:
		o.kind, o.reason, o.more = opTransferOut, c.Reason, &more{party: c.To}
		o.row, want = s.end(c.ID, revision, func(r *Row) { r.RetireCause, r.Counterparty = CauseTransferred, c.To })
		return o, c, want
	case TransferIn:
		return s.takeOver(c, revision)
	case Split:
		return s.split(c, revision)
	case Merge:
		return s.merge(c, revision)
	case Replace:
		return s.replace(c, revision)
	}
	return o, c, text("台账的一种变动", "a change of the ledger")
}

// update changes a row; of one that is retired only the registration can still
// be cancelled.
func (s *staging) update(row *Row, revision int) (place, rule.Text) {
	i, l, want := s.find(row.ID())
	if !want.IsZero() {
		return place{}, want
	}
	retired := l.versions[l.last()].retired
	l.read(l.last(), &s.row)
	if retired {
		ended := s.row
		ended.Registered, ended.CancelledOn = row.Registered, row.CancelledOn
		if s.row.Registered != IsRegistered || row.Registered != WasRegistered || !equal(&ended, row) {
			return place{}, text("尚未退出的资产", "a row that is not retired")
		}
	}
	return s.put(i, row, &s.row, revision, retired), rule.Text{}
}

// end retires a row.
func (s *staging) end(id string, revision int, how func(*Row)) (place, rule.Text) {
	i, want := s.live(id)
	if !want.IsZero() {
		return place{}, want
	}
	return s.endAt(i, revision, how), rule.Text{}
}

// endAt retires the row in s.row.
func (s *staging) endAt(i int32, revision int, how func(*Row)) place {
	ended := s.row.Clone()
	ended.RetiredOn = s.day
	how(&ended)
	return s.put(i, &ended, &s.row, revision, true)
}

func (s *staging) split(c Split, revision int) (op, Change, rule.Text) {
	o := op{kind: opSplit, on: s.day, reason: c.Reason, more: &more{}}
	i, want := s.live(c.ID)
	if !want.IsZero() {
		return o, c, want
	}
	c.Parts = slices.Clone(c.Parts)
	ids := make([]string, len(c.Parts))
	for k := range c.Parts {
		ids[k] = c.Parts[k].ID()
		if want = follow(&c.Parts[k], c.ID); !want.IsZero() {
			return o, c, want
		}
	}
	if want = conserved([]Row{s.row}, c.Parts); !want.IsZero() {
		return o, c, want
	}
	o.row = s.endAt(i, revision, func(r *Row) { r.RetireCause, r.Successors = CauseSplit, ids })
	for k := range c.Parts {
		if want = s.free(ids[k]); !want.IsZero() {
			return o, c, want
		}
		o.more.places = append(o.more.places, s.enter(&c.Parts[k], revision))
	}
	return o, c, rule.Text{}
}

func (s *staging) merge(c Merge, revision int) (op, Change, rule.Text) {
	o := op{kind: opMerge, on: s.day, reason: c.Reason, more: &more{}}
	if want := s.free(c.id()); !want.IsZero() {
		return o, c, want
	}
	before := make([]Row, len(c.IDs))
	for k, id := range c.IDs {
		i, want := s.live(id)
		if !want.IsZero() {
			return o, c, want // also an id that is named twice: it has just been retired
		}
		before[k] = s.row
		o.more.places = append(o.more.places, s.endAt(i, revision, func(r *Row) {
			r.RetireCause, r.Successors = CauseMerged, []string{c.id()}
		}))
	}
	want := follow(&c.Row, c.IDs...)
	if want.IsZero() {
		want = conserved(before, []Row{c.Row})
	}
	if want.IsZero() {
		o.row = s.enter(&c.Row, revision)
	}
	return o, c, want
}

func (s *staging) replace(c Replace, revision int) (op, Change, rule.Text) {
	o := op{kind: opReplace, on: s.day, reason: c.Reason, more: &more{}}
	i, want := s.live(c.ID)
	if want.IsZero() {
		want = s.free(c.Row.ID())
	}
	if want.IsZero() {
		want = follow(&c.Row, c.ID)
	}
	if want.IsZero() {
		want = conserved([]Row{s.row}, []Row{c.Row})
	}
	if !want.IsZero() {
		return o, c, want
	}
	o.row = s.endAt(i, revision, func(r *Row) { r.RetireCause, r.Successors = CauseReplaced, []string{c.Row.ID()} })
	o.more.places = []place{s.enter(&c.Row, revision)}
	return o, c, rule.Text{}
}

func (s *staging) takeOver(c TransferIn, revision int) (op, Change, rule.Text) {
	o := op{kind: opTransferIn, on: s.day, reason: c.Reason, more: &more{party: c.From, handed: c.Handed}}
	want := s.free(c.id())
	if want.IsZero() {
		want = follow(&c.Row, c.Handed.ID)
	}
	if want.IsZero() && c.Row.Counterparty != "" && c.Row.Counterparty != c.From {
		want = text("调出单位 "+c.From+"，与台账行一致", "the unit handing over, "+c.From+", in the row too")
	}
	c.Row.Counterparty = c.From
	if want.IsZero() {
		want = conserved([]Row{c.Handed.row()}, []Row{c.Row})
	}
	if want.IsZero() {
		o.row = s.enter(&c.Row, revision)
	}
	return o, c, want
}

// follow fills in whom a new row continues; the caller may have done so.
func follow(row *Row, predecessors ...string) rule.Text {
	switch {
	case len(row.Predecessors) == 0:
		row.Predecessors = slices.Clone(predecessors)
	case !slices.Equal(row.Predecessors, predecessors):
		return text("前身编号由变动确定，可留空", "the predecessors that the change names, or none")
	}
	return rule.Text{}
}
