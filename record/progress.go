package record

import "io"

// Progress is how far a long reading or writing has come. Options.Progress,
// [CSVWriter.Progress] and [LineWriter.Progress] are told it once for each MiB
// and once at the end, by the goroutine that does the work.
type Progress struct {
	Rows  int   // records read or written
	Bytes int64 // bytes of the file, as it is stored
}

// progressStep is how many bytes lie between two reports.
const progressStep = 1 << 20

// meter tells a caller how far a work has come.
type meter struct {
	done Progress
	next int64
}

// row counts one record; bytes is how much of the file has passed by now.
func (m *meter) row(bytes int64, tell func(Progress)) {
	m.done.Rows++
	m.moved(bytes, tell)
}

// moved notes how much of the file has passed, without a record.
func (m *meter) moved(bytes int64, tell func(Progress)) {
	m.done.Bytes = bytes
	if tell != nil && bytes >= m.next+progressStep {
		m.next = bytes
		tell(m.done)
	}
}

func (m *meter) end(bytes int64, tell func(Progress)) {
	m.done.Bytes = bytes
	if tell != nil {
		m.next = bytes
		tell(m.done)
	}
}

// countingReader counts what has been read.
type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// countingWriter counts what has been written.
type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
