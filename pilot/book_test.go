package pilot_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// book is an event by a row of the government table: amounts as input=yuan, facts
// as fact=code, in pairs.
func book(on, id, kind, about string, amounts, facts []string) pilot.Booked {
	e := pilot.Booked{EventRecord: accounting.EventRecord{ID: id, Kind: rule.ID(kind), On: day(on)}}
	part := accounting.PartRecord{Asset: about}
	for i := 0; i < len(amounts); i += 2 {
		part.Amounts = append(part.Amounts, accounting.AmountRecord{Input: amounts[i], Amount: yuan(amounts[i+1])})
	}
	for i := 0; i < len(facts); i += 2 {
		e.Facts = append(e.Facts, accounting.FactRecord{Fact: facts[i], Code: facts[i+1]})
	}
	e.Parts = []accounting.PartRecord{part}
	return e
}

func treasury() []string { return []string{"payment", "treasury"} }

// straight is an asset at cost over months from the month of the event on.
func straight(e pilot.Booked, months int64) pilot.Booked {
	e.Parts[0].Detail = "数据资产——科技"
	e.Parts[0].Terms = accounting.TermsRecord{Measured: "cost", From: monthOf(e), Months: record.Some(months), Use: "duties"}
	return e
}

func bought(on, id, asset, cost string) pilot.Booked {
	return straight(book(on, id, "government.purchase", asset, []string{"cost", cost}, treasury()), 10)
}

func toCost(on, id, asset, cost string) pilot.Measured {
	return pilot.Measured{On: day(on), ID: id, Asset: asset, Ground: "earlierEvidence", Cost: yuan(cost), Months: record.Some(int64(10)), Use: "duties"}
}

func approvedBy(e pilot.Booked, body, on string) pilot.Booked {
	e.Approval = accounting.Approval{Body: body, On: day(on), Number: "2号"}
	return e
}

func decided() []pilot.Event {
	return append(found(), approved("2025-08-20", "PY-1", "自治区财政厅", "1号"))
}

func nominalReason(e pilot.Booked, why string) pilot.Booked {
	e.Parts[0].Detail, e.Parts[0].Terms, e.Reason = "数据资产——科技", accounting.TermsRecord{Measured: "nominal"}, why
	return e
}

// donated is worth 180,000.00 by the market; its paper says another amount.
func donated(value, voucher string) pilot.Booked {
	e := straight(book("2025-07-21", "SZ-1", "government.donation", "D-1", []string{"value", value, "taxes", "2400.00"}, []string{"payment", "bank"}), 48)
	e.Evidence = []pilot.Evidence{{Asset: "D-1", Voucher: yuan(voucher), Market: yuan("180000.00")}}
	return e
}

// bookRefusals is what a department books wrongly, one way at a time. A row of the
// table that is not followed is cited by its own article, what no row says by the
// plan.
var bookRefusals = []refused{
	{"a kind with an event of its own", found(), book("2025-08-20", "RZ-1", "government.surplus-nominal-approved", "D-1", []string{"nominal", "1.00"}, nil), effect, "/kind", "GX-4.2.3", "surplusApproved", "surplusApproved"},
	{"an amount missing", base(), straight(book("2025-07-16", "RZ-1", "government.purchase", "D-1", nil, treasury()), 10), effect, "/parts", "财会〔2016〕12号", "成本", "the amount cost"},
	{"an amount that it does not have", base(), straight(book("2025-07-16", "RZ-1", "government.purchase", "D-1", []string{"cost", "1.00", "boot", "1.00"}, treasury()), 10), effect, "/parts", "财会〔2016〕12号", "仅限", "no other amounts"},
	{"an amount twice", base(), straight(book("2025-07-16", "RZ-1", "government.purchase", "D-1", []string{"cost", "1.00", "cost", "2.00"}, treasury()), 10), effect, "", "财会〔2016〕12号", "cost 只列一次", "cost once"},
	{"no form of payment", base(), straight(book("2025-07-16", "RZ-1", "government.purchase", "D-1", []string{"cost", "1.00"}, nil), 10), effect, "/parts", "财会〔2016〕12号", "付款方式", "the fact payment"},
	{"no terms", base(), book("2025-07-16", "RZ-1", "government.purchase", "D-1", []string{"cost", "1.00"}, treasury()), effect, "/parts", "财会〔2016〕12号", "摊销条件", "amortised"},
	{"not in the ledger", base(), bought("2025-07-16", "RZ-1", "D-3", "1000.00"), effect, "/parts/0/asset", "GX-4.2.3", "D-3 不在台账", "D-3 is not in the ledger"},
	{"not in the inventory", base(), bought("2025-07-16", "RZ-1", "D-9", "1000.00"), effect, "/parts/0/asset", "GX-4.2.3", "摸底清单中没有 D-9", "the inventory has no D-9"},
	{"in the books already", append(base(), bought("2025-07-16", "RZ-1", "D-1", "1000.00")), bought("2025-07-17", "RZ-2", "D-1", "1000.00"), effect, "/parts", "财会〔2016〕12号", "held", "held"},
	{"an id again", append(base(), bought("2025-07-16", "RZ-1", "D-1", "1000.00")), bought("2025-07-16", "RZ-1", "D-2", "1000.00"), effect, "/id", "GX-4.2.3", "编号 RZ-1 已用过", "the id RZ-1 has been used"},
	{"a module of exactly 1,000.00", base(), book("2025-09-10", "RZ-1", "government.purchase-small", "代码表模块", []string{"cost", "1000.00", "unitPrice", "1000.00"}, []string{"payment", "treasury", "use", "duties", "bulk", "no"}), effect, "/parts", "财会〔2017〕25号", "1000 元", "1,000.00"},
	{"a loss without its reply", append(decided(), book("2026-08-21", "RZ-1", "government.loss-found", "D-1", []string{"gross", "1.00"}, nil)), book("2026-09-23", "RZ-2", "government.loss-approved", "D-1", []string{"gross", "1.00"}, nil), effect, "/parts", "财会〔2017〕25号", "批复", "approval"},
	{"a loss before it is found", decided(), approvedBy(book("2026-09-23", "RZ-2", "government.loss-approved", "D-1", []string{"gross", "1.00"}, nil), "自治区财政厅", "2026-09-23"), effect, "/parts", "财会〔2017〕25号", "losing", "losing"},
	{"one's own reply", decided(), approvedBy(book("2026-09-23", "RZ-2", "government.written-off", "D-1", []string{"gross", "1.00"}, nil), "自治区科技厅", "2026-09-23"), "government.not-own-approval", "/parts/0/asset", "国务院令第738号", "自治区科技厅", "自治区科技厅"},
	{"a donation by its paper above 130 %", base(), donated("260000.00", "260000.00"), "government.no-inflating", "/parts/0/booked", "GX-4.4.4", "180000.00", "180000.00"},
	{"a donation without evidence", base(), straight(book("2025-07-21", "SZ-1", "government.donation", "D-1", []string{"value", "180000.00"}, []string{"payment", "bank"}), 48), "government.no-inflating", "/parts/0/booked", "GX-4.4.4", "1.00", "1.00"},
	{"nominal without a reason", base(), nominalReason(book("2025-08-14", "RZ-1", "government.transfer-in-nominal", "D-1", []string{"taxes", "600.00"}, []string{"payment", "bank"}), ""), effect, "/reason", "财会〔2016〕12号", "须写明理由", "say why"},

	{"to cost by an appraisal", decided(), func() pilot.Event {
		e := toCost("2026-09-15", "ZC-1", "D-1", "6000000.00")
		e.By = "income"
		return e
	}(), "government.no-appraisal-to-cost", "/asset", "GX-4.4.4", "评估价值不是转成本的依据", "an appraisal is no ground"},
	{"to cost before it is approved", found(), toCost("2026-09-15", "ZC-1", "D-1", "480000.00"), effect, "/asset", "财会〔2017〕25号", "pendingNominal", "pendingNominal"},
	{"to cost of what is not in the books", base(), toCost("2026-09-15", "ZC-1", "D-1", "480000.00"), effect, "/asset", "GX-4.4.3", "尚未入账", "not in the books"},
	{"to cost of what is at cost", append(base(), bought("2025-07-16", "RZ-1", "D-1", "1000.00")), toCost("2026-09-15", "ZC-1", "D-1", "480000.00"), effect, "/asset", "财会〔2017〕25号", "nominal", "nominal"},

	{"no taxpayer", append(base(), receipt("2026-03-27", "SR-1", revenue.OneOff, "600000.00", "D-1")), taken("2026-03-27", "SK-1", "SR-1", ""), effect, "/facts", "GX-4.2.3", "纳税人", "taxpayer"},
	{"no such receipt", base(), taken("2026-03-27", "SK-1", "SR-9", "small"), effect, "/receipt", "GX-4.2.3", "SR-9", "SR-9"},

	{"no use of an asset by units", append(base(), byUnits()), pilot.Amortised{On: day("2025-07-31")}, effect, "/usage", "GX-4.2.3", "D-1 当月的工作量", "the units that the month used of D-1"},
	{"a fact twice", base(), pilot.Amortised{On: day("2025-07-31"), Facts: []accounting.FactRecord{{Fact: "activity", Code: "business"}, {Fact: "activity", Code: "business"}}}, effect, "/facts", "GX-4.2.3", "activity 只列一次", "activity is named once"},
	{"a year closed on another day", base(), pilot.YearClosed{On: day("2025-12-30"), By: "会计"}, effect, "/on", "GX-4.2.3", "12月31日", "31 December"},
	{"a year closed twice", append(base(), pilot.YearClosed{On: day("2025-12-31"), By: "会计"}), pilot.YearClosed{On: day("2025-12-31"), By: "会计"}, effect, "/on", "GX-4.2.3", "2025 年已结账", "2025 is closed"},
	{"a year closed before the last", append(base(), bought("2025-07-16", "RZ-1", "D-1", "1000.00")), pilot.YearClosed{On: day("2026-12-31"), By: "会计"}, effect, "/on", "财会〔2017〕25号", "先结转上一年度", "the year before closed first"},
	{"into a closed year", append(base(), pilot.YearClosed{On: day("2025-12-31"), By: "会计"}), bought("2025-07-16", "RZ-1", "D-1", "1000.00"), effect, "/parts", "GX-4.2.3", "未结账期间", "after 2025-12"},
	{"a stocktake that differs, without a note", nil, pilot.Stocktaken{On: day("2025-12-24"), Agrees: record.Some(false)}, "record.required", "/note", "GX-4.2.3", "说明", "note"},
}

// taken is a receipt of paid use, booked with the amounts that follow from it.
func taken(on, id, receipt, taxpayer string) pilot.Booked {
	e := book(on, id, "government.licence-remitted", receipt, nil, nil)
	if taxpayer != "" {
		e.Facts = []accounting.FactRecord{{Fact: "taxpayer", Code: taxpayer}}
	}
	e.Receipt = receipt
	return e
}

func residual() pilot.Booked {
	e := straight(book("2025-07-16", "RZ-1", "enterprise.purchase", "E-1", []string{"price", "1000.00"}, nil), 10)
	e.Parts[0].Terms.Residual, e.Documents = yuan("100.00"), []string{"合同", "发票"}
	return e
}

func byUnits() pilot.Booked {
	e := straight(book("2025-07-16", "RZ-1", "government.purchase", "D-1", []string{"cost", "1000.00"}, treasury()), 10)
	e.Parts[0].Terms.Months, e.Parts[0].Terms.Units = record.Opt[int64]{}, record.Some(int64(100))
	return e
}

var groupBookRefusals = []refused{
	{"a value written up", []pilot.Event{list("2025-05-29", "E-1")}, book("2025-07-16", "RZ-1", "enterprise.written-up", "E-1", nil, nil), "enterprise.writing-up", "/parts", "财会〔2025〕33号", "不得上调", "no carrying amount is written up"},
	{"a residual value without its document", []pilot.Event{list("2025-05-29", "E-1")}, residual(), "enterprise.residual-value", "/parts", "企业会计准则第6号", "残值为零", "no residual value"},
	{"no nominal amount to leave", []pilot.Event{list("2025-05-29", "E-1")}, toCost("2026-09-15", "ZC-1", "E-1", "480000.00"), effect, "/event", "GX-4.4.5", "企业不适用", "an enterprise has no nominal amount"},
	{"closes its year elsewhere", nil, pilot.YearClosed{On: day("2025-12-31"), By: "会计"}, effect, "/event", "GX-4.4.5", "企业账套", "its own books"},
	{"the government's kinds", []pilot.Event{list("2025-05-29", "E-1")}, bought("2025-07-16", "RZ-1", "E-1", "1000.00"), effect, "/parts", "GX-4.2.3", "事项表中的种类", "a kind of the table"},
}

// A booking that is refused says where, by which rule and clause, and what was
// expected, and changes neither books nor ledger.
func TestBookRefusals(t *testing.T) {
	for unit, tests := range map[string]struct {
		v   asset.Inventory
		all []refused
	}{"department": {department(), bookRefusals}, "group": {group(), groupBookRefusals}} {
		for _, tt := range tests.all {
			t.Run(unit+"/"+tt.name, func(t *testing.T) { refuses(t, tests.v, tt) })
		}
	}
}

// A life of three assets. D-1: at nominal amount, then 480,000.00 by vouchers over
// 10 months from 2026-09, 48,000.00 each. D-2: bought for 1,000.00 over 10 months from
// 2025-07, 100.00 each. D-4: donated, paper 260,000.00 against a market of
// 180,000.00 (144.4 % > 130 %), fees 2,400.00, 48 months from 2025-07, 3,800.00 each.
//
//	2025-12-31  1701 1 + 1,000 + 182,400 = 183,401.00; 1702 6 × (100 + 3,800) = 23,400.00
//	2026-09-30  1701 480,000 + 1,000 + 182,400 = 663,400.00
//	            1702 1,000 + 15 × 3,800 + 48,000 = 106,000.00; carrying 557,400.00
func TestBookStory(t *testing.T) {
	gift := donated("180000.00", "260000.00")
	gift.Parts[0].Asset, gift.Evidence[0].Asset = "D-4", "D-4"
	events := []pilot.Event{
		list("2025-05-29", "D-1", "D-2", "D-4"), surplus("2025-06-30", "PY-1", "D-1"),
		bought("2025-07-16", "RZ-1", "D-2", "1000.00"), gift,
	}
	for _, on := range []string{"2025-07-31", "2025-08-29", "2025-09-30", "2025-10-31", "2025-11-28", "2025-12-31"} {
		events = append(events, pilot.Amortised{On: day(on)})
	}
	events = append(events, pilot.Stocktaken{On: day("2025-12-24"), Agrees: record.Some(true)}, pilot.YearClosed{On: day("2025-12-31"), By: "会计"},
		approved("2026-01-20", "PY-1", "自治区财政厅", "1号"), toCost("2026-09-15", "ZC-1", "D-1", "480000.00"),
		pilot.Amortised{On: day("2026-09-30")}) // and the eight months that were missed

	r := reviewed(t, upTo(t, "2025-12-31", events...), "2025-12-31")
	assert.Equal(t, "183401.00 23400.00 160001.00", r.Totals.Books.Cost.String()+" "+r.Totals.Books.Amortised.String()+" "+r.Totals.Books.Carrying.String())
	assert.Equal(t, []rule.ID{"government.year-end-pending-cleared"}, yearEnd(r), "1902 waits for the reply")

	u := upTo(t, "2026-09-30", events...)
	r = reviewed(t, u, "2026-09-30")
	assert.Equal(t, "663400.00 106000.00 557400.00", r.Totals.Books.Cost.String()+" "+r.Totals.Books.Amortised.String()+" "+r.Totals.Books.Carrying.String())
	row, held := r.Ledger.Row("D-1")
	require.True(t, held)
	assert.Equal(t, asset.BookedCost, row.Booking)
	assert.Equal(t, "480000.00 48000.00 ZC-1 1701 无形资产——数据资产——科技 2026-09-15", row.Amount.String()+" "+row.Amortised.String()+" "+row.Voucher+" "+row.Account+" "+row.BookedOn.String())
	assert.Empty(t, row.Reason, "a reason is that of a nominal amount")
	assert.Equal(t, ledger.LifeDefinite, row.Life)
	got, _ := row.LifeMonths.Get()
	assert.EqualValues(t, 10, got)
	for _, f := range r.Report.Findings {
		assert.NotContains(t, []rule.ID{"pilot.ledger-has-books", "pilot.amortised-monthly"}, f.Rule, f.Message.EN)
	}

	// Booked again, a month gives nothing; left out, it is found.
	revision := u.Journal.Revision()
	again := upTo(t, "2026-09-30", append(events, pilot.Amortised{On: day("2026-09-30")})...)
	assert.Equal(t, revision, again.Journal.Revision())
	late := reviewed(t, upTo(t, "2026-09-30", events...), "2026-12-31")
	found := map[string]string{}
	for _, f := range late.Report.Findings {
		if f.Rule == "pilot.amortised-monthly" {
			found[f.Path] = f.Value
		}
	}
	assert.Equal(t, map[string]string{"/assets/0/books/amortised": "144000.00", "/assets/3/books/amortised": "11400.00"}, found, "three months of D-1 and of D-4")
}

// upTo builds a unit of four resources to a day.
func upTo(t *testing.T, at string, events ...pilot.Event) pilot.Unit {
	t.Helper()
	u, report := pilot.Build(department(), recorded(events...), day(at))
	require.NoError(t, report.Err())
	return u
}

func yearEnd(r pilot.Result) (all []rule.ID) {
	for _, f := range r.Report.Findings {
		if len(f.Path) > 8 && f.Path[:8] == "/yearEnd" {
			all = append(all, f.Rule)
		}
	}
	return all
}

// 600,000.00 with 1 % VAT: 600,000 ÷ 1.01 = 594,059.41, tax 5,940.59; surcharges 7, 3
// and 2 % of it, halved: 207.92 + 89.11 + 59.41 = 356.44.
func TestBookReceipt(t *testing.T) {
	surcharges := taken("2026-03-27", "FJ-1", "SR-1", "small")
	surcharges.Kind = "government.surcharges-accrued"
	surcharges.Facts = append(surcharges.Facts, accounting.FactRecord{Fact: "use", Code: "duties"})
	remitted := taken("2026-03-31", "JK-1", "SR-1", "small")
	remitted.Kind = "government.remitted"
	u := built(t, department(), list("2025-05-29", "D-1"), receipt("2026-03-27", "SR-1", revenue.OneOff, "600000.00", "D-1"),
		taken("2026-03-27", "SK-1", "SR-1", "small"), surcharges, remitted)
	balances := map[string]string{}
	for _, b := range reviewed(t, u, "2026-12-30").Balances {
		balances[b.Account.Code] = b.Debits.String() + " " + b.Credits.String()
	}
	assert.Equal(t, map[string]string{
		"1002": "600000.00 594059.41", "2101": "0.00 5940.59", "2102": "0.00 356.44", "2103": "594059.41 594059.41", "5001": "356.44 0.00",
	}, balances)
}

// A disposal asks for no VAT, so its receipt is booked without a taxpayer: 1.00 at
// nominal amount is sold for 600.00, all of it for the treasury.
func TestBookProceeds(t *testing.T) {
	sold := approvedBy(book("2026-03-26", "CZ-1", "government.sale", "D-1", []string{"gross", "1.00"}, nil), "自治区财政厅", "2026-03-20")
	proceeds := book("2026-03-27", "CZ-2", "government.sale-remitted", "D-1", []string{"proceeds", "600.00"}, nil)
	proceeds.Receipt = "SR-1"
	u := built(t, department(), append(decided(), receipt("2026-03-27", "SR-1", revenue.OneOff, "600.00", "D-1"), sold, proceeds)...)
	assert.Equal(t, map[string][]pilot.Booking{"SR-1": {{Event: "CZ-2"}}}, u.Booked)
	for _, b := range reviewed(t, u, "2026-12-30").Balances {
		if b.Account.Code == "2103" {
			assert.Equal(t, "0.00 600.00", b.Debits.String()+" "+b.Credits.String())
		}
	}
}

// Whatever is booked in whatever order: what is refused changes nothing, and
// books, ledger and totals agree on every asset.
func TestBookingsAgree(t *testing.T) {
	pool := func() (all []pilot.Event) {
		for _, tt := range bookRefusals {
			all = append(append(all, tt.before...), tt.event)
		}
		return append(all, donated("180000.00", "260000.00"), toCost("2026-09-15", "ZC-1", "D-1", "480000.00"), pilot.Amortised{On: day("2026-09-30")},
			pilot.Amortised{On: day("2026-12-31"), Usage: []pilot.Usage{{Asset: "D-1", Units: record.Some(int64(7))}}}, approved("2025-08-20", "PY-1", "自治区财政厅", "1号"))
	}()
	rapid.Check(t, func(t *rapid.T) {
		var events []pilot.Event
		for range rapid.IntRange(0, 25).Draw(t, "events") {
			events = append(events, rapid.SampledFrom(pool).Draw(t, "event"))
		}
		u, report := pilot.Build(department(), recorded(events...), day("2026-12-31"))
		refused := map[int]bool{}
		for _, f := range report.Findings {
			if f.Severity == rule.Blocking {
				refused[f.Source.Line] = true
			}
		}
		var good []pilot.Event
		for i, e := range events {
			if !refused[i+1] {
				good = append(good, e)
			}
		}
		again, _ := pilot.Build(department(), recorded(good...), day("2026-12-31"))
		require.Equal(t, digest(t, u), digest(t, again), "what was refused changed nothing")

		r, err := pilot.Review(u, day("2026-12-31"))
		require.NoError(t, err)
		cost, amortised := int64(0), int64(0)
		for card := range u.Journal.Cards() {
			cost, amortised = cost+card.Cost.Fen(), amortised+card.Amortised.Fen()
		}
		require.Equal(t, cost, r.Totals.Books.Cost.Fen())
		require.Equal(t, cost-amortised, r.Totals.Books.Carrying.Fen())
		for _, b := range r.Balances {
			switch b.Account.Code {
			case "1701":
				require.Equal(t, cost, b.Net.Fen())
			case "1702":
				require.Equal(t, amortised, b.Net.Fen())
			}
		}
		for _, f := range r.Report.Findings {
			require.NotEqual(t, rule.ID("pilot.ledger-has-books"), f.Rule, "%s", f.Message.EN)
		}
	})
}

func monthOf(e pilot.Booked) calendar.Month { return calendar.MonthOf(e.On) }
