package store_test

import (
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func copyAll(w io.Writer, r io.Reader) (int64, error) { return io.Copy(w, r) }

// zeros is a digest of the right form.
var zeros = "sha256:" + strings.Repeat("0", 64)

// attacks are statements by which another program would break a promise of the
// library, and the constraint that stops each. H is the digest of the journal's head.
var attacks = []struct{ name, want, statement string }{
	{"an entry is changed", "entry_no_update", `UPDATE entry SET data = '{}' WHERE revision = 1`},
	{"an entry is deleted", "entry_no_delete", `DELETE FROM entry WHERE log = 'ledger'`},
	{"a head is deleted", "head_no_delete", `DELETE FROM head`},
	{"a head is set back", "head_follows", `UPDATE head SET revision = 1 WHERE log = 'registry'`},
	{"a head gets another digest", "head_follows", `UPDATE head SET digest = '` + zeros + `'`},
	{"a head runs ahead", "head_follows", `UPDATE head SET revision = revision + 1`},
	{"a head is moved to another unit", "head_follows", `UPDATE head SET unit = 'x'`},
	{"a head without entries", "head_follows", `INSERT INTO head VALUES ('` + unit + `x', 'ledger', 1, '` + zeros + `')`},
	{"a revision twice", "entry_chain", `INSERT INTO entry SELECT * FROM entry WHERE log = 'journal'`},
	{"a gap", "entry_chain", `INSERT INTO entry VALUES ('` + unit + `', 'journal', 9, 1, 'H', '` + zeros + `', '{}')`},
	{"on another entry", "entry_chain", `INSERT INTO entry VALUES ('` + unit + `', 'journal', 2, 1, '` + zeros + `', '` + zeros + `', '{}')`},
	{"a first entry with a past", "entry_chain", `INSERT INTO entry VALUES ('` + unit + `y', 'journal', 1, 1, '` + zeros + `', '` + zeros + `', '{}')`},
	{"a digest that is none", "entry_digest", `INSERT INTO entry VALUES ('` + unit + `', 'journal', 2, 1, 'H', 'sha256:A', '{}')`},
	{"a unit that is not there", "", `INSERT INTO entry VALUES ('nobody', 'journal', 1, 1, NULL, '` + zeros + `', '{}')`},
	{"a log that is not there", "", `INSERT INTO entry VALUES ('` + unit + `y', 'diary', 1, 1, NULL, '` + zeros + `', '{}')`},
	{"not JSON", "", `INSERT INTO entry VALUES ('` + unit + `', 'journal', 2, 1, 'H', '` + zeros + `', 'x')`},
	{"one line", "entry_balance", posted(`{"account":"1701","amount":"0.00","side":"debit"}`)},
	{"no lines", "entry_balance", posted(``)},
	{"not balanced by a fen", "entry_balance", posted(`{"amount":"1.00","side":"debit"},{"amount":"1.01","side":"credit"}`)},
	{"both on one side", "entry_balance", posted(`{"amount":"1.00","side":"debit"},{"amount":"1.00","side":"debit"}`)},
	{"no side", "entry_balance", posted(`{"amount":"1.00"},{"amount":"1.00","side":"credit"},{"amount":"0.00","side":"debit"}`)},
	{"an amount of one place", "entry_balance", posted(`{"amount":"1.0","side":"debit"},{"amount":"1.0","side":"credit"}`)},
	{"an amount that is none", "entry_balance", posted(`{"amount":"x","side":"debit"},{"amount":"x","side":"credit"}`)},
	{"the second voucher", "entry_balance", posted(`{"amount":"1.00","side":"debit"},{"amount":"1.00","side":"credit"}]},{"lines":[{"amount":"1.00","side":"debit"},{"amount":"2.00","side":"credit"}`)},
}

func posted(lines string) string {
	return `INSERT INTO entry VALUES ('` + unit + `', 'journal', 2, 1, 'H', '` + zeros + `', '{"posting":{"event":"x","vouchers":[{"lines":[` + lines + `]}]}}')`
}

// What the library promises of its logs, the database holds against any program.
func TestConstraints(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		s := opened(t, source)
		b := books(t, s)
		require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-01") }))
		_, err := s.DB().ExecContext(t.Context(), "INSERT INTO unit VALUES ('"+unit+"y')")
		require.NoError(t, err)
		head := b.Journal.Head().Digest
		for _, a := range attacks {
			_, err := s.DB().ExecContext(t.Context(), strings.ReplaceAll(a.statement, "'H'", "'"+head+"'"))
			if assert.Error(t, err, a.name) {
				assert.Contains(t, err.Error(), a.want, a.name)
			}
		}
		require.NoError(t, b.Refresh(t.Context()))
		assert.Equal(t, []int{1, 1, 2}, revisions(b), "nothing has changed")
		require.NoError(t, s.Verify(t.Context(), b.Heads()...))
	})
}

// TestConstraintsOfOne are attacks in the words of one database.
func TestConstraintsOfOne(t *testing.T) {
	for i, all := range [][]string{
		{
			`INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE log = 'ledger'`,
			`REPLACE INTO head SELECT unit, log, 1, digest FROM head`,
			`UPDATE OR REPLACE entry SET revision = 1`,
		},
		{
			`TRUNCATE entry`, `TRUNCATE head CASCADE`, `TRUNCATE unit CASCADE`,
			// The digest is recomputed: one of the right form is not enough.
			`INSERT INTO entry VALUES ('` + unit + `y', 'ledger', 1, 1, NULL, '` + zeros + `', '{}')`,
		},
	} {
		t.Run(sources[i].name, func(t *testing.T) {
			s := opened(t, sources[i].make(t))
			b := books(t, s)
			require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-01") }))
			_, err := s.DB().ExecContext(t.Context(), "INSERT INTO unit VALUES ('"+unit+"y')")
			require.NoError(t, err)
			for _, statement := range all {
				_, err := s.DB().ExecContext(t.Context(), statement)
				assert.Error(t, err, statement)
			}
			require.NoError(t, s.Verify(t.Context(), b.Heads()...))
		})
	}
}

// An event is booked once, whatever program books it.
func TestEventOnce(t *testing.T) {
	s := opened(t, sources[0].make(t))
	b := books(t, s)
	require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-01") }))
	_, err := s.DB().ExecContext(t.Context(),
		`INSERT INTO entry SELECT unit, log, 2, version, digest, '`+zeros+`', data FROM entry WHERE log = 'journal'`)
	require.ErrorContains(t, err, "UNIQUE")
}

// tamper changes the database as its administrator can, behind the triggers.
func tamper(t *testing.T, s *store.Store, sqlite, postgres string) {
	t.Helper()
	var triggers []string
	rows, err := s.DB().QueryContext(t.Context(), "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
	if err != nil {
		_, err = s.DB().ExecContext(t.Context(), "SET session_replication_role = replica; "+postgres+"; SET session_replication_role = origin")
		require.NoError(t, err)
		return
	}
	for rows.Next() {
		var name string
		require.NoError(t, rows.Scan(&name))
		triggers = append(triggers, "DROP TRIGGER "+name)
	}
	require.NoError(t, rows.Err())
	_, err = s.DB().ExecContext(t.Context(), strings.Join(triggers, "; ")+"; "+sqlite)
	require.NoError(t, err)
}

// What is changed behind the triggers, Verify finds.
func TestVerifyFindsTampering(t *testing.T) {
	both := func(statement string) [2]string { return [2]string{statement, statement} }
	// PostgreSQL's constraint on the digest must go first.
	changed := `UPDATE entry SET data = replace(data, '某厅', '他厅') WHERE log = 'registry' AND revision = 1`
	for name, statements := range map[string][2]string{
		"an entry changed":       {changed, `ALTER TABLE entry DROP CONSTRAINT entry_digest; ` + changed},
		"the last entries gone":  both(`UPDATE head SET revision = 1, digest = (SELECT e.digest FROM entry e WHERE e.unit = head.unit AND e.log = head.log AND e.revision = 1) WHERE log = 'ledger'; DELETE FROM entry WHERE log = 'ledger' AND revision > 1`),
		"an entry in the middle": both(`DELETE FROM entry WHERE log = 'registry' AND revision = 2`),
		"the head set back":      both(`UPDATE head SET revision = 1, digest = (SELECT e.digest FROM entry e WHERE e.unit = head.unit AND e.log = head.log AND e.revision = 1) WHERE log = 'ledger'`),
		"the head gone":          both(`DELETE FROM head WHERE log = 'journal'`),
		"a unit gone":            both(`DELETE FROM head; DELETE FROM entry`),
	} {
		t.Run(name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, source string) {
				s := opened(t, source)
				b := books(t, s)
				for _, id := range []string{"JT-01", "JT-02"} {
					require.NoError(t, b.Change(t.Context(), func() error { return enter(b, id) }))
				}
				s.DB().SetMaxOpenConns(1)
				tamper(t, s, statements[0], statements[1])
				err := s.Verify(t.Context(), b.Heads()...)
				require.Error(t, err)
				var tampered *rule.TamperedError
				require.ErrorAs(t, err, &tampered)
			})
		})
	}
}

// Entries are read one at a time: of 1,000 entries none is held, and a
// loop that ends early gives its connection back.
func TestStreams(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		s := opened(t, source)
		b := books(t, s)
		long := strings.Repeat("长", 300)
		require.NoError(t, b.Change(t.Context(), func() error {
			changes := make([]ledger.Change, 0, 1000)
			r := row("JT-01", day)
			changes = append(changes, ledger.Add{On: day, Row: r})
			for range cap(changes) - 1 {
				changes = append(changes, ledger.Update{On: day, Reason: long, Row: r})
			}
			return b.Ledger.Apply(0, changes...)
		}))
		s.DB().SetMaxOpenConns(1)
		n, most := 0, uint64(0)
		for e, err := range s.Entries(t.Context(), unit, store.Ledger, 0) {
			require.NoError(t, err)
			if n++; n != e.Revision {
				t.Fatal(n, e.Revision)
			}
			if n%250 == 0 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				if most == 0 {
					most = m.HeapAlloc
				}
				assert.Less(t, m.HeapAlloc, most+1<<20, "entry %d: nothing piles up", n)
			}
		}
		assert.Equal(t, 1000, n)
		for range 3 {
			for e, err := range s.Entries(t.Context(), unit, store.Ledger, 10) {
				require.NoError(t, err)
				assert.Equal(t, 11, e.Revision)
				break
			}
			text := s.Lines(t.Context(), unit, store.Ledger)
			_, err := io.ReadFull(text, make([]byte, 100))
			require.NoError(t, err)
			require.NoError(t, text.Close())
		}
		var one int
		require.NoError(t, s.DB().QueryRowContext(t.Context(), "SELECT 1").Scan(&one))
	})
}
