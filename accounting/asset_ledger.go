package accounting

import (
	"iter"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
)

// AssetEntry is one line of the ledger of an asset (明细账).
type AssetEntry struct {
	Date      calendar.Date
	Filed     string // 记-12
	Event     string
	Kind      string
	Summary   string
	Line      Line
	Cost      money.Amount // after the line
	Amortised money.Amount
	Impaired  money.Amount
}

// Carrying returns the carrying amount after the line.
func (e AssetEntry) Carrying() money.Amount {
	return fen(e.Cost.Fen() - e.Amortised.Fen() - e.Impaired.Fen())
}

// Asset yields the ledger of one asset: the lines that changed its cost, its
// amortisation or its impairment, in the order of booking, with what it stood at
// after each.
func (j *Journal) Asset(asset string) iter.Seq[AssetEntry] {
	places, change := j.assets[asset], j.log.Lookup()
	return func(yield func(AssetEntry) bool) {
		var sum elements
		for _, at := range places {
			p := change(at).posting
			for i := range p.Vouchers {
				e := &p.Vouchers[i].entry
				for k := range e.Lines {
					l := &e.Lines[k]
					if l.Asset != asset || l.Element == "" {
						continue
					}
					sum.add(l)
					out := AssetEntry{
						Date: e.Date, Filed: e.word(), Event: p.Event, Kind: p.Kind, Summary: e.Summary, Line: *l,
						Cost: fen(sum.cost), Amortised: fen(sum.amortised), Impaired: fen(sum.impaired),
					}
					if l.Summary != "" {
						out.Summary = l.Summary
					}
					if !yield(out) {
						return
					}
				}
			}
		}
	}
}
