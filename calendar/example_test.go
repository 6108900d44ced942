package calendar_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
)

// A region department received a one-off fee for its asset JT-02 on Thursday, 9 April 2026. By when
// must it be filed with the finance department in Nanning?
func Example_oneOffRevenueFiling() {
	c, err := calendar.China(calendar.Guangxi)
	if err != nil {
		panic(err)
	}
	due, err := c.Due(calendar.MustDate(2026, time.April, 9), calendar.Workdays(10))
	if err != nil {
		panic(err)
	}
	fmt.Println(due)
	// Output:
	// 2026-04-27: within 10 working days after 2026-04-09
	// not counted: 2026-04-11…2026-04-12 weekend; 2026-04-17 Zhuang Sanyuesan festival; 2026-04-18…2026-04-19 weekend; 2026-04-20 Zhuang Sanyuesan festival; 2026-04-25…2026-04-26 weekend
}

// A date that depends on a notice not yet published is never guessed.
func ExampleErrNotAnnounced() {
	c, _ := calendar.China(calendar.National)
	q := calendar.MustQuarter(2026, 4)
	due, err := c.Due(q.Last(), calendar.Workdays(10))

	var missing *calendar.NotAnnouncedError
	fmt.Println(errors.Is(err, calendar.ErrNotAnnounced), errors.As(err, &missing), missing.Layer, missing.Year)
	fmt.Println("not before", due.Earliest)
	// Output:
	// true true CN 2027
	// not before 2027-01-14
}

// Next year's notice is loaded on the day it is published, without a release of
// this module. The numbers here are made up.
func ExampleWithNotice() {
	notice, err := calendar.ReadNotice([]byte(`{
		"year": 2027, "number": "示例〔2026〕1号", "signed": "2026-11-30",
		"off": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"}],
		"worked": []}`))
	if err != nil {
		panic(err)
	}
	c, err := calendar.China(calendar.National, calendar.WithNotice(calendar.National, notice))
	if err != nil {
		panic(err)
	}
	due, _ := c.Due(calendar.MustDate(2026, time.December, 31), calendar.Workdays(10))
	fmt.Println(due.Date)
	for _, w := range c.Warnings() {
		if w.Year == 2027 {
			fmt.Println(w)
		}
	}
	// Output:
	// 2027-01-15
	// the 2027 notice of layer CN gives 1 days off net of make-up days; the law grants 13
}

// A server in UTC is a day behind China every evening.
func ExampleDateInChina() {
	evening := time.Date(2025, time.April, 15, 17, 30, 0, 0, time.UTC)
	fmt.Println(calendar.DateOf(evening), calendar.DateInChina(evening))
	// Output: 2025-04-15 2025-04-16
}

// Programs built on rickar/cal get China's make-up workdays right.
func ExampleCalendar_Business() {
	c, _ := calendar.China(calendar.National)
	b := c.Business()
	friday := time.Date(2025, time.October, 10, 9, 0, 0, 0, time.UTC)
	fmt.Println(b.WorkdaysFrom(friday, 1).Format(time.DateOnly)) // a Saturday, worked
	// Output: 2025-10-11
}

// The end of the plan's “by the end of May 2025” is a Saturday and a holiday.
func ExampleByEndOf() {
	c, _ := calendar.China(calendar.Guangxi)
	term := calendar.ByEndOf(calendar.MustMonth(2025, time.May))
	due, _ := c.Due(calendar.Date{}, term)
	fmt.Println(due)
	due, _ = c.Due(calendar.Date{}, term.WithRoll(calendar.RollForward))
	fmt.Println(due)
	// Output:
	// 2025-05-31: by the end of May 2025
	// a rest day: 2025-05-31 Dragon Boat Festival; last working day before: 2025-05-30
	// 2025-06-03: by the end of May 2025
	// rolled over: 2025-05-31…2025-06-02 Dragon Boat Festival (国办发明电〔2024〕12号)
}
