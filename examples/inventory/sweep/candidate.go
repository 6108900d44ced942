package sweep

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Found is what a sweep of one source found.
type Found struct {
	Systems    []asset.ITSystem // the database; a catalogue names none
	Candidates []Candidate
	Notes      []rule.Text // about the source as a whole
}

// Candidate is a data resource that was found, as far as its source tells.
type Candidate struct {
	Resource asset.Resource // what is not known is absent
	Origin   string         // where it was found: database, schema and table, or the name of the dataset
	Notes    []rule.Text    // what a person should know of how it was read
}

// Inventory is the sweep of a holder with what was found. Its projects are for the
// unit to add: no source names them.
func (f Found) Inventory(h asset.Holder) asset.Inventory {
	v := asset.Inventory{Holder: h, Systems: f.Systems}
	for _, c := range f.Candidates {
		v.Resources = append(v.Resources, c.Resource)
	}
	return v
}

// Unknown lists the fields that a resource must have, for its own record or as a row of
// the ledger, and that nobody has told yet, in the order of the table.
func (c Candidate) Unknown() (all []record.FieldDefinition) {
	row := ledger.Row{Resource: c.Resource.Clone()}
	row.Resource.Extra = record.Extra{}
	missing := map[string]bool{}
	for _, report := range []rule.Report{
		asset.Resources().Validate(&row.Resource, record.Options{}), ledger.Table().Validate(&row, record.Options{}),
	} {
		for _, f := range report.Findings {
			missing[strings.TrimPrefix(f.Path, "/")] = true
		}
	}
	for _, d := range asset.Resources().Definition().Fields {
		if missing[d.Key] && asset.Resources().Text(&row.Resource, d.Key) == "" {
			all = append(all, d)
		}
	}
	return all
}

// Columns of the sheet beside the library's.
const (
	foundAt = "foundAt"
	unknown = "stillUnknown"
	notes   = "sweepNotes"
)

// Table is the library's table of resources with three columns more, which the sweep
// fills in: where a resource was found, what is still unknown, and notes. A sheet
// that was filled in is read with it.
func Table() *record.Table[asset.Resource] { return table() }

var table = sync.OnceValue(func() *record.Table[asset.Resource] {
	basis := []rule.Clause{rule.GX("4.1.1")}
	column := func(key, zh, en, example string) record.FieldDefinition {
		return record.FieldDefinition{Key: key, Title: rule.Text{ZH: zh, EN: en}, Group: "basic", Type: record.Text{Max: maxNote, Lines: true}, Basis: basis, Example: example}
	}
	t, err := asset.Resources().With(
		column(foundAt, "清查发现处", "found at", "postgres roads public"),
		column(unknown, "待补充", "still unknown", "覆盖区域；数据来源"),
		column(notes, "清查说明", "notes of the sweep", "行数为估计"),
	)
	if err != nil {
		panic(err) // the columns are fixed
	}
	return t
})

const maxNote = 2000

// Row is the candidate as a row of [Table], the unknown marked.
func (c Candidate) Row(l rule.Language) asset.Resource {
	r := c.Resource.Clone()
	var missing, said []string
	for _, f := range c.Unknown() {
		missing = append(missing, f.Title.In(l))
	}
	for _, n := range c.Notes {
		said = append(said, n.In(l))
	}
	separator := rule.Text{ZH: "；", EN: "; "}.In(l)
	for _, x := range []struct{ key, text string }{
		{foundAt, c.Origin}, {unknown, strings.Join(missing, separator)}, {notes, strings.Join(said, separator)},
	} {
		if x.text != "" {
			text, _ := cut(x.text, maxNote)
			r.Extra = r.Extra.With(x.key, text)
		}
	}
	return r
}

// WriteCSV writes the candidates as a sheet to be filled in.
func (f Found) WriteCSV(w io.Writer, l rule.Language) error {
	sheet, err := Table().NewCSVWriter(w, l)
	if err != nil {
		return err
	}
	for _, c := range f.Candidates {
		r := c.Row(l)
		if err := sheet.Write(&r); err != nil {
			return fmt.Errorf("%s: %w", c.Origin, err)
		}
	}
	return sheet.Flush()
}

// draft is a candidate that is being made.
type draft struct {
	Candidate
}

// maxNotes is how many notes a candidate carries.
const maxNotes = 50

func (d *draft) note(zh, en string) {
	if len(d.Notes) == maxNotes {
		return
	}
	if len(d.Notes) == maxNotes-1 {
		zh, en = "其余说明从略", "further notes are left out"
	}
	d.Notes = append(d.Notes, rule.Text{ZH: zh, EN: en})
}

// fill sets a text of the table, cut to what the table takes, with a note where it was.
func (d *draft) fill(to *string, key, s string) {
	f, _ := asset.Resources().Definition().Field(key)
	most := f.Type.(record.Text).Max
	text, whole := cut(s, most)
	if *to = text; !whole {
		n := strconv.Itoa(most)
		d.note(f.Title.ZH+"过长，截至"+n+"字", "the "+f.Title.EN+" is cut to "+n+" characters")
	}
}

// cut is a text of one value: control characters and blanks at the ends gone, at most
// a number of characters.
func cut(s string, most int) (text string, whole bool) {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == 0x2028 || r == 0x2029 || r == 0x85:
			return ' '
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\ufffd' || r == '\ufeff':
			return -1
		}
		return r
	}, s)
	s = strings.TrimSpace(s)
	if n := 0; len(s) > most {
		for i := range s {
			if n++; n > most {
				return strings.TrimSpace(s[:i]), false
			}
		}
	}
	return s, true
}

// ids gives each resource an id that it keeps in the next sweep: the name of what was
// found, or where that is no code of the table, a digest of it.
type ids struct {
	prefix string
	taken  map[string]bool
}

const longestID = 40

func (s *ids) of(name, origin string) string {
	id := s.prefix + "-" + name
	if !isCode(id) || s.taken[id] {
		sum := sha256.Sum256([]byte(origin))
		id = s.prefix + "-" + hex.EncodeToString(sum[:6])
	}
	if s.taken == nil {
		s.taken = map[string]bool{}
	}
	s.taken[id] = true
	return id
}

func isCode(s string) bool {
	for i, r := range s {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
		if !letter && (i == 0 || !strings.ContainsRune("-_./:", r)) {
			return false
		}
	}
	return s != "" && len(s) <= longestID
}

// checkPrefix refuses a prefix that makes no ids.
func checkPrefix(prefix string) error {
	if !isCode(prefix) || len(prefix) > 20 {
		return &rule.ValueError{Value: prefix, Want: "a prefix of at most 20 letters, digits and -_./: for the ids"}
	}
	return nil
}
