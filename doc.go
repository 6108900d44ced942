// Package dataasset is the landing page of the module: the rules by which data
// becomes an asset, and by which that asset is listed, registered, booked,
// authorised, paid for and reported, in China's administrative and public
// institutions and state-owned enterprises. It merges what the packages carry.
//
// # Where things are
//
//	calendar   working days of the nation and its regions, terms, due dates
//	money      amounts in fen, present or absent
//	rule       documents, clauses, rules, findings, duties
//	record     what a record is made of; strict JSON and CSV
//	asset      units, data resources, and which of them are assets
//	ledger     the ledger of data assets and its history
//	registry   information card, registration, certificate
//	accounting vouchers, journal, schedules; accounting/government the events
//	revenue    receipts, and who is told of them by when
//	pilot      a plan as a value, and the review of one unit by it
//	schema     JSON Schema for every record
//
// Begin with pilot.Review, or run
//
//	go run ./examples/pilot
//
// Nothing here reads a clock, a file, the network or the environment: a date is
// always an argument, and the same input gives the same output.
package dataasset
