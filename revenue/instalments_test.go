package revenue_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func pay(t require.TestingT, s revenue.Instalments, amount string) (revenue.Instalments, string, string) {
	s, payout, err := s.Next(decimal.RequireFromString(amount))
	require.NoError(t, err)
	var now, carried []string
	for _, a := range payout.All() {
		now = append(now, a.String())
	}
	for p, a := range payout.Carried() {
		carried = append(carried, p.ID+" "+a.String())
	}
	return s, strings.Join(now, " "), strings.Join(carried, " ")
}

// A fee of 100.00 once, in instalments of 60.00: 60, then 40 and 20, then 0 and 60.
func TestInstalmentsShareOnce(t *testing.T) {
	s, err := revenue.MustAgreement(terms(revenue.Fixed("a", yuan("100.00")), revenue.Rest("b", 1))).Instalments()
	require.NoError(t, err)
	for _, want := range []string{"60.00 0.00", "40.00 20.00", "0.00 60.00"} {
		var now, carried string
		s, now, carried = pay(t, s, "60.00")
		assert.Equal(t, want, now)
		assert.Empty(t, carried)
	}
	assert.Equal(t, yuan("100.00"), s.Paid("a"))
	assert.Equal(t, yuan("80.00"), s.Paid("b"))
	assert.False(t, s.Paid("z").Present())
}

// a gets 50 % up to 100.00 and 20 % of all above: 50.00 of 100.00, but 24.00 of
// 120.00, so the second instalment holds a at 0.00, 26.00 over; b and c are owed
// 48.00 − 25.00 = 23.00 each and get 10.00 of the 20.00. At 300.00 a is due 60.00:
// 10.00 more; b and c 120.00 − 35.00 = 85.00 each.
func TestInstalmentsHoldAtZero(t *testing.T) {
	a := revenue.MustAgreement(terms(
		revenue.Tiered("a", revenue.WholeTier, revenue.Tier{UpTo: yuan("100.00"), Ratio: ratio("0.5")}, revenue.Tier{Ratio: ratio("0.2")}),
		revenue.Rest("b", 1), revenue.Rest("c", 1),
	))
	s, err := a.Instalments()
	require.NoError(t, err)
	s, now, carried := pay(t, s, "100.00")
	assert.Equal(t, "50.00 25.00 25.00", now)
	assert.Empty(t, carried)
	after, payout, err := s.Next(decimal.NewFromInt(20))
	require.NoError(t, err)
	text := strings.Join(payout.Explain(rule.Chinese), "\n")
	assert.Contains(t, text, "第 2 期 20.00 元，按累计金额分配。\n可分配金额 120.00 元。")
	assert.Contains(t, text, "本期 a 得 0.00 元。")
	assert.Contains(t, text, "a 累计多得 26.00 元，留待以后各期抵减。")
	assert.Contains(t, text, "b 累计少得 13.00 元，由以后各期补足。")
	assert.Contains(t, strings.Join(payout.Explain(rule.English), "\n"), "a has had 26.00 yuan more than its share")
	_, now, carried = pay(t, s, "20.00")
	assert.Equal(t, "0.00 10.00 10.00", now)
	assert.Equal(t, "a 26.00 b -13.00 c -13.00", carried)
	_, now, carried = pay(t, after, "180.00")
	assert.Equal(t, "10.00 85.00 85.00", now)
	assert.Empty(t, carried, "settled")
}

// Each instalment is paid out to the fen, nobody gives anything back, what is
// carried sums to nothing; and where shares never fall, all have their cumulative
// share after every instalment.
func TestInstalmentsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := drawTerms(t)
		a, err := revenue.NewAgreement(terms)
		if err != nil {
			return
		}
		s, err := a.Instalments()
		require.NoError(t, err)
		sum := int64(0)
		for range rapid.IntRange(1, 5).Draw(t, "n") {
			amount := rapid.Int64Range(0, 20_000).Draw(t, "amount")
			sum += amount
			var payout revenue.Payout
			s, payout, err = s.Next(decimal.New(amount, -2))
			require.NoError(t, err)
			now, carried := int64(0), int64(0)
			for _, got := range payout.All() {
				require.GreaterOrEqual(t, got.Fen(), int64(0))
				now += got.Fen()
			}
			for _, c := range payout.Carried() {
				carried += c.Fen()
			}
			require.Equal(t, amount, now)
			require.Zero(t, carried)
			require.Equal(t, sum, payout.Total.Amount().Fen())
			for p, c := range payout.Carried() {
				require.Equal(t, c.Fen(), s.Paid(p.ID).Fen()-payout.Total.Of(p.ID).Fen())
			}
		}
	})
}

func TestInstalmentsRefuse(t *testing.T) {
	_, err := revenue.Agreement{}.Instalments()
	require.Error(t, err)
	s, err := revenue.MustAgreement(terms(revenue.Rest("a", 1))).Instalments()
	require.NoError(t, err)
	_, _, err = s.Next(decimal.NewFromInt(-1))
	require.ErrorIs(t, err, money.ErrRange)
	s, _, _ = pay(t, s, "999999999999999.99")
	_, _, err = s.Next(decimal.New(1, -2))
	require.ErrorIs(t, err, money.ErrRange, "the total")
	require.Empty(t, revenue.Payout{}.Explain(rule.Chinese))
}

// Terms as a record: read, judged, distributed.
func TestAgreementRecord(t *testing.T) {
	const doc = `{"id":"XY-1","from":"2026-01-01","parties":[{"id":"a","name":"甲","role":"holder","input":["data"]},{"id":"b","name":"乙","role":"operator"}],
		"shares":[{"party":"b","kind":"tiers","tiering":"progressive","tiers":[{"upTo":"100.00","ratio":"0.1"},{"ratio":"0.2"}],"cap":"50.00"},{"party":"a","kind":"residual"}],"remainder":"a"}`
	terms, report, err := revenue.Agreements().Decode([]byte(doc))
	require.NoError(t, err)
	require.NoError(t, report.Err(), fmt.Sprint(report.Findings))
	d, err := revenue.MustAgreement(terms).Distribute(decimal.NewFromInt(300))
	require.NoError(t, err)
	assert.Equal(t, yuan("50.00"), d.Of("b"), "10.00 + 40.00")
	judged := revenue.AgreementRules().Review(terms, rule.Context{})
	require.Len(t, judged.Findings, 1)
	assert.Equal(t, "/parties/1/input", judged.Findings[0].Path)
	terms.Shares = terms.Shares[:1]
	judged = revenue.AgreementRules().Review(terms, rule.Context{})
	assert.True(t, judged.Has("revenue.agreement-distributes-all"))
	require.Error(t, judged.Err())
}

// A sample agreement is one; what decodes is written back the same.
func FuzzAgreement(f *testing.F) {
	sample := revenue.Agreements().Sample()
	b, err := revenue.Agreements().Encode(&sample)
	require.NoError(f, err)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		terms, report, err := revenue.Agreements().Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		again, err := revenue.Agreements().Encode(&terms)
		require.NoError(t, err)
		back, report, err := revenue.Agreements().Decode(again)
		require.NoError(t, err)
		require.NoError(t, report.Err())
		require.Equal(t, terms, back)
		a, err := revenue.NewAgreement(terms)
		if err != nil {
			require.NotEmpty(t, terms.Faults())
			return
		}
		d, err := a.Distribute(decimal.New(12345, -2))
		require.NoError(t, err)
		sum := int64(0)
		for _, share := range d.All() {
			sum += share.Fen()
		}
		require.Equal(t, int64(12345), sum)
	})
}
