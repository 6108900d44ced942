package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

// writeTemplate writes a unit's folder with headings and one sample of each
// record, made of the tables' own examples. It never overwrites a file.
func writeTemplate(dir string) error {
	files, err := template()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		name := filepath.Join(dir, f.name)
		if _, err := os.Stat(name); err == nil {
			return fmt.Errorf("%s exists already; -template writes into an empty folder", name)
		} else if !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.name), f.text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

type file struct {
	name string
	text []byte
}

func template() ([]file, error) {
	unit := pilot.UnitRecords().Sample()
	unitText, err := pilot.UnitRecords().Encode(&unit)
	if err != nil {
		return nil, err
	}
	var sheet bytes.Buffer
	w, err := asset.Resources().NewCSVWriter(&sheet, rule.Chinese)
	if err != nil {
		return nil, err
	}
	resource := asset.Resources().Sample()
	if err := errors.Join(w.Write(&resource), w.Flush()); err != nil {
		return nil, err
	}
	var events bytes.Buffer
	for _, e := range []pilot.Event{
		pilot.Fulfilled{On: resource.AvailableOn, Duty: pilot.DutySweep},
		pilot.Listed{On: resource.AvailableOn, Assets: []string{resource.ID}},
	} {
		line, err := pilot.Events().Encode(e)
		if err != nil {
			return nil, err
		}
		events.Write(append(line, '\n'))
	}
	return []file{
		{pilot.UnitFile, append(unitText, '\n')},
		{pilot.InventoryFile, sheet.Bytes()},
		{pilot.EventsFile, events.Bytes()},
		{"README.md", []byte(folderPage(rule.Chinese))},
	}, nil
}

// folderPage documents the folder field by field, from the tables.
func folderPage(l rule.Language) string {
	say := func(zh, en string) string { return rule.Text{ZH: zh, EN: en}.In(l) }
	page := say("# 试点单位文件夹\n\n一个试点单位一个文件夹，三个文件。JSON 为 UTF-8，不带字节顺序标记；表格为 UTF-8（带不带均可）或 GB18030，如电子表格所存：标题行以上可有表名，表尾可有合计和填表人，“序号”列略过，用不到的列可以不要；金额可带千分位或写作 186万元，日期可写作 2025年5月31日，凡改写均有提示。字段名、类型、必填条件如下，由程序中的字段表生成。\n\n",
		"# A unit's folder\n\nOne folder a unit, three files. JSON is UTF-8 without a byte order mark; the table is UTF-8, with or without one, or GB18030, as a spreadsheet saves it: a title may stand above the headings, a total (合计) and a line for signatures below the table, a column 序号 is passed over, and columns that no row uses may be left out; amounts may have thousands separators or read 186万元, dates may read 2025年5月31日, and whatever is read otherwise than it stands is told as a note. Below are the fields, their types and when they are required, generated from the tables in the code.\n\n") +
		say("另可有 `"+laterFile+"`：本版尚未处理的事项，一行一项，中文在前、英文在后，以 `"+betweenLanguages+"` 分隔，打印在该单位之后。\n\n",
			"There may be a `"+laterFile+"` too: what this version does not cover yet, one a line, Chinese and English with `"+betweenLanguages+"` between them; it is printed after the unit.\n\n")
	for _, x := range []struct {
		name, zh, en, fields string
	}{
		{pilot.UnitFile, "单位、项目、系统，一个 JSON 对象。", "The unit, its projects and systems: one JSON object.", pilot.UnitRecords().Definition().Markdown(l)},
		{pilot.InventoryFile, "数据资源清单，一行一项，第一行为中文或英文列名，顺序不限；代码可写代码或名称，多个代码用“、”分隔，空单元格表示没有。", "The data resources, one a row; the first row has Chinese or English headings in any order; codes are written as such or by their titles, several are separated by 、; an empty cell is absent.", asset.Resources().Definition().Markdown(l)},
		{pilot.EventsFile, "单位做过的事，一行一个 JSON 对象，按发生顺序。", "What the unit did, one JSON object a line, in the order it happened.", pilot.Events().Definition().Markdown(l)},
	} {
		page += "## `" + x.name + "`\n\n" + say(x.zh, x.en) + "\n" + deeper(x.fields) + "\n"
	}
	return strings.TrimRight(page, "\n") + "\n"
}

// deeper puts the headings of a page under those of another.
func deeper(page string) string { return strings.ReplaceAll("\n"+page, "\n#", "\n###") }
