package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/asn1"
	"encoding/hex"
	"math/big"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/smx509"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// GB/T 32905-2016, appendix A.1: the SM3 digest of "abc".
func TestDigestOfTheStandard(t *testing.T) {
	h := SM2().Hash()
	h.Write([]byte("abc"))
	assert.Equal(t, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", hex.EncodeToString(h.Sum(nil)))
}

// GB/T 32918.5-2017, appendix A.2: the signature of "message digest" with the
// default user id.
func TestSignatureOfTheStandard(t *testing.T) {
	number := func(s string) *big.Int {
		n, ok := new(big.Int).SetString(s, 16)
		require.True(t, ok)
		return n
	}
	// As SubjectPublicKeyInfo: ecPublicKey on the curve 1.2.156.10197.1.301.
	der, err := hex.DecodeString("3059301306072a8648ce3d020106082a811ccf5501822d03420004" +
		"09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020" +
		"CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13")
	require.NoError(t, err)
	key, err := smx509.ParsePKIXPublicKey(der)
	require.NoError(t, err)
	signature, err := asn1.Marshal(struct{ R, S *big.Int }{
		number("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"),
		number("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"),
	})
	require.NoError(t, err)
	assert.True(t, SM2().Verify(key, []byte("message digest"), nil, signature))
	assert.False(t, SM2().Verify(key, []byte("message digesT"), nil, signature))
}

func sealed(t *testing.T) (*sm2.PrivateKey, []byte) {
	t.Helper()
	key, err := sm2.GenerateKey(rand.Reader)
	require.NoError(t, err)
	s, err := SM2().Seal(registry.Certificate{
		Number: "ZS-1", Regime: "finance-card", Asset: "JT-02", Name: "公路交通量调查数据", Holder: "某厅",
		IssuedOn: calendar.MustDate(2025, 12, 15), IssuedBy: "乙",
	}, key, rand.Reader)
	require.NoError(t, err)
	assert.Equal(t, "sm3", s.DigestAlgorithm)
	text, err := s.Encode()
	require.NoError(t, err)
	return key, text
}

// Any changed byte is found; another key, another algorithm are told apart.
func TestOneByte(t *testing.T) {
	key, text := sealed(t)
	v := registry.Verifier{Algorithm: SM2(), Key: key.Public()}
	_, err := v.Verify(text)
	require.NoError(t, err)
	for i := range text {
		changed := bytes.Clone(text)
		changed[i] ^= 1
		_, err := v.Verify(changed)
		require.ErrorIs(t, err, registry.ErrAltered, "byte %d", i)
	}
	other, err := sm2.GenerateKey(rand.Reader)
	require.NoError(t, err)
	v.Key = other.Public()
	_, err = v.Verify(text)
	require.ErrorIs(t, err, registry.ErrWrongKey)
	public, _, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	for _, v := range []registry.Verifier{{Algorithm: registry.Ed25519(), Key: public}, {Algorithm: SM2(), Key: public}} {
		_, err = v.Verify(text)
		require.ErrorIs(t, err, registry.ErrWrongKey)
	}
}

func TestRun(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, run(&b, rand.Reader))
	assert.Contains(t, b.String(), `"algorithm":"sm2"`)
	assert.Contains(t, b.String(), "有效 valid: GX-ZC-2026-000001-")
	assert.Contains(t, b.String(), "one byte changed: registry: the certificate was altered")
}
