package pilot_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// errorsAs reports whether an error is one of two types.
func errorsAs[A, B error](err error, a *A, b *B) bool { return errors.As(err, a) || errors.As(err, b) }

const unitText = `{"holder":{"name":"自治区科技厅","role":"regionDepartment","holderKind":"administrative","authority":"region"},
"projects":[{"id":"P-01","name":"科技管理平台"}]}`

const eventsText = `{"event":"done","on":"2025-04-09","duty":"pilot.send-liaison-list"}

{"event":"list","on":"2025-05-29","assets":["D-1"]}
`

// inventoryText is the department's first resources as a table.
func inventoryText(t testing.TB, n int) string {
	t.Helper()
	var b bytes.Buffer
	w, err := asset.Resources().NewCSVWriter(&b, rule.Chinese)
	require.NoError(t, err)
	for _, r := range department().Resources[:n] {
		require.NoError(t, w.Write(&r))
	}
	require.NoError(t, w.Flush())
	return b.String()
}

func filesOf(unit, inventory, events string) pilot.Files {
	return pilot.Files{Unit: strings.NewReader(unit), Inventory: strings.NewReader(inventory), Events: strings.NewReader(events)}
}

func TestRead(t *testing.T) {
	v, events, report, err := pilot.Read(filesOf(unitText, inventoryText(t, 2), eventsText))
	require.NoError(t, err)
	require.Empty(t, report.Findings)
	assert.Equal(t, "自治区科技厅", v.Holder.Name)
	assert.Len(t, v.Projects, 1)
	assert.Equal(t, department().Resources[:2], v.Resources)
	lines := strings.Split(eventsText, "\n")
	assert.Equal(t, []pilot.Recorded{
		{Event: done("pilot.send-liaison-list", "", "2025-04-09"), Source: rule.Source{File: "events.jsonl", Line: 1}, Text: lines[0]},
		{Event: list("2025-05-29", "D-1"), Source: rule.Source{File: "events.jsonl", Line: 3}, Text: lines[2]}, // the empty line counts
	}, events)

	_, events, report, err = pilot.Read(filesOf(unitText, inventoryText(t, 1), ""))
	require.NoError(t, err)
	assert.Empty(t, report.Findings)
	assert.Empty(t, events, "a unit that has done nothing yet")
}

// Findings of all three files come together, and what has one is left out.
func TestReadFindings(t *testing.T) {
	inventory := strings.Replace(inventoryText(t, 2), "1 GB", "", 1)
	v, events, report, err := pilot.Read(filesOf(strings.Replace(unitText, `"region"`, `"moon"`, 1), inventory, strings.Replace(eventsText, `"list"`, `"lost"`, 1)))
	require.NoError(t, err)
	var places []string
	for _, f := range report.Findings {
		places = append(places, f.Source.File+" "+f.Path)
	}
	assert.Equal(t, []string{"unit.json /holder/authority", "inventory.csv /scale", "events.jsonl /event"}, places)
	require.Len(t, v.Resources, 1)
	assert.Equal(t, "D-2", v.Resources[0].ID)
	assert.Len(t, events, 1)
	assert.Error(t, report.Err())
}

// Every fault says file, line and column: those of one record, those of records
// among each other, and those of events that the rules refuse. Columns are
// counted in the text beside each.
func TestPlaces(t *testing.T) {
	unit := strings.Replace(unitText, `"}]}`, `"},
 {"id":"P-01","name":"同号"}]}`, 1) // 2 the object, 3 its id
	inventory := strings.Replace(inventoryText(t, 2), "\nD-2,", "\nD-1,", 1)
	_, _, report, err := pilot.Read(filesOf(unit, inventory, ""))
	require.NoError(t, err)
	assert.Equal(t, []string{"unit.json:3:3 /projects/1/id", "inventory.csv:3:1 资源编号 /resources/1/id"}, placesOf(report))

	// 1…16 the event's kind and a comma, 17 the day with a comma, 35 assets: 44
	// the bracket, 45 D-1 in quotes, 51 D-9.
	events := `{"event":"list","on":"2025-05-29","assets":["D-1","D-9"]}
{"event":"list","on":"2025-05-29","assets":["D-1"]}
{"event":"supply","on":"2025-12-22","authorisation":"SQ-1","assets":["D-1"],"to":"甲"}
 {"event":"change","on":"2025-12-22","asset":"D-1","reason":"数量","set":[{"field":"rows","value":"red"}]}
{"event":"surplusApproved","on":"2025-12-22","surplus":"PY-1","body":"自治区财政厅","number":"1号"}
`
	v, recorded, report, err := pilot.Read(filesOf(unitText, inventoryText(t, 2), events))
	require.NoError(t, err)
	require.Empty(t, report.Findings)
	_, report = pilot.Build(v, recorded, day("2026-12-31"))
	assert.Equal(t, []string{
		"events.jsonl:1:51 /assets/1",
		"events.jsonl:3:37 /authorisation", // 19 the day, 18 with its comma
		"events.jsonl:4:89 /set/0/value",
		"events.jsonl:5:46 /surplus",
	}, placesOf(report))
	recorded[0].Text = "" // built by a caller: the line alone
	_, report = pilot.Build(v, recorded[:1], day("2026-12-31"))
	assert.Equal(t, []string{"events.jsonl:1 /assets/1"}, placesOf(report))
}

func placesOf(r rule.Report) (all []string) {
	for _, f := range r.Findings {
		all = append(all, f.Source.String()+" "+f.Path)
	}
	return all
}

// What is wrong with a call is an error that names the file, and no panic.
func TestReadErrors(t *testing.T) {
	broken := errors.New("the disk is broken")
	for name, tt := range map[string]struct {
		files pilot.Files
		want  string
	}{
		"nothing is open":            {pilot.Files{}, `"unit.json" is not valid: want a file that is open`},
		"the inventory is not open":  {pilot.Files{Unit: strings.NewReader(unitText), Events: strings.NewReader("")}, `"inventory.csv"`},
		"the events are not open":    {pilot.Files{Unit: strings.NewReader(unitText), Inventory: strings.NewReader(inventoryText(t, 1))}, `"events.jsonl"`},
		"the unit cannot be read":    {pilot.Files{Unit: iotest.ErrReader(broken), Inventory: strings.NewReader(""), Events: strings.NewReader("")}, broken.Error()},
		"the table cannot be read":   {pilot.Files{Unit: strings.NewReader(unitText), Inventory: iotest.ErrReader(broken), Events: strings.NewReader("")}, broken.Error()},
		"the events cannot be read":  {pilot.Files{Unit: strings.NewReader(unitText), Inventory: strings.NewReader(inventoryText(t, 1)), Events: iotest.ErrReader(broken)}, broken.Error()},
		"the unit is empty":          {filesOf("", inventoryText(t, 1), ""), "unit.json"},
		"the unit is no JSON":        {filesOf("unit", inventoryText(t, 1), ""), "unit.json:1:1"},
		"the unit is not UTF-8":      {filesOf(strings.Replace(unitText, "科技厅", "\xbf\xc6", 1), inventoryText(t, 1), ""), "unit.json"},
		"the unit is too large":      {filesOf(strings.Repeat(" ", 2<<20), inventoryText(t, 1), ""), "unit.json"},
		"the table is empty":         {filesOf(unitText, "", ""), "inventory.csv"},
		"the table has no headings":  {filesOf(unitText, "a,b\n1,2\n", ""), "inventory.csv:1"},
		"an event is no JSON":        {filesOf(unitText, inventoryText(t, 1), eventsText+"{,}\n"), "events.jsonl:4"},
		"an event is over the limit": {filesOf(unitText, inventoryText(t, 1), `{"a":"`+strings.Repeat("x", 2<<20)+`"}`), "events.jsonl"},
	} {
		_, _, _, err := pilot.Read(tt.files)
		require.Error(t, err, name)
		assert.Contains(t, err.Error(), tt.want, name)
	}
	_, _, err := pilot.ReadEvents(nil, "e.jsonl")
	var value *rule.ValueError
	require.ErrorAs(t, err, &value)
	assert.Equal(t, "e.jsonl", value.Value)
}

// A file that comes a byte at a time reads the same.
func TestReadSlowly(t *testing.T) {
	_, events, report, err := pilot.Read(pilot.Files{
		Unit: iotest.OneByteReader(strings.NewReader(unitText)), Inventory: iotest.OneByteReader(strings.NewReader(inventoryText(t, 2))),
		Events: io.MultiReader(strings.NewReader(eventsText[:50]), iotest.OneByteReader(strings.NewReader(eventsText[50:]))),
	})
	require.NoError(t, err)
	assert.Empty(t, report.Findings)
	assert.Len(t, events, 2)
}

// The unit's own record: what it needs, and that it round-trips.
func TestUnitRecords(t *testing.T) {
	sample := pilot.UnitRecords().Sample()
	require.Empty(t, pilot.UnitRecords().Validate(&sample, record.Options{}).Findings)
	b, err := pilot.UnitRecords().Encode(&sample)
	require.NoError(t, err)
	back, report, err := pilot.UnitRecords().Decode(b)
	require.NoError(t, err)
	require.Empty(t, report.Findings)
	assert.Equal(t, sample, back)
	for path, text := range map[string]string{
		"/holder":                  `{}`,
		"/holder/name":             `{"holder":{"role":"regionDepartment","holderKind":"administrative","authority":"region"}}`,
		"/holder/role":             `{"holder":{"name":"x","holderKind":"administrative","authority":"region"}}`,
		"/holder/holderKind":       `{"holder":{"name":"x","role":"regionDepartment","authority":"region"}}`,
		"/projects/0/name":         `{"holder":{"name":"x","role":"regionDepartment","holderKind":"administrative","authority":"region"},"projects":[{"id":"P-01"}]}`,
		"/projects/0/investment":   `{"holder":{"name":"x","role":"regionDepartment","holderKind":"administrative","authority":"region"},"projects":[{"id":"P-01","name":"x","investment":"1.234"}]}`,
		"/systems/0/id":            `{"holder":{"name":"x","role":"regionDepartment","holderKind":"administrative","authority":"region"},"systems":[{"name":"x"}]}`,
		"/holder/creditCode":       `{"holder":{"name":"x","creditCode":"91350100M000100Y44","role":"regionDepartment","holderKind":"administrative","authority":"region"}}`,
		"/budget":                  `{"holder":{"name":"x","role":"regionDepartment","holderKind":"administrative","authority":"region"},"budget":1}`,
		"/projects":                `{"holder":{"name":"x","role":"regionDepartment","holderKind":"administrative","authority":"region"},"projects":{}}`,
		"/projects/0/acceptedOn":   `{"holder":{"name":"x","role":"regionDepartment","holderKind":"administrative","authority":"region"},"projects":[{"id":"P-01","name":"x","acceptedOn":"2020-13-01"}]}`,
		"/holder/holderKindOfUnit": `{"holder":{"name":"x","role":"regionDepartment","holderKind":"administrative","authority":"region","holderKindOfUnit":1}}`,
	} {
		_, report, err := pilot.UnitRecords().Decode([]byte(text))
		require.NoError(t, err, text)
		require.Len(t, report.Findings, 1, text)
		assert.Equal(t, path, report.Findings[0].Path)
	}
	assert.Equal(t, []string{"pilot-unit", "pilot-event"}, []string{pilot.Definitions()[0].Name, pilot.Definitions()[1].Name})
}
