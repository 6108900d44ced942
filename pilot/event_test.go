package pilot_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kinds is the table of events, written by hand: a good one of each kind, and
// what it cannot do without.
var kinds = []struct{ code, good, required string }{
	{"done", `{"event":"done","on":"2025-07-11","duty":"pilot.quarterly-report","subject":"2025Q2","note":"按时报送"}`, "on duty"},
	{"list", `{"event":"list","on":"2025-05-29","assets":["D-1","D-2"]}`, "on assets"},
	{"change", `{"event":"change","on":"2026-02-11","asset":"D-1","reason":"数量有误","set":[{"field":"scale","value":"2 GB"},{"field":"choice"}]}`, "on asset reason set set/0/field"},
	{"retire", `{"event":"retire","on":"2026-08-19","asset":"D-1","cause":"other","reason":"停用"}`, "on asset cause reason"},
	{
		"surplus", `{"event":"surplus","on":"2025-06-30","id":"PY-1","items":[{"asset":"D-1","detail":"数据资产——科技","noVoucher":"无","noAppraisal":"未评估","noReplacement":"无可参照","reason":"无法可靠计量"}]}`,
		"on id items items/0/asset items/0/detail items/0/noVoucher items/0/noAppraisal items/0/noReplacement items/0/reason",
	},
	{"surplusApproved", `{"event":"surplusApproved","on":"2025-08-20","surplus":"PY-1","body":"自治区财政厅","number":"示例批复〔2025〕1号"}`, "on surplus body number"},
	{"registration", `{"event":"registration","on":"2025-09-08","assets":["D-1"],"step":"submit","by":"甲"}`, "on assets step by"},
	{"registration", `{"event":"registration","on":"2025-09-08","assets":["D-1"],"step":"alter","by":"甲","reason":"站点增加"}`, "on assets step by reason"},
	{"registration", `{"event":"registration","on":"2025-09-08","assets":["D-1"],"step":"correct","by":"甲","reason":"有误"}`, "on assets step by reason"},
	{"registration", `{"event":"registration","on":"2025-09-08","assets":["D-1"],"step":"return","by":"乙","reason":"材料不全"}`, "on assets step by reason"},
	{"registration", `{"event":"registration","on":"2025-09-08","assets":["D-1"],"step":"cancel","by":"甲","cause":"lost"}`, "on assets step by cause"},
	{"registration", `{"event":"registration","on":"2025-09-08","assets":["D-1"],"step":"withdraw","by":"甲"}`, "on assets step by"},
	{"registration", `{"event":"registration","on":"2025-09-10","assets":["D-1"],"step":"approve","by":"乙","certificates":["ZS-1"]}`, "on assets step by"},
	{"registration", `{"event":"registration","on":"2025-12-01","assets":["D-1"],"regime":"public-data","step":"draft","procedure":"first","by":"甲"}`, "on assets step procedure by"},
	{"registration", `{"event":"registration","on":"2026-01-28","assets":["D-1"],"regime":"public-data","step":"submit","by":"甲","evidence":[{"kind":"deposit","title":"存证证明","dated":"2026-01-12"}]}`, "on assets step by evidence/0/kind evidence/0/title"},
	{"registration", `{"event":"registration","on":"2026-03-13","assets":["D-1"],"regime":"public-data","step":"approve","by":"丙","certificates":["M-1"],"validTo":"2029-03-12"}`, "on assets step by"},
	{"registration", `{"event":"registration","on":"2026-05-06","assets":["D-1"],"regime":"public-data","step":"revoke","by":"丙","reason":"材料虚假","ground":"concealed"}`, "on assets step by reason ground"},
	{
		"authorisation", `{"event":"authorisation","id":"SQ-1","regimes":["asset-use","authorised-operation"],"step":{"command":"evaluate","on":"2026-06-24","by":"自治区科技厅","evaluation":{"periodFrom":"2026-01-01","periodTo":"2026-05-31","market":"weak","passed":true,"findings":"未使用","redeveloped":false,"rawToMarket":false}}}`,
		"id regimes step",
	},
	{
		"supply", `{"event":"supply","on":"2026-01-05","authorisation":"SQ-1","assets":["D-1"],"areas":["科技"],"to":"运营机构甲"}`,
		"on authorisation assets to",
	},
	{
		"supply", `{"event":"supply","on":"2026-06-10","application":{"number":"WC-1","on":"2026-06-05","recipient":"某高校","recipientKind":"user","assets":[{"asset":"D-4","mode":"whole"}],"rights":["use"],"scope":"课题研究","from":"2026-06-10","to":"2027-06-09","purpose":"welfare","payment":"free","conditions":"不得转让","securityAssessedOn":"2026-06-08","secures":false},"consents":[{"provider":"自治区水利厅","asset":"D-4","consentOn":"2026-06-08"}]}`,
		"on consents/0/provider consents/0/consentOn",
	},
	{"guarantee", `{"event":"guarantee","number":"DB-1","on":"2026-09-08","assets":["D-1"],"kind":"pledge","for":"某平台公司"}`, "number on assets kind for"},
	{"openAccount", `{"event":"openAccount","on":"2025-04-01","taxpayer":"small","declares":"month","exempt":true,"netOfTaxes":false,"direct":false,"accrue":true,"related":["某平台公司"]}`, "on taxpayer"},
	{
		"due", `{"event":"due","id":"SR-3","agreement":"XY-1","item":"年费","assets":["D-1"],"purpose":"use","payment":"instalment","counterparty":"运营机构甲","signedOn":"2025-12-22","dueOn":"2026-03-27","due":"600000.00","retention":"other","document":"示例文件〔2026〕1号","months":36}`,
		"id assets purpose payment counterparty dueOn due",
	},
	{"bill", `{"event":"bill","id":"SR-3","bill":"JK-1","billedOn":"2026-03-25","billed":"600000.00"}`, "id bill billedOn billed"},
	{
		"receipt", `{"event":"receipt","id":"SR-1","assets":["D-1"],"purpose":"use","payment":"oneOff","counterparty":"运营机构甲","bankOn":"2026-04-09","received":"101000.00"}`,
		"id received",
	},
	{
		"receipt", `{"event":"receipt","id":"SR-2","assets":["D-1"],"purpose":"disposal","payment":"instalment","counterparty":"运营机构甲","controlOn":"2026-04-09","received":"1.00"}`,
		"id controlOn received",
	},
	{"remit", `{"event":"remit","id":"SR-3","remittedOn":"2026-03-30","remitted":"594059.41","treasury":"region","deducted":"0.00"}`, "id remittedOn remitted treasury"},
	{"payTax", `{"event":"payTax","id":"SR-3","taxPaidOn":"2026-04-14"}`, "id taxPaidOn"},
	{"bookRevenue", `{"event":"bookRevenue","on":"2026-03-27"}`, "on"},
	{"transfer", `{"event":"transfer","on":"2026-03-20","from":"某市财政局","to":"运营机构甲","amount":"600000.00","budget":true}`, "on from to amount"},
	{
		"matter", `{"event":"matter","id":"BA-1","kind":"use","assets":["E-1"],"counterparty":"某企业","completedOn":"2026-01-30","amount":"53000.00"}`,
		"id kind assets counterparty completedOn amount",
	},
	{
		"matter", `{"event":"matter","id":"BA-3","kind":"pledge","assets":["E-1"],"counterparty":"某银行","completedOn":"2026-06-18","amount":"8000000.00","registrationNo":"ZY-1"}`,
		"id kind assets counterparty completedOn amount registrationNo",
	},
	{"deal", `{"event":"deal","on":"2026-10-23","asset":"E-1","kind":"transfer","counterparty":"某科研机构","affiliate":false,"price":"360000.00","whollyOwned":true,"consent":"示例函〔2026〕1号","valuation":"示例估值报告〔2026〕1号","notValued":"无","listed":10}`, "on asset kind counterparty"},
	{
		"plan", `{"event":"plan","unit":"自治区科技厅","holderKind":"administrative","on":"2025-06-20","contents":"科技数据全过程管理","links":["ledger","registration"],"scenarios":"科研选题","milestones":[{"link":"ledger","task":"编制台账","due":"2025-05-31"}],"department":"规划处","leader":"甲","rules":"数据资产管理办法","security":"已建立"}`,
		"unit holderKind on contents links scenarios milestones milestones/0/link milestones/0/task milestones/0/due department leader security",
	},
	{
		"summary", `{"event":"summary","unit":"自治区科技厅","completedOn":"2026-11-30","on":"2026-12-18","holderKind":"administrative","figures":` + figures + `,"links":` + links + `,"difficulties":[{"what":"成本难以归集","cause":"未单列","proposal":"明确拆分办法"}],"rules":"数据资产管理办法","guide":"科技数据资产工作指引","cases":[{"kind":"model","name":"科研选题","content":"以项目数据支撑选题","effect":"查重时间下降"}],"preparedBy":"乙","approvedBy":"甲"}`,
		"unit completedOn on holderKind figures links difficulties rules preparedBy approvedBy cases/0/kind cases/0/name cases/0/content cases/0/effect",
	},
	{
		"book", `{"event":"book","id":"RZ-1","kind":"government.purchase","on":"2025-11-18","facts":[{"fact":"payment","code":"treasury"}],"parts":[{"asset":"D-1","detail":"数据资产——科技","amounts":[{"input":"cost","amount":"1000.00"}],"terms":{"measured":"cost","from":"2025-11","months":60,"use":"duties"}}]}`,
		"id kind on facts/0/fact facts/0/code parts parts/0/asset parts/0/amounts/0/input parts/0/amounts/0/amount",
	},
	{"toCost", `{"event":"toCost","on":"2026-09-15","id":"ZC-1","asset":"D-1","ground":"earlierEvidence","cost":"480000.00","months":48,"use":"duties"}`, "on id asset ground cost months use"},
	{"amortise", `{"event":"amortise","on":"2025-11-28","month":"2025-11","usage":[{"asset":"D-1","units":7}],"material":true}`, "on usage/0/asset usage/0/units"},
	{
		"open", `{"event":"open","on":"2025-01-02","id":"QC-1","balances":[{"account":"1701","asset":"D-1","amount":"1000.00"},{"account":"3001","amount":"1000.00"}],"cards":[{"asset":"D-1","detail":"数据资产——科技","state":"held","terms":{"measured":"cost","from":"2025-01","months":10,"use":"duties"}}]}`,
		"on id balances balances/0/account balances/0/amount cards/0/asset cards/0/detail cards/0/state",
	},
	{
		"correct", `{"event":"correct","on":"2025-12-01","id":"GZ-1","of":"RZ-1","right":{"id":"RZ-1","kind":"government.purchase","on":"2025-11-18","parts":[{"asset":"D-1"}]},"difference":true}`,
		"on id of",
	},
	{"stocktake", `{"event":"stocktake","on":"2025-12-24","agrees":false,"note":"短少一项"}`, "on agrees note"},
	{"closeYear", `{"event":"closeYear","on":"2025-12-31","by":"会计主管"}`, "on by"},
}

// figures and links are the parts of a summary that every unit fills in.
var (
	figures = `{"resources":4,"confirmed":4,"listed":4,"registered":1,"nominal":1,"atCost":0,"bookAmount":"1.00","authorised":0,"supplied":0,"traded":0,"received":"0.00","remitted":"0.00","ledgerDigest":"sha256:` + strings.Repeat("0", 64) + `"}`
	links   = `[{"link":"ledger","progress":"已编制"},{"link":"registration","progress":"已登记一项"},{"link":"authorisation","progress":"未开展"},{"link":"distribution","progress":"未开展"},{"link":"trading","progress":"未开展"}]`
)

// without takes the member at a path such as items/0/asset away.
func without(t *testing.T, text, path string) string {
	t.Helper()
	var root map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &root))
	at := root
	steps := strings.Split(path, "/")
	for i := 0; i+1 < len(steps); i += 2 {
		at = at[steps[i]].([]any)[0].(map[string]any)
	}
	last := steps[len(steps)-1]
	require.Contains(t, at, last)
	delete(at, last)
	b, err := json.Marshal(root)
	require.NoError(t, err)
	return string(b)
}

// Each kind of event is read and written back without a change, and without
// any of what it needs it is refused at that very place.
func TestEventTable(t *testing.T) {
	var known, listed []string
	for _, a := range pilot.Events().Definition().Alternatives {
		known = append(known, a.Code)
	}
	for _, k := range kinds {
		listed = append(listed, k.code)
		e, report, err := pilot.Events().Decode([]byte(k.good))
		require.NoError(t, err)
		require.Empty(t, report.Findings, k.good)
		b, err := pilot.Events().Encode(e)
		require.NoError(t, err)
		assert.JSONEq(t, k.good, string(b))
		assert.Equal(t, k.code, pilot.Events().Code(e))

		for path := range strings.FieldsSeq(k.required) {
			_, report, err := pilot.Events().Decode([]byte(without(t, k.good, path)))
			require.NoError(t, err)
			require.NotEmpty(t, report.Findings, "%s without %s", k.code, path)
			f := report.Findings[0]
			assert.Equal(t, rule.ID("record.required"), f.Rule, "%s without %s", k.code, path)
			assert.Equal(t, "/"+path, f.Path)
			assert.Equal(t, rule.Blocking, f.Severity)
			assert.NotEmpty(t, f.Message.ZH)
			assert.NotEmpty(t, f.Message.EN)
		}
		// What is not on the list of the required is not required.
		var members map[string]any
		require.NoError(t, json.Unmarshal([]byte(k.good), &members))
		for m := range members {
			if m == "event" || slices.Contains(strings.Fields(k.required), m) || m == "bankOn" || m == "certificates" || m == "application" {
				continue
			}
			_, report, err := pilot.Events().Decode([]byte(without(t, k.good, m)))
			require.NoError(t, err)
			assert.NoError(t, report.Err(), "%s without %s", k.code, m)
		}
	}
	assert.Equal(t, known, slices.Compact(listed), "every kind, in the order of the table")
}

// One member wrong at a time: which rule, where.
func TestEventFaults(t *testing.T) {
	good := map[string]string{}
	for _, k := range slices.Backward(kinds) {
		good[k.code] = k.good // the first of each kind
	}
	for _, tt := range []struct{ kind, old, by, rule, path string }{
		{"list", `"event":"list"`, `"event":"enter"`, "record.code", "/event"},
		{"list", `"event":"list",`, ``, "record.required", "/event"},
		{"list", `"event":"list"`, `"event":null`, "record.type", "/event"},
		{"list", `"on":"2025-05-29"`, `"on":""`, "record.null", "/on"},
		{"list", `"on":"2025-05-29"`, `"on":null`, "record.null", "/on"},
		{"list", `"on":"2025-05-29"`, `"on":"2025-02-30"`, "record.form", "/on"},
		{"list", `"on":"2025-05-29"`, `"on":20250529`, "record.type", "/on"},
		{"list", `"on":"2025-05-29"`, `"on":"2025-05-29","on":"2025-05-30"`, "record.duplicate-key", "/on"},
		{"list", `"on":"2025-05-29"`, `"on":"2025-05-29","note":"x"`, "record.unknown-key", "/note"},
		{"list", `["D-1","D-2"]`, `[]`, "record.null", "/assets"},
		{"list", `["D-1","D-2"]`, `"D-1"`, "record.type", "/assets"},
		{"list", `["D-1","D-2"]`, `["D-1",""]`, "record.null", "/assets/1"},
		{"list", `["D-1","D-2"]`, `["D 1"]`, "record.shape", "/assets/0"},
		{"done", `"pilot.quarterly-report"`, `"pilot.quarterly"`, "record.code", "/duty"},
		{"done", `"按时报送"`, `"` + strings.Repeat("长", 301) + `"`, "record.length", "/note"},
		{"retire", `"other"`, `"tired"`, "record.code", "/cause"},
		{"surplus", `"asset":"D-1"`, `"asset":"D-1","cost":"1.00"`, "record.unknown-key", "/items/0/cost"},
		{"registration", `"step":"submit"`, `"step":"submit","cause":"lost"`, "record.must-be-absent", "/cause"},
		{"registration", `"step":"submit"`, `"step":"submit","certificates":["ZS-1"]`, "record.must-be-absent", "/certificates"},
		{"registration", `"step":"submit"`, `"step":"stamp"`, "record.code", "/step"},
		{"registration", `"step":"submit"`, `"step":"submit","regime":"finance-card"`, "record.code", "/regime"},
		{"registration", `"step":"submit"`, `"step":"submit","ground":"concealed"`, "record.must-be-absent", "/ground"},
		{"authorisation", `"asset-use"`, `"asset-sale"`, "record.code", "/regimes/0"},
		{"authorisation", `"command":"evaluate"`, `"command":"bless"`, "record.code", "/step/command"},
		{"authorisation", `"periodTo":"2026-05-31"`, `"periodTo":"2026-05-32"`, "record.form", "/step/evaluation/periodTo"},
		{"authorisation", `"market":"weak"`, `"market":"weak","holder":{}`, "record.unknown-key", "/step/evaluation/holder"},
		{"supply", `"to":"运营机构甲"`, `"to":"运营机构甲","application":{"number":"WC-1"}`, "record.must-be-absent", "/authorisation"},
		{"guarantee", `"kind":"pledge"`, `"kind":"gift"`, "record.code", "/kind"},
		{"receipt", `"101000.00"`, `"-101000.00"`, "record.range", "/received"},
		{"receipt", `"101000.00"`, `"101000.005"`, "record.form", "/received"},
		{"receipt", `"101000.00"`, `"101,000.00"`, "record.form", "/received"},
		{"receipt", `"101000.00"`, `"1e5"`, "record.form", "/received"},
		{"receipt", `"101000.00"`, `101000.00`, "record.type", "/received"},
		{"receipt", `"101000.00"`, `"1234567890123456.00"`, "record.form", "/received"},
		{"book", `"government.purchase"`, `"government.bought"`, "record.code", "/kind"},
		{"book", `"input":"cost"`, `"input":"costt"`, "record.code", "/parts/0/amounts/0/input"},
		{"book", `"1000.00"`, `"1,000.00"`, "record.form", "/parts/0/amounts/0/amount"},
		{"book", `"fact":"payment"`, `"fact":"paid"`, "record.code", "/facts/0/fact"},
		{"book", `"months":60`, `"months":1201`, "record.range", "/parts/0/terms/months"},
		{"book", `"from":"2025-11",`, ``, "record.required", "/parts/0/terms/from"},
		{"book", `"measured":"cost"`, `"measured":"nominal"`, "record.must-be-absent", "/parts/0/terms/from"},
		{"toCost", `"earlierEvidence"`, `"hearsay"`, "record.code", "/ground"},
		{"toCost", `"months":48`, `"months":48,"by":"guess"`, "record.code", "/by"},
		{"amortise", `"2025-11"`, `"2025-13"`, "record.form", "/month"},
		{"stocktake", `"agrees":false`, `"agrees":"no"`, "record.type", "/agrees"},
		{"matter", `"kind":"use"`, `"kind":"loan"`, "record.code", "/kind"},
		{"matter", `"kind":"use"`, `"kind":"use","registrationNo":"ZY-1"`, "record.must-be-absent", "/registrationNo"},
	} {
		text := strings.Replace(good[tt.kind], tt.old, tt.by, 1)
		require.NotEqual(t, good[tt.kind], text, "%s %s", tt.kind, tt.old)
		_, report, err := pilot.Events().Read([]byte(text), record.Options{File: "events.jsonl", Line: 7})
		require.NoError(t, err, text)
		require.NotEmpty(t, report.Findings, text)
		f := report.Findings[0]
		assert.Equal(t, tt.rule+" "+tt.path, string(f.Rule)+" "+f.Path, text)
		assert.Equal(t, 7, f.Source.Line)
		assert.Error(t, report.Err())
	}
	for _, text := range []string{`null`, `[]`, `"list"`, `1`} {
		_, report, err := pilot.Events().Decode([]byte(text))
		require.NoError(t, err)
		require.Len(t, report.Findings, 1, "%s is JSON, and no event", text)
		assert.Error(t, report.Err())
	}
	for _, text := range []string{``, `{`, `{"event":"list"`, `{"event":"list"} {}`, "{\"event\":\"list\",\"on\":\"\xff\"}", "\ufeff{}", strings.Repeat(`{"a":`, 40)} {
		_, _, err := pilot.Events().Decode([]byte(text))
		var syntax *record.SyntaxError
		var limit *record.LimitError
		assert.True(t, errorsAs(err, &syntax, &limit), "%q: %v", text, err)
	}
}

// The duties that can be reported as done are those of the plan, of other law and of revenue,
// and no other.
func TestDutyCodes(t *testing.T) {
	f, ok := pilot.Events().Definition().Alternatives[0].Definition.Field("duty")
	require.True(t, ok)
	var codes []string
	for _, c := range f.Type.(record.Code).List.Codes {
		codes = append(codes, c.Code)
	}
	assert.Equal(t, []string{
		"pilot.send-liaison-list", "pilot.sweep", "pilot.compile-ledger", "pilot.file-plan", "pilot.first-results", "pilot.complete",
		"pilot.quarterly-report", "pilot.closing-summary", "pilot.city-mechanism", "pilot.report-problem", "pilot.state-asset-report",
		"pilot.yearly-stocktake", "pilot.year-end-accounts", "pilot.year-end-development", "pilot.final-accounts", "pilot.important-data-assessment",
		"pilot.yearly-price-report", "pilot.notes-on-data",
		"revenue.file-one-off", "revenue.file-instalments", "revenue.file-enterprise-matter",
	}, codes)
}
