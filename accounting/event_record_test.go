package accounting_test

import (
	"bytes"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

const written = `{"id":"CG-1","kind":"test.purchase","on":"2025-11-05","booked":"2026-02-09",` +
	`"facts":[{"fact":"payment","code":"treasury"}],` +
	`"parts":[{"asset":"A","detail":"数据资产——A","amounts":[{"input":"cost","amount":"36000.00"}],` +
	`"terms":{"measured":"cost","from":"2025-11","months":36,"rounding":"truncate","use":"duties"}}]}`

// What a file says is the event that a program would make.
func TestEventRecord(t *testing.T) {
	records := accounting.EventRecords(events(t))
	r, report, err := records.Decode([]byte(written))
	require.NoError(t, err)
	require.NoError(t, report.Err())
	e, err := r.Event(rule.Administrative)
	require.NoError(t, err)
	require.Equal(t, accounting.Event{
		ID: "CG-1", Kind: "test.purchase", On: calendar.MustDate(2025, 11, 5), Booked: calendar.MustDate(2026, 2, 9), Entity: rule.Administrative,
		Facts: map[string]string{"payment": "treasury"},
		Parts: []accounting.Part{{
			Asset: "A", Detail: "数据资产——A", Amounts: amounts("cost", "36000"),
			Terms: accounting.Terms{Measured: accounting.AtCost, From: month(2025, 11), Months: 36, Rounding: accounting.Truncate, Use: "duties"},
		}},
	}, e)
	b, err := records.Encode(&r)
	require.NoError(t, err)
	require.JSONEq(t, written, string(b))

	for _, twice := range []func(*accounting.EventRecord){
		func(r *accounting.EventRecord) { r.Facts = append(r.Facts, r.Facts[0]) },
		func(r *accounting.EventRecord) { r.Parts[0].Facts = append(r.Facts, r.Facts[0]) },
		func(r *accounting.EventRecord) {
			r.Parts[0].Amounts = append(r.Parts[0].Amounts, r.Parts[0].Amounts[0])
		},
		func(r *accounting.EventRecord) {
			r.Parts[0].Others = []accounting.RefRecord{{Ref: "given"}, {Ref: "given"}}
		},
	} {
		r, _, err := records.Decode([]byte(written))
		require.NoError(t, err)
		twice(&r)
		_, err = r.Event(rule.Administrative)
		require.ErrorContains(t, err, "once")
	}
	for bad, path := range map[string]string{
		`"test.purchase"`: "/kind", `"payment"`: "/facts/0/fact", `"cost","amount"`: "/parts/0/amounts/0/input", `"truncate"`: "/parts/0/terms/rounding",
	} {
		_, report, err := records.Decode(bytes.Replace([]byte(written), []byte(bad), []byte(`"x`+bad[1:]), 1))
		require.NoError(t, err)
		require.NotEmpty(t, report.Findings, bad)
		require.Equal(t, path, report.Findings[0].Path)
	}
}

// Two codes of one title are told apart by the code; a title of its own stands
// as it is, and a code of two tables is there once.
func TestEventCodesAreTold(t *testing.T) {
	first := rows().Types[0]
	row := func(id rule.ID, zh, en string) accounting.EventType {
		e := first
		e.ID, e.Title = id, both(zh, en)
		return e
	}
	more, err := events(t).With(accounting.Events{Types: []accounting.EventType{
		row("own.a", "外购", "bought abroad"), row("own.b", "另购", "bought"), row("own.c", "租入", "leased"),
	}})
	require.NoError(t, err)
	titles := map[string]rule.Text{}
	for _, f := range accounting.EventRecords(events(t), more).Definition().Fields {
		code, ok := f.Type.(record.Code)
		if f.Key != "kind" || !ok {
			continue
		}
		for _, c := range code.List.Codes {
			_, twice := titles[c.Code]
			require.False(t, twice, c.Code)
			titles[c.Code] = c.Title
		}
	}
	require.Equal(t, both("外购", "bought"), titles["test.purchase"])
	require.Equal(t, both("外购（own.a）", "bought abroad (own.a)"), titles["own.a"])
	require.Equal(t, both("另购（own.b）", "bought (own.b)"), titles["own.b"])
	require.Equal(t, both("租入", "leased"), titles["own.c"])
	require.Equal(t, both("置换", "exchanged"), titles["test.exchange"])
}

// Any event that is read is posted or refused, and reads back as it was written.
func FuzzEventRecord(f *testing.F) {
	table := events(f)
	records := accounting.EventRecords(table)
	f.Add([]byte(written))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, report, err := records.Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		out, err := records.Encode(&r)
		if err != nil {
			t.Fatal(err)
		}
		if _, report, err := records.Decode(out); err != nil || report.Err() != nil {
			t.Fatalf("%s: %v %v", out, err, report)
		}
		e, err := r.Event(rule.Administrative)
		if err != nil {
			return
		}
		if p, err := table.Post(e); err == nil {
			if err := accounting.NewJournal().Post(0, p); err == nil && p.Vouchers[0].Total().Sign() <= 0 {
				t.Fatalf("%s books nothing", out)
			}
		}
	})
}
