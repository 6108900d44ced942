package enterprise

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// The states of a data resource in the books, as the events move it.
const (
	Developing = "developing" // 开发支出
	Held       = "held"       // 无形资产
	Nominal    = "nominal"    // 无形资产，名义金额
	Stock      = "stock"      // 存货
	Dispatched = "dispatched" // 发出商品
	ForSale    = "forSale"    // 持有待售
	Gone       = "gone"       // 已终止确认
)

// Amortised is the kind of event that a run of amortisation books.
const Amortised rule.ID = "enterprise.amortised"

// Events returns the table of events over [Chart]: what happens to the data
// resources of an enterprise by 财会〔2023〕11号 on CAS 6, CAS 1 and CAS 8.
func Events() *accounting.Table { return events() }

var events = sync.OnceValue(func() *accounting.Table {
	t, err := accounting.NewTable(Chart(), accounting.Events{
		Inputs: inputs(), Facts: facts(), Roles: roles(), Types: eventTypes(), Refused: forbidden(), Residual: residualProof(),
	})
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return t
})

// eventTypes joins the tables by topic. Every row is an entry of enterprises'
// books, which is what the plan asks for (GX-4.4.5).
func eventTypes() []accounting.EventType {
	all := slices.Concat(
		purchases(), deferredPurchases(), developments(), contributions(), exchanges(), grants(),
		inventories(), inventoryValues(), inventorySales(), laterEvents(), disposals(), heldForSale(), purposes(), revenues(), taxes(),
	)
	for i := range all {
		if all[i].Entities == nil {
			all[i].Entities = units()
		}
		if all[i].Evidence == 0 {
			all[i].Evidence = rule.Verified
		}
		all[i].Basis = append(all[i].Basis, rule.GX("4.4.5"))
	}
	return all
}

// The short words in which the tables are written.

type (
	row   = accounting.EventType
	entry = accounting.EntryTemplate
	line  = accounting.LineTemplate
)

func dr(account, amount string) line { return accounting.Dr(account, amount) }
func cr(account, amount string) line { return accounting.Cr(account, amount) }

// one is an event of one voucher.
func one(lines ...line) []entry { return []entry{accounting.Financially(lines...)} }

// two is an event of two vouchers booked together: revenue and cost.
func two(first, second []entry) []entry { return slices.Concat(first, second) }

func enters(to string) []accounting.Move { return moves(to, "") }

func moves(to string, from ...string) []accounting.Move {
	return []accounting.Move{{From: from, To: to}}
}

func want(c accounting.Condition, zh, en string, basis ...rule.Clause) accounting.Requirement {
	return accounting.Requirement{Condition: c, Want: text(zh, en), Basis: basis}
}

func requires(r ...accounting.Requirement) []accounting.Requirement { return r }

// atCost is what every row that books a cost asks for: cost incurred, not an
// appraisal, and not what an earlier period expensed. The rows of CAS 7, 12, 14 and
// 16 (agreed and fair values) do not ask for it.
func atCost() []accounting.Requirement {
	return requires(
		want(is("measuredBy", "cost"), "实际发生的成本；评估等方式得出的金额不得作为入账和调账的依据", "cost incurred: an appraisal is no basis for booking or adjusting", yearEnd("数据资源")),
		want(is("expensedBefore", "no"), "未费用化的支出；前期已费用化的不再调整、不得重新资本化", "expenditure not expensed: what was expensed before is not written back", cas("6", "第13条"), interim("四"), yearEnd("数据资源")),
	)
}

// inDevelopment is what capitalising asks for besides the five conditions.
func inDevelopment() []accounting.Requirement {
	return append(atCost(), want(is("stage", "development"), "开发阶段的支出；研究阶段的支出于发生时计入当期损益", "expenditure of the development stage: research is expensed", cas("6", "第8条")))
}

func optional(names ...string) []string { return names }
