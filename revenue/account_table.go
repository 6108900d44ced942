package revenue

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

func retentionList() record.CodeList {
	return record.CodeList{
		Name: "revenue-retention", Title: text("留用方式", "how revenue is retained"), Basis: remitBasis(), Evidence: rule.Judgement,
		Judgement: text("条例第25条第3款将事业单位使用收入留给本级财政部门规定，科目按授权的性质选择（P16）", "article 25 leaves an institution's revenue to its level; the account goes by the kind of grant (P16)"),
		Codes: []record.CodeEntry{
			entry("rent", "租金收入 4605：独占、定期、固定费用", "rent 4605: exclusive, fixed term, fixed fee"), entry("other", "其他收入 4609：按用量或非独占", "other 4609: by usage, or not exclusive"),
			entry("professional", "事业收入 4101：本单位的专业服务", "professional 4101: its own service"), entry("business", "经营收入 4401：经营业务", "business 4401: its line of business"),
		},
	}
}

func levelList() record.CodeList {
	l := record.CodeList{Name: "treasury-level", Title: text("国库级次", "level of the treasury"), Basis: gx("4.6.2"), Evidence: rule.FullText}
	for _, a := range rule.Authorities() {
		l.Codes = append(l.Codes, record.CodeEntry{Code: string(a), Title: a.Title()})
	}
	return l
}

// Rows returns the table of [Row]: the revenue account in four columns.
func Rows() *record.Table[Row] { return rows() }

var rows = sync.OnceValue(func() *record.Table[Row] {
	yuan := text("元", "yuan")
	filed := gx("4.6.3", "4.6.4")
	flags := gx("5.3.4")
	public := text("行政单位不得填写（P15）；未列明文件的按上缴处理（P16）", "none for an administrative unit (P15); without a document it is remitted (P16)")
	return record.MustTable(record.Definition{
		Name: "revenue-account-row", Title: text("收入四栏账", "revenue account"), Basis: append(filed, gx("4.6.2")...),
		Doc: text("一笔收入的应收、开票、已收、已缴。", "One revenue: due, billed, received, remitted."),
		Groups: []record.Group{
			{Key: "what", Title: text("事项", "what")},
			{Key: "due", Title: text("应收", "due")},
			{Key: "billed", Title: text("开票", "billed")},
			{Key: "received", Title: text("已收", "received")},
			{Key: "remitted", Title: text("已缴", "remitted")},
			{Key: "retained", Title: text("留用", "retained")},
			{Key: "price", Title: text("价格", "price")},
		},
	}, []record.Field[Row]{
		{Key: "id", Group: "what", Title: text("收入编号", "id"), Type: idType, Required: record.Always(), Example: "SR-2026-01", At: record.AtText(func(r *Row) *string { return &r.ID })},
		{Key: "agreement", Group: "what", Title: text("协议编号", "agreement"), Type: nameType, Basis: filed, Example: "XY-2025-01", At: record.AtText(func(r *Row) *string { return &r.Agreement })},
		{Key: "item", Group: "what", Title: text("协议事项", "item of the agreement"), Type: nameType, Basis: filed, Judgement: text("入门费、年费等分列，各有一种取得方式（P11）", "an entry fee, a yearly fee and so on: each is paid in one way (P11)"), Example: "年费", At: record.AtText(func(r *Row) *string { return &r.Item })},
		{Key: "assets", Group: "what", Title: text("涉及资产", "assets"), Type: record.List{Min: 1, Max: 100, Element: idType}, Required: record.Always(), Example: "JT-02", At: record.AtTexts(func(r *Row) *[]string { return &r.Assets })},
		{Key: "purpose", Group: "what", Title: text("收入类别", "kind of revenue"), Type: record.Code{List: purposeList()}, Required: record.Always(), Basis: filed, Example: "use", At: record.AtText(func(r *Row) *Purpose { return &r.Purpose })},
		{Key: "payment", Group: "what", Title: text("取得方式", "how it is paid"), Type: record.Code{List: paymentList()}, Required: record.Always(), Basis: filed, Example: "instalment", At: record.AtText(func(r *Row) *Payment { return &r.Payment })},
		{Key: "counterparty", Group: "what", Title: text("付款方", "payer"), Type: nameType, Required: record.Always(), Basis: filed, Example: "运营机构甲", At: record.AtText(func(r *Row) *string { return &r.Counterparty })},
		{Key: "certificateNo", Group: "what", Title: text("证书编号", "certificate number"), Type: idType, Basis: gx("4.3.3"), Example: "GX-2025-000001", At: record.AtText(func(r *Row) *string { return &r.Certificate })},
		{Key: "signedOn", Group: "due", Title: text("签订日期", "agreed on"), Type: record.Date{}, Example: "2025-12-22", At: record.At(func(r *Row) *calendar.Date { return &r.SignedOn })},
		{Key: "dueOn", Group: "due", Title: text("应收日期", "due on"), Type: record.Date{}, Basis: filed, Example: "2026-03-27", At: record.At(func(r *Row) *calendar.Date { return &r.DueOn })},
		{Key: "due", Group: "due", Title: text("应收金额（含税）", "due, with tax"), Type: record.Amount{}, Unit: yuan, Required: record.Present("dueOn"), Basis: filed, Example: "600000.00", At: record.At(func(r *Row) *money.Amount { return &r.Due })},
		{Key: "bill", Group: "billed", Title: text("缴款书或票据号", "payment order or invoice"), Type: idType, Required: record.Present("billedOn"), Example: "JK-2026-01", At: record.AtText(func(r *Row) *string { return &r.Bill })},
		{Key: "billedOn", Group: "billed", Title: text("开票日期", "billed on"), Type: record.Date{}, Example: "2026-03-25", At: record.At(func(r *Row) *calendar.Date { return &r.BilledOn })},
		{Key: "billed", Group: "billed", Title: text("开票金额（含税）", "billed, with tax"), Type: record.Amount{}, Unit: yuan, Required: record.Present("billedOn"), Example: "600000.00", At: record.At(func(r *Row) *money.Amount { return &r.Billed })},
		{Key: "bankOn", Group: "received", Title: text("到账日期", "in the bank on"), Type: record.Date{}, Basis: filed, Example: "2026-03-27", At: record.At(func(r *Row) *calendar.Date { return &r.BankOn })},
		{Key: "treasuryOn", Group: "received", Title: text("直缴入库日期", "paid into the treasury on"), Type: record.Date{}, Basis: filed, Judgement: text("付款方凭缴款书直缴国库（P17）", "paid by the payer straight into the treasury (P17)"), Example: "2026-03-27", At: record.At(func(r *Row) *calendar.Date { return &r.TreasuryOn })},
		{Key: "controlOn", Group: "received", Title: text("取得控制日期", "control gained on"), Type: record.Date{}, Basis: filed, Example: "2026-03-27", At: record.At(func(r *Row) *calendar.Date { return &r.ControlOn })},
		{Key: "received", Group: "received", Title: text("已收金额（含税）", "received, with tax"), Type: record.Amount{}, Unit: yuan, Required: record.Any(record.Present("bankOn"), record.Present("treasuryOn"), record.Present("controlOn")), Basis: filed, Example: "600000.00", At: record.At(func(r *Row) *money.Amount { return &r.Received })},
		{Key: "payable", Group: "remitted", Title: text("应缴财政款（2103）", "payable to the treasury (2103)"), Type: record.Amount{}, Unit: yuan, Basis: gx("4.6.2"), Example: "594059.41", At: record.At(func(r *Row) *money.Amount { return &r.Payable })},
		{Key: "remittedOn", Group: "remitted", Title: text("上缴日期", "remitted on"), Type: record.Date{}, Basis: gx("4.6.2"), Example: "2026-03-30", At: record.At(func(r *Row) *calendar.Date { return &r.RemittedOn })},
		{Key: "remitted", Group: "remitted", Title: text("已缴金额", "remitted"), Type: record.Amount{}, Unit: yuan, Required: record.Present("remittedOn"), Basis: gx("4.6.2"), Example: "594059.41", At: record.At(func(r *Row) *money.Amount { return &r.Remitted })},
		{Key: "treasury", Group: "remitted", Title: text("国库级次", "level of the treasury"), Type: record.Code{List: levelList()}, Required: record.Any(record.Present("remittedOn"), record.Present("treasuryOn")), Basis: gx("4.6.2", "4.6.6"), Example: "region", At: record.AtText(func(r *Row) *rule.Authority { return &r.Treasury })},
		{Key: "taxPaidOn", Group: "remitted", Title: text("缴税日期", "tax paid on"), Type: record.Date{}, Basis: gx("4.6.2"), Example: "2026-04-14", At: record.At(func(r *Row) *calendar.Date { return &r.TaxPaidOn })},
		{Key: "deducted", Group: "remitted", Title: text("上缴前扣除", "taken off before remittance"), Type: record.Amount{}, Unit: yuan, Basis: handling(), Example: "0.00", At: record.At(func(r *Row) *money.Amount { return &r.Deducted })},
		{Key: "retention", Group: "retained", Title: text("留用方式", "how it is retained"), Type: record.Code{List: retentionList()}, Basis: remitBasis(), Judgement: public, Example: "other", At: record.AtText(func(r *Row) *Retention { return &r.Retention })},
		{Key: "retainedPart", Group: "retained", Title: text("留用比例", "part that is retained"), Type: ratioType, Absent: record.Not(record.Present("retention")), Basis: remitBasis(), Example: "0.3", At: record.At(func(r *Row) *money.Ratio { return &r.Part })},
		{Key: "document", Group: "retained", Title: text("留用依据（本级文件）", "rule of its level"), Type: nameType, Basis: remitBasis(), Example: "示例文件〔2026〕1号", At: record.AtText(func(r *Row) *string { return &r.Document })},
		{Key: "used", Group: "price", Title: text("已提供或使用", "delivered or used"), Type: record.Boolean{}, Basis: flags, Example: "true", At: record.At(func(r *Row) *record.Opt[bool] { return &r.Used })},
		{Key: "termFrom", Group: "price", Title: text("授权起始日期", "term from"), Type: record.Date{}, Basis: flags, Example: "2026-01-01", At: record.At(func(r *Row) *calendar.Date { return &r.TermFrom })},
		{Key: "months", Group: "price", Title: text("授权月数", "months of the grant"), Type: record.Integer{Min: 1, Max: 1200}, Basis: flags, Example: "36", At: record.At(func(r *Row) *record.Opt[int64] { return &r.Months })},
		{Key: "contractPrice", Group: "price", Title: text("协议总价（含税）", "whole price, with tax"), Type: record.Amount{}, Unit: yuan, Basis: flags, Example: "7200000.00", At: record.At(func(r *Row) *money.Amount { return &r.Contract })},
		{Key: "ceiling", Group: "price", Title: text("同口径上限", "ceiling of the same thing"), Type: record.Amount{}, Unit: yuan, Basis: flags, Example: "650000.00", At: record.At(func(r *Row) *money.Amount { return &r.Ceiling })},
		{Key: "appraised", Group: "price", Title: text("同口径评估值", "appraisal of the same thing"), Type: record.Amount{}, Unit: yuan, Basis: flags, Example: "580000.00", At: record.At(func(r *Row) *money.Amount { return &r.Appraised })},
	})
})

// Dealings returns the table of [Dealing].
func Dealings() *record.Table[Dealing] { return dealings() }

var dealings = sync.OnceValue(func() *record.Table[Dealing] {
	completed := text("“完成”的时点按 P12，零星使用按 P13 合并", "completed by P12; small uses are put together by P13")
	on := func(key, zh, en, example string, at func(*Dealing) *calendar.Date) record.Field[Dealing] {
		return record.Field[Dealing]{Key: key, Title: text(zh, en), Type: record.Date{}, Basis: gx("4.6.5"), Judgement: completed, Example: example, At: record.At(at)}
	}
	return record.MustTable(record.Definition{
		Name: "enterprise-dealing", Title: text("企业数据资产业务", "an enterprise's dealing with data"), Basis: gx("4.6.5"),
		Doc: text("可能须备案的一笔业务及其各个日期。", "A dealing that may have to be reported, with its days."),
	}, []record.Field[Dealing]{
		{Key: "id", Title: text("业务编号", "id"), Type: idType, Required: record.Always(), Example: "YW-2026-01", At: record.AtText(func(d *Dealing) *string { return &d.ID })},
		{Key: "kind", Title: text("事项种类", "kind"), Type: record.Code{List: matterList()}, Required: record.Always(), Basis: gx("4.6.5"), Example: "pledge", At: record.AtText(func(d *Dealing) *MatterKind { return &d.Kind })},
		{Key: "agreement", Title: text("协议编号", "agreement"), Type: nameType, Example: "XY-2026-01", At: record.AtText(func(d *Dealing) *string { return &d.Agreement })},
		{Key: "assets", Title: text("涉及资产", "assets"), Type: record.List{Min: 1, Max: 100, Element: idType}, Required: record.Always(), Example: "BG-06", At: record.AtTexts(func(d *Dealing) *[]string { return &d.Assets })},
		{Key: "counterparty", Title: text("对方", "other party"), Type: nameType, Required: record.Always(), Example: "某银行", At: record.AtText(func(d *Dealing) *string { return &d.Counterparty })},
		{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: gx("4.6.5"), Example: "8000000.00", At: record.At(func(d *Dealing) *money.Amount { return &d.Amount })},
		on("settledOn", "结算日期", "settled on", "2026-06-30", func(d *Dealing) *calendar.Date { return &d.SettledOn }),
		on("deliveredOn", "交付日期", "delivered on", "2026-06-29", func(d *Dealing) *calendar.Date { return &d.DeliveredOn }),
		on("certifiedOn", "交易凭证日期", "certificate of the trade on", "2026-06-28", func(d *Dealing) *calendar.Date { return &d.CertifiedOn }),
		on("contractOn", "合同生效日期", "contract in force on", "2026-06-15", func(d *Dealing) *calendar.Date { return &d.ContractOn }),
		on("pledgedOn", "质押登记日期", "pledge registered on", "2026-06-18", func(d *Dealing) *calendar.Date { return &d.PledgedOn }),
		on("drawnOn", "放款日期", "loan drawn on", "2026-06-22", func(d *Dealing) *calendar.Date { return &d.DrawnOn }),
		{Key: "registrationNo", Title: text("质押登记编号", "registration of the pledge"), Type: idType, Required: record.Present("pledgedOn"), Basis: []rule.Clause{rule.In("民法典", "第444条")}, Example: "ZY-2026-01", At: record.AtText(func(d *Dealing) *string { return &d.Registration })},
	})
})
