package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
)

// Two people have the same books open. One enters an asset with its voucher; the other,
// who wanted to enter the same one, decided on books that are no longer the last, looks
// again, and sees it.
func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "store")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	s, err := store.Open(ctx, filepath.Join(dir, "unit.db"), store.Rules{})
	if err != nil {
		panic(err)
	}
	defer s.Close()
	if _, err := s.Migrate(ctx); err != nil {
		panic(err)
	}
	one, err := s.Books(ctx, unit)
	if err != nil {
		panic(err)
	}
	two, err := s.Books(ctx, unit)
	if err != nil {
		panic(err)
	}
	bought := func(b *store.Books) func() error {
		return func() error {
			if err := b.Ledger.Apply(b.Ledger.Revision(), ledger.Add{On: day, Row: row("JT-01", day)}); err != nil {
				return err
			}
			p, err := posting("JT-01", day)
			if err != nil {
				return err
			}
			return b.Journal.Post(b.Journal.Revision(), p)
		}
	}
	fmt.Println(one.Change(ctx, bought(one)))
	err = two.Change(ctx, bought(two))
	fmt.Println(errors.Is(err, rule.ErrStale), err)
	_, there := two.Ledger.Now().Row("JT-01")
	fmt.Println(there, s.Verify(ctx, one.Heads()...))
	for p := range two.Journal.Postings() {
		for _, v := range p.Vouchers {
			fmt.Println(v)
		}
	}
	// Output:
	// <nil>
	// true store: journal of 11450000007565621L: rule: the log is at revision 1, the change was made for revision 0
	// true <nil>
	// 借1701 126000.00，贷4001 126000.00
	// 借7101 126000.00，贷6001 126000.00
}
