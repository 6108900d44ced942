// Package shapes has five records made up to prove the record mechanism: a flat
// row of 45 fields, a record with nested ones and lists, a choice, a record
// that includes another, and one that a caller extends. Tests of record and of
// schema share them; nothing else uses them.
package shapes
