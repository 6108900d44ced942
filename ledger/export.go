package ledger

import (
	"io"

	"github.com/dataasset-go/dataasset/rule"
)

// WriteCSV writes the rows of the view as a table that spreadsheets open, with
// headings and codes in a language. The table's ReadCSV reads it back, and an
// [Importer] finds nothing to change. It holds one row at a time; progress, which
// may be nil, is told each 1,000 rows and at the end.
func (v View) WriteCSV(w io.Writer, l rule.Language, progress func(Progress)) error {
	out, err := v.Table().NewCSVWriter(w, l)
	if err != nil {
		return err
	}
	m := meter{tell: progress}
	for row := range v.Rows() {
		if err := out.Write(&row); err != nil {
			return err
		}
		m.row(0)
	}
	m.end()
	return out.Flush()
}
