package pilot

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// YearEndChecklists returns the table of [YearEndChecklist].
func YearEndChecklists() *record.Table[YearEndChecklist] { return yearEndChecklists() }

// ApprovalRecords returns the table of [ApprovalRecord].
func ApprovalRecords() *record.Table[ApprovalRecord] { return approvalRecords() }

// InboxLines returns the table of [InboxLine].
func InboxLines() *record.Table[InboxLine] { return inboxLines() }

var yearEndChecklists = sync.OnceValue(func() *record.Table[YearEndChecklist] {
	var basis []rule.Clause
	rules := record.CodeList{Name: "year-end-item", Title: text("年末检查事项", "item of the year's end"), Evidence: rule.FullText}
	for _, r := range government.YearEndRules().Rules() {
		rules.Codes = append(rules.Codes, record.CodeEntry{Code: string(r.ID), Title: r.Title})
		basis = append(basis, r.Basis...)
	}
	rules.Basis = basis
	states := ownCodes("check-state", "检查结果", "result of a check",
		codeEntry("met", "符合", "met"), codeEntry("notMet", "不符合", "not met"), codeEntry("unknown", "待定", "open"), codeEntry("notApplicable", "不适用", "not applicable"))
	bad := record.Equals("state", "notMet")
	lines := record.MustTable(record.Definition{Name: "year-end-line", Title: text("年末检查项", "item of the checklist"), Basis: basis}, []record.Field[YearEndLine]{
		{Key: "rule", Title: text("检查规则", "rule"), Type: record.Code{List: rules}, Required: record.Always(), Basis: basis, Example: "government.year-end-treasury-cleared", At: record.AtText(func(l *YearEndLine) *string { return &l.Rule })},
		{Key: "item", Title: text("内容", "what it asks"), Type: noteType, Required: record.Always(), Example: "2103 应缴财政款年终清缴后一般无余额", At: record.AtText(func(l *YearEndLine) *string { return &l.Item })},
		{Key: "state", Title: text("检查结果", "result"), Type: record.Code{List: states}, Required: record.Always(), Example: "met", At: record.AtText(func(l *YearEndLine) *string { return &l.State })},
		{Key: "found", Title: text("存在的问题", "what is wrong"), Type: longType, Required: bad, Absent: record.Not(bad), Example: "2103 年末余额 1.00，应为 0.00。", At: record.AtText(func(l *YearEndLine) *string { return &l.Found })},
	})
	return record.MustTable(record.Definition{
		Name: "year-end-checklist", Title: text("年末检查单", "checklist of the year's end"), Basis: basis,
		Doc: text("年末应无余额的科目及其余额，年内应办的事项。", "Accounts that have no balance at the year's end, with what they have, and what had to be done in the year."),
	}, append([]record.Field[YearEndChecklist]{
		unitField(func(c *YearEndChecklist) *string { return &c.Unit }),
		{Key: "year", Title: text("年度", "year"), Type: record.Integer{Min: 2019, Max: 2199}, Required: record.Always(), Basis: basis, Example: "2026", At: record.At(func(c *YearEndChecklist) *record.Opt[int64] { return &c.Year })},
		{Key: "lines", Title: text("检查项", "items"), Type: record.List{Min: 1, Max: 100}, Required: record.Always(), Basis: basis, At: record.AtList(lines, func(c *YearEndChecklist) *[]YearEndLine { return &c.Lines })},
	}, signedFields(func(c *YearEndChecklist) *string { return &c.PreparedBy }, func(c *YearEndChecklist) *string { return &c.ApprovedBy })...))
})

var approvalRecords = sync.OnceValue(func() *record.Table[ApprovalRecord] {
	basis := []rule.Clause{rule.In("会计基础工作规范", "第48条"), rule.In("国务院令第738号", "第39条")}
	return record.MustTable(record.Definition{
		Name: "approval-record", Title: text("批准文件登记", "register of approvals"), Basis: basis,
		Doc: text("凭证引用的批复：机关、日期、文号、事项、范围、金额，以及引用它的凭证。", "The replies that vouchers point to: body, day, number, subject, scope, amount, and the vouchers."),
	}, slices.Concat([]record.Field[ApprovalRecord]{
		{Key: "body", Title: text("批准机关", "body"), Type: nameType, Required: record.Always(), Basis: basis, Example: "自治区财政厅", At: record.AtText(func(a *ApprovalRecord) *string { return &a.Body })},
		{Key: "on", Title: text("批复日期", "date"), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: "2025-08-20", At: record.At(func(a *ApprovalRecord) *calendar.Date { return &a.On })},
	}, record.Include(authorization.Approvals(), func(a *ApprovalRecord) *authorization.Approval { return &a.Document }), []record.Field[ApprovalRecord]{
		{Key: "vouchers", Title: text("引用的凭证", "vouchers"), Type: record.List{Max: 1000, Element: nameType}, Basis: basis, Calculated: true, Example: "2025-08-20 记-1", At: record.AtTexts(func(a *ApprovalRecord) *[]string { return &a.Vouchers })},
	}))
})

var inboxLines = sync.OnceValue(func() *record.Table[InboxLine] {
	list := dutyList()
	standings := record.CodeList{Name: "standing", Title: text("办理情况", "standing"), Basis: gx("5.1.1"), Evidence: rule.FullText}
	for _, s := range []rule.Standing{rule.NotTriggered, rule.Ahead, rule.OnTime, rule.Late, rule.Overdue, rule.NotAnnounced, rule.Promptly, rule.Done, rule.NotRecorded} {
		standings.Codes = append(standings.Codes, record.CodeEntry{Code: string(s), Title: s.Title()})
	}
	basis := gx("5.1.1", "4.6.3", "4.6.4", "4.6.5")
	return record.MustTable(record.Definition{
		Name: "inbox-line", Title: text("监管收件簿", "inbox of a supervisor"), Basis: basis,
		Doc: text("各单位应报送的材料：到期日、收到日期、逾期工作日数。", "What units have to send: due, received, late by how many working days."),
	}, []record.Field[InboxLine]{
		unitField(func(l *InboxLine) *string { return &l.Unit }),
		{Key: "duty", Title: text("义务", "duty"), Type: record.Code{List: list}, Required: record.Always(), Basis: basis, Example: string(DutyReport), At: record.AtText(func(l *InboxLine) *rule.ID { return &l.Duty })},
		{Key: "title", Title: text("材料", "paper"), Type: nameType, Required: record.Always(), Example: "季度进展报告", At: record.AtText(func(l *InboxLine) *string { return &l.Title })},
		{Key: "subject", Title: text("所指事项", "occasion"), Type: idType, Example: "2025Q2", At: record.AtText(func(l *InboxLine) *string { return &l.Subject })},
		{Key: "due", Title: text("到期日", "due"), Type: record.Date{}, Basis: basis, Calculated: true, Example: "2025-07-14", At: record.At(func(l *InboxLine) *calendar.Date { return &l.Due })},
		{Key: "doneOn", Title: text("收到日期", "received on"), Type: record.Date{}, Basis: basis, Example: "2025-07-11", At: record.At(func(l *InboxLine) *calendar.Date { return &l.DoneOn })},
		{Key: "standing", Title: text("办理情况", "standing"), Type: record.Code{List: standings}, Required: record.Always(), Basis: basis, Calculated: true, Example: "onTime", At: record.AtText(func(l *InboxLine) *rule.Standing { return &l.Standing })},
		{Key: "late", Title: text("逾期", "late by"), Type: record.Integer{}, Unit: text("个工作日", "working days"), Basis: basis, Calculated: true, Example: "1", At: record.At(func(l *InboxLine) *record.Opt[int64] { return &l.Late })},
	})
})
