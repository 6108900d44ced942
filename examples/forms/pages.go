package main

import (
	"net/http"

	"github.com/dataasset-go/dataasset/record"
)

// kept is a document in the list of what is kept.
type kept struct {
	document
	Title string
	Saved string
}

func (s *site) index(w http.ResponseWriter, _ *http.Request) {
	var page struct {
		Areas     []area
		Documents []kept
	}
	page.Areas = s.areas
	for _, d := range s.store.list() {
		page.Documents = append(page.Documents, kept{d, s.forms[d.Record].Title.ZH, clock(d.SavedAt)})
	}
	s.page(w, http.StatusOK, "index.tmpl", page)
}

// form is the page that fills in a record. The program on it asks for the rest.
func (s *site) form(w http.ResponseWriter, r *http.Request) {
	f, ok := s.forms[r.PathValue("record")]
	if !ok {
		s.missing(w, r)
		return
	}
	page := struct {
		form
		Document string // the draft to go on with
		Example  bool
	}{form: f, Document: r.URL.Query().Get("document"), Example: r.URL.Query().Has("example")}
	if page.Document != "" {
		d, ok := s.store.get(page.Document)
		if !ok || d.Record != f.Name || d.Final {
			s.missing(w, r)
			return
		}
	}
	s.page(w, http.StatusOK, "form.tmpl", page)
}

// sheet is a document as a page shows it.
type sheet struct {
	kept
	form
	Blocks []block
	Found  []finding
	Basis  string // the first clause that asks for the record
}

func (s *site) show(w http.ResponseWriter, r *http.Request) {
	page, err := s.sheet(r.PathValue("id"), false)
	if err != nil {
		s.broken(w, err)
		return
	}
	s.page(w, http.StatusOK, "document.tmpl", page)
}

// sheet lays a document out, with what is found in it today.
func (s *site) sheet(id string, all bool) (sheet, error) {
	d, ok := s.store.get(id)
	f, known := s.forms[d.Record]
	if !ok || !known {
		return sheet{}, errNoSuch
	}
	report, err := f.check(d.Instance, d.stage(), s.today())
	if err != nil {
		return sheet{}, err
	}
	tree, _, err := record.Tree(d.Instance, record.Options{Stage: record.Draft})
	if err != nil {
		return sheet{}, err
	}
	page := sheet{kept: kept{d, f.Title.ZH, clock(d.SavedAt)}, form: f, Found: findings(report), Blocks: view(f.Definition, tree, all)}
	if len(f.Basis) > 0 {
		page.Basis = f.Basis[0].String()
	}
	return page, nil
}

// remove deletes a document and goes back to the list.
func (s *site) remove(w http.ResponseWriter, r *http.Request) {
	if err := s.store.remove(r.PathValue("id")); err != nil {
		s.broken(w, err)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
