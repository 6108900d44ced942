package record

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"
)

// boundedReader ends a row that goes on for ever.
type boundedReader struct {
	r    io.Reader
	left int
}

var errRowTooLong = errors.New("row too long")

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errRowTooLong
	}
	n, err := b.r.Read(p)
	b.left -= n
	return n, err
}

var errNotText = errors.New("the text is in UTF-16 or is not text")

// peeked is how much of a file is looked at before it is read.
const peeked = 1 << 16

// decodeText passes over a byte order mark and turns GB18030 into UTF-8.
func decodeText(r *bufio.Reader) (io.Reader, string, error) {
	head, err := r.Peek(r.Size())
	if err != nil && err != io.EOF {
		return nil, "", err
	}
	if bytes.HasPrefix(head, []byte(byteOrderMark)) {
		_, err := r.Discard(len(byteOrderMark))
		return r, "UTF-8", err
	}
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) || bytes.IndexByte(head, 0) >= 0 {
		return nil, "", errNotText
	}
	if validStart(head) || strayBytes(head) {
		return r, "UTF-8", nil
	}
	return transform.NewReader(r, simplifiedchinese.GB18030.NewDecoder()), "GB18030", nil
}

// validStart reports whether b is UTF-8, but for a rune cut at its end.
func validStart(b []byte) bool {
	for range utf8.UTFMax {
		if utf8.Valid(b) {
			return true
		}
		if utf8.FullRune(b[lastStart(b):]) {
			return false
		}
		b = b[:lastStart(b)]
	}
	return false
}

// strayBytes reports whether b is UTF-8 but for a few bytes, with more than three
// characters beyond ASCII to each of them: GB18030 is hardly ever UTF-8 for more
// than a character or two. What the bytes spoil is found at its cell.
func strayBytes(b []byte) bool {
	runes, stray := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			stray++
		case n > 1:
			runes++
		}
		b = b[n:]
	}
	return runes > 3*stray
}

func lastStart(b []byte) int {
	i := len(b) - 1
	for i > 0 && !utf8.RuneStart(b[i]) {
		i--
	}
	return i
}
