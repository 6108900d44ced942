// Command pilot runs the main job: it reads the files of pilot units and prints
// which of their data resources are assets, the ledger, the registrations, the
// vouchers, every obligation with its due date, the findings with their legal
// basis, and the totals.
//
//	go run ./examples/pilot                    the three example units, at 2026-12-31
//	go run ./examples/pilot -at 2026-04-24     on another day
//	go run ./examples/pilot -en                in English
//	go run ./examples/pilot -json              for other programs
//	go run ./examples/pilot -ics FILE          and every obligation as an iCalendar file
//	go run ./examples/pilot -html FILE         and the whole as one page, to be read in a browser or printed
//	go run ./examples/pilot -hledger DIR       writes each unit's journal for hledger, and its trial balance
//	go run ./examples/pilot -template DIR      writes an empty unit folder
//	go run ./examples/pilot -unit DIR          reads a folder of one's own
//
// The folder's format, field by field, is in docs/unit-folder.md.
package main
