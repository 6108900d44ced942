package store_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/examples/sqlstore/pgserver"
	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const unit = "11450000007565621L"

var scale = flag.Float64("scale", 0.03, "how much of the full size the runs named Scale have")

// writer is the environment variable by which a test starts this program again, to
// write to the database that it names until it is killed.
const writer = "SQLSTORE_TEST_WRITER"

func TestMain(m *testing.M) {
	if source := os.Getenv(writer); source != "" {
		fmt.Fprintln(os.Stderr, writeForEver(source))
		os.Exit(1)
	}
	code := m.Run()
	if running != nil {
		if err := running.Stop(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// server starts the PostgreSQL server of this package's tests, once one asks for it.
var server = sync.OnceValues(func() (s *pgserver.Server, err error) {
	running, err = pgserver.Start()
	return running, err
})

var running *pgserver.Server

// sources are the databases that each test runs on, each new and empty.
var sources = []struct {
	name string
	make func(t testing.TB) string
}{
	{"sqlite", newFile},
	{"postgres", newDatabase},
}

func newFile(t testing.TB) string { return filepath.Join(t.TempDir(), "unit.db") }

// databases counts those that tests have made.
var databases atomic.Int64

func newDatabase(t testing.TB) string {
	s, err := server()
	if errors.Is(err, pgserver.ErrMissing) {
		t.Skip(err)
	}
	require.NoError(t, err)
	source, err := s.Create(t.Context(), fmt.Sprintf("test%d", databases.Add(1)))
	require.NoError(t, err)
	return source
}

// onBoth runs a test on both databases.
func onBoth(t *testing.T, test func(t *testing.T, source string)) {
	t.Helper()
	for _, s := range sources {
		t.Run(s.name, func(t *testing.T) { test(t, s.make(t)) })
	}
}

// opened is a database with its tables.
func opened(t testing.TB, source string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), source, store.Rules{})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, s.Close()) })
	_, err = s.Migrate(t.Context())
	require.NoError(t, err)
	return s
}

func books(t testing.TB, s *store.Store) *store.Books {
	t.Helper()
	b, err := s.Books(t.Context(), unit)
	require.NoError(t, err)
	return b
}

// row is a row of the ledger by its number.
func row(id string, on calendar.Date) ledger.Row {
	r := ledger.Row{Resource: asset.Resources().Sample(), RecordedOn: on, Registered: ledger.NotRegistered, Booking: asset.NotBooked}
	r.Resource.ID, r.Resource.AvailableOn = id, calendar.Date{}
	return r
}

// posting is a purchase paid by the treasury, in both books:
// 借1701 126000.00，贷4001 126000.00 ‖ 借7101 126000.00，贷6001 126000.00.
func posting(id string, on calendar.Date) (accounting.Posting, error) {
	return government.Events().Post(accounting.Event{
		ID: id, Kind: "government.purchase", On: on, Entity: rule.Administrative,
		Facts: map[string]string{"payment": "treasury"},
		Parts: []accounting.Part{{
			Asset: id, Detail: "数据资产——公路", Terms: accounting.Terms{Measured: accounting.AtCost, Months: 60, From: calendar.MonthOf(on)},
			Amounts: map[string]money.Amount{"cost": money.MustParse("126000.00")},
		}},
	})
}

var day = calendar.MustDate(2025, 9, 8)

// steps are the two that register an asset.
func steps(id, certificate string) []registry.Command {
	r := row(id, day).Resource
	return []registry.Command{
		registry.Submit{Act: registry.Act{On: day, By: "经办人"}, Card: registry.Card{Resource: r, Holder: "某厅", EnteredOn: day}},
		registry.Approve{Act: registry.Act{On: day, By: "审核人"}, CertificateNo: certificate},
	}
}

// enter puts one asset into all three logs: one row, two steps, one posting.
func enter(b *store.Books, id string) error {
	if err := b.Ledger.Apply(b.Ledger.Revision(), ledger.Add{On: day, Row: row(id, day)}); err != nil {
		return err
	}
	for _, c := range steps(id, "GX-"+id) {
		if _, _, err := b.Register.Apply(b.Register.Revision(), registry.FinanceCard().ID(), id, c); err != nil {
			return err
		}
	}
	p, err := posting(id, day)
	if err != nil {
		return err
	}
	return b.Journal.Post(b.Journal.Revision(), p)
}

// What is stored is read back as it was, in the same process and in another, and
// the lines are those that the library writes.
func TestChange(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		s := opened(t, source)
		b := books(t, s)
		require.Empty(t, b.Heads())
		require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-01") }))
		require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-02") }))
		again := books(t, opened(t, source))
		assert.Equal(t, b.Heads(), again.Heads())
		assert.Equal(t, []int{2, 2, 4}, revisions(again))
		heads, err := s.Heads(t.Context())
		require.NoError(t, err)
		assert.Equal(t, b.Heads(), heads)
		for log, write := range map[store.Log]func(*strings.Builder) error{
			store.Ledger:   func(w *strings.Builder) error { return b.Ledger.Write(w, 0) },
			store.Registry: func(w *strings.Builder) error { return b.Register.Write(w, 0) },
			store.Journal:  func(w *strings.Builder) error { return b.Journal.Write(w, 0) },
		} {
			var want, got strings.Builder
			require.NoError(t, write(&want))
			text := s.Lines(t.Context(), unit, log)
			_, err := copyAll(&got, text)
			require.NoError(t, errors.Join(err, text.Close()))
			assert.Equal(t, want.String(), got.String(), log)
		}
		require.NoError(t, s.Verify(t.Context(), b.Heads()...))
	})
}

// revisions are those of journal, ledger and registry.
func revisions(b *store.Books) []int {
	return []int{b.Journal.Revision(), b.Ledger.Revision(), b.Register.Revision()}
}

// What is refused half-way changes none of the three logs, neither in memory nor
// in the database.
func TestChangeIsAllOrNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		s := opened(t, source)
		b := books(t, s)
		require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-01") }))
		before := b.Heads()
		refused := errors.New("refused")
		err := b.Change(t.Context(), func() error { return errors.Join(enter(b, "JT-02"), refused) })
		require.ErrorIs(t, err, refused)
		assert.Equal(t, before, b.Heads())
		// The ledger's row is new; the event is posted with another content.
		err = b.Change(t.Context(), func() error {
			if err := b.Ledger.Apply(b.Ledger.Revision(), ledger.Add{On: day, Row: row("JT-02", day)}); err != nil {
				return err
			}
			p, err := posting("JT-01", day.AddDays(1))
			return errors.Join(err, b.Journal.Post(b.Journal.Revision(), p))
		})
		require.ErrorIs(t, err, accounting.ErrConflict)
		assert.Equal(t, before, b.Heads())
		// The caller gives up while the change is made.
		ctx, cancel := context.WithCancel(t.Context())
		err = b.Change(ctx, func() error { cancel(); return enter(b, "JT-02") })
		require.ErrorIs(t, err, context.Canceled)
		assert.Equal(t, before, b.Heads())
		assert.Panics(t, func() { b.Change(t.Context(), func() error { panic(enter(b, "JT-02")) }) })
		other := books(t, s)
		require.NoError(t, other.Change(t.Context(), func() error { return nil }), "a panic leaves no lock")
		require.NoError(t, b.Refresh(t.Context()))
		assert.Equal(t, before, b.Heads(), "and what it left in memory goes")
		require.NoError(t, s.Verify(t.Context()))
		require.NoError(t, b.Change(t.Context(), func() error { return enter(b, "JT-02") }), "and the next change goes on")
		assert.Equal(t, []int{2, 2, 4}, revisions(b))
	})
}

// Of two who decided on the same books, one is stale, and has the other's entries
// then: postings, periods closed and reopened, steps and rows.
func TestStale(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		s := opened(t, source)
		one, two := books(t, s), books(t, s)
		month := calendar.MustMonth(2025, 9)
		closing := accounting.Period{Month: month, On: calendar.MustDate(2025, 10, 9), By: "会计"}
		reopening := accounting.Period{
			Month: month, On: calendar.MustDate(2025, 10, 10), By: "会计", Reason: "漏记一笔",
			Approval: accounting.Approval{Body: "财务处", On: calendar.MustDate(2025, 10, 10), Number: "2025-7"},
		}
		for i, change := range []func(b *store.Books) error{
			func(b *store.Books) error { return enter(b, "JT-01") },
			func(b *store.Books) error { return b.Journal.Close(b.Journal.Revision(), closing) },
			func(b *store.Books) error { return b.Journal.Reopen(b.Journal.Revision(), reopening) },
			func(b *store.Books) error {
				return b.Ledger.Apply(b.Ledger.Revision(), ledger.Retire{On: day, ID: "JT-01", Cause: ledger.CauseLost})
			},
		} {
			require.NoError(t, one.Change(t.Context(), func() error { return change(one) }), i)
			ran := false
			err := two.Change(t.Context(), func() error { ran = true; return nil })
			require.ErrorIs(t, err, rule.ErrStale, i)
			var stale *rule.StaleError
			require.ErrorAs(t, err, &stale)
			assert.False(t, ran, "what was decided on other books is not done")
			assert.Equal(t, one.Heads(), two.Heads())
			require.NoError(t, two.Change(t.Context(), func() error { return nil }), "and now it may be")
		}
	})
}

// A migration is applied once, is recorded, and is refused where the database is not
// one of this program's past.
func TestMigrate(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		s, err := store.Open(t.Context(), source, store.Rules{})
		require.NoError(t, err)
		defer s.Close()
		var wait sync.WaitGroup
		counts := make([]int, 4)
		for i := range counts { // several at once: each step once
			wait.Go(func() {
				applied, err := s.Migrate(t.Context())
				assert.NoError(t, err)
				counts[i] = len(applied)
			})
		}
		wait.Wait()
		assert.Equal(t, 2, counts[0]+counts[1]+counts[2]+counts[3])
		applied, err := s.Migrate(t.Context())
		require.NoError(t, err)
		assert.Empty(t, applied)
		var names string
		require.NoError(t, s.DB().QueryRowContext(t.Context(), "SELECT string_agg(number || ' ' || name, ', ' ORDER BY number) FROM migration").Scan(&names))
		assert.Equal(t, "1 0001_entries, 2 0002_views", names)

		var wrong *store.MigrationError
		_, err = s.DB().ExecContext(t.Context(), "INSERT INTO migration (number, name, digest) VALUES (3, '0003_later', 'x')")
		require.NoError(t, err)
		_, err = s.Migrate(t.Context())
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, 3, wrong.Number)
		_, err = s.DB().ExecContext(t.Context(), "UPDATE migration SET digest = 'x' WHERE number = 1")
		require.NoError(t, err)
		_, err = s.Migrate(t.Context())
		require.ErrorAs(t, err, &wrong)
		assert.Equal(t, 1, wrong.Number)
	})
}

func TestOpenRefuses(t *testing.T) {
	for _, source := range []string{"", filepath.Join(t.TempDir(), "no", "such", "folder.db"), "postgres://127.0.0.1:1/x?connect_timeout=2"} {
		_, err := store.Open(t.Context(), source, store.Rules{})
		require.Error(t, err, source)
	}
	s := opened(t, filepath.Join(t.TempDir(), "a b?#%41.db"))
	_, err := s.Books(t.Context(), "")
	require.Error(t, err)
	_, err = os.Stat(fileOf(t, s))
	require.NoError(t, err, "a name is a name, whatever is in it")
}

// fileOf is the file of an SQLite database as the database names it.
func fileOf(t *testing.T, s *store.Store) string {
	var name string
	require.NoError(t, s.DB().QueryRowContext(t.Context(), "SELECT file FROM pragma_database_list WHERE name = 'main'").Scan(&name))
	unescaped, err := url.PathUnescape(filepath.Base(name))
	require.NoError(t, err)
	assert.NotEqual(t, unescaped, filepath.Base(name))
	return name
}
