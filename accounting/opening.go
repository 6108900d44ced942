package accounting

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// OpeningBalance is what one account, or one asset on it, stands at when the
// journal begins.
type OpeningBalance struct {
	Account string
	Detail  string
	Asset   string       // id of the asset, on accounts that carry assets
	Amount  money.Amount // on the account's normal side; negative on the other
}

// OpeningEntry is the balances with which a journal begins, and the cards of its
// assets. What was amortised before is taken as it is: the terms of a card have
// the months or units that are left.
type OpeningEntry struct {
	Event    string
	Date     calendar.Date
	Entity   rule.Entity
	Balances []OpeningBalance
	Cards    []Card // Asset, Detail, State, Cost, Amortised, Impaired, Terms
	Basis    []rule.Clause
	Signed   Signatures
}

// Opening makes the posting of opening balances: an opening voucher in each book
// that has any. It refuses, with an [*EventError], balances that do not agree
// with the cards asset by asset, cards without terms, and a book whose balances
// are not equal on both sides ([*VoucherError]).
func (c *Chart) Opening(o OpeningEntry) (Posting, error) {
	fault := func(want rule.Text, err error) (Posting, error) {
		return Posting{}, &EventError{Event: o.Event, Kind: OpeningKind, Want: want, Err: err}
	}
	p := Posting{Event: o.Event, Kind: string(OpeningKind), On: o.Date}
	if o.Event == "" || o.Date.IsZero() {
		return fault(text("编号和日期", "an id and a date"), nil)
	}
	lines, booked, want := c.openingLines(o.Balances)
	if !want.IsZero() {
		return fault(want, nil)
	}
	for _, card := range o.Cards {
		books := booked[card.Asset]
		delete(booked, card.Asset)
		switch terms := card.Terms.want(); {
		case card.Asset == "" || card.Terms.IsZero():
			return fault(text("卡片的资产编号和摊销条件（"+card.Asset+"）", "the id and the terms of the card "+card.Asset), nil)
		case !terms.IsZero():
			return fault(text(card.Asset+" 的"+terms.ZH, terms.EN+" of "+card.Asset), nil)
		case books != elements{card.Cost.Fen(), card.Amortised.Fen(), card.Impaired.Fen()}:
			return fault(text("与卡片相符的期初余额（"+card.Asset+"）", "balances that agree with the card "+card.Asset), nil)
		}
		p.Assets = append(p.Assets, card.Asset)
		p.Terms = append(p.Terms, AssetTerms{card.Asset, card.Detail, card.Terms})
		if card.State != "" {
			p.Moves = append(p.Moves, AssetMove{Asset: card.Asset, From: []string{""}, To: card.State})
		}
	}
	for _, b := range o.Balances {
		if _, left := booked[b.Asset]; left {
			return fault(text(b.Asset+" 的卡片", "a card of "+b.Asset), nil)
		}
	}
	for _, book := range []Book{Financial, Budgetary} {
		if len(lines[book]) == 0 {
			continue
		}
		v, err := c.Voucher(Entry{
			Book: book, Date: o.Date, Kind: Opening, Summary: "期初余额", Lines: lines[book], Basis: o.Basis, Evidence: rule.Judgement,
			Preparer: o.Signed.Preparer, Auditor: o.Signed.Auditor, Bookkeeper: o.Signed.Bookkeeper, Chief: o.Signed.Chief,
		}, o.Entity)
		if err != nil {
			return fault(text(book.Title().ZH+"期初余额借贷相等", "opening balances that are equal on both sides"), err)
		}
		p.Vouchers = append(p.Vouchers, v)
	}
	if len(p.Vouchers) == 0 {
		return fault(text("期初余额", "opening balances"), nil)
	}
	return p, nil
}

// OpeningKind is the kind of an opening posting.
const OpeningKind rule.ID = "accounting.opening"

// openingLines turns balances into lines by book, and sums up what they say of
// each asset.
func (c *Chart) openingLines(balances []OpeningBalance) (lines map[Book][]Line, booked map[string]elements, want rule.Text) {
	lines, booked = map[Book][]Line{}, map[string]elements{}
	for _, b := range balances {
		a, ok := c.accounts[b.Account]
		switch {
		case !ok:
			return nil, nil, text("科目表中的科目，而非 "+b.Account, "an account of the chart, not "+b.Account)
		case a.Element != "" && b.Asset == "":
			return nil, nil, text(b.Account+" 的余额按资产列示", "the balance of "+b.Account+" asset by asset")
		case b.Amount.Sign() == 0:
			continue
		}
		l := Line{Account: b.Account, Detail: b.Detail, Asset: b.Asset, Side: a.Normal, Amount: b.Amount, Element: a.Element}
		if b.Amount.Sign() < 0 {
			l.Amount = b.Amount.Neg()
			l.Side = Credit
			if a.Normal == Credit {
				l.Side = Debit
			}
		}
		lines[a.Book] = append(lines[a.Book], l)
		if b.Asset != "" {
			e := booked[b.Asset]
			e.add(&l)
			booked[b.Asset] = e
		}
	}
	return lines, booked, rule.Text{}
}
