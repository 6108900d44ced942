// Package trade carries how data are supplied to others: paid or free, at which
// price, on an exchange or off it, and what is disclosed.
//
//	report := trade.SupplyRules().Review(supply, rule.Context{At: today})
//	maximum, err := priceCase.Maximum() // 最高准许收入
//	year, err := trade.Deviate(actual, maximum.Amount)
//
// The purpose decides whether use is paid (桂财资〔2025〕15号 四(七)): public
// governance and public welfare conditionally free, industry conditionally paid;
// the conditions are a typed list of the [Supply]. A price is agreed, appraised,
// or held under a ceiling; what others lawfully develop again on the operator's
// data sells at the market price.
//
// What an operator charges for public data is a government-guided price
// (发改价格〔2025〕65号): a [PriceCase] computes the maximum permitted revenue, judges
// ceilings and rates, and says each year who must act. That notice governs the
// operator's fee; what a unit receives for the grant is another matter.
package trade
