package sweep

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var catalogue = Catalogue{Prefix: "X", Holder: rule.PublicInstitution}

func read(t *testing.T, c Catalogue, name string) Found {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "dcat3", name))
	require.NoError(t, err)
	defer file.Close()
	f, err := c.Read(file)
	require.NoError(t, err)
	return f
}

// The W3C's basic example: weekly, one CSV of 5,120 bytes, a quarter of 2011. Two
// datasets that the catalogue lists are not in the file.
func TestBasicExample(t *testing.T) {
	f := read(t, catalogue, "basic-example.jsonld")
	require.Len(t, f.Candidates, 1)
	c := f.Candidates[0]
	assert.Equal(t, asset.Resource{
		ID: "X-dataset-001", Name: "Imaginary dataset", Introduction: "accountability、payments、transparency", HolderKind: rule.PublicInstitution,
		Form: "structured", Scale: "1个数据集，1个分发，5.12 kB，text/csv", Bytes: record.Some[int64](5120), Area: "http://sws.geonames.org/6695072/",
		CoversFrom: "2011-07-01", CoversTo: "2011-09-30", Frequency: "weekly",
	}, c.Resource)
	assert.Equal(t, "dcat https://dcat.example.org/dataset-001", c.Origin)
	assert.Empty(t, c.Notes)
	assert.Equal(t, []rule.Text{
		{ZH: "列出而未描述的数据集：https://dcat.example.org/dataset-003", EN: "a dataset that is listed and not described: https://dcat.example.org/dataset-003"},
		{ZH: "列出而未描述的数据集：https://dcat.example.org/dataset-002", EN: "a dataset that is listed and not described: https://dcat.example.org/dataset-002"},
	}, f.Notes)
	assert.Equal(t, []string{"class", "sources", "personal", "importance", "authorised", "owner", "rightHolder", "costAt"}, keys(c.Unknown()))
}

func keys(all []record.FieldDefinition) (keys []string) {
	for _, f := range all {
		keys = append(keys, f.Key)
	}
	return keys
}

// Records of a research archive: a survey with three parts whose sizes are written for
// people, and a vocabulary in four forms, of which the largest has 2,047,874 bytes.
func TestCSIRO(t *testing.T) {
	f := read(t, catalogue, "csiro.jsonld")
	require.Len(t, f.Candidates, 3)
	parts := f.Candidates[0]
	assert.Equal(t, "X-P366-2003SEPT", parts.Resource.ID)
	assert.Equal(t, "Parkes observations for project P366 semester 2003SEPT", parts.Resource.Name)
	assert.Equal(t, parts.Resource.Name, parts.Resource.Series)
	assert.Equal(t, "Parkes multibeam high-latitude pulsar survey", parts.Resource.Introduction)
	assert.Equal(t, "2003-09-01 2003-12-31", parts.Resource.CoversFrom+" "+parts.Resource.CoversTo)
	assert.Equal(t, "4个数据集，3个分发", parts.Resource.Scale)
	assert.False(t, parts.Resource.Bytes.Present(), "1GB is no number")
	var said []string
	for _, n := range parts.Notes {
		said = append(said, n.EN)
	}
	assert.Equal(t, []string{"byteSize is no number: 82MB", "byteSize is no number: 402MB", "byteSize is no number: 1GB", "openness not understood: The metadata and files (if any) are available to the public."}, sortedBySize(said))

	image := f.Candidates[1].Resource
	assert.Equal(t, record.Some[int64](1629104), image.Bytes)
	assert.Equal(t, asset.Form("unstructured"), image.Form)
	assert.Equal(t, "Graphical representation of 2017 edition of International Chronostratigraphic Chart (Geologic Timesc", image.Name, "100 characters")
	assert.Contains(t, f.Candidates[1].Notes, rule.Text{ZH: "资源名称过长，截至100字", EN: "the name is cut to 100 characters"})
	rdf := f.Candidates[2].Resource
	assert.Equal(t, record.Some[int64](2047874), rdf.Bytes)
	assert.Equal(t, asset.Form("semiStructured"), rdf.Form)
	assert.Equal(t, "1个数据集，4个分发，2.05 MB，application/rdf+xml、application/ld+json、application/n-triples、text/turtle", rdf.Scale)

	each := catalogue
	each.Unit = asset.SingleTable
	assert.Len(t, read(t, each, "csiro.jsonld").Candidates, 6, "the survey, its three parts, the image, the vocabulary")
}

// sortedBySize keeps the order in which the parts are listed in the file.
func sortedBySize(all []string) []string {
	rank := func(s string) int {
		for i, x := range []string{"82MB", "402MB", "1GB"} {
			if strings.HasSuffix(s, " "+x) {
				return i
			}
		}
		return 3
	}
	out := make([]string, len(all))
	for _, s := range all {
		out[rank(s)] = s
	}
	return out
}

func idsOf(f Found) (all []string) {
	for _, c := range f.Candidates {
		all = append(all, c.Resource.ID+" "+c.Resource.Name)
	}
	return all
}

// series is a catalogue in Chinese and English with a series of DCAT 3.
const series = `{
  "@context": [{"dcat": "http://www.w3.org/ns/dcat#", "@vocab": "http://purl.org/dc/terms/", "id": "@id", "kind": "@type", "lang": "@language", "val": "@value"},
    {"title": {"@container": "@language"}, "数据集": {"@id": "dcat:dataset"}, "distribution": {"@id": "dcat:distribution", "@container": "@set"},
     "contains": {"@reverse": "dcat:inSeries"}, "theme": {"@id": "dcat:theme", "@type": "@id"}, "euro": "http://publications.europa.eu/resource/authority/",
     "accrualPeriodicity": {"@type": "@vocab"}, "weekly": "euro:frequency/WEEKLY"}],
  "id": "https://gx.example/catalog", "kind": "dcat:Catalog",
  "数据集": [
    {"id": "https://gx.example/flow", "kind": ["dcat:DatasetSeries"], "title": {"en": ["Traffic counts"], "zh-CN": "公路交通量", "@none": "x"},
     "description": [{"val": "Counts of vehicles", "lang": "en"}, {"lang": "zh", "val": "分车型流量"}],
     "spatial": {"kind": "Location", "http://www.w3.org/2004/02/skos/core#prefLabel": "广西"},
     "contains": [
       {"id": "https://gx.example/flow-2024", "kind": "dcat:Dataset", "title": {"zh": "2024年"}, "accrualPeriodicity": "weekly", "theme": "euro:data-theme/TRAN",
        "temporal": "2024-01-01/2024-12-31T23:59:59Z", "accessRights": {"@id": "euro:access-right/PUBLIC"},
        "distribution": {"@list": [{"dcat:byteSize": 3000000000, "dcat:mediaType": "text/csv"}, {"dcat:byteSize": 1000000.0, "dcat:mediaType": "application/json"}]}},
       {"id": "https://gx.example/flow-2025", "kind": "dcat:Dataset", "accrualPeriodicity": "euro:frequency/WEEKLY",
        "temporal": {"dcat:startDate": {"val": "2025-01"}, "dcat:endDate": "soon"}, "distribution": [{"dcat:byteSize": {"val": "1000", "@type": "x"}}]}
     ]},
    "https://gx.example/one",
    {"@graph": [{"id": "https://gx.example/two", "kind": "dcat:Dataset", "dcat:inSeries": {"id": "https://gx.example/three"}},
                {"id": "https://gx.example/three", "kind": "dcat:Dataset", "dcat:inSeries": {"id": "https://gx.example/two"}, "title": "三"}]}
  ],
  "@reverse": {"isPartOf": {"id": "https://gx.example/sub", "kind": "dcat:Catalog"}}
}`

func TestSeries(t *testing.T) {
	f, err := catalogue.Read(strings.NewReader(series))
	require.NoError(t, err)
	require.Equal(t, []string{"X-flow 公路交通量", "X-two two", "X-three 三"}, idsOf(f), "a circle is no series")
	c := f.Candidates[0]
	assert.Equal(t, asset.Resource{
		ID: "X-flow", Name: "公路交通量", Series: "公路交通量", Introduction: "分车型流量", HolderKind: rule.PublicInstitution, Area: "广西",
		Scale: "3个数据集，3个分发，3 GB，text/csv、application/json", Bytes: record.Some[int64](3_000_001_000), Form: "mixed",
		CoversFrom: "2024-01-01", Frequency: "weekly", Openness: "unconditional", Sector: "transport",
	}, c.Resource, "2025 has no end yet")
	assert.Equal(t, []rule.Text{{ZH: "日期未能识别：soon", EN: "date not understood: soon"}}, c.Notes)
	each := catalogue
	each.Unit = asset.SingleTable
	f, err = each.Read(strings.NewReader(series))
	require.NoError(t, err)
	assert.Equal(t, []string{"X-flow-2024 2024年", "X-flow-2025 flow-2025", "X-two two", "X-three 三"}, idsOf(f))
}

// A catalogue of an American agency names its context by address, as all of them do.
func TestDCATUS(t *testing.T) {
	f, err := catalogue.Read(strings.NewReader(`{"@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld", "@type": "dcat:Catalog",
		"dataset": [{"@type": "dcat:Dataset", "identifier": "USDA-1", "title": "Crops", "description": "Acreage", "accessLevel": "restricted public",
		"accrualPeriodicity": "R/P1Y", "spatial": "Iowa", "temporal": "2000-01-15/2010-01-15", "distribution": [{"mediaType": "text/csv"}]}]}`))
	require.NoError(t, err)
	assert.Equal(t, asset.Resource{
		ID: "X-USDA-1", Name: "Crops", Introduction: "Acreage", HolderKind: rule.PublicInstitution, Form: "structured", Scale: "1个数据集，1个分发，text/csv",
		Area: "Iowa", CoversFrom: "2000-01-15", CoversTo: "2010-01-15", Frequency: "yearly", Openness: "conditional",
	}, f.Candidates[0].Resource)
}

// What cannot be read is an error that says where and why, and nothing is fetched.
func TestRefused(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 40)
	for name, tt := range map[string]struct{ text, path, want string }{
		"empty":                     {"", "", "JSON"},
		"not JSON":                  {"<rdf/>", "", "JSON"},
		"cut off":                   {series[:700], "", "JSON"},
		"twice":                     {`{"a": 1, "a": 2}`, "", "JSON"},
		"more":                      {`{} {}`, "", "end of the file"},
		"not UTF-8":                 {"{\"a\": \"\xff\"}", "", "JSON"},
		"a number":                  {"7", "/0", "object"},
		"an array of numbers":       {"[[]]", "/0", "object"},
		"deep":                      {deep, "", "32 levels"},
		"no context":                {`{"@type": "Dataset"}`, "", "dcat:Dataset"},
		"elsewhere":                 {`{"@context": "https://example.org/c.jsonld"}`, "/@context", "never fetched"},
		"elsewhere in an array":     {`{"@context": [{}, "file:///etc/passwd"]}`, "/@context/1", "never fetched"},
		"imported":                  {`{"@context": {"@import": "https://example.org/c.jsonld"}}`, "/@context/@import", "within the file"},
		"a context of another kind": {`{"@context": 7}`, "/@context", "object"},
		"a term of another kind":    {`{"@context": {"a": 7}}`, "/@context/a", "address"},
		"an id of another kind":     {`{"@context": {"a": {"@id": 7}}}`, "/@context/a/@id", "address"},
		"a vocabulary of another":   {`{"@context": {"@vocab": 7}}`, "/@context/@vocab", "address"},
		"a language of another":     {`{"@context": {"@language": 7}}`, "/@context/@language", "language"},
		"a scoped context":          {`{"@context": {"a": {"@id": "x:a", "@context": {}}}}`, "/@context/a/@context", "own"},
		"an id map":                 {`{"@context": {"a": {"@id": "x:a", "@container": ["@set", "@id"]}}}`, "/@context/a/@container", "@index"},
		"reversed":                  {`{"@reverse": 7}`, "/@reverse", "object"},
		"many contexts":             {`{"@context": [` + strings.Repeat(`{},`, 70) + `{}]}`, "/@context/64", "64 contexts"},
		"a long address":            {`{"@context": {"a": "` + strings.Repeat("x", 513) + `"}}`, "/@context/a", "512 bytes"},
		"inside":                    {`{"@graph": [{"x:a": {"@context": "u:v"}}]}`, "/@graph/0/x:a/@context", "never fetched"},
	} {
		_, err := catalogue.Read(strings.NewReader(tt.text))
		var wrong *CatalogueError
		require.ErrorAs(t, err, &wrong, name)
		assert.Contains(t, err.Error(), tt.want, name)
		if tt.path != "" {
			assert.Equal(t, tt.path, wrong.Path, name)
		}
		assert.NotEmpty(t, wrong.In(rule.Chinese))
		assert.Contains(t, wrong.In(rule.English), wrong.Want.EN)
	}
	_, err := catalogue.Read(strings.NewReader(`{}`))
	require.ErrorIs(t, err, ErrNoDataset)
	broken := errors.New("disk")
	_, err = catalogue.Read(iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
	_, err = catalogue.Read(&endless{})
	require.ErrorContains(t, err, "64 MiB")
	_, err = catalogue.Read(strings.NewReader("[" + strings.Repeat("1,", maxValues) + "1]"))
	require.ErrorContains(t, err, "1,000,000 values")
	for _, c := range []Catalogue{{Holder: rule.Enterprise}, {Prefix: "X"}, {Prefix: "X", Holder: rule.Enterprise, Unit: asset.WholeSystem}} {
		_, err := c.Read(strings.NewReader(series))
		var value *rule.ValueError
		require.ErrorAs(t, err, &value)
	}
}

// endless is a text without an end.
type endless struct{ begun bool }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	if !e.begun {
		e.begun, p[0] = true, '"'
	}
	return len(p), nil
}

// Hostile terms that mean each other end.
func TestTermsInCircles(t *testing.T) {
	f, err := catalogue.Read(strings.NewReader(`{"@context": {"a": "b:x", "b": "a:y", "c": "d", "d": "c", "e": "e", "f": {"@id": "f:f"}, "dcat": "http://www.w3.org/ns/dcat#"},
		"a": 1, "b:z": 2, "c": {"@id": "a:q"}, "d": 3, "e": 4, "f": 5, "@type": ["c", "dcat:Dataset"]}`))
	require.NoError(t, err)
	assert.Len(t, f.Candidates, 1)
}

// A dataset with very many values of everything is read as fast as it is long, and what
// is said of it stays short.
func TestManyValues(t *testing.T) {
	many := strings.TrimSuffix(strings.Repeat(`{"d:byteSize":"x","d:mediaType":{"@id":"m:#"}},`, 50_000), ",")
	for i := range 10 {
		many = strings.Replace(many, "m:#", "m:"+strings.Repeat("y", i), 1)
	}
	f, err := catalogue.Read(strings.NewReader(`{"@context":{"d":"http://www.w3.org/ns/dcat#","t":"http://purl.org/dc/terms/"},"@type":"d:Dataset","@id":"u:1",
		"t:spatial":["` + strings.Repeat(`a","`, 50_000) + `b"],"t:accrualPeriodicity":["` + strings.Repeat(`a","`, 50_000) + `b"],"d:distribution":[` + many + `]}`))
	require.NoError(t, err)
	require.Len(t, f.Candidates, 1)
	assert.Len(t, f.Candidates[0].Notes, maxNotes)
	assert.Contains(t, f.Candidates[0].Resource.Scale, "50000个分发")
}

// Whatever a catalogue holds, what comes out is a draft that the table takes, each with
// an id of its own, and is written as a sheet.
func FuzzCatalogue(f *testing.F) {
	f.Add([]byte(series))
	for _, name := range []string{"basic-example.jsonld", "csiro.jsonld"} {
		text, err := os.ReadFile(filepath.Join("testdata", "dcat3", name))
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add([]byte(`{"@context":{"d":"http://www.w3.org/ns/dcat#","t":"http://purl.org/dc/terms/"},"@type":"d:Dataset","t:title":"\u0000\u2028","t:temporal":"2024/..","d:distribution":{"d:byteSize":-1}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, unit := range []asset.Unit{asset.ThemeSeries, asset.SingleTable} {
			c := catalogue
			c.Unit = unit
			found, err := c.Read(strings.NewReader(string(text)))
			if err != nil {
				continue
			}
			seen := map[string]bool{}
			for _, x := range found.Candidates {
				if seen[x.Resource.ID] {
					t.Fatalf("%s twice", x.Resource.ID)
				}
				seen[x.Resource.ID] = true
				row := x.Row(rule.Chinese)
				if err := Table().Validate(&row, record.Options{Stage: record.Draft}).Err(); err != nil {
					t.Fatalf("%v: %+v", err, row)
				}
			}
			if err := found.WriteCSV(&strings.Builder{}, rule.English); err != nil {
				t.Fatal(err)
			}
		}
	})
}
