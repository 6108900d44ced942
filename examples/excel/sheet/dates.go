package sheet

import (
	"math"
	"strings"
	"time"
)

// dateForm is what a number format shows of a date.
type dateForm uint8

const (
	noDate dateForm = iota
	showsMonth
	showsDay
)

// formOf is what the number format of a style shows of a date.
func (w *workbook) formOf(style int) dateForm {
	if form, ok := w.formats[style]; ok {
		return form
	}
	form := noDate
	if s, err := w.file.GetStyle(style); err == nil {
		if form = builtIn(s.NumFmt); s.CustomNumFmt != nil {
			form = formOfCode(*s.CustomNumFmt)
		}
	}
	w.formats[style] = form
	return form
}

// builtIn is the form of a format that has a number only (ECMA-376 part 1,
// 18.8.30, with the zh-cn table for 27 to 36 and 50 to 58).
func builtIn(id int) dateForm {
	switch id {
	case 17, 27, 36, 50, 52, 57:
		return showsMonth
	case 14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58:
		return showsDay
	}
	return noDate
}

// formOfCode is the form of a format code: yyyy"年"m"月"d"日".
func formOfCode(code string) dateForm {
	code, _, _ = strings.Cut(strings.ToLower(code), ";") // for positive numbers
	var letters strings.Builder
	for i := 0; i < len(code); i++ {
		end := -1
		switch code[i] {
		case '"':
			end = strings.IndexByte(code[i+1:], '"')
		case '[': // colour, locale, condition
			end = strings.IndexByte(code[i+1:], ']')
		case '\\', '_', '*': // the next character as it is
			i++
			continue
		default:
			letters.WriteByte(code[i])
			continue
		}
		if end < 0 {
			break
		}
		i += end + 1
	}
	s := letters.String()
	if strings.Contains(s, "general") {
		return noDate
	}
	switch {
	case strings.Contains(s, "d"):
		return showsDay
	case strings.Contains(s, "y"):
		return showsMonth
	}
	return noDate
}

// day is the date and time that a serial number means; false where it means
// none. The 1900 system counts a 29 February 1900 that did not exist.
func day(serial float64, date1904 bool) (time.Time, bool) {
	days, part := math.Modf(serial)
	if serial < 1 && !date1904 || serial < 0 || days > 2958465 {
		return time.Time{}, false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 60:
		return time.Time{}, false
	case days < 60:
		first = first.AddDate(0, 0, 1)
	}
	return first.AddDate(0, 0, int(days)).Add(time.Duration(math.Round(part*86400)) * time.Second), true
}
