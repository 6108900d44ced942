package authorization_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

func day(s string) calendar.Date {
	d, err := calendar.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var no, yes = record.Some(false), record.Some(true)

func department() asset.Holder {
	return asset.Holder{
		Name: "自治区交通运输厅", Role: rule.RegionDepartment, Entity: rule.Administrative, Authority: rule.RegionLevel, Approver: "自治区财政厅",
		Security: "示例制度〔2025〕1号", Emergency: "示例预案〔2025〕1号",
	}
}

func bureau() asset.Holder {
	return asset.Holder{
		Name: "桂林市财政局", Role: rule.CityFinanceBureau, Entity: rule.Administrative, Authority: rule.CityLevel, Approver: "桂林市财政局",
		Security: "示例制度〔2025〕2号", Emergency: "示例预案〔2025〕2号",
	}
}

func group() asset.Holder {
	return asset.Holder{
		Name: "广西北部湾国际港务集团", Role: rule.RegionEnterprise, Entity: rule.Enterprise, Authority: rule.RegionLevel,
		Security: "示例制度〔2025〕3号", Emergency: "示例预案〔2025〕3号",
	}
}

func line(id string, mode asset.Mode, areas ...string) authorization.Line {
	return authorization.Line{Asset: id, Name: id, Mode: mode, Areas: areas, Personal: no, Important: no, ClassifiedOn: day("2025-10-10")}
}

// application is U1's of 2025-11-26: JT-02 by field, JT-06 by three scenarios.
func application(h asset.Holder, lines ...authorization.Line) authorization.Application {
	if len(lines) == 0 {
		lines = []authorization.Line{line("JT-02", authorization.ByField, "交通"), line("JT-06", authorization.ByScenario, "养护", "保险", "商业地图")}
	}
	return authorization.Application{
		Number: "SQ-2025-01", On: day("2025-11-26"), Holder: h, Assets: lines, Recipient: "运营机构甲", RecipientKind: authorization.OperatorRecipient,
		Purpose: authorization.Industry, Payment: authorization.Paid, PriceBasis: authorization.ByAgreement, Price: money.MustParse("7301000.00"),
		Rights: []authorization.Right{authorization.UseRight, authorization.OperationRight}, Scope: "养护、保险、地图", From: day("2026-01-01"), To: day("2028-12-31"),
		Study: day("2025-11-20"), Diligence: day("2025-11-21"), SecurityAssessed: day("2025-11-24"), Harms: no, Secures: no,
	}
}

func plan(a authorization.Application) authorization.Plan {
	p := authorization.Plans().Sample()
	p.From, p.To, p.Modes, p.Catalogue = a.From, a.To, nil, nil
	for _, l := range a.Assets {
		p.Catalogue = append(p.Catalogue, authorization.PlanLine{Asset: l.Asset, Name: l.Name, Frequency: "每年", Quality: "完整率99%"})
		p.Modes = append(p.Modes, l.Mode)
	}
	p.Modes = compact(p.Modes)
	return p
}

func compact(modes []asset.Mode) []asset.Mode {
	var all []asset.Mode
	seen := map[asset.Mode]bool{}
	for _, m := range modes {
		if !seen[m] {
			seen[m] = true
			all = append(all, m)
		}
	}
	return all
}

func agreement(a authorization.Application, decided string) authorization.Agreement {
	g := authorization.Agreements().Sample()
	g.Agency, g.Operator, g.Joint = a.Holder.Name, a.Recipient, ""
	g.Catalogue, g.From, g.To, g.DecidedOn, g.Longer = a.Assets, a.From, a.To, day(decided), ""
	g.NoRedevelopment = yes
	return g
}

func vouchers(on string, ids ...string) []authorization.Voucher {
	var all []authorization.Voucher
	for _, id := range ids {
		all = append(all, authorization.Voucher{Asset: id, Regime: "finance-card", Number: "ZS-" + id, RegisteredOn: day(on)})
	}
	return all
}

func by(on, who string) authorization.Act { return authorization.Act{On: day(on), By: who} }

var decision = authorization.Decision{Form: "party", Number: "示例纪要〔2025〕1号"}

func approval(number string) authorization.Approval { return authorization.Approval{Number: number} }

// registered makes a card of an asset that was approved on a day.
func registered(t testing.TB, id, on string) registry.Registration {
	t.Helper()
	card := registry.Card{Resource: asset.Resources().Sample(), Holder: "自治区交通运输厅", EnteredOn: day(on)}
	card.Resource.ID = id
	r, _, err := registry.New(registry.FinanceCard(), id).Apply(registry.Submit{Act: registry.Act{On: day(on), By: "甲"}, Card: card})
	require.NoError(t, err)
	r, _, err = r.Apply(registry.Approve{Act: registry.Act{On: day(on), By: "乙"}, CertificateNo: "ZS-" + id})
	require.NoError(t, err)
	return r
}

// do takes steps one after the other.
func do(t testing.TB, a authorization.Authorization, steps ...authorization.Command) (authorization.Authorization, []authorization.Event) {
	t.Helper()
	var events []authorization.Event
	for _, c := range steps {
		next, more, err := a.Apply(c)
		require.NoError(t, err, "%T", c)
		a, events = next, append(events, more...)
	}
	return a, events
}

// refused takes a step that must be refused, and returns the rule.
func refused(t testing.TB, a authorization.Authorization, c authorization.Command) *rule.Refusal {
	t.Helper()
	next, events, err := a.Apply(c)
	var refusal *rule.Refusal
	require.ErrorAs(t, err, &refusal, "%T", c)
	require.Equal(t, a, next, "nothing has changed")
	require.Empty(t, events)
	require.NotEmpty(t, refusal.Why.ZH)
	require.NotEmpty(t, refusal.Why.EN)
	return refusal
}

// steps names the events, for stories.
func steps(events []authorization.Event) string {
	var all []string
	for _, e := range events {
		all = append(all, authorization.ActOf(e.Command).On.String()+" "+e.To.String())
	}
	return strings.Join(all, "\n")
}

// assetUse is U1's asset line: decided 2025-11-26, approved by 自治区财政厅 2025-12-10.
func assetUse(a authorization.Application) []authorization.Command {
	return []authorization.Command{
		authorization.Draft{Act: by("2025-11-26", a.Holder.Name), Kind: authorization.Grant, Application: a},
		authorization.Decide{Act: by("2025-11-26", a.Holder.Name), Decision: decision},
		authorization.Submit{Act: by("2025-11-27", a.Holder.Name)},
		authorization.Approve{Act: by("2025-12-10", "自治区财政厅"), Approval: approval("示例批复〔2025〕2号")},
	}
}

// operation is U1's data line.
func operation(a authorization.Application) []authorization.Command {
	return []authorization.Command{
		authorization.Draft{Act: by("2025-11-26", a.Holder.Name), Kind: authorization.Grant, Application: a, Plan: plan(a)},
		authorization.Decide{Act: by("2025-11-27", a.Holder.Name), Decision: decision},
		authorization.Adopt{Act: by("2025-12-05", "自治区人民政府"), Approval: approval("示例函〔2025〕9号")},
		authorization.File{Act: by("2025-12-09", a.Holder.Name), Subject: authorization.FilePlan, To: "自治区数据局"},
		authorization.Choose{Act: by("2025-12-18", a.Holder.Name), Competition: authorization.Competition{
			Method: "open", Number: "ZB-2025-01", Operator: "运营机构甲", Published: day("2025-12-10"),
		}},
		authorization.Sign{Act: by("2025-12-22", a.Holder.Name), Agreement: agreement(a, "2025-12-19"), Vouchers: vouchers("2025-12-15", "JT-02", "JT-06")},
		authorization.File{Act: by("2025-12-25", a.Holder.Name), Subject: authorization.FileAgreement, To: "自治区数据局"},
	}
}
