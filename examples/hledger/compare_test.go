package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	oursOf = "book,code,name,debits,credits,balance\n" +
		"财务会计,1701,无形资产,3.00,1.00,2.00\n财务会计,1902,待处理财产损溢,3.00,3.00,0.00\n财务会计,3001,累计盈余,1.00,3.00,-2.00\n"
	theirsOf = `"account","balance"` + "\n" +
		`"财务会计:1701 无形资产","CNY 2.00"` + "\n" + `"财务会计:1902 待处理财产损溢","0"` + "\n" + `"财务会计:3001 累计盈余","CNY -2.00"` + "\n"
)

func compared(t *testing.T, ours, theirs string) (string, error) {
	t.Helper()
	dir := t.TempDir()
	a, b := filepath.Join(dir, "ours.csv"), filepath.Join(dir, "theirs.csv")
	require.NoError(t, os.WriteFile(a, []byte(ours), 0o600))
	require.NoError(t, os.WriteFile(b, []byte(theirs), 0o600))
	var out bytes.Buffer
	err := compareFiles(a, b, &out)
	return out.String(), err
}

func TestCompare(t *testing.T) {
	out, err := compared(t, oursOf, theirsOf)
	require.NoError(t, err)
	assert.Equal(t, "3 accounts agree\n", out)

	for _, tt := range []struct{ name, old, by, out, err string }{
		{"a fen off", "CNY 2.00", "CNY 2.01", "财务会计:1701 无形资产: ours \"2.00\", hledger's \"2.01\"\n", "1 of 3 accounts differ"},
		{"another sign", "CNY -2.00", "CNY 2.00", "财务会计:3001 累计盈余: ours \"-2.00\", hledger's \"2.00\"\n", "1 of 3 accounts differ"},
		{"an account too few", `"财务会计:1902 待处理财产损溢","0"` + "\n", "", "财务会计:1902 待处理财产损溢: ours \"0.00\", hledger's \"\"\n", "1 of 3 accounts differ"},
		{"another account", "1902 ", "1903 ", "", "2 of 4 accounts differ"},
		{"another commodity", "CNY 2.00", "EUR 2.00", "", `want an amount in CNY, not "EUR 2.00"`},
		{"an account twice", "1902 待处理财产损溢", "1701 无形资产", "", "want an account once"},
		{"other headings", "account", "acct", "", "want the headings account,balance"},
	} {
		theirs := string(bytes.Replace([]byte(theirsOf), []byte(tt.old), []byte(tt.by), 1))
		require.NotEqual(t, theirsOf, theirs, tt.name)
		out, err := compared(t, oursOf, theirs)
		require.Error(t, err, tt.name)
		assert.Contains(t, err.Error(), tt.err, tt.name)
		if tt.out != "" {
			assert.Equal(t, tt.out, out, tt.name)
		}
	}
	_, err = compared(t, "book,code,name,debits,credits,balance\n", "\"account\",\"balance\"\n")
	require.EqualError(t, err, "no account on either side")
}
