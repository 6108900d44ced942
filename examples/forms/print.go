package main

import (
	"net/http"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
)

// certificate is what certificate.tmpl prints.
type certificate struct {
	sheet
	registry.Signed
	Regime   string
	IssuedOn string
	ValidTo  string // "" where no term is fixed
}

// printed shows a document of a form that has a print view.
func (s *site) printed(w http.ResponseWriter, r *http.Request) {
	page, err := s.sheet(r.PathValue("id"), true)
	if err != nil {
		s.broken(w, err)
		return
	}
	switch page.print {
	case "":
		s.missing(w, r)
	case "certificate.tmpl":
		c, err := certificateOf(page)
		if err != nil {
			s.broken(w, err)
			return
		}
		s.page(w, http.StatusOK, page.print, c)
	default:
		s.page(w, http.StatusOK, page.print, page)
	}
}

// certificateOf reads what of a certificate is right; the rest stays empty.
func certificateOf(page sheet) (certificate, error) {
	signed, _, err := registry.SignedCertificates().Read(page.Instance, record.Options{Stage: record.Draft})
	if err != nil {
		return certificate{}, err
	}
	c := certificate{sheet: page, Signed: signed, Regime: signed.Certificate.Regime}
	for _, g := range registry.Regimes() {
		if g.ID() == c.Regime {
			c.Regime = g.Title().ZH
		}
	}
	if d := signed.Certificate.IssuedOn; !d.IsZero() {
		c.IssuedOn = dateText(d)
	}
	if d := signed.Certificate.ValidTo; !d.IsZero() {
		c.ValidTo = dateText(d)
	}
	return c, nil
}
