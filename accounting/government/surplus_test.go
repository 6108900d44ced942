package government_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	transport = government.Unit{Name: "自治区交通运输厅", Entity: rule.Administrative, Authority: rule.RegionLevel, Finance: "自治区财政厅"}
	guilin    = government.Unit{Name: "桂林市财政局", Entity: rule.Administrative, Authority: rule.CityLevel, Finance: "桂林市财政局"}
	region    = government.Unit{Name: "自治区财政厅", Entity: rule.Administrative, Authority: rule.RegionLevel, Finance: "自治区财政厅"}
)

func surplus(u government.Unit, assets ...string) government.Surplus {
	s := government.Surplus{ID: "PY-2025-01", On: calendar.MustDate(2025, 6, 30), Unit: u}
	for _, a := range assets {
		s.Items = append(s.Items, government.Item{Asset: a, Detail: "数据资产——" + a, Why: government.Statements{
			NoVoucher: "历年自行采集，无凭据", NoAppraisal: "未评估", NoReplacement: "无同类数据可参照", Reason: "自行形成",
		}})
	}
	return s
}

func approval(body string) accounting.Approval {
	return accounting.Approval{Body: body, On: calendar.MustDate(2025, 8, 20), Number: "示例批复〔2025〕1号"}
}

// Three assets of a transport department: 3 × 1.00. 财会〔2017〕25号: 1902 四(二)
// 1(1) 借1701 贷1902; 1(2) 借1902 贷3501; 3501 二 借3501 贷3001. No money moves,
// so that the budgetary book has nothing.
func TestSurplusByHand(t *testing.T) {
	s := surplus(transport, "JT-01", "JT-02", "JT-10")
	found, err := government.Policy{}.Found(s)
	require.NoError(t, err)
	require.Equal(t, government.SurplusFound, rule.ID(found.Kind))
	require.Equal(t, s.On, found.On)
	require.Len(t, found.Vouchers, 1)
	require.Equal(t, "借1701 1.00，借1701 1.00，借1701 1.00，贷1902 3.00", found.Vouchers[0].String(), "each asset under its own detail account")

	approved, err := government.Policy{}.Approved(s, approval("自治区财政厅"))
	require.NoError(t, err)
	require.Len(t, approved, 2)
	require.Equal(t, "借1902 3.00，贷3501 3.00", approved[0].Vouchers[0].String())
	require.Equal(t, "借3501 3.00，贷3001 3.00", approved[1].Vouchers[0].String())
	for _, p := range approved {
		require.Len(t, p.Vouchers, 1)
		require.Equal(t, calendar.MustDate(2025, 8, 20), p.On, "3501 has no balance: carried over with the approval")
		require.Equal(t, "示例批复〔2025〕1号", p.Vouchers[0].Entry().Approval.Number)
	}

	j := accounting.NewJournal()
	require.NoError(t, j.Post(0, append([]accounting.Posting{found}, approved...)...))
	balances, err := j.TrialBalance(government.Chart(), calendar.Date{})
	require.NoError(t, err)
	net := map[string]string{}
	for _, b := range balances {
		require.Equal(t, accounting.Financial, b.Account.Book)
		net[b.Account.Code] = b.Net.String()
	}
	require.Equal(t, map[string]string{"1701": "3.00", "1902": "0.00", "3501": "0.00", "3001": "3.00"}, net)
	before, err := j.TrialBalance(government.Chart(), calendar.MustDate(2025, 8, 19))
	require.NoError(t, err)
	require.Equal(t, "-3.00", before[1].Net.String(), "1902 stands in credit until the approval")
}

// The fourth tier is reached only after three refusals, and the reason is
// disclosed: one statement missing of one asset refuses the whole surplus.
func TestStatementsRequired(t *testing.T) {
	for name, take := range map[string]func(*government.Statements){
		"no voucher":     func(w *government.Statements) { w.NoVoucher = "" },
		"no appraisal":   func(w *government.Statements) { w.NoAppraisal = " \t" },
		"no replacement": func(w *government.Statements) { w.NoReplacement = "\u3000" },
		"reason":         func(w *government.Statements) { w.Reason = "" },
	} {
		s := surplus(transport, "JT-01", "JT-02")
		take(&s.Items[1].Why)
		p, err := government.Policy{}.Found(s)
		refusal, ok := errors.AsType[*government.Refusal](err)
		require.True(t, ok, "%s: %v", name, err)
		assert.ErrorIs(t, err, rule.ErrNotAllowed)
		assert.Equal(t, rule.ID("government.nominal-has-statements"), refusal.Rule.ID)
		assert.Equal(t, "JT-02", refusal.Asset)
		assert.Contains(t, refusal.Rule.Basis, rule.In("财会〔2016〕12号", "第25条"))
		assert.Empty(t, p.Vouchers)
	}
}

// P18: who may approve whose surplus.
func TestOwnApproval(t *testing.T) {
	for _, c := range []struct {
		name    string
		policy  rule.OwnApproval
		unit    government.Unit
		body    string
		allowed bool
		noted   bool
	}{
		{"a department's, by the region's finance department", rule.RequireOther, transport, "自治区财政厅", true, false},
		{"a department's own: it is no finance department", rule.RequireOther, transport, transport.Name, false, false},
		{"a city bureau's own", rule.RequireOther, guilin, guilin.Name, false, false},
		{"a city bureau's, by its government", rule.RequireOther, guilin, "桂林市人民政府", true, false},
		{"a city bureau's own, allowed by policy", rule.AllowOwn, guilin, guilin.Name, true, true},
		{"the region's finance department's own", rule.RequireOther, region, region.Name, true, true},
		{"the region's finance department's own, by policy", rule.AllowOwn, region, region.Name, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			postings, err := government.Policy{OwnApproval: c.policy}.Approved(surplus(c.unit, "A-1"), approval(c.body))
			if !c.allowed {
				refusal, ok := errors.AsType[*government.Refusal](err)
				require.True(t, ok, "%v", err)
				require.Equal(t, rule.ID("government.not-own-approval"), refusal.Rule.ID)
				require.Equal(t, rule.Judgement, refusal.Rule.Evidence, "the law is silent")
				require.Empty(t, postings)
				return
			}
			require.NoError(t, err)
			for _, p := range postings {
				note := p.Vouchers[0].Entry().Judgement
				approved, _ := government.Events().Type(government.SurplusApproved)
				require.Equal(t, c.noted, len(note.ZH) > len(approved.Judgement.ZH))
				require.NotEmpty(t, note.EN)
			}
		})
	}
}

func TestSurplusRefused(t *testing.T) {
	enterprise, twice := transport, surplus(transport, "JT-01", "JT-01")
	enterprise.Entity = rule.Enterprise
	early, late, unnumbered := approval("自治区财政厅"), approval("自治区财政厅"), approval("自治区财政厅")
	early.On, late.On, unnumbered.Number = calendar.MustDate(2025, 6, 29), calendar.Date{}, ""
	noID, noDay, noDetail := surplus(transport, "JT-01"), surplus(transport, "JT-01"), surplus(transport, "JT-01")
	noID.ID, noDay.On, noDetail.Items[0].Detail = "", calendar.Date{}, ""
	for _, c := range []struct {
		name, want string
		surplus    government.Surplus
		approval   accounting.Approval
	}{
		{"of an enterprise", "not one of kind enterprise", surplus(enterprise, "BG-01"), accounting.Approval{}},
		{"of nothing", "an asset at least", surplus(transport), accounting.Approval{}},
		{"twice", "JT-01 once", twice, accounting.Approval{}},
		{"without an id", "an id", noID, accounting.Approval{}},
		{"on no day", "the day it happened", noDay, accounting.Approval{}},
		{"without a detail account", "detail account of JT-01", noDetail, accounting.Approval{}},
		{"approved before it was found", "not before 2025-06-30", surplus(transport, "JT-01"), early},
		{"approved on no day", "the day it happened", surplus(transport, "JT-01"), late},
		{"approved without a number", "body, date and number", surplus(transport, "JT-01"), unnumbered},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := government.Policy{}.Found(c.surplus)
			if c.approval.Body != "" {
				require.NoError(t, err)
				_, err = government.Policy{}.Approved(c.surplus, c.approval)
			}
			fault, ok := errors.AsType[*accounting.EventError](err)
			require.True(t, ok, "%v", err)
			require.Contains(t, fault.Want.EN, c.want)
		})
	}
}

// Institutions keep the same accounts (财会〔2017〕25号 applies to both).
func TestSurplusOfInstitutions(t *testing.T) {
	for _, e := range []rule.Entity{rule.PublicInstitution, rule.CivilServiceInstitution} {
		u := transport
		u.Entity = e
		_, err := government.Policy{}.Found(surplus(u, "JT-01"))
		require.NoError(t, err, e)
	}
}

// What comes with its place in the law: every account, event and rule; where
// the law is silent the row says so; no enterprise books by this table.
func TestCatalogue(t *testing.T) {
	for _, a := range government.Chart().Accounts() {
		assert.NotEmpty(t, a.Basis, a.Code)
		assert.NotContains(t, a.Entities, rule.Enterprise, a.Code)
	}
	n := 0
	for e := range government.Events().Types() {
		n++
		assert.NotEmpty(t, e.Entities, e.ID)
		assert.NotContains(t, e.Entities, rule.Enterprise, e.ID)
	}
	c := government.Catalogue()
	require.NoError(t, c.Check())
	for _, d := range government.Definitions() {
		n += len(d.Items())
	}
	assert.Len(t, c.Items, n)
	sets := slices.Concat(government.BookingRules().Rules(), government.AmortisationRules().Rules(), government.ChangeRules().Rules(),
		government.YearEndRules().Rules(), government.NotesRules().Rules())
	assert.Len(t, c.Rules, len(sets)+3, "and three that its functions judge: another's approval, its own data, the method of appraisal")
}

// The tables hold nothing that no event uses.
func TestNothingUnused(t *testing.T) {
	inputs, facts := map[string]bool{}, map[string]bool{}
	for e := range government.Events().Types() {
		in, fs := government.Events().Asks(e.ID)
		for _, i := range in {
			inputs[i.Name] = true
		}
		for _, f := range fs {
			facts[f.Key] = true
		}
	}
	for _, name := range government.Inputs() {
		assert.True(t, inputs[name], "no event uses the input %s", name)
	}
	for _, key := range government.Facts() {
		assert.True(t, facts[key], "no event asks for the fact %s", key)
	}
}

// The only events whose balance cannot be proven for all amounts are those whose
// lines depend on whether another asset's amortisation is collected; they balance
// when posted, with and without it.
func TestUnproven(t *testing.T) {
	require.Equal(t, []rule.ID{"government.research-spent", "government.development-spent"}, government.Events().Unproven())
}
