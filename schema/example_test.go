package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// A form asks for a receipt. The schema and Go refuse the same instance: a day
// that there is not, and no day on which the value was received.
func Example() {
	text, err := schema.For("receipt")
	if err != nil {
		panic(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.Draft, compiler.AssertFormat = jsonschema.Draft2020, true
	if err := compiler.AddResource(schema.Base+"receipt", bytes.NewReader(text)); err != nil {
		panic(err)
	}
	form := compiler.MustCompile(schema.Base + "receipt")

	for _, day := range []string{`"bankOn":"2026-04-09",`, `"bankOn":"2026-04-31",`, ``} {
		instance := `{"id":"SR-1","assets":["JT-02"],"purpose":"use","payment":"oneOff","counterparty":"运营机构甲",` + day + `"amount":"101000.00"}`
		var v any
		if err := json.Unmarshal([]byte(instance), &v); err != nil {
			panic(err)
		}
		_, report, err := revenue.Receipts().Decode([]byte(instance))
		if err != nil {
			panic(err)
		}
		fmt.Println("schema:", form.Validate(v) == nil, "Go:", report.Err() == nil)
	}
	// Output:
	// schema: true Go: true
	// schema: false Go: false
	// schema: false Go: false
}

// What a form builder reads of one field: its title, its codes with theirs, and
// the clause that asks for it.
func ExampleGenerator_For() {
	text, err := schema.Generator{Language: rule.English}.For("receipt")
	if err != nil {
		panic(err)
	}
	_, payment, _ := strings.Cut(string(text), "\n    \"payment\": ")
	payment, _, _ = strings.Cut(payment, "\n    },")
	fmt.Println(payment)
	// Output:
	// {
	//       "title": "how it is paid",
	//       "type": "string",
	//       "oneOf": [
	//         {
	//           "const": "oneOff",
	//           "title": "one-off"
	//         },
	//         {
	//           "const": "instalment",
	//           "title": "in instalments"
	//         }
	//       ],
	//       "examples": [
	//         "instalment"
	//       ],
	//       "x-basis": [
	//         "桂财资〔2025〕15号 四(六) [GX-4.6.3]",
	//         "桂财资〔2025〕15号 四(六) [GX-4.6.4]"
	//       ],
	//       "x-order": 4,
	//       "x-message": "want one of the list"
}

// A program that knows a record by its name only checks an instance: each
// member that is missing, surplus or wrong is a finding at its place, in the
// order of the table.
func ExampleValidate() {
	report, err := schema.Validate("receipt", []byte(`{"id":"SR-1","assets":["JT-02"],"purpose":"use","payment":"once","counterparty":"运营机构甲","bankOn":"2026-04-31","sum":"101000.00"}`))
	if err != nil {
		panic(err)
	}
	for _, f := range report.Findings {
		fmt.Println(f.Path, f.Message.EN)
	}
	// Output:
	// /payment how it is paid "once" is not in the list of codes: want one of how it is paid: oneOff (one-off), instalment (in instalments).
	// /bankOn in the bank on "2026-04-31" has the wrong form: want a date that exists, written 2006-01-02, of a year from 1900 to 2199.
	// /amount amount with tax is missing.
	// /sum member "sum" is not defined.
}

// A notice of 2026-02-10 asks an agency to disclose its ceilings, too: of a
// disclosure made before, nobody asks them, whatever day it is checked.
func ExampleValidate_period() {
	for _, on := range []string{"2026-01-20", "2026-03-15"} {
		report, err := schema.Validate("trade-disclosure", []byte(`{"publisher":"agency","name":"某局","year":2025,"on":"`+on+`","at":"https://example.com/2025","grant":true}`))
		if err != nil {
			panic(err)
		}
		fmt.Println(on, report.Err() == nil)
		for _, f := range report.Findings {
			fmt.Println(f.Path, f.Message.EN)
		}
	}
	// Output:
	// 2026-01-20 true
	// 2026-03-15 false
	// /ceilings ceilings disclosed is missing.
}

// An office's own record, with a kind that ended with the year: its form for 2026
// offers what is left, and asks who lends as the law does since then.
func ExampleGenerator_ForDefinition() {
	year := calendar.MustDate(2026, time.January, 1)
	d := record.Definition{Name: "loan", Title: rule.Text{ZH: "借款", EN: "loan"}, DateOf: "on", Fields: []record.FieldDefinition{
		{Key: "on", Title: rule.Text{ZH: "日期", EN: "date"}, Type: record.Date{}, Required: record.Always()},
		{Key: "kind", Title: rule.Text{ZH: "种类", EN: "kind"}, Type: record.Code{List: record.CodeList{
			Name: "loan-kind", Title: rule.Text{ZH: "借款种类", EN: "kind of loan"}, Codes: []record.CodeEntry{
				{Code: "old", Title: rule.Text{ZH: "旧", EN: "old"}, Effective: rule.Period{To: year.AddDays(-1)}},
				{Code: "usual", Title: rule.Text{ZH: "常用", EN: "usual"}},
			},
		}}},
		{Key: "lender", Title: rule.Text{ZH: "出借人", EN: "lender"}, Type: record.Text{Max: 40}, Required: record.During(rule.From(year))},
	}}
	for _, at := range []calendar.Date{year.AddDays(-1), year} {
		var form struct {
			Properties struct {
				Kind struct{ OneOf []struct{ Title string } }
			}
			Required []string
		}
		if err := json.Unmarshal(schema.Generator{At: at, Language: rule.English}.ForDefinition(d), &form); err != nil {
			panic(err)
		}
		fmt.Println(at, form.Properties.Kind.OneOf, form.Required)
	}
	// Output:
	// 2025-12-31 [{old} {usual}] [on]
	// 2026-01-01 [{usual}] [on lender]
}

// An office adds a field of its own to the ledger: its form and its validation
// follow from the extended table.
func ExampleGenerator_ValidateDefinition() {
	own, err := ledger.Table().With(record.FieldDefinition{
		Key: "costCentre", Title: rule.Text{ZH: "成本中心", EN: "cost centre"}, Type: record.Text{Max: 8, Shape: record.CodeText},
	})
	if err != nil {
		panic(err)
	}
	draft := schema.Generator{Stage: record.Draft}
	report, err := draft.ValidateDefinition(own.Definition(), []byte(`{"id":"JT-01","costCentre":"养护"}`))
	if err != nil {
		panic(err)
	}
	fmt.Println(report.Findings[0].Path, report.Findings[0].Message.ZH)
	// Output:
	// /costCentre 成本中心 "养护" 格式不符，应为：字母、数字和 -_./: 组成的编号。
}
