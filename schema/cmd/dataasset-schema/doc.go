// Command dataasset-schema writes the JSON Schemas of the records of this module
// to files, for form builders and for validators in any language.
//
//	go run github.com/dataasset-go/dataasset/schema/cmd/dataasset-schema -o DIR
//	go run github.com/dataasset-go/dataasset/schema/cmd/dataasset-schema -record receipt
//
// With -o it writes one file a record, NAME.json; with -record only that one,
// without -o to the standard output. -lang, -stage, -at and -form choose as
// schema.Generator does. It fits a go:generate line.
package main
