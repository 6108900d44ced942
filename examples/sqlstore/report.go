package main

import (
	"context"
	"fmt"
	"io"

	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// printer writes lines in one language; the first error stops it.
type printer struct {
	out  io.Writer
	lang rule.Language
	err  error
}

func (p *printer) line(zh, en string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.out, rule.Text{ZH: zh, EN: en}.In(p.lang)+"\n", args...)
	}
}

// balances reads the trial balance in SQL, from the view of voucher lines: a report
// that needs nothing of the library.
const balances = `SELECT unit, book, account, min(name),
  sum(CASE side WHEN 'debit' THEN fen ELSE 0 END), sum(CASE side WHEN 'credit' THEN fen ELSE 0 END)
FROM voucher_line GROUP BY unit, book, account ORDER BY unit, book DESC, account`

// report prints the heads and the balances of all units.
func (p *printer) report(ctx context.Context, s *store.Store) error {
	heads, err := s.Heads(ctx)
	if err != nil {
		return err
	}
	p.line("核验无误", "verified")
	for _, h := range heads {
		p.line("%s %s 第%d号 %.16s…", "%s %s revision %d %.16s…", h.Unit, h.Log, h.Revision, h.Digest)
	}
	rows, err := s.DB().QueryContext(ctx, balances)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var unit, book, account, name string
		var debit, credit int64
		if err := rows.Scan(&unit, &book, &account, &name, &debit, &credit); err != nil {
			return err
		}
		d, err := money.Fen(debit)
		if err != nil {
			return err
		}
		c, err := money.Fen(credit)
		if err != nil {
			return err
		}
		p.line("%s %s %s 借 %s 贷 %s", "%s %s %s debit %s credit %s", book, account, name, d, c)
	}
	return rows.Err()
}
