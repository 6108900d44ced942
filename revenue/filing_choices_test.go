package revenue_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func china(t require.TestingT, r calendar.Region) *calendar.Calendar {
	c, err := calendar.China(r)
	require.NoError(t, err)
	return c
}

// filed lists subject and trigger of each filing.
func filed(t *testing.T, p revenue.Policy, rows ...revenue.Row) string {
	t.Helper()
	filings, err := p.FilingsOf(rule.RegionDepartment, rows, nil)
	require.NoError(t, err)
	var all []string
	for _, f := range filings {
		all = append(all, f.Subject+" "+f.Trigger.String())
	}
	return strings.Join(all, ", ")
}

// P10, each option: signed 02-10, due 03-20, in the account 03-27, remitted 04-03.
func TestReceivedChoices(t *testing.T) {
	r := row("SR-1", "2026-03-27", "2026-04-03", "600000.00")
	r.SignedOn, r.DueOn, r.Payment = day("2026-02-10"), day("2026-03-20"), revenue.OneOff
	for choice, want := range map[revenue.Received]string{
		revenue.FirstMoney: "2026-03-27", revenue.InAccount: "2026-03-27", revenue.InTreasury: "2026-04-03", revenue.WhenDue: "2026-03-20", revenue.WhenAgreed: "2026-02-10",
	} {
		assert.Equal(t, "SR-1 "+want, filed(t, revenue.Policy{Received: choice}, r), choice)
	}
	r.RemittedOn = calendar.Date{}
	assert.Empty(t, filed(t, revenue.Policy{Received: revenue.InTreasury}, r), "not in the treasury yet")
	direct := r
	direct.BankOn, direct.TreasuryOn = calendar.Date{}, day("2026-03-30")
	assert.Equal(t, "SR-1 2026-03-30", filed(t, revenue.Policy{Received: revenue.InAccount}, direct), "never in the account")
	swap := r
	swap.BankOn, swap.ControlOn = calendar.Date{}, day("2026-03-31")
	assert.Equal(t, "SR-1 2026-03-31", filed(t, revenue.Policy{}, swap), "control of what is not cash")

	unpaid := r
	unpaid.BankOn, unpaid.Received = calendar.Date{}, money.Amount{}
	assert.Empty(t, filed(t, revenue.Policy{}, unpaid))
	assert.Equal(t, "SR-1 2026-03-20", filed(t, revenue.Policy{Received: revenue.WhenDue}, unpaid), "accrual files what may never come")
	_, err := revenue.Policy{Received: revenue.WhenDue}.Filings(rule.RegionDepartment, []revenue.Receipt{r.Receipt()}, nil)
	require.ErrorAs(t, err, new(*revenue.FilingError))
}

// P11, each option: an entry fee and two yearly fees of one agreement.
func TestKindChoices(t *testing.T) {
	fee := row("SR-1", "2026-01-05", "", "100.00")
	fee.Item, fee.Payment = "入门费", revenue.OneOff
	first, second := row("SR-2", "2026-02-10", "", "100.00"), row("SR-3", "2026-05-11", "", "100.00")
	assert.Equal(t, "SR-1 2026-01-05, 2026Q1 2026-03-31, 2026Q2 2026-06-30", filed(t, revenue.Policy{}, fee, first, second))
	first.Payment, second.Payment = revenue.OneOff, revenue.OneOff
	assert.Equal(t, "SR-1 2026-01-05, SR-2 2026-02-10, SR-3 2026-05-11", filed(t, revenue.Policy{}, fee, first, second))
	assert.Equal(t, "SR-1 2026-01-05, 2026Q1 2026-03-31, 2026Q2 2026-06-30", filed(t, revenue.Policy{Kind: revenue.AsPayments}, fee, first, second))
	fee.Payment = revenue.Instalment
	assert.Equal(t, "SR-1 2026-01-05", filed(t, revenue.Policy{Kind: revenue.AsPayments}, fee), "one payment")
	fee.Agreement = ""
	assert.Equal(t, "2026Q1 2026-03-31", filed(t, revenue.Policy{Kind: revenue.AsPayments}, fee), "without an agreement as it says itself")
}

// P12, each option.
func TestCompletedChoices(t *testing.T) {
	on := func(p revenue.Completed, d revenue.Dealing) string {
		d.ID, d.Amount = "BA-1", yuan("1.00")
		matters, err := revenue.Policy{Completed: p}.Matters([]revenue.Dealing{d})
		require.NoError(t, err)
		if len(matters) == 0 {
			return ""
		}
		return matters[0].CompletedOn.String()
	}
	none := calendar.Date{}
	disposal := func(settled, delivered, certified calendar.Date) revenue.Dealing {
		return revenue.Dealing{Kind: revenue.MatterDisposal, ContractOn: day("2026-10-01"), SettledOn: settled, DeliveredOn: delivered, CertifiedOn: certified}
	}
	d22, d23, d24 := day("2026-10-22"), day("2026-10-23"), day("2026-10-26")
	for _, c := range []struct {
		name   string
		policy revenue.Completed
		of     revenue.Dealing
		want   string
	}{
		{"use: settlement", revenue.Completed{}, revenue.Dealing{Kind: revenue.MatterUse, SettledOn: d22, ContractOn: d23}, "2026-10-22"},
		{"delivered, then settled", revenue.Completed{}, disposal(d23, d22, none), "2026-10-23"},
		{"settled, then delivered", revenue.Completed{}, disposal(d22, d23, none), "2026-10-23"},
		{"the certificate is earlier", revenue.Completed{}, disposal(d23, d24, d22), "2026-10-22"},
		{"the certificate is later", revenue.Completed{}, disposal(d22, d23, d24), "2026-10-23"},
		{"not settled, certified", revenue.Completed{}, disposal(none, d22, d24), "2026-10-26"},
		{"not settled", revenue.Completed{}, disposal(none, d22, none), ""},
		{"the contract", revenue.Completed{Disposal: revenue.OnContract}, disposal(d22, d23, d24), "2026-10-01"},
		{"a pledge: registration", revenue.Completed{}, revenue.Dealing{Kind: revenue.MatterPledge, PledgedOn: d22, DrawnOn: d24}, "2026-10-22"},
		{"a pledge: drawdown", revenue.Completed{Pledge: revenue.OnDrawdown}, revenue.Dealing{Kind: revenue.MatterPledge, PledgedOn: d22, DrawnOn: d24}, "2026-10-26"},
		{"credit: in force", revenue.Completed{}, revenue.Dealing{Kind: revenue.MatterCredit, ContractOn: d23}, "2026-10-23"},
	} {
		assert.Equal(t, c.want, on(c.policy, c.of), c.name)
	}
	for _, bad := range []revenue.Dealing{{ID: "X", Kind: "other", SettledOn: d22, Amount: yuan("1.00")}, {ID: "X", Kind: revenue.MatterUse, SettledOn: d22}} {
		_, err := revenue.Policy{}.Matters([]revenue.Dealing{bad})
		require.ErrorAs(t, err, new(*revenue.FilingError))
	}
}

// P13, each option: settlements of one service on 01-05, 01-30, 02-27, 04-01.
func TestSmallUseChoices(t *testing.T) {
	var dealings []revenue.Dealing
	for i, on := range []string{"2026-01-30", "2026-01-05", "2026-02-27", "2026-04-01"} {
		dealings = append(dealings, revenue.Dealing{
			ID: fmt.Sprint("D", i), Kind: revenue.MatterUse, Agreement: "XY-1", Assets: []string{"BG-06"}, Counterparty: "某企业", Amount: yuan("10.00"), SettledOn: day(on),
		})
	}
	for choice, want := range map[revenue.SmallUse]string{
		revenue.EachUse:   "D1 2026-01-05 10.00, D0 2026-01-30 10.00, D2 2026-02-27 10.00, D3 2026-04-01 10.00",
		revenue.ByMonth:   "D1 2026-01-30 20.00, D2 2026-02-27 10.00, D3 2026-04-01 10.00",
		revenue.ByQuarter: "D1 2026-02-27 30.00, D3 2026-04-01 10.00",
	} {
		matters, err := revenue.Policy{SmallUse: choice}.Matters(dealings)
		require.NoError(t, err)
		var got []string
		for _, m := range matters {
			got = append(got, m.ID+" "+m.CompletedOn.String()+" "+m.Amount.String())
			assert.Equal(t, []string{"BG-06"}, m.Assets)
		}
		assert.Equal(t, want, strings.Join(got, ", "), choice)
	}
	dealings[1].Counterparty = "另一企业"
	matters, err := revenue.Policy{}.Matters(dealings)
	require.NoError(t, err)
	assert.Len(t, matters, 4, "another party is another matter")
}

func filing(t *testing.T, on string) revenue.Filing {
	t.Helper()
	r := row("SR-1", on, "", "101000.00")
	r.Payment = revenue.OneOff
	filings, err := revenue.Policy{}.FilingsOf(rule.RegionDepartment, []revenue.Row{r}, nil)
	require.NoError(t, err)
	require.Len(t, filings, 1)
	return filings[0]
}

// P14, each option: 10 working days from 2026-04-09. Nation: 04-10, 13…17 (6),
// 20…23 (10). Guangxi rests on 04-17 and 04-20: 04-10, 13…16 (5), 21…24 (9), 27.
func TestCalendarChoices(t *testing.T) {
	guangxi, nation := china(t, calendar.Guangxi), china(t, calendar.National)
	f := filing(t, "2026-04-09")
	for choice, want := range map[revenue.Calendar]string{revenue.OfAddressee: "2026-04-27", revenue.OfNation: "2026-04-23", revenue.Stricter: "2026-04-23"} {
		d, err := revenue.Policy{Calendar: choice}.Deadline(f, guangxi, nation)
		require.NoError(t, err)
		assert.Equal(t, day(want), d.Due.Date, choice)
		assert.Equal(t, day("2026-04-23"), d.National.Date)
	}
	central, err := revenue.Policy{}.Deadline(f, nation, nation)
	require.NoError(t, err)
	assert.Equal(t, day("2026-04-23"), central.Due.Date, "the addressee sits elsewhere")
}

// Where a filing due on 2026-04-27 stands (U1 row 12: filed 04-24).
func TestStatus(t *testing.T) {
	guangxi, nation := china(t, calendar.Guangxi), china(t, calendar.National)
	d, err := revenue.Policy{}.Deadline(filing(t, "2026-04-09"), guangxi, nation)
	require.NoError(t, err)
	for _, c := range []struct{ at, filed, want string }{
		{"2026-04-09", "", "not yet due, 10 working days left"},
		{"2026-04-16", "", "due within 5 working days"}, // 04-21, 22, 23, 24, 27
		{"2026-04-15", "", "not yet due, 6 working days left"},
		{"2026-04-24", "", "due within 1 working day"},
		{"2026-04-27", "", "due within 0 working days"},
		{"2026-04-28", "", "overdue by 1 working day"},
		{"2026-12-31", "2026-04-23", "filed in time"},
		{"2026-12-31", "2026-04-24", "filed in time; late by the national calendar only (2026-04-23)"},
		{"2026-12-31", "2026-04-27", "filed in time; late by the national calendar only (2026-04-23)"},
		{"2026-12-31", "2026-04-29", "filed 2 working days late"},
		{"2026-05-06", "", "overdue by 4 working days"}, // 04-28, 29, 30, 05-06; 05-01…05 off
	} {
		var on calendar.Date
		if c.filed != "" {
			on = day(c.filed)
		}
		s, err := d.Status(day(c.at), on)
		require.NoError(t, err)
		assert.Equal(t, c.want, s.Text().EN, c)
		assert.NotEmpty(t, s.Text().ZH)
	}
	open, err := revenue.Policy{}.Deadline(filing(t, "2026-12-31"), guangxi, nation)
	require.NoError(t, err)
	s, err := open.Status(day("2026-12-31"), calendar.Date{})
	require.NoError(t, err)
	assert.Equal(t, rule.NotAnnounced, s.Standing)
	assert.Equal(t, calendar.National, open.Due.Missing.Layer)
	assert.Contains(t, s.Text().EN, "waits for the holiday notice")

	remit := revenue.Filing{Duty: revenue.Remittance(), Subject: "SR-1", Trigger: day("2026-04-09")}
	promptly, err := revenue.Policy{}.Deadline(remit, guangxi, nation)
	require.NoError(t, err)
	s, err = promptly.Status(day("2026-12-31"), calendar.Date{})
	require.NoError(t, err)
	assert.Equal(t, rule.Promptly, s.Standing)
	assert.True(t, promptly.Due.Date.IsZero())
}

// The binding date is never later than both, and under Stricter never later than
// either.
func TestDeadlineProperties(t *testing.T) {
	guangxi, nation := china(t, calendar.Guangxi), china(t, calendar.National)
	duty := revenue.Duties()[0]
	rapid.Check(t, func(t *rapid.T) {
		f := revenue.Filing{Duty: duty, Trigger: day("2025-04-01").AddDays(rapid.IntRange(0, 600).Draw(t, "days"))}
		strict, err := revenue.Policy{Calendar: revenue.Stricter}.Deadline(f, guangxi, nation)
		require.NoError(t, err)
		local, err := revenue.Policy{}.Deadline(f, guangxi, nation)
		require.NoError(t, err)
		require.False(t, strict.Due.Date.After(local.Due.Date))
		require.False(t, strict.Due.Date.After(strict.National.Date))
		require.False(t, local.Due.Date.Before(strict.Due.Date))
	})
}

// The due-date table of the practice, counted by hand there: each row again from
// its trigger and term.
func TestDueDateTable(t *testing.T) {
	guangxi, nation := china(t, calendar.Guangxi), china(t, calendar.National)
	golden, err := os.ReadFile(filepath.Join("testdata", "due-dates.txt"))
	require.NoError(t, err)
	rows := 0
	for line := range strings.Lines(string(golden)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, cells, 6, line)
		rows++
		term, trigger := termOf(t, cells[2]), calendar.Date{}
		if cells[1] != "-" {
			trigger = day(cells[1])
		}
		for i, c := range []*calendar.Calendar{nation, guangxi} {
			due, err := c.Due(trigger, term)
			got := due.Date.String()
			if due.Date.IsZero() {
				require.ErrorIs(t, err, calendar.ErrNotAnnounced)
				got = "not before " + due.Earliest.String()
			}
			assert.Equal(t, cells[3+i], got, "%s, %s", cells[0], c.Region())
			if rest, ok := strings.CutPrefix(cells[5], "rest day, last working day "); ok {
				assert.Equal(t, day(rest), due.LastWorkday, cells[0])
			}
		}
	}
	assert.Equal(t, 33, rows)
}

// termOf reads 10wd, 1m, or "by" and a date.
func termOf(t *testing.T, s string) calendar.Term {
	t.Helper()
	var n int
	if on, ok := strings.CutPrefix(s, "by "); ok {
		return calendar.By(day(on))
	}
	if _, err := fmt.Sscanf(s, "%dwd", &n); err == nil {
		return calendar.Workdays(n)
	}
	_, err := fmt.Sscanf(s, "%dm", &n)
	require.NoError(t, err)
	return calendar.Months(n)
}

// The filings of the sample units, as they were filed: U1 rows 11 and 12, U2 rows 6,
// 9 and 12, counted by hand there.
func TestSampleUnits(t *testing.T) {
	type want struct{ subject, due, filed, text string }
	judge := func(all []revenue.Deadline, wants ...want) {
		require.Len(t, all, len(wants))
		for i, w := range wants {
			var on calendar.Date
			if w.filed != "" {
				on = day(w.filed)
			}
			assert.Equal(t, w.subject, all[i].Filing.Subject)
			assert.Equal(t, w.due, all[i].Due.Date.String(), w.subject)
			s, err := all[i].Status(day("2026-12-31"), on)
			require.NoError(t, err)
			assert.Equal(t, w.text, s.Text().EN, w.subject)
		}
	}
	var rows []revenue.Row
	for i, on := range []string{"2026-03-27", "2026-06-26", "2026-09-24", "2026-12-18"} {
		rows = append(rows, row(fmt.Sprint("SR-", i), on, on, "600000.00"))
	}
	fee := row("SR-FEE", "2026-04-09", "2026-04-15", "101000.00")
	fee.Item, fee.Payment = "入门费", revenue.OneOff
	judge(deadlines(t, revenue.Policy{}, rule.RegionDepartment, append(rows, fee), nil),
		want{"2026Q1", "2026-04-15", "2026-04-14", "filed in time"},
		want{"SR-FEE", "2026-04-27", "2026-04-24", "filed in time; late by the national calendar only (2026-04-23)"},
		want{"2026Q2", "2026-07-14", "2026-07-10", "filed in time"},
		want{"2026Q3", "2026-10-20", "2026-10-16", "filed in time"},
		want{"2026Q4", "", "", "waits for the holiday notice"})

	matters, err := revenue.Policy{}.Matters([]revenue.Dealing{
		{ID: "BA-1", Kind: revenue.MatterUse, Agreement: "XY-1", Counterparty: "某物流企业", Amount: yuan("53000.00"), SettledOn: day("2026-01-30")},
		{ID: "BA-2", Kind: revenue.MatterUse, Agreement: "XY-2", Counterparty: "某航运企业", Amount: yuan("203520.00"), SettledOn: day("2026-05-14")},
		{ID: "BA-5", Kind: revenue.MatterDisposal, Counterparty: "某研究机构", Amount: yuan("381600.00"), SettledOn: day("2026-10-23"), DeliveredOn: day("2026-10-23")},
	})
	require.NoError(t, err)
	judge(deadlines(t, revenue.Policy{}, rule.RegionEnterprise, nil, matters),
		want{"BA-1", "2026-02-13", "2026-02-12", "filed in time"},
		want{"BA-2", "2026-05-28", "2026-06-01", "filed 2 working days late"},
		want{"BA-5", "2026-11-06", "2026-11-05", "filed in time"})
}

// U3 row 10: a city's revenue is not filed by the text; where its own rule mirrors
// it, the fee of 2026-04-16 is due 05-07 by Guangxi's days, 04-30 by the nation's.
func TestMirroredDuties(t *testing.T) {
	r := row("SR-1", "2026-04-16", "2026-04-20", "404000.00")
	r.Payment = revenue.OneOff
	own := revenue.Mirrored(rule.CityFinanceBureau, rule.Text{ZH: "市财政局", EN: "city finance bureau"}, rule.In("国务院令第738号", "第25条"))
	filings, err := revenue.Policy{Duties: own}.FilingsOf(rule.CityFinanceBureau, []revenue.Row{r}, nil)
	require.NoError(t, err)
	require.Len(t, filings, 1)
	assert.Equal(t, rule.Judgement, filings[0].Duty.Evidence)
	assert.Equal(t, "市财政局", filings[0].Duty.Addressee.ZH)
	d, err := revenue.Policy{}.Deadline(filings[0], china(t, calendar.Guangxi), china(t, calendar.National))
	require.NoError(t, err)
	assert.Equal(t, day("2026-05-07"), d.Due.Date)
	assert.Equal(t, day("2026-04-30"), d.National.Date)
	none, err := revenue.Policy{Duties: own}.FilingsOf(rule.RegionDepartment, []revenue.Row{r}, nil)
	require.NoError(t, err)
	assert.Empty(t, none)
	assert.Equal(t, rule.FullText, revenue.Duties()[0].Evidence, "the plan's own are as they were")
}
