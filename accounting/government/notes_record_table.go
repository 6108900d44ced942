package government

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// The lines of the notes to the statements as records: [Notes.Lines] makes them of
// the notes, and each has its table, for forms and CSV.
type (
	// CategoryLine is a line of 附注 (五)8: a part of a category's carrying amount.
	CategoryLine struct {
		Category                               string
		Part                                   string // cost, amortised, carrying
		Opening, Increased, Decreased, Closing money.Amount
	}
	// HeldLine is an asset of own development (第25条(二)), donated or transferred in
	// (第25条(四)).
	HeldLine struct {
		Item, Asset, Name, How           string
		Opening, Increased, Decreased    money.Amount
		Closing                          money.Amount
		AmortisedOpening, AmortisedClose money.Amount
	}
	// NominalLine is an asset at nominal amount (第25条(三), 附注 (七)2).
	NominalLine struct{ Asset, Name, Reason string }
	// LifeLine is how a life was found (第25条(五), 附注 (四)7).
	LifeLine struct {
		Asset, Name   string
		Life          string // definite, indefinite
		Months, Units record.Opt[int64]
		Ground        string
	}
	// DisposalLine is an asset that was sold, contributed or otherwise left (第25条(六)).
	DisposalLine struct {
		Asset, Name, How string
		On               calendar.Date
		Cost, Carrying   money.Amount
	}
)

// NoteLines is the notes of a year line by line.
type NoteLines struct {
	Categories []CategoryLine
	Held       []HeldLine
	Nominal    []NominalLine
	Lives      []LifeLine
	Disposed   []DisposalLine
}

// Lines returns the notes line by line. The carrying amount of a category has no
// increase or decrease of its own.
func (n Notes) Lines() NoteLines {
	var l NoteLines
	for _, c := range n.Categories {
		l.Categories = append(l.Categories,
			CategoryLine{c.Category, "cost", c.Cost.Opening, c.Cost.Increased, c.Cost.Decreased, c.Cost.Closing},
			CategoryLine{c.Category, "amortised", c.Amortised.Opening, c.Amortised.Increased, c.Amortised.Decreased, c.Amortised.Closing},
			CategoryLine{Category: c.Category, Part: "carrying", Opening: c.Opening, Closing: c.Closing})
	}
	for _, item := range []struct {
		code string
		of   []AssetNote
	}{{"developed", n.Developed}, {"received", n.Received}} {
		for _, a := range item.of {
			l.Held = append(l.Held, HeldLine{
				item.code, a.Asset, a.Name, a.How, a.Cost.Opening, a.Cost.Increased, a.Cost.Decreased, a.Cost.Closing, a.Amortised.Opening, a.Amortised.Closing,
			})
		}
	}
	for _, a := range n.Nominal {
		l.Nominal = append(l.Nominal, NominalLine(a))
	}
	for _, a := range n.Lives {
		line := LifeLine{Asset: a.Asset, Name: a.Name, Life: "definite", Ground: a.Ground}
		switch {
		case a.Indefinite:
			line.Life = "indefinite"
		case a.Months > 0:
			line.Months = record.Some(int64(a.Months))
		default:
			line.Units = record.Some(a.Units)
		}
		l.Lives = append(l.Lives, line)
	}
	for _, a := range n.Disposed {
		l.Disposed = append(l.Disposed, DisposalLine(a))
	}
	return l
}

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return []record.Definition{
		CategoryLines().Definition(), HeldLines().Definition(), NominalLines().Definition(), LifeLines().Definition(), DisposalLines().Definition(),
	}
}

// CategoryLines returns the table of [CategoryLine].
func CategoryLines() *record.Table[CategoryLine] { return categoryLines() }

// HeldLines returns the table of [HeldLine].
func HeldLines() *record.Table[HeldLine] { return heldLines() }

// NominalLines returns the table of [NominalLine].
func NominalLines() *record.Table[NominalLine] { return nominalLines() }

// LifeLines returns the table of [LifeLine].
func LifeLines() *record.Table[LifeLine] { return lifeLines() }

// DisposalLines returns the table of [DisposalLine].
func DisposalLines() *record.Table[DisposalLine] { return disposalLines() }

var (
	noteID    = record.Text{Max: 100}
	noteProse = record.Text{Max: 300}
)

func noteCodes(name string, title rule.Text, basis []rule.Clause, codes ...rule.Code) record.Code {
	l := record.CodeList{Name: name, Title: title, Basis: basis, Evidence: rule.FullText}
	for _, c := range codes {
		l.Codes = append(l.Codes, record.CodeEntry{Code: c.Code, Title: c.Title})
	}
	return record.Code{List: l}
}

func noteText[T any](key, zh, en, example string, at func(*T) *string) record.Field[T] {
	return record.Field[T]{Key: key, Title: text(zh, en), Type: noteID, Required: record.Always(), Example: example, At: record.AtText(at)}
}

func noteAmount[T any](key, zh, en string, at func(*T) *money.Amount) record.Field[T] {
	return record.Field[T]{Key: key, Title: text(zh, en), Type: record.Amount{}, Unit: text("元", "yuan"), Example: "1860000.00", At: record.At(at)}
}

var categoryLines = sync.OnceValue(func() *record.Table[CategoryLine] {
	basis := law(standard("第25条"), system("附注 (五)8"))
	return record.MustTable(record.Definition{
		Name: "government-note-category", Title: text("附注：无形资产按类别", "note: intangible assets by category"), Basis: basis,
		Doc: text("原值、累计摊销、账面价值的年初余额、本年增加、本年减少、年末余额。", "Cost, amortisation and carrying amount: opening, increase, decrease, closing."),
	}, []record.Field[CategoryLine]{
		noteText("category", "类别", "category", "数据资产", func(c *CategoryLine) *string { return &c.Category }),
		{Key: "part", Title: text("项目", "part"), Type: noteCodes("note-part", text("项目", "part"), basis,
			code("cost", "原值", "cost"), code("amortised", "累计摊销", "accumulated amortisation"), code("carrying", "账面价值", "carrying amount")), Required: record.Always(), Example: "cost", At: record.AtText(func(c *CategoryLine) *string { return &c.Part })},
		noteAmount("opening", "年初余额", "opening", func(c *CategoryLine) *money.Amount { return &c.Opening }),
		noteAmount("increased", "本年增加", "increase", func(c *CategoryLine) *money.Amount { return &c.Increased }),
		noteAmount("decreased", "本年减少", "decrease", func(c *CategoryLine) *money.Amount { return &c.Decreased }),
		noteAmount("closing", "年末余额", "closing", func(c *CategoryLine) *money.Amount { return &c.Closing }),
	})
})

var heldLines = sync.OnceValue(func() *record.Table[HeldLine] {
	basis := law(standard("第25条(二)"), standard("第25条(四)"))
	return record.MustTable(record.Definition{
		Name: "government-note-held", Title: text("附注：自行开发、受赠和无偿调入的无形资产", "note: developed, donated and transferred in"), Basis: basis,
		Doc: text("名称、取得方式、账面余额和累计摊销的变动。", "Name, how it came, and how its cost and amortisation moved."),
	}, []record.Field[HeldLine]{
		{Key: "item", Title: text("披露项目", "item"), Type: noteCodes("note-item", text("披露项目", "item"), basis,
			code("developed", "自行开发", "own development"), code("received", "受赠、无偿调入", "donated or transferred in")), Required: record.Always(), Example: "received", At: record.AtText(func(h *HeldLine) *string { return &h.Item })},
		noteText("asset", "资产编号", "asset", "GL-10", func(h *HeldLine) *string { return &h.Asset }),
		noteText("name", "名称", "name", "建材市场价格数据", func(h *HeldLine) *string { return &h.Name }),
		noteText("how", "取得事项", "how it came", "government.donation", func(h *HeldLine) *string { return &h.How }),
		noteAmount("opening", "年初余额", "opening", func(h *HeldLine) *money.Amount { return &h.Opening }),
		noteAmount("increased", "本年增加", "increase", func(h *HeldLine) *money.Amount { return &h.Increased }),
		noteAmount("decreased", "本年减少", "decrease", func(h *HeldLine) *money.Amount { return &h.Decreased }),
		noteAmount("closing", "年末余额", "closing", func(h *HeldLine) *money.Amount { return &h.Closing }),
		noteAmount("amortisedOpening", "年初累计摊销", "amortised, opening", func(h *HeldLine) *money.Amount { return &h.AmortisedOpening }),
		noteAmount("amortisedClosing", "年末累计摊销", "amortised, closing", func(h *HeldLine) *money.Amount { return &h.AmortisedClose }),
	})
})

var nominalLines = sync.OnceValue(func() *record.Table[NominalLine] {
	basis := law(standard("第25条(三)"), system("附注 (七)2"), rule.GX("4.4.2"))
	return record.MustTable(record.Definition{
		Name: "government-note-nominal", Title: text("附注：以名义金额计量的无形资产", "note: assets at nominal amount"), Basis: basis,
		Doc: text("名称、数量和理由；一行一项。", "Name, number and reason; a line an asset."),
	}, []record.Field[NominalLine]{
		noteText("asset", "资产编号", "asset", "JT-02", func(n *NominalLine) *string { return &n.Asset }),
		noteText("name", "名称", "name", "公路交通量调查数据", func(n *NominalLine) *string { return &n.Name }),
		{Key: "reason", Title: text("理由", "reason"), Type: noteProse, Required: record.Always(), Basis: basis, Example: "自行形成，成本无法可靠计量", At: record.AtText(func(n *NominalLine) *string { return &n.Reason })},
	})
})

var lifeLines = sync.OnceValue(func() *record.Table[LifeLine] {
	basis := law(standard("第25条(五)"), system("附注 (四)7"))
	definite := record.Equals("life", "definite")
	return record.MustTable(record.Definition{
		Name: "government-note-life", Title: text("附注：使用年限", "note: useful lives"), Basis: basis,
		Doc: text("有限年限的估计情况，或年限不确定的判断依据。", "How a finite life was estimated, or why it is indefinite."),
	}, []record.Field[LifeLine]{
		noteText("asset", "资产编号", "asset", "JT-06", func(l *LifeLine) *string { return &l.Asset }),
		noteText("name", "名称", "name", "农村公路路况检测影像数据集", func(l *LifeLine) *string { return &l.Name }),
		{Key: "life", Title: text("使用年限", "life"), Type: noteCodes("note-life", text("使用年限", "life"), basis,
			code("definite", "有限", "definite"), code("indefinite", "不确定", "indefinite")), Required: record.Always(), Example: "definite", At: record.AtText(func(l *LifeLine) *string { return &l.Life })},
		{Key: "months", Title: text("摊销月数", "months"), Type: record.Integer{Min: 1, Max: 1200}, Unit: text("月", "months"), Absent: record.Not(definite), Example: "60", At: record.At(func(l *LifeLine) *record.Opt[int64] { return &l.Months })},
		{Key: "units", Title: text("总工作量", "units"), Type: record.Integer{Min: 1, Max: 1_000_000_000_000}, Absent: record.Not(definite), At: record.At(func(l *LifeLine) *record.Opt[int64] { return &l.Units })},
		{Key: "ground", Title: text("估计情况、判断依据", "ground"), Type: noteProse, Required: record.Always(), Basis: basis, Example: "合同约定使用五年", At: record.AtText(func(l *LifeLine) *string { return &l.Ground })},
	})
})

var disposalLines = sync.OnceValue(func() *record.Table[DisposalLine] {
	return record.MustTable(record.Definition{
		Name: "government-note-disposal", Title: text("附注：无形资产的处置", "note: disposals"), Basis: law(standard("第25条(六)")),
		Doc: text("出售、对外投资、调出、损失等，一行一项。", "Sold, contributed, transferred out or lost; a line an asset."),
	}, []record.Field[DisposalLine]{
		noteText("asset", "资产编号", "asset", "JT-10", func(d *DisposalLine) *string { return &d.Asset }),
		noteText("name", "名称", "name", "历史客运联网售票数据", func(d *DisposalLine) *string { return &d.Name }),
		noteText("how", "处置事项", "how it left", "government.loss-found", func(d *DisposalLine) *string { return &d.How }),
		{Key: "on", Title: text("日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2026-08-21", At: record.At(func(d *DisposalLine) *calendar.Date { return &d.On })},
		noteAmount("cost", "账面余额", "cost", func(d *DisposalLine) *money.Amount { return &d.Cost }),
		noteAmount("carrying", "账面价值", "carrying amount", func(d *DisposalLine) *money.Amount { return &d.Carrying }),
	})
})
