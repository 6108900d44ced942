// Wasi answers questions about data resources on standard input, one JSON object a
// line, with one answer a line: the core as a command under WASI, in any host
// that runs it, or as a plain program.
//
//	echo '{"ask":"due","at":"2026-04-09","workdays":10}' | go run ./examples/wasm/wasi
//	GOOS=wasip1 GOARCH=wasm go build -o desk.wasm ./examples/wasm/wasi
package main
