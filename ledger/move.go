package ledger

import (
	"math/big"
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// column is an amount that a split, a merger, a replacement or a transfer moves.
type column struct {
	title rule.Text
	at    func(*Row) *money.Amount
}

// columns are all the amounts of a row in the ledger.
func columns() []column {
	return []column{
		{text("入账金额", "booked amount"), func(r *Row) *money.Amount { return &r.Amount }},
		{text("累计摊销", "accumulated amortisation"), func(r *Row) *money.Amount { return &r.Amortised }},
		{text("减值准备", "impairment"), func(r *Row) *money.Amount { return &r.Impairment }},
		{text("价值变动累计", "changes of value to date"), func(r *Row) *money.Amount { return &r.ValueChange }},
		{text("累计收益", "income to date"), func(r *Row) *money.Amount { return &r.Income }},
		{text("累计上缴", "remitted to date"), func(r *Row) *money.Amount { return &r.Remitted }},
	}
}

// conserved says what is wrong where rows do not take over exactly what others
// had: every amount to the fen, and every registration once.
func conserved(before, after []Row) rule.Text {
	for _, c := range columns() {
		had, err := total(before, c)
		if err != nil {
			return sumTooLarge(c)
		}
		has, err := total(after, c)
		if err != nil {
			return sumTooLarge(c)
		}
		if had.Fen() != has.Fen() {
			return text("各行"+c.title.ZH+"合计 "+had.Decimal().StringFixed(2)+"，实为 "+has.Decimal().StringFixed(2),
				c.title.EN+" of "+had.Decimal().StringFixed(2)+" in sum, not "+has.Decimal().StringFixed(2))
		}
	}
	return carried(before, after)
}

func sumTooLarge(c column) rule.Text {
	return text(c.title.ZH+"合计不超过 15 位整数", c.title.EN+" whose sum has at most 15 digits")
}

func total(rows []Row, c column) (money.Amount, error) {
	sum := money.Zero()
	for i := range rows {
		var err error
		if sum, err = sum.Add(*c.at(&rows[i])); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// carried says what is wrong where a registration gets lost, doubles or comes
// from nowhere. One that is not to go on is cancelled before.
func carried(before, after []Row) rule.Text {
	left := slices.DeleteFunc(slices.Clone(before), func(r Row) bool { return r.Registered != IsRegistered })
	for i := range after {
		r := &after[i]
		if r.Registered != IsRegistered {
			continue
		}
		k := slices.IndexFunc(left, func(b Row) bool {
			return b.CertificateNo == r.CertificateNo && b.RegisteredOn == r.RegisteredOn
		})
		if k < 0 {
			return text(r.ID()+" 的登记承自被其接替的行，证书编号和登记日期一致，且只由一行承接",
				"a registration of "+r.ID()+" that it takes over, with certificate number and date, and that no other row takes over")
		}
		left = slices.Delete(left, k, k+1)
	}
	if len(left) > 0 {
		return text(left[0].ID()+" 的登记（证书 "+left[0].CertificateNo+"）由一行承接，或先注销",
			"the registration of "+left[0].ID()+" (certificate "+left[0].CertificateNo+") taken over by one row, or cancelled before")
	}
	return rule.Text{}
}

// ShareError is shares by which nothing can be divided.
type ShareError struct {
	Share int // which share, from 0; -1 for all of them
	Want  string
}

// Error names the share and what was expected.
func (e *ShareError) Error() string {
	if e.Share < 0 {
		return "ledger: shares: want " + e.Want
	}
	return "ledger: share " + strconv.Itoa(e.Share+1) + ": want " + e.Want
}

// Divide makes the parts of a [Split]: copies of a row under new ids, with every
// amount divided by the shares, which are whole numbers from 1, such as hours or
// fen of a price list. Each part gets its share cut to the fen; the fen that are
// left go one each to the largest fractions, then in order, so that the sums are
// those of the row. The registration goes on with the first part, the others are
// not registered. A row at nominal amount is not divided: its one yuan goes to
// the first part, the others are not booked.
func Divide(row Row, ids []string, shares []int64) ([]Row, error) {
	if len(ids) != len(shares) || len(ids) < 2 {
		return nil, &ShareError{-1, "one share for each of at least two ids"}
	}
	for i, s := range shares {
		if s < 1 {
			return nil, &ShareError{i, "a whole number from 1"}
		}
	}
	if row.Booking == asset.BookedNominal {
		shares = make([]int64, len(ids))
		shares[0] = 1
	}
	parts := make([]Row, len(ids))
	for i, id := range ids {
		parts[i] = row.Clone()
		parts[i].Resource.ID, parts[i].Predecessors = id, []string{row.ID()}
		parts[i].Code, parts[i].NationalCode = "", ""
		if i > 0 {
			unregister(&parts[i])
		}
	}
	for _, c := range columns() {
		whole := *c.at(&row)
		if !whole.Present() {
			continue
		}
		amounts, err := divide(whole, shares)
		if err != nil {
			return nil, err
		}
		for i := range parts {
			*c.at(&parts[i]) = amounts[i]
		}
	}
	if row.Booking == asset.BookedNominal {
		for i := range parts[1:] {
			unbook(&parts[i+1])
		}
	}
	return parts, nil
}

func unregister(r *Row) {
	var none Row
	r.Registered, r.RegistrationNo, r.CertificateNo = NotRegistered, "", ""
	r.RegisteredOn, r.ValidTo, r.CancelledOn = none.RegisteredOn, none.ValidTo, none.CancelledOn
}

func unbook(r *Row) {
	var none Row
	r.Booking, r.Account, r.Amount, r.BookedOn, r.Voucher, r.Reason = asset.NotBooked, "", none.Amount, none.BookedOn, "", ""
	r.Amortised, r.Impairment, r.ValueChange, r.ValueReason = none.Amortised, none.Impairment, none.ValueChange, ""
	r.Life, r.LifeMonths, r.LifeReason = "", none.LifeMonths, ""
}

// divide divides an amount by shares of which one at least is not 0.
func divide(whole money.Amount, shares []int64) ([]money.Amount, error) {
	sum := new(big.Int)
	for _, s := range shares {
		sum.Add(sum, big.NewInt(s))
	}
	fen, sign := whole.Fen(), int64(1)
	if fen < 0 {
		fen, sign = -fen, -1
	}
	parts := make([]int64, len(shares))
	rests := make([]*big.Int, len(shares))
	left := fen
	for i, s := range shares {
		q, rest := new(big.Int).QuoRem(new(big.Int).Mul(big.NewInt(fen), big.NewInt(s)), sum, new(big.Int))
		parts[i], rests[i] = q.Int64(), rest
		left -= parts[i]
	}
	order := make([]int, len(shares))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rests[b].Cmp(rests[a]) })
	for _, i := range order[:left] {
		parts[i]++
	}
	amounts := make([]money.Amount, len(parts))
	for i, n := range parts {
		a, err := money.Fen(sign * n)
		if err != nil {
			return nil, err
		}
		amounts[i] = a
	}
	return amounts, nil
}

// Join makes the row of a [Merge] out of a model, which has the id and the words
// of the new row, and of the rows that it joins: every amount is their sum, and
// the registration is that of the first that is registered. It refuses sums
// beyond the range of an amount with a [*money.ValueError].
func Join(model Row, rows ...Row) (Row, error) {
	joined := model.Clone()
	joined.Predecessors = nil
	unregister(&joined)
	for i := range rows {
		joined.Predecessors = append(joined.Predecessors, rows[i].ID())
		if r := &rows[i]; joined.Registered != IsRegistered && r.Registered == IsRegistered {
			joined.Registered, joined.RegistrationNo, joined.CertificateNo = r.Registered, r.RegistrationNo, r.CertificateNo
			joined.RegisteredOn, joined.ValidTo = r.RegisteredOn, r.ValidTo
		}
	}
	for _, c := range columns() {
		var sum money.Amount
		for i := range rows {
			var err error
			if sum, err = sum.Add(*c.at(&rows[i])); err != nil {
				return Row{}, err
			}
		}
		*c.at(&joined) = sum
	}
	return joined, nil
}

// HandoverOf returns what a row hands over to another unit's ledger.
func HandoverOf(r Row) Handover {
	return Handover{
		ID: r.ID(), Booking: r.Booking, Amount: r.Amount, Amortised: r.Amortised, Impairment: r.Impairment,
		ValueChange: r.ValueChange, Income: r.Income, Remitted: r.Remitted,
		Registered: r.Registered, RegisteredOn: r.RegisteredOn, CertificateNo: r.CertificateNo,
	}
}

// row is the part of the other unit's row that is moved.
func (h Handover) row() Row {
	r := Row{
		Booking: h.Booking, Amount: h.Amount, Amortised: h.Amortised, Impairment: h.Impairment,
		ValueChange: h.ValueChange, Income: h.Income, Remitted: h.Remitted,
		Registered: h.Registered, RegisteredOn: h.RegisteredOn, CertificateNo: h.CertificateNo,
	}
	r.Resource.ID = h.ID
	return r
}
