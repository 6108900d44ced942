package pilot

import (
	"slices"
	"strings"
	"sync"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
)

var defaultSupplyRules = sync.OnceValue(func() rule.Set[authorization.Supply] { return authorization.SupplyRules(authorization.Policy{}) })

func (c Builder) supplyRules() rule.Set[authorization.Supply] {
	if c.Authorization == (authorization.Policy{}) {
		return defaultSupplyRules()
	}
	return authorization.SupplyRules(c.Authorization)
}

// supply asks the rules of authorised use, and those of paid or free use, whether
// the data may go out.
func (b *builder) supply(e Supplied) {
	s, ok := b.asked(e)
	if !ok {
		return
	}
	c := b.unit.Inventory.Holder.Context()
	c.At = e.On
	found := b.choices.supplyRules().Review(s, c).Findings
	for _, f := range trade.SupplyRules().Review(traded(s), c).Findings {
		if rests(f.Basis, "GX-4.7.2") { // the price and the venue are the deal's own
			found = append(found, f)
		}
	}
	good := true
	for _, f := range found {
		b.add(f, e.member(f.Path))
		good = good && f.Severity != rule.Blocking
	}
	if !good {
		return
	}
	made := Supply{To: s.To, On: e.On, Authorisation: e.Authorisation, Application: s.Application}
	for _, l := range s.Application.Assets {
		made.Assets = append(made.Assets, l.Asset)
	}
	before := b.unit.Supplies
	b.unit.Supplies = append(slices.Clip(before), made)
	if e.Authorisation == "" && !b.mark(e.On, "授权使用 "+s.Application.Number, b.unit.Authorizations, made.Assets) {
		b.unit.Supplies = before
	}
}

// asked is the supply that an event reports: under a matter, or by an application
// of its own.
func (b *builder) asked(e Supplied) (authorization.Supply, bool) {
	s := authorization.Supply{On: e.On, To: e.To, Registrations: b.registrations(), Consents: slices.Clone(e.Consents)}
	if e.Authorisation == "" {
		s.Application = b.records().Application(e.Application, e.On)
		s.To = s.Application.Recipient
		if err := authorization.Applications().Validate(&s.Application, record.Options{}).Err(); err != nil {
			b.refuseErr("/application", err)
			return s, false
		}
		return s, true
	}
	for _, a := range b.unit.Authorizations {
		if a.ID != e.Authorisation {
			continue
		}
		s.Authorizations = append(s.Authorizations, a)
		if papers := papersOf(a); papers.Number != "" && (s.Application.Number == "" || a.Regime().ID() == authorization.AuthorisedOperation().ID()) {
			s.Application = papers
		}
	}
	if s.Application.Number == "" {
		b.refuse(refusedEvent, gx("4.5.2", "4.5.7"), "/authorisation", text("没有编号为 "+e.Authorisation+" 的授权。", "there is no authorisation "+e.Authorisation+"."))
		return s, false
	}
	var lines []authorization.Line
	for i, id := range e.Assets {
		n := slices.IndexFunc(s.Application.Assets, func(l authorization.Line) bool { return l.Asset == id })
		if n < 0 {
			b.refuse(refusedEvent, gx("4.5.4"), rule.Pointer("assets", number(i)), text(e.Authorisation+" 不含 "+id+"。", e.Authorisation+" does not have "+id+"."))
			return s, false
		}
		lines = append(lines, e.served(s, s.Application.Assets[n]))
	}
	s.Application.Assets = lines
	return s, true
}

// papersOf is the application in force, else that of the open procedure.
func papersOf(a authorization.Authorization) authorization.Application {
	if papers := a.Application(); papers.Number != "" {
		return papers
	}
	return a.Pending()
}

// served is a line with the areas that the supply serves: those that it names,
// else those that every grant of the matter still has.
func (e Supplied) served(s authorization.Supply, l authorization.Line) authorization.Line {
	if l.Mode == authorization.Whole {
		return l
	}
	if len(e.Areas) > 0 {
		l.Areas = slices.Clone(e.Areas)
		return l
	}
	l.Areas = slices.DeleteFunc(slices.Clone(l.Areas), func(area string) bool {
		return slices.ContainsFunc(s.Authorizations, func(a authorization.Authorization) bool {
			return a.Position.Status == authorization.Granted && !a.Covers(l.Asset, area)
		})
	})
	return l
}

// member is where in the event a finding about the supply is at fault.
func (e Supplied) member(path string) string {
	switch {
	case e.Authorisation == "" && strings.HasPrefix(path, "/application"):
		return path
	case e.Authorisation == "":
		return "/application"
	case strings.HasPrefix(path, "/application/assets/"):
		i, _, _ := strings.Cut(strings.TrimPrefix(path, "/application/assets/"), "/")
		return rule.Pointer("assets", i)
	}
	return "/authorisation"
}

// traded is a supply as the rules of paid and free use see it.
func traded(s authorization.Supply) trade.Supply {
	a := s.Application
	t := trade.Supply{ID: a.Number, Object: trade.Resource, Purpose: purposeOf(a.Purpose), Charge: trade.Charge(a.Payment), On: s.On, Supplier: a.Holder.Name, Recipient: s.To}
	t.Public = record.Some(false)
	for _, l := range a.Assets {
		t.Assets = append(t.Assets, l.Asset)
		if l.Public.Or(a.Holder.Entity.Public()) {
			t.Public = record.Some(true)
		}
	}
	conditions := a.Conditions
	for _, x := range s.Authorizations {
		if n := x.Agreement().Number; conditions == "" && n != "" {
			conditions = n
		}
	}
	if conditions != "" {
		t.Conditions = []trade.Condition{{Kind: "other", Text: conditions}}
	}
	return t
}

// purposeOf is a purpose in the words of trade, which tells industry and sector
// apart.
func purposeOf(p authorization.Purpose) trade.Purpose {
	switch p {
	case authorization.Governance:
		return trade.Governance
	case authorization.Welfare:
		return trade.Welfare
	case authorization.Industry:
		return trade.Industry
	}
	return ""
}

// secure asks whether data assets may secure a debt.
func (b *builder) secure(e Secured) {
	g := e.Guarantee
	g.Holder, g.Assets = b.unit.Inventory.Holder, slices.Clone(g.Assets)
	c := g.Holder.Context()
	c.At = g.On
	found := authorization.GuaranteeRules().Review(g, c)
	for _, f := range found.Findings {
		b.add(f, f.Path)
	}
	if found.Err() == nil {
		b.unit.Guarantees = append(b.unit.Guarantees, g)
	}
}
