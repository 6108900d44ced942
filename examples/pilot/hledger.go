package main

import (
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/pilot"
)

// writeBooks writes, for a unit that keeps books, its journal in the form that
// hledger reads and its trial balance as CSV: NAME.journal and NAME.csv. It never
// overwrites a file.
func writeBooks(dir, name string, u pilot.Unit, r pilot.Result) error {
	if len(r.Postings) == 0 {
		return nil
	}
	name, err := filepath.Abs(name) // a unit in the folder "." has a name too
	if err == nil {
		err = os.MkdirAll(dir, 0o755)
	}
	if err != nil {
		return err
	}
	name = filepath.Base(name)
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{name + ".journal", u.Journal.WriteHledger},
		{name + ".csv", func(w io.Writer) error { return writeBalances(w, r.Balances) }},
	} {
		file, err := os.OpenFile(filepath.Join(dir, f.name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		if err := errors.Join(f.write(file), file.Close()); err != nil {
			return err
		}
	}
	return nil
}

// writeBalances writes a trial balance, a row an account. Balances are debits less
// credits, so that they sum to nothing in each book.
func writeBalances(w io.Writer, all []accounting.Balance) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"book", "code", "name", "debits", "credits", "balance"}); err != nil {
		return err
	}
	for _, b := range all {
		net, err := b.Debits.Sub(b.Credits)
		if err != nil {
			return err
		}
		if err := out.Write([]string{b.Account.Book.Title().ZH, b.Account.Code, b.Account.Name.ZH, b.Debits.String(), b.Credits.String(), net.String()}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
