package government

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// came is how an asset comes by an event, and the amount that it is booked at
// before taxes.
type came struct {
	kind  rule.ID
	how   How
	input string // none is the nominal amount
}

func comings() []came {
	return []came{
		{"government.purchase", Bought, "cost"},
		{"government.purchase-general-vat", Bought, "cost"},
		{"government.purchase-special-fund-before-2022", Bought, "cost"},
		{"government.purchase-special-fund", Bought, "cost"},
		{"government.purchase-indirect-costs", Bought, "cost"},
		{"government.development-delivered", Bought, "total"},
		{"government.development-formed", Developed, "cost"},
		{"government.donation", Donated, "value"},
		{"government.donation-nominal", Donated, ""},
		{"government.transfer-in-nominal", TransferredIn, ""},
		{"government.surplus-found", SurplusOfTime, "cost"},
		{"government.exchange-even", Exchanged, "value"},
		{"government.exchange-boot-paid", Exchanged, "value"},
	}
}

// FirstBookingOf returns what [BookingRules] judge of a part of an event: how the
// asset comes and what it is booked at, beside the evidence that there is. The
// documents of an event at nominal amount stand for its statements. It reports
// false for kinds that do not measure an asset for the first time, or whose amount
// the books of another unit give.
func (p Policy) FirstBookingOf(e accounting.Event, part accounting.Part, evidence Evidence) (FirstBooking, bool) {
	all := comings()
	i := slices.IndexFunc(all, func(c came) bool { return c.kind == e.Kind })
	if i < 0 {
		return FirstBooking{}, false
	}
	b := FirstBooking{Asset: part.Asset, On: e.On, How: all[i].how, Evidence: evidence, Policy: p}
	if all[i].input != "" {
		b.Booked = part.Amounts[all[i].input]
		return b, true
	}
	b.Nominal, b.Booked = true, money.Nominal()
	b.Why = statementsOf(e)
	return b, true
}

// statementsOf is the statements that an event brings as documents. What comes
// from the nominal amount of another unit's books rests on those books.
func statementsOf(e accounting.Event) Statements {
	if e.Kind == "government.transfer-in-nominal" {
		other := "调出方为名义金额"
		return Statements{NoVoucher: other, NoAppraisal: other, NoReplacement: other, Reason: other}
	}
	var said [4]string
	for i, d := range nominalDocuments() {
		if slices.Contains(e.Documents, d) {
			said[i] = d
		}
	}
	return Statements{NoVoucher: said[0], NoAppraisal: said[1], NoReplacement: said[2], Reason: said[3]}
}
