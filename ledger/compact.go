package ledger

import (
	"encoding/binary"
	"reflect"
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// A ledger holds its rows packed: of each version only the fields in which it
// differs from the one before, each as its number and its value. A row that is
// unpacked shares its texts with the packed form, so that reading copies none.

// slot is one field of Row: where it lies, and how it is packed.
type slot struct {
	path []int
	pack func(b []byte, v, before reflect.Value) ([]byte, bool) // false: no difference
	load func(in *packed, v reflect.Value)
}

// slots is the fields of Row in the order of the struct, those of the resource
// within it. A field of a type that cannot be packed is found when the package
// is tested.
var slots = sync.OnceValue(func() []slot {
	var all []slot
	t := reflect.TypeFor[Row]()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Name != "Resource" {
			all = append(all, slotOf(f.Type, i))
			continue
		}
		for j := range f.Type.NumField() {
			all = append(all, slotOf(f.Type.Field(j).Type, i, j))
		}
	}
	return all
})

func (s *slot) in(row reflect.Value) reflect.Value {
	v := row.Field(s.path[0])
	if len(s.path) > 1 {
		v = v.Field(s.path[1])
	}
	return v
}

func slotOf(t reflect.Type, path ...int) slot {
	switch {
	case t.Kind() == reflect.String:
		return slot{path, packText, func(in *packed, v reflect.Value) { v.SetString(in.text()) }}
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String:
		return slot{path, packTexts, loadTexts}
	case t == reflect.TypeFor[calendar.Date]():
		return scalarSlot(path, func(d calendar.Date) uint64 {
			if d.IsZero() {
				return 0
			}
			return uint64(d.Sub(epoch())) + 1
		}, func(n uint64) calendar.Date {
			if n == 0 {
				return calendar.Date{}
			}
			return epoch().AddDays(int(n - 1))
		})
	case t == reflect.TypeFor[calendar.Month]():
		return scalarSlot(path, func(m calendar.Month) uint64 {
			if m.IsZero() {
				return 0
			}
			return uint64(m.Sub(calendar.MonthOf(epoch()))) + 1
		}, func(n uint64) calendar.Month {
			if n == 0 {
				return calendar.Month{}
			}
			return calendar.MonthOf(epoch()).Add(int(n - 1))
		})
	case t == reflect.TypeFor[money.Amount]():
		return scalarSlot(path, func(a money.Amount) uint64 { return zigzag(a.Fen(), a.Present()) }, func(n uint64) money.Amount {
			fen, present := unzigzag(n)
			if !present {
				return money.Amount{}
			}
			a, _ := money.Fen(fen) // it was an amount when it was packed
			return a
		})
	case t == reflect.TypeFor[record.Opt[int64]]():
		return scalarSlot(path, func(o record.Opt[int64]) uint64 { return zigzag(o.Or(0), o.Present()) }, func(n uint64) record.Opt[int64] {
			if v, present := unzigzag(n); present {
				return record.Some(v)
			}
			return record.Opt[int64]{}
		})
	case t == reflect.TypeFor[record.Opt[bool]]():
		return scalarSlot(path, func(o record.Opt[bool]) uint64 {
			switch v, present := o.Get(); {
			case !present:
				return 0
			case v:
				return 2
			}
			return 1
		}, func(n uint64) record.Opt[bool] {
			if n == 0 {
				return record.Opt[bool]{}
			}
			return record.Some(n == 2)
		})
	case t == reflect.TypeFor[record.Extra]():
		return slot{path, packExtra, loadExtra}
	}
	panic("ledger: a field of type " + t.String() + " cannot be packed")
}

// epoch is the first day of the calendar package.
func epoch() calendar.Date { return calendar.MustDate(1900, 1, 1) }

// zigzag makes small numbers of either sign small; 0 is no number. Amounts and
// whole numbers of records stay below 2^57.
func zigzag(n int64, present bool) uint64 {
	if !present {
		return 0
	}
	return uint64(n<<1^n>>63) + 1
}

func unzigzag(n uint64) (int64, bool) {
	if n == 0 {
		return 0, false
	}
	n--
	return int64(n>>1) ^ -int64(n&1), true
}

func scalarSlot[V comparable](path []int, number func(V) uint64, value func(uint64) V) slot {
	return slot{path, func(b []byte, v, before reflect.Value) ([]byte, bool) {
		x, y := v.Addr().Interface().(*V), before.Addr().Interface().(*V)
		if *x == *y {
			return b, false
		}
		return binary.AppendUvarint(b, number(*x)), true
	}, func(in *packed, v reflect.Value) { *v.Addr().Interface().(*V) = value(in.number()) }}
}

func packText(b []byte, v, before reflect.Value) ([]byte, bool) {
	s := v.String()
	if s == before.String() {
		return b, false
	}
	return append(binary.AppendUvarint(b, uint64(len(s))), s...), true
}

func packTexts(b []byte, v, before reflect.Value) ([]byte, bool) {
	n := v.Len()
	same := n == before.Len()
	for i := 0; same && i < n; i++ {
		same = v.Index(i).String() == before.Index(i).String()
	}
	if same {
		return b, false
	}
	b = binary.AppendUvarint(b, uint64(n))
	for i := range n {
		s := v.Index(i).String()
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b, true
}

func loadTexts(in *packed, v reflect.Value) {
	n := int(in.number())
	if n == 0 {
		v.SetZero()
		return
	}
	texts := reflect.MakeSlice(v.Type(), n, n)
	for i := range n {
		texts.Index(i).SetString(in.text())
	}
	v.Set(texts)
}

func packExtra(b []byte, v, before reflect.Value) ([]byte, bool) {
	x, y := v.Addr().Interface().(*record.Extra), before.Addr().Interface().(*record.Extra)
	if x.Equal(*y) {
		return b, false
	}
	b = binary.AppendUvarint(b, uint64(x.Len()))
	for key, s := range x.All() {
		b = append(binary.AppendUvarint(b, uint64(len(key))), key...)
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b, true
}

func loadExtra(in *packed, v reflect.Value) {
	var e record.Extra
	for range in.number() {
		key := in.text()
		e = e.With(key, in.text())
	}
	*v.Addr().Interface().(*record.Extra) = e
}

// pack appends the fields in which a row differs from another.
func pack(b []byte, row, before *Row) []byte {
	v, w := reflect.ValueOf(row).Elem(), reflect.ValueOf(before).Elem()
	all := slots()
	for i := range all {
		n := len(b)
		b = binary.AppendUvarint(b, uint64(i))
		var differs bool
		if b, differs = all[i].pack(b, all[i].in(v), all[i].in(w)); !differs {
			b = b[:n]
		}
	}
	return b
}

// unpack lays packed fields over a row.
func unpack(data string, row *Row) {
	in := packed{data}
	v := reflect.ValueOf(row).Elem()
	all := slots()
	for in.rest != "" {
		s := &all[in.number()]
		s.load(&in, s.in(v))
	}
}

// equal reports whether two rows hold the same.
func equal(a, b *Row) bool { return len(pack(nil, a, b)) == 0 }

// packed reads what pack wrote.
type packed struct{ rest string }

func (p *packed) number() uint64 {
	var n uint64
	for i := range len(p.rest) {
		c := p.rest[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			p.rest = p.rest[i+1:]
			break
		}
	}
	return n
}

func (p *packed) text() string {
	n := int(p.number())
	s := p.rest[:n]
	p.rest = p.rest[n:]
	return s
}

// line is one row with all its versions, of which revision and day never fall.
type line struct {
	id       string
	versions []version
}

// version is a row from a revision and a day on.
type version struct {
	data     string // packed over the version before, or over an empty row
	revision int32
	on       calendar.Date
	whole    bool // packed over an empty row
	retired  bool
}

// wholeEvery is how many versions lie between two that are packed whole: it
// bounds what reading one has to unpack.
const wholeEvery = 16

// at is the index of the last version up to a revision and a day (no day: any),
// -1 where there is none.
func (l *line) at(revision int, on calendar.Date) int {
	n, _ := slices.BinarySearchFunc(l.versions, 0, func(v version, _ int) int {
		if int(v.revision) <= revision && (on.IsZero() || !v.on.After(on)) {
			return -1
		}
		return 1
	})
	return n - 1
}

// read unpacks a version.
func (l *line) read(k int, row *Row) {
	from := k
	for !l.versions[from].whole {
		from--
	}
	*row = Row{}
	for ; from <= k; from++ {
		unpack(l.versions[from].data, row)
	}
}

// append packs a version of a row after the last; before is the row as it was.
func (l *line) append(row, before *Row, revision int, on calendar.Date, retired bool) {
	v := version{revision: int32(revision), on: on, retired: retired}
	if len(l.versions)%wholeEvery == 0 {
		v.whole, before = true, &Row{}
	}
	var buffer [1024]byte
	v.data = string(pack(buffer[:0], row, before))
	if l.versions == nil {
		l.versions = make([]version, 0, 1)
	}
	l.versions = append(l.versions, v)
}

// last is the index of the last version.
func (l *line) last() int { return len(l.versions) - 1 }

// packedID is the id as the first version holds it, so that it is held once. It
// is the first field of the first version.
func (l *line) packedID() string {
	in := packed{l.versions[0].data}
	in.number()
	return in.text()
}
