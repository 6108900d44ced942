package record_test

import (
	"fmt"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
)

// said is the rule that a text breaks as the owner of a row, "" for none.
func said(table *record.Table[shapes.Row], s string) string {
	row := shapes.GoodRow()
	row.Owner = s
	for _, f := range table.Validate(&row, record.Options{}).Findings {
		return string(f.Rule)
	}
	return ""
}

// Every character of Unicode alone in a text, by its class: what is lost
// (U+FFFD), controls a line of text cannot hold, and what nobody sees are
// refused, every other is a text of one character.
func TestEveryCharacter(t *testing.T) {
	table := record.MustTable(thingDef(), []record.Field[thing]{nameField()})
	said := func(s string) string {
		for _, f := range table.Validate(&thing{Name: s}, record.Options{}).Findings {
			return string(f.Rule)
		}
		return ""
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if 0xd800 <= r && r <= 0xdfff {
			continue
		}
		want := ""
		switch {
		case r == utf8.RuneError || unicode.Is(unicode.Cc, r) || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			want = "record.text"
		case unicode.In(r, unicode.Z, unicode.Cf):
			want = "record.blank"
		}
		if got := said(string(r)); got != want {
			t.Fatalf("%U: %q, want %q", r, got, want)
		}
	}
}

// A text is measured in characters, whatever they are made of, and what is not
// UTF-8 is found wherever it stands.
func TestTextBytes(t *testing.T) {
	table := shapes.RowTable() // an owner has 60 characters at most
	for _, c := range []string{"a", "国", "、", "（", "é", "𠮷"} {
		sixty := ""
		for range 60 {
			sixty += c
		}
		assert.Empty(t, said(table, sixty), c)
		assert.Equal(t, "record.length", said(table, sixty+"国"), c)
	}
	for _, bad := range []string{
		"\xe3", "\xe3\x80", "\xe3\x81(", "\xe3(\x81", "\xef\xbc", "\xef\xbc(", "\xef(\xbc", "\xe5\x9b", "\xe5(\xbd", "\xe4\xb8国", "\xff", "\x80", "\xc0\x80", "\xed\xa0\x80",
	} {
		for _, s := range []string{bad, "国" + bad, bad + "国", "a" + bad + "b"} {
			assert.Equal(t, "record.text", said(table, s), "%q", s)
		}
	}
}

// A code is looked up in a short list as in a long one; a title is no code.
func TestCodesOfLongLists(t *testing.T) {
	for _, n := range []int{1, 16, 17, 40} {
		l := record.CodeList{Name: "long", Title: tx("长表")}
		for i := range n {
			l.Codes = append(l.Codes, record.CodeEntry{Code: fmt.Sprintf("c%d", i), Title: rule.Text{ZH: fmt.Sprintf("第%d项", i), EN: fmt.Sprintf("item %d", i)}})
		}
		table := record.MustTable(thingDef(), []record.Field[thing]{{
			Key: "kind", Title: tx("种类"), Type: record.Code{List: l}, At: record.AtText(func(v *thing) *string { return &v.Kind }),
		}})
		for code, want := range map[string]int{"c0": 0, fmt.Sprintf("c%d", n-1): 0, fmt.Sprintf("c%d", n): 1, "第0项": 1, "item 0": 1, "C0": 1} {
			assert.Len(t, table.Validate(&thing{Kind: code}, record.Options{}).Findings, want, "%d: %s", n, code)
		}
	}
}

// An alternative may stand in its interface as another Go type than its
// table's: it is validated, encoded and told all the same.
func TestChoiceWrapped(t *testing.T) {
	def := record.Definition{Name: "wrapped", Title: tx("包"), By: "by", ByTitle: tx("类")}
	f := nameField()
	f.Required = record.Always()
	c := record.MustChoice(def, record.CaseOf("one", tx("一"), record.MustTable(thingDef(), []record.Field[thing]{f}),
		func(v thing) any { return &v },
		func(v any) (thing, bool) {
			p, ok := v.(*thing)
			if !ok {
				return thing{}, false
			}
			return *p, true
		}))
	assert.Equal(t, "one", c.Code(&thing{}))
	assert.Empty(t, c.Validate(&thing{Name: "甲"}, record.Options{}).Findings)
	for range 3 { // nothing of the one before is seen
		assert.Len(t, c.Validate(&thing{}, record.Options{}).Findings, 1)
		assert.Empty(t, c.Validate(&thing{Name: "乙"}, record.Options{}).Findings)
	}
	assert.Len(t, c.Validate("甲", record.Options{}).Findings, 1)
}
