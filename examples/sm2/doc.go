// Sm2 signs a data asset certificate by SM2 with the digest SM3 (GB/T 32918,
// GB/T 32905), as Chinese authorities ask: the library's certificates take any
// algorithm as a value ([registry.Algorithm]) and any key behind a
// crypto.Signer, an HSM's too.
//
//	go run .      # seals, verifies, and shows one changed byte found
//	go test ./... # with the standards' own examples
package main
