package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/record"
)

// text is a cell as a person would type it into the table's CSV: what the sheet
// shows, but exact. What is remarkable about it is noted.
func (w *workbook) text(c cell, f *record.FieldDefinition) (string, remark) {
	s, r := w.valueOf(c, f)
	switch {
	case c.hasFormula && c.value == "":
		return "=" + c.formula, remarkNoValue
	case r != nothing:
		return s, r
	case c.hasFormula:
		return s, remarkFormula
	}
	return s, nothing
}

func (w *workbook) valueOf(c cell, f *record.FieldDefinition) (string, remark) {
	switch c.kind {
	case "s", "inlineStr", "str":
		return c.value, nothing
	case "e":
		return c.value, remarkError
	case "b":
		return boolean(c.value == "1" || c.value == "true", f), nothing
	case "d": // ISO 8601
		if t, err := time.Parse("2006-01-02T15:04:05", strings.TrimSuffix(c.value, "Z")); err == nil {
			return date(t, w.formOf(c.style), f), nothing
		}
		return c.value, nothing
	}
	return w.number(c, f)
}

func boolean(b bool, f *record.FieldDefinition) string {
	if f != nil {
		if _, ok := f.Type.(record.Boolean); ok {
			return strconv.FormatBool(b)
		}
	}
	return strings.ToUpper(strconv.FormatBool(b)) // as the sheet shows it
}

// number is the text of a number or a date. A workbook holds a number as the
// digits of a binary one, up to 17 of them: 0.07 as 7.0000000000000007E-2. The
// shortest decimal that means the same binary number is what was typed.
func (w *workbook) number(c cell, f *record.FieldDefinition) (string, remark) {
	n, err := strconv.ParseFloat(c.value, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return c.value, nothing
	}
	form := w.formOf(c.style)
	if form == noDate && w.date1904 && isDay(f) {
		form = showsDay // else the table's reader would count from 1900
	}
	if form != noDate {
		if t, ok := day(n, w.date1904); ok {
			return date(t, form, f), nothing
		}
	}
	s := strconv.FormatFloat(n, 'f', -1, 64)
	switch {
	case math.Abs(n) >= 1e15:
		return s, remarkDigits
	case f == nil:
	case isCode(f.Type):
		return w.padded(s, c.style), remarkNumber
	}
	return s, nothing
}

// padded gives a number the zeros before it that its format shows: 000123.
func (w *workbook) padded(s string, style int) string {
	st, err := w.file.GetStyle(style)
	if err != nil || st.CustomNumFmt == nil || strings.Trim(*st.CustomNumFmt, "0") != "" || strings.Trim(s, "0123456789") != "" {
		return s
	}
	return strings.Repeat("0", max(0, len(*st.CustomNumFmt)-len(s))) + s
}

// date is the ISO form of a day, or of a month where the field is one or the
// cell shows no more. A time that is not midnight stays: it is for the table's
// reader to refuse.
func date(t time.Time, form dateForm, f *record.FieldDefinition) string {
	if h, m, s := t.Clock(); h+m+s != 0 {
		return t.Format("2006-01-02 15:04:05")
	}
	if f != nil {
		switch f.Type.(type) {
		case record.Date:
			form = showsDay
		case record.Month:
			if t.Day() == 1 {
				form = showsMonth
			}
		}
	}
	if form == showsMonth {
		return t.Format("2006-01")
	}
	return t.Format("2006-01-02")
}

func isDay(f *record.FieldDefinition) bool {
	if f == nil {
		return false
	}
	switch f.Type.(type) {
	case record.Date, record.Month:
		return true
	}
	return false
}

// isCode reports whether the zeros of a number mean something to a type.
func isCode(t record.Type) bool {
	switch t := t.(type) {
	case record.Text:
		return t.Shape == record.CodeText || t.Shape == record.Digits
	case record.Identifier:
		return true
	case record.List:
		return isCode(t.Element)
	}
	return false
}
