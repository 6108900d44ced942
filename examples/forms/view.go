package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// block is fields under one heading, as a person reads them.
type block struct {
	Title string
	Rows  []row
}

// row is one field: a value, or the records within it.
type row struct {
	Label string
	Value string
	Wide  bool // long: a line of its own
	Parts [][]block
}

// blank is what an absent field shows in a print view, which shows all of them.
const blank = "—"

// view lays an instance out by the record's definition. Whatever is in a draft is
// shown: a member that the record does not have, or of another type, as it stands.
// With all, absent fields are shown too.
func view(d record.Definition, tree any, all bool) []block {
	members, ok := tree.(map[string]any)
	if !ok {
		return []block{{Rows: []row{{Label: d.Title.ZH, Value: shown(tree)}}}}
	}
	var blocks []block
	rest := maps.Clone(members)
	if d.By != "" {
		delete(rest, d.By)
		code, _ := members[d.By].(string)
		chosen := row{Label: d.ByTitle.ZH, Value: shown(members[d.By])}
		for _, a := range d.Alternatives {
			if a.Code == code {
				chosen.Value = a.Title.ZH
				return append([]block{{Rows: []row{chosen}}}, view(a.Definition, rest, all)...)
			}
		}
		blocks = append(blocks, block{Rows: []row{chosen}})
	}
	for _, g := range append([]record.Group{{}}, d.Groups...) {
		b := block{Title: g.Title.ZH}
		for _, f := range d.Fields {
			v, there := members[f.Key]
			if f.Group != g.Key || !there && !all {
				continue
			}
			delete(rest, f.Key)
			b.Rows = append(b.Rows, fieldRow(f, v, all))
		}
		if spread(b.Rows); len(b.Rows) > 0 {
			blocks = append(blocks, b)
		}
	}
	if len(rest) > 0 {
		b := block{Title: "其他"}
		for _, key := range slices.Sorted(maps.Keys(rest)) {
			b.Rows = append(b.Rows, row{Label: key, Value: shown(rest[key])})
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// spread gives a line of its own to a row that has none beside it.
func spread(rows []row) {
	half := false // a row is waiting for one beside it
	for i := range rows {
		if rows[i].Wide && half {
			rows[i-1].Wide = true
		}
		half = !rows[i].Wide && !half
	}
	if half {
		rows[len(rows)-1].Wide = true
	}
}

func fieldRow(f record.FieldDefinition, v any, all bool) row {
	r := row{Label: f.Title.ZH}
	switch t := f.Type.(type) {
	case record.Text:
		r.Wide = t.Lines || t.Max > 200
	case record.Nested:
		r.Parts = parts(t.Of, []any{v}, all)
	case record.Chosen:
		r.Parts = parts(t.Of, []any{v}, all)
	case record.List:
		list, ok := v.([]any)
		if ok && t.Element == nil {
			r.Parts = parts(t.Of, list, all)
		}
	}
	if v == nil {
		r.Parts = nil
	}
	if r.Wide = r.Wide || r.Parts != nil; r.Parts == nil {
		r.Value = valueText(f.Type, v)
		if n, ok := v.(json.Number); ok && f.Unit.ZH != "" { // a year, without a unit, has no commas
			r.Value = thousands(n.String())
		}
		if v != nil {
			r.Value = strings.TrimSpace(r.Value + " " + f.Unit.ZH)
		}
	}
	return r
}

func parts(d record.Definition, list []any, all bool) [][]block {
	var laid [][]block
	for _, v := range list {
		laid = append(laid, view(d, v, all))
	}
	return laid
}

// valueText is a value as a person reads it.
func valueText(t record.Type, v any) string {
	s, isText := v.(string)
	switch t := t.(type) {
	case record.Code:
		if isText {
			return t.List.TitleOf(s).ZH
		}
	case record.Codes:
		return joined(record.Code{List: t.List}, v)
	case record.List:
		return joined(t.Element, v)
	case record.Date:
		if d, err := calendar.ParseDate(s); err == nil {
			return dateText(d)
		}
	case record.Amount:
		if _, err := money.Parse(s); err == nil && isText {
			return thousands(s)
		}
	case record.Boolean:
		if b, ok := v.(bool); ok {
			return map[bool]string{true: "是", false: "否"}[b]
		}
	}
	return shown(v)
}

func joined(t record.Type, v any) string {
	list, ok := v.([]any)
	if !ok {
		return shown(v)
	}
	var all []string
	for _, one := range list {
		all = append(all, valueText(t, one))
	}
	return strings.Join(all, "、")
}

// shown is any value as it stands, shortened: a draft may hold anything.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return blank
	case string:
		return v
	case json.Number:
		return v.String()
	}
	const most = 200
	b, err := json.Marshal(v)
	if err != nil {
		return blank
	}
	if r := []rune(string(b)); len(r) > most {
		return string(r[:most]) + "…"
	}
	return string(b)
}

func dateText(d calendar.Date) string {
	return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
}

// clock is a moment as people in China read it.
func clock(t time.Time) string {
	d := calendar.DateInChina(t)
	return dateText(d) + t.UTC().Add(8*time.Hour).Format(" 15:04")
}

// thousands sets commas into the digits of a number: 1860000.00 is 1,860,000.00.
func thousands(s string) string {
	whole, places, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if places != "" {
		whole += "." + places
	}
	return sign + whole
}
