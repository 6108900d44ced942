package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// ResearchLine derives what data bring to the line 研发费用 of the income statement in a
// period, both days included (财会〔2019〕6号): research and development expensed, and
// the amortisation of own development that went to 6602 管理费用. ways is as in
// [IntangibleTable]; served says whether an asset of mixed use served others in a
// month, so that its amortisation was cost of the service; nil is never. Errors are
// of money.
func ResearchLine(j *accounting.Journal, from, to calendar.Date, ways map[string]Way, served func(asset string, m calendar.Month) bool) (money.Amount, error) {
	own, use, sum := map[string]bool{}, map[string]string{}, int64(0)
	for a, w := range ways {
		own[a] = w == Own
	}
	for p := range j.Postings() {
		for _, t := range p.Terms {
			use[t.Asset] = t.Terms.Use
		}
		if p.Kind == "enterprise.development-formed" {
			for _, a := range p.Assets {
				_, told := ways[a]
				own[a] = own[a] || !told
			}
		}
		if on := bookedOn(p); on.Before(from) || on.After(to) {
			continue
		}
		for _, v := range p.Vouchers {
			for _, l := range v.Entry().Lines {
				switch {
				case p.Kind == "enterprise.research-expensed" || p.Kind == "enterprise.development-failed":
					if l.Side == accounting.Debit {
						sum += l.Amount.Fen()
					}
				case p.Kind == string(Amortised) && l.Account == "1702" && own[l.Asset] && administrative(use[l.Asset], l.Asset, p.Through, served):
					sum += l.Amount.Fen()
				}
			}
		}
	}
	return money.Fen(sum)
}

// administrative reports whether the amortisation of a month went to 6602.
func administrative(use, asset string, m calendar.Month, served func(string, calendar.Month) bool) bool {
	return use == "management" || use == "mixed" && (served == nil || !served(asset, m))
}

func researchLine() rule.Item {
	return rule.Item{
		ID: "enterprise.research-line", Kind: rule.KindCalculation, Title: text("利润表“研发费用”：费用化研发支出，加计入管理费用的自行开发无形资产摊销", "the line of research and development: what was expensed, and amortisation of own development within administrative expenses"),
		Basis:     law(rule.In("财会〔2019〕6号", "研发费用"), rule.GX("4.4.5")),
		Judgement: text("外购数据资源的摊销留在“管理费用”", "amortisation of data that were bought stays with administrative expenses"),
	}
}
