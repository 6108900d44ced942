// Command inventory begins the sweep of data resources (摸底清查, 桂财资〔2025〕15号 四(一))
// with what a unit already has: it lists the candidates in a database or an open-data
// catalogue, says of each what is still unknown, and writes the sheet to fill in.
//
//	go run . sweep/testdata/dcat3/csiro.jsonld              a catalogue in DCAT 3, JSON-LD
//	go run . -prefix JT -out sheet.csv unit.db              an SQLite database
//	go run . -by table postgres://reader@host/database      a PostgreSQL database, a table a resource
//
// Package sweep is what other programs import.
package main
