package ledger

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// Change is one change of a ledger: [Add], [Update] or [Retire].
type Change interface {
	on() calendar.Date
	id() string
}

// Add enters a row.
type Add struct {
	On  calendar.Date
	Row Row
}

// Update replaces a row by another with the same id.
type Update struct {
	On     calendar.Date
	Reason string
	Row    Row
}

// Retire takes a row out of the ledger; its history stays.
type Retire struct {
	On     calendar.Date
	ID     string
	Cause  Cause
	Reason string
}

func (c Add) on() calendar.Date    { return c.On }
func (c Update) on() calendar.Date { return c.On }
func (c Retire) on() calendar.Date { return c.On }
func (c Add) id() string           { return c.Row.ID() }
func (c Update) id() string        { return c.Row.ID() }
func (c Retire) id() string        { return c.ID }

// Changes returns the choice of [Change], the form in which a ledger is kept.
func Changes() *record.Choice[Change] { return changes() }

var changes = sync.OnceValue(func() *record.Choice[Change] {
	day := text("发生日期", "date of the change")
	reason := record.Text{Max: 300, Lines: true}
	return record.MustChoice(
		record.Definition{
			Name: "ledger-change", Title: text("台账变动", "change of the ledger"), Basis: gx("4.2.3"), By: "change",
			ByTitle: text("变动种类", "kind of change"),
		},
		caseOf("add", "新增", "add",
			record.Field[Add]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2025-05-29", At: record.At(func(c *Add) *calendar.Date { return &c.On })},
			record.Field[Add]{Key: "row", Title: text("台账行", "row"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(Table(), func(c *Add) *Row { return &c.Row })}),
		caseOf("update", "变更", "update",
			record.Field[Update]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2025-09-10", At: record.At(func(c *Update) *calendar.Date { return &c.On })},
			record.Field[Update]{Key: "reason", Title: text("变更原因", "reason"), Type: reason, Required: record.Always(), Basis: gx("4.2.3"), Example: "完成登记", At: record.AtText(func(c *Update) *string { return &c.Reason })},
			record.Field[Update]{Key: "row", Title: text("台账行", "row"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(Table(), func(c *Update) *Row { return &c.Row })}),
		caseOf("retire", "退出", "retire",
			record.Field[Retire]{Key: "on", Title: day, Type: record.Date{}, Required: record.Always(), Basis: gx("4.2.3"), Example: "2026-08-19", At: record.At(func(c *Retire) *calendar.Date { return &c.On })},
			record.Field[Retire]{Key: "id", Title: text("资源编号", "id"), Type: record.Text{Max: 40, Shape: record.CodeText}, Required: record.Always(), Example: "JT-10", At: record.AtText(func(c *Retire) *string { return &c.ID })},
			record.Field[Retire]{Key: "cause", Title: text("退出原因", "cause"), Type: record.Code{List: causeList()}, Required: record.Always(), Basis: gx("4.3.4"), Example: "lost", At: record.AtText(func(c *Retire) *Cause { return &c.Cause })},
			record.Field[Retire]{Key: "reason", Title: text("说明", "reason"), Type: reason, Required: record.Equals("cause", "other"), Example: "存储故障", At: record.AtText(func(c *Retire) *string { return &c.Reason })}),
	)
})

func caseOf[C Change](code, zh, en string, fields ...record.Field[C]) record.Case[Change] {
	t := record.MustTable(record.Definition{Name: "ledger-" + code, Title: text(zh, en)}, fields)
	return record.CaseOf(code, text(zh, en), t,
		func(c C) Change { return c },
		func(c Change) (C, bool) { v, ok := c.(C); return v, ok })
}

// clone returns a change that shares no slice with c.
func clone(c Change) Change {
	switch c := c.(type) {
	case Add:
		c.Row.Resource = c.Row.Resource.Clone()
		return c
	case Update:
		c.Row.Resource = c.Row.Resource.Clone()
		return c
	}
	return c
}
