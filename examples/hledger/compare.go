package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/money"
)

// compareFiles compares a trial balance that examples/pilot wrote with the
// balances that hledger printed of the same journal:
//
//	hledger -f NAME.journal balance --flat -E -N --depth 2 -O csv
func compareFiles(ours, theirs string, to io.Writer) error {
	var sides [2]map[string]money.Amount
	for i, name := range []string{ours, theirs} {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		sides[i], err = []func(io.Reader) (map[string]money.Amount, error){trialBalance, hledgerBalance}[i](f)
		if err = errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return compare(sides[0], sides[1], to)
}

// compare finds every account whose two balances differ, or that one side lacks.
func compare(ours, theirs map[string]money.Amount, to io.Writer) error {
	all := map[string]bool{}
	for _, side := range []map[string]money.Amount{ours, theirs} {
		for name := range side {
			all[name] = true
		}
	}
	differ := 0
	for _, name := range slices.Sorted(maps.Keys(all)) {
		our, here := ours[name]
		their, there := theirs[name]
		if here && there && our.Fen() == their.Fen() {
			continue
		}
		differ++
		if _, err := fmt.Fprintf(to, "%s: ours %q, hledger's %q\n", name, our, their); err != nil {
			return err
		}
	}
	if differ > 0 {
		return fmt.Errorf("%d of %d accounts differ", differ, len(all))
	}
	if len(all) == 0 {
		return errors.New("no account on either side")
	}
	_, err := fmt.Fprintf(to, "%d accounts agree\n", len(all))
	return err
}

// rows reads a table and gives each row below its heading to a function.
func rows(r io.Reader, heading []string, row func([]string) error) error {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(heading)
	first, err := in.Read()
	if err != nil {
		return err
	}
	if !slices.Equal(first, heading) {
		return fmt.Errorf("line 1: want the headings %s", strings.Join(heading, ","))
	}
	for {
		cells, err := in.Read()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = row(cells)
		}
		if err != nil {
			line, _ := in.FieldPos(0)
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

// add puts a balance, once.
func add(to map[string]money.Amount, name, amount string) error {
	a, err := money.Parse(amount)
	if err != nil {
		return err
	}
	if _, twice := to[name]; twice {
		return fmt.Errorf("%s: want an account once", name)
	}
	to[name] = a
	return nil
}

// trialBalance reads ours, debits above nothing.
func trialBalance(r io.Reader) (map[string]money.Amount, error) {
	all := map[string]money.Amount{}
	return all, rows(r, []string{"book", "code", "name", "debits", "credits", "balance"}, func(c []string) error {
		return add(all, c[0]+":"+c[1]+" "+c[2], c[5])
	})
}

// hledgerBalance reads hledger's: a bare 0, or an amount behind its commodity.
func hledgerBalance(r io.Reader) (map[string]money.Amount, error) {
	all := map[string]money.Amount{}
	return all, rows(r, []string{"account", "balance"}, func(c []string) error {
		book, account, ok := strings.Cut(c[0], ":")
		if !ok {
			return fmt.Errorf("%s: want a book and an account", c[0])
		}
		name, err := accounting.UnescapeText(account)
		if err != nil {
			return err
		}
		amount := c[1]
		if amount != "0" {
			if amount, ok = strings.CutPrefix(amount, "CNY "); !ok {
				return fmt.Errorf("%s: want an amount in CNY, not %q", c[0], c[1])
			}
		}
		return add(all, book+":"+name, amount)
	})
}
