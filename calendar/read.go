package calendar

import (
	"bytes"
	_ "embed"
	"errors"
	"io"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

//go:embed data/cn.json
var nationalJSON []byte

//go:embed data/cn-gx.json
var guangxiJSON []byte

// built reads the package's own layers, by the same reader as a caller's.
var built = sync.OnceValue(func() []Layer {
	var layers []Layer
	for _, b := range [][]byte{nationalJSON, guangxiJSON} {
		l, err := ReadLayer(b)
		if err != nil {
			panic(err) // the data is part of the package and tested
		}
		layers = append(layers, l)
	}
	return layers
})

const (
	layerFormat = 1
	maxBytes    = 1 << 20 // of a layer's text; the nation's 23 years are 25 kB
	maxNotices  = 300
	maxDays     = 366 // named by one notice
	maxLayers   = 255 // over each other, the nation included
	maxRefs     = 1<<16 - 1
)

// layerFile is the text form of a Layer.
type layerFile struct {
	Format       int               `json:"format"`
	Region       Region            `json:"region"`
	Over         Region            `json:"over,omitzero"`
	Name         string            `json:"name"`
	NameEN       string            `json:"nameEN"`
	Law          string            `json:"law,omitzero"`
	Since        Date              `json:"since,omitzero"`
	Window       Window            `json:"window"`
	Lead         MonthDay          `json:"lead,omitzero"`
	Entitlements []Entitlement     `json:"entitlements,omitzero"`
	Names        map[string]string `json:"names,omitzero"`
	Notices      []Notice          `json:"notices"`
}

// ReadLayer reads a layer from JSON, the form of the package's own data:
//
//	{"format": 1, "region": "CN-GX-X", "over": "CN-GX", "name": "某市", "nameEN": "a city",
//	 "law": "…", "window": {"from": "06-01", "to": "06-30"},
//	 "notices": [{"year": 2026, "number": "…", "off": [{"name": "…", "from": "2026-06-08"}], "worked": []}]}
//
// Unknown and duplicate members are refused. Errors are [*NoticeError].
func ReadLayer(b []byte) (Layer, error) {
	var f layerFile
	if err := readStrict(b, &f); err != nil {
		return Layer{}, err
	}
	if f.Format != layerFormat {
		return Layer{}, &NoticeError{Layer: f.Region, Path: "/format", Value: strconv.Itoa(f.Format), Want: "1"}
	}
	l := Layer{
		f.Region, f.Over, f.Name, f.NameEN, f.Law, f.Since, f.Window, f.Lead,
		f.Entitlements, f.Names, f.Notices,
	}
	if l.Notices == nil {
		return Layer{}, &NoticeError{Layer: l.Region, Path: "/notices", Want: "a list of notices, [] if there are none"}
	}
	for i := range l.Notices {
		if err := l.Notices[i].wantLists(); err != nil {
			err.Layer, err.Path = l.Region, pointer("notices", i)+err.Path
			return Layer{}, err
		}
	}
	if i, err := l.check(); err != nil {
		if i >= 0 {
			err.Path = pointer("notices", i) + err.Path
		}
		return Layer{}, err
	}
	return l, nil
}

// ReadNotice reads one year's notice from JSON, an element of the notices of
// [ReadLayer]. On the day the next year's notice is published, a caller writes
// it down so and gives it to [China] [WithNotice]. The year, the days off and
// the make-up days must be there; a list without a day is written []. Errors
// are [*NoticeError].
func ReadNotice(b []byte) (Notice, error) {
	var n Notice
	if err := readStrict(b, &n); err != nil {
		return Notice{}, err
	}
	if err := n.wantLists(); err != nil {
		return Notice{}, err
	}
	if err := n.check(nil, map[Date]int{}); err != nil {
		return Notice{}, err
	}
	return n, nil
}

// wantLists refuses a notice read from a text without its year or its lists:
// an arrangement that someone forgot to write down is not an empty one.
func (n *Notice) wantLists() *NoticeError {
	fault := func(member, want string) *NoticeError {
		return &NoticeError{Year: n.Year, Path: "/" + member, Want: want}
	}
	switch {
	case n.Year == 0:
		return fault("year", "a year from 1901 to 2199")
	case n.Off == nil:
		return fault("off", "a list of days off, [] if there are none")
	case n.Worked == nil:
		return fault("worked", "a list of make-up workdays, [] if there are none")
	}
	return nil
}

// readStrict reads a text into v, whose members are then what the text says:
// none is unknown, twice there or null.
func readStrict(b []byte, v any) error {
	switch {
	case len(b) > maxBytes:
		return &NoticeError{Value: strconv.Itoa(len(b)) + " bytes", Want: "at most 1 MiB"}
	case !utf8.Valid(b):
		return &NoticeError{Want: "UTF-8"}
	}
	err := json.Unmarshal(b, v, json.RejectUnknownMembers(true))
	if err == nil {
		return wantNoNull(b)
	}
	e := &NoticeError{Want: "valid JSON of the form that ReadLayer describes", Err: err}
	if sem, ok := errors.AsType[*json.SemanticError](err); ok {
		e.Path = string(sem.JSONPointer)
		e.Want = "a member as ReadLayer describes"
	}
	if syn, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		e.Path = string(syn.JSONPointer)
		e.Value = "byte " + strconv.FormatInt(syn.ByteOffset, 10)
	}
	if val, ok := errors.AsType[*ValueError](err); ok {
		e.Value, e.Want = val.Value, val.Want
	}
	return e
}

// wantNoNull finds the first null of a valid text.
func wantNoNull(b []byte) error {
	dec := jsontext.NewDecoder(bytes.NewReader(b))
	for {
		token, err := dec.ReadToken()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return &NoticeError{Path: string(dec.StackPointer()), Want: "valid JSON", Err: err}
		case token.Kind() == 'n':
			return &NoticeError{
				Path: string(dec.StackPointer()), Value: "null",
				Want: "a value; a member without one is left out, a list without days is []",
			}
		}
	}
}
