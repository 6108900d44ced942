package government

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// collected is the lines of what a stage of a project takes up: pay, materials,
// depreciation, amortisation of another asset, money. Only where there is such
// amortisation does the event name the asset used.
func collected(stage string) []entry {
	lines := []line{
		dr("1703", "pay + materials + depreciation + amortisation + cash").At(stage).Of(),
		cr("2201", "pay"), cr("1302", "materials"), cr("1602", "depreciation"),
		cr("1702", "amortisation").OfOther("used").If(amounts("amortisation > 0.00")),
		cr("fund", "cash"),
	}
	return entries(financial(lines...), spent("cash"))
}

// developments is §3.2: own research and development, from 2022 on by 解释4号 四.
func developments() []row {
	parts := []string{"pay", "materials", "depreciation", "amortisation", "cash"}
	project := accounting.Not(is("use", "research", "development"))
	return []row{
		{
			ID: "government.research-spent", Title: text("研究支出归集", "research expenditure collected"),
			Basis:    law(standard("第6条"), system("1703 三(一)"), system("附录 26"), in4("四(一)"), in4("四(二)")),
			Optional: parts, Moves: moves([]string{"", Developing}, Developing),
			Judgement: text("附录预算列只写事业支出、经营支出等，行政单位用 7101 由“等”字推出", "the appendix names institutions' spending and the like; 7101 for administrative units is read from 等"),
			Entries:   collected("研究支出"),
		},
		{
			ID: "government.research-expensed", Title: text("研究支出月末结转", "research expensed at month end"),
			Basis: law(standard("第6条"), system("1703 三(一)第2段"), system("附录 26")), Moves: moves([]string{Developing}, ""),
			Requires: requires(want(project, "研发活动以外的用途", "a use other than research")),
			Entries:  entries(financial(dr("ownExpense", "balance"), cr("1703", "balance").At("研究支出").Of())),
		},
		{
			ID: "government.development-spent", Title: text("开发支出归集", "development expenditure collected"),
			Basis:    law(standard("第6条"), standard("第11条"), system("1703 三(二)"), system("附录 26"), in4("四(二)"), in4("四(三)")),
			Optional: parts, Moves: moves([]string{"", Developing}, Developing), Documents: []string{"开发阶段五个条件的说明"},
			Entries: collected("开发支出"),
		},
		{
			ID: "government.development-formed", Title: text("自行开发形成无形资产", "own development becomes an asset"),
			Basis: law(standard("第11条"), system("1701 三(一)3"), system("1703 三(二)")), Terms: true, Moves: moves([]string{Developing}, Held),
			Entries: entries(financial(dr("1701", "cost").Of(), cr("1703", "cost").At("开发支出").Of())),
		},
		{
			ID: "government.development-failed", Title: text("年末评估预计不能达到预定用途", "assessed at year end: will not be usable"),
			Basis: law(system("1703 三(二)第2段"), system("附录 26")), Moves: moves([]string{Developing}, Gone),
			Entries: entries(financial(dr("ownExpense", "balance"), cr("1703", "balance").At("开发支出").Of())),
		},
		{
			ID: "government.legally-acquired", Title: text("未进入开发阶段或无法区分，依法取得", "stages not told apart, legally acquired"),
			Basis: law(standard("第6条"), system("1701 三(一)3第2段"), system("附录 24(1)③B")), Optional: []string{"spent"}, Terms: true,
			Moves: moves([]string{"", Developing}, Held), Documents: []string{"依法取得的证明"},
			Entries: entries(
				financial(dr("1701", "fees").Of(), cr("fund", "fees")),
				financial(dr("ownExpense", "spent"), cr("1703", "spent").At("研究支出").Of()),
				spent("fees"),
			),
		},
		{
			ID: "government.tidying-expensed", Title: text("不属于自行研究开发项目的数据整理支出", "tidying outside a research project, expensed"),
			Basis: law(in4("四(二)"), in4("四(一)")), Evidence: rule.Judgement, Effective: rule.From(calendar.MustDate(2022, 1, 1)),
			Optional: []string{"pay", "materials", "cash"},
			Judgement: text("数据治理、编目、清洗不以形成科技成果为目的的，不是自行研究开发项目，由解释4号 四(一) 推出",
				"governance, cataloguing and cleaning that aim at no scientific result are no research project: read from Interpretation 4 四(一)"),
			Entries: entries(
				financial(dr("ownExpense", "pay + materials + cash"), cr("2201", "pay"), cr("1302", "materials"), cr("fund", "cash")),
				spent("cash"),
			),
		},
	}
}

// projects is software within construction and information-system projects,
// which goes through 1613 and not 1703.
func projects() []row {
	building := func() []accounting.Move { return moves([]string{"", Building}, Building) }
	return []row{
		{
			ID: "government.project-spent", Title: text("建设项目中的软件、数据支出", "software and data within a project"),
			Basis:    law(system("1703 一第2段"), system("1613 二(四)"), system("1613 三(四)"), system("附录 23(4)")),
			Optional: []string{"unpaid"}, Moves: building(),
			Entries: entries(
				financial(dr("1613", "paid + unpaid").At("其他投资").Of(), cr("fund", "paid"), cr("2302", "unpaid")),
				spent("paid"),
			),
		},
		{
			ID: "government.project-shared-spent", Title: text("信息系统项目的系统集成等费用", "integration costs of an information-system project"),
			Basis: law(system("1613 一"), system("1613 二(三)8")), Moves: building(),
			Entries: entries(financial(dr("1613", "paid").At("待摊投资").Of(), cr("fund", "paid")), spent("paid")),
		},
		{
			ID: "government.project-delivered", Title: text("建设项目交付使用，按估计价值入账", "project delivered, at estimated value"),
			Basis:    law(system("1613 三(四)"), system("附录 23(4)"), in4("二(二)")),
			Optional: []string{"shared"}, Terms: true, Moves: moves([]string{Building}, Held),
			Entries: entries(financial(
				dr("1701", "investment + shared").Of(),
				cr("1613", "investment").At("其他投资").Of(), cr("1613", "shared").At("待摊投资").Of(),
			)),
		},
		{
			ID: "government.project-settled", Title: text("竣工财务决算，调整估计价值", "final accounts, estimate adjusted"),
			Basis: law(in4("二(二)"), regulation("第31条")), Terms: true, Moves: moves([]string{Held}, ""), Documents: []string{"竣工财务决算批复"},
			Then: carriedBy("government.project-settlement-carried"),
			Judgement: text("解释4号 二(二) 的信息系统项目工程参照执行：已提摊销不调整，以后在剩余年限内按决算价值减已提数摊销",
				"Interpretation 4 二(二), applied to information-system projects by its own reference: what was amortised stays, the rest follows over the remaining life"),
			Entries: entries(financial(
				dr("1701", "pos(final − estimate)").Of(), dr("3501", "pos(estimate − final)"),
				cr("3501", "pos(final − estimate)"), cr("1701", "pos(estimate − final)").Of(),
			)),
		},
		{
			ID: "government.project-settlement-carried", Title: text("决算差额转入累计盈余", "difference of final accounts carried over"),
			Basis: law(in4("二(二)"), system("3501 二(四)")),
			Entries: entries(financial(
				dr("3501", "pos(final − estimate)"), dr("3001", "pos(estimate − final)"),
				cr("3001", "pos(final − estimate)"), cr("3501", "pos(estimate − final)"),
			)),
		},
	}
}
