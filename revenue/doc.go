// Package revenue carries what is earned with data assets: receipts, the
// matters that an enterprise reports, and who must be told of them by when.
//
//	for _, f := range revenue.Policy{}.Filings(rule.RegionDepartment, receipts, matters) {
//		due, err := c.Due(f.Trigger, f.Duty.Term)
//		…
//	}
//
// A region department files a one-off revenue within 10 working days of its
// receipt, and what it receives in instalments within 10 working days after each
// quarter; a region enterprise files revenue, credit enhancement and pledge
// financing within 10 working days of completion (桂财资〔2025〕15号 四(六)).
//
// When something is received or completed, and what a quarter without receipts
// asks, the plan does not say: [Policy] carries the choices (P9 to P13).
package revenue
