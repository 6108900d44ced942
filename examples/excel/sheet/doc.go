// Package sheet reads and writes tables of records as Excel workbooks (.xlsx).
//
//	w, err := sheet.NewWriter(ledger.Table(), rule.Chinese)
//	err = w.Write(&row)
//	err = w.Save(file)
//
//	r, err := sheet.Read(ledger.Table(), file, record.Options{File: "book.xlsx"})
//	for row, report := range r.All() { … }
//	err = r.Err()
//
// A Writer makes everything from the table's definition: headings under their
// groups, drop-downs from the code lists, a note at each heading that says what
// to fill in, when, on which clauses and how, formats that keep codes and dates
// what they are, and a sheet that explains the codes. Texts are text: none
// becomes a formula or a number.
//
// A Reader turns the cells of a sheet into the rows of the table's CSV reader
// and its findings back into places of the sheet, so that both import by the
// same rules. What only a workbook can have, it finds itself: formulas, error
// values, merged cells, numbers where texts should be (Rules).
package sheet
