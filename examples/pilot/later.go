package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

// laterFile lists, in a unit's folder, what of its story this version does not
// cover yet: one a line, Chinese first, then English.
const laterFile = "later.txt"

const maxLater = 1 << 20

const betweenLanguages = " | "

// machineReadable is a review for other programs, with what of the unit's story this
// version does not cover yet.
type machineReadable struct {
	result pilot.Result
	notYet []rule.Text
}

// MarshalJSON writes the review with one more member, notCoveredYet.
func (r machineReadable) MarshalJSON() ([]byte, error) {
	b, err := json.Marshal(r.result)
	if err != nil {
		return nil, err
	}
	more, err := json.Marshal(struct {
		NotYet []rule.Text `json:"notCoveredYet"`
	}{append([]rule.Text{}, r.notYet...)})
	if err != nil {
		return nil, err
	}
	return slices.Concat(b[:len(b)-1], []byte{','}, more[1:]), nil
}

// readLater reads the list of a folder; a folder need not have one.
func readLater(f fs.FS) ([]rule.Text, error) {
	file, err := f.Open(laterFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxLater+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxLater {
		return nil, fmt.Errorf("%s: want at most %d bytes", laterFile, maxLater)
	}
	var all []rule.Text
	n := 0
	for line := range strings.Lines(string(text)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		zh, en, both := strings.Cut(line, betweenLanguages)
		if !both {
			return nil, fmt.Errorf("%s:%d:1: want Chinese and English with %q between them", laterFile, n, betweenLanguages)
		}
		all = append(all, rule.Text{ZH: zh, EN: en})
	}
	return all, nil
}
