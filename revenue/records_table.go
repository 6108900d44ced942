package revenue

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Receipt is money, or another value, received for the use or the disposal of
// data assets.
type Receipt struct {
	ID           string
	Assets       []string
	Purpose      Purpose
	Payment      Payment
	Agreement    string
	Counterparty string
	BankOn       calendar.Date // in the unit's account
	TreasuryOn   calendar.Date // in the treasury
	ControlOn    calendar.Date // of a value that is not cash: control gained
	Amount       money.Amount  // tax included
	Certificate  string
}

// Matter is what a region enterprise reports: revenue, credit enhancement,
// pledge financing.
type Matter struct {
	ID           string
	Kind         MatterKind
	Assets       []string
	Counterparty string
	CompletedOn  calendar.Date // by P12: settlement, delivery, registration of the pledge, contract in force
	Amount       money.Amount  // tax included
	Registration string        // number of the pledge's registration
}

// The codes of the records.
type (
	// Purpose is what was paid for.
	Purpose string
	// Payment is how it is paid, as the agreement says (P11).
	Payment string
	// MatterKind is what an enterprise reports.
	MatterKind string
)

// The codes.
const (
	ForUse      Purpose = "use"
	ForDisposal Purpose = "disposal"

	OneOff     Payment = "oneOff"
	Instalment Payment = "instalment"

	MatterUse      MatterKind = "use"
	MatterDisposal MatterKind = "disposal"
	MatterCredit   MatterKind = "creditEnhancement"
	MatterPledge   MatterKind = "pledge"
)

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

func gx(keys ...string) []rule.Clause { return rule.GXAll(keys...) }

func entry(code, zh, en string) record.CodeEntry {
	return record.CodeEntry{Code: code, Title: text(zh, en)}
}

func purposeList() record.CodeList {
	return record.CodeList{
		Name: "revenue-purpose", Title: text("收入类别", "kind of revenue"), Basis: gx("4.6.3"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{entry("use", "使用收入", "revenue from use"), entry("disposal", "处置收入", "revenue from disposal")},
	}
}

func paymentList() record.CodeList {
	return record.CodeList{
		Name: "payment", Title: text("取得方式", "how it is paid"), Basis: gx("4.6.3", "4.6.4"), Evidence: rule.FullText,
		Judgement: text("一次性还是分次，按协议约定（P11）", "one-off or in instalments as the agreement says (P11)"),
		Codes:     []record.CodeEntry{entry("oneOff", "一次性收入", "one-off"), entry("instalment", "分次收入", "in instalments")},
	}
}

func matterList() record.CodeList {
	return record.CodeList{
		Name: "enterprise-matter", Title: text("企业备案事项", "matter an enterprise reports"), Basis: gx("4.6.5"), Evidence: rule.FullText,
		Codes: []record.CodeEntry{
			entry("use", "使用收入", "revenue from use"), entry("disposal", "处置收入", "revenue from disposal"),
			entry("creditEnhancement", "增信", "credit enhancement"), entry("pledge", "质押融资", "pledge financing"),
		},
	}
}

var (
	idType   = record.Text{Max: 40, Shape: record.CodeText}
	nameType = record.Text{Max: 100}
)

// Receipts returns the table of [Receipt].
func Receipts() *record.Table[Receipt] { return receipts() }

var receipts = sync.OnceValue(func() *record.Table[Receipt] {
	received := text("方案未定“获得”的时点，以到账或入库先者为准，非货币以取得控制为准（P10）",
		"the plan does not say when it is received: the first of bank and treasury, or control of what is not cash (P10)")
	return record.MustTable(record.Definition{
		Name: "receipt", Title: text("数据资产收入", "receipt"), Basis: gx("4.6.3", "4.6.4"),
		Doc: text("使用或处置数据资产取得的一笔收入。", "One receipt for the use or the disposal of data assets."),
	}, []record.Field[Receipt]{
		{Key: "id", Title: text("收入编号", "id"), Type: idType, Required: record.Always(), Example: "SR-2026-01", At: record.AtText(func(r *Receipt) *string { return &r.ID })},
		{Key: "assets", Title: text("涉及资产", "assets"), Type: record.List{Min: 1, Max: 100, Element: idType}, Required: record.Always(), Example: "JT-02", At: record.AtTexts(func(r *Receipt) *[]string { return &r.Assets })},
		{Key: "purpose", Title: text("收入类别", "kind of revenue"), Type: record.Code{List: purposeList()}, Required: record.Always(), Basis: gx("4.6.3"), Example: "use", At: record.AtText(func(r *Receipt) *Purpose { return &r.Purpose })},
		{Key: "payment", Title: text("取得方式", "how it is paid"), Type: record.Code{List: paymentList()}, Required: record.Always(), Basis: gx("4.6.3", "4.6.4"), Example: "instalment", At: record.AtText(func(r *Receipt) *Payment { return &r.Payment })},
		{Key: "agreement", Title: text("协议编号", "agreement"), Type: nameType, Example: "XY-2025-01", At: record.AtText(func(r *Receipt) *string { return &r.Agreement })},
		{Key: "counterparty", Title: text("付款方", "payer"), Type: nameType, Required: record.Always(), Example: "运营机构甲", At: record.AtText(func(r *Receipt) *string { return &r.Counterparty })},
		{Key: "bankOn", Title: text("到账日期", "in the bank on"), Type: record.Date{}, Judgement: received, Example: "2026-03-27", At: record.At(func(r *Receipt) *calendar.Date { return &r.BankOn })},
		{Key: "treasuryOn", Title: text("缴库日期", "in the treasury on"), Type: record.Date{}, Judgement: received, Example: "2026-03-30", At: record.At(func(r *Receipt) *calendar.Date { return &r.TreasuryOn })},
		{Key: "controlOn", Title: text("取得控制日期", "control gained on"), Type: record.Date{}, Judgement: received, Required: record.Not(record.Any(record.Present("bankOn"), record.Present("treasuryOn"))), Example: "2026-03-27", At: record.At(func(r *Receipt) *calendar.Date { return &r.ControlOn })},
		{Key: "amount", Title: text("含税金额", "amount with tax"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: gx("4.6.3"), Example: "600000.00", At: record.At(func(r *Receipt) *money.Amount { return &r.Amount })},
		{Key: "certificateNo", Title: text("证书编号", "certificate number"), Type: idType, Basis: gx("4.3.3"), Example: "GX-2025-000001", At: record.AtText(func(r *Receipt) *string { return &r.Certificate })},
	})
})

// Matters returns the table of [Matter].
func Matters() *record.Table[Matter] { return matters() }

var matters = sync.OnceValue(func() *record.Table[Matter] {
	return record.MustTable(record.Definition{
		Name: "enterprise-filing-matter", Title: text("企业备案事项", "matter an enterprise reports"), Basis: gx("4.6.5"),
		Doc: text("企业的使用、处置收入以及增信、质押融资。", "An enterprise's revenue, credit enhancement or pledge financing."),
	}, []record.Field[Matter]{
		{Key: "id", Title: text("事项编号", "id"), Type: idType, Required: record.Always(), Example: "BA-2026-01", At: record.AtText(func(m *Matter) *string { return &m.ID })},
		{Key: "kind", Title: text("事项种类", "kind"), Type: record.Code{List: matterList()}, Required: record.Always(), Basis: gx("4.6.5"), Example: "use", At: record.AtText(func(m *Matter) *MatterKind { return &m.Kind })},
		{Key: "assets", Title: text("涉及资产", "assets"), Type: record.List{Min: 1, Max: 100, Element: idType}, Required: record.Always(), Example: "BG-06", At: record.AtTexts(func(m *Matter) *[]string { return &m.Assets })},
		{Key: "counterparty", Title: text("对方", "other party"), Type: nameType, Required: record.Always(), Example: "某物流企业", At: record.AtText(func(m *Matter) *string { return &m.Counterparty })},
		{Key: "completedOn", Title: text("完成日期", "completed on"), Type: record.Date{}, Required: record.Always(), Basis: append(gx("4.6.5"), rule.In("民法典", "第444条")), Judgement: text("“完成”默认：使用按结算，处置按交付并结清价款或交易凭证先者，质押按登记，增信按合同生效（P12）；零星使用按月结算（P13）", "completed by default: use on settlement, disposal on delivery and settlement or the exchange's certificate, the earlier; a pledge on registration, credit enhancement when the contract is in force (P12); small use receipts by the month (P13)"), Example: "2026-01-30", At: record.At(func(m *Matter) *calendar.Date { return &m.CompletedOn })},
		{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Always(), Basis: gx("4.6.5"), Example: "53000.00", At: record.At(func(m *Matter) *money.Amount { return &m.Amount })},
		{Key: "registrationNo", Title: text("质押登记编号", "registration of the pledge"), Type: idType, Required: record.Equals("kind", "pledge"), Absent: record.Not(record.Equals("kind", "pledge")), Basis: []rule.Clause{rule.In("民法典", "第444条")}, Example: "ZY-2026-01", At: record.AtText(func(m *Matter) *string { return &m.Registration })},
	})
})
