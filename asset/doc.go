// Package asset is what comes before any ledger: who holds data, which IT
// projects and systems it lies in, which data resources there are, and which of
// them are assets.
//
//	a, err := asset.Recognize(resource, calendar.MustDate(2025, time.May, 22))
//	fmt.Println(a.Management.State, a.Accounting.State, a.Route)
//
// # Two questions, kept apart
//
// A resource is an asset to be managed when it is held or controlled in lawful
// performance of duties or public service and expected to bring management or
// service potential or economic inflow (桂财资〔2025〕15号 四(一)). Whether it can be
// booked is another question: Standard 4 (财会〔2016〕12号) for administrative and
// public institutions, 财会〔2023〕11号 and CAS 6 for enterprises ask for a cost
// that can be measured too. [Recognize] answers both, criterion by criterion:
// met, not met, or unknown and what would settle it. The [Route] says how the
// books are reached: most cost already sits in them.
//
// # Three levels
//
// Projects have systems, systems hold resources, many to many. [Inventory] is
// the whole of one sweep; its check finds references that lead nowhere and
// resources without a project or a reason.
//
// # Choices
//
// [Policy] carries what the law leaves open: whether an enterprise's data must
// come from public service (P22), what is booked where cost cannot be measured
// (P1), and what counts as one asset (P20). The zero Policy is the default.
package asset
