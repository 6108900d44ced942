package government_test

import (
	"fmt"
	"os"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// A department authorises the use of its data for 600,000.00 with VAT: revenue to
// the treasury, VAT apart, surcharges from its budget (worked example E22).
func ExampleEvents() {
	day := calendar.MustDate(2026, 3, 27)
	net, vat, err := government.DefaultTax().Split(money.MustParse("600000.00"), "small", day)
	if err != nil {
		panic(err)
	}
	posting, err := government.Events().Post(accounting.Event{
		ID: "SR-1", Kind: "government.licence-remitted", On: day, Entity: rule.Administrative,
		Facts: map[string]string{"taxpayer": "small"},
		Parts: []accounting.Part{{Asset: "JT-02", Amounts: map[string]money.Amount{"net": net, "vat": vat}}},
	})
	if err != nil {
		panic(err)
	}
	_ = accounting.Print(os.Stdout, posting, rule.Chinese)
	// Output:
	// 财务会计
	// 记  2026-03-27  授权收入，经单位账户上缴：JT-02
	// 科目编码  科目名称                借         贷
	// 1002      银行存款         600000.00
	// 2103      应缴财政款                  594059.41
	// 2101      应交增值税                    5940.59
	// 依据：财会〔2017〕25号 2103 一第2段；财会〔2017〕25号 2103 三(一)；财会〔2017〕25号 附录 39(1)；财会〔2017〕25号 2101 二；国务院令第738号 第25条；财资〔2024〕1号；桂财资〔2025〕15号 四(六) [GX-4.6.2]（全文已核）
	// 判断：授权使用比照出租，无明文；上缴以不含增值税的收入为准，附加税费的负担由本级规定（P17）：增值税分列，附加税费由预算负担
}

// The upgrade of an asset at nominal amount gives it a cost, and 40 months to be
// amortised over (worked example E25).
func ExamplePolicy_ToCost() {
	all, err := government.Policy{}.ToCost(government.ToCost{
		ID: "SJ-1", On: calendar.MustDate(2026, 3, 16), Unit: government.Unit{Name: "自治区交通运输厅", Entity: rule.Administrative},
		Asset: "JT-02", Detail: "数据资产——交通量调查", Ground: government.NewSpending, Cost: money.MustParse("120000.00"),
		Months: 40, Use: "duties", Facts: map[string]string{"payment": "treasury"},
	})
	if err != nil {
		panic(err)
	}
	for _, v := range all[0].Vouchers {
		fmt.Println(v)
	}
	// Output:
	// 借1701 120000.00，贷4001 120000.00
	// 借7101 120000.00，贷6001 120000.00
}

// Traffic counts that stand nowhere in the books enter them at nominal amount.
func Example() {
	surplus := government.Surplus{
		ID: "PY-2025-01", On: calendar.MustDate(2025, time.June, 30),
		Unit: government.Unit{Name: "自治区交通运输厅", Entity: rule.Administrative, Authority: rule.RegionLevel, Finance: "自治区财政厅"},
		Items: []government.Item{{
			Asset: "JT-02", Detail: "数据资产——交通量调查",
			Why: government.Statements{
				NoVoucher: "历年自行采集，无成本凭据", NoAppraisal: "未按规定评估",
				NoReplacement: "无同类数据的采集成本可参照", Reason: "自行形成，成本无法可靠计量",
			},
		}},
	}
	found, err := government.Policy{}.Found(surplus)
	if err != nil {
		panic(err)
	}
	approved, err := government.Policy{}.Approved(surplus, accounting.Approval{
		Body: "自治区财政厅", On: calendar.MustDate(2025, time.August, 20), Number: "示例批复〔2025〕1号",
	})
	if err != nil {
		panic(err)
	}
	for _, p := range append([]accounting.Posting{found}, approved...) {
		fmt.Println(p.On, p.Vouchers[0])
	}
	fmt.Println(found.Vouchers[0].Entry().Basis[0])
	// Output:
	// 2025-06-30 借1701 1.00，贷1902 1.00
	// 2025-08-20 借1902 1.00，贷3501 1.00
	// 2025-08-20 借3501 1.00，贷3001 1.00
	// 财会〔2017〕25号 1902 四(二)1(1)
}

// A city finance bureau does not approve its own surplus (P18), unless the
// caller decides otherwise.
func ExamplePolicy_Approved() {
	bureau := government.Surplus{
		ID: "PY-2025-02", On: calendar.MustDate(2025, time.June, 25),
		Unit:  government.Unit{Name: "桂林市财政局", Entity: rule.Administrative, Authority: rule.CityLevel, Finance: "桂林市财政局"},
		Items: []government.Item{{Asset: "GL-03", Detail: "数据资产——政府采购"}},
	}
	own := accounting.Approval{Body: "桂林市财政局", On: calendar.MustDate(2025, time.September, 17), Number: "示例函〔2025〕3号"}
	_, err := government.Policy{}.Approved(bureau, own)
	fmt.Println(err)
	postings, err := government.Policy{OwnApproval: rule.AllowOwn}.Approved(bureau, own)
	fmt.Println(len(postings), err)
	// Output:
	// government: government.not-own-approval refuses GL-03: 桂林市财政局 is applicant and approver: another body's decision is needed
	// 2 <nil>
}
