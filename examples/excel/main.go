package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dataasset-go/dataasset/examples/excel/sheet"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
)

func main() {
	// A line that is written over and over is for a terminal only.
	var progress io.Writer
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		progress = os.Stderr
	}
	err := run(os.Args[1:], os.Stdout, progress)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return
	case !errors.Is(err, errBlocked):
		fmt.Fprintln(os.Stderr, "excel:", err)
	}
	os.Exit(1)
}

// errBlocked is an import with findings that block; they have been printed.
var errBlocked = errors.New("findings that block")

// options is the command line.
type options struct {
	template string
	ledger   string
	out      string
	good     string
	file     string
	lang     rule.Language
}

func parse(args []string) (options, error) {
	o := options{lang: rule.Chinese}
	flags := flag.NewFlagSet("excel", flag.ContinueOnError)
	flags.StringVar(&o.template, "template", "", "write an empty ledger to this `file`")
	flags.StringVar(&o.ledger, "ledger", "", "export this ledger, JSON Lines or CSV by its name, to the `file` -out names")
	flags.StringVar(&o.out, "out", "", "write the rows at fault, or the exported ledger, to this `file`")
	flags.StringVar(&o.good, "good", "", "write the good rows as JSON Lines to this `file`")
	english := flags.Bool("en", false, "in English")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if *english {
		o.lang = rule.English
	}
	o.file = flags.Arg(0)
	jobs := 0
	for _, s := range []string{o.template, o.ledger, o.file} {
		if s != "" {
			jobs++
		}
	}
	switch {
	case jobs != 1 || flags.NArg() > 1:
		return o, errors.New("want one of -template FILE.xlsx, -ledger FILE, or one FILE.xlsx to import, behind the flags")
	case o.ledger != "" && o.out == "":
		return o, errors.New("-ledger: want -out FILE.xlsx too")
	case o.file == "" && o.good != "", o.template != "" && o.out != "":
		return o, errors.New("-good and -out go with an import")
	}
	return o, nil
}

func run(args []string, out, progress io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	p := &counter{out: progress, lang: o.lang}
	switch {
	case o.template != "":
		return create(o.template, func(f io.Writer) error { return sheet.Template(ledger.Table(), o.lang, f) })
	case o.ledger != "":
		return export(o, p)
	}
	err = importFile(o, out, p)
	if told, ok := errors.AsType[inLanguage](err); ok {
		return errors.New(told.In(o.lang))
	}
	return err
}

// inLanguage is an error that both languages have words for.
type inLanguage interface {
	error
	In(l rule.Language) string
}

// create writes a new file; what cannot be written to its end is removed.
func create(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// counter shows on a terminal how far the work is; without one it is silent.
type counter struct {
	out  io.Writer
	lang rule.Language
	rows int
}

// step counts a row; the line is written every thousand.
func (c *counter) step() {
	c.rows++
	if c.out != nil && c.rows%1000 == 0 {
		fmt.Fprintf(c.out, rule.Text{ZH: "\r已处理 %d 行", EN: "\r%d rows done"}.In(c.lang), c.rows)
	}
}

// end clears the line.
func (c *counter) end() {
	if c.out != nil && c.rows >= 1000 {
		fmt.Fprint(c.out, "\r\033[K")
	}
}
