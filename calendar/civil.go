package calendar

// The arithmetic of the Gregorian calendar, on years that begin in March, so
// that the leap day is the last of its year and months have a simple formula.

const (
	daysIn400Years = 146_097
	dayZero        = 693_900 // days from 0000-03-01 to 1899-12-31
)

var monthDays = [13]int8{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// daysIn is the number of days of a month from 1 to 12.
func daysIn(year, month int) int {
	if month == 2 && leap(year) {
		return 29
	}
	return int(monthDays[month])
}

// dayNumber counts the days from 1899-12-31 to a day that exists.
func dayNumber(year, month, day int) int32 {
	if month <= 2 {
		year--
		month += 12
	}
	inYear := (153*(month-3)+2)/5 + day - 1 // from 1 March
	return int32(year*365 + year/4 - year/100 + year/400 + inYear - dayZero)
}

// civil is the inverse of dayNumber.
func civil(n int32) (year, month, day int) {
	days := int(n) + dayZero
	era := days / daysIn400Years
	inEra := days % daysIn400Years
	y := (inEra - inEra/1460 + inEra/36_524 - inEra/146_096) / 365
	inYear := inEra - (365*y + y/4 - y/100)
	m := (5*inYear + 2) / 153
	day = inYear - (153*m+2)/5 + 1
	month = m + 3
	year = era*400 + y
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}
