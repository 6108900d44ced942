package asset_test

import (
	"strings"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func code(c, zh, en string) record.CodeEntry {
	return record.CodeEntry{Code: c, Title: rule.Text{ZH: zh, EN: en}}
}

// groupClasses is a group's own classification of its data.
func groupClasses() record.CodeList {
	return record.CodeList{
		Name: "group-class", Title: rule.Text{ZH: "集团数据分类", EN: "group's classes of data"},
		Evidence: rule.Judgement, Judgement: rule.Text{ZH: "集团自定", EN: "the group's own"},
		Codes: []record.CodeEntry{code("T01", "作业数据", "operations"), code("T02", "设备数据", "equipment")},
	}
}

// classFindings is what a table says of a class.
func classFindings(table *record.Table[asset.Resource], class string) []rule.Finding {
	r := found(func(r R) { r.Class = class })
	return table.Validate(&r, record.Options{Stage: record.Draft}).Findings
}

// GX-4.2.2 asks for a classification and names none: the default is a code from
// memory, and a caller's list takes its place and is enforced.
func TestVocabulary(t *testing.T) {
	own, err := asset.Vocabulary{Classification: groupClasses()}.Resources()
	require.NoError(t, err)
	assert.Empty(t, classFindings(own, "T02"))
	findings := classFindings(own, "A08060200")
	require.Len(t, findings, 1, "the default list no longer holds")
	assert.Equal(t, rule.ID("record.code"), findings[0].Rule)
	assert.Equal(t, "/class", findings[0].Path)
	assert.Contains(t, findings[0].Message.ZH, "作业数据(T01)")

	r, report, err := own.Read([]byte(`{"class":"T03"}`), record.Options{Stage: record.Draft})
	require.NoError(t, err)
	assert.True(t, report.Has("record.code"), "what is read is judged by the same list")
	assert.Empty(t, r.Class)
	rows, err := own.ReadCSV(strings.NewReader("分类\n设备数据\n"), record.Options{Stage: record.Draft})
	require.NoError(t, err)
	for r, report := range rows.All() {
		assert.True(t, report.Clean())
		assert.Equal(t, "T02", r.Class, "and its titles are what spreadsheets hold")
	}
	f, _ := own.Definition().Field("class")
	assert.Equal(t, "group-class", f.Type.(record.Code).List.Name, "forms see it too")
	assert.Equal(t, "T01", f.Example)

	// The default stays what it was.
	assert.Empty(t, classFindings(asset.Resources(), "A08060200"))
	assert.Len(t, classFindings(asset.Resources(), "T01"), 1)
	same, err := asset.Vocabulary{}.Resources()
	require.NoError(t, err)
	assert.Equal(t, asset.Resources().Definition(), same.Definition(), "the zero Vocabulary is the default")
}

// The eight fields of GX-3.5 are an open list: a caller may have a ninth.
func TestVocabularyOfSectors(t *testing.T) {
	var zh []string
	for _, c := range asset.Sectors().Codes[:8] {
		zh = append(zh, c.Title.ZH)
	}
	assert.Equal(t, []string{"科技", "水利", "农业", "交通", "林业", "气象", "文化旅游", "卫生健康"}, zh, "三: in the order of the plan")
	ninth := asset.Sectors()
	ninth.Codes = append(ninth.Codes, code("port", "港口", "ports"))
	own, err := asset.Vocabulary{Sectors: ninth}.Resources()
	require.NoError(t, err)
	r := found(func(r R) { r.Sector, r.Class = "port", "A08060200" })
	assert.True(t, own.Validate(&r, record.Options{Stage: record.Draft}).Clean(), "one list replaced, the other kept")
	assert.True(t, asset.Resources().Validate(&r, record.Options{Stage: record.Draft}).Has("record.code"))
	ninth.Codes[0].Code = "changed"
	assert.Equal(t, "science", asset.Sectors().Codes[0].Code, "each call hands out a list of its own")
}

// A class has its period, judged on the day of the review: data may be older than
// the catalogue that now classifies it.
func TestVocabularyPeriods(t *testing.T) {
	list := groupClasses()
	list.Codes[0].Effective = rule.Between(day(2025, time.January, 1), day(2025, time.December, 31))
	own, err := asset.Vocabulary{Classification: list}.Resources()
	require.NoError(t, err)
	r := found(func(r R) { r.Class, r.AvailableOn = "T01", day(2012, time.January, 1) })
	assert.True(t, own.Validate(&r, record.Options{Stage: record.Draft}).Clean())
	assert.True(t, own.Validate(&r, record.Options{Stage: record.Draft, At: day(2025, time.December, 31)}).Clean())
	assert.True(t, own.Validate(&r, record.Options{Stage: record.Draft, At: day(2026, time.January, 1)}).Has("record.code-period"))
}

// A list that a reader could not use is refused when the table is made.
func TestVocabularyRefused(t *testing.T) {
	for want, change := range map[string]func(*record.CodeList){
		"a code list with name, titles and codes":           func(l *record.CodeList) { l.Name = "" },
		"a code list with name, titles and codes ":          func(l *record.CodeList) { l.Title.EN = "" },
		"codes of ASCII letters and digits":                 func(l *record.CodeList) { l.Codes[1].Code = "甲" },
		"with titles in both languages":                     func(l *record.CodeList) { l.Codes[0].Title.EN = "" },
		"code T01 once":                                     func(l *record.CodeList) { l.Codes[1] = l.Codes[0] },
		"titles of its own for each code":                   func(l *record.CodeList) { l.Codes[1].Title.ZH = l.Codes[0].Title.ZH },
		"code T02 once, or in periods that do not overlap":  func(l *record.CodeList) { l.Codes = append(l.Codes, l.Codes[1]) },
		"codes of ASCII letters and digits with titles in ": func(l *record.CodeList) { l.Codes[0].Code = "" },
	} {
		broken := groupClasses()
		change(&broken)
		for field, v := range map[string]asset.Vocabulary{"class": {Classification: broken}, "sector": {Sectors: broken}} {
			table, err := v.Resources()
			var refused *record.TableError
			require.ErrorAs(t, err, &refused, want)
			assert.Nil(t, table)
			assert.Equal(t, "data-resource", refused.Table)
			assert.Equal(t, field, refused.Field, "it names the field")
			assert.Contains(t, err.Error(), strings.TrimSpace(want))
		}
	}
}

// A finance system adds fields of its own to a resource, without a fork.
func TestExtraFields(t *testing.T) {
	own, err := asset.Resources().With(record.FieldDefinition{
		Key: "budgetItem", Title: rule.Text{ZH: "预算项目编码", EN: "budget item"}, Type: record.Text{Max: 30, Shape: record.CodeText}, Required: record.Equals("costAt", "pending"),
	})
	require.NoError(t, err)
	r := u1()[5].Resource // by contract
	assert.Equal(t, []place{{"record.required", "/budgetItem", "", 0}}, places(own.Validate(&r, record.Options{})))
	r.Extra = r.Extra.With("budgetItem", "45000023T01")
	assert.True(t, own.Validate(&r, record.Options{}).Clean())
	b, err := own.Encode(&r)
	require.NoError(t, err)
	back, report, err := own.Decode(b)
	require.NoError(t, err)
	assert.True(t, report.Clean())
	assert.Equal(t, r, back)
	assert.True(t, asset.Resources().Validate(&r, record.Options{}).Has("record.extra"), "a table that does not know it would lose it")
}
