package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

func main() {
	write := flag.Int("write", 0, "write a journal of so many amortisation vouchers")
	ours := flag.String("compare", "", "compare this trial balance with hledger's balances of the same journal, in FILE")
	flag.Parse()
	var err error
	if *ours != "" && flag.NArg() == 1 {
		err = compareFiles(*ours, flag.Arg(0), os.Stdout)
	} else {
		err = run(*write, flag.Args(), os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "hledger:", err)
		os.Exit(1)
	}
}

func run(write int, args []string, to io.Writer) error {
	if write > 0 {
		j, err := entries(write)
		if err != nil {
			return err
		}
		return j.WriteHledger(to)
	}
	if len(args) != 1 {
		return errors.New("usage: hledger [-write N | FILE | -compare OURS FILE]")
	}
	f, err := os.Open(args[0])
	if err != nil {
		return err
	}
	defer f.Close()
	return balance(f, to)
}

// balance prints what each account stands at: its book, code and name, the
// detail accounts summed.
func balance(r io.Reader, w io.Writer) error {
	sums := map[string]money.Amount{}
	in := accounting.NewTextReader(r)
	for {
		t, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		for _, l := range t.Lines {
			name := accounting.TextAccount(l.Account)
			sum, err := sums[string(name)].Add(l.Amount)
			if err != nil {
				return err
			}
			sums[string(name)] = sum
		}
	}
	out := bufio.NewWriter(w)
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(out, "%20s  %s\n", sums[name], name)
	}
	return out.Flush()
}

// entries is a journal of n assets bought in one month and amortised in it: n
// vouchers of amortisation, one an asset, and one of the purchase.
func entries(n int) (*accounting.Journal, error) {
	table, err := events()
	if err != nil {
		return nil, err
	}
	j, month := accounting.NewJournal(), calendar.MustMonth(2026, 1)
	for from := 0; from < n; from += 500 {
		e := accounting.Event{ID: fmt.Sprint("purchase/", from), Kind: "own.purchase", On: month.First(), Entity: rule.Administrative}
		for i := from; i < min(n, from+500); i++ {
			cost, err := money.Fen(int64(i)*36_000 + 3_600_001)
			if err != nil {
				return nil, err
			}
			id := fmt.Sprintf("A%06d", i)
			e.Parts = append(e.Parts, accounting.Part{
				Asset: id, Detail: "数据资产——" + id, Amounts: map[string]money.Amount{"cost": cost},
				Terms: accounting.Terms{Measured: accounting.AtCost, Months: 36, From: month},
			})
		}
		p, err := table.Post(e)
		if err != nil {
			return nil, err
		}
		if err := j.Post(j.Revision(), p); err != nil {
			return nil, err
		}
	}
	p, err := j.Propose(accounting.Run{Table: table, Kind: "own.amortisation", Month: month, Entity: rule.Administrative, Batch: 1})
	if err != nil {
		return nil, err
	}
	return j, j.Post(p.Revision, p.Postings...)
}

func events() (*accounting.Table, error) {
	text := func(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }
	system := func(place string) []rule.Clause { return []rule.Clause{rule.In("财会〔2017〕25号", place)} }
	account := func(code, zh, en string, s accounting.Side, e accounting.Element) accounting.Account {
		return accounting.Account{Code: code, Name: text(zh, en), Book: accounting.Financial, Normal: s, Element: e, Basis: system(code)}
	}
	chart, err := accounting.NewChart(
		account("1701", "无形资产", "intangible assets", accounting.Debit, accounting.Cost),
		account("1702", "无形资产累计摊销", "accumulated amortisation", accounting.Credit, accounting.Amortisation),
		account("4001", "财政拨款收入", "appropriations", accounting.Credit, ""),
		account("5001", "业务活动费用", "operating expense", accounting.Debit, ""),
	)
	if err != nil {
		return nil, err
	}
	return accounting.NewTable(chart, accounting.Events{
		Inputs: []accounting.Input{{Name: "cost", Title: text("成本", "cost")}, {Name: accounting.InputCurrent, Title: text("当月摊销", "of the month")}},
		Types: []accounting.EventType{
			{
				ID: "own.purchase", Title: text("外购", "bought"), Basis: system("1701 三(一)1"), Evidence: rule.FullText, Terms: true,
				Entries: []accounting.EntryTemplate{accounting.Financially(accounting.Dr("1701", "cost").Of(), accounting.Cr("4001", "cost"))},
			},
			{
				ID: "own.amortisation", Title: text("摊销", "amortised"), Basis: system("1702 三(一)"), Evidence: rule.FullText,
				Entries: []accounting.EntryTemplate{accounting.Financially(
					accounting.Dr("5001", accounting.InputCurrent), accounting.Cr("1702", accounting.InputCurrent).Of(),
				)},
			},
		},
	})
}
