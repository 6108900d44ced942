package enterprise_test

import (
	"bytes"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sampleEvents is each kind of event once, or as often as facts change its
// accounts; the golden file is read against the law.
func sampleEvents() []struct {
	kind    string
	amounts string
	facts   []string
	months  int
} {
	return []struct {
		kind    string
		amounts string
		facts   []string
		months  int
	}{
		{"purchase", "price 1000000.00, taxes 500.00, processing 100000.00, certification 35000.00, vat 68100.00, unpaid 200000.00", nil, 36},
		{"purchase", "price 1000000.00, vat 10000.00", []string{"inputTax=barred"}, 36},
		{"purchase", "price 1000000.00, vat 60000.00", []string{"inputTax=pending"}, 36},
		{"service-bought", "expense 100000.00, vat 6000.00", []string{"use=management"}, 0},
		{"training-expensed", "expense 3000.00", nil, 0},
		{"maintenance-expensed", "expense 8000.00, vat 480.00", []string{"use=service"}, 0},
		{"addition-capitalised", "cost 50000.00, vat 3000.00", nil, 0},
		{"payable-paid", "paid 200000.00", nil, 0},
		{"purchase-deferred", "present 8865000.00, total 10000000.00, costs 200000.00", nil, 120},
		{"deferred-interest", "interest 443250.00", nil, 0},
		{"deferred-instalment", "paid 2500000.00", nil, 0},
		{"research-spent", "paid 60000.00, pay 30000.00, overhead 10000.00, vat 3600.00", nil, 0},
		{"development-unqualified", "paid 50000.00", nil, 0},
		{"research-expensed", "spent 150000.00", nil, 0},
		{"research-expensed", "spent 150000.00", []string{"researchAccount=administrative"}, 0},
		{"development-spent", "paid 200000.00, pay 100000.00", nil, 0},
		{"project-bought", "price 80000.00, vat 4800.00", nil, 0},
		{"borrowing-capitalised", "borrowing 12000.00", nil, 0},
		{"development-formed", "spent 300000.00", nil, 60},
		{"development-failed", "spent 300000.00", nil, 0},
		{"owner-contribution", "value 600000.00, vat 36000.00, capital 500000.00, costs 1000.00", []string{"agreedFair=yes"}, 60},
		{"owner-transfer", "value 600000.00", nil, 60},
		{"inventory-contributed", "value 90000.00, capital 80000.00", nil, 0},
		{"exchange-fair", "fair 120000.00, boot 10000.00, costs 2000.00, cost 200000.00, amortised 90000.00", nil, 60},
		{"exchange-carrying", "boot 10000.00, cost 200000.00, amortised 90000.00, impaired 5000.00", nil, 60},
		{"restructuring", "fair 80000.00, costs 500.00, claim 100000.00, allowance 15000.00", nil, 60},
		{"grant-fair", "fair 300000.00, costs 1500.00", nil, 60},
		{"grant-nominal", "nominal 1.00", nil, -1},
		{"grant-nominal", "nominal 1.00", []string{"daily=no"}, -1},
		{"grant-money", "grant 240000.00", nil, 0},
		{"grant-money-net", "grant 240000.00", []string{"grantMethod=net"}, 0},
		{"grant-released", "grant 4000.00", nil, 0},
		{"grant-income", "grant 30000.00", nil, 0},
		{"grant-income", "grant 30000.00", []string{"grantMethod=net"}, 0},
		{"inventory-purchase", "price 90000.00, insurance 100.00, certification 900.00, vat 5400.00", nil, 0},
		{"inventory-processed", "processing 40000.00, pay 15000.00, overhead 5000.00, vat 2400.00", nil, 0},
		{"inventory-expensed", "expense 2000.00", nil, 0},
		{"inventory-written-down", "loss 8000.00", nil, 0},
		{"inventory-recovered", "recovery 4200.00", nil, 0},
		{"inventory-lapsed", "cost 6000.00, provision 100.00", nil, 0},
		{"inventory-sold", "net 22000.00, vat 1320.00, cost 24000.00, provision 3200.00", nil, 0},
		{"inventory-dispatched", "cost 24000.00", nil, 0},
		{"dispatched-sold", "net 22000.00, vat 1320.00, cost 24000.00", []string{"payment=credit"}, 0},
		{"amortised", "current 31527.78", []string{"use=mixed", "served=yes"}, 0},
		{"amortised", "current 31527.78, prior 63055.56", []string{"use=production"}, 0},
		{"life-reviewed", "", nil, 48},
		{"impaired", "loss 91388.84", nil, 0},
		{"sold", "cost 1135000.00, amortised 843611.16, impaired 91388.84, net 150000.00, vat 9000.00", nil, 0},
		{"sold", "cost 250000.00, amortised 80000.00, net 300000.00, vat 3000.00", []string{"outputTax=small"}, 0},
		{"retired", "cost 250000.00, amortised 80000.00, impaired 20000.00", nil, 0},
		{"held-for-sale", "cost 250000.00, amortised 80000.00, impaired 20000.00", nil, -2},
		{"held-for-sale-written-down", "loss 10000.00", nil, 0},
		{"held-for-sale-recovered", "recovery 4000.00", nil, 0},
		{"held-for-sale-sold", "cost 150000.00, provision 6000.00, net 150000.00, vat 9000.00", nil, 0},
		{"held-for-sale-ended", "cost 150000.00, provision 6000.00, value 140000.00", nil, 36},
		{"purpose-to-inventory", "cost 250000.00, amortised 80000.00, impaired 20000.00", nil, -2},
		{"purpose-to-intangible", "cost 60000.00, provision 600.00", nil, 36},
		{"service-revenue", "net 60000.00, vat 3600.00", []string{"payment=credit"}, 0},
		{"service-revenue", "net 60000.00, vat 1800.00", []string{"outputTax=simple", "business=other"}, 0},
		{"unrecognised-sold", "net 360000.00, vat 21600.00", nil, 0},
		{"receivable-collected", "received 53000.00", nil, 0},
		{"advance-received", "net 120000.00, vat 7200.00", nil, 0},
		{"advance-earned", "net 10000.00, vat 600.00", nil, 0},
		{"vat-certified", "vat 60000.00", nil, 0},
		{"vat-reversed", "vat 600.00", []string{"use=management"}, 0},
		{"deemed-output-tax", "vat 6000.00", nil, 0},
		{"vat-month-end", "vat 6000.00", nil, 0},
		{"vat-paid", "vat 6000.00", nil, 0},
		{"surcharges", "construction 420.00, education 180.00, local 120.00", nil, 0},
		{"stamp-duty", "tax 300.00", nil, 0},
		{"deferred-tax", "increase 15000.00", nil, 0},
	}
}

// Every kind of event is in the golden file of vouchers.
func TestVouchers(t *testing.T) {
	seen := map[rule.ID]bool{}
	golden(t, "vouchers.zh.txt", func(w *buffer) error {
		for i, s := range sampleEvents() {
			e := event(s.kind, "S-"+itoa(i+1), "2026-06-30", "数据集", amounts(s.amounts), s.facts...)
			switch {
			case s.months > 0:
				e = life(e, s.months, "management")
			case s.months == -1:
				e.Parts[0].Terms = accounting.Terms{Measured: accounting.AtNominal}
			case s.months == -2:
				e.Parts[0].Terms = enterprise.NotAmortised()
			}
			e.Parts[0].Others = map[string]accounting.Ref{"given": {Asset: "换出数据集", Detail: "数据资源——换出数据集"}}
			p, err := enterprise.Post(e)
			require.NoError(t, err, s.kind)
			seen[e.Kind] = true
			var b bytes.Buffer
			require.NoError(t, accounting.Print(&b, p, rule.Chinese))
			w.WriteString("【" + s.kind + "】\n" + b.String() + "\n")
		}
		return nil
	})
	for e := range enterprise.Events().Types() {
		assert.True(t, seen[e.ID], "no voucher of %s", e.ID)
	}
}
