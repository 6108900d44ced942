package registry_test

import (
	"crypto/ed25519"
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// A card is submitted, refused to its own submitter, approved by another, and
// yields the certificate.
func Example() {
	resource := asset.Resources().Sample()
	resource.ID, resource.Name = "JT-02", "公路交通量调查数据"
	r := registry.New(registry.FinanceCard(), resource.ID)
	r, _, err := r.Apply(registry.Submit{
		Act:  registry.Act{On: calendar.MustDate(2025, 9, 8), By: "经办人"},
		Card: registry.Card{Resource: resource, Holder: "某厅", EnteredOn: calendar.MustDate(2025, 9, 8)},
	})
	if err != nil {
		panic(err)
	}
	approve := registry.Approve{Act: registry.Act{On: calendar.MustDate(2025, 9, 10), By: "经办人"}, CertificateNo: "GX-ZS-2025-0001"}
	_, _, err = r.Apply(approve)
	var refusal *rule.Refusal
	if errors.As(err, &refusal) {
		fmt.Println(refusal.Rule, refusal.Why.EN)
	}
	approve.By = "审核人"
	r, events, err := r.Apply(approve)
	if err != nil {
		panic(err)
	}
	fmt.Println(events[0].From, "→", events[0].To, r.Certificate.Number)
	// Output:
	// registry.other-person it was submitted by 经办人 too
	// none/first/submitted → registered GX-ZS-2025-0001
}

// Data were supplied on 5 January and the national registration has not been
// asked for: what is due to whom by when, in the card and in the national
// registration.
func ExampleDeadlines() {
	facts := registry.Facts{OutsideSupply: calendar.MustDate(2026, 1, 5), Delivered: calendar.MustDate(2026, 1, 5)}
	all, err := registry.Deadlines(calendar.MustDate(2026, 1, 6), facts,
		registry.New(registry.FinanceCard(), "JT-02"), registry.New(registry.NationalRegistration(), "JT-02"))
	if err != nil {
		panic(err)
	}
	for _, d := range all {
		fmt.Println(d.Due.Date, d.Standing, d.Term.Blocks, d.Term.Title.ZH, d.Term.Basis[0])
	}
	// Output:
	// 2026-01-05 overdue true 对外提供使用前完成登记 桂财资〔2025〕15号 四(三) [GX-4.3.2]
	// 2026-02-02 ahead false 提供或交付后申请首次登记 发改数据规〔2025〕26号 第9条
}

// A sector's own rules come first: the caller adds them as a value.
func ExampleNewRegime() {
	basis := []rule.Clause{rule.GX("4.3.5")}
	own, err := registry.NewRegime(registry.Spec{
		ID: "weather-data", Title: rule.Text{ZH: "气象数据登记", EN: "registration of weather data"}, Basis: basis, Sector: "weather", Certifies: true,
		Rows: registry.SimpleRows(basis, rule.Text{ZH: "示例", EN: "an example"}),
	})
	if err != nil {
		panic(err)
	}
	standing := registry.Needed(registry.Holding{Role: rule.RegionDepartment, Entity: rule.PublicInstitution, Sector: "weather", Public: true}, own)
	for _, p := range standing.All {
		fmt.Println(p.Regime.ID(), p.Force)
	}
	fmt.Println("voucher:", standing.Voucher.ID())
	// Output:
	// weather-data byText
	// finance-card byText
	// public-data byReference
	// voucher: weather-data
}

// Which changes of a card need an alteration, and why.
func ExampleCompare() {
	before := registry.Card{Holder: "某厅"}
	before.Resource.Scale, before.Resource.Frequency = "1,046 站", "daily"
	after := before
	after.Resource.Scale, after.Resource.Frequency = "1,312 站", "hourly"
	changes := registry.Compare(before, after)
	fmt.Println(changes.Required())
	for _, c := range changes.Changes {
		fmt.Println(c.Needs, c.Why.EN)
	}
	// Output:
	// true
	// met the scale went from 1046 to 1312: 20% or more
	// notMet a routine update needs none
}

// A certificate is signed with a detached signature, and one changed byte is
// found.
func ExampleVerifier() {
	seed := make([]byte, ed25519.SeedSize) // a real key comes from an HSM
	key := ed25519.NewKeyFromSeed(seed)
	sealed, err := registry.Ed25519().Seal(registry.Certificate{
		Number: "GX-ZS-2025-0001", Regime: "finance-card", Asset: "JT-01", Name: "公路基础数据库", Holder: "某厅",
		IssuedOn: calendar.MustDate(2025, 9, 10), IssuedBy: "乙",
	}, key, nil)
	if err != nil {
		panic(err)
	}
	text, err := sealed.Encode()
	if err != nil {
		panic(err)
	}
	v := registry.Verifier{Algorithm: registry.Ed25519(), Key: key.Public()}
	c, err := v.Verify(text)
	fmt.Println(c.Holder, err)
	text[len(text)/2] ^= 1
	_, err = v.Verify(text)
	fmt.Println(errors.Is(err, registry.ErrAltered))
	// Output:
	// 某厅 <nil>
	// true
}
