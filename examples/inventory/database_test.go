package main

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/examples/inventory/sweep"
	"github.com/dataasset-go/dataasset/examples/sqlstore/pgserver"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// postgresDB is a new, empty database of a server that runs for the test.
func postgresDB(t *testing.T) (db *sql.DB, source string) {
	t.Helper()
	s, err := pgserver.Start()
	if errors.Is(err, pgserver.ErrMissing) {
		t.Skip(err)
	}
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, s.Stop()) })
	source, err = s.Create(t.Context(), "transport")
	require.NoError(t, err)
	return opened(t, "pgx", source), source
}

func opened(t *testing.T, driver, source string) *sql.DB {
	t.Helper()
	db, err := sql.Open(driver, source)
	require.NoError(t, err)
	t.Cleanup(func() { db.Close() })
	return db
}

func execute(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		_, err := db.ExecContext(t.Context(), s)
		require.NoError(t, err, s)
	}
}

// roads is a database of a transport department: a series with its years as
// partitions, a schema without a word of comment, and what no sweep should list.
var roads = []string{
	`COMMENT ON DATABASE transport IS '公路综合数据库'`,
	`CREATE SCHEMA roads`, `COMMENT ON SCHEMA roads IS E'公路基础数据\n路线、桥梁的位置和技术状况'`,
	`CREATE TABLE roads.route (id int, name text)`, `COMMENT ON TABLE roads.route IS '路线'`,
	`INSERT INTO roads.route SELECT n, 'G' || n FROM generate_series(1, 186) n`,
	`CREATE TABLE roads.bridge (id int, keeper_phone text)`, `COMMENT ON COLUMN roads.bridge.keeper_phone IS '养护人电话'`,
	`INSERT INTO roads.bridge SELECT n, '' FROM generate_series(1, 41) n`,
	`CREATE SCHEMA "交调"`,
	`CREATE TABLE "交调".flow (day date, vehicles int) PARTITION BY RANGE (day)`, `COMMENT ON TABLE "交调".flow IS '交通量'`,
	`CREATE TABLE "交调".flow_2024 PARTITION OF "交调".flow FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')`,
	`CREATE TABLE "交调".flow_2025 PARTITION OF "交调".flow FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')`,
	`INSERT INTO "交调".flow SELECT date '2024-07-01' + n, n FROM generate_series(1, 300) n`,
	`CREATE VIEW roads.long AS SELECT * FROM roads.route`,
	`CREATE TEMP TABLE scratch (n int)`,
}

func TestPostgres(t *testing.T) {
	db, source := postgresDB(t)
	execute(t, db, roads...)
	f, err := sweep.Database{Prefix: "JT", Holder: rule.Administrative}.Postgres(t.Context(), db)
	require.NoError(t, err)
	assert.Equal(t, []asset.ITSystem{{ID: "JT-DB-transport", Name: "公路综合数据库"}}, f.Systems)
	require.Len(t, f.Candidates, 2, "the schema public has no table")
	c := f.Candidates[0] // in the order of the server's collation: C, so that ASCII comes first
	assert.Equal(t, "postgres transport roads", c.Origin)
	r := c.Resource
	assert.Equal(t, "JT-roads", r.ID)
	assert.Equal(t, "公路基础数据", r.Name)
	assert.Equal(t, "路线、桥梁的位置和技术状况", r.Introduction)
	assert.Equal(t, record.Some[int64](227), r.Rows, "186 + 41")
	var size int64
	require.NoError(t, db.QueryRowContext(t.Context(), `SELECT pg_total_relation_size('roads.route') + pg_total_relation_size('roads.bridge')`).Scan(&size))
	assert.Equal(t, record.Some(size), r.Bytes)
	assert.True(t, strings.HasPrefix(r.Scale, "2张表，227条，"), r.Scale)
	assert.Equal(t, []rule.Text{{ZH: "列名疑似个人信息，须由本单位判断：bridge.keeper_phone", EN: "columns that may hold personal information, for the unit to judge: bridge.keeper_phone"}}, c.Notes)
	assert.False(t, r.Personal.Present(), "a name proves nothing")

	c = f.Candidates[1]
	assert.Regexp(t, `^JT-[0-9a-f]{12}$`, c.Resource.ID, "交调 is no code")
	assert.Equal(t, "交调", c.Resource.Name)
	assert.Equal(t, "字段：day、vehicles", c.Resource.Introduction, "the partitions are one table")
	assert.Equal(t, record.Some[int64](300), c.Resource.Rows)

	single, err := sweep.Database{Prefix: "JT", Holder: rule.Administrative, Unit: asset.SingleTable}.Postgres(t.Context(), db)
	require.NoError(t, err)
	assert.Equal(t, []string{"JT-roads.bridge bridge", "JT-roads.route 路线"}, idsOf(single)[:2])
	require.Len(t, single.Candidates, 3)
	whole, err := sweep.Database{Prefix: "JT", Holder: rule.Administrative, Unit: asset.WholeSystem}.Postgres(t.Context(), db)
	require.NoError(t, err)
	assert.Equal(t, []string{"JT-transport 公路综合数据库"}, idsOf(whole))
	assert.Equal(t, record.Some[int64](527), whole.Candidates[0].Resource.Rows)

	// Before ANALYZE the planner knows nothing, and nothing is said.
	execute(t, db, `CREATE TABLE roads.tunnel AS SELECT 1 AS id`, `ANALYZE roads.route`, `ANALYZE roads.bridge`)
	estimated := sweep.Database{Prefix: "JT", Holder: rule.Administrative, Estimate: true}
	f, err = estimated.Postgres(t.Context(), db)
	require.NoError(t, err)
	assert.False(t, f.Candidates[0].Resource.Rows.Present())
	execute(t, db, `ANALYZE roads.tunnel`)
	f, err = estimated.Postgres(t.Context(), db)
	require.NoError(t, err)
	assert.Equal(t, record.Some[int64](228), f.Candidates[0].Resource.Rows)
	assert.Contains(t, f.Candidates[0].Notes, rule.Text{ZH: "记录条数为数据库的估计", EN: "the number of rows is the database's estimate"})

	// A role sees what it may: rows of what it cannot read stay unknown.
	execute(t, db, `CREATE ROLE reader LOGIN`, `GRANT USAGE ON SCHEMA roads TO reader`, `GRANT SELECT ON roads.route TO reader`)
	reader := opened(t, "pgx", strings.Replace(source, "user=postgres", "user=reader", 1))
	f, err = sweep.Database{Prefix: "JT", Holder: rule.Administrative}.Postgres(t.Context(), reader)
	require.NoError(t, err)
	assert.False(t, f.Candidates[0].Resource.Rows.Present())
	assert.Contains(t, f.Candidates[0].Notes, rule.Text{ZH: "该账号无权读取：bridge, tunnel", EN: "the role may not read: bridge, tunnel"})
	var n int
	require.NoError(t, db.QueryRowContext(t.Context(), "SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND mode <> 'AccessShareLock'").Scan(&n))
	assert.Zero(t, n, "nothing is left locked")
}

func idsOf(f sweep.Found) (all []string) {
	for _, c := range f.Candidates {
		all = append(all, c.Resource.ID+" "+c.Resource.Name)
	}
	return all
}

func TestSQLite(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, "sqlite", filepath.Join(dir, "weather.db"))
	db.SetMaxOpenConns(1)
	execute(
		t, db,
		`CREATE TABLE station ( -- 气象观测站
			-- 国家站和区域站
			id INTEGER, -- 站号
			"name" TEXT)`,
		`CREATE TABLE "reading ""raw""" /* 小时观测 */ (at TEXT, t REAL)`,
		`CREATE INDEX reading_at ON "reading ""raw""" (at)`,
		`CREATE TABLE plain (a, b DEFAULT '--x')`,
		`CREATE VIEW hot AS SELECT * FROM plain`,
		`CREATE VIRTUAL TABLE note USING fts5(body)`,
		`INSERT INTO note VALUES ('台风')`,
		`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) INSERT INTO station SELECT i, 'S' FROM n`,
		`ATTACH '`+filepath.Join(dir, "old.db")+`' AS old`,
		`CREATE TABLE old.reading (at TEXT)`,
		`CREATE TEMP TABLE scratch (n)`,
	)
	f, err := sweep.Database{Prefix: "QX", Holder: rule.PublicInstitution, Unit: asset.SingleTable}.SQLite(t.Context(), db)
	require.NoError(t, err)
	assert.Equal(t, []asset.ITSystem{{ID: "QX-DB-weather", Name: "weather"}}, f.Systems)
	assert.Equal(t, []string{"QX-main.note note", "QX-main.plain plain", "小时观测", "QX-main.station 气象观测站", "QX-old.reading reading"}, func() []string {
		all := idsOf(f)
		_, all[2], _ = strings.Cut(all[2], " ")
		return all
	}())
	station := f.Candidates[3].Resource
	assert.Equal(t, "国家站和区域站", station.Introduction)
	assert.Equal(t, record.Some[int64](30), station.Rows)
	assert.Equal(t, record.Some[int64](4096), station.Bytes, "one page")
	assert.Equal(t, record.Some[int64](8192), f.Candidates[2].Resource.Bytes, "the table's page and its index's")
	assert.False(t, f.Candidates[0].Resource.Bytes.Present(), "the pages of a virtual table are others'")
	assert.Equal(t, "1张表，30条，4.1 kB", station.Scale)

	f, err = sweep.Database{Prefix: "QX", Holder: rule.PublicInstitution}.SQLite(t.Context(), db)
	require.NoError(t, err)
	assert.Equal(t, []string{"QX-main weather", "QX-old old"}, idsOf(f), "a schema is taken for a theme; it is called by its file")

	empty := opened(t, "sqlite", filepath.Join(dir, "empty.db"))
	f, err = sweep.Database{Prefix: "QX", Holder: rule.PublicInstitution}.SQLite(t.Context(), empty)
	require.NoError(t, err)
	assert.Empty(t, f.Candidates)
	assert.Len(t, f.Notes, 1)
	for _, d := range []sweep.Database{{Holder: rule.Enterprise}, {Prefix: "公路", Holder: rule.Enterprise}, {Prefix: strings.Repeat("x", 21), Holder: rule.Enterprise}, {Prefix: "JT"}} {
		_, err := d.SQLite(t.Context(), empty)
		var wrong *rule.ValueError
		require.ErrorAs(t, err, &wrong)
	}
}
