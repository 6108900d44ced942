package ledger_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The rules that came with amounts, registration terms and retirement: fires,
// does not fire, does not concern the row, and the edges of what they look at.
func TestRowRules(t *testing.T) {
	with := func(r ledger.Row, change func(*ledger.Row)) ledger.Row { change(&r); return r }
	retired := func(r ledger.Row, cause ledger.Cause) ledger.Row {
		r.RetiredOn, r.RetireCause = day("2026-08-19"), cause
		return r
	}
	cancelled := with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.Registered, r.CancelledOn = ledger.WasRegistered, day("2026-08-21") })
	for _, tt := range []struct {
		rule rule.ID
		name string
		row  ledger.Row
		at   string
		want rule.State
	}{
		// GX-4.3.4: 损毁灭失 → 注销登记.
		{"ledger.retired-is-cancelled", "lost and registered", retired(registeredAs(row("A"), "ZS-1"), ledger.CauseLost), "2026-12-31", rule.NotMet},
		{"ledger.retired-is-cancelled", "lost and cancelled", retired(cancelled, ledger.CauseLost), "2026-12-31", rule.Met},
		{"ledger.retired-is-cancelled", "lost, never registered", retired(row("A"), ledger.CauseLost), "2026-12-31", rule.NotApplicable},
		{"ledger.retired-is-cancelled", "transferred: altered, not cancelled", retired(registeredAs(row("A"), "ZS-1"), ledger.CauseTransferred), "2026-12-31", rule.NotApplicable},
		{"ledger.retired-is-cancelled", "split", with(retired(registeredAs(row("A"), "ZS-1"), ledger.CauseSplit), func(r *ledger.Row) { r.Successors = []string{"A1"} }), "2026-12-31", rule.NotApplicable},
		{"ledger.retired-is-cancelled", "not retired", registeredAs(row("A"), "ZS-1"), "2026-12-31", rule.NotApplicable},

		// 发改数据规〔2025〕26号 第15条: three years; the last day still counts.
		{"ledger.registration-in-force", "the last day", with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.ValidTo = day("2028-12-14") }), "2028-12-14", rule.Met},
		{"ledger.registration-in-force", "the day after", with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.ValidTo = day("2028-12-14") }), "2028-12-15", rule.NotMet},
		{"ledger.registration-in-force", "no term", registeredAs(row("A"), "ZS-1"), "2028-12-15", rule.NotApplicable},
		{"ledger.registration-in-force", "not registered", row("A"), "2028-12-15", rule.NotApplicable},

		// The measures are in force from 2025-03-01 to 2030-02-28, for registrations made then.
		{"ledger.registration-in-force", "registered on the first day", with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.RegisteredOn, r.ValidTo = day("2025-03-01"), day("2028-02-29") }), "2028-03-01", rule.NotMet},
		{"ledger.registration-in-force", "registered the day before", with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.RegisteredOn, r.ValidTo = day("2025-02-28"), day("2028-02-29") }), "2028-03-01", rule.NotApplicable},
		{"ledger.registration-in-force", "registered on the last day", with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.RegisteredOn, r.ValidTo = day("2030-02-28"), day("2033-02-27") }), "2033-02-28", rule.NotMet},
		{"ledger.registration-in-force", "registered the day after", with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.RegisteredOn, r.ValidTo = day("2030-03-01"), day("2033-02-27") }), "2033-02-28", rule.NotApplicable},

		// Standard 4 is in force from 2017-01-01, 国务院令第738号 from 2021-04-01.
		{"ledger.amortised-within-amount", "booked before", with(atCost("A", "100.00", "100.01"), func(r *ledger.Row) { r.BookedOn = day("2016-12-31") }), "2026-12-31", rule.NotApplicable},
		{"ledger.amortised-within-amount", "booked on the first day", with(atCost("A", "100.00", "100.01"), func(r *ledger.Row) { r.BookedOn = day("2017-01-01") }), "2026-12-31", rule.NotMet},
		{"ledger.indefinite-not-amortised", "booked before", with(atCost("A", "100.00", "1.00"), func(r *ledger.Row) { r.Life, r.BookedOn = ledger.LifeIndefinite, day("2016-12-31") }), "2026-12-31", rule.NotApplicable},
		{"ledger.remitted-within-income", "before the regulation", with(row("A"), func(r *ledger.Row) { r.Remitted = money.MustParse("0.01") }), "2021-03-31", rule.NotApplicable},
		{"ledger.remitted-within-income", "its first day", with(row("A"), func(r *ledger.Row) { r.Remitted = money.MustParse("0.01") }), "2021-04-01", rule.NotMet},

		// 财会〔2016〕12号 第16条: what is amortised is the amount.
		{"ledger.amortised-within-amount", "all of it", atCost("A", "100.00", "100.00"), "2026-12-31", rule.Met},
		{"ledger.amortised-within-amount", "a fen more", atCost("A", "100.00", "100.01"), "2026-12-31", rule.NotMet},
		{"ledger.amortised-within-amount", "with impairment", with(atCost("A", "100.00", "60.00"), func(r *ledger.Row) { r.Impairment = money.MustParse("40.01") }), "2026-12-31", rule.NotMet},
		{"ledger.amortised-within-amount", "nothing amortised", atCost("A", "100.00", ""), "2026-12-31", rule.NotApplicable},

		// 财会〔2016〕12号 第20条.
		{"ledger.indefinite-not-amortised", "amortised", with(atCost("A", "100.00", "1.00"), func(r *ledger.Row) { r.Life = ledger.LifeIndefinite }), "2026-12-31", rule.NotMet},
		{"ledger.indefinite-not-amortised", "not amortised", with(atCost("A", "100.00", ""), func(r *ledger.Row) { r.Life = ledger.LifeIndefinite }), "2026-12-31", rule.Met},
		{"ledger.indefinite-not-amortised", "definite", atCost("A", "100.00", "1.00"), "2026-12-31", rule.NotApplicable},

		{"ledger.remitted-within-income", "all of it", with(row("A"), func(r *ledger.Row) { r.Income, r.Remitted = money.MustParse("6.00"), money.MustParse("6.00") }), "2026-12-31", rule.Met},
		{"ledger.remitted-within-income", "a fen more", with(row("A"), func(r *ledger.Row) { r.Income, r.Remitted = money.MustParse("6.00"), money.MustParse("6.01") }), "2026-12-31", rule.NotMet},
		{"ledger.remitted-within-income", "nothing received", with(row("A"), func(r *ledger.Row) { r.Remitted = money.MustParse("0.01") }), "2026-12-31", rule.NotMet},
		{"ledger.remitted-within-income", "nothing remitted", row("A"), "2026-12-31", rule.NotApplicable},

		{"ledger.dates-in-order", "cancelled before it was registered", with(cancelled, func(r *ledger.Row) { r.CancelledOn = day("2025-12-14") }), "2026-12-31", rule.NotMet},
		{"ledger.dates-in-order", "cancelled the same day", with(cancelled, func(r *ledger.Row) { r.CancelledOn = day("2025-12-15") }), "2026-12-31", rule.Met},
		{"ledger.dates-in-order", "valid to before registered", with(registeredAs(row("A"), "ZS-1"), func(r *ledger.Row) { r.ValidTo = day("2025-12-14") }), "2026-12-31", rule.NotMet},

		{"ledger.should-be-registered", "retired", retired(row("A"), ledger.CauseLost), "2026-12-31", rule.NotApplicable},
	} {
		report := ledger.Rules().Explain(&tt.row, rule.Context{At: day(tt.at)})
		for _, o := range report.Outcomes {
			if o.Rule == tt.rule {
				assert.Equal(t, tt.want, o.State, "%s: %s", tt.rule, tt.name)
			}
		}
		assert.Equal(t, tt.want == rule.NotMet, report.Has(tt.rule), "%s: %s", tt.rule, tt.name)
	}
}

// What the table itself asks across fields: each a finding at the field.
func TestRequired(t *testing.T) {
	for _, tt := range []struct {
		path   string
		change func(*ledger.Row)
	}{
		{"/voucher", func(r *ledger.Row) { *r = nominal(*r); r.Voucher = "" }},
		{"/nominalReason", func(r *ledger.Row) { *r = nominal(*r); r.Reason = "" }},
		{"/bookAmount", func(r *ledger.Row) { r.Amount = money.Nominal() }},
		{"/registeredOn", func(r *ledger.Row) { r.Registered = ledger.IsRegistered }},
		{"/authorisedTo", func(r *ledger.Row) { r.Mode, r.AuthorisedFrom = "field", day("2026-01-01") }},
		{"/amortised", func(r *ledger.Row) { *r = nominal(*r); r.Amortised = money.MustParse("0.10") }}, // 第16条: not amortised
		{"/usefulMonths", func(r *ledger.Row) { *r = atCost("A", "1.00", ""); r.Life = ledger.LifeDefinite }},
		{"/usefulLifeReason", func(r *ledger.Row) { *r = atCost("A", "1.00", ""); r.Life = ledger.LifeIndefinite }},
		{"/impairment", func(r *ledger.Row) { *r = atCost("A", "1.00", ""); r.Impairment = money.MustParse("0.10") }}, // government units have none
		{"/valueChangeReason", func(r *ledger.Row) { *r = atCost("A", "1.00", ""); r.ValueChange = money.MustParse("-0.10") }},
		{"/cancelledOn", func(r *ledger.Row) { r.CancelledOn = day("2026-01-01") }},
		{"/successors", func(r *ledger.Row) { r.Successors = []string{"B"} }},
		{"/retireCause", func(r *ledger.Row) { r.RetiredOn = day("2026-01-01") }},
		{"/usage", func(r *ledger.Row) { r.Usage = "sometimes" }},
		{"/bookAmount", func(r *ledger.Row) { *r = atCost("A", "1.00", ""); r.Amount = money.MustParse("-1.00") }},
	} {
		r := row("A")
		tt.change(&r)
		report := ledger.Table().Validate(&r, record.Options{})
		require.Len(t, report.Findings, 1, tt.path)
		assert.Equal(t, tt.path, report.Findings[0].Path)
	}
}

// Names, codes, certificates and registrations; two texts of one fingerprint are
// no duplicate (these two are an FNV-1a collision of 64 bits).
func TestUnique(t *testing.T) {
	a, b, c := registeredAs(row("A"), "ZS-1"), registeredAs(row("B"), "ZS-1"), row("C")
	a.Code, b.Code, c.Code = "8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ", "GReLUrM4wMqfg9yzV3KQ"
	c.Resource.Name, c.NationalCode, b.NationalCode = a.Resource.Name, "N-1", "N-1"
	again := row("A")
	again.Resource.Name = "另一项"
	rows := []ledger.Row{a, b, c, again}
	view := ledger.ViewOf(func(yield func(ledger.Row) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}, nil)
	var got []string
	for _, f := range ledger.ViewRules().Review(view, rule.Context{}).Findings {
		got = append(got, f.Path+" "+f.Message.EN)
		assert.Equal(t, rule.Warning, f.Severity)
	}
	assert.Equal(t, []string{
		"/ledger/1/certificateNo B and A have the same certificate number: ZS-1.",
		"/ledger/2/assetCode C and B have the same asset code: GReLUrM4wMqfg9yzV3KQ.",
		"/ledger/2/name C and A have the same name: 数据 A.",
		"/ledger/2/nationalCode C and B have the same national registration code: N-1.",
		"/ledger/3/id the id A occurs twice.",
	}, got)

	// Only a collision: no finding at all.
	rows = []ledger.Row{a, b}
	rows[1].CertificateNo, rows[1].NationalCode = "ZS-2", ""
	assert.Empty(t, ledger.ViewRules().Review(view, rule.Context{}).Findings)

	// Rows that can be ranged over once cannot be compared, and the report says so.
	spent := false
	rows = []ledger.Row{a, a}
	once := ledger.ViewOf(func(yield func(ledger.Row) bool) {
		if spent {
			return
		}
		spent = true
		_ = yield(rows[0]) && yield(rows[1])
	}, nil)
	found := ledger.ViewRules().Review(once, rule.Context{}).Findings
	require.Len(t, found, 1)
	assert.Equal(t, rule.Note, found[0].Severity)
	assert.Contains(t, found[0].Message.EN, "read only once")
}

// A review in a stream finds what a review of the whole does, and stops when the
// caller does.
func TestEach(t *testing.T) {
	l := ledger.New()
	twin := row("B")
	twin.Resource.Name = row("A").Resource.Name
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Add{On: day("2025-05-29"), Row: twin},
		ledger.Add{On: day("2025-05-29"), Row: registeredAs(row("C"), "ZS-1")}, ledger.Retire{On: day("2026-01-01"), ID: "C", Cause: ledger.CauseLost})
	at := rule.Context{At: day("2026-12-31")}
	var report rule.Report
	var numbers []int
	for n, one := range (ledger.Reviewer{}).Each(l.Now(), at) {
		numbers = append(numbers, n)
		report.Merge(one)
	}
	assert.Equal(t, []int{1, 2, 3, 0}, numbers)
	assert.Equal(t, l.Now().Review(at), report)
	assert.Equal(t, "/retired/0/registered", report.Findings[2].Path)
	for range (ledger.Reviewer{}).Each(l.Now(), at) {
		break
	}
	assert.True(t, ledger.View{}.Review(at).Clean())
}

// Dry run, then the import: what is new is added, what differs is changed with
// the reason, what is equal is not touched, what is bad is told with its cell.
func TestImporter(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Add{On: day("2025-05-29"), Row: nominal(row("B"))},
		ledger.Add{On: day("2025-05-29"), Row: row("X")}, ledger.Retire{On: day("2025-06-01"), ID: "X", Cause: ledger.CauseLost})
	var sheet strings.Builder
	other := ledger.New()
	changed := row("A")
	changed.Resource.Scale = "路线19万条"
	apply(t, other, ledger.Add{On: day("2025-05-29"), Row: changed}, ledger.Add{On: day("2025-05-29"), Row: nominal(row("B"))},
		ledger.Add{On: day("2025-05-29"), Row: row("C")}, ledger.Add{On: day("2025-05-29"), Row: row("X")})
	require.NoError(t, other.Now().WriteCSV(&sheet, rule.Chinese, nil))
	text := sheet.String()
	lines := strings.SplitAfter(strings.TrimSpace(text), "\n")
	text += lines[len(lines)-2]                                     // C a second time
	text += strings.Replace(lines[len(lines)-2], "C,数据 C", "D,", 1) // no name

	importer := ledger.Importer{On: day("2026-01-05"), Reason: "年度清查"}
	plan := importer.Plan(l, readSheet(t, text))
	assert.Equal(t, []int{1, 1, 1, 3}, []int{plan.Added, plan.Changed, plan.Kept, plan.Refused})
	var found []string
	for _, f := range plan.Report.Findings {
		found = append(found, f.Path+" "+f.Message.EN)
	}
	assert.Contains(t, found[0], "/id the row X was retired on 2025-06-01.")
	assert.Contains(t, found[1], "/id the id C occurs twice in the file.")
	assert.Contains(t, found[2], "/name")
	assert.Equal(t, 4, l.Revision(), "a dry run changes nothing")
	require.NoError(t, plan.Apply(l))
	assert.Equal(t, 6, l.Revision())
	got, _ := l.Now().Row("A")
	assert.Equal(t, "路线19万条", got.Resource.Scale)
	require.ErrorIs(t, plan.Apply(l), rule.ErrStale)
	again := importer.Plan(l, readSheet(t, sheet.String()))
	assert.Empty(t, again.Changes)

	for s := range importer.Steps(l.AsOf(day("2025-12-31")), readSheet(t, sheet.String())) {
		require.Equal(t, ledger.ChangeRow, s.Action)
		require.Len(t, s.Fields, 1)
		assert.Equal(t, "scale", s.Fields[0].Key)
		assert.Equal(t, "规模", s.Fields[0].Title.ZH)
		break
	}
	// A sheet that has only some columns leaves the others as they are.
	partial := nominal(row("B"))
	partial.Resource.Name, partial.Voucher = "改名", ""
	one := func(yield func(ledger.Row, rule.Report) bool) { yield(partial, rule.Report{}) }
	plan = ledger.Importer{On: day("2026-01-06"), Reason: "改名", Fields: []string{"name"}}.Plan(l, one)
	require.NoError(t, plan.Apply(l))
	b, _ := l.Now().Row("B")
	assert.Equal(t, "改名", b.Resource.Name)
	assert.Equal(t, "记-1", b.Voucher)
}

// What changed between two days, field by field.
func TestDiff(t *testing.T) {
	l := story(t)
	var got []string
	for d := range l.Diff(day("2025-12-31"), day("2026-03-31")) {
		s := d.ID + " " + string(d.Turn)
		for _, f := range d.Fields {
			s += " " + f.Key + ":" + f.Before + "→" + f.After
		}
		got = append(got, s)
	}
	assert.Equal(t, []string{"B departed", "D departed", "D1 entered", "D2 entered"}, got)
	for d := range l.Diff(day("2025-05-29"), day("2025-08-20")) {
		require.Equal(t, "A", d.ID)
		f := d.Fields[0]
		assert.Equal(t, "registered", f.Key)
		assert.Equal(t, "none", f.Before)
		assert.Equal(t, "已登记", f.Shown.After.ZH)
		assert.Equal(t, "not registered", f.Shown.Before.EN)
		assert.Equal(t, "rights registered", f.Title.EN)
		break
	}
	back := 0
	for d := range l.Diff(day("2026-03-31"), day("2025-12-31")) {
		if back++; d.Turn == ledger.Returned {
			assert.Contains(t, "BD", d.ID)
		}
	}
	assert.Equal(t, 4, back)
	for range l.Diff(day("2026-03-31"), day("2026-12-31")) {
		t.Fatal("nothing happened")
	}
	for range l.Now().Diff(story(t).Now()) {
		t.Fatal("another ledger")
	}
}

// Views are read from many goroutines while the ledger grows.
func TestConcurrent(t *testing.T) {
	l := story(t)
	view, at := l.Now(), rule.Context{At: day("2026-12-31")}
	rows, report := view.Len(), view.Review(at)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				assert.Equal(t, rows, view.Len())
				assert.Equal(t, report, view.Review(at))
				_, err := view.Movements(ledger.ByClass, ledger.MonthSpan(monthOf("2025-06-01")))
				assert.NoError(t, err)
				assert.True(t, view.Known("A"))
				for range l.Now().Rows() {
					continue
				}
				for range l.History() {
					continue
				}
				assert.NoError(t, l.Verify(l.Head()))
			}
		})
	}
	for i := range 200 {
		apply(t, l, ledger.Add{On: day("2026-06-01"), Row: row("N" + string(rune('a'+i%26)) + strings.Repeat("x", i/26))})
		a, _ := l.Now().Row("A")
		a.Resource.Scale += "."
		apply(t, l, ledger.Update{On: day("2026-06-01"), Reason: "x", Row: a})
	}
	wg.Wait()
}
