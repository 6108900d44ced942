package main

import (
	"crypto/rand"
	"fmt"
	"io"
	"os"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/emmansun/gmsm/sm2"
)

func main() {
	if err := run(os.Stdout, rand.Reader); err != nil {
		fmt.Fprintln(os.Stderr, "sm2:", err)
		os.Exit(1)
	}
}

// run seals a certificate with a fresh key, verifies it, and changes one byte.
func run(w io.Writer, random io.Reader) error {
	key, err := sm2.GenerateKey(random)
	if err != nil {
		return err
	}
	number, err := registry.DefaultNumbers().Number(2026, 1)
	if err != nil {
		return err
	}
	sealed, err := SM2().Seal(registry.Certificate{
		Number: number, Scheme: registry.DefaultNumbers().Name(), Regime: registry.FinanceCard().ID(), Asset: "JT-02",
		Name: "公路交通量调查数据", Holder: "某厅", HolderCode: "91350100M000100Y43",
		IssuedOn: calendar.MustDate(2025, 12, 15), IssuedBy: "审核员乙",
	}, key, random)
	if err != nil {
		return err
	}
	text, err := sealed.Encode()
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s\n", text)
	verifier := registry.Verifier{Algorithm: SM2(), Key: key.Public(), At: calendar.MustDate(2026, 1, 5)}
	certificate, err := verifier.Verify(text)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "有效 valid: %s, %s\n", certificate.Number, certificate.Holder)
	text[len(text)/2] ^= 1
	_, err = verifier.Verify(text)
	if refused, ok := err.(*registry.CertificateError); ok {
		fmt.Fprintf(w, "改动一个字节 one byte changed: %s\n", refused.Reason)
		return nil
	}
	return fmt.Errorf("a changed byte was not found: %w", err)
}
