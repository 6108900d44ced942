package main

import (
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/dataasset-go/dataasset/examples/excel/sheet"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// export writes a ledger as a workbook.
func export(o options, progress *counter) error {
	f, err := os.Open(o.ledger)
	if err != nil {
		return err
	}
	defer f.Close()
	defer progress.end()
	w, err := sheet.NewWriter(ledger.Table(), o.lang)
	if err != nil {
		return err
	}
	name := filepath.Base(o.ledger)
	read := fromLedger
	if strings.EqualFold(filepath.Ext(name), ".csv") {
		read = fromCSV
	}
	for row, err := range read(f, name, o.lang) {
		if err != nil {
			return err
		}
		progress.step()
		if err := w.Write(&row); err != nil {
			return err
		}
	}
	return create(o.out, w.Save)
}

// fromLedger yields the rows that the ledger holds after its last change.
func fromLedger(r io.Reader, name string, _ rule.Language) iter.Seq2[ledger.Row, error] {
	return func(yield func(ledger.Row, error) bool) {
		l, err := ledger.Read(r, name)
		if err != nil {
			yield(ledger.Row{}, err)
			return
		}
		for row := range l.Now().Rows() {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// fromCSV yields the rows of a table. A row at fault ends the export: a workbook
// without it would look whole.
func fromCSV(r io.Reader, name string, l rule.Language) iter.Seq2[ledger.Row, error] {
	return func(yield func(ledger.Row, error) bool) {
		rows, err := ledger.Table().ReadCSV(r, record.Options{File: name})
		if err != nil {
			yield(ledger.Row{}, err)
			return
		}
		for row, report := range rows.All() {
			if report.Err() != nil {
				err = badRow{report, l}
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(ledger.Row{}, err)
		}
	}
}

// badRow is a row of CSV with findings, one a line.
type badRow struct {
	report rule.Report
	lang   rule.Language
}

// Error tells the findings.
func (e badRow) Error() string {
	s := rule.Text{ZH: "有误的行不导出：", EN: "a row at fault is not exported:"}.In(e.lang)
	for _, f := range e.report.Findings {
		s += "\n  " + f.In(e.lang)
	}
	return s
}
