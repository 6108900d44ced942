// Package ruletest helps programs that build on dataasset to test their own rules,
// records and bookings.
//
//	ruletest.Clean(t, report)                                     // nothing was found
//	ruletest.Findings(t, report, "ledger.unique /ledger/1/name")  // just this, at that place
//	ruletest.Vouchers(t, postings, "借1701 126000.00 贷1002 126000.00")
//	ruletest.Due(t, guangxi, trigger, calendar.Workdays(10), "2026-04-27")
//	ruletest.Custom(t, myRule)                                    // basis, both languages
//	ruletest.Consistent(t, myRules)                               // and no id twice
//
// [Calendar] is a calendar made of two lists of dates, for tests that shall not
// change with a holiday notice. [Instances] makes valid instances of any record,
// and broken ones with one fault each and the finding to expect, the same for the
// same seed.
//
// Each helper takes a [TB], two methods of *testing.T, reports what is wrong with
// Errorf and goes on. The package is on the roof of the house: it may use every other, and only
// tests use it.
package ruletest
