package accounting

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
)

// TextLine is one line of a transaction in the plain-text form. Its texts are
// valid until the next transaction is read.
type TextLine struct {
	Account []byte       // as written: 财务会计:1701 无形资产
	Amount  money.Amount // debits above 0.00, credits below
}

// TextTransaction is one voucher in the plain-text form. Its texts and lines are
// valid until the next one is read.
type TextTransaction struct {
	Date    calendar.Date
	Code    []byte // 记-1
	Summary []byte
	Lines   []TextLine
	Line    int // where it begins, from 1
}

// TextReader reads the plain-text form that [Journal.WriteHledger] writes, in
// constant memory. It reads no more of hledger's format than that: comments,
// declarations of accounts and of the one commodity, and transactions whose
// amounts are all written.
type TextReader struct {
	in       *bufio.Reader
	line     int
	accounts map[string]bool
	declared bool // the commodity
	held     []byte
	has      bool
	t        TextTransaction
}

// TextError is a place in the plain-text form that is not of the form, or a
// transaction that does not balance.
type TextError struct {
	Line  int // from 1
	Value string
	Want  string
}

// Error names the line and what was expected.
func (e *TextError) Error() string {
	return fmt.Sprintf("accounting: line %d: %s: want %s", e.Line, quote.Value(e.Value), e.Want)
}

// maxTextLine is how long a line may be.
const maxTextLine = 1 << 16

// NewTextReader reads from r.
func NewTextReader(r io.Reader) *TextReader {
	return &TextReader{in: bufio.NewReaderSize(r, maxTextLine), accounts: map[string]bool{}}
}

// Next reads the next transaction; [io.EOF] is the end. It refuses, with a
// [*TextError], what is not of the form, accounts that are not declared, and a
// transaction whose amounts do not sum to zero.
func (r *TextReader) Next() (*TextTransaction, error) {
	for {
		b, err := r.read()
		if err != nil {
			return nil, err
		}
		switch {
		case len(b) == 0 || b[0] == ';' || b[0] == '#':
		case '0' <= b[0] && b[0] <= '9':
			return r.transaction(b)
		case bytes.HasPrefix(b, []byte("account ")):
			r.accounts[string(b[len("account "):])] = true
		case string(b) == "commodity "+commodity+" 1000.00":
			r.declared = true
		default:
			return nil, r.fault(b, "a transaction, a comment, or the declaration of an account or of "+commodity)
		}
	}
}

func (r *TextReader) fault(b []byte, want string) error {
	return &TextError{r.line, string(b), want}
}

// read gives the next line without its end.
func (r *TextReader) read() ([]byte, error) {
	if r.has {
		r.has = false
		return r.held, nil
	}
	b, err := r.in.ReadSlice('\n')
	r.line++
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, r.fault(b[:quote.MaxRunes], fmt.Sprintf("lines of at most %d bytes", maxTextLine))
	case err == io.EOF && len(b) > 0:
	case err != nil:
		return nil, err
	default:
		b = b[:len(b)-1]
	}
	return bytes.TrimSuffix(b, []byte("\r")), nil
}

func (r *TextReader) transaction(b []byte) (*TextTransaction, error) {
	t := &r.t
	t.Line, t.Lines = r.line, t.Lines[:0]
	head, rest, ok := bytes.Cut(b, []byte(" * ("))
	code, summary, closed := bytes.Cut(rest, []byte(") "))
	date, err := textDate(head)
	if !ok || !closed || err != nil {
		return nil, r.fault(b, "a transaction such as 2025-06-30 * (记-1) 摘要")
	}
	t.Date, t.Code, t.Summary = date, append(t.Code[:0], code...), append(t.Summary[:0], summary...)
	if !r.declared {
		return nil, r.fault(b, "the declaration of "+commodity+" before it")
	}
	sum := int64(0)
	for {
		b, err := r.read()
		if err != nil && err != io.EOF {
			return nil, err
		}
		if err == io.EOF || len(b) == 0 || b[0] != ' ' {
			if err == nil {
				r.held, r.has = b, true
			}
			break
		}
		if sum, err = r.posting(b, sum); err != nil {
			return nil, err
		}
	}
	switch {
	case len(t.Lines) < 2:
		return nil, &TextError{t.Line, string(t.Summary), "a debit and a credit at least"}
	case sum != 0:
		return nil, &TextError{t.Line, string(t.Summary), "amounts that sum to zero, not to " + fen(sum).String()}
	}
	return t, nil
}

// posting reads one line, and adds its amount to the sum.
func (r *TextReader) posting(b []byte, sum int64) (int64, error) {
	account, amount, ok := bytes.Cut(bytes.TrimLeft(b, " "), []byte("    "+commodity+" "))
	n, good := textAmount(amount)
	if !ok || !good {
		return 0, r.fault(b, "a line such as 财务会计:1701 无形资产    "+commodity+" 1.00")
	}
	if !r.accounts[string(account)] {
		return 0, r.fault(account, "an account that is declared")
	}
	t := &r.t
	if len(t.Lines) < cap(t.Lines) {
		t.Lines = t.Lines[:len(t.Lines)+1]
	} else {
		t.Lines = append(t.Lines, TextLine{})
	}
	l := &t.Lines[len(t.Lines)-1]
	l.Account, l.Amount = append(l.Account[:0], account...), fen(n)
	total, err := money.Fen(sum + n)
	if err != nil {
		return 0, r.fault(b, "a sum below 10^15")
	}
	return total.Fen(), nil
}

// textDate reads 2006-01-02.
func textDate(b []byte) (calendar.Date, error) {
	var d calendar.Date
	err := d.UnmarshalText(b)
	if err == nil && d.IsZero() {
		err = errors.New("no date")
	}
	return d, err
}

// textAmount reads an amount of exactly two decimals into fen, without
// allocation.
func textAmount(b []byte) (int64, bool) {
	negative := len(b) > 0 && b[0] == '-'
	if negative {
		b = b[1:]
	}
	if len(b) < 4 || len(b) > 18 || b[len(b)-3] != '.' {
		return 0, false
	}
	n := int64(0)
	for i, c := range b {
		if i == len(b)-3 {
			continue
		}
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	if b[0] == '0' && b[1] != '.' || negative && n == 0 {
		return 0, false
	}
	if negative {
		n = -n
	}
	return n, true
}

// TextAccount is the book and the account of a full name, without the levels of
// its detail account: 财务会计:1701 无形资产.
func TextAccount(name []byte) []byte {
	book, rest, ok := bytes.Cut(name, []byte(":"))
	if !ok {
		return name
	}
	account, _, _ := bytes.Cut(rest, []byte(":"))
	return name[:len(book)+1+len(account)]
}

// UnescapeText reads back what the plain-text form wrote for a text.
func UnescapeText(s string) (string, error) {
	if s == "%" {
		return "", nil
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			b = append(b, s[i])
			continue
		}
		if i+2 >= len(s) || unhex(s[i+1]) > 15 || unhex(s[i+2]) > 15 {
			return "", &TextError{Value: s, Want: "% and two hexadecimal digits"}
		}
		b = append(b, unhex(s[i+1])<<4|unhex(s[i+2]))
		i += 2
	}
	return string(b), nil
}

func unhex(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 16
}
