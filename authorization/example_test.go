package authorization_test

import (
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// A city finance bureau is applicant and approver: its own approval is refused,
// the decision of its government is taken.
func Example() {
	on := calendar.MustDate(2026, 1, 16)
	holder := asset.Holder{Name: "桂林市财政局", Role: rule.CityFinanceBureau, Entity: rule.Administrative, Authority: rule.CityLevel, Security: "示例制度", Emergency: "示例预案"}
	application := authorization.Application{
		Number: "SQ-2025-03", On: calendar.MustDate(2025, 12, 18), Holder: holder, Recipient: "运营机构乙", RecipientKind: authorization.OperatorRecipient,
		Assets: []authorization.Line{{
			Asset: "GL-04", Name: "财政投资评审造价指标数据", Mode: authorization.ByScenario, Areas: []string{"造价咨询"},
			Personal: record.Some(false), Important: record.Some(false), ClassifiedOn: calendar.MustDate(2025, 10, 10),
		}},
		Purpose: authorization.Industry, Payment: authorization.Paid, PriceBasis: authorization.ByAgreement, Rights: []authorization.Right{authorization.UseRight},
		Scope: "造价咨询", From: calendar.MustDate(2026, 2, 1), To: calendar.MustDate(2027, 1, 31),
		Study: calendar.MustDate(2025, 12, 1), Diligence: calendar.MustDate(2025, 12, 2), SecurityAssessed: calendar.MustDate(2025, 12, 3),
		Secures: record.Some(false),
	}
	for _, need := range authorization.Needed(application) {
		fmt.Println(need.Regime.ID(), need.Force)
	}
	a := authorization.New(authorization.AssetUse(), "SQ-2025-03")
	act := authorization.Act{On: application.On, By: holder.Name}
	for _, c := range []authorization.Command{
		authorization.Draft{Act: act, Kind: authorization.Grant, Application: application},
		authorization.Decide{Act: act, Decision: authorization.Decision{Form: "party", Number: "示例纪要〔2025〕1号"}},
		authorization.Submit{Act: act},
	} {
		next, _, err := a.Apply(c)
		if err != nil {
			panic(err)
		}
		a = next
	}
	approve := authorization.Approve{Act: authorization.Act{On: on, By: holder.Name}, Approval: authorization.Approval{Number: "示例批复〔2026〕1号"}}
	_, _, err := a.Apply(approve)
	var refusal *rule.Refusal
	if errors.As(err, &refusal) {
		fmt.Println(refusal.Rule)
	}
	approve.By, approve.Role = "桂林市人民政府", authorization.Government
	a, events, err := a.Apply(approve)
	if err != nil {
		panic(err)
	}
	fmt.Println(events[0].From, "→", events[0].To, a.From, a.To)
	// Output:
	// asset-use byReference
	// authorised-operation byText
	// authorization.not-own
	// none/grant/submitted → granted 2026-02-01 2027-01-31
}

// What a grant of the asset JT-02 needs: paid use of an institution's data by an operator takes both
// lines, a university's free use none, an enterprise's data its own procedure.
func ExampleNeeded() {
	a := authorization.Applications().Sample()
	a.Assets[0].Asset = "JT-02"
	for _, tt := range []struct {
		entity  rule.Entity
		payment authorization.Payment
		kind    authorization.RecipientKind
		public  bool
	}{
		{rule.Administrative, authorization.Paid, authorization.OperatorRecipient, true},
		{rule.Administrative, authorization.Free, authorization.UserRecipient, true},
		{rule.Enterprise, authorization.Free, authorization.UserRecipient, false},
	} {
		a.Holder.Role, a.Holder.Entity, a.Payment, a.RecipientKind = rule.RegionDepartment, tt.entity, tt.payment, tt.kind
		a.Assets[0].Public = record.Some(tt.public)
		var ids []string
		for _, need := range authorization.Needed(a) {
			ids = append(ids, need.Regime.ID())
		}
		fmt.Println(tt.entity, tt.payment, tt.kind, ids)
	}
	// Output:
	// administrative paid operator [asset-use authorised-operation]
	// administrative free user []
	// enterprise free user [enterprise-use]
}

// A platform company asks a finance bureau to pledge its data for a loan.
func ExampleGuaranteeRules() {
	g := authorization.Guarantee{
		Number: "DB-2026-01", On: calendar.MustDate(2026, 9, 8), Assets: []string{"GL-07"}, Kind: "pledge", For: "某平台公司",
		Holder: asset.Holder{Name: "桂林市财政局", Role: rule.CityFinanceBureau, Entity: rule.Administrative, Authority: rule.CityLevel},
	}
	for _, f := range authorization.GuaranteeRules().Review(g, g.Holder.Context()).Findings {
		fmt.Println(f.Severity, f.Rule, f.Basis[0])
	}
	// Output:
	// blocking authorization.no-guarantee 桂财资〔2025〕15号 五(三) [GX-5.3.3]
}

// What must follow a sale, and where.
func ExampleFollows() {
	for _, f := range authorization.Follows(authorization.Sale) {
		fmt.Println(f.Place, f.Codes)
	}
	// Output:
	// ledger [sold]
	// registration [relinquished transferred other]
	// books [government.sale government.sale-below-costs]
}
