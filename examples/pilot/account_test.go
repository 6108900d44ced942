package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The four columns of the two departments (no. 11, 12; no. 10).
//
//	U1  4 × 600,000.00 + 101,000.00 = 2,501,000.00; VAT 4 × 5,940.59 + 1,000.00 = 24,762.36;
//	    to 2103 4 × 594,059.41 + 100,000.00 = 2,476,237.64
//	U3  404,000.00; VAT 4,000.00; to 2103 400,000.00
func TestRevenueAccount(t *testing.T) {
	for _, tt := range []struct{ unit, at, due, received, vat, payable, remitted, outstanding string }{
		{transport, "2026-12-31", "2501000.00", "2501000.00", "24762.36", "2476237.64", "2476237.64", "0.00"},
		{transport, "2026-04-24", "701000.00", "701000.00", "6940.59", "694059.41", "594059.41", "100000.00"},
		{transport, "2026-12-18", "1901000.00", "2501000.00", "24762.36", "2476237.64", "1882178.23", "594059.41"}, // the last is due by the contract on 12-31
		{guilin, "2026-12-31", "404000.00", "404000.00", "4000.00", "400000.00", "400000.00", "0.00"},
		{guilin, "2026-04-29", "404000.00", "404000.00", "4000.00", "400000.00", "0.00", "400000.00"},
	} {
		r := reviewed(t, tt.unit, tt.at)
		v := r.Totals.Revenue
		assert.Equal(t, []string{tt.due, tt.received, tt.vat, tt.payable, tt.remitted, tt.outstanding},
			[]string{v.Due.String(), r.Totals.Received.String(), v.VAT.String(), v.Payable.String(), v.Remitted.String(), v.Outstanding.String()}, "%s %s", tt.unit, tt.at)
		for _, f := range r.Report.Findings { // due ≥ received, received − tax = 2103, vouchers as the rows
			assert.NotContains(t, string(f.Rule), "revenue.", f.Message.ZH)
			assert.NotEqual(t, rule.ID("pilot.receipt-booked"), f.Rule, f.Message.ZH)
		}
		for _, row := range r.Account.Rows {
			assert.Equal(t, row.ReceivedOn().IsZero(), !row.Payable.Present(), "2103 is what the vouchers have")
		}
	}
}

// The forms of the filings are filled from the same rows.
func TestFilingForms(t *testing.T) {
	r := reviewed(t, transport, "2026-12-31")
	guangxi, national := calendars(t)
	filings, err := revenue.Policy{}.FilingsOf(r.Holder.Role, r.Account.Rows, nil)
	require.NoError(t, err)
	require.Len(t, filings, 5)
	for _, f := range filings {
		d, err := revenue.Policy{}.Deadline(f, guangxi, national)
		require.NoError(t, err)
		switch f.Duty.ID {
		case revenue.DutyOneOff:
			form, err := r.Account.OneOff(d)
			require.NoError(t, err)
			assert.Equal(t, "2026-04-27 101000.00 100000.00 2026-04-30", form.Head.DueOn.String()+" "+form.Line.Amount.String()+" "+form.Line.Net.String()+" "+form.Line.RemittedOn.String())
			assert.Equal(t, "701000.00", form.Cumulative.String(), "the first instalment of the agreement came before")
		default:
			form, err := r.Account.Quarter(d)
			require.NoError(t, err)
			assert.Equal(t, "600000.00 594059.41", form.Amount.String()+" "+form.Net.String())
		}
	}
}

func calendars(t *testing.T) (guangxi, national *calendar.Calendar) {
	t.Helper()
	guangxi, err := calendar.China(calendar.Guangxi)
	require.NoError(t, err)
	national, err = calendar.China(calendar.National)
	require.NoError(t, err)
	return guangxi, national
}

// No. 10: the plan's text names region departments, so the bureau files nothing; should
// a rule of the city mirror it, 10 working days from 2026-04-16 are 2026-05-07 in Guangxi
// (三月三 04-17…20, 五一 05-01…05), 04-30 nationally.
func TestMirroredFiling(t *testing.T) {
	for _, o := range reviewed(t, guilin, "2026-12-31").Obligations {
		assert.NotEqual(t, revenue.DutyOneOff, o.Duty.ID)
	}
	u, _ := with(t, guilin, "2026-12-31")
	city := pilot.Reviewer{Revenue: revenue.Policy{Duties: revenue.Mirrored(rule.CityFinanceBureau, rule.Text{ZH: "桂林市财政局", EN: "the city's finance bureau"})}}
	r, err := city.Review(u, day(t, "2026-12-31"))
	require.NoError(t, err)
	o := obligation(t, r, revenue.DutyOneOff, "SR-2026-01")
	assert.Equal(t, "2026-05-07 2026-04-30", o.Due.Date.String()+" "+o.National.Date.String())
	assert.Equal(t, "404000.00", o.Amount.String())
}

// No. 11: the institution keeps the 106,000.00 by the city's document, gross of VAT in
// the budgetary book; without the document it is remitted, and that is found (M5).
func TestInstitution(t *testing.T) {
	dir := filepath.Join("testdata", "institution")
	kept := institutionOf(t, os.DirFS(dir))
	assert.Equal(t, []string{
		"2026-04-29 financial 借1002 106000.00 贷4609 100000.00 贷2101 6000.00", "2026-04-29 budgetary 借8001 106000.00 贷6609 106000.00",
	}, entries(kept)[:2])
	assert.Zero(t, warned(kept), "%v", kept.Report.Findings)

	copied := t.TempDir()
	for _, name := range []string{pilot.UnitFile, pilot.InventoryFile, pilot.EventsFile} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		without := strings.Replace(string(text), `"document":"示例市文件〔2026〕1号",`, "", 1)
		require.NoError(t, os.WriteFile(filepath.Join(copied, name), []byte(without), 0o600))
	}
	remitted := institutionOf(t, os.DirFS(copied))
	assert.Equal(t, "2026-04-29 financial 借1002 106000.00 贷2103 100000.00 贷2101 6000.00", entries(remitted)[0])
	f := finding(t, remitted, "revenue.retention-has-document")
	assert.Equal(t, "events.jsonl:3", f.Source.File+":"+number(f.Source.Line))
}

func institutionOf(t *testing.T, f fs.FS) pilot.Result {
	t.Helper()
	r, err := review(folder{"institution", f}, options{at: day(t, "2026-04-30")})
	require.NoError(t, err)
	return r
}

// warned is how many findings are more than advice.
func warned(r pilot.Result) (n int) {
	for _, f := range r.Report.Findings {
		if f.Severity <= rule.Warning {
			n++
		}
	}
	return n
}
