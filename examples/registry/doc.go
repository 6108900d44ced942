// Registry walks one data asset through its registrations: the card in the
// budget system, then the national registration, from draft to alteration,
// correction, renewal and cancellation. It prints each step with its clause,
// each refusal with its reason, the deadlines of both sides, each certificate
// with its signature, and the state table as a Mermaid diagram.
//
//	go run ./examples/registry        # in Chinese
//	go run ./examples/registry -en    # in English
//
// The steps are the table in story_table.go.
package main
