package record

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"

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
	at   int // line of the record yielded last
	err  error
}

// ReadLines reads records by a table's or a choice's Read:
//
//	lines := record.ReadLines(file, events.Read, record.Options{File: "events.jsonl"})
//	for event, report := range lines.All() { … }
//	if err := lines.Err(); err != nil { … }
//
// Findings carry the line; empty lines are passed over.
func ReadLines[V any](r io.Reader, read func([]byte, Options) (V, rule.Report, error), o Options) *Lines[V] {
	return &Lines[V]{r: bufio.NewReader(r), read: read, o: o}
}

// All yields each record with what was found about it. It stops at the first
// error about the call, which [Lines.Err] then returns.
func (l *Lines[V]) All() iter.Seq2[V, rule.Report] {
	return func(yield func(V, rule.Report) bool) {
		o := l.o
		for o.Line = max(o.Line, 1); l.err == nil; o.Line++ {
			line, last := l.line(o.Line)
			if l.err != nil {
				return
			}
			if len(bytes.TrimSpace(line)) > 0 {
				o.Row++
				l.at = o.Line
				v, report, err := l.read(line, o)
				if err != nil {
					l.err = err
					return
				}
				if !yield(v, report) {
					return
				}
			}
			if last {
				return
			}
		}
	}
}

// Line returns the line of the record that [Lines.All] yielded last, from 1.
func (l *Lines[V]) Line() int { return l.at }

// Err returns the error that ended [Lines.All], nil at the end of the text.
func (l *Lines[V]) Err() error { return l.err }

// line reads one line without its end, up to the limit of a record.
func (l *Lines[V]) line(n int) (line []byte, last bool) {
	limit := jsonscan.Defaults().Bytes
	for {
		part, err := l.r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > limit+1 {
			l.err = &LimitError{File: l.o.File, Line: n, Want: "lines of at most 1 MiB"}
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
