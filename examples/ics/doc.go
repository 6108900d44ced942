// Ics reads the iCalendar file of a unit's obligations with two iCalendar
// libraries and lists what a calendar program would show: date, title, status and
// reminder of each entry.
//
//	go run .                     # the three example units, at 2026-12-31
//	go run . -at 2026-04-24      # on another day
//	go run . -file pilot.ics     # a file that examples/pilot -ics wrote
//	go test ./...                # every field of every entry, read back and compared
package main
