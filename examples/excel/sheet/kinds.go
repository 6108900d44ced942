package sheet

import (
	"strconv"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/record"
)

// cellKind is how a column's cells are kept.
type cellKind uint8

const (
	textCell cellKind = iota
	dateCell
	amountCell
	wholeCell
	numberCell
	kinds
)

// formats is the number format of each kind.
var formats = [kinds]string{textCell: "@", dateCell: "yyyy-mm-dd", amountCell: "0.00", wholeCell: "0", numberCell: "General"}

func kindOf(t record.Type) cellKind {
	switch t.(type) {
	case record.Date:
		return dateCell
	case record.Amount:
		return amountCell
	case record.Integer:
		return wholeCell
	case record.Ratio:
		return numberCell
	}
	return textCell
}

// exactDigits is how many digits of a number a spreadsheet keeps.
const exactDigits = 15

// put writes one cell. What the kind cannot hold exactly is written as text.
func (w *Writer[T]) put(at int, c column, s string) error {
	if s == "" {
		return nil
	}
	name := cellName(at, w.row)
	switch c.kind {
	case dateCell:
		if serial, ok := serialOf(s); ok {
			return w.file.SetCellInt(w.sheet, name, serial)
		}
	case amountCell, wholeCell, numberCell:
		n, err := strconv.ParseFloat(s, 64)
		if err == nil && plain(s) && len(strings.Trim(s, "-.")) <= exactDigits {
			_, decimals, _ := strings.Cut(s, ".")
			return w.file.SetCellFloat(w.sheet, name, n, len(decimals), 64)
		}
	}
	return w.file.SetCellStr(w.sheet, name, escape(s))
}

// escape keeps a text such as _x0041_ from being read as the character that it
// names in a workbook; unescape undoes it. The _ that ends one such text may
// begin the next.
func escape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && escaped.MatchString(s[i:min(i+7, len(s))]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// plain reports whether s is a number as records write it, not merely one that
// Go can read.
func plain(s string) bool {
	return strings.Trim(s, "0123456789.-") == "" && !strings.HasPrefix(strings.TrimPrefix(s, "-"), ".")
}

// serialOf is the serial number of a day in the 1900 system, from 1 March 1900
// on: before, spreadsheets do not agree.
func serialOf(s string) (int64, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, false
	}
	// Seconds, because a time.Duration ends after 292 years.
	days := (t.Unix() - time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()) / 86400
	return days, days > 60
}
