// Package store keeps the logs of many units in a relational database: ledger,
// registry events and journal, in SQLite or PostgreSQL with the same code.
//
//	s, err := store.Open(ctx, "unit.db", store.Rules{})   // or postgres://…
//	_, err = s.Migrate(ctx)
//	books, err := s.Books(ctx, "11450000007565621L")       // reads and replays the three logs
//	err = books.Change(ctx, func() error {                 // one transaction, all or nothing
//		if err := books.Ledger.Apply(books.Ledger.Revision(), ledger.Add{On: day, Row: row}); err != nil {
//			return err
//		}
//		return books.Journal.Post(books.Journal.Revision(), posting)
//	})
//
// # One source of truth
//
// An entry of a log is a row of one table, with the text that the library
// digested, its digest and the digest of the entry before. Rows, cards, balances
// and certificates are not stored: the library replays them from the entries, and
// the views that reports read (ledger_change, registry_step, voucher_line) are
// computed from the entries by the database. So nothing can disagree.
//
// # What the database itself refuses
//
// Constraints and triggers hold against every program that writes to the
// database: a revision that is there already or leaves a gap; an entry that does
// not continue the digest of the head; a voucher that does not balance; an event
// booked twice; any UPDATE or DELETE of an entry; a head that is not the last
// entry. PostgreSQL recomputes the digest of each entry too. What a database
// administrator changes behind the triggers is found by [Store.Verify], against
// heads kept elsewhere.
//
// # Many writers
//
// [Books] are one goroutine's; any number of them, in any number of processes,
// may be open on one unit. What was decided on books that are no longer the last
// is refused with [rule.ErrStale]: the books are then brought up to date, nothing
// was stored, and the caller decides again. [Store.Verify] replays everything;
// [Store.Backup] and [Restore] use what the database has for it.
package store
