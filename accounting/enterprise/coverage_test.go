package enterprise_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every row of the provisions and standards that the list names is carried by an
// event, a rule, a calculation, a line of a table, an account or a test, or the
// list says why not.
func TestEverythingOnTheListIsCarried(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "coverage", "enterprise-events.txt"))
	require.NoError(t, err)
	ids, tests := carriers(), testNames(t)
	asked := map[string]bool{}
	carried, reasons := 0, 0
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, cells, 3, line)
		section, name, by := cells[0], cells[1], cells[2]
		at := section + " " + name
		if reason, ok := strings.CutPrefix(by, "reason: "); ok {
			reasons++
			assert.Greater(t, len([]rune(reason)), 6, "%s: a reason", at)
			continue
		}
		carried++
		switch kind, rest, _ := strings.Cut(by, " "); kind {
		case "row", "column":
			assert.True(t, inTable(section, kind, name), "%s: no such %s", at, kind)
		case "account":
			code, title, _ := strings.Cut(name, " ")
			a, ok := enterprise.Chart().Account(code)
			assert.True(t, ok && a.Name.ZH == title, "%s: no such account", at)
		case "test":
			assert.True(t, tests[rest], "%s: no test %s", at, rest)
		case "mandatory", "voluntary":
			i := slices.IndexFunc(enterprise.DisclosureItems(), func(d enterprise.DisclosureItem) bool { return string(d.ID) == rest })
			require.GreaterOrEqual(t, i, 0, at)
			assert.Equal(t, kind == "mandatory", enterprise.DisclosureItems()[i].Mandatory, at)
		default:
			for _, id := range strings.Split(by, ", ") {
				assert.True(t, ids[id], "%s: nothing is called %s", at, id)
				asked[id] = true
			}
		}
	}
	for e := range enterprise.Events().Types() {
		if !asked[string(e.ID)] {
			t.Logf("beyond the list: %s %s", e.ID, e.Title.ZH)
		}
	}
	t.Logf("%d rows carried, %d with a reason", carried, reasons)
}

func carriers() map[string]bool {
	ids := map[string]bool{}
	c := enterprise.Catalogue()
	for _, r := range c.Rules {
		ids[string(r.ID)] = true
	}
	for _, i := range c.Items {
		ids[string(i.ID)] = true
	}
	return ids
}

// inTable looks a line up by its number and its label, as the provisions print
// them, and a column by its heading.
func inTable(section, kind, name string) bool {
	day := calendar.MustDate(2026, 12, 31)
	table, _ := enterprise.IntangibleTable(accounting.NewJournal(), day, day, nil)
	if section == "1.2" {
		table, _ = enterprise.InventoryTable(accounting.NewJournal(), day, day, nil)
	}
	if kind == "column" {
		return slices.ContainsFunc(table.Columns[:], func(c rule.Text) bool { return "列 "+c.ZH == name })
	}
	for i, l := range table.Lines {
		if fmt.Sprintf("%d %s", i+1, l.Label.ZH) == name {
			return true
		}
	}
	return false
}

// testNames is the tests of this package.
func testNames(t *testing.T) map[string]bool {
	names := map[string]bool{}
	files, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	for _, f := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), f, nil, 0)
		require.NoError(t, err)
		for _, d := range parsed.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				names[f.Name.Name] = true
			}
		}
	}
	return names
}

// The catalogue is sound: documents that exist, both languages, no id twice.
func TestCatalogue(t *testing.T) {
	require.NoError(t, enterprise.Catalogue().Check())
	assert.NotEmpty(t, enterprise.Catalogue().ByClause("GX-4.4.5"))
	assert.Empty(t, enterprise.Events().Unproven(), "every voucher balances for all amounts")
}

// The charts are not mixed: 5101 is 制造费用 here and 单位管理费用 in the government system.
func TestChartIsNotTheGovernments(t *testing.T) {
	ours, ok := enterprise.Chart().Account("5101")
	require.True(t, ok)
	assert.Equal(t, "制造费用", ours.Name.ZH)
	for _, a := range enterprise.Chart().Accounts() {
		assert.Equal(t, accounting.Financial, a.Book, a.Code)
		assert.NotContains(t, a.Entities, rule.Administrative, a.Code)
		assert.NotEmpty(t, a.Class, a.Code)
		for _, d := range a.Details {
			assert.NotEmpty(t, d.Name.EN, "%s %s", a.Code, d.Name.ZH)
		}
	}
}

// By CAS 8 第17条 no event takes an impairment back: whatever debits 1703 takes the
// asset off the books in the same voucher.
func TestNoEventReversesAnImpairment(t *testing.T) {
	for e := range enterprise.Events().Types() {
		for _, v := range e.Entries {
			debits, off := false, false
			for _, l := range v.Lines {
				debits = debits || l.Account == "1703" && l.Side == accounting.Debit
				off = off || l.Account == "1701" && l.Side == accounting.Credit
			}
			assert.True(t, !debits || off, "%s", e.ID)
		}
	}
}
