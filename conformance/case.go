package conformance

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

//go:embed cases/*.json
var files embed.FS

// Files returns the files of the cases as they are published: cases/*.json, in
// UTF-8.
func Files() fs.FS { return files }

// Case is one question with the answer that the law, a published example or a
// hand calculation gives.
type Case struct {
	ID       string            `json:"id"`                // unique, of lower-case words, dots and hyphens; never reused
	Kind     string            `json:"kind"`              // what is asked: the name of a [Kind]
	Title    rule.Text         `json:"title"`             // the case in a phrase
	Why      rule.Text         `json:"why"`               // how the answer follows: the law's words or the hand count
	Basis    []rule.Clause     `json:"basis"`             // where it follows from; at least one
	At       calendar.Date     `json:"at,omitzero"`       // the day on which it is asked, where one matters
	Policies []string          `json:"policies,omitzero"` // the questions of [rule.Policies] that the case answers: P8
	Policy   map[string]string `json:"policy,omitzero"`   // other choices than the defaults, by number: {"P8": "rollsForward"}
	Base     string            `json:"base,omitzero"`     // the base of the file on which Input is laid; empty once read by [Cases]
	Input    json.RawMessage   `json:"input"`             // the members that the kind asks for
	Expect   Expect            `json:"expect"`            // what comes out
}

// Expect is what a case expects. The members of Values are those of the kind;
// each must be in the answer with the value that is given. Of an object only the
// members that are named are compared; null means that there is no such member.
type Expect struct {
	Fires  []Fired                    // rules, or duties, that find something; others may too
	Quiet  []rule.ID                  // rules, or duties, that are asked and find nothing
	Open   []rule.ID                  // rules that are asked and cannot be settled
	Values map[string]json.RawMessage // everything else
}

// Fired is a rule that finds something, and the place of the finding where the
// case says it: "ledger.unique /ledger/1/name".
type Fired struct {
	Rule rule.ID
	Path string // an RFC 6901 JSON Pointer; "" is anywhere
}

// UnmarshalText reads a rule, or a rule and a path behind a space.
func (f *Fired) UnmarshalText(b []byte) error {
	id, at, _ := strings.Cut(string(b), " ")
	f.Rule, f.Path = rule.ID(id), at
	return nil
}

// MarshalText writes what UnmarshalText reads.
func (f Fired) MarshalText() ([]byte, error) {
	if f.Path == "" {
		return []byte(f.Rule), nil
	}
	return []byte(string(f.Rule) + " " + f.Path), nil
}

// UnmarshalJSON reads the three lists and keeps the other members as they are.
func (e *Expect) UnmarshalJSON(b []byte) error {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(b, &all); err != nil {
		return err
	}
	var v Expect
	for _, list := range []struct {
		key string
		to  any
	}{{"fires", &v.Fires}, {"quiet", &v.Quiet}, {"open", &v.Open}} {
		if raw, ok := all[list.key]; ok {
			if err := json.Unmarshal(raw, list.to); err != nil {
				return err
			}
			delete(all, list.key)
		}
	}
	if len(all) > 0 {
		v.Values = all
	}
	*e = v
	return nil
}

// MarshalJSON writes what UnmarshalJSON reads.
func (e Expect) MarshalJSON() ([]byte, error) {
	all := map[string]any{}
	for _, key := range slices.Sorted(maps.Keys(e.Values)) {
		all[key] = e.Values[key]
	}
	if len(e.Fires) > 0 {
		all["fires"] = e.Fires
	}
	if len(e.Quiet) > 0 {
		all["quiet"] = e.Quiet
	}
	if len(e.Open) > 0 {
		all["open"] = e.Open
	}
	return json.Marshal(all)
}

// Cases returns all cases in the order of the files and within them, each with its
// whole input: its base, if it has one, is merged in. The error is about a file
// that is not as [Schema] says.
func Cases() ([]Case, error) {
	all, err := cases()
	return slices.Clone(all), err
}

// set is what one file holds.
type set struct {
	Bases map[string]json.RawMessage `json:"bases"`
	Cases []Case                     `json:"cases"`
}

var cases = sync.OnceValues(func() ([]Case, error) {
	names, err := fs.Glob(files, "cases/*.json")
	if err != nil {
		return nil, err
	}
	var all []Case
	for _, name := range names {
		b, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		read, err := readSet(b)
		if err != nil {
			return nil, fmt.Errorf("conformance: %s: %w", path.Base(name), err)
		}
		all = append(all, read...)
	}
	return all, nil
})

func readSet(b []byte) ([]Case, error) {
	var s set
	if err := strict(b, &s); err != nil {
		return nil, err
	}
	for i := range s.Cases {
		c := &s.Cases[i]
		if c.Base == "" {
			continue
		}
		base, ok := s.Bases[c.Base]
		if !ok {
			return nil, fmt.Errorf("%s: want a base of the file, not %q", c.ID, c.Base)
		}
		merged, err := Merge(base, c.Input)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.ID, err)
		}
		c.Base, c.Input = "", merged
	}
	return s.Cases, nil
}

// strict reads JSON and refuses members that v does not have, and anything behind
// the value.
func strict(b []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if d.More() {
		return fmt.Errorf("want one value and nothing behind it")
	}
	return nil
}

// Merge lays a JSON merge patch over a document (RFC 7396): members of objects
// replace those of the same name, null takes a member away, everything else is
// replaced whole.
func Merge(document, patch []byte) ([]byte, error) {
	var d, p any
	for _, in := range []struct {
		b  []byte
		to *any
	}{{document, &d}, {patch, &p}} {
		if len(in.b) == 0 {
			continue
		}
		r := json.NewDecoder(bytes.NewReader(in.b))
		r.UseNumber()
		if err := r.Decode(in.to); err != nil {
			return nil, err
		}
	}
	if len(patch) == 0 {
		return bytes.Clone(document), nil
	}
	return json.Marshal(merge(d, p))
}

func merge(document, patch any) any {
	changes, ok := patch.(map[string]any)
	if !ok {
		return patch
	}
	whole, ok := document.(map[string]any)
	if !ok {
		whole = map[string]any{}
	}
	for _, key := range slices.Sorted(maps.Keys(changes)) {
		if changes[key] == nil {
			delete(whole, key)
		} else {
			whole[key] = merge(whole[key], changes[key])
		}
	}
	return whole
}
