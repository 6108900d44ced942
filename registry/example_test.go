package registry_test

import (
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
	r := registry.New(registry.FinanceCard(), resource.ID)
	r, _, err := r.Apply(registry.Submit{
		On: calendar.MustDate(2025, 9, 8), By: "经办人",
		Card: registry.Card{Resource: resource, Holder: "某厅", EnteredOn: calendar.MustDate(2025, 9, 8)},
	})
	if err != nil {
		panic(err)
	}
	_, _, err = r.Apply(registry.Approve{On: calendar.MustDate(2025, 9, 10), By: "经办人", CertificateNo: "GX-ZS-2025-0001"})
	var refusal *rule.Refusal
	if errors.As(err, &refusal) {
		fmt.Println(refusal.Rule, refusal.Why.EN)
	}
	r, events, err := r.Apply(registry.Approve{On: calendar.MustDate(2025, 9, 10), By: "审核人", CertificateNo: "GX-ZS-2025-0001"})
	if err != nil {
		panic(err)
	}
	fmt.Println(events[0].From, "→", events[0].To, r.Certificate.Number)
	// Output:
	// registry.other-person it was submitted by 经办人 too
	// none/first/submitted → registered GX-ZS-2025-0001
}
