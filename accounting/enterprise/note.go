package enterprise

import (
	"fmt"
	"maps"
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Way is how an asset was acquired: a column of the disclosure tables.
type Way int

// The ways, in the order of the columns.
const (
	Bought Way = iota
	Own        // 自行开发, 自行加工
	Otherwise
)

// TotalColumn is the column 合计.
const TotalColumn = 3

// Table is a disclosure table of 财会〔2023〕11号: table A of intangible assets, 27
// lines, or table B of inventories, 21 lines, each of four columns. A column of which
// there never was an asset is absent, not 0.00; so is a 其中 line without movement.
type Table struct {
	Title   rule.Text
	From    calendar.Date
	To      calendar.Date
	Columns [4]rule.Text
	Lines   []LineDef
	Cells   [][4]money.Amount // by line, from 0
}

// Cell returns the amount of a line, counted from 1 as the provisions print them,
// in a column.
func (t Table) Cell(line int, column Way) money.Amount {
	if line < 1 || line > len(t.Cells) || column < 0 || column > TotalColumn {
		return money.Amount{}
	}
	return t.Cells[line-1][column]
}

// NoteError is a journal from which a table cannot be derived.
type NoteError struct {
	Asset string
	Want  string
}

// Error names the asset and what was expected.
func (e *NoteError) Error() string {
	return fmt.Sprintf("enterprise: note: %q: want %s", e.Asset, e.Want)
}

// IntangibleTable derives table A from the vouchers dated from one day to another,
// both included; those before, and opening vouchers, are the opening. ways says
// how assets were acquired that the journal only has from an opening voucher, or
// where the caller knows better. Errors are [*NoteError].
func IntangibleTable(j *accounting.Journal, from, to calendar.Date, ways map[string]Way) (Table, error) {
	return derive(intangibleLayout(), j, from, to, ways)
}

// InventoryTable derives table B as [IntangibleTable] does table A.
func InventoryTable(j *accounting.Journal, from, to calendar.Date, ways map[string]Way) (Table, error) {
	return derive(inventoryLayout(), j, from, to, ways)
}

// ForStateOwned returns table B with the heading 二、跌价准备 of the template for
// state-owned enterprises, where that for listed companies has 二、存货跌价准备. Table A
// is the same in both.
func (t Table) ForStateOwned() Table {
	t.Lines = slices.Clone(t.Lines)
	for i := range t.Lines {
		if t.Lines[i].Label.ZH == provisionHeading {
			t.Lines[i].Label.ZH = "二、跌价准备"
		}
	}
	return t
}

func derive(l layout, j *accounting.Journal, from, to calendar.Date, ways map[string]Way) (Table, error) {
	t := Table{Title: l.title, From: from, To: to, Columns: l.columns, Lines: l.lines, Cells: make([][4]money.Amount, len(l.lines))}
	d := deriver{layout: l, sums: make([][3]int64, len(l.lines)+1), columns: map[string]Way{}}
	for _, a := range slices.Sorted(maps.Keys(ways)) {
		w := ways[a]
		if w < Bought || w > Otherwise {
			return Table{}, &NoteError{a, "a way of acquisition"}
		}
		d.columns[a] = w
	}
	for p := range j.Postings() {
		if err := d.take(p, from, to); err != nil {
			return Table{}, err
		}
	}
	return t, d.fill(&t)
}

type deriver struct {
	layout
	sums    [][3]int64 // by line from 1, fen
	columns map[string]Way
	used    [3]bool
}

// take adds what a posting did to each asset in each segment.
func (d *deriver) take(p accounting.Posting, from, to calendar.Date) error {
	for s := range d.segments {
		g := &d.segments[s]
		changed := map[string]int64{}
		var order []string
		before := p.Kind == string(accounting.OpeningKind)
		for _, v := range p.Vouchers {
			e := v.Entry()
			if e.Date.After(to) {
				continue
			}
			before = before || e.Date.Before(from)
			for _, l := range e.Lines {
				if l.Asset == "" || !slices.Contains(g.accounts, l.Account) {
					continue
				}
				if !slices.Contains(order, l.Asset) {
					order = append(order, l.Asset)
				}
				if n := l.Amount.Fen(); l.Side == g.side {
					changed[l.Asset] += n
				} else {
					changed[l.Asset] -= n
				}
			}
		}
		for _, asset := range order {
			column, err := d.column(asset, p.Kind)
			if err != nil {
				return err
			}
			d.used[column] = true
			d.note(g, p.Kind, column, changed[asset], before)
		}
	}
	return nil
}

func (d *deriver) column(asset, kind string) (Way, error) {
	if w, ok := d.columns[asset]; ok {
		return w, nil
	}
	if kind == string(accounting.OpeningKind) {
		return 0, &NoteError{asset, "how the asset was acquired, which an opening voucher does not tell"}
	}
	w, ok := d.origin[kind]
	if !ok {
		w = Otherwise
	}
	d.columns[asset] = w
	return w, nil
}

func (d *deriver) note(g *segment, kind string, column Way, n int64, before bool) {
	switch {
	case before:
		d.sums[g.opening][column] += n
	case n > 0:
		d.sums[g.increase][column] += n
		d.child(g.in, kind, column, n)
	case n < 0:
		d.sums[g.decrease][column] -= n
		d.child(g.out, kind, column, -n)
	}
}

func (d *deriver) child(children map[string]int, kind string, column Way, n int64) {
	line, ok := children[kind]
	if !ok {
		line = children[""]
	}
	if line > 0 {
		d.sums[line][column] += n
	}
}

// fill computes the lines that follow from others, and the total column.
func (d *deriver) fill(t *Table) error {
	isChild := map[int]bool{}
	for _, l := range d.lines {
		for _, c := range l.Children {
			isChild[c] = true
		}
	}
	for i, l := range d.lines {
		if l.Heading {
			continue
		}
		total, present := int64(0), false
		for c := range d.used {
			n := d.sums[i+1][c]
			if len(l.Sum) > 0 {
				n = 0
				for _, s := range l.Sum {
					if s > 0 {
						n += d.sums[s][c]
					} else {
						n -= d.sums[-s][c]
					}
				}
				d.sums[i+1][c] = n
			}
			if !d.used[c] || n == 0 && isChild[i+1] {
				continue
			}
			a, err := money.Fen(n)
			if err != nil {
				return err
			}
			t.Cells[i][c] = a
			total, present = total+n, true
		}
		if !present {
			continue
		}
		a, err := money.Fen(total)
		if err != nil {
			return err
		}
		t.Cells[i][TotalColumn] = a
	}
	return nil
}
