package pilot_test

import (
	"slices"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The columns of a row, one event each.

func smallTaxpayer() pilot.Event {
	return pilot.AccountOpened{On: day("2025-04-01"), Taxpayer: revenue.SmallTaxpayer}
}

func contracted(on, id, amount string, assets ...string) pilot.Contracted {
	return pilot.Contracted{Row: revenue.Row{
		ID: id, Agreement: "XY-1", Item: "年费", Assets: assets, Purpose: revenue.ForUse, Payment: revenue.Instalment, Counterparty: "运营机构甲",
		SignedOn: day("2025-12-22"), DueOn: day(on), Due: yuan(amount), Months: record.Some[int64](36), Contract: yuan("7200000.00"),
	}}
}

func billed(on, id, amount string) pilot.Billed {
	return pilot.Billed{Row: revenue.Row{ID: id, Bill: "PJ-" + id, BilledOn: day(on), Billed: yuan(amount)}}
}

func came(on, id, amount string) pilot.Received {
	return pilot.Received{Row: revenue.Row{ID: id, BankOn: day(on), Received: yuan(amount)}}
}

func remitted(on, id, amount string) pilot.Remitted {
	return pilot.Remitted{Row: revenue.Row{ID: id, RemittedOn: day(on), Remitted: yuan(amount), Treasury: rule.RegionLevel}}
}

func taxPaid(on, id string) pilot.TaxPaid {
	return pilot.TaxPaid{Row: revenue.Row{ID: id, TaxPaidOn: day(on)}}
}

func bookRevenue(on string) pilot.RevenueBooked { return pilot.RevenueBooked{On: day(on)} }

// entered is a row with all its columns: 600,000.00 ÷ 1.01 = 594,059.41.
func entered() []pilot.Event {
	return append(base(), smallTaxpayer(), contracted("2026-03-27", "SR-1", "600000.00", "D-1"), billed("2026-03-25", "SR-1", "600000.00"),
		came("2026-03-27", "SR-1", "600000.00"), bookRevenue("2026-03-27"), remitted("2026-03-30", "SR-1", "594059.41"), bookRevenue("2026-03-30"))
}

// lines writes vouchers as an accountant would.
func lines(r pilot.Result) (all []string) {
	for _, p := range r.Postings {
		for _, v := range p.Vouchers {
			s := v.Entry().Date.String()
			for _, l := range v.Entry().Lines {
				s += " " + l.Side.Title().ZH + l.Account + " " + l.Amount.String()
			}
			all = append(all, s)
		}
	}
	return all
}

// One row feeds vouchers, filing and report: E22 of the practice sheet. VAT 5,940.59;
// surcharges 207.92 + 89.11 + 59.41 = 356.44.
func TestRevenueAccount(t *testing.T) {
	u := built(t, department(), append(entered(), taxPaid("2026-04-14", "SR-1"), bookRevenue("2026-04-14"), bookRevenue("2026-04-14"))...)
	r := reviewed(t, u, "2026-12-31")
	assert.Equal(t, []string{
		"2026-03-27 借1002 600000.00 贷2103 594059.41 贷2101 5940.59", "2026-03-27 借5001 356.44 贷2102 356.44",
		"2026-03-30 借2103 594059.41 贷1002 594059.41",
		"2026-04-14 借2101 5940.59 贷1002 5940.59",
		"2026-04-14 借2102 356.44 贷4001 356.44", "2026-04-14 借7101 356.44 贷6001 356.44",
	}, lines(r), "booked twice, it books nothing")
	assert.Equal(t, pilot.RevenueTotals{
		Due: yuan("600000.00"), Billed: yuan("600000.00"), VAT: yuan("5940.59"), Payable: yuan("594059.41"), Retained: money.Zero(), Remitted: yuan("594059.41"), Outstanding: money.Zero(),
	}, r.Totals.Revenue)
	assert.Equal(t, yuan("600000.00"), r.Totals.Received)
	assert.Equal(t, yuan("594059.41"), r.Account.Rows[0].Payable, "as the vouchers have it")
	o := obligation(t, r, revenue.DutyInstalments, "2026Q1")
	assert.Equal(t, "600000.00 2026-04-15", o.Amount.String()+" "+o.Due.Date.String())
	for _, f := range r.Report.Findings {
		assert.NotContains(t, string(f.Rule), "revenue.", f.Message.ZH)
		assert.NotEqual(t, rule.ID("pilot.receipt-booked"), f.Rule, f.Message.ZH)
	}

	// On a day before, the row has the columns of that day.
	before := reviewed(t, u, "2026-03-26")
	assert.Equal(t, []string{"600000.00", "", ""}, []string{before.Account.Rows[0].Billed.String(), before.Account.Rows[0].Received.String(), before.Account.Rows[0].Payable.String()})
	assert.False(t, before.Totals.Received.Present())
	assert.Empty(t, reviewed(t, u, "2025-12-21").Account.Rows, "not agreed yet")
}

// What the account's rules find is about the row and says the line that stated it.
func TestAccountFindings(t *testing.T) {
	for name, tt := range map[string]struct {
		events []pilot.Event
		at     string
		rule   rule.ID
		path   string
		line   int
	}{
		"more than is due": {
			[]pilot.Event{contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.01")},
			"2026-04-30", "revenue.no-overcollecting", "/account/SR-1/received", 4,
		},
		"without a bill": {
			[]pilot.Event{contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00")},
			"2026-04-30", "revenue.no-concealing", "/account/SR-1/bill", 4,
		},
		"not collected": {
			[]pilot.Event{contracted("2026-03-27", "SR-1", "600000.00", "D-1")},
			"2026-04-30", "revenue.no-waiving", "/account/SR-1/received", 3,
		},
		"another sum on 2103": { // 594,059.41 is right
			[]pilot.Event{
				contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00"), ofRow(book("2026-03-27", "SK-1", "government.licence-remitted", "SR-1", []string{"net", "594000.00", "vat", "6000.00"}, []string{"taxpayer", "small"})),
			}, "2026-04-30", "revenue.received-less-tax-is-payable", "/account/SR-1/payable", 4,
		},
		"not remitted at the year's end": {
			[]pilot.Event{contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00"), bookRevenue("2026-03-27")},
			"2026-12-31", "revenue.remitted-by-year-end", "/account/SR-1/remitted", 4,
		},
		"to another treasury": {
			[]pilot.Event{contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00"), func() pilot.Event {
				e := remitted("2026-03-30", "SR-1", "594059.41")
				e.Row.Treasury = rule.CityLevel
				return e
			}()}, "2026-04-30", "revenue.same-level-treasury", "/account/SR-1/treasury", 5,
		},
		"a payer funded by the same budget": {
			[]pilot.Event{
				contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00"),
				pilot.Transferred{On: day("2026-03-20"), From: "自治区财政厅", To: "运营机构甲", Amount: yuan("600000.00"), Budget: record.Some(true)},
			}, "2026-04-30", "revenue.no-budget-funded-payer", "/account/SR-1/counterparty", 3,
		},
		"money that comes back": {
			[]pilot.Event{
				contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00"),
				pilot.Transferred{On: day("2026-04-01"), From: "自治区科技厅", To: "运营机构甲", Amount: yuan("500000.00")},
			}, "2026-04-30", "revenue.no-circular-payment", "/account/SR-1/counterparty", 3,
		},
		"most of three years at once": { // 5,000,000 of 7,200,000 for 36 months
			[]pilot.Event{contracted("2026-03-27", "SR-1", "5000000.00", "D-1"), came("2026-03-27", "SR-1", "5000000.00")},
			"2026-04-30", "revenue.no-lump-sum-for-years", "/account/SR-1/received", 4,
		},
	} {
		t.Run(name, func(t *testing.T) {
			events := append(append(base(), smallTaxpayer()), tt.events...)
			r := reviewed(t, built(t, department(), events...), tt.at)
			i := slices.IndexFunc(r.Report.Findings, func(f rule.Finding) bool { return f.Rule == tt.rule })
			require.GreaterOrEqual(t, i, 0, "%v", r.Report.Findings)
			f := r.Report.Findings[i]
			assert.Equal(t, tt.path, f.Path)
			assert.Equal(t, rule.Source{File: "e", Line: tt.line}, f.Source)
		})
	}
}

// A line of text has a column too.
func TestAccountFindingColumn(t *testing.T) {
	events := recorded(append(base(), smallTaxpayer(), contracted("2026-03-27", "SR-1", "600000.00", "D-1"))...)
	const text = `{"event":"receipt","id":"SR-1","bankOn":"2026-03-27","received":"600000.01"}`
	e, report, err := pilot.Events().Read([]byte(text), record.Options{File: "e", Line: 4})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	u, report := pilot.Build(department(), append(events, pilot.Recorded{Event: e, Source: rule.Source{File: "e", Line: 4}, Text: text}), day("2026-12-31"))
	require.NoError(t, report.Err())
	f := findings(reviewed(t, u, "2026-04-30"), "revenue.no-overcollecting")
	require.Len(t, f, 1)
	assert.Equal(t, rule.Source{File: "e", Line: 4, Column: 54}, f[0].Source)
}

func ofRow(e pilot.Booked) pilot.Booked {
	e.Receipt = "SR-1"
	return e
}

// Vouchers are compared with the row: what came in and what was handed over. A
// correction goes with what it corrects.
func TestReceiptAmounts(t *testing.T) {
	small := []string{"taxpayer", "small"}
	wrong := ofRow(book("2026-03-27", "SK-1", "government.licence-remitted", "SR-1", []string{"net", "59405.94", "vat", "594.06"}, small))
	given := append(base(), smallTaxpayer(), contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00"), wrong)
	at := func(events ...pilot.Event) []rule.Finding {
		return findings(reviewed(t, built(t, department(), events...), "2026-05-29"), "pilot.receipt-booked")
	}
	found := at(given...)
	require.Len(t, found, 1)
	assert.Equal(t, "60000.00", found[0].Value, "59,405.94 + 594.06")
	assert.Contains(t, found[0].Message.ZH, "收入账已收 600000.00，凭证 60000.00")
	right := book("2026-03-27", "SK-2", "government.licence-remitted", "SR-1", []string{"net", "594059.41", "vat", "5940.59"}, small)
	corrected := append(given, pilot.Corrected{On: day("2026-04-02"), ID: "GZ-1", Of: "SK-1", Right: right.EventRecord})
	assert.Empty(t, at(corrected...))
	less := ofRow(book("2026-03-30", "JK-1", "government.remitted", "SR-1", []string{"net", "594000.00"}, small))
	found = at(append(corrected, remitted("2026-03-30", "SR-1", "594059.41"), less)...)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].Message.ZH, "收入账已缴 594059.41，凭证 594000.00")
}

// accountRefusals is what a department says wrongly of its account.
var accountRefusals = []refused{
	{"said twice", append(base(), smallTaxpayer()), smallTaxpayer(), effect, "/event", "GX-4.6.2", "不得变更", "does not change"},
	{"an id again", append(base(), contracted("2026-03-27", "SR-1", "1.00", "D-1")), contracted("2026-03-27", "SR-1", "1.00", "D-1"), effect, "/id", "GX-4.2.3", "SR-1 已用过", "SR-1 has been used"},
	{"not in the inventory", base(), contracted("2026-03-27", "SR-1", "1.00", "D-9"), effect, "/assets/0", "GX-4.2.3", "D-9", "D-9"},
	{"retained by a department", base(), func() pilot.Event {
		e := contracted("2026-03-27", "SR-1", "1.00", "D-1")
		e.Row.Retention = revenue.OtherIncome
		return e
	}(), revenue.RuleAdministrativeRemits, "/retention", "国务院令第738号", "4605、4609", "4605 or 4609"},
	{"billed and not there", base(), billed("2026-03-25", "SR-1", "1.00"), effect, "/id", "GX-4.6.2", "没有编号为 SR-1 的行", "no row SR-1"},
	{"billed twice", entered(), billed("2026-03-26", "SR-1", "1.00"), effect, "/id", "GX-4.6.2", "开票已填报", "has this column already"},
	{"received twice", entered(), came("2026-03-28", "SR-1", "1.00"), effect, "/id", "GX-4.6.2", "另立一行", "a row of its own"},
	{"received without saying for what", base(), came("2026-03-28", "SR-1", "1.00"), "record.required", "/assets", "GX-4.2.3", "涉及资产", "assets"},
	{"remitted before it came", append(base(), contracted("2026-03-27", "SR-1", "1.00", "D-1")), remitted("2026-03-28", "SR-1", "1.00"), effect, "/id", "GX-4.6.2", "尚未收款", "not been received"},
	{"remitted twice", entered(), remitted("2026-03-31", "SR-1", "1.00"), effect, "/id", "GX-4.6.2", "上缴已填报", "has this column already"},
	{"booked without a taxpayer", append(base(), contracted("2026-03-27", "SR-1", "600000.00", "D-1"), came("2026-03-27", "SR-1", "600000.00")), bookRevenue("2026-03-27"), effect, "/on", "GX-4.6.2", "增值税率", "rate of VAT"},
}

func TestAccountRefusals(t *testing.T) {
	for _, tt := range accountRefusals {
		t.Run(tt.name, func(t *testing.T) { refuses(t, department(), tt) })
	}
	for _, e := range []pilot.Event{smallTaxpayer(), contracted("2026-03-27", "SR-1", "1.00", "E-1"), billed("2026-03-25", "SR-1", "1.00"), bookRevenue("2026-03-27"), taxPaid("2026-03-27", "SR-1")} {
		_, report := pilot.Build(group(), recorded(e), day("2026-12-31"))
		require.NotEmpty(t, report.Findings)
		assert.Contains(t, report.Findings[0].Message.ZH, "企业备案事项")
	}
}

// institution is a subordinate public institution that provides data services: a
// general taxpayer.
func institution() asset.Inventory {
	v := bureau()
	v.Holder.Name, v.Holder.Role, v.Holder.Entity, v.Holder.Parent = "下属事业单位", rule.NamedSubordinate, rule.PublicInstitution, "桂林市财政局"
	v.Holder.Approver = "桂林市财政局"
	for i := range v.Resources {
		v.Resources[i].HolderKind = rule.PublicInstitution
	}
	return v
}

// An institution keeps what a document of its level lets it keep, gross of VAT in the
// budgetary book (E23 of the practice sheet); without the document it is remitted,
// and that is found (P16): 106,000.00 ÷ 1.06 = 100,000.00.
func TestRetained(t *testing.T) {
	service := func(document string) pilot.Result {
		e := contracted("2026-04-29", "SR-1", "106000.00", "D-1")
		e.Row.Retention, e.Row.Document = revenue.OtherIncome, document
		return reviewed(t, built(t, institution(), list("2025-05-29", "D-1"), pilot.AccountOpened{On: day("2025-04-01"), Taxpayer: revenue.GeneralTaxpayer},
			e, billed("2026-04-29", "SR-1", "106000.00"), came("2026-04-29", "SR-1", "106000.00"), bookRevenue("2026-04-29")), "2026-04-30")
	}
	kept := service("示例市文件〔2026〕1号")
	assert.Equal(t, []string{
		"2026-04-29 借1002 106000.00 贷4609 100000.00 贷2101 6000.00", "2026-04-29 借8001 106000.00 贷6609 106000.00",
		"2026-04-29 借5001 720.00 贷2102 720.00", // 6,000 × (7 % + 3 % + 2 %), not halved
	}, lines(kept)[:3])
	assert.Empty(t, findings(kept, "revenue.retention-has-document"))
	assert.Equal(t, yuan("100000.00"), kept.Totals.Revenue.Retained)
	assert.Equal(t, accounting.Financial, kept.Postings[0].Vouchers[0].Entry().Book)
	without := service("")
	assert.Equal(t, "2026-04-29 借1002 106000.00 贷2103 100000.00 贷2101 6000.00", lines(without)[0])
	assert.Len(t, findings(without, "revenue.retention-has-document"), 1)
}

// An enterprise's dealings by the rules on state assets: nothing free of charge to an
// affiliate (企业国有资产法 第44条); an appraisal for a transfer, and from 1,000,000.00 on
// ten working days of listing.
func TestDeals(t *testing.T) {
	deal := func(d pilot.DealRecord) []rule.Finding {
		d.Asset = "E-1"
		_, report := pilot.Build(group(), recorded(list("2025-05-29", "E-1"), pilot.Dealt{On: day("2026-03-12"), Counterparty: "某关联企业", Deal: d}), day("2026-12-31"))
		return report.Findings
	}
	found := deal(pilot.DealRecord{Kind: "supply", Affiliate: record.Some(true)})
	require.Len(t, found, 1)
	assert.Equal(t, rule.Blocking, found[0].Severity)
	assert.Equal(t, rule.In("企业国有资产法", "第44条"), found[0].Basis[0])
	assert.Equal(t, rule.Source{File: "e", Line: 2}, found[0].Source)
	assert.Empty(t, deal(pilot.DealRecord{Kind: "supply", Affiliate: record.Some(true), Price: yuan("1000.00")}))
	assert.Empty(t, deal(pilot.DealRecord{Kind: "transfer", Price: yuan("999999.99"), Valuation: "报告"}))
	found = deal(pilot.DealRecord{Kind: "transfer", Price: yuan("1000000.00"), Valuation: "报告"})
	require.Len(t, found, 1)
	assert.Equal(t, rule.ID("enterprise.listing-period"), found[0].Rule)
	assert.Empty(t, deal(pilot.DealRecord{Kind: "transfer", Price: yuan("1000000.00"), Valuation: "报告", Listed: record.Some[int64](10)}))
	found = deal(pilot.DealRecord{Kind: "transfer", Price: yuan("360000.00")})
	require.Len(t, found, 1)
	assert.Equal(t, rule.Note, found[0].Severity, "valuation")
	_, report := pilot.Build(department(), recorded(pilot.Dealt{On: day("2026-03-12"), Counterparty: "甲", Deal: pilot.DealRecord{Asset: "D-1", Kind: "supply"}}), day("2026-12-31"))
	require.Error(t, report.Err())
}
