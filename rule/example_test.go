package rule_test

import (
	"fmt"

	"github.com/dataasset-go/dataasset/rule"
)

// By which clause a department files the one-off revenue of its asset JT-02, and
// where that stands: the document's own place first, the key in brackets.
func Example() {
	clause := rule.GX("4.6.3")
	fmt.Println(clause)
	plan, _ := rule.DocumentByID(clause.Doc)
	fmt.Println(plan.Title.ZH)
	// Output:
	// 桂财资〔2025〕15号 四(六) [GX-4.6.3]
	// 广西壮族自治区数据资产全过程管理试点实施方案
}
