// Wasm builds the core for a browser and says how large it is: a page that
// validates a data resource, tells whether it is an asset, and computes due dates,
// with no server behind it.
//
//	go run ./examples/wasm                  # size of the program, raw and packed
//	go run ./examples/wasm -out DIR         # the page, to be served as files by anything
//	go run ./examples/wasm -serve :8080     # the page on this machine
package main
