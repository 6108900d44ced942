// Package accounting is what both accounting systems share: accounts and
// charts, tables of events, vouchers that balance, the journal with the cards of
// its assets, corrections, schedules of amortisation, and the forms in which
// others read the books.
//
//	table, err := accounting.NewTable(chart, accounting.Events{…})   // what is booked when, as data
//	posting, err := table.Post(event)                               // dry: no journal is touched
//	err = journal.Post(journal.Revision(), posting)                  // once; posted again it is nothing
//	proposal, err := journal.Propose(accounting.Run{…})              // a month's amortisation, dry too
//
// # Events are data
//
// An [EventType] is one row: lines by account or by [Role], amounts by formula
// over named inputs ([ParseFormula]), lines and vouchers that depend on
// conditions ([Is], [Amounts]), what must be brought, what follows. [NewTable]
// checks the rows: every input is named, every account is there, and each voucher
// balances whatever the amounts; a difference whose side depends on its sign is
// two lines, pos(x) and pos(−x), and is proven like any other. What the law
// leaves open is a [Fact] with a default; vouchers repeat the choice. [EventRecords]
// is the form in which people and files write an event down.
//
// # Vouchers
//
// An [Entry] is what is written down; a [Voucher] is an entry that balances in
// its book, names its accounts, and cites its basis: no other can be made. Under
// parallel booking (平行记账) one event gives a [Posting] with vouchers in the
// financial book and, where budget money moves, in the budgetary book; each book
// balances by itself. Only a red voucher carries negative amounts. [Print] shows
// both books side by side.
//
// # The journal
//
// A [Journal] is an append-only log: nothing booked is deleted, inserted or
// changed (财会〔2020〕15号 四). The same event posted again with the same content is
// nothing; with another content it is refused ([ErrConflict]). What was wrong is
// corrected by [Journal.Correct] as 会计基础工作规范 第51条(五) says. Months close in
// order; reopening takes a decision. A [Card] of each asset, its ledger and the
// roll-forward are derived from the log, so that they agree with it. [ReadJournal]
// checks a file as posting did. [Journal.Try] posts dry; [Journal.At] and
// [Journal.AsOf] are the journal at a revision and as of a day.
//
// # Amortisation
//
// A [Schedule] divides a cost over months: the instalment is the cost divided by
// the months, rounded to the fen, and the last month takes what is left, so that
// the sum is the cost. [Units] does so by use. Any month's amount and the amount
// accumulated by then take constant time. [Journal.Propose] leaves out assets at
// nominal amount, of indefinite life and fully amortised, and gives months that
// were missed a voucher of their own.
package accounting
