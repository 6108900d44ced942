//go:build js && wasm

// Browser is the core in a web page: it gives the page two functions, the sample
// of a resource and the answer to a question, and waits for calls.
package main
