package main

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/examples/sqlstore/pgserver"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The example unit in both databases: the balances that SQL reads are those that
// examples/pilot counts by hand (TestBookTotals there):
//
//	1701 480,000 (JT-01) + 1 (JT-02) + 1,860,000 (JT-06) = 2,340,001.00
//	1702 14 × 31,000 + 4 × 10,000 = 474,000.00; 2101 4 × 5,940.59 + 1,000.00 = 24,762.36
func TestRun(t *testing.T) {
	server, err := pgserver.Start()
	if !errors.Is(err, pgserver.ErrMissing) {
		require.NoError(t, err)
		defer func() { assert.NoError(t, server.Stop()) }()
	}
	for _, name := range []string{"sqlite", "postgres"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			db, restored := filepath.Join(dir, "unit.db"), filepath.Join(dir, "restored.db")
			if name == "postgres" {
				if server == nil {
					t.Skip(pgserver.ErrMissing)
				}
				var err error
				db, err = server.Create(t.Context(), "unit")
				require.NoError(t, err)
				restored, err = server.Create(t.Context(), "restored")
				require.NoError(t, err)
			}
			backup, heads := filepath.Join(dir, "backup"), filepath.Join(dir, "heads.json")
			said := func(args ...string) string {
				var out strings.Builder
				require.NoError(t, run(t.Context(), args, &out))
				return out.String()
			}
			first := said("-db", db, "-backup", backup, "-heads", heads)
			for _, want := range []string{
				"迁移 0002_views", "核验无误",
				"1701 无形资产 借 2340002.00 贷 1.00\n", "1702 无形资产累计摊销 借 0.00 贷 474000.00\n", "2101 应交增值税 借 0.00 贷 24762.36\n",
				"budgetary 6001 财政拨款预算收入 借 1860000.00 贷 1860000.00\n",
			} {
				assert.Contains(t, first, want)
			}
			again := said("-db", db, "-kept", heads)
			assert.NotContains(t, again, "迁移")
			assert.Equal(t, after(first), after(again), "a second run stores nothing")
			assert.Equal(t, after(first), after(said("-db", restored, "-restore", backup, "-kept", heads)))
			assert.Contains(t, said("-db", db, "-en"), "verified\n")
		})
	}
}

// after is what is said from the verification on, without the name of the backup.
func after(s string) string {
	_, s, _ = strings.Cut(s, "核验无误")
	s, _, _ = strings.Cut(s, "备份至")
	return s
}

func TestRefused(t *testing.T) {
	for _, args := range [][]string{
		{},
		{"-db", filepath.Join(t.TempDir(), "a.db"), "more"},
		{"-db", filepath.Join(t.TempDir(), "a.db"), "-unit", t.TempDir()},
		{"-db", filepath.Join(t.TempDir(), "a.db"), "-kept", "no-such-file"},
		{"-db", filepath.Join(t.TempDir(), "a.db"), "-kept", "go.mod"},
		{"-db", filepath.Join(t.TempDir(), "a.db"), "-restore", "go.mod"},
	} {
		require.Error(t, run(t.Context(), args, &strings.Builder{}), args)
	}
}
