package ledger

import (
	"strconv"

	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Reviewer carries the rules of a review. The zero Reviewer judges by [Rules]
// and [ViewRules]; a caller adds to them, replaces, or switches off.
type Reviewer struct {
	Rows  rule.Set[Row]
	Views rule.Set[View]
}

// Review is the zero [Reviewer]'s.
func (v View) Review(c rule.Context) rule.Report { return Reviewer{}.Review(v, c) }

// Review validates every row of a view by its table on the day of the review,
// and judges it by the rules, alone and against the others. Rows are numbered
// in the order of the view; paths begin with /ledger and the row's place.
func (r Reviewer) Review(v View, c rule.Context) rule.Report {
	if r.Rows.IsZero() {
		r.Rows = Rules()
	}
	if r.Views.IsZero() {
		r.Views = ViewRules()
	}
	var report rule.Report
	n := 0
	for row := range v.Rows() {
		n++
		one := Table().Validate(&row, record.Options{At: c.At, Row: n})
		one.Merge(r.Rows.Review(row, c))
		for i := range one.Findings {
			one.Findings[i].Row = n
			one.Findings[i].Path = rule.Pointer("ledger", strconv.Itoa(n-1)) + one.Findings[i].Path
		}
		report.Merge(one)
	}
	report.Merge(r.Views.Review(v, c))
	return report
}

// unique reports what another row has already.
func unique(v View, _ rule.Context) rule.Verdict {
	seen := map[string]string{}
	var found []rule.Finding
	n := 0
	for row := range v.Rows() {
		n++
		for _, x := range []struct{ key, value string }{
			{"name", row.Resource.Name}, {"assetCode", row.Code}, {"certificateNo", row.CertificateNo},
		} {
			if x.value == "" {
				continue
			}
			other, taken := seen[x.key+x.value]
			if !taken {
				seen[x.key+x.value] = row.ID()
				continue
			}
			found = append(found, rule.Finding{
				Row: n, Path: rule.Pointer("ledger", strconv.Itoa(n-1), x.key), Value: x.value,
				Message: text(row.ID()+" 与 "+other+" 相同："+x.value+"。", row.ID()+" and "+other+" have the same: "+x.value+"."),
				Fix:     text("请核对是否同一资产。", "Check whether they are one asset."),
			})
		}
	}
	if len(found) > 0 {
		return rule.Fail(found...)
	}
	return rule.Pass()
}
