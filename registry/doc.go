// Package registry registers data assets: the information card
// (数据资产信息卡片), the procedures on it, and the certificate it yields.
//
//	card → submitted → approved: registered, with a certificate
//	registered → alteration, correction → approved: registered, with a new certificate
//	registered → cancellation → approved: cancelled
//
// A [Registration] stands in two dimensions: its status, and the one procedure
// that may be open on it, so that an alteration under review does not suspend a
// valid registration. [Registration.Apply] takes a command and returns the next
// value with the events that led to it, or a [*rule.Refusal] that names the rule
// and what would be allowed; the registration itself never changes. [Replay]
// rebuilds one from its events.
//
// A [Regime] is a set of rules of registration as a value: the card in the
// finance department's budget system for region departments ([FinanceCard],
// 桂财资〔2025〕15号 四(三)), the card of enterprises ([EnterpriseCard]). The rows of
// its state table are exported data.
package registry
