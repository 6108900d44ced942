package pilot_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// FuzzEvent reads one event: no panic; what was read without a blocking finding
// writes and reads back the same, and can be built whatever it says.
func FuzzEvent(f *testing.F) {
	for _, k := range kinds {
		f.Add([]byte(k.good))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		e, report, err := pilot.Events().Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		out, err := pilot.Events().Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		again, report, err := pilot.Events().Decode(out)
		if err != nil || !report.Clean() {
			t.Fatalf("%s: %v %v", out, report, err)
		}
		if back, _ := pilot.Events().Encode(again); !bytes.Equal(out, back) {
			t.Fatalf("%s becomes %s", out, back)
		}
		for _, v := range []func() pilot.Result{
			func() pilot.Result { return review(t, pilot.Recorded{Event: e}) },
			func() pilot.Result { return review(t, recorded(append(base(), e, e)...)...) },
		} {
			if _, err := json.Marshal(v()); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func review(t *testing.T, events ...pilot.Recorded) pilot.Result {
	u, _ := pilot.Build(department(), events, day("2026-12-31"))
	r, err := pilot.Review(u, day("2026-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// FuzzReadEvents reads a file of events: each event or finding knows its line.
func FuzzReadEvents(f *testing.F) {
	f.Add([]byte(eventsText))
	for _, k := range kinds {
		f.Add([]byte(k.good + "\r\n\n" + k.good))
	}
	f.Add([]byte("{}\n{\"event\":1}\n[]\n\"\xff\""))
	f.Fuzz(func(t *testing.T, b []byte) {
		events, report, err := pilot.ReadEvents(bytes.NewReader(b), "e.jsonl")
		lines := bytes.Count(b, []byte("\n")) + 1
		last := 0
		for _, e := range events {
			if e.Event == nil || e.Source.File != "e.jsonl" || e.Source.Line <= last || e.Source.Line > lines {
				t.Fatalf("%+v after line %d of %d", e, last, lines)
			}
			last = e.Source.Line
		}
		for _, x := range report.Findings {
			if x.Source.Line < 1 || x.Source.Line > lines {
				t.Fatalf("%+v of %d lines", x.Source, lines)
			}
		}
		if err == nil && len(events) > 0 {
			pilot.Build(department(), events, day("2026-12-31"))
		}
	})
}

// FuzzRead reads a whole folder and reviews what comes out.
func FuzzRead(f *testing.F) {
	f.Add(unitText, inventoryText(f, 2), eventsText)
	f.Add(unitText, inventoryText(f, 4), kinds[0].good+"\n"+kinds[1].good)
	f.Add("{}", "资源编号\n", "")
	f.Add(strings.Replace(unitText, "administrative", "enterprise", 1), inventoryText(f, 1), "{}")
	f.Fuzz(func(t *testing.T, unit, inventory, events string) {
		v, done, report, err := pilot.Read(filesOf(unit, inventory, events))
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error that says nothing")
			}
			return
		}
		for _, x := range report.Findings {
			if x.Message.ZH == "" || x.Message.EN == "" || x.Severity == 0 {
				t.Fatalf("%+v", x)
			}
		}
		u, _ := pilot.Build(v, done, day("2026-12-31"))
		if _, err := pilot.Review(u, day("2026-12-31")); err != nil && !errors.Is(err, money.ErrRange) {
			t.Fatal(err)
		}
	})
}

// FuzzUnitRecord reads the unit's own record.
func FuzzUnitRecord(f *testing.F) {
	f.Add([]byte(unitText))
	sample := pilot.UnitRecords().Sample()
	b, err := pilot.UnitRecords().Encode(&sample)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		u, report, err := pilot.UnitRecords().Read(b, record.Options{})
		if err != nil || report.Count(rule.Blocking) > 0 {
			return
		}
		out, err := pilot.UnitRecords().Encode(&u)
		if err != nil {
			t.Fatal(err)
		}
		if _, report, err := pilot.UnitRecords().Decode(out); err != nil || !report.Clean() {
			t.Fatalf("%s: %v %v", out, report, err)
		}
	})
}
