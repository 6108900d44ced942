package ledger

import (
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Changes returns the choice of [Change], the form in which a ledger of [Table]
// is kept. [Format.Changes] is the same over a caller's table.
func Changes() *record.Choice[Change] { return changes() }

var changes = sync.OnceValue(func() *record.Choice[Change] { return changesOf(Table()) })

// changesOf is the choice of changes over a table of rows.
func changesOf(t *record.Table[Row]) *record.Choice[Change] {
	day := text("发生日期", "date of the change")
	why := text("变更原因", "reason")
	note := text("说明", "reason")
	reason := record.Text{Max: 300, Lines: true}
	code := record.Text{Max: 40, Shape: record.CodeText}
	name := record.Text{Max: 100}
	line := text("台账行", "row")
	number := text("资源编号", "id")
	moves := []rule.Clause{rule.GX("4.2.3"), rule.In("国务院令第738号", "第22条")}
	return record.MustChoice(
		record.Definition{
			Name: "ledger-change", Title: text("台账变动", "change of the ledger"), Basis: gx("4.2.3"), By: "change",
			ByTitle: text("变动种类", "kind of change"),
		},
		caseOf("add", "新增", "add",
			record.Field[Add]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2025-05-29", At: record.At(func(c *Add) *calendar.Date { return &c.On })},
			record.Field[Add]{Key: "row", Title: line, Type: record.Nested{}, Required: record.Always(), At: record.AtNested(t, func(c *Add) *Row { return &c.Row })}),
		caseOf("update", "变更", "update",
			record.Field[Update]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2025-09-10", At: record.At(func(c *Update) *calendar.Date { return &c.On })},
			record.Field[Update]{Key: "reason", Title: why, Type: reason, Required: record.Always(), Basis: gx("4.2.3"), Example: "完成登记", At: record.AtText(func(c *Update) *string { return &c.Reason })},
			record.Field[Update]{Key: "row", Title: line, Type: record.Nested{}, Required: record.Always(), At: record.AtNested(t, func(c *Update) *Row { return &c.Row })}),
		caseOf("retire", "退出", "retire",
			record.Field[Retire]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2026-08-19", At: record.At(func(c *Retire) *calendar.Date { return &c.On })},
			record.Field[Retire]{Key: "id", Title: number, Type: code, Required: record.Always(), Example: "JT-10", At: record.AtText(func(c *Retire) *string { return &c.ID })},
			record.Field[Retire]{Key: "cause", Title: text("退出原因", "cause"), Type: record.Code{List: causeList()}, Required: record.Always(), Basis: gx("4.3.4"), Example: "lost", At: record.AtText(func(c *Retire) *Cause { return &c.Cause })},
			record.Field[Retire]{Key: "reason", Title: note, Type: reason, Required: record.Equals("cause", "other"), Example: "存储故障", At: record.AtText(func(c *Retire) *string { return &c.Reason })}),
		caseOf("split", "拆分", "split",
			record.Field[Split]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: moves, Example: "2026-03-02", At: record.At(func(c *Split) *calendar.Date { return &c.On })},
			record.Field[Split]{Key: "id", Title: number, Type: code, Required: record.Always(), Example: "JT-01", At: record.AtText(func(c *Split) *string { return &c.ID })},
			record.Field[Split]{Key: "reason", Title: why, Type: reason, Required: record.Always(), Basis: gx("4.2.3"), Example: "按主题系列分列", At: record.AtText(func(c *Split) *string { return &c.Reason })},
			record.Field[Split]{Key: "parts", Title: text("拆分后各行", "parts"), Type: record.List{Min: 2, Max: 100}, Required: record.Always(), Basis: moves, At: record.AtList(t, func(c *Split) *[]Row { return &c.Parts })}),
		caseOf("merge", "合并", "merge",
			record.Field[Merge]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: moves, Example: "2026-03-02", At: record.At(func(c *Merge) *calendar.Date { return &c.On })},
			record.Field[Merge]{Key: "ids", Title: text("被合并编号", "ids"), Type: record.List{Min: 2, Max: 1000, Element: code}, Required: record.Always(), Example: "JT-01、JT-02", At: record.AtTexts(func(c *Merge) *[]string { return &c.IDs })},
			record.Field[Merge]{Key: "reason", Title: why, Type: reason, Required: record.Always(), Basis: gx("4.2.3"), Example: "同一主题系列合并", At: record.AtText(func(c *Merge) *string { return &c.Reason })},
			record.Field[Merge]{Key: "row", Title: line, Type: record.Nested{}, Required: record.Always(), At: record.AtNested(t, func(c *Merge) *Row { return &c.Row })}),
		caseOf("replace", "替换", "replace",
			record.Field[Replace]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2026-03-02", At: record.At(func(c *Replace) *calendar.Date { return &c.On })},
			record.Field[Replace]{Key: "id", Title: number, Type: code, Required: record.Always(), Example: "JT-01", At: record.AtText(func(c *Replace) *string { return &c.ID })},
			record.Field[Replace]{Key: "reason", Title: why, Type: reason, Required: record.Always(), Basis: gx("4.2.3"), Example: "系统重建", At: record.AtText(func(c *Replace) *string { return &c.Reason })},
			record.Field[Replace]{Key: "row", Title: line, Type: record.Nested{}, Required: record.Always(), At: record.AtNested(t, func(c *Replace) *Row { return &c.Row })}),
		caseOf("transferOut", "调出", "transfer out",
			record.Field[TransferOut]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: moves, Example: "2026-03-02", At: record.At(func(c *TransferOut) *calendar.Date { return &c.On })},
			record.Field[TransferOut]{Key: "id", Title: number, Type: code, Required: record.Always(), Example: "JT-01", At: record.AtText(func(c *TransferOut) *string { return &c.ID })},
			record.Field[TransferOut]{Key: "to", Title: text("调入单位", "receiving unit"), Type: name, Required: record.Always(), Basis: moves, Example: "自治区大数据发展局", At: record.AtText(func(c *TransferOut) *string { return &c.To })},
			record.Field[TransferOut]{Key: "reason", Title: why, Type: reason, Required: record.Always(), Basis: gx("4.2.3"), Example: "机构改革，职能划转", At: record.AtText(func(c *TransferOut) *string { return &c.Reason })}),
		caseOf("transferIn", "调入", "transfer in",
			record.Field[TransferIn]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: moves, Example: "2026-03-02", At: record.At(func(c *TransferIn) *calendar.Date { return &c.On })},
			record.Field[TransferIn]{Key: "from", Title: text("调出单位", "unit handing over"), Type: name, Required: record.Always(), Basis: moves, Example: "自治区大数据发展局", At: record.AtText(func(c *TransferIn) *string { return &c.From })},
			record.Field[TransferIn]{Key: "handed", Title: text("调出方账面", "as the other unit has it"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(handovers(), func(c *TransferIn) *Handover { return &c.Handed })},
			record.Field[TransferIn]{Key: "reason", Title: why, Type: reason, Required: record.Always(), Basis: gx("4.2.3"), Example: "机构改革，职能划转", At: record.AtText(func(c *TransferIn) *string { return &c.Reason })},
			record.Field[TransferIn]{Key: "row", Title: line, Type: record.Nested{}, Required: record.Always(), At: record.AtNested(t, func(c *TransferIn) *Row { return &c.Row })}),
	)
}

func caseOf[C Change](code, zh, en string, fields ...record.Field[C]) record.Case[Change] {
	t := record.MustTable(record.Definition{Name: "ledger-" + strings.ReplaceAll(en, " ", "-"), Title: text(zh, en)}, fields)
	return record.CaseOf(code, text(zh, en), t,
		func(c C) Change { return c },
		func(c Change) (C, bool) { v, ok := c.(C); return v, ok })
}

// handovers is the table of [Handover]: fields of the row, as they stand there.
var handovers = sync.OnceValue(func() *record.Table[Handover] {
	yuan := text("元", "yuan")
	booked := record.In("bookingStatus", "nominal", "cost")
	amount := func(key, zh, en, example string, signed bool, at func(*Handover) *money.Amount) record.Field[Handover] {
		return record.Field[Handover]{Key: key, Title: text(zh, en), Type: record.Amount{Signed: signed}, Unit: yuan, Example: example, At: record.At(at)}
	}
	cost := amount("bookAmount", "入账金额", "booked amount", "1860000.00", false, func(h *Handover) *money.Amount { return &h.Amount })
	cost.Required, cost.Absent = booked, record.Not(booked)
	return record.MustTable(record.Definition{
		Name: "ledger-handover", Title: text("调出方账面", "as the other unit has it"), Basis: []rule.Clause{rule.In("国务院令第738号", "第22条")},
	}, []record.Field[Handover]{
		{Key: "id", Title: text("资源编号", "id"), Type: record.Text{Max: 40, Shape: record.CodeText}, Required: record.Always(), Example: "DS-01", At: record.AtText(func(h *Handover) *string { return &h.ID })},
		{Key: "bookingStatus", Title: text("财务入账状态", "booking status"), Type: record.Code{List: asset.BookingStatuses()}, Required: record.Always(), Example: "cost", At: record.AtText(func(h *Handover) *asset.BookingStatus { return &h.Booking })},
		cost,
		amount("amortised", "累计摊销", "accumulated amortisation", "31000.00", false, func(h *Handover) *money.Amount { return &h.Amortised }),
		amount("impairment", "减值准备", "impairment", "", false, func(h *Handover) *money.Amount { return &h.Impairment }),
		amount("valueChanges", "价值变动累计", "changes of value to date", "", true, func(h *Handover) *money.Amount { return &h.ValueChange }),
		amount("incomeToDate", "累计收益", "income to date", "", false, func(h *Handover) *money.Amount { return &h.Income }),
		amount("remittedToDate", "累计上缴", "remitted to date", "", false, func(h *Handover) *money.Amount { return &h.Remitted }),
		{Key: "registered", Title: text("是否确权登记", "rights registered"), Type: record.Code{List: registeredList()}, Required: record.Always(), Example: "none", At: record.AtText(func(h *Handover) *Registered { return &h.Registered })},
		{Key: "registeredOn", Title: text("登记日期", "registered on"), Type: record.Date{}, Absent: record.Equals("registered", "none"), Example: "2025-12-15", At: record.At(func(h *Handover) *calendar.Date { return &h.RegisteredOn })},
		{Key: "certificateNo", Title: text("证书编号", "certificate number"), Type: record.Text{Max: 40, Shape: record.CodeText}, Absent: record.Equals("registered", "none"), Example: "GX-2025-000001", At: record.AtText(func(h *Handover) *string { return &h.CertificateNo })},
	})
})
