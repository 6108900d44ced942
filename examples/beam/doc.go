// Beam reviews a ledger that lies in many files by Apache Beam: the same rows,
// rules and statistics as the library's own review in one process, on whatever
// runner a unit has.
//
//	go run . -out DIR                        # the sample ledger, in this process
//	go run . -in 'rows-*.jsonl' -out DIR     # a ledger's rows, one a line, in any number of files
//	go run . -single -out DIR                # without Beam: what the other is compared with
//	go run . -generate 100000 -out DIR       # a ledger to try it with
//	go test ./...                            # both compared, byte for byte after sorting
//
// It writes findings-*.jsonl and statistics-*.jsonl into DIR. A row is numbered
// through all files, in the order of their names.
package main
