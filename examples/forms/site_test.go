package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// at is the moment of every test: 2026-03-05 10:30 in China.
var at = time.Date(2026, 3, 5, 2, 30, 0, 0, time.UTC)

func open(t testing.TB, dir string) *site {
	t.Helper()
	st, err := openStore(dir)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, st.Close()) })
	s, err := newSite(st, func() time.Time { return at })
	require.NoError(t, err)
	return s
}

// call sends one request to the site; the body is sent as JSON.
func call(h http.Handler, method, path, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func answered(t testing.TB, w *httptest.ResponseRecorder) answer {
	t.Helper()
	var a answer
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &a), w.Body.String())
	return a
}

func sample(t testing.TB, s *site, name string) string {
	t.Helper()
	b, err := s.forms[name].sample()
	require.NoError(t, err)
	return string(b)
}

// keep keeps an instance and returns its id.
func keep(t testing.TB, s *site, name, stage, instance string) string {
	t.Helper()
	w := call(s, "POST", "/records/"+name+"/documents?stage="+stage, instance)
	require.Equal(t, http.StatusCreated, w.Code, w.Body.String())
	id := answered(t, w).ID
	require.Regexp(t, documentID, id)
	return id
}

// Every record of the library has a form, in the library's order, and all that
// the page needs to draw it; its sample is right, and is shown once submitted.
func TestEveryRecord(t *testing.T) {
	s := open(t, "")
	var names []string
	for _, a := range s.areas {
		for _, f := range a.Forms {
			names = append(names, f.Name)
		}
	}
	require.Equal(t, schema.Records(), names)
	validators, err := built.ReadFile("static/validators.js")
	require.NoError(t, err)
	for _, name := range names {
		var d struct {
			Name, Title      string
			Schema, UISchema map[string]any
			Example          json.RawMessage
		}
		w := call(s, "GET", "/records/"+name+"/form.json", "")
		require.Equal(t, http.StatusOK, w.Code)
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &d))
		assert.Equal(t, name, d.Name)
		assert.Equal(t, d.Title, d.Schema["title"])
		assert.NotEmpty(t, d.UISchema)
		assert.Contains(t, string(validators), strings.ReplaceAll(name, "-", "_"), "the page has no validator of %s: build it again", name)

		page := call(s, "GET", "/records/"+name, "")
		assert.Equal(t, http.StatusOK, page.Code)
		assert.Contains(t, page.Body.String(), `data-record="`+name+`"`)

		id := keep(t, s, name, "final", string(d.Example))
		shown := call(s, "GET", "/documents/"+id, "")
		assert.Equal(t, http.StatusOK, shown.Code)
		assert.Contains(t, shown.Body.String(), "已提交")
		assert.NotContains(t, shown.Body.String(), "须改正", name)
		assert.NotContains(t, shown.Body.String(), "<h2>其他</h2>", "a member of the sample of %s has no field", name)
	}
	index := call(s, "GET", "/", "").Body.String()
	for _, name := range names {
		assert.Contains(t, index, `href="/records/`+name+`"`)
	}
	assert.Contains(t, index, "2026年3月5日 10:30", "the time in China")
}

// What the schema cannot say Go's own reading finds: 91350100M000100Y43 is the
// example of GB 32100-2015, so that …44 has a wrong check character.
func TestCheck(t *testing.T) {
	s := open(t, "")
	good := sample(t, s, "holder")
	require.Contains(t, good, "91350100M000100Y43")
	for _, tt := range []struct {
		stage, instance, path, message string
	}{
		{"final", good, "", ""},
		{"final", strings.Replace(good, "91350100M000100Y43", "91350100M000100Y44", 1), "/creditCode", "校验"},
		{"final", strings.Replace(good, `"name":`, `"unknown":1,"name":`, 1), "/unknown", ""},
		{"final", `{}`, "/name", "未填写"},
		{"draft", `{}`, "", ""},
		{"draft", `{"role":"emperor"}`, "/role", ""},
	} {
		w := call(s, "POST", "/records/holder/check?stage="+tt.stage, tt.instance)
		require.Equal(t, http.StatusOK, w.Code, w.Body.String())
		a := answered(t, w)
		assert.Empty(t, a.ID, "a check keeps nothing")
		if tt.path == "" {
			assert.Empty(t, a.Findings, tt.instance)
			assert.Contains(t, w.Body.String(), `"findings":[]`)
			continue
		}
		found := false
		for i, f := range a.Findings {
			assert.True(t, f.Blocking)
			assert.NotEmpty(t, f.Message)
			found = found || f.Path == tt.path && strings.Contains(f.Message, tt.message)
			for _, g := range a.Findings[:i] {
				assert.False(t, f.Rule == g.Rule && f.Path == g.Path, "%s twice at %s", f.Rule, f.Path)
			}
		}
		assert.True(t, found, "%s: %+v", tt.path, a.Findings)
	}
	assert.Empty(t, s.store.list())
}

// A draft is kept with what is wrong in it, opened again, replaced, submitted
// only when it is right, and then stays as it is.
func TestDraft(t *testing.T) {
	for _, dir := range []string{"", t.TempDir()} {
		s := open(t, dir)
		wrong := `{"id":"R-1","amount":"六十万"}`
		w := call(s, "POST", "/records/receipt/documents?stage=draft", wrong)
		require.Equal(t, http.StatusCreated, w.Code)
		a := answered(t, w)
		require.NotEmpty(t, a.Findings, "told what is wrong")

		opened := call(s, "GET", "/documents/"+a.ID+"/instance.json", "")
		assert.JSONEq(t, wrong, opened.Body.String())
		assert.Contains(t, call(s, "GET", "/records/receipt?document="+a.ID, "").Body.String(), `data-document="`+a.ID+`"`)
		shown := call(s, "GET", "/documents/"+a.ID, "").Body.String()
		assert.Contains(t, shown, "六十万", "as it stands")
		assert.Contains(t, shown, "草稿")

		refused := call(s, "PUT", "/documents/"+a.ID, wrong)
		assert.Equal(t, http.StatusUnprocessableEntity, refused.Code)
		assert.NotEmpty(t, answered(t, refused).Findings)
		kept := call(s, "GET", "/documents/"+a.ID+"/instance.json", "").Body.String()
		assert.JSONEq(t, wrong, kept, "a refused submission changes nothing")

		good := sample(t, s, "receipt")
		assert.Equal(t, http.StatusOK, call(s, "PUT", "/documents/"+a.ID+"?stage=draft", good).Code)
		assert.Equal(t, http.StatusOK, call(s, "PUT", "/documents/"+a.ID, good).Code)
		for _, stage := range []string{"draft", "final"} {
			assert.Equal(t, http.StatusConflict, call(s, "PUT", "/documents/"+a.ID+"?stage="+stage, good).Code)
		}
		assert.Equal(t, http.StatusNotFound, call(s, "GET", "/records/receipt?document="+a.ID, "").Code, "nothing more to fill in")

		again := open(t, dir)
		if dir != "" {
			assert.Equal(t, s.store.list(), again.store.list(), "the folder has it")
		} else {
			assert.Empty(t, again.store.list())
		}

		gone := call(s, "POST", "/documents/"+a.ID+"/delete", "")
		assert.Equal(t, http.StatusSeeOther, gone.Code)
		assert.Equal(t, "/", gone.Header().Get("Location"))
		for _, path := range []string{"", "/instance.json", "/print"} {
			assert.Equal(t, http.StatusNotFound, call(s, "GET", "/documents/"+a.ID+path, "").Code)
		}
		assert.Equal(t, http.StatusNotFound, call(s, "POST", "/documents/"+a.ID+"/delete", "").Code)
		assert.Equal(t, http.StatusNotFound, call(s, "PUT", "/documents/"+a.ID, good).Code)
	}
}

// The card prints with all its fields, the certificate with what it certifies.
func TestPrint(t *testing.T) {
	s := open(t, "")
	card := call(s, "GET", "/documents/"+keep(t, s, "information-card", "final", sample(t, s, "information-card"))+"/print", "").Body.String()
	for _, f := range s.forms["information-card"].Fields {
		assert.Contains(t, card, "<dt>"+f.Title.ZH+"</dt>")
	}
	for _, want := range []string{"基本信息", "权利信息", "使用信息", "管理信息", "公路基础数据库", "1,860,000.00 元", "2025年9月10日"} {
		assert.Contains(t, card, want)
	}
	assert.NotContains(t, card, "草稿")
	certificate := call(s, "GET", "/documents/"+keep(t, s, "signed-certificate", "draft", sample(t, s, "signed-certificate"))+"/print", "").Body.String()
	for _, want := range []string{"数据资产证书", "GX-ZC-2025-000001-8", "公路基础数据库", "2025年9月10日", "至 2029年3月12日", "91350100M000100Y43", "草稿", "sha256:00"} {
		assert.Contains(t, certificate, want)
	}
	none := call(s, "GET", "/documents/"+keep(t, s, "receipt", "draft", "{}")+"/print", "")
	assert.Equal(t, http.StatusNotFound, none.Code, "a receipt has no print view")
}

// Hostile names lead nowhere.
func TestHostileNames(t *testing.T) {
	s := open(t, t.TempDir())
	id := keep(t, s, "receipt", "draft", "{}")
	for _, name := range []string{"..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "receipt%00", "receipt%2f", "Receipt", "shape-row", "%3Cscript%3E", "__proto__", strings.Repeat("a", 5000)} {
		for _, tt := range []struct{ method, path string }{
			{"GET", "/records/%s"},
			{"GET", "/records/%s/form.json"},
			{"POST", "/records/%s/check"},
			{"POST", "/records/%s/documents"},
			{"GET", "/documents/%s"},
			{"GET", "/documents/%s/instance.json"},
			{"GET", "/documents/%s/print"},
			{"PUT", "/documents/%s"},
			{"POST", "/documents/%s/delete"},
			{"GET", "/static/%s"},
			{"GET", "/records/receipt?document=%s"},
			{"GET", "/%s"},
		} {
			body := ""
			if tt.method != "GET" {
				body = "{}"
			}
			w := call(s, tt.method, fmt.Sprintf(tt.path, name), body)
			assert.Contains(t, []int{http.StatusNotFound, http.StatusTemporaryRedirect, http.StatusMovedPermanently, http.StatusMethodNotAllowed}, w.Code, "%s %s", tt.method, fmt.Sprintf(tt.path, name))
			assert.NotContains(t, w.Body.String(), "<script>")
		}
	}
	assert.Equal(t, http.StatusNotFound, call(s, "GET", "/records/holder?document="+id, "").Code, "another record's draft")
	assert.Equal(t, http.StatusNotFound, call(s, "GET", "/documents/"+strings.ToUpper(id), "").Code)
}

// Hostile bodies are refused in bounded time, and nothing of them is kept.
func TestHostileBodies(t *testing.T) {
	s := open(t, "")
	for name, tt := range map[string]struct {
		body   string
		status int
	}{
		"empty":         {" ", http.StatusBadRequest},
		"not JSON":      {"{", http.StatusBadRequest},
		"two values":    {"{} {}", http.StatusBadRequest},
		"not UTF-8":     {"{\"id\":\"\xff\"}", http.StatusBadRequest},
		"deep":          {strings.Repeat("[", 10000) + strings.Repeat("]", 10000), http.StatusBadRequest},
		"long number":   {`{"amount":1e1000000000}`, http.StatusBadRequest},
		"many values":   {"[" + strings.Repeat("1,", 200000) + "1]", http.StatusBadRequest},
		"too large":     {`{"id":"` + strings.Repeat("a", maxBody) + `"}`, http.StatusRequestEntityTooLarge},
		"a list":        {"[]", http.StatusOK},
		"null":          {"null", http.StatusOK},
		"proto":         {`{"__proto__":{"id":"x"}}`, http.StatusOK},
		"twice":         {`{"id":"a","id":"b"}`, http.StatusOK},
		"other's types": {`{"id":{},"amount":[],"receivedOn":true}`, http.StatusOK},
	} {
		began := time.Now()
		w := call(s, "POST", "/records/receipt/check", tt.body)
		assert.Equal(t, tt.status, w.Code, "%s: %.300s", name, w.Body.String())
		assert.Less(t, time.Since(began), 5*time.Second, name)
		if tt.status == http.StatusOK {
			assert.NotEmpty(t, answered(t, w).Findings, name)
			id := keep(t, s, "receipt", "draft", tt.body)
			assert.Equal(t, http.StatusOK, call(s, "GET", "/documents/"+id, "").Code, name)
			require.NoError(t, s.store.remove(id))
			continue
		}
		assert.Contains(t, w.Body.String(), `"problem":{"zh":`, name)
		assert.Equal(t, tt.status, call(s, "POST", "/records/receipt/documents?stage=draft", tt.body).Code, name)
	}
	assert.Empty(t, s.store.list())
	for _, kind := range []string{"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ";;"} {
		w := call(s, "POST", "/records/receipt/check", "{}", "Content-Type", kind)
		assert.Equal(t, http.StatusUnsupportedMediaType, w.Code, kind)
	}
}

// What people write comes back as text, never as markup.
func TestMarkup(t *testing.T) {
	s := open(t, "")
	const evil = `</dd><script>alert(1)</script><img src=x onerror=alert(1)>`
	for _, name := range []string{"information-card", "signed-certificate"} {
		b, err := json.Marshal(map[string]any{"name": evil, evil: evil, "number": evil, "issuedBy": evil})
		require.NoError(t, err)
		id := keep(t, s, name, "draft", string(b))
		for _, path := range []string{"/", "/documents/" + id, "/documents/" + id + "/print", "/records/" + name + "?document=" + id} {
			w := call(s, "GET", path, "")
			require.Equal(t, http.StatusOK, w.Code, path)
			assert.NotContains(t, w.Body.String(), "<script>")
			assert.NotContains(t, w.Body.String(), "<img")
		}
	}
}

// Every answer carries the headers; no page has a script or a style in it.
func TestHeaders(t *testing.T) {
	s := open(t, "")
	id := keep(t, s, "information-card", "draft", "{}")
	for _, path := range []string{"/", "/records/receipt", "/records/receipt/form.json", "/documents/" + id, "/documents/" + id + "/print", "/static/app.js", "/nowhere"} {
		w := call(s, "GET", path, "")
		assert.Equal(t, policy, w.Header().Get("Content-Security-Policy"), path)
		assert.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"))
		assert.NotEmpty(t, w.Header().Get("Cache-Control"))
		if strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			body := w.Body.String()
			assert.NotRegexp(t, `<style|\sstyle=|\son[a-z]+=|<script(\s[^>]*)?>[^<]`, body, path)
			assert.Contains(t, body, `lang="zh-CN"`)
		}
	}
	assert.NotContains(t, policy, "unsafe")
}

// A page of another site cannot make a browser write here.
func TestCrossOrigin(t *testing.T) {
	s := open(t, "")
	id := keep(t, s, "receipt", "draft", "{}")
	for _, path := range []string{"/records/receipt/documents?stage=draft", "/records/receipt/check", "/documents/" + id + "/delete"} {
		assert.Equal(t, http.StatusForbidden, call(s, "POST", path, "{}", "Sec-Fetch-Site", "cross-site").Code)
		assert.Equal(t, http.StatusForbidden, call(s, "POST", path, "{}", "Origin", "https://example.org").Code)
	}
	assert.Equal(t, http.StatusForbidden, call(s, "PUT", "/documents/"+id+"?stage=draft", "{}", "Sec-Fetch-Site", "same-site").Code)
	assert.Len(t, s.store.list(), 1)
	for _, tt := range []struct{ method, path string }{{"DELETE", "/documents/" + id}, {"PUT", "/records/receipt/documents"}, {"GET", "/records/receipt/check"}, {"POST", "/"}} {
		assert.Contains(t, []int{http.StatusMethodNotAllowed, http.StatusNotFound}, call(s, tt.method, tt.path, "").Code)
	}
}

// The page's files are served as they stand or compressed, and asked for once.
func TestStatic(t *testing.T) {
	s := open(t, "")
	for name, kind := range map[string]string{"static/app.js": "text/javascript", "static/validators.js": "text/javascript", "page/style.css": "text/css", "static/licenses.txt": "text/plain"} {
		want, err := built.ReadFile(name)
		require.NoError(t, err)
		name = "/static/" + path.Base(name)
		w := call(s, "GET", name, "")
		assert.Contains(t, w.Header().Get("Content-Type"), kind)
		assert.True(t, bytes.Equal(want, w.Body.Bytes()))
		small := call(s, "GET", name, "", "Accept-Encoding", "gzip")
		assert.Less(t, small.Body.Len(), len(want)/2)
		r, err := gzip.NewReader(small.Body)
		require.NoError(t, err)
		back, err := io.ReadAll(r)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(want, back))
		assert.Equal(t, http.StatusNotModified, call(s, "GET", name, "", "If-None-Match", w.Header().Get("ETag")).Code)
	}
}

// A store takes so much and no more; what is full says so.
func TestFull(t *testing.T) {
	s := open(t, "")
	large := `{"note":"` + strings.Repeat("好", 300000) + `"}` // 900,000 bytes
	n := 0
	for ; n < maxDocuments; n++ {
		if _, err := s.store.add(document{Record: "receipt", Instance: json.RawMessage(large)}); err != nil {
			require.ErrorIs(t, err, errFull)
			break
		}
	}
	assert.Equal(t, maxHeld/len(large), n)
	assert.Equal(t, http.StatusInsufficientStorage, call(s, "POST", "/records/receipt/documents?stage=draft", large).Code)

	s = open(t, "")
	for range maxDocuments {
		_, err := s.store.add(document{Record: "receipt", Instance: json.RawMessage("{}")})
		require.NoError(t, err)
	}
	assert.Equal(t, http.StatusInsufficientStorage, call(s, "POST", "/records/receipt/documents?stage=draft", "{}").Code)
	require.NoError(t, s.store.remove(s.store.list()[0].ID))
	keep(t, s, "receipt", "draft", "{}")
}

// Of a folder only what is the store's is read; what cannot be read is an error.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := keep(t, s, "receipt", "draft", `{"id":"R-1"}`)
	for name, text := range map[string]string{"notes.txt": "x", "a.json": "{", "../outside.json": "{", strings.Repeat("f", 31) + ".json": "{"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	assert.Len(t, open(t, dir).store.list(), 1)
	for name, text := range map[string]string{"broken": `{"id":`, "another's": `{"id":"` + strings.Repeat("a", 32) + `"}`} {
		bad := filepath.Join(dir, strings.Repeat("f", 32)+".json")
		require.NoError(t, os.WriteFile(bad, []byte(text), 0o600))
		_, err := openStore(dir)
		assert.ErrorContains(t, err, strings.Repeat("f", 32), name)
		require.NoError(t, os.Remove(bad))
	}
	info, err := os.Stat(filepath.Join(dir, id+".json"))
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	_, err = openStore(filepath.Join(dir, id+".json"))
	assert.Error(t, err, "a file is no folder")
}

// Many at once: nothing is lost, and a draft is submitted once.
func TestConcurrent(t *testing.T) {
	s := open(t, t.TempDir())
	good := sample(t, s, "receipt")
	one := keep(t, s, "receipt", "draft", good)
	var wg sync.WaitGroup
	var mu sync.Mutex
	codes := map[int]int{}
	for range 8 {
		wg.Go(func() {
			call(s, "POST", "/records/receipt/documents?stage=draft", good)
			call(s, "GET", "/", "")
			w := call(s, "PUT", "/documents/"+one, good)
			mu.Lock()
			codes[w.Code]++
			mu.Unlock()
		})
	}
	wg.Wait()
	assert.Equal(t, map[int]int{http.StatusOK: 1, http.StatusConflict: 7}, codes)
	assert.Len(t, s.store.list(), 9)
}

// The server bounds each part of a request.
func TestServerBounds(t *testing.T) {
	server := newServer(http.NotFoundHandler())
	for name, d := range map[string]time.Duration{"header": server.ReadHeaderTimeout, "read": server.ReadTimeout, "write": server.WriteTimeout, "idle": server.IdleTimeout} {
		assert.Positive(t, d, name)
		assert.LessOrEqual(t, d, time.Minute, name)
	}
	assert.LessOrEqual(t, server.MaxHeaderBytes, 64<<10)
}

// Amounts and dates are shown as people write them.
func TestShown(t *testing.T) {
	for s, want := range map[string]string{"0.00": "0.00", "999.90": "999.90", "1000.00": "1,000.00", "1860000.00": "1,860,000.00", "-1234567.89": "-1,234,567.89", "0.5": "0.5"} {
		assert.Equal(t, want, thousands(s))
	}
	for unit, want := range map[string]string{"条": "186,000 条", "": "186000"} {
		f := record.FieldDefinition{Type: record.Integer{}, Unit: rule.Text{ZH: unit}}
		assert.Equal(t, want, fieldRow(f, json.Number("186000"), false).Value)
	}
	assert.Equal(t, "1,000.00", valueText(record.Amount{}, "1000.00"))
	for _, v := range []any{"六十万", "", "1e3", json.Number("1000"), true} {
		assert.Equal(t, shown(v), valueText(record.Amount{}, v), "as it stands")
	}
	assert.Equal(t, "2026年3月5日 10:30", clock(at))
	assert.Equal(t, "2026年1月1日 00:00", clock(time.Date(2025, 12, 31, 16, 0, 0, 0, time.UTC)))
	assert.Equal(t, blank, shown(nil))
	assert.LessOrEqual(t, len([]rune(shown(strings.Split(strings.Repeat("a,", 500), ",")))), 201)
}
