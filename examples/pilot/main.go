package main

import (
	"embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

//go:embed units
var embedded embed.FS

func main() {
	err := run(os.Args[1:], os.Stdout)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "pilot:", err)
	os.Exit(1)
}

// options is the command line.
type options struct {
	at       calendar.Date
	lang     rule.Language
	asJSON   bool
	unit     string
	template string
	ics      string
	html     string
	hledger  string
}

func parse(args []string) (options, error) {
	o := options{at: calendar.MustDate(2026, 12, 31), lang: rule.Chinese}
	flags := flag.NewFlagSet("pilot", flag.ContinueOnError)
	flags.TextVar(&o.at, "at", o.at, "day of the review")
	english := flags.Bool("en", false, "print in English")
	flags.BoolVar(&o.asJSON, "json", false, "print JSON for other programs")
	flags.StringVar(&o.unit, "unit", "", "read the unit in this folder instead of the three examples")
	flags.StringVar(&o.template, "template", "", "write an empty unit folder here, and do nothing else")
	flags.StringVar(&o.ics, "ics", "", "write every obligation to this file, for a calendar to subscribe to")
	flags.StringVar(&o.html, "html", "", "write everything as one page to this file, to be read in a browser or printed")
	flags.StringVar(&o.hledger, "hledger", "", "write each unit's journal for hledger, and its trial balance, into this folder")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if *english {
		o.lang = rule.English
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q; -unit takes the folder", flags.Arg(0))
	}
	if o.at.IsZero() {
		return o, errors.New("-at: want a date written 2006-01-02")
	}
	return o, nil
}

func run(args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	if o.template != "" {
		return writeTemplate(o.template)
	}
	folders := []folder{{o.unit, os.DirFS(o.unit)}}
	if o.unit == "" {
		if folders, err = examples(); err != nil {
			return err
		}
	}
	results := make([]pilot.Result, len(folders))
	notYet := make([][]rule.Text, len(folders))
	for i, f := range folders {
		if results[i], err = review(f, o); err == nil {
			notYet[i], err = readLater(f.files)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, spoken{err, o.lang})
		}
	}
	if o.ics != "" {
		if err := writeICS(o, results); err != nil {
			return err
		}
	}
	if o.html != "" {
		if err := writePage(o, results, notYet); err != nil {
			return err
		}
	}
	if o.asJSON {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		all := make([]machineReadable, len(results))
		for i, r := range results {
			all[i] = machineReadable{r, notYet[i]}
		}
		return e.Encode(all)
	}
	p := printer{out: out, lang: o.lang}
	for i, r := range results {
		p.unit(r)
		p.later(notYet[i])
	}
	if len(results) > 1 {
		p.together(results)
	}
	return p.err
}

// folder is a unit's folder.
type folder struct {
	name  string
	files fs.FS
}

// examples is the folders of the three example units.
func examples() ([]folder, error) {
	entries, err := embedded.ReadDir("units")
	if err != nil {
		return nil, err
	}
	var folders []folder
	for _, e := range entries {
		f, err := fs.Sub(embedded, path.Join("units", e.Name()))
		if err != nil {
			return nil, err
		}
		folders = append(folders, folder{e.Name(), f})
	}
	return folders, nil
}

// review reads one folder, builds the unit up to the day, and reviews it.
// Findings about the files are an error; findings about what the unit did are
// part of the review.
func review(f folder, o options) (pilot.Result, error) {
	files, shut, err := open(f.files)
	defer shut()
	if err != nil {
		return pilot.Result{}, err
	}
	inventory, events, report, err := pilot.Read(files)
	if err != nil {
		return pilot.Result{}, err
	}
	if report.Err() != nil {
		return pilot.Result{}, badFiles{report, o.lang}
	}
	unit, refused := pilot.Build(inventory, events, o.at)
	result, err := pilot.Review(unit, o.at)
	if err == nil && o.hledger != "" {
		err = writeBooks(o.hledger, f.name, unit, result)
	}
	if err != nil {
		return pilot.Result{}, err
	}
	result.Report.Merge(refused)
	result.Report.Merge(report) // notes on how the files were read
	return result, nil
}

// open opens the three files of a folder.
func open(f fs.FS) (files pilot.Files, shut func(), err error) {
	var opened []io.Closer
	shut = func() {
		for _, c := range opened {
			c.Close()
		}
	}
	for _, x := range []struct {
		name string
		to   *io.Reader
	}{{pilot.UnitFile, &files.Unit}, {pilot.InventoryFile, &files.Inventory}, {pilot.EventsFile, &files.Events}} {
		file, err := f.Open(x.name)
		if err != nil {
			return files, shut, fmt.Errorf("%w: a unit's folder has %s, %s and %s; -template DIR writes one",
				err, pilot.UnitFile, pilot.InventoryFile, pilot.EventsFile)
		}
		opened = append(opened, file)
		*x.to = file
	}
	return files, shut, nil
}

// spoken is an error in the language of the output, where it speaks both.
type spoken struct {
	error
	lang rule.Language
}

func (e spoken) Error() string {
	var says interface{ In(rule.Language) string }
	if errors.As(e.error, &says) {
		return says.In(e.lang)
	}
	return e.error.Error()
}

func (e spoken) Unwrap() error { return e.error }

// badFiles is files with findings, one a line.
type badFiles struct {
	report rule.Report
	lang   rule.Language
}

func (e badFiles) Error() string {
	s := rule.Text{ZH: "文件有误，未作审查：", EN: "the files have errors; nothing was reviewed:"}.In(e.lang)
	for _, f := range e.report.Findings {
		s += "\n  " + f.In(e.lang)
	}
	if n := e.report.Omitted + e.report.OmittedNotes; n > 0 {
		s += fmt.Sprintf("\n  … +%d", n)
	}
	return s
}
