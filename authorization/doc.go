// Package authorization authorises what is done with data assets outside of their
// holder: their use by others, their authorised operation (授权运营), and their
// disposal.
//
//	application → the regimes that it needs → each granted → supply
//	granted → evaluated → adjusted, amended, renewed, withdrawn, ended
//	disposal → decided → approved → carried out, with ledger, registration and books
//
// # Two lines, not one
//
// The asset line is the approval of asset use ([AssetUse]): the holder grants;
// collective decision, review by the competent department, approval by the finance
// department (桂财资〔2025〕15号 四(五)). The data line is authorised operation
// ([AuthorisedOperation]): the government of its level grants; implementation plan,
// collective decision, adoption, fair competition, agreement, filings
// (发改数据规〔2025〕27号). An enterprise's data follow its own rules
// ([EnterpriseUse]). [Needed] says which of them an [Application] needs, and
// [SupplyRules] blocks a supply until every one is complete, the assets are
// registered, providers have consented, and what had to be assessed was.
//
// # An authorisation
//
// An [Authorization] is one matter in one regime. It stands in two dimensions: its
// status (none, granted, withdrawn, terminated, disposed; expired follows from the
// date, [Authorization.StatusAt]), and the one procedure that may be open on it, so
// that an amendment under way does not suspend a grant. [Authorization.Apply] takes
// a [Command] and returns the next value with the event, or a [*rule.Refusal] that
// names the rule and what would be allowed; the authorisation itself never changes.
// [Replay] rebuilds one from its events, which are records too.
//
// A [Regime] is a value: state table, whose each step is, duties, policy, each with
// its clause. [NewRegime] makes one of the caller's, the region's own rules for
// example. The typed records are the [Application], the [Plan] with its twelve
// items, the [Agreement] with its thirteen, [Consent], [Competition], [Approval],
// [Evaluation], [Disclosure], [Disposal], [Guarantee].
//
// # Afterwards
//
// [Authorization.Deadlines] lists what is owed by when: filings in time, evaluation
// (P26), yearly disclosure by 31 March. [Rules] judge a grant on a day,
// [GuaranteeRules] refuse security by an institution's data, [Follows] says what
// must follow a disposal where, and [FollowUpRules] whether it did.
//
// # Choices
//
// [Policy] carries what the law leaves open: who approves a unit's own application
// (P18), which assessment is meant (P25), how often a grant is evaluated (P26). The
// zero Policy is the default.
package authorization
