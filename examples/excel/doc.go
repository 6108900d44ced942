// Command excel keeps a ledger of data assets in Excel: it writes the form,
// imports what was filled in, and exports a ledger.
//
//	go run . -template book.xlsx              writes an empty ledger with one sample row
//	go run . book.xlsx                        imports it: every finding with its cell
//	go run . -out bad.xlsx book.xlsx          writes the rows at fault back, with the reasons
//	go run . -good rows.jsonl book.xlsx       writes the good rows as JSON Lines
//	go run . -ledger book.jsonl -out book.xlsx    exports a ledger, JSON Lines or CSV
//	go run . -en …                            in English
//
// It exits with 1 where a finding blocks or a file cannot be read, and never
// writes over a file.
package main
