package pilot

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// ofAccount is the codes of the events whose fields are those of package revenue.
var ofAccount = []string{"due", "bill", "receipt", "remit", "payTax", "matter"}

// aboutRow is the fields that say what a row of the account is about.
var aboutRow = []string{"agreement", "item", "assets", "purpose", "payment", "counterparty", "certificateNo"}

// accountCases is the events of the revenue account, and what an enterprise reports
// in their place.
func accountCases() []record.Case[Event] {
	always := record.Always()
	return []record.Case[Event]{
		openAccountCase(),
		caseOf("due", "合同应收", "due by a contract", columns(
			func(e *Contracted) *revenue.Row { return &e.Row }, map[string]record.Condition{"dueOn": always, "due": always},
			append(slices.Concat([]string{"id"}, aboutRow), "signedOn", "dueOn", "due", "retention", "retainedPart", "document", "used", "termFrom", "months", "contractPrice", "ceiling", "appraised")...)...),
		caseOf("bill", "开具缴款书或票据", "billed", columns(
			func(e *Billed) *revenue.Row { return &e.Row }, map[string]record.Condition{"bill": always, "billedOn": always, "billed": always},
			"id", "bill", "billedOn", "billed")...),
		caseOf("receipt", "收款", "receipt", receiptFields()...),
		caseOf("remit", "上缴国库", "remitted", columns(
			func(e *Remitted) *revenue.Row { return &e.Row }, map[string]record.Condition{"remittedOn": always, "remitted": always, "treasury": always},
			"id", "remittedOn", "remitted", "treasury", "deducted")...),
		caseOf("payTax", "缴纳税费", "taxes paid", columns(
			func(e *TaxPaid) *revenue.Row { return &e.Row }, map[string]record.Condition{"taxPaidOn": always}, "id", "taxPaidOn")...),
		caseOf("bookRevenue", "收入入账", "revenue booked", record.Field[RevenueBooked]{
			Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: always, Basis: append(gx("4.6.2"), rule.In("财会〔2017〕25号", "2103")),
			Doc: text("收入四栏账截至该日尚未入账的应收、已收、已缴和税费。", "What the rows have by the day, due, received, remitted and taxes, and the books do not."), Example: "2026-03-27",
			At: record.At(func(e *RevenueBooked) *calendar.Date { return &e.On }),
		}),
		transferCase(),
		caseOf("matter", "企业备案事项", "enterprise matter", record.Include(revenue.Matters(), func(e *Completed) *revenue.Matter { return &e.Matter })...),
		dealCase(),
	}
}

// receiptFields is those of a receipt. What a row is about is asked of a receipt that
// opens it only, by the builder.
func receiptFields() []record.Field[Received] {
	never := record.Condition{}
	fields := columns(func(e *Received) *revenue.Row { return &e.Row }, map[string]record.Condition{
		"assets": never, "purpose": never, "payment": never, "counterparty": never, "received": record.Always(), "treasury": record.Present("treasuryOn"),
		"controlOn": record.Not(record.Any(record.Present("bankOn"), record.Present("treasuryOn"))),
	}, append(slices.Concat([]string{"id"}, aboutRow), "bankOn", "treasuryOn", "controlOn", "received", "treasury", "used")...)
	for i := range fields {
		if slices.Contains([]string{"assets", "purpose", "payment", "counterparty"}, fields[i].Key) {
			fields[i].Doc = text("没有合同应收的收款必填，有的不填。", "Needed where no contract made it due, left out where one did.")
		}
	}
	return fields
}

// columns is the fields of a row of the account that an event fills in. required
// takes the place of a condition that looks at columns the event does not have.
func columns[E any](at func(*E) *revenue.Row, required map[string]record.Condition, keys ...string) []record.Field[E] {
	var fields []record.Field[E]
	for _, f := range record.Include(revenue.Rows(), at) {
		if !slices.Contains(keys, f.Key) {
			continue
		}
		f.Group = ""
		if c, other := required[f.Key]; other {
			f.Required = c
		}
		fields = append(fields, f)
	}
	return fields
}

func openAccountCase() record.Case[Event] {
	tax := []rule.Clause{rule.In("增值税法", "第6条"), rule.GX("4.6.2")}
	treasury := []rule.Clause{rule.In("财会〔2017〕25号", "2103 一第2段"), rule.GX("4.6.2")}
	yes := func(key, zh, en, docZH, docEN string, basis []rule.Clause, at func(*AccountOpened) *record.Opt[bool]) record.Field[AccountOpened] {
		return record.Field[AccountOpened]{Key: key, Title: text(zh, en), Type: record.Boolean{}, Basis: basis, Doc: text(docZH, docEN), Example: "false", At: record.At(at)}
	}
	return caseOf("openAccount", "收入账口径", "how revenue is taxed and remitted",
		on(func(e *AccountOpened) *calendar.Date { return &e.On }),
		record.Field[AccountOpened]{
			Key: "taxpayer", Title: text("纳税人身份", "taxpayer"), Type: codeType("taxpayer-status", text("增值税纳税人身份", "status for value-added tax"), tax,
				codeEntry(string(revenue.GeneralTaxpayer), "一般纳税人", "general"), codeEntry(string(revenue.SmallTaxpayer), "小规模纳税人", "small")),
			Required: record.Always(), Basis: tax, Example: "small", At: record.AtText(func(e *AccountOpened) *revenue.Taxpayer { return &e.Taxpayer }),
		},
		record.Field[AccountOpened]{Key: "declares", Title: text("申报期", "tax period"), Type: codeType("tax-period", text("增值税申报期", "tax period"), tax,
			codeEntry("quarter", "按季", "by the quarter"), codeEntry("month", "按月", "by the month")), Basis: tax, Example: "quarter", At: record.AtText(func(e *AccountOpened) *string { return &e.Declares })},
		yes("exempt", "未达起征点的不计税", "below the threshold no tax is booked", "默认收到时先计税，达到免征条件的由单位另行转出。", "By default tax is booked as money comes in; what turns out to be exempt the unit takes out itself.", tax, func(e *AccountOpened) *record.Opt[bool] { return &e.Exempt }),
		yes("netOfTaxes", "扣除附加税费后上缴", "remitted net of surcharges", "默认增值税分列，附加税费由预算负担（P17）。", "By default VAT is apart and surcharges are borne by the budget (P17).", treasury, func(e *AccountOpened) *record.Opt[bool] { return &e.NetOfTaxes }),
		yes("direct", "付款方直缴国库", "the payer pays into the treasury", "默认经单位账户（P17）。", "By default money passes the unit's account (P17).", treasury, func(e *AccountOpened) *record.Opt[bool] { return &e.Direct }),
		yes("accrue", "合同应收先入账", "what is due is booked first", "默认收到时入账。", "By default it is booked when it comes in.", treasury, func(e *AccountOpened) *record.Opt[bool] { return &e.Accrue }),
		record.Field[AccountOpened]{Key: "related", Title: text("同级或关联单位", "related units"), Type: record.List{Max: 1000, Element: nameType}, Basis: gx("5.3.4"), Example: "某平台公司", At: record.AtTexts(func(e *AccountOpened) *[]string { return &e.Related })})
}

func transferCase() record.Case[Event] {
	flags := gx("5.3.4")
	party := func(key, zh, en string, at func(*Transferred) *string) record.Field[Transferred] {
		return record.Field[Transferred]{Key: key, Title: text(zh, en), Type: nameType, Required: record.Always(), Basis: flags, Example: "某平台公司", At: record.AtText(at)}
	}
	return caseOf("transfer", "其他资金往来", "other money that moved",
		on(func(e *Transferred) *calendar.Date { return &e.On }),
		party("from", "付款方", "from", func(e *Transferred) *string { return &e.From }),
		party("to", "收款方", "to", func(e *Transferred) *string { return &e.To }),
		record.Field[Transferred]{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: flags, Example: "500000.00", At: record.At(func(e *Transferred) *money.Amount { return &e.Amount })},
		record.Field[Transferred]{Key: "budget", Title: text("本级财政资金", "from the budget of its level"), Type: record.Boolean{}, Basis: flags, Example: "false", At: record.At(func(e *Transferred) *record.Opt[bool] { return &e.Budget })})
}
