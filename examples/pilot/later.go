package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// laterFile lists, in a unit's folder, what of its story this version does not
// cover yet: one a line, Chinese first, then English.
const laterFile = "later.txt"

const maxLater = 1 << 20

const betweenLanguages = " | "

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
