// Command enterprise books a year in the life of an enterprise's data resources
// and prints what its annual report needs: vouchers, trial balance, and the
// disclosure of 财会〔2023〕11号.
//
//	go run ./examples/enterprise                      the example port group, at 2026-12-31
//	go run ./examples/enterprise -at 2026-06-30       on another day of a year
//	go run ./examples/enterprise -en                  in English
//	go run ./examples/enterprise -json                for other programs
//	go run ./examples/enterprise -csv                 the notes alone, for a spreadsheet
//	go run ./examples/enterprise -html report.html    one page that prints on A4
//	go run ./examples/enterprise -file year.json      from a file of one's own; year.json here is the example
//
// The file is read strictly: what is wrong in it is told with its file, line and
// column, and nothing is printed. Costs of projects are gathered by month and
// parted by the memorandum on the five conditions; what an asset stands at when it
// leaves the books, the amortisation of each month and the closing of a year come
// from the journal. The notes are written year by year.
package main
