package enterprise

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// testKinds is which kinds of event record an impairment test that found a loss.
func testKinds() []string { return []string{"enterprise.impaired"} }

// Untested lists, as findings, the assets that had to be tested for impairment in
// a year and were not: those of indefinite life, and projects not ready for use.
// tested names the assets whose test found no loss, which no voucher tells.
func Untested(j *accounting.Journal, year int, tested []string) rule.Report {
	done := map[string]bool{}
	for _, a := range tested {
		done[a] = true
	}
	for p := range j.Postings() {
		if p.On.Year() == year && slices.Contains(testKinds(), p.Kind) {
			for _, a := range p.Assets {
				done[a] = true
			}
		}
	}
	var r rule.Report
	for c := range standing(j, calendar.MustDate(year, 12, 31)).Cards() {
		switch {
		case done[c.Asset]:
		case c.State == Held && c.Terms.Indefinite:
			r.Add(untested(ruleIndefinite, c.Asset, "寿命不确定，本年未作减值测试", "of indefinite life and not tested this year"))
		case c.State == Developing:
			r.Add(untested(ruleUnready, c.Asset, "尚未达到可使用状态，本年未作减值测试", "not ready for use and not tested this year"))
		}
	}
	return r
}

// standing is the journal as it stood on a day; where what came later leaves no
// such journal, as it is.
func standing(j *accounting.Journal, on calendar.Date) *accounting.Journal {
	if then, err := j.AsOf(on); err == nil {
		return then
	}
	return j
}

func untested(id rule.ID, asset, zh, en string) rule.Finding {
	r := refuse(id, asset, text(zh, en)).Rule
	return rule.Finding{Rule: id, Title: r.Title, Severity: r.Severity, Basis: r.Basis, Value: asset, Message: text(asset+" "+zh, asset+" is "+en)}
}
