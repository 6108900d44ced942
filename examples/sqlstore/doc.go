// Command sqlstore keeps a unit's ledger, registrations and journal in a relational
// database, SQLite or PostgreSQL, and proves that what is stored is whole.
//
//	go run . -db unit.db                                stores the example unit, verifies, reports
//	go run . -db postgres://user@host/database          the same in PostgreSQL
//	go run . -db unit.db -unit DIR                      stores the unit of another folder
//	go run . -db unit.db -backup FILE                   and writes a backup
//	go run . -db new.db -restore FILE                   makes a database of a backup
//	go run . -db unit.db -kept heads.json               and verifies against heads kept elsewhere
//	go run . -db unit.db -heads heads.json              and writes the heads to keep elsewhere
//
// Package store is what other programs import.
package main
