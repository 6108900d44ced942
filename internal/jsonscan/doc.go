// Package jsonscan bounds a JSON text before a reader sees it: its size, how
// deep it nests, how many values it has and how long its numbers are. One loop
// over the bytes, without allocation.
package jsonscan
