package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
)

// single reviews the same files by the library alone, in this process, and writes
// the same lines. omitted is above 0 where there are more findings about rows
// against each other than the 1,000 that a review keeps.
func single(j job) (omitted int, err error) {
	files, err := filepath.Glob(j.in)
	if err != nil || len(files) == 0 {
		return 0, fmt.Errorf("no file matches %q: %w", j.in, err)
	}
	s := sheet{files: files}
	omitted, err = s.review(j)
	if err == nil {
		err = s.tally(j)
	}
	return omitted, err
}

// sheet is the rows of all files, in the order of their names.
type sheet struct {
	files []string
	err   error // that ended the reading
}

// rows yields the rows; told, which may be nil, hears what could not be read.
func (s *sheet) rows(told func(rule.Report) error) iter.Seq[ledger.Row] {
	return func(yield func(ledger.Row) bool) {
		n := 0
		for _, name := range s.files {
			more := true
			err := open(name, func(in io.Reader) error {
				return eachRow(in, name, n, func(r numbered, report rule.Report) error {
					n = r.N
					if told != nil {
						if err := told(report); err != nil {
							return err
						}
					}
					if more = yield(r.Row); !more {
						return io.EOF
					}
					return nil
				})
			})
			if !more {
				return
			}
			if err != nil {
				s.err = err
				return
			}
		}
	}
}

func open(name string, read func(io.Reader) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	if !strings.HasSuffix(name, ".gz") {
		return read(file)
	}
	text, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	return read(text)
}

// review writes the findings. What cannot be read is told once, though a review
// reads the rows twice where two of them have the same.
func (s *sheet) review(j job) (omitted int, err error) {
	err = write(shardName(filepath.Join(j.out, findingsFile), 0, 1), func(line func(string)) error {
		last := 0
		told := func(report rule.Report) error {
			for _, f := range report.Findings {
				if f.Row <= last {
					return nil
				}
			}
			for _, f := range report.Findings {
				last = f.Row
			}
			return findings(report, line)
		}
		for _, report := range (ledger.Reviewer{}).Each(ledger.ViewOf(s.rows(told), nil), j.context) {
			omitted += report.Omitted
			if err := findings(report, line); err != nil {
				return err
			}
		}
		return s.err
	})
	return omitted, err
}

func (s *sheet) tally(j job) error {
	return write(shardName(filepath.Join(j.out, statisticsFile), 0, 1), func(line func(string)) error {
		for _, d := range ledger.Dimensions() {
			table, err := d.Tally(s.rows(nil), nil)
			if err != nil {
				return err
			}
			for _, t := range table {
				text, err := tallyLine("", t)
				if err != nil {
					return err
				}
				line(text)
			}
		}
		return s.err
	})
}

// write writes a file line by line.
func write(name string, lines func(line func(string)) error) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	err = lines(func(text string) {
		w.WriteString(text)
		w.WriteByte('\n')
	})
	if e := w.Flush(); err == nil {
		err = e
	}
	if e := file.Close(); err == nil {
		err = e
	}
	return err
}
