package calendar

import (
	"slices"
	"time"
)

// StatutoryYear is the days off that the law itself gives to all citizens in
// one year, before the State Council has arranged the days around them.
type StatutoryYear struct {
	Year int
	Days []Off
}

// Provisional lets a calendar answer for years whose notice is not out, for
// plans that must look ahead: weekends and the statutory days rest, nothing
// else, and no make-up days are invented. 2027 is known to the package; later
// years are the caller's, and so is 2027 where the caller gives it. A year
// whose notice is in the data is not touched, and a region's missing notice is
// taken as empty.
//
// Whatever rests on such a year says so: [Day].Open, [Due].Provisional.
func Provisional(years ...StatutoryYear) Option {
	return func(p *plan) {
		p.provisional = true
		for _, y := range years {
			p.statutory = append(p.statutory, StatutoryYear{y.Year, slices.Clone(y.Days)})
		}
	}
}

// statutory2027 is article 2 of 全国年节及纪念日放假办法 (国务院令第795号) for
// 2027; the lunar days by the lunar calendar: 除夕 02-05, 端午 06-09, 中秋 09-15.
func statutory2027() StatutoryYear {
	on := func(m time.Month, d int) Date { return MustDate(2027, m, d) }
	return StatutoryYear{2027, []Off{
		{"元旦", on(1, 1), Date{}},
		{"春节", on(2, 5), on(2, 8)},
		{"清明节", on(4, 5), Date{}},
		{"劳动节", on(5, 1), on(5, 2)},
		{"端午节", on(6, 9), Date{}},
		{"中秋节", on(9, 15), Date{}},
		{"国庆节", on(10, 1), on(10, 3)},
	}}
}

// assume adds a notice of the statutory days to the nation's layer for each
// provisional year that has no real one.
func (p *plan) assume(nation *Layer) error {
	p.assumed = map[int]bool{}
	if !p.provisional {
		return nil
	}
	years := slices.Clone(p.statutory)
	if !slices.ContainsFunc(years, func(y StatutoryYear) bool { return y.Year == 2027 }) {
		years = append(years, statutory2027())
	}
	for _, y := range years {
		if nation.notice(y.Year) != nil && !p.assumed[y.Year] {
			continue
		}
		nation.Notices = append(slices.Clone(nation.Notices), Notice{Year: y.Year, Evidence: "law", Off: y.Days})
		p.assumed[y.Year] = true
	}
	if _, err := nation.check(); err != nil {
		return err
	}
	return nil
}
