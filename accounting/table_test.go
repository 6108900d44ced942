package accounting_test

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

func both(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }

// public is the accounts of the government system that the tests book on.
func public(t testing.TB) *accounting.Chart {
	t.Helper()
	account := func(code, zh string, b accounting.Book, s accounting.Side, c accounting.Class, e accounting.Element) accounting.Account {
		return accounting.Account{
			Code: code, Name: both(zh, "account "+code), Book: b, Normal: s, Class: c, Element: e,
			Basis: []rule.Clause{rule.In("财会〔2017〕25号", code)},
		}
	}
	const f, b, dr, cr = accounting.Financial, accounting.Budgetary, accounting.Debit, accounting.Credit
	tax := account("2101", "应交增值税", f, cr, accounting.Liabilities, "")
	tax.DetailsOnly = true
	tax.Details = []accounting.Detail{{Name: both("应交税金（进项税额）", "input tax")}, {Name: both("待认证进项税额", "input tax to be certified")}}
	research := account("1703", "研发支出", f, dr, accounting.Assets, "")
	research.DetailsOnly = true
	research.Details = []accounting.Detail{{Name: both("研究支出", "research")}, {Name: both("开发支出", "development")}}
	c, err := accounting.NewChart(
		account("1002", "银行存款", f, dr, accounting.Assets, ""),
		account("1701", "无形资产", f, dr, accounting.Assets, accounting.Cost),
		account("1702", "无形资产累计摊销", f, cr, accounting.Assets, accounting.Amortisation),
		research,
		account("1902", "待处理财产损溢", f, dr, accounting.Assets, ""),
		tax,
		account("3001", "累计盈余", f, cr, accounting.NetAssets, ""),
		account("3501", "以前年度盈余调整", f, cr, accounting.NetAssets, ""),
		account("4001", "财政拨款收入", f, cr, accounting.Income, ""),
		account("4609", "其他收入", f, cr, accounting.Income, ""),
		account("5001", "业务活动费用", f, dr, accounting.Expense, ""),
		account("5101", "单位管理费用", f, dr, accounting.Expense, ""),
		account("5301", "资产处置费用", f, dr, accounting.Expense, ""),
		account("6001", "财政拨款预算收入", b, cr, accounting.BudgetIncome, ""),
		account("7101", "行政支出", b, dr, accounting.BudgetSpending, ""),
		account("7901", "其他支出", b, dr, accounting.BudgetSpending, ""),
		account("8001", "资金结存", b, dr, accounting.BudgetBalance, ""),
		account("8101", "财政拨款结转", b, cr, accounting.BudgetBalance, ""),
	)
	require.NoError(t, err)
	return c
}

func code(c, zh string) rule.Code { return rule.Code{Code: c, Title: both(zh, c)} }

// rows is a small table of events of the government system.
func rows() accounting.Events {
	input := func(name, zh string) accounting.Input { return accounting.Input{Name: name, Title: both(zh, name)} }
	system := func(place string) []rule.Clause { return []rule.Clause{rule.In("财会〔2017〕25号", place)} }
	bank, quota := accounting.Is("payment", "bank"), accounting.Is("payment", "quota")
	return accounting.Events{
		Inputs: []accounting.Input{
			input("cost", "账面余额、成本"), input("vat", "进项税额"), input("value", "评估价值"), input("boot", "补价"),
			input("costs", "其他相关支出"), input("amortised", "已提摊销"), input("current", "本年摊销"), input("prior", "以前年度摊销"),
		},
		Facts: []accounting.Fact{
			{Key: "payment", Title: both("付款方式", "payment"), Codes: []rule.Code{code("bank", "银行存款"), code("quota", "本年度指标")}},
			{Key: "use", Title: both("用途", "use"), Codes: []rule.Code{code("duty", "履职"), code("management", "管理")}, Default: "duty"},
			{Key: "certified", Title: both("已认证", "certified"), Codes: []rule.Code{code("yes", "是"), code("no", "否")}, Default: "yes"},
		},
		Roles: []accounting.Role{
			{Name: "fund", Title: both("资金", "funds"), Book: accounting.Financial, Cases: []accounting.RoleCase{
				{When: []accounting.Condition{bank}, Account: "1002"}, {When: []accounting.Condition{quota}, Account: "4001"},
			}},
			{Name: "budgetFund", Title: both("预算资金", "budget funds"), Book: accounting.Budgetary, Cases: []accounting.RoleCase{
				{When: []accounting.Condition{bank}, Account: "8001", Detail: "货币资金"}, {When: []accounting.Condition{quota}, Account: "6001"},
			}},
			{Name: "expense", Title: both("费用", "expense"), Book: accounting.Financial, Cases: []accounting.RoleCase{
				{When: []accounting.Condition{accounting.Is("use", "management"), accounting.Is("entity", "publicInstitution")}, Account: "5101"},
				{Account: "5001"},
			}},
		},
		Types: []accounting.EventType{
			{
				ID: "test.purchase", Title: both("外购", "bought"), Basis: system("1701 三(一)1"), Evidence: rule.FullText,
				Optional: []string{"vat"}, Terms: true, Moves: []accounting.Move{{From: []string{""}, To: "held"}},
				Entries: []accounting.EntryTemplate{
					accounting.Financially(
						accounting.Dr("1701", "cost").Of(),
						accounting.Dr("2101", "vat").At("应交税金（进项税额）").If(accounting.Is("certified", "yes")),
						accounting.Dr("2101", "vat").At("待认证进项税额").If(accounting.Is("certified", "no")),
						accounting.Cr("fund", "cost + vat"),
					),
					accounting.Budgetarily(accounting.Dr("7101", "cost + vat"), accounting.Cr("budgetFund", "cost + vat")),
				},
			},
			{
				ID: "test.exchange", Title: both("置换", "exchanged"), Basis: system("1302 三(一)6"), Evidence: rule.FullText,
				Optional: []string{"costs", "boot"}, Terms: true,
				Moves: []accounting.Move{{From: []string{""}, To: "held"}, {Ref: "given", From: []string{"held"}, To: "gone"}},
				Entries: []accounting.EntryTemplate{
					accounting.Financially(
						accounting.Dr("1701", "value + boot + costs").Of(),
						accounting.Dr("1702", "amortised").OfOther("given"),
						accounting.Dr("5301", "pos(cost − amortised − value)"),
						accounting.Cr("1701", "cost").OfOther("given"),
						accounting.Cr("1002", "boot + costs"),
						accounting.Cr("4609", "pos(value − (cost − amortised))"),
					),
					accounting.Budgetarily(accounting.Dr("7901", "boot + costs"), accounting.Cr("8001", "boot + costs").At("货币资金")),
				},
			},
			{
				ID: "test.surplus", Title: both("盘盈", "found"), Basis: system("1902 四(二)1(1)"), Evidence: rule.FullText, Terms: true,
				Moves: []accounting.Move{{From: []string{""}, To: "held"}},
				Then:  []accounting.Follow{{Kind: "test.surplusApproved", Suffix: "approved"}},
				Entries: []accounting.EntryTemplate{accounting.Financially(
					accounting.Dr("1701", "cost").Of(), accounting.Cr("1902", "cost"),
				)},
			},
			{
				ID: "test.surplusApproved", Title: both("盘盈批准", "found, approved"), Basis: system("1902 四(二)1(2)"), Evidence: rule.FullText,
				Entries: []accounting.EntryTemplate{
					accounting.Financially(accounting.Dr("1902", "cost"), accounting.Cr("3501", "cost")),
					accounting.Financially(accounting.Dr("3501", "cost"), accounting.Cr("3001", "cost")),
				},
			},
			{
				ID: "test.amortise", Title: both("按月摊销", "amortised"), Basis: system("1702 三(一)"), Evidence: rule.FullText,
				Optional: []string{"current", "prior"},
				Entries: []accounting.EntryTemplate{accounting.Financially(
					accounting.Dr("expense", "current"), accounting.Dr("3501", "prior"), accounting.Cr("1702", "current + prior").Of(),
				)},
			},
			{
				ID: "test.writeOff", Title: both("核销", "written off"), Basis: system("1701 三(三)5"), Evidence: rule.FullText, Approved: true,
				Optional: []string{"amortised"},
				Moves:    []accounting.Move{{From: []string{"held"}, To: "gone"}},
				Entries: []accounting.EntryTemplate{accounting.Financially(
					accounting.Dr("5301", "cost − amortised"), accounting.Dr("1702", "amortised").Of(), accounting.Cr("1701", "cost").Of(),
				)},
			},
		},
	}
}

func events(t testing.TB) *accounting.Table {
	t.Helper()
	table, err := accounting.NewTable(public(t), rows())
	require.NoError(t, err)
	return table
}

func amounts(pairs ...string) map[string]money.Amount {
	m := map[string]money.Amount{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = money.MustParse(pairs[i+1])
	}
	return m
}

func life(months int, from calendar.Month) accounting.Terms {
	return accounting.Terms{Measured: accounting.AtCost, Months: months, From: from}
}

// Facts E9: the asset given had cost 200,000 and 80,000 amortised, costs 3,000.
// Valued 150,000 it gains 30,000 (4609); at 110,000 it loses 10,000 (5301); one
// row books both.
func TestDifferenceChangesSide(t *testing.T) {
	for _, c := range []struct{ value, boot, want, budget string }{
		{"150000", "0", "借1701 153000.00，借1702 80000.00，贷1701 200000.00，贷1002 3000.00，贷4609 30000.00", "借7901 3000.00，贷8001 3000.00"},
		{"150000", "20000", "借1701 173000.00，借1702 80000.00，贷1701 200000.00，贷1002 23000.00，贷4609 30000.00", "借7901 23000.00，贷8001 23000.00"},
		{"110000", "0", "借1701 113000.00，借1702 80000.00，借5301 10000.00，贷1701 200000.00，贷1002 3000.00", "借7901 3000.00，贷8001 3000.00"},
		{"120000", "0", "借1701 123000.00，借1702 80000.00，贷1701 200000.00，贷1002 3000.00", "借7901 3000.00，贷8001 3000.00"},
	} {
		p, err := events(t).Post(accounting.Event{
			ID: "ZH-1", Kind: "test.exchange", On: calendar.MustDate(2026, 3, 1), Entity: rule.PublicInstitution,
			Parts: []accounting.Part{{
				Asset: "B", Detail: "数据资产——乙", Terms: life(36, calendar.MustMonth(2026, 3)),
				Amounts: amounts("cost", "200000", "amortised", "80000", "value", c.value, "costs", "3000", "boot", c.boot),
				Others:  map[string]accounting.Ref{"given": {Asset: "A", Detail: "数据资产——甲"}},
			}},
		})
		require.NoError(t, err)
		require.Equal(t, c.want, p.Vouchers[0].String())
		require.Equal(t, c.budget, p.Vouchers[1].String())
		require.Equal(t, "A", p.Vouchers[0].Entry().Lines[1].Asset)
		require.Equal(t, accounting.AssetMove{Asset: "A", From: []string{"held"}, To: "gone"}, p.Moves[1])
	}
}

// Facts E2: 50,000 and input tax 3,000, by bank, certified or not yet.
func TestConditionalLines(t *testing.T) {
	e := accounting.Event{
		ID: "WG-1", Kind: "test.purchase", On: calendar.MustDate(2026, 3, 1), Entity: rule.PublicInstitution, Facts: map[string]string{"payment": "bank"},
		Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——甲", Terms: life(60, calendar.MustMonth(2026, 3)), Amounts: amounts("cost", "50000", "vat", "3000")}},
	}
	for certified, detail := range map[string]string{"": "应交税金（进项税额）", "yes": "应交税金（进项税额）", "no": "待认证进项税额"} {
		e.Facts["certified"] = certified
		p, err := events(t).Post(e)
		require.NoError(t, err)
		require.Equal(t, "借1701 50000.00，借2101 3000.00，贷1002 53000.00", p.Vouchers[0].String())
		require.Equal(t, detail, p.Vouchers[0].Entry().Lines[1].Detail)
		require.Equal(t, "借7101 53000.00，贷8001 53000.00", p.Vouchers[1].String())
		require.Equal(t, "货币资金", p.Vouchers[1].Entry().Lines[1].Detail)
	}
	e.Facts["payment"] = "cash"
	_, err := events(t).Post(e)
	fault, ok := errors.AsType[*accounting.EventError](err)
	require.True(t, ok)
	require.Equal(t, "the fact payment of A: bank, quota", fault.Want.EN)
}

// What follows (随后) takes the same parts: found, approved, carried over.
func TestChain(t *testing.T) {
	all, err := events(t).Chain(accounting.Event{
		ID: "PY-1", Kind: "test.surplus", On: calendar.MustDate(2026, 3, 1), Entity: rule.Administrative,
		Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——甲", Terms: accounting.Terms{Measured: accounting.AtNominal}, Amounts: amounts("cost", "1")}},
	})
	require.NoError(t, err)
	require.Len(t, all, 2)
	require.Equal(t, "PY-1/approved", all[1].Event)
	require.Equal(t, "借1902 1.00，贷3501 1.00", all[1].Vouchers[0].String())
	require.Equal(t, "借3501 1.00，贷3001 1.00", all[1].Vouchers[1].String())
	require.Empty(t, all[1].Terms)
}

// A table that contradicts itself or its chart is refused when it is made.
func TestTableRefused(t *testing.T) {
	first := func(e *accounting.Events) *accounting.EventType { return &e.Types[0] }
	for want, change := range map[string]func(*accounting.Events){
		"input of the table, not price":               func(e *accounting.Events) { first(e).Entries[0].Lines[0].Amount = "price" },
		"a formula for 1701":                          func(e *accounting.Events) { first(e).Entries[0].Lines[0].Amount = "cost +" },
		"debits equal to credits whatever the inputs": func(e *accounting.Events) { first(e).Entries[0].Lines[0].Amount = "cost + cost" },
		"in the budgetary voucher":                    func(e *accounting.Events) { first(e).Entries[1].Lines[0].Amount = "cost" },
		"voucher's book, not 8001":                    func(e *accounting.Events) { first(e).Entries[0].Lines[0].Account = "8001" },
		"voucher's book, not 9999":                    func(e *accounting.Events) { first(e).Entries[0].Lines[0].Account = "9999" },
		"a role of the table and the voucher's book":  func(e *accounting.Events) { first(e).Entries[0].Lines[0].Account = "资金" },
		"a fact of the table, not paid": func(e *accounting.Events) {
			first(e).Entries[0].When = []accounting.Condition{accounting.Is("paid", "x")}
		},
		"a code of fact payment, not x": func(e *accounting.Events) {
			first(e).Entries[0].When = []accounting.Condition{accounting.Is("payment", "x")}
		},
		"a comparison of two formulas": func(e *accounting.Events) {
			first(e).Entries[0].When = []accounting.Condition{accounting.Amounts("cost")}
		},
		"conditions made by":                      func(e *accounting.Events) { first(e).Entries[0].When = []accounting.Condition{{}} },
		"a title in both languages, a basis":      func(e *accounting.Events) { first(e).Basis = nil },
		"clauses that there are":                  func(e *accounting.Events) { first(e).Basis = []rule.Clause{{}} },
		"an id that the table does not have yet":  func(e *accounting.Events) { e.Types = append(e.Types, e.Types[0]) },
		"a formula that names the optional":       func(e *accounting.Events) { first(e).Optional = []string{"boot"} },
		"what follows":                            func(e *accounting.Events) { first(e).Then = []accounting.Follow{{Kind: "test.no", Suffix: "a"}} },
		"a voucher, or terms":                     func(e *accounting.Events) { first(e).Entries, first(e).Terms = nil, false },
		"what a requirement expects":              func(e *accounting.Events) { first(e).Requires = []accounting.Requirement{{}} },
		"a name that the table does not have yet": func(e *accounting.Events) { e.Inputs = append(e.Inputs, e.Inputs[0]) },
		"a default that is one of its codes":      func(e *accounting.Events) { e.Facts[0].Default = "x" },
		"an account of the chart and of its book": func(e *accounting.Events) { e.Roles[0].Cases[0].Account = "8001" },
		"a refused kind":                          func(e *accounting.Events) { e.Refused = []accounting.Refused{{ID: e.Types[0].ID}} },
		"at least one condition":                  func(e *accounting.Events) { first(e).Entries[0].When = []accounting.Condition{accounting.Any()} },
		"the rule that refuses":                   func(e *accounting.Events) { e.Refused = []accounting.Refused{{ID: "test.no"}} },
		"its documents":                           func(e *accounting.Events) { e.Residual.Documents = []string{"承诺"} },
	} {
		e := rows()
		change(&e)
		_, err := accounting.NewTable(public(t), e)
		fault, ok := errors.AsType[*accounting.TableError](err)
		require.True(t, ok, "%s: %v", want, err)
		require.Contains(t, fault.Want, want)
		cause := ""
		if fault.Err != nil {
			cause = ": " + fault.Err.Error()
		}
		require.EqualError(t, err, "accounting: table row "+fault.Row+": want "+fault.Want+cause)
	}
}

// A row replaces that of its id wherever it stands, the first and the last; any
// other comes after them.
func TestTableWith(t *testing.T) {
	ids := func(table *accounting.Table) (all []rule.ID) {
		for e := range table.Types() {
			all = append(all, e.ID)
		}
		return all
	}
	before := ids(events(t))
	for _, i := range []int{0, len(before) - 1} {
		row := rows().Types[i]
		row.Title = both("另一名称", "another title")
		table, err := events(t).With(accounting.Events{Types: []accounting.EventType{row}})
		require.NoError(t, err)
		require.Equal(t, before, ids(table))
		got, ok := table.Type(row.ID)
		require.True(t, ok)
		require.Equal(t, "another title", got.Title.EN)
	}
	row := rows().Types[0]
	row.ID = "own.row"
	table, err := events(t).With(accounting.Events{Types: []accounting.EventType{row}})
	require.NoError(t, err)
	require.Equal(t, append(before, "own.row"), ids(table))
}

// A form asks for the inputs and the facts in the order in which the row names
// them, those of its roles and conditions too, each once; the kind of unit is known
// already.
func TestAsks(t *testing.T) {
	asked := func(id rule.ID) (names, keys []string) {
		inputs, facts := events(t).Asks(id)
		for _, i := range inputs {
			names = append(names, i.Name)
		}
		for _, f := range facts {
			keys = append(keys, f.Key)
		}
		return names, keys
	}
	inputs, facts := asked("test.purchase")
	require.Equal(t, []string{"cost", "vat"}, inputs)
	require.Equal(t, []string{"certified", "payment"}, facts)
	inputs, facts = asked("test.amortise")
	require.Equal(t, []string{"current", "prior"}, inputs)
	require.Equal(t, []string{"use"}, facts, "the role's; entity is known")
	inputs, facts = asked("test.nobody")
	require.Empty(t, inputs)
	require.Empty(t, facts)

	// A line of a role that depends on a fact itself asks for both.
	row := rows().Types[4]
	row.ID, row.Optional = "own.row", nil
	yes := accounting.Is("certified", "yes")
	row.Entries = []accounting.EntryTemplate{accounting.Financially(
		accounting.Dr("expense", "current").If(yes), accounting.Cr("fund", "current").If(yes),
		accounting.Dr("3501", "prior").If(accounting.Amounts("value > cost")), accounting.Cr("3001", "prior").If(accounting.Amounts("value > cost")),
	)}
	table, err := events(t).With(accounting.Events{Types: []accounting.EventType{row}})
	require.NoError(t, err)
	in, of := table.Asks("own.row")
	require.Equal(t, []string{"current", "prior", "value", "cost"}, []string{in[0].Name, in[1].Name, in[2].Name, in[3].Name})
	require.Equal(t, []string{"use", "certified", "payment"}, []string{of[0].Key, of[1].Key, of[2].Key})
}

// What depends on a comparison is proven where either way balances, and left
// for the posting where it does not.
func TestProof(t *testing.T) {
	require.Empty(t, events(t).Unproven())
	row := func(entry accounting.EntryTemplate) *accounting.Table {
		table, err := events(t).With(accounting.Events{Types: []accounting.EventType{{
			ID: "own.row", Title: both("自定", "own"), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1002")}, Evidence: rule.FullText,
			Entries: []accounting.EntryTemplate{entry},
		}}})
		require.NoError(t, err)
		return table
	}
	more, less := accounting.Amounts("boot >= costs"), accounting.Amounts("boot < costs")
	require.Empty(t, row(accounting.Financially(
		accounting.Dr("1002", "boot").If(more), accounting.Cr("4609", "boot").If(more),
		accounting.Dr("5301", "costs").If(less), accounting.Cr("1002", "costs").If(less),
	)).Unproven())
	require.Empty(t, row(accounting.Financially(
		accounting.Dr("1002", "max(boot, costs)"), accounting.Cr("4609", "min(boot, costs)"), accounting.Cr("4609", "pos(boot − costs) + pos(costs − boot)"),
	)).Unproven(), "max(a, b) − min(a, b) = |a − b|")
	require.Equal(t, []rule.ID{"own.row"}, row(accounting.Financially(
		accounting.Dr("1002", "boot").If(more), accounting.Cr("4609", "boot"),
	)).Unproven())
}

// The table as a reviewer reads it.
func TestTableMarkdown(t *testing.T) {
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		golden(t, filepath.Join("testdata", "golden", "events."+string(l)+".md"), events(t).Markdown(l))
	}
}
