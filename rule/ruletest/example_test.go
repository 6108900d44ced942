package ruletest_test

import (
	"fmt"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/rule/ruletest"
)

// printing is a TB that prints, in place of the *testing.T of a test.
type printing struct{}

func (printing) Helper() {}

func (printing) Errorf(format string, args ...any) { fmt.Printf(format+"\n", args...) }

// A unit's own rule: each row of the ledger names a contact. The test of the
// rule says that it is complete, and on which rows it speaks.
func Example() {
	var t printing
	contact := rule.Check[*ledger.Row]{
		Rule: rule.Rule{
			ID: "own.contact-named", Title: rule.Text{ZH: "填写联系人", EN: "a contact is named"},
			Basis: []rule.Clause{rule.GX("5.1.3")}, Evidence: rule.FullText, Severity: rule.Warning,
		},
		Func: func(r *ledger.Row, _ rule.Context) rule.Verdict {
			if r.Contact != "" {
				return rule.Pass()
			}
			return rule.Fail(rule.Finding{Path: "/contact", Message: rule.Text{ZH: "未填联系人。", EN: "no contact is named."}})
		},
	}
	set, err := rule.NewSet(contact)
	if err != nil {
		fmt.Println(err)
		return
	}
	ruletest.Consistent(t, set.Rules())
	ruletest.Clean(t, set.Review(&ledger.Row{Contact: "甲"}, rule.Context{}))
	ruletest.Findings(t, set.Review(&ledger.Row{}, rule.Context{}), "own.contact-named /contact")
	ruletest.Clean(t, set.Review(&ledger.Row{}, rule.Context{})) // what a failing test says
	// Output: found and not expected: own.contact-named /contact: no contact is named.
}

// A calendar of the test's own does not change when a notice comes out.
func ExampleCalendar() {
	var t printing
	c := ruletest.Calendar(t, []string{"2030-03-04"}, []string{"2030-03-09"}) // a Monday off, a Saturday worked
	ruletest.Due(t, c, calendar.MustDate(2030, 3, 1), calendar.Workdays(5), "2030-03-09")
	ruletest.Due(t, c, calendar.MustDate(2030, 3, 1), calendar.Workdays(5), "2030-03-08")
	// Output: within 5 working days after 2030-03-01: 2030-03-09; want 2030-03-08
}

// Instances for a program that reads records: one that is right, and one with a
// fault that reading it must find.
func ExampleInstances() {
	g := ruletest.NewInstances(3)
	_, report, err := asset.Projects().Decode(g.Valid(asset.Projects().Definition()))
	fmt.Println(report.Clean(), err)
	bad := g.Broken(asset.Projects().Definition())
	_, report, _ = asset.Projects().Decode(bad.Instance)
	f := report.Findings[0]
	fmt.Println(f.Rule == bad.Rule, f.Path == bad.Path, strings.HasPrefix(string(bad.Rule), "record."))
	// Output:
	// true <nil>
	// true true true
}
