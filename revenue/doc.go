// Package revenue carries what is earned with data assets: how it is shared, how it
// is taxed and handed over, what the books say of it, and who must be told by when.
//
//	agreement, err := revenue.NewAgreement(terms)          // refused unless it distributes the whole of any amount
//	shares, err := agreement.Distribute(amount)            // to the fen; shares.Explain(rule.Chinese)
//
//	account := revenue.Account{Holder: holder, Rows: rows} // due, billed, received, remitted
//	events, err := account.Events()                        // ready for the books
//	total, err := account.Total(today)
//	report := revenue.AccountRules().Review(account, rule.Context{At: today})
//
//	filings, err := revenue.Policy{}.FilingsOf(rule.RegionDepartment, rows, nil)
//	deadline, err := revenue.Policy{}.Deadline(filings[0], guangxi, national)
//
// # Sharing
//
// The plan leaves shares to the parties (谁投入、谁贡献、谁受益, 四(六)). An
// [Agreement] has fixed sums, ratios, tiers, floors, caps and residual shares in
// priority order, in dated versions. Shares are rounded down to the fen, and the fen
// that are left go as the agreement says ([Remainder]). [Instalments] shares sums
// that come one after another by their total.
//
// # Treasury and tax
//
// Revenue of an administrative unit goes to the treasury of its level, all of it; a
// public institution's from use too, unless a document of its level lets it keep it;
// an enterprise keeps its own. Rates and thresholds are parameters with periods
// ([Taxation]).
//
// # Filing
//
// A region department files a one-off revenue within 10 working days of its
// receipt, and what it receives in instalments within 10 working days after each
// quarter; a region enterprise files revenue, credit enhancement and pledge
// financing within 10 working days of completion. When something is received or
// completed, and whose working days count, the plan does not say: [Policy] carries
// the choices (P9 to P14); P15 to P17 are those of the treasury rule.
package revenue
