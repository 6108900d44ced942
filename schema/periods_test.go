package schema_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Where the documents that ask for a field are in force for less time than those
// of its record, the field is asked for in their period only, or the list says
// why it always is; the list says no more.
func TestRequirementPeriods(t *testing.T) {
	text, err := os.ReadFile("../testdata/coverage/requirement-periods.txt")
	require.NoError(t, err)
	list, met := map[string]string{}, map[string]bool{}
	for line := range strings.Lines(string(text)) {
		field, says, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, ok, line)
		list[field] = says
	}
	judge := func(d record.Definition, f record.FieldDefinition, period rule.Period) {
		name := d.Name + "." + f.Key
		says, listed := list[name]
		require.True(t, listed, "%s.%s is asked for in %s only, and its record longer", d.Name, f.Key, period)
		met[name] = true
		if reason, ok := strings.CutPrefix(says, "reason: "); ok {
			assert.NotEmpty(t, reason, name)
			assert.Equal(t, rule.Period{}, during(f.Required), name)
			return
		}
		assert.Equal(t, says, period.String(), name)
		assert.Equal(t, period, during(f.Required), name)
	}
	for _, r := range reals(t) {
		shorter(r.def, r.def.Basis, judge)
	}
	for field := range list {
		assert.True(t, met[field], "%s is listed without need", field)
	}
}

// shorter tells of the fields that are required by documents in force for less
// time than those of their record, or of the record around it.
func shorter(d record.Definition, around []rule.Clause, tell func(record.Definition, record.FieldDefinition, rule.Period)) {
	basis := d.Basis
	if len(basis) == 0 {
		basis = around
	}
	for _, f := range d.Fields {
		if f.Required.Op != record.OpNever && len(f.Basis) > 0 && len(basis) > 0 {
			if p := inForce(f.Basis); joined(p, inForce(basis)) != p {
				tell(d, f, p)
			}
		}
		if part, ok := partOf(f.Type); ok {
			shorter(part, basis, tell)
		}
	}
	for _, a := range d.Alternatives {
		shorter(a.Definition, basis, tell)
	}
}

// inForce is from the first day to the last on which a document of a clause is in
// force.
func inForce(clauses []rule.Clause) rule.Period {
	var p rule.Period
	for i, c := range clauses {
		d, _ := rule.DocumentByID(c.Doc)
		if i == 0 {
			p = d.Effective
		}
		p = joined(p, d.Effective)
	}
	return p
}

func joined(p, q rule.Period) rule.Period {
	if q.From.Before(p.From) {
		p.From = q.From // no date is before every date: open
	}
	if !p.To.IsZero() && (q.To.IsZero() || q.To.After(p.To)) {
		p.To = q.To
	}
	return p
}

// during is the period of a condition, none if it has none.
func during(c record.Condition) rule.Period {
	p := c.Period
	for _, a := range c.Args {
		if p == (rule.Period{}) {
			p = during(a)
		}
	}
	return p
}

// Days by the documents: the norm on authorised operation is in force from
// 2025-03-01 for five years, the pilot runs from 2025-04-01 to 2026-12-31. A record
// of a day outside may lack what they ask for: to Go, by the published document and
// by one for that day.
func TestPeriodsOfRecords(t *testing.T) {
	for _, tt := range []struct{ record, field, first, last string }{
		{"authorisation-application", "recipientKind", "2025-03-01", "2030-02-28"},
		{"authorisation-application", "priceBasis", "2025-03-01", "2030-02-28"},
		{"grant-evaluation", "market", "2025-04-01", "2026-12-31"},
		{"grant-evaluation", "supportContent", "2025-04-01", "2026-12-31"},
		{"trade-disclosure", "resources", "2025-03-01", "2030-02-28"},
		{"trade-disclosure", "useOfData", "2025-03-01", "2030-02-28"},
	} {
		r := realOf(t, tt.record)
		v := tree(t, r.good[0]).(map[string]any)
		require.Contains(t, v, tt.field)
		delete(v, tt.field)
		first, err := calendar.ParseDate(tt.first)
		require.NoError(t, err)
		last, err := calendar.ParseDate(tt.last)
		require.NoError(t, err)
		for day, asked := range map[calendar.Date]bool{first.AddDays(-1): false, first: true, last: true, last.AddDays(1): false} {
			v[r.def.DateOf] = day.String()
			b, err := json.Marshal(v)
			require.NoError(t, err)
			goSays, err := r.read(b)
			require.NoError(t, err)
			published, err := schema.Validate(r.name, b)
			require.NoError(t, err)
			dated, err := schema.Generator{At: day}.Validate(r.name, b)
			require.NoError(t, err)
			for _, report := range []rule.Report{goSays, published, dated} {
				assert.Equal(t, asked, report.Has("record.required"), "%s.%s on %s: %v", tt.record, tt.field, day, report.Err())
			}
		}
	}
}
