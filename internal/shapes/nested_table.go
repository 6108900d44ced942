package shapes

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// Agreement is a record with a nested one and lists.
type Agreement struct {
	Number   string
	SignedOn calendar.Date
	Term     Term
	Parties  []Party
	Tags     []string
	Step     Command
}

// Term is nested in an agreement.
type Term struct{ From, To calendar.Date }

// Party is an element of an agreement's list, with a list of its own.
type Party struct {
	Name   string
	Role   Status
	Share  money.Ratio
	Fixed  money.Amount
	Inputs []Input
}

// Input is what a party put in.
type Input struct {
	What  string
	Value money.Amount
}

func termTable() *record.Table[Term] {
	return record.MustTable(record.Definition{Name: "shape-term", Title: text("期限", "term")}, []record.Field[Term]{
		{Key: "from", Title: text("起始日", "first day"), Type: record.Date{}, Required: record.Always(), Example: "2026-01-01", At: record.At(func(t *Term) *calendar.Date { return &t.From })},
		{Key: "to", Title: text("终止日", "last day"), Type: record.Date{}, Required: record.Always(), Example: "2028-12-31", At: record.At(func(t *Term) *calendar.Date { return &t.To })},
	})
}

func inputTable() *record.Table[Input] {
	return record.MustTable(record.Definition{Name: "shape-input", Title: text("投入", "input")}, []record.Field[Input]{
		{Key: "what", Title: text("投入内容", "what was put in"), Type: record.Text{Max: 100}, Required: record.Always(), Example: "数据", At: record.AtText(func(i *Input) *string { return &i.What })},
		{Key: "value", Title: text("投入金额", "value"), Type: record.Amount{}, Example: "100.00", At: record.At(func(i *Input) *money.Amount { return &i.Value })},
	})
}

func partyTable() *record.Table[Party] {
	roles := codes("shape-role", "角色", "role", entry("holder", "持有方", "holder"), entry("operator", "运营方", "operator"), entry("processor", "加工方", "processor"))
	return record.MustTable(record.Definition{Name: "shape-party", Title: text("参与方", "party")}, []record.Field[Party]{
		{Key: "name", Title: text("名称", "name"), Type: record.Text{Max: 100}, Required: record.Always(), Example: "运营机构甲", At: record.AtText(func(p *Party) *string { return &p.Name })},
		{Key: "role", Title: text("角色", "role"), Type: record.Code{List: roles}, Required: record.Always(), Example: "operator", At: record.AtText(func(p *Party) *Status { return &p.Role })},
		{Key: "share", Title: text("分成比例", "share"), Type: record.Ratio{Min: "0", Max: "1"}, Required: record.Not(record.Present("fixed")), Absent: record.Present("fixed"), Example: "0.6", At: record.At(func(p *Party) *money.Ratio { return &p.Share })},
		{Key: "fixed", Title: text("固定金额", "fixed amount"), Type: record.Amount{}, At: record.At(func(p *Party) *money.Amount { return &p.Fixed })},
		{Key: "inputs", Title: text("投入清单", "inputs"), Type: record.List{Max: 5}, At: record.AtList(inputTable(), func(p *Party) *[]Input { return &p.Inputs })},
	})
}

// AgreementTable is the table of [Agreement].
func AgreementTable() *record.Table[Agreement] {
	return record.MustTable(record.Definition{Name: "shape-agreement", Title: text("协议（示例）", "agreement (made up)")}, []record.Field[Agreement]{
		{Key: "number", Title: text("协议编号", "number"), Type: record.Text{Max: 40, Shape: record.CodeText}, Required: record.Always(), Example: "XY-2025-01", At: record.AtText(func(a *Agreement) *string { return &a.Number })},
		{Key: "signedOn", Title: text("签订日期", "signed on"), Type: record.Date{}, Required: record.Always(), Example: "2025-12-22", At: record.At(func(a *Agreement) *calendar.Date { return &a.SignedOn })},
		{Key: "term", Title: text("期限", "term"), Type: record.Nested{}, Required: record.Always(), At: record.AtNested(termTable(), func(a *Agreement) *Term { return &a.Term })},
		{Key: "parties", Title: text("参与方", "parties"), Type: record.List{Min: 2, Max: 10}, Required: record.Always(), At: record.AtList(partyTable(), func(a *Agreement) *[]Party { return &a.Parties })},
		{Key: "tags", Title: text("标签", "tags"), Type: record.List{Max: 3, Element: record.Text{Max: 10}}, Example: "养护;保险", At: record.AtTexts(func(a *Agreement) *[]string { return &a.Tags })},
		{Key: "step", Title: text("最近步骤", "last step"), Type: record.Chosen{}, At: record.AtChoice(CommandChoice(), func(a *Agreement) *Command { return &a.Step })},
	})
}

// GoodAgreement is an agreement with nothing wrong.
func GoodAgreement() Agreement {
	return Agreement{
		Number: "XY-2025-01", SignedOn: day("2025-12-22"), Term: Term{day("2026-01-01"), day("2028-12-31")},
		Parties: []Party{
			{Name: "某厅", Role: "holder", Share: money.MustParseRatio("0.6"), Inputs: []Input{{"数据", money.Amount{}}, {"标注", money.MustParse("100.00")}}},
			{Name: "运营机构甲", Role: "operator", Fixed: money.MustParse("40.00")},
		},
		Tags: []string{"养护", "保险"}, Step: Approve{day("2025-12-10"), "自治区财政厅"},
	}
}

// Command is a choice of three.
type Command interface{ isCommand() }

// The commands.
type (
	// Submit has one field.
	Submit struct{ On calendar.Date }
	// Approve has a field that sorts before the code of the choice.
	Approve struct {
		On calendar.Date
		By string
	}
	// Reject has a required text.
	Reject struct {
		On     calendar.Date
		Reason string
	}
)

func (Submit) isCommand()  {}
func (Approve) isCommand() {}
func (Reject) isCommand()  {}

func caseOf[A Command](code, zh, en string, fields ...record.Field[A]) record.Case[Command] {
	t := record.MustTable(record.Definition{Name: "shape-" + code, Title: text(zh, en)}, fields)
	return record.CaseOf(code, text(zh, en), t, func(a A) Command { return a }, func(c Command) (A, bool) { a, ok := c.(A); return a, ok })
}

// CommandChoice is the choice of [Command].
func CommandChoice() *record.Choice[Command] {
	on := text("日期", "date")
	return record.MustChoice(record.Definition{Name: "shape-command", Title: text("命令（示例）", "command (made up)"), By: "command", ByTitle: text("命令种类", "kind of command")},
		caseOf("submit", "提交", "submit",
			record.Field[Submit]{Key: "on", Title: on, Type: record.Date{}, Required: record.Always(), Example: "2025-12-01", At: record.At(func(s *Submit) *calendar.Date { return &s.On })}),
		caseOf("approve", "批准", "approve",
			record.Field[Approve]{Key: "by", Title: text("批准机关", "approved by"), Type: record.Text{Max: 50}, Required: record.Always(), Example: "自治区财政厅", At: record.AtText(func(a *Approve) *string { return &a.By })},
			record.Field[Approve]{Key: "on", Title: on, Type: record.Date{}, Required: record.Always(), Example: "2025-12-10", At: record.At(func(a *Approve) *calendar.Date { return &a.On })}),
		caseOf("reject", "不予批准", "reject",
			record.Field[Reject]{Key: "on", Title: on, Type: record.Date{}, Required: record.Always(), Example: "2025-12-10", At: record.At(func(r *Reject) *calendar.Date { return &r.On })},
			record.Field[Reject]{Key: "reason", Title: text("理由", "reason"), Type: record.Text{Max: 200}, Required: record.Always(), Example: "材料不全", At: record.AtText(func(r *Reject) *string { return &r.Reason })}))
}

// Card includes a Row flattened into it and adds fields of its own.
type Card struct {
	Row     Row
	CardNo  string
	ValidTo calendar.Date
}

// CardTable is the table of [Card].
func CardTable() *record.Table[Card] {
	fields := []record.Field[Card]{
		{Key: "cardNo", Title: text("卡片编号", "card number"), Group: "basic", Type: record.Text{Max: 40, Shape: record.CodeText}, Required: record.Always(), Example: "KP-1", At: record.AtText(func(c *Card) *string { return &c.CardNo })},
	}
	fields = append(fields, record.Include(RowTable(), func(c *Card) *Row { return &c.Row })...)
	fields = append(fields, record.Field[Card]{
		Key: "validTo", Title: text("有效期至", "valid to"), Group: "basic", Type: record.Date{}, Required: record.Present("registeredOn"), Example: "2029-03-12",
		At: record.At(func(c *Card) *calendar.Date { return &c.ValidTo }),
	})
	return record.MustTable(record.Definition{
		Name: "shape-card", Title: text("信息卡片（示例）", "information card (made up)"), DateOf: "recordedOn",
		Groups: RowTable().Definition().Groups,
	}, fields)
}

// GoodCard is a card with nothing wrong.
func GoodCard() Card { return Card{Row: GoodRow(), CardNo: "KP-1", ValidTo: day("2029-03-12")} }

// Extended is the row's table with a caller's own fields.
func Extended() *record.Table[Row] {
	grades := codes("own-grade", "本单位评级", "own grade", entry("a", "甲级", "grade A"), entry("b", "乙级", "grade B"))
	t, err := RowTable().With(
		record.FieldDefinition{Key: "ownGrade", Title: text("本单位评级", "own grade"), Type: record.Code{List: grades}, Required: record.Equals("bookingStatus", "nominal"), Example: "a"},
		record.FieldDefinition{Key: "ownBudget", Title: text("本单位预算", "own budget"), Type: record.Amount{}, Example: "10.00"},
		record.FieldDefinition{Key: "ownReviewedOn", Title: text("复核日期", "reviewed on"), Type: record.Date{}, Required: record.Present("ownBudget"), Example: "2026-01-31"},
		record.FieldDefinition{Key: "ownCount", Title: text("复核次数", "reviews"), Type: record.Integer{Max: 9}, Example: "3"},
		record.FieldDefinition{Key: "ownKept", Title: text("是否保留", "kept"), Type: record.Boolean{}, Example: "true"},
	)
	if err != nil {
		panic(err)
	}
	return t
}

// GoodExtended is a row with the caller's fields filled and nothing wrong.
func GoodExtended() Row {
	r := GoodRow()
	r.Extra = r.Extra.With("ownGrade", "a").With("ownBudget", "10.00").With("ownReviewedOn", "2026-01-31").With("ownCount", "3").With("ownKept", "true")
	return r
}
