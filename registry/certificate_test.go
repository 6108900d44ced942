package registry_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// chaos is randomness that is the same every time, for tests only.
func chaos(seed byte) io.Reader {
	var s [32]byte
	s[0] = seed
	return rand.NewChaCha8(s)
}

func edKey(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
}

func ecKey(t testing.TB) *ecdsa.PrivateKey {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), chaos(1))
	require.NoError(t, err)
	return k
}

func sampleCertificate() registry.Certificate {
	return registry.Certificate{
		Number: "GX-ZC-2026-000007-0", Scheme: "GX-ZC", Regime: "public-data", Asset: "JT-02", Name: "公路交通量调查数据", Holder: "某厅",
		HolderCode: "91350100M000100Y43", IssuedOn: day("2026-03-13"), IssuedBy: "乙", ValidTo: day("2029-03-12"), Supersedes: "GX-ZC-2026-000006-2",
	}
}

// What is signed is the canonical JSON of certificate, algorithms and key; this
// is it, written by hand, and its digest.
func TestStatement(t *testing.T) {
	key := edKey(1)
	id := sha256.Sum256(key.Public().(ed25519.PublicKey))
	statement := `{"algorithm":"ed25519","asset":"JT-02","digestAlgorithm":"sha256","holder":"某厅","holderCode":"91350100M000100Y43",` +
		`"issuedBy":"乙","issuedOn":"2026-03-13","keyId":"sha256:` + hex.EncodeToString(id[:]) + `","name":"公路交通量调查数据",` +
		`"number":"GX-ZC-2026-000007-0","regime":"public-data","scheme":"GX-ZC","supersedes":"GX-ZC-2026-000006-2","validTo":"2029-03-12"}`
	s, err := registry.Ed25519().Seal(sampleCertificate(), key, nil)
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(statement))), s.Digest)
	assert.Equal(t, hex.EncodeToString(ed25519.Sign(key, []byte(statement))), s.Signature)
	text, err := s.Encode()
	require.NoError(t, err)
	c, err := registry.Verifier{Algorithm: registry.Ed25519(), Key: key.Public()}.Verify(text)
	require.NoError(t, err)
	assert.Equal(t, sampleCertificate(), c)
}

// Any single changed byte, whatever it becomes, is found and called altered.
func TestOneByte(t *testing.T) {
	ec := ecKey(t)
	for name, tt := range map[string]struct {
		algorithm registry.Algorithm
		key       crypto.Signer
	}{"ed25519": {registry.Ed25519(), edKey(1)}, "ecdsa": {registry.ECDSA(), ec}} {
		s, err := tt.algorithm.Seal(sampleCertificate(), tt.key, chaos(2))
		require.NoError(t, err)
		text, err := s.Encode()
		require.NoError(t, err)
		v := registry.Verifier{Algorithm: tt.algorithm, Key: tt.key.Public()}
		_, err = v.Verify(text)
		require.NoError(t, err, name)
		for i := range text {
			for bit := range 8 {
				changed := bytes.Clone(text)
				changed[i] ^= 1 << bit
				_, err := v.Verify(changed)
				require.ErrorIs(t, err, registry.ErrAltered, "%s byte %d: %q", name, i, changed)
			}
		}
		rapid.Check(t, func(t *rapid.T) {
			i := rapid.IntRange(0, len(text)-1).Draw(t, "byte")
			b := rapid.Byte().Filter(func(b byte) bool { return b != text[i] }).Draw(t, "value")
			changed := bytes.Clone(text)
			changed[i] = b
			if _, err := v.Verify(changed); err == nil {
				t.Fatalf("%q passes", changed)
			}
		})
		for _, changed := range [][]byte{nil, text[:len(text)-1], append(bytes.Clone(text), '\n'), append([]byte(" "), text...)} {
			_, err := v.Verify(changed)
			require.ErrorIs(t, err, registry.ErrAltered)
		}
	}
}

// Another key, another algorithm, a signature of something else.
func TestWrongKey(t *testing.T) {
	s, err := registry.Ed25519().Seal(sampleCertificate(), edKey(1), nil)
	require.NoError(t, err)
	text, err := s.Encode()
	require.NoError(t, err)
	for name, v := range map[string]registry.Verifier{
		"another key":         {Algorithm: registry.Ed25519(), Key: edKey(2).Public()},
		"another algorithm":   {Algorithm: registry.ECDSA(), Key: ecKey(t).Public()},
		"a key of another":    {Algorithm: registry.Ed25519(), Key: ecKey(t).Public()},
		"no key":              {Algorithm: registry.Ed25519()},
		"another digest name": {Algorithm: renamed(registry.Ed25519(), "sm3"), Key: edKey(1).Public()},
	} {
		_, err := v.Verify(text)
		var wrong *registry.CertificateError
		require.ErrorAs(t, err, &wrong, name)
		require.ErrorIs(t, err, registry.ErrWrongKey, name)
		assert.Equal(t, "GX-ZC-2026-000007-0", wrong.Number)
		assert.NotEmpty(t, wrong.Why.ZH)
		assert.Contains(t, err.Error(), "another key")
	}
	other := s
	other.Certificate.Holder = "别的厅"
	forged, err := registry.Ed25519().Seal(other.Certificate, edKey(1), nil)
	require.NoError(t, err)
	forged.Signature = s.Signature
	text, err = forged.Encode()
	require.NoError(t, err)
	v := registry.Verifier{Algorithm: registry.Ed25519(), Key: edKey(1).Public()}
	_, err = v.Verify(text)
	require.ErrorIs(t, err, registry.ErrAltered, "the signature is that of another certificate")
	_, err = registry.Verifier{}.Verify(text)
	require.Error(t, err)
	_, err = registry.Algorithm{}.Seal(sampleCertificate(), edKey(1), nil)
	require.Error(t, err)
	_, err = registry.ECDSA().Seal(sampleCertificate(), edKey(1), nil)
	require.Error(t, err, "a key of another algorithm")
	_, err = registry.Ed25519().Seal(sampleCertificate(), ecKey(t), nil)
	require.Error(t, err)
	var report *rule.ReportError
	_, err = registry.Ed25519().Seal(registry.Certificate{}, edKey(1), nil)
	require.ErrorAs(t, err, &report, "nothing is signed that is incomplete")
}

func renamed(a registry.Algorithm, digest string) registry.Algorithm {
	a.Digest = digest
	return a
}

// Superseded, ended, expired and not yet issued are told apart, and a superseded
// certificate names its successor.
func TestStandingOfCertificates(t *testing.T) {
	b := registry.NewRegister(registry.NationalRegistration().Counted(ahead(t)), registry.FinanceCard())
	do := func(regime string, c registry.Command) registry.Registration {
		t.Helper()
		r, _, err := b.Apply(b.Revision(), regime, "JT-01", c)
		require.NoError(t, err)
		return r
	}
	do("finance-card", registry.Submit{Act: by(day("2025-09-08"), "甲", ""), Card: card("JT-01")})
	first := do("finance-card", registry.Approve{Act: by(day("2025-09-10"), "乙", ""), CertificateNo: "ZS-1"}).Certificate
	do("finance-card", registry.Correct{Act: by(day("2026-02-10"), "甲", "桥梁数量有误"), Card: card("JT-01")})
	second := do("finance-card", registry.Approve{Act: by(day("2026-02-11"), "乙", ""), CertificateNo: "ZS-2"}).Certificate
	do("finance-card", registry.Cancel{Act: by(day("2026-08-19"), "甲", ""), Cause: registry.Lost})
	do("finance-card", registry.Approve{Act: by(day("2026-08-20"), "乙", "")})
	for _, name := range []string{"submit", "accept", "examine", "publish", "approve"} {
		r, ok := b.Registration("public-data", "JT-01")
		if !ok {
			r = registry.New(registry.NationalRegistration(), "JT-01")
		}
		c := fit(r, name, card("JT-01"))
		if a, ok := c.(registry.Approve); ok {
			a.CertificateNo = "M-1"
			c = a
		}
		do("public-data", c)
	}
	national, _ := b.Registration("public-data", "JT-01") // 2026-03-09…2029-03-08
	verify := func(c registry.Certificate, at string) error {
		t.Helper()
		s, err := registry.Ed25519().Seal(c, edKey(1), nil)
		require.NoError(t, err)
		text, err := s.Encode()
		require.NoError(t, err)
		v := registry.Verifier{Algorithm: registry.Ed25519(), Key: edKey(1).Public(), Register: b}
		if at != "" {
			v.At = day(at)
		}
		_, err = v.Verify(text)
		return err
	}
	stranger := first
	stranger.Number = "ZS-9"
	for name, tt := range map[string]struct {
		c    registry.Certificate
		at   string
		want error
	}{
		"superseded":              {first, "2026-02-11", registry.ErrSuperseded},
		"superseded, no day":      {first, "", registry.ErrSuperseded},
		"the day before":          {first, "2026-02-10", nil},
		"cancelled":               {second, "2026-08-20", registry.ErrEnded},
		"the day before that":     {second, "2026-08-19", nil},
		"not issued yet":          {second, "2026-02-10", registry.ErrNotYet},
		"in force":                {national.Certificate, "2029-03-08", nil},
		"expired":                 {national.Certificate, "2029-03-09", registry.ErrExpired},
		"not in the register":     {stranger, "2026-01-01", registry.ErrEnded},
		"in the register, no day": {national.Certificate, "", nil},
	} {
		err := verify(tt.c, tt.at)
		if tt.want == nil {
			assert.NoError(t, err, name)
			continue
		}
		assert.ErrorIs(t, err, tt.want, name)
	}
	var e *registry.CertificateError
	require.ErrorAs(t, verify(first, "2026-03-01"), &e)
	assert.Equal(t, "ZS-2", e.Successor)
	i, ok := b.Certificate("ZS-1")
	require.True(t, ok)
	assert.Equal(t, registry.Issued{Certificate: first, EndedOn: day("2026-02-11"), Successor: "ZS-2"}, i)
}

// The register is one chained log: it reads back to the same registrations, and
// a changed byte of its history is found.
func TestRegister(t *testing.T) {
	g := registry.FinanceCard()
	b := registry.NewRegister(g)
	_, _, err := b.Apply(0, "finance-card", "JT-01", command("submit", day("2025-09-08"), card("JT-01")))
	require.NoError(t, err)
	_, _, err = b.Apply(0, "finance-card", "JT-02", command("submit", day("2025-09-08"), card("JT-02")))
	require.ErrorIs(t, err, rule.ErrStale)
	_, _, err = b.Apply(1, "finance-card", "JT-02", command("submit", day("2025-09-08"), card("JT-02")))
	require.NoError(t, err)
	approve := registry.Approve{Act: by(day("2025-09-10"), "乙", ""), CertificateNo: "ZS-1"}
	_, _, err = b.Apply(2, "finance-card", "JT-01", approve)
	require.NoError(t, err)
	var wrong *registry.RegisterError
	_, _, err = b.Apply(3, "finance-card", "JT-02", approve)
	require.ErrorAs(t, err, &wrong, "a number is given once")
	_, _, err = b.Apply(3, "public-data", "JT-02", approve)
	require.ErrorAs(t, err, &wrong, "a regime that the register does not have")
	_, _, err = b.Apply(3, "finance-card", "JT-01", approve)
	require.ErrorIs(t, err, rule.ErrNotAllowed)
	assert.Equal(t, 3, b.Revision())

	var text bytes.Buffer
	require.NoError(t, b.Write(&text, 0))
	read := func(s string) (*registry.Register, error) {
		return registry.ReadRegister(strings.NewReader(s), "register.jsonl", g)
	}
	again, err := read(text.String())
	require.NoError(t, err)
	assert.Equal(t, b.Head(), again.Head())
	one, _ := b.Registration("finance-card", "JT-01")
	two, _ := again.Registration("finance-card", "JT-01")
	assert.Equal(t, one, two)
	n := 0
	for revision, e := range again.History() {
		n++
		assert.Equal(t, n, revision)
		assert.Equal(t, "finance-card", e.Regime)
		if n == 2 {
			break
		}
	}
	for i := range text.Bytes() {
		changed := bytes.Clone(text.Bytes())
		changed[i] ^= 1
		got, err := read(string(changed))
		if err == nil {
			err = got.Verify(b.Head())
		}
		require.Error(t, err, "byte %d", i)
	}
	_, err = registry.ReadRegister(strings.NewReader(text.String()), "register.jsonl")
	require.ErrorAs(t, err, &wrong)
	lines := strings.SplitAfter(text.String(), "\n")
	torn, err := read(lines[0] + lines[1] + lines[2][:20])
	require.Error(t, err)
	assert.Equal(t, 2, torn.Revision(), "what came before is whole")
}

// ISO/IEC 7064: MOD 11,10 of 0794 is 5, the example of the standard; MOD 37,36
// of A12425GABC1234002 is M, the example of the GRid standard that uses it.
func TestCheckCharacters(t *testing.T) {
	digits, err := registry.NewNumbers("digits", registry.SerialPart(4), registry.CheckDigit())
	require.NoError(t, err)
	n, err := digits.Number(0, 794)
	require.NoError(t, err)
	assert.Equal(t, "07945", n)
	letters, err := registry.NewNumbers("letters", registry.Literal("A1-2425G-ABC"), registry.SerialPart(7), registry.Literal("-"), registry.CheckCharacter())
	require.NoError(t, err)
	n, err = letters.Number(0, 1234002)
	require.NoError(t, err)
	assert.Equal(t, "A1-2425G-ABC1234002-M", n)
}

// Every number reads back, and one changed character is found.
func TestNumbers(t *testing.T) {
	n := registry.DefaultNumbers()
	rapid.Check(t, func(t *rapid.T) {
		year, serial := rapid.IntRange(0, 9999).Draw(t, "year"), rapid.IntRange(0, 999999).Draw(t, "serial")
		s, err := n.Number(year, serial)
		if err != nil {
			t.Fatal(err)
		}
		got, err := n.Parse(s)
		if err != nil || got.Year != year || got.Serial != serial {
			t.Fatal(s, got, err)
		}
		i := rapid.IntRange(0, len(s)-1).Draw(t, "at")
		c := rapid.SampledFrom([]byte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-")).Filter(func(c byte) bool { return c != s[i] }).Draw(t, "to")
		changed := s[:i] + string(c) + s[i+1:]
		if _, err := n.Parse(changed); err == nil {
			t.Fatalf("%s passes for %s", changed, s)
		}
	})
	for _, bad := range []string{"", "GX-ZC-", "GX-ZC-2025-00000１-8", "GX-ZC-2025-000001-8 ", "gx-zc-2025-000001-8"} {
		_, err := n.Parse(bad)
		var e *registry.NumberError
		require.ErrorAs(t, err, &e, bad)
	}
	_, err := n.Number(2025, 1_000_000)
	require.Error(t, err)
	_, err = n.Number(2025, -1)
	require.Error(t, err)
	var zero registry.Numbers
	_, err = zero.Number(2025, 1)
	require.Error(t, err)
	_, err = zero.Parse("x")
	require.Error(t, err)
	for name, parts := range map[string][]registry.NumberPart{
		"no serial":         {registry.YearPart()},
		"two serials":       {registry.SerialPart(2), registry.SerialPart(2)},
		"two years":         {registry.YearPart(), registry.YearPart(), registry.SerialPart(2)},
		"no digits":         {registry.SerialPart(0)},
		"too many":          {registry.SerialPart(13)},
		"check first":       {registry.CheckCharacter(), registry.SerialPart(2)},
		"lower case":        {registry.Literal("gx"), registry.SerialPart(2)},
		"a digit, letters":  {registry.Literal("GX"), registry.SerialPart(2), registry.CheckDigit()},
		"nothing":           nil,
		"an empty literal ": {registry.Literal(""), registry.SerialPart(2)},
	} {
		_, err := registry.NewNumbers(name, parts...)
		var e *registry.NumberError
		require.ErrorAs(t, err, &e, name)
	}
	_, err = registry.NewNumbers(" ", registry.SerialPart(2))
	require.Error(t, err)
}

// A regime with a scheme refuses a number that is not of it.
func TestNumberedRegime(t *testing.T) {
	g := registry.FinanceCard().Numbered(registry.DefaultNumbers())
	r, _ := walk(t, g, card("JT-01"), "submit")
	number, err := registry.DefaultNumbers().Number(2026, 1)
	require.NoError(t, err)
	approve := registry.Approve{Act: by(day("2026-01-28"), "乙", ""), CertificateNo: "ZS-1"}
	_, _, err = r.Apply(approve)
	var refusal *rule.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, rule.ID("registry.certificate-number"), refusal.Rule)
	approve.CertificateNo = number
	r, _, err = r.Apply(approve)
	require.NoError(t, err)
	assert.Equal(t, "GX-ZC", r.Certificate.Scheme)
}

func FuzzCertificate(f *testing.F) {
	s, err := registry.Ed25519().Seal(sampleCertificate(), edKey(1), nil)
	if err != nil {
		f.Fatal(err)
	}
	text, err := s.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{}`))
	v := registry.Verifier{Algorithm: registry.Ed25519(), Key: edKey(1).Public(), At: day("2026-04-01")}
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := v.Verify(b); err == nil && !bytes.Equal(b, text) {
			t.Fatalf("%q passes", b)
		}
		if s, err := registry.ReadSigned(b); err == nil {
			out, err := s.Encode()
			if err != nil || !bytes.Equal(out, b) {
				t.Fatalf("%q became %q: %v", b, out, err)
			}
		}
	})
}
