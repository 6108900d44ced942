package sweep_test

import (
	"fmt"
	"strings"

	"github.com/dataasset-go/dataasset/examples/inventory/sweep"
	"github.com/dataasset-go/dataasset/rule"
)

// An entry of an open-data catalogue becomes a candidate; what a catalogue cannot know
// is named.
func ExampleCatalogue() {
	found, err := sweep.Catalogue{Prefix: "JT", Holder: rule.Administrative}.Read(strings.NewReader(`{
		"@context": {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
		"@id": "https://data.example/flow", "@type": "dcat:Dataset",
		"dct:title": {"@language": "zh", "@value": "公路交通量"}, "dct:description": "分车型流量", "dct:spatial": "国省干线",
		"dct:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/DAILY"},
		"dcat:distribution": {"dcat:mediaType": "text/csv", "dcat:byteSize": 1400000000}
	}`))
	if err != nil {
		panic(err)
	}
	for _, c := range found.Candidates {
		fmt.Println(c.Resource.ID, c.Resource.Name, c.Resource.Frequency, c.Resource.Scale)
		for _, f := range c.Unknown() {
			fmt.Print(f.Title.ZH, " ")
		}
	}
	// Output:
	// JT-flow 公路交通量 daily 1个数据集，1个分发，1.4 GB，text/csv
	// 资产分类 数据来源 含个人信息 数据分级 是否已授权运营 所有权人 持有单位 成本现在何处
}
