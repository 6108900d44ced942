package asset_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The inventories of three units that the plan names: a region department, a
// region enterprise and a city finance bureau. Sizes and amounts are invented;
// what each resource should come out as was worked out by hand from the texts.

// expected is what one resource should come out as on a day.
type expected struct {
	on                     calendar.Date
	management, accounting rule.State
	route                  asset.Route
	class                  asset.Class
}

// sample is one resource with what it should come out as.
type sample struct {
	asset.Resource
	want []expected
}

// sampleOf fills what every record must have and the inventories say of all.
func sampleOf(kind rule.Entity, id, name, scale, area string, f asset.Frequency, change func(R), want ...expected) sample {
	r := asset.Resource{
		ID: id, Name: name, Introduction: name, HolderKind: kind, Scale: scale, Area: area, Frequency: f,
		Sources: []asset.Source{asset.FromDuty}, Personal: record.Some(false), Importance: "general", Authorised: record.Some(false),
		Potentials: []asset.Potential{asset.PotentialService}, CostAt: asset.CostNowhere,
	}
	if kind == rule.Enterprise {
		r.Sources, r.Potentials = []asset.Source{asset.FromBusiness}, []asset.Potential{asset.PotentialInflow}
		r.Use, r.CostAt = asset.UseOwn, asset.CostExpensed
	}
	if change != nil {
		change(&r)
	}
	return sample{r, want}
}

func resourcesOf(samples []sample) []asset.Resource {
	all := make([]asset.Resource, len(samples))
	for i, s := range samples {
		all[i] = s.Resource
	}
	return all
}

// Changes that the inventories share.

func in(projects ...string) func(R) { return func(r R) { r.Projects = projects } }
func personal(r R)                  { r.Personal = record.Some(true) }
func important(r R)                 { r.Importance = "important" }
func provider(name string) func(R)  { return func(r R) { r.Provider = name } }
func intended(m asset.Mode) func(R) { return func(r R) { r.Intended = m } }
func nominal(r R)                   { r.Evidence = asset.ByNothing }
func memo(r R) {
	r.Evidence, r.Choice, r.ChoiceReason = asset.ByNothing, asset.ChooseMemo, "仅供内部管理，暂不入账"
}

func cost(by asset.CostEvidence, yuan string) func(R) {
	return func(r R) { r.Evidence, r.Cost = by, money.MustParse(yuan) }
}

func all(changes ...func(R)) func(R) {
	return func(r R) {
		for _, change := range changes {
			change(r)
		}
	}
}

// The days of the inventories.
var (
	u1Sweep = day(2025, time.May, 22) // the collective decision on recognition
	jt06On  = day(2025, time.November, 18)
	u2Sweep = day(2025, time.May, 30)
	bg05On  = day(2025, time.July, 8)
	bg06On  = day(2025, time.December, 26)
	bg07On  = day(2026, time.March, 31)
	u3Sweep = day(2025, time.May, 30)
	gl10On  = day(2025, time.July, 21)
	gl11On  = day(2025, time.August, 14)
)

// u1Projects names the projects of u1, in the order of its resources.
func u1Projects() []asset.Project {
	names := []string{"公路数据库", "交调系统", "视频云联网", "联网联控", "运政系统", "路况检测", "数字航道", "公路气象", "治超联网", "联网售票", "出行服务"}
	projects := make([]asset.Project, len(names))
	for i, name := range names {
		projects[i] = asset.Project{ID: fmt.Sprintf("P-%02d", i+1), Name: name}
	}
	return projects
}

// u1Holder is the unit itself.
func u1Holder() asset.Holder {
	return asset.Holder{
		Name: "广西壮族自治区交通运输厅", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel, Approver: "自治区财政厅",
		Security: "数据资产安全管理办法", Emergency: "数据资产安全应急预案",
	}
}

// u1 is 广西壮族自治区交通运输厅.
func u1() []sample {
	const met, notMet, unknown = rule.Met, rule.NotMet, rule.Unknown
	of := func(id, name, scale, area string, f asset.Frequency, change func(R), want ...expected) sample {
		return sampleOf(rule.Administrative, id, name, scale, area, f, change, want...)
	}
	return []sample{
		// asset; nominal. The unit states that there is no voucher, no appraisal, no
		// replacement cost; 四(四) 可暂按名义金额.
		of("JT-01", "公路基础数据库（路线、桥梁、隧道）", "路线18.6万条、桥梁4.1万座", "全区", "byEvent",
			all(in("P-01"), nominal, func(r R) { r.CoversFrom, r.Importance = "2006", asset.ImportanceUndetermined }),
			expected{u1Sweep, met, notMet, asset.RouteNominal, ""}),
		of("JT-02", "公路交通量调查数据", "1,046站，9.8亿条", "国省干线", "minutes",
			all(in("P-02"), nominal, intended("field")),
			expected{u1Sweep, met, notMet, asset.RouteNominal, ""}),
		// Managed; in the books unknown: overwritten after 90 days, so that no set
		// lasts that could be told apart. Its storage is paid for every year, vouched.
		of("JT-03", "公路视频监测数据", "2,300路，滚动90天", "高速、国省干线", "realTime",
			all(in("P-03"), personal, kept(asset.KeptRolling), costIn(asset.CostExpensed), cost(asset.ByVoucher, "960000.00")),
			expected{u1Sweep, met, unknown, asset.RouteNone, ""}),
		// asset; the unit books no value for what it will not supply (P1).
		of("JT-04", "重点营运车辆动态监控数据", "2.46万辆，73亿点/年", "全区", "realTime",
			all(in("P-04"), personal, important, memo),
			expected{u1Sweep, met, notMet, asset.RouteMemo, ""}),
		// asset; its cost stays in 1701 with the software: no key, no division (E26).
		of("JT-05", "道路运输经营业户与从业资格数据", "业户8.6万、人员112万", "全区", "daily",
			all(in("P-05"), personal, costIn(asset.CostIntangible), dividedBy("none")),
			expected{u1Sweep, met, unknown, asset.RouteNone, ""}),
		// Made by contract: not there at the sweep, at cost from acceptance
		// (Standard 4 art. 10).
		of("JT-06", "农村公路路况检测影像数据集", "9.8万公里，62 TB", "农村公路", "yearly",
			all(in("P-06"), from(asset.FromCommission), thereFrom(jt06On), intended("scenario"), costIn(asset.CostPending), cost(asset.ByVoucher, "1860000.00")),
			expected{u1Sweep, notMet, notMet, asset.RouteNone, ""},
			expected{jt06On.AddDays(-1), notMet, notMet, asset.RouteNone, ""},
			expected{jt06On, met, met, asset.RouteAcquire, ""}),
		// asset, though a part of it is shared in. Nobody has looked for its cost yet.
		of("JT-07", "内河航道水深与通航信息", "210 GB", "西江干线", "hourly",
			all(in("P-07"), from(asset.FromDuty, asset.FromSharing), provider("自治区水利厅")),
			expected{u1Sweep, met, unknown, asset.RouteNone, ""}),
		// Not this unit's: all of it is shared in.
		of("JT-08", "公路气象预警融合数据", "0.9 TB", "全区", "minutes",
			all(in("P-08"), from(asset.FromSharing), provider("广西气象局")),
			expected{u1Sweep, notMet, notMet, asset.RouteMemo, ""}),
		of("JT-09", "治超非现场检测数据", "310站，5,400万条/年", "全区", "realTime",
			all(in("P-09"), personal, memo),
			expected{u1Sweep, met, notMet, asset.RouteMemo, ""}),
		of("JT-10", "历史客运联网售票数据（2014—2019）", "3.1亿条，540 GB", "全区", "ended",
			all(in("P-10"), nominal, func(r R) { r.CoversFrom, r.CoversTo = "2014", "2019" }),
			expected{u1Sweep, met, notMet, asset.RouteNominal, ""}),
		// A yearly subscription gives use, not control: no asset, an expense.
		of("JT-11", "互联网路况指数（年度订阅）", "API", "主要城市", "minutes",
			all(in("P-11"), from(asset.FromLicence), costIn(asset.CostExpensed), cost(asset.ByVoucher, "280000.00")),
			expected{u1Sweep, notMet, notMet, asset.RouteMemo, ""}),
	}
}

// u2 is 广西北部湾国际港务集团. What was expensed is not written back (CAS 6
// art. 13): managed, not recognised, open to voluntary disclosure.
func u2() []sample {
	const met, notMet, unknown = rule.Met, rule.NotMet, rule.Unknown
	of := func(id, name, scale, area string, f asset.Frequency, change func(R), want ...expected) sample {
		return sampleOf(rule.Enterprise, id, name, scale, area, f, all(func(r R) { r.NoProject = "生产系统自有数据" }, change), want...)
	}
	expensed := expected{u2Sweep, met, notMet, asset.RouteDisclose, asset.ClassUnrecognised}
	notYet := expected{u2Sweep, notMet, notMet, asset.RouteNone, asset.ClassUnrecognised}
	none := func(R) {}
	return []sample{
		of("BG-01", "集装箱码头作业数据", "1.9亿箱次作业，860 GB", "三港域", "realTime", none, expensed),
		of("BG-02", "散杂货作业与堆场数据", "420 GB", "三港域", "realTime", none, expensed),
		of("BG-03", "船舶靠离泊与拖轮作业数据", "31万航次，95 GB", "三港域", "realTime", none, expensed),
		of("BG-04", "闸口车辆预约与通行数据", "2.6亿次，310 GB", "全部闸口", "realTime", personal, expensed),
		// Purchased for good: 1,200,000 + cleaning and labelling 160,000 + title
		// 20,000 + quality 20,000 = 1,400,000 (财会〔2023〕11号 二、2).
		of("BG-05", "船舶动态（AIS）与船期历史数据集 2018—2025", "14 TB", "北部湾—东盟航线", "quarterly",
			all(from(asset.FromPurchase), thereFrom(bg05On), costIn(asset.CostPending), cost(asset.ByVoucher, "1400000.00")),
			notYet, expected{bg05On, met, met, asset.RouteAcquire, asset.ClassIntangible}),
		// Developed: five conditions on 2025-08-01, ready on 2025-12-26; what was
		// spent between them is its cost (CAS 6 arts. 9, 13).
		of("BG-06", "港口物流全程追踪数据集", "5.2 TB", "海铁联运", "daily",
			all(developed(asset.StageComplete), conditionsMet(day(2025, time.August, 1)), thereFrom(bg06On), usedFor(asset.UseService),
				costIn(asset.CostPending), cost(asset.ByVoucher, "1530000.00")),
			notYet, expected{bg06On.AddDays(-1), notMet, notMet, asset.RouteNone, asset.ClassUnrecognised},
			expected{bg06On, met, met, asset.RouteAcquire, asset.ClassIntangible}),
		// Made to be sold in the ordinary business: inventory (CAS 1 art. 3).
		of("BG-07", "航线货流专属数据包", "20份，各3—8 GB", "20条航线", "once",
			all(developed(asset.StageComplete), thereFrom(bg07On), usedFor(asset.UseSale), kept(asset.KeptNot), costIn(asset.CostPending), cost(asset.ByVoucher, "300000.00")),
			notYet, expected{bg07On, met, met, asset.RouteAcquire, asset.ClassInventory}),
		// Research is expensed (CAS 6 art. 8).
		of("BG-08", "岸桥场桥设备传感数据", "38 TB", "142台", "realTime",
			func(r R) { r.Sources, r.Stage = append(r.Sources, asset.FromDevelopment), asset.StageResearch }, expensed),
		// Shared by the authorities: theirs.
		of("BG-09", "口岸通关状态共享数据", "22 GB", "三口岸", "minutes",
			all(from(asset.FromSharing), provider("口岸主管部门")),
			expected{u2Sweep, notMet, notMet, asset.RouteMemo, asset.ClassUnrecognised}),
		of("BG-10", "历史引航与潮汐观测数据 2003—2019", "64 GB", "港区", "ended", none, expensed),
	}
}

// u3 is 桂林市财政局.
func u3() []sample {
	const met, notMet, unknown = rule.Met, rule.NotMet, rule.Unknown
	of := func(id, name, scale, area string, f asset.Frequency, change func(R), want ...expected) sample {
		return sampleOf(rule.Administrative, id, name, scale, area, f, all(func(r R) { r.NoProject = "市级财政业务系统" }, change), want...)
	}
	memoed := expected{u3Sweep, met, notMet, asset.RouteMemo, ""}
	atOne := expected{u3Sweep, met, notMet, asset.RouteNominal, ""}
	notYet := expected{u3Sweep, notMet, notMet, asset.RouteNone, ""}
	return []sample{
		of("GL-01", "部门预算编制与执行数据", "3,800万条，210 GB", "市本级＋县区", "daily", memo, memoed),
		of("GL-02", "国库集中支付明细数据", "1.6亿条，480 GB", "市本级", "daily", all(personal, memo), memoed),
		of("GL-03", "政府采购项目与合同成交数据", "46万条，65 GB", "全市", "daily", nominal, atOne),
		of("GL-04", "财政投资评审造价指标数据", "2.3万个项目，28 GB", "全市", "byEvent", nominal, atOne),
		of("GL-05", "惠民补贴“一卡通”发放数据", "9,200万条，150 GB", "全市", "monthly", all(personal, memo), memoed),
		of("GL-06", "行政事业单位资产卡片数据", "74万张，40 GB", "全市", "daily", memo, memoed),
		of("GL-07", "非税收入收缴与电子票据数据", "5,600万条，120 GB", "全市", "realTime", all(personal, memo), memoed),
		// The region's system keeps the master copy: whose asset it is must be agreed,
		// or it would be recognised twice.
		of("GL-08", "会计人员与代理记账机构信息", "6.2万人、640家，3 GB", "全市", "daily", all(personal, master(asset.MasterUndetermined)),
			expected{u3Sweep, unknown, unknown, asset.RouteNone, ""}),
		of("GL-09", "地方政府债券项目库数据", "1,900个，6 GB", "全市", "monthly", memo, memoed),
		// Donated: the paper says 260,000, the market 180,000; 260/180 = 144 % > 130 %,
		// so the market price, with fees 2,400: 182,400 (解释3号 一(二), Standard 4 art. 13).
		of("GL-10", "建材市场价格数据", "120万条，9 GB", "桂林", "monthly",
			all(from(asset.FromDonation), thereFrom(gl10On), cost(asset.ByReplacement, "182400.00")),
			notYet, expected{gl10On, met, met, asset.RouteAcquire, ""}),
		// Transferred in by a unit that held it at nominal amount (解释1号 五).
		of("GL-11", "文旅消费券核销数据", "640万条，2 GB", "全市", "ended",
			all(from(asset.FromTransfer), thereFrom(gl11On), nominal),
			notYet, expected{gl11On, met, notMet, asset.RouteNominal, ""}),
	}
}

// Every resource of the three units comes out as the table of the units says.
func TestSampleUnits(t *testing.T) {
	for unit, samples := range map[string][]sample{"U1": u1(), "U2": u2(), "U3": u3()} {
		for _, s := range samples {
			report := asset.Resources().Validate(&s.Resource, record.Options{})
			assert.True(t, report.Clean(), "%s %s is a complete record: %v", unit, s.ID, report.Err())
			for _, want := range s.want {
				a, err := asset.Recognize(s.Resource, want.on)
				require.NoError(t, err, s.ID)
				got := expected{want.on, a.Management.State, a.Accounting.State, a.Route, a.Class}
				assert.Equal(t, want, got, "%s %s on %s: %s", unit, s.ID, want.on, a.RouteWhy.EN)
			}
		}
	}
	assert.Len(t, u1(), 11)
	assert.Len(t, u2(), 10)
	assert.Len(t, u3(), 11)
}

// What the units are told where an answer is open or refused.
func TestSampleReasons(t *testing.T) {
	for _, tt := range []struct {
		samples        []sample
		id             string
		on             calendar.Date
		criterion      rule.ID
		state          rule.State
		why, wouldHelp string
	}{
		{u1(), "JT-03", u1Sweep, "asset.government-identifiable", rule.Unknown, "滚动覆盖", "数据留存规则"},
		{u1(), "JT-05", u1Sweep, "asset.government-cost", rule.Unknown, "1701", "合同分项报价或工时"},
		{u1(), "JT-06", u1Sweep, "asset.management-exists", rule.NotMet, "2025-11-18", ""},
		{u1(), "JT-08", u1Sweep, "asset.management-controlled", rule.NotMet, "共享", ""},
		{u1(), "JT-11", u1Sweep, "asset.management-controlled", rule.NotMet, "许可或订阅", ""},
		{u1(), "JT-01", u1Sweep, "asset.government-cost", rule.NotMet, "无凭据、未评估、重置成本亦无法确定", ""},
		{u2(), "BG-01", u2Sweep, "asset.enterprise-cost", rule.NotMet, "费用化", ""},
		{u2(), "BG-08", u2Sweep, "asset.enterprise-cost", rule.NotMet, "费用化", ""},
		{u2(), "BG-09", u2Sweep, "asset.enterprise-controlled", rule.NotMet, "共享", ""},
		{u3(), "GL-08", u3Sweep, "asset.management-once", rule.Unknown, "主数据", "由谁确认"},
	} {
		for _, s := range tt.samples {
			if s.ID != tt.id {
				continue
			}
			o := outcome(recognize(t, asset.Policy{}, s.Resource, tt.on), tt.criterion)
			assert.Equal(t, tt.state, o.State, tt.id)
			assert.Contains(t, o.Why.ZH, tt.why, tt.id)
			assert.Contains(t, o.Settle.ZH, tt.wouldHelp, tt.id)
		}
	}
	// JT-03: the retention rule is the only thing that stands between it and the books.
	a := recognize(t, asset.Policy{}, u1()[2].Resource, u1Sweep)
	for _, o := range criteria(a) {
		assert.Equal(t, o.ID != "asset.government-identifiable", o.State == rule.Met, o.ID)
	}
}

// How many assets each unit manages, day by day.
func TestSampleCounts(t *testing.T) {
	for _, tt := range []struct {
		unit         string
		samples      []sample
		on           calendar.Date
		met, unknown int
	}{
		{"U1", u1(), u1Sweep, 8, 0}, // 11, without JT-06 (not yet), JT-08 and JT-11 (not its own)
		{"U1", u1(), jt06On.AddDays(-1), 8, 0},
		{"U1", u1(), jt06On, 9, 0},
		{"U2", u2(), u2Sweep, 6, 0}, // BG-01…04, 08, 10
		{"U2", u2(), bg05On, 7, 0},
		{"U2", u2(), bg06On, 8, 0},
		{"U2", u2(), bg07On, 9, 0},  // all but BG-09
		{"U3", u3(), u3Sweep, 8, 1}, // GL-01…07, 09; GL-08 open
		{"U3", u3(), gl10On, 9, 1},
		{"U3", u3(), gl11On, 10, 1},
	} {
		answers, err := asset.Inventory{Resources: resourcesOf(tt.samples)}.Recognize(asset.Policy{}, tt.on)
		require.NoError(t, err)
		require.Len(t, answers, len(tt.samples))
		count := map[rule.State]int{}
		for _, a := range answers {
			count[a.Management.State]++
		}
		assert.Equal(t, tt.met, count[rule.Met], "%s on %s", tt.unit, tt.on)
		assert.Equal(t, tt.unknown, count[rule.Unknown], "%s on %s", tt.unit, tt.on)
	}
	// Read strictly (P22), 四(一) leaves an enterprise no asset of its own business.
	answers, err := asset.Inventory{Resources: resourcesOf(u2())}.Recognize(asset.Policy{Enterprise: asset.PublicServiceOnly}, bg07On)
	require.NoError(t, err)
	for _, a := range answers {
		assert.Equal(t, rule.NotMet, a.Management.State, a.Resource)
	}
}

// The other way to run the pilot (P1): nothing without a cost is booked, and the
// units manage the same assets.
func TestSampleMemoOnly(t *testing.T) {
	p := asset.Policy{Unmeasured: asset.MemoOnly}
	for _, samples := range [][]sample{u1(), u2(), u3()} {
		for _, s := range samples {
			for _, want := range s.want {
				a := recognize(t, p, s.Resource, want.on)
				assert.Equal(t, want.management, a.Management.State, s.ID)
				if want.route == asset.RouteNominal {
					want.route = asset.RouteMemo
				}
				assert.Equal(t, want.route, a.Route, s.ID)
			}
		}
	}
}
