// Package pilot joins the records of one unit into one review: which resources
// are assets, how ledger, registrations and books stand, what the unit owes to
// whom by when, and what each clause of the plan comes to.
//
//	unit, report := pilot.Build(inventory, events, at)
//	result, err := pilot.Review(unit, at)
//	for _, o := range result.Obligations { fmt.Println(o.Duty.Title, o.Due.Date, o.Standing) }
//
// # The plan is a value
//
// [Plan] holds clauses, period, units, milestones, duties, filings, rules, who
// owes what, and the calendar that counts; [Guangxi] is the pilot plan
// 桂财资〔2025〕15号. A caller reviews by another plan with [Reviewer].
// Duties of other law stand beside them as advice, marked so.
//
// # Events
//
// What a unit did is a list of [Event], one a line in a file: duties done, rows
// of the ledger, bookings, steps of registration, steps of an authorisation or a
// disposal with their papers, supplies, requests for security, columns of the
// revenue account. [Build] applies them up to a day; one that
// a rule refuses changes nothing and becomes a finding with its line. An event
// names assets of the inventory, each once; ids are used once.
//
// # Authorisations
//
// An [Authorised] is a command of package authorization in one procedure of a
// matter, or in several. Its papers leave out what the unit's records say. Once
// every procedure that blocks has granted an asset and its card is there, the
// ledger's row says so; what is adjusted, withdrawn or ended goes from it. A
// [Supplied] is judged by the rules of authorised use, and by those of paid or free
// use. What authorisations and disposals owe and lack stands in the review, with
// whether ledger, register and books followed a disposal.
//
// # Books
//
// A [Booked] is a row of the table of the unit's accounting system, accounting/government
// or accounting/enterprise, with its amounts and facts; what takes more than a row
// has an event of its own: a surplus at nominal amount and its approval, the way from
// nominal amount to cost ([Measured]), a month's amortisation, the opening, a
// correction, a stocktake, the closing of a year. What is booked is carried
// over to the ledger's row. Nothing is booked that no event says: months that were not
// amortised are a finding, and so is what the year's end should have cleared. [Result]
// has the vouchers, the balances, totals and the notes of the last year, all of them
// from the journal.
//
// # Revenue
//
// What comes in stands in the revenue account (收入四栏账), a row for each payment of an
// agreement: due, billed, received, remitted, one event a column. The same row feeds the
// vouchers ([RevenueBooked]), the filing and the report; its rules' findings name the
// line that said the column, and [Reconcile] compares it with its vouchers. An
// enterprise reports matters instead.
//
// # Obligations
//
// An [Obligation] is a duty of the unit for one occasion, with its due date by
// the addressee's calendar and by the nation's beside it. A due date that waits
// for a holiday notice is listed as not announced, with the earliest day it can
// be. [Review] returns an error only for a malformed call. [ICalendar] writes them
// for the calendar that a unit uses.
//
// # Reports
//
// [Progress] fills the quarterly report and [Summary] the closing summary from the
// records, frozen with the digest of the ledger; [Result.YearEnd] is the checklist of a
// year's end, [Result.StateAssets] the lines for the report on state-owned assets,
// [Result.Approvals] the documents that vouchers point to, [Inbox] what a supervisor is
// owed.
//
// # From either side, and many at once
//
// [Result.ByClause] tells what a clause came to: met, not met, unknown, or not
// applicable. What only a record can tell, such as the contents of the unit's plan
// (GX-3.6) and what its closing summary leaves behind (GX-1.2), is unknown until the
// record is there ([PlanFiled], [SummarySent]); Settle names it.
// [Result.ByRule] tells what a rule or a duty found; [ByClause] and [ByRule] do the
// same for the plan's coverage.
// [Consolidate] adds up many units: each figure with what it counts, doubles once,
// units that a unit named below it.
package pilot
