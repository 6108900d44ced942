package enterprise

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
)

// SpendingRecord is a [Spending] as a form or a file holds it.
type SpendingRecord struct {
	On       calendar.Date
	Shares   []ShareRecord
	Research record.Opt[bool]
	Amount   money.Amount
}

// ShareRecord is a project that a cost is of, with its weight where several share
// it by a key.
type ShareRecord struct {
	Project string
	Weight  record.Opt[int64]
}

// Spending returns the cost. Weights count where every project has one; a cost
// that some have no weight for is a [*SpendingError] of [Collect].
func (r SpendingRecord) Spending() Spending {
	s := Spending{On: r.On, Research: r.Research.Or(false), Amount: r.Amount}
	for _, share := range r.Shares {
		s.Projects = append(s.Projects, share.Project)
		if w, ok := share.Weight.Get(); ok {
			s.Key = append(s.Key, w)
		}
	}
	return s
}

// Memos returns the table of [Memo]: the five conditions of CAS 6 第9条, each with
// the day it was met and its document.
func Memos() *record.Table[Memo] { return memos() }

// Spendings returns the table of [SpendingRecord].
func Spendings() *record.Table[SpendingRecord] { return spendings() }

var memos = sync.OnceValue(func() *record.Table[Memo] {
	basis := law(cas("6", "第9条"), answers("五条件"))
	fields := []record.Field[Memo]{
		{Key: "project", Title: text("项目", "project"), Type: resourceID, Required: record.Always(), Example: "BG-06", At: record.AtText(func(m *Memo) *string { return &m.Project })},
	}
	for i, key := range []string{"feasible", "intended", "useful", "resourced", "measured"} {
		fields = append(fields, record.Field[Memo]{
			Key: key, Title: Conditions()[i].Title, Type: record.Nested{}, Basis: basis,
			At: record.AtNested(proofTable(), func(m *Memo) *Proof { return &m.Proofs[i] }),
		})
	}
	fields = append(fields, record.Field[Memo]{
		Key: "ready", Title: text("达到预定用途日期", "ready for its intended use"), Type: record.Date{}, Basis: law(cas("6", "第13条")), Example: "2025-12-26",
		At: record.At(func(m *Memo) *calendar.Date { return &m.Ready }),
	})
	return record.MustTable(record.Definition{
		Name: "enterprise-five-conditions", Title: text("资本化五条件备忘录", "memorandum on the five conditions"), Basis: basis,
		Doc: text("五个条件各自满足的日期和凭据；同时满足之日起资本化。", "The day each condition was met, and by what; expenditure is capitalised from the day all are."),
	}, fields)
})

var proofTable = sync.OnceValue(func() *record.Table[Proof] {
	return record.MustTable(record.Definition{
		Name: "enterprise-condition-proof", Title: text("条件的凭据", "proof of a condition"), Basis: law(cas("6", "第9条")),
		Doc: text("满足日期和文件。", "The day it was met, and the document."),
	}, []record.Field[Proof]{
		{Key: "on", Title: text("满足日期", "met on"), Type: record.Date{}, Required: record.Always(), Example: "2025-08-01", At: record.At(func(p *Proof) *calendar.Date { return &p.On })},
		{Key: "document", Title: text("文件", "document"), Type: record.Text{Max: 200}, Required: record.Always(), Example: "立项批复〔2025〕8号", At: record.AtText(func(p *Proof) *string { return &p.Document })},
	})
})

var spendings = sync.OnceValue(func() *record.Table[SpendingRecord] {
	return record.MustTable(record.Definition{
		Name: "enterprise-spending", Title: text("研发支出", "cost of research and development"), Basis: law(guide("第6号"), answers("五条件")),
		Doc: text("一笔研发支出；多个项目共用的写明分摊权重，没有权重的费用化。", "One cost; shared by several projects it has their weights, and without weights it is expensed."),
	}, []record.Field[SpendingRecord]{
		{Key: "on", Title: text("发生日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2025-08-15", At: record.At(func(s *SpendingRecord) *calendar.Date { return &s.On })},
		{Key: "shares", Title: text("项目", "projects"), Type: record.List{Min: 1, Max: 100}, Required: record.Always(), At: record.AtList(shareTable(), func(s *SpendingRecord) *[]ShareRecord { return &s.Shares })},
		{Key: "research", Title: text("研究阶段", "research stage"), Type: record.Boolean{}, Basis: law(cas("6", "第7条")), Example: "false", At: record.At(func(s *SpendingRecord) *record.Opt[bool] { return &s.Research })},
		{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{}, Unit: yuanUnit, Required: record.Always(), Example: "306000.00", At: record.At(func(s *SpendingRecord) *money.Amount { return &s.Amount })},
	})
})

var shareTable = sync.OnceValue(func() *record.Table[ShareRecord] {
	return record.MustTable(record.Definition{
		Name: "enterprise-spending-share", Title: text("项目和权重", "project and weight"), Basis: law(guide("第6号")),
		Doc: text("工时、行数、字节等权重。", "A weight in hours, rows, bytes."),
	}, []record.Field[ShareRecord]{
		{Key: "project", Title: text("项目", "project"), Type: resourceID, Required: record.Always(), Example: "BG-06", At: record.AtText(func(s *ShareRecord) *string { return &s.Project })},
		{Key: "weight", Title: text("权重", "weight"), Type: record.Integer{Min: 1, Max: 1_000_000_000_000}, Example: "3", At: record.At(func(s *ShareRecord) *record.Opt[int64] { return &s.Weight })},
	})
})
