package accounting

import (
	"fmt"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Method is how a wrong voucher is corrected (会计基础工作规范 第51条(五)).
type Method string

// The methods.
const (
	Redo         Method = "redo"        // 未登记入账: write the right one in its place
	RedAndBlue   Method = "redAndBlue"  // 当年: cancel in red, write the right one in blue
	ByDifference Method = "difference"  // 当年, 科目对仅金额错: the difference, blue up and red down
	PriorYear    Method = "priorYear"   // 以前年度，重大: blue, through the adjustment of earlier years
	CurrentItem  Method = "currentItem" // 以前年度，非重大: blue, on the items of this period
)

// Correction is a posting that was wrong and what it should have been.
type Correction struct {
	Event      string        // id of the correcting posting
	Of         string        // id of the wrong posting
	On         calendar.Date // day of the correction
	Entity     rule.Entity   // of the unit
	Right      *Posting      // what it should have been; nil: it should not have been at all
	Difference bool          // where only amounts are wrong: one voucher with the difference
	Policy     Materiality   // P30, for errors of earlier years
	Mistake    Mistake       // for errors of earlier years
	Adjust     map[Book]AdjustTo
	Moves      []AssetMove // states that the correction changes
	Approval   Approval
	Signed     Signatures
}

// AdjustTo is the account that takes the place of income and expense of earlier
// years: 3501, and in the budgetary book the opening adjustment of the balance
// that the money belonged to (8101 年初余额调整 and its like).
type AdjustTo struct {
	Account string
	Detail  string
	Carry   string // where its balance is carried at once (随后): 3001; "" leaves that to the caller
}

// Corrected is how a correction is booked.
type Corrected struct {
	Method  Method
	Judged  Judged // for errors of earlier years
	Posting Posting
}

// Correct makes the posting that corrects a wrong one; nothing booked is deleted,
// inserted or changed. A posting that the journal does not have yet is written
// anew: the method is [Redo], and the posting is the right one. Errors are
// [*EventError].
func (j *Journal) Correct(chart *Chart, c Correction) (Corrected, error) {
	m := corrector{chart: chart, c: &c}
	i, booked := j.events[c.Of]
	if !booked {
		if c.Right == nil {
			return Corrected{}, m.fault(text("更正后的内容", "what it should be"), nil)
		}
		return Corrected{Method: Redo, Posting: c.Right.clone()}, nil
	}
	m.wrong = j.at(i).posting
	m.p = Posting{Event: c.Event, Kind: string(CorrectionKind), Assets: slices.Clone(m.wrong.Assets), On: c.On, Moves: slices.Clone(c.Moves)}
	if c.Right != nil {
		m.p.Terms = slices.Clone(c.Right.Terms)
		for _, a := range c.Right.Assets {
			if !slices.Contains(m.p.Assets, a) {
				m.p.Assets = append(m.p.Assets, a)
			}
		}
	}
	switch {
	case c.Event == "" || c.On.IsZero():
		return Corrected{}, m.fault(text("编号和日期", "an id and a day"), nil)
	case len(m.wrong.Vouchers) == 0:
		return Corrected{}, m.fault(text("有凭证的事项；摊销条件有误的，以新的条件更正", "an event with vouchers: wrong terms are put right by new ones"), nil)
	case c.On.Before(m.wrong.booked()):
		return Corrected{}, m.fault(text("不早于原凭证的日期", "a day not before the voucher's"), nil)
	case m.wrong.booked().Year() < c.On.Year():
		return m.earlierYear()
	case c.Difference:
		return m.difference()
	}
	return m.redAndBlue()
}

// CorrectionKind is the kind of a correcting posting.
const CorrectionKind rule.ID = "accounting.correction"

type corrector struct {
	chart *Chart
	c     *Correction
	wrong *Posting
	p     Posting
}

func (m *corrector) fault(want rule.Text, err error) error {
	return &EventError{Event: m.c.Event, Kind: CorrectionKind, Want: want, Err: err}
}

func correctionBasis() []rule.Clause {
	return []rule.Clause{rule.In("会计基础工作规范", "第51条(五)")}
}

// date is how the summaries name a voucher: 3月27日记-12号凭证.
func named(e *Entry, year bool) string {
	_, month, day := e.Date.Civil()
	s := fmt.Sprintf("%d月%d日%s号凭证", int(month), day, e.word())
	if year {
		s = fmt.Sprintf("%d年", e.Date.Year()) + s
	}
	return s
}

// head is a correcting entry without lines.
func (m *corrector) head(wrong *Entry, summary string, color Color) Entry {
	return Entry{
		Book: wrong.Book, Date: m.c.On, Word: wrong.Word, Summary: summary, Kind: Correcting,
		Corrects: Corrects{wrong.Date, wrong.Number, color}, Approval: m.c.Approval, Basis: correctionBasis(), Evidence: rule.FullText,
		Preparer: m.c.Signed.Preparer, Auditor: m.c.Signed.Auditor, Bookkeeper: m.c.Signed.Bookkeeper,
		Chief: m.c.Signed.Chief, Cashier: m.c.Signed.Cashier,
	}
}

func (m *corrector) add(e Entry) error {
	v, err := m.chart.Voucher(e, m.c.Entity)
	if err != nil {
		return m.fault(text("可以成立的更正凭证", "amounts and accounts of a voucher"), err)
	}
	m.p.Vouchers = append(m.p.Vouchers, v)
	return nil
}

// redAndBlue cancels each voucher in red and writes the right ones in blue.
func (m *corrector) redAndBlue() (Corrected, error) {
	for i := range m.wrong.Vouchers {
		wrong := &m.wrong.Vouchers[i].entry
		if wrong.red() {
			return Corrected{}, m.fault(text("红字以外的凭证", "a voucher that is not red itself"), nil)
		}
		e := m.head(wrong, "注销"+named(wrong, false), Red)
		e.Lines = slices.Clone(wrong.Lines)
		for k := range e.Lines {
			e.Lines[k].Amount = e.Lines[k].Amount.Neg()
		}
		if err := m.add(e); err != nil {
			return Corrected{}, err
		}
	}
	for i := range m.right() {
		right := &m.c.Right.Vouchers[i].entry
		wrong := m.wrongOf(right.Book)
		e := m.head(wrong, "订正"+named(wrong, false), Blue)
		e.Book, e.Lines, e.Attachments = right.Book, slices.Clone(right.Lines), right.Attachments
		e.Basis, e.Judgement = appendNew(e.Basis, right.Basis), right.Judgement
		if err := m.add(e); err != nil {
			return Corrected{}, err
		}
	}
	return Corrected{Method: RedAndBlue, Posting: m.p}, nil
}

func (m *corrector) right() []Voucher {
	if m.c.Right == nil {
		return nil
	}
	return m.c.Right.Vouchers
}

// wrongOf is the wrong voucher that a right one of a book stands for: the first
// of that book, else the first.
func (m *corrector) wrongOf(b Book) *Entry {
	for i := range m.wrong.Vouchers {
		if e := &m.wrong.Vouchers[i].entry; e.Book == b {
			return e
		}
	}
	return &m.wrong.Vouchers[0].entry
}

// difference writes the difference of amounts: blue where all go up, red where
// all go down. Where the accounts differ, or some amounts go up and some down, it
// is red and blue after all.
func (m *corrector) difference() (Corrected, error) {
	right := m.right()
	if len(right) != len(m.wrong.Vouchers) {
		return m.redAndBlue()
	}
	var entries []Entry
	for i := range right {
		wrong, r := &m.wrong.Vouchers[i].entry, &right[i].entry
		if wrong.Book != r.Book || len(wrong.Lines) != len(r.Lines) || wrong.red() {
			return m.redAndBlue()
		}
		e := m.head(wrong, "调整"+named(wrong, false), Blue)
		for k := range r.Lines {
			a, b := wrong.Lines[k], r.Lines[k]
			if a.Account != b.Account || a.Detail != b.Detail || a.Asset != b.Asset || a.Side != b.Side {
				return m.redAndBlue()
			}
			if b.Amount = fen(b.Amount.Fen() - a.Amount.Fen()); b.Amount.Sign() != 0 {
				e.Lines = append(e.Lines, b)
			}
		}
		if len(e.Lines) == 0 {
			continue
		}
		sign := e.Lines[0].Amount.Sign()
		if slices.ContainsFunc(e.Lines, func(l Line) bool { return l.Amount.Sign() != sign }) {
			return m.redAndBlue()
		}
		if sign < 0 {
			e.Corrects.Color = Red
		}
		entries = append(entries, e)
	}
	if len(entries) == 0 {
		return Corrected{}, m.fault(text("与原凭证不同的内容", "a content that differs"), nil)
	}
	for _, e := range entries {
		if err := m.add(e); err != nil {
			return Corrected{}, err
		}
	}
	return Corrected{Method: ByDifference, Posting: m.p}, nil
}

// earlierYear writes in blue what brings the accounts to where they should be:
// income and expense of that year through the adjustment of earlier years where
// the error is material, on their own accounts of this year where it is not.
func (m *corrector) earlierYear() (Corrected, error) {
	judged, err := m.c.Policy.Judge(m.c.Mistake)
	if err != nil {
		return Corrected{}, m.fault(text("差错的影响金额", "what the error comes to"), err)
	}
	method := CurrentItem
	if judged.Material {
		method = PriorYear
	}
	for _, book := range []Book{Financial, Budgetary} {
		lines, carried, err := m.net(book, judged.Material)
		if err != nil {
			return Corrected{}, err
		}
		if len(lines) == 0 {
			continue
		}
		wrong := m.wrongOf(book)
		e := m.head(wrong, "更正"+named(wrong, true), Blue)
		e.Book, e.Lines, e.Basis = book, lines, append(e.Basis, judged.Basis...)
		e.Judgement = text("以前年度差错："+judged.Why.ZH, "error of an earlier year: "+judged.Why.EN)
		if err := m.add(e); err != nil {
			return Corrected{}, err
		}
		if len(carried) > 0 {
			e.Lines, e.Summary = carried, "结转以前年度盈余调整"
			if err := m.add(e); err != nil {
				return Corrected{}, err
			}
		}
	}
	if len(m.p.Vouchers) == 0 {
		return Corrected{}, m.fault(text("与原凭证不同的内容", "a content that differs"), nil)
	}
	return Corrected{method, judged, m.p}, nil
}

// net is right less wrong by account in one book, each on the side on which it
// is above 0.00, and what the adjustment carries on.
func (m *corrector) net(book Book, material bool) (lines, carried []Line, err error) {
	var sums []Line // debits less credits, before the adjustment takes its place
	for _, of := range []struct {
		vouchers []Voucher
		times    int64
	}{{m.right(), 1}, {m.wrong.Vouchers, -1}} {
		for i := range of.vouchers {
			if of.vouchers[i].entry.Book != book {
				continue
			}
			for _, l := range of.vouchers[i].entry.Lines {
				if l.Amount = fen(l.Amount.Fen() * of.times); l.Side == Credit {
					l.Amount = l.Amount.Neg()
				}
				if sums, err = m.sum(sums, l); err != nil {
					return nil, nil, err
				}
			}
		}
	}
	if material {
		if sums, err = m.adjusted(sums, book); err != nil {
			return nil, nil, err
		}
	}
	to := m.c.Adjust[book]
	for _, l := range sums {
		if l.Amount.Sign() == 0 {
			continue
		}
		l = sided(l)
		lines = append(lines, l)
		if material && to.Carry != "" && l.Account == to.Account && l.Detail == to.Detail {
			back, on := l, Line{Account: to.Carry, Side: l.Side, Amount: l.Amount}
			if back.Side = Credit; l.Side == Credit {
				back.Side = Debit
			}
			carried = append(carried, back, on)
		}
	}
	slices.SortStableFunc(lines, bySide)
	slices.SortStableFunc(carried, bySide)
	return lines, carried, nil
}

// adjusted puts the adjustment of earlier years in the place of income and
// expense.
func (m *corrector) adjusted(sums []Line, book Book) (all []Line, err error) {
	for _, l := range sums {
		if l.Amount.Sign() != 0 && m.chart.accounts[l.Account].Class.Yearly() {
			to := m.c.Adjust[book]
			if to.Account == "" {
				return nil, m.fault(text(book.Title().ZH+"以前年度调整的科目", "the account that adjusts earlier years in the "+string(book)+" book"), nil)
			}
			l.Account, l.Detail, l.Asset = to.Account, to.Detail, ""
		}
		if all, err = m.sum(all, l); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// sum adds a signed line to that of its account.
func (m *corrector) sum(sums []Line, l Line) ([]Line, error) {
	i := slices.IndexFunc(sums, func(s Line) bool { return s.Account == l.Account && s.Detail == l.Detail && s.Asset == l.Asset })
	if i < 0 {
		return append(sums, Line{Account: l.Account, Detail: l.Detail, Asset: l.Asset, Amount: l.Amount}), nil
	}
	n, err := sums[i].Amount.Add(l.Amount)
	if err != nil {
		return nil, m.fault(text("低于 10^15 元的合计", "a sum below 10^15"), err)
	}
	sums[i].Amount = n
	return sums, nil
}

// sided puts a signed sum on the side on which it is above 0.00.
func sided(l Line) Line {
	l.Side = Debit
	if l.Amount.Sign() < 0 {
		l.Side, l.Amount = Credit, l.Amount.Neg()
	}
	return l
}

// bySide puts debits before credits.
func bySide(a, b Line) int {
	switch {
	case a.Side == b.Side:
		return 0
	case a.Side == Debit:
		return -1
	}
	return 1
}
