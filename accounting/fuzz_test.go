package accounting_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/stretchr/testify/require"
)

// Whatever a file holds: it reads as a journal that writes what was read, or not
// at all.
func FuzzReadJournal(f *testing.F) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	require.NoError(f, j.Post(0, bought(f, "A", "36", 36, on, on)))
	require.NoError(f, j.Close(1, accounting.Period{Month: month(2026, 3), On: on.AddDays(30), By: "张三"}))
	var b bytes.Buffer
	require.NoError(f, j.Write(&b, 0))
	f.Add(b.String())
	f.Add(b.String()[:b.Len()/2])
	f.Add("{}\n")
	f.Fuzz(func(t *testing.T, s string) {
		j, err := accounting.ReadJournal(strings.NewReader(s), "journal.jsonl")
		if err != nil || strings.Contains(s, "\n\n") {
			return
		}
		var b bytes.Buffer
		require.NoError(t, j.Write(&b, 0))
		again, err := accounting.ReadJournal(&b, "journal.jsonl")
		require.NoError(t, err)
		equalJournals(t, j, again)
	})
}

// Whatever a text holds: each transaction read balances, and a fault names its
// line.
func FuzzTextReader(f *testing.F) {
	j, on := accounting.NewJournal(), calendar.MustDate(2026, 3, 10)
	require.NoError(f, j.Post(0, bought(f, "A", "36", 36, on, on)))
	var b bytes.Buffer
	require.NoError(f, j.WriteHledger(&b))
	f.Add(b.String())
	f.Add("commodity CNY 1000.00\naccount a:b\n\n2026-01-01 * (记-1) x\n    a:b    CNY 1.00\n    a:b    CNY -1.00\n")
	f.Add("; comment\n2026-01-01 * (记-1) x\n")
	f.Fuzz(func(t *testing.T, s string) {
		in := accounting.NewTextReader(strings.NewReader(s))
		for {
			x, err := in.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				fault, ok := err.(*accounting.TextError)
				require.True(t, ok)
				require.Positive(t, fault.Line)
				return
			}
			sum := int64(0)
			for _, l := range x.Lines {
				sum += l.Amount.Fen()
			}
			require.Zero(t, sum)
		}
	})
}

// Whatever a text holds: a formula prints what reads as itself.
func FuzzParseFormula(f *testing.F) {
	for _, s := range []string{"cost", "value − (cost − amortised)", "pos(a - b) + 1.00", "min(a, max(b, c))", "1.0.0", "((("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		formula, err := accounting.ParseFormula(s)
		if err != nil {
			return
		}
		again, err := accounting.ParseFormula(formula.String())
		require.NoError(t, err, formula.String())
		require.Equal(t, formula, again)
	})
}
