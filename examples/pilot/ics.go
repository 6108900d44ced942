package main

import (
	"bytes"
	"os"
	"time"

	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

// writeICS writes the obligations of all units to a file. Its time is the day of
// the review, so that the same review gives the same file.
func writeICS(o options, results []pilot.Result) error {
	var b bytes.Buffer
	c := pilot.ICalendar{
		Stamp: o.at.Time(time.UTC), Language: o.lang, Name: rule.Text{ZH: "数据资产试点义务", EN: "data asset pilot"}.In(o.lang),
	}
	if err := c.Write(&b, results...); err != nil {
		return err
	}
	return os.WriteFile(o.ics, b.Bytes(), 0o644)
}
