package registry

import (
	"errors"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Certificate is the data asset certificate (数据资产证书), the voucher for
// authorised outside use, or the query code of a national registration.
type Certificate struct {
	Number     string
	Scheme     string // by which the number is made; "" where another system gives it
	Regime     string
	Asset      string // id of the resource
	Name       string
	Holder     string
	HolderCode string
	IssuedOn   calendar.Date
	IssuedBy   string
	ValidTo    calendar.Date // last day of the term; no date where none is fixed
	Supersedes string        // number of the certificate before
}

// certificate is the one that an approval yields.
func (r *Registration) certificate(c Approve) Certificate {
	if c.CertificateNo == "" {
		return Certificate{}
	}
	card := cardOf(r.filed)
	return Certificate{
		Number: c.CertificateNo, Scheme: r.regime.spec.Numbers.Name(), Regime: r.regime.ID(), Asset: r.Asset,
		Name: card.Resource.Name, Holder: card.Holder, HolderCode: card.HolderCode,
		IssuedOn: c.On, IssuedBy: c.By, ValidTo: r.ValidTo, Supersedes: r.Certificate.Number,
	}
}

// Signed is a certificate with its digest and a detached signature. The digest
// and the signature are over the statement: the canonical JSON (RFC 8785) of the
// certificate together with the names of the algorithms and of the key.
type Signed struct {
	Statement
	Digest    string // of the statement: name of the digest, colon, hexadecimal digits
	Signature string // hexadecimal digits
}

// Statement is what is signed.
type Statement struct {
	Certificate     Certificate
	Algorithm       string // of the signature
	DigestAlgorithm string
	KeyID           string // digest of the public key
}

// SignedCertificates returns the table of [Signed].
func SignedCertificates() *record.Table[Signed] { return signedCertificates() }

var signedCertificates = sync.OnceValue(func() *record.Table[Signed] {
	fields := record.Include(statements(), func(s *Signed) *Statement { return &s.Statement })
	return record.MustTable(record.Definition{
		Name: "signed-certificate", Title: text("数据资产证书（签名）", "signed data asset certificate"), Basis: append(gx("4.3.3"), r26("第13条")...), DateOf: "issuedOn",
	}, append(fields,
		record.Field[Signed]{Key: "digest", Title: text("摘要", "digest"), Type: record.Text{Max: 200, Shape: record.CodeText}, Required: record.Always(), Calculated: true, Example: "sha256:00", At: record.AtText(func(s *Signed) *string { return &s.Digest })},
		record.Field[Signed]{Key: "signature", Title: text("签名", "signature"), Type: record.Text{Max: 4096, Shape: record.CodeText}, Required: record.Always(), Calculated: true, Example: "00", At: record.AtText(func(s *Signed) *string { return &s.Signature })},
	))
})

var statements = sync.OnceValue(func() *record.Table[Statement] {
	code := record.Text{Max: 100, Shape: record.CodeText}
	fields := record.Include(certificates(), func(s *Statement) *Certificate { return &s.Certificate })
	return record.MustTable(record.Definition{Name: "certificate-statement", Title: text("证书签名内容", "what is signed of a certificate")}, append(fields,
		record.Field[Statement]{Key: "algorithm", Title: text("签名算法", "signature algorithm"), Type: code, Required: record.Always(), Calculated: true, Example: "ed25519", At: record.AtText(func(s *Statement) *string { return &s.Algorithm })},
		record.Field[Statement]{Key: "digestAlgorithm", Title: text("摘要算法", "digest algorithm"), Type: code, Required: record.Always(), Calculated: true, Example: "sha256", At: record.AtText(func(s *Statement) *string { return &s.DigestAlgorithm })},
		record.Field[Statement]{Key: "keyId", Title: text("公钥标识", "id of the public key"), Type: record.Text{Max: 200, Shape: record.CodeText}, Required: record.Always(), Calculated: true, Example: "sha256:00", At: record.AtText(func(s *Statement) *string { return &s.KeyID })},
	))
})

var certificates = sync.OnceValue(func() *record.Table[Certificate] {
	name, code, basis := record.Text{Max: 100}, record.Text{Max: 40, Shape: record.CodeText}, append(gx("4.3.3"), r26("第13条")...)
	return record.MustTable(record.Definition{Name: "certificate", Title: text("数据资产证书", "data asset certificate"), Basis: basis}, []record.Field[Certificate]{
		{Key: "number", Title: text("证书编号或查询码", "certificate number or query code"), Type: code, Required: record.Always(), Basis: basis, Example: "GX-ZC-2025-000001-8", At: record.AtText(func(c *Certificate) *string { return &c.Number })},
		{Key: "scheme", Title: text("编码方案", "scheme of the number"), Type: name, Example: "GX-ZC", At: record.AtText(func(c *Certificate) *string { return &c.Scheme })},
		{Key: "regime", Title: text("登记制度", "regime"), Type: code, Required: record.Always(), Basis: basis, Example: "finance-card", At: record.AtText(func(c *Certificate) *string { return &c.Regime })},
		{Key: "asset", Title: text("资产", "asset"), Type: code, Required: record.Always(), Basis: basis, Example: "JT-01", At: record.AtText(func(c *Certificate) *string { return &c.Asset })},
		{Key: "name", Title: text("数据资产名称", "name of the asset"), Type: name, Required: record.Always(), Basis: r26("第12条"), Example: "公路基础数据库", At: record.AtText(func(c *Certificate) *string { return &c.Name })},
		{Key: "holder", Title: text("登记单位", "registrant"), Type: name, Required: record.Always(), Basis: basis, Example: "某厅", At: record.AtText(func(c *Certificate) *string { return &c.Holder })},
		{Key: "holderCode", Title: text("登记单位统一社会信用代码", "registrant's credit code"), Type: record.Identifier{Scheme: record.CreditCode}, Example: "91350100M000100Y43", At: record.AtText(func(c *Certificate) *string { return &c.HolderCode })},
		{Key: "issuedOn", Title: text("发证日期", "issued on"), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: "2025-09-10", At: record.At(func(c *Certificate) *calendar.Date { return &c.IssuedOn })},
		{Key: "issuedBy", Title: text("发证人", "issued by"), Type: name, Required: record.Always(), Example: "乙", At: record.AtText(func(c *Certificate) *string { return &c.IssuedBy })},
		{Key: "validTo", Title: text("有效期至", "valid until"), Type: record.Date{}, Basis: r26("第15条"), Example: "2029-03-12", At: record.At(func(c *Certificate) *calendar.Date { return &c.ValidTo })},
		{Key: "supersedes", Title: text("替代的证书", "supersedes"), Type: code, Basis: gx("4.3.4"), Example: "GX-ZC-2025-000002-6", At: record.AtText(func(c *Certificate) *string { return &c.Supersedes })},
	})
})

// What a certificate can be refused for. A [*CertificateError] matches one of
// them.
var (
	ErrAltered    = errors.New("registry: the certificate was altered")
	ErrWrongKey   = errors.New("registry: the certificate was signed with another key")
	ErrExpired    = errors.New("registry: the certificate has expired")
	ErrNotYet     = errors.New("registry: the certificate is not issued yet")
	ErrSuperseded = errors.New("registry: the certificate was superseded")
	ErrEnded      = errors.New("registry: the registration of the certificate has ended")
)

// CertificateError is a certificate that does not count, and why.
type CertificateError struct {
	Number    string
	Reason    error  // one of the sentinels above
	Successor string // for ErrSuperseded
	Why       rule.Text
}

// Error names the certificate and the reason.
func (e *CertificateError) Error() string {
	s := e.Reason.Error()
	if e.Number != "" {
		s += ": " + e.Number
	}
	if e.Why.EN != "" {
		s += ": " + e.Why.EN
	}
	return s
}

// Unwrap returns the reason.
func (e *CertificateError) Unwrap() error { return e.Reason }
