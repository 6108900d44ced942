package sweep

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Database sweeps a database. It only reads, in one transaction, what the role it is
// connected as may see.
type Database struct {
	Prefix string      // of the ids: JT gives JT-public.road
	Holder rule.Entity // whose database it is
	Unit   asset.Unit  // what becomes one resource (P20): a schema by default

	// Estimate takes the numbers of rows that the database's planner keeps instead of
	// counting them, where a count would take too long; PostgreSQL only.
	Estimate bool
}

// stored is a table as its database describes it.
type stored struct {
	schema, schemaComment string
	schemaName            string // where it has another than schema: SQLite's file
	name, comment         string
	rows, bytes           record.Opt[int64]
	estimated             bool
	unseen                bool // the role may not read it
	columns               []column
}

type column struct{ name, comment string }

// described is a database with its tables, in order of schema and table.
type described struct {
	kind, name, comment string
	tables              []stored
}

// querier is a transaction or a connection.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// found makes candidates of what a database describes.
func (d Database) found(db described) (Found, error) {
	if err := checkPrefix(d.Prefix); err != nil {
		return Found{}, err
	}
	if d.Holder == "" {
		return Found{}, &rule.ValueError{Want: "the kind of holder"}
	}
	names := ids{prefix: d.Prefix}
	system := asset.ITSystem{ID: names.of("DB-"+db.name, db.kind+" "+db.name)}
	system.Name, _ = cut(first(db.comment, db.name), 100)
	f := Found{Systems: []asset.ITSystem{system}}
	for _, g := range d.groups(db) {
		c := draft{Candidate{Origin: strings.Join(append([]string{db.kind, db.name}, g.place...), " ")}}
		c.Resource = asset.Resource{
			ID: names.of(strings.Join(append([]string{}, g.place...), "."), c.Origin), HolderKind: d.Holder, Systems: []string{system.ID}, Form: "structured",
		}
		g.fill(&c)
		f.Candidates = append(f.Candidates, c.Candidate)
	}
	if len(db.tables) == 0 {
		f.Notes = append(f.Notes, rule.Text{ZH: "该账号看不到任何数据表", EN: "the role sees no table"})
	}
	return f, nil
}

// group is the tables that become one resource.
type group struct {
	place         []string // schema, and table where it is one
	name, comment string
	tables        []stored
}

// groups divides the tables by the unit of account.
func (d Database) groups(db described) (all []group) {
	for _, t := range db.tables {
		g := group{name: first(t.schemaName, t.schema), comment: t.schemaComment, place: []string{t.schema}}
		switch d.Unit {
		case asset.WholeSystem:
			g = group{name: db.name, comment: db.comment}
		case asset.SingleTable:
			g = group{name: t.name, comment: t.comment, place: []string{t.schema, t.name}}
		}
		if n := len(all); n > 0 && strings.Join(all[n-1].place, "\x00") == strings.Join(g.place, "\x00") {
			all[n-1].tables = append(all[n-1].tables, t)
			continue
		}
		g.tables = []stored{t}
		all = append(all, g)
	}
	if d.Unit == asset.WholeSystem && len(all) == 1 {
		all[0].place = []string{db.name}
	}
	return all
}

// fill says of a resource what its tables say.
func (g group) fill(c *draft) {
	title, rest, _ := strings.Cut(g.comment, "\n")
	c.fill(&c.Resource.Name, "name", first(title, g.name))
	if title == "" {
		c.note("名称取自数据库中的标识，无注释", "the name is the identifier: there is no comment")
	}
	c.fill(&c.Resource.Introduction, "introduction", first(rest, g.contents()))
	rows, bytes, estimated, unseen := int64(0), int64(0), false, []string{}
	known, sized := true, true
	for _, t := range g.tables {
		estimated = estimated || t.estimated
		known, sized = known && t.rows.Present(), sized && t.bytes.Present()
		rows, bytes = rows+t.rows.Or(0), bytes+t.bytes.Or(0)
		if t.unseen {
			unseen = append(unseen, t.name)
		}
	}
	if known {
		c.Resource.Rows = record.Some(rows)
	}
	if sized {
		c.Resource.Bytes = record.Some(bytes)
	}
	if estimated && known {
		c.note("记录条数为数据库的估计", "the number of rows is the database's estimate")
	}
	if len(unseen) > 0 {
		names := strings.Join(unseen, ", ")
		c.note("该账号无权读取："+names, "the role may not read: "+names)
	}
	c.fill(&c.Resource.Scale, "scale", g.scale(known, rows, sized, bytes))
	if personal := g.personal(); len(personal) > 0 {
		names := strings.Join(personal, ", ")
		c.note("列名疑似个人信息，须由本单位判断："+names, "columns that may hold personal information, for the unit to judge: "+names)
	}
}

// contents lists what lies in the resource: tables, or the columns of the one.
func (g group) contents() string {
	var all []string
	if len(g.tables) == 1 {
		for _, c := range g.tables[0].columns {
			all = append(all, named(c.name, c.comment))
		}
		return "字段：" + strings.Join(all, "、")
	}
	for _, t := range g.tables {
		all = append(all, named(t.name, t.comment))
	}
	return "数据表：" + strings.Join(all, "、")
}

// named is a name with its comment.
func named(name, comment string) string {
	line, _, _ := strings.Cut(comment, "\n")
	if line == "" || line == name {
		return name
	}
	return name + "（" + line + "）"
}

func (g group) scale(known bool, rows int64, sized bool, bytes int64) string {
	all := []string{strconv.Itoa(len(g.tables)) + "张表"}
	if known {
		all = append(all, strconv.FormatInt(rows, 10)+"条")
	}
	if sized {
		all = append(all, inUnits(bytes))
	}
	return strings.Join(all, "，")
}

// inUnits is a size as people write it, in powers of 1,000.
func inUnits(n int64) string {
	units := []string{"字节", " kB", " MB", " GB", " TB", " PB", " EB"}
	f, i := float64(n), 0
	for f >= 999.5 && i < len(units)-1 {
		f, i = f/1000, i+1
	}
	if i == 0 {
		return strconv.FormatInt(n, 10) + units[0]
	}
	return strconv.FormatFloat(f, 'g', 3, 64) + units[i]
}

// personal lists the columns whose names a person should look at.
func (g group) personal() (all []string) {
	for _, t := range g.tables {
		for _, c := range t.columns {
			text := strings.ToLower(c.name + " " + c.comment)
			for _, word := range personalWords() {
				if strings.Contains(text, word) {
					all = append(all, t.name+"."+c.name)
					break
				}
			}
		}
	}
	return all
}

// personalWords are names under which columns hold what tells a person (个人信息保护法
// 第4条); a hint, and never an answer.
func personalWords() []string {
	return []string{
		"身份证", "证件号", "姓名", "手机", "电话", "住址", "邮箱", "出生", "车牌", "银行卡", "人脸", "指纹",
		"idcard", "id_card", "id_no", "passport", "full_name", "person", "mobile", "phone", "email", "birth", "plate_no", "address",
	}
}

// first is the first text that is not empty.
func first(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// count counts the rows of tables that it may read.
func count(ctx context.Context, q querier, tables []stored) error {
	for i := range tables {
		t := &tables[i]
		t.rows, t.estimated = record.Opt[int64]{}, false
		if t.unseen {
			continue
		}
		var n int64
		text := "SELECT count(*) FROM " + quoted(t.schema) + "." + quoted(t.name)
		if err := q.QueryRowContext(ctx, text).Scan(&n); err != nil {
			return fmt.Errorf("sweep: rows of %s.%s: %w", t.schema, t.name, err)
		}
		t.rows = record.Some(n)
	}
	return nil
}

// quoted is an identifier of SQL, whatever is in it.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
