package government_test

import (
	"fmt"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

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
	postings, err := government.Policy{OwnApproval: government.AllowOwn}.Approved(bureau, own)
	fmt.Println(len(postings), err)
	// Output:
	// government: government.not-own-approval refuses GL-03: 桂林市财政局 is applicant and approver: another body's decision is needed
	// 2 <nil>
}
