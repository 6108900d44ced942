package sweep

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/dataasset-go/dataasset/record"
)

// sqliteTables lists the tables of every schema, views, the tables behind virtual
// ones and SQLite's own left out.
const sqliteTables = `SELECT t.schema, t.name, d.file FROM pragma_table_list t JOIN pragma_database_list d ON d.name = t.schema
 WHERE t.type IN ('table', 'virtual') AND t.schema <> 'temp' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
 ORDER BY t.schema, t.name`

// SQLite sweeps an SQLite database and those attached to it. SQLite keeps no
// comments; the first one in a table's own statement, before its first column, is
// taken for it.
func (d Database) SQLite(ctx context.Context, db *sql.DB) (found Found, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return Found{}, fmt.Errorf("sweep: %w", err)
	}
	defer func() { err = errors.Join(err, tx.Rollback()) }()
	all := described{kind: "sqlite"}
	var file string
	err = tx.QueryRowContext(ctx, "SELECT file FROM pragma_database_list WHERE name = 'main'").Scan(&file)
	if err == nil {
		all.name = stem(file)
		all.tables, err = sqliteList(ctx, tx)
	}
	if err != nil {
		return Found{}, fmt.Errorf("sweep: %w", err)
	}
	if err := count(ctx, tx, all.tables); err != nil {
		return Found{}, err
	}
	return d.found(all)
}

// stem is the name of a file without its folder and ending.
func stem(file string) string { return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) }

func sqliteList(ctx context.Context, q querier) ([]stored, error) {
	rows, err := q.QueryContext(ctx, sqliteTables)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []stored
	for rows.Next() {
		var t stored
		var file string
		if err := rows.Scan(&t.schema, &t.name, &file); err != nil {
			return nil, err
		}
		t.schemaName = stem(file)
		all = append(all, t)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for i := range all {
		if err := all[i].describeSQLite(ctx, q); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// describeSQLite reads a table's statement, its columns, and what it takes with its
// indexes.
func (t *stored) describeSQLite(ctx context.Context, q querier) error {
	var text sql.NullString
	var size sql.NullInt64
	schema := quoted(t.schema) + ".sqlite_schema"
	err := q.QueryRowContext(ctx, "SELECT sql FROM "+schema+" WHERE type = 'table' AND name = $1", t.name).Scan(&text)
	if err != nil {
		return err
	}
	t.comment = commentOf(text.String)
	err = q.QueryRowContext(ctx,
		"SELECT sum(d.pgsize) FROM "+schema+" s JOIN dbstat d ON d.name = s.name AND d.schema = $1 AND d.aggregate = TRUE WHERE s.tbl_name = $2",
		t.schema, t.name).Scan(&size)
	if err != nil {
		return err
	}
	if size.Valid {
		t.bytes = record.Some(size.Int64)
	}
	one := []stored{*t}
	err = withColumns(ctx, q, one, map[[2]string]int{{t.schema, t.name}: 0},
		"SELECT $1, $2, name, '' FROM pragma_table_info($2, $1) ORDER BY cid", t.schema, t.name)
	*t = one[0]
	return err
}

// commentOf is the comments of a CREATE TABLE statement before its first column.
func commentOf(statement string) string {
	var all []string
	inside := false // behind the parenthesis, where the columns begin
	for i := 0; i < len(statement); {
		rest := statement[i:]
		switch {
		case strings.HasPrefix(rest, "--"):
			line, _, _ := strings.Cut(rest[2:], "\n")
			all = append(all, strings.TrimSpace(line))
			i += 2 + len(line)
		case strings.HasPrefix(rest, "/*"):
			body, _, _ := strings.Cut(rest[2:], "*/")
			all = append(all, strings.TrimSpace(body))
			i += min(4+len(body), len(rest))
		case strings.IndexByte(" \t\r\n", rest[0]) >= 0:
			i++
		case inside:
			return strings.Join(all, "\n")
		case strings.IndexByte("\"'`[", rest[0]) >= 0:
			i += quotedEnd(rest)
		default:
			inside = rest[0] == '('
			i++
		}
	}
	return strings.Join(all, "\n")
}

// quotedEnd is the length of a quoted name at the beginning of a text.
func quotedEnd(s string) int {
	end := s[0]
	if end == '[' {
		end = ']'
	}
	if n := strings.IndexByte(s[1:], end); n >= 0 {
		return n + 2
	}
	return len(s)
}
