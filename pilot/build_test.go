package pilot_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// state is everything that an event could have changed.
func state(t *testing.T, u pilot.Unit) string {
	t.Helper()
	var postings []string
	for p := range u.Journal.Postings() {
		postings = append(postings, p.Event)
	}
	var registrations []string
	for _, r := range u.Registrations {
		registrations = append(registrations, r.Asset+" "+r.Position.String()+" "+r.Certificate.Number)
	}
	for _, a := range u.Authorizations {
		registrations = append(registrations, a.ID+" "+a.Regime().ID()+" "+a.Position.String()+" "+strconv.Itoa(a.Steps()))
	}
	b, err := json.Marshal([]any{
		u.Ledger.Head(), postings, registrations, u.Supplies, u.Guarantees, u.Account, u.Matters, u.Done, u.Stocktakes, u.Journal.Closed(),
	})
	require.NoError(t, err)
	return string(b)
}

const effect = "pilot.event-takes-effect"

// refused is an event that a rule refuses: where, by what, and what was expected.
type refused struct {
	name   string
	before []pilot.Event // these take effect
	event  pilot.Event
	rule   rule.ID
	path   string
	clause string // first of the basis: our key or the document
	zh, en string // part of the message
}

func base() []pilot.Event { return []pilot.Event{list("2025-05-29", "D-1", "D-2", "D-4")} }

func carded() []pilot.Event {
	return append(base(), submit("2025-09-08", "D-1"), approve("2025-09-10", []string{"ZS-1"}, "D-1"))
}

func found() []pilot.Event { return append(base(), surplus("2025-06-30", "PY-1", "D-1")) }

func granted() []pilot.Event { return append(carded(), grant("2025-12-22", "SQ-1", "D-1")...) }

// ending is an application whose term ends on a day.
func ending(to string, ids ...string) authorization.Application {
	a := application("SQ-1", ids...)
	a.To = day(to)
	return a
}

func unassessed(on string, ids ...string) pilot.Supplied {
	e := use(on, ids...)
	e.Application.SecurityAssessed = day("")
	return e
}

func secured(id string, ids ...string) pilot.Secured {
	return pilot.Secured{Guarantee: authorization.Guarantee{Number: id, On: day("2026-09-08"), Assets: ids, Kind: "pledge", For: "某平台公司"}}
}

// dispose drafts the disposal of assets.
func dispose(on, id string, kind authorization.DisposalKind, ids ...string) pilot.Authorised {
	d := authorization.Disposal{Number: id, On: day(on), Kind: kind, Reason: "存储设备故障", ValuedOn: day(on)}
	for _, x := range ids {
		d.Assets = append(d.Assets, authorization.DisposalLine{Asset: x})
	}
	return step(id, "asset-disposal", authorization.DraftDisposal{Act: act(on, "自治区科技厅"), Disposal: d})
}

func field(key, value string) pilot.FieldValue { return pilot.FieldValue{Field: key, Value: value} }

// What a department enters wrongly, one way at a time.
var departmentRefusals = []refused{
	{"no event", nil, nil, "record.code", "/event", "GX-4.2.3", "已履行的义务(done)", "done (duty done)"},
	{"an event by address", nil, &pilot.Listed{On: day("2025-05-29"), Assets: []string{"D-1"}}, "record.code", "/event", "GX-4.2.3", "已履行的义务(done)", "done (duty done)"},
	{"no event by address", nil, (*pilot.Listed)(nil), "record.code", "/event", "GX-4.2.3", "已履行的义务(done)", "done (duty done)"},
	{"no date", nil, pilot.Listed{Assets: []string{"D-1"}}, "record.required", "/on", "GX-4.2.3", "日期未填写", "date is missing"},
	{"no assets", nil, pilot.Listed{On: day("2025-05-29")}, "record.required", "/assets", "GX-4.2.3", "资产未填写", "assets is missing"},
	{"invalid UTF-8", carded(), pilot.Supplied{On: day("2025-09-11"), Authorisation: "SQ-1", Assets: []string{"D-1"}, To: "\xff"}, "record.text", "/to", "GX-4.5.4", "", ""},
	{"no duty of the list", nil, done("pilot.sleep", "", "2025-04-09"), "record.code", "/duty", "GX-4.2.3", "pilot.sleep", "pilot.sleep"},
	{
		"a receipt without a day", nil,
		pilot.Received{Row: revenue.Row{ID: "SR-1", Assets: []string{"D-1"}, Purpose: "use", Payment: "oneOff", Counterparty: "甲", Received: yuan("1.00")}},
		"record.required", "/controlOn", "GX-4.6.3", "取得控制日期未填写", "control gained on is missing",
	},
	{"a negative amount", nil, receipt("2026-04-09", "SR-1", revenue.OneOff, "-1.00", "D-1"), "record.range", "/received", "GX-4.6.3", "不小于 0", "-1.00"},

	// An asset that the inventory does not have.
	{"list", nil, list("2025-05-29", "D-1", "D-9"), effect, "/assets/1", "GX-4.2.3", "摸底清单中没有 D-9", "the inventory has no D-9"},
	{"change", base(), change("2025-06-03", "D-9", field("scale", "2 GB")), effect, "/asset", "GX-4.2.3", "D-9", "D-9"},
	{"retire", base(), pilot.Retired{On: day("2025-06-03"), Asset: "D-9", Cause: ledger.CauseLost}, effect, "/asset", "GX-4.2.3", "D-9", "D-9"},
	{"surplus", base(), surplus("2025-06-30", "PY-1", "D-1", "D-9"), effect, "/items/1/asset", "GX-4.2.3", "D-9", "D-9"},
	{"registration", base(), submit("2025-09-08", "D-9"), effect, "/assets/0", "GX-4.2.3", "D-9", "D-9"},
	{"grant", base(), draft("2025-12-22", "SQ-1", application("SQ-1", "D-9")), effect, "/step/application/assets/0/asset", "GX-4.2.3", "D-9", "D-9"},
	{"agreement", base(), sign("2025-12-22", "SQ-1", application("SQ-1", "D-1", "D-9")), effect, "/step/agreement/catalogue/1/asset", "GX-4.2.3", "D-9", "D-9"},
	{"consent", base(), consent("2025-12-22", "SQ-1", "D-9", "自治区水利厅"), effect, "/step/consent/asset", "GX-4.2.3", "D-9", "D-9"},
	{"disposal", base(), dispose("2025-12-22", "CZ-1", authorization.Loss, "D-9"), effect, "/step/disposal/assets/0/asset", "GX-4.2.3", "D-9", "D-9"},
	{"supply", base(), supply("2025-12-22", "SQ-1", "D-9"), effect, "/assets/0", "GX-4.2.3", "D-9", "D-9"},
	{"free use", base(), use("2025-12-22", "D-9"), effect, "/application/assets/0/asset", "GX-4.2.3", "D-9", "D-9"},
	{"guarantee", base(), secured("DB-1", "D-9"), effect, "/assets/0", "GX-4.2.3", "D-9", "D-9"},
	{"receipt", base(), receipt("2026-04-09", "SR-1", revenue.OneOff, "1.00", "D-9"), effect, "/assets/0", "GX-4.2.3", "D-9", "D-9"},

	// An asset that the inventory has and the ledger does not.
	{"change what is not listed", base(), change("2025-06-03", "D-3", field("scale", "2 GB")), effect, "/asset", "GX-4.2.3", "D-3 不在台账", "D-3 is not in the ledger"},
	{"retire what is not listed", base(), pilot.Retired{On: day("2025-06-03"), Asset: "D-3", Cause: ledger.CauseLost}, effect, "/asset", "GX-4.2.3", "台账中已有的编号", "an id that is in the ledger"},
	{"surplus of what is not listed", base(), surplus("2025-06-30", "PY-1", "D-1", "D-3"), effect, "/items/1/asset", "GX-4.2.3", "D-3 不在台账", "D-3 is not in the ledger"},

	// Twice.
	{"listed twice in one event", nil, list("2025-05-29", "D-1", "D-1"), effect, "/assets/1", "GX-4.2.3", "D-1 只能列一次", "D-1 is named once only"},
	{"listed twice", base(), list("2025-05-30", "D-1"), effect, "/assets", "GX-4.2.3", "台账中还没有的编号", "not in the ledger yet"},
	{"submitted twice in one event", base(), submit("2025-09-08", "D-1", "D-1"), effect, "/assets/1", "GX-4.2.3", "", ""},
	{"one asset twice in a surplus", base(), surplus("2025-06-30", "PY-1", "D-1", "D-1"), effect, "/items/1/asset", "GX-4.2.3", "", ""},
	{"a surplus id again", found(), surplus("2025-07-01", "PY-1", "D-2"), effect, "/id", "GX-4.2.3", "编号 PY-1 已用过", "the id PY-1 has been used"},
	{
		"a surplus under the id of an approval", append(found(), approved("2025-08-20", "PY-1", "自治区财政厅", "1号")), surplus("2025-08-21", "PY-1/approved", "D-2"),
		effect, "/id", "GX-4.2.3", "PY-1/approved", "PY-1/approved",
	},
	{"booked twice", found(), surplus("2025-07-01", "PY-2", "D-2", "D-1"), effect, "/items/1/asset", "GX-4.4.4", "D-1 已入账（PY-1）", "in the books already (PY-1)"},
	{"a grant id again", granted(), draft("2025-12-23", "SQ-1", application("SQ-1", "D-1")), effect, "/regimes/0", "GX-4.2.3", "", ""},
	{
		"a receipt id again", append(base(), receipt("2026-04-09", "SR-1", revenue.OneOff, "1.00", "D-1")), receipt("2026-04-10", "SR-1", revenue.OneOff, "1.00", "D-1"),
		effect, "/id", "GX-4.6.2", "SR-1", "SR-1",
	},
	{
		"approved with another number", append(found(), approved("2025-08-20", "PY-1", "自治区财政厅", "1号")), approved("2025-08-21", "PY-1", "自治区财政厅", "2号"),
		effect, "", "GX-4.2.3", "已用其他内容入账", "posted with another content",
	},

	// Days out of order.
	{"changed before it was listed", base(), change("2025-05-28", "D-1", field("scale", "2 GB")), effect, "/asset", "GX-4.2.3", "2025-05-29", "2025-05-29"},
	{"retired before it was listed", base(), pilot.Retired{On: day("2025-05-28"), Asset: "D-1", Cause: ledger.CauseLost}, effect, "/asset", "GX-4.2.3", "2025-05-29", "2025-05-29"},
	{"found before it was listed", base(), surplus("2025-05-28", "PY-1", "D-1"), effect, "/items", "GX-4.2.3", "2025-05-29", "2025-05-29"},
	{"approved before it was found", found(), approved("2025-06-29", "PY-1", "自治区财政厅", "1号"), effect, "/on", "财会〔2017〕25号", "2025-06-30", "2025-06-30"},
	{"approved before it was submitted", append(base(), submit("2025-09-08", "D-1")), approve("2025-09-05", []string{"ZS-1"}, "D-1"), "registry.dates-in-order", "/assets/0", "GX-4.3.4", "", ""},
	{"a grant that ends before it begins", append(carded(), draft("2025-12-22", "SQ-1", ending("2025-12-31", "D-1"))), decide("2025-12-22", "SQ-1"), "authorization.term", "/regimes/0", "GX-4.5.4", "早于起始 2026-01-01", "before it begins on 2026-01-01"},
	{"decided before it was drafted", append(carded(), draft("2025-12-22", "SQ-1", application("SQ-1", "D-1"))), decide("2025-12-21", "SQ-1"), "authorization.dates-in-order", "/regimes/0", "GX-4.5.8", "2025-12-22", "2025-12-22"},

	// What a change may not do.
	{"another id", base(), change("2025-06-03", "D-1", field("id", "D-2")), "record.code", "/set/0/field", "GX-4.2.3", "可变更字段", "fields that a change sets"},
	{"no id", base(), change("2025-06-03", "D-1", field("id", "")), "record.code", "/set/0/field", "GX-4.2.3", "", ""},
	{"no such field", base(), change("2025-06-03", "D-1", field("colour", "red")), "record.code", "/set/0/field", "GX-4.2.3", "colour", "colour"},
	{"three decimals", base(), change("2025-06-03", "D-1", field("scale", "2 GB"), field("cost", "1.005")), effect, "/set/1/value", "GX-4.2.3", "cost", "cost"},
	{"no code of the list", base(), change("2025-06-03", "D-1", field("frequency", "perhaps")), effect, "/set/0/value", "GX-4.2.3", "frequency", "frequency"},
	{"an incomplete row", base(), change("2025-06-03", "D-1", field("scale", "")), "record.required", "/row/scale", "GX-4.1.1", "规模未填写", "scale is missing"},
	// What other events answer for: the books, the register, the grant.
	{"booked by a change", base(), change("2025-06-30", "D-1", field("bookAmount", "99999999.00")), "record.code", "/set/0/field", "GX-4.2.3", "bookAmount", "bookAmount"},
	{"registered by a change", base(), change("2025-06-30", "D-1", field("registered", "registered")), "record.code", "/set/0/field", "GX-4.2.3", "registered", "registered"},
	{"retired by a change", base(), change("2025-06-30", "D-1", field("retiredOn", "2025-06-30")), "record.code", "/set/0/field", "GX-4.2.3", "retiredOn", "retiredOn"},
	{"authorised by a change", carded(), change("2025-12-22", "D-1", field("authorisedMode", "field")), "record.code", "/set/0/field", "GX-4.2.3", "authorisedMode", "authorisedMode"},
	{"no longer authorised by a change", granted(), change("2026-02-01", "D-1", field("authorisedTo", "")), "record.code", "/set/0/field", "GX-4.2.3", "authorisedTo", "authorisedTo"},
	{"a consent by a change", carded(), change("2025-12-22", "D-1", field("consentOn", "2025-12-22")), "record.code", "/set/0/field", "GX-4.2.3", "consentOn", "consentOn"},

	// Surplus and approval.
	{"no surplus of that id", base(), approved("2025-08-20", "PY-9", "自治区财政厅", "1号"), effect, "/surplus", "GX-4.2.3", "PY-9", "PY-9"},
	{"a blank statement", base(), pilot.SurplusFound{On: day("2025-06-30"), ID: "PY-1", Items: []pilot.SurplusItem{
		{Asset: "D-1", Detail: "数据资产", NoVoucher: " ", NoAppraisal: "a", NoReplacement: "b", Reason: "c"},
	}}, "record.blank", "/items/0/noVoucher", "GX-4.4.2", "", ""},

	// Registration.
	{"submitted before it was listed", base(), submit("2025-09-08", "D-1", "D-3"), effect, "/assets/1", "GX-4.2.3", "D-3 不在台账", "D-3 is not in the ledger"},
	{"approved without submission", base(), approve("2025-09-10", []string{"ZS-1"}, "D-1"), effect, "/assets/0", "GX-4.2.3", "", ""},
	{
		"the submitter approves", append(base(), submit("2025-09-08", "D-1")),
		pilot.Step{On: day("2025-09-10"), Assets: []string{"D-1"}, Kind: "approve", By: "经办人", Certificates: []string{"ZS-1"}},
		"registry.other-person", "/assets/0", "GX-4.3.3", "", "",
	},
	{"fewer certificates than assets", append(base(), submit("2025-09-08", "D-1", "D-2")), approve("2025-09-10", []string{"ZS-1"}, "D-1", "D-2"), effect, "/certificates", "GX-4.2.3", "逐项对应", "one an asset"},
	{"no certificate", append(base(), submit("2025-09-08", "D-1")), approve("2025-09-10", nil, "D-1"), "registry.certificate-number", "/assets/0", "GX-4.3.3", "", ""},

	// Authorisation and supply.
	{"no step", base(), pilot.Authorised{ID: "SQ-1", Regimes: []string{operation}}, "record.required", "/step", "GX-4.5.2", "", ""},
	{"no such procedure", base(), pilot.Authorised{ID: "SQ-1", Regimes: []string{"decree"}, Step: decide("2025-12-22", "SQ-1").Step}, "record.code", "/regimes/0", "GX-4.5.2", "decree", "decree"},
	{"decided before it was asked for", base(), decide("2025-12-22", "SQ-1"), effect, "/regimes/0", "GX-4.2.3", "", ""},
	{"adopted by the department itself", append(base(), draft("2025-12-22", "SQ-1", application("SQ-1", "D-1")), decide("2025-12-22", "SQ-1")), step("SQ-1", operation, authorization.Adopt{Act: act("2025-12-22", "自治区科技厅"), Approval: authorization.Approval{Number: "1号"}}), "authorization.not-own", "/regimes/0", "GX-4.5.2", "自治区科技厅", "自治区科技厅"},
	{"granted before registration", append(base(), asked("2025-12-22", "SQ-1", "D-2")...), sign("2025-12-22", "SQ-1", application("SQ-1", "D-2")), "authorization.registered", "/regimes/0", "GX-4.3.2", "D-2", "D-2"},
	{
		"not settled whether it is important", append(base(), change("2025-12-01", "D-2", field("importance", "undetermined"))), draft("2025-12-22", "SQ-1", application("SQ-1", "D-2")),
		"record.required", "/application/assets/0/important", "数据安全法", "", "",
	},
	{
		"for a procedure of another kind of unit", base(), step("SQ-1", "enterprise-use", authorization.Draft{Act: act("2025-12-22", "自治区科技厅"), Kind: authorization.Grant, Application: application("SQ-1", "D-1")}),
		"authorization.right-regime", "/regimes/0", "GX-4.5.2", "", "",
	},
	{
		"in both procedures or in none", append(base(), draft("2025-12-22", "SQ-1", application("SQ-1", "D-1"))),
		pilot.Authorised{ID: "SQ-1", Regimes: []string{operation, "asset-use"}, Step: decide("2025-12-22", "SQ-1").Step},
		effect, "/regimes/1", "GX-4.2.3", "", "",
	},
	{
		"cancelled while authorised", append(granted(), pilot.Step{On: day("2026-08-19"), Assets: []string{"D-1"}, Kind: "cancel", By: "经办人", Cause: registry.Lost}),
		approve("2026-08-19", nil, "D-1"), "ledger.authorised-is-registered", "/registered", "GX-4.3.2", "D-1", "D-1",
	},
	{"supplied before registration", base(), use("2025-12-22", "D-2"), "authorization.registered", "/application/assets/0", "GX-4.3.2", "D-2", "D-2"},
	{"supplied on the day before the card", carded(), use("2025-09-09", "D-1"), "authorization.registered", "/application/assets/0", "GX-4.3.2", "D-1", "D-1"},
	{"supplied under no authorisation", carded(), supply("2026-01-05", "SQ-1", "D-1"), effect, "/authorisation", "GX-4.5.2", "SQ-1", "SQ-1"},
	{"supplied before the agreement", append(carded(), asked("2025-12-22", "SQ-1", "D-1")...), supply("2026-01-05", "SQ-1", "D-1"), "authorization.procedures-complete", "/authorizations", "GX-4.5.2", "未办结", "not complete"},
	{"supplied before the term", granted(), supply("2025-12-31", "SQ-1", "D-1"), "authorization.within-grant", "/authorizations/0", "GX-4.5.4", "2026-01-01", "2026-01-01"},
	{"supplied to another", granted(), pilot.Supplied{On: day("2026-01-05"), Authorisation: "SQ-1", Assets: []string{"D-1"}, To: "运营机构乙"}, "authorization.within-grant", "/authorizations/0", "GX-4.5.4", "运营机构乙", "运营机构乙"},
	{"supplied for another field", granted(), pilot.Supplied{On: day("2026-01-05"), Authorisation: "SQ-1", Assets: []string{"D-1"}, Areas: []string{"气象"}, To: "运营机构甲"}, "authorization.within-grant", "/authorizations/0", "GX-4.5.4", "气象", "气象"},
	{"supplied what is not granted", granted(), supply("2026-01-05", "SQ-1", "D-2"), effect, "/assets/0", "GX-4.5.4", "SQ-1 不含 D-2", "SQ-1 does not have D-2"},
	{"free use before it is assessed", carded(), unassessed("2025-09-11", "D-1"), "authorization.assessed", "/application/securityAssessedOn", "GX-5.3.2", "安全评估", "security assessment"},
	{
		"shared data without consent", append(base(), submit("2025-09-08", "D-4"), approve("2025-09-10", []string{"ZS-4"}, "D-4"), draft("2025-12-22", "SQ-1", application("SQ-1", "D-4")), decide("2025-12-22", "SQ-1")),
		adopt("2025-12-22", "SQ-1"), "authorization.shared-data-needs-consent", "/regimes/0", "GX-4.5.1", "自治区水利厅", "自治区水利厅",
	},
	{"shared data supplied without consent", append(base(), submit("2025-09-08", "D-4"), approve("2025-09-10", []string{"ZS-4"}, "D-4")), use("2025-12-22", "D-4"), "authorization.shared-data-needs-consent", "/application/assets/0/provider", "GX-4.5.1", "自治区水利厅", "自治区水利厅"},
	{
		"consent to what was not shared", append(carded(), draft("2025-11-22", "SQ-1", application("SQ-1", "D-1"))), consent("2025-12-01", "SQ-1", "D-1", "自治区水利厅"),
		"authorization.provider", "/regimes/0", "GX-4.5.1", "不是共享取得", "not obtained by sharing",
	},
	{
		"consent of another unit", append(base(), draft("2025-11-22", "SQ-1", application("SQ-1", "D-4"))), consent("2025-12-01", "SQ-1", "D-4", "自治区气象局"),
		"authorization.provider", "/regimes/0", "GX-4.5.1", "自治区水利厅", "自治区水利厅",
	},
	{"a pledge of an institution's data", base(), secured("DB-1", "D-1"), "authorization.no-guarantee", "/assets", "GX-5.3.3", "某平台公司", "某平台公司"},
	{"an enterprise's matter", base(), matter("2026-01-30", "BA-1", revenue.MatterUse, "1.00", "D-1"), effect, "/event", "GX-4.6.5", "只适用于企业", "only an enterprise"},
}

var groupRefusals = []refused{
	{"a surplus", []pilot.Event{list("2025-05-29", "E-1")}, surplus("2025-06-30", "PY-1", "E-1"), effect, "/event", "GX-4.4.5", "企业不适用", "an enterprise books no surplus"},
	{"an institution's receipt", nil, receipt("2026-04-09", "SR-1", revenue.OneOff, "1.00", "E-1"), effect, "/event", "GX-4.6.5", "企业备案事项", "as a matter"},
	{"a certificate", []pilot.Event{list("2025-05-29", "E-1"), submit("2026-01-15", "E-1")}, approve("2026-01-15", []string{"ZS-1"}, "E-1"), "registry.certificate-number", "/assets/0", "GX-4.3.3", "", ""},
	{"public data before the card", []pilot.Event{list("2025-05-29", "E-2")}, use("2026-01-15", "E-2"), "authorization.registered", "/application/assets/0", "GX-4.3.2", "E-2", "E-2"},
	{"own data before its own procedure", []pilot.Event{list("2025-05-29", "E-1")}, use("2026-01-15", "E-1"), "authorization.procedures-complete", "/authorizations", "GX-4.5.2", "企业数据授权使用", "outside use of an enterprise's data"},
	{"a request of a number used", []pilot.Event{secured("DB-1", "E-1")}, secured("DB-1", "E-1"), effect, "/number", "GX-4.2.3", "DB-1", "DB-1"},
	{
		"a matter id again",
		[]pilot.Event{matter("2026-01-30", "BA-1", revenue.MatterUse, "1.00", "E-1")},
		matter("2026-02-27", "BA-1", revenue.MatterUse, "1.00", "E-1"),
		effect, "/id", "GX-4.2.3", "BA-1", "BA-1",
	},
	{
		"a pledge without its registration", nil,
		pilot.Completed{Matter: revenue.Matter{ID: "BA-1", Kind: revenue.MatterPledge, Assets: []string{"E-1"}, Counterparty: "某银行", CompletedOn: day("2026-06-18"), Amount: yuan("1.00")}},
		"record.required", "/registrationNo", "民法典", "", "",
	},
}

var bureauRefusals = []refused{
	{
		"its own approval",
		[]pilot.Event{list("2025-05-29", "D-1"), surplus("2025-06-30", "PY-1", "D-1")},
		approved("2025-09-17", "PY-1", "北海市财政局", "1号"),
		"government.not-own-approval", "", "国务院令第738号", "北海市财政局", "北海市财政局",
	},
}

// An event that is refused says where, by which rule and clause, and what was
// expected, in both languages, and changes nothing: the unit is what the events
// before it made, byte for byte.
func TestRefusals(t *testing.T) {
	for unit, tests := range map[string]struct {
		v   asset.Inventory
		all []refused
	}{"department": {department(), departmentRefusals}, "group": {group(), groupRefusals}, "bureau": {bureau(), bureauRefusals}} {
		for _, tt := range tests.all {
			t.Run(unit+"/"+tt.name, func(t *testing.T) { refuses(t, tests.v, tt) })
		}
	}
}

// refuses builds a unit with an event that is refused, and looks at the refusal.
func refuses(t *testing.T, v asset.Inventory, tt refused) {
	t.Helper()
	want := state(t, built(t, v, tt.before...))
	u, report := pilot.Build(v, recorded(append(slices.Clone(tt.before), tt.event)...), day("2026-12-31"))
	assert.Equal(t, want, state(t, u), "nothing has changed")
	require.NotEmpty(t, report.Findings)
	i := slices.IndexFunc(report.Findings, func(f rule.Finding) bool { return f.Rule == tt.rule && f.Path == tt.path })
	require.GreaterOrEqual(t, i, 0, "%v", report.Findings)
	f := report.Findings[i]
	assert.Equal(t, rule.Blocking, f.Severity)
	assert.Equal(t, rule.Source{File: "e", Line: len(tt.before) + 1}, f.Source)
	require.NotEmpty(t, f.Basis)
	if first := f.Basis[0]; first.Key != "" {
		assert.Equal(t, tt.clause, first.Key)
	} else {
		assert.Equal(t, tt.clause, first.Doc)
	}
	assert.Contains(t, f.Message.ZH, tt.zh)
	assert.Contains(t, f.Message.EN, tt.en)
	assert.NotEmpty(t, f.Fix.ZH)
	assert.NotEmpty(t, f.Fix.EN)
	var all *rule.ReportError
	require.ErrorAs(t, report.Err(), &all)
}

// Every wrong field of a change is told, not only the first, and the good ones
// with them change nothing.
func TestAllFaultsAtOnce(t *testing.T) {
	v := department()
	u, report := pilot.Build(v, recorded(append(base(), change("2025-06-03", "D-1",
		field("rows", "red"), field("scale", "2 GB"), field("cost", "1.005"), field("availableOn", "2025-02-30")))...), day("2026-12-31"))
	var paths []string
	for _, f := range report.Findings {
		paths = append(paths, f.Path)
	}
	assert.Equal(t, []string{"/set/0/value", "/set/2/value", "/set/3/value"}, paths)
	row, _ := u.Ledger.Now().Row("D-1")
	assert.Equal(t, "1 GB", row.Resource.Scale)

	_, report = pilot.Build(v, recorded(list("2025-05-29", "D-8", "D-9", "D-1", "D-1")), day("2026-12-31"))
	assert.Len(t, report.Findings, 3)
}

// What recognition says of an asset decides what the ledger and the books take.
func TestRecognitionDecides(t *testing.T) {
	v := department()
	feed := data("D-5", rule.Administrative, asset.FromLicence) // the right to use only
	bought := data("D-6", rule.Administrative, asset.FromCommission)
	bought.CostAt, bought.Evidence, bought.Cost, bought.AvailableOn = asset.CostPending, asset.ByVoucher, yuan("1860000.00"), day("2025-11-18")
	v.Resources = append(v.Resources, feed, bought)
	for name, tt := range map[string]struct {
		event  pilot.Event
		path   string
		clause string
		says   string
	}{
		"a feed is no asset":             {list("2025-12-29", "D-5"), "/assets/0", "4.2.1", "未确认为数据资产"},
		"not there yet":                  {list("2025-05-29", "D-6"), "/assets/0", "4.2.1", "未确认为数据资产"},
		"its cost can be measured":       {surplus("2025-12-29", "PY-1", "D-6"), "/items/0/asset", "4.4.2", "按合同取得"},
		"an asset of the sweep may":      {surplus("2025-12-29", "PY-2", "D-1"), "", "", ""},
		"and what has come since may be": {list("2025-12-29", "D-3"), "", "", ""},
	} {
		before := []pilot.Event{list("2025-12-22", "D-1", "D-6")}
		if name == "not there yet" {
			before = nil
		}
		_, report := pilot.Build(v, recorded(append(before, tt.event)...), day("2026-12-31"))
		if tt.path == "" {
			assert.Empty(t, report.Findings, name)
			continue
		}
		require.Len(t, report.Findings, 1, name)
		f := report.Findings[0]
		assert.Equal(t, tt.path, f.Path, name)
		assert.Equal(t, rule.GX(tt.clause), f.Basis[0], name)
		assert.Contains(t, f.Message.ZH, tt.says, name)
	}
}

// A step for several assets is taken for all or for none.
func TestStepForAllOrNone(t *testing.T) {
	events := append(base(), submit("2025-09-08", "D-1"))
	want := state(t, built(t, department(), events...))
	// D-2 was not submitted, so D-1 gets no certificate either.
	u, report := pilot.Build(department(), recorded(append(events, approve("2025-09-10", []string{"ZS-1", "ZS-2"}, "D-1", "D-2"))...), day("2026-12-31"))
	require.Error(t, report.Err())
	assert.Equal(t, want, state(t, u))
	// D-3 is not in the ledger, so its card has nothing of it: none is submitted.
	u, report = pilot.Build(department(), recorded(append(events, submit("2025-09-08", "D-2", "D-3"))...), day("2026-12-31"))
	assert.Len(t, report.Findings, 1)
	assert.Equal(t, want, state(t, u))
}

// After a refusal the right event takes effect, as if nothing had happened.
func TestRightAfterWrong(t *testing.T) {
	v := department()
	right := built(t, v, found()...)
	u, report := pilot.Build(v, recorded(append(base(), surplus("2025-06-30", "PY-1", "D-1", "D-3"), surplus("2025-06-30", "PY-1", "D-1"))...), day("2026-12-31"))
	assert.Len(t, report.Findings, 1)
	assert.Equal(t, state(t, right), state(t, u))
}

// Events up to the day count, the day included; no day is before all of them.
func TestUpTo(t *testing.T) {
	events := recorded(append(base(), list("2025-06-03", "D-3"))...)
	for at, rows := range map[string]int{"": 0, "2025-05-28": 0, "2025-05-29": 3, "2025-06-02": 3, "2025-06-03": 4} {
		u, report := pilot.Build(department(), events, day(at))
		assert.True(t, report.Clean())
		assert.Equal(t, rows, u.Ledger.Now().Len(), at)
	}
	_, report := pilot.Build(department(), recorded(nil, pilot.Listed{}), day(""))
	assert.NotEmpty(t, report.Findings, "what is no event, or has no day, is told on any day")
}

// The whole story of one asset: listed, found, approved, registered, granted
// with the consent of its provider, supplied, paid for, lost.
func TestStory(t *testing.T) {
	u := built(t, department(), append(base(),
		surplus("2025-06-30", "PY-1", "D-4"), approved("2025-08-20", "PY-1", "自治区财政厅", "1号"), approved("2025-08-20", "PY-1", "自治区财政厅", "1号"),
		submit("2025-09-08", "D-4"), pilot.Step{On: day("2025-09-09"), Assets: []string{"D-4"}, Kind: "return", By: "审核人", Reason: "材料不全"},
		pilot.Step{On: day("2025-09-09"), Assets: []string{"D-4"}, Kind: "withdraw", By: "经办人"},
		submit("2025-09-10", "D-4"), approve("2025-09-10", []string{"ZS-4"}, "D-4"),
		draft("2025-11-26", "SQ-1", application("SQ-1", "D-4")), decide("2025-11-26", "SQ-1"), consent("2025-12-01", "SQ-1", "D-4", "自治区水利厅"),
		adopt("2025-12-05", "SQ-1"), sign("2025-12-22", "SQ-1", application("SQ-1", "D-4")),
		supply("2026-01-05", "SQ-1", "D-4"), receipt("2026-03-27", "SR-1", revenue.Instalment, "600000.00", "D-4"),
		change("2026-05-20", "D-4", field("scale", "2 GB")),
		pilot.Step{On: day("2026-05-20"), Assets: []string{"D-4"}, Kind: "alter", By: "经办人", Reason: "增加"}, approve("2026-05-20", []string{"ZS-5"}, "D-4"),
		pilot.Step{On: day("2026-06-01"), Assets: []string{"D-4"}, Kind: "correct", By: "经办人", Reason: "有误"}, approve("2026-06-01", []string{"ZS-6"}, "D-4"),
		// An authorisation ends before the registration it rests on.
		step("SQ-1", operation, authorization.Withdraw{Act: authorization.Act{On: day("2026-08-19"), By: "自治区人民政府", Reason: "数据灭失"}, Ground: authorization.OtherGround}),
		pilot.Step{On: day("2026-08-19"), Assets: []string{"D-4"}, Kind: "cancel", By: "经办人", Cause: registry.Lost}, approve("2026-08-19", nil, "D-4"),
		pilot.Retired{On: day("2026-08-19"), Asset: "D-4", Cause: ledger.CauseLost},
	)...)
	assert.Equal(t, 3, u.Journal.Revision(), "found, approved, carried; the approval entered twice is one")
	require.Len(t, u.Registrations, 1)
	x := u.Registrations[0]
	assert.Equal(t, registry.Cancelled, x.Position.Status)
	assert.Equal(t, "2 GB", x.Card().Resource.Scale, "the card is filled in from the ledger")
	row, there := u.Ledger.AsOf(day("2026-08-18")).Row("D-4")
	require.True(t, there)
	assert.Equal(t, "ZS-6", row.CertificateNo)
	assert.Equal(t, "2025-09-10", row.RegisteredOn.String())
	assert.Equal(t, "2025-12-01", row.ConsentOn.String())
	assert.Equal(t, "运营机构甲", row.Resource.Operator)
	assert.Equal(t, asset.BookedNominal, row.Booking)
	assert.Equal(t, "1.00", row.Amount.String())
	assert.Equal(t, "PY-1", row.Voucher)
	_, there = u.Ledger.Now().Row("D-4")
	assert.False(t, there)
	assert.Equal(t, "2026-01-01", row.AuthorisedFrom.String())
	assert.Equal(t, "2028-12-31", row.AuthorisedTo.String())
	require.Len(t, u.Authorizations, 1)
	assert.Equal(t, authorization.Withdrawn, u.Authorizations[0].Position.Status)
	require.Len(t, u.Supplies, 1)
	given := u.Supplies[0]
	assert.Equal(t, "2026-01-05 SQ-1 D-4 运营机构甲", given.On.String()+" "+given.Authorisation+" "+given.Assets[0]+" "+given.To)
	assert.Equal(t, "自治区水利厅", given.Application.Assets[0].Provider, "the papers are filled in from the ledger")
	assert.Len(t, u.Account.Rows, 1)
}

// An enterprise supplies its own data without a card, public data with one.
func TestEnterpriseSupply(t *testing.T) {
	a := free("E-1", "E-2")
	agreed := sign("2026-01-15", "QS-1", a).Step.(authorization.Sign)
	agreed.Act = act("2026-01-15", "广西投资集团")
	own := func(c authorization.Command) pilot.Event { return step("QS-1", "enterprise-use", c) }
	given := supply("2026-01-16", "QS-1", "E-1", "E-2")
	given.To = a.Recipient
	u := built(t, group(), list("2025-05-29", "E-1", "E-2"), submit("2026-01-15", "E-2"), approve("2026-01-15", nil, "E-2"),
		own(authorization.Draft{Act: act("2025-12-22", "广西投资集团"), Kind: authorization.Grant, Application: a}),
		own(authorization.Decide{Act: act("2025-12-22", "广西投资集团"), Decision: authorization.Decision{Form: "board", Number: "1号"}}), own(agreed), given)
	require.Len(t, u.Supplies, 1)
	assert.Equal(t, []string{"E-1", "E-2"}, u.Supplies[0].Assets)
	for _, id := range given.Assets {
		row, _ := u.Ledger.Now().Row(id)
		assert.Equal(t, "2026-01-15", map[string]string{"E-1": "2026-01-15", "E-2": row.RegisteredOn.String()}[id])
		assert.Equal(t, authorization.ByField, row.Mode, id)
	}
}

// The choices that authorisation leaves open are made for the unit: whether value is
// assessed too (P25), when the next evaluation is owed (P26), whether a unit may
// approve itself (P18).
func TestBuilderChoices(t *testing.T) {
	events := recorded(append(carded(), use("2025-09-11", "D-1"))...)
	_, report := pilot.Build(department(), events, day("2026-12-31"))
	assert.Empty(t, report.Findings)
	_, report = pilot.Builder{Authorization: authorization.Policy{Assessment: authorization.AssessBothWays}}.Build(department(), events, day("2026-12-31"))
	require.Len(t, report.Findings, 1)
	assert.Equal(t, rule.ID("authorization.assessed"), report.Findings[0].Rule)

	due := func(p authorization.Policy) string {
		u, report := pilot.Builder{Authorization: p}.Build(department(), recorded(granted()...), day("2026-12-31"))
		require.Empty(t, report.Findings)
		return obligation(t, reviewed(t, u, "2026-06-30"), "authorization.evaluate", "SQ-1").Due.Date.String()
	}
	assert.Equal(t, "2026-07-01", due(authorization.Policy{Evaluation: authorization.EveryHalfYear}), "six months from 2026-01-01, a Wednesday")
	assert.Empty(t, due(authorization.Policy{}), "2027-01-01 waits for the notice")

	own := adopt("2025-12-22", "SQ-1")
	own.Step = authorization.Adopt{Act: authorization.Act{On: day("2025-12-22"), By: "自治区科技厅", Role: authorization.Government}, Approval: authorization.Approval{Number: "1号"}}
	events = recorded(append(carded(), draft("2025-12-22", "SQ-1", application("SQ-1", "D-1")), decide("2025-12-22", "SQ-1"), own)...)
	_, report = pilot.Build(department(), events, day("2026-12-31"))
	require.Len(t, report.Findings, 1)
	assert.Equal(t, rule.ID("authorization.not-own"), report.Findings[0].Rule)
	_, report = pilot.Builder{Authorization: authorization.Policy{OwnApproval: rule.AllowOwn}}.Build(department(), events, day("2026-12-31"))
	assert.Empty(t, report.Findings)
}

// A grant that is amended, adjusted or ended is what the ledger then says; a late
// evaluation is told once, by its obligation.
func TestLedgerFollowsGrant(t *testing.T) {
	evaluate := func(on, to string, passed bool) pilot.Event {
		return step("SQ-1", operation, authorization.Evaluate{Act: act(on, "自治区科技厅"), Evaluation: authorization.Evaluation{
			From: day("2026-01-01"), To: day(to), Market: authorization.MarketWeak, Passed: record.Some(passed), Findings: "一项未使用",
			Redeveloped: record.Some(false), Raw: record.Some(false),
		}})
	}
	both := append(append(base(), submit("2025-09-08", "D-1", "D-2"), approve("2025-09-10", []string{"ZS-1", "ZS-2"}, "D-1", "D-2")), grant("2025-12-22", "SQ-1", "D-1", "D-2")...)
	cut := step("SQ-1", operation, authorization.Adjust{Act: act("2026-06-24", "自治区科技厅"), Ground: authorization.MarketOperation, Cuts: []authorization.Cut{{Asset: "D-2"}}})
	end := step("SQ-1", operation, authorization.End{Act: authorization.Act{On: day("2026-09-01"), By: "自治区科技厅", Reason: "违约"}, Cause: authorization.ByBreach})
	u := built(t, department(), append(both, evaluate("2026-06-24", "2026-05-31", true), cut, end)...)
	at := func(on string) []string {
		var all []string
		for row := range u.Ledger.AsOf(day(on)).Rows() {
			if row.Mode != "" {
				all = append(all, row.ID()+" "+row.AuthorisedFrom.String()+" "+row.AuthorisedTo.String()+" "+row.Resource.Operator)
			}
		}
		return all
	}
	assert.Empty(t, at("2025-12-21"))
	assert.Equal(t, []string{"D-1 2026-01-01 2028-12-31 运营机构甲", "D-2 2026-01-01 2028-12-31 运营机构甲"}, at("2025-12-22"))
	assert.Equal(t, []string{"D-1 2026-01-01 2028-12-31 运营机构甲"}, at("2026-06-24"))
	assert.Empty(t, at("2026-09-01"))
	assert.Equal(t, 0, reviewed(t, u, "2026-12-31").Totals.Authorised)

	// Six months by choice: due 2026-07-01, and it was never made.
	half, _ := pilot.Builder{Authorization: authorization.Policy{Evaluation: authorization.EveryHalfYear}}.Build(department(), recorded(both...), day("2026-12-31"))
	r := reviewed(t, half, "2026-08-03")
	o := obligation(t, r, "authorization.evaluate", "SQ-1")
	assert.Equal(t, rule.Overdue, o.Standing)
	assert.Equal(t, 23, o.Days, "07-02 03 (2), 06…31 (22), 08-03")
	assert.Len(t, findings(r, "pilot.on-time"), r.Totals.Late)
	assert.Empty(t, findings(r, "authorization.evaluated-in-time"), "told once")
	clause, _ := r.ByClause("GX-4.5.5")
	assert.Equal(t, rule.NotMet, clause.State)

	// The card that came after the agreement's term began: from its own day.
	late := append(base(), submit("2025-09-08", "D-1"), approve("2025-09-10", []string{"ZS-1"}, "D-1"))
	a := application("SQ-2", "D-1")
	a.From = day("2025-09-01")
	u = built(t, department(), append(late, draft("2025-12-22", "SQ-2", a), decide("2025-12-22", "SQ-2"), adopt("2025-12-22", "SQ-2"), sign("2025-12-22", "SQ-2", a))...)
	row, _ := u.Ledger.Now().Row("D-1")
	assert.Equal(t, "2025-09-10", row.AuthorisedFrom.String())
}

// What is handed in is copied: a later change by the caller changes nothing.
func TestNothingShared(t *testing.T) {
	v := department()
	card, give, use := approve("2025-09-10", []string{"ZS-1"}, "D-1"), supply("2026-01-05", "SQ-1", "D-1"), grant("2025-12-22", "SQ-1", "D-1")
	paid := receipt("2026-04-09", "SR-1", revenue.OneOff, "1.00", "D-1")
	u := built(t, v, slices.Concat(base(), []pilot.Event{submit("2025-09-08", "D-1"), card}, use, []pilot.Event{give, paid})...)
	want := state(t, u)
	paid.Row.Assets[0] = "x"
	give.Assets[0], use[0].(pilot.Authorised).Step.(authorization.Draft).Application.Assets[0].Asset, card.Certificates[0], v.Resources[0].Sources[0] = "x", "x", "x", "x"
	assert.Equal(t, want, state(t, u))
	row, _ := u.Ledger.Now().Row("D-1")
	assert.Equal(t, asset.FromDuty, row.Resource.Sources[0])
}
