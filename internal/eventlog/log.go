package eventlog

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
)

// Version is the format that this package writes. It reads this and all before.
const Version = 1

// Entry is one change with its place in the log.
type Entry[E any] struct {
	Seq    int    // from 1
	Prev   string // digest of the entry before; "" for the first
	Digest string // sha256: and 64 hexadecimal digits, over version, sequence, previous digest and change
	Value  E
}

// Log is an append-only list of entries with one writer. What has been taken
// from it (All, At) stays valid while it grows, and may be read by others at
// the same time.
type Log[E any] struct {
	entries   []stored[E]
	canonical func(E) ([]byte, error)
}

// stored is an entry as it is held: what follows from its place is not.
type stored[E any] struct {
	digest [sha256.Size]byte
	value  E
}

// New returns an empty log of changes whose canonical JSON the function gives.
func New[E any](canonical func(E) ([]byte, error)) *Log[E] {
	return &Log[E]{canonical: canonical}
}

// Len returns the revision: how many entries there are.
func (l *Log[E]) Len() int { return len(l.entries) }

// Head returns the revision and the digest of the last entry.
func (l *Log[E]) Head() rule.Head {
	return rule.Head{Revision: len(l.entries), Digest: digestAt(l.entries, len(l.entries))}
}

// digestAt is the digest of the entry of a sequence number, "" for 0.
func digestAt[E any](entries []stored[E], seq int) string {
	if seq == 0 {
		return ""
	}
	return textOf(entries[seq-1].digest)
}

// Append adds changes, all or none. expected is the revision the changes were
// made for; where the log has grown since, they are refused with a
// [*rule.StaleError].
func (l *Log[E]) Append(expected int, changes ...E) error {
	b, err := l.Begin(expected)
	if err != nil {
		return err
	}
	for _, c := range changes {
		data, err := l.canonical(c)
		if err != nil {
			return err
		}
		b.Add(c, data)
	}
	return b.Commit()
}

// Batch is changes that are about to be appended, all or none.
type Batch[E any] struct {
	log     *Log[E]
	at      int // revision of the log when it began
	last    string
	entries []stored[E]
}

// Begin begins a batch for a revision of the log; where the log has grown since,
// it is refused with a [*rule.StaleError].
func (l *Log[E]) Begin(expected int) (*Batch[E], error) {
	if expected != len(l.entries) {
		return nil, &rule.StaleError{Expected: expected, Current: len(l.entries)}
	}
	return &Batch[E]{log: l, at: expected, last: l.Head().Digest}, nil
}

// Add puts a change with its canonical JSON at the end of the batch. The JSON is
// digested and not kept.
func (b *Batch[E]) Add(change E, canonical []byte) {
	sum := digest(Version, b.at+len(b.entries)+1, b.last, canonical)
	b.entries = append(b.entries, stored[E]{sum, change})
	b.last = textOf(sum)
}

// Commit appends the batch, unless the log has grown since it began.
func (b *Batch[E]) Commit() error {
	if b.at != len(b.log.entries) {
		return &rule.StaleError{Expected: b.at, Current: len(b.log.entries)}
	}
	b.log.entries = append(b.log.entries, b.entries...)
	return nil
}

// Values yields the changes as they were when it was called, without their
// digests.
func (l *Log[E]) Values() iter.Seq[E] {
	entries := l.entries
	return func(yield func(E) bool) {
		for i := range entries {
			if !yield(entries[i].value) {
				return
			}
		}
	}
}

// Lookup returns the change at a place, from 0, of the log as it was when it was
// called; it panics outside.
func (l *Log[E]) Lookup() func(i int) E {
	entries := l.entries
	return func(i int) E { return entries[i].value }
}

// All yields the entries as they were when it was called.
func (l *Log[E]) All() iter.Seq[Entry[E]] { return l.At(len(l.entries)) }

// At yields the entries up to a revision, all of them for one beyond the last.
func (l *Log[E]) At(revision int) iter.Seq[Entry[E]] {
	entries := l.entries[:max(0, min(revision, len(l.entries)))]
	return func(yield func(Entry[E]) bool) {
		prev := ""
		for i := range entries {
			e := Entry[E]{i + 1, prev, textOf(entries[i].digest), entries[i].value}
			if prev = e.Digest; !yield(e) {
				return
			}
		}
	}
}

// digest is over the format version, the sequence number, the previous digest
// and the canonical change, one a line.
func digest(version, seq int, prev string, data []byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	b := make([]byte, 0, 128)
	b = strconv.AppendInt(b, int64(version), 10)
	b = append(b, '\n')
	b = strconv.AppendInt(b, int64(seq), 10)
	b = append(append(append(b, '\n'), prev...), '\n')
	h.Write(b)
	h.Write(data)
	h.Sum(sum[:0])
	return sum
}

// textOf is the text form of a digest.
func textOf(sum [sha256.Size]byte) string {
	const name = "sha256:"
	b := make([]byte, len(name), len(name)+hex.EncodedLen(sha256.Size))
	copy(b, name)
	return string(hex.AppendEncode(b, sum[:]))
}
