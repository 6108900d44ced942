package accounting

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// VoucherRecord is a voucher as a form or a file holds it: the same members as
// the JSON of a [Voucher], not yet known to balance.
type VoucherRecord struct {
	Book        Book
	Date        calendar.Date
	Word        string
	Number      string
	Summary     string
	Lines       []LineRecord
	Attachments record.Opt[int64]
	Kind        VoucherKind
	Corrects    CorrectsRecord
	Approval    Approval
	Preparer    string
	Auditor     string
	Bookkeeper  string
	Chief       string
	Cashier     string
	Basis       []string
	Evidence    string
	Judgement   rule.Text
}

// LineRecord is one line of a [VoucherRecord].
type LineRecord struct {
	Account string
	Name    string
	Detail  string
	Asset   string
	Element Element
	Side    Side
	Amount  money.Amount
	Summary string
}

// CorrectsRecord is what a correcting [VoucherRecord] corrects.
type CorrectsRecord struct {
	Date   calendar.Date
	Number string
	Color  Color
}

// basicWork cites 会计基础工作规范.
func basicWork(places ...string) []rule.Clause {
	all := make([]rule.Clause, len(places))
	for i, place := range places {
		all[i] = rule.In("会计基础工作规范", place)
	}
	return all
}

func codes(name string, title rule.Text, basis []rule.Clause, entries ...record.CodeEntry) record.Code {
	return record.Code{List: record.CodeList{Name: name, Title: title, Basis: basis, Evidence: rule.FullText, Codes: entries}}
}

func code(c, zh, en string) record.CodeEntry { return record.CodeEntry{Code: c, Title: text(zh, en)} }

func bookType() record.Code {
	return codes("book", text("账套", "book"), []rule.Clause{rule.In("财会〔2017〕25号", "总说明 五")},
		code("financial", "财务会计", "financial accounting"), code("budgetary", "预算会计", "budgetary accounting"))
}

func elementType() record.Code {
	return codes("carrying-element", text("账面价值组成", "element of the carrying amount"), []rule.Clause{rule.In("财会〔2016〕12号", "第25条")},
		code("cost", "账面余额", "cost"), code("amortisation", "累计摊销", "amortisation"), code("impairment", "减值准备", "impairment"))
}

func evidenceType() record.Code {
	var entries []record.CodeEntry
	for e := rule.FullText; e <= rule.Judgement; e++ {
		entries = append(entries, record.CodeEntry{Code: e.String(), Title: e.Title()})
	}
	return codes("evidence", text("依据可靠程度", "how sure the basis is"), basicWork("第51条(一)"), entries...)
}

var (
	idText      = record.Text{Max: 100}
	personText  = record.Text{Max: 50}
	summaryText = record.Text{Max: 500}
)

// Vouchers returns the table of [VoucherRecord].
func Vouchers() *record.Table[VoucherRecord] { return vouchers() }

var vouchers = sync.OnceValue(func() *record.Table[VoucherRecord] {
	person := func(key, zh, en string, at func(*VoucherRecord) *string) record.Field[VoucherRecord] {
		return record.Field[VoucherRecord]{Key: key, Title: text(zh, en), Type: personText, Basis: basicWork("第51条(一)"), Example: "张三", At: record.AtText(at)}
	}
	return record.MustTable(record.Definition{
		Name: "voucher", Title: text("记账凭证", "voucher"), Basis: basicWork("第51条(一)"), DateOf: "date",
		Doc: text("一张记账凭证：填制日期、编号、摘要、会计科目、金额、附件张数和签章。",
			"One voucher: date, number, summary, accounts, amounts, documents attached and signatures."),
	}, []record.Field[VoucherRecord]{
		{Key: "book", Title: text("账套", "book"), Type: bookType(), Required: record.Always(), Example: "financial", At: record.AtText(func(v *VoucherRecord) *Book { return &v.Book })},
		{Key: "date", Title: text("填制日期", "date"), Type: record.Date{}, Required: record.Always(), Basis: basicWork("第51条(一)"), Example: "2026-03-27", At: record.At(func(v *VoucherRecord) *calendar.Date { return &v.Date })},
		{Key: "word", Title: text("凭证字", "word"), Type: record.Text{Max: 10}, Doc: text("空为“记”。", "None is 记."), Example: "转", At: record.AtText(func(v *VoucherRecord) *string { return &v.Word })},
		{Key: "number", Title: text("凭证编号", "number"), Type: record.Text{Max: 30}, Basis: basicWork("第51条(二)"), Example: "12 1/2", At: record.AtText(func(v *VoucherRecord) *string { return &v.Number })},
		{Key: "summary", Title: text("摘要", "summary"), Type: summaryText, Required: record.Always(), Basis: basicWork("第51条(一)"), Example: "外购数据资源", At: record.AtText(func(v *VoucherRecord) *string { return &v.Summary })},
		{Key: "lines", Title: text("分录", "lines"), Type: record.List{Min: 2, Max: 2_000}, Required: record.Always(), Basis: basicWork("第51条(一)"), At: record.AtList(lineTable(), func(v *VoucherRecord) *[]LineRecord { return &v.Lines })},
		{Key: "attachments", Title: text("附件张数", "documents attached"), Type: record.Integer{Min: 0, Max: 100_000}, Basis: basicWork("第51条(一)", "第51条(四)"), Example: "2", At: record.At(func(v *VoucherRecord) *record.Opt[int64] { return &v.Attachments })},
		{Key: "kind", Title: text("凭证用途", "what it is for"), Type: codes("voucher-kind", text("凭证用途", "what a voucher is for"), basicWork("第51条(四)", "第51条(五)"),
			code("opening", "期初", "opening"), code("closing", "结账", "closing"), code("correcting", "更正错误", "correcting")), Example: "correcting", At: record.AtText(func(v *VoucherRecord) *VoucherKind { return &v.Kind })},
		{Key: "corrects", Title: text("所更正的凭证", "voucher corrected"), Type: record.Nested{}, Required: record.Equals("kind", "correcting"), Absent: record.Not(record.Equals("kind", "correcting")), Basis: basicWork("第51条(五)"), At: record.AtNested(correctsTable(), func(v *VoucherRecord) *CorrectsRecord { return &v.Corrects })},
		{Key: "approval", Title: text("批准文件", "approval"), Type: record.Nested{}, Basis: basicWork("第48条(七)"), At: record.AtNested(approvalTable(), func(v *VoucherRecord) *Approval { return &v.Approval })},
		person("preparer", "制证", "prepared by", func(v *VoucherRecord) *string { return &v.Preparer }),
		person("auditor", "稽核", "audited by", func(v *VoucherRecord) *string { return &v.Auditor }),
		person("bookkeeper", "记账", "booked by", func(v *VoucherRecord) *string { return &v.Bookkeeper }),
		person("chief", "会计机构负责人（会计主管人员）", "head of accounting", func(v *VoucherRecord) *string { return &v.Chief }),
		person("cashier", "出纳", "cashier", func(v *VoucherRecord) *string { return &v.Cashier }),
		{Key: "basis", Title: text("依据", "basis"), Type: record.List{Min: 1, Max: 50, Element: record.Text{Max: 200}}, Required: record.Always(), Example: "财会〔2017〕25号 1701 三(一)1", At: record.AtTexts(func(v *VoucherRecord) *[]string { return &v.Basis })},
		{Key: "evidence", Title: text("依据可靠程度", "how sure the basis is"), Type: evidenceType(), Example: "fullText", At: record.AtText(func(v *VoucherRecord) *string { return &v.Evidence })},
		{Key: "judgement", Title: text("判断", "judgement"), Type: record.Nested{}, Doc: text("法律未规定时所作的选择。", "The choice made where the law is silent."), At: record.AtNested(textTable(), func(v *VoucherRecord) *rule.Text { return &v.Judgement })},
	})
})

var lineTable = sync.OnceValue(func() *record.Table[LineRecord] {
	return record.MustTable(record.Definition{
		Name: "voucher-line", Title: text("凭证分录", "line of a voucher"), Basis: basicWork("第51条(一)"),
		Doc: text("一借或一贷；科目须写名称，不得只写编号。", "One debit or credit; the account's name is there, never its code alone."),
	}, []record.Field[LineRecord]{
		{Key: "account", Title: text("科目编码", "account code"), Type: record.Text{Max: 20, Shape: record.CodeText}, Required: record.Always(), Example: "1701", At: record.AtText(func(l *LineRecord) *string { return &l.Account })},
		{Key: "name", Title: text("科目名称", "account name"), Type: idText, Required: record.Always(), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "总说明 七(三)")}, Example: "无形资产", At: record.AtText(func(l *LineRecord) *string { return &l.Name })},
		{Key: "detail", Title: text("明细科目", "detail account"), Type: record.Text{Max: 200}, Example: "数据资产——公路", At: record.AtText(func(l *LineRecord) *string { return &l.Detail })},
		{Key: "asset", Title: text("资产编号", "asset"), Type: idText, Example: "JT-02", At: record.AtText(func(l *LineRecord) *string { return &l.Asset })},
		{Key: "element", Title: text("账面价值组成", "element of the carrying amount"), Type: elementType(), Example: "cost", At: record.AtText(func(l *LineRecord) *Element { return &l.Element })},
		{Key: "side", Title: text("借贷方向", "side"), Type: codes("side", text("借贷方向", "side"), []rule.Clause{rule.In("会计基础工作规范", "第51条(一)")},
			code("debit", "借", "debit"), code("credit", "贷", "credit")), Required: record.Always(), Example: "debit", At: record.AtText(func(l *LineRecord) *Side { return &l.Side })},
		{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{Signed: true}, Unit: text("元", "yuan"), Required: record.Always(), Basis: basicWork("第52条(二)"), Doc: text("仅红字凭证为负数。", "Below 0.00 on a red voucher only."), Example: "126000.00", At: record.At(func(l *LineRecord) *money.Amount { return &l.Amount })},
		{Key: "summary", Title: text("分录摘要", "summary of the line"), Type: summaryText, Example: "价款", At: record.AtText(func(l *LineRecord) *string { return &l.Summary })},
	})
})

var correctsTable = sync.OnceValue(func() *record.Table[CorrectsRecord] {
	return record.MustTable(record.Definition{
		Name: "voucher-corrected", Title: text("所更正的凭证", "voucher corrected"), Basis: basicWork("第51条(五)"),
		Doc: text("更正凭证注明被更正凭证的日期、编号和红蓝字。", "A correction names the date and the number of the voucher, red or blue."),
	}, []record.Field[CorrectsRecord]{
		{Key: "date", Title: text("原凭证日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2026-03-10", At: record.At(func(c *CorrectsRecord) *calendar.Date { return &c.Date })},
		{Key: "number", Title: text("原凭证编号", "number"), Type: record.Text{Max: 30}, Required: record.Always(), Example: "12", At: record.AtText(func(c *CorrectsRecord) *string { return &c.Number })},
		{Key: "color", Title: text("红蓝字", "red or blue"), Type: codes("ink", text("红蓝字", "red or blue"), basicWork("第51条(五)"),
			code("red", "红字", "red"), code("blue", "蓝字", "blue")), Required: record.Always(), Example: "red", At: record.AtText(func(c *CorrectsRecord) *Color { return &c.Color })},
	})
})

var approvalTable = sync.OnceValue(func() *record.Table[Approval] {
	return record.MustTable(record.Definition{
		Name: "voucher-approval", Title: text("批准文件", "approval"), Basis: basicWork("第48条(七)"),
		Doc: text("单独归档的批准文件：机关、日期、文号。", "A decision filed elsewhere: body, date, number."),
	}, []record.Field[Approval]{
		{Key: "body", Title: text("批准机关", "body"), Type: idText, Required: record.Always(), Example: "自治区财政厅", At: record.AtText(func(a *Approval) *string { return &a.Body })},
		{Key: "on", Title: text("批准日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2026-03-01", At: record.At(func(a *Approval) *calendar.Date { return &a.On })},
		{Key: "number", Title: text("文件字号", "number"), Type: idText, Required: record.Always(), Example: "示例批复〔2026〕1号", At: record.AtText(func(a *Approval) *string { return &a.Number })},
	})
})

var textTable = sync.OnceValue(func() *record.Table[rule.Text] {
	return record.MustTable(record.Definition{
		Name: "judgement", Title: text("判断", "judgement"), Basis: basicWork("第51条(一)"),
		Doc: text("中英文各一句。", "A sentence in each language."),
	}, []record.Field[rule.Text]{
		{Key: "zh", Title: text("中文", "Chinese"), Type: record.Text{Max: 1_000}, Required: record.Always(), Example: "按以前年度盈余调整", At: record.AtText(func(t *rule.Text) *string { return &t.ZH })},
		{Key: "en", Title: text("英文", "English"), Type: record.Text{Max: 1_000}, Required: record.Always(), Example: "by the adjustment of earlier years", At: record.AtText(func(t *rule.Text) *string { return &t.EN })},
	})
})

// Definitions lists the records of this package.
func Definitions() []record.Definition { return []record.Definition{Vouchers().Definition()} }

// Catalogue lists what this package carries.
func Catalogue() rule.Catalogue {
	c := rule.Catalogue{Choices: []rule.Choice{{Policy: "P7", Where: "accounting.FirstMonth"}, {Policy: "P27", Where: "accounting.Terms.Indefinite"}, {Policy: "P30", Where: "accounting.Materiality"}}}
	for _, d := range Definitions() {
		c.Items = append(c.Items, d.Items()...)
	}
	return c
}
