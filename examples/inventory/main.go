package main

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/examples/inventory/sweep"
	"github.com/dataasset-go/dataasset/rule"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver of PostgreSQL
	_ "modernc.org/sqlite"             // the driver of SQLite, without C
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "inventory:", err)
		os.Exit(1)
	}
}

// options is the command line.
type options struct {
	prefix   string
	holder   rule.Entity
	by       asset.Unit
	estimate bool
	out      string
	at       calendar.Date
	lang     rule.Language
	source   string
}

func parse(args []string) (options, error) {
	o := options{at: calendar.MustDate(2026, 12, 31), lang: rule.Chinese}
	flags := flag.NewFlagSet("inventory", flag.ContinueOnError)
	flags.StringVar(&o.prefix, "prefix", "QC", "what the ids begin with")
	holder := flags.String("holder", string(rule.Administrative), "what the unit is in law: administrative, publicInstitution, civilServiceInstitution or enterprise")
	by := flags.String("by", "series", "what becomes one resource: series (a schema, a series of datasets), system or table")
	flags.BoolVar(&o.estimate, "estimate", false, "of PostgreSQL: take the planner's numbers of rows instead of counting")
	flags.StringVar(&o.out, "out", "", "write the sheet to fill in to this `file`")
	flags.TextVar(&o.at, "at", o.at, "the day of recognition")
	english := flags.Bool("en", false, "in English")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if *english {
		o.lang = rule.English
	}
	o.holder, o.source = rule.Entity(*holder), flags.Arg(0)
	if !slices.Contains(rule.Entities(), o.holder) {
		return o, fmt.Errorf("-holder: %q: want one of %q", *holder, rule.Entities())
	}
	units := map[string]asset.Unit{"series": asset.ThemeSeries, "system": asset.WholeSystem, "table": asset.SingleTable}
	var ok bool
	if o.by, ok = units[*by]; !ok {
		return o, fmt.Errorf("-by: %q: want series, system or table", *by)
	}
	if flags.NArg() != 1 {
		return o, errors.New("want one source behind the flags: a .jsonld or .json catalogue, an SQLite file, or postgres://…")
	}
	return o, nil
}

func run(ctx context.Context, args []string, out io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	f, err := find(ctx, o)
	if err != nil {
		return err
	}
	p := printer{out: out, lang: o.lang}
	for _, n := range f.Notes {
		p.line(n.In(o.lang))
	}
	for _, c := range f.Candidates {
		if err := p.candidate(c, o.at); err != nil {
			return err
		}
	}
	if o.out != "" && p.err == nil {
		p.err = writeSheet(f, o)
	}
	return p.err
}

// find sweeps the source, whatever it is.
func find(ctx context.Context, o options) (sweep.Found, error) {
	d := sweep.Database{Prefix: o.prefix, Holder: o.holder, Unit: o.by, Estimate: o.estimate}
	switch {
	case strings.HasPrefix(o.source, "postgres://"), strings.HasPrefix(o.source, "postgresql://"):
		db, err := sql.Open("pgx", o.source)
		if err != nil {
			return sweep.Found{}, err
		}
		defer db.Close()
		return d.Postgres(ctx, db)
	case strings.HasSuffix(o.source, ".jsonld"), strings.HasSuffix(o.source, ".json"):
		file, err := os.Open(o.source)
		if err != nil {
			return sweep.Found{}, err
		}
		defer file.Close()
		return sweep.Catalogue{Prefix: o.prefix, Holder: o.holder, Unit: o.by}.Read(file)
	}
	if _, err := os.Stat(o.source); err != nil {
		return sweep.Found{}, err // SQLite would make a new file
	}
	db, err := sql.Open("sqlite", o.source)
	if err != nil {
		return sweep.Found{}, err
	}
	defer db.Close()
	return d.SQLite(ctx, db)
}

func writeSheet(f sweep.Found, o options) error {
	file, err := os.OpenFile(o.out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	return errors.Join(f.WriteCSV(file, o.lang), file.Close())
}

// printer writes lines; the first error stops it.
type printer struct {
	out  io.Writer
	lang rule.Language
	err  error
}

func (p *printer) line(s string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.out, s)
	}
}

func (p *printer) list(zh, en string, all []string) {
	if len(all) > 0 {
		p.line("  " + rule.Text{ZH: zh, EN: en}.In(p.lang) + strings.Join(all, rule.Text{ZH: "；", EN: "; "}.In(p.lang)))
	}
}

// candidate prints what was found, what is unknown, and what recognition would ask.
func (p *printer) candidate(c sweep.Candidate, at calendar.Date) error {
	r := c.Resource
	p.line(r.ID + " " + r.Name + " | " + r.Scale + " | " + c.Origin)
	var missing, said, asked []string
	for _, f := range c.Unknown() {
		missing = append(missing, f.Title.In(p.lang))
	}
	for _, n := range c.Notes {
		said = append(said, n.In(p.lang))
	}
	a, err := asset.Recognize(r, at)
	if err != nil {
		return err
	}
	for _, o := range a.Management.Criteria {
		if o.State == rule.Unknown {
			asked = append(asked, o.Settle.In(p.lang))
		}
	}
	p.list("待补充：", "still unknown: ", missing)
	p.list("认定还须明确：", "recognition asks: ", asked)
	p.list("说明：", "notes: ", said)
	return nil
}
