package calendar_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Interfaces the three types promise.
var (
	_ encoding.TextMarshaler   = calendar.Date{}
	_ encoding.TextUnmarshaler = (*calendar.Month)(nil)
	_ encoding.TextAppender    = calendar.Quarter{}
	_ sql.Scanner              = (*calendar.Date)(nil)
	_ driver.Valuer            = calendar.Month{}
)

type stamped struct {
	Day     calendar.Date         `json:"day"`
	Month   calendar.Month        `json:"month"`
	Quarter calendar.Quarter      `json:"quarter"`
	Maybe   calendar.Date         `json:"maybe,omitzero"`
	ByDay   map[calendar.Date]int `json:"byDay,omitempty"`
	Window  calendar.Window       `json:"window"`
	Months  []calendar.Month      `json:"months,omitempty"`
}

func TestJSON(t *testing.T) {
	v := stamped{
		Day: date("2025-04-16"), Month: calendar.MustMonth(2025, 4), Quarter: calendar.MustQuarter(2025, 2),
		ByDay:  map[calendar.Date]int{date("2025-01-01"): 1},
		Window: calendar.Window{From: calendar.MustMonthDay(3, 15), To: calendar.MustMonthDay(5, 15)},
		Months: []calendar.Month{calendar.MustMonth(2026, 12)},
	}
	b, err := json.Marshal(v)
	require.NoError(t, err)
	assert.JSONEq(t, `{"day":"2025-04-16","month":"2025-04","quarter":"2025Q2","byDay":{"2025-01-01":1},`+
		`"window":{"from":"03-15","to":"05-15"},"months":["2026-12"]}`, string(b))
	var back stamped
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, v, back)

	b, err = json.Marshal(stamped{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"day":"","month":"","quarter":"","window":{"from":"","to":""}}`, string(b))
	require.NoError(t, json.Unmarshal(b, &back))
	assert.True(t, back.Day.IsZero() && back.Month.IsZero() && back.Quarter.IsZero())
}

// What is refused leaves the old value in place.
func TestJSONRefuses(t *testing.T) {
	for _, in := range []string{`null`, `20250416`, `"2025-4-16"`, `{}`, `["2025-04-16"]`, `true`, `"2025-02-30"`} {
		v := stamped{Day: date("2025-01-01"), Month: calendar.MustMonth(2025, 1), Quarter: calendar.MustQuarter(2025, 1)}
		for _, key := range []string{"day", "month", "quarter"} {
			err := json.Unmarshal([]byte(`{"`+key+`":`+in+`}`), &v)
			var value *calendar.ValueError
			assert.ErrorAs(t, err, &value, "%s %s", key, in)
		}
		assert.Equal(t, "2025-01-01 2025-01 2025Q1", v.Day.String()+" "+v.Month.String()+" "+v.Quarter.String())
	}
}

func TestSQL(t *testing.T) {
	shanghai := time.FixedZone("", 8*3600)
	for _, tt := range []struct {
		src  any
		want string
	}{
		{nil, ""},
		{"", ""},
		{[]byte{}, ""},
		{"2025-04-16", "2025-04-16"},
		{[]byte("2025-04-16"), "2025-04-16"},
		{"2025-04-16 00:00:00", "2025-04-16"},
		{"2025-04-16T00:00:00Z", "2025-04-16"},
		{time.Date(2025, 4, 16, 0, 0, 0, 0, time.UTC), "2025-04-16"},
		{time.Date(2025, 4, 16, 23, 59, 0, 0, shanghai), "2025-04-16"},
	} {
		d := date("2000-01-01")
		require.NoError(t, d.Scan(tt.src), "%v", tt.src)
		assert.Equal(t, tt.want, d.String())
		v, err := d.Value()
		require.NoError(t, err)
		if tt.want == "" {
			assert.Nil(t, v)
		} else {
			assert.Equal(t, tt.want, v)
		}
	}
	for _, src := range []any{42, 1.5, true, "2025-04-16 08:00:00", "0000-00-00", []byte("x"), time.Time{}} {
		d := date("2000-01-01")
		var value *calendar.ValueError
		assert.ErrorAs(t, d.Scan(src), &value, "%v", src)
		assert.Equal(t, "2000-01-01", d.String(), "nothing half-read")
	}
	var m calendar.Month
	require.NoError(t, m.Scan("2025-04"))
	assert.Equal(t, "2025-04", m.String())
	var q calendar.Quarter
	require.NoError(t, q.Scan([]byte("2025Q2")))
	assert.Equal(t, "2025Q2", q.String())
	require.Error(t, q.Scan(time.Now()))
}

func TestTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := calendar.MustDate(1900, 1, 1).AddDays(rapid.IntRange(0, 109_572).Draw(t, "day"))
		m, q := calendar.MonthOf(d), calendar.QuarterOf(d)
		var d2 calendar.Date
		var m2 calendar.Month
		var q2 calendar.Quarter
		for _, p := range []struct {
			from encoding.TextMarshaler
			to   encoding.TextUnmarshaler
		}{{d, &d2}, {m, &m2}, {q, &q2}} {
			b, err := p.from.MarshalText()
			require.NoError(t, err)
			require.NoError(t, p.to.UnmarshalText(b))
		}
		if d2 != d || m2 != m || q2 != q {
			t.Fatalf("%v %v %v came back as %v %v %v", d, m, q, d2, m2, q2)
		}
		b, _ := d.AppendText([]byte("x"))
		b, _ = m.AppendText(b)
		b, _ = q.AppendText(b)
		if string(b) != "x"+d.String()+m.String()+q.String() {
			t.Fatalf("appended %s", b)
		}
	})
}
