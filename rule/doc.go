// Package rule is the vocabulary in which every other package states the law:
// documents and their clauses, the kinds of holder, rules and the checks that
// judge by them, findings and reports, duties and what triggers them.
//
// # From a clause to a finding
//
// A [Clause] is a place in a [Document] of the table [Documents]. A [Rule] is
// data: an id that never changes its meaning, a title in Chinese and English,
// the clauses it rests on, how sure they are ([Evidence]), how severe a breach
// is, when and for whom it holds. Where the law is silent the rule says so in
// Judgement. A [Check] joins a rule with the function that judges a value; a
// [Set] holds checks, and a caller adds to it, replaces, or switches off with a
// reason that every report repeats:
//
//	set, err := ledger.Rules().Without("ledger.should-be-registered", "本单位另行登记")
//	report := set.Review(row, rule.Context{At: today, Role: rule.RegionDepartment})
//	err = report.Err() // nil unless a finding blocks
//
// A [Finding] is about a record, an error about a call; never both for one
// cause. A finding names its rule, clause, severity, the place as an RFC 6901
// JSON Pointer, the value, and what to do, in both languages.
//
// # Dates
//
// A rule applies by the date of the fact it judges, a duty by the date of its
// trigger; the date of the review only decides what is late. Periods are closed
// on both sides ([Period]). A duty triggered on the last day of its period
// survives it.
//
// # Policies
//
// Where the law is silent, or leaves a choice to the unit or its level, the question
// is a [Policy] with a number: what can be answered, the default, and why it is the
// default. The package that decides by it has the choice in its own Policy value,
// the default as its zero value, and names it in its catalogue ([Choice]).
//
// # Catalogues
//
// Each package derives a [Catalogue] from its own tables: its rules, duties,
// fields, states, entries, calculations and references, each with its clauses.
// What carries a clause is looked up there, so coverage is never typed by hand.
package rule
