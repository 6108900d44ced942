package accounting

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// Column is a column of the vouchers as finance software imports them, with its
// usual heading.
type Column uint8

// The columns.
const (
	ColumnDate        Column = iota + 1 // 日期
	ColumnFiled                         // 凭证字号: 记-12
	ColumnWord                          // 凭证字
	ColumnNumber                        // 凭证号
	ColumnSummary                       // 摘要
	ColumnCode                          // 科目编码
	ColumnName                          // 科目名称
	ColumnDebit                         // 借方金额
	ColumnCredit                        // 贷方金额
	ColumnAttachments                   // 附件张数
	ColumnPreparer                      // 制单人
	ColumnBook                          // 账套: 财务会计, 预算会计
	ColumnDetail                        // 明细科目
	ColumnAsset                         // 资产编号
	ColumnEvent                         // 事项编号
	columns                             // one beyond the last
)

// Columns returns the order in which finance software imports vouchers.
func Columns() []Column {
	return []Column{ColumnDate, ColumnFiled, ColumnSummary, ColumnCode, ColumnName, ColumnDebit, ColumnCredit, ColumnAttachments, ColumnPreparer, ColumnBook}
}

// Title names the column in both languages.
func (c Column) Title() rule.Text {
	switch c {
	case ColumnDate:
		return text("日期", "date")
	case ColumnFiled:
		return text("凭证字号", "voucher")
	case ColumnWord:
		return text("凭证字", "voucher word")
	case ColumnNumber:
		return text("凭证号", "voucher number")
	case ColumnSummary:
		return text("摘要", "summary")
	case ColumnCode:
		return text("科目编码", "account code")
	case ColumnName:
		return text("科目名称", "account name")
	case ColumnDebit:
		return text("借方金额", "debit")
	case ColumnCredit:
		return text("贷方金额", "credit")
	case ColumnAttachments:
		return text("附件张数", "attachments")
	case ColumnPreparer:
		return text("制单人", "prepared by")
	case ColumnBook:
		return text("账套", "book")
	case ColumnDetail:
		return text("明细科目", "detail account")
	case ColumnAsset:
		return text("资产编号", "asset")
	case ColumnEvent:
		return text("事项编号", "event")
	}
	return rule.Text{}
}

// CSVColumn is a column, and the heading that the software wants instead of the
// usual one.
type CSVColumn struct {
	Column  Column
	Heading string
}

// WriteCSV writes the vouchers of the journal, a row a line, in UTF-8 with a byte
// order mark. No columns are [Columns]. A text that a spreadsheet would take for
// a formula, because it begins with = + - @, a tab or a carriage return, gets one
// tab before it. A column that there is not is refused with a [*ChartError].
func (j *Journal) WriteCSV(w io.Writer, of ...CSVColumn) error {
	if len(of) == 0 {
		for _, c := range Columns() {
			of = append(of, CSVColumn{Column: c})
		}
	}
	cells := make([]string, len(of))
	for i, c := range of {
		if c.Column == 0 || c.Column >= columns {
			return &ChartError{"column " + strconv.Itoa(int(c.Column)), "a column of vouchers"}
		}
		cells[i] = c.Column.Title().ZH
		if c.Heading != "" {
			cells[i] = guard(c.Heading)
		}
	}
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.Write(cells); err != nil {
		return err
	}
	for c := range j.log.Values() {
		p := c.posting
		var err error
		eachLine(p, func(e *Entry, l *Line) {
			for i, c := range of {
				cells[i] = c.Column.cell(p, e, l)
			}
			if err == nil {
				err = out.Write(cells)
			}
		})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// cell is what a column shows of a line.
func (c Column) cell(p *Posting, e *Entry, l *Line) string {
	switch c {
	case ColumnDate:
		return e.Date.String()
	case ColumnFiled:
		return guard(e.word())
	case ColumnWord:
		word, _, _ := strings.Cut(e.word(), "-")
		return guard(word)
	case ColumnNumber:
		return e.Number.String()
	case ColumnSummary:
		if l.Summary != "" {
			return guard(l.Summary)
		}
		return guard(e.Summary)
	case ColumnCode:
		return guard(l.Account)
	case ColumnName:
		if l.Detail != "" {
			return guard(l.Name + under + l.Detail)
		}
		return guard(l.Name)
	case ColumnDebit, ColumnCredit:
		if (c == ColumnDebit) == (l.Side == Debit) {
			return l.Amount.String()
		}
		return ""
	case ColumnAttachments:
		return strconv.Itoa(e.Attachments)
	case ColumnPreparer:
		return guard(e.Preparer)
	case ColumnBook:
		return e.Book.Title().ZH
	case ColumnDetail:
		return guard(l.Detail)
	case ColumnAsset:
		return guard(l.Asset)
	}
	return guard(p.Event)
}

// guard puts one tab before a text that a spreadsheet would take for a formula.
// Codes and amounts stay as they are: the software that imports them reads digits.
func guard(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "\t" + s
	}
	return s
}
