package accounting

import (
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The canonical form (RFC 8785) of a journal's entries is written here by hand,
// members in the order of their names: the form is hashed for every posting, and
// encoding/json with sorting afterwards takes many times as long. A test holds
// the two against each other.

// canonicalChange is the form in which entries are compared and chained.
func canonicalChange(c change) ([]byte, error) {
	w := canonical{b: make([]byte, 0, 1<<10)}
	w.open('{')
	if c.posting != nil {
		w.key("posting")
		w.posting(c.posting)
	} else {
		w.key("period")
		w.any(c.period)
	}
	w.close('}')
	if len(w.b) > maxEntry && w.err == nil {
		w.err = &EntrySizeError{len(w.b)}
	}
	return w.b, w.err
}

// maxEntry is how long an entry may be, so that it can be read back.
const maxEntry = 1 << 20

// EntrySizeError is a posting too large for one entry of a journal.
type EntrySizeError struct{ Size int }

// Error names the size and the limit.
func (e *EntrySizeError) Error() string {
	return "accounting: a posting of " + strconv.Itoa(e.Size) + " bytes: want at most 1 MiB"
}

func appendPosting(b []byte, p *Posting) ([]byte, error) {
	w := canonical{b: b}
	w.posting(p)
	return w.b, w.err
}

type canonical struct {
	b     []byte
	comma bool
	err   error
}

func (w *canonical) open(c byte) {
	w.b, w.comma = append(w.b, c), false
}

func (w *canonical) close(c byte) {
	w.b, w.comma = append(w.b, c), true
}

func (w *canonical) next() {
	if w.comma {
		w.b = append(w.b, ',')
	}
	w.comma = true
}

// key begins a member; names need no escaping.
func (w *canonical) key(name string) {
	w.next()
	w.b = append(append(append(w.b, '"'), name...), '"', ':')
	w.comma = false
}

func (w *canonical) string(name, s string) {
	if s == "" {
		return
	}
	w.key(name)
	w.quote(s)
}

func (w *canonical) quote(s string) {
	b, err := jsontext.AppendQuote(w.b, s)
	w.b, w.comma = b, true
	if err != nil && w.err == nil {
		w.err = err
	}
}

func (w *canonical) int(name string, n int64) {
	if n == 0 {
		return
	}
	w.key(name)
	w.b, w.comma = strconv.AppendInt(w.b, n, 10), true
}

type appender interface {
	AppendText([]byte) ([]byte, error)
	IsZero() bool
}

// text writes a value that has no characters to escape: a date or a month.
func (w *canonical) text(name string, v appender) {
	if v.IsZero() {
		return
	}
	w.key(name)
	w.b = append(w.b, '"')
	w.b, _ = v.AppendText(w.b)
	w.b, w.comma = append(w.b, '"'), true
}

// any writes what is rare by the general way.
func (w *canonical) any(v any) {
	b, err := json.Marshal(v)
	if err == nil {
		t := jsontext.Value(b)
		err = t.Canonicalize()
		b = t
	}
	if err != nil && w.err == nil {
		w.err = err
	}
	w.b, w.comma = append(w.b, b...), true
}

func (w *canonical) posting(p *Posting) {
	w.open('{')
	if len(p.Assets) > 0 {
		w.key("assets")
		w.open('[')
		for _, a := range p.Assets {
			w.next()
			w.quote(a)
		}
		w.close(']')
	}
	w.text("booked", p.Booked)
	w.key("event")
	w.quote(p.Event)
	w.key("kind")
	w.quote(p.Kind)
	if len(p.Moves) > 0 {
		w.key("moves")
		w.any(p.Moves)
	}
	w.key("on")
	w.b = append(w.b, '"')
	w.b, _ = p.On.AppendText(w.b)
	w.b, w.comma = append(w.b, '"'), true
	if len(p.Terms) > 0 {
		w.key("terms")
		w.any(p.Terms)
	}
	w.text("through", p.Through)
	if len(p.Usage) > 0 {
		w.key("usage")
		w.any(p.Usage)
	}
	w.key("vouchers")
	w.open('[')
	for i := range p.Vouchers {
		w.next()
		w.entry(&p.Vouchers[i].entry)
	}
	w.close(']')
	w.close('}')
}

func (w *canonical) entry(e *Entry) {
	w.open('{')
	if e.Approval != (Approval{}) {
		w.key("approval")
		w.any(e.Approval)
	}
	w.int("attachments", int64(e.Attachments))
	w.string("auditor", e.Auditor)
	w.key("basis")
	w.clauses(e.Basis)
	w.string("book", string(e.Book))
	w.string("bookkeeper", e.Bookkeeper)
	w.string("cashier", e.Cashier)
	w.string("chief", e.Chief)
	if e.Corrects != (Corrects{}) {
		w.key("corrects")
		w.any(e.Corrects)
	}
	w.text("date", e.Date)
	if e.Evidence != 0 {
		w.string("evidence", e.Evidence.String())
	}
	if !e.Judgement.IsZero() {
		w.key("judgement")
		w.open('{')
		w.key("en")
		w.quote(e.Judgement.EN)
		w.key("zh")
		w.quote(e.Judgement.ZH)
		w.close('}')
	}
	w.string("kind", string(e.Kind))
	w.key("lines")
	w.open('[')
	for i := range e.Lines {
		w.next()
		w.line(&e.Lines[i])
	}
	w.close(']')
	if !e.Number.IsZero() {
		w.key("number")
		w.b = e.Number.append(append(w.b, '"'))
		w.b, w.comma = append(w.b, '"'), true
	}
	w.string("preparer", e.Preparer)
	w.key("summary")
	w.quote(e.Summary)
	w.string("word", e.Word)
	w.close('}')
}

func (w *canonical) clauses(all []rule.Clause) {
	w.open('[')
	for _, c := range all {
		w.next()
		w.quote(c.String())
	}
	w.close(']')
}

func (w *canonical) line(l *Line) {
	w.open('{')
	w.key("account")
	w.quote(l.Account)
	w.key("amount")
	w.b = append(w.b, '"')
	w.b, _ = l.Amount.AppendText(w.b)
	w.b, w.comma = append(w.b, '"'), true
	w.string("asset", l.Asset)
	w.string("detail", l.Detail)
	w.string("element", string(l.Element))
	w.key("name")
	w.quote(l.Name)
	w.string("side", string(l.Side))
	w.string("summary", l.Summary)
	w.close('}')
}
