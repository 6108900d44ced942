// Command hledger posts and balances a journal in the plain-text form that the
// journal of package accounting is exported in, the work that
// `hledger balance` does on the same file; and it writes such a file.
//
//	go run ./examples/hledger -write 100000 > entries.journal   # 100,000 amortisation vouchers
//	go run ./examples/hledger entries.journal                    # every account with what it stands at
//	hledger -f entries.journal check --strict
//	hledger -f entries.journal balance --flat --depth 2
//
// It reads in constant memory: each transaction is checked (its amounts sum to
// zero, its accounts are declared) and added to the accounts it names.
package main
