package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"mime"
	"net/http"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

const maxBody = 1 << 20 // of an instance; what record reads at most

// problem is an error about the call, in both languages.
type problem struct {
	status int
	Text   rule.Text `json:"problem"`
}

func (p *problem) Error() string { return p.Text.EN }

// answer is what the page gets for an instance it sent.
type answer struct {
	ID       string    `json:"id,omitempty"` // of the document, where one was kept
	Findings []finding `json:"findings"`
}

// check tells what the server finds in an instance, and keeps nothing.
func (s *site) check(w http.ResponseWriter, r *http.Request) {
	f, err := s.formOf(r)
	if err != nil {
		refuse(w, err)
		return
	}
	_, report, err := s.sent(w, r, f)
	if err != nil {
		refuse(w, err)
		return
	}
	reply(w, http.StatusOK, answer{Findings: findings(report)})
}

// keep keeps an instance as a new document (POST) or in the place of a draft
// (PUT). A draft is kept with whatever is found in it, so that nobody loses an
// hour's work; a final one only where nothing blocks.
func (s *site) keep(w http.ResponseWriter, r *http.Request) {
	f, err := s.formOf(r)
	if err != nil {
		refuse(w, err)
		return
	}
	b, report, err := s.sent(w, r, f)
	if err != nil {
		refuse(w, err)
		return
	}
	a := answer{Findings: findings(report)}
	final := stageOf(r) == record.Final
	if final && report.Err() != nil {
		reply(w, http.StatusUnprocessableEntity, a)
		return
	}
	d := document{ID: r.PathValue("id"), Record: f.Name, Final: final, SavedAt: s.now(), Instance: b}
	status := http.StatusOK
	if d.ID == "" {
		status = http.StatusCreated
		d, err = s.store.add(d)
	} else {
		err = s.store.replace(d)
	}
	if err != nil {
		refuse(w, err)
		return
	}
	a.ID = d.ID
	reply(w, status, a)
}

// draw tells the page what to draw the form from.
func (s *site) draw(w http.ResponseWriter, r *http.Request) {
	f, err := s.formOf(r)
	if err != nil {
		refuse(w, err)
		return
	}
	d, err := f.draw()
	if err != nil {
		refuse(w, err)
		return
	}
	reply(w, http.StatusOK, d)
}

// instance returns a document's instance.
func (s *site) instance(w http.ResponseWriter, r *http.Request) {
	d, ok := s.store.get(r.PathValue("id"))
	if !ok {
		refuse(w, errNoSuch)
		return
	}
	reply(w, http.StatusOK, d.Instance)
}

// formOf is the form that the path names, by its record or by its document.
func (s *site) formOf(r *http.Request) (form, error) {
	name := r.PathValue("record")
	if id := r.PathValue("id"); id != "" {
		d, ok := s.store.get(id)
		if !ok {
			return form{}, errNoSuch
		}
		name = d.Record
	}
	f, ok := s.forms[name]
	if !ok {
		return form{}, &problem{http.StatusNotFound, rule.Text{ZH: "没有这种表单", EN: "there is no such record"}}
	}
	return f, nil
}

// sent reads and checks the instance in the body of a request.
func (s *site) sent(w http.ResponseWriter, r *http.Request, f form) ([]byte, rule.Report, error) {
	var none rule.Report
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return nil, none, &problem{http.StatusUnsupportedMediaType, rule.Text{ZH: "内容类型应为 application/json", EN: "want the content type application/json"}}
	}
	b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return nil, none, err
	}
	report, err := f.check(b, stageOf(r), s.today())
	return b, report, err
}

// stageOf is final unless the request says draft.
func stageOf(r *http.Request) record.Stage {
	if r.URL.Query().Get("stage") == "draft" {
		return record.Draft
	}
	return record.Final
}

func reply(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(b) // the client is gone if this fails
}

// refuse tells an error about the call; one of the server's own goes to the log.
func refuse(w http.ResponseWriter, err error) {
	p := &problem{http.StatusInternalServerError, rule.Text{ZH: "服务器出错，请稍后再试", EN: "something went wrong on the server"}}
	var own *problem
	var size *http.MaxBytesError
	var syntax *record.SyntaxError
	var limit *record.LimitError
	switch {
	case errors.As(err, &own):
		p = own
	case errors.As(err, &size):
		p = &problem{http.StatusRequestEntityTooLarge, rule.Text{ZH: "内容不得超过 1 MiB", EN: "at most 1 MiB is taken"}}
	case errors.As(err, &syntax):
		p = &problem{http.StatusBadRequest, rule.Text{ZH: syntax.In(rule.Chinese), EN: syntax.In(rule.English)}}
	case errors.As(err, &limit):
		p = &problem{http.StatusBadRequest, rule.Text{ZH: limit.In(rule.Chinese), EN: limit.In(rule.English)}}
	case errors.Is(err, errNoSuch):
		p = &problem{http.StatusNotFound, rule.Text{ZH: "没有这份文件", EN: "there is no such document"}}
	case errors.Is(err, errFinished):
		p = &problem{http.StatusConflict, rule.Text{ZH: "已提交的文件不能再改", EN: "a submitted document stays as it is"}}
	case errors.Is(err, errFull):
		p = &problem{http.StatusInsufficientStorage, rule.Text{ZH: "存放已满，请先删除旧文件", EN: "the store is full: delete old documents first"}}
	default:
		log.Printf("forms: %v", err)
	}
	reply(w, p.status, p)
}
