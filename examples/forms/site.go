package main

import (
	"embed"
	"errors"
	"html/template"
	"log"
	"net/http"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// site answers every request. It is safe for concurrent use.
type site struct {
	handler http.Handler
	areas   []area
	forms   map[string]form
	store   *store
	assets  map[string]builtFile
	pages   *template.Template
	now     func() time.Time
}

//go:embed pages
var pageFiles embed.FS

func newSite(store *store, now func() time.Time) (*site, error) {
	s := &site{areas: areas(), forms: map[string]form{}, store: store, now: now}
	for _, a := range s.areas {
		for _, f := range a.Forms {
			s.forms[f.Name] = f
		}
	}
	var err error
	if s.assets, err = assets(); err != nil {
		return nil, err
	}
	if s.pages, err = template.ParseFS(pageFiles, "pages/*.tmpl"); err != nil {
		return nil, err
	}
	s.handler = guard(s.routes())
	return s, nil
}

func (s *site) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.index)
	mux.HandleFunc("GET /static/{name}", s.static)
	mux.HandleFunc("GET /records/{record}", s.form)
	mux.HandleFunc("GET /records/{record}/form.json", s.draw)
	mux.HandleFunc("POST /records/{record}/check", s.check)
	mux.HandleFunc("POST /records/{record}/documents", s.keep)
	mux.HandleFunc("GET /documents/{id}", s.show)
	mux.HandleFunc("GET /documents/{id}/instance.json", s.instance)
	mux.HandleFunc("PUT /documents/{id}", s.keep)
	mux.HandleFunc("POST /documents/{id}/delete", s.remove)
	mux.HandleFunc("GET /documents/{id}/print", s.printed)
	mux.HandleFunc("/", s.missing)
	return mux
}

// ServeHTTP answers one request.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// policy lets a page load its own programs and styles and talk to its own server,
// and nothing else: no inline script, no evaluated text, no frame.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard sets the headers of every answer and refuses what other sites make a
// browser send.
func guard(next http.Handler) http.Handler {
	protected := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store") // records are their holders'
		protected.ServeHTTP(w, r)
	})
}

// today is the day in China.
func (s *site) today() calendar.Date { return calendar.DateInChina(s.now()) }

// page writes one of the templates.
func (s *site) page(w http.ResponseWriter, status int, name string, data any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := s.pages.ExecuteTemplate(w, name, data); err != nil {
		log.Printf("forms: %s: %v", name, err) // the client is gone, or a template is wrong
	}
}

// missing answers for what there is not.
func (s *site) missing(w http.ResponseWriter, _ *http.Request) {
	s.page(w, http.StatusNotFound, "problem.tmpl", rule.Text{ZH: "没有这个页面", EN: "there is no such page"})
}

// broken answers for what went wrong here; the log has the cause.
func (s *site) broken(w http.ResponseWriter, err error) {
	if errors.Is(err, errNoSuch) {
		s.missing(w, nil)
		return
	}
	log.Printf("forms: %v", err)
	s.page(w, http.StatusInternalServerError, "problem.tmpl", rule.Text{ZH: "服务器出错，请稍后再试", EN: "something went wrong on the server"})
}
