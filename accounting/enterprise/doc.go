// Package enterprise books and discloses the data resources of enterprises: the
// interim provisions 财会〔2023〕11号 on CAS 6 (intangible assets), CAS 1 (inventories)
// and CAS 8 (impairment), in force from 2024-01-01.
//
//	使用、对外服务 → 无形资产 1701    日常备售 → 存货 1405    条件不足 → 不确认，可披露
//
//	posting, err := enterprise.Post(accounting.Event{Kind: "enterprise.purchase", …})
//	a, err := enterprise.IntangibleTable(journal, from, to, nil)   // 表 A, 27 × 4
//	p, err := enterprise.Present(journal, to)                      // 其中：数据资源
//	d, err := enterprise.Disclose(journal, from, to, written)      // the whole note; d.WriteHTML(w, rule.Chinese)
//
// # What it holds
//
// [Events] is the table of what happens, over [Chart]. What has to be computed
// before an amount is known has a type: [Memo] and [Collect] (the five conditions,
// costs by project and month), [Financing] (deferred payment), [Life], [Recoverable],
// [Method] (cost of issues), [Goods] and [Material] (net realisable value), [TaxBook].
//
// The disclosure tables are derived from the journal, never typed; a table that was
// typed elsewhere can be checked all the same ([Table.Check], [Against]). Absent is not
// 0.00: a column without an asset stays empty. [Disclose] joins them with what only
// the enterprise can write ([Written], a record) and tells what is missing.
//
// # What is refused
//
// An appraisal as cost, a carrying amount raised, an impairment of an intangible
// asset taken back, research capitalised, and expenditure of earlier periods written
// back. [Post] answers each with its clause. Two paths never meet: CAS 8 has no
// reversal, CAS 1 and CAS 42 have one that the journal keeps below what was written
// down.
//
// # Choices
//
// [Policy], [Convention] and the facts with a judgement carry what the law leaves
// open. [Thresholds] are the national frame; a region's regulator may set others.
package enterprise
