package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// markdown prints the book as Markdown.
func (b book) markdown(out io.Writer) error {
	var s strings.Builder
	fmt.Fprintf(&s, "# %s\n\n%s\n", b.Title, escape(b.Lead))
	for _, c := range b.Sections {
		fmt.Fprintf(&s, "\n## %s (%d)\n", escape(c.Title), c.Count())
		for _, e := range c.Entries {
			fmt.Fprintf(&s, "\n### %s %s\n\n", escape(e.ID), escape(e.Title))
			for _, f := range e.Facts {
				value := f.Value
				for i, to := range f.Links {
					if i > 0 {
						value += rule.Text{ZH: "；", EN: "; "}.In(b.Lang)
					}
					value += to.Text
				}
				fmt.Fprintf(&s, "- %s: %s\n", escape(f.Label), escape(value))
			}
		}
	}
	_, err := io.WriteString(out, s.String())
	return err
}

// escape keeps texts from being read as Markdown.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", "&lt;", "](", `]\(`, "\n", " ").Replace(s)
}
