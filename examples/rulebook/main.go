package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dataasset-go/dataasset/rule"
)

func main() {
	err := run(os.Args[1:], os.Stdout)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "rulebook:", err)
	os.Exit(1)
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("rulebook", flag.ContinueOnError)
	english := flags.Bool("en", false, "print in English")
	page := flags.String("html", "", "write one self-contained page to this file instead")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	l := rule.Chinese
	if *english {
		l = rule.English
	}
	b := newBook(l)
	if *page == "" {
		return b.markdown(out)
	}
	var buffer bytes.Buffer
	if err := b.html(&buffer); err != nil {
		return err
	}
	return os.WriteFile(*page, buffer.Bytes(), 0o644)
}
