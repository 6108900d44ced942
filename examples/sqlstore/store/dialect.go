package store

import (
	"net/url"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver of PostgreSQL
	_ "modernc.org/sqlite"             // the driver of SQLite, without C
)

// dialect is what differs between the two databases, as data.
type dialect struct {
	name    string // of the folder of its migrations
	driver  string
	row     string // behind a SELECT: locks the row until the transaction ends
	migrate string // lets one process migrate at a time; "" where a transaction does
	dsn     func(source string) string
}

var (
	sqlite   = dialect{name: "sqlite", driver: "sqlite", dsn: sqliteFile}
	postgres = dialect{
		name: "postgres", driver: "pgx", row: " FOR UPDATE",
		migrate: "SELECT pg_advisory_xact_lock(7165064744911531892)", // any number, always the same
		dsn:     func(source string) string { return source },
	}
)

func dialectOf(source string) dialect {
	if isPostgres(source) {
		return postgres
	}
	return sqlite
}

func isPostgres(source string) bool {
	return strings.HasPrefix(source, "postgres://") || strings.HasPrefix(source, "postgresql://")
}

// sqliteFile names a file with what this package relies on: a transaction takes
// the write lock when it begins, so that what it reads stays the last; another
// writer waits half a minute for it; a commit has reached the disk (FULL) when it
// is acknowledged; readers do not wait for writers (WAL); foreign keys hold.
func sqliteFile(name string) string {
	set := url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(30000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)"},
	}
	return "file:" + (&url.URL{Path: name}).EscapedPath() + "?" + set.Encode()
}
