package ledger_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the pages in docs; read the difference before it is committed")

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "run with -update and read the difference")
}

// The pages in docs are made from the table.
func TestPages(t *testing.T) {
	golden(t, filepath.Join("..", "docs", "ledger.md"), page(rule.English))
	golden(t, filepath.Join("..", "docs", "ledger.zh.md"), page(rule.Chinese))
}

func page(l rule.Language) string {
	head := rule.Text{
		ZH: "本页由代码中的字段表生成：台账每一列的键、名称、类型、何时必填、依据、示例，代码表，以及按它汇总的三张表。没有条款的列注明“实务”。表格的列名可用中文或英文名称、键，顺序不限。\n\n",
		EN: "This page is generated from the tables in the code: key, title, type, when it is required, clauses and example of each column of the ledger, its code lists, and the three tables that sum it up. A column without a clause is practice. A spreadsheet may head its columns by the Chinese or English titles or by the keys, in any order.\n\n",
	}
	text := ledger.Table().Definition().Markdown(l)
	title, rest, _ := strings.Cut(text, "\n\n")
	text = title + "\n\n" + head.In(l) + rest
	for _, d := range []record.Definition{ledger.Tallies().Definition(), ledger.Movements().Definition(), ledger.StateAssetLines().Definition()} {
		text = strings.TrimRight(text, "\n") + "\n\n#" + d.Markdown(l)
	}
	return text
}

// Every item of the coverage list is carried by the fields it names, and every
// field is named by an item.
func TestCoverage(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "testdata", "coverage", "ledger-fields.txt"))
	require.NoError(t, err)
	d := ledger.Table().Definition()
	named := map[string]bool{}
	items := 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		item, keys, ok := strings.Cut(strings.TrimSpace(line), "\t")
		require.True(t, ok, line)
		items++
		for _, key := range strings.Fields(keys) {
			key, code, isCode := strings.Cut(key, "=")
			f, ok := d.Field(key)
			require.True(t, ok, "%s: no field %s", item, key)
			named[key] = true
			if isCode {
				assert.True(t, f.Type.(record.Code).List.Has(code), "%s: no code %s", item, code)
			}
		}
	}
	assert.Equal(t, 44, items)
	for _, f := range d.Fields {
		assert.True(t, named[f.Key], "no item names %s", f.Key)
		assert.NotEmpty(t, f.Title.ZH, f.Key)
		assert.NotEmpty(t, f.Title.EN, f.Key)
		assert.NotEmpty(t, f.Group, f.Key)
	}
}

// A caller's own fields and code lists go through the ledger, its text and its
// table.
func TestFormat(t *testing.T) {
	lists := asset.Vocabulary{Classification: record.CodeList{
		Name: "own-class", Title: rule.Text{ZH: "本地分类", EN: "local classification"}, Evidence: rule.Judgement,
		Judgement: rule.Text{ZH: "本地标准", EN: "a local standard"},
		Codes:     []record.CodeEntry{{Code: "X1", Title: rule.Text{ZH: "交通类", EN: "transport"}}},
	}}
	resources, err := lists.Resources()
	require.NoError(t, err)
	table, err := ledger.TableOf(resources)
	require.NoError(t, err)
	table, err = table.With(record.FieldDefinition{Key: "ownNumber", Title: rule.Text{ZH: "本单位编号", EN: "own number"}, Type: record.Text{Max: 20}})
	require.NoError(t, err)
	format := ledger.Format{Table: table}
	l := format.New()
	r := row("A")
	require.Error(t, l.Apply(0, ledger.Add{On: day("2025-05-29"), Row: r}), "the class is not of the list")
	r.Resource.Class = "X1"
	r.Extra = r.Extra.With("ownNumber", "七")
	apply(t, l, ledger.Add{On: day("2025-05-29"), Row: r})
	require.Error(t, ledger.New().Apply(0, ledger.Add{On: day("2025-05-29"), Row: r}))
	var b strings.Builder
	require.NoError(t, l.Write(&b, 0))
	_, err = ledger.Read(strings.NewReader(b.String()), "x")
	require.Error(t, err, "the default table does not have the field")
	again, err := format.Read(strings.NewReader(b.String()), "x")
	require.NoError(t, err)
	got, ok := again.Now().Row("A")
	require.True(t, ok)
	assert.Equal(t, "七", got.Extra.Get("ownNumber"))
	assert.Empty(t, findingsOf(again.Now().Review(rule.Context{At: day("2026-12-31")}), rule.Blocking))
	tally, err := again.Now().Tally(ledger.ByClass)
	require.NoError(t, err)
	assert.Equal(t, "交通类", tally[0].Title)
}

func findingsOf(r rule.Report, s rule.Severity) (found []string) {
	for _, f := range r.Findings {
		if f.Severity == s {
			found = append(found, f.In(rule.English))
		}
	}
	return found
}

// A code that ended on 2025-12-31: right for a row of that year, with a warning
// today; wrong for a row of the next.
func TestExpiredCode(t *testing.T) {
	list := record.CodeList{
		Name: "own-class", Title: rule.Text{ZH: "本地分类", EN: "local classification"}, Evidence: rule.Judgement,
		Judgement: rule.Text{ZH: "本地标准", EN: "a local standard"},
		Codes: []record.CodeEntry{
			{Code: "X1", Title: rule.Text{ZH: "交通类", EN: "transport"}, Effective: rule.Between(day("2020-01-01"), day("2025-12-31"))},
			{Code: "X2", Title: rule.Text{ZH: "交通运输类", EN: "transport and traffic"}, Effective: rule.From(day("2026-01-01"))},
		},
	}
	resources, err := asset.Vocabulary{Classification: list}.Resources()
	require.NoError(t, err)
	table, err := ledger.TableOf(resources)
	require.NoError(t, err)
	for _, tt := range []struct {
		recorded, at  string
		blocks, warns bool
	}{
		{"2025-12-31", "2025-12-31", false, false},
		{"2025-12-31", "2026-01-01", false, true},
		{"2026-01-01", "2026-01-01", true, false},
	} {
		r := row("A")
		r.Resource.Class, r.RecordedOn = "X1", day(tt.recorded)
		l := ledger.Format{Table: table}.New()
		err := l.Apply(0, ledger.Add{On: day(tt.recorded), Row: r})
		assert.Equal(t, tt.blocks, err != nil, tt.recorded)
		if err != nil {
			continue
		}
		assert.Equal(t, tt.warns, len(findingsOf(l.Now().Review(rule.Context{At: day(tt.at)}), rule.Warning)) == 1, "%s on %s", tt.recorded, tt.at)
	}
}
