package schema

import (
	"errors"
	"io"
	"testing"

	"github.com/dataasset-go/dataasset/ledger"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A document that refers out of itself does not compile, and nothing is opened:
// neither by the network nor, as the library alone would, a file. A loader that
// somebody else in the program has registered is not asked.
func TestReferencesAreNotLoaded(t *testing.T) {
	file := jsonschema.Loaders["file"]
	t.Cleanup(func() { jsonschema.Loaders["file"] = file; delete(jsonschema.Loaders, "https") })
	opened := func(u string) (io.ReadCloser, error) {
		t.Errorf("%s was opened", u)
		return nil, errors.New("opened")
	}
	jsonschema.Loaders["file"], jsonschema.Loaders["https"] = opened, opened
	for _, ref := range []string{"https://example.com/other", "http://example.com/other", "file:///etc/hostname", "other", "../other", "#/$defs/none", "#anchor"} {
		_, err := compile(Base+"own", []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"`+Base+`own","$ref":"`+ref+`"}`))
		assert.Error(t, err, ref)
	}
	_, err := compile(Base+"own", []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"https://json-schema.org/draft/2020-12/schema"}`))
	assert.NoError(t, err, "the metaschema is built in")
	_, err = compile(Base+"own", []byte(`{"$schema":"https://example.com/draft"}`))
	assert.Error(t, err, "a metaschema of somebody else")
	_, err = compile(Base+"own", []byte(`{"$ref":"#"}`))
	assert.Error(t, err, "a reference without end")
}

// What other code in the program puts into the library's own formats does not
// change a verdict.
func TestFormatsAreOurs(t *testing.T) {
	before := jsonschema.Formats["date"]
	t.Cleanup(func() { jsonschema.Formats["date"] = before })
	jsonschema.Formats["date"] = func(any) bool { return true }
	s, err := compile(Base+"own", []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","format":"date"}`))
	require.NoError(t, err)
	assert.Error(t, s.Validate("2023-02-29"))
	assert.NoError(t, s.Validate("2024-02-29"))
	assert.NoError(t, s.Validate(true), "no string, no date")
}

// A failure of the library is an error, never a panic.
func TestPanicBecomesError(t *testing.T) {
	v := &Validator{} // compiled of nothing
	_, err := v.Validate([]byte(`{}`))
	failure, ok := errors.AsType[*ValidatorError](err)
	require.True(t, ok, "%v", err)
	assert.Contains(t, failure.Error(), "schema: the validator failed")

	v, err = Generator{}.Validator(ledger.Table().Definition())
	require.NoError(t, err)
	_, err = v.run(map[string]any{"id": struct{}{}}) // no JSON
	_, ok = errors.AsType[*ValidatorError](err)
	assert.True(t, ok, "%v", err)
}

// Pointers come percent-encoded from the validator and leave it decoded.
func TestTokens(t *testing.T) {
	for fragment, want := range map[string][]string{
		"": nil, "/a": {"a"}, "/%E5%90%8D%E7%A7%B0/0": {"名称", "0"}, "/a~1b~0c": {"a/b~c"}, "/a~01": {"a~1"}, "/a%": {"a%"}, "/a%zz": {"a%zz"}, "/%25": {"%"},
	} {
		assert.Equal(t, want, tokens(fragment), fragment)
	}
}
