// Package accounting is what both accounting systems share: accounts and
// charts, vouchers that balance, the journal, and schedules of amortisation.
//
//	voucher, err := chart.Voucher(accounting.Entry{…})   // refused unless it balances
//	journal, err := journal.Post(journal.Revision(), accounting.Posting{…})
//	s, err := accounting.StraightLine(cost, start, 60)
//
// # Vouchers
//
// An [Entry] is what is written down; a [Voucher] is an entry that balances in
// its book, names its accounts, and cites its basis: no other can be made. Under
// parallel booking (平行记账) one event gives a [Posting] with a voucher in the
// financial book and, where budget money moves, one in the budgetary book; each
// book balances by itself.
//
// # The journal
//
// A [Journal] is an append-only log: nothing booked is deleted, inserted or
// changed (财会〔2020〕15号 四). The same event posted again with the same content is
// nothing; with another content it is refused ([ErrConflict]).
//
// # Schedules
//
// A [Schedule] divides a cost over months: the instalment is the cost divided by
// the months, rounded to the fen, and the last month takes what is left, so that
// the sum is the cost. Any month's amount and the amount accumulated by then take
// constant time.
package accounting
