package enterprise

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Movement is one line of the movement table of development expenditure: that of
// a project, or 其中：数据资源 for all of them. Where there never was any, all is absent.
type Movement struct {
	Project    string
	Opening    money.Amount // 期初余额
	Internal   money.Amount // 内部开发支出
	OtherIn    money.Amount // 其他（增加）
	Recognised money.Amount // 确认为无形资产
	Expensed   money.Amount // 转入当期损益
	OtherOut   money.Amount // 其他（减少）
	Closing    money.Amount // 期末余额
}

const (
	mOpening = iota
	mInternal
	mOtherIn
	mRecognised
	mExpensed
	mOtherOut
)

// movementOf is the column of the movement table that a kind of event goes to.
func movementOf(kind string, increase bool) int {
	switch {
	case kind == "enterprise.development-spent" || kind == string(Amortised):
		return mInternal
	case kind == "enterprise.development-formed":
		return mRecognised
	case kind == "enterprise.development-failed":
		return mExpensed
	case increase:
		return mOtherIn
	}
	return mOtherOut
}

// DevelopmentTable derives the movement of development expenditure (5301 研发支出
// 资本化支出) for a span of days, both included: a line a project in the order in
// which they came, and the sum of all. Errors are of money.
func DevelopmentTable(j *accounting.Journal, from, to calendar.Date) (lines []Movement, all Movement, err error) {
	sums := map[string]*[6]int64{}
	var order []string
	for p := range j.Postings() {
		opening := p.Kind == string(accounting.OpeningKind)
		for _, v := range p.Vouchers {
			e := v.Entry()
			if e.Date.After(to) {
				continue
			}
			for _, l := range e.Lines {
				if l.Account != "5301" || !strings.HasPrefix(l.Detail, "资本化支出") {
					continue
				}
				s := sums[l.Asset]
				if s == nil {
					s = new([6]int64)
					sums[l.Asset], order = s, append(order, l.Asset)
				}
				addMovement(s, p.Kind, l, opening || e.Date.Before(from))
			}
		}
	}
	if len(order) == 0 {
		return nil, Movement{}, nil
	}
	var total [6]int64
	for _, project := range order {
		for i, n := range sums[project] {
			total[i] += n
		}
		m, err := movement(project, *sums[project])
		if err != nil {
			return nil, Movement{}, err
		}
		lines = append(lines, m)
	}
	all, err = movement("", total)
	return lines, all, err
}

func addMovement(s *[6]int64, kind string, l accounting.Line, before bool) {
	n := l.Amount.Fen()
	debit := l.Side == accounting.Debit
	switch i := movementOf(kind, debit); {
	case before && debit:
		s[mOpening] += n
	case before:
		s[mOpening] -= n
	default:
		s[i] += n
	}
}

func movement(project string, s [6]int64) (Movement, error) {
	m := Movement{Project: project}
	closing := s[mOpening] + s[mInternal] + s[mOtherIn] - s[mRecognised] - s[mExpensed] - s[mOtherOut]
	to := []*money.Amount{&m.Opening, &m.Internal, &m.OtherIn, &m.Recognised, &m.Expensed, &m.OtherOut, &m.Closing}
	for i, n := range slices.Concat(s[:], []int64{closing}) {
		a, err := money.Fen(n)
		if err != nil {
			return Movement{}, err
		}
		*to[i] = a
	}
	return m, nil
}

// still reports whether a project neither stands at anything nor moved.
func (m Movement) still() bool {
	for _, a := range []money.Amount{m.Opening, m.Internal, m.OtherIn, m.Recognised, m.Expensed, m.OtherOut} {
		if a.Sign() != 0 {
			return false
		}
	}
	return true
}

// Presentation is the three lines 其中：数据资源 of the balance sheet: carrying amounts.
// A line is absent where nothing stands behind it, which is not 0.00.
type Presentation struct {
	On          calendar.Date
	Inventory   money.Amount // 存货
	Intangible  money.Amount // 无形资产
	Development money.Amount // 开发支出
}

// Present derives the three lines on a day. Errors are [*NoteError], or of money.
func Present(j *accounting.Journal, on calendar.Date) (Presentation, error) {
	p := Presentation{On: on}
	ways := map[string]Way{}
	for c := range j.Cards() {
		ways[c.Asset] = Otherwise // the columns do not matter here
	}
	for _, side := range []struct {
		layout  layout
		cost    int
		closing int
		to      *money.Amount
	}{{inventoryLayout(), 11, 20, &p.Inventory}, {intangibleLayout(), 11, 26, &p.Intangible}} {
		t, err := derive(side.layout, j, on, on, ways)
		if err != nil {
			return Presentation{}, err
		}
		if t.Cell(side.cost, TotalColumn).Sign() != 0 {
			*side.to = t.Cell(side.closing, TotalColumn)
		}
	}
	_, all, err := DevelopmentTable(j, on, on)
	if err != nil {
		return Presentation{}, err
	}
	if all.Closing.Sign() != 0 {
		p.Development = all.Closing
	}
	return p, nil
}

// presentation is how a catalogue lists the three lines.
func presentation() rule.Item {
	return rule.Item{
		ID: "enterprise.presentation", Kind: rule.KindCalculation, Title: text("资产负债表三处“其中：数据资源”（账面价值）", "the three lines of the balance sheet: carrying amounts"),
		Basis:     law(interim("三"), rule.GX("4.4.5")),
		Judgement: text("期末没有资产的不列报，不填 0.00；账面价值为零但仍有原值的列 0.00", "a line without an asset is left empty, not 0.00; one that is carried at nothing but has a cost is 0.00"),
	}
}
