package record

import (
	"strconv"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
)

// Serial dates of spreadsheets are read from five digits: a shorter number is
// as likely a year or a count. 10000 is 1927-05-18, 73050 is 2099-12-31.
const (
	firstSerial = 10_000
	lastSerial  = 73_050
)

// date reads the ways in which people and spreadsheets write a day; false for
// anything that could mean two days.
func (u *untidy) date(s string) (calendar.Date, bool) {
	s, ok := u.midnight(u.plain(s))
	if !ok {
		return calendar.Date{}, false
	}
	if allDigits(s) {
		return u.packedDate(s)
	}
	if strings.Contains(s, "年") {
		s = strings.ReplaceAll(s, " ", "")
	}
	for _, form := range [...][3]string{{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}, {"年", "月", "号"}} {
		year, rest, ok := strings.Cut(s, form[0])
		if !ok {
			continue
		}
		month, day, ok := strings.Cut(rest, form[1])
		day, end := strings.CutSuffix(day, form[2])
		if !ok || !end {
			continue
		}
		d, ok := civil(year, month, day)
		if ok && s != d.String() {
			u.changes |= changedDate
		}
		return d, ok
	}
	return calendar.Date{}, false
}

// packedDate reads 20250531 and the serial number of a spreadsheet.
func (u *untidy) packedDate(s string) (calendar.Date, bool) {
	switch len(s) {
	case 8:
		u.changes |= changedDate
		return civil(s[:4], s[4:6], s[6:])
	case 5:
		n, err := strconv.Atoi(s)
		if err != nil || n < firstSerial || n > lastSerial {
			return calendar.Date{}, false
		}
		u.changes |= changedSerial
		// Day 1 is 1900-01-01, and the system counts a 1900-02-29 that never
		// was: from 1900-03-01 on, the days count from 1899-12-30.
		return calendar.MustDate(1900, time.January, 1).AddDays(n - 2), true
	}
	return calendar.Date{}, false
}

// midnight takes the time of day from a day, if it is midnight; any other time
// would be lost.
func (u *untidy) midnight(s string) (string, bool) {
	day, clock, ok := strings.Cut(s, "T")
	if !ok {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !strings.Contains(s[i:], ":") {
			if whole, zeros, ok := strings.Cut(s, "."); ok && len(whole) == 5 && zeros != "" && strings.Trim(zeros, "0") == "" {
				u.changes |= changedMidnight // a serial number with its fraction of a day
				return whole, true
			}
			return s, true
		}
		day, clock = strings.TrimRight(s[:i], " "), s[i+1:]
	}
	if !strings.Contains(clock, ":") || strings.Trim(clock, "0:.") != "" {
		return "", false
	}
	u.changes |= changedMidnight
	return day, true
}

// month reads the ways in which people and spreadsheets write a month. A
// spreadsheet turns 2025年5月 into the first day of the month; 2025.1 may have
// been 2025.10 and is refused.
func (u *untidy) month(s string) (calendar.Month, bool) {
	s = u.plain(s)
	if strings.Contains(s, "年") {
		s = strings.ReplaceAll(s, " ", "")
	}
	u.changes |= changedDate
	switch {
	case allDigits(s) && len(s) == 6:
		return monthOf(s[:4], s[4:])
	case strings.Count(s, "年") == 1 && strings.HasSuffix(s, "月"):
		year, month, _ := strings.Cut(strings.TrimSuffix(s, "月"), "年")
		return monthOf(year, month)
	case len(s) == 7 && s[4] == '.':
		return monthOf(s[:4], s[5:])
	}
	for _, mark := range [...]string{"-", "/"} {
		if year, month, ok := strings.Cut(s, mark); ok && !strings.Contains(month, mark) {
			return monthOf(year, month)
		}
	}
	if d, ok := u.date(s); ok && d.Day() == 1 {
		return calendar.MonthOf(d), true
	}
	return calendar.Month{}, false
}

func monthOf(year, month string) (calendar.Month, bool) {
	d, ok := civil(year, month, "1")
	if !ok {
		return calendar.Month{}, false
	}
	return calendar.MonthOf(d), true
}

// civil is the day of a year of four digits, a month and a day of one or two.
func civil(year, month, day string) (calendar.Date, bool) {
	if len(year) != 4 || len(month) > 2 || len(day) > 2 || !allDigits(year) || !allDigits(month) || !allDigits(day) {
		return calendar.Date{}, false
	}
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date, err := calendar.NewDate(y, time.Month(m), d)
	return date, err == nil
}
