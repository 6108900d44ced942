package government

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Closing is the year-end closing of both books (§3.9 of the government
// accounting texts), derived from what the accounts stand at: revenue and
// expenses to 3301, 3302 and 3001, transfers of 3401 to 3001, the budget's revenue
// and spending to its balances. Where spending came from is read off each
// voucher: treasury payment is fiscal, money at the bank is not. Which of it is
// special (专项) no voucher says; Special does.
type Closing struct {
	On      calendar.Date // its year is closed
	Entity  rule.Entity
	Facts   map[string]string       // financialRules, activity
	Special map[string]money.Amount // what is special of 6101, 6601 and 6609, of spending (7101 or 7201) and of 7901
	Table   *accounting.Table       // nil is Events
	Signed  accounting.Signatures   //
}

// Postings makes the closing vouchers: dry. A year that has been closed gives
// none. A year whose spending began with a balance is refused with an
// [*accounting.EventError]: the year before is to be closed first.
func (c Closing) Postings(j *accounting.Journal) ([]accounting.Posting, error) {
	if c.Table == nil {
		c.Table = Events()
	}
	b := closingBooks{Closing: c, net: map[string]int64{}, details: map[string]int64{}, fiscal: map[string]int64{}, seen: map[string]int64{}}
	for p := range j.Postings() {
		for _, v := range p.Vouchers {
			b.take(v.Entry())
		}
	}
	for _, code := range []string{"7101", "7201", "7901"} {
		if b.seen[code] != b.net[code] {
			return nil, &accounting.EventError{Event: b.id("opening"), Kind: "government.budget-spending-closed", Want: text(
				"先结转上一年度（"+code+" 有年初余额）", "the year before closed first: "+code+" began with a balance")}
		}
	}
	for _, step := range []func() error{b.result, b.budget, b.carry} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return b.all, nil
}

// closingBooks is one closing being made. Sums are debits less credits in fen.
type closingBooks struct {
	Closing
	net     map[string]int64 // by account
	details map[string]int64 // by account and detail
	fiscal  map[string]int64 // fiscal part of this year's spending, by account
	seen    map[string]int64 // this year's spending, by account
	all     []accounting.Posting
}

func (b *closingBooks) id(what string) string {
	return "closing/" + strconv.Itoa(b.On.Year()) + "/" + what
}

// take adds the lines of a voucher, and parts its spending by source.
func (b *closingBooks) take(e accounting.Entry) {
	if e.Date.After(b.On) {
		return
	}
	fiscal, other := int64(0), int64(0)
	for i := range e.Lines {
		l := &e.Lines[i]
		n := signed(l)
		b.net[l.Account] += n
		b.details[l.Account+"-"+l.Detail] += n
		switch {
		case l.Account == "6001" || l.Account == "8001" && l.Detail != "货币资金":
			fiscal -= n
		case l.Account == "8001":
			other -= n
		}
	}
	if e.Book != accounting.Budgetary || e.Date.Year() != b.On.Year() {
		return
	}
	for i := range e.Lines {
		l := &e.Lines[i]
		if !slices.Contains([]string{"7101", "7201", "7901"}, l.Account) {
			continue
		}
		n := signed(l)
		b.seen[l.Account] += n
		part := int64(0)
		switch {
		case e.Kind == accounting.Closing:
			part = -b.fiscal[l.Account] // what was spent before is closed
		case strings.HasPrefix(l.Detail, "财政拨款支出"), l.Detail == "" && other == 0:
			part = n
		case l.Detail == "" && fiscal > 0:
			part = min(n, fiscal)
			fiscal -= part
		}
		b.fiscal[l.Account] += part
	}
}

// post makes the posting of an event with the amounts that are not nothing;
// where all are, there is none.
func (b *closingBooks) post(kind rule.ID, what string, facts map[string]string, amounts map[string]int64) error {
	part := accounting.Part{Asset: strconv.Itoa(b.On.Year()), Amounts: map[string]money.Amount{}, Facts: facts}
	for _, name := range slices.Sorted(maps.Keys(amounts)) {
		n := amounts[name]
		if n == 0 {
			continue
		}
		a, err := money.Fen(n)
		if err != nil {
			return err
		}
		part.Amounts[name] = a
	}
	if len(part.Amounts) == 0 {
		return nil
	}
	p, err := b.Table.Post(accounting.Event{
		ID: b.id(what), Kind: kind, On: b.On, Entity: b.Entity, Facts: b.Facts, Parts: []accounting.Part{part}, Signed: b.Signed,
	})
	if err != nil {
		return err
	}
	b.all = append(b.all, p)
	return nil
}

// credits reads what accounts stand at on the credit side, under the names of
// the inputs.
func (b *closingBooks) credits(names map[string]string) (amounts map[string]int64, sum int64) {
	amounts = map[string]int64{}
	for code, name := range names {
		amounts[name] = -b.net[code]
		sum -= b.net[code]
	}
	return amounts, sum
}

// either is a balance as surplus or as deficit.
func either(credit int64) map[string]int64 {
	return map[string]int64{"surplus": max(credit, 0), "deficit": max(-credit, 0)}
}

// result closes the financial book.
func (b *closingBooks) result() error {
	income, earned := b.credits(map[string]string{
		"4001": "fiscalIncome", "4101": "professionalIncome", "4401": "businessIncome", "4601": "outsideIncome",
		"4602": "investmentIncome", "4603": "donationIncome", "4605": "rentIncome", "4609": "otherIncome",
	})
	if err := b.post("government.income-closed", "income", nil, income); err != nil {
		return err
	}
	expense, spent := b.credits(map[string]string{
		"5001": "activityExpense", "5101": "managementExpense", "5201": "businessExpense", "5301": "disposalExpense", "5901": "otherExpense",
	})
	for name := range expense {
		expense[name] = -expense[name]
	}
	if err := b.post("government.expenses-closed", "expenses", nil, expense); err != nil {
		return err
	}
	year := earned + spent - b.net["3301"]
	if err := b.post("government.year-surplus-closed", "surplus", nil, either(year)); err != nil {
		return err
	}
	if err := b.post("government.distribution-closed", "distribution", nil, either(year-b.net["3302"])); err != nil {
		return err
	}
	return b.post("government.transfers-closed", "transfers", nil, either(-b.net["3401"]))
}

// special is what a caller says is special of an account.
func (b *closingBooks) special(code string) int64 { return b.Special[code].Fen() }

// budget closes revenue and spending of the budgetary book to their balances.
func (b *closingBooks) budget() error {
	income := map[string]int64{"fiscalReceipts": -b.net["6001"]}
	for code, names := range map[string][2]string{
		"6101": {"professionalReceipts", "professionalProject"}, "6601": {"outsideReceipts", "outsideProject"}, "6609": {"otherReceipts", "projectReceipts"},
	} {
		income[names[1]] = b.special(code)
		income[names[0]] = -b.net[code] - b.special(code)
	}
	if err := b.post("government.budget-income-closed", "budget-income", nil, income); err != nil {
		return err
	}
	code := "7101"
	if b.net["7201"] != 0 {
		code = "7201"
	}
	spending := map[string]int64{
		"fiscalSpending": b.fiscal[code], "projectSpending": b.special(code), "otherSpending": b.net[code] - b.fiscal[code] - b.special(code),
		"sundryFiscal": b.fiscal["7901"], "sundryProject": b.special("7901"), "sundrySpending": b.net["7901"] - b.fiscal["7901"] - b.special("7901"),
	}
	if err := b.post("government.budget-spending-closed", "budget-spending", nil, spending); err != nil {
		return err
	}
	if n := len(b.all); n > 0 && b.all[n-1].Kind == "government.budget-spending-closed" {
		b.all[n-1] = b.all[n-1].With(text("支出按各凭证的资金分为财政拨款和其他资金，专项资金由单位指明",
			"spending is parted by the funds of each voucher; what is special the unit says"))
	}
	if err := b.post("government.business-budget-closed", "business-budget", nil,
		map[string]int64{"businessReceipts": -b.net["6401"], "businessSpending": b.net["7301"]}); err != nil {
		return err
	}
	b.details["8101-本年收支结转"] += spending["fiscalSpending"] + spending["sundryFiscal"] - income["fiscalReceipts"]
	special := spending["projectSpending"] + spending["sundryProject"] - income["professionalProject"] - income["outsideProject"] - income["projectReceipts"]
	b.details["8201-本年收支结转"] += special
	b.net["8501"] += spending["otherSpending"] + spending["sundrySpending"] - income["professionalReceipts"] - income["outsideReceipts"] - income["otherReceipts"]
	return nil
}

// carry moves the details of the balances to the accumulated ones, and other
// surplus to where it goes.
func (b *closingBooks) carry() error {
	for _, c := range []struct{ code, carry, year, detail string }{
		{"8101", "fiscalCarried", "opening", "年初余额调整"},
		{"8102", "fiscalSurplus", "opening", "年初余额调整"},
		{"8201", "otherCarried", "opening", "年初余额调整"},
		{"8202", "otherSurplus", "opening", "年初余额调整"},
		{"8101", "fiscalCarried", "result", "本年收支结转"},
		{"8201", "otherCarried", "result", "本年收支结转"},
	} {
		facts := map[string]string{"carry": c.carry, "yearDetail": c.year}
		what := "carried-" + c.code + "-" + c.year
		if err := b.post("government.budget-carried", what, facts, either(-b.details[c.code+"-"+c.detail])); err != nil {
			return err
		}
	}
	return b.post("government.other-balance-closed", "other-balance", nil, either(-b.net["8501"]))
}
