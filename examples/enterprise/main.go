package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

//go:embed year.json
var example []byte

func main() {
	err := run(os.Args[1:], os.Stdout)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "enterprise:", err)
	os.Exit(1)
}

// options is the command line.
type options struct {
	at            calendar.Date
	lang          rule.Language
	asJSON, asCSV bool
	html, file    string
}

func parse(args []string) (options, error) {
	o := options{at: calendar.MustDate(2026, time.December, 31), lang: rule.Chinese}
	flags := flag.NewFlagSet("enterprise", flag.ContinueOnError)
	flags.TextVar(&o.at, "at", o.at, "last day of the report; it begins with the year")
	english := flags.Bool("en", false, "print in English")
	flags.BoolVar(&o.asJSON, "json", false, "print JSON for other programs")
	flags.BoolVar(&o.asCSV, "csv", false, "print the notes as CSV")
	flags.StringVar(&o.html, "html", "", "write one HTML page here instead of text")
	flags.StringVar(&o.file, "file", "", "read this file instead of the example")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if *english {
		o.lang = rule.English
	}
	switch {
	case flags.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q; -file takes the file", flags.Arg(0))
	case o.at.IsZero():
		return o, errors.New("-at: want a date written 2006-01-02")
	}
	return o, nil
}

func run(args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	b, name := example, "year.json"
	if o.file != "" {
		if b, err = os.ReadFile(o.file); err != nil {
			return err
		}
		name = o.file
	}
	r, err := build(b, name, o)
	if err != nil {
		return err
	}
	switch {
	case o.asJSON:
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(r.plain())
	case o.asCSV:
		return r.notes.WriteCSV(out, o.lang)
	case o.html != "":
		f, err := os.Create(o.html)
		if err != nil {
			return err
		}
		return errors.Join(r.page(f), f.Close())
	}
	return r.print(out)
}

// report is all that is printed.
type report struct {
	name     string
	from     calendar.Date
	at       calendar.Date
	lang     rule.Language
	journal  *accounting.Journal
	memos    []enterprise.Memo
	costs    []enterprise.Collected
	opening  []accounting.Balance
	balances []accounting.Balance
	notes    enterprise.Disclosure
	found    rule.Report
}

func build(b []byte, file string, o options) (report, error) {
	y, err := read(b, file, o.lang)
	if err != nil {
		return report{}, err
	}
	j, err := y.book(o.at)
	if err != nil {
		return report{}, at(err, b, file, o.lang)
	}
	r := report{name: y.Name, from: calendar.MustDate(o.at.Year(), time.January, 1), at: o.at, lang: o.lang, journal: j, memos: y.Memos}
	if r.costs, err = y.gathered(o.at); err != nil {
		return r, err
	}
	if r.opening, err = j.TrialBalance(enterprise.Chart(), r.from.AddDays(-1)); err != nil {
		return r, err
	}
	if r.balances, err = j.TrialBalance(enterprise.Chart(), o.at); err != nil {
		return r, err
	}
	written, part := y.notes(o.at.Year())
	if r.notes, err = enterprise.Disclose(j, r.from, o.at, written); err != nil {
		return r, err
	}
	if r.notes.Report.Err() != nil {
		place(r.notes.Report, part, b, file) // the tables themselves come from the journal and agree
	}
	r.found.Merge(r.notes.Report)
	if _, month, day := o.at.Civil(); month == time.December && day == 31 {
		sheet := enterprise.Against{Inventories: y.Sheet.Inventories, Intangibles: y.Sheet.Intangibles, DevelopmentAll: y.Sheet.Development}
		r.found.Merge(sheet.Check(r.notes.Intangible, r.notes.Inventories, r.notes.Closing))
		r.found.Merge(enterprise.Untested(j, o.at.Year(), nil))
	}
	for i, d := range y.Deals {
		if !d.On.Before(r.from) && !d.On.After(o.at) {
			found := enterprise.NationalFrame().Review(d.deal())
			place(found, "/deals/"+strconv.Itoa(i), b, file)
			r.found.Merge(found)
		}
	}
	return r, nil
}

// place says where in the file the findings stand, whose paths are of a part of it.
func place(found rule.Report, part string, b []byte, file string) {
	for i := range found.Findings {
		f := &found.Findings[i]
		f.Path = part + f.Path
		f.Source = record.Locate(b, record.Options{File: file}, f.Path)[0]
	}
}

func (d deal) deal() enterprise.Deal {
	return enterprise.Deal{
		Asset: d.Asset, Kind: d.Kind, Affiliate: d.Affiliate.Or(false), Price: d.Price, NotValued: d.NotValued, Valuation: d.Valuation,
	}
}
