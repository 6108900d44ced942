// Package sweep turns what a unit already has into the candidates of its sweep of data
// resources (摸底清查, 桂财资〔2025〕15号 四(一) [GX-4.1.1]): a database's own tables about
// its tables, and an open-data catalogue in W3C DCAT 3.
//
//	found, err := sweep.Database{Prefix: "JT", Holder: rule.Administrative}.Postgres(ctx, db)
//	found, err := sweep.Catalogue{Prefix: "JT", Holder: rule.Administrative}.Read(file)
//	err = found.WriteCSV(w, rule.Chinese)
//
// # What is known, and what is not
//
// A [Candidate] holds what the source says and nothing else: no database says
// whether it holds personal information, where its cost sits, or by which right it is
// held. What the library's table asks for and nobody has said is named in
// [Candidate.Unknown] and in a column of the sheet; what was read in a way that a
// person should know (an estimate, a size that is no number) is a note. The sheet
// has the library's headings: filled in, it is read with [Table] and goes to
// asset.Recognize and the ledger's import.
//
// # What is one resource
//
// The law does not say (policy P20); by default it is the theme series. A database
// tells no themes: a schema is taken for one, and one resource is what lies in it. A
// catalogue does where it uses dcat:DatasetSeries (DCAT 3), or dct:hasPart: the
// members are one resource. asset.SingleTable and asset.WholeSystem say otherwise.
//
// # What a catalogue may be
//
// JSON-LD written inline or by @graph, with any prefixes and aliases, language maps,
// single values or arrays. A context elsewhere is never fetched: it is an error, but
// for the one of DCAT-US, whose terms are known here. What is read is bounded in
// bytes, depth and values.
package sweep
