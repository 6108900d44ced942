package registry

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"strings"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Algorithm is how certificates are digested and signed. A caller plugs in
// another, SM2 with SM3 for example, by filling it in; the key itself stays
// behind a [crypto.Signer], which may be an HSM.
type Algorithm struct {
	Name   string           // what the signed bytes say of it: ed25519
	Digest string           // name of the digest: sha256
	Hash   func() hash.Hash // that digest

	// Sign signs a message whose digest is given too, with the caller's
	// randomness.
	Sign func(s crypto.Signer, random io.Reader, message, digest []byte) ([]byte, error)
	// Verify reports whether a signature is right.
	Verify func(key crypto.PublicKey, message, digest, signature []byte) bool
	// Key returns the bytes of a public key, whose digest names it.
	Key func(key crypto.PublicKey) ([]byte, error)
}

var errKey = errors.New("registry: a key of another algorithm")

// Ed25519 signs by Ed25519 (RFC 8032) and digests by SHA-256.
func Ed25519() Algorithm {
	return Algorithm{
		Name: "ed25519", Digest: "sha256", Hash: sha256.New,
		Sign: func(s crypto.Signer, random io.Reader, message, _ []byte) ([]byte, error) {
			return s.Sign(random, message, crypto.Hash(0))
		},
		Verify: func(key crypto.PublicKey, message, _, signature []byte) bool {
			k, ok := key.(ed25519.PublicKey)
			return ok && len(k) == ed25519.PublicKeySize && ed25519.Verify(k, message, signature)
		},
		Key: func(key crypto.PublicKey) ([]byte, error) {
			k, ok := key.(ed25519.PublicKey)
			if !ok || len(k) != ed25519.PublicKeySize {
				return nil, errKey
			}
			return k, nil
		},
	}
}

// ECDSA signs by ECDSA, on the curve of the key, the SHA-256 digest.
func ECDSA() Algorithm {
	return Algorithm{
		Name: "ecdsa-sha256", Digest: "sha256", Hash: sha256.New,
		Sign: func(s crypto.Signer, random io.Reader, _, digest []byte) ([]byte, error) {
			return s.Sign(random, digest, crypto.SHA256)
		},
		Verify: func(key crypto.PublicKey, _, digest, signature []byte) bool {
			k, ok := key.(*ecdsa.PublicKey)
			return ok && k != nil && ecdsa.VerifyASN1(k, digest, signature)
		},
		Key: func(key crypto.PublicKey) ([]byte, error) {
			k, ok := key.(*ecdsa.PublicKey)
			if !ok || k == nil {
				return nil, errKey
			}
			return k.Bytes()
		},
	}
}

// named is the digest of some bytes with the name of the digest before it.
func (a Algorithm) named(b []byte) (sum []byte, name string) {
	h := a.Hash()
	h.Write(b)
	sum = h.Sum(nil)
	return sum, a.Digest + ":" + hex.EncodeToString(sum)
}

// Seal signs a certificate. The error is that of the signer or of the key, or
// says that the certificate lacks what it must have.
func (a Algorithm) Seal(c Certificate, signer crypto.Signer, random io.Reader) (Signed, error) {
	if a.Hash == nil || a.Sign == nil || a.Verify == nil || a.Key == nil {
		return Signed{}, errors.New("registry: want an algorithm with its digest and its three functions")
	}
	key, err := a.Key(signer.Public())
	if err != nil {
		return Signed{}, err
	}
	_, id := a.named(key)
	s := Signed{Statement: Statement{c, a.Name, a.Digest, id}}
	message, err := statements().Canonical(&s.Statement)
	if err != nil {
		return Signed{}, err
	}
	sum, digest := a.named(message)
	signature, err := a.Sign(signer, random, message, sum)
	if err != nil {
		return Signed{}, err
	}
	s.Digest, s.Signature = digest, hex.EncodeToString(signature)
	if err := SignedCertificates().Validate(&s, record.Options{}).Err(); err != nil {
		return Signed{}, err
	}
	return s, nil
}

// Encode writes the certificate as canonical JSON, the only text that
// [ReadSigned] takes.
func (s Signed) Encode() ([]byte, error) { return SignedCertificates().Canonical(&s) }

// ReadSigned reads what [Signed.Encode] wrote. Any other text, were it the same
// JSON written otherwise, is one that was altered.
func ReadSigned(b []byte) (Signed, error) {
	s, report, err := SignedCertificates().Decode(b)
	if err == nil {
		err = report.Err()
	}
	if err != nil {
		return Signed{}, &CertificateError{Reason: ErrAltered, Why: text("不是证书文本："+err.Error(), err.Error())}
	}
	again, err := s.Encode()
	if err != nil || !bytes.Equal(again, b) {
		return Signed{}, altered(s, text("不是规范的 JSON 文本", "it is not canonical JSON"))
	}
	return s, nil
}

// Verifier says what a certificate is held against.
type Verifier struct {
	Algorithm Algorithm
	Key       crypto.PublicKey
	Register  *Register     // what became of certificates; nil: not asked
	At        calendar.Date // the day on which it is to hold; no date: not asked
}

// Verify reads a signed certificate and says whether it counts. The error is a
// [*CertificateError], which tells apart a certificate that was altered, one
// signed with another key, one that is superseded (with its successor), one
// whose registration has ended, and one that has expired.
func (v Verifier) Verify(b []byte) (Certificate, error) {
	s, err := ReadSigned(b)
	if err != nil {
		return Certificate{}, err
	}
	if err := v.seal(s); err != nil {
		return Certificate{}, err
	}
	return s.Certificate, v.standing(s.Certificate)
}

// seal checks digest, key and signature, in this order: a change is told from
// another key by the digest, which covers the name of the key.
func (v Verifier) seal(s Signed) error {
	a := v.Algorithm
	if a.Hash == nil || a.Verify == nil || a.Key == nil {
		return errors.New("registry: want an algorithm with its digest and its functions")
	}
	message, err := statements().Canonical(&s.Statement)
	if err != nil {
		return altered(s, text("不能写成规范文本", "it has no canonical form"))
	}
	sum, digest := a.named(message)
	switch stated, _, _ := strings.Cut(s.Digest, ":"); {
	case stated != s.DigestAlgorithm, s.DigestAlgorithm == a.Digest && s.Digest != digest:
		return altered(s, text("内容与摘要不符", "it does not match its digest"))
	case s.Algorithm != a.Name || s.DigestAlgorithm != a.Digest:
		return &CertificateError{Number: s.Certificate.Number, Reason: ErrWrongKey, Why: text(
			"签名算法是 "+s.Algorithm+"、"+s.DigestAlgorithm, "it is signed by "+s.Algorithm+" and "+s.DigestAlgorithm)}
	}
	key, err := a.Key(v.Key)
	if err != nil {
		return &CertificateError{Number: s.Certificate.Number, Reason: ErrWrongKey, Why: text("公钥不是该算法的", err.Error())}
	}
	if _, id := a.named(key); id != s.KeyID {
		return &CertificateError{Number: s.Certificate.Number, Reason: ErrWrongKey, Why: text("签名公钥是 "+s.KeyID, "it names the key "+s.KeyID)}
	}
	signature, err := hex.DecodeString(s.Signature)
	if err != nil || hex.EncodeToString(signature) != s.Signature || !a.Verify(v.Key, message, sum, signature) {
		return altered(s, text("签名不符", "its signature is wrong"))
	}
	return nil
}

func altered(s Signed, why rule.Text) error {
	return &CertificateError{Number: s.Certificate.Number, Reason: ErrAltered, Why: why}
}

// standing asks what became of a certificate that is genuine.
func (v Verifier) standing(c Certificate) error {
	fail := func(reason error, successor string, why rule.Text) error {
		return &CertificateError{c.Number, reason, successor, why}
	}
	if v.Register != nil {
		was, ok := v.Register.Certificate(c.Number)
		switch {
		case !ok || was.Certificate != c:
			return fail(ErrEnded, "", text("登记簿中没有这一证书", "the register does not have it"))
		case was.EndedOn.IsZero() || !v.At.IsZero() && v.At.Before(was.EndedOn):
		case was.Successor != "":
			return fail(ErrSuperseded, was.Successor, text("已由 "+was.Successor+" 替代", "superseded by "+was.Successor))
		default:
			return fail(ErrEnded, "", text("登记已于 "+was.EndedOn.String()+" 终止", "the registration ended on "+was.EndedOn.String()))
		}
	}
	switch {
	case v.At.IsZero():
		return nil
	case v.At.Before(c.IssuedOn):
		return fail(ErrNotYet, "", text("发证日期是 "+c.IssuedOn.String(), "it is issued on "+c.IssuedOn.String()))
	case !c.ValidTo.IsZero() && v.At.After(c.ValidTo):
		return fail(ErrExpired, "", text("有效期至 "+c.ValidTo.String(), "it was valid until "+c.ValidTo.String()))
	}
	return nil
}
