package asset

import (
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// standardsInForce is the day from which the government accounting system binds
// (财会〔2017〕25号): spending of the development stage before it is not reopened.
func standardsInForce() calendar.Date { return calendar.MustDate(2019, time.January, 1) }

// route asks, in this order: is it the unit's, is its cost in the books, was it
// bought and wrongly expensed, can its cost be measured. Only what is left is
// surplus, and only surplus can be booked at nominal amount.
func (q question) route(a Assessment) (Route, rule.Text, []rule.Clause) {
	if stateOf(a.Management, "asset.management-controlled") == rule.NotMet {
		return RouteMemo, text("不是本单位资产，只作备查登记", "not the unit's asset: memo only"), gx("4.1.2")
	}
	if stateOf(a.Management, "asset.management-once") == rule.NotMet {
		return RouteMemo, text("由主数据单位确认，只作备查登记", "recognised by the unit that keeps the master copy: memo only"), []rule.Clause{rule.In("财会〔2019〕13号", "四")}
	}
	if a.System == EnterpriseAccounting {
		return q.enterpriseRoute(a) // CAS binds whatever is managed by the plan
	}
	if a.Management.State != rule.Met {
		return RouteNone, text("尚未确认为数据资产", "not recognised as a data asset"), gx("4.1.2")
	}
	cost := stateOf(a.Accounting, "asset.government-cost")
	switch {
	case a.Accounting.State == rule.Unknown:
		if r := q.r; cost == rule.Unknown && r.Split == SplitKey("none") {
			return RouteNone, text("成本与软件或设备合计，没有依据不拆分", "its cost stays with the software or equipment: without a key it is not divided"),
				[]rule.Clause{rule.In("财会〔2017〕25号", "1701 二")}
		}
		return RouteNone, text("待定事项明确后再入账", "booked once the open criteria are settled"), gx("4.4.1")
	case a.Accounting.State == rule.NotMet && onlyMissing(a.Accounting, "asset.government-cost"):
		return q.unmeasured()
	case cost != rule.Met || a.Accounting.State != rule.Met:
		return RouteNone, text("不符合确认条件", "the conditions are not met"), std4("第3条")
	}
	return q.measured()
}

// measured is the route of a resource whose cost can be measured.
func (q question) measured() (Route, rule.Text, []rule.Clause) {
	r := q.r
	switch {
	case r.CostAt == CostIntangible, r.CostAt == CostFixed, r.CostAt == CostConstruction:
		return RouteReclassify, text("成本已在 "+string(r.CostAt)+" 内，重分类，不作盘盈", "its cost is in account "+string(r.CostAt)+": reclassified, never surplus"),
			[]rule.Clause{rule.In("财会〔2017〕25号", "1701 二")}
	case r.CostAt == CostExpensed && q.from(FromPurchase, FromCommission) && r.AvailableOn.IsZero():
		return RouteNone, text("购入、委托取得而已费用化：填写取得日期后才能区分前期差错和盘盈", "bought and expensed: the day it was acquired tells an error from a surplus"),
			[]rule.Clause{rule.In("财会〔2018〕28号", "第14条")}
	case r.CostAt == CostExpensed && q.from(FromPurchase, FromCommission) && !r.AvailableOn.Before(standardsInForce()):
		return RouteCorrect, text("2019年以后购入、委托取得而误作费用，按前期差错更正", "bought or commissioned since 2019 and wrongly expensed: corrected as a prior-period error"),
			[]rule.Clause{rule.In("财会〔2018〕28号", "第14条")}
	case q.from(FromDonation):
		return RouteAcquire, text("接受捐赠", "donated"), std4("第13条")
	case q.from(FromTransfer):
		return RouteAcquire, text("无偿调入", "transferred in"), std4("第14条")
	case r.CostAt == CostPending:
		return RouteAcquire, text("按合同取得", "acquired by contract"), std4("第10条")
	}
	return RouteSurplus, text("账外数据，按盘盈入账", "outside the books: booked as a surplus"), []rule.Clause{rule.In("财会〔2017〕25号", "1902 四(二)1")}
}

// unmeasured is the route of a resource that lacks only a measurable cost.
func (q question) unmeasured() (Route, rule.Text, []rule.Clause) {
	basis := append(gx("4.4.2"), rule.In("财会〔2018〕34号", "一(五)"), rule.In("财会〔2017〕25号", "1902 四(二)1"))
	memo := q.p.Unmeasured == MemoOnly
	if q.r.Choice != "" {
		memo = q.r.Choice == ChooseMemo
	}
	switch {
	case memo:
		return RouteMemo, text("成本无法可靠计量，选择只作备查登记", "cost cannot be measured: the unit chose a memo"), gx("4.4.2")
	case q.from(FromTransfer):
		return RouteNominal, text("调出方以名义金额计量的，按名义金额入账；否则按其账面价值", "booked at nominal amount where the giver held it so, at the giver's book value otherwise"),
			append([]rule.Clause{rule.In("财会〔2019〕13号", "五")}, std4("第14条")...)
	case q.from(FromDonation):
		return RouteNominal, text("受赠而成本无法取得，按名义金额入账", "donated without a cost: booked at nominal amount"), std4("第13条")
	}
	return RouteNominal, text("成本无法可靠计量，暂按名义金额经盘盈入账", "cost cannot be measured: booked at nominal amount for the time being, as a surplus"), basis
}

func (q question) enterpriseRoute(a Assessment) (Route, rule.Text, []rule.Clause) {
	basis := []rule.Clause{rule.In("财会〔2023〕11号", "二、1")}
	inflow := stateOf(a.Accounting, "asset.enterprise-inflow")
	if q.r.Use == UseSale {
		inflow = stateOf(a.Accounting, "asset.inventory-inflow")
	}
	switch {
	case stateOf(a.Management, "asset.management-exists") == rule.NotMet:
		return RouteNone, text("尚未取得或形成，无可入账、披露", "not there yet: nothing to book or to disclose"), basis
	case a.Class == ClassDevelopment:
		return RouteNone, text("在开发支出归集，达到预定用途时转入无形资产", "gathered as development expenditure, intangible when it is ready for use"), []rule.Clause{rule.In("企业会计准则第6号", "第13条")}
	case a.Accounting.State == rule.Met:
		if q.r.Use == UseSale {
			return RouteAcquire, text("作为存货入账", "booked as inventory"), append([]rule.Clause{rule.In("财会〔2023〕11号", "二、4"), rule.In("企业会计准则第1号", "第4条")}, rule.GX("4.4.5"))
		}
		return RouteAcquire, text("按企业数据资源规定入账", "booked by the rules on enterprise data resources"), append(basis, rule.GX("4.4.5"))
	case a.Accounting.State == rule.Unknown:
		return RouteNone, text("待定事项明确后再入账", "booked once the open criteria are settled"), basis
	case inflow != rule.Met:
		return RouteNone, text("预期不带来经济利益，不属数据资源披露范围", "no economic benefit is expected: outside what is disclosed"), []rule.Clause{rule.In("财会〔2023〕11号", "一")}
	}
	return RouteDisclose, text("不符合资产确认条件，可自愿披露", "not recognised; may be disclosed"), []rule.Clause{rule.In("财会〔2023〕11号", "三")}
}

func stateOf(j Judgement, id rule.ID) rule.State {
	for _, o := range j.Criteria {
		if o.ID == id {
			return o.State
		}
	}
	return 0
}

// onlyMissing reports whether one criterion is not met and every other is.
func onlyMissing(j Judgement, id rule.ID) bool {
	for _, o := range j.Criteria {
		if (o.ID == id) != (o.State == rule.NotMet) || o.ID != id && o.State != rule.Met {
			return false
		}
	}
	return true
}
