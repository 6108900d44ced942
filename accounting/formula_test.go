package accounting_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/money"
	"github.com/stretchr/testify/require"
)

// By hand, with a 5.00, b 3.00, c 1.50; what is absent counts as 0.00. The third
// column is how the formula prints: brackets only where they are needed.
func TestFormulaByHand(t *testing.T) {
	given := amounts("a", "5.00", "b", "3.00", "c", "1.50", "zero0", "0.00", "aAzZ09", "9.09")
	for _, c := range [][3]string{
		{"a", "5.00", "a"},
		{" a + b ", "8.00", "a + b"},
		{"a - b", "2.00", "a − b"},
		{"a−b−c", "0.50", "a − b − c"},
		{"a − (b − c)", "3.50", "a − (b − c)"},
		{"a - (b + c)", "0.50", "a − (b + c)"},
		{"((a) + (b))", "8.00", "a + b"},
		{"a + 0.50", "5.50", "a + 0.50"},
		{"10.00 + 9.00", "19.00", "10.00 + 9.00"},
		{"9.99", "9.99", "9.99"},
		{"min(a, b)", "3.00", "min(a, b)"},
		{"max(a, b + c)", "5.00", "max(a, b + c)"},
		{"max(a, min(b, c) + 4.00)", "5.50", "max(a, min(b, c) + 4.00)"},
		{"pos(a − b)", "2.00", "pos(a − b)"},
		{"pos(b − a)", "0.00", "pos(b − a)"},
		{"b − a", "-2.00", "b − a"},
		{"a − pos(b − c)", "3.50", "a − pos(b − c)"},
		{"zero0 + aAzZ09", "9.09", "zero0 + aAzZ09"},
		{"absent", "0.00", "absent"},
	} {
		f, err := accounting.ParseFormula(c[0])
		require.NoError(t, err, c[0])
		got, err := f.Eval(func(name string) money.Amount { return given[name] })
		require.NoError(t, err)
		require.Equal(t, c[1], got.String(), c[0])
		require.Equal(t, c[2], f.String(), c[0])
	}
	require.Empty(t, accounting.Formula{}.String())
}

// A text that is no formula is refused with the place, in bytes from 0.
func TestFormulaRefused(t *testing.T) {
	for text, c := range map[string]struct {
		at   int
		want string
	}{
		"":            {0, "a name, an amount or ("},
		"a b":         {2, "+, − or the end"},
		"a + b 1.00":  {6, "+, − or the end"},
		"a)":          {1, "+, − or the end"},
		"a +":         {3, "a name, an amount or ("},
		"(a":          {2, ")"},
		"min a":       {4, "("},
		"min(a)":      {5, ","},
		"max(a, b":    {8, ")"},
		"pos(a, b)":   {5, ")"},
		"a + 1.001":   {4, "an amount such as 1.00"},
		"a + 9x":      {4, "an amount such as 1.00"},
		"Cost":        {0, "a name of ASCII letters and digits, a small letter first"},
		"a + b.c":     {4, "a name of ASCII letters and digits, a small letter first"},
		"a + .50":     {4, "a name of ASCII letters and digits, a small letter first"},
		"a × b":       {2, "+, − or the end"},
		"成本":          {0, "a name, an amount or ("},
		"a + min(b,)": {10, "a name, an amount or ("},
	} {
		_, err := accounting.ParseFormula(text)
		fault, ok := errors.AsType[*accounting.FormulaError](err)
		require.True(t, ok, text)
		require.Equal(t, accounting.FormulaError{Text: text, At: c.at, Want: c.want}, *fault, text)
	}
}

// Thirty-two brackets or functions within each other are read, one more is not,
// whichever they are and in whichever place.
func TestFormulaNests(t *testing.T) {
	for _, c := range [][2]string{{"(", ")"}, {"pos(", ")"}, {"min(", ", b)"}, {"max(b, ", ")"}, {"b − (", ")"}} {
		nested := func(n int) string { return strings.Repeat(c[0], n) + "a" + strings.Repeat(c[1], n) }
		_, err := accounting.ParseFormula(nested(32))
		require.NoError(t, err, c[0])
		_, err = accounting.ParseFormula(nested(33))
		require.ErrorContains(t, err, "less nesting", c[0])
	}
}

// A sum beyond fifteen digits of yuan is refused, wherever it stands; the same
// amounts apart are not.
func TestFormulaOutOfBounds(t *testing.T) {
	most := money.MustParse("999999999999999.99")
	for text, fits := range map[string]bool{
		"a": true, "a − a": true, "a + 0.01": false, "min(a + 0.01, 1.00)": false, "pos(a + 0.01)": false, "1.00 − (a + 0.01)": false,
		"max(1.00, a + 0.01)": false, "pos(0.00 − a − 0.01)": false, "a − a + 1.00": true,
	} {
		f, err := accounting.ParseFormula(text)
		require.NoError(t, err)
		_, err = f.Eval(func(string) money.Amount { return most })
		require.Equal(t, fits, err == nil, "%s: %v", text, err)
	}
}
