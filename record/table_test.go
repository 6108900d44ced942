package record_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type thing struct {
	Name, Other string
	Kind        string
	Kinds       []string
	On          calendar.Date
	Sum         money.Amount
	Count       record.Opt[int64]
}

func tx(s string) rule.Text { return rule.Text{ZH: s, EN: s} }

func kinds() record.CodeList {
	return record.CodeList{Name: "kinds", Title: tx("kinds"), Evidence: rule.Judgement, Codes: []record.CodeEntry{
		{Code: "a", Title: tx("甲")}, {Code: "b", Title: tx("乙")},
	}}
}

func thingDef() record.Definition {
	return record.Definition{Name: "thing", Title: tx("thing"), Groups: []record.Group{{Key: "g", Title: tx("g")}}}
}

func nameField() record.Field[thing] {
	return record.Field[thing]{Key: "name", Title: tx("名称"), Type: record.Text{Max: 10}, At: record.AtText(func(v *thing) *string { return &v.Name })}
}

func kindField() record.Field[thing] {
	return record.Field[thing]{Key: "kind", Title: tx("种类"), Type: record.Code{List: kinds()}, At: record.AtText(func(v *thing) *string { return &v.Kind })}
}

// A table that contradicts itself is refused when it is made.
func TestTableRefused(t *testing.T) {
	with := func(change func(*record.Field[thing])) []record.Field[thing] {
		f := nameField()
		change(&f)
		return []record.Field[thing]{f, kindField()}
	}
	for want, fields := range map[string][]record.Field[thing]{
		"a key in lowerCamelCase":             with(func(f *record.Field[thing]) { f.Key = "Name" }),
		"a title in Chinese and English":      with(func(f *record.Field[thing]) { f.Title.EN = "" }),
		"an accessor":                         with(func(f *record.Field[thing]) { f.At = nil }),
		"a text with a greatest length":       with(func(f *record.Field[thing]) { f.Type = record.Text{} }),
		"a scalar type, not <nil>":            with(func(f *record.Field[thing]) { f.Type = nil }),
		"a Go field that can hold":            with(func(f *record.Field[thing]) { f.Type = record.Amount{} }),
		"a scalar type, not record.Nested":    with(func(f *record.Field[thing]) { f.Type = record.Nested{} }),
		"a scheme":                            with(func(f *record.Field[thing]) { f.Type = record.Identifier{} }),
		"a group of the definition":           with(func(f *record.Field[thing]) { f.Group = "h" }),
		"an example that the type accepts":    with(func(f *record.Field[thing]) { f.Example = "elevenchars" }),
		"headings of its own; 种类":             with(func(f *record.Field[thing]) { f.Title = tx("种类") }),
		"headings of its own; kind is":        with(func(f *record.Field[thing]) { f.Synonyms = []string{"kind"} }),
		"not on other":                        with(func(f *record.Field[thing]) { f.Required = record.Present("other") }),
		"a value that kind can have, not c":   with(func(f *record.Field[thing]) { f.Required = record.Equals("kind", "c") }),
		"values in the condition on kind":     with(func(f *record.Field[thing]) { f.Required = record.In("kind") }),
		"of a code or a boolean, not of name": with(func(f *record.Field[thing]) { f.Absent = record.Equals("name", "x") }),
		"a record with a day of its own":      with(func(f *record.Field[thing]) { f.Required = record.Not(record.During(rule.From(day("2026-01-01")))) }),
		"conditions inside all":               with(func(f *record.Field[thing]) { f.Absent = record.All() }),
		"conditions inside not":               with(func(f *record.Field[thing]) { f.Absent = record.Condition{Op: record.OpNot} }),
		"each key once":                       {nameField(), nameField()},
		"1 to 500 fields":                     {},
		"bounds in order": {{
			Key: "count", Title: tx("数"), Type: record.Integer{Min: 5, Max: 1}, At: record.At(func(v *thing) *record.Opt[int64] { return &v.Count }),
		}},
		"below 2^53": {{
			Key: "count", Title: tx("数"), Type: record.Integer{Max: 1 << 60}, At: record.At(func(v *thing) *record.Opt[int64] { return &v.Count }),
		}},
		"a list with a greatest number": {{
			Key: "kinds", Title: tx("类"), Type: record.List{Element: record.Text{Max: 3}}, At: record.AtTexts(func(v *thing) *[]string { return &v.Kinds }),
		}},
		"elements that a string can hold": {{
			Key: "kinds", Title: tx("类"), Type: record.List{Max: 3, Element: record.Date{}}, At: record.AtTexts(func(v *thing) *[]string { return &v.Kinds }),
		}},
		"a set of codes or a list": {{
			Key: "kinds", Title: tx("类"), Type: record.Text{Max: 3}, At: record.AtTexts(func(v *thing) *[]string { return &v.Kinds }),
		}},
		"a title of a that is not another code": {{
			Key: "kind", Title: tx("种类"), At: record.AtText(func(v *thing) *string { return &v.Kind }),
			Type: record.Code{List: record.CodeList{Name: "x", Title: tx("x"), Codes: []record.CodeEntry{{Code: "a", Title: tx("b")}, {Code: "b", Title: tx("甲")}}}},
		}},
		"that a spreadsheet takes for a text": {{
			Key: "kind", Title: tx("种类"), At: record.AtText(func(v *thing) *string { return &v.Kind }),
			Type: record.Code{List: record.CodeList{Name: "x", Title: tx("x"), Codes: []record.CodeEntry{{Code: "a", Title: tx("=cmd()")}}}},
		}},
		"titles without separators": {{
			Key: "kinds", Title: tx("类"), At: record.AtTexts(func(v *thing) *[]string { return &v.Kinds }),
			Type: record.Codes{List: record.CodeList{Name: "x", Title: tx("x"), Codes: []record.CodeEntry{{Code: "a", Title: tx("加工、经营")}}}},
		}},
		"titles of its own for each code": {{
			Key: "kind", Title: tx("种类"), At: record.AtText(func(v *thing) *string { return &v.Kind }),
			Type: record.Code{List: record.CodeList{Name: "x", Title: tx("x"), Codes: []record.CodeEntry{{Code: "a", Title: tx("甲")}, {Code: "b", Title: tx("甲")}}}},
		}},
		"code a once": {{
			Key: "kind", Title: tx("种类"), At: record.AtText(func(v *thing) *string { return &v.Kind }),
			Type: record.Code{List: record.CodeList{Name: "x", Title: tx("x"), Codes: []record.CodeEntry{{Code: "a", Title: tx("甲")}, {Code: "a", Title: tx("乙")}}}},
		}},
		"a code list with name": {{
			Key: "kind", Title: tx("种类"), At: record.AtText(func(v *thing) *string { return &v.Kind }), Type: record.Code{},
		}},
	} {
		_, err := record.NewTable(thingDef(), fields)
		var refused *record.TableError
		require.ErrorAs(t, err, &refused, want)
		assert.Contains(t, err.Error(), want)
	}
	for want, d := range map[string]record.Definition{
		"a name in kebab case":           {Name: "Thing", Title: tx("x")},
		"a title in Chinese and English": {Name: "thing"},
		"whose fields are still empty":   {Name: "thing", Title: tx("x"), Fields: make([]record.FieldDefinition, 1)},
		"a field whose date decides":     {Name: "thing", Title: tx("x"), DateOf: "on"},
		"the type Date":                  {Name: "thing", Title: tx("x"), DateOf: "name"},
	} {
		_, err := record.NewTable(d, []record.Field[thing]{nameField()})
		require.ErrorContains(t, err, want)
	}
	assert.Panics(t, func() { record.MustTable[thing](record.Definition{}, nil) })
	_, err := record.MustTable(thingDef(), []record.Field[thing]{nameField()}).With()
	require.ErrorContains(t, err, "a record that can be extended")
	_, err = shapes.RowTable().With(record.FieldDefinition{Key: "name", Title: tx("另名"), Type: record.Text{Max: 3}})
	require.ErrorContains(t, err, "each key once")
	_, err = shapes.RowTable().With(record.FieldDefinition{Key: "own", Title: tx("自有"), Type: record.Nested{}})
	require.ErrorContains(t, err, "a scalar type")
}

func TestChoiceRefused(t *testing.T) {
	name := record.MustTable(thingDef(), []record.Field[thing]{nameField()})
	wrap := func(v thing) any { return v }
	unwrap := func(v any) (thing, bool) { t, ok := v.(thing); return t, ok }
	c := record.CaseOf("one", tx("one"), name, wrap, unwrap)
	good := record.Definition{Name: "choice", Title: tx("choice"), By: "by", ByTitle: tx("by")}
	_, err := record.NewChoice(good, c)
	require.NoError(t, err)
	taken := good
	taken.By = "name"
	for want, x := range map[string]struct {
		d     record.Definition
		cases []record.Case[any]
	}{
		"a name in kebab case":      {record.Definition{By: "by", ByTitle: tx("by")}, []record.Case[any]{c}},
		"a member that chooses":     {record.Definition{Name: "c", Title: tx("c")}, []record.Case[any]{c}},
		"without fields, and cases": {good, nil},
		"each code once":            {good, []record.Case[any]{c, c}},
		"a table without a field":   {taken, []record.Case[any]{c}},
		"a code with a title":       {good, []record.Case[any]{record.CaseOf("", tx("x"), name, wrap, unwrap)}},
	} {
		_, err := record.NewChoice(x.d, x.cases...)
		require.ErrorContains(t, err, want)
	}
	assert.Panics(t, func() { record.MustChoice[any](record.Definition{}) })
}

// Conditions, against a truth table written by hand.
func TestConditions(t *testing.T) {
	table := func(c record.Condition) *record.Table[thing] {
		sum := record.Field[thing]{
			Key: "sum", Title: tx("金额"), Type: record.Amount{}, Required: c, At: record.At(func(v *thing) *money.Amount { return &v.Sum }),
		}
		set := record.Field[thing]{Key: "kinds", Title: tx("类"), Type: record.Codes{List: kinds()}, At: record.AtTexts(func(v *thing) *[]string { return &v.Kinds })}
		return record.MustTable(thingDef(), []record.Field[thing]{nameField(), kindField(), set, sum})
	}
	equalsA, present := record.Equals("kind", "a"), record.Present("name")
	for name, tt := range map[string]struct {
		c     record.Condition
		holds map[string]bool // by kind, name, set
		text  string
	}{
		"never":  {record.Condition{}, map[string]bool{"": false, "a": false}, "从不"},
		"always": {record.Always(), map[string]bool{"": true, "a": true}, "必填"},
		"equals": {equalsA, map[string]bool{"": false, "a": true, "b": false}, "种类为甲"},
		"in":     {record.In("kind", "a", "b"), map[string]bool{"": false, "a": true, "b": true}, "种类为甲、乙之一"},
		"set":    {record.Equals("kinds", "b"), map[string]bool{"": false, "..a": false, "..b": true, "..ab": true}, "类为乙"},
		"not":    {record.Not(equalsA), map[string]bool{"": true, "a": false, "b": true}, "非（种类为甲）"},
		"all":    {record.All(equalsA, present), map[string]bool{"": false, "a": false, ".n": false, "a.n": true}, "种类为甲且名称已填"},
		"any":    {record.Any(equalsA, present), map[string]bool{"": false, "a": true, ".n": true, "a.n": true}, "种类为甲或名称已填"},
		"nested": {record.Not(record.Any(equalsA, record.Not(present))), map[string]bool{"": false, ".n": true, "a.n": false, "b.n": true}, "非（种类为甲或非（名称已填））"},
	} {
		tab := table(tt.c)
		for state, want := range tt.holds {
			parts := append(strings.Split(state, "."), "", "")
			v := thing{Kind: parts[0], Name: parts[1]}
			for _, k := range parts[2] {
				v.Kinds = append(v.Kinds, string(k))
			}
			assert.Equal(t, want, tab.Validate(&v, record.Options{}).Has("record.required"), "%s %q", name, state)
			assert.False(t, tab.Validate(&v, record.Options{Stage: record.Draft}).Has("record.required"), "a draft requires nothing")
			v.Sum = money.Zero()
			assert.Empty(t, tab.Validate(&v, record.Options{}).Findings, "0.00 is there")
		}
		assert.Equal(t, tt.text, tt.c.Text(tab.Definition()).ZH, name)
	}
}

// What a document asks for while it is in force is asked of a record of such a
// day, both bounds included: by the record's own day, else by the day of the
// review; without either not at all.
func TestRequirementPeriods(t *testing.T) {
	period := rule.Between(day("2025-03-01"), day("2030-02-28"))
	d := thingDef()
	d.DateOf = "on"
	name, kind := nameField(), kindField()
	name.Required = record.All(record.Equals("kind", "a"), record.During(period))
	kind.Absent = record.Not(record.During(rule.From(day("2025-01-01"))))
	on := record.Field[thing]{Key: "on", Title: rule.Text{ZH: "日期", EN: "date"}, Type: record.Date{}, At: record.At(func(v *thing) *calendar.Date { return &v.On })}
	table := record.MustTable(d, []record.Field[thing]{on, name, kind})
	for _, tt := range []struct{ on, kind, at, want string }{
		{"2025-02-28", "a", "", ""},
		{"2025-03-01", "a", "", "/name record.required"},
		{"2025-03-01", "b", "", ""},
		{"2030-02-28", "a", "", "/name record.required"},
		{"2030-03-01", "a", "", ""},
		{"2030-03-01", "a", "2026-01-01", ""},            // its own day counts
		{"", "a", "2026-01-01", "/name record.required"}, // it has none
		{"", "a", "2031-01-01", ""},
		{"2024-12-31", "a", "", "/kind record.must-be-absent"},
		{"", "a", "", "/kind record.must-be-absent"}, // no day lies in no period
	} {
		v := thing{Kind: tt.kind, On: day(tt.on)}
		got := ""
		for _, f := range table.Validate(&v, record.Options{At: day(tt.at)}).Findings {
			got += f.Path + " " + string(f.Rule)
		}
		assert.Equal(t, tt.want, got, "%+v", tt)
	}
	v := thing{Kind: "a", On: day("2026-01-01")}
	assert.False(t, table.Validate(&v, record.Options{Stage: record.Draft}).Has("record.required"), "a draft requires nothing")
	assert.Equal(t, rule.Text{ZH: "种类为甲且日期在 2025-03-01…2030-02-28 内", EN: "种类 is 甲 and date in 2025-03-01…2030-02-28"}, name.Required.Text(table.Definition()))
	for want, p := range map[string]rule.Period{"a period with a bound": {}, "a period that ends on or after": rule.Between(day("2026-01-01"), day("2025-12-31"))} {
		name.Required = record.During(p)
		_, err := record.NewTable(d, []record.Field[thing]{on, name})
		require.ErrorContains(t, err, want)
	}
}

// day reads a date; none from an empty text.
func day(s string) calendar.Date {
	d, _ := calendar.ParseDate(s)
	return d
}

// A code is judged by the record's own date; that it has ended since is a
// warning.
func TestCodePeriods(t *testing.T) {
	table := shapes.RowTable()
	row := shapes.GoodRow()
	row.Status, row.BookAmount, row.Voucher, row.Reason, row.BookedOn = "memo", money.Amount{}, "", "", calendar.Date{}
	check := func(on, at string) []rule.ID {
		row.RecordedOn = calendar.Date{}
		o := record.Options{}
		if on != "" {
			row.RecordedOn, _ = calendar.ParseDate(on)
		}
		if at != "" {
			o.At, _ = calendar.ParseDate(at)
		}
		var ids []rule.ID
		for _, f := range table.Validate(&row, o).Findings {
			if f.Path == "/bookingStatus" {
				ids = append(ids, f.Rule)
			}
		}
		return ids
	}
	assert.Empty(t, check("2025-12-31", "2025-12-31"), "both days of a period belong to it")
	assert.Empty(t, check("2025-05-29", ""), "no review, no warning")
	assert.Equal(t, []rule.ID{"record.code-expired"}, check("2025-05-29", "2026-06-01"))
	assert.Equal(t, []rule.ID{"record.code-period"}, check("2026-01-01", "2026-06-01"))
	assert.Equal(t, []rule.ID{"record.code-period"}, check("2026-01-01", ""))
	assert.Empty(t, check("", ""), "without any date nothing is said")
	assert.Equal(t, []rule.ID{"record.code-period"}, check("", "2026-01-01"))
	assert.Equal(t, rule.Warning, table.Validate(func() *shapes.Row { r := row; r.RecordedOn = calendar.MustDate(2025, 5, 29); return &r }(),
		record.Options{At: calendar.MustDate(2026, 6, 1)}).Findings[0].Severity)
}

// A caller's own fields read, write and check as the table's own; what is not
// declared is never lost in silence.
func TestExtra(t *testing.T) {
	table := shapes.Extended()
	in := `{"ownGrade":"c","ownBudget":"1.5","ownCount":10,"ownKept":"是","ownReviewedOn":"2026-02-30","ownNothing":1}`
	_, report, err := table.Read([]byte(in), record.Options{Stage: record.Draft})
	require.NoError(t, err)
	got := map[string]rule.ID{}
	for _, f := range report.Findings {
		got[f.Path] = f.Rule
	}
	assert.Equal(t, map[string]rule.ID{
		"/ownGrade": "record.code", "/ownBudget": "record.form", "/ownCount": "record.range", "/ownKept": "record.type",
		"/ownReviewedOn": "record.form", "/ownNothing": "record.unknown-key",
	}, got)

	row := shapes.GoodRow()
	assert.True(t, table.Validate(&row, record.Options{}).Has("record.required"), "a condition of the caller's field on ours")
	row.Extra = row.Extra.With("ownGrade", "z").With("ownBudget", "x")
	report = table.Validate(&row, record.Options{})
	assert.True(t, report.Has("record.code") && report.Has("record.form") && report.Has("record.required"))
	_, err = table.Encode(&row)
	var refused *record.EncodeError
	require.ErrorAs(t, err, &refused, "a text that is no amount has no JSON form")

	row.Extra = record.Extra{}.With("unheardOf", "1")
	assert.True(t, table.Validate(&row, record.Options{}).Has("record.extra"))
	_, err = table.Encode(&row)
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "/unheardOf", refused.Path)
	row.Extra = record.Extra{}.With("ownGrade", "a")
	_, err = shapes.RowTable().Encode(&row)
	require.ErrorAs(t, err, &refused, "the table without the caller's fields")
	assert.False(t, shapes.RowTable().Definition().Fields[0].Extension)
	defs := table.Definition().Fields
	assert.True(t, defs[len(defs)-1].Extension)

	a := record.Extra{}.With("x", "1")
	b := a.With("x", "2").With("y", "3")
	assert.Equal(t, "1", a.Get("x"), "copies share no change")
	assert.Equal(t, "2", b.Get("x"))
	assert.Equal(t, 1, b.With("y", "").Len())
	assert.True(t, b.With("y", "").With("x", "1").Equal(a))
	assert.Equal(t, "", a.With("z", "").Get("z"))

	second, err := table.With(record.FieldDefinition{Key: "second", Title: tx("第二"), Type: record.Month{}})
	require.NoError(t, err)
	again := shapes.GoodExtended()
	again.Extra = again.Extra.With("second", "2026-01")
	assert.Empty(t, second.Validate(&again, record.Options{}).Findings, "extended twice")
}

func TestChoiceValues(t *testing.T) {
	c := shapes.CommandChoice()
	assert.Equal(t, "submit", c.Code(shapes.Submit{}))
	assert.Empty(t, c.Code(nil))
	assert.True(t, c.Validate(nil, record.Options{}).Has("record.code"))
	_, err := c.Encode(nil)
	require.Error(t, err)
	assert.Equal(t, "/on", c.Validate(shapes.Submit{}, record.Options{}).Findings[0].Path)
	b, err := c.Encode(shapes.Submit{})
	require.NoError(t, err)
	assert.Equal(t, `{"command":"submit"}`, string(b))
	for in, want := range map[string]string{
		`{"on":"2025-12-01"}`:                    "/command record.required",
		`{"command":"fly","on":"2025-12-01"}`:    "/command record.code",
		`{"command":7}`:                          "/command record.type",
		`{"on":"2025-12-01","command":"submit"}`: "",
		`{"command":"submit","on":null}`:         "/on record.null",
		`[]`:                                     " record.type",
	} {
		v, report, err := c.Decode([]byte(in))
		require.NoError(t, err)
		if want == "" {
			assert.Empty(t, report.Findings)
			assert.Equal(t, shapes.Submit{On: calendar.MustDate(2025, 12, 1)}, v, "the code may stand anywhere")
			continue
		}
		require.Len(t, report.Findings, 1, in)
		assert.Equal(t, want, report.Findings[0].Path+" "+string(report.Findings[0].Rule))
	}
}

// A list of a thousand wrong elements keeps a thousand findings and counts the
// rest.
func TestFindingsAreBounded(t *testing.T) {
	a := shapes.GoodAgreement()
	a.Parties = nil
	for range 3000 {
		a.Parties = append(a.Parties, shapes.Party{Name: "甲", Role: "boss", Share: money.MustParseRatio("0.1")})
	}
	report := shapes.AgreementTable().Validate(&a, record.Options{})
	assert.Len(t, report.Findings, rule.MaxPerRecord)
	assert.Equal(t, 3001-rule.MaxPerRecord, report.Omitted)
	require.Error(t, report.Err())
}

func TestShow(t *testing.T) {
	table, row := shapes.Extended(), shapes.GoodExtended()
	assert.Equal(t, "按名义金额入账", table.Show(&row, "bookingStatus", rule.Chinese))
	assert.Equal(t, "booked at nominal amount", table.Show(&row, "bookingStatus", rule.English))
	assert.Equal(t, "履职产生、共享取得", table.Show(&row, "sources", rule.Chinese))
	assert.Equal(t, "否", table.Show(&row, "personal", rule.Chinese))
	assert.Equal(t, "甲级", table.Show(&row, "ownGrade", rule.Chinese))
	assert.Equal(t, "1.00", table.Show(&row, "bookAmount", rule.Chinese))
	assert.Equal(t, "nominal", table.Text(&row, "bookingStatus"))
	assert.Empty(t, table.Text(&row, "nothing")+table.Show(&row, "nothing", rule.Chinese))
}

// An empty list or object is nothing, and must be left out like any nothing.
func TestEmptyComposites(t *testing.T) {
	_, report, err := shapes.AgreementTable().Decode([]byte(`{"number":"A","signedOn":"2025-12-22","term":{},"parties":[],"tags":[],"step":{}}`))
	require.NoError(t, err)
	got := map[string]string{}
	for _, f := range report.Findings {
		got[f.Path] = string(f.Rule) + " " + f.Value
	}
	assert.Equal(t, map[string]string{
		"/term": `record.null "{}"`, "/parties": `record.null "[]"`, "/tags": `record.null "[]"`, "/step/command": "record.required ",
	}, got)
}

func TestSet(t *testing.T) {
	table, row := shapes.Extended(), shapes.GoodExtended()
	for key, text := range map[string]string{
		"name": "新名", "bookingStatus": "未入账", "rows": "7", "shared": "否", "sources": "购买;受赠", "cost": "12", "recordedOn": "2026-01-31", "ownGrade": "乙级", "reason": "",
	} {
		require.NoError(t, table.Set(&row, key, text), key)
	}
	assert.Equal(t, "新名 none 7 false purchase、donation 12.00 2026-01-31 b ", strings.Join([]string{
		row.Name, table.Text(&row, "bookingStatus"), table.Text(&row, "rows"), table.Text(&row, "shared"), table.Text(&row, "sources"),
		table.Text(&row, "cost"), table.Text(&row, "recordedOn"), table.Text(&row, "ownGrade"), row.Reason,
	}, " "))
	before := row
	var refused *record.FieldError
	for key, text := range map[string]string{"rows": "１", "cost": "1.005", "nothing": "x", "bookingStatus": "已入帐", "name": "\x00", "ownBudget": "x"} {
		require.ErrorAs(t, table.Set(&row, key, text), &refused, key)
		assert.NotEmpty(t, refused.Want.ZH)
	}
	assert.Equal(t, before, row, "nothing half-set")
	agreement := shapes.GoodAgreement()
	require.ErrorAs(t, shapes.AgreementTable().Set(&agreement, "parties", "x"), &refused)
}

func TestOpt(t *testing.T) {
	n, ok := record.Some[int64](0).Get()
	assert.True(t, ok && n == 0 && record.Some(false).Present())
	var none record.Opt[int64]
	assert.False(t, none.Present())
	assert.Equal(t, int64(7), none.Or(7))
	assert.Equal(t, int64(0), record.Some[int64](0).Or(7), "absent is not zero")
}

// GB 32100-2015 and codes of well-known bodies.
func TestCreditCode(t *testing.T) {
	for _, code := range []string{"91350100M000100Y43", "91110000802100433B", "91440300708461136T"} {
		assert.Equal(t, code[17], record.CreditCheck(code[:17]), code)
	}
	for _, body := range []string{"", "91350100M000100Y4I", "91350100M000100I4", "９1350100M000100Y4"} {
		assert.Zero(t, record.CreditCheck(body), body)
	}
}

func TestDefinitionHelpers(t *testing.T) {
	d := shapes.RowTable().Definition()
	assert.True(t, d.Flat())
	assert.False(t, shapes.AgreementTable().Definition().Flat())
	assert.False(t, shapes.CommandChoice().Definition().Flat())
	_, ok := d.Field("nothing")
	assert.False(t, ok)
	items := d.Items()
	require.Len(t, items, 3)
	assert.Equal(t, rule.ID("shape-row.name"), items[0].ID)
	d.Fields[0].Key = "changed"
	assert.Equal(t, "code", shapes.RowTable().Definition().Fields[0].Key)
	list := shapes.StatusList()
	assert.Len(t, list.At(calendar.MustDate(2025, 12, 31)), 4)
	assert.Len(t, list.At(calendar.MustDate(2026, 1, 1)), 4)
	assert.Len(t, list.At(calendar.Date{}), 5)
	assert.Equal(t, tx("x"), list.TitleOf("x"))
	assert.NotEmpty(t, record.FormRules())
}
