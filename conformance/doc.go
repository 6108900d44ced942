// Package conformance holds cases that tell whether a system applies the law as
// this module does: data assets recognised, registered, booked, authorised, paid
// for and reported. A case is JSON, so that a system in any language can answer the same
// questions; what is expected comes from the law, from published examples or
// from a calculation by hand that the case shows.
//
//	all, err := conformance.Cases()
//	for _, c := range all {
//		if err := conformance.Run(c); err != nil { … } // asks this module
//	}
//
// # A case
//
// A [Case] has an id, a kind, a title, why its answer follows, the clauses it
// rests on, the day on which it is asked, an input and what is expected. The kinds,
// with the members of their inputs and answers, are [Kinds]; [Schema] says the same as a
// JSON Schema, which stands beside the cases in case.schema.json. README.md
// tells how another system reads the files.
//
// Fires lists rules that find something, as an id or as an id, a space and the
// place; quiet lists rules that are asked and find nothing. Other rules may find
// more: a new rule breaks no case. Everything else that is expected is compared as
// it stands, of an object the members that are named.
//
// # What is covered
//
// Each rule and each duty of the module fires in a case and stays quiet in
// another, each row of the table of due dates is there, and each policy is answered
// at its default. Tests count it; what no case reaches stands with its reason in
// testdata/uncovered.txt.
package conformance
