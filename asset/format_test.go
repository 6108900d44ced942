package asset_test

import (
	"bytes"
	"reflect"
	"strings"
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

// Three resources that together fill every field: a department's with a choice
// at nominal amount, one whose cost sits in 1701, and an enterprise's own
// development. No record can fill all: what does not apply must be absent.
func filled() []asset.Resource {
	department := asset.Resource{
		ID: "JT-10", Name: "历史客运联网售票数据", Introduction: "2014—2019 年售票记录\n已脱敏", HolderKind: rule.Administrative,
		Systems: []string{"S-01", "S-02"}, Projects: []string{"P-10"}, Class: "A08060200", Sector: "transport", Series: "联网售票",
		Form: "structured", Scale: "3.1亿条，540 GB", Rows: record.Some[int64](310_000_000), Bytes: record.Some[int64](540_000_000_000),
		Area: "全区", CoversFrom: "2014", CoversTo: "2019-12", Frequency: "ended", Retention: asset.KeptLasting,
		FormedFrom: calendar.MustMonth(2014, time.March), Quality: "已建立年度校核",
		Sources: []asset.Source{asset.FromDuty, asset.FromSharing}, Provider: "某协作单位", Controlled: record.Some(true), MasterCopy: asset.MasterOwn, Acquired: "collection",
		Personal: record.Some(false), Importance: "general", Sharing: "conditional", Openness: "none", Authorised: record.Some(true), Intended: "whole",
		Owner: "国家", RightHolder: "某厅", RightUser: "某厅", Operator: "运营机构甲", RightsBasis: "依法履职形成",
		Potentials: []asset.Potential{asset.PotentialService, asset.PotentialInflow},
		CostAt:     asset.CostNowhere, Evidence: asset.ByNothing, Choice: asset.ChooseNominal, ChoiceReason: "自行形成，成本无法可靠计量",
		Feasibility: day(2025, time.November, 20), DueDiligence: day(2025, time.November, 21),
	}
	inSoftware := asset.Resource{
		ID: "JT-05", Name: "道路运输经营业户数据", Introduction: "业户和从业资格", HolderKind: rule.Administrative, NoProject: "系统已停用",
		Scale: "业户8.6万", Rows: record.Some[int64](0), Area: "全区", Frequency: "daily", Sources: []asset.Source{asset.FromDuty},
		Personal: record.Some(true), Importance: "important", Authorised: record.Some(false),
		CostAt: asset.CostIntangible, Evidence: asset.ByVoucher, Cost: money.MustParse("600000.00"), Split: "contractPrice",
	}
	enterprise := asset.Resource{
		ID: "BG-06", Name: "港口物流全程追踪数据集", Introduction: "海铁联运全程", HolderKind: rule.Enterprise, Projects: []string{"BG-P/2025:1"},
		Scale: "5.2 TB", Area: "海铁联运", Frequency: "daily", AvailableOn: day(2025, time.December, 26),
		Sources: []asset.Source{asset.FromBusiness, asset.FromDevelopment}, Personal: record.Some(false), Importance: "general", Authorised: record.Some(false),
		Potentials: []asset.Potential{asset.PotentialInflow}, Use: asset.UseService, Stage: asset.StageComplete, ConditionsMet: day(2025, time.August, 1),
		CostAt: asset.CostPending, Evidence: asset.ByVoucher, Cost: money.MustParse("1530000.00"),
	}
	return []asset.Resource{department, inSoftware, enterprise}
}

func TestFilledIsComplete(t *testing.T) {
	for _, f := range asset.Resources().Definition().Fields {
		present := false
		for _, r := range filled() {
			present = present || asset.Resources().Text(&r, f.Key) != ""
		}
		assert.True(t, present, "no test resource fills %s", f.Key)
	}
}

// What is written is read back, to the last code, by both forms of JSON.
func TestJSONRoundTrip(t *testing.T) {
	table := asset.Resources()
	for _, r := range filled() {
		require.Empty(t, table.Validate(&r, record.Options{}).Findings, r.ID)
		for _, encode := range []func(*asset.Resource) ([]byte, error){table.Encode, table.Canonical} {
			b, err := encode(&r)
			require.NoError(t, err)
			back, report, err := table.Decode(b)
			require.NoError(t, err)
			assert.Empty(t, report.Findings, string(b))
			assert.Equal(t, r, back)
		}
	}
	r := filled()[1]
	b, err := table.Encode(&r)
	require.NoError(t, err)
	assert.JSONEq(t, `{
		"id": "JT-05", "name": "道路运输经营业户数据", "introduction": "业户和从业资格", "holderKind": "administrative", "noProject": "系统已停用",
		"scale": "业户8.6万", "rows": 0, "area": "全区", "frequency": "daily", "sources": ["duty"], "personal": true, "importance": "important",
		"authorised": false, "costAt": "1701", "costEvidence": "voucher", "cost": "600000.00", "splitKey": "contractPrice"
	}`, string(b), "0 and false are values; what is absent is left out")
}

// A spreadsheet with the headings and the words that officers use.
func TestCSVRoundTrip(t *testing.T) {
	require.True(t, asset.Resources().Definition().Flat())
	for language, heading := range map[rule.Language]string{
		rule.Chinese: "\ufeff资源编号,资源名称,简介,单位性质,信息系统,信息化项目,无项目的原因,资产分类,行业领域,主题系列,数据形态,规模,",
		rule.English: "\ufeffid,name,introduction,kind of holder,systems,projects,why it has no project,class,sector,theme series,form,scale,",
	} {
		var file bytes.Buffer
		w, err := asset.Resources().NewCSVWriter(&file, language)
		require.NoError(t, err)
		for _, r := range filled() {
			require.NoError(t, w.Write(&r))
		}
		require.NoError(t, w.Flush())
		assert.True(t, strings.HasPrefix(file.String(), heading), file.String()[:200])
		if language == rule.Chinese {
			assert.Contains(t, file.String(), ",履职产生、其他部门共享,某协作单位,是,本单位,自主采集,否,一般数据,有条件共享,不予开放,是,整体授权,国家,某厅,某厅,运营机构甲,")
			assert.Contains(t, file.String(), "1701 无形资产,有凭据,600000.00,合同分项报价,")
		}
		rows, err := asset.Resources().ReadCSV(&file, record.Options{File: "清查表.csv"})
		require.NoError(t, err)
		var back []asset.Resource
		for r, report := range rows.All() {
			assert.Empty(t, report.Findings)
			back = append(back, r)
		}
		require.NoError(t, rows.Err())
		assert.Equal(t, filled(), back)
	}
	// The other records of the sweep are sheets of their own.
	projects, err := asset.Projects().ReadCSV(strings.NewReader("项目编号,项目名称,批复文号,总投资,验收日期\nP-01,公路数据库,示例批复〔2019〕1号,2400000,2020-12-01\n"), record.Options{})
	require.NoError(t, err)
	for p, report := range projects.All() {
		assert.Empty(t, report.Findings)
		assert.Equal(t, asset.Project{ID: "P-01", Name: "公路数据库", ApprovalNumber: "示例批复〔2019〕1号", Investment: money.MustParse("2400000.00"), AcceptedOn: day(2020, time.December, 1)}, p)
	}
	systems, err := asset.ITSystems().ReadCSV(strings.NewReader("系统编号,系统名称,所属项目,是否停用\nS-01,公路数据库系统,P-01、P-02,否\n"), record.Options{})
	require.NoError(t, err)
	for s, report := range systems.All() {
		assert.Empty(t, report.Findings)
		assert.Equal(t, asset.ITSystem{ID: "S-01", Name: "公路数据库系统", Projects: []string{"P-01", "P-02"}, Stopped: record.Some(false)}, s)
	}
}

// Whatever is wrong with a member is a finding with its place; nothing is
// normalised, and what is wrong is not in the record.
func TestBadJSON(t *testing.T) {
	for in, want := range map[string]string{
		`{"id":"JT-01","id":"JT-02"}`: "record.duplicate-key /id",
		`{"name":null}`:               "record.null /name",
		`{"name":""}`:                 "record.null /name",
		`{"name":"　"}`:                "record.blank /name",
		`{"name":"公路\u0000"}`:         "record.text /name",
		`{"name":"` + strings.Repeat("路", 101) + `"}`:            "record.length /name",
		`{"nmae":"公路"}`:                                          "record.unknown-key /nmae",
		`{"资源名称":"公路"}`:                                          "record.unknown-key /资源名称", // headings are for sheets
		`{"id":"=HYPERLINK(1)"}`:                                 "record.shape /id",
		`{"id":"ＪＴ-01"}`:                                         "record.shape /id", // full width
		`{"coversFrom":"２０１４"}`:                                  "record.shape /coversFrom",
		`{"rows":"１２"}`:                                          "record.type /rows",
		`{"rows":1.5}`:                                           "record.form /rows",
		`{"rows":-1}`:                                            "record.range /rows",
		`{"cost":"１８６０"}`:                                        "record.form /cost",
		`{"cost":"1860000"}`:                                     "record.form /cost", // JSON amounts have two places
		`{"cost":"1,860,000.00"}`:                                "record.form /cost",
		`{"cost":"-1.00"}`:                                       "record.range /cost",
		`{"cost":1860000}`:                                       "record.type /cost",
		`{"availableOn":"2025-02-30"}`:                           "record.form /availableOn",
		`{"availableOn":"2025/11/18"}`:                           "record.form /availableOn",
		`{"availableOn":""}`:                                     "record.null /availableOn",
		`{"formedFrom":"2014-13"}`:                               "record.form /formedFrom",
		`{"personal":"否"}`:                                       "record.type /personal",
		`{"holderKind":"行政单位"}`:                                  "record.code /holderKind", // titles are for sheets
		`{"costAt":1701}`:                                        "record.type /costAt",
		`{"costAt":"1901"}`:                                      "record.code /costAt",
		`{"sources":[]}`:                                         "record.null /sources",
		`{"sources":"duty"}`:                                     "record.type /sources",
		`{"sources":["duty","hearsay"]}`:                         "record.code /sources/1",
		`{"sources":["duty","duty"]}`:                            "record.repeated /sources/1",
		`{"sources":["duty",null]}`:                              "record.null /sources/1",
		`{"systems":["S-01","系统"]}`:                              "record.shape /systems/1",
		`{"holderKind":"administrative","businessModel":"sale"}`: "record.must-be-absent /businessModel",
		`{"stage":"research","sources":["purchase"]}`:            "record.must-be-absent /stage",
		`{"costEvidence":"none","cost":"1.00"}`:                  "record.must-be-absent /cost",
		`{"costAt":"none","splitKey":"hours"}`:                   "record.must-be-absent /splitKey",
		`{"noProject":"无","systems":["S-01"]}`:                   "record.must-be-absent /noProject",
		`{"choiceReason":"无"}`:                                   "record.must-be-absent /choiceReason",
		`[]`:                                                     "record.type ",
	} {
		_, report, err := asset.Resources().Read([]byte(in), record.Options{Stage: record.Draft, File: "r.json"})
		require.NoError(t, err, in)
		if assert.Len(t, report.Findings, 1, in) {
			f := report.Findings[0]
			assert.Equal(t, want, string(f.Rule)+" "+f.Path, in)
			assert.Equal(t, "r.json", f.Source.File)
			assert.NotZero(t, f.Source.Line)
			assert.Equal(t, rule.Blocking, f.Severity)
		}
	}
	// All at once.
	_, report, err := asset.Resources().Decode([]byte(`{"id":"JT-01","rows":"１","name":null,"x":1}`))
	require.NoError(t, err)
	for _, id := range []rule.ID{"record.type", "record.null", "record.unknown-key", "record.required"} {
		assert.True(t, report.Has(id), id)
	}
	assert.Contains(t, report.Err().Error(), " more")

	// What is not JSON is an error about the call.
	for _, in := range []string{"\ufeff{}", "", "{", `{"id":"JT-01"} x`, "\xff\xfe{\x00}\x00", `{"name":"` + "\xff" + `"}`} { // UTF-16, and no encoding at all
		_, _, err := asset.Resources().Decode([]byte(in))
		var syntax *record.SyntaxError
		require.ErrorAs(t, err, &syntax, "%q", in)
	}
	_, _, err = asset.Resources().Decode([]byte(strings.Repeat("[", 100)))
	var limit *record.LimitError
	require.ErrorAs(t, err, &limit)
}

// What is asked of a complete record, by what else it says.
func TestRequired(t *testing.T) {
	missing := func(changes ...func(R)) []string {
		r := sampleOf(rule.Administrative, "X", "名称", "1 GB", "全区", "daily", all(changes...)).Resource
		var paths []string
		for _, f := range asset.Resources().Validate(&r, record.Options{}).Findings {
			assert.Equal(t, rule.ID("record.required"), f.Rule, f.Path)
			paths = append(paths, f.Path)
		}
		return paths
	}
	assert.Empty(t, missing())
	assert.Equal(t, []string{"/provider"}, missing(from(asset.FromDuty, asset.FromSharing)), "GX-4.5.1: whose consent it will be")
	assert.Equal(t, []string{"/stage"}, missing(from(asset.FromDevelopment)), "Standard 4 art. 5: the two stages are told apart")
	for _, by := range []asset.CostEvidence{asset.ByVoucher, asset.ByAppraisal, asset.ByReplacement} {
		assert.Equal(t, []string{"/cost"}, missing(proven(by)), "an evidence of how much?")
	}
	assert.Equal(t, []string{"/choiceReason"}, missing(nominal, func(r R) { r.Choice = asset.ChooseMemo }), "Standard 4 art. 25(三): with reasons")

	r := asset.Resource{}
	var paths []string
	for _, f := range asset.Resources().Validate(&r, record.Options{}).Findings {
		paths = append(paths, f.Path)
	}
	assert.Equal(t, []string{
		"/id", "/name", "/introduction", "/holderKind", "/scale", "/area", "/frequency", "/sources", "/personal", "/importance", "/authorised", "/costAt",
	}, paths, "GX-4.1.1: 内容、规模、覆盖范围、是否授权运营")
	assert.True(t, asset.Resources().Validate(&r, record.Options{Stage: record.Draft}).Clean(), "a draft may be empty")
}

// A sheet as people fill it in: titles or codes, a byte order mark or none; what
// does not fit is found cell by cell.
func TestBadCSV(t *testing.T) {
	const head = "资源编号,数据资产名称,规模,记录条数,可计量成本,成本现在何处,数据来源,取得或形成日期\n"
	read := func(text string) (rows []asset.Resource, got []string) {
		t.Helper()
		c, err := asset.Resources().ReadCSV(strings.NewReader(text), record.Options{Stage: record.Draft, File: "清查表.csv"})
		require.NoError(t, err)
		for r, report := range c.All() {
			rows = append(rows, r)
			for _, f := range report.Findings {
				got = append(got, f.Source.String()+" "+string(f.Rule))
				assert.NotZero(t, f.Row)
			}
		}
		require.NoError(t, c.Err())
		return rows, got
	}

	rows, got := read("\ufeff" + head + "JT-06,路况影像,62 TB,98000,1860000,pending,委托生产；duty,2025-11-18\n")
	assert.Empty(t, got, "a byte order mark is what spreadsheets write")
	assert.Equal(t, []asset.Source{asset.FromCommission, asset.FromDuty}, rows[0].Sources)
	assert.Equal(t, money.MustParse("1860000.00"), rows[0].Cost)

	rows, got = read(head + strings.Join([]string{
		"=A1,=1+1,62 TB,９８０００,１８６,1901,道听途说,2025/11/18", // line 2
		`JT-07,"公` + "\ufeff" + `路",x,1e3,=SUM(E1:E2),1701,履职产生、履职产生,2025-02-30`,
		"JT-08,x,x,,,,,,多出一格",
	}, "\n") + "\n")
	assert.Equal(t, []string{
		"清查表.csv:2:1 资源编号 record.shape",      // a formula is no id
		"清查表.csv:2:4 记录条数 record.normalised", // full-width digits
		"清查表.csv:2:8 取得或形成日期 record.normalised",
		"清查表.csv:2:7 数据来源 record.code",
		"清查表.csv:2:6 成本现在何处 record.code",
		"清查表.csv:2:5 可计量成本 record.normalised",
		"清查表.csv:3:2 数据资产名称 record.text", // a byte order mark inside
		"清查表.csv:3:4 记录条数 record.form",
		"清查表.csv:3:8 取得或形成日期 record.form",
		"清查表.csv:3:7 数据来源 record.repeated",
		"清查表.csv:3:5 可计量成本 record.form",
		"清查表.csv:4:9 record.cell",
	}, got)
	assert.Empty(t, rows[0].ID, "what is wrong is not in the record")
	assert.Equal(t, "=1+1", rows[0].Name, "a text may look like a formula")
	var file bytes.Buffer
	w, err := asset.Resources().NewCSVWriter(&file, rule.Chinese)
	require.NoError(t, err)
	require.NoError(t, w.Write(&rows[0]))
	require.NoError(t, w.Flush())
	assert.Contains(t, file.String(), ",\"\t=1+1\",", "and is written so that no spreadsheet runs it")

	for text, want := range map[string]string{
		"资源编号,id\nx,y\n": `repeated: "id" in column 2`,
		"资源编号,备注\nx,y\n": `unknown: "备注" in column 2`,
		"资源编号,资源名称,简介,单位性质,规模,覆盖区域\nx\n": "missing: 更新频率 (update frequency), 数据来源 (sources), 含个人信息 (personal information), 数据分级 (class of data), 是否已授权运营 (operation authorised), 成本现在何处 (where the cost sits)",
	} {
		_, err := asset.Resources().ReadCSV(strings.NewReader(text), record.Options{})
		var headings *record.HeadingError
		require.ErrorAs(t, err, &headings)
		assert.Contains(t, err.Error(), want)
	}
}

// Whatever is read as a draft without a finding is written back and reads the
// same, and can be assessed once it says whose it is: no text makes Recognize
// fail or fall over.
func FuzzResource(f *testing.F) {
	table := asset.Resources()
	for _, r := range append(filled(), found(), bought(), asset.Resource{}) {
		b, err := table.Encode(&r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"rows":1e2,"name":"a\u0062","sources":["duty","sharing"],"controlled":false}`))
	f.Add([]byte(`{"id":"A","id":"B","name":null,"cost":"１.00","x":{}}`))
	at := sweep()
	f.Fuzz(func(t *testing.T, in []byte) {
		r, report, err := table.Read(in, record.Options{Stage: record.Draft})
		if err != nil || !report.Clean() {
			return
		}
		out, err := table.Encode(&r)
		if err != nil {
			t.Fatalf("%q was read and cannot be written: %v", in, err)
		}
		again, report, err := table.Read(out, record.Options{Stage: record.Draft})
		if err != nil || !report.Clean() || !reflect.DeepEqual(r, again) {
			t.Fatalf("%q was written as %q: %v %v", in, out, err, report.Findings)
		}
		if r.HolderKind == "" {
			return // whose conditions would be asked?
		}
		for _, p := range []asset.Policy{{}, {Enterprise: asset.PublicServiceOnly, Unmeasured: asset.MemoOnly}} {
			if _, err := p.Recognize(r, at); err != nil {
				t.Fatalf("%q is a draft and cannot be assessed: %v", in, err)
			}
		}
		asset.Rules().Review(r, rule.Context{At: at})
	})
}
