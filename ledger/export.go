package ledger

import (
	"io"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// WriteCSV writes the rows of the view as a table that spreadsheets open, with
// headings and codes in a language. The table's ReadCSV reads it back, and an
// [Importer] finds nothing to change. It holds one row at a time; progress, which
// may be nil, is told as [record.Progress] says.
func (v View) WriteCSV(w io.Writer, l rule.Language, progress func(record.Progress)) error {
	out, err := v.Table().NewCSVWriter(w, l)
	if err != nil {
		return err
	}
	out.Progress = progress
	for row := range v.Rows() {
		if err := out.Write(&row); err != nil {
			return err
		}
	}
	return out.Flush()
}
