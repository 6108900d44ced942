package calendar

import (
	_ "embed"
	"errors"
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
	if err := l.check(); err != nil {
		return Layer{}, err
	}
	return l, nil
}

// ReadNotice reads one year's notice from JSON, an element of the notices of
// [ReadLayer]. On the day the next year's notice is published, a caller writes
// it down so and gives it to [China] [WithNotice]. Errors are [*NoticeError].
func ReadNotice(b []byte) (Notice, error) {
	var n Notice
	if err := readStrict(b, &n); err != nil {
		return Notice{}, err
	}
	return n, nil
}

func readStrict(b []byte, v any) error {
	switch {
	case len(b) > maxBytes:
		return &NoticeError{Value: strconv.Itoa(len(b)) + " bytes", Want: "at most 1 MiB"}
	case !utf8.Valid(b):
		return &NoticeError{Want: "UTF-8"}
	}
	err := json.Unmarshal(b, v, json.RejectUnknownMembers(true))
	if err == nil {
		return nil
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
