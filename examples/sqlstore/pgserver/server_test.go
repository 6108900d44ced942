package pgserver_test

import (
	"database/sql"
	"errors"
	"testing"

	"github.com/dataasset-go/dataasset/examples/sqlstore/pgserver"
	"github.com/stretchr/testify/require"
)

// A server starts, holds what was committed through a crash, and stops.
func TestServer(t *testing.T) {
	s, err := pgserver.Start()
	if errors.Is(err, pgserver.ErrMissing) {
		t.Skip(err)
	}
	require.NoError(t, err)
	stopped := false
	defer func() {
		if !stopped {
			s.Stop()
		}
	}()
	source, err := s.Create(t.Context(), "one two")
	require.NoError(t, err)
	db, err := sql.Open("pgx", source)
	require.NoError(t, err)
	defer db.Close()
	_, err = db.ExecContext(t.Context(), "CREATE TABLE t AS SELECT 7 AS n")
	require.NoError(t, err)
	require.NoError(t, s.Kill())
	require.NoError(t, s.Restart())
	require.NoError(t, db.Close())
	db, err = sql.Open("pgx", source)
	require.NoError(t, err)
	var n int
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT n FROM t").Scan(&n))
	require.Equal(t, 7, n)
	stopped = true
	require.NoError(t, s.Stop())
	require.Error(t, db.PingContext(t.Context()))
	t.Setenv(pgserver.Variable, t.TempDir())
	_, err = pgserver.Start()
	require.Error(t, err, "a folder without the programs is an error, and no reason to skip")
	require.NotErrorIs(t, err, pgserver.ErrMissing)
}
