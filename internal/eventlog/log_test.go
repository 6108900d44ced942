package eventlog_test

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/eventlog"
	"github.com/dataasset-go/dataasset/internal/shapes"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var choice = shapes.CommandChoice()

func newLog() *eventlog.Log[shapes.Command] { return eventlog.New(choice.Canonical) }

func read(text string) (*eventlog.Log[shapes.Command], error) {
	return eventlog.Read(strings.NewReader(text), "log.jsonl", choice.Canonical, decode)
}

func decode(change []byte, line int) (shapes.Command, error) {
	c, report, err := choice.Read(change, record.Options{File: "log.jsonl", Line: line})
	if err != nil {
		return nil, err
	}
	return c, report.Err()
}

func submit(day int) shapes.Command { return shapes.Submit{On: calendar.MustDate(2025, 12, day)} }

func written(t testing.TB, n int) (*eventlog.Log[shapes.Command], string) {
	t.Helper()
	l := newLog()
	for i := range n {
		require.NoError(t, l.Append(i, submit(i%28+1)))
	}
	var b bytes.Buffer
	require.NoError(t, l.Write(&b, 0))
	return l, b.String()
}

// sha256 of "1\n1\n\n{"command":"submit","on":"2025-12-01"}", computed with
// sha256sum, and of the second entry on top of it.
func TestDigests(t *testing.T) {
	l, text := written(t, 2)
	const first = "sha256:0fff53eee54d6ed52f130487167db5c7c49bab8b09df9f93fe0d2c92e24fdec5"
	const second = "sha256:4174fe33878bf1939efe77a60273d74fa859e06f36dcfdbd77e6a5ef370024e8"
	assert.Equal(t, rule.Head{Revision: 2, Digest: second}, l.Head())
	assert.Equal(t, `{"v":1,"seq":1,"digest":"`+first+`","data":{"command":"submit","on":"2025-12-01"}}
{"v":1,"seq":2,"prev":"`+first+`","digest":"`+second+`","data":{"command":"submit","on":"2025-12-02"}}
`, text)
	back, err := read(text)
	require.NoError(t, err)
	assert.Equal(t, l.Head(), back.Head())
	for e := range back.All() {
		assert.Equal(t, submit(e.Seq), e.Value)
	}
}

func TestAppendIsAllOrNothing(t *testing.T) {
	l := newLog()
	require.NoError(t, l.Append(0, submit(1), submit(2)))
	err := l.Append(1, submit(3))
	require.ErrorIs(t, err, rule.ErrStale)
	assert.EqualError(t, err, "rule: the log is at revision 2, the change was made for revision 1")
	require.Error(t, l.Append(2, submit(3), nil), "nil is no change")
	assert.Equal(t, 2, l.Len(), "nothing is half-applied")
	require.NoError(t, l.Append(2))
}

// Views stay what they were while the log grows.
func TestViews(t *testing.T) {
	l, _ := written(t, 3)
	view, two := l.All(), l.At(2)
	done := make(chan int)
	go func() {
		n := 0
		for range view {
			n++
		}
		done <- n
	}()
	for i := range 100 {
		require.NoError(t, l.Append(3+i, submit(1)))
	}
	assert.Equal(t, 3, <-done)
	n := 0
	for range two {
		n++
	}
	assert.Equal(t, 2, n)
	for range l.At(1 << 30) {
		n++
		break
	}
	for range l.At(-1) {
		t.Fatal("nothing before the first")
	}
	assert.Equal(t, 3, n)
}

// Every single changed byte of a whole log is found; every torn end is told
// apart from that, and the entries before it are kept.
func TestTamperingAndTearing(t *testing.T) {
	l, text := written(t, 3)
	head := l.Head()
	for i := range text {
		changed := []byte(text)
		changed[i] ^= 1
		got, err := read(string(changed))
		if err == nil {
			err = got.Verify(head)
		}
		require.Error(t, err, "byte %d: %q", i, changed)
	}
	lines := strings.SplitAfter(text, "\n")
	third := len(lines[0]) + len(lines[1])
	for cut := third + 1; cut < len(text)-1; cut++ {
		got, err := read(text[:cut])
		var torn *eventlog.TornError
		require.ErrorAs(t, err, &torn, "cut at %d", cut)
		assert.Equal(t, eventlog.TornError{File: "log.jsonl", Line: 3, Offset: int64(third)}, *torn)
		assert.Equal(t, 2, got.Len())
	}
	got, err := read(text[:len(text)-1])
	require.NoError(t, err, "only the newline is missing: the entry is whole")
	assert.Equal(t, 3, got.Len())

	got, err = read(text[:third])
	require.NoError(t, err, "a log cut at the end of a line looks whole")
	var tampered *eventlog.TamperedError
	require.ErrorAs(t, got.Verify(head), &tampered, "the head kept elsewhere tells")
	require.NoError(t, l.Verify(got.Head()), "a log that has grown keeps its old head")
	require.NoError(t, got.Verify(rule.Head{}))
	require.Error(t, got.Verify(rule.Head{Revision: -1}))
	require.ErrorAs(t, l.Verify(rule.Head{Revision: 2, Digest: head.Digest}), &tampered)

	for name, changed := range map[string]string{
		"swapped":   lines[1] + lines[0] + lines[2],
		"dropped":   lines[0] + lines[2],
		"doubled":   lines[0] + lines[0] + lines[1],
		"inserted":  lines[0] + "\n" + lines[1],
		"respaced":  strings.Replace(text, `{"command"`, `{ "command"`, 1),
		"duplicate": strings.Replace(text, `"v":1`, `"v":1,"v":1`, 1),
		"extra":     strings.Replace(text, `"v":1`, `"v":1,"x":1`, 1),
		"no format": strings.Replace(text, `"v":1`, `"v":0`, 1),
	} {
		_, err := read(changed)
		require.ErrorAs(t, err, &tampered, name)
	}
	var version *eventlog.VersionError
	_, err = read(strings.Replace(text, `"v":1`, `"v":2`, 1))
	require.ErrorAs(t, err, &version)
}

func TestReadErrors(t *testing.T) {
	got, err := read("")
	require.NoError(t, err)
	assert.Zero(t, got.Len())
	assert.Equal(t, rule.Head{}, got.Head())
	var limit *eventlog.LongLineError
	_, err = read(strings.Repeat("x", 2<<20))
	require.ErrorAs(t, err, &limit)
	broken := errors.New("disk")
	_, err = eventlog.Read(iotest.ErrReader(broken), "log.jsonl", choice.Canonical, decode)
	require.ErrorIs(t, err, broken)

	// A change whose chain is right but which its table refuses.
	l := eventlog.New(func(s string) ([]byte, error) { return []byte(s), nil })
	require.NoError(t, l.Append(0, `{"command":"submit"}`))
	var b bytes.Buffer
	require.NoError(t, l.Write(&b, 0))
	_, err = read(b.String())
	var report *rule.ReportError
	require.ErrorAs(t, err, &report)
	assert.Contains(t, err.Error(), "log.jsonl:1")
}

// A log is continued from where it was written to.
func TestWriteFrom(t *testing.T) {
	l, text := written(t, 3)
	require.NoError(t, l.Append(3, submit(9)))
	var b bytes.Buffer
	require.NoError(t, l.Write(&b, 3))
	got, err := read(text + b.String())
	require.NoError(t, err)
	assert.Equal(t, l.Head(), got.Head())
}

func FuzzRead(f *testing.F) {
	_, text := written(f, 2)
	f.Add(text)
	f.Add(strings.Replace(text, "submit", "approve", 1))
	f.Fuzz(func(t *testing.T, in string) {
		l, err := read(in)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := l.Write(&b, 0); err != nil {
			t.Fatal(err)
		}
		again, err := read(b.String())
		if err != nil || again.Head() != l.Head() {
			t.Fatalf("%v: %+v became %+v", err, l.Head(), again.Head())
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	for _, n := range []int{1, 1000} {
		b.Run(strconv.Itoa(n)+" entries before", func(b *testing.B) {
			l, _ := written(b, n)
			b.ReportAllocs()
			for b.Loop() {
				if err := l.Append(l.Len(), submit(1)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A batch is appended whole or not at all, and is stale where the log has grown
// since it began.
func TestBatch(t *testing.T) {
	l, _ := written(t, 1)
	_, err := l.Begin(0)
	require.ErrorIs(t, err, rule.ErrStale)
	first, err := l.Begin(1)
	require.NoError(t, err)
	second, err := l.Begin(1)
	require.NoError(t, err)
	for _, b := range []*eventlog.Batch[shapes.Command]{first, second} {
		c := submit(2)
		data, err := choice.Canonical(c)
		require.NoError(t, err)
		b.Add(c, data)
	}
	assert.Equal(t, 1, l.Len())
	require.NoError(t, first.Commit())
	require.ErrorIs(t, second.Commit(), rule.ErrStale)
	want, _ := written(t, 2)
	assert.Equal(t, want.Head(), l.Head(), "the same as appended one by one")
}

// A last line without its newline that is whole JSON was written to its end:
// what was changed in it is tampering, a later format is a later format.
func TestUnterminatedIsNotTorn(t *testing.T) {
	l, text := written(t, 3)
	text = strings.TrimSuffix(text, "\n")
	last := strings.LastIndexByte(text, '\n') + 1
	var tampered *rule.TamperedError
	var later *rule.VersionError
	var torn *rule.TornError
	_, err := read(text[:last] + strings.Replace(text[last:], `"seq":`, `"seq":1`, 1))
	require.ErrorAs(t, err, &tampered)
	_, err = read(text[:last] + strings.Replace(text[last:], `"v":1`, `"v":2`, 1))
	require.ErrorAs(t, err, &later)
	_, err = read(text[:len(text)-1])
	require.ErrorAs(t, err, &torn)
	again, err := read(text)
	require.NoError(t, err)
	require.Equal(t, l.Len(), again.Len())
}
