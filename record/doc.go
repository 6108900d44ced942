// Package record says once what a record is made of, and derives the rest:
// strict reading of JSON and CSV, writing, canonical JSON, validation, headings,
// documentation pages and JSON Schema.
//
// # A record is a struct and one table over it
//
// A [Definition] is the pure-data half: field by field the key, the titles in
// Chinese and English, type, unit, code list, when it is required or must be
// absent, an example, and the clauses that ask for it. A [Table] joins it to a
// plain Go struct by typed accessors:
//
//	table := record.MustTable(record.Definition{Name: "receipt", Title: …}, []record.Field[Receipt]{
//		{Key: "receivedOn", Title: …, Type: record.Date{}, Required: record.Always(),
//			At: record.At(func(r *Receipt) *calendar.Date { return &r.ReceivedOn })},
//		…
//	})
//	receipt, report, err := table.Decode(text)
//
// The types are a closed set: [Text], [Code], [Codes], [Date], [Month], [Amount],
// [Ratio], [Integer], [Boolean], [Identifier], [List], [Nested], [Chosen]. So are
// the conditions ([Equals], [In], [Present], [During], [All], [Any], [Not]): they see only
// the same object, so that Go and JSON Schema mean the same by them. What depends
// on anything else is a rule, and stands in its package.
//
// [Include] flattens the fields of another table into this one. A [Choice] is a
// record that is one of several, told by a code. A caller's own fields
// ([Table.With]) live in an [Extra] and behave as the table's own.
//
// # Errors and findings
//
// Reading returns the record, a report and an error. The error is about the
// call: not JSON, over a limit, headings that do not fit. Everything about a
// member is a finding, all of them at once, each with its JSON Pointer and its
// line: unknown, duplicate, missing, null, of the wrong type, out of its list.
// Nothing is normalised in JSON. A thousand findings a record are kept, the rest
// counted.
//
// Absent is not zero: an absent member is left out of JSON, an empty cell in
// CSV, the zero value in Go; 0.00 and false are values.
//
// # Sheets
//
// [Table.ReadCSV] takes a sheet as people keep it: titles and units above the
// headings, merged headings, totals and signatures below, amounts in 万元, dates
// in every form. What has one meaning is read exactly, and each cell read
// otherwise than it stands is told as a Note (record.normalised) with what it was
// and what it became; what has two meanings or has lost digits blocks, at its
// cell. Choices made where nothing orders them:
//
//	serial dates       five digits, 10000 to 73050, in the 1900 system; a shorter number may be a year
//	1.86E+06           refused: a spreadsheet that shows it so has saved it so
//	无 — - / N/A       absent, where the field does not take it as a value; in a yes/no field neither
//	                   absent nor no, so refused; in a required text kept, with a warning
//	-, as 0            absent: an accounting format shows 0 as -, and the sheet must say 0
//	same column twice  refused, naming both
//	合计, 填表人：…      left out and told, unless the row is complete and right as a record
//
// [CSV.Rejects] writes the bad rows back as they were, with what is wrong;
// [CSV.Report] and [CSV.Count] tell of the sheet. [Table.NewCSVWriter] writes
// what a spreadsheet neither runs nor changes, and what reads back the same.
// Options.Progress and [CSVWriter.Progress] tell how far long work has come.
//
// # Stages and dates
//
// A [Draft] is right in what it holds; only a [Final] record must be complete.
// Codes and requirements have periods: both are judged by the record's own date,
// and a code that has ended since gets a warning on the day of a review
// (Options.At). What a document asked for only while it was in force is not asked
// of a record of another day ([During]).
package record
