// Package schema writes JSON Schema 2020-12 for every record of this module, so
// that a form or another program checks an instance as Go does.
//
//	b, err := schema.For("data-resource")
//
// A schema is one document that compiles alone: shared types stand in $defs,
// references go to #/$defs/… only. It is written from the record's
// [record.Definition] in the order of its table and says nothing twice.
//
// Codes are oneOf with const and title; amounts and ratios are strings with a
// pattern; dates have format and pattern, for the years 1900 to 2199; conditions
// are if and then, with required inside if. Nothing is nullable: absent means
// left out. Patterns use only what RE2 and ECMAScript read alike.
//
// What a schema cannot say, Go still checks: the check character of a credit
// code, bounds of a ratio other than 0 to 1, whether a code is in force on the
// record's own date. The words x-… are annotations ([Keywords]).
package schema
