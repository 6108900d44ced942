package calendar_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
)

// What is read is what is printed; everything else is refused.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025-04-16", "2024-02-29", "0000-00-00", "２０２５-01-01", "1e1000000000", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := calendar.ParseDate(s); err == nil && d.String() != s {
			t.Errorf("%q is read as %v", s, d)
		}
		if m, err := calendar.ParseMonth(s); err == nil && m.String() != s {
			t.Errorf("%q is read as %v", s, m)
		}
		if q, err := calendar.ParseQuarter(s); err == nil && q.String() != s {
			t.Errorf("%q is read as %v", s, q)
		}
		if m, err := calendar.ParseMonthDay(s); err == nil && m.String() != s {
			t.Errorf("%q is read as %v", s, m)
		}
		var d calendar.Date
		_ = d.Scan(s)
		_ = d.UnmarshalJSON([]byte(s))
	})
}

// Whatever a reader takes, China can use or refuse, and then answers without
// contradicting itself.
func FuzzReadNotice(f *testing.F) {
	f.Add([]byte(nextYear))
	f.Add([]byte(`{"year":2028,"off":[],"worked":["2027-12-31"]}`))
	f.Add([]byte(`{"year":1e1000000000}`))
	for _, day := range []string{"", "2199-12-31", "2198-12-31"} {
		f.Add([]byte(`{"year":2199,"off":[],"worked":[]}`))
		f.Add([]byte(`{"year":2199,"off":[{"name":"x","from":"2199-12-25","to":"` + day + `"}],"worked":[]}`))
		f.Add([]byte(`{"year":2199,"off":[],"worked":["2199-12-28","` + day + `"]}`))
		f.Add([]byte(`{"year":1901,"off":[],"worked":["1900-12-29","` + day + `"]}`))
	}
	f.Add([]byte(`{"year":2027,"off":[{"name":"x","from":"2026-12-31","to":"2027-12-31"}],"worked":null}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := calendar.ReadNotice(b)
		if err != nil {
			return
		}
		c, err := calendar.China(calendar.National, calendar.WithNotice(calendar.National, n))
		if err != nil {
			return
		}
		end := date("2199-12-31")
		for _, d := range []calendar.Date{end.AddDays(-9), end} {
			_, _ = c.AddWorkdays(d, 3)
			_, _ = c.WorkdaysBetween(d, end)
			for _, term := range []calendar.Term{calendar.Workdays(3), calendar.Days(9), calendar.By(end).WithRoll(calendar.RollForward)} {
				due, err := c.Due(d, term)
				if err == nil && due.Date.IsZero() || due.EN() == "" || due.ZH() == "" {
					t.Errorf("%v %v: %v, %v", d, term, due, err)
				}
			}
		}
		from := date("2026-06-01")
		to, err := c.AddWorkdays(from, 200)
		if err != nil {
			return
		}
		if back, err := c.AddWorkdays(to, -200); err != nil || back != from {
			t.Errorf("%v and 200 working days are %v, back to %v (%v)", from, to, back, err)
		}
	})
}

func FuzzReadLayer(f *testing.F) {
	f.Add([]byte(`{"format":1,"region":"A","over":"CN","name":"甲","nameEN":"a","window":{"from":"01-01","to":"12-31"},"notices":[]}`))
	f.Add([]byte(`{"format":1,"region":"A","over":"CN-GX","name":"甲","nameEN":"a","window":{"from":"03-01","to":"04-01"},` +
		`"lead":"12-01","notices":[{"year":2025,"off":[{"name":"x","from":"2025-03-03"}],"worked":["2025-03-01"]}]}`))
	f.Add([]byte(`{"format":1,"region":"A","over":"CN","name":"甲","nameEN":"a","window":{"from":"12-01","to":"12-31"},` +
		`"notices":[{"year":2199,"off":[{"name":"x","from":"2199-12-31"}],"worked":["2199-12-28"]}]}`))
	f.Add([]byte(`{"format":1,"region":"CN","name":"甲","nameEN":"a","window":{"from":"01-01","to":"12-31"},` +
		`"notices":[{"year":2199,"off":[],"worked":[]}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := calendar.ReadLayer(b)
		if err != nil {
			return
		}
		c, err := calendar.China(l.Region, calendar.WithLayer(l))
		if err != nil {
			return
		}
		for d := date("2024-12-01"); d.Before(date("2026-01-15")); d = d.AddDays(1) {
			day, err := c.Day(d)
			if ok, err2 := c.IsWorkday(d); (err == nil) != (err2 == nil) || ok != day.Kind.Worked() {
				t.Errorf("%v: %v, %v; %v, %v", d, day, err, ok, err2)
			}
		}
	})
}
