// Package schema writes JSON Schema 2020-12 for every record of this module, so
// that a form or another program checks an instance as Go does, and validates
// instances by it.
//
//	b, err := schema.For("data-resource")
//	report, err := schema.Validate("data-resource", instance)
//
// # Documents
//
// A document compiles alone: shared types stand in $defs, references go to
// #/$defs/… only. It is written from the record's [record.Definition] in the
// order of its table and says nothing twice; a caller's own or extended record
// gets one the same way ([Generator.ForDefinition]). [Generator] chooses the
// language, the stage (a draft requires nothing), the day whose codes and
// requirements are in force, and the [Form]: published, without references for
// form renderers, or draft-07. [Generator.UISchema] gives react-jsonschema-form its hints. The
// program schema/cmd/dataasset-schema writes them to files, and what is published
// stands in testdata/schema.
//
// Codes are oneOf with const and title; amounts and ratios are strings with a
// pattern; dates have format and pattern, for the years 1900 to 2199; conditions
// are if, then and else, with required inside if. Nothing is nullable: absent
// means left out. Patterns use only what RE2 and ECMAScript read alike. The words
// x-… are annotations ([Keywords]), each document has examples that validate.
//
// # Validation
//
// [Validate] asks santhosh-tekuri/jsonschema behind a guard: size, depth, number
// of values and length of numbers are bounded before it sees anything, and no
// reference is ever loaded. Its findings have the rule, the words and the place
// of Go's own reading (package record), one for each member that is missing or
// surplus, in the order of the table. A [Validator] is compiled once; so is each
// of the module's records, when it is first asked for. One row of the ledger costs
// 1.1 times what decoding and the bare validator cost on the same document; who has
// a record's table reads with it, fifteen times faster. All documents take 1.8 MB,
// all their validators 10 MB.
//
//	go test -run '^$' -bench 'RowBeside|BenchmarkFor$|Compile' ./schema
//
// # Where verdicts differ
//
// What a schema cannot say Go still checks: the check character of a credit code,
// bounds of a ratio other than 0 to 1, whether a code is in force on the record's
// own date, unless the document is for that day. A requirement with a period is
// asked of a record of such a date by both. Validators in a browser differ from Go in no instance of the module's
// tests but these: they keep the last of two members of one name, they let half a
// surrogate pair pass, and their tables of Unicode may be newer, for texts of
// invisible characters only.
package schema
