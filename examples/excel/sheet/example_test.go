package sheet_test

import (
	"bytes"
	"fmt"

	"github.com/dataasset-go/dataasset/examples/excel/sheet"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// A ledger's row goes into a workbook and comes back; a name that looks like a
// formula stays a name.
func Example() {
	row := ledger.Table().Sample()
	row.Resource.Name = "=1+1"

	w, err := sheet.NewWriter(ledger.Table(), rule.Chinese)
	if err != nil {
		fmt.Println(err)
		return
	}
	var book bytes.Buffer
	if err := w.Write(&row); err != nil {
		fmt.Println(err)
		return
	}
	if err := w.Save(&book); err != nil {
		fmt.Println(err)
		return
	}

	r, err := sheet.Read(ledger.Table(), &book, record.Options{File: "book.xlsx"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for row, report := range r.All() {
		fmt.Println(r.Sheet(), r.Row().Number, row.ID(), row.Resource.Name, report.Clean())
	}
	// Output:
	// 数据资产台账 5 JT-01 =1+1 true
}
