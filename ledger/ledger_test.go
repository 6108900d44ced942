package ledger_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func row(id string) ledger.Row {
	r := asset.Resources().Sample()
	r.ID, r.Name = id, "数据 "+id
	r.AvailableOn = calendar.Date{}
	return ledger.Row{
		Resource: r, RecordedOn: day("2025-05-29"), Registered: ledger.NotRegistered, Booking: asset.NotBooked,
	}
}

func nominal(r ledger.Row) ledger.Row {
	r.Booking, r.Account, r.Amount = asset.BookedNominal, "1701 无形资产——数据资产——公路", money.Nominal()
	r.BookedOn, r.Voucher, r.Reason = day("2025-06-30"), "记-1", "成本无法可靠计量"
	return r
}

func apply(t testing.TB, l *ledger.Ledger, changes ...ledger.Change) {
	t.Helper()
	require.NoError(t, l.Apply(l.Revision(), changes...))
}

func TestLife(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Add{On: day("2025-05-29"), Row: row("B")})
	apply(t, l, ledger.Update{On: day("2025-06-30"), Reason: "入账", Row: nominal(row("A"))})
	apply(t, l, ledger.Retire{On: day("2026-08-19"), ID: "A", Cause: ledger.CauseLost})
	assert.Equal(t, 4, l.Revision())

	for _, tt := range []struct {
		view   ledger.View
		a      bool
		status asset.BookingStatus
		rows   int
	}{
		{l.AsOf(day("2025-05-28")), false, "", 0},
		{l.AsOf(day("2025-05-29")), true, asset.NotBooked, 2},
		{l.AsOf(day("2025-06-29")), true, asset.NotBooked, 2},
		{l.AsOf(day("2025-06-30")), true, asset.BookedNominal, 2},
		{l.AsOf(day("2026-08-18")), true, asset.BookedNominal, 2},
		{l.AsOf(day("2026-08-19")), false, "", 1},
		{l.At(0), false, "", 0},
		{l.At(1), true, asset.NotBooked, 1},
		{l.At(3), true, asset.BookedNominal, 2},
		{l.Now(), false, "", 1},
		{ledger.View{}, false, "", 0},
	} {
		got, ok := tt.view.Row("A")
		assert.Equal(t, tt.a, ok)
		if ok {
			assert.Equal(t, tt.status, got.Booking)
		}
		assert.Equal(t, tt.rows, tt.view.Len())
	}
	assert.True(t, l.Now().Known("A"), "retired, and once held")
	assert.False(t, l.AsOf(day("2025-05-28")).Known("A"))
	kinds := ""
	for revision, c := range l.History() {
		kinds += ledger.Changes().Code(c)
		assert.Positive(t, revision)
	}
	assert.Equal(t, "addaddupdateretire", kinds)

	totals, err := l.AsOf(day("2026-01-01")).Totals()
	require.NoError(t, err)
	assert.Equal(t, ledger.Totals{
		Rows: 2, Booking: map[asset.BookingStatus]int{asset.BookedNominal: 1, asset.NotBooked: 1}, Amount: money.Nominal(),
	}, totals)
	totals, err = l.Now().Totals()
	require.NoError(t, err)
	assert.False(t, totals.Amount.Present(), "nothing booked is absent, not zero")
}

// Views stay what they are while the ledger grows; rows taken from it are the
// caller's.
func TestViewsStand(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")})
	now := l.Now()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("B")}, ledger.Update{On: day("2025-06-30"), Reason: "入账", Row: nominal(row("A"))})
	got, _ := now.Row("A")
	assert.Equal(t, asset.NotBooked, got.Booking)
	assert.Equal(t, 1, now.Len())
	got.Resource.Sources[0] = "changed"
	again, _ := now.Row("A")
	assert.Equal(t, asset.FromDuty, again.Resource.Sources[0])
	mine := row("C")
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: mine})
	mine.Resource.Sources[0] = "changed"
	again, _ = l.Now().Row("C")
	assert.Equal(t, asset.FromDuty, again.Resource.Sources[0])
}

// Apply is all or nothing, and no update is lost.
func TestRefusedChanges(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")})
	require.ErrorIs(t, l.Apply(0, ledger.Add{On: day("2025-05-29"), Row: row("B")}), rule.ErrStale)
	incomplete := row("C")
	incomplete.Resource.Owner = ""
	for want, changes := range map[string][]ledger.Change{
		"an id that is not in the ledger yet": {ledger.Add{On: day("2025-06-01"), Row: row("B")}, ledger.Add{On: day("2025-06-01"), Row: row("A")}},
		"an id that is in the ledger":         {ledger.Retire{On: day("2025-06-01"), ID: "X", Cause: ledger.CauseLost}},
		"a date not before the row's last":    {ledger.Update{On: day("2025-05-28"), Reason: "x", Row: row("A")}},
		"a row that is not retired": {
			ledger.Retire{On: day("2025-06-01"), ID: "A", Cause: ledger.CauseLost},
			ledger.Update{On: day("2025-06-02"), Reason: "x", Row: row("A")},
		},
		"owner is missing":  {ledger.Add{On: day("2025-06-01"), Row: incomplete}},
		"reason is missing": {ledger.Update{On: day("2025-06-01"), Row: row("A")}},
		"a complete change": {nil},
	} {
		err := l.Apply(1, changes...)
		var refused *ledger.ChangeError
		require.ErrorAs(t, err, &refused, want)
		assert.Contains(t, err.Error(), want)
		assert.NotEmpty(t, refused.Want.ZH)
		assert.Equal(t, 1, l.Revision(), "nothing half-applied")
	}
	assert.Equal(t, 1, l.Now().Len())
}

// As text and back; a changed byte is found, a torn line is told apart.
func TestReadAndWrite(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Add{On: day("2025-05-29"), Row: row("B")})
	apply(t, l, ledger.Update{On: day("2025-06-30"), Reason: "入账", Row: nominal(row("A"))}, ledger.Retire{On: day("2025-07-01"), ID: "B", Cause: "other", Reason: "并入"})
	var b bytes.Buffer
	require.NoError(t, l.Write(&b, 0))
	text := b.String()
	got, err := ledger.Read(strings.NewReader(text), "ledger.jsonl")
	require.NoError(t, err)
	assert.Equal(t, l.Head(), got.Head())
	require.NoError(t, got.Verify(l.Head()))
	for r := range l.Now().Rows() {
		same, ok := got.Now().Row(r.ID())
		require.True(t, ok)
		assert.Equal(t, r, same)
	}
	apply(t, got, ledger.Update{On: day("2025-08-01"), Reason: "更新", Row: nominal(row("A"))})
	require.NoError(t, got.Verify(l.Head()), "grown, and whole")
	require.Error(t, l.Verify(got.Head()), "cut off")

	half := text[:len(text)-10]
	torn, err := ledger.Read(strings.NewReader(half), "ledger.jsonl")
	require.ErrorContains(t, err, "was not written to its end")
	assert.Equal(t, 3, torn.Revision())
	_, err = ledger.Read(strings.NewReader(strings.Replace(text, "公路", "水路", 1)), "ledger.jsonl")
	require.ErrorContains(t, err, "was changed after it was written")
	_, err = ledger.Read(strings.NewReader("{}\n"), "ledger.jsonl")
	require.Error(t, err)
}

// Random ledgers read back equal, and a view at each revision is the ledger of
// the changes before it.
func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := ledger.New()
		on := day("2025-05-29")
		lens := []int{0}
		for range rapid.IntRange(0, 12).Draw(t, "changes") {
			on = on.AddDays(rapid.IntRange(0, 40).Draw(t, "days"))
			id := rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t, "id")
			var c ledger.Change
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				c = ledger.Add{On: on, Row: row(id)}
			case 1:
				c = ledger.Update{On: on, Reason: "x", Row: nominal(row(id))}
			default:
				c = ledger.Retire{On: on, ID: id, Cause: ledger.CauseLost}
			}
			if l.Apply(l.Revision(), c) == nil {
				lens = append(lens, l.Now().Len())
			}
		}
		for revision, n := range lens {
			if l.At(revision).Len() != n {
				t.Fatalf("at %d there are %d rows, then there were %d", revision, l.At(revision).Len(), n)
			}
		}
		var b bytes.Buffer
		if err := l.Write(&b, 0); err != nil {
			t.Fatal(err)
		}
		again, err := ledger.Read(&b, "x")
		if err != nil || again.Head() != l.Head() || again.Now().Len() != l.Now().Len() {
			t.Fatalf("%v: %v became %v", err, l.Head(), again.Head())
		}
	})
}

// Each rule, each way; the clause in the comment.
func TestRules(t *testing.T) {
	authorised := func(r ledger.Row) ledger.Row {
		r.Mode, r.AuthorisedFrom, r.AuthorisedTo = "scenario", day("2026-01-01"), day("2028-12-31")
		return r
	}
	registered := func(r ledger.Row) ledger.Row {
		r.Registered, r.RegisteredOn, r.CertificateNo = ledger.IsRegistered, day("2025-12-15"), "ZS-1"
		return r
	}
	shared := func(r ledger.Row, consent string) ledger.Row {
		r.Resource.Sources, r.Resource.Provider = []asset.Source{asset.FromDuty, asset.FromSharing}, "自治区水利厅"
		if consent != "" {
			r.ConsentOn = day(consent)
		}
		return r
	}
	two := nominal(row("A"))
	two.Amount = money.MustParse("2.00")
	company := authorised(row("A"))
	company.Resource.HolderKind = rule.Enterprise
	early := registered(authorised(row("A")))
	early.RegisteredOn = day("2026-01-02")
	reversed := registered(authorised(row("A")))
	reversed.AuthorisedTo = day("2025-12-31")
	retired := row("A")
	retired.RetiredOn, retired.RetireCause = day("2025-05-28"), ledger.CauseLost
	under := func(account string) ledger.Row {
		r := nominal(row("A"))
		r.Account = account
		return r
	}
	ahead := nominal(row("A"))
	ahead.Resource.AvailableOn = day("2025-07-01")
	for name, tt := range map[string]struct {
		r    ledger.Row
		id   rule.ID
		want bool
	}{
		"one yuan":                      {nominal(row("A")), "ledger.nominal-is-one-yuan", false}, // 基本准则 第30条
		"two yuan":                      {two, "ledger.nominal-is-one-yuan", true},
		"authorised, registered":        {registered(authorised(row("A"))), "ledger.authorised-is-registered", false}, // GX-4.3.2
		"authorised, not registered":    {authorised(row("A")), "ledger.authorised-is-registered", true},
		"authorised before registered":  {early, "ledger.authorised-is-registered", true},
		"an enterprise's own":           {company, "ledger.authorised-is-registered", false},
		"shared, consent":               {shared(authorised(row("A")), "2025-12-01"), "ledger.shared-has-consent", false}, // GX-4.5.1
		"shared, no consent":            {shared(authorised(row("A")), ""), "ledger.shared-has-consent", true},
		"shared, consent too late":      {shared(authorised(row("A")), "2026-01-02"), "ledger.shared-has-consent", true},
		"shared, not authorised":        {shared(row("A"), ""), "ledger.shared-has-consent", false},
		"should be registered":          {row("A"), "ledger.should-be-registered", true}, // GX-4.3.1, advice
		"is registered":                 {registered(row("A")), "ledger.should-be-registered", false},
		"ends before it begins":         {reversed, "ledger.dates-in-order", true},
		"retired before it is recorded": {retired, "ledger.dates-in-order", true},
		"booked before it was there":    {ahead, "ledger.dates-in-order", true},
		"in order":                      {registered(authorised(nominal(row("A")))), "ledger.dates-in-order", false},
		"under data assets":             {nominal(row("A")), "ledger.under-data-assets", false}, // GX-4.4.1
		"straight under 1701":           {under("1701 无形资产——公路"), "ledger.under-data-assets", true},
		"straight under 无形资产":           {under("无形资产"), "ledger.under-data-assets", true},
		"another account (等)":           {under("1601 固定资产"), "ledger.under-data-assets", false},
		"not booked":                    {row("A"), "ledger.under-data-assets", false},
	} {
		report := ledger.Rules().Review(&tt.r, rule.Context{At: day("2026-12-31")})
		assert.Equal(t, tt.want, report.Has(tt.id), name)
		for _, f := range report.Findings {
			assert.NotEmpty(t, f.Message.ZH+f.Fix.ZH)
		}
	}
	city := rule.Context{Role: rule.CityFinanceBureau, At: day("2026-12-31")}
	assert.False(t, ledger.Rules().Review(ptr(under("无形资产")), city).Has("ledger.under-data-assets"), "the plan asks it of region departments")
	assert.NoError(t, ledger.Rules().Review(ptr(row("A")), rule.Context{}).Err(), "应登尽登 is advice and never blocks")
}

// Rows against each other, and a caller who switches a rule off.
func TestReview(t *testing.T) {
	l := ledger.New()
	twin := row("B")
	twin.Resource.Name = row("A").Resource.Name
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Add{On: day("2025-05-29"), Row: twin})
	report := l.Now().Review(rule.Context{At: day("2026-12-31")})
	var unique []rule.Finding
	for _, f := range report.Findings {
		if f.Rule == "ledger.unique" {
			unique = append(unique, f)
		}
	}
	require.Len(t, unique, 1)
	assert.Equal(t, "/ledger/1/name", unique[0].Path)
	assert.Equal(t, 2, unique[0].Row)
	assert.Equal(t, "B and A have the same name: 数据 A.", unique[0].Message.EN)

	views, err := ledger.ViewRules().Without("ledger.unique", "同名不同区域")
	require.NoError(t, err)
	rows, err := ledger.Rules().Without("ledger.should-be-registered", "统一登记尚未开始")
	require.NoError(t, err)
	report = ledger.Reviewer{Rows: rows, Views: views}.Review(l.Now(), rule.Context{At: day("2026-12-31")})
	assert.Empty(t, report.Findings)
	assert.Len(t, report.Off, 2, "the report repeats the reasons")
}

// The six fields that the plan names, and the table as a whole.
func TestTable(t *testing.T) {
	d := ledger.Table().Definition()
	for _, key := range []string{"name", "introduction", "owner", "rightHolder", "class", "registered", "bookingStatus"} {
		f, ok := d.Field(key)
		require.True(t, ok, key)
		assert.Equal(t, record.OpAlways, f.Required.Op, key)
		assert.Contains(t, f.Basis, rule.GX("4.2.2"), key)
	}
	assert.True(t, d.Flat(), "a ledger is a table")
	sample := ledger.Table().Sample()
	assert.Empty(t, ledger.Table().Validate(&sample, record.Options{}).Findings)
	require.NoError(t, ledger.Catalogue().Check())
	extended, err := ledger.Table().With(record.FieldDefinition{Key: "ownNumber", Title: rule.Text{ZH: "本单位编号", EN: "own number"}, Type: record.Text{Max: 20}})
	require.NoError(t, err)
	sample.Extra = sample.Extra.With("ownNumber", "7")
	assert.Empty(t, extended.Validate(&sample, record.Options{}).Findings)
}

// A ledger that is read is whole: it writes the bytes it was read from, and its
// views hold what they should.
func FuzzRead(f *testing.F) {
	f.Add([]byte(golden1(f)))
	var b bytes.Buffer
	require.NoError(f, story(f).Write(&b, 0))
	f.Add(b.Bytes())
	f.Add([]byte("{}\n"))
	f.Add([]byte(""))
	f.Fuzz(func(t *testing.T, in []byte) {
		l, err := ledger.Read(bytes.NewReader(in), "x")
		if l == nil {
			if err == nil {
				t.Fatal("nothing and no error")
			}
			return
		}
		var out bytes.Buffer
		if werr := l.Write(&out, 0); werr != nil {
			t.Fatal(werr)
		}
		again, rerr := ledger.Read(&out, "x")
		if rerr != nil || again.Head() != l.Head() || again.Now().Len() != l.Now().Len() {
			t.Fatalf("%v: read back otherwise", rerr)
		}
	})
}

// Whatever byte of a written ledger is changed, reading or the head finds it.
func TestEveryByteCounts(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Retire{On: day("2026-08-19"), ID: "A", Cause: ledger.CauseLost})
	var b bytes.Buffer
	require.NoError(t, l.Write(&b, 0))
	for i := range b.Len() {
		for _, c := range []byte{0, ' ', '1', '"', 'x', b.Bytes()[i] ^ 1, b.Bytes()[i] ^ 0x80} {
			text := bytes.Clone(b.Bytes())
			if text[i] == c {
				continue
			}
			text[i] = c
			got, err := ledger.Read(bytes.NewReader(text), "x")
			if err == nil {
				err = got.Verify(l.Head())
			}
			if err == nil && !bytes.Equal(bytes.TrimSpace(text), bytes.TrimSpace(b.Bytes())) {
				require.Error(t, err, "byte %d became %q", i, c)
			}
		}
	}
}

// One bad text a way to be wrong; the error says where and what was expected.
func TestBadTexts(t *testing.T) {
	text := golden1(t)
	lines := strings.SplitAfter(text, "\n")
	for _, tt := range []struct{ name, in, want string }{
		{"a line lost", lines[0] + lines[2], "line 2: the log was changed after it was written: want sequence 2"},
		{"two lines changed about", lines[1] + lines[0], "want sequence 1"},
		{"a line twice", lines[0] + lines[0], "want sequence 2"},
		{"a later format", strings.Replace(lines[0], `{"v":1,`, `{"v":2,`, 1), "format 2, want at most 1"},
		{"a spreadsheet", "资源编号,资源名称\nA,甲\n", "want an entry as it was written"},
		{"UTF-16", "\xff\xfe{\x00", "was not written to its end"},
		{"not UTF-8", strings.Replace(lines[0], "公路", "\xb9\xab", 1), "want an entry as it was written"},
		{"a member twice", strings.Replace(lines[0], `"seq":1`, `"seq":1,"seq":1`, 1), "want an entry as it was written"},
		{"an unknown member", strings.Replace(lines[0], `"seq":1`, `"seq":1,"by":"甲"`, 1), "want an entry as it was written"},
		{"a blank line", lines[0] + "\n" + lines[1], "line 2"},
		{"torn", text[:len(text)-30], "was not written to its end"},
		{"a long line", strings.Repeat("a", 2<<20), "lines of at most 1 MiB"},
	} {
		l, err := ledger.Read(strings.NewReader(tt.in), "台账.jsonl")
		require.ErrorContains(t, err, tt.want, tt.name)
		assert.Contains(t, err.Error(), "台账.jsonl", tt.name)
		if tt.name == "torn" {
			assert.Equal(t, 9, l.Revision())
		}
	}
}

// All that meet the conditions are in the ledger (GX-4.1.3), or have been.
func TestNoneLeftOut(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: row("A")}, ledger.Add{On: day("2025-05-29"), Row: row("B")},
		ledger.Retire{On: day("2026-08-19"), ID: "B", Cause: ledger.CauseLost})
	var answers []asset.Assessment
	for _, id := range []string{"A", "B", "C"} {
		a, err := asset.Recognize(row(id).Resource, day("2025-05-22"))
		require.NoError(t, err)
		answers = append(answers, a)
	}
	report := asset.LeftOut(answers, l.Now().Known)
	require.Len(t, report.Findings, 1)
	assert.Contains(t, report.Findings[0].Message.EN, "C meets the conditions and is not in the ledger")
}

func ptr[V any](v V) *V { return &v }

func golden1(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "format-1.jsonl"))
	require.NoError(t, err)
	return string(b)
}

func monthOf(s string) calendar.Month { return calendar.MonthOf(day(s)) }
