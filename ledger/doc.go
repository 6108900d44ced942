// Package ledger keeps the ledger of data assets (数据资产台账): its rows, and
// every change of them.
//
//	l := ledger.New()
//	err := l.Apply(l.Revision(), ledger.Add{On: day, Row: row})
//	for row := range l.AsOf(day).Rows() { … }
//
// A [Row] includes everything the sweep found out about its resource and adds
// what the plan asks of a ledger (桂财资〔2025〕15号 四(二)): rights, classification,
// whether the rights are registered, how it stands in the books.
//
// The ledger is an append-only log: rows are added, changed with a reason, and
// retired, never overwritten. [Ledger.Apply] is all or nothing and takes the
// revision it was made for, so that no update is lost (rule.ErrStale). A [View]
// is the ledger at a revision or on a day; it stays what it is while the ledger
// grows. A Ledger has one writer; views are read between its writes.
//
// As text a ledger is JSON Lines, each line chained to the one before by its
// digest: [Ledger.Verify] compares it with a [Head] kept elsewhere.
package ledger
