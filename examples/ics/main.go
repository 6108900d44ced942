package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

func main() {
	err := run(os.Args[1:], os.Stdout)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "ics:", err)
	os.Exit(1)
}

func run(args []string, out io.Writer) error {
	at := calendar.MustDate(2026, time.December, 31)
	flags := flag.NewFlagSet("ics", flag.ContinueOnError)
	flags.TextVar(&at, "at", at, "day of the review")
	file := flags.String("file", "", "read this file instead of the example units")
	units := flags.String("units", filepath.Join("..", "pilot", "units"), "folder of the example units")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var b []byte
	var err error
	if *file != "" {
		b, err = os.ReadFile(*file)
	} else {
		b, err = feed(*units, at, rule.Chinese)
	}
	if err != nil {
		return err
	}
	c, err := ics.ParseCalendar(bytes.NewReader(b))
	if err != nil {
		return err
	}
	for _, e := range c.Events() {
		fmt.Fprintln(out, line(e))
	}
	return nil
}

// feed writes the obligations of the units in a folder.
func feed(units string, at calendar.Date, l rule.Language) ([]byte, error) {
	results, err := reviews(units, at)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = pilot.ICalendar{Stamp: at.Time(time.UTC), Language: l, Name: "数据资产试点义务"}.Write(&b, results...)
	return b.Bytes(), err
}

// reviews reviews each unit in a folder.
func reviews(units string, at calendar.Date) ([]pilot.Result, error) {
	entries, err := os.ReadDir(units)
	if err != nil {
		return nil, err
	}
	var results []pilot.Result
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		r, err := review(filepath.Join(units, e.Name()), at)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		results = append(results, r)
	}
	return results, nil
}

func review(folder string, at calendar.Date) (pilot.Result, error) {
	var files pilot.Files
	for name, to := range map[string]*io.Reader{pilot.UnitFile: &files.Unit, pilot.InventoryFile: &files.Inventory, pilot.EventsFile: &files.Events} {
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return pilot.Result{}, err
		}
		*to = bytes.NewReader(b)
	}
	inventory, events, report, err := pilot.Read(files)
	if err == nil {
		err = report.Err()
	}
	if err != nil {
		return pilot.Result{}, err
	}
	unit, _ := pilot.Build(inventory, events, at)
	return pilot.Review(unit, at)
}

// line is an entry as a calendar program would list it.
func line(e *ics.VEvent) string {
	get := func(p ics.ComponentProperty) string {
		if x := e.GetProperty(p); x != nil {
			return x.Value
		}
		return ""
	}
	day := get(ics.ComponentPropertyDtStart)
	if d, err := e.GetAllDayStartAt(); err == nil {
		day = d.Format(time.DateOnly)
	}
	s := day + "  " + get(ics.ComponentPropertySummary) + "  " + strings.ToLower(get(ics.ComponentPropertyStatus))
	for _, a := range e.Alarms() {
		s += "  ⏰ " + a.GetProperty(ics.ComponentPropertyTrigger).Value
	}
	return s
}
