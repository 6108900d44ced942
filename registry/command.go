package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
)

// Command is one step that someone takes on a registration.
type Command interface {
	name() string
	at() (calendar.Date, string) // when, and by whom
}

// The commands. By is the person or body that takes the step.
type (
	// Submit hands in the card, for the first time or again after a return.
	Submit struct {
		On   calendar.Date
		By   string
		Card Card
	}
	// Alter hands in a changed card, because the facts have changed.
	Alter struct {
		On     calendar.Date
		By     string
		Reason string
		Card   Card
	}
	// Correct hands in a corrected card, because the registration was wrong.
	Correct struct {
		On     calendar.Date
		By     string
		Reason string
		Card   Card
	}
	// Cancel asks to end the registration.
	Cancel struct {
		On     calendar.Date
		By     string
		Cause  Cause
		Reason string
	}
	// Approve completes the open procedure. The system that holds the cards
	// gives the number of the certificate.
	Approve struct {
		On            calendar.Date
		By            string
		CertificateNo string
	}
	// Return sends the open procedure back for completion.
	Return struct {
		On     calendar.Date
		By     string
		Reason string
	}
	// Withdraw ends the open procedure; the status stays.
	Withdraw struct {
		On calendar.Date
		By string
	}
)

func (Submit) name() string   { return "submit" }
func (Alter) name() string    { return "alter" }
func (Correct) name() string  { return "correct" }
func (Cancel) name() string   { return "cancel" }
func (Approve) name() string  { return "approve" }
func (Return) name() string   { return "return" }
func (Withdraw) name() string { return "withdraw" }

func (c Submit) at() (calendar.Date, string)   { return c.On, c.By }
func (c Alter) at() (calendar.Date, string)    { return c.On, c.By }
func (c Correct) at() (calendar.Date, string)  { return c.On, c.By }
func (c Cancel) at() (calendar.Date, string)   { return c.On, c.By }
func (c Approve) at() (calendar.Date, string)  { return c.On, c.By }
func (c Return) at() (calendar.Date, string)   { return c.On, c.By }
func (c Withdraw) at() (calendar.Date, string) { return c.On, c.By }

// Commands returns the choice of [Command].
func Commands() *record.Choice[Command] { return commands() }

var commands = sync.OnceValue(func() *record.Choice[Command] {
	return record.MustChoice(
		record.Definition{
			Name: "registration-command", Title: text("登记步骤", "step of a registration"), Basis: gx("4.3.3", "4.3.4"),
			By: "command", ByTitle: text("步骤", "step"),
		},
		caseOf("submit", "提交", "submit", onField(func(c *Submit) *calendar.Date { return &c.On }), byField(func(c *Submit) *string { return &c.By }), cardField(func(c *Submit) *Card { return &c.Card })),
		caseOf("alter", "申请变更", "ask for alteration", onField(func(c *Alter) *calendar.Date { return &c.On }), byField(func(c *Alter) *string { return &c.By }), reasonField(func(c *Alter) *string { return &c.Reason }), cardField(func(c *Alter) *Card { return &c.Card })),
		caseOf("correct", "申请更正", "ask for correction", onField(func(c *Correct) *calendar.Date { return &c.On }), byField(func(c *Correct) *string { return &c.By }), reasonField(func(c *Correct) *string { return &c.Reason }), cardField(func(c *Correct) *Card { return &c.Card })),
		caseOf("cancel", "申请注销", "ask for cancellation", onField(func(c *Cancel) *calendar.Date { return &c.On }), byField(func(c *Cancel) *string { return &c.By }),
			record.Field[Cancel]{Key: "cause", Title: text("注销原因", "cause"), Type: record.Code{List: causeList()}, Required: record.Always(), Basis: gx("4.3.4"), Example: "lost", At: record.AtText(func(c *Cancel) *Cause { return &c.Cause })},
			withRequired(reasonField(func(c *Cancel) *string { return &c.Reason }), record.Equals("cause", "other"))),
		caseOf("approve", "办结", "approve", onField(func(c *Approve) *calendar.Date { return &c.On }), byField(func(c *Approve) *string { return &c.By }),
			record.Field[Approve]{Key: "certificateNo", Title: text("证书编号", "certificate number"), Type: record.Text{Max: 40, Shape: record.CodeText}, Basis: gx("4.3.3"), Example: "GX-2025-000001", At: record.AtText(func(c *Approve) *string { return &c.CertificateNo })}),
		caseOf("return", "退回补正", "return", onField(func(c *Return) *calendar.Date { return &c.On }), byField(func(c *Return) *string { return &c.By }), reasonField(func(c *Return) *string { return &c.Reason })),
		caseOf("withdraw", "撤回", "withdraw", onField(func(c *Withdraw) *calendar.Date { return &c.On }), byField(func(c *Withdraw) *string { return &c.By })),
	)
})

func onField[C any](at func(*C) *calendar.Date) record.Field[C] {
	return record.Field[C]{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2025-09-10", At: record.At(at)}
}

func byField[C any](at func(*C) *string) record.Field[C] {
	return record.Field[C]{Key: "by", Title: text("办理人", "by"), Type: record.Text{Max: 100}, Required: record.Always(), Example: "甲", At: record.AtText(at)}
}

func reasonField[C any](at func(*C) *string) record.Field[C] {
	return record.Field[C]{Key: "reason", Title: text("理由", "reason"), Type: record.Text{Max: 300, Lines: true}, Required: record.Always(), Basis: gx("4.3.4"), Example: "桥梁数量有误", At: record.AtText(at)}
}

func cardField[C any](at func(*C) *Card) record.Field[C] {
	return record.Field[C]{Key: "card", Title: text("信息卡片", "information card"), Type: record.Nested{}, Required: record.Always(), Basis: gx("4.3.3", "4.3.6"), At: record.AtNested(Cards(), at)}
}

func withRequired[C any](f record.Field[C], c record.Condition) record.Field[C] {
	f.Required = c
	return f
}

func caseOf[C Command](name, zh, en string, fields ...record.Field[C]) record.Case[Command] {
	t := record.MustTable(record.Definition{Name: "registration-" + name, Title: text(zh, en)}, fields)
	return record.CaseOf(name, text(zh, en), t,
		func(c C) Command { return c },
		func(c Command) (C, bool) { v, ok := c.(C); return v, ok })
}
