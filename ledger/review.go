package ledger

import (
	"iter"
	"strconv"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Reviewer carries the rules of a review. The zero Reviewer judges by [Rules]
// and [ViewRules]; a caller adds to them, replaces, or switches off.
type Reviewer struct {
	Rows  rule.Set[*Row]
	Views rule.Set[View]

	// Progress is told how far a review has come, once each 1,000 rows and at the
	// end, by the goroutine that reviews.
	Progress func(record.Progress)
}

// Review is the zero [Reviewer]'s.
func (v View) Review(c rule.Context) rule.Report { return Reviewer{}.Review(v, c) }

// Review validates every row of a view by its table on the day of the review,
// and judges it by the rules, alone and against the others. Rows are numbered
// in the order of the view; paths begin with /ledger and the row's place. Rows
// that are retired are judged by the rules too, and numbered after the others;
// their paths begin with /retired. At most 10,000 findings are kept, the rest
// counted; [Reviewer.Each] yields them all.
func (r Reviewer) Review(v View, c rule.Context) rule.Report {
	var report rule.Report
	for _, one := range r.Each(v, c) {
		report.Merge(one)
	}
	return report
}

// Each yields what [Reviewer.Review] finds, row by row: of each row that has
// findings its number and its report, then, under number 0, what the rules found
// about rows against each other, and the rules that are switched off. Of a
// million rows it holds none, and 8 bytes for each value that must not occur
// twice.
func (r Reviewer) Each(v View, c rule.Context) iter.Seq2[int, rule.Report] {
	if r.Rows.IsZero() {
		r.Rows = Rules()
	}
	if r.Views.IsZero() {
		r.Views = ViewRules()
	}
	return func(yield func(int, rule.Report) bool) {
		m := meter{tell: r.Progress}
		t := v.Table()
		n := 0
		var row Row
		for row = range v.Rows() {
			n++
			m.row(0)
			if one := r.row(t, &row, n, c); len(one.Findings) > 0 && !yield(n, one) {
				return
			}
		}
		ended := 0
		for row = range v.Retired() {
			ended++
			m.row(0)
			var one rule.Report
			r.judge(&one, &row, c)
			if len(one.Findings) > 0 && !yield(n+ended, placed(one, "retired", ended, n+ended)) {
				return
			}
		}
		m.end()
		last := r.Views.Review(v, c)
		last.Off = append(last.Off, r.Rows.Review(&Row{}, rule.Context{}).Off...)
		if len(last.Findings)+len(last.Off)+last.Omitted > 0 {
			yield(0, last)
		}
	}
}

// Row is what [Reviewer.Review] finds about one row alone, the n-th from 1: for a
// review whose rows lie on many machines. What [ViewRules] find about rows against
// each other is found there among those that have one value of a field of
// [UniqueKeys]. t is the table of the row, nil is [Table].
func (r Reviewer) Row(t *record.Table[Row], row *Row, n int, c rule.Context) rule.Report {
	if t == nil {
		t = Table()
	}
	if r.Rows.IsZero() {
		r.Rows = Rules()
	}
	return r.row(t, row, n, c)
}

func (r Reviewer) row(t *record.Table[Row], row *Row, n int, c rule.Context) rule.Report {
	one := t.Validate(row, record.Options{At: c.At, Row: n})
	r.judge(&one, row, c)
	return placed(one, "ledger", n, n)
}

// judge adds what the rules of one row find. What is switched off is told once,
// at the end.
func (r Reviewer) judge(report *rule.Report, row *Row, c rule.Context) {
	one := r.Rows.Review(row, c)
	one.Off = nil
	report.Merge(one)
}

// placed says of findings which row they are about.
func placed(report rule.Report, list string, place, row int) rule.Report {
	for i := range report.Findings {
		report.Findings[i].Row = row
		report.Findings[i].Path = rule.Pointer(list, strconv.Itoa(place-1)) + report.Findings[i].Path
	}
	return report
}
