package government

import (
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// YearEnd is what the checklist of a year's end looks at: the balances on the
// last day, after the closing vouchers, and what was done.
type YearEnd struct {
	Year       int
	Balances   map[string]money.Amount // by account, on its normal side; none is 0.00
	Details    map[string]money.Amount // of accounts with detail, by code-detail: 1703-研究支出
	Stocktaken calendar.Date           // when the inventory was taken; none
	Assessed   calendar.Date           // when development in 1703 was assessed; none
}

// YearEndOf reads the balances of a year's last day from a journal, over the
// chart of the unit. What was done, the stocktake and the assessment, is the
// caller's to fill in. Errors are those of [accounting.Journal.TrialBalance].
func YearEndOf(j *accounting.Journal, chart *accounting.Chart, year int) (YearEnd, error) {
	y := YearEnd{Year: year, Balances: map[string]money.Amount{}, Details: map[string]money.Amount{}}
	balances, err := j.TrialBalance(chart, y.last())
	if err != nil {
		return YearEnd{}, err
	}
	for _, b := range balances {
		y.Balances[b.Account.Code] = b.Net
	}
	research := int64(0)
	for p := range j.Postings() {
		for _, v := range p.Vouchers {
			e := v.Entry()
			if e.Date.After(y.last()) {
				continue
			}
			for _, l := range e.Lines {
				if l.Account == "1703" && strings.HasPrefix(l.Detail, "研究支出") {
					research += signed(&l)
				}
			}
		}
	}
	y.Details["1703-研究支出"] = amount(research)
	return y, nil
}

// signed is the fen of a line, debits above nothing.
func signed(l *accounting.Line) int64 {
	if l.Side == accounting.Credit {
		return -l.Amount.Fen()
	}
	return l.Amount.Fen()
}

func (y YearEnd) last() calendar.Date { return calendar.MustDate(y.Year, 12, 31) }

// YearEndRules returns the checklist of a year's end: 1902, 2103, 3401 and 3501
// cleared, revenue, expenses and the surplus of the period closed, 1703 assessed,
// the stocktake made.
func YearEndRules() rule.Set[YearEnd] { return yearEndRules() }

var yearEndRules = sync.OnceValue(func() rule.Set[YearEnd] {
	full := func(id rule.ID, title rule.Text, s rule.Severity, f func(YearEnd, rule.Context) rule.Verdict, basis ...rule.Clause) rule.Check[YearEnd] {
		return rule.Check[YearEnd]{
			Rule: rule.Rule{ID: id, Title: title, Basis: basis, Evidence: rule.FullText, Severity: s},
			On:   YearEnd.last, Func: f,
		}
	}
	accumulated := text("请转入累计盈余（3001）。", "Carry it to 3001, the accumulated surplus.")
	return must(rule.NewSet(
		full("government.year-end-pending-cleared", text("1902 待处理财产损溢年末一般无余额", "1902 has no balance at year end as a rule"), rule.Warning,
			cleared(clearing{"1902", text("请报批后转销。", "Have it approved and write it off.")}), system("1902 三"), system("1902 五")),
		full("government.year-end-treasury-cleared", text("2103 应缴财政款年终清缴后一般无余额", "2103 has no balance after the year's remittance as a rule"), rule.Warning,
			cleared(clearing{"2103", text("请于年末前缴清。", "Remit it by the end of the year.")}), system("2103 四"), regulation("第26条")),
		full("government.year-end-transfers-closed", text("3401 无偿调拨净资产年末无余额", "3401 has no balance at year end"), rule.Blocking,
			cleared(clearing{"3401", accumulated}), system("3401 二(三)")),
		full("government.year-end-adjustments-closed", text("3501 以前年度盈余调整结转后无余额", "3501 has no balance once carried over"), rule.Blocking,
			cleared(clearing{"3501", accumulated}), system("3501 二(四)"), system("3501 三")),
		full("government.year-end-surplus-closed", text("3301、3302 年末无余额", "3301 and 3302 have no balance at year end"), rule.Blocking,
			cleared(clearing{"3301", text("请转入本年盈余分配（3302）。", "Carry it to 3302, the year's surplus to be distributed.")}, clearing{"3302", accumulated}), system("3301 二(二)"), system("3302 二")),
		full("government.year-end-results-closed", text("收入、费用、预算收支期末无余额", "revenue, expenses and the budget's have no balance"), rule.Blocking,
			cleared(yearly()...), system("3301 二(一)"), system("6001 三(五)"), system("7101 三(七)")),
		full("government.year-end-research-expensed", text("1703 研究支出月末无余额", "research in 1703 is expensed each month"), rule.Blocking,
			researchExpensed, system("1703 三(一)第2段"), system("1703 四")),
		full("government.year-end-development-assessed", text("年末评估 1703 开发支出能否达到预定用途", "development in 1703 is assessed at year end"), rule.Warning,
			developmentAssessed, system("1703 三(二)第2段")),
		full("government.year-end-stocktake", text("每年至少盘点一次", "a stocktake is made once a year at least"), rule.Warning,
			stocktaken, system("1701 三(四)"), regulation("第34条")),
	))
})

// clearing is an account that has nothing at the end of a year, and how it comes to that.
type clearing struct {
	code string
	how  rule.Text
}

// yearly is the accounts that begin each year at nothing.
func yearly() []clearing {
	var all []clearing
	for _, a := range accounts() {
		switch {
		case a.Class.Yearly() && a.Book == accounting.Budgetary:
			all = append(all, clearing{a.Code, text("请结转至相应的预算结转结余科目。", "Close it to its account of budget carry-over or surplus.")})
		case a.Class.Yearly():
			all = append(all, clearing{a.Code, text("请结转至本期盈余（3301）。", "Close it to 3301, the surplus of the period.")})
		}
	}
	return all
}

func cleared(accounts ...clearing) func(YearEnd, rule.Context) rule.Verdict {
	return func(y YearEnd, _ rule.Context) rule.Verdict {
		var found []rule.Finding
		for _, a := range accounts {
			if n := y.Balances[a.code]; n.Sign() != 0 {
				found = append(found, rule.Finding{
					Path: rule.Pointer("balances", a.code), Value: n.String(),
					Message: text(name(a.code).ZH+"年末余额 "+n.String()+"，应为 0.00。", name(a.code).EN+" stands at "+n.String()+" at year end; want 0.00."),
					Fix:     a.how,
				})
			}
		}
		if len(found) > 0 {
			return rule.Fail(found...)
		}
		return rule.Pass()
	}
}

func name(code string) rule.Text {
	a, _ := Chart().Account(code)
	return text(code+" "+a.Name.ZH, code+" "+a.Name.EN)
}

func researchExpensed(y YearEnd, _ rule.Context) rule.Verdict {
	if n := y.Details["1703-研究支出"]; n.Sign() != 0 {
		return fail("/details/1703-研究支出", n.String(), text("研究支出余额 "+n.String()+"。", "research stands at "+n.String()+"."),
			text("按 government.research-expensed 结转。", "Expense it by government.research-expensed."))
	}
	return rule.Pass()
}

func developmentAssessed(y YearEnd, _ rule.Context) rule.Verdict {
	switch {
	case y.Balances["1703"].Sign() == 0:
		return rule.Inapplicable()
	case y.Assessed.Year() == y.Year:
		return rule.Pass()
	}
	return fail("/assessed", y.Assessed.String(), text("开发支出余额 "+y.Balances["1703"].String()+" 本年未评估。", "development of "+y.Balances["1703"].String()+" was not assessed this year."),
		text("评估；不能达到预定用途的全部转入费用。", "Assess it; expense all of what will not be usable."))
}

func stocktaken(y YearEnd, _ rule.Context) rule.Verdict {
	if y.Stocktaken.Year() == y.Year {
		return rule.Pass()
	}
	return fail("/stocktaken", y.Stocktaken.String(), text("本年未盘点。", "no stocktake was made this year."), text("请盘点并记录结果。", "Make one and record the result."))
}
