package pilot_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// A department received a one-off fee on Thursday 2026-04-09 and filed it on
// 04-24. Nation: 04-10 (1), 13…17 (6), 20…23 (10). Guangxi rests on 17 and 20
// for 三月三: 10 (1), 13…16 (5), 21…24 (9), 27 (10).
func Example() {
	events, report, err := pilot.ReadEvents(strings.NewReader(`
{"event":"receipt","id":"SR-2026-02","assets":["JT-02"],"purpose":"use","payment":"oneOff","counterparty":"运营机构甲","bankOn":"2026-04-09","received":"101000.00"}
{"event":"done","on":"2026-04-24","duty":"revenue.file-one-off","subject":"SR-2026-02"}
`), "events.jsonl")
	if err != nil || report.Err() != nil {
		panic(err)
	}
	at := calendar.MustDate(2026, time.April, 24)
	unit, _ := pilot.Build(asset.Inventory{
		Holder:    asset.Holder{Name: "自治区交通运输厅", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel},
		Resources: []asset.Resource{{ID: "JT-02"}},
	}, events, at)
	result, err := pilot.Review(unit, at)
	if err != nil {
		panic(err)
	}
	for _, o := range result.Obligations {
		if o.Subject == "SR-2026-02" {
			fmt.Println(o.Line(rule.English))
			fmt.Println("by the national calendar:", o.National.Date)
		}
	}
	for _, f := range result.Report.Findings {
		if f.Rule == "pilot.on-time-nationally" {
			fmt.Println(f.Severity, f.Message.EN)
		}
	}
	// Output:
	// 2026-04-27  filing of a one-off revenue  SR-2026-02  → region finance department  on time 2026-04-24
	// by the national calendar: 2026-04-23
	// note filing of a one-off revenue SR-2026-02 was done on 2026-04-24: on time by the region's calendar (2026-04-27), late by the national calendar only (2026-04-23).
}

// An asset is supplied before its card is registered: the event is refused with
// its line and clause, and changes nothing.
func ExampleBuild() {
	inventory := asset.Inventory{
		Holder: asset.Holder{
			Name: "自治区交通运输厅", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel, Security: "安全制度", Emergency: "应急预案",
		},
		Resources: []asset.Resource{{ID: "JT-02", Name: "公路交通量调查数据", HolderKind: rule.Administrative, Importance: "general", Personal: record.Some(false)}},
	}
	on := calendar.MustDate(2025, time.December, 12)
	unit, report := pilot.Build(inventory, []pilot.Recorded{{
		Event: pilot.Supplied{On: on, Application: authorization.Application{
			Number: "WC-2025-01", On: on, Recipient: "某高校", RecipientKind: authorization.UserRecipient, Rights: []authorization.Right{authorization.UseRight},
			Assets: []authorization.Line{{Asset: "JT-02", Mode: authorization.Whole}}, Scope: "课题研究", From: on, To: on.AddMonths(12),
			Purpose: authorization.Welfare, Payment: authorization.Free, Conditions: "不得转让", Secures: record.Some(false), Study: on, Diligence: on, SecurityAssessed: on,
		}},
		Source: rule.Source{File: "events.jsonl", Line: 1},
	}}, on)
	fmt.Println("supplies:", len(unit.Supplies))
	fmt.Println(report.Findings[0].In(rule.English))
	// Output:
	// supplies: 0
	// blocking events.jsonl:1 /application/assets/0: JT-02 was to be supplied on 2025-12-12 and is not registered. Register its card and obtain the certificate first. (桂财资〔2025〕15号 四(三) [GX-4.3.2]; 桂财资〔2025〕15号 四(三) [GX-4.3.3]; 发改数据规〔2025〕27号 第16条)
}

// On the pilot's last day the closing summary has no due date yet: a month from
// 2026-12-31 is Sunday 2027-01-31, and the notice for 2027 is not out.
func ExampleReview() {
	at := calendar.MustDate(2026, time.December, 31)
	unit := pilot.Unit{Inventory: asset.Inventory{Holder: asset.Holder{Name: "南宁市财政局", Role: rule.CityFinanceBureau}}}
	result, err := pilot.Review(unit, at)
	if err != nil {
		panic(err)
	}
	for _, o := range result.Obligations {
		if o.Standing == rule.NotAnnounced {
			fmt.Println(o.Line(rule.English))
			fmt.Println(" ", o.Due.Missing)
		}
	}
	// Output:
	// not announced, not before 2027-01-14  quarterly progress report  2026Q4  → region finance department  not announced (the national notice of 2027 is missing)
	//   calendar: the 2027 holiday notice of layer CN is not in the data
	// not announced, not before 2027-01-31  closing summary  → region finance department  not announced (the national notice of 2027 is missing)
	//   calendar: the 2027 holiday notice of layer CN is not in the data
}

// A department's first quarterly report, filled from its records: people say what comes
// next and sign; the figures are frozen with the digest of the ledger.
func ExampleProgress() {
	on := calendar.MustDate(2025, time.May, 29)
	inventory := asset.Inventory{
		Holder: asset.Holder{Name: "自治区交通运输厅", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel},
		Resources: []asset.Resource{{
			ID: "JT-02", Name: "公路交通量数据", Introduction: "按断面观测的交通量", HolderKind: rule.Administrative, Class: "A08060200", Scale: "1,046 站", Area: "国省干线",
			Frequency: "daily", Sources: []asset.Source{asset.FromDuty}, Personal: record.Some(false), Importance: "general", Authorised: record.Some(false),
			Potentials: []asset.Potential{asset.PotentialService}, CostAt: asset.CostNowhere, Evidence: asset.ByNothing, Owner: "国家", RightHolder: "自治区交通运输厅",
			NoProject: "人工观测",
		}},
	}
	unit, _ := pilot.Build(inventory, []pilot.Recorded{{Event: pilot.Listed{On: on, Assets: []string{"JT-02"}}}}, on)
	report, err := pilot.Progress(unit, calendar.QuarterOf(on), pilot.Said{
		On: calendar.MustDate(2025, time.July, 11), Language: rule.English, Next: "register the card", PreparedBy: "乙", ApprovedBy: "甲",
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(report.Quarter, report.Links[0].Progress)
	fmt.Println(report.Links[1].Progress)
	fmt.Println("as the ledger is:", report.Figures.LedgerDigest == unit.Ledger.Head().Digest)
	// Output:
	// 2025Q2 1 resources swept, 1 assets confirmed, 1 in the ledger; booked: 0 at nominal amount, 0 at cost, 0.00 yuan in all. In the period 1 entered, 0 retired.
	// 0 registered, 1 not.
	// as the ledger is: true
}

// A finance department adds up the units under it: each figure tells what it
// counts, and each clause and rule is looked up from either side. Of each unit nine
// are late: list, sweep, ledger, plan, first results, and the reports 2025Q2 to
// 2026Q1.
func ExampleConsolidate() {
	at := calendar.MustDate(2026, time.April, 24)
	var results []pilot.Result
	for _, name := range []string{"自治区交通运输厅", "自治区水利厅"} {
		unit, _ := pilot.Build(asset.Inventory{Holder: asset.Holder{
			Name: name, Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel, Department: "规划处", Leader: "甲", Contact: "乙",
		}}, nil, at)
		unit.Done = []pilot.Done{{Duty: pilot.DutyLiaison, On: calendar.MustDate(2025, time.April, 11)}}
		result, err := pilot.Review(unit, at)
		if err != nil {
			panic(err)
		}
		results = append(results, result)
	}
	together, err := pilot.Consolidate(results)
	if err != nil {
		panic(err)
	}
	late, _ := together.Figure(pilot.MeasureLate)
	fmt.Println(late.Measure.Title().EN, late.Count)
	fmt.Println(late.Items[0].Unit, late.Items[0].ID)

	clause, _ := results[0].ByClause("GX-6.2")
	fmt.Println(clause.Ref(), clause.State, clause.Obligations[0].Line(rule.English))
	duty, _ := results[0].ByRule(pilot.DutyLiaison)
	fmt.Println(duty.Clauses[0])
	// Output:
	// late 18
	// 自治区交通运输厅 pilot.send-liaison-list
	// 六 [GX-6.2] notMet 2025-04-10  send the liaison list  → asset division of the region finance department  late 2025-04-11 (1 working day)
	// 桂财资〔2025〕15号 六 [GX-6.2]
}

// Obligations go to the calendar that a unit uses. The time of the file is the
// caller's.
func ExampleICalendar() {
	at := calendar.MustDate(2026, time.April, 24)
	result, err := pilot.Review(pilot.Unit{Inventory: asset.Inventory{Holder: asset.Holder{Name: "自治区水利厅", Role: rule.RegionDepartment}}}, at)
	if err != nil {
		panic(err)
	}
	var file strings.Builder
	if err := (pilot.ICalendar{Stamp: at.Time(time.UTC), Language: rule.English}).Write(&file, result); err != nil {
		panic(err)
	}
	for line := range strings.SplitSeq(file.String(), "\r\n") {
		if strings.HasPrefix(line, "SUMMARY:quarterly") || strings.HasPrefix(line, "SUMMARY:[date") {
			fmt.Println(line)
		}
	}
	// Output:
	// SUMMARY:quarterly progress report 2025Q2
	// SUMMARY:quarterly progress report 2025Q3
	// SUMMARY:quarterly progress report 2025Q4
	// SUMMARY:quarterly progress report 2026Q1
	// SUMMARY:quarterly progress report 2026Q2
	// SUMMARY:quarterly progress report 2026Q3
	// SUMMARY:[date not announced\, not before 2027-01-14] quarterly progress rep
	// SUMMARY:[date not announced\, not before 2027-01-31] closing summary
}
