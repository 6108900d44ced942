// Package eventlog is the append-only log under the ledger, the journal and the
// event logs: entries in sequence, each with the digest of the one before, one
// writer, any number of readers of what has been written.
//
// As text a log is JSON Lines. Reading tells a torn last line, which a crash in
// the middle of a write leaves, from tampering, which no crash explains. A log
// cut off at the end of a line looks whole; comparing it with a [Head] kept
// elsewhere finds that.
package eventlog
