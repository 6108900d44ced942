package enterprise

import (
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Written is what the notes tell and no journal holds: the enterprise writes it.
// Together with a journal it is a [Disclosure].
type Written struct {
	Ways       []Acquired       // of assets that the journal only has from an opening voucher
	Lives      []LifeEstimate   // one for each intangible asset that is held
	Estimates  []EstimateChange // one for each review in the period
	Singles    []SingleItem     // what is material by itself
	Pledges    []Pledge         // and other restrictions
	Impaired   []ImpairmentNote // one for each asset impaired in the period
	ForSale    []ForSaleNote    // one for each asset held for sale
	Inventory  InventoryMethod  // where there are inventories
	Appraisals []AppraisalNote  // those with a material effect
	Voluntary  []Voluntary      // may be left out
}

// Acquired is how an asset was acquired.
type Acquired struct {
	Resource string
	Way      string // bought, own, otherwise
}

// LifeEstimate is how the useful life of an intangible asset was estimated; for an
// indefinite life, why no limit can be foreseen (CAS 6 第24条).
type LifeEstimate struct {
	Resource string
	Basis    string
	Factors  []string // codes of [Factors]
}

// SingleItem is an asset that is material by itself.
type SingleItem struct {
	Resource   string
	Content    string
	Realisable money.Amount // net realisable value, of inventories
}

// ImpairmentNote is what the notes tell of an impairment (CAS 8).
type ImpairmentNote struct {
	Resource    string
	Signs       []string // codes of [Signs]
	Cause       string
	Recoverable money.Amount
	By          string // fairValue: net of costs of disposal; valueInUse: present value of cash flows
	Assumptions string // prices, cash flows, discount rate
}

// ForSaleNote is what the notes tell of an asset held for sale (CAS 42).
type ForSaleNote struct {
	Resource string
	Reason   string
	Expected calendar.Date // of the sale
	Fair     money.Amount
	Costs    money.Amount // of the sale
}

// InventoryMethod is how data inventories are measured (CAS 1 第22条).
type InventoryMethod struct {
	Issue      string // a code: fifo, average, specific
	Realisable string // how net realisable value is found
	Provision  string // how the provision is made
}

// WrittenNotes returns the table of [Written].
func WrittenNotes() *record.Table[Written] { return writtenNotes() }

// WayOf returns the way of a code of [Acquired].
func WayOf(code string) (Way, bool) {
	for w, c := range wayCodes() {
		if c.Code == code {
			return Way(w), true
		}
	}
	return 0, false
}

// wayCodes is the ways in the order of the columns.
func wayCodes() []record.CodeEntry {
	return []record.CodeEntry{
		{Code: "bought", Title: text("外购", "bought")},
		{Code: "own", Title: text("自行开发、自行加工", "own development or processing")},
		{Code: "otherwise", Title: text("其他方式取得", "acquired otherwise")},
	}
}

func list(name, zh, en string, basis []rule.Clause, entries ...record.CodeEntry) record.CodeList {
	return record.CodeList{Name: name, Title: text(zh, en), Basis: basis, Evidence: rule.SecondHand, Codes: entries}
}

// inList is a title without the separators of a list, for sets of codes in a cell.
func inList(t rule.Text) rule.Text {
	return text(strings.ReplaceAll(t.ZH, "、", "或"), strings.ReplaceAll(t.EN, ", ", " or "))
}

func factorList() record.CodeList {
	var entries []record.CodeEntry
	for _, f := range Factors() {
		entries = append(entries, record.CodeEntry{Code: f.Code, Title: inList(f.Title), Basis: f.Basis})
	}
	return list("life-factor", "寿命考虑因素", "factors of a useful life", law(guide("第6号"), interim("二、2")), entries...)
}

func signList() record.CodeList {
	var entries []record.CodeEntry
	for _, s := range Signs() {
		entries = append(entries, record.CodeEntry{Code: s.Code, Title: inList(s.Title)})
	}
	return list("impairment-sign", "减值迹象", "signs of impairment", law(cas("8", "第5条")), entries...)
}

func issueList() record.CodeList {
	return list("issue-method", "发出存货的计价方法", "method of the cost of issues", law(cas("1", "第14条")),
		record.CodeEntry{Code: "fifo", Title: text("先进先出法", "first in, first out")},
		record.CodeEntry{Code: "average", Title: text("月末一次加权平均法", "weighted average")},
		record.CodeEntry{Code: "specific", Title: text("个别计价法", "specific identification")})
}

var yuanUnit = text("元", "yuan")

var writtenNotes = sync.OnceValue(func() *record.Table[Written] {
	many := record.List{Max: 1_000}
	return record.MustTable(record.Definition{
		Name: "enterprise-note", Title: text("数据资源附注（企业填写部分）", "notes on data resources, as written by the enterprise"), Basis: disclosed(),
		Doc: text("账簿里没有、由企业填写的披露；账簿里有的由账簿得出。", "What the notes tell and no journal holds; the rest is derived from the journal."),
	}, []record.Field[Written]{
		{Key: "ways", Title: text("取得方式", "ways of acquisition"), Type: many, Doc: text("仅期初凭证带入的资产。", "Of assets that came by an opening voucher only."), At: record.AtList(acquiredTable(), func(w *Written) *[]Acquired { return &w.Ways })},
		{Key: "lives", Title: text("使用寿命估计", "useful lives"), Type: many, Basis: append(disclosed(), cas("6", "第24条")), At: record.AtList(lifeTable(), func(w *Written) *[]LifeEstimate { return &w.Lives })},
		{Key: "estimates", Title: text("会计估计变更", "changes of estimate"), Type: many, Basis: append(disclosed(), cas("28", "第9条")), At: record.AtList(estimateChanges(), func(w *Written) *[]EstimateChange { return &w.Estimates })},
		{Key: "singles", Title: text("重要单项", "material single items"), Type: many, Basis: disclosed(), At: record.AtList(singleTable(), func(w *Written) *[]SingleItem { return &w.Singles })},
		{Key: "pledges", Title: text("受限和担保", "restrictions and pledges"), Type: many, Basis: append(disclosed(), cas("6", "第24条")), At: record.AtList(pledgeTable(), func(w *Written) *[]Pledge { return &w.Pledges })},
		{Key: "impaired", Title: text("减值", "impairments"), Type: many, Basis: append(disclosed(), cas("8", "第15条")), At: record.AtList(impairmentTable(), func(w *Written) *[]ImpairmentNote { return &w.Impaired })},
		{Key: "forSale", Title: text("持有待售", "held for sale"), Type: many, Basis: append(disclosed(), cas("42", "第13条")), At: record.AtList(forSaleTable(), func(w *Written) *[]ForSaleNote { return &w.ForSale })},
		{Key: "inventory", Title: text("存货计量", "measurement of inventories"), Type: record.Nested{}, Basis: append(disclosed(), cas("1", "第22条")), At: record.AtNested(inventoryTable(), func(w *Written) *InventoryMethod { return &w.Inventory })},
		{Key: "appraisals", Title: text("评估", "appraisals"), Type: many, Basis: disclosed(), At: record.AtList(appraisalNotes(), func(w *Written) *[]AppraisalNote { return &w.Appraisals })},
		{Key: "voluntary", Title: text("自愿披露", "voluntary disclosure"), Type: many, Basis: disclosed(), At: record.AtList(voluntaries(), func(w *Written) *[]Voluntary { return &w.Voluntary })},
	})
})

var acquiredTable = sync.OnceValue(func() *record.Table[Acquired] {
	return record.MustTable(record.Definition{
		Name: "enterprise-acquired", Title: text("资产的取得方式", "how an asset was acquired"), Basis: disclosed(),
		Doc: text("决定列入披露表的哪一列。", "Decides the column of the disclosure tables."),
	}, []record.Field[Acquired]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-05", At: record.AtText(func(a *Acquired) *string { return &a.Resource })},
		{Key: "way", Title: text("取得方式", "way"), Type: record.Code{List: list("acquisition-way", "取得方式", "ways of acquisition", disclosed(), wayCodes()...)}, Required: record.Always(), Example: "bought", At: record.AtText(func(a *Acquired) *string { return &a.Way })},
	})
})

var lifeTable = sync.OnceValue(func() *record.Table[LifeEstimate] {
	basis := append(disclosed(), cas("6", "第24条"))
	return record.MustTable(record.Definition{
		Name: "enterprise-life-estimate", Title: text("使用寿命的估计", "estimate of a useful life"), Basis: basis,
		Doc: text("使用寿命有限的，怎样估计；不确定的，判断依据。期限和摊销方法由账簿得出。", "How a limited life was estimated; why an indefinite one is. Term and method come from the journal."),
	}, []record.Field[LifeEstimate]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-05", At: record.AtText(func(l *LifeEstimate) *string { return &l.Resource })},
		{Key: "basis", Title: text("估计依据", "basis of the estimate"), Type: prose(), Required: record.Always(), Basis: basis, Example: "船期规律约三年后失去参考价值", At: record.AtText(func(l *LifeEstimate) *string { return &l.Basis })},
		{Key: "factors", Title: text("考虑的因素", "factors considered"), Type: record.Codes{List: factorList()}, Basis: law(guide("第6号"), interim("二、2")), Example: "updates", At: record.AtTexts(func(l *LifeEstimate) *[]string { return &l.Factors })},
	})
})

var singleTable = sync.OnceValue(func() *record.Table[SingleItem] {
	return record.MustTable(record.Definition{
		Name: "enterprise-material-item", Title: text("重要的单项数据资源", "data material by itself"), Basis: disclosed(),
		Doc: text("内容由企业填写；账面价值和剩余摊销期限由账簿得出。", "What it is; carrying amount and months left come from the journal."),
	}, []record.Field[SingleItem]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-06", At: record.AtText(func(s *SingleItem) *string { return &s.Resource })},
		{Key: "content", Title: text("内容", "what it is"), Type: prose(), Required: record.Always(), Basis: disclosed(), Example: "港口物流全程追踪数据集", At: record.AtText(func(s *SingleItem) *string { return &s.Content })},
		{Key: "realisable", Title: text("可变现净值", "net realisable value"), Type: record.Amount{}, Unit: yuanUnit, Basis: append(disclosed(), cas("1", "第15条")), Doc: text("仅存货。", "Inventories only."), Example: "150000.00", At: record.At(func(s *SingleItem) *money.Amount { return &s.Realisable })},
	})
})

var pledgeTable = sync.OnceValue(func() *record.Table[Pledge] {
	basis := append(disclosed(), cas("6", "第24条"), cas("1", "第22条"))
	return record.MustTable(record.Definition{
		Name: "enterprise-pledge", Title: text("用于担保的数据资源", "pledged data"), Basis: basis,
		Doc: text("质押没有分录；账面价值由账簿得出，未确认为资产的没有账面价值。", "A pledge has no entry; the carrying amount comes from the journal, and data not recognised have none."),
	}, []record.Field[Pledge]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-06", At: record.AtText(func(p *Pledge) *string { return &p.Asset })},
		{Key: "creditor", Title: text("债权人", "creditor"), Type: record.Text{Max: 200}, Required: record.Always(), Example: "某银行", At: record.AtText(func(p *Pledge) *string { return &p.Creditor })},
		{Key: "secured", Title: text("担保债权", "claim secured"), Type: record.Amount{}, Unit: yuanUnit, Required: record.Always(), Example: "8000000.00", At: record.At(func(p *Pledge) *money.Amount { return &p.Secured })},
		{Key: "registered", Title: text("登记日期", "registered on"), Type: record.Date{}, Required: record.Always(), Example: "2026-06-18", At: record.At(func(p *Pledge) *calendar.Date { return &p.Registered })},
		{Key: "released", Title: text("解除日期", "released on"), Type: record.Date{}, Example: "2028-06-18", At: record.At(func(p *Pledge) *calendar.Date { return &p.Released })},
	})
})

var impairmentTable = sync.OnceValue(func() *record.Table[ImpairmentNote] {
	basis := append(disclosed(), cas("8", "第15条"))
	return record.MustTable(record.Definition{
		Name: "enterprise-impairment-note", Title: text("减值的披露", "disclosure of an impairment"), Basis: basis,
		Doc: text("减值的原因和可收回金额的确定；损失金额由账簿得出。", "Why, and how the recoverable amount was found; the loss comes from the journal."),
	}, []record.Field[ImpairmentNote]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-05", At: record.AtText(func(n *ImpairmentNote) *string { return &n.Resource })},
		{Key: "signs", Title: text("减值迹象", "signs"), Type: record.Codes{List: signList()}, Basis: law(cas("8", "第5条")), Example: "performance", At: record.AtTexts(func(n *ImpairmentNote) *[]string { return &n.Signs })},
		{Key: "cause", Title: text("原因", "cause"), Type: prose(), Required: record.Always(), Basis: basis, Example: "航线调整，使用量低于预期", At: record.AtText(func(n *ImpairmentNote) *string { return &n.Cause })},
		{Key: "recoverable", Title: text("可收回金额", "recoverable amount"), Type: record.Amount{}, Unit: yuanUnit, Required: record.Always(), Basis: law(cas("8", "第6条")), Example: "540000.00", At: record.At(func(n *ImpairmentNote) *money.Amount { return &n.Recoverable })},
		{
			Key: "by", Title: text("确定方法", "found by"), Type: record.Code{List: list("recoverable-by", "可收回金额的确定方法", "how the recoverable amount was found", law(cas("8", "第6条")),
				record.CodeEntry{Code: "fairValue", Title: text("公允价值减处置费用", "fair value less costs of disposal")}, record.CodeEntry{Code: "valueInUse", Title: text("预计未来现金流量的现值", "value in use")})},
			Required: record.Always(), Example: "valueInUse", At: record.AtText(func(n *ImpairmentNote) *string { return &n.By }),
		},
		{Key: "assumptions", Title: text("主要假设", "main assumptions"), Type: prose(), Required: record.Always(), Basis: law(cas("8", "第9条"), cas("8", "第13条")), Example: "现金流量 18 个月，税前折现率 9%", At: record.AtText(func(n *ImpairmentNote) *string { return &n.Assumptions })},
	})
})

var forSaleTable = sync.OnceValue(func() *record.Table[ForSaleNote] {
	basis := append(disclosed(), cas("42", "第13条"))
	return record.MustTable(record.Definition{
		Name: "enterprise-for-sale-note", Title: text("持有待售的披露", "disclosure of what is held for sale"), Basis: basis,
		Doc: text("出售的原因、时间和公允价值；账面价值由账簿得出。", "Why, when, and at what fair value; the carrying amount comes from the journal."),
	}, []record.Field[ForSaleNote]{
		{Key: "resource", Title: text("资源编号", "resource id"), Type: resourceID, Required: record.Always(), Example: "BG-05", At: record.AtText(func(n *ForSaleNote) *string { return &n.Resource })},
		{Key: "reason", Title: text("出售原因和方式", "why and how"), Type: prose(), Required: record.Always(), Basis: basis, Example: "退出该航线，协议转让", At: record.AtText(func(n *ForSaleNote) *string { return &n.Reason })},
		{Key: "expected", Title: text("预计出售日期", "expected sale"), Type: record.Date{}, Required: record.Always(), Basis: basis, Example: "2027-06-30", At: record.At(func(n *ForSaleNote) *calendar.Date { return &n.Expected })},
		{Key: "fair", Title: text("公允价值", "fair value"), Type: record.Amount{}, Unit: yuanUnit, Required: record.Always(), Basis: basis, Example: "260000.00", At: record.At(func(n *ForSaleNote) *money.Amount { return &n.Fair })},
		{Key: "costs", Title: text("预计出售费用", "expected costs of the sale"), Type: record.Amount{}, Unit: yuanUnit, Required: record.Always(), Basis: basis, Example: "5000.00", At: record.At(func(n *ForSaleNote) *money.Amount { return &n.Costs })},
	})
})

var inventoryTable = sync.OnceValue(func() *record.Table[InventoryMethod] {
	basis := append(disclosed(), cas("1", "第22条"))
	return record.MustTable(record.Definition{
		Name: "enterprise-inventory-method", Title: text("数据存货的计量", "measurement of data inventories"), Basis: basis,
		Doc: text("发出计价方法、可变现净值的确定依据和跌价准备的计提方法。", "Method of issues, basis of net realisable value, method of the provision."),
	}, []record.Field[InventoryMethod]{
		{Key: "issue", Title: text("发出计价方法", "method of issues"), Type: record.Code{List: issueList()}, Required: record.Always(), Basis: law(cas("1", "第14条")), Example: "average", At: record.AtText(func(m *InventoryMethod) *string { return &m.Issue })},
		{Key: "realisable", Title: text("可变现净值的确定依据", "basis of net realisable value"), Type: prose(), Required: record.Always(), Basis: law(cas("1", "第15条")), Example: "近三个月合同价减销售费用和相关税费", At: record.AtText(func(m *InventoryMethod) *string { return &m.Realisable })},
		{Key: "provision", Title: text("跌价准备的计提方法", "method of the provision"), Type: prose(), Required: record.Always(), Basis: law(cas("1", "第18条")), Example: "按单个存货项目计提", At: record.AtText(func(m *InventoryMethod) *string { return &m.Provision })},
	})
})
