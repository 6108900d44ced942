package main

import (
	"crypto"
	"crypto/ecdsa"
	"errors"
	"hash"
	"io"

	"github.com/dataasset-go/dataasset/registry"
	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/sm3"
)

var errKey = errors.New("sm2: want a public key on the SM2 curve")

// SM2 signs by SM2 over the message itself: the signer puts the digest of the
// default user id (1234567812345678) and the public key before it, as GB/T
// 32918.2 lays down. The certificate's own digest is SM3.
func SM2() registry.Algorithm {
	return registry.Algorithm{
		Name: "sm2", Digest: "sm3", Hash: func() hash.Hash { return sm3.New() },
		Sign: func(s crypto.Signer, random io.Reader, message, _ []byte) ([]byte, error) {
			return s.Sign(random, message, sm2.NewSM2SignerOption(true, nil))
		},
		Verify: func(key crypto.PublicKey, message, _, signature []byte) bool {
			k, ok := key.(*ecdsa.PublicKey)
			return ok && sm2.IsSM2PublicKey(k) && sm2.VerifyASN1WithSM2(k, nil, message, signature)
		},
		Key: func(key crypto.PublicKey) ([]byte, error) {
			k, ok := key.(*ecdsa.PublicKey)
			if !ok || !sm2.IsSM2PublicKey(k) {
				return nil, errKey
			}
			p, err := sm2.PublicKeyToECDH(k)
			if err != nil {
				return nil, err
			}
			return p.Bytes(), nil
		},
	}
}
