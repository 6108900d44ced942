package government

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// The kinds of event that this package's own commands book. The others are
// booked by [accounting.Table.Post] under the ids of the table.
const (
	SurplusFound          rule.ID = "government.surplus-nominal-found"
	SurplusApproved       rule.ID = "government.surplus-nominal-approved"
	SurplusApprovedDirect rule.ID = "government.surplus-nominal-direct"
	SurplusApprovedOwn    rule.ID = "government.surplus-nominal-approved-this-year"
	SurplusCarried        rule.ID = "government.surplus-nominal-carried"
	Amortised             rule.ID = "government.amortised"
)

// The states of an asset in the books, as the events move it.
const (
	Ordered        = "ordered"        // 预付，未交付
	Developing     = "developing"     // 自行研发中
	Building       = "building"       // 在建工程
	Pending        = "pending"        // 盘盈，待批准
	PendingNominal = "pendingNominal" // 盘盈，名义金额，待批准
	Held           = "held"           // 按成本入账
	HeldNominal    = "nominal"        // 按名义金额入账
	Suspended      = "suspended"      // 停止摊销，转入在建工程
	Losing         = "losing"         // 盘亏、毁损，待批准
	Gone           = "gone"           // 已转出
)

// Events returns the table of events over [Chart]: what §3 and §5 of the
// government accounting texts say happens to an intangible asset, row by row.
func Events() *accounting.Table { return events() }

var events = sync.OnceValue(func() *accounting.Table {
	t, err := accounting.NewTable(Chart(), accounting.Events{
		Inputs: inputs(), Facts: facts(), Roles: roles(), Types: eventTypes(),
	})
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return t
})

// eventTypes joins the tables by topic; a row without units is for all that the
// system binds.
func eventTypes() []accounting.EventType {
	all := slices.Concat(
		purchases(), developments(), projects(), donations(), transfersIn(), exchanges(), surpluses(), losses(),
		laterEvents(), disposals(), revenues(), taxes(), nominalToCost(), corrections(), reclassifications(),
		reorganisations(), closings(), budgetClosings(),
	)
	for i := range all {
		if all[i].Entities == nil {
			all[i].Entities = public()
		}
		if all[i].Evidence == 0 {
			all[i].Evidence = rule.FullText
		}
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

func financial(lines ...line) entry { return accounting.Financially(lines...) }
func budget(lines ...line) entry    { return accounting.Budgetarily(lines...) }

func entries(e ...entry) []entry { return e }

// spent is the budgetary side of money paid for an asset (支出).
func spent(amount string) entry { return budget(dr("spending", amount), cr("budgetFund", amount)) }

// sundry is the budgetary side of costs beside an asset: 7901 三(四)(五).
func sundry(amount string) entry { return budget(dr("7901", amount), cr("budgetFund", amount)) }

func enters(to string) []accounting.Move { return moves([]string{""}, to) }

// leaves is an asset at cost or at nominal amount that goes.
func leaves(to string) []accounting.Move { return moves([]string{Held, HeldNominal}, to) }

func moves(from []string, to string) []accounting.Move {
	return []accounting.Move{{From: from, To: to}}
}

// carriedBy is the event that carries a balance on, booked with its own.
func carriedBy(kind rule.ID) []accounting.Follow {
	return []accounting.Follow{{Kind: kind, Suffix: "carried"}}
}

func want(c accounting.Condition, zh, en string, basis ...rule.Clause) accounting.Requirement {
	return accounting.Requirement{Condition: c, Want: text(zh, en), Basis: basis}
}

func requires(r ...accounting.Requirement) []accounting.Requirement { return r }
