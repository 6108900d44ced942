package government

import (
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// Chart returns the accounts of the Government Accounting System that this
// package posts to.
func Chart() *accounting.Chart { return chart() }

var chart = sync.OnceValue(func() *accounting.Chart {
	c, err := accounting.NewChart(
		of(accounting.Cost, account("1701", "无形资产", "intangible assets", accounting.Debit, "1701")),
		account("1902", "待处理财产损溢", "assets pending disposal", accounting.Debit, "1902"),
		account("3001", "累计盈余", "accumulated surplus", accounting.Credit, "3001"),
		account("3501", "以前年度盈余调整", "prior-year surplus adjustment", accounting.Credit, "3501"),
	)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return c
})

func account(code, zh, en string, normal accounting.Side, place string) accounting.Account {
	return accounting.Account{
		Code: code, Name: text(zh, en), Book: accounting.Financial, Normal: normal,
		Basis: []rule.Clause{system(place)},
	}
}

// of says what an account is of an asset's carrying amount.
func of(e accounting.Element, a accounting.Account) accounting.Account {
	a.Element = e
	return a
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

// system cites the Government Accounting System.
func system(place string) rule.Clause { return rule.In("财会〔2017〕25号", place) }
