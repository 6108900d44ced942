package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const byteOrderMark = "\ufeff"

// The pages in docs are those the program writes.
func TestFolderPages(t *testing.T) {
	docs := filepath.Join("..", "..", "docs")
	golden(t, filepath.Join(docs, "unit-folder.md"), folderPage(rule.English))
	golden(t, filepath.Join(docs, "unit-folder.zh.md"), folderPage(rule.Chinese))
}

// The folder that -template writes can be read, and is never written over.
func TestTemplate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "unit")
	assert.Empty(t, printed(t, "-template", dir))
	out := printed(t, "-unit", dir)
	assert.Contains(t, out, "JT-01")
	assert.NotContains(t, out, "本版尚未处理")
	page, err := os.ReadFile(filepath.Join(dir, "README.md"))
	require.NoError(t, err)
	assert.Equal(t, folderPage(rule.Chinese), string(page))

	mine := filepath.Join(dir, pilot.EventsFile)
	require.NoError(t, os.WriteFile(mine, []byte("mine"), 0o600))
	for _, left := range []string{pilot.UnitFile, pilot.InventoryFile, "README.md", ""} {
		err = run([]string{"-template", dir}, &bytes.Buffer{})
		require.Error(t, err, "%s is still there", mine)
		assert.Contains(t, err.Error(), "exists already")
		if left != "" {
			require.NoError(t, os.Remove(filepath.Join(dir, left)))
		}
	}
	text, err := os.ReadFile(mine)
	require.NoError(t, err)
	assert.Equal(t, "mine", string(text))
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing was written beside it")
}

// folderOf copies an example's folder and changes one of its files.
func folderOf(t *testing.T, name string, change func(string) string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, files(t, transport)))
	file := filepath.Join(dir, name)
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	changed := change(string(text))
	require.NotEqual(t, string(text), changed, "the change must change something")
	require.NoError(t, os.WriteFile(file, []byte(changed), 0o600))
	return dir
}

func replace(old, by string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, by, 1) }
}

// Wrong files, one way to be wrong each: the error names file, line and column,
// and what was expected.
func TestWrongFiles(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		change     func(string) string
		want       []string
	}{
		{"no JSON", pilot.UnitFile, replace(`"regionDepartment"`, "regionDepartment"), []string{"unit.json:4:", "应为 JSON，而非“r”"}},
		{"cut off", pilot.UnitFile, func(s string) string { return strings.TrimRight(s, "}\n") }, []string{"unit.json:", "应为对象的其余部分，文本在此中断"}},
		{"GB18030", pilot.UnitFile, gb18030, []string{"unit.json", "应为 UTF-8"}},
		{"unknown member", pilot.UnitFile, replace(`"leader"`, `"leadr"`), []string{"unit.json:9:5 /holder/leadr", "应为：leader"}},
		{"wrong code", pilot.UnitFile, replace(`"regionDepartment"`, `"region"`), []string{"unit.json:4:5 /holder/role", "区直部门(regionDepartment)"}},
		{"byte order mark", pilot.UnitFile, func(s string) string { return byteOrderMark + s }, []string{"unit.json:1:1", "应为不带字节顺序标记（BOM）的 JSON"}},

		{"unknown heading", pilot.InventoryFile, replace("简介", "介绍"), []string{"inventory.csv:1", `不认识："介绍"（第 3 列）`, "缺少：简介"}},
		{"repeated heading", pilot.InventoryFile, replace("资产分类", "简介"), []string{"inventory.csv:1", `重复："简介"（第 `}},
		{"bad cell", pilot.InventoryFile, replace("分钟级", "每五分钟"), []string{"inventory.csv:3:15 更新频率 /frequency", "分钟级(minutes)"}},
		{"bad amount", pilot.InventoryFile, replace("1860000.00", "186万美元"), []string{"inventory.csv:7:", "可计量成本 /cost", "186万美元", "应为"}},
		{"missing cell", pilot.InventoryFile, replace("西江干线", ""), []string{"inventory.csv:8:12 覆盖区域 /area", "未填写"}},
		{"an id twice", pilot.InventoryFile, replace("\nJT-03,", "\nJT-02,"), []string{"inventory.csv:4:1 资源编号 /resources/2/id", "编号 JT-02 重复"}},
		{"no such project", pilot.UnitFile, replace(`"id": "P-01"`, `"id": "P-91"`), []string{"inventory.csv:2:6 信息化项目 /resources/0/projects/0", "引用的编号 P-01 不存在"}},
		{"open quote", pilot.InventoryFile, replace("JT-03", `"JT-03`), []string{"inventory.csv:", "引号成对"}},
		{"UTF-16", pilot.InventoryFile, func(s string) string { return "\xff\xfe" + s }, []string{"inventory.csv:1:1", "UTF-8 或 GB18030"}},

		{"no JSON line", pilot.EventsFile, replace(`{"event":"list"`, `{{"event":"list"`), []string{"events.jsonl:4:2", "应为 JSON，而非“{”"}},
		{"bad event line", pilot.EventsFile, replace(`"on":"2025-05-29"`, `"on":"2025-05-32"`), []string{"events.jsonl:3:17 /on", "2025-05-32", "存在的日期"}},
		{"unknown kind", pilot.EventsFile, replace(`"event":"list"`, `"event":"enter"`), []string{"events.jsonl:4:2 /event", "列入台账(list)"}},
		{"unknown duty", pilot.EventsFile, replace("pilot.sweep", "pilot.swept"), []string{"events.jsonl:2:", "/duty", "pilot.sweep"}},
		{"byte order mark", pilot.EventsFile, func(s string) string { return byteOrderMark + s }, []string{"events.jsonl:1:1", "应为不带字节顺序标记（BOM）的 JSON"}},

		{"one language", laterFile, func(string) string { return "\n仅中文\n" }, []string{"later.txt:2:1", `want Chinese and English with " | " between them`}},
	} {
		t.Run(tt.file+" "+tt.name, func(t *testing.T) {
			dir := folderOf(t, tt.file, tt.change)
			var out bytes.Buffer
			err := run([]string{"-unit", dir}, &out)
			require.Error(t, err)
			assert.Empty(t, out.String())
			for _, want := range append(tt.want, dir) {
				assert.Contains(t, err.Error(), want)
			}
			assert.Regexp(t, `(unit\.json|inventory\.csv|events\.jsonl|later\.txt):[1-9]\d*:[1-9]\d*\b`, err.Error(), "file, line and column")
		})
	}
}

func TestMissingFiles(t *testing.T) {
	for _, name := range []string{pilot.UnitFile, pilot.InventoryFile, pilot.EventsFile} {
		dir := t.TempDir()
		require.NoError(t, os.CopyFS(dir, files(t, transport)))
		require.NoError(t, os.Remove(filepath.Join(dir, name)))
		err := run([]string{"-unit", dir}, &bytes.Buffer{})
		require.ErrorIs(t, err, os.ErrNotExist)
		assert.Contains(t, err.Error(), dir+": open "+name)
		assert.Contains(t, err.Error(), "a unit's folder has unit.json, inventory.csv and events.jsonl; -template DIR writes one")
	}
	// The list of what is not covered may be missing.
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, files(t, transport)))
	require.NoError(t, os.Remove(filepath.Join(dir, laterFile)))
	assert.NotContains(t, printed(t, "-unit", dir), "本版尚未处理")
}

// What a spreadsheet may do to the table without harm: GB18030, no byte order
// mark, other line ends, another order of columns, codes instead of titles.
func TestTableForms(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, files(t, transport)))
	want := printed(t, "-unit", dir)
	for name, change := range map[string]func(string) string{
		"GB18030":   gb18030,
		"no mark":   func(s string) string { return strings.TrimPrefix(s, byteOrderMark) },
		"line ends": func(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") },
		"codes": func(s string) string {
			return strings.ReplaceAll(s, "履职产生、其他部门共享", "duty;sharing")
		},
		"backwards": backwards,
	} {
		assert.Equal(t, want, printed(t, "-unit", folderOf(t, pilot.InventoryFile, change)), name)
	}
}

func gb18030(s string) string {
	text, err := simplifiedchinese.GB18030.NewEncoder().String(strings.TrimPrefix(s, byteOrderMark))
	if err != nil {
		panic(err) // it holds every character
	}
	return text
}

// backwards turns the order of the columns round.
func backwards(s string) string {
	rows, _ := csv.NewReader(strings.NewReader(strings.TrimPrefix(s, byteOrderMark))).ReadAll()
	var b strings.Builder
	w := csv.NewWriter(&b)
	for _, row := range rows {
		turned := make([]string, len(row))
		for i, cell := range row {
			turned[len(row)-1-i] = cell
		}
		w.Write(turned)
	}
	w.Flush()
	return b.String()
}

// The examples are as a spreadsheet saves them, and no column is empty; their
// events are in order, each on a day that is worked in the region and elsewhere.
func TestExampleFolders(t *testing.T) {
	national, err := calendar.China(calendar.National)
	require.NoError(t, err)
	guangxi, err := calendar.China(calendar.Guangxi)
	require.NoError(t, err)
	folders, err := examples()
	require.NoError(t, err)
	require.Len(t, folders, len(unitNames))
	for i, f := range folders {
		assert.Equal(t, unitNames[i], f.name)
		text, err := embedded.ReadFile("units/" + f.name + "/" + pilot.InventoryFile)
		require.NoError(t, err)
		assert.True(t, bytes.HasPrefix(text, []byte(byteOrderMark)), f.name)
		assert.Equal(t, bytes.Count(text, []byte("\n")), bytes.Count(text, []byte("\r\n")), f.name)
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		require.NoError(t, err)
		for column, heading := range rows[0] {
			used := false
			for _, row := range rows[1:] {
				used = used || row[column] != ""
			}
			assert.True(t, used, "%s: no row uses %s", f.name, heading)
		}

		events, err := embedded.ReadFile("units/" + f.name + "/" + pilot.EventsFile)
		require.NoError(t, err)
		last := ""
		for line := range strings.Lines(string(events)) {
			on := dayOf(line)
			assert.LessOrEqual(t, last, on, "%s: %s", f.name, line)
			last = on
			for _, c := range []*calendar.Calendar{national, guangxi} {
				worked, err := c.IsWorkday(day(t, on))
				require.NoError(t, err)
				assert.True(t, worked, "%s: %s is no working day: %s", f.name, on, line)
			}
		}
		notYet, err := readLater(f.files)
		require.NoError(t, err)
		assert.NotEmpty(t, notYet)
	}
}

// dayOf is the day of an event's line.
func dayOf(line string) string {
	for _, key := range []string{`"on":"`, `"signedOn":"`, `"billedOn":"`, `"bankOn":"`, `"remittedOn":"`, `"completedOn":"`} {
		if _, rest, found := strings.Cut(line, key); found {
			return rest[:len("2006-01-02")]
		}
	}
	return ""
}
