package main

import (
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
)

// perShard is how many rows a generated file has.
const perShard = 10_000

// generate writes a ledger of so many rows, of which some are at fault in every
// way that a review looks for: what the table asks of a row, its rules, and values
// that another row has, in the same file and in others.
func generate(dir string, rows, perShard int) error {
	for first := 0; first < rows; first += perShard {
		name := filepath.Join(dir, fmt.Sprintf("rows-%05d.jsonl", first/perShard))
		err := write(name, func(line func(string)) error {
			for i := first; i < min(first+perShard, rows); i++ {
				row := generated(i)
				text, err := ledger.Table().Encode(&row)
				if err != nil {
					return err
				}
				line(string(text))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// generated is the i-th row.
func generated(i int) ledger.Row {
	n := strconv.Itoa(i)
	day := calendar.MustDate(2025, 6, 3)
	r := ledger.Table().Sample()
	r.Resource.ID, r.Resource.Name = "GX-"+n, "农村公路路况检测影像数据集第"+n+"期"
	r.Code, r.CertificateNo, r.RegistrationNo, r.NationalCode = "GX-JT-"+n, "GX-ZS-2025-"+n, "GX-DJ-2025-"+n, ""
	r.RetiredOn, r.RetireCause, r.Counterparty, r.Predecessors, r.Successors = calendar.Date{}, "", "", nil, nil
	r.Registered, r.RegisteredOn, r.ValidTo, r.CancelledOn = ledger.IsRegistered, day, day.AddDays(3*365), calendar.Date{}
	r.Booking, r.Account, r.Amount, r.BookedOn, r.Voucher = asset.BookedCost, "1701 无形资产——数据资产", money.MustParse(strconv.Itoa(1000+i%977)+".25"), day, "记-"+n
	r.Resource.AvailableOn, r.Resource.RightHolder = day, "单位"+strconv.Itoa(i%37)
	switch {
	case i%50 == 7: // another row's name, codes and certificate
		of := strconv.Itoa(i / 2)
		r.Resource.Name, r.Code, r.CertificateNo = "农村公路路况检测影像数据集第"+of+"期", "GX-JT-"+of, "GX-ZS-2025-"+of
	case i%50 == 17: // another row's id
		r.Resource.ID = "GX-" + strconv.Itoa(i/3)
	case i%50 == 27:
		r.Booking, r.Reason, r.Amortised = asset.BookedNominal, "成本无法可靠计量", money.Amount{}
	case i%50 == 37:
		r.Amortised = money.MustParse("1000000.00")
	case i%50 == 47:
		r.Resource.Name, r.RecordedOn = "", calendar.Date{}
	}
	return r
}
