package eventlog

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// maxLine is how long one line may be: a change of 1 MiB and its frame.
const maxLine = 1<<20 + 1<<10

// line is the text form of an entry.
type line struct {
	V      int            `json:"v"`
	Seq    int            `json:"seq"`
	Prev   string         `json:"prev,omitzero"`
	Digest string         `json:"digest"`
	Data   jsontext.Value `json:"data"`
}

// Write writes the entries from a revision on as JSON Lines; 0 writes all of
// them.
func (l *Log[E]) Write(w io.Writer, from int) error {
	b := bufio.NewWriterSize(w, 1<<16)
	from = max(0, min(from, len(l.entries)))
	prev := digestAt(l.entries, from)
	var text []byte
	for i, e := range l.entries[from:] {
		data, err := l.canonical(e.value)
		if err != nil {
			return err
		}
		text = append(text[:0], `{"v":`...)
		text = strconv.AppendInt(text, Version, 10)
		text = append(text, `,"seq":`...)
		text = strconv.AppendInt(text, int64(from+i+1), 10)
		if prev != "" {
			text = append(append(append(text, `,"prev":"`...), prev...), '"')
		}
		prev = textOf(e.digest)
		text = append(append(append(text, `,"digest":"`...), prev...), `","data":`...)
		text = append(append(text, data...), '}', '\n')
		if _, err := b.Write(text); err != nil {
			return err
		}
	}
	return b.Flush()
}

// The errors of a log's text form are those that callers can name.
type (
	// TornError is a last line not written to its end.
	TornError = rule.TornError
	// TamperedError is a line changed after it was written.
	TamperedError = rule.TamperedError
	// VersionError is a line of a later format.
	VersionError = rule.VersionError
	// LongLineError is a line over 1 MiB.
	LongLineError = rule.LongLineError
)

// Read reads a log from a file of that name. decode reads one change, given its
// line. Errors are [*TornError], with which the log read so far is returned,
// [*TamperedError], [*VersionError], [*LongLineError], and those of decode.
func Read[E any](
	r io.Reader, file string, canonical func(E) ([]byte, error), decode func(change []byte, line int) (E, error),
) (*Log[E], error) {
	l := New(canonical)
	in := bufio.NewReaderSize(r, 1<<16)
	var offset int64
	for n := 1; ; n++ {
		text, whole, err := readLine(in)
		if errors.Is(err, errLong) {
			return nil, &LongLineError{File: file, Line: n}
		}
		if err != nil {
			return nil, err
		}
		if len(text) == 0 && !whole {
			return l, nil
		}
		if err := l.readEntry(text, file, n, decode); err != nil {
			if !whole && !jsontext.Value(text).IsValid() {
				return l, &TornError{File: file, Line: n, Offset: offset}
			}
			return nil, err
		}
		offset += int64(len(text)) + 1
	}
}

var errLong = errors.New("line too long")

// readLine reads a line without its end; whole tells whether it had one.
func readLine(in *bufio.Reader) (text []byte, whole bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		text = append(text, part...)
		switch {
		case len(text) > maxLine:
			return nil, false, errLong
		case err == nil:
			return text[:len(text)-1], true, nil
		case err == io.EOF:
			return text, false, nil
		case err != bufio.ErrBufferFull:
			return nil, false, err
		}
	}
}

// readEntry takes one line, if it continues the log.
func (l *Log[E]) readEntry(text []byte, file string, n int, decode func([]byte, int) (E, error)) error {
	tampered := func(want string) error { return &TamperedError{File: file, Line: n, Want: want} }
	var in line
	if err := json.Unmarshal(text, &in, json.RejectUnknownMembers(true)); err != nil {
		return tampered("an entry as it was written: " + err.Error())
	}
	if in.V > Version {
		return &VersionError{File: file, Line: n, Version: in.V, Known: Version}
	}
	head := l.Head()
	canonical := jsontext.Value(bytes.Clone(in.Data))
	if err := canonical.Canonicalize(); err != nil {
		return tampered("a change in canonical form")
	}
	sum := digest(in.V, in.Seq, in.Prev, in.Data)
	switch {
	case in.V < 1:
		return tampered("a format version")
	case in.Seq != head.Revision+1:
		return tampered("sequence " + strconv.Itoa(head.Revision+1))
	case in.Prev != head.Digest:
		return tampered("the digest of the entry before, " + head.Digest)
	case !bytes.Equal(canonical, in.Data):
		return tampered("a change in canonical form")
	case in.Digest != textOf(sum):
		return tampered("the digest " + textOf(sum))
	}
	v, err := decode(in.Data, n)
	if err != nil {
		return err
	}
	l.entries = append(l.entries, stored[E]{sum, v})
	return nil
}

// Verify compares the log with a head kept elsewhere. A log that has grown
// since is whole if it still has that head in its middle.
func (l *Log[E]) Verify(h rule.Head) error {
	switch {
	case h.Revision == 0:
		return nil
	case h.Revision < 0 || h.Revision > len(l.entries):
		return &TamperedError{Want: "at least " + strconv.Itoa(h.Revision) + " entries"}
	case digestAt(l.entries, h.Revision) != h.Digest:
		return &TamperedError{Line: h.Revision, Want: "the digest " + h.Digest}
	}
	return nil
}
