package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(2)
	}
}

// job is what the command line asks for.
type job struct {
	generator schema.Generator
	ui        bool
	records   []string
	dir       string
}

func run(args []string, out, usage io.Writer) error {
	j, err := parse(args, usage)
	if err != nil {
		return err
	}
	if j.dir != "" {
		if err := os.MkdirAll(j.dir, 0o755); err != nil {
			return err
		}
	}
	for _, name := range j.records {
		b, err := j.write(name)
		if err != nil {
			return err
		}
		if j.dir == "" {
			_, err = out.Write(b)
		} else {
			err = os.WriteFile(filepath.Join(j.dir, name+".json"), b, 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (j job) write(name string) ([]byte, error) {
	if j.ui {
		return j.generator.UISchema(name)
	}
	return j.generator.For(name)
}

func parse(args []string, usage io.Writer) (job, error) {
	var j job
	var name, lang, stage, at, form string
	flags := flag.NewFlagSet("dataasset-schema", flag.ContinueOnError)
	flags.SetOutput(usage)
	flags.StringVar(&j.dir, "o", "", "directory to write NAME.json to")
	flags.StringVar(&name, "record", "", "name of one record; all of them if empty")
	flags.StringVar(&lang, "lang", "zh", "language of titles: zh or en")
	flags.StringVar(&stage, "stage", "final", "final, or draft: nothing is required")
	flags.StringVar(&at, "at", "", "codes and requirements in force on this day, 2006-01-02; all codes, and each requirement in its period, if empty")
	flags.StringVar(&form, "form", "published", "published, inlined, draft07, or ui: the hints of react-jsonschema-form")
	if err := flags.Parse(args); err != nil {
		return j, err
	}
	if flags.NArg() > 0 || name == "" && j.dir == "" {
		return j, errors.New("dataasset-schema: want -o DIR for all records, or -record NAME, and no other arguments")
	}
	var ok [3]bool
	j.generator.Language, ok[0] = map[string]rule.Language{"zh": rule.Chinese, "en": rule.English}[lang]
	j.generator.Stage, ok[1] = map[string]record.Stage{"final": record.Final, "draft": record.Draft}[stage]
	j.generator.Form, ok[2] = map[string]schema.Form{"published": schema.Published, "inlined": schema.Inlined, "draft07": schema.Draft07, "ui": schema.Published}[form]
	j.ui = form == "ui"
	if ok != [3]bool{true, true, true} {
		return j, errors.New("dataasset-schema: want -lang zh or en, -stage final or draft, -form published, inlined, draft07 or ui")
	}
	if at != "" {
		day, err := calendar.ParseDate(at)
		if err != nil {
			return j, err
		}
		j.generator.At = day
	}
	j.records = schema.Records()
	if name != "" {
		j.records = []string{name}
	}
	return j, nil
}
