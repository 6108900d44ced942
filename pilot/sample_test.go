package pilot_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// day reads a date written in a test; "" is no date.
func day(s string) calendar.Date {
	if s == "" {
		return calendar.Date{}
	}
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func yuan(s string) money.Amount {
	a, err := money.Parse(s)
	if err != nil {
		panic(err)
	}
	return a
}

// data is a resource that meets the conditions and has no measurable cost.
func data(id string, kind rule.Entity, from ...asset.Source) asset.Resource {
	r := asset.Resource{
		ID: id, Name: "数据" + id, Introduction: "按日汇总", HolderKind: kind, Projects: []string{"P-01"}, Class: "A08060200",
		Scale: "1 GB", Area: "全区", Frequency: "daily", Sources: from, Personal: record.Some(false), Importance: "general",
		Authorised: record.Some(false), Potentials: []asset.Potential{asset.PotentialService}, CostAt: asset.CostNowhere, Evidence: asset.ByNothing,
		Owner: "国家", RightHolder: "本单位",
	}
	for _, s := range from {
		if s == asset.FromSharing {
			r.Provider = "自治区水利厅"
		}
	}
	return r
}

// department is a unit that the plan names, with four resources; D-4 came by
// sharing.
func department() asset.Inventory {
	return asset.Inventory{
		Holder: asset.Holder{
			Name: "自治区科技厅", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel, Approver: "自治区财政厅",
			Department: "规划处", Leader: "甲", Contact: "乙", Security: "数据安全制度", Emergency: "应急预案",
		},
		Projects: []asset.Project{{ID: "P-01", Name: "科技管理平台"}},
		Resources: []asset.Resource{
			data("D-1", rule.Administrative, asset.FromDuty), data("D-2", rule.Administrative, asset.FromDuty),
			data("D-3", rule.Administrative, asset.FromDuty), data("D-4", rule.Administrative, asset.FromDuty, asset.FromSharing),
		},
	}
}

// bureau is a city finance bureau with one resource.
func bureau() asset.Inventory {
	v := department()
	v.Holder.Name, v.Holder.Role, v.Holder.Authority, v.Holder.Approver = "北海市财政局", rule.CityFinanceBureau, rule.CityLevel, "北海市财政局"
	v.Resources = v.Resources[:1]
	return v
}

// group is a region enterprise; E-2 was produced in public service.
func group() asset.Inventory {
	v := department()
	v.Holder.Name, v.Holder.Role, v.Holder.Entity, v.Holder.Approver = "广西投资集团", rule.RegionEnterprise, rule.Enterprise, ""
	own, public := data("E-1", rule.Enterprise, asset.FromBusiness), data("E-2", rule.Enterprise, asset.FromService)
	own.Use, public.Use = asset.UseOwn, asset.UseOwn
	v.Resources = []asset.Resource{own, public}
	return v
}

// recorded numbers events as the lines of a file.
func recorded(events ...pilot.Event) []pilot.Recorded {
	all := make([]pilot.Recorded, len(events))
	for i, e := range events {
		all[i] = pilot.Recorded{Event: e, Source: rule.Source{File: "e", Line: i + 1}}
	}
	return all
}

// built builds a unit to the end of 2026 from events that all take effect.
func built(t testing.TB, v asset.Inventory, events ...pilot.Event) pilot.Unit {
	t.Helper()
	u, report := pilot.Build(v, recorded(events...), day("2026-12-31"))
	require.NoError(t, report.Err())
	return u
}

func reviewed(t testing.TB, u pilot.Unit, at string) pilot.Result {
	t.Helper()
	r, err := pilot.Review(u, day(at))
	require.NoError(t, err)
	return r
}

// The events of the tests, each right in itself.

func done(duty rule.ID, subject, on string) pilot.Fulfilled {
	return pilot.Fulfilled{Duty: duty, Subject: subject, On: day(on)}
}

func list(on string, ids ...string) pilot.Listed { return pilot.Listed{On: day(on), Assets: ids} }

func change(on, id string, set ...pilot.FieldValue) pilot.Changed {
	return pilot.Changed{On: day(on), Asset: id, Reason: "数量有误", Set: set}
}

func surplus(on, id string, assets ...string) pilot.SurplusFound {
	s := pilot.SurplusFound{On: day(on), ID: id}
	for _, a := range assets {
		s.Items = append(s.Items, pilot.SurplusItem{
			Asset: a, Detail: "数据资产——科技", NoVoucher: "无成本凭据", NoAppraisal: "未评估", NoReplacement: "无可参照", Reason: "成本无法可靠计量",
		})
	}
	return s
}

func approved(on, id, body, number string) pilot.SurplusApproved {
	return pilot.SurplusApproved{On: day(on), Surplus: id, Body: body, Number: number}
}

func submit(on string, ids ...string) pilot.Step {
	return pilot.Step{On: day(on), Assets: ids, Kind: "submit", By: "经办人"}
}

func approve(on string, certificates []string, ids ...string) pilot.Step {
	return pilot.Step{On: day(on), Assets: ids, Kind: "approve", By: "审核人", Certificates: certificates}
}

// national is a step of the national registration of public data.
func national(kind, on, id string, evidence ...registry.Document) pilot.Step {
	e := pilot.Step{On: day(on), Assets: []string{id}, Regime: registry.NationalRegistration().ID(), Kind: kind, By: "登记机构", Evidence: evidence}
	if kind == "submit" {
		e.By = "经办人"
	}
	return e
}

// papers is what a first application hands in.
func papers() (all []registry.Document) {
	for _, k := range []registry.DocumentKind{
		registry.DocRegistrant, registry.DocSource, registry.DocResource, registry.DocDeposit, registry.DocProducts, registry.DocScenarios, registry.DocSecurity, registry.DocReview,
	} {
		all = append(all, registry.Document{Kind: k, Title: "材料", On: day("2026-01-12")})
	}
	return all
}

// application asks for assets by field: for an operator, free of charge, so that
// authorised operation alone is needed.
func application(id string, ids ...string) authorization.Application {
	a := authorization.Application{
		Number: id, On: day("2025-09-01"), Recipient: "运营机构甲", RecipientKind: authorization.OperatorRecipient,
		Purpose: authorization.Welfare, Payment: authorization.Free, Conditions: "不得转让", Rights: []authorization.Right{authorization.UseRight}, Scope: "科技服务",
		From: day("2026-01-01"), To: day("2028-12-31"), Study: day("2025-05-20"), Diligence: day("2025-05-20"), SecurityAssessed: day("2025-05-20"),
		Harms: record.Some(false), Secures: record.Some(false),
	}
	for _, x := range ids {
		a.Assets = append(a.Assets, authorization.Line{Asset: x, Mode: authorization.ByField, Areas: []string{"科技"}, ClassifiedOn: day("2025-05-20")})
	}
	return a
}

// free is a use that needs no procedure.
func free(ids ...string) authorization.Application {
	a := application("WC-1", ids...)
	a.Recipient, a.RecipientKind = "某高校", authorization.UserRecipient
	return a
}

const operation = "authorised-operation"

func step(id, regime string, c authorization.Command) pilot.Authorised {
	return pilot.Authorised{ID: id, Regimes: []string{regime}, Step: c}
}

func act(on, by string) authorization.Act { return authorization.Act{On: day(on), By: by} }

func draft(on, id string, a authorization.Application) pilot.Authorised {
	p := authorization.Plans().Sample()
	p.From, p.To, p.Modes, p.Catalogue = a.From, a.To, []asset.Mode{authorization.ByField}, nil
	for _, l := range a.Assets {
		p.Catalogue = append(p.Catalogue, authorization.PlanLine{Asset: l.Asset, Name: l.Asset, Frequency: "每日", Quality: "完整"})
	}
	return step(id, operation, authorization.Draft{Act: act(on, "自治区科技厅"), Kind: authorization.Grant, Application: a, Plan: p})
}

func decide(on, id string) pilot.Authorised {
	return step(id, operation, authorization.Decide{Act: act(on, "自治区科技厅"), Decision: authorization.Decision{Form: "party", Number: "1号"}})
}

func adopt(on, id string) pilot.Authorised {
	return step(id, operation, authorization.Adopt{Act: act(on, "自治区人民政府"), Approval: authorization.Approval{Number: "示例函〔2025〕1号"}})
}

func sign(on, id string, a authorization.Application) pilot.Authorised {
	g := authorization.Agreements().Sample()
	g.Number, g.Agency, g.Joint, g.Operator, g.Code, g.DecidedOn, g.Catalogue, g.From, g.To, g.Longer = "XY-"+id, "", "", a.Recipient, "", day(on), a.Assets, a.From, a.To, ""
	return step(id, operation, authorization.Sign{Act: act(on, "自治区科技厅"), Agreement: g})
}

func consent(on, id, asset, by string) pilot.Authorised {
	return step(id, operation, authorization.GiveConsent{Act: act(on, by), Consent: authorization.Consent{Asset: asset, On: day(on)}})
}

// asked is a matter up to the adoption of its plan.
func asked(on, id string, ids ...string) []pilot.Event {
	return []pilot.Event{draft(on, id, application(id, ids...)), decide(on, id), adopt(on, id)}
}

// grant is every step of an authorised operation, on one day.
func grant(on, id string, ids ...string) []pilot.Event {
	return append(asked(on, id, ids...), sign(on, id, application(id, ids...)))
}

func supply(on, id string, ids ...string) pilot.Supplied {
	return pilot.Supplied{On: day(on), Authorisation: id, Assets: ids, To: "运营机构甲"}
}

func use(on string, ids ...string) pilot.Supplied {
	return pilot.Supplied{On: day(on), Application: free(ids...)}
}

func receipt(on, id string, payment revenue.Payment, amount string, assets ...string) pilot.Received {
	return pilot.Received{Row: revenue.Row{
		ID: id, Assets: assets, Purpose: revenue.ForUse, Payment: payment, Counterparty: "运营机构甲", BankOn: day(on), Received: yuan(amount),
	}}
}

func matter(on, id string, kind revenue.MatterKind, amount string, assets ...string) pilot.Completed {
	m := revenue.Matter{ID: id, Kind: kind, Assets: assets, Counterparty: "某企业", CompletedOn: day(on), Amount: yuan(amount)}
	if kind == revenue.MatterPledge {
		m.Registration = "ZY-1"
	}
	return pilot.Completed{Matter: m}
}
