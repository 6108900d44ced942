package registry_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/registry"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// register is a register of two assets with its text.
func register(t testing.TB) (*registry.Register, string) {
	t.Helper()
	b := registry.NewRegister(registry.FinanceCard())
	for i, c := range []registry.Command{
		command("submit", day("2025-09-08"), card("JT-01")),
		registry.Approve{Act: by(day("2025-09-10"), "乙", ""), CertificateNo: "ZS-1"},
		command("alter", day("2026-05-19"), card("JT-01")),
	} {
		_, _, err := b.Apply(i, "finance-card", "JT-01", c)
		require.NoError(t, err)
	}
	var text bytes.Buffer
	require.NoError(t, b.Write(&text, 0))
	return b, text.String()
}

// One bad text a way to be wrong, to each reader; each says in which file or
// where, and what was expected.
func TestBadTexts(t *testing.T) {
	_, text := register(t)
	lines := strings.SplitAfter(text, "\n")
	for name, tt := range map[string]struct{ in, want string }{
		"a line lost":             {lines[0] + lines[2], "line 2: the log was changed after it was written: want sequence 2"},
		"two lines changed about": {lines[1] + lines[0], "want sequence 1"},
		"a line twice":            {lines[0] + lines[0], "want sequence 2"},
		"a later format":          {strings.Replace(lines[0], `{"v":1,`, `{"v":9,`, 1), "format 9, want at most 1"},
		"a spreadsheet":           {"卡片编号,登记单位\nKP-1,某厅\n", "want an entry as it was written"},
		"not UTF-8":               {strings.Replace(lines[0], "某厅", "\xc4\xb3\xcc\xfc", 1), "want an entry as it was written"},
		"a member twice":          {strings.Replace(lines[0], `"seq":1`, `"seq":1,"seq":1`, 1), "want an entry as it was written"},
		"an unknown member":       {strings.Replace(lines[0], `"seq":1`, `"seq":1,"by":"甲"`, 1), "want an entry as it was written"},
		"a blank line":            {lines[0] + "\n" + lines[1], "line 2"},
		"torn":                    {text[:len(text)-30], "was not written to its end"},
		"a long line":             {strings.Repeat("a", 2<<20), "lines of at most 1 MiB"},
		"of another regime":       {strings.ReplaceAll(lines[0], "finance-card", "public-datas"), "changed after it was written"},
	} {
		_, err := registry.ReadRegister(strings.NewReader(tt.in), "登记簿.jsonl", registry.FinanceCard())
		require.ErrorContains(t, err, tt.want, name)
		assert.Contains(t, err.Error(), "登记簿.jsonl", name)
	}
}

// The same of events that are not chained: what is wrong with a member is a
// finding at its line, what is no JSON an error.
func TestBadEvents(t *testing.T) {
	_, events := walk(t, registry.FinanceCard(), card("JT-01"), "submit", "approve")
	var b bytes.Buffer
	require.NoError(t, registry.WriteEvents(&b, events))
	lines := strings.SplitAfter(b.String(), "\n")
	last := lines[1]
	for name, tt := range map[string]struct{ in, want string }{
		"not JSON":       {lines[0] + "提交\n", "事件.jsonl:2"},
		"torn":           {lines[0] + last[:40], "事件.jsonl:2"},
		"not UTF-8":      {strings.Replace(lines[0], "某厅", "\xc4\xb3\xcc\xfc", 1), "事件.jsonl:1"},
		"too deep":       {strings.Repeat("[", 1000) + "\n", "事件.jsonl:1"},
		"a long line":    {strings.Repeat("a", 2<<20), "事件.jsonl:1"},
		"an array":       {"[]\n", "want an object"},
		"nothing in it":  {"{}\n", "/asset"},
		"no command":     {strings.Replace(last, `"command":"approve",`, "", 1), "/step/command"},
		"an unknown one": {strings.Replace(last, `"approve"`, `"grant"`, 1), "/step/command"},
		"a null":         {strings.Replace(last, `"by":"乙"`, `"by":null`, 1), "/step/by"},
		"twice":          {strings.Replace(last, `"by":"乙"`, `"by":"乙","by":"乙"`, 1), "/step/by"},
		"no such day":    {strings.Replace(last, events[1].Command.(registry.Approve).On.String(), "2026-02-30", 1), "/step/on"},
		"no such stage":  {strings.Replace(last, `"submitted"`, `"pending"`, 1), "/from/stage"},
		"a member more":  {strings.Replace(last, `"asset"`, `"x":1,"asset"`, 1), "/x"},
		"a control":      {strings.Replace(last, `"乙"`, `"乙\u0000"`, 1), "/step/by"},
	} {
		all, report, err := registry.ReadEvents(strings.NewReader(tt.in), "事件.jsonl")
		if err == nil {
			err = report.Err()
		}
		require.ErrorContains(t, err, tt.want, name)
		assert.LessOrEqual(t, len(all), 1, name)
	}
}

// And of a certificate: nothing is read that is not as it was written.
func TestBadCertificates(t *testing.T) {
	s, err := registry.Ed25519().Seal(sampleCertificate(), edKey(1), nil)
	require.NoError(t, err)
	good, err := s.Encode()
	require.NoError(t, err)
	text := string(good)
	for name, in := range map[string]string{
		"nothing":           "",
		"not JSON":          "证书",
		"an array":          "[" + text + "]",
		"null":              "null",
		"cut":               text[:len(text)-1],
		"two":               text + text,
		"a line more":       text + "\n",
		"spaces":            strings.Replace(text, ":", ": ", 1),
		"a member twice":    strings.Replace(text, "{", `{"asset":"JT-01",`, 1),
		"an unknown member": strings.Replace(text, "{", `{"a":"b",`, 1),
		"a null":            strings.Replace(text, "{", `{"a":null,`, 1),
		"not UTF-8":         strings.Replace(text, "某厅", "\xc4\xb3\xcc\xfc", 1),
		"with a mark":       "\ufeff" + text,
		"escaped":           strings.Replace(text, "某", `\u67d0`, 1),
		"huge":              `{"asset":"` + strings.Repeat("a", 20<<20) + `"}`,
		"deep":              strings.Repeat(`{"a":`, 100000),
	} {
		require.NotEqual(t, text, in, name)
		_, err := registry.ReadSigned([]byte(in))
		require.Error(t, err, name)
		v := registry.Verifier{Algorithm: registry.Ed25519(), Key: edKey(1).Public(), At: day("2026-04-01")}
		_, err = v.Verify([]byte(in))
		require.Error(t, err, name)
		var wrong *registry.CertificateError
		require.ErrorAs(t, err, &wrong, name)
	}
}

// What is read as a register is written so that it reads back with the same
// head.
func FuzzRegister(f *testing.F) {
	short := registry.NewRegister(registry.FinanceCard()) // a short text leaves time for many
	for i, name := range []string{"draft.first", "withdraw"} {
		if _, _, err := short.Apply(i, "finance-card", "A", brief(name)); err != nil {
			f.Fatal(err)
		}
	}
	var text bytes.Buffer
	if err := short.Write(&text, 0); err != nil {
		f.Fatal(err)
	}
	f.Add(text.Bytes())
	f.Add(text.Bytes()[:text.Len()-9])
	f.Add([]byte(`{"v":1,"seq":1}` + "\n"))
	g := registry.FinanceCard()
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := registry.ReadRegister(bytes.NewReader(b), "x", g)
		if got == nil || err != nil {
			return
		}
		var out bytes.Buffer
		if err := got.Write(&out, 0); err != nil {
			t.Fatal(err)
		}
		again, err := registry.ReadRegister(&out, "x", g)
		if err != nil || again.Head() != got.Head() {
			t.Fatalf("%q: %v", b, err)
		}
	})
}

// brief is a step with nothing but what it must have.
func brief(name string) registry.Command {
	act := registry.Act{On: day("2025-09-08"), By: "x"}
	if name == "withdraw" {
		return registry.Withdraw{Act: act}
	}
	return registry.Draft{Act: act, Kind: registry.First}
}

// A number that a scheme takes is the one that it gives.
func FuzzNumber(f *testing.F) {
	n := registry.DefaultNumbers()
	good, err := n.Number(2025, 1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add("GX-ZC-2025-000001-0")
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := n.Parse(s)
		if err != nil {
			return
		}
		if again, err := n.Number(p.Year, p.Serial); err != nil || again != s {
			t.Fatalf("%q became %q: %v", s, again, err)
		}
	})
}
