package schema_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the validator alone panics on, or takes minutes for, never reaches it:
// an instance over a limit is an error that says where.
func TestOverALimit(t *testing.T) {
	row := func(member string) string { return `{"id":"GX-1",` + member + `}` }
	for name, instance := range map[string]string{
		"exponent that panics in integer, minimum, maximum": row(`"bytes":1e1000001`),
		"huge exponent":                      row(`"bytes":1e1000000000`),
		"huge negative exponent":             row(`"bytes":1e-1000000000`),
		"exponent that costs 60 ms":          row(`"bytes":1e999999`),
		"a million digits":                   row(`"bytes":` + strings.Repeat("7", 1_000_000)),
		"33 digits":                          row(`"bytes":` + strings.Repeat("7", 33)),
		"digits behind the point":            row(`"bytes":0.` + strings.Repeat("0", 40)),
		"33 levels":                          strings.Repeat("[", 33) + strings.Repeat("]", 33),
		"3,000 levels, which took 38 s":      strings.Repeat(`{"a":`, 3000) + "1" + strings.Repeat("}", 3000),
		"10,001 levels":                      strings.Repeat("[", 10_001) + strings.Repeat("]", 10_001),
		"open brackets":                      strings.Repeat("[", 100_000),
		"100,000 values":                     "[" + strings.Repeat("1,", 100_000) + "1]",
		"more than a megabyte":               row(`"name":"` + strings.Repeat("x", 1<<20) + `"`),
		"more than a megabyte of white room": strings.Repeat(" ", 1<<20) + "{}",
	} {
		t.Run(name, func(t *testing.T) {
			report, err := schema.Validate("ledger-row", []byte(instance))
			limit, ok := errors.AsType[*record.LimitError](err)
			require.True(t, ok, "%v", err)
			assert.NotEmpty(t, limit.In(rule.Chinese))
			assert.Less(t, len(err.Error()), 400, "nothing of the instance is quoted without bound")
			assert.True(t, report.Clean())
		})
	}
}

// What is not one JSON value is an error that says where it stops being one.
func TestNotJSON(t *testing.T) {
	for name, instance := range map[string]string{
		"nothing": "", "white room": " \n", "cut": `{"id":"GX-1"`, "cut string": `{"id":"`, "text behind": `{"id":"GX-1"} x`, "two values": `{}{}`,
		"byte order mark": "\ufeff{}", "not UTF-8": "{\"id\":\"\xff\"}", "lone surrogate": `{"id":"\ud800"}`, "lone surrogate in a name": `{"\udc00":1}`,
		"NaN": `{"bytes":NaN}`, "hexadecimal": `{"bytes":0x10}`, "leading zero": `{"bytes":01}`, "plus": `{"bytes":+1}`, "fraction": `{"bytes":4/2}`,
		"underscore": `{"bytes":1_000}`, "comma": `{"id":"GX-1",}`, "full-width": `｛｝`, "comment": `{/**/}`, "quotes": `{'id':'GX-1'}`,
	} {
		t.Run(name, func(t *testing.T) {
			report, err := schema.Validate("ledger-row", []byte(instance))
			syntax, ok := errors.AsType[*record.SyntaxError](err)
			require.True(t, ok, "%v", err)
			assert.NotEmpty(t, syntax.In(rule.Chinese))
			assert.True(t, report.Clean())
		})
	}
}

// What is within the limits and wrong is a finding at its place, whatever it is.
func TestHostileMembers(t *testing.T) {
	r := realOf(t, "receipt")
	for name, tt := range map[string]struct{ instance, path, id string }{
		"the same name again":      {`{"id":"A","id":"B"}`, "/id", "record.duplicate-key"},
		"escaped into the same":    {`{"id":"A","i\u0064":"B"}`, "/id", "record.duplicate-key"},
		"again inside an element":  {`{"assets":["a"],"assets":["a"]}`, "/assets", "record.duplicate-key"},
		"__proto__":                {`{"__proto__":{"amount":"1.00"}}`, "/__proto__", "record.unknown-key"},
		"constructor":              {`{"constructor":1,"toString":2}`, "/constructor", "record.unknown-key"},
		"a name with a slash":      {`{"a/b~c":1}`, "/a~1b~0c", "record.unknown-key"},
		"a Chinese name":           {`{"金额":"1.00"}`, "/金额", "record.unknown-key"},
		"an empty name":            {`{"":1}`, "/", "record.unknown-key"},
		"letter case":              {`{"Amount":"1.00"}`, "/Amount", "record.unknown-key"},
		"null":                     {`{"amount":null}`, "/amount", "record.null"},
		"an empty text":            {`{"amount":""}`, "/amount", "record.null"},
		"an amount as a number":    {`{"amount":1.00}`, "/amount", "record.type"},
		"full-width digits":        {`{"amount":"１２.００"}`, "/amount", "record.form"},
		"a negative amount":        {`{"amount":"-1.00"}`, "/amount", "record.range"},
		"minus nothing":            {`{"amount":"-0.00"}`, "/amount", "record.form"},
		"16 digits":                {`{"amount":"1000000000000000.00"}`, "/amount", "record.form"},
		"an exponent in a text":    {`{"amount":"1e1000000000"}`, "/amount", "record.form"},
		"a line break behind":      {`{"amount":"1.00\n"}`, "/amount", "record.form"},
		"the year 0":               {`{"bankOn":"0000-01-01"}`, "/bankOn", "record.form"},
		"the year 1":               {`{"bankOn":"0001-01-01"}`, "/bankOn", "record.form"},
		"the day 0":                {`{"bankOn":"0000-00-00"}`, "/bankOn", "record.form"},
		"the month 13":             {`{"bankOn":"2024-13-01"}`, "/bankOn", "record.form"},
		"a short month":            {`{"bankOn":"2024-1-1"}`, "/bankOn", "record.form"},
		"no hyphens":               {`{"bankOn":"20240101"}`, "/bankOn", "record.form"},
		"a full-width date":        {`{"bankOn":"２０２４-01-01"}`, "/bankOn", "record.form"},
		"no date":                  {`{"bankOn":""}`, "/bankOn", "record.null"},
		"no leap year":             {`{"bankOn":"2023-02-29"}`, "/bankOn", "record.form"},
		"no leap year in 2100":     {`{"bankOn":"2100-02-29"}`, "/bankOn", "record.form"},
		"a time behind":            {`{"bankOn":"2024-01-01T00:00:00Z"}`, "/bankOn", "record.form"},
		"an ideographic space":     {`{"counterparty":"　"}`, "/counterparty", "record.blank"},
		"a no-break space":         {`{"counterparty":"\u00a0"}`, "/counterparty", "record.blank"},
		"a byte order mark":        {`{"counterparty":"甲\ufeff"}`, "/counterparty", "record.text"},
		"a lost character":         {`{"counterparty":"甲\ufffd"}`, "/counterparty", "record.text"},
		"a NUL":                    {`{"counterparty":"甲\u0000"}`, "/counterparty", "record.text"},
		"too long in code points":  {`{"counterparty":"` + strings.Repeat("𠮷", 101) + `"}`, "/counterparty", "record.length"},
		"an array for a text":      {`{"counterparty":["甲"]}`, "/counterparty", "record.type"},
		"an object for a list":     {`{"assets":{"0":"A"}}`, "/assets", "record.type"},
		"an empty list":            {`{"assets":[]}`, "/assets", "record.null"},
		"null in a list":           {`{"assets":["A",null]}`, "/assets/1", "record.null"},
		"a list in a list":         {`{"assets":[["A"]]}`, "/assets/0", "record.type"},
		"too many elements":        {`{"assets":[` + strings.Repeat(`"A",`, 1000) + `"A"]}`, "/assets", "record.count"},
		"far too many elements":    {`{"assets":[` + strings.Repeat(`{},`, 90_000) + `{}]}`, "/assets", "record.count"},
		"900 KB of one text":       {`{"counterparty":"` + strings.Repeat("数", 300_000) + `"}`, "/counterparty", "record.length"},
		"900 KB of spaces":         {`{"counterparty":"` + strings.Repeat(" ", 900_000) + `"}`, "/counterparty", "record.blank"},
		"900 KB of a name":         {`{"` + strings.Repeat("n", 900_000) + `":1}`, "", ""},
		"the record is a list":     {`[]`, "", "record.type"},
		"the record is null":       {`null`, "", "record.type"},
		"the record is a number":   {`1e99`, "", "record.type"},
		"the record is a text":     {`"{}"`, "", "record.type"},
		"the record has no member": {`{}`, "/id", "record.required"},
	} {
		t.Run(name, func(t *testing.T) {
			report, err := schema.Validate("receipt", []byte(tt.instance))
			require.NoError(t, err)
			require.Error(t, report.Err())
			want, err := r.read([]byte(tt.instance))
			require.NoError(t, err)
			require.Error(t, want.Err(), "Go refuses it too")
			if len(tt.instance) < 10_000 {
				sameFindings(t, want, report, []byte(tt.instance))
			}
			found := false
			for _, f := range report.Findings {
				found = found || f.Path == tt.path && string(f.Rule) == tt.id
				assert.NotEmpty(t, f.Message.ZH)
				assert.NotEmpty(t, f.Message.EN)
				assert.Less(t, len(f.Message.ZH)+len(f.Message.EN), 3000, "values are shortened")
			}
			assert.True(t, found || tt.id == "", "%s at %s: %.900v", tt.id, tt.path, report.Err())
		})
	}
}

// A thousand findings are kept, the rest counted; no element beyond the end of
// its list is told of.
func TestManyFaults(t *testing.T) {
	var b strings.Builder
	b.WriteString("{")
	for i := range 5000 {
		fmt.Fprintf(&b, `"unknown%d":1,`, i)
	}
	b.WriteString(`"id":"A"}`)
	report, err := schema.Validate("receipt", []byte(b.String()))
	require.NoError(t, err)
	assert.Len(t, report.Findings, rule.MaxPerRecord)
	missing := 5 // assets, purpose, payment, counterparty, amount; the days depend on each other
	assert.GreaterOrEqual(t, report.Omitted, 5000+missing-rule.MaxPerRecord)

	report, err = schema.Validate("receipt", []byte(`{"assets":[`+strings.Repeat(`1,`, 20_000)+`1]}`))
	require.NoError(t, err)
	last, elements := "", 0
	for _, f := range report.Findings {
		if strings.HasPrefix(f.Path, "/assets/") {
			elements++
			last = f.Path
		}
	}
	assert.NotEqual(t, "/assets/1000", last)
	assert.Positive(t, elements)
}

// The validator alone would panic: this is why nothing reaches it unguarded. If
// this test fails the library has been mended, and the guard may be eased.
func TestWhyGuarded(t *testing.T) {
	bare := jsonschema.MustCompileString("https://example.invalid/n", `{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"integer","maximum":5}`)
	assert.Panics(t, func() { _ = bare.Validate(json.Number("1e1000001")) })
}

// Names, titles and references that a caller puts into a definition cannot make
// a document load anything: a document has no reference but to itself.
func TestNothingIsLoaded(t *testing.T) {
	for _, name := range schema.Records() {
		b, err := schema.For(name)
		require.NoError(t, err)
		for _, line := range strings.Split(string(b), "\n") {
			if _, ref, ok := strings.Cut(line, `"$ref": "`); ok {
				assert.True(t, strings.HasPrefix(ref, "#/$defs/"), line)
			}
		}
	}
}
