package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A backup taken while another writes is of one moment; restored it replays, agrees
// with the heads, takes further changes, and has its constraints.
func TestBackup(t *testing.T) {
	for _, from := range sources {
		t.Run(from.name, func(t *testing.T) {
			s := opened(t, from.make(t))
			b := books(t, s)
			require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-1") }))
			ctx, stop := context.WithCancel(t.Context())
			var wait sync.WaitGroup
			wait.Go(func() {
				for ctx.Err() == nil {
					err := b.Change(ctx, func() error { return enter(b, next(b)) })
					if err != nil && ctx.Err() == nil {
						assert.NoError(t, err)
					}
				}
			})
			file := filepath.Join(t.TempDir(), "backup")
			heads, err := s.Backup(t.Context(), file)
			stop()
			wait.Wait()
			require.NoError(t, err)
			require.Len(t, heads, 3)
			_, err = s.Backup(t.Context(), file)
			require.ErrorContains(t, err, "not there yet")

			to := from.make(t)
			restored, err := store.Restore(t.Context(), file, to, store.Rules{}, heads...)
			require.NoError(t, err)
			defer restored.Close()
			applied, err := restored.Migrate(t.Context())
			require.NoError(t, err)
			assert.Empty(t, applied, "the schema came along, with its record")
			again := books(t, restored)
			require.NoError(t, b.Refresh(t.Context()))
			r := revisions(again)
			assert.Equal(t, []int{r[1], r[1], 2 * r[1]}, r, "of one moment")
			require.NoError(t, s.Verify(t.Context(), again.Heads()...), "it is a beginning of what it was taken from")
			require.NoError(t, again.Change(t.Context(), func() error { return enter(again, "JT-new") }))
			_, err = restored.DB().ExecContext(t.Context(), "DELETE FROM entry")
			require.ErrorContains(t, err, "entry_no_delete")
			_, err = store.Restore(t.Context(), file, to, store.Rules{})
			require.Error(t, err, "never over a database that is there")
		})
	}
}

// A backup that is older than the heads that were kept, or damaged, is not opened.
func TestRestoreRefuses(t *testing.T) {
	for _, from := range sources {
		t.Run(from.name, func(t *testing.T) {
			s := opened(t, from.make(t))
			b := books(t, s)
			require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-1") }))
			file := filepath.Join(t.TempDir(), "backup")
			_, err := s.Backup(t.Context(), file)
			require.NoError(t, err)
			require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-2") }))
			_, err = store.Restore(t.Context(), file, from.make(t), store.Rules{}, b.Heads()...)
			var tampered *rule.TamperedError
			require.ErrorAs(t, err, &tampered, "entries are missing")
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(file, text[:len(text)/2], 0o600))
			_, err = store.Restore(t.Context(), file, filepath.Join(t.TempDir(), "half.db"), store.Rules{})
			require.Error(t, err)
			_, err = store.Restore(t.Context(), file+"x", filepath.Join(t.TempDir(), "none.db"), store.Rules{})
			require.ErrorIs(t, err, os.ErrNotExist)
		})
	}
}

// What a program of PostgreSQL says reaches the caller; a password does not.
func TestBackupOfNothing(t *testing.T) {
	_, err := store.Restore(t.Context(), "x", "postgres://u:secret@127.0.0.1:1/x", store.Rules{})
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "secret")
	_, err = store.Restore(t.Context(), "x", "postgres://u:secret@%zz/x", store.Rules{})
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "secret")
	s := opened(t, filepath.Join(t.TempDir(), "a.db"))
	dir := t.TempDir()
	_, err = s.Backup(t.Context(), filepath.Join(dir, "no", "such", "folder"))
	require.Error(t, err)
	left, err := os.ReadDir(dir)
	require.NoError(t, errors.Join(err))
	assert.Empty(t, left)
}
