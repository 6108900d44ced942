package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
)

// Regime is a set of rules of registration: its state table, and what it yields.
type Regime struct {
	id        string
	title     rule.Text
	basis     []rule.Clause
	certifies bool // approval needs the number of a certificate
	machine   *machine.Machine[step]
}

// step is what guards may ask for: the registration before, and the command.
type step struct {
	r Registration
	c Command
}

// FinanceCard is the card that region departments enter in the integrated
// budget system; it yields the data asset certificate, the voucher for
// authorised outside use. The plan sets no stages and no terms: one review is a
// judgement.
func FinanceCard() *Regime { return financeCard() }

// EnterpriseCard is the card that region enterprises keep themselves. It yields
// no certificate of the budget system.
func EnterpriseCard() *Regime { return enterpriseCard() }

// Regimes lists the regimes of this package.
func Regimes() []*Regime { return []*Regime{FinanceCard(), EnterpriseCard()} }

// RegimeFor returns the regime of the plan for a role: departments and city
// bureaus (by reference) use the finance card, enterprises their own.
func RegimeFor(r rule.Role) *Regime {
	if r == rule.RegionEnterprise {
		return EnterpriseCard()
	}
	return FinanceCard()
}

var financeCard = sync.OnceValue(func() *Regime {
	return newRegime("finance-card", text("预算管理一体化系统信息卡片", "card in the integrated budget system"), gx("4.3.3", "4.3.4"), true)
})

var enterpriseCard = sync.OnceValue(func() *Regime {
	return newRegime("enterprise-card", text("企业资产信息卡片", "enterprise information card"), gx("4.3.6", "4.3.4"), false)
})

func newRegime(id string, title rule.Text, basis []rule.Clause, certifies bool) *Regime {
	return &Regime{id, title, basis, certifies, machine.Must(machine.Spec{
		Name: id, Title: title, Initial: rule.Position{Status: None},
		Statuses: statuses(), Procedures: procedures(), Stages: stages(), Terminal: []string{Cancelled},
		Commands: commandCodes(), Rows: rows(basis),
	}, guards()...)}
}

func commandCodes() []rule.Code {
	var codes []rule.Code
	for _, a := range Commands().Definition().Alternatives {
		codes = append(codes, rule.Code{Code: a.Code, Title: a.Title})
	}
	return codes
}

// oneReview is what every row says of the stages.
func oneReview() rule.Text {
	return text("方案未规定卡片登记的环节和时限，默认提交、办结两步", "the plan sets no stages or terms for the card; submission and approval by default")
}

// rows is the state table. Every command keeps the order of dates.
func rows(basis []rule.Clause) []rule.Transition {
	pos := func(status, procedure, stage string) rule.Position {
		return rule.Position{Status: status, Procedure: procedure, Stage: stage}
	}
	row := func(from rule.Position, command string, to rule.Position, title rule.Text, guards ...rule.ID) rule.Transition {
		return rule.Transition{
			From: from, Command: command, To: to, Title: title, Basis: basis, Judgement: oneReview(),
			Guards: append([]rule.ID{"registry.dates-in-order"}, guards...),
		}
	}
	none, registered := pos(None, "", ""), pos(Registered, "", "")
	open := func(kind, stage string) rule.Position {
		if kind == First {
			return pos(None, kind, stage)
		}
		return pos(Registered, kind, stage)
	}
	all := []rule.Transition{
		row(none, "submit", open(First, Submitted), text("首次登记", "first registration"), "registry.same-asset"),
		row(registered, "alter", open(Alteration, Submitted), text("信息变化，变更登记", "information has changed: alteration"), "registry.same-asset"),
		row(registered, "correct", open(Correction, Submitted), text("登记有误，更正登记", "it was wrong: correction"), "registry.same-asset"),
		row(registered, "cancel", open(Cancellation, Submitted), text("损毁灭失等，注销登记", "lost and the like: cancellation")),
	}
	for _, k := range []struct{ kind, again string }{{First, "submit"}, {Alteration, "alter"}, {Correction, "correct"}, {Cancellation, "cancel"}} {
		done, back := registered, none
		if k.kind == Cancellation {
			done = pos(Cancelled, "", "")
		}
		if k.kind != First {
			back = registered
		}
		again := []rule.ID{"registry.same-asset"}
		if k.kind == Cancellation {
			again = nil
		}
		all = append(all,
			row(open(k.kind, Submitted), "approve", done, text("办结", "approved"), "registry.other-person", "registry.certificate-number"),
			row(open(k.kind, Submitted), "return", open(k.kind, Returned), text("退回补正", "returned for completion"), "registry.other-person"),
			row(open(k.kind, Returned), k.again, open(k.kind, Submitted), text("补正后再次提交", "submitted again"), again...),
			row(open(k.kind, rule.Any), "withdraw", back, text("撤回", "withdrawn")),
		)
	}
	return all
}

// guards are the rules that refuse a command.
func guards() []machine.Guard[step] {
	return []machine.Guard[step]{
		{Rule: rule.Rule{
			ID: "registry.dates-in-order", Title: text("步骤日期不早于上一步骤", "a step is not dated before the one before"),
			Basis: gx("4.3.4"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("动态管理的前提", "without it there is no dynamic management"),
		}, Check: datesInOrder},
		{Rule: rule.Rule{
			ID: "registry.same-asset", Title: text("卡片与登记的资产一致", "the card is that of the asset"),
			Basis: gx("4.3.3", "4.3.6"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: sameAsset},
		{Rule: rule.Rule{
			ID: "registry.other-person", Title: text("提交与审核不为同一人", "who submits does not review"),
			Basis: gx("4.3.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("方案未规定，不相容岗位分离", "the plan is silent; incompatible duties are kept apart"),
		}, Check: otherPerson},
		{Rule: rule.Rule{
			ID: "registry.certificate-number", Title: text("办结登记须有证书编号", "approval carries the certificate's number"),
			Basis: gx("4.3.3"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: certificateNumber},
	}
}
