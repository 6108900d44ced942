package record

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/dataasset-go/dataasset/internal/jsonscan"
	"github.com/dataasset-go/dataasset/rule"
)

// byteOrderMark is what some programs put before UTF-8.
const byteOrderMark = "\ufeff"

// Lines reads JSON Lines, one record a line, without holding more than one.
type Lines[V any] struct {
	r    *bufio.Reader
	read func([]byte, Options) (V, rule.Report, error)
	o    Options
	raw  *countingReader
	at   int    // line of the record yielded last
	text []byte // and its text
	err  error

	meter meter
}

// ReadLines reads records by a table's or a choice's Read:
//
//	lines := record.ReadLines(file, events.Read, record.Options{File: "events.jsonl"})
//	for event, report := range lines.All() { … }
//	if err := lines.Err(); err != nil { … }
//
// Findings carry the line; empty lines are passed over. Options.Progress is
// told how far the reading has come.
func ReadLines[V any](r io.Reader, read func([]byte, Options) (V, rule.Report, error), o Options) *Lines[V] {
	raw := &countingReader{r: r}
	return &Lines[V]{r: bufio.NewReader(raw), raw: raw, read: read, o: o}
}

// All yields each record with what was found about it. It stops at the first
// error about the call, which [Lines.Err] then returns.
func (l *Lines[V]) All() iter.Seq2[V, rule.Report] {
	return func(yield func(V, rule.Report) bool) {
		o, stopped := l.o, false
		defer func() {
			if !stopped {
				l.meter.end(l.raw.n, o.Progress)
			}
		}()
		for o.Line = max(o.Line, 1); l.err == nil; o.Line++ {
			line, last := l.line(o.Line)
			if l.err != nil {
				return
			}
			if len(bytes.TrimSpace(line)) > 0 {
				o.Row++
				l.at, l.text = o.Line, line
				v, report, err := l.read(line, o)
				if err != nil {
					l.err = err
					return
				}
				l.meter.row(l.raw.n, o.Progress)
				stopped = true // should the caller stop, or fall over
				if !yield(v, report) {
					return
				}
				stopped = false
			}
			if last {
				return
			}
		}
	}
}

// Collect reads to the end: the records in which nothing blocks, and all that was
// found. The error is about the call.
func (l *Lines[V]) Collect() ([]V, rule.Report, error) {
	var all []V
	var report rule.Report
	for v, found := range l.All() {
		report.Merge(found)
		if found.Err() == nil {
			all = append(all, v)
		}
	}
	return all, report, l.Err()
}

// Line returns the line of the record that [Lines.All] yielded last, from 1.
func (l *Lines[V]) Line() int { return l.at }

// Text returns the text of the record that [Lines.All] yielded last, for
// [Locate]. It holds until the next one is read.
func (l *Lines[V]) Text() []byte { return l.text }

// Err returns the error that ended [Lines.All], nil at the end of the text.
func (l *Lines[V]) Err() error { return l.err }

// line reads one line without its end, up to the limit of a record.
func (l *Lines[V]) line(n int) (line []byte, last bool) {
	limit := jsonscan.Defaults().Bytes
	for {
		part, err := l.r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > limit+1 {
			l.err = &LimitError{File: l.o.File, Line: n, Column: utf8.RuneCount(line[:limit]) + 1, Want: rule.Text{ZH: "每行至多 1 MiB", EN: "lines of at most 1 MiB"}}
			return nil, true
		}
		switch {
		case err == nil:
			return bytes.TrimRight(line, "\r\n"), false
		case errors.Is(err, io.EOF):
			return line, true
		case !errors.Is(err, bufio.ErrBufferFull):
			l.err = err
			return nil, true
		}
	}
}

// LineWriter writes JSON Lines, one record a line.
type LineWriter[V any] struct {
	Progress func(Progress) // told how far the writing has come, and at each Flush; nil: nobody

	w      *bufio.Writer
	out    *countingWriter
	encode func([]byte, V) ([]byte, error)
	line   []byte
	meter  meter
}

// NewLineWriter writes records by a function that appends one, such as a
// table's Append; what it writes, [ReadLines] reads:
//
//	w := record.NewLineWriter(file, rows.Append)
//	err := w.Write(&row)
//	…
//	err = w.Flush()
func NewLineWriter[V any](w io.Writer, encode func([]byte, V) ([]byte, error)) *LineWriter[V] {
	out := &countingWriter{w: w}
	return &LineWriter[V]{w: bufio.NewWriterSize(out, peeked), out: out, encode: encode}
}

// Write writes one record. One that has no JSON form is refused, and nothing of
// it is written; errors of the writer are returned by [LineWriter.Flush] at the
// latest.
func (l *LineWriter[V]) Write(v V) error {
	line, err := l.encode(l.line[:0], v)
	if err != nil {
		return err
	}
	l.line = append(line, '\n')
	_, err = l.w.Write(l.line)
	l.meter.row(l.out.n, l.Progress)
	return err
}

// Flush writes what is still held and returns the first error of writing.
func (l *LineWriter[V]) Flush() error {
	err := l.w.Flush()
	l.meter.end(l.out.n, l.Progress)
	return err
}

// WriteLines writes records as JSON Lines, up to the first that has no JSON form;
// [ReadLines] reads them back. Where they come one by one, [LineWriter] writes them.
func (t *Table[T]) WriteLines(w io.Writer, all []T) error {
	lines := NewLineWriter(w, t.Append)
	for i := range all {
		if err := lines.Write(&all[i]); err != nil {
			return errors.Join(err, lines.Flush())
		}
	}
	return lines.Flush()
}
