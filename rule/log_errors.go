package rule

import "fmt"

// TornError is a last line that was not written to its end. The entries before
// it are whole and have been read; cut the file at Offset and go on.
type TornError struct {
	File   string
	Line   int   // from 1
	Offset int64 // where the torn line begins
}

// Error names the line and the offset.
func (e *TornError) Error() string {
	return fmt.Sprintf("rule: log %s line %d (byte %d): the last line was not written to its end", e.File, e.Line, e.Offset)
}

// TamperedError is a log that has been changed after it was written.
type TamperedError struct {
	File string
	Line int    // from 1; 0 where the head differs
	Want string // what was expected
}

// Error names the line and what was expected.
func (e *TamperedError) Error() string {
	return fmt.Sprintf("rule: log %s line %d: the log was changed after it was written: want %s", e.File, e.Line, e.Want)
}

// VersionError is a line of a format that a later version of this module wrote.
type VersionError struct {
	File    string
	Line    int
	Version int
	Known   int // the latest that this module reads
}

// Error names the line and the versions.
func (e *VersionError) Error() string {
	return fmt.Sprintf("rule: log %s line %d: format %d, want at most %d", e.File, e.Line, e.Version, e.Known)
}

// LongLineError is a line longer than any change may be.
type LongLineError struct {
	File string
	Line int // from 1
}

// Error names the line and the limit.
func (e *LongLineError) Error() string {
	return fmt.Sprintf("rule: log %s line %d: want lines of at most 1 MiB", e.File, e.Line)
}

// ReplayError is an event that does not follow from those before it.
type ReplayError struct {
	Log   string // what is replayed, the package of its state table
	Index int    // from 0
	Want  string
	Err   error // the refusal, where the step itself is refused
}

// Error names the event and what was expected.
func (e *ReplayError) Error() string {
	s := fmt.Sprintf("%s: event %d: want one %s", e.Log, e.Index+1, e.Want)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the refusal.
func (e *ReplayError) Unwrap() error { return e.Err }

// Head is what is kept elsewhere to prove that a log is whole: how many entries it
// has, and the digest of the last.
type Head struct {
	Revision int    `json:"revision"`
	Digest   string `json:"digest,omitzero"`
}
