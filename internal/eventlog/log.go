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

// Head is what is kept elsewhere to prove that a log is whole: how many
// entries it has, and the digest of the last.
type Head struct {
	Seq    int    `json:"seq"`
	Digest string `json:"digest,omitzero"`
}

// Log is an append-only list of entries with one writer. What has been taken
// from it (All, At) stays valid while it grows, and may be read by others at
// the same time.
type Log[E any] struct {
	entries   []Entry[E]
	canonical func(E) ([]byte, error)
}

// New returns an empty log of changes whose canonical JSON the function gives.
func New[E any](canonical func(E) ([]byte, error)) *Log[E] {
	return &Log[E]{canonical: canonical}
}

// Len returns the revision: how many entries there are.
func (l *Log[E]) Len() int { return len(l.entries) }

// Head returns the revision and the digest of the last entry.
func (l *Log[E]) Head() Head {
	if len(l.entries) == 0 {
		return Head{}
	}
	last := &l.entries[len(l.entries)-1]
	return Head{last.Seq, last.Digest}
}

// Append adds changes, all or none. expected is the revision the changes were
// made for; where the log has grown since, they are refused with a
// [*rule.StaleError].
func (l *Log[E]) Append(expected int, changes ...E) error {
	if expected != len(l.entries) {
		return &rule.StaleError{Expected: expected, Current: len(l.entries)}
	}
	head := l.Head()
	added := make([]Entry[E], len(changes))
	for i, c := range changes {
		data, err := l.canonical(c)
		if err != nil {
			return err
		}
		head = Head{head.Seq + 1, digest(head.Seq+1, head.Digest, data)}
		added[i] = Entry[E]{Seq: head.Seq, Digest: head.Digest, Value: c}
		if i > 0 {
			added[i].Prev = added[i-1].Digest
		} else if len(l.entries) > 0 {
			added[i].Prev = l.entries[len(l.entries)-1].Digest
		}
	}
	l.entries = append(l.entries, added...)
	return nil
}

// All yields the entries as they were when it was called.
func (l *Log[E]) All() iter.Seq[Entry[E]] { return l.At(len(l.entries)) }

// At yields the entries up to a revision, all of them for one beyond the last.
func (l *Log[E]) At(revision int) iter.Seq[Entry[E]] {
	entries := l.entries[:max(0, min(revision, len(l.entries)))]
	return func(yield func(Entry[E]) bool) {
		for i := range entries {
			if !yield(entries[i]) {
				return
			}
		}
	}
}

// digest is over the format version, the sequence number, the previous digest
// and the canonical change, one a line.
func digest(seq int, prev string, data []byte) string {
	h := sha256.New()
	h.Write([]byte(strconv.Itoa(Version) + "\n" + strconv.Itoa(seq) + "\n" + prev + "\n"))
	h.Write(data)
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
