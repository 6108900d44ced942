package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/rule"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "sqlstore:", err)
		os.Exit(1)
	}
}

// options is the command line.
type options struct {
	db, unit, backup, restore, kept, heads string
	lang                                   rule.Language
}

func parse(args []string) (options, error) {
	o := options{lang: rule.Chinese}
	flags := flag.NewFlagSet("sqlstore", flag.ContinueOnError)
	flags.StringVar(&o.db, "db", "", "the database: a `file`, or postgres://…")
	flags.StringVar(&o.unit, "unit", "../pilot/units/1-transport-department", "the `folder` of the unit that an empty database gets")
	flags.StringVar(&o.backup, "backup", "", "write a backup to this `file`")
	flags.StringVar(&o.restore, "restore", "", "make the database of the backup in this `file`")
	flags.StringVar(&o.kept, "kept", "", "verify against the heads in this `file`")
	flags.StringVar(&o.heads, "heads", "", "write the heads to this `file`, to be kept elsewhere")
	english := flags.Bool("en", false, "in English")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if *english {
		o.lang = rule.English
	}
	if o.db == "" || flags.NArg() > 0 {
		return o, errors.New("want -db FILE or -db postgres://…, and nothing behind the flags")
	}
	return o, nil
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	kept, err := readHeads(o.kept)
	if err != nil {
		return err
	}
	var s *store.Store
	if o.restore != "" {
		s, err = store.Restore(ctx, o.restore, o.db, store.Rules{}, kept...)
	} else {
		s, err = store.Open(ctx, o.db, store.Rules{})
	}
	if err != nil {
		return err
	}
	return errors.Join(work(ctx, s, o, kept, out), s.Close())
}

// work brings the schema up to date, stores the unit in an empty database, verifies
// and reports.
func work(ctx context.Context, s *store.Store, o options, kept []store.Head, out io.Writer) error {
	p := &printer{out: out, lang: o.lang}
	applied, err := s.Migrate(ctx)
	if err != nil {
		return err
	}
	for _, m := range applied {
		p.line("迁移 %s", "migrated %s", m.Name)
	}
	heads, err := s.Heads(ctx)
	if err != nil {
		return err
	}
	if len(heads) == 0 {
		if err := importUnit(ctx, s, o.unit, p); err != nil {
			return err
		}
	}
	if err := s.Verify(ctx, kept...); err != nil {
		return err
	}
	if err := p.report(ctx, s); err != nil {
		return err
	}
	if o.backup != "" {
		if _, err := s.Backup(ctx, o.backup); err != nil {
			return err
		}
		p.line("备份至 %s", "backup in %s", o.backup)
	}
	if o.heads != "" {
		return errors.Join(writeHeads(ctx, s, o.heads), p.err)
	}
	return p.err
}

// readHeads reads heads that were kept, none from no file.
func readHeads(file string) (heads []store.Head, err error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &heads); err != nil {
		return nil, fmt.Errorf("%s: want heads as -heads writes them: %w", file, err)
	}
	return heads, nil
}

func writeHeads(ctx context.Context, s *store.Store, file string) error {
	heads, err := s.Heads(ctx)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(heads, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o600)
}
