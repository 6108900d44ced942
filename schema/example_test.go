package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

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
	//       ]
}
