// Package quote prints a value that a reader has to recognise in a message:
// quoted, on one line, and never longer than a person can use.
package quote
