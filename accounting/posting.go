package accounting

import (
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Posting is what one event gives: its vouchers in both books, and what it means
// for the cards of its assets.
type Posting struct {
	Event    string         `json:"event"`            // id of the event, unique in the journal
	Kind     string         `json:"kind"`             // what happened, an id of the event table
	Assets   []string       `json:"assets,omitzero"`  // ids of the resources
	On       calendar.Date  `json:"on"`               // day of the event
	Booked   calendar.Date  `json:"booked,omitzero"`  // day of booking, where it differs
	Terms    []AssetTerms   `json:"terms,omitzero"`   // how assets are amortised from now on
	Moves    []AssetMove    `json:"moves,omitzero"`   // how their states change
	Through  calendar.Month `json:"through,omitzero"` // the last month that it amortises
	Usage    []AssetUsage   `json:"usage,omitzero"`   // units that the month used
	Vouchers []Voucher      `json:"vouchers"`         // none where only terms change: another life
}

// clone copies what a reader might change.
func (p Posting) clone() Posting {
	p.Assets, p.Terms, p.Usage = slices.Clone(p.Assets), slices.Clone(p.Terms), slices.Clone(p.Usage)
	p.Moves, p.Vouchers = slices.Clone(p.Moves), slices.Clone(p.Vouchers)
	return p
}

// With returns the posting with a judgement added to each of its vouchers.
func (p Posting) With(j rule.Text) Posting {
	p = p.clone()
	for i := range p.Vouchers {
		e := &p.Vouchers[i].entry
		if e.Judgement.IsZero() {
			e.Judgement = j
		} else {
			e.Judgement = text(e.Judgement.ZH+"；"+j.ZH, e.Judgement.EN+"; "+j.EN)
		}
	}
	return p
}
