package asset_test

import (
	"fmt"
	"time"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// A transport department keeps road videos for ninety days, then overwrites
// them. Are they an asset, and can they be booked?
func Example() {
	videos := asset.Resource{
		ID: "JT-03", Name: "公路视频监测数据", HolderKind: rule.Administrative, Scale: "2,300路，滚动90天",
		Sources: []asset.Source{asset.FromDuty}, Potentials: []asset.Potential{asset.PotentialService},
		Retention: asset.KeptRolling, CostAt: asset.CostExpensed,
	}
	a, err := asset.Recognize(videos, calendar.MustDate(2025, time.May, 22))
	if err != nil {
		panic(err)
	}
	fmt.Println("to be managed:", a.Management.State)
	fmt.Println("to be booked:", a.Accounting.State)
	for _, o := range a.Accounting.Criteria {
		if o.State == rule.Unknown {
			fmt.Printf("  %s: %s; settled by: %s (%s)\n", o.Title.EN, o.Why.EN, o.Settle.EN, o.Basis[0])
		}
	}
	fmt.Println(a.RouteWhy)
	// Output:
	// to be managed: met
	// to be booked: unknown
	//   identifiable: a rolling store: no lasting set is kept; settled by: a retention rule (财会〔2016〕12号 第2条)
	//   cost or value can be measured reliably: the evidence of the cost is not given; settled by: a voucher, or the statement that there is none (财会〔2016〕12号 第3条)
	// 待定事项明确后再入账
}

// What the plan leaves open is a choice: nominal amount, or a memo alone (P1).
func ExamplePolicy_Recognize() {
	counts := asset.Resource{
		ID: "JT-02", Name: "公路交通量调查数据", HolderKind: rule.Administrative,
		Sources: []asset.Source{asset.FromDuty}, Potentials: []asset.Potential{asset.PotentialService},
		CostAt: asset.CostNowhere, Evidence: asset.ByNothing, // no voucher, no appraisal, no replacement cost
	}
	for _, p := range []asset.Policy{{}, {Unmeasured: asset.MemoOnly}} {
		a, err := p.Recognize(counts, calendar.MustDate(2025, time.May, 22))
		if err != nil {
			panic(err)
		}
		fmt.Println(a.Route, a.RouteBasis[0], a.RouteWhy)
	}
	// Output:
	// nominal 桂财资〔2025〕15号 四(四) [GX-4.4.2] 成本无法可靠计量，暂按名义金额经盘盈入账
	// memo 桂财资〔2025〕15号 四(四) [GX-4.4.2] 成本无法可靠计量，选择只作备查登记
}

// A finance bureau swept three resources, and its ledger has one of them.
func ExampleLeftOut() {
	swept := func(id string, master asset.MasterCopy) asset.Resource {
		return asset.Resource{
			ID: id, HolderKind: rule.Administrative, Sources: []asset.Source{asset.FromDuty},
			Potentials: []asset.Potential{asset.PotentialService}, MasterCopy: master,
		}
	}
	sweep := asset.Inventory{Resources: []asset.Resource{
		swept("GL-01", asset.MasterOwn), swept("GL-03", asset.MasterOwn), swept("GL-08", asset.MasterUndetermined),
	}}
	answers, err := sweep.Recognize(asset.Policy{}, calendar.MustDate(2025, time.May, 30))
	if err != nil {
		panic(err)
	}
	for _, a := range answers {
		fmt.Println(a.Resource, a.Management.State)
	}
	inLedger := func(id string) bool { return id == "GL-01" }
	for _, f := range asset.LeftOut(answers, inLedger).Findings {
		fmt.Println(f.In(rule.Chinese))
	}
	// Output:
	// GL-01 met
	// GL-03 met
	// GL-08 unknown
	// 警告 /resources/1：GL-03 符合确认条件，未纳入数据资产台账。请列入台账，或更正数据资源清单。（桂财资〔2025〕15号 四(一) [GX-4.1.3]）
}

// A group classes its data by a list of its own, which is then enforced.
func ExampleVocabulary_Resources() {
	table, err := asset.Vocabulary{Classification: record.CodeList{
		Name: "group-class", Title: rule.Text{ZH: "集团数据分类", EN: "group's classes"},
		Codes: []record.CodeEntry{{Code: "T01", Title: rule.Text{ZH: "作业数据", EN: "operations"}}},
	}}.Resources()
	if err != nil {
		panic(err)
	}
	_, report, err := table.Read([]byte(`{"id":"BG-01","class":"T02"}`), record.Options{Stage: record.Draft})
	if err != nil {
		panic(err)
	}
	fmt.Println(report.Findings[0].In(rule.English))
	// Output:
	// blocking 1:15 /class: class "T02" is not in the list of codes: want one of group's classes: T01 (operations). Choose one of the list. (桂财资〔2025〕15号 四(二) [GX-4.2.2])
}
