package asset

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Project is an IT project of the sweep, the first of its three levels.
type Project struct {
	ID              string
	Name            string
	ApprovalNumber  string
	ApprovedOn      calendar.Date
	Investment      money.Amount
	Funds           string
	AcceptedOn      calendar.Date
	FinalAccountsOn calendar.Date
}

// ITSystem is an information system of the sweep, the second level. It lies in
// one project or several.
type ITSystem struct {
	ID       string
	Name     string
	Projects []string
	Stopped  record.Opt[bool]
}

// Projects returns the table of [Project].
func Projects() *record.Table[Project] { return projects() }

// ITSystems returns the table of [ITSystem].
func ITSystems() *record.Table[ITSystem] { return itSystems() }

var idType = record.Text{Max: 40, Shape: record.CodeText}

var projects = sync.OnceValue(func() *record.Table[Project] {
	return record.MustTable(record.Definition{
		Name: "it-project", Title: text("信息化项目", "IT project"), Basis: gx("4.1.1"),
		Doc: text("摸底清查的第一级：项目的批复、投资和验收。", "First level of the sweep: approval, investment and acceptance of a project."),
	}, []record.Field[Project]{
		{Key: "id", Title: text("项目编号", "project id"), Type: idType, Required: record.Always(), Example: "P-01", At: record.AtText(func(p *Project) *string { return &p.ID })},
		{Key: "name", Title: text("项目名称", "project name"), Type: record.Text{Max: 100}, Required: record.Always(), Basis: gx("4.1.1"), Example: "公路数据库", At: record.AtText(func(p *Project) *string { return &p.Name })},
		{Key: "approvalNumber", Title: text("批复文号", "approval number"), Type: record.Text{Max: 60}, Example: "示例批复〔2019〕1号", At: record.AtText(func(p *Project) *string { return &p.ApprovalNumber })},
		{Key: "approvedOn", Title: text("批复日期", "approved on"), Type: record.Date{}, Example: "2019-03-01", At: record.At(func(p *Project) *calendar.Date { return &p.ApprovedOn })},
		{Key: "investment", Title: text("总投资", "investment"), Type: record.Amount{}, Unit: text("元", "yuan"), Example: "2400000.00", At: record.At(func(p *Project) *money.Amount { return &p.Investment })},
		{Key: "funds", Title: text("资金来源", "funds"), Type: record.Text{Max: 60}, Example: "财政拨款", At: record.AtText(func(p *Project) *string { return &p.Funds })},
		{Key: "acceptedOn", Title: text("验收日期", "accepted on"), Type: record.Date{}, Example: "2020-12-01", At: record.At(func(p *Project) *calendar.Date { return &p.AcceptedOn })},
		{Key: "finalAccountsOn", Title: text("竣工财务决算日期", "final accounts on"), Type: record.Date{}, Basis: []rule.Clause{rule.In("国务院令第738号", "第31条")}, Example: "2021-06-01", At: record.At(func(p *Project) *calendar.Date { return &p.FinalAccountsOn })},
	})
})

var itSystems = sync.OnceValue(func() *record.Table[ITSystem] {
	return record.MustTable(record.Definition{
		Name: "it-system", Title: text("信息系统", "information system"), Basis: gx("4.1.1"),
		Doc: text("摸底清查的第二级：项目所建的系统。", "Second level of the sweep: the systems that projects built."),
	}, []record.Field[ITSystem]{
		{Key: "id", Title: text("系统编号", "system id"), Type: idType, Required: record.Always(), Example: "S-01", At: record.AtText(func(s *ITSystem) *string { return &s.ID })},
		{Key: "name", Title: text("系统名称", "system name"), Type: record.Text{Max: 100}, Required: record.Always(), Basis: gx("4.1.1"), Example: "公路数据库系统", At: record.AtText(func(s *ITSystem) *string { return &s.Name })},
		{Key: "projects", Title: text("所属项目", "projects"), Type: record.List{Max: 50, Element: idType}, Example: "P-01", At: record.AtTexts(func(s *ITSystem) *[]string { return &s.Projects })},
		{Key: "stopped", Title: text("是否停用", "stopped"), Type: record.Boolean{}, Example: "false", At: record.At(func(s *ITSystem) *record.Opt[bool] { return &s.Stopped })},
	})
})
