// Package government books data assets in administrative and public
// institutions: Government Accounting Standard 4 (财会〔2016〕12号) and the
// Government Accounting System (财会〔2017〕25号), in both books.
//
// What it holds so far is the way by which data that stand nowhere in the books
// enter them at nominal amount: found by the sweep as a surplus, approved,
// carried to the accumulated surplus.
//
//	找到（转入待处理）  借 1701 贷 1902   1.00
//	批准                借 1902 贷 3501   1.00
//	结转                借 3501 贷 3001   1.00
//
// National texts open nominal amount to donated assets, to surplus assets whose
// cost cannot be determined and to assets transferred in from nominal only
// (财会〔2018〕34号 一(五), 财会〔2019〕13号 五); the plan's sentence (四(四)) is the
// local authority to measure own data so. A nominal booking carries three
// negative statements and a reason ([Statements]). No cash moves, so there is no
// budgetary entry.
package government
