package main

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// step is one thing that somebody tries.
type step struct {
	regime  string
	note    rule.Text // what it is for; printed before it
	command registry.Command
	show    bool // print the deadlines afterwards
}

const (
	card     = "finance-card"
	national = "public-data"
	clerk    = "登记员甲"
	reviewer = "审核员乙"
	officer  = "登记机构丙"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err) // the table is part of the program
	}
	return d
}

func act(on, by string, more ...registry.Document) registry.Act {
	return registry.Act{On: day(on), By: by, Evidence: more}
}

func because(a registry.Act, reason string) registry.Act {
	a.Reason = reason
	return a
}

func paper(kind registry.DocumentKind, title, on string) registry.Document {
	return registry.Document{Kind: kind, Title: title, On: day(on)}
}

// papers is the documents of a first registration (第7条, 第9条).
func papers() []registry.Document {
	return []registry.Document{
		paper(registry.DocRegistrant, "登记主体信息", "2026-01-20"), paper(registry.DocSource, "来源合法性说明", "2026-01-20"),
		paper(registry.DocResource, "数据资源说明", "2026-01-20"), paper(registry.DocDeposit, "存证证明", "2026-01-21"),
		paper(registry.DocProducts, "产品和服务说明", "2026-01-20"), paper(registry.DocScenarios, "应用场景说明", "2026-01-20"),
		paper(registry.DocSecurity, "数据安全风险评估报告", "2026-01-15"), paper(registry.DocReview, "业务处室审核意见", "2026-01-22"),
	}
}

// story is the whole of it, in order.
func story() []step {
	return []step{
		{card, text("一、预算管理一体化系统信息卡片：对外提供之前", "1. The card in the budget system: before supply"), registry.Draft{Act: act("2025-12-01", clerk), Kind: registry.First}, false},
		{card, rule.Text{}, registry.Submit{Act: act("2025-12-12", clerk), Card: roads("1,046 站")}, false},
		{card, text("提交人自己审核：", "the submitter reviews:"), registry.Approve{Act: act("2025-12-15", clerk), CertificateNo: number(2025, 1)}, false},
		{card, text("编号抄错一位：", "one digit of the number copied wrongly:"), registry.Approve{Act: act("2025-12-15", reviewer), CertificateNo: "GX-ZC-2025-000007-" + number(2025, 1)[18:]}, false},
		{card, rule.Text{}, registry.Approve{Act: act("2025-12-15", reviewer), CertificateNo: number(2025, 1)}, false},

		{national, text("二、公共数据资源登记：2026-01-05 首次提供之后", "2. The national registration: after the first delivery on 2026-01-05"), registry.Submit{Act: act("2026-01-28", clerk, papers()[:3]...), Card: roads("1,046 站")}, true},
		{national, text("补齐材料：", "with all documents:"), registry.Submit{Act: act("2026-01-28", clerk, papers()...), Card: roads("1,046 站")}, true},
		{national, rule.Text{}, registry.Accept{Act: act("2026-02-02", officer)}, false},
		{national, rule.Text{}, registry.Examine{Act: act("2026-02-03", officer)}, false},
		{national, rule.Text{}, registry.Publish{Act: act("2026-02-27", officer)}, true},
		{national, rule.Text{}, registry.Object{Act: because(act("2026-03-05", "某公司", paper(registry.DocObjection, "异议材料", "2026-03-04")), "数据来源有异议")}, false},
		{national, rule.Text{}, registry.Dismiss{Act: because(act("2026-03-10", officer), "来源合法，异议不成立")}, false},
		{national, text("公示期最后一日赋码：", "code on the last day of the notice:"), registry.Approve{Act: act("2026-03-12", officer), CertificateNo: number(2026, 2)}, false},
		{national, rule.Text{}, registry.Approve{Act: act("2026-03-13", officer), CertificateNo: number(2026, 2)}, true},

		{card, text("三、更正：站点名录有误", "3. Correction: the list of stations was wrong"), registry.Correct{Act: because(act("2026-04-10", clerk), "站点名录有误"), Card: roads("1,047 站")}, false},
		{card, rule.Text{}, registry.Approve{Act: act("2026-04-13", reviewer), CertificateNo: number(2026, 3)}, false},

		{card, text("四、变更：1,047 站增至 1,312 站", "4. Alteration: from 1,047 to 1,312 stations"), registry.Alter{Act: because(act("2026-05-19", clerk), "站点增加"), Card: roads("1,312 站")}, false},
		{card, rule.Text{}, registry.Approve{Act: act("2026-05-20", reviewer), CertificateNo: number(2026, 4)}, false},
		{national, text("变更登记未附证明：", "the alteration without evidence:"), registry.Alter{Act: because(act("2026-05-20", clerk), "站点增加"), Card: roads("1,312 站")}, false},
		{national, rule.Text{}, registry.Alter{Act: because(act("2026-05-20", clerk, paper(registry.DocChange, "站点建设验收单", "2026-05-18")), "站点增加"), Card: roads("1,312 站")}, false},
		{national, rule.Text{}, registry.Accept{Act: act("2026-05-21", officer)}, false},
		{national, rule.Text{}, registry.Examine{Act: act("2026-05-22", officer)}, false},
		{national, rule.Text{}, registry.Publish{Act: act("2026-06-02", officer)}, false},
		{national, rule.Text{}, registry.Approve{Act: act("2026-06-17", officer), CertificateNo: number(2026, 5)}, false},

		{national, text("五、续展（2027年及以后的放假安排未公布，只按周末推算）", "5. Renewal (holidays of 2027 and later are not announced: weekends only)"), registry.Renew{Act: act("2029-01-10", clerk)}, false},
		{national, rule.Text{}, registry.Renew{Act: act("2029-01-11", clerk)}, true},
		{national, rule.Text{}, registry.Accept{Act: act("2029-01-12", officer)}, false},
		{national, rule.Text{}, registry.Examine{Act: act("2029-01-15", officer)}, false},
		{national, rule.Text{}, registry.Publish{Act: act("2029-01-22", officer)}, false},
		{national, rule.Text{}, registry.Approve{Act: act("2029-02-06", officer), CertificateNo: number(2029, 1)}, false},

		{national, text("六、注销：存储故障，数据灭失", "6. Cancellation: the data were lost by a storage failure"), registry.Cancel{Act: act("2030-08-19", clerk, paper(registry.DocCause, "故障鉴定", "2030-08-18")), Cause: registry.Transferred}, false},
		{national, rule.Text{}, registry.Cancel{Act: act("2030-08-19", clerk, paper(registry.DocCause, "故障鉴定", "2030-08-18")), Cause: registry.Lost}, false},
		{national, rule.Text{}, registry.Accept{Act: act("2030-08-20", officer)}, true},
		{national, rule.Text{}, registry.Examine{Act: act("2030-08-21", officer)}, false},
		{national, rule.Text{}, registry.Approve{Act: act("2030-08-22", officer)}, false},
		{card, rule.Text{}, registry.Cancel{Act: act("2030-08-22", clerk), Cause: registry.Lost}, false},
		{card, rule.Text{}, registry.Approve{Act: act("2030-08-22", reviewer)}, false},
		{card, text("注销之后：", "after that:"), registry.Alter{Act: because(act("2030-08-23", clerk), "再次变更"), Card: roads("1 站")}, false},
	}
}

func text(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }
