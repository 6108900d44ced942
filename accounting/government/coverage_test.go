package government_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// coverage reads a list of testdata/coverage: section, row, and what carries it
// or "reason: …", with tabs between.
func coverage(t *testing.T, name string) [][3]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "coverage", name))
	require.NoError(t, err)
	var rows [][3]string
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, cells, 3, line)
		rows = append(rows, [3]string(cells))
	}
	return rows
}

// Every kind of event of the law as the list has it row by row is booked by an
// event of the table, or the list says why there is none; and the table has no
// event that the list does not ask for.
func TestEventsCoverTheList(t *testing.T) {
	asked := map[rule.ID]bool{}
	events := 0
	for _, row := range coverage(t, "government-events.txt") {
		at := row[0] + " " + row[1]
		require.NotEmpty(t, row[1], at)
		if reason, ok := strings.CutPrefix(row[2], "reason: "); ok {
			assert.Greater(t, len([]rune(reason)), 6, "%s: a reason", at)
			continue
		}
		events++
		for _, id := range strings.Split(row[2], ", ") {
			asked[rule.ID(id)] = true
			_, ok := government.Events().Type(rule.ID(id))
			assert.True(t, ok, "%s: no event %s", at, id)
		}
	}
	for e := range government.Events().Types() {
		assert.True(t, asked[e.ID], "no row of the list asks for %s", e.ID)
	}
	t.Logf("%d rows with events, %d events", events, len(asked))
}

// Who may use which account is the list of 财会〔2021〕33号 附录, row by row; the
// accounts that facts §2.1, §2.2 and the practice name are all there.
func TestAccountsAreTheList(t *testing.T) {
	who := map[string][]rule.Entity{
		"通用": {rule.Administrative, rule.PublicInstitution, rule.CivilServiceInstitution},
		"行政": {rule.Administrative, rule.CivilServiceInstitution},
		"事业": {rule.PublicInstitution, rule.CivilServiceInstitution},
	}
	listed := map[string]bool{}
	for _, row := range coverage(t, "government-accounts.txt") {
		a, ok := government.Chart().Account(row[0])
		require.Equal(t, row[2] == "account", ok, row[0])
		if !ok {
			assert.True(t, strings.HasPrefix(row[2], "reason: "), row[0])
			continue
		}
		listed[row[0]] = true
		assert.Equal(t, who[row[1]], a.Entities, row[0])
	}
	for _, a := range government.Chart().Accounts() {
		assert.True(t, listed[a.Code], "%s is not on the list", a.Code)
		assert.Equal(t, a.Code >= "6", a.Book == accounting.Budgetary, a.Code)
		assert.NotEmpty(t, a.Class, a.Code)
		for _, d := range a.Details {
			assert.NotEmpty(t, d.Name.EN, "%s %s", a.Code, d.Name.ZH)
		}
	}
}

// Each policy of the practice that concerns these books is a field of Policy, a
// fact with a sentence, or a row of the table.
func TestPoliciesAreThere(t *testing.T) {
	fields := reflect.TypeFor[government.Policy]()
	seen := map[string]bool{}
	for _, row := range coverage(t, "government-policies.txt") {
		for _, carrier := range strings.Split(row[2], ", ") {
			kind, name, _ := strings.Cut(carrier, " ")
			ok := false
			switch kind {
			case "policy":
				_, ok = fields.FieldByName(name)
				seen[name] = true
			case "fact":
				ok = slices.Contains(government.Facts(), name)
			case "event":
				_, ok = government.Events().Type(rule.ID(name))
			}
			assert.True(t, ok, "%s: no %s", row[0], carrier)
		}
	}
	for i := range fields.NumField() {
		assert.True(t, seen[fields.Field(i).Name], "no row of the list asks for Policy.%s", fields.Field(i).Name)
	}
}

// Each worked example is reproduced where the list says: as vouchers, as a
// schedule, or by the computation that comes before.
func TestExamplesAreReproduced(t *testing.T) {
	source := map[string]string{}
	for name, file := range map[string]string{"worked": "worked_test.go", "schedule": "worked_test.go", "measure": "measure_test.go"} {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		source[name] = string(text)
	}
	for _, row := range coverage(t, "government-examples.txt") {
		for _, where := range strings.Split(row[2], ", ") {
			mark := map[string]string{"worked": `{"` + row[0] + " ", "schedule": `{"` + row[0] + `", `, "measure": "// " + row[0] + ","}[where]
			assert.True(t, strings.Contains(source[where], mark) || strings.Contains(source[where], `{"`+row[0]+": "), "%s is not in %s", row[0], where)
		}
	}
}
