// Package ledger keeps the ledger of data assets (数据资产台账): its rows, and
// every change of them.
//
//	l := ledger.New()
//	err := l.Apply(l.Revision(), ledger.Add{On: day, Row: row})
//	for row := range l.AsOf(day).Rows() { … }
//
// # Rows
//
// A [Row] includes everything the sweep found out about its resource and adds
// what the plan asks of a ledger (桂财资〔2025〕15号 四(二)): rights, classification,
// whether the rights are registered, how it stands in the books; and what real
// ledgers carry. [Table] says it field by field; docs/ledger.md is made from it.
// Callers add fields by Table().With, put in code lists of their own by
// [TableOf], and keep the ledger in that table by a [Format].
//
// # Changes
//
// The ledger is an append-only log: rows are added, changed with a reason, and
// retired, never overwritten. [Ledger.Apply] is all or nothing and takes the
// revision it was made for, so that no update is lost (rule.ErrStale). A [Split],
// [Merge], [Replace], [TransferOut] or [TransferIn] keeps who continues whom, and
// is refused unless cost, accumulated amortisation and every other amount are
// there again to the fen and each registration goes on once; [Divide], [Join] and
// [HandoverOf] make rows that pass.
//
// A [View] is the ledger at a revision or on a day; it stays what it is while the
// ledger grows. A Ledger may be used from many goroutines: changes wait for each
// other and for single reads, and of two made for one revision one is stale. A
// view is never half-way in a change. What a row or a change holds is the
// caller's.
//
// # Review, statistics, spreadsheets
//
// [View.Review] validates rows by their table, judges each by [Rules] and all by
// [ViewRules]; [Reviewer.Each] does it row by row. [View.Tally] counts,
// [View.Movements] is the movement table (台账变动表) of months, quarters and years,
// [View.StateAssets] the lines for the report on state-owned assets (GX-4.3.7).
// [View.WriteCSV] writes a spreadsheet, an [Importer] says what a spreadsheet
// would change before anything is.
//
// [ViewOf] gives reviews and [Dimension.Tally] rows from elsewhere, of which none
// is held.
//
// # As text
//
// A ledger is JSON Lines, each line whole in itself and chained to the one before
// by its digest: [Ledger.Verify] compares it with a [Head] kept elsewhere. [Read]
// tells a last line that a crash cut off from one that was changed. In memory a
// version of a row is held as what differs from the one before.
package ledger
