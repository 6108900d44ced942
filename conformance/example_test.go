package conformance_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/conformance"
)

// One case, read and asked: a receipt of 2026-04-09 is filed within ten working
// days, and 三月三 takes two of them in Guangxi.
func Example() {
	all, err := conformance.Cases()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range all {
		if c.ID == "filing.one-off" {
			fmt.Println(c.Title.EN, c.Basis[0])
			fmt.Println(c.Why.EN)
			fmt.Println(conformance.Run(c) == nil)
		}
	}
	// Output:
	// a one-off receipt (U1 row 12) 桂财资〔2025〕15号 四(六) [GX-4.6.3]
	// 10 working days from 2026-04-09: 04-27 in Guangxi, 04-23 in the nation
	// true
}

// A case of a caller's own that expects something else: the error says where the
// answers differ.
func ExampleRun() {
	err := conformance.Run(conformance.Case{
		ID: "own.report", Kind: "due",
		Input:  []byte(`{"region": "CN", "trigger": "2026-03-31", "term": {"workdays": 10}}`),
		Expect: conformance.Expect{Values: map[string]json.RawMessage{"date": []byte(`"2026-04-14"`)}},
	})
	var differs *conformance.MismatchError
	fmt.Println(errors.As(err, &differs))
	fmt.Println(err)
	// Output:
	// true
	// conformance: own.report: date: want "2026-04-14", got "2026-04-15"
}

// Merge lays a patch over a base, as the files of cases do.
func ExampleMerge() {
	b, err := conformance.Merge([]byte(`{"name": "甲", "role": "regionDepartment"}`), []byte(`{"role": null, "name": "乙"}`))
	fmt.Println(string(b), err)
	// Output: {"name":"乙"} <nil>
}

// The kinds of question, with what a case of each gives.
func ExampleKinds() {
	for _, k := range conformance.Kinds()[:3] {
		fmt.Println(k.Name, "–", k.Title.EN)
	}
	// Output:
	// due – a due date
	// day – what a day is, and counting working days
	// duty – who owes a duty, and by when
}
