package sweep

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/record"
)

// postgresTables lists the tables that hold data, a partitioned one once with all its
// partitions. Temporary tables and the system's own are left out. The information
// schema names columns; sizes and comments stand in the catalogue behind it.
const postgresTables = `
SELECT n.nspname, coalesce(obj_description(n.oid, 'pg_namespace'), ''),
       r.relname, coalesce(obj_description(r.oid, 'pg_class'), ''),
       sum(CASE WHEN c.reltuples < 0 THEN NULL ELSE c.reltuples END)::bigint, bool_or(c.reltuples < 0),
       sum(pg_total_relation_size(c.oid))::bigint,
       has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(r.oid, 'SELECT')
  FROM pg_class c
  JOIN pg_class r ON r.oid = coalesce(pg_partition_root(c.oid), c.oid)
  JOIN pg_namespace n ON n.oid = r.relnamespace
 WHERE c.relkind IN ('r', 'm', 'p') AND c.relpersistence <> 't'
   AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
 GROUP BY n.oid, n.nspname, r.oid, r.relname
 ORDER BY n.nspname, r.relname`

const postgresColumns = `
SELECT c.table_schema, c.table_name, c.column_name,
       coalesce(col_description(format('%I.%I', c.table_schema, c.table_name)::regclass, c.ordinal_position), '')
  FROM information_schema.columns c
 WHERE c.table_schema NOT LIKE 'pg\_%' AND c.table_schema <> 'information_schema'
   AND has_schema_privilege(c.table_schema, 'USAGE')
 ORDER BY c.table_schema, c.table_name, c.ordinal_position`

// Postgres sweeps a PostgreSQL database, from one snapshot of it.
func (d Database) Postgres(ctx context.Context, db *sql.DB) (found Found, err error) {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return Found{}, fmt.Errorf("sweep: %w", err)
	}
	defer func() { err = errors.Join(err, tx.Rollback()) }()
	all, err := d.describePostgres(ctx, tx)
	if err != nil {
		return Found{}, err
	}
	return d.found(all)
}

func (d Database) describePostgres(ctx context.Context, q querier) (described, error) {
	all := described{kind: "postgres"}
	err := q.QueryRowContext(ctx, `SELECT datname, coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = current_database()`).
		Scan(&all.name, &all.comment)
	if err == nil {
		all.tables, err = postgresList(ctx, q)
	}
	if err != nil {
		return described{}, fmt.Errorf("sweep: %w", err)
	}
	if !d.Estimate {
		return all, count(ctx, q, all.tables)
	}
	return all, nil
}

func postgresList(ctx context.Context, q querier) ([]stored, error) {
	rows, err := q.QueryContext(ctx, postgresTables)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []stored
	place := map[[2]string]int{}
	for rows.Next() {
		var t stored
		var estimate, size sql.NullInt64
		var never, seen bool
		if err := rows.Scan(&t.schema, &t.schemaComment, &t.name, &t.comment, &estimate, &never, &size, &seen); err != nil {
			return nil, err
		}
		t.unseen = !seen
		if estimate.Valid && !never { // a table that was never looked at has no estimate
			t.rows, t.estimated = record.Some(estimate.Int64), true
		}
		if size.Valid {
			t.bytes = record.Some(size.Int64)
		}
		place[[2]string{t.schema, t.name}] = len(all)
		all = append(all, t)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return all, withColumns(ctx, q, all, place, postgresColumns)
}

// withColumns adds the columns of tables.
func withColumns(ctx context.Context, q querier, all []stored, place map[[2]string]int, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var schema, name string
		var c column
		if err := rows.Scan(&schema, &name, &c.name, &c.comment); err != nil {
			return err
		}
		if i, ok := place[[2]string{schema, name}]; ok {
			all[i].columns = append(all[i].columns, c)
		}
	}
	return rows.Err()
}
