package pilot

import (
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/internal/jsonscan"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The names of the three files of a unit's folder.
const (
	UnitFile      = "unit.json"     // the unit, its projects and systems: [UnitRecords]
	InventoryFile = "inventory.csv" // the data resources, one a row: asset.Resources
	EventsFile    = "events.jsonl"  // what the unit did, one a line: [Events]
)

// UnitRecord is what unit.json holds.
type UnitRecord struct {
	Holder   asset.Holder
	Projects []asset.Project
	Systems  []asset.ITSystem
}

// UnitRecords returns the table of [UnitRecord].
func UnitRecords() *record.Table[UnitRecord] { return unitRecords() }

var unitRecords = sync.OnceValue(func() *record.Table[UnitRecord] {
	return record.MustTable(record.Definition{
		Name: "pilot-unit", Title: text("试点单位", "pilot unit"), Basis: gx("2.2", "4.1.1"),
		Doc: text("单位信息、信息化项目和信息系统。", "The unit, its IT projects and its systems."),
	}, []record.Field[UnitRecord]{
		{Key: "holder", Title: text("单位信息", "unit"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(asset.Holders(), func(u *UnitRecord) *asset.Holder { return &u.Holder })},
		{Key: "projects", Title: text("信息化项目", "projects"), Type: record.List{Max: 1000}, At: record.AtList(asset.Projects(), func(u *UnitRecord) *[]asset.Project { return &u.Projects })},
		{Key: "systems", Title: text("信息系统", "systems"), Type: record.List{Max: 1000}, At: record.AtList(asset.ITSystems(), func(u *UnitRecord) *[]asset.ITSystem { return &u.Systems })},
	})
})

// Files is the three files of a unit's folder, opened by the caller.
type Files struct {
	Unit, Inventory, Events io.Reader
}

func notOpen(file string) error { return &rule.ValueError{Value: file, Want: "a file that is open"} }

// Read reads a unit's folder. Findings say file, line and column; an error is
// about the call: a file that is not open, not JSON or CSV, headings that do not
// fit.
// Records with findings that block are left out. Cells of the table that were
// read otherwise than they stand are told as notes.
func Read(f Files) (asset.Inventory, []Recorded, rule.Report, error) {
	var v asset.Inventory
	for _, open := range []struct {
		name string
		file io.Reader
	}{{UnitFile, f.Unit}, {InventoryFile, f.Inventory}, {EventsFile, f.Events}} {
		if open.file == nil {
			return v, nil, rule.Report{}, notOpen(open.name)
		}
	}
	text, err := io.ReadAll(io.LimitReader(f.Unit, int64(jsonscan.Defaults().Bytes)+1))
	if err != nil {
		return v, nil, rule.Report{}, err
	}
	unit, report, err := UnitRecords().Read(text, record.Options{File: UnitFile})
	if err != nil {
		return v, nil, report, err
	}
	v.Holder, v.Projects, v.Systems = unit.Holder, unit.Projects, unit.Systems
	rows, err := asset.Resources().ReadCSV(f.Inventory, record.Options{File: InventoryFile})
	if err != nil {
		return v, nil, report, err
	}
	var lines []int // of the resources that were read
	for r, found := range rows.All() {
		report.Merge(found)
		if found.Err() == nil {
			v.Resources, lines = append(v.Resources, r), append(lines, rows.Line())
		}
	}
	report.Merge(rows.Report())
	report.Merge(among(v, text, lines, rows.Headings()))
	events, found, err := ReadEvents(f.Events, EventsFile)
	report.Merge(found)
	return v, events, report, errors.Join(rows.Err(), err)
}

// among judges the records of the folder against each other: what blocks is a
// fault of the files (an id twice, a reference to nothing, another kind of unit)
// and says in which, and where. unit is the text of unit.json, lines and
// headings are those of the inventory.
func among(v asset.Inventory, unit []byte, lines []int, headings []string) rule.Report {
	var report rule.Report
	var paths []string // in unit.json, of the findings at the places
	var places []int
	for _, f := range asset.InventoryRules(asset.Policy{}).Review(v, v.Holder.Context()).Findings {
		if f.Severity != rule.Blocking {
			continue // of the review, on its day
		}
		if strings.HasPrefix(f.Path, "/resources/") && 0 < f.Row && f.Row <= len(lines) {
			f.Source = rule.Source{File: InventoryFile, Line: lines[f.Row-1]}
			key, _, _ := strings.Cut(f.Path[strings.LastIndex(f.Path, "/"+number(f.Row-1)+"/")+len(number(f.Row-1))+2:], "/")
			f.Source.Column, f.Source.Heading = column(key, headings)
		} else {
			paths, places = append(paths, f.Path), append(places, len(report.Findings))
		}
		report.Findings = append(report.Findings, f)
	}
	for i, s := range record.Locate(unit, record.Options{File: UnitFile}, paths...) {
		report.Findings[places[i]].Source = s
	}
	return report // merged, and so limited, by the caller
}

// column is where the inventory has a field, from 1, and what it is headed.
func column(key string, headings []string) (int, string) {
	f, _ := asset.Resources().Definition().Field(key)
	for i, h := range headings {
		if h = strings.TrimSpace(h); h == key || h == f.Title.ZH || h == f.Title.EN || slices.Contains(f.Synonyms, h) {
			return i + 1, h
		}
	}
	return 0, ""
}
