package main

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// printer takes the steps and tells what comes of them.
type printer struct {
	w        io.Writer
	lang     rule.Language
	key      ed25519.PrivateKey
	register *registry.Register
	issued   [][]byte // signed certificates, in order
}

func (p *printer) say(title rule.Text, rest string) {
	fmt.Fprintf(p.w, "\n── %s ──\n", title.In(p.lang))
	if rest != "" {
		fmt.Fprintln(p.w, rest)
	}
}

// take tries one step.
func (p *printer) take(s step) error {
	if !s.note.IsZero() {
		fmt.Fprintf(p.w, "\n%s\n", s.note.In(p.lang))
	}
	before, _ := p.register.Registration(s.regime, "JT-02")
	r, events, err := p.register.Apply(p.register.Revision(), s.regime, "JT-02", s.command)
	var refusal *rule.Refusal
	switch {
	case errors.As(err, &refusal):
		fmt.Fprintf(p.w, "  ✗ %s %s\n", refusal.On, refusal.In(p.lang))
	case err != nil:
		return err
	}
	for _, e := range events {
		p.event(r, e)
	}
	if err == nil && r.Certificate != before.Certificate && r.Certificate.Number != "" {
		if err := p.seal(r.Certificate); err != nil {
			return err
		}
	}
	if c := r.Cause(); err == nil && c != "" {
		follows := c.Follows()
		fmt.Fprintf(p.w, "    %s %s\n", text("账务：", "books:").In(p.lang), follows.Title.In(p.lang))
	}
	if s.show {
		return p.deadlines(refusal, s)
	}
	return nil
}

func (p *printer) event(r registry.Registration, e registry.Event) {
	row, _ := r.Regime().Row(e)
	act := registry.ActOf(e.Command)
	fmt.Fprintf(p.w, "  %s %s  %s  %s → %s  %s\n", act.On, act.By, row.Title.In(p.lang),
		r.Regime().Describe(e.From).In(p.lang), r.Regime().Describe(e.To).In(p.lang), basis(row.Basis))
	if act.Reason != "" {
		fmt.Fprintf(p.w, "    %s\n", act.Reason)
	}
}

func basis(clauses []rule.Clause) string {
	var all []string
	for _, c := range clauses {
		all = append(all, c.String())
	}
	return strings.Join(all, "; ")
}

func (p *printer) deadlines(refusal *rule.Refusal, s step) error {
	on := day("2026-01-28")
	if r, ok := p.register.Registration(s.regime, "JT-02"); ok && refusal == nil {
		on = r.LastStep()
	}
	own, ok := p.register.Registration(s.regime, "JT-02")
	if !ok {
		regimes, err := regimes()
		if err != nil {
			return err
		}
		own = registry.New(regimes[1], "JT-02")
	}
	finance, _ := p.register.Registration(card, "JT-02")
	facts := registry.Facts{OperationBegan: day("2026-01-01"), Delivered: day("2026-01-05"), OutsideSupply: day("2026-01-05")}
	all, err := registry.Deadlines(on, facts, finance, own)
	if err != nil {
		return err
	}
	for _, d := range all {
		date := d.Due.Date.String()
		if date == "" {
			date = text("及时      ", "in time   ").In(p.lang)
		}
		from := ""
		if !d.Due.From.IsZero() {
			from = text("，自 ", ", from ").In(p.lang) + d.Due.From.String()
		}
		fmt.Fprintf(p.w, "    ⏱ %s%s  %s → %s  %s  %s  %s\n", date, from, d.Term.Owner.Title().In(p.lang), d.Term.To.Title().In(p.lang),
			d.Term.Title.In(p.lang), d.Standing.Title().In(p.lang), basis(d.Term.Basis))
	}
	return nil
}

// seal signs a new certificate and prints it.
func (p *printer) seal(c registry.Certificate) error {
	s, err := registry.Ed25519().Seal(c, p.key, nil)
	if err != nil {
		return err
	}
	b, err := s.Encode()
	if err != nil {
		return err
	}
	p.issued = append(p.issued, b)
	fmt.Fprintf(p.w, "    ✓ %s\n", b)
	return nil
}

// certificates holds each certificate against the register on the day of the
// last step but the cancellations, and one that was altered.
func (p *printer) certificates() error {
	on := day("2029-03-13")
	p.say(text("证书核验（"+on.String()+"）", "certificates verified on "+on.String()), "")
	v := registry.Verifier{Algorithm: registry.Ed25519(), Key: p.key.Public(), Register: p.register, At: on}
	for _, b := range p.issued {
		s, err := registry.ReadSigned(b)
		if err != nil {
			return err
		}
		_, err = v.Verify(b)
		fmt.Fprintf(p.w, "  %s  %s\n", s.Certificate.Number, p.verdict(err))
	}
	changed := bytes.Replace(p.issued[0], []byte("2025-12-15"), []byte("2025-12-16"), 1)
	_, err := v.Verify(changed)
	fmt.Fprintf(p.w, "  %s  %s\n", text("改动一个字节", "one byte changed").In(p.lang), p.verdict(err))
	v.Key = ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)).Public()
	_, err = v.Verify(p.issued[0])
	fmt.Fprintf(p.w, "  %s  %s\n", text("换用另一公钥", "another key").In(p.lang), p.verdict(err))
	return nil
}

func (p *printer) verdict(err error) string {
	var e *registry.CertificateError
	if errors.As(err, &e) {
		return e.Why.In(p.lang)
	}
	return text("有效", "valid").In(p.lang)
}
