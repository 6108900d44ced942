package money_test

import (
	"encoding/json"
	"testing"

	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

type priced struct {
	Price money.Amount `json:"price"`
	Cost  money.Amount `json:"cost,omitzero"`
	Rate  money.Ratio  `json:"rate,omitzero"`
}

func TestJSON(t *testing.T) {
	v := priced{Price: money.MustParse("1860000"), Rate: money.MustParseRatio("0.06")}
	b, err := json.Marshal(v)
	require.NoError(t, err)
	assert.Equal(t, `{"price":"1860000.00","rate":"0.06"}`, string(b), "an absent amount is an omitted key")
	var back priced
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, v, back)
	b, err = json.Marshal(priced{})
	require.NoError(t, err)
	assert.Equal(t, `{"price":""}`, string(b))
	require.NoError(t, json.Unmarshal(b, &back))
	assert.False(t, back.Price.Present())
}

func TestJSONRefuses(t *testing.T) {
	for _, in := range []string{`null`, `1`, `1.50`, `1e400`, `"1"`, `"1.5"`, `"1.505"`, `"-0.00"`, `"１.00"`, `{}`, `[]`, `true`, `"NaN"`} {
		v := priced{Price: money.Nominal(), Rate: money.MustParseRatio("0.5")}
		err := json.Unmarshal([]byte(`{"price":`+in+`}`), &v)
		var value *money.ValueError
		require.ErrorAs(t, err, &value, in)
		assert.Equal(t, money.Nominal(), v.Price, "the old value is kept")
	}
	for _, in := range []string{`null`, `0.5`, `"0.123456789"`, `"1e3"`, `"1000000"`, `"-0"`, `""x`} {
		v := priced{Rate: money.MustParseRatio("0.5")}
		require.Error(t, json.Unmarshal([]byte(`{"rate":`+in+`}`), &v), in)
		assert.Equal(t, "0.5", v.Rate.String())
	}
}

func TestSQL(t *testing.T) {
	var a money.Amount
	for src, want := range map[any]string{"12.50": "12.50", "12": "12.00", "": "", nil: ""} {
		require.NoError(t, a.Scan(src))
		assert.Equal(t, want, a.String())
		v, err := a.Value()
		require.NoError(t, err)
		if want == "" {
			assert.Nil(t, v)
		} else {
			assert.Equal(t, want, v)
		}
	}
	require.NoError(t, a.Scan([]byte("-3.40")))
	assert.Equal(t, "-3.40", a.String())
	for _, src := range []any{int64(1), 1.5, true, "1e3", "1.005"} {
		require.Error(t, a.Scan(src), "%v", src)
		assert.Equal(t, "-3.40", a.String(), "nothing half-read")
	}
	var r money.Ratio
	require.NoError(t, r.Scan("0.0600000000"))
	assert.Equal(t, "0.06", r.String())
	require.NoError(t, r.Scan("1.000"))
	assert.Equal(t, "1", r.String())
	require.NoError(t, r.Scan(nil))
	assert.False(t, r.Present())
	v, err := r.Value()
	require.NoError(t, err)
	assert.Nil(t, v)
}

func TestRatio(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "1": "1", "0.06": "0.06", "0.060": "0.06", "-0.5": "-0.5", "0.00000001": "0.00000001",
		"999999.99999999": "999999.99999999", "100": "100",
	} {
		r, err := money.ParseRatio(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, r.String())
		back, err := money.RatioOf(r.Decimal())
		require.NoError(t, err)
		assert.Equal(t, r, back)
	}
	for _, in := range []string{"", "-0", "1.", "0.123456789", "1000000", "1e-2", "6%", "０.5", "Inf"} {
		_, err := money.ParseRatio(in)
		require.Error(t, err, in)
	}
	_, err := money.RatioOf(decimal.RequireFromString("0.123456789"))
	require.ErrorIs(t, err, money.ErrPlaces)
	half, one, none := money.MustParseRatio("0.5"), money.MustParseRatio("1"), money.Ratio{}
	assert.Equal(t, []int{-1, 1, 0, -1, 1}, []int{half.Compare(one), one.Compare(half), one.Compare(one), none.Compare(half), half.Compare(none)})
	assert.Equal(t, []int{1, 0, -1}, []int{half.Sign(), none.Sign(), money.MustParseRatio("-1").Sign()})
	assert.Panics(t, func() { money.MustParseRatio("") })
}

func TestTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyAmount(t)
		var back money.Amount
		b, _ := a.MarshalText()
		if err := back.UnmarshalText(b); err != nil || back != a {
			t.Fatalf("%v came back as %v, %v", a, back, err)
		}
		r, err := money.RatioOf(decimal.New(rapid.Int64Range(-99_999_999_999_999, 99_999_999_999_999).Draw(t, "ratio"), -8))
		if err != nil {
			t.Fatal(err)
		}
		var rb money.Ratio
		b, _ = r.MarshalText()
		if err := rb.UnmarshalText(b); err != nil || rb != r {
			t.Fatalf("%v came back as %v, %v", r, rb, err)
		}
		b, _ = a.AppendText(nil)
		b, _ = r.AppendText(b)
		if string(b) != a.String()+r.String() {
			t.Fatal("append differs from String")
		}
	})
}
