package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// AmountsOf returns what an asset stands at as the amounts that events which take
// it off the books ask for: cost with amortised and impaired of an intangible
// asset, cost with provision of inventory and of what is held for sale.
func AmountsOf(c accounting.Card) map[string]money.Amount {
	if c.State == Stock || c.State == Dispatched || c.State == ForSale {
		return map[string]money.Amount{"cost": c.Cost, "provision": fen(c.Impaired.Fen())}
	}
	return map[string]money.Amount{"cost": c.Cost, "amortised": fen(c.Amortised.Fen()), "impaired": fen(c.Impaired.Fen())}
}

// Amortise proposes the amortisation of a month as [accounting.Journal.Propose]
// does, over [Events] where the run names no table. served lists the assets of
// mixed use that served others in the month: their amortisation is cost of the
// service (6401), else an expense (6602).
func Amortise(j *accounting.Journal, r accounting.Run, served ...string) (accounting.Proposal, error) {
	if r.Kind = Amortised; r.Table == nil {
		r.Table = Events()
	}
	if r.Entity == "" {
		r.Entity = rule.Enterprise
	}
	p, err := j.Propose(r)
	if err != nil || len(served) == 0 {
		return p, err
	}
	of := map[string]bool{}
	for _, asset := range served {
		of[asset] = true
	}
	for i := range p.Postings {
		if p.Postings[i].Through != r.Month {
			continue // months booked late: what was served then is not known
		}
		if p.Postings[i], err = serve(j, r, p.Postings[i], of); err != nil {
			return accounting.Proposal{}, err
		}
	}
	return p, nil
}

// serve makes a posting of the run again, with what each asset served.
func serve(j *accounting.Journal, r accounting.Run, p accounting.Posting, served map[string]bool) (accounting.Posting, error) {
	e := accounting.Event{ID: p.Event, Kind: r.Kind, On: p.On, Booked: p.Booked, Entity: r.Entity, Facts: r.Facts, Signed: r.Signed}
	for _, v := range p.Vouchers {
		e.Summary = v.Entry().Summary
		for _, l := range v.Entry().Lines {
			if l.Element != accounting.Amortisation {
				continue
			}
			c, _ := j.Card(l.Asset)
			part := accounting.Part{Asset: l.Asset, Detail: l.Detail, Amounts: map[string]money.Amount{accounting.InputCurrent: l.Amount}, Facts: map[string]string{}}
			if c.Terms.Use != "" {
				part.Facts[accounting.UseFact] = c.Terms.Use
			}
			if served[l.Asset] {
				part.Facts["served"] = "yes"
			}
			e.Parts = append(e.Parts, part)
		}
	}
	again, err := r.Table.Post(e)
	again.Through, again.Usage = p.Through, p.Usage
	return again, err
}

// Review makes the event of a review of useful life, method or residual value (CAS 6
// 第21条): the months that are not amortised yet go by the new estimate, and what was
// booked is not touched (CAS 28 第9条). There is no entry. An asset of indefinite life
// that gets a limited one begins with the month of the review. life is what is left
// from then on; no use is the one it has. The id is the asset's and the day's.
// Errors are [*Refusal].
func (p Policy) Review(c accounting.Card, on calendar.Date, life Life, use string) (accounting.Event, error) {
	month := calendar.MonthOf(on)
	next := month
	if !c.Terms.Indefinite {
		if next = c.Terms.From; !c.Through.IsZero() && c.Through.Compare(next) >= 0 {
			next = c.Through.Add(1)
		}
	}
	switch {
	case c.State != Held || c.Cost.Sign() <= 0:
		return accounting.Event{}, refuse(ruleUsefulLife, c.Asset, text("仅限在账的无形资产", "only an intangible asset in the books"))
	case next.Compare(month) < 0:
		return accounting.Event{}, refuse(ruleUsefulLife, c.Asset, text("复核前应先计提以前月份的摊销", "the months before are amortised first"))
	}
	t, err := life.Terms(next.First(), use, Convention{Rounding: p.Convention.Rounding})
	if err != nil {
		return accounting.Event{}, err
	}
	if use == "" {
		t.Use = c.Terms.Use
	}
	documents := []string{"复核记录"}
	if d := life.ResidualBasis.Document(); d != "" {
		documents = append(documents, d)
	}
	return accounting.Event{
		ID: "review/" + c.Asset + "/" + on.String(), Kind: "enterprise.life-reviewed", On: on, Entity: rule.Enterprise, Documents: documents,
		Parts: []accounting.Part{{Asset: c.Asset, Detail: c.Detail, Terms: t}},
	}, nil
}

// Pledge is data given as security. The books have no entry for it: registration
// makes it, and the notes tell it (policy P12).
type Pledge struct {
	Asset      string
	Creditor   string
	Secured    money.Amount
	Registered calendar.Date
	Released   calendar.Date // none is not yet
}

// RestrictedAsset is a pledged asset on a day.
type RestrictedAsset struct {
	Pledge
	Carrying  money.Amount // absent where the data are not recognised
	Amortised money.Amount // in the year of the day, up to it
}

// Restricted derives the carrying amount of what is pledged on a day (CAS 6 第24条;
// CAS 1 第22条), the day of registration and that before the release included, and
// the sum. An asset pledged twice counts once in the sum.
func Restricted(j *accounting.Journal, pledges []Pledge, on calendar.Date) ([]RestrictedAsset, money.Amount, error) {
	var all []RestrictedAsset
	counted, total := map[string]bool{}, money.Zero()
	for _, p := range pledges {
		if p.Registered.IsZero() || p.Registered.After(on) || !p.Released.IsZero() && !p.Released.After(on) {
			continue
		}
		r := RestrictedAsset{Pledge: p}
		amortised := int64(0)
		for e := range j.Asset(p.Asset) {
			if e.Date.After(on) {
				break
			}
			r.Carrying = e.Carrying()
			if e.Line.Element == accounting.Amortisation && e.Line.Side == accounting.Credit && e.Date.Year() == on.Year() {
				amortised += e.Line.Amount.Fen()
			}
		}
		if r.Carrying.Present() {
			r.Amortised = fen(amortised)
		}
		if !counted[p.Asset] {
			var err error
			if total, err = total.Add(r.Carrying); err != nil {
				return nil, money.Amount{}, err
			}
		}
		counted[p.Asset] = true
		all = append(all, r)
	}
	return all, total, nil
}
