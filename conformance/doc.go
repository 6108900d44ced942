// Package conformance holds cases.
package conformance
