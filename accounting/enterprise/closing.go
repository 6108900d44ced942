package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// yearClosed is the kind of the posting that closes a year.
const yearClosed rule.ID = "enterprise.year-closed"

func closing() rule.Item {
	return rule.Item{
		ID: yearClosed, Kind: rule.KindCalculation, Title: text("年末结转损益和本年利润", "income, expenses and profit closed at the year's end"),
		Basis: law(guide("附录 4103"), guide("附录 4104"), rule.GX("4.4.5")),
		Judgement: text("附录的说明凭记忆；只结转数据资源事项动用的科目，企业在其账套中一并结转",
			"the appendix is from memory; only the accounts that data resources moved are closed, which an enterprise does with all its books"),
	}
}

// CloseYear makes the posting that closes a year: income and expenses to 4103 本年利润,
// and that with 6901 to 4104 利润分配——未分配利润. 5101 is no expense of the year but a
// cost of what is produced, and stays. It is made after everything else of the year
// has been posted; where nothing stands on these accounts it has no vouchers and is
// not to be posted. Errors are of accounting.
func CloseYear(j *accounting.Journal, year int) (accounting.Posting, error) {
	on := calendar.MustDate(year, 12, 31)
	balances, err := j.TrialBalance(Chart(), on)
	if err != nil {
		return accounting.Posting{}, err
	}
	var profit, left []accounting.Line
	gain, stood, earlier := int64(0), int64(0), int64(0) // of the year, on 4103, on 6901
	for _, b := range balances {
		switch n := credit(b); {
		case b.Account.Code == "4103":
			stood = n
		case b.Account.Code == "6901":
			earlier = n
		case n != 0 && b.Account.Class.Yearly() && b.Account.Code != "5101":
			profit, gain = append(profit, against(b.Account.Code, "", n)), gain+n
		}
	}
	if gain != 0 {
		profit = append(profit, against("4103", "", -gain))
	}
	for _, x := range []struct {
		account, detail string
		credit          int64
	}{{"4103", "", gain + stood}, {"6901", "", earlier}, {"4104", "未分配利润", -gain - stood - earlier}} {
		if x.credit != 0 {
			left = append(left, against(x.account, x.detail, x.credit))
		}
	}
	p := accounting.Posting{Event: "closing/" + itoa(year), Kind: string(yearClosed), On: on}
	for _, v := range []struct {
		summary string
		lines   []accounting.Line
	}{{"结转本年损益", profit}, {"结转本年利润", left}} {
		if len(v.lines) == 0 {
			continue
		}
		made, err := Chart().Voucher(accounting.Entry{
			Book: accounting.Financial, Date: on, Summary: v.summary, Kind: accounting.Closing, Lines: v.lines,
			Basis: closing().Basis, Evidence: rule.Memory, Judgement: closing().Judgement,
		}, rule.Enterprise)
		if err != nil {
			return accounting.Posting{}, err
		}
		p.Vouchers = append(p.Vouchers, made)
	}
	return p, nil
}

// credit is what an account stands at on the credit side, in fen; below 0 on the
// debit side.
func credit(b accounting.Balance) int64 { return b.Credits.Fen() - b.Debits.Fen() }

// against is the line that takes away what stands on an account: n fen on the
// credit side.
func against(account, detail string, n int64) accounting.Line {
	l := accounting.Line{Account: account, Detail: detail, Side: accounting.Debit}
	if n < 0 {
		l.Side, n = accounting.Credit, -n
	}
	l.Amount, _ = money.Fen(n) // a sum of amounts that the journal holds
	return l
}
