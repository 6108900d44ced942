package record

import "github.com/dataasset-go/dataasset/calendar"

// inclusion is one struct within the struct, and how it is reached. The fields
// of one Include share one.
type inclusion[T, N any] struct{ at func(*T) *N }

// includedCell is a cell of a struct within the struct.
type includedCell[T, N any] struct {
	cell    cell[N]
	through *inclusion[T, N]
}

func (c *includedCell[T, N]) present(v *T) bool { return c.cell.present(c.through.at(v)) }

func (c *includedCell[T, N]) check(v *T, w *walk) problem { return c.cell.check(c.through.at(v), w) }

func (c *includedCell[T, N]) read(v *T, r *reader) problem { return c.cell.read(c.through.at(v), r) }
func (c *includedCell[T, N]) text(v *T) string             { return c.cell.text(c.through.at(v)) }
func (c *includedCell[T, N]) has(v *T, values []string) bool {
	return c.cell.has(c.through.at(v), values)
}

func (c *includedCell[T, N]) fill(v *T, s string, u *untidy) problem {
	return c.cell.fill(c.through.at(v), s, u)
}
func (c *includedCell[T, N]) clear(v *T)                  { c.cell.clear(c.through.at(v)) }
func (c *includedCell[T, N]) sample(v *T, example string) { c.cell.sample(c.through.at(v), example) }
func (c *includedCell[T, N]) day(v *T) calendar.Date      { return c.cell.day(c.through.at(v)) }
func (c *includedCell[T, N]) append(b []byte, v *T, canonical bool) ([]byte, error) {
	return c.cell.append(b, c.through.at(v), canonical)
}

// part is neighbouring fields of a table that are reached through the same
// struct, so that a walk reaches it once.
type part[T any] interface {
	walk(*Table[T], *T, *walk)
}

// stop is one field as a walk comes by: what it needs for a field that is as it
// should be, close together. Most fields are texts and dates, and many are not
// there, so that these are reached without a detour.
type stop[N any] struct {
	cell      cell[N]
	text      func(*N) *string        // reaches a text; nil for anything else
	kind      *textKind               // of that text; nil for a kind of another sort, which the cell checks
	date      func(*N) *calendar.Date // reaches a date; nil for anything else
	composite bool                    // has elements, whose paths go on below its own
	required  bool                    // on some condition
	absent    bool                    // on some condition
}

// ownPart is fields of the struct itself.
type ownPart[T any] struct {
	from  int
	stops []stop[T]
}

func (p *ownPart[T]) walk(t *Table[T], v *T, w *walk) { walkStops(t, p.from, p.stops, v, v, w) }

// includedPart is fields of a struct within the struct.
type includedPart[T, N any] struct {
	from    int
	stops   []stop[N]
	through *inclusion[T, N]
}

func (p *includedPart[T, N]) walk(t *Table[T], v *T, w *walk) {
	walkStops(t, p.from, p.stops, p.through.at(v), v, w)
}

func stopOf[T, N any](f bound[T], c cell[N]) stop[N] {
	s := stop[N]{cell: c, composite: f.composite, required: f.required != nil, absent: f.absent != nil}
	switch c := c.(type) {
	case *textCell[N, string]:
		s.text = c.at
		s.kind, _ = c.kind.(*textKind)
	case *scalarCell[N, calendar.Date]:
		s.date = c.at
	}
	return s
}

// join makes a part of the first of some fields, whose cell this is, and of
// those of its inclusion that follow; n is how many they are.
func (c *includedCell[T, N]) join(from int, fields []bound[T]) (_ part[T], n int) {
	p := &includedPart[T, N]{from: from, through: c.through}
	for _, f := range fields {
		next, ok := f.cell.(*includedCell[T, N])
		if !ok || next.through != c.through {
			break
		}
		p.stops = append(p.stops, stopOf(f, next.cell))
	}
	return p, len(p.stops)
}

// partsOf divides the fields of a table into parts.
func partsOf[T any](fields []bound[T]) []part[T] {
	type joiner interface {
		join(int, []bound[T]) (part[T], int)
	}
	var parts []part[T]
	var own *ownPart[T] // the part that is open
	for i := 0; i < len(fields); {
		if c, ok := fields[i].cell.(joiner); ok {
			p, n := c.join(i, fields[i:])
			parts, own = append(parts, p), nil
			i += n
			continue
		}
		if own == nil {
			own = &ownPart[T]{from: i}
			parts = append(parts, own)
		}
		own.stops = append(own.stops, stopOf(fields[i], fields[i].cell))
		i++
	}
	return parts
}
