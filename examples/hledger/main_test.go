package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Three assets of 36,000.01, 36,360.01 and 36,720.01 cost 109,080.03; over 36
// months 1,000.00, 1,010.00 and 1,020.00 make 3,030.00.
func TestBalance(t *testing.T) {
	name := filepath.Join(t.TempDir(), "entries.journal")
	var text, out bytes.Buffer
	require.NoError(t, run(3, nil, &text))
	require.NoError(t, os.WriteFile(name, text.Bytes(), 0o600))
	require.NoError(t, run(0, []string{name}, &out))
	require.Equal(t, []string{
		"109080.03  财务会计:1701 无形资产", "-3030.00  财务会计:1702 无形资产累计摊销",
		"-109080.03  财务会计:4001 财政拨款收入", "3030.00  财务会计:5001 业务活动费用",
	}, lines(out.String()))
	require.Error(t, run(0, nil, &out))
	require.Error(t, balance(strings.NewReader("2026-01-01 * (记-1) x\n"), &out))
}

func lines(s string) (all []string) {
	for line := range strings.Lines(s) {
		all = append(all, strings.TrimSpace(line))
	}
	return all
}
