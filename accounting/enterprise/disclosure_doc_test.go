package enterprise_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// groupNotes is what the sample group writes for 2026.
func groupNotes() enterprise.Written {
	return enterprise.Written{
		Lives: []enterprise.LifeEstimate{
			{Resource: "BG-05", Basis: "船期规律约三年后失去参考价值", Factors: []string{"updates", "rights"}},
			{Resource: "BG-06", Basis: "按追踪服务合同期和迭代计划估计五年"},
		},
		Singles: []enterprise.SingleItem{
			{Resource: "BG-06", Content: "港口物流全程追踪数据集 <海铁联运>"}, {Resource: "BG-07", Content: "航线货流专属数据包 12 份", Realisable: yuan("150000.00")},
		},
		Pledges: []enterprise.Pledge{
			{Asset: "BG-06", Creditor: "某银行", Secured: yuan("8000000.00"), Registered: day("2026-06-18")},
			{Asset: "BG-01", Creditor: "某银行", Secured: yuan("1000000.00"), Registered: day("2026-09-08")},
		},
		Impaired: []enterprise.ImpairmentNote{{
			Resource: "BG-05", Signs: []string{"performance"}, Cause: "航线调整，使用量低于预期", Recoverable: yuan("540000.00"), By: "valueInUse",
			Assumptions: "现金流量 18 个月，税前折现率 9%",
		}},
		Inventory: enterprise.InventoryMethod{Issue: "average", Realisable: "近三个月合同价减销售费用和相关税费", Provision: "按单个存货项目计提"},
		Appraisals: []enterprise.AppraisalNote{{
			Resource: "BG-06", Value: yuan("12000000.00"), On: day("2026-05-31"), Sources: "近三年服务合同", Assumptions: "持续经营", Method: "收益法", Parameters: "折现率 9.5%，收益期 5 年",
		}},
		Voluntary: []enterprise.Voluntary{{Resource: "BG-01", Recognised: record.Some(false), Scenario: "码头作业效率分析", RawData: "1.9亿箱次作业，自有经营产生", Limits: "=不对外提供"}},
	}
}

// The notes of 2026 as the sample units have them: carrying amounts, tables A and B,
// 1,530,000 of development recognised the year before and 260,000 expensed in it.
func sampleDisclosure(t *testing.T, b books) {
	from, to := day("2026-01-01"), day("2026-12-31")
	d, err := enterprise.Disclose(b.j, from, to, groupNotes())
	require.NoError(t, err)
	require.NoError(t, d.Report.Err())
	assert.Equal(t, "1738500.00", d.Closing.Intangible.String())
	assert.Equal(t, "2671166.66", d.Opening.Intangible.String())
	assert.Equal(t, "150000.00", d.Closing.Inventory.String())
	assert.False(t, d.Opening.Inventory.Present(), "none, not 0.00")
	assert.False(t, d.Closing.Development.Present())
	assert.Equal(t, "1198500.00", d.RestrictedIn.String(), "1,530,000 less 13 × 25,500; BG-01 has no carrying amount")
	assert.Equal(t, []enterprise.Loss{{Asset: "BG-05", Amount: yuan("159999.98")}}, d.Losses)
	assert.Equal(t, []int{18, 47, 0}, []int{d.Held[0].Left, d.Held[1].Left, d.Held[2].Left}, "36 from 2025-07, 60 from 2025-12, inventory")
	before, err := enterprise.Disclose(b.j, day("2025-01-01"), day("2025-12-31"), enterprise.Written{})
	require.NoError(t, err)
	assert.Equal(t, "260000.00", before.Research.String())
	assert.Equal(t, "1530000.00", before.Recognised.String())
	assert.Equal(t, "2671166.66", before.Closing.Intangible.String())

	golden(t, "notes-2026.zh.txt", func(w *buffer) error { return d.WriteText(w, rule.Chinese) })
	golden(t, "notes-2026.en.txt", func(w *buffer) error { return d.WriteText(w, rule.English) })
	golden(t, "notes-2026.zh.html", func(w *buffer) error { return d.WriteHTML(w, rule.Chinese) })
	golden(t, "notes-2026.zh.csv", func(w *buffer) error { return d.WriteCSV(w, rule.Chinese) })

	// what is not written is missed, by its item
	bare, err := enterprise.Disclose(b.j, from, to, enterprise.Written{Singles: []enterprise.SingleItem{{Resource: "BG-07"}, {Resource: "BG-99"}}})
	require.NoError(t, err)
	var said []string
	for _, f := range bare.Report.Findings {
		assert.Equal(t, rule.ID("enterprise.disclosure-complete"), f.Rule)
		said = append(said, f.Path+" "+f.Value)
	}
	assert.Equal(t, []string{"/impaired BG-05", "/inventory BG-07", "/inventory BG-07", "/lives BG-05", "/lives BG-06", "/singles/0 BG-07", "/singles/1 BG-99"}, sorted(said))
	require.Error(t, bare.Report.Err())
	_, err = enterprise.Disclose(b.j, from, to, enterprise.Written{Ways: []enterprise.Acquired{{Resource: "BG-05", Way: "found"}}})
	require.Error(t, err)
}

// What the enterprise writes reads back from JSON, and a slip is found in its place.
func TestWrittenReads(t *testing.T) {
	w := groupNotes()
	b, err := enterprise.WrittenNotes().Encode(&w)
	require.NoError(t, err)
	read, report, err := enterprise.WrittenNotes().Decode(b)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Equal(t, w, read)
	_, report, err = enterprise.WrittenNotes().Decode([]byte(strings.Replace(string(b), `"issue":"average"`, `"issue":"lifo"`, 1)))
	require.NoError(t, err)
	require.Error(t, report.Err(), "last in, first out is no method of CAS 1")
	assert.Equal(t, "/inventory/issue", report.Findings[0].Path)
	all := enterprise.WrittenNotes().Sample()
	require.NoError(t, enterprise.WrittenNotes().Validate(&all, record.Options{}).Err())
}

func sorted(all []string) []string {
	slices.Sort(all)
	return all
}

// Whatever a file holds: the notes read as they are written, or say where not.
func FuzzWritten(f *testing.F) {
	w := groupNotes()
	b, err := enterprise.WrittenNotes().Encode(&w)
	require.NoError(f, err)
	f.Add(b)
	f.Add([]byte(`{"singles":[{"resource":"BG-07","content":"x","realisable":"1.00"}],"inventory":{"issue":"fifo"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		w, report, err := enterprise.WrittenNotes().Decode(b)
		if err != nil || report.Err() != nil {
			return
		}
		d, err := enterprise.Disclose(accounting.NewJournal(), day("2026-01-01"), day("2026-12-31"), w)
		require.NoError(t, err)
		var page bytes.Buffer
		require.NoError(t, d.WriteHTML(&page, rule.Chinese))
		require.Equal(t, strings.Count(page.String(), "<p>"), strings.Count(page.String(), "</p>"), "no text breaks the page")
		require.NotContains(t, page.String(), "<script")
	})
}

// What the sample group does not have: an indefinite life, a nominal amount, units of
// use, a review, what is held for sale, project costs still in development.
func TestRareItems(t *testing.T) {
	b := open(t)
	trademark := event("purchase", "1", "2026-01-05", "无限期", amounts("price 500000.00"))
	trademark.Parts[0].Terms = accounting.Terms{Measured: accounting.AtCost, Indefinite: true}
	b.post(trademark)
	nominal := event("grant-nominal", "2", "2026-01-05", "名义", amounts("nominal 1.00"))
	nominal.Parts[0].Terms = accounting.Terms{Measured: accounting.AtNominal}
	b.post(nominal)
	units := event("purchase", "3", "2026-01-05", "按量", amounts("price 90000.00"))
	units.Parts[0].Terms = accounting.Terms{Measured: accounting.AtCost, Units: 9_000, From: calendar.MustMonth(2026, 1), Use: "management"}
	b.post(units)
	for _, asset := range []string{"复核", "待售"} {
		b.post(life(event("purchase", asset, "2026-01-05", asset, amounts("price 360000.00")), 36, "management"))
	}
	b.amortise("2026-01", "2026-06")
	review, err := enterprise.Policy{}.Review(b.card("复核"), day("2026-06-30"), enterprise.Life{Expected: 24}, "")
	require.NoError(t, err)
	b.post(review)
	sale := event("held-for-sale", "4", "2026-07-01", "待售", b.standing("待售", ""))
	sale.Parts[0].Terms = enterprise.NotAmortised()
	b.post(sale)
	b.post(event("held-for-sale-written-down", "5", "2026-09-30", "待售", amounts("loss 20000.00")))
	b.post(event("development-spent", "6", "2026-09-30", "在研", amounts("paid 70000.00")))
	b.post(event("research-spent", "7", "2026-09-30", "研究", amounts("paid 30000.00")))
	b.amortise("2026-07", "2026-12")

	d, err := enterprise.Disclose(b.j, day("2026-01-01"), day("2026-12-31"), enterprise.Written{})
	require.NoError(t, err)
	missing := map[string]bool{}
	for _, f := range d.Report.Findings {
		missing[f.Path+" "+f.Value] = true
	}
	assert.Equal(t, map[string]bool{"/lives 无限期": true, "/lives 按量": true, "/lives 复核": true, "/estimates 复核": true, "/forSale 待售": true}, missing)
	d, err = enterprise.Disclose(b.j, day("2026-01-01"), day("2026-12-31"), enterprise.Written{
		Lives: []enterprise.LifeEstimate{{Resource: "无限期", Basis: "续展成本低"}, {Resource: "按量", Basis: "按调用量"}, {Resource: "复核", Basis: "两年"}},
		Estimates: []enterprise.EstimateChange{
			{Resource: "复核", On: day("2026-06-30"), Content: "剩余 30 个月改为 24 个月", Reason: "更新频率提高", Current: yuan("15000.00"), Future: "每月增加 2,500.00 元"},
			{Resource: "复核", On: day("2025-06-30"), Content: "往年的变更", Reason: "略", Current: yuan("1.00"), Future: "略"},
		},
		ForSale: []enterprise.ForSaleNote{{Resource: "待售", Reason: "协议转让", Expected: day("2027-03-31"), Fair: yuan("285000.00"), Costs: yuan("5000.00")}},
	})
	require.NoError(t, err)
	require.NoError(t, d.Report.Err())
	var text buffer
	require.NoError(t, d.WriteText(&text, rule.Chinese))
	for _, line := range []string{
		"不确定          不摊销", "名义金额，不摊销", "产量法",
		"复核，2026-06-30：剩余 30 个月改为 24 个月；原因：更新频率提高；对当期的影响数 15,000.00；对以后期间：每月增加 2,500.00 元", // 6 × (12,500 − 10,000)
		"待售：账面价值 280,000.00，减值准备 20,000.00；公允价值 285,000.00，预计出售费用 5,000.00，预计出售日期 2027-03-31；协议转让",
		"计入当期损益 30,000.00；确认为无形资产 0.00",
		"在研", "开发支出　其中：数据资源   70,000.00",
	} {
		assert.Contains(t, text.String(), line)
	}
	assert.NotContains(t, text.String(), "往年的变更")
	assert.Equal(t, "12500.00", b.card("复核").Schedule().Amount(0).String(), "300,000 ÷ 24")
	i := slices.IndexFunc(d.Held, func(h enterprise.HeldAsset) bool { return h.Asset == "复核" })
	assert.Equal(t, 18, d.Held[i].Left, "24 from 2026-07, six of them gone")
	assert.Equal(t, 30, d.Held[i].Life, "2026-01 to 2028-06")
}

// A project of which less than it gathered has become an asset leaves the rest on
// 5301: 70,000 − 60,000. One that is not ready stands there by right.
func TestFinishedProjectIsCleared(t *testing.T) {
	b := open(t)
	b.post(event("development-spent", "1", "2026-03-31", "转出不足", amounts("paid 70000.00")))
	b.post(event("development-spent", "2", "2026-03-31", "在研", amounts("paid 30000.00")))
	b.post(life(event("development-formed", "3", "2026-04-30", "转出不足", amounts("spent 60000.00")), 36, "management"))
	for to, want := range map[string][]string{"2026-04-29": nil, "2026-12-31": {"转出不足"}} {
		d, err := enterprise.Disclose(b.j, day("2026-01-01"), day(to), enterprise.Written{Lives: []enterprise.LifeEstimate{{Resource: "转出不足", Basis: "三年"}}})
		require.NoError(t, err)
		var left []string
		for _, f := range d.Report.Findings {
			require.Equal(t, rule.ID("enterprise.finished-project-cleared"), f.Rule)
			require.Equal(t, rule.Warning, f.Severity)
			require.Contains(t, f.Message.ZH, "10000.00")
			left = append(left, f.Value)
		}
		assert.Equal(t, want, left, to)
	}
}

// The template for state-owned enterprises heads the provision 二、跌价准备.
func TestForStateOwned(t *testing.T) {
	table, err := enterprise.InventoryTable(accounting.NewJournal(), day("2026-01-01"), day("2026-12-31"), nil)
	require.NoError(t, err)
	assert.Equal(t, "二、跌价准备", table.ForStateOwned().Lines[11].Label.ZH)
	assert.Equal(t, "二、存货跌价准备", table.Lines[11].Label.ZH, "the table itself is as it was")
}
