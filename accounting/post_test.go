package accounting_test

import (
	"errors"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// What a rule forbids is refused with that rule, whichever row it stands on; a
// kind that nobody has is not.
func TestRefusedKinds(t *testing.T) {
	basis := map[rule.ID]rule.Clause{
		"test.reversed": rule.In("企业会计准则第8号", "第17条"), "test.nominalAmortised": rule.In("财会〔2016〕12号", "第16条"),
	}
	refused := func(id rule.ID) accounting.Refused {
		return accounting.Refused{ID: id, Title: both("被禁止的", "what is forbidden"), Rule: rule.Rule{
			ID: id + "Rule", Title: both("不得入账 "+string(id), "not booked "+string(id)), Basis: []rule.Clause{basis[id]},
		}}
	}
	table, err := events(t).With(accounting.Events{Refused: []accounting.Refused{refused("test.reversed"), refused("test.nominalAmortised")}})
	require.NoError(t, err)
	e := accounting.Event{ID: "X-1", On: day(3, 1), Entity: rule.Administrative, Parts: []accounting.Part{{Asset: "A"}}}
	for kind, clause := range basis {
		e.Kind = kind
		_, err := table.Post(e)
		require.ErrorIs(t, err, rule.ErrNotAllowed)
		fault, ok := errors.AsType[*accounting.EventError](err)
		require.True(t, ok)
		require.Equal(t, kind+"Rule", fault.Rule)
		require.Equal(t, []rule.Clause{clause}, fault.Basis)
		require.Equal(t, "not booked "+string(kind), fault.Want.EN)
	}
	e.Kind = "test.nobody"
	_, err = table.Post(e)
	require.NotErrorIs(t, err, rule.ErrNotAllowed)
	require.ErrorContains(t, err, "a kind of the table of events")
}

// A residual value rests on one of two documents (CAS 6 第18条), where the system
// asks for one; none needs none.
func TestResidualRestsOnDocuments(t *testing.T) {
	asks, err := events(t).With(accounting.Events{Residual: accounting.Residual{Documents: []string{"购买承诺", "活跃市场报价"}, Rule: rule.Rule{
		ID: "test.residual", Title: both("残值", "residual value"), Basis: []rule.Clause{rule.In("财会〔2006〕3号", "第18条")},
	}}})
	require.NoError(t, err)
	for _, c := range []struct {
		table     *accounting.Table
		residual  string
		documents []string
		fits      bool
	}{
		{asks, "5.00", nil, false},
		{asks, "0.01", []string{"合同"}, false},
		{asks, "5.00", []string{"合同", "活跃市场报价"}, true},
		{asks, "5.00", []string{"购买承诺"}, true},
		{asks, "0.00", nil, true},
		{asks, "", nil, true},
		{events(t), "5.00", nil, true},
	} {
		terms := life(36, month(2026, 3))
		if c.residual != "" {
			terms.Residual = money.MustParse(c.residual)
		}
		_, err := c.table.Post(accounting.Event{
			ID: "WG-1", Kind: "test.surplus", On: day(3, 10), Entity: rule.Administrative, Documents: c.documents,
			Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——甲", Terms: terms, Amounts: amounts("cost", "36")}},
		})
		if c.fits {
			require.NoError(t, err, c)
			continue
		}
		require.ErrorIs(t, err, rule.ErrNotAllowed)
		fault, ok := errors.AsType[*accounting.EventError](err)
		require.True(t, ok)
		require.Equal(t, rule.ID("test.residual"), fault.Rule)
		require.Equal(t, "no residual value of A, or one of the documents: 购买承诺, 活跃市场报价", fault.Want.EN)
	}
}

// An event that counts the life from its booking takes no month before that,
// though it happened earlier; what is not amortised has no month.
func TestOnward(t *testing.T) {
	typ := rows().Types[2] // found
	typ.Onward = true
	table, err := events(t).With(accounting.Events{Types: []accounting.EventType{typ}})
	require.NoError(t, err)
	for _, c := range []struct {
		terms accounting.Terms
		fits  bool
	}{
		{life(36, month(2025, 12)), false},
		{life(36, month(2026, 2)), false},
		{life(36, month(2026, 3)), true},
		{life(36, month(2026, 4)), true},
		{accounting.Terms{Measured: accounting.AtNominal}, true},
		{accounting.Terms{Measured: accounting.AtCost, Indefinite: true}, true},
	} {
		_, err := table.Post(accounting.Event{
			ID: "PY-1", Kind: "test.surplus", On: calendar.MustDate(2025, 12, 20), Booked: calendar.MustDate(2026, 3, 2), Entity: rule.Administrative,
			Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——甲", Terms: c.terms, Amounts: amounts("cost", "1")}},
		})
		if c.fits {
			require.NoError(t, err, c.terms)
		} else {
			require.ErrorContains(t, err, "a life of A from the month of booking on")
		}
	}
}

// A choice that the law leaves open stands on the voucher with the code taken,
// in both languages; a fact that is no choice does not.
func TestChoiceOnVoucher(t *testing.T) {
	choice := rows().Facts[2] // certified: yes, no
	choice.Judgement = both("进项税额是否已认证", "whether input tax is certified")
	table, err := events(t).With(accounting.Events{Facts: []accounting.Fact{choice}})
	require.NoError(t, err)
	e := accounting.Event{
		ID: "WG-1", Kind: "test.purchase", On: day(3, 1), Entity: rule.PublicInstitution, Facts: map[string]string{"payment": "bank"},
		Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——甲", Terms: life(60, month(2026, 3)), Amounts: amounts("cost", "50000", "vat", "3000")}},
	}
	for given, want := range map[string]rule.Text{
		"": both("进项税额是否已认证：是", "whether input tax is certified: yes"), "no": both("进项税额是否已认证：否", "whether input tax is certified: no"),
	} {
		e.Facts["certified"] = given
		p, err := table.Post(e)
		require.NoError(t, err)
		require.Equal(t, want, p.Vouchers[0].Entry().Judgement)
	}
	p, err := events(t).Post(e)
	require.NoError(t, err)
	require.Empty(t, p.Vouchers[0].Entry().Judgement)
}

// A requirement that is not met refuses the event with its own words and clauses;
// any of several conditions meets it.
func TestRequirements(t *testing.T) {
	typ := rows().Types[0] // bought
	typ.Requires = []accounting.Requirement{{
		Condition: accounting.Any(accounting.Amounts("cost >= 1000.00"), accounting.Not(accounting.Is("use", "duty"))),
		Want:      both("达到标准的成本", "a cost of the threshold"), Basis: []rule.Clause{rule.In("财会〔2017〕25号", "1701")},
	}}
	table, err := events(t).With(accounting.Events{Types: []accounting.EventType{typ}})
	require.NoError(t, err)
	for _, c := range []struct {
		cost, use string
		fits      bool
	}{{"1000.00", "duty", true}, {"999.99", "duty", false}, {"999.99", "", false}, {"999.99", "management", true}, {"1000.01", "management", true}} {
		_, err := table.Post(accounting.Event{
			ID: "WG-1", Kind: "test.purchase", On: day(3, 1), Entity: rule.PublicInstitution, Facts: map[string]string{"payment": "bank", "use": c.use},
			Parts: []accounting.Part{{Asset: "A", Detail: "数据资产——甲", Terms: life(60, month(2026, 3)), Amounts: amounts("cost", c.cost)}},
		})
		if c.fits {
			require.NoError(t, err, c)
			continue
		}
		fault, ok := errors.AsType[*accounting.EventError](err)
		require.True(t, ok, c)
		require.Equal(t, "a cost of the threshold", fault.Want.EN)
		require.Equal(t, []rule.Clause{rule.In("财会〔2017〕25号", "1701")}, fault.Basis)
	}
}
