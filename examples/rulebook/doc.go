// Rulebook prints what the library knows as a book: the clauses of the Guangxi
// plan and what carries each, every rule with its basis, evidence, severity,
// period and judgement, every duty, the policies with their defaults, and the
// documents.
//
//	go run ./examples/rulebook                      Markdown, in Chinese
//	go run ./examples/rulebook -en                  in English
//	go run ./examples/rulebook -html rulebook.html  one self-contained page with a search box
package main
