package authorization

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
	return record.MustChoice(record.Definition{
		Name: "authorisation-command", Title: text("授权步骤", "step of an authorisation"), Basis: chain(), By: "command", ByTitle: text("步骤", "step"),
	}, append(applicantCases(wholeForms()), otherCases()...)...)
})

// forms is the tables of the papers that the applicant's commands bring.
type forms struct {
	choice       string // the name that its alternatives begin with
	applications *record.Table[Application]
	agreements   *record.Table[Agreement]
	disposals    *record.Table[Disposal]
	vouchers     bool // handed in with the signature
}

// wholeForms is the papers with all that they say.
func wholeForms() forms {
	return forms{"authorisation", Applications(), Agreements(), Disposals(), true}
}

func applicantCases(f forms) []record.Case[Command] {
	never, always := record.Condition{}, record.Always()
	signed := []record.Field[Sign]{
		{Key: "agreement", Title: text("授权运营协议", "agreement"), Type: record.Nested{}, Required: always, Basis: a27("第13条", "第14条"), At: record.AtNested(f.agreements, func(c *Sign) *Agreement { return &c.Agreement })},
		{Key: "vouchers", Title: text("登记凭证", "vouchers of the registrations"), Type: record.List{Max: 500}, Basis: law(gx("4.3.2", "4.3.3"), a27("第16条")), At: record.AtList(Vouchers(), func(c *Sign) *[]Voucher { return &c.Vouchers })},
	}
	if !f.vouchers {
		signed = signed[:1]
	}
	return []record.Case[Command]{
		caseIn(f.choice, "draft", "拟办", "draft", never, func(c *Draft) *Act { return &c.Act },
			record.Field[Draft]{Key: "kind", Title: text("办理类型", "kind"), Type: record.Code{List: procedureList()}, Required: always, Basis: chain(), Example: Grant, At: record.AtText(func(c *Draft) *string { return &c.Kind })},
			record.Field[Draft]{Key: "application", Title: text("授权使用申请表", "application"), Type: record.Nested{}, Required: always, Basis: gx("4.5.2"), At: record.AtNested(f.applications, func(c *Draft) *Application { return &c.Application })},
			record.Field[Draft]{Key: "plan", Title: text("实施方案", "implementation plan"), Type: record.Nested{}, Basis: a27("第8条", "第9条"), At: record.AtNested(Plans(), func(c *Draft) *Plan { return &c.Plan })}),
		caseIn(f.choice, "draftDisposal", "拟办处置", "draft of a disposal", never, func(c *DraftDisposal) *Act { return &c.Act },
			record.Field[DraftDisposal]{Key: "disposal", Title: text("处置申请表", "application for disposal"), Type: record.Nested{}, Required: always, Basis: gx("4.5.8"), At: record.AtNested(f.disposals, func(c *DraftDisposal) *Disposal { return &c.Disposal })}),
		caseOf("decide", "集体决策", "collective decision", never, func(c *Decide) *Act { return &c.Act },
			record.Field[Decide]{Key: "decision", Title: text("集体决策", "decision"), Type: record.Nested{}, Required: always, Basis: law(a27("第11条"), in(regulation, "第19条")), At: record.AtNested(decisions(), func(c *Decide) *Decision { return &c.Decision })}),
		caseOf("submit", "报送", "submit", never, func(c *Submit) *Act { return &c.Act }),
		caseOf("choose", "选定运营机构", "choose the operator", never, func(c *Choose) *Act { return &c.Act },
			record.Field[Choose]{Key: "competition", Title: text("公平竞争记录", "competition"), Type: record.Nested{}, Required: always, Basis: a27("第12条"), At: record.AtNested(Competitions(), func(c *Choose) *Competition { return &c.Competition })}),
		caseIn(f.choice, "sign", "签订协议", "sign the agreement", never, func(c *Sign) *Act { return &c.Act }, signed...),
		caseOf("file", "备案", "file", never, func(c *File) *Act { return &c.Act },
			record.Field[File]{Key: "subject", Title: text("备案事项", "what is filed"), Type: record.Code{List: subjectList()}, Required: always, Basis: a27("第11条", "第13条"), Example: "plan", At: record.AtText(func(c *File) *Subject { return &c.Subject })},
			record.Field[File]{Key: "to", Title: text("备案机关", "filed with"), Type: nameType, Required: always, Basis: a27("第11条", "第13条"), Example: "自治区数据局", At: record.AtText(func(c *File) *string { return &c.To })},
			record.Field[File]{Key: "fileNumber", Title: text("备案号", "file number"), Type: numberType, Example: "BA-2025-01", At: record.AtText(func(c *File) *string { return &c.Number })}),
		caseOf("retract", "撤回", "retract", never, func(c *Retract) *Act { return &c.Act }),
		caseOf("evaluate", "定期评估", "evaluate", never, func(c *Evaluate) *Act { return &c.Act },
			record.Field[Evaluate]{Key: "evaluation", Title: text("定期评估表", "evaluation"), Type: record.Nested{}, Required: always, Basis: gx("4.5.5"), At: record.AtNested(Evaluations(), func(c *Evaluate) *Evaluation { return &c.Evaluation })}),
		caseOf("disclose", "信息披露", "disclose", never, func(c *Disclose) *Act { return &c.Act },
			record.Field[Disclose]{Key: "disclosure", Title: text("披露内容", "disclosure"), Type: record.Nested{}, Required: always, Basis: a27("第18条", "第19条"), At: record.AtNested(Disclosures(), func(c *Disclose) *Disclosure { return &c.Disclosure })}),
		caseOf("adjust", "调整授权", "adjust the grant", record.Equals("ground", string(OtherGround)), func(c *Adjust) *Act { return &c.Act },
			record.Field[Adjust]{Key: "ground", Title: text("调整事由", "ground"), Type: record.Code{List: groundList()}, Required: always, Basis: gx("4.5.5"), Example: "marketOperation", At: record.AtText(func(c *Adjust) *Ground { return &c.Ground })},
			record.Field[Adjust]{Key: "cuts", Title: text("收回的部分", "what is taken back"), Type: record.List{Min: 1, Max: 100}, Required: always, Basis: gx("4.5.5"), At: record.AtList(cuts(), func(c *Adjust) *[]Cut { return &c.Cuts })}),
		caseOf("end", "终止", "end", record.In("cause", string(ByBreach), string(NotUsed)), func(c *End) *Act { return &c.Act },
			record.Field[End]{Key: "cause", Title: text("终止原因", "cause"), Type: record.Code{List: endList()}, Required: always, Basis: a27("第14条"), Example: "expired", At: record.AtText(func(c *End) *Cause { return &c.Cause })}),
		caseOf("execute", "执行处置", "carry the disposal out", never, func(c *Execute) *Act { return &c.Act },
			record.Field[Execute]{Key: "execution", Title: text("执行记录", "execution"), Type: record.Nested{}, Required: always, Basis: in(regulation, "第19条", "第35条"), At: record.AtNested(executions(), func(c *Execute) *Execution { return &c.Execution })}),
	}
}

func otherCases() []record.Case[Command] {
	never, always := record.Condition{}, record.Always()
	return []record.Case[Command]{
		caseOf("giveConsent", "提供单位同意", "consent of the provider", never, func(c *GiveConsent) *Act { return &c.Act },
			record.Field[GiveConsent]{Key: "consent", Title: text("同意书", "consent"), Type: record.Nested{}, Required: always, Basis: law(gx("4.5.1"), a27("第5条")), At: record.AtNested(Consents(), func(c *GiveConsent) *Consent { return &c.Consent })}),
		caseOf("review", "主管部门审核通过", "reviewed", never, func(c *Review) *Act { return &c.Act }),
		caseOf("approve", "批准", "approve", never, func(c *Approve) *Act { return &c.Act },
			record.Field[Approve]{Key: "approval", Title: text("批准文件", "document of approval"), Type: record.Nested{}, Required: always, Basis: law(gx("4.5.2", "4.5.8"), in(regulation, "第19条")), At: record.AtNested(Approvals(), func(c *Approve) *Approval { return &c.Approval })}),
		caseOf("adopt", "本级政府审定", "adopt", never, func(c *Adopt) *Act { return &c.Act },
			record.Field[Adopt]{Key: "approval", Title: text("审定文件", "document of adoption"), Type: record.Nested{}, Required: always, Basis: a27("第11条"), At: record.AtNested(Approvals(), func(c *Adopt) *Approval { return &c.Approval })}),
		caseOf("return", "退回", "return", always, func(c *Return) *Act { return &c.Act }),
		caseOf("reject", "不予批准", "reject", always, func(c *Reject) *Act { return &c.Act }),
		caseOf("withdraw", "收回授权", "withdraw the grant", always, func(c *Withdraw) *Act { return &c.Act },
			record.Field[Withdraw]{Key: "ground", Title: text("收回事由", "ground"), Type: record.Code{List: groundList()}, Required: always, Basis: gx("4.5.5"), Example: "marketOperation", At: record.AtText(func(c *Withdraw) *Ground { return &c.Ground })}),
	}
}

// commandCodes is the commands as the state tables name them: a draft by its
// kind, a filing by its subject.
func commandCodes() []rule.Code {
	var codes []rule.Code
	for _, a := range Commands().Definition().Alternatives {
		switch a.Code {
		case "draft":
			for _, k := range procedures()[:3] {
				codes = append(codes, rule.Code{Code: "draft." + k.Code, Title: text("拟办"+k.Title.ZH, "draft: "+k.Title.EN)})
			}
		case "file":
			for _, s := range subjectList().Codes {
				codes = append(codes, rule.Code{Code: "file." + s.Code, Title: text(s.Title.ZH+"备案", "file: "+s.Title.EN)})
			}
		default:
			codes = append(codes, rule.Code{Code: a.Code, Title: a.Title})
		}
	}
	return codes
}

func documents() *record.Table[Document] {
	return record.MustTable(record.Definition{Name: "authorisation-document", Title: text("授权材料", "document of an authorisation")}, []record.Field[Document]{
		{Key: "title", Title: text("材料名称", "title"), Type: nameType, Required: record.Always(), Example: "可行性论证报告", At: record.AtText(func(d *Document) *string { return &d.Title })},
		{Key: "number", Title: text("文号或编号", "number"), Type: numberType, Example: "示例报告〔2025〕1号", At: record.AtText(func(d *Document) *string { return &d.Number })},
		{Key: "dated", Title: text("材料日期", "dated"), Type: record.Date{}, Example: "2025-11-20", At: record.At(func(d *Document) *calendar.Date { return &d.On })},
		{Key: "digest", Title: text("文件摘要", "digest of its file"), Type: record.Identifier{Scheme: record.Digest}, At: record.AtText(func(d *Document) *string { return &d.Digest })},
	})
}

var acts = sync.OnceValue(func() *record.Table[Act] {
	return record.MustTable(record.Definition{Name: "authorisation-act", Title: text("授权步骤", "step of an authorisation")}, []record.Field[Act]{
		{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2025-12-05", At: record.At(func(a *Act) *calendar.Date { return &a.On })},
		{Key: "by", Title: text("办理单位", "by"), Type: nameType, Required: record.Always(), Example: "自治区人民政府", At: record.AtText(func(a *Act) *string { return &a.By })},
		{Key: "role", Title: text("办理身份", "role"), Type: record.Code{List: roleList()}, Basis: law(gx("4.5.2"), a27("第3条")), At: record.AtText(func(a *Act) *Role { return &a.Role })},
		{Key: "reason", Title: text("理由", "reason"), Type: record.Text{Max: 300, Lines: true}, Basis: gx("4.5.5"), Example: "材料不全", At: record.AtText(func(a *Act) *string { return &a.Reason })},
		{Key: "evidence", Title: text("材料", "documents"), Type: record.List{Max: 50}, At: record.AtList(documents(), func(a *Act) *[]Document { return &a.Evidence })},
	})
})

// caseOf is a command: its Act, whose reason is required on a condition, and
// fields of its own.
func caseOf[C Command](name, zh, en string, reason record.Condition, at func(*C) *Act, fields ...record.Field[C]) record.Case[Command] {
	return caseIn("authorisation", name, zh, en, reason, at, fields...)
}

// caseIn is caseOf in a choice whose alternatives have names of their own.
func caseIn[C Command](choice, name, zh, en string, reason record.Condition, at func(*C) *Act, fields ...record.Field[C]) record.Case[Command] {
	all := record.Include(acts(), at)
	for i := range all {
		if all[i].Key == "reason" {
			all[i].Required = reason
		}
	}
	d := record.Definition{Name: record.AlternativeName(choice, name), Title: text(zh, en)}
	return record.CaseOf(name, text(zh, en), record.MustTable(d, append(all, fields...)),
		func(c C) Command { return c },
		func(c Command) (C, bool) { v, ok := c.(C); return v, ok })
}
