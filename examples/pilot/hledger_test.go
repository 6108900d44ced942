package main

import (
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/money"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The journal of each unit, read back as plain text and added up, comes to the
// trial balance that was written beside it; hledger itself is asked by .ci/run.
func TestHledger(t *testing.T) {
	for _, at := range []string{"2025-12-30", "2026-12-31"} {
		dir := filepath.Join(t.TempDir(), "books")
		printed(t, "-at", at, "-hledger", dir)
		for _, unit := range []string{transport, guilin} {
			want := map[string]string{}
			sheet, err := os.Open(filepath.Join(dir, unit+".csv"))
			require.NoError(t, err)
			rows, err := csv.NewReader(sheet).ReadAll()
			require.NoError(t, errors.Join(err, sheet.Close()))
			sum := money.Zero()
			for _, row := range rows[1:] {
				want[row[0]+":"+row[1]+" "+row[2]] = row[5]
				sum, err = sum.Add(money.MustParse(row[5]))
				require.NoError(t, err)
			}
			assert.Equal(t, "0.00", sum.String(), "debits are credits")
			assert.Equal(t, want, added(t, filepath.Join(dir, unit+".journal")), "%s %s", unit, at)
		}
		err := run([]string{"-hledger", dir}, io.Discard)
		require.ErrorIs(t, err, fs.ErrExist, "nothing is overwritten")
	}
}

// added sums up the transactions of a journal by account.
func added(t *testing.T, name string) map[string]string {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	sums := map[string]money.Amount{}
	for in := accounting.NewTextReader(f); ; {
		x, err := in.Next()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		for _, l := range x.Lines {
			name := string(accounting.TextAccount(l.Account))
			sums[name], err = sums[name].Add(l.Amount)
			require.NoError(t, err)
		}
	}
	all := map[string]string{}
	for name, sum := range sums {
		all[name] = sum.String()
	}
	return all
}
