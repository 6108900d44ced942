package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// LineDef is one line of a disclosure table as the provisions print it.
type LineDef struct {
	Label    rule.Text
	Heading  bool  // 节标题: no amounts
	Carrying bool  // a carrying amount
	Sum      []int // computed: the lines that are added, those below 0 taken off
	Children []int // 其中: what a parent may list apart
}

// layout is one of the two tables: its lines, its columns, its accounts, and
// into which lines the events go.
type layout struct {
	title    rule.Text
	lines    []LineDef
	columns  [4]rule.Text
	segments []segment
	origin   map[string]Way // how an event brings an asset into the table
}

// segment is one of the sums that the table follows.
type segment struct {
	accounts           []string
	side               accounting.Side // that increases it
	opening            int
	increase, decrease int            // parents
	in, out            map[string]int // children by kind of event; "" is every other kind
}

func intangibleLayout() layout {
	return layout{
		title: text("确认为无形资产的数据资源", "data resources recognised as intangible assets"),
		columns: [4]rule.Text{
			text("外购的数据资源无形资产", "bought"), text("自行开发的数据资源无形资产", "own development"),
			text("其他方式取得的数据资源无形资产", "acquired otherwise"), text("合计", "total"),
		},
		lines: []LineDef{
			heading("一、账面原值", "I. Cost"),
			plain("1.期初余额", "1. Opening"),
			parent("2.本期增加金额", "2. Increase", 4, 5, 6),
			plain("其中：购入", "of which: bought"),
			plain("内部研发", "own development"),
			plain("其他增加", "other increase"),
			parent("3.本期减少金额", "3. Decrease", 8, 9, 10),
			plain("其中：处置", "of which: disposal"),
			plain("失效且终止确认", "lapsed and derecognised"),
			plain("其他减少", "other decrease"),
			closingLine(2, 3, -7),
			heading("二、累计摊销", "II. Accumulated amortisation"),
			plain("1.期初余额", "1. Opening"),
			plain("2.本期增加金额", "2. Increase"),
			parent("3.本期减少金额", "3. Decrease", 16, 17, 18),
			plain("其中：处置", "of which: disposal"),
			plain("失效且终止确认", "lapsed and derecognised"),
			plain("其他减少", "other decrease"),
			closingLine(13, 14, -15),
			heading("三、减值准备", "III. Impairment"),
			plain("1.期初余额", "1. Opening"),
			plain("2.本期增加金额", "2. Increase"),
			plain("3.本期减少金额", "3. Decrease"),
			closingLine(21, 22, -23),
			heading("四、账面价值", "IV. Carrying amount"),
			carried("1.期末账面价值", "1. Closing", 11, -19, -24),
			carried("2.期初账面价值", "2. Opening", 2, -13, -21),
		},
		segments: []segment{
			{
				accounts: []string{"1701"}, side: accounting.Debit, opening: 2, increase: 3, decrease: 7,
				in: map[string]int{
					"enterprise.purchase": 4, "enterprise.purchase-deferred": 4, "enterprise.addition-capitalised": 4,
					"enterprise.development-formed": 5, "": 6,
				},
				out: map[string]int{"enterprise.sold": 8, "enterprise.exchange-fair": 8, "enterprise.exchange-carrying": 8, "enterprise.retired": 9, "": 10},
			},
			{
				accounts: []string{"1702"}, side: accounting.Credit, opening: 13, increase: 14, decrease: 15,
				out: map[string]int{"enterprise.sold": 16, "enterprise.exchange-fair": 16, "enterprise.exchange-carrying": 16, "enterprise.retired": 17, "": 18},
			},
			{accounts: []string{"1703"}, side: accounting.Credit, opening: 21, increase: 22, decrease: 23},
		},
		origin: map[string]Way{
			"enterprise.purchase": Bought, "enterprise.purchase-deferred": Bought, "enterprise.development-formed": Own,
		},
	}
}

// provisionHeading is the heading as listed companies print it.
const provisionHeading = "二、存货跌价准备"

func inventoryLayout() layout {
	return layout{
		title: text("确认为存货的数据资源", "data resources recognised as inventories"),
		columns: [4]rule.Text{
			text("外购的数据资源存货", "bought"), text("自行加工的数据资源存货", "own processing"),
			text("其他方式取得的数据资源存货", "acquired otherwise"), text("合计", "total"),
		},
		lines: []LineDef{
			heading("一、账面原值", "I. Cost"),
			plain("1.期初余额", "1. Opening"),
			parent("2.本期增加金额", "2. Increase", 4, 5, 6),
			plain("其中：购入", "of which: bought"),
			plain("采集加工", "collection and processing"),
			plain("其他增加", "other increase"),
			parent("3.本期减少金额", "3. Decrease", 8, 9, 10),
			plain("其中：出售", "of which: sold"),
			plain("失效且终止确认", "lapsed and derecognised"),
			plain("其他减少", "other decrease"),
			closingLine(2, 3, -7),
			heading(provisionHeading, "II. Provision for decline in value"),
			plain("1.期初余额", "1. Opening"),
			plain("2.本期增加金额", "2. Increase"),
			parent("3.本期减少金额", "3. Decrease", 16, 17),
			plain("其中：转回", "of which: reversed"),
			plain("转销", "written off"),
			closingLine(13, 14, -15),
			heading("三、账面价值", "III. Carrying amount"),
			carried("1.期末账面价值", "1. Closing", 11, -18),
			carried("2.期初账面价值", "2. Opening", 2, -13),
		},
		segments: []segment{
			{
				accounts: []string{"1405", "1406"}, side: accounting.Debit, opening: 2, increase: 3, decrease: 7,
				in:  map[string]int{"enterprise.inventory-purchase": 4, "enterprise.inventory-processed": 5, "": 6},
				out: map[string]int{"enterprise.inventory-sold": 8, "enterprise.dispatched-sold": 8, "enterprise.inventory-lapsed": 9, "": 10},
			},
			{
				accounts: []string{"1471"}, side: accounting.Credit, opening: 13, increase: 14, decrease: 15,
				out: map[string]int{"enterprise.inventory-recovered": 16, "": 17},
			},
		},
		origin: map[string]Way{"enterprise.inventory-purchase": Bought, "enterprise.inventory-processed": Own},
	}
}

func heading(zh, en string) LineDef { return LineDef{Label: text(zh, en), Heading: true} }
func plain(zh, en string) LineDef   { return LineDef{Label: text(zh, en)} }

func parent(zh, en string, children ...int) LineDef {
	return LineDef{Label: text(zh, en), Children: children}
}

func closingLine(sum ...int) LineDef {
	return LineDef{Label: text("4.期末余额", "4. Closing"), Sum: sum}
}

func carried(zh, en string, sum ...int) LineDef {
	return LineDef{Label: text(zh, en), Carrying: true, Sum: sum}
}
