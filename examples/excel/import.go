package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/dataasset-go/dataasset/examples/excel/sheet"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
)

// importFile reads a workbook and prints what was found about it.
func importFile(o options, out io.Writer, progress *counter) error {
	for _, name := range []string{o.out, o.good} {
		if _, err := os.Stat(name); name != "" && err == nil {
			return fmt.Errorf("%s exists already", name)
		}
	}
	f, err := os.Open(o.file)
	if err != nil {
		return err
	}
	defer f.Close()
	r, err := sheet.Read(ledger.Table(), f, record.Options{File: filepath.Base(o.file)})
	if err != nil {
		return err
	}
	job := &importing{options: o, out: out, progress: progress}
	if o.good == "" {
		err = job.rows(r, io.Discard)
	} else {
		err = create(o.good, func(f io.Writer) error { return job.rows(r, f) })
	}
	if err != nil {
		return err
	}
	if job.returned != nil {
		if err := create(o.out, job.returned.Save); err != nil {
			return err
		}
	}
	job.summary(r.Sheet())
	if job.bad > 0 {
		return errBlocked
	}
	return nil
}

// importing is one import on its way.
type importing struct {
	options
	out       io.Writer
	progress  *counter
	returned  *sheet.Writer[ledger.Row] // the rows at fault, once there is one
	good, bad int
	found     rule.Report
	findings  int
}

// rows reads all rows, writes the good ones, and keeps what was found.
func (j *importing) rows(r *sheet.Reader[ledger.Row], good io.Writer) error {
	defer j.progress.end()
	w := bufio.NewWriter(good)
	var line []byte
	for row, report := range r.All() {
		j.progress.step()
		j.findings += len(report.Findings) + report.Omitted
		j.found.Merge(report)
		var err error
		if report.Err() == nil {
			j.good++
			line, err = ledger.Table().Append(line[:0], &row)
			w.Write(append(line, '\n'))
		} else {
			j.bad++
			err = j.giveBack(r.Row(), report)
		}
		if err != nil {
			return err
		}
	}
	about := r.Report()
	j.findings += len(about.Findings) + about.Omitted
	j.found.Merge(about)
	return errors.Join(r.Err(), w.Flush())
}

// giveBack keeps a row at fault for who filled it in.
func (j *importing) giveBack(r sheet.Row, report rule.Report) error {
	if j.options.out == "" {
		return nil
	}
	if j.returned == nil {
		var err error
		if j.returned, err = sheet.NewWriter(ledger.Table(), j.lang); err != nil {
			return err
		}
	}
	return j.returned.Return(r, report)
}

// summary prints the findings, each with its cell, and what came of the rows.
func (j *importing) summary(name string) {
	say := func(zh, en string) string { return rule.Text{ZH: zh, EN: en}.In(j.lang) }
	for _, f := range j.found.Findings {
		fmt.Fprintln(j.out, inCell(f, name).In(j.lang))
	}
	if more := j.findings - len(j.found.Findings); more > 0 {
		fmt.Fprintf(j.out, say("……另有 %d 项\n", "… and %d more\n"), more)
	}
	fmt.Fprintf(j.out, say("%s 工作表“%s”：%d 行可用，%d 行有误；发现 %d 项\n", "%s, sheet %q: %d good rows, %d at fault; %d findings\n"),
		filepath.Base(j.file), name, j.good, j.bad, j.findings)
	if j.returned != nil {
		fmt.Fprintf(j.out, say("有误的行连同原因写入 %s\n", "the rows at fault are in %s, with the reasons\n"), j.options.out)
	}
}

// inCell gives a finding's place as a spreadsheet shows it: 台账!D7.
func inCell(f rule.Finding, sheetName string) rule.Finding {
	place := fmt.Sprint(f.Source.Line)
	if name, err := excelize.CoordinatesToCellName(f.Source.Column, f.Source.Line); err == nil {
		place = name
	}
	f.Source = rule.Source{File: sheetName + "!" + place, Heading: f.Source.Heading}
	f.Path = ""
	return f
}
