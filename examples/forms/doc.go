// Command forms is a small web site on which people fill in the records of data
// assets: each record's form is drawn by react-jsonschema-form from the schema
// that package schema writes, in steps, and checked while it is filled in. What
// the server finds (the schema and Go's own reading) stands beside the fields.
// Drafts are kept and opened again, submitted records are shown, and the
// information card and the certificate print on A4.
//
//	go run . -addr 127.0.0.1:8080 -dir DIR
//
// The page's programs are built by tools/web and embedded, so that Go alone runs
// the site. Without -dir everything is kept in memory. There are no users and no
// locks: put it behind what your house has for them.
//
//	GET  /                                the records and what is kept
//	GET  /records/{record}                the form; ?example or ?document=ID fill it
//	GET  /records/{record}/form.json      what the form is drawn from
//	POST /records/{record}/check          the server's findings; ?stage=draft
//	POST /records/{record}/documents      keeps one; ?stage=draft
//	GET  /documents/{id}                  shows it
//	GET  /documents/{id}/instance.json    as it was sent
//	PUT  /documents/{id}                  replaces a draft; ?stage=draft
//	POST /documents/{id}/delete           removes it
//	GET  /documents/{id}/print            the card or the certificate
package main
