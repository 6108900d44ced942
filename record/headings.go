package record

import (
	"bytes"
	"encoding/csv"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/rule"
)

// headingNames finds the field that a heading names.
type headingNames struct {
	def   Definition
	exact map[string]int
	near  map[string]int // by the tidied heading; -1 where two fields have it
}

func headingNamesOf(d Definition, synonyms map[string]string) (headingNames, error) {
	n := headingNames{d, map[string]int{}, map[string]int{}}
	for i, f := range d.Fields {
		for _, name := range append([]string{f.Key, f.Title.ZH, f.Title.EN}, f.Synonyms...) {
			n.exact[name] = i
			n.add(name, i)
		}
	}
	given := slices.Sorted(maps.Keys(synonyms))
	fields := make([]int, len(given))
	for k, name := range given { // they come before the table's own
		i, ok := n.exact[synonyms[name]]
		if !ok || d.Fields[i].Key != synonyms[name] {
			return n, &TableError{d.Name, synonyms[name], "a field for the heading " + quote.Value(name)}
		}
		delete(n.near, tidied(name))
		fields[k] = i
	}
	for k, name := range given {
		n.exact[name] = fields[k]
		n.add(name, fields[k])
	}
	return n, nil
}

func (n headingNames) add(name string, field int) {
	name = tidied(name)
	if other, taken := n.near[name]; taken && other != field {
		field = -1
	}
	n.near[name] = field
}

// field is the field of a heading, -1 for none.
func (n headingNames) field(s string) int {
	if i, ok := n.exact[s]; ok {
		return i
	}
	if i, ok := n.near[tidied(s)]; ok {
		return i
	}
	return -1
}

// find is the field of a heading and the unit that stands with it: 入账金额（万元）,
// 入账金额/万元. The field is -1 for none.
func (n headingNames) find(heading string) (int, unit) {
	if i := n.field(heading); i >= 0 {
		return i, unit{}
	}
	rest, said := tidied(heading), ""
	for range 3 {
		base, note := cutNote(rest)
		if note == "" {
			return -1, unit{}
		}
		rest = base
		if !headingNotes[note] {
			if said != "" {
				return -1, unit{}
			}
			said = strings.TrimPrefix(note, "单位:")
		}
		i := n.field(rest)
		if i < 0 {
			continue
		}
		if said == "" {
			return i, unit{}
		}
		if u, ok := unitOf(said, n.def.Fields[i]); ok {
			return i, u
		}
		return -1, unit{}
	}
	return -1, unit{}
}

// matches counts the fields that a row of headings names, and its cells that
// are not empty and do not say 序号.
func (n headingNames) matches(cells []string) (fields, filled int) {
	for _, s := range cells {
		if trimmed(s) == "" || rowNumbers[s] {
			continue
		}
		filled++
		if i, _ := n.find(s); i >= 0 {
			fields++
		}
	}
	return fields, filled
}

// more reports whether a row of headings names more fields than another.
func (n headingNames) more(a, b []string) bool {
	more, _ := n.matches(a)
	fields, _ := n.matches(b)
	return more > fields
}

// looksLikeHeadings reports whether most of a row are headings.
func (n headingNames) looksLikeHeadings(cells []string) bool {
	fields, filled := n.matches(cells)
	return fields > 0 && 2*fields >= filled
}

// separator finds the mark between columns by which most headings are found.
func (n headingNames) separator(text []byte) rune {
	best, most := ',', 0
	for _, mark := range [...]rune{',', ';', '\t'} {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma, r.FieldsPerRecord, r.ReuseRecord = mark, -1, true
		for range rowsAbove + 2 {
			cells, err := r.Read()
			if err != nil {
				break
			}
			fields, filled := n.matches(cells)
			if fields > 1 && 2*fields >= filled {
				return mark
			}
			if fields > most {
				best, most = mark, fields
			}
		}
	}
	return best
}

// headingNotes stand in brackets behind a heading and say nothing of its
// meaning.
var headingNotes = map[string]bool{
	"必填": true, "选填": true, "可选": true, "必选": true, "非必填": true, "可多选": true, "多选": true, "单选": true, "下拉选择": true,
	"required": true, "optional": true,
}

// rowNumbers are headings of columns that only number the rows.
var rowNumbers = map[string]bool{"序号": true, "行号": true, "no.": true, "no": true, "#": true}

// tidied is a heading without spaces, marks, width and letter case.
func tidied(s string) string { return strings.Trim(strings.Map(tidyRune, s), "*:") }

func tidyRune(r rune) rune {
	r = halfRune(r)
	switch {
	case padding(r) || unicode.IsControl(r):
		return -1
	case r == '[' || r == '【':
		return '('
	case r == ']' || r == '】':
		return ')'
	}
	return unicode.ToLower(r)
}

// squeeze takes all spaces out of s.
func squeeze(s string) string {
	if !strings.ContainsFunc(s, padding) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if padding(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// cutNote takes a bracket, or what stands behind / or :, from a tidied heading.
func cutNote(s string) (base, note string) {
	s = strings.Trim(s, "*")
	if strings.HasSuffix(s, ")") {
		if i := strings.LastIndexByte(s, '('); i >= 0 {
			return strings.Trim(s[:i], "*"), s[i+1 : len(s)-1]
		}
		return s, ""
	}
	if i := strings.LastIndexAny(s, "/:"); i > 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

// HeadingError is a heading row that does not fit the table; nothing of the
// table has been read.
type HeadingError struct {
	File     string
	Line     int // of the heading row, from 1
	Table    string
	Unknown  []Heading   // headings of no field, and a unit above them that is not yuan
	Repeated []Heading   // second headings of a field
	Missing  []rule.Text // titles of required fields without a column
}

// Heading is a cell of the heading row.
type Heading struct {
	Column int // from 1
	Text   string
	First  int // of a repeated heading: the column that the field has already
}

// column is the first at fault; the first of all, where one is missing only.
func (e *HeadingError) column() int {
	at := 0
	for _, h := range slices.Concat(e.Unknown, e.Repeated) {
		if at == 0 || h.Column < at {
			at = h.Column
		}
	}
	return max(at, 1)
}

// Error lists the headings at fault.
func (e *HeadingError) Error() string { return "record: " + e.In(rule.English) }

// In says the same in one language, for a person.
func (e *HeadingError) In(l rule.Language) string {
	say := func(zh, en string) string { return rule.Text{ZH: zh, EN: en}.In(l) }
	s := place(e.File, max(e.Line, 1), e.column(), "") + say("：标题行与 ", ": the headings do not fit ") + e.Table + say(" 不符", "")
	list := func(what string, headings []Heading) {
		for i, h := range headings {
			if i == 5 {
				rest := strconv.Itoa(len(headings) - i)
				s += say("，另有 "+rest+" 列", " and "+rest+" more")
				return
			}
			column := strconv.Itoa(h.Column)
			s += what + quote.Value(h.Text) + say("（第 "+column+" 列）", " in column "+column)
			if h.First > 0 {
				first := strconv.Itoa(h.First)
				s += say("（第 "+first+" 列已有）", " after column "+first)
			}
			what = say("、", ", ")
		}
	}
	list(say("；不认识：", "; unknown: "), e.Unknown)
	list(say("；重复：", "; repeated: "), e.Repeated)
	for i, t := range e.Missing {
		if i == 0 {
			s += say("；缺少：", "; missing: ")
		} else {
			s += say("、", ", ")
		}
		s += t.ZH
		if l == rule.English {
			s += " (" + t.EN + ")"
		}
	}
	return s
}
