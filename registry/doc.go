// Package registry registers data assets: the information card
// (数据资产信息卡片), the procedures on it, and the certificate it yields.
//
//	card → procedure → registered, with a certificate
//	registered → alteration, correction, renewal → registered, with the next certificate
//	registered → cancellation → cancelled;  expiry → cancelled;  false → revoked
//
// # A registration
//
// A [Registration] stands in two dimensions: its status (none, registered,
// cancelled, revoked; expired follows from the date, [Registration.StatusAt]),
// and the one procedure that may be open on it, with its stage, from draft to
// public notice and objection; so that an alteration under review does not
// suspend a valid registration. [Registration.Apply] takes a [Command] (who, in
// which role, when, why, on what evidence) and returns the next value with the
// event, or a [*rule.Refusal] that names the rule and what would be allowed; the
// registration itself never changes. [Replay] rebuilds one from its events,
// which are records too; a [Register] chains those of many assets.
//
// # Regimes
//
// A [Regime] is a set of rules of registration as a value: state table, terms,
// documents, validity, each with its clause. There are the card in the finance
// department's budget system ([FinanceCard]), that of enterprises
// ([EnterpriseCard]), both by 桂财资〔2025〕15号 四(三), where submission and approval
// are all there is, and the [NationalRegistration] of public data resources by
// 发改数据规〔2025〕26号. A sector authority's own rules come first: [NewRegime] makes
// a regime of the caller's, [Needed] says in which an asset stands and whose
// certificate counts for outside use.
//
// # Deadlines, alterations, certificates
//
// [Deadlines] lists what is due to whom by when, for registrant and registry,
// with the days passed over and the notice that is missing. [Compare] says which
// changes of a card need an alteration and why. A [Certificate] has a number by a
// scheme with a check character ([Numbers]), and is signed with a key behind a
// crypto.Signer ([Algorithm]); a [Verifier] tells altered, wrong key, superseded,
// ended and expired apart.
package registry
