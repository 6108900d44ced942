package main

import (
	"crypto/ed25519"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

func main() {
	err := run(os.Args[1:], os.Stdout)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "registry:", err)
	os.Exit(1)
}

func run(args []string, w io.Writer) error {
	flags := flag.NewFlagSet("registry", flag.ContinueOnError)
	english := flags.Bool("en", false, "print in English")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	p := printer{w: w, lang: rule.Chinese, key: signingKey()}
	if *english {
		p.lang = rule.English
	}
	regimes, err := regimes()
	if err != nil {
		return err
	}
	p.register = registry.NewRegister(regimes...)
	for _, s := range story() {
		if err := p.take(s); err != nil {
			return err
		}
	}
	if err := p.certificates(); err != nil {
		return err
	}
	p.say(text("登记簿", "register"), fmt.Sprintf("%d  %s", p.register.Revision(), p.register.Head().Digest))
	p.say(text("状态表", "state table"), "")
	fmt.Fprint(w, registry.NationalRegistration().Mermaid(p.lang))
	return nil
}

// regimes is the two the asset stands in, both with the numbers of one scheme.
// The years whose holidays are not announced have weekends only, so that the
// story can go on to 2030.
func regimes() ([]*registry.Regime, error) {
	var years []calendar.StatutoryYear
	for y := 2028; y <= 2031; y++ {
		years = append(years, calendar.StatutoryYear{Year: y})
	}
	c, err := calendar.China(calendar.Guangxi, calendar.Provisional(years...))
	if err != nil {
		return nil, err
	}
	numbers := registry.DefaultNumbers()
	return []*registry.Regime{
		registry.FinanceCard().Counted(c).Numbered(numbers), registry.NationalRegistration().Counted(c).Numbered(numbers),
	}, nil
}

// number is a number of the scheme.
func number(year, serial int) string {
	s, err := registry.DefaultNumbers().Number(year, serial)
	if err != nil {
		panic(err) // the table is part of the program
	}
	return s
}

// signingKey is made of a fixed seed, so that the output is the same every time.
// A registry keeps its key in an HSM.
func signingKey() ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed([]byte("an example key of thirty-two by."))
}

// roads is the card of the asset.
func roads(scale string) registry.Card {
	r := asset.Resources().Sample()
	r.ID, r.Name, r.Introduction = "JT-02", "公路交通量调查数据", "国省干线交通量连续观测数据"
	r.Scale, r.Area = scale, "国省干线"
	return registry.Card{
		Resource: r, Subject: registry.SubjectResource, Holder: "某厅", HolderCode: "91350100M000100Y43", EnteredOn: day("2025-12-12"),
		Scope: "授权运营", Mode: "field", GrantFrom: day("2026-01-01"), GrantTo: day("2028-12-31"), Department: "科技处", Contact: clerk,
	}
}
