package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"mime"
	"net/http"
	"path"
	"strings"
)

// built is what tools/web builds from page/ (see README.md), and the style sheet,
// which needs no building.
//
//go:embed static/* page/style.css
var built embed.FS

// builtFile is a file of the page, as it stands and compressed.
type builtFile struct {
	kind, tag    string
	plain, small []byte
}

// assets reads the embedded files once; a name that is not there is not served.
func assets() (map[string]builtFile, error) {
	files := []string{"page/style.css"}
	entries, err := built.ReadDir("static")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		files = append(files, "static/"+e.Name())
	}
	all := map[string]builtFile{}
	for _, file := range files {
		b, err := built.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var small bytes.Buffer
		w := gzip.NewWriter(&small)
		if _, err := w.Write(b); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
		sum := sha256.Sum256(b)
		all[path.Base(file)] = builtFile{kindOf(file), `"` + hex.EncodeToString(sum[:16]) + `"`, b, small.Bytes()}
	}
	return all, nil
}

// kindOf does not ask the machine's tables where it knows better.
func kindOf(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	return mime.TypeByExtension(path.Ext(name))
}

func (s *site) static(w http.ResponseWriter, r *http.Request) {
	a, ok := s.assets[r.PathValue("name")]
	if !ok {
		s.missing(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("ETag", a.tag)
	h.Set("Cache-Control", "no-cache") // ask each time; the tag answers
	h.Set("Vary", "Accept-Encoding")
	if r.Header.Get("If-None-Match") == a.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	b := a.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		b = a.small
	}
	w.Write(b) // the client is gone if this fails
}
