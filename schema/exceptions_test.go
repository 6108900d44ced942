package schema_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// verdicts is what each reader says of an instance: Go by the table, Validate,
// the bare validator on the published document, and ajv on it.
type verdicts struct{ Go, Validate, bare, ajv bool }

// exception is an instance on which readers differ, and why. On all others they
// agree: every test of agreement knows no further one.
type exception struct {
	why    string
	record string
	old    string // in a good instance of the record
	by     string // what stands there instead
	say    verdicts
}

// exceptions are all that there are, as the package's doc says. The module's own
// records have no ratio with other bounds than 0 to 1, and no code with a period:
// these are of TestOwnExceptions.
var exceptions = []exception{
	{"the check character of a credit code", "holder", `91350100M000100Y43`, `91350100M000100Y44`, verdicts{false, true, true, true}},
	{"the last of two members of one name counts", "receipt", `{`, `{"id":"first",`, verdicts{false, false, true, true}},
	{"half a surrogate pair is a character to a browser", "receipt", `机构甲"`, `机构甲\ud800"`, verdicts{false, false, false, true}},
}

func (e exception) instance(t *testing.T) (real, []byte) {
	r := realOf(t, e.record)
	b := []byte(strings.Replace(string(r.good[0]), e.old, e.by, 1))
	require.NotEqual(t, string(r.good[0]), string(b), e.why)
	return r, b
}

// Each exception is one: a reader that no longer differs makes it a line less.
func TestExceptions(t *testing.T) {
	for _, e := range exceptions {
		r, b := e.instance(t)
		text, err := schema.For(r.name)
		require.NoError(t, err)
		report, err := schema.Validate(r.name, b)
		says := verdicts{r.valid(b), err == nil && report.Err() == nil, compile(t, text).Validate(tree(t, b)) == nil, e.say.ajv} // ajv in TestWebAgreement
		assert.Equal(t, e.say, says, e.why)
	}
}

// What a schema cannot say of a caller's own record: the bounds of a ratio other
// than 0 to 1, and whether a code is in force on the record's own date. A document
// for that date says the latter.
func TestOwnExceptions(t *testing.T) {
	table := ownRecord(t)
	old, err := table.Encode(&loan{Number: "L-1", On: calendar.MustDate(2026, 1, 31), Lender: "甲", Kind: "old"})
	require.NoError(t, err)
	points := record.MustTable(record.Definition{Name: "points", Title: both("百分点", "points")}, []record.Field[loan]{
		{Key: "rate", Title: both("利率", "rate"), Type: record.Ratio{Min: "0", Max: "0.06"}, Required: record.Always(), Example: "0.06", At: record.At(func(l *loan) *money.Ratio { return &l.Rate })},
	})
	for _, tt := range []struct {
		read func([]byte) (rule.Report, error)
		def  record.Definition
		b    []byte
		on   calendar.Date
		want bool // on that day
	}{
		{ofTable(t, table).read, table.Definition(), old, calendar.MustDate(2026, 1, 31), false},
		{ofTable(t, points).read, points.Definition(), []byte(`{"rate":"0.07"}`), calendar.Date{}, true},
	} {
		report, err := tt.read(tt.b)
		require.NoError(t, err)
		assert.Error(t, report.Err())
		report, err = schema.Generator{}.ValidateDefinition(tt.def, tt.b)
		require.NoError(t, err)
		assert.NoError(t, report.Err(), "%s", tt.b)
		report, err = schema.Generator{At: tt.on}.ValidateDefinition(tt.def, tt.b)
		require.NoError(t, err)
		assert.Equal(t, tt.want, report.Err() == nil)
	}
}
