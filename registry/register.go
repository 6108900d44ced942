package registry

import (
	"io"
	"iter"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/eventlog"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Register is the registrations of many assets in one or several regimes, with
// every step ever taken: an append-only log, one writer, not safe for use by
// several goroutines where one of them writes. It knows what became of each
// certificate.
type Register struct {
	log           *eventlog.Log[Event]
	regimes       map[string]*Regime
	registrations map[registerKey]Registration
	issued        map[string]Issued
}

type registerKey struct{ regime, asset string }

// Issued is a certificate and what became of it.
type Issued struct {
	Certificate Certificate
	EndedOn     calendar.Date // no date while it is in force
	Successor   string        // number of the certificate that superseded it; "" where it ended without one
}

// NewRegister returns an empty register of some regimes.
func NewRegister(regimes ...*Regime) *Register {
	b := &Register{
		log: eventlog.New(func(e Event) ([]byte, error) { return Events().Canonical(&e) }), regimes: map[string]*Regime{},
		registrations: map[registerKey]Registration{}, issued: map[string]Issued{},
	}
	for _, g := range regimes {
		b.regimes[g.ID()] = g
	}
	return b
}

// RegisterError is a step that a register cannot take, whatever the rules of
// registration say of it.
type RegisterError struct {
	Value string
	Want  string
}

// Error quotes the value and says what was expected.
func (e *RegisterError) Error() string {
	return "registry: " + quote.Value(e.Value) + ": want " + e.Want
}

// Revision returns how many events the register holds.
func (b *Register) Revision() int { return b.log.Len() }

// Apply takes one step. expected is the revision it was decided for: where the
// register has grown since, the error is a [*rule.StaleError]. Other errors are
// those of [Registration.Apply], and a [*RegisterError] for a regime that the
// register does not have or a certificate number that was given before. Nothing
// has changed after an error.
func (b *Register) Apply(expected int, regime, asset string, c Command) (Registration, []Event, error) {
	if expected != b.Revision() {
		return Registration{}, nil, &rule.StaleError{Expected: expected, Current: b.Revision()}
	}
	r, err := b.at(regime, asset)
	if err != nil {
		return r, nil, err
	}
	next, events, err := r.Apply(c)
	if err != nil {
		return r, nil, err
	}
	if err := b.fresh(next); err != nil {
		return r, nil, err
	}
	if err := b.log.Append(expected, events...); err != nil {
		return r, nil, err
	}
	b.keep(r, next)
	return next, events, nil
}

// at returns the registration of an asset, a new one where there is none yet.
func (b *Register) at(regime, asset string) (Registration, error) {
	g, ok := b.regimes[regime]
	if !ok {
		return Registration{}, &RegisterError{regime, "a regime of the register"}
	}
	if r, ok := b.Registration(regime, asset); ok {
		return r, nil
	}
	return New(g, asset), nil
}

// fresh refuses a certificate whose number was given to another.
func (b *Register) fresh(next Registration) error {
	if was, ok := b.issued[next.Certificate.Number]; ok && was.Certificate != next.Certificate {
		return &RegisterError{next.Certificate.Number, "a certificate number that was not given before"}
	}
	return nil
}

// keep takes a step over: the registration, and what becomes of certificates.
func (b *Register) keep(before, next Registration) {
	b.registrations[registerKey{next.Regime().ID(), next.Asset}] = next
	old, now := before.Certificate, next.Certificate
	ended := next.Position.Status != Registered && before.Position.Status == Registered
	if old.Number != "" && (old != now || ended) {
		was := b.issued[old.Number]
		was.EndedOn = next.LastStep()
		if old != now {
			was.Successor = now.Number
		}
		b.issued[old.Number] = was
	}
	if now.Number != "" && old != now {
		b.issued[now.Number] = Issued{Certificate: now}
	}
}

// Registration returns the registration of an asset in a regime, and whether a
// step was ever taken on it.
func (b *Register) Registration(regime, asset string) (Registration, bool) {
	r, ok := b.registrations[registerKey{regime, asset}]
	return r, ok
}

// Certificate returns a certificate by its number with what became of it.
func (b *Register) Certificate(number string) (Issued, bool) {
	i, ok := b.issued[number]
	return i, ok
}

// History yields the events in order with the revision each made.
func (b *Register) History() iter.Seq2[int, Event] {
	entries := b.log.All()
	return func(yield func(int, Event) bool) {
		for e := range entries {
			if !yield(e.Seq, e.Value) {
				return
			}
		}
	}
}

// Head returns the revision and the digest of the last event.
func (b *Register) Head() rule.Head {
	return b.log.Head()
}

// Verify compares the register with a head kept elsewhere; one that has grown
// since is whole if it still has that head in its middle.
func (b *Register) Verify(h rule.Head) error {
	return b.log.Verify(h)
}

// Write writes the events from a revision on as chained JSON Lines; 0 writes
// all. Who appends to a file sees first that it ends with a newline: a last line
// that lacks nothing else is whole to [ReadRegister].
func (b *Register) Write(w io.Writer, from int) error { return b.log.Write(w, from) }

// ReadRegister reads a register that [Register.Write] wrote, from a file of that
// name, and replays it by the regimes given. A last line that was not written to
// its end gives the register before it together with the error, which says where
// to cut the file; a line that was changed after it was written gives an error
// only.
func ReadRegister(r io.Reader, file string, regimes ...*Regime) (*Register, error) {
	b := NewRegister(regimes...)
	log, err := eventlog.Read(r, file, func(e Event) ([]byte, error) { return Events().Canonical(&e) }, func(text []byte, line int) (Event, error) {
		e, report, err := Events().Read(text, record.Options{File: file, Line: line})
		if err != nil {
			return Event{}, err
		}
		return e, report.Err()
	})
	if log == nil {
		return nil, err
	}
	for entry := range log.All() {
		if wrong := b.replay(entry.Value); wrong != nil {
			return nil, wrong
		}
	}
	b.log = log
	return b, err
}

func (b *Register) replay(e Event) error {
	r, err := b.at(e.Regime, e.Asset)
	if err != nil {
		return err
	}
	next, wrong := history.Next(r, e)
	if wrong != nil {
		wrong.Index = r.Steps()
		return wrong
	}
	if err := b.fresh(next); err != nil {
		return err
	}
	b.keep(r, next)
	return nil
}
