package dataasset_test

import (
	"encoding/json"
	"fmt"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/rule"
)

// What stands behind the ten working days in which a department files the one-off
// revenue of its asset JT-02: the duty, whose it is, and the clause with the document's own place.
func Example() {
	for _, d := range dataasset.Duties() {
		if d.ID == "revenue.file-one-off" {
			fmt.Println(d.Title.EN, "-", d.Term.EN(), "→", d.Addressee.EN)
			fmt.Println(d.OwedBy(rule.RegionDepartment), "/", d.OwedBy(rule.CityFinanceBureau) == "")
			fmt.Println(d.Basis[0])
		}
	}
	// Output:
	// filing of a one-off revenue - within 10 working days → region finance department
	// byText / true
	// 桂财资〔2025〕15号 四(六) [GX-4.6.3]
}

// Which rules block a supply, and by which clause.
func ExampleRules() {
	for _, r := range dataasset.Rules() {
		if r.ID == "registry.before-supply" {
			fmt.Println(r.Severity, r.Title.ZH, r.Basis[0])
		}
	}
	// Output:
	// blocking 对外提供使用前完成登记 桂财资〔2025〕15号 四(三) [GX-4.3.2]
}

// A clause of the plan, and that no program can judge it.
func ExampleClauses() {
	for _, c := range dataasset.Clauses() {
		if c.Clause == "GX-5.4" {
			b, err := json.Marshal(c.Why)
			if err != nil {
				panic(err)
			}
			fmt.Println(c.Clause, c.Place, c.Open(), string(b))
		}
	}
	// Output:
	// GX-5.4 五(四) false {"zh":"鼓励与高校、科研院所、企业合作，无可判定的条件","en":"encouragement to co-operate; there is nothing to judge"}
}
