package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

func init() {
	register.Function2x3(countLines)
	register.Function5x1(readRows)
	register.Emitter1[numbered]()
	register.Emitter1[string]()
	register.Iter2[string, int]()
	beam.RegisterCoder(reflect.TypeFor[numbered](), encodeNumbered, decodeNumbered)
}

// numbered is a row and its number in the whole ledger, from 1.
type numbered struct {
	N   int
	Row ledger.Row
}

// encodeNumbered writes the number and the row's own JSON.
func encodeNumbered(r numbered) ([]byte, error) {
	return ledger.Table().Append(binary.AppendUvarint(nil, uint64(r.N)), &r.Row)
}

// decodeNumbered reads what could be read of the row before: what could not was
// told where its file was read.
func decodeNumbered(b []byte) (numbered, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return numbered{}, errors.New("a row begins with its number")
	}
	row, _, err := ledger.Table().Read(b[size:], record.Options{Stage: record.Draft})
	return numbered{int(n), row}, err
}

// countLines counts the rows of a file: its lines that are not empty.
func countLines(ctx context.Context, file fileio.ReadableFile) (name string, rows int, err error) {
	in, err := file.Open(ctx)
	if err != nil {
		return "", 0, err
	}
	defer in.Close()
	rows, err = countRows(in)
	return file.Metadata.Path, rows, err
}

func countRows(in io.Reader) (rows int, err error) {
	r := bufio.NewReader(in)
	blank := true
	for {
		part, err := r.ReadSlice('\n')
		blank = blank && len(bytes.TrimSpace(part)) == 0
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return rows, err
		}
		if !blank {
			rows++
		}
		if err != nil {
			return rows, nil
		}
		blank = true
	}
}

// readRows reads the rows of one file, of which it holds one at a time. Its first
// row follows the last of the files whose names come before.
func readRows(ctx context.Context, file fileio.ReadableFile, counts func(*string, *int) bool, emit func(numbered), unread func(string)) error {
	before := 0
	var name string
	var rows int
	for counts(&name, &rows) {
		if name < file.Metadata.Path {
			before += rows
		}
	}
	in, err := file.Open(ctx)
	if err != nil {
		return err
	}
	defer in.Close()
	return eachRow(in, file.Metadata.Path, before, func(r numbered, report rule.Report) error {
		for _, f := range report.Findings {
			line, err := findingLine(f)
			if err != nil {
				return err
			}
			unread(line)
		}
		emit(r)
		return nil
	})
}

// eachRow reads rows that follow so many others. A row is read as a draft, because
// the review asks for what is missing; its report says what could not be read. A
// line that is no JSON ends the reading with an error.
func eachRow(in io.Reader, name string, before int, each func(numbered, rule.Report) error) error {
	lines := record.ReadLines(in, ledger.Table().Read, record.Options{Stage: record.Draft, File: path.Base(name), Row: before})
	for row, report := range lines.All() {
		before++
		if err := each(numbered{before, row}, report); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
