package revenue

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

var heads = sync.OnceValue(func() *record.Table[FilingHead] {
	on := text("按备案机关所在地的日历，并示全国日历（P14）", "by the calendar of the addressee's place, with the national date (P14)")
	return record.MustTable(record.Definition{Name: "filing-head", Title: text("备案表头", "head of a filing")}, []record.Field[FilingHead]{
		{Key: "unit", Title: text("填报单位", "unit"), Type: nameType, Required: record.Always(), Example: "自治区交通运输厅", At: record.AtText(func(h *FilingHead) *string { return &h.Unit })},
		{Key: "addressee", Title: text("备案机关", "addressee"), Type: nameType, Required: record.Always(), Example: "自治区财政厅", At: record.AtText(func(h *FilingHead) *string { return &h.Addressee })},
		{Key: "copyTo", Title: text("抄送", "copy to"), Type: nameType, Example: "自治区财政厅", At: record.AtText(func(h *FilingHead) *string { return &h.Copy })},
		{Key: "trigger", Title: text("起算日期", "term runs from"), Type: record.Date{}, Required: record.Always(), Example: "2026-04-09", At: record.At(func(h *FilingHead) *calendar.Date { return &h.Trigger })},
		{Key: "dueOn", Title: text("期限", "due on"), Type: record.Date{}, Judgement: on, Example: "2026-04-27", At: record.At(func(h *FilingHead) *calendar.Date { return &h.DueOn })},
		{Key: "nationalDueOn", Title: text("按全国日历的期限", "due by the national calendar"), Type: record.Date{}, Judgement: on, Example: "2026-04-23", At: record.At(func(h *FilingHead) *calendar.Date { return &h.NationalDue })},
		{Key: "filedOn", Title: text("备案日期", "filed on"), Type: record.Date{}, Example: "2026-04-24", At: record.At(func(h *FilingHead) *calendar.Date { return &h.FiledOn })},
	})
})

var formLines = sync.OnceValue(func() *record.Table[FormLine] {
	yuan := text("元", "yuan")
	return record.MustTable(record.Definition{Name: "filing-line", Title: text("备案收入", "revenue of a filing"), Basis: gx("4.6.3", "4.6.4")}, []record.Field[FormLine]{
		{Key: "id", Title: text("收入编号", "id"), Type: idType, Required: record.Always(), Example: "SR-2026-02", At: record.AtText(func(l *FormLine) *string { return &l.ID })},
		{Key: "agreement", Title: text("协议编号", "agreement"), Type: nameType, Example: "XY-2025-01", At: record.AtText(func(l *FormLine) *string { return &l.Agreement })},
		{Key: "counterparty", Title: text("付款方", "payer"), Type: nameType, Required: record.Always(), Example: "运营机构甲", At: record.AtText(func(l *FormLine) *string { return &l.Counterparty })},
		{Key: "purpose", Title: text("收入类别", "kind of revenue"), Type: record.Code{List: purposeList()}, Required: record.Always(), Example: "use", At: record.AtText(func(l *FormLine) *Purpose { return &l.Purpose })},
		{Key: "receivedOn", Title: text("取得日期", "received on"), Type: record.Date{}, Required: record.Always(), Example: "2026-04-09", At: record.At(func(l *FormLine) *calendar.Date { return &l.ReceivedOn })},
		{Key: "amount", Title: text("含税金额", "amount with tax"), Type: record.Amount{}, Unit: yuan, Required: record.Always(), Example: "101000.00", At: record.At(func(l *FormLine) *money.Amount { return &l.Amount })},
		{Key: "net", Title: text("不含税金额", "amount without tax"), Type: record.Amount{}, Unit: yuan, Required: record.Always(), Example: "100000.00", At: record.At(func(l *FormLine) *money.Amount { return &l.Net })},
		{Key: "remittedOn", Title: text("上缴日期", "remitted on"), Type: record.Date{}, Example: "2026-04-15", At: record.At(func(l *FormLine) *calendar.Date { return &l.RemittedOn })},
		{Key: "remitted", Title: text("已缴金额", "remitted"), Type: record.Amount{}, Unit: yuan, Example: "100000.00", At: record.At(func(l *FormLine) *money.Amount { return &l.Remitted })},
		{Key: "certificateNo", Title: text("证书编号", "certificate number"), Type: idType, Example: "GX-2025-000001", At: record.AtText(func(l *FormLine) *string { return &l.Certificate })},
	})
})

// OneOffForms returns the table of [OneOffForm].
func OneOffForms() *record.Table[OneOffForm] { return oneOffForms() }

var oneOffForms = sync.OnceValue(func() *record.Table[OneOffForm] {
	fields := append(record.Include(heads(), func(f *OneOffForm) *FilingHead { return &f.Head }), record.Include(formLines(), func(f *OneOffForm) *FormLine { return &f.Line })...)
	fields = append(fields, record.Field[OneOffForm]{
		Key: "cumulative", Title: text("本协议累计收入", "cumulative under the agreement"), Type: record.Amount{}, Unit: text("元", "yuan"), Basis: gx("4.6.3"), Example: "701000.00",
		At: record.At(func(f *OneOffForm) *money.Amount { return &f.Cumulative }),
	})
	return record.MustTable(record.Definition{
		Name: "one-off-filing", Title: text("一次性收入备案表", "filing of a one-off revenue"), Basis: gx("4.6.3"),
		Doc: text("区直部门一次性收入的备案表。", "A region department's filing of a one-off revenue."),
	}, fields)
})

// QuarterForms returns the table of [QuarterForm].
func QuarterForms() *record.Table[QuarterForm] { return quarterForms() }

var quarterForms = sync.OnceValue(func() *record.Table[QuarterForm] {
	yuan := text("元", "yuan")
	none := record.Equals("nil", "true")
	fields := append(record.Include(heads(), func(f *QuarterForm) *FilingHead { return &f.Head }), []record.Field[QuarterForm]{
		{Key: "quarter", Title: text("季度", "quarter"), Type: record.Text{Max: 6, Shape: record.CodeText}, Required: record.Always(), Basis: gx("4.6.4"), Example: "2026Q1", At: record.AtText(func(f *QuarterForm) *string { return &f.Quarter })},
		{Key: "nil", Title: text("零申报", "nil form"), Type: record.Boolean{}, Required: record.Always(), Basis: gx("4.6.4"), Judgement: text("无收入的季度默认不备案（P9）", "a quarter without receipts: no filing by default (P9)"), Example: "false", At: record.At(func(f *QuarterForm) *record.Opt[bool] { return &f.Nil })},
		{Key: "lines", Title: text("收入", "revenue"), Type: record.List{Min: 1, Max: 1000}, Required: record.Not(none), Absent: none, Basis: gx("4.6.4"), At: record.AtList(formLines(), func(f *QuarterForm) *[]FormLine { return &f.Lines })},
		{Key: "amount", Title: text("含税合计", "sum with tax"), Type: record.Amount{}, Unit: yuan, Required: record.Not(none), Absent: none, Basis: gx("4.6.4"), Example: "600000.00", At: record.At(func(f *QuarterForm) *money.Amount { return &f.Amount })},
		{Key: "net", Title: text("不含税合计", "sum without tax"), Type: record.Amount{}, Unit: yuan, Required: record.Not(none), Absent: none, Basis: gx("4.6.4"), Example: "594059.41", At: record.At(func(f *QuarterForm) *money.Amount { return &f.Net })},
		{Key: "cumulative", Title: text("分次收入累计", "cumulative instalments"), Type: record.Amount{}, Unit: yuan, Basis: gx("4.6.4"), Example: "600000.00", At: record.At(func(f *QuarterForm) *money.Amount { return &f.Cumulative })},
	}...)
	return record.MustTable(record.Definition{
		Name: "quarter-filing", Title: text("分次收入季度备案表", "quarterly filing of revenue in instalments"), Basis: gx("4.6.4"),
		Doc: text("区直部门一个季度分次收入的备案表。", "A region department's filing of a quarter's revenue in instalments."),
	}, fields)
})

// EnterpriseForms returns the table of [EnterpriseForm].
func EnterpriseForms() *record.Table[EnterpriseForm] { return enterpriseForms() }

var enterpriseForms = sync.OnceValue(func() *record.Table[EnterpriseForm] {
	pledge := record.Equals("kind", "pledge")
	fields := append(record.Include(heads(), func(f *EnterpriseForm) *FilingHead { return &f.Head }), record.Include(Matters(), func(f *EnterpriseForm) *Matter { return &f.Matter })...)
	fields = append(fields, []record.Field[EnterpriseForm]{
		{Key: "carrying", Title: text("质押资产账面价值", "carrying amount of what is pledged"), Type: record.Amount{}, Unit: text("元", "yuan"), Absent: record.Not(pledge), Basis: gx("4.6.5"), Judgement: text("未确认为资产的没有账面价值", "data that are not in the books have none"), Example: "1351500.00", At: record.At(func(f *EnterpriseForm) *money.Amount { return &f.Carrying })},
		{Key: "loan", Title: text("贷款合同编号", "loan agreement"), Type: idType, Absent: record.Not(pledge), Basis: gx("4.6.5"), Example: "DK-2026-01", At: record.AtText(func(f *EnterpriseForm) *string { return &f.Loan })},
	}...)
	return record.MustTable(record.Definition{
		Name: "enterprise-filing", Title: text("企业数据资产事项备案表", "an enterprise's filing"), Basis: gx("4.6.5"),
		Doc: text("区直企业收入、增信、质押融资的备案表。", "A region enterprise's filing of revenue, credit enhancement or pledge financing."),
	}, fields)
})
