package ledger_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// atCost is a row booked at a cost, of which some is amortised.
func atCost(id, cost, amortised string) ledger.Row {
	r := row(id)
	r.Booking, r.Account, r.Amount = asset.BookedCost, "1701 无形资产——数据资产", money.MustParse(cost)
	r.BookedOn, r.Voucher = day("2025-11-18"), "2025-11 记-7"
	if amortised != "" {
		r.Life, r.LifeMonths, r.Amortised = ledger.LifeDefinite, record.Some[int64](60), money.MustParse(amortised)
	}
	return r
}

func registeredAs(r ledger.Row, certificate string) ledger.Row {
	r.Registered, r.RegisteredOn, r.CertificateNo = ledger.IsRegistered, day("2025-12-15"), certificate
	return r
}

// 100.00 by 1 : 1 : 1 is 33.33 each and one fen left, which goes to the first of
// three equal fractions; 50.00 by the same is 16.66 each and two fen left, to the
// first two.
func TestDivide(t *testing.T) {
	whole := registeredAs(atCost("A", "100.00", "50.00"), "ZS-1")
	parts, err := ledger.Divide(whole, []string{"A1", "A2", "A3"}, []int64{1, 1, 1})
	require.NoError(t, err)
	var amounts, amortised []string
	for _, p := range parts {
		amounts, amortised = append(amounts, p.Amount.String()), append(amortised, p.Amortised.String())
		assert.Equal(t, []string{"A"}, p.Predecessors)
	}
	assert.Equal(t, []string{"33.34", "33.33", "33.33"}, amounts)
	assert.Equal(t, []string{"16.67", "16.67", "16.66"}, amortised)
	assert.Equal(t, "ZS-1", parts[0].CertificateNo)
	assert.Equal(t, ledger.NotRegistered, parts[1].Registered)

	// One nominal yuan is not divided (基本准则 第30条).
	parts, err = ledger.Divide(nominal(row("B")), []string{"B1", "B2"}, []int64{1, 9})
	require.NoError(t, err)
	assert.Equal(t, "1.00", parts[0].Amount.String())
	assert.Equal(t, asset.NotBooked, parts[1].Booking)
	assert.False(t, parts[1].Amount.Present())
	assert.Empty(t, ledger.Table().Validate(&parts[1], record.Options{}).Findings)

	for want, f := range map[string]func() ([]ledger.Row, error){
		"ledger: shares: want one share for each of at least two ids": func() ([]ledger.Row, error) { return ledger.Divide(whole, []string{"A1"}, []int64{1}) },
		"ledger: share 2: want a whole number from 1":                 func() ([]ledger.Row, error) { return ledger.Divide(whole, []string{"A1", "A2"}, []int64{1, 0}) },
	} {
		_, err := f()
		assert.EqualError(t, err, want)
	}
}

// Each kind of move: what it makes, whom it ends, and that everything is there
// to the fen.
func TestMoves(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-11-18"), Row: registeredAs(atCost("A", "1860000.01", "31000.00"), "ZS-1")},
		ledger.Add{On: day("2025-11-18"), Row: atCost("B", "40.00", "4.00")}, ledger.Add{On: day("2025-11-18"), Row: atCost("C", "60.00", "")})
	a, _ := l.Now().Row("A")
	parts, err := ledger.Divide(a, []string{"A1", "A2"}, []int64{2, 1})
	require.NoError(t, err)
	apply(t, l, ledger.Split{On: day("2026-03-02"), ID: "A", Reason: "分列", Parts: parts})
	b, _ := l.Now().Row("B")
	c, _ := l.Now().Row("C")
	joined, err := ledger.Join(atCost("BC", "0.00", "0.00"), b, c)
	require.NoError(t, err)
	assert.Equal(t, "100.00", joined.Amount.String())
	assert.Equal(t, "4.00", joined.Amortised.String())
	apply(t, l, ledger.Merge{On: day("2026-03-02"), IDs: []string{"B", "C"}, Reason: "合并", Row: joined})
	next, _ := l.Now().Row("A2")
	next.Resource.ID, next.Predecessors = "A2b", nil
	apply(t, l, ledger.Replace{On: day("2026-03-03"), ID: "A2", Reason: "系统重建", Row: next})
	apply(t, l, ledger.TransferOut{On: day("2026-03-04"), ID: "A1", To: "自治区大数据发展局", Reason: "职能划转"})

	for id, want := range map[string]struct {
		cause      ledger.Cause
		successors []string
	}{
		"A":  {ledger.CauseSplit, []string{"A1", "A2"}},
		"B":  {ledger.CauseMerged, []string{"BC"}},
		"C":  {ledger.CauseMerged, []string{"BC"}},
		"A2": {ledger.CauseReplaced, []string{"A2b"}},
		"A1": {ledger.CauseTransferred, nil},
	} {
		_, live := l.Now().Row(id)
		assert.False(t, live, id)
		last, held := l.Now().Last(id)
		require.True(t, held, id)
		assert.Equal(t, want.cause, last.RetireCause, id)
		assert.Equal(t, want.successors, last.Successors, id)
		assert.False(t, last.RetiredOn.IsZero(), id)
		assert.NotEmpty(t, ledger.Table().Show(&last, "retireCause", rule.Chinese))
	}
	a2b, live := l.Now().Row("A2b")
	require.True(t, live)
	assert.Equal(t, []string{"A2"}, a2b.Predecessors)
	assert.Equal(t, "620000.00", a2b.Amount.String(), "a third of 1860000.01 is 620000.00⅓")

	// The other unit takes over what was handed over.
	a1, _ := l.Now().Last("A1")
	there := ledger.New()
	taken := a1
	taken.Resource.ID, taken.Predecessors, taken.Counterparty, taken.RetiredOn, taken.RetireCause = "DS-9", nil, "", a.RetiredOn, ""
	in := ledger.TransferIn{On: day("2026-03-04"), From: "自治区交通运输厅", Handed: ledger.HandoverOf(a1), Reason: "职能划转", Row: taken}
	apply(t, there, in)
	got, _ := there.Now().Row("DS-9")
	assert.Equal(t, []string{"A1"}, got.Predecessors)
	assert.Equal(t, "自治区交通运输厅", got.Counterparty)
	assert.Equal(t, "1240000.01", got.Amount.String())
	assert.Equal(t, "ZS-1", got.CertificateNo)
	short := in
	short.Row.Resource.ID, short.Row.Amount = "DS-10", money.MustParse("1240000.00")
	assert.ErrorContains(t, there.Apply(1, short), "booked amount of 1240000.01 in sum, not 1240000.00")

	for _, x := range []*ledger.Ledger{l, there} {
		again := reread(t, x)
		assert.Equal(t, rowsOf(x), rowsOf(again))
	}
}

func reread(t testing.TB, l *ledger.Ledger) *ledger.Ledger {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, l.Write(&b, 0))
	again, err := ledger.Read(&b, "ledger.jsonl")
	require.NoError(t, err)
	require.Equal(t, l.Head(), again.Head())
	return again
}

func rowsOf(l *ledger.Ledger) (rows []ledger.Row) {
	for r := range l.Now().Rows() {
		rows = append(rows, r)
	}
	for r := range l.Now().Retired() {
		rows = append(rows, r)
	}
	return rows
}

// A move that loses or makes money, or a registration, is refused whole.
func TestMovesRefused(t *testing.T) {
	l := ledger.New()
	whole := registeredAs(atCost("A", "100.00", "40.00"), "ZS-1")
	apply(t, l, ledger.Add{On: day("2025-11-18"), Row: whole}, ledger.Add{On: day("2025-11-18"), Row: registeredAs(atCost("B", "1.00", ""), "ZS-2")})
	split := func(change func(parts []ledger.Row)) ledger.Change {
		parts, err := ledger.Divide(whole, []string{"A1", "A2"}, []int64{1, 1})
		require.NoError(t, err)
		change(parts)
		return ledger.Split{On: day("2026-03-02"), ID: "A", Reason: "分列", Parts: parts}
	}
	joined, err := ledger.Join(atCost("AB", "1.00", "0.00"), whole, registeredAs(atCost("B", "1.00", ""), "ZS-2"))
	require.NoError(t, err)
	for _, tt := range []struct {
		want   string
		change ledger.Change
	}{
		{"booked amount of 100.00 in sum, not 100.01", split(func(p []ledger.Row) { p[1].Amount = money.MustParse("50.01") })},
		{"accumulated amortisation of 40.00 in sum, not 20.00", split(func(p []ledger.Row) { p[1].Amortised = money.Amount{} })},
		{"the registration of A (certificate ZS-1) taken over by one row, or cancelled before", split(func(p []ledger.Row) {
			p[0].Registered, p[0].CertificateNo, p[0].RegisteredOn = ledger.NotRegistered, "", p[0].CancelledOn
		})},
		{"a registration of A2 that it takes over", split(func(p []ledger.Row) { p[1] = registeredAs(p[1], "ZS-1") })},
		{"a registration of A1 that it takes over", split(func(p []ledger.Row) { p[0].CertificateNo = "ZS-9" })},
		{"an id that is not in the ledger yet", split(func(p []ledger.Row) { p[1].Resource.ID = "B" })},
		{"an id that is not in the ledger yet", split(func(p []ledger.Row) { p[1].Resource.ID = "A1" })},
		{"the predecessors that the change names", split(func(p []ledger.Row) { p[1].Predecessors = []string{"B"} })},
		{"a row that is not retired", ledger.Merge{On: day("2026-03-02"), IDs: []string{"A", "A"}, Reason: "x", Row: joined}},
		{"an id that is in the ledger", ledger.Merge{On: day("2026-03-02"), IDs: []string{"A", "X"}, Reason: "x", Row: joined}},
		{"(certificate ZS-2) taken over by one row", ledger.Merge{On: day("2026-03-02"), IDs: []string{"A", "B"}, Reason: "x", Row: joined}},
		{"a date not before the row's last change", ledger.TransferOut{On: day("2025-11-17"), ID: "A", To: "乙", Reason: "x"}},
		{"a complete change", ledger.TransferOut{On: day("2026-03-02"), ID: "A", To: "乙"}},
		{"a complete change", ledger.Split{On: day("2026-03-02"), ID: "A", Reason: "x", Parts: []ledger.Row{whole}}},
	} {
		before := l.Head()
		rows := rowsOf(l)
		err := l.Apply(2, ledger.Add{On: day("2026-03-01"), Row: row("N")}, tt.change)
		assert.ErrorContains(t, err, tt.want)
		assert.Equal(t, before, l.Head())
		assert.Equal(t, rows, rowsOf(l), "nothing half-applied: %s", tt.want)
	}
	// After ZS-2 is cancelled the merger goes through, in one call.
	cancelled := registeredAs(atCost("B", "1.00", ""), "ZS-2")
	cancelled.Registered, cancelled.CancelledOn = ledger.WasRegistered, day("2026-03-02")
	apply(t, l, ledger.Update{On: day("2026-03-02"), Reason: "注销", Row: cancelled},
		ledger.Merge{On: day("2026-03-02"), IDs: []string{"A", "B"}, Reason: "合并", Row: joined})
	got, _ := l.Now().Row("AB")
	assert.Equal(t, "101.00", got.Amount.String())
	assert.Equal(t, "ZS-1", got.CertificateNo)
}

// Of a retired row the registration can still be cancelled, and nothing else.
func TestCancelledAfterRetirement(t *testing.T) {
	l := ledger.New()
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: registeredAs(row("A"), "ZS-1")}, ledger.Retire{On: day("2026-08-19"), ID: "A", Cause: ledger.CauseLost})
	at := rule.Context{At: day("2026-12-31")}
	assert.True(t, l.Now().Review(at).Has("ledger.retired-is-cancelled"))
	last, _ := l.Now().Last("A")
	other := last
	other.Registered, other.CancelledOn, other.Contact = ledger.WasRegistered, day("2026-08-21"), "乙"
	require.ErrorContains(t, l.Apply(2, ledger.Update{On: day("2026-08-21"), Reason: "注销", Row: other}), "a row that is not retired")
	last.Registered, last.CancelledOn = ledger.WasRegistered, day("2026-08-21")
	apply(t, l, ledger.Update{On: day("2026-08-21"), Reason: "注销", Row: last})
	assert.False(t, l.Now().Review(at).Has("ledger.retired-is-cancelled"))
	assert.True(t, l.AsOf(day("2026-08-20")).Review(at).Has("ledger.retired-is-cancelled"))
	assert.Equal(t, 0, l.Now().Len(), "still retired")
	assert.Equal(t, rowsOf(l), rowsOf(reread(t, l)))
}

// Random shares: every sum is that of the row, each part within one fen of its
// exact share.
func TestDivideProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 20).Draw(t, "parts")
		ids, shares, sum := make([]string, n), make([]int64, n), int64(0)
		for i := range ids {
			ids[i], shares[i] = fmt.Sprintf("P%d", i), rapid.Int64Range(1, 1_000_000).Draw(t, "share")
			sum += shares[i]
		}
		fen := rapid.Int64Range(0, 1_000_000_000).Draw(t, "fen")
		whole := atCost("A", "1.00", "")
		var err error
		whole.Amount, err = money.Fen(fen)
		if err != nil {
			t.Fatal(err)
		}
		parts, err := ledger.Divide(whole, ids, shares)
		if err != nil {
			t.Fatal(err)
		}
		total := int64(0)
		for i, p := range parts {
			total += p.Amount.Fen()
			if exact := float64(fen) * float64(shares[i]) / float64(sum); float64(p.Amount.Fen()) < exact-1 || float64(p.Amount.Fen()) > exact+1 {
				t.Fatalf("part %d of %d by %v is %d", i, fen, shares, p.Amount.Fen())
			}
		}
		if total != fen {
			t.Fatalf("%d became %d", fen, total)
		}
	})
}

// Format version 1 as it was first written, checked in.
func TestFormat1(t *testing.T) {
	text := golden1(t)
	var steps []record.Progress
	l, err := ledger.Format{Progress: func(p record.Progress) { steps = append(steps, p) }}.Read(strings.NewReader(text), "format-1.jsonl")
	require.NoError(t, err)
	require.NoError(t, l.Verify(rule.Head{Revision: 10, Digest: "sha256:fc27d6860fe3915892ae3b8511a55abf6a27c83bfe379b671d500ec58e905262"}))
	assert.Equal(t, 2, l.Now().Len())
	assert.Equal(t, 4, l.AsOf(day("2026-01-01")).Len())
	r, ok := l.Now().Row("JT-02")
	require.True(t, ok)
	assert.Equal(t, "交调站点五分钟流量、车型\n第二行", r.Resource.Introduction)
	assert.Equal(t, "运营机构甲", r.Resource.Operator)
	assert.Equal(t, "GX-ZS-2025-0002", r.CertificateNo)
	lost, ok := l.Now().Last("JT-10")
	require.True(t, ok)
	assert.Equal(t, ledger.CauseLost, lost.RetireCause)
	var b bytes.Buffer
	require.NoError(t, l.Write(&b, 0))
	assert.Equal(t, text, b.String(), "and is written again byte for byte")
	require.Len(t, steps, 1)
	assert.Equal(t, 10, steps[0].Rows)
}
