package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Commands returns the choice of [Command]. In JSON the member command says
// which it is.
func Commands() *record.Choice[Command] { return commands() }

var commands = sync.OnceValue(func() *record.Choice[Command] {
	never, always := record.Condition{}, record.Always()
	return record.MustChoice(
		record.Definition{
			Name: "registration-command", Title: text("登记步骤", "step of a registration"), Basis: append(gx("4.3.3", "4.3.4"), r26("第8条")...),
			By: "command", ByTitle: text("步骤", "step"),
		},
		caseOf("submit", "提交", "submit", never, func(c *Submit) *Act { return &c.Act }, cardField(func(c *Submit) *Card { return &c.Card })),
		caseOf("alter", "申请变更", "ask for alteration", always, func(c *Alter) *Act { return &c.Act }, cardField(func(c *Alter) *Card { return &c.Card })),
		caseOf("correct", "申请更正", "ask for correction", always, func(c *Correct) *Act { return &c.Act }, cardField(func(c *Correct) *Card { return &c.Card })),
		caseOf("cancel", "申请注销", "ask for cancellation", record.Equals("cause", string(OtherCause)), func(c *Cancel) *Act { return &c.Act },
			record.Field[Cancel]{Key: "cause", Title: text("注销原因", "cause"), Type: record.Code{List: causeList()}, Required: always, Basis: append(gx("4.3.4"), r26("第9条(四)")...), Example: "lost", At: record.AtText(func(c *Cancel) *Cause { return &c.Cause })}),
		caseOf("approve", "办结", "approve", never, func(c *Approve) *Act { return &c.Act },
			record.Field[Approve]{Key: "certificateNo", Title: text("证书编号或查询码", "certificate number or query code"), Type: record.Text{Max: 40, Shape: record.CodeText}, Basis: append(gx("4.3.3"), r26("第13条")...), Example: "GX-2025-000001", At: record.AtText(func(c *Approve) *string { return &c.CertificateNo })},
			record.Field[Approve]{Key: "validTo", Title: text("有效期届满日", "valid until"), Doc: text("留空则为规定的最长期限。", "Left out for the longest term."), Type: record.Date{}, Basis: r26("第15条"), Example: "2029-03-12", At: record.At(func(c *Approve) *calendar.Date { return &c.ValidTo })}),
		caseOf("return", "退回补正", "return", always, func(c *Return) *Act { return &c.Act }),
		caseOf("withdraw", "撤回", "withdraw", never, func(c *Withdraw) *Act { return &c.Act }),
		caseOf("draft", "拟办", "draft", never, func(c *Draft) *Act { return &c.Act },
			record.Field[Draft]{Key: "kind", Title: text("登记类型", "type of registration"), Type: record.Code{List: procedureList()}, Required: always, Basis: r26("第9条"), Example: First, At: record.AtText(func(c *Draft) *string { return &c.Kind })}),
		caseOf("renew", "申请续展", "ask for renewal", never, func(c *Renew) *Act { return &c.Act }),
		caseOf("endOperation", "运营终止", "operation has ended", never, func(c *EndOperation) *Act { return &c.Act }),
		caseOf("accept", "受理", "accept", never, func(c *Accept) *Act { return &c.Act }),
		caseOf("reject", "不予登记", "reject", always, func(c *Reject) *Act { return &c.Act }),
		caseOf("examine", "开始形式审核", "begin formal review", never, func(c *Examine) *Act { return &c.Act }),
		caseOf("explain", "说明未完成审核的理由", "explain why the review is not finished", always, func(c *Explain) *Act { return &c.Act }),
		caseOf("publish", "审核通过，公示", "publish", never, func(c *Publish) *Act { return &c.Act }),
		caseOf("object", "提出异议", "object", always, func(c *Object) *Act { return &c.Act }),
		caseOf("uphold", "异议成立", "uphold the objection", always, func(c *Uphold) *Act { return &c.Act }),
		caseOf("dismiss", "异议不成立", "dismiss the objection", always, func(c *Dismiss) *Act { return &c.Act }),
		caseOf("revoke", "撤销登记", "revoke", always, func(c *Revoke) *Act { return &c.Act },
			record.Field[Revoke]{Key: "ground", Title: text("撤销事由", "ground"), Type: record.Code{List: groundList()}, Required: always, Basis: r26("第20条"), Example: string(Concealed), At: record.AtText(func(c *Revoke) *Ground { return &c.Ground })}),
		caseOf("lapse", "届满注销", "cancel on expiry", never, func(c *Lapse) *Act { return &c.Act }),
	)
})

// commandCodes is the commands as the state tables name them: a draft by the
// kind of procedure it opens.
func commandCodes() []rule.Code {
	var codes []rule.Code
	for _, a := range Commands().Definition().Alternatives {
		if a.Code != "draft" {
			codes = append(codes, rule.Code{Code: a.Code, Title: a.Title})
			continue
		}
		for _, k := range procedures() {
			codes = append(codes, rule.Code{Code: "draft." + k.Code, Title: text("拟办"+k.Title.ZH, "draft: "+k.Title.EN)})
		}
	}
	return codes
}

// Documents returns the table of [Document].
func Documents() *record.Table[Document] { return documents() }

var documents = sync.OnceValue(func() *record.Table[Document] {
	return record.MustTable(record.Definition{Name: "registration-document", Title: text("登记材料", "document of a registration"), Basis: r26("第9条")}, []record.Field[Document]{
		{Key: "kind", Title: text("材料种类", "kind"), Type: record.Code{List: documentList()}, Required: record.Always(), Basis: r26("第9条"), Example: string(DocDeposit), At: record.AtText(func(d *Document) *DocumentKind { return &d.Kind })},
		{Key: "title", Title: text("材料名称", "title"), Type: record.Text{Max: 100}, Required: record.Always(), Example: "存证证明", At: record.AtText(func(d *Document) *string { return &d.Title })},
		{Key: "number", Title: text("文号或编号", "number"), Type: record.Text{Max: 100}, Example: "CZ-2026-0001", At: record.AtText(func(d *Document) *string { return &d.Number })},
		{Key: "dated", Title: text("材料日期", "dated"), Type: record.Date{}, Example: "2025-09-01", At: record.At(func(d *Document) *calendar.Date { return &d.On })},
		{Key: "digest", Title: text("文件摘要", "digest of its file"), Type: record.Identifier{Scheme: record.Digest}, At: record.AtText(func(d *Document) *string { return &d.Digest })},
	})
})

var acts = sync.OnceValue(func() *record.Table[Act] {
	return record.MustTable(record.Definition{Name: "registration-act", Title: text("登记步骤", "step of a registration")}, []record.Field[Act]{
		{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2025-09-10", At: record.At(func(a *Act) *calendar.Date { return &a.On })},
		{Key: "by", Title: text("办理人", "by"), Type: record.Text{Max: 100}, Required: record.Always(), Example: "甲", At: record.AtText(func(a *Act) *string { return &a.By })},
		{Key: "role", Title: text("办理身份", "role"), Type: record.Code{List: roleList()}, Basis: r26("第3条"), At: record.AtText(func(a *Act) *Role { return &a.Role })},
		{Key: "reason", Title: text("理由", "reason"), Type: record.Text{Max: 300, Lines: true}, Basis: append(gx("4.3.4"), r26("第10条", "第11条")...), Example: "桥梁数量有误", At: record.AtText(func(a *Act) *string { return &a.Reason })},
		{Key: "evidence", Title: text("材料", "documents"), Type: record.List{Max: 50}, Basis: r26("第9条"), At: record.AtList(documents(), func(a *Act) *[]Document { return &a.Evidence })},
	})
})

func cardField[C any](at func(*C) *Card) record.Field[C] {
	return record.Field[C]{Key: "card", Title: text("信息卡片", "information card"), Type: record.Nested{}, Required: record.Always(), Basis: gx("4.3.3", "4.3.6"), At: record.AtNested(Cards(), at)}
}

// caseOf is a command: its Act, whose reason is required on a condition, and
// fields of its own.
func caseOf[C Command](name, zh, en string, reason record.Condition, at func(*C) *Act, fields ...record.Field[C]) record.Case[Command] {
	all := record.Include(acts(), at)
	for i := range all {
		if all[i].Key == "reason" {
			all[i].Required = reason
		}
	}
	d := record.Definition{Name: record.AlternativeName("registration", name), Title: text(zh, en)}
	return record.CaseOf(name, text(zh, en), record.MustTable(d, append(all, fields...)),
		func(c C) Command { return c },
		func(c Command) (C, bool) { v, ok := c.(C); return v, ok })
}
