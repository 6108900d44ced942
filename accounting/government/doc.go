// Package government books data assets in administrative and public
// institutions: Government Accounting Standard 4 (财会〔2016〕12号), the Government
// Accounting System (财会〔2017〕25号) and its Interpretations, in both books.
//
//	posting, err := government.Events().Post(accounting.Event{
//		ID: "CG-1", Kind: "government.purchase", On: day, Entity: rule.Administrative,
//		Facts: map[string]string{"payment": "treasury"},
//		Parts: []accounting.Part{{Asset: "JT-01", Detail: "数据资产——公路", Terms: …, Amounts: …}},
//	})
//	// 借1701 126000.00，贷4001 126000.00 ‖ 借7101 126000.00，贷6001 126000.00
//
// # Events
//
// [Events] is a table: one row for each thing that the texts say happens to an
// intangible asset, with its place in them and how sure it is. Accounts follow
// from facts: who the unit is, how it pays, what the asset is for, how it is
// taxed. [accounting.Table.Asks] lists what a row asks for. What comes after an
// event at once (随后) is booked by [accounting.Table.Chain].
//
//	purchase_table.go     bought, commissioned, input VAT, prepayments, special funds
//	development_table.go  research, development, projects through 1613
//	donation_table.go     donated, transferred in, exchanged
//	surplus_table.go      surplus, losses through 1902, nominal amount to cost
//	later_table.go        later spending, maintenance, the month's amortisation
//	disposal_table.go     sold, given away, written off, invested, remitted
//	revenue_table.go      paid use, rent, output VAT, surcharges
//	correction_table.go   errors of earlier years
//	reorganise_table.go   reclassified; units split, merged, founded
//	yearend_table.go      closing of both books
//
// # Amounts
//
// Amounts that need a rate or a comparison are computed before: [Tax.Split] and
// [Tax.On], [MeasureDonation] (the 130 % and 70 % of 财会〔2020〕15号),
// [Policy.MeasureSurplus], [Policy.ExpensedInError].
//
// # Nominal amount
//
// National texts open nominal amount to donated assets, to surplus assets whose
// cost cannot be determined and to assets transferred in from nominal only
// (财会〔2018〕34号 一(五), 财会〔2019〕13号 五); the plan's sentence (四(四)) is the
// local authority to measure own data so. [Policy.Found] and [Policy.Approved]
// book it as a surplus, with three negative statements and a reason
// ([Statements]); [Policy.ToCost] is how an asset leaves it.
//
// # The year
//
// [Closing] closes both books from what the accounts stand at. [NotesOf] derives the
// notes to the statements, line by line as records ([Notes.Lines]), and [DifferenceOf]
// how the result of the budget comes to the surplus.
//
// # Choices
//
// Where the law is silent, the choice is a [Policy] or a fact with a default, and
// each voucher that rests on it says so. Rules judge what has been done:
// [BookingRules], [AmortisationRules], [ChangeRules], [YearEndRules],
// [NotesRules].
package government
