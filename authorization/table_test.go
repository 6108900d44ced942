package authorization_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The state tables written by hand, one line a case: where, command, to. K is
// each kind of procedure listed, IDLE where it begins, DONE where its completion
// leads, STAGE each stage listed. What is not here is refused.

// 桂财资〔2025〕15号 四(五): collective decision, review, approval.
const useTable = `
grant amendment renewal | draft decided submitted reviewed:
IDLE draft.K K/draft
K/draft draft.K K/draft
K/draft decide K/decided
K/decided submit K/submitted
K/submitted review K/reviewed
K/submitted approve DONE
K/reviewed approve DONE
K/submitted return K/draft
K/reviewed return K/draft
K/submitted reject IDLE
K/reviewed reject IDLE
K/STAGE retract IDLE
K/STAGE giveConsent K/STAGE
amendment renewal | draft decided submitted reviewed:
K/STAGE evaluate K/STAGE
K/STAGE adjust K/STAGE
K/STAGE withdraw withdrawn
K/STAGE end terminated
amendment | :
IDLE evaluate IDLE
IDLE adjust IDLE
IDLE withdraw withdrawn
IDLE end terminated
IDLE giveConsent IDLE
`

// 发改数据规〔2025〕27号: 第8、9条 plan, 第11条 decision, adoption and filing, 第12条
// competition, 第13条 agreement and filing, 第18、19条 disclosure.
const operationTable = `
grant amendment renewal | draft decided adopted chosen:
IDLE draft.K K/draft
K/draft draft.K K/draft
K/draft decide K/decided
K/decided adopt K/adopted
K/decided return K/draft
K/decided reject IDLE
K/adopted choose K/chosen
K/adopted sign DONE
K/chosen sign DONE
K/STAGE retract IDLE
K/STAGE giveConsent K/STAGE
grant | adopted chosen:
K/STAGE file.plan K/STAGE
amendment renewal | draft decided adopted chosen:
K/STAGE file.plan K/STAGE
K/STAGE file.agreement K/STAGE
K/STAGE disclose K/STAGE
K/STAGE evaluate K/STAGE
K/STAGE adjust K/STAGE
K/STAGE withdraw withdrawn
K/STAGE end terminated
amendment | :
IDLE file.plan IDLE
IDLE file.agreement IDLE
IDLE disclose IDLE
IDLE evaluate IDLE
IDLE adjust IDLE
IDLE withdraw withdrawn
IDLE end terminated
IDLE giveConsent IDLE
`

// 企业国有资产法: 第32、33条 own decision, 第30条 the investor's approval.
const enterpriseTable = `
grant amendment renewal | draft decided approved:
IDLE draft.K K/draft
K/draft draft.K K/draft
K/draft decide K/decided
K/decided approve K/approved
K/decided return K/draft
K/decided reject IDLE
K/decided sign DONE
K/approved sign DONE
K/STAGE retract IDLE
K/STAGE giveConsent K/STAGE
amendment renewal | draft decided approved:
K/STAGE evaluate K/STAGE
K/STAGE adjust K/STAGE
K/STAGE withdraw withdrawn
K/STAGE end terminated
amendment | :
IDLE evaluate IDLE
IDLE adjust IDLE
IDLE withdraw withdrawn
IDLE end terminated
IDLE giveConsent IDLE
`

// 国务院令第738号 第19条: collective decision, approval, written reply.
const disposalTable = `
disposal | draft decided submitted reviewed:
IDLE draftDisposal K/draft
K/draft draftDisposal K/draft
K/draft decide K/decided
K/decided submit K/submitted
K/submitted review K/reviewed
K/submitted approve DONE
K/reviewed approve DONE
K/submitted return K/draft
K/reviewed return K/draft
K/submitted reject IDLE
K/reviewed reject IDLE
K/STAGE retract IDLE
DONE execute disposed
DONE end terminated
`

const enterpriseDisposalTable = `
disposal | draft decided:
IDLE draftDisposal K/draft
K/draft draftDisposal K/draft
K/draft decide K/decided
K/decided approve DONE
K/decided execute disposed
K/decided return K/draft
K/decided reject IDLE
K/STAGE retract IDLE
DONE execute disposed
DONE end terminated
`

// written expands a table into position + command → position.
func written(table string) map[string]string {
	out := map[string]string{}
	var kinds, stages []string
	for line := range strings.Lines(strings.TrimSpace(table)) {
		line = strings.TrimSpace(line)
		if head, ok := strings.CutSuffix(line, ":"); ok {
			k, s, _ := strings.Cut(head, "|")
			kinds, stages = strings.Fields(k), strings.Fields(s)
			continue
		}
		for _, k := range kinds {
			idle := "granted"
			if k == "grant" || k == "disposal" {
				idle = "none"
			}
			for _, stage := range append([]string{""}, stages...) {
				if (stage == "") == strings.Contains(line, "STAGE") {
					continue
				}
				r := strings.NewReplacer("IDLE", idle, "DONE", "granted", "draft.K", "draft."+k, "K/STAGE", idle+"/"+k+"/"+stage, "K/", idle+"/"+k+"/")
				f := strings.Fields(r.Replace(line))
				out[f[0]+" "+f[1]] = f[2]
			}
		}
	}
	return out
}

// commandNames is every command by the name that the tables give it.
func commandNames() []string {
	return []string{
		"draft.grant", "draft.amendment", "draft.renewal", "draftDisposal", "decide", "submit", "choose", "sign", "file.plan", "file.agreement",
		"retract", "evaluate", "disclose", "adjust", "end", "execute", "giveConsent", "review", "approve", "adopt", "return", "reject", "withdraw",
	}
}

// matter is one made-up matter from which commands are fitted.
type matter struct {
	application authorization.Application
	disposal    authorization.Disposal
}

// fit is a command that no guard refuses where the state table has it, as far as
// the matter lets it through.
func (m matter) fit(a authorization.Authorization, name string) authorization.Command {
	on := a.LastStep()
	if on.IsZero() {
		on = day("2025-12-01")
	}
	h := m.application.Holder
	if m.disposal.Number != "" {
		h = m.disposal.Holder
	}
	act := func(who string) authorization.Act { return authorization.Act{On: on, By: who, Reason: "材料不全"} }
	mine, other := act(h.Name), act("自治区人民政府")
	application := m.application
	kind, _ := strings.CutPrefix(name, "draft.")
	if kind == authorization.Renewal {
		application.To = day("2030-12-31")
	}
	switch name {
	case "draft.grant", "draft.amendment", "draft.renewal":
		return authorization.Draft{Act: mine, Kind: kind, Application: application, Plan: plan(application)}
	case "draftDisposal":
		d := m.disposal
		if d.Number == "" {
			d = disposal(application, authorization.Sale)
		}
		return authorization.DraftDisposal{Act: mine, Disposal: d}
	case "decide":
		return authorization.Decide{Act: mine, Decision: decision}
	case "submit":
		return authorization.Submit{Act: mine}
	case "choose":
		return authorization.Choose{Act: mine, Competition: authorization.Competition{Method: "negotiation", Number: "TP-1", Operator: application.Recipient}}
	case "sign":
		if p := a.Pending(); p.Number != "" {
			application = p
		}
		var ids []string
		for _, l := range application.Assets {
			ids = append(ids, l.Asset)
		}
		g := agreement(application, on.String())
		g.Longer = "示例理由"
		return authorization.Sign{Act: mine, Agreement: g, Vouchers: vouchers("2025-11-30", ids...)}
	case "file.plan":
		return authorization.File{Act: mine, Subject: authorization.FilePlan, To: "自治区数据局"}
	case "file.agreement":
		return authorization.File{Act: mine, Subject: authorization.FileAgreement, To: "自治区数据局"}
	case "retract":
		return authorization.Retract{Act: mine}
	case "giveConsent":
		return authorization.GiveConsent{Act: act("自治区水利厅"), Consent: authorization.Consent{Asset: application.Assets[0].Asset, On: on}}
	case "review":
		return authorization.Review{Act: act("自治区交通运输厅")}
	case "approve":
		return authorization.Approve{Act: act("自治区财政厅"), Approval: approval("示例批复〔2025〕2号")}
	case "adopt":
		return authorization.Adopt{Act: other, Approval: approval("示例函〔2025〕9号")}
	case "return":
		return authorization.Return{Act: other}
	case "reject":
		return authorization.Reject{Act: other}
	case "withdraw":
		return authorization.Withdraw{Act: other, Ground: authorization.OtherGround}
	case "adjust":
		return authorization.Adjust{Act: mine, Ground: authorization.OtherGround, Cuts: []authorization.Cut{{Asset: "JT-06", Areas: []string{"商业地图"}}}}
	}
	return m.fitLater(a, name, act, h.Name)
}

// fitLater is a command of the time after a grant.
func (m matter) fitLater(a authorization.Authorization, name string, act func(string) authorization.Act, holder string) authorization.Command {
	mine := act(holder)
	if mine.On.Before(day("2026-06-30")) && (name == "evaluate" || name == "disclose") {
		mine.On = day("2026-06-30")
	}
	switch name {
	case "evaluate":
		return authorization.Evaluate{Act: mine, Evaluation: authorization.Evaluation{
			From: day("2026-01-01"), To: day("2026-05-31"), Market: authorization.MarketWeak, Passed: yes, Findings: "使用不足", Redeveloped: no, Raw: no,
		}}
	case "disclose":
		d := authorization.Disclosures().Sample()
		return authorization.Disclose{Act: mine, Disclosure: d}
	case "end":
		cause := authorization.ByConsent
		if m.disposal.Number != "" {
			cause = authorization.NotUsed
		}
		return authorization.End{Act: mine, Cause: cause}
	case "execute":
		return authorization.Execute{Act: mine, Execution: authorization.Execution{LedgerOn: mine.On, RegisteredOn: mine.On, BookedOn: mine.On, Voucher: "记-1"}}
	}
	panic(name)
}

// reach brings a matter to every position it can come to. The provider consents to
// every draft, and a grant that is reached is evaluated, so that it can be renewed.
func (m matter) reach(t *testing.T, g *authorization.Regime) map[string]authorization.Authorization {
	t.Helper()
	start := authorization.New(g, "SQ-1")
	found := map[string]authorization.Authorization{start.Position.String(): start}
	for queue := []authorization.Authorization{start}; len(queue) > 0; queue = queue[1:] {
		for _, name := range commandNames() {
			next, _, err := queue[0].Apply(m.fit(queue[0], name))
			if err != nil {
				continue
			}
			if m.disposal.Number == "" && next.Position.Stage == authorization.Drafted {
				next, _ = do(t, next, m.fit(next, "giveConsent"))
			}
			if m.disposal.Number == "" && next.Position.String() == "granted" {
				next, _ = do(t, next, m.fit(next, "evaluate"))
			}
			if _, known := found[next.Position.String()]; !known {
				found[next.Position.String()] = next
				queue = append(queue, next)
			}
		}
	}
	return found
}

func subordinate() authorization.Application {
	h := department()
	h.Name, h.Role, h.Entity, h.Parent = "下属事业单位", rule.NamedSubordinate, rule.PublicInstitution, "自治区交通运输厅"
	a := application(h)
	a.Competent = "自治区交通运输厅"
	return a
}

func enterpriseUse() authorization.Application {
	a := application(group())
	a.Assets[0].Provider = "自治区水利厅"
	return a
}

func disposal(a authorization.Application, kind authorization.DisposalKind) authorization.Disposal {
	return authorization.Disposal{
		Number: "CZ-1", On: day("2025-12-01"), Holder: a.Holder, Kind: kind, Recipient: "某公司", Reason: "不再使用", Competent: a.Competent,
		ValuedOn: day("2025-11-30"), AppraisedOn: day("2025-11-30"), Appraised: money.MustParse("360000.00"), Price: money.MustParse("381600.00"),
		Assets: []authorization.DisposalLine{{Asset: "JT-02", Name: "JT-02", Booked: yes, Cost: money.MustParse("1.00"), Registered: yes}},
	}
}

// Every position × every command, in every regime: what is allowed and where it
// leads, what is refused, why, and what would be allowed.
func TestWholeTable(t *testing.T) {
	first, above := application(department()), subordinate()
	free, asks := enterpriseUse(), enterpriseUse()
	asks.Investor = yes
	for _, a := range []*authorization.Application{&first, &above} {
		a.Assets[0].Provider = "自治区水利厅"
	}
	companies, asking := disposal(free, authorization.Sale), disposal(free, authorization.Sale)
	asking.Investor = yes
	for name, tt := range map[string]struct {
		regime  *authorization.Regime
		matter  matter
		table   string
		guards  map[string]rule.ID // rows that the guards refuse for such a matter, by stage and command
		missing []string           // positions it does not come to, by stage
	}{
		"use, first level": {authorization.AssetUse(), matter{application: first}, useTable, map[string]rule.ID{"submitted review": "authorization.competent-department"}, []string{"reviewed"}},
		"use, with a department above": {authorization.AssetUse(), matter{application: above}, useTable, map[string]rule.ID{
			"submitted approve": "authorization.no-department-above",
		}, nil},
		"operation":                     {authorization.AuthorisedOperation(), matter{application: first}, operationTable, nil, nil},
		"enterprise":                    {authorization.EnterpriseUse(), matter{application: free}, enterpriseTable, map[string]rule.ID{"decided approve": "authorization.investor-approval"}, []string{"approved"}},
		"enterprise, with its investor": {authorization.EnterpriseUse(), matter{application: asks}, enterpriseTable, map[string]rule.ID{"decided sign": "authorization.no-investor-approval"}, nil},
		"disposal, first level": {authorization.AssetDisposal(), matter{application: first, disposal: disposal(first, authorization.Sale)}, disposalTable, map[string]rule.ID{
			"submitted review": "authorization.competent-department",
		}, []string{"reviewed"}},
		"disposal, with a department above": {authorization.AssetDisposal(), matter{application: above, disposal: disposal(above, authorization.Sale)}, disposalTable, map[string]rule.ID{
			"submitted approve": "authorization.no-department-above",
		}, nil},
		"disposal of an enterprise":                    {authorization.EnterpriseDisposal(), matter{application: free, disposal: companies}, enterpriseDisposalTable, map[string]rule.ID{"decided approve": "authorization.investor-approval"}, []string{"granted", "terminated"}},
		"disposal of an enterprise, with its investor": {authorization.EnterpriseDisposal(), matter{application: free, disposal: asking}, enterpriseDisposalTable, map[string]rule.ID{"decided execute": "authorization.no-investor-approval"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			table := written(tt.table)
			require.Len(t, tt.regime.Rows(), len(table), "every row of the code is in the table")
			all := tt.matter.reach(t, tt.regime)
			for _, p := range tt.regime.Positions() {
				a, reached := all[p.String()]
				if !reached {
					last := p.Stage
					if last == "" {
						last = p.Status
					}
					require.Contains(t, tt.missing, last, p)
					continue
				}
				for _, command := range commandNames() {
					c := tt.matter.fit(a, command)
					next, events, err := a.Apply(c)
					to, ok := table[p.String()+" "+command]
					guard := tt.guards[p.Stage+" "+command]
					if ok && guard == "" {
						require.NoError(t, err, "%s %s", p, command)
						assert.Equal(t, to, next.Position.String(), "%s %s", p, command)
						require.Len(t, events, 1)
						row, found := tt.regime.Row(events[0])
						require.True(t, found)
						assert.NotEmpty(t, row.Basis)
						continue
					}
					refusal := refused(t, a, c)
					assert.Equal(t, a.Allowed(authorization.ActOf(c).On), refusal.Allowed)
					if ok {
						assert.Equal(t, guard, refusal.Rule, "%s %s", p, command)
						assert.NotEmpty(t, refusal.Basis)
						continue
					}
					assert.Empty(t, refusal.Rule, "%s %s", p, command)
					assert.NotContains(t, refusal.Allowed, command)
				}
			}
		})
	}
}

// The drawings and lists that other packages read.
func TestRegimes(t *testing.T) {
	for _, g := range authorization.Regimes() {
		drawing := g.Mermaid(rule.Chinese)
		assert.True(t, strings.HasPrefix(drawing, "stateDiagram-v2\n    state \"未授权\" as s0\n"), g.ID())
		assert.Equal(t, len(g.Rows())+1, strings.Count(drawing, " --> ")-strings.Count(drawing, " --> [*]"), "one arrow a row, and one to begin")
		for _, p := range g.Positions() {
			assert.NotEqual(t, p.String(), g.Describe(p).ZH)
		}
		for _, c := range g.Commands() {
			assert.NotEmpty(t, c.Title.EN)
		}
		assert.NotEmpty(t, g.Title().EN)
	}
	assert.Same(t, authorization.AssetDisposal(), authorization.DisposalRegime(department()))
	assert.Same(t, authorization.EnterpriseDisposal(), authorization.DisposalRegime(group()))
	own := department()
	own.Entity, own.OwnSystem = rule.PublicInstitution, yes
	assert.Same(t, authorization.EnterpriseDisposal(), authorization.DisposalRegime(own), "国务院令第738号 第58条")
	require.NoError(t, authorization.Catalogue().Check())
}

// A voucher is what a registration shows on a day.
func TestVoucherOf(t *testing.T) {
	r := registered(t, "JT-02", "2025-12-15")
	_, ok := authorization.VoucherOf(r, day("2025-12-14"))
	assert.False(t, ok)
	v, ok := authorization.VoucherOf(r, day("2025-12-15"))
	require.True(t, ok)
	assert.Equal(t, authorization.Voucher{Asset: "JT-02", Regime: "finance-card", Number: "ZS-JT-02", RegisteredOn: day("2025-12-15")}, v)
	_, ok = authorization.VoucherOf(registry.New(registry.FinanceCard(), "JT-02"), calendar.MustDate(2026, 1, 1))
	assert.False(t, ok)
}
