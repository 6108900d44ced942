// Package bench compares the module with other libraries and with plain loops.
// It is a module of its own, so that nobody who imports the library downloads
// what it is compared with. Its tests first show that both sides give the same
// answers; README.md says how to run the comparison.
package bench
