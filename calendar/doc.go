// Package calendar counts days the way Chinese law counts them: working days
// with make-up weekends, natural days, months, and the day a term ends.
//
//	c, err := calendar.China(calendar.Guangxi)
//	due, err := c.Due(calendar.MustDate(2025, time.March, 31), calendar.Workdays(10))
//	fmt.Println(due.Date) // 2025-04-16: 三月三 takes 04-01, 清明 04-04…06
//
// # What is a working day
//
// A [Calendar] is the nation's yearly holiday notices, 2004 to 2026, with a
// region's own laid over them: a region's [Layer] can add a day off, turn a
// national make-up workday into a day off, add a make-up workday, or be empty
// for a year. Every day knows the notice that decided it ([Calendar.Day]).
//
// A calendar answers only what a notice has settled. A year without its notice
// (2027, and every year before 2004) gives [ErrNotAnnounced] with the layer and
// the year it waits for; nothing is guessed. A region's layer states the part
// of the year it can touch, and is complete outside it as soon as the nation
// is. The last days of December, from the 29th, are answered by their own
// year's notice but marked open until the next one is in: six of the
// twenty-three notices have arranged days before their own year. [Provisional]
// lets a caller look ahead, and marks whatever rests on it.
//
// Next year's notice comes in at run time, [WithNotice]; a prefecture, a county
// or a unit of one's own [WithLayer]. The package's own data goes the same way.
//
// # How terms are counted
//
// A [Term] of working days leaves out the day of the trigger; the first working
// day after it is day one. Natural days and months follow articles 201 to 203
// of the Civil Code (民法典): the trigger's day is left out, a month ends on its
// corresponding day or its last, an end on a rest day rolls forward. Fixed
// dates of a plan (…月底前) do not roll: a judgement, and a choice of the term
// ([Term.WithRoll]). [Due] shows each day that was passed over and each make-up
// workday that was counted, in Chinese and English.
//
// No official text says in words that make-up workdays count as working days;
// the tax authority's published deadline tables come out right only that way.
//
// # Cost
//
// [Calendar.AddWorkdays], [Calendar.WorkdaysBetween], [Calendar.IsWorkday],
// [Calendar.Next] and [Calendar.Previous] take a few nanoseconds at any
// distance and allocate nothing. A Calendar is immutable and safe for
// concurrent use; [Calendar.Business] hands it to users of rickar/cal.
package calendar
