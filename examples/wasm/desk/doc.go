// Package desk answers what a form about a data resource asks, JSON in and JSON
// out: is what was filled in right, is it an asset and how is it booked, and by
// when is something due. examples/wasm/browser puts it into a web page and
// examples/wasm/wasi behind standard input; neither asks a server.
package desk
