package record_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A comma that is too much is told as what it is, wherever the text ends.
func TestCommaWanted(t *testing.T) {
	table := tableOf(t, nameField(), kindsField(record.List{Max: 5, Element: record.Text{Max: 3}}))
	const tooMuch, other = "no comma behind the last element", "JSON, not ','"
	for in, want := range map[string]string{
		`{"kinds":["x",]}`:            tooMuch,
		"{\"kinds\":[\"x\", \r\n\t]}": tooMuch,
		`{"name":"x",}`:               tooMuch,
		`{"name":"x", }`:              tooMuch,
		`{"name":,"kinds":["x"]}`:     other,
		`{"kinds":["x",,"y"]}`:        other,
		`,`:                           other,
		`{"name":,`:                   other,
		`{"name":"x",,`:               other,
	} {
		_, _, err := table.Decode([]byte(in))
		var syntax *record.SyntaxError
		require.ErrorAs(t, err, &syntax, in)
		assert.Contains(t, err.Error(), want, in)
	}
}

// Members whose name is the empty text have a pointer like all others: "/" is
// the member "" of the whole (RFC 6901, section 5).
func TestEmptyNames(t *testing.T) {
	text := `{"":{"":[7]},"a":{"":8}}`
	var places []string
	for _, s := range record.Locate([]byte(text), record.Options{}, "", "/", "//", "///0", "/a", "/a/", "///9", "//9") {
		places = append(places, s.String())
	}
	assert.Equal(t, []string{"1:1", "1:2", "1:6", "1:10", "1:14", "1:19", "1:6", "1:2"}, places)
	for in, want := range map[string]string{
		`{"":[1e1000]}`:               "/",
		`{"":{"":[1e1000]}}`:          "//",
		`{"a":[1e1000]}`:              "/a",
		`{"a":{"":{"b":[[1e1000]]}}}`: "/a//b/0",
	} {
		_, _, err := record.Tree([]byte(in), record.Options{})
		var limit *record.LimitError
		require.ErrorAs(t, err, &limit, in)
		assert.Equal(t, want, limit.Path, in)
	}
}

// A line is a record of 1 MiB at most; one byte more is over the limit, told in
// characters.
func TestLongestLine(t *testing.T) {
	const limit = 1 << 20
	choice := shapes.CommandChoice()
	line := `{"command":"submit","on":"2025-12-01"`
	line += strings.Repeat(" ", limit-len(line)-1) + "}"
	read := func(text string) (int, error) {
		lines := record.ReadLines(strings.NewReader(text), choice.Read, record.Options{File: "e.jsonl"})
		n := 0
		for _, report := range lines.All() {
			assert.Empty(t, report.Findings)
			n++
		}
		return n, lines.Err()
	}
	for _, end := range []string{"", "\n", "\n" + line + "\n"} {
		n, err := read(line + end)
		require.NoError(t, err)
		assert.Equal(t, 1+strings.Count(end, "}"), n)
	}
	n, err := read(line + "\n " + line + "\n" + line)
	assert.Equal(t, 1, n)
	var over *record.LimitError
	require.ErrorAs(t, err, &over)
	assert.Equal(t, 2, over.Line)
	assert.Equal(t, limit+1, over.Column, "what stands behind the last character allowed")
	_, err = read(" " + line)
	require.ErrorAs(t, err, &over)
}

// Collect keeps the records in which nothing blocks, and all that was found.
func TestCollect(t *testing.T) {
	text := `{"command":"submit","on":"2025-12-01"}
{"command":"fly"}
{"command":"submit"}
{"command":"submit","on":"2025-12-03"}
`
	all, report, err := record.ReadLines(strings.NewReader(text), shapes.CommandChoice().Read, record.Options{}).Collect()
	require.NoError(t, err)
	assert.Equal(t, []string{"/command code", "/on required"}, refusals(report))
	assert.Equal(t, []shapes.Command{shapes.Submit{On: day("2025-12-01")}, shapes.Submit{On: day("2025-12-03")}}, all)
	_, _, err = record.ReadLines(strings.NewReader("{"), shapes.CommandChoice().Read, record.Options{}).Collect()
	require.Error(t, err)
}

// Progress is told once for each MiB and once at the end.
func TestProgressSteps(t *testing.T) {
	line := `{"command":"submit","on":"2025-12-01"}`
	line += strings.Repeat(" ", 1<<10-len(line)-1) + "\n" // 1 KiB
	var told []int64
	lines := record.ReadLines(strings.NewReader(strings.Repeat(line, 3<<10)), shapes.CommandChoice().Read, record.Options{
		Progress: func(p record.Progress) { told = append(told, p.Bytes) },
	})
	n := 0
	for range lines.All() {
		n++
	}
	require.NoError(t, lines.Err())
	assert.Equal(t, 3<<10, n)
	assert.Equal(t, []int64{1 << 20, 2 << 20, 3 << 20, 3 << 20}, told)
}

// An unknown member gets the name that is nearest, by letters to change, add or
// take away; of several equally near the first; what is far from all gets none.
func TestSuggestions(t *testing.T) {
	defined := func(keys ...string) record.Definition {
		d := record.Definition{Name: "names", Title: tx("名称")}
		for _, key := range keys {
			d.Fields = append(d.Fields, record.FieldDefinition{Key: key, Title: title("标题 "+key, "title "+key), Type: record.Text{Max: 3}})
		}
		return d
	}
	for _, tt := range []struct {
		keys       []string
		name, want string
	}{
		{[]string{"name", "kind"}, "nam", "name"},
		{[]string{"name", "kind"}, "kinf", "kind"},
		{[]string{"name", "kind"}, "Name", "name"},
		{[]string{"total", "subtotals"}, "subtotal", "subtotals"}, // one letter, not three
		{[]string{"part1", "part2"}, "part3", "part1"},
		{[]string{"name", "kind"}, "标题 kind", "kind"},
		{[]string{"name", "kind"}, "title kind", "kind"},
		{[]string{"name"}, "kix", ""},
		{[]string{"name"}, "nope", ""},
	} {
		said := defined(tt.keys...).WordUnknown(tt.name, "/"+tt.name).Message.EN
		if tt.want == "" {
			assert.NotContains(t, said, "want", tt.name)
			continue
		}
		assert.Contains(t, said, ": want "+tt.want+".", tt.name)
	}
}

// A finding lists twelve codes of a long list and counts the rest.
func TestCodesListed(t *testing.T) {
	for n, want := range map[int]string{12: "c11 (c11).", 13: "c11 (c11) and 1 more.", 30: "c11 (c11) and 18 more."} {
		l := record.CodeList{Name: "long", Title: tx("long")}
		for i := range n {
			l.Codes = append(l.Codes, record.CodeEntry{Code: fmt.Sprintf("c%d", i), Title: tx(fmt.Sprintf("c%d", i))})
		}
		table := tableOf(t, record.Field[thing]{Key: "kind", Title: tx("种类"), Type: record.Code{List: l}, At: kindField().At})
		report := table.Validate(&thing{Kind: "x"}, record.Options{})
		require.Len(t, report.Findings, 1)
		assert.Contains(t, report.Findings[0].Message.EN, want)
		assert.NotContains(t, report.Findings[0].Message.EN, "c12 ")
	}
}

// What a range and a count want is said with their bounds, the set of all codes
// by its list.
func TestWordBounds(t *testing.T) {
	for _, tt := range []struct {
		id   rule.ID
		t    record.Type
		want string
	}{
		{"record.range", record.Integer{Min: 3, Max: 9}, "want a whole number from 3 to 9"},
		{"record.range", record.Integer{}, "want a whole number from 0 to 9007199254740991"},
		{"record.count", record.Codes{List: kinds()}, "want 0 to 2 elements"},
		{"record.count", record.Codes{List: kinds(), Max: 1}, "want 0 to 1 elements"},
		{"record.count", record.List{Min: 1, Max: 4}, "want 1 to 4 elements"},
	} {
		f := record.Word(tt.id, record.FieldDefinition{Key: "x", Title: tx("x"), Type: tt.t}, "/x", "")
		assert.Contains(t, f.Message.EN, tt.want)
	}
	for _, scalar := range []record.Type{record.Text{}, record.Code{}, record.Date{}, record.Month{}, record.Amount{}, record.Ratio{}, record.Integer{}, record.Boolean{}, record.Identifier{}} {
		assert.True(t, record.IsScalar(scalar), "%T", scalar)
	}
	for _, other := range []record.Type{nil, record.Codes{}, record.List{}, record.Nested{}, record.Chosen{}} {
		assert.False(t, record.IsScalar(other), "%T", other)
	}
}

// A page has each code list once, with what it rests on and how sure that is.
func TestMarkdownLists(t *testing.T) {
	basis := []rule.Clause{rule.In(rule.GuangxiPlan, "四(二)")}
	sure, open, bare := kinds(), kinds(), kinds()
	sure.Name, sure.Title, sure.Basis, sure.Evidence = "sure", tx("sure"), basis, rule.Judgement
	open.Name, open.Title, open.Basis, open.Evidence = "open", tx("open"), basis, 0
	bare.Name, bare.Title = "bare", tx("bare")
	d := record.Definition{Name: "lists", Title: tx("lists")}
	for i, l := range []record.CodeList{sure, open, bare, sure, bare} {
		key := fmt.Sprintf("k%d", i)
		d.Fields = append(d.Fields, record.FieldDefinition{Key: key, Title: tx(key), Type: record.Code{List: l}})
	}
	page := d.Markdown(rule.English)
	for _, name := range []string{"sure", "open", "bare"} {
		assert.Equal(t, 1, strings.Count(page, "\n## "+name+" `"+name+"`\n"), name)
	}
	clause := basis[0].String()
	assert.Equal(t, 1, strings.Count(page, "\nBasis: "+clause+" ["+rule.Judgement.Title().EN+"]\n"), page)
	assert.Equal(t, 1, strings.Count(page, "\nBasis: "+clause+"\n"))
	assert.Equal(t, 2, strings.Count(page, "\nBasis: "))
}
