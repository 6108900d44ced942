package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/xuri/excelize/v2"
)

// Limits of a file: as it is, unpacked, and of what one sheet may hold.
const (
	maxFile     = 64 << 20
	maxUnpacked = 512 << 20
	maxColumns  = 1000
	maxMerged   = 10_000
)

// workbook is an opened file.
type workbook struct {
	name     string
	file     *excelize.File
	date1904 bool
	strings  []string         // the shared ones
	formats  map[int]dateForm // of a style, once it has been asked for
	sheets   []part
}

// part is one visible sheet.
type part struct {
	name string
	xml  []byte
}

// open reads a workbook whole, within the limits.
func open(r io.Reader, name string) (*workbook, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxFile {
		return nil, &record.LimitError{File: name, Want: rule.Text{ZH: "至多 64 MiB 的文件", EN: "a file of at most 64 MiB"}}
	}
	if want := foreign(raw); !want.IsZero() {
		return nil, &FormatError{File: name, Want: want}
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size exceeds") {
			return nil, &record.LimitError{File: name, Want: rule.Text{ZH: "解压后至多 512 MiB 的工作簿", EN: "a workbook of at most 512 MiB unpacked"}, Err: err}
		}
		return nil, damaged(name, err)
	}
	w := &workbook{name: name, file: f, formats: map[int]dateForm{}}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.date1904 = *props.Date1904
	}
	if w.sheets, err = w.parts(); err != nil {
		return nil, damaged(name, err)
	}
	if len(w.sheets) == 0 {
		return nil, &FormatError{File: name, Want: text("工作簿中没有可见的工作表", "the workbook has no visible sheet")}
	}
	if w.strings, err = sharedStrings(w.part("xl/sharedStrings.xml")); err != nil {
		return nil, damaged(name, err)
	}
	return w, nil
}

func damaged(name string, err error) error {
	return &FormatError{File: name, Err: err, Want: text(
		"不是完整的 .xlsx 工作簿；请用 Excel 或 WPS 打开后另存为 .xlsx", "not a whole .xlsx workbook; open it in a spreadsheet and save it as .xlsx")}
}

// foreign tells what a file is by its first bytes, where it is no .xlsx. An .xls
// and an encrypted .xlsx are both compound files; only the latter has a stream
// named EncryptedPackage.
func foreign(raw []byte) rule.Text {
	encrypted := make([]byte, 0, 32)
	for _, c := range []byte("EncryptedPackage") {
		encrypted = append(encrypted, c, 0) // UTF-16, as stream names are
	}
	switch {
	case len(raw) == 0:
		return text("文件是空的", "the file is empty")
	case bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) && bytes.Contains(raw, encrypted):
		return text("工作簿有打开密码；请去掉密码后再导入", "the workbook is protected by a password; take it away and import again")
	case bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return text("这是旧式 .xls 工作簿；请另存为 .xlsx 后再导入", "this is an old .xls workbook; save it as .xlsx and import again")
	case !bytes.HasPrefix(raw, []byte("PK")):
		return text("不是 .xlsx 工作簿（扩展名可能被改过）；请另存为 .xlsx，CSV 请用 CSV 导入", "not an .xlsx workbook, whatever its name; save it as .xlsx, or import CSV as CSV")
	case bytes.Contains(raw, []byte("xl/workbook.bin")):
		return text("这是二进制 .xlsb 工作簿；请另存为 .xlsx 后再导入", "this is a binary .xlsb workbook; save it as .xlsx and import again")
	case bytes.Contains(raw, []byte("application/vnd.oasis.opendocument")):
		return text("这是 .ods 表格；请另存为 .xlsx 后再导入", "this is an .ods spreadsheet; save it as .xlsx and import again")
	}
	return rule.Text{}
}

func (w *workbook) part(name string) []byte {
	if b, ok := w.file.Pkg.Load(name); ok {
		return b.([]byte)
	}
	var found []byte
	w.file.Pkg.Range(func(k, b any) bool {
		if strings.EqualFold(k.(string), name) {
			found = b.([]byte)
		}
		return found == nil
	})
	return found
}

// parts lists the visible sheets in the order of their tabs.
func (w *workbook) parts() ([]part, error) {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			// The namespace differs between the transitional and the strict form.
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := xml.Unmarshal(w.part("xl/workbook.xml"), &book); err != nil {
		return nil, err
	}
	if err := xml.Unmarshal(w.part("xl/_rels/workbook.xml.rels"), &rels); err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range rels.All {
		targets[r.ID] = r.Target
	}
	var sheets []part
	for _, s := range book.Sheets {
		if s.State == "hidden" || s.State == "veryHidden" {
			continue
		}
		for _, a := range s.Attrs {
			if a.Name.Local != "id" {
				continue
			}
			target := targets[a.Value]
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			x := w.part(strings.TrimPrefix(target, "/"))
			if x == nil {
				return nil, errors.New("no part for sheet " + s.Name)
			}
			sheets = append(sheets, part{s.Name, x})
		}
	}
	return sheets, nil
}

// sharedStrings reads the texts that cells refer to by number: runs of rich
// text joined, phonetic readings left out.
func sharedStrings(b []byte) ([]string, error) {
	if b == nil {
		return nil, nil
	}
	var all []string
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		t, err := d.Token()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
			s, err := richText(d)
			if err != nil {
				return nil, err
			}
			all = append(all, s)
		}
	}
}

// richText reads the text of an element whose start has been read.
func richText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	for depth, in := 1, false; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := d.Skip(); err != nil {
					return "", err
				}
				continue
			}
			in = t.Name.Local == "t"
			depth++
		case xml.EndElement:
			in = false
			depth--
		case xml.CharData:
			if in {
				b.Write(t)
			}
		}
	}
	return unescape(b.String()), nil
}
