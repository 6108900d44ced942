package main

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed page.tmpl
var page string

// html prints the book as one page that needs nothing else; html/template escapes
// every text for its place.
func (b book) html(out io.Writer) error {
	t, err := template.New("page").Parse(page)
	if err != nil {
		return err
	}
	return t.Execute(out, b)
}
