// Package dataasset is the landing page of the module: the rules by which data
// becomes an asset, and by which that asset is listed, registered, booked,
// authorised, paid for and reported, in China's administrative and public
// institutions and state-owned enterprises. It lists the rules,
// duties, clauses, policies and documents of all packages.
//
// # Where things are
//
//	calendar      working days of the nation and its regions, terms, due dates
//	money         amounts in fen, present or absent
//	rule          documents, clauses, rules, findings, duties
//	record        what a record is made of; strict JSON and CSV
//	asset         units, data resources, and which of them are assets
//	ledger        the ledger of data assets and its history
//	registry      information card, registration, certificate
//	accounting    vouchers, journal, schedules; the events in accounting/government
//	              and accounting/enterprise
//	authorization approval of use, authorised operation, disposal
//	trade         paid or free, the price mechanism, venue and disclosure
//	revenue       agreements and their shares, the revenue account, who is told by when
//	pilot         a plan as a value, and the review of one unit by it
//	schema        JSON Schema for every record
//
// Beside them stand rule/ruletest, for the tests of programs that build on these
// packages, and conformance, cases as JSON for systems in any language.
//
// # One asset
//
// The Examples of the packages tell of one asset, the traffic counts JT-02 of a
// region's transport department (公路交通量调查数据):
//
//	asset                  is it an asset, and how is it booked?  (Policy.Recognize)
//	ledger                 it is entered; what is still to be done
//	registry               its card is submitted, approved, certified
//	accounting/government  it stands in the books, at nominal amount and at cost
//	authorization          what a grant of it needs               (Needed)
//	trade                  an operator's price for a product of it
//	accounting             its fee is booked and balanced
//	money, revenue         the tax in its fee; who is told of it by when
//	rule, calendar         by which clause, and which day that is
//	pilot                  the filing of the fee, and all else its unit owes
//	record, schema         its receipt as a record, and as JSON Schema
//
// An enterprise has an asset of its own (accounting/enterprise).
//
// Begin with pilot.Review, or run
//
//	go run ./examples/pilot
//
// docs/walk.md follows another, JT-06, from the inventory to the report; docs/extend.md shows how a
// caller adds a rule, a field, an account, a calendar, a regime or a whole plan.
//
// Nothing here reads a clock, a file, the network or the environment: a date is
// always an argument, and the same input gives the same output.
package dataasset
