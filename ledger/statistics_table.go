package ledger

import (
	"sync"

	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Tallies returns the table of [Tally].
func Tallies() *record.Table[Tally] { return tallies() }

// Movements returns the table of [Movement].
func Movements() *record.Table[Movement] { return movements() }

// StateAssetLines returns the table of [StateAssetLine].
func StateAssetLines() *record.Table[StateAssetLine] { return stateAssetTable() }

func count[T any](key, zh, en string, at func(*T) *record.Opt[int64]) record.Field[T] {
	return record.Field[T]{Key: key, Title: text(zh, en), Type: record.Integer{}, Unit: text("项", "assets"), Example: "3", Calculated: true, At: record.At(at)}
}

func sum[T any](key, zh, en string, at func(*T) *money.Amount) record.Field[T] {
	return record.Field[T]{Key: key, Title: text(zh, en), Type: record.Amount{Signed: true}, Unit: text("元", "yuan"), Example: sums[key], Calculated: true, At: record.At(at)}
}

// sums are examples that add up: a value less what was taken off it, and a period from
// its opening to its closing.
var sums = map[string]string{
	"amount": "1860000.00", "amortised": "62000.00", "impairment": "0.00", "net": "1798000.00", "income": "600000.00", "remitted": "594059.41",
	"openingAmount": "1200000.00", "newAmount": "660000.00", "movedInAmount": "0.00", "movedOutAmount": "0.00", "retiredAmount": "0.00", "changed": "0.00", "closingAmount": "1860000.00",
}

func word[T any](key, zh, en, example string, at func(*T) *string) record.Field[T] {
	return record.Field[T]{Key: key, Title: text(zh, en), Type: record.Text{Max: 100}, Example: example, Calculated: true, At: record.AtText(at)}
}

var tallies = sync.OnceValue(func() *record.Table[Tally] {
	return record.MustTable(record.Definition{
		Name: "ledger-tally", Title: text("台账统计表", "statistics of the ledger"), Basis: gx("4.2.3"),
		Doc: text("按分类、登记、入账状态、持有单位等汇总项数和金额。", "Numbers and amounts by class, registration, booking status, holder and more."),
	}, []record.Field[Tally]{
		word("dimension", "口径", "by", "按入账状态", func(t *Tally) *string { return &t.Dimension }),
		word("code", "代码", "code", "cost", func(t *Tally) *string { return &t.Code }),
		word("title", "类别", "kind", "按成本入账", func(t *Tally) *string { return &t.Title }),
		count("rows", "项数", "assets", func(t *Tally) *record.Opt[int64] { return &t.Rows }),
		sum("amount", "原值", "original value", func(t *Tally) *money.Amount { return &t.Amount }),
		sum("amortised", "累计摊销", "accumulated amortisation", func(t *Tally) *money.Amount { return &t.Amortised }),
		sum("impairment", "减值准备", "impairment", func(t *Tally) *money.Amount { return &t.Impairment }),
		sum("net", "净值", "net value", func(t *Tally) *money.Amount { return &t.Net }),
		sum("income", "累计收益", "income to date", func(t *Tally) *money.Amount { return &t.Income }),
		sum("remitted", "累计上缴", "remitted to date", func(t *Tally) *money.Amount { return &t.Remitted }),
	})
})

var movements = sync.OnceValue(func() *record.Table[Movement] {
	return record.MustTable(record.Definition{
		Name: "ledger-movement", Title: text("台账变动表", "movement table of the ledger"), Basis: gx("4.2.3"),
		Doc: text("期初 + 新增 + 转入 − 转出 − 退出 = 期末；合计行没有转入转出。", "Opening + new + moved in − moved out − retired = closing; the line for all has nothing moved."),
	}, []record.Field[Movement]{
		word("span", "期间", "span", "2025Q2", func(m *Movement) *string { return &m.Span }),
		word("dimension", "口径", "by", "按入账状态", func(m *Movement) *string { return &m.Dimension }),
		word("code", "代码", "code", "cost", func(m *Movement) *string { return &m.Code }),
		word("title", "类别", "kind", "按成本入账", func(m *Movement) *string { return &m.Title }),
		count("opening", "期初项数", "opening", func(m *Movement) *record.Opt[int64] { return &m.Opening }),
		count("new", "新增项数", "new", func(m *Movement) *record.Opt[int64] { return &m.New }),
		count("movedIn", "转入项数", "moved in", func(m *Movement) *record.Opt[int64] { return &m.MovedIn }),
		count("movedOut", "转出项数", "moved out", func(m *Movement) *record.Opt[int64] { return &m.MovedOut }),
		count("retired", "退出项数", "retired", func(m *Movement) *record.Opt[int64] { return &m.Retired }),
		count("closing", "期末项数", "closing", func(m *Movement) *record.Opt[int64] { return &m.Closing }),
		sum("openingAmount", "期初原值", "opening value", func(m *Movement) *money.Amount { return &m.OpeningAmount }),
		sum("newAmount", "新增原值", "value of new", func(m *Movement) *money.Amount { return &m.NewAmount }),
		sum("movedInAmount", "转入原值", "value moved in", func(m *Movement) *money.Amount { return &m.MovedInAmount }),
		sum("movedOutAmount", "转出原值", "value moved out", func(m *Movement) *money.Amount { return &m.MovedOutAmount }),
		sum("retiredAmount", "退出原值", "value of retired", func(m *Movement) *money.Amount { return &m.RetiredAmount }),
		sum("changed", "原值变动", "change of value", func(m *Movement) *money.Amount { return &m.Changed }),
		sum("closingAmount", "期末原值", "closing value", func(m *Movement) *money.Amount { return &m.ClosingAmount }),
	})
})

var stateAssetTable = sync.OnceValue(func() *record.Table[StateAssetLine] {
	return record.MustTable(record.Definition{
		Name: "state-asset-line", Title: text("国有资产报告——数据资产", "report on state-owned assets: data assets"),
		Basis: append(gx("4.3.7"), rule.In("国务院令第738号", "第44条")),
		Doc: text("年度国有资产报告中数据资产的项数、原值、累计摊销、净值、使用、处置和收益。",
			"Number, original value, amortisation, net value, use, disposal and income of data assets in the yearly report."),
	}, []record.Field[StateAssetLine]{
		word("item", "项目", "item", "期末", func(l *StateAssetLine) *string { return &l.Item }),
		word("itemEnglish", "项目（英文）", "item in English", "closing", func(l *StateAssetLine) *string { return &l.ItemEN }),
		word("code", "代码", "code", "closing", func(l *StateAssetLine) *string { return &l.Code }),
		count("rows", "项数", "assets", func(l *StateAssetLine) *record.Opt[int64] { return &l.Rows }),
		sum("amount", "原值", "original value", func(l *StateAssetLine) *money.Amount { return &l.Amount }),
		sum("amortised", "累计摊销", "accumulated amortisation", func(l *StateAssetLine) *money.Amount { return &l.Amortised }),
		sum("impairment", "减值准备", "impairment", func(l *StateAssetLine) *money.Amount { return &l.Impaired }),
		sum("net", "净值", "net value", func(l *StateAssetLine) *money.Amount { return &l.Net }),
		sum("income", "本年收益", "income of the year", func(l *StateAssetLine) *money.Amount { return &l.Income }),
		sum("remitted", "本年上缴", "remitted in the year", func(l *StateAssetLine) *money.Amount { return &l.Remitted }),
	})
})

// stateAssetLines is the lines of the report, empty.
func stateAssetLines() stateLines {
	none := record.Some[int64](0)
	line := func(code, zh, en string) StateAssetLine {
		return StateAssetLine{Code: code, Item: zh, ItemEN: en, Rows: none}
	}
	return stateLines{
		line("opening", "期初", "opening"),
		line("new", "本年新增", "new in the year"),
		line("changed", "本年原值变动", "change of value in the year"),
		line("retired", "本年退出", "retired in the year"),
		line("disposed", "其中：处置、调出、损毁灭失等", "of which disposed, transferred, lost and the like"),
		line("closing", "期末", "closing"),
		line("nominal", "其中：按名义金额入账", "of which at nominal amount"),
		line("cost", "其中：按成本入账", "of which at cost"),
		line("unbooked", "其中：未入账、仅披露", "of which not booked or disclosed only"),
		line("registered", "其中：已登记", "of which registered"),
		line("authorised", "其中：授权运营", "of which authorised"),
		line("inUse", "其中：自用", "of which in own use"),
		line("idle", "其中：闲置", "of which idle"),
		line("unstated", "其中：使用状态未填", "of which usage not given"),
	}
}

// paragraphs is what the report asks for in words (国务院令第738号 第44条).
func paragraphs() []Paragraph {
	basis := []rule.Clause{rule.In("国务院令第738号", "第44条")}
	return []Paragraph{
		{Title: text("管理制度建立和实施情况", "rules made and carried out"), Basis: basis},
		{Title: text("配置、使用、处置和效益情况", "allocation, use, disposal and benefit"), Basis: basis},
		{Title: text("推进管理体制机制改革情况", "reform of how they are managed"), Basis: basis},
	}
}
