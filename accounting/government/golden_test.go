package government_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the difference before committing it")

// samples is at least one case of every event: what testdata/golden prints.
func samples() []sample {
	const books = "gross=200000.00 amortised=80000.00"
	return []sample{
		{"purchase", department, "cost=126000.00", "payment=treasury", ""},
		{"purchase", institution, "cost=53000.00 unpaid=3000.00 retained=2500.00", "payment=bank retention=longer", ""},
		{"purchase", department, "cost=50000.00", "payment=priorQuota", ""},
		{"purchase-small", department, "cost=2999.97 unitPrice=999.99", "payment=treasury bulk=no use=duties", ""},
		{"purchase-with-hardware", department, "cost=8000.00", "payment=treasury", ""},
		{"purchase-general-vat", institution, "cost=50000.00 vat=3000.00", "payment=bank taxpayer=general certified=yes", ""},
		{"purchase-general-vat", institution, "cost=50000.00 vat=3000.00 unpaid=13000.00", "payment=bank taxpayer=general certified=no", ""},
		{"vat-certified", institution, "vat=3000.00", "", ""},
		{"vat-certified-barred", institution, "vat=3000.00", "", ""},
		{"vat-into-cost", institution, "vat=3000.00", "", ""},
		{"vat-out-of-cost", institution, "vat=3000.00", "", ""},
		{"payable-paid", department, "paid=3000.00", "payment=treasury", ""},
		{"retention-paid", department, "paid=2500.00", "payment=treasury", ""},
		{"development-prepaid", department, "paid=120000.00", "payment=treasury", ""},
		{"development-delivered", department, "total=400000.00 prepaid=120000.00", "payment=treasury", ""},
		{"prepayment-returned", department, "paid=120000.00", "payment=treasury", ""},
		{"prepayment-returned-prior-year", department, "paid=120000.00", "payment=treasury carry=fiscalCarried", ""},
		{"prepayment-returned-prior-year", institution, "paid=20000.00", "payment=bank carry=otherSurplus", ""},
		{"prepayment-lost", department, "balance=120000.00", "", ""},
		{"purchase-returned", department, "cost=2999.97", "payment=treasury use=duties", ""},
		{"purchase-special-fund-before-2022", institution, "cost=80000.00", "fundSource=saved", "2022-09-20"},
		{"purchase-special-fund", institution, "cost=80000.00", "fundSource=saved", "2022-09-21"},
		{"purchase-special-fund", institution, "cost=80000.00", "fundSource=budgeted", ""},
		{"special-fund-year-end", institution, "spent=80000.00", "", "2026-12-31"},
		{"purchase-indirect-costs", institution, "cost=15000.00", "payment=bank", ""},
		{"research-spent", institution, "pay=30000.00 materials=5000.00 amortisation=2000.00 cash=8000.00", "payment=bank", ""},
		{"research-expensed", institution, "balance=45000.00", "use=duties", ""},
		{"development-spent", institution, "pay=60000.00 depreciation=5000.00 cash=25000.00", "payment=bank", ""},
		{"development-formed", institution, "cost=90000.00", "", ""},
		{"development-failed", institution, "balance=90000.00", "use=duties", ""},
		{"legally-acquired", department, "fees=8000.00 spent=18000.00", "payment=treasury use=duties", ""},
		{"tidying-expensed", department, "pay=12000.00 cash=30000.00", "payment=treasury use=duties", ""},
		{"project-spent", department, "paid=500000.00 unpaid=100000.00", "payment=treasury", ""},
		{"project-shared-spent", department, "paid=60000.00", "payment=treasury", ""},
		{"project-delivered", department, "investment=600000.00 shared=60000.00", "", ""},
		{"project-settled", department, "estimate=660000.00 final=672000.00", "", ""},
		{"project-settled", department, "estimate=660000.00 final=651000.00", "", ""},
		{"donation", department, "value=70000.00 taxes=1500.00", "payment=bank", ""},
		{"donation-nominal", department, "taxes=800.00", "payment=bank", ""},
		{"entrusted-received", department, "value=70000.00", "", ""},
		{"entrusted-passed-on", department, "value=70000.00", "", ""},
		{"donation-passed-within", department, "gross=71500.00 amortised=1500.00 costs=200.00", "payment=bank", ""},
		{"donation-passed-outside", department, "gross=71500.00 amortised=1500.00 costs=200.00", "payment=bank", ""},
		{"transfer-in", department, "gross=300000.00 amortised=120000.00 taxes=2000.00", "payment=bank", ""},
		{"transfer-in-amortised", department, "gross=90000.00 taxes=500.00", "payment=bank", ""},
		{"transfer-in-nominal", department, "taxes=200.00", "payment=bank", ""},
		{"exchange-even", department, books + " value=150000.00 costs=3000.00", "payment=bank", ""},
		{"exchange-even", department, books + " value=110000.00 costs=3000.00", "payment=bank", ""},
		{"exchange-boot-paid", department, books + " value=150000.00 costs=3000.00 boot=20000.00", "payment=bank", ""},
		{"exchange-boot-received", department, books + " value=150000.00 costs=3000.00 boot=10000.00", "", ""},
		{"exchange-boot-below-costs", department, books + " value=150000.00 costs=3000.00 boot=2000.00", "", ""},
		{"surplus-found", department, "cost=60000.00", "", ""},
		{"surplus-approved", department, "cost=60000.00", "", ""},
		{"surplus-approved-this-year", department, "cost=60000.00", "origin=donated payment=bank", ""},
		{"surplus-approved-this-year", department, "cost=60000.00", "origin=bought payment=treasury", ""},
		{"surplus-at-transition", department, "cost=60000.00", "", "2019-01-01"},
		{"surplus-nominal-found", department, "nominal=1.00", "", ""},
		{"surplus-nominal-approved", department, "nominal=1.00", "", ""},
		{"surplus-nominal-direct", department, "nominal=1.00", "", ""},
		{"surplus-nominal-approved-this-year", institution, "nominal=1.00", "use=management", ""},
		{"loss-found", department, "gross=80000.00 amortised=50000.00", "", ""},
		{"loss-found", institution, "gross=80000.00 amortised=50000.00 transferred=1800.00", "", ""},
		{"loss-approved", department, "gross=80000.00 amortised=50000.00", "", ""},
		{"loss-amortised", department, "gross=80000.00", "", ""},
		{"loss-proceeds", department, "proceeds=1000.00", "", ""},
		{"loss-costs", department, "costs=1500.00", "moneyPath=cash", ""},
		{"loss-settled", department, "proceeds=1000.00 costs=1500.00", "", ""},
		{"loss-settled", department, "proceeds=4000.00 costs=1500.00", "", ""},
		{"later-spending", department, "paid=24000.00", "payment=treasury", ""},
		{"suspended", department, "gross=240000.00 amortised=100000.00", "", ""},
		{"suspended-spent", department, "paid=60000.00", "payment=treasury", ""},
		{"suspended-completed", department, "cost=200000.00", "", ""},
		{"maintenance", institution, "paid=5000.00", "payment=bank use=business activity=business", ""},
		{"right-maintenance", department, "paid=1200.00", "payment=treasury use=duties", ""},
		{"amortised", department, "current=2100.00", "use=duties", "2026-03-31"},
		{"amortised", institution, "current=2100.00 prior=4200.00", "use=research", "2026-03-31"},
		{"sale", department, "gross=240000.00 amortised=100000.00", "", ""},
		{"sale-remitted", department, "proceeds=150000.00 costs=5000.00", "", ""},
		{"sale-retained", institution, "proceeds=150000.00 costs=5000.00", "", ""},
		{"sale-below-costs", department, "proceeds=3000.00 costs=5000.00", "", ""},
		{"donated-sold-remitted", department, "proceeds=9000.00 costs=500.00", "", ""},
		{"donated-sold-retained", institution, "proceeds=9000.00 costs=500.00", "", ""},
		{"donated-out", department, "gross=60000.00 amortised=45000.00 costs=700.00", "payment=bank", ""},
		{"transferred-out", department, "gross=300000.00 amortised=120000.00 costs=300.00", "payment=bank", ""},
		{"written-off", department, "gross=60000.00 amortised=45000.00", "", ""},
		{"remitted", department, "net=145000.00", "", ""},
		{"invested", institution, books + " value=150000.00 costs=3000.00", "payment=bank", ""},
		{"invested-achievement", institution, books + " value=110000.00 costs=3000.00", "payment=bank", ""},
		{"invested-unbooked", institution, "value=150000.00 taxes=3000.00", "payment=bank", ""},
		{"licence-remitted", department, "net=594059.41 vat=5940.59", "taxpayer=small", ""},
		{"licence-remitted", department, "net=594059.41 vat=5940.59 surcharges=356.44", "taxpayer=small remitBasis=netOfTaxes", ""},
		{"licence-due", department, "net=594059.41 vat=5940.59", "taxpayer=small", ""},
		{"due-collected", department, "paid=600000.00", "", ""},
		{"due-to-treasury", department, "net=145000.00", "", ""},
		{"licence-direct", department, "net=594059.41", "", ""},
		{"licence-direct-arrived", department, "net=594059.41", "", ""},
		{"due-written-off", department, "balance=1000.00", "", ""},
		{"achievement-income", institution, "net=80000.00", "", ""},
		{"licence-retained", institution, "net=100000.00 vat=6000.00", "taxpayer=general retainedAs=other", ""},
		{"licence-retained", institution, "net=100000.00 vat=3000.00", "taxpayer=general taxMethod=simple retainedAs=professional", ""},
		{"rent-advance", institution, "net=120000.00 vat=7200.00", "taxpayer=general", ""},
		{"rent-earned", institution, "rent=10000.00", "", ""},
		{"rent-accrued", institution, "rent=10000.00", "", ""},
		{"rent-collected", institution, "paid=10000.00", "", ""},
		{"surcharges-accrued", department, "surcharges=356.44", "use=duties", ""},
		{"surcharges-paid", department, "surcharges=356.44", "payment=treasury", ""},
		{"vat-month-end", institution, "vat=6000.00", "taxpayer=general", "2026-03-31"},
		{"vat-paid-remitted", department, "vat=5940.59", "taxpayer=small", ""},
		{"vat-paid-retained", institution, "vat=6000.00", "taxpayer=general", ""},
		{"nominal-to-cost-prior-year", department, "cost=48000.00", "", "2026-09-10"},
		{"nominal-to-cost-this-year", department, "cost=48000.00", "use=duties", "2026-09-10"},
		{"nominal-to-cost-transition", department, "cost=48000.00", "", "2026-09-10"},
		{"nominal-later-spending", department, "paid=120000.00", "payment=treasury", ""},
		{"error-expensed", department, "cost=120000.00 amortised=36000.00", "", ""},
		{"error-expensed-current", department, "cost=12000.00 amortised=3600.00", "use=duties", ""},
		{"prior-gain", department, "net=7000.00", "counterpart=money carry=fiscalSurplus", ""},
		{"prior-loss", institution, "net=7000.00", "counterpart=payable carry=otherSurplus", ""},
		{"amortisation-missed", department, "amortisation=36000.00", "", ""},
		{"amortisation-missed-current", department, "amortisation=3600.00", "use=duties", ""},
		{"treasury-refund-prior-year", department, "net=5000.00", "carry=fiscalCarried", ""},
		{"treasury-refund-prior-year-asset", department, "net=5000.00", "carry=fiscalSurplus", ""},
		{"adjustment-carried", department, "surplus=47999.00", "", ""},
		{"adjustment-carried", department, "deficit=36000.00", "", ""},
		{"reclassified", department, "gross=600000.00 amortised=200000.00", "", ""},
		{"reclassified-from-fixed-assets", department, "gross=600000.00 amortised=200000.00", "", ""},
		{"merged-in", department, "gross=300000.00 amortised=120000.00", "", ""},
		{"merged-in-nominal", department, "", "", ""},
		{"merged-out", department, "gross=300000.00 amortised=120000.00", "", ""},
		{"merged-money-in", department, "cash=50000.00", "carry=fiscalCarried", ""},
		{"merged-money-out", department, "cash=50000.00", "carry=otherSurplus", ""},
		{"liquidation-surplus-found", department, "cost=60000.00", "", ""},
		{"liquidation-surplus-approved", department, "cost=60000.00", "", ""},
		{"liquidation-revalued", department, "surplus=20000.00", "", ""},
		{"founding-capital", institution, "cost=60000.00", "", ""},
		{"converted-unbooked", department, "cost=60000.00", "", ""},
		{"quota-carried", department, "balance=30000.00", "", "2026-12-31"},
		{"income-closed", department, "fiscalIncome=500000.00 donationIncome=1.00", "", "2026-12-31"},
		{"expenses-closed", department, "activityExpense=420000.00 disposalExpense=15700.00 otherExpense=800.00", "", "2026-12-31"},
		{"year-surplus-closed", department, "surplus=63501.00", "", "2026-12-31"},
		{"year-surplus-closed", department, "deficit=800.00", "", "2026-12-31"},
		{"special-fund-drawn", institution, "balance=6350.00", "", "2026-12-31"},
		{"distribution-closed", department, "surplus=63501.00", "", "2026-12-31"},
		{"transfers-closed", department, "surplus=180001.00", "", "2026-12-31"},
		{"budget-income-closed", institution, "fiscalReceipts=500000.00 professionalReceipts=90000.00 projectReceipts=40000.00 otherReceipts=106000.00 outsideProject=5000.00", "", "2026-12-31"},
		{"budget-spending-closed", department, "fiscalSpending=480000.00 projectSpending=9000.00 sundryFiscal=300.00 sundrySpending=800.00", "", "2026-12-31"},
		{"business-budget-closed", institution, "businessReceipts=30000.00 businessSpending=12000.00", "", "2026-12-31"},
		{"budget-carried", department, "surplus=20000.00", "yearDetail=result carry=fiscalCarried", "2026-12-31"},
		{"budget-carried", department, "deficit=5000.00", "yearDetail=opening carry=fiscalSurplus", "2026-12-31"},
		{"other-balance-closed", department, "deficit=800.00", "", "2026-12-31"},
		{"other-balance-closed", institution, "surplus=115200.00", "", "2026-12-31"},
	}
}

// Every event as an accountant reads it, both books side by side, with its basis
// and how sure it is. Read the difference before committing one.
func TestGolden(t *testing.T) {
	text, order := map[string]*strings.Builder{}, []string(nil)
	for _, s := range samples() {
		if text[s.kind] == nil {
			text[s.kind] = &strings.Builder{}
			order = append(order, s.kind)
		} else {
			text[s.kind].WriteString("\n")
		}
		b := text[s.kind]
		b.WriteString("# " + strings.Join(strings.Fields(s.by.Title().ZH+" "+s.amounts+" "+s.facts), " ") + "\n")
		for _, p := range s.post(t) {
			require.NoError(t, accounting.Print(b, p, rule.Chinese))
			for _, v := range p.Vouchers {
				e := v.Entry()
				assert.False(t, e.Evidence == rule.Judgement && e.Judgement.IsZero(), "%s: the choice made where the law is silent", s.kind)
			}
		}
	}
	for e := range government.Events().Types() {
		kind := strings.TrimPrefix(string(e.ID), "government.")
		if b := text[kind]; b != nil {
			continue
		}
		followed := false // printed with the event before it
		for o := range government.Events().Types() {
			for _, f := range o.Then {
				followed = followed || f.Kind == e.ID
			}
		}
		assert.True(t, followed, "no sample of %s", e.ID)
	}
	for _, kind := range order {
		name := filepath.Join("testdata", "golden", kind+".txt")
		if *update {
			require.NoError(t, os.WriteFile(name, []byte(text[kind].String()), 0o644))
			continue
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, string(want), text[kind].String(), kind)
	}
}

// The whole table as a reviewer reads it against the law, in both languages.
func TestTableGolden(t *testing.T) {
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		name := filepath.Join("testdata", "golden", "events."+string(l)+".md")
		got := government.Events().Markdown(l)
		if *update {
			require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
			continue
		}
		want, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, string(want), got)
	}
}
