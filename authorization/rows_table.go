package authorization

import "github.com/dataasset-go/dataasset/rule"

// path is how the procedures of a regime run; rows makes its state table.
type path struct {
	kinds []string // procedures
	steps []move   // from one stage to the next, of every kind
	open  []move   // what any stage takes, and where it leads
	held  []move   // what is done while the grant is in force, whatever procedure is open
	basis map[string][]rule.Clause
	why   map[string]rule.Text // judgements
}

// move is one row before it is written out for every kind: from and to are
// stages; "" is where the kind begins, done is where it leads.
type move struct {
	from    string
	command string
	to      string
	key     string // of its basis and judgement; "" is the command
	zh, en  string
	guards  []rule.ID
}

// done is where a completed procedure leads, same where a step stays.
const (
	done = "*done"
	same = "*same"
)

// idle is where a procedure of a kind begins, and where it returns to.
func idle(kind string) rule.Position {
	if kind == Grant || kind == Disposing {
		return rule.Position{Status: None}
	}
	return rule.Position{Status: Granted}
}

func at(kind, stage string) rule.Position {
	switch stage {
	case "":
		return idle(kind)
	case done:
		return rule.Position{Status: Granted}
	case Withdrawn, Terminated, Disposed:
		return rule.Position{Status: stage}
	}
	return rule.Position{Status: idle(kind).Status, Procedure: kind, Stage: stage}
}

// row writes one move out.
func (p path) row(from rule.Position, m move, to rule.Position) rule.Transition {
	key := m.key
	if key == "" {
		key = m.command
	}
	basis, ok := p.basis[key]
	if !ok {
		basis = p.basis[""]
	}
	return rule.Transition{
		From: from, Command: m.command, To: to, Title: text(m.zh, m.en), Basis: basis, Judgement: p.why[key],
		Guards: append([]rule.ID{guardDates, guardRole}, m.guards...),
	}
}

// stages lists the stages of the path, in the order of its steps.
func (p path) stages() []string {
	var all []string
	seen := map[string]bool{"": true, done: true, same: true, Withdrawn: true, Terminated: true, Disposed: true}
	for _, m := range p.steps {
		for _, s := range []string{m.from, m.to} {
			if !seen[s] {
				seen[s] = true
				all = append(all, s)
			}
		}
	}
	return all
}

// rows writes the table out: by procedure, then what is done while the grant is
// in force.
func (p path) rows() []rule.Transition {
	var all []rule.Transition
	held := []rule.Position{{Status: Granted}}
	for _, kind := range p.kinds {
		for _, m := range p.steps {
			if m.command == "draft" {
				m.command, m.key = "draft."+kind, kind
			}
			all = append(all, p.row(at(kind, m.from), m, p.to(kind, m)))
		}
		for _, stage := range p.stages() {
			for _, m := range p.open {
				m.from = stage
				all = append(all, p.row(at(kind, stage), m, p.to(kind, m)))
			}
			if idle(kind).Status == Granted {
				held = append(held, at(kind, stage))
			}
		}
	}
	for _, from := range held {
		for _, m := range p.held {
			to := from
			if m.to != same {
				to = rule.Position{Status: m.to}
			}
			all = append(all, p.row(from, m, to))
		}
	}
	return all
}

func (p path) to(kind string, m move) rule.Position {
	if m.to == same {
		return at(kind, m.from)
	}
	return at(kind, m.to)
}

// grants is the kinds of procedure on a grant.
func grants() []string { return []string{Grant, Amendment, Renewal} }

// drafting is how a procedure is opened and its papers replaced.
func drafting(guards ...rule.ID) []move {
	return []move{
		{"", "draft", Drafted, "", "拟办", "draft", guards},
		{Drafted, "draft", Drafted, "", "更换材料", "other papers", guards},
	}
}

// supervision is what is done while a grant is in force.
func supervision() []move {
	return []move{
		{"", "evaluate", same, "", "定期评估", "evaluated", []rule.ID{guardEvaluated}},
		{"", "adjust", same, "", "动态调整：收回部分授权", "adjusted: a part taken back", []rule.ID{guardNarrows, guardGround}},
		{"", "withdraw", Withdrawn, "", "收回授权", "withdrawn", []rule.ID{guardGround}},
		{"", "end", Terminated, "", "终止", "ended", []rule.ID{guardEnd}},
		{"", "giveConsent", same, "", "提供单位同意", "consent of the provider", []rule.ID{guardProvider}},
	}
}

// opened is what any stage of a procedure on a grant takes.
func opened() []move {
	return []move{{"", "retract", "", "", "撤回", "retracted", nil}}
}

// consenting is consent during a procedure for a first grant; on a grant in
// force it is part of supervision.
func consenting(all []rule.Transition, p path) []rule.Transition {
	for _, stage := range p.stages() {
		from := at(Grant, stage)
		all = append(all, p.row(from, move{"", "giveConsent", same, "", "提供单位同意", "consent of the provider", []rule.ID{guardProvider}}, from))
	}
	return all
}

// useRows is the state table of asset use: collective decision, review by the
// competent department, approval by the finance department.
func useRows() []rule.Transition {
	p := path{
		kinds: grants(), open: opened(), held: supervision(),
		steps: append(drafting(guardRegime, guardParties, guardHeld),
			move{Drafted, "decide", Decided, "", "集体决策", "decided collectively", use(guardDecision)},
			move{Decided, "submit", Submitted, "", "报送", "submitted", nil},
			move{Submitted, "review", Reviewed, "", "主管部门审核", "reviewed by the competent department", []rule.ID{guardAbove, guardOwn}},
			move{Submitted, "approve", done, "first", "财政部门审批（无上级主管部门）", "approved by the finance department; no department above", approval(guardNoneAbove)},
			move{Reviewed, "approve", done, "", "财政部门审批", "approved by the finance department", approval()},
			move{Submitted, "return", Drafted, "", "退回", "returned", nil},
			move{Reviewed, "return", Drafted, "", "退回", "returned", nil},
			move{Submitted, "reject", "", "", "不予批准", "refused", nil},
			move{Reviewed, "reject", "", "", "不予批准", "refused", nil},
		),
		basis: map[string][]rule.Clause{
			"": gx("4.5.2"), Grant: law(gx("4.5.2", "4.5.8"), in(regulation, "第19条")), "decide": law(gx("4.5.8", "5.3.6"), in(regulation, "第19条")),
			"review": gx("4.5.2"), "approve": law(gx("4.5.2"), in("广西壮族自治区人民政府令第68号", "第4条(二)")), "evaluate": gx("4.5.5"), "adjust": gx("4.5.5"),
			"withdraw": gx("4.5.5"), "end": gx("4.5.5"), "giveConsent": gx("4.5.1"),
		},
		why: map[string]rule.Text{
			"decide":   text("方案只写审核、审批；集体决策按条例第19条对处置的要求类推", "the plan names review and approval only; the collective decision by analogy with the regulation's article 19 on disposal"),
			"first":    text("一级预算单位自身即主管部门，审核并入集体决策", "a unit of the first level is its own competent department; its review is the collective decision"),
			Amendment:  text("变更、续期的程序无规定，比照首次授权", "nothing is said of amendment and renewal; they go as a first grant does"),
			Renewal:    text("变更、续期的程序无规定，比照首次授权", "nothing is said of amendment and renewal; they go as a first grant does"),
			"return":   text("退回后补充材料再办", "returned papers are completed and decided again"),
			"retract":  text("办结前可撤回", "an application can be retracted until it is completed"),
			"withdraw": text("收回由授予单位决定", "the side that granted withdraws"),
		},
	}
	return consenting(p.rows(), p)
}

// operationRows is the state table of authorised operation by 27号: plan,
// collective decision, adoption, filing, competition, agreement, filing.
func operationRows() []rule.Transition {
	filed := []move{
		{"", "file.plan", same, "", "实施方案备案", "plan filed", []rule.ID{guardFiled}},
		{"", "file.agreement", same, "", "协议备案", "agreement filed", []rule.ID{guardFiled}},
		{"", "disclose", same, "", "年度信息披露", "yearly disclosure", []rule.ID{guardYear}},
	}
	p := path{
		kinds: grants(), open: opened(), held: append(supervision(), filed...),
		steps: append(drafting(guardRegime, guardParties, guardHeld, guardPlan),
			move{Drafted, "decide", Decided, "", "实施方案集体决策", "plan decided collectively", use(guardClassified, guardHarm, guardDecision)},
			move{Decided, "adopt", Adopted, "", "报本级政府审定同意", "adopted by the government of its level", []rule.ID{guardOwn, guardConsent}},
			move{Decided, "return", Drafted, "", "退回", "returned", nil},
			move{Decided, "reject", "", "", "不予同意", "refused", nil},
			move{Adopted, "choose", Chosen, "", "公平竞争选定运营机构", "operator chosen by fair competition", []rule.ID{guardOperator}},
			move{Adopted, "sign", done, "unchosen", "签订协议（无竞争记录）", "agreement signed, no competition on record", agreement(guardYears)},
			move{Chosen, "sign", done, "", "签订协议", "agreement signed", agreement(guardYears, guardChosen)},
		),
		basis: map[string][]rule.Clause{
			"": a27("第11条"), Grant: law(gx("4.5.7"), a27("第8条", "第9条")), Amendment: a27("第11条"), Renewal: a27("第14条"), "decide": law(a27("第11条"), gx("4.5.7")),
			"adopt": law(a27("第3条", "第11条"), gx("4.5.7")), "choose": a27("第12条"), "sign": law(a27("第13条", "第14条"), gx("4.5.7")), "unchosen": a27("第12条", "第13条"),
			"file.plan": a27("第11条"), "file.agreement": a27("第13条"), "disclose": a27("第18条", "第19条"), "evaluate": law(gx("4.5.5"), a27("第14条")),
			"adjust": law(gx("4.5.5"), a27("第14条")), "withdraw": law(gx("4.5.5"), a27("第14条")), "end": a27("第14条"), "giveConsent": law(gx("4.5.1"), a27("第5条")),
		},
		why: map[string]rule.Text{
			"unchosen": text("竞争记录缺失不阻断，给出警告", "a missing record of competition does not block; it warns"),
			Amendment:  text("“较大变更”按原程序办理；收回部分授权不属变更，直接调整", "a larger change goes the same way again; taking a part back is an adjustment and no change of the plan"),
			Renewal:    text("续期超出方案期限，按较大变更办理", "a renewal goes beyond the plan's term, so it is a larger change"),
			"retract":  text("办结前可撤回", "a plan can be retracted until it is completed"),
			"withdraw": text("收回由授权主体决定，实施机构执行", "the grantor withdraws, or the agency on its behalf"),
		},
	}
	all := consenting(p.rows(), p)
	for _, kind := range grants()[:1] { // on a grant in force it is part of held
		for _, stage := range []string{Adopted, Chosen} {
			all = append(all, p.row(at(kind, stage), filed[0], at(kind, stage)))
		}
	}
	return all
}

// enterpriseRows is the state table of an enterprise's own data: its internal
// decision, the investor's approval where its rules ask for it, agreement.
func enterpriseRows() []rule.Transition {
	p := path{
		kinds: grants(), open: opened(), held: supervision(),
		steps: append(drafting(guardRegime, guardParties, guardHeld),
			move{Drafted, "decide", Decided, "", "内部决策", "decided by its own rules", use(guardAffiliate, guardDecision)},
			move{Decided, "approve", Approved, "", "出资人机构批准", "approved by the investor", []rule.ID{guardInvestor, guardReply}},
			move{Decided, "return", Drafted, "", "退回", "returned", nil},
			move{Decided, "reject", "", "", "不予批准", "refused", nil},
			move{Decided, "sign", done, "alone", "签订协议（无须批准）", "agreement signed; no approval needed", agreement(guardNoInvestor)},
			move{Approved, "sign", done, "", "签订协议", "agreement signed", agreement()},
		),
		basis: map[string][]rule.Clause{
			"": gx("4.5.3"), "decide": law(gx("4.5.3"), in(ownership, "第32条", "第33条")), "approve": law(gx("4.5.3"), in(ownership, "第30条")),
			"sign": law(gx("4.5.3"), in(ownership, "第36条")), "alone": law(gx("4.5.3"), in(ownership, "第36条")), "evaluate": gx("4.5.5"), "adjust": gx("4.5.5"),
			"withdraw": gx("4.5.5"), "end": gx("4.5.5"), "giveConsent": gx("4.5.1"),
		},
		why: map[string]rule.Text{
			"": text("方案只写按国资监管规定；环节按企业国有资产法的决策和批准归纳", "the plan refers to the supervision rules; the stages follow the decision and approval of the law on enterprise state-owned assets"),
		},
	}
	for _, key := range []string{"decide", "approve", "sign", "alone", Grant, Amendment, Renewal} {
		p.why[key] = p.why[""]
	}
	return consenting(p.rows(), p)
}

// disposalRows is the state table of an institution's disposal.
func disposalRows() []rule.Transition {
	p := path{
		kinds: []string{Disposing}, open: opened(),
		steps: []move{
			{"", "draftDisposal", Drafted, "", "拟办处置", "draft of a disposal", []rule.ID{guardRegime}},
			{Drafted, "draftDisposal", Drafted, "", "更换材料", "other papers", []rule.ID{guardRegime}},
			{Drafted, "decide", Decided, "", "集体决策", "decided collectively", []rule.ID{guardValued, guardAppraised, guardInvest, guardDecision}},
			{Decided, "submit", Submitted, "", "报送", "submitted", nil},
			{Submitted, "review", Reviewed, "", "主管部门审核", "reviewed by the competent department", []rule.ID{guardAbove, guardOwn}},
			{Submitted, "approve", done, "first", "批复（无上级主管部门）", "written reply; no department above", []rule.ID{guardNoneAbove, guardOwn, guardReply}},
			{Reviewed, "approve", done, "", "批复", "written reply", []rule.ID{guardOwn, guardReply}},
			{Submitted, "return", Drafted, "", "退回", "returned", nil},
			{Reviewed, "return", Drafted, "", "退回", "returned", nil},
			{Submitted, "reject", "", "", "不予批准", "refused", nil},
			{Reviewed, "reject", "", "", "不予批准", "refused", nil},
		},
		held: []move{
			{"", "execute", Disposed, "", "依批复处置，台账、登记、账务同步", "carried out as the reply says; ledger, registration and books follow", []rule.ID{guardFollowed}},
			{"", "end", Terminated, "", "批准后未实施", "approved and not carried out", []rule.ID{guardNotUsed}},
		},
		basis: map[string][]rule.Clause{
			"": law(gx("4.5.8"), in(regulation, "第19条")), "execute": law(gx("4.5.8"), in(regulation, "第19条", "第35条")),
			"approve": law(gx("4.5.8"), in(regulation, "第19条"), in("广西壮族自治区人民政府令第68号", "第4条(二)")),
		},
		why: map[string]rule.Text{
			"first":   text("一级预算单位自身即主管部门，审核并入集体决策", "a unit of the first level is its own competent department; its review is the collective decision"),
			"review":  text("方案未写处置的审批链，与使用审批同", "the plan does not write the chain of a disposal; it is that of use"),
			"retract": text("办结前可撤回", "an application can be retracted until it is completed"),
			"end":     text("批准后未实施的处理无规定", "nothing is said of an approval that is not used"),
		},
	}
	return p.rows()
}

// enterpriseDisposalRows is the state table of an enterprise's disposal.
func enterpriseDisposalRows() []rule.Transition {
	p := path{
		kinds: []string{Disposing}, open: opened(),
		steps: []move{
			{"", "draftDisposal", Drafted, "", "拟办处置", "draft of a disposal", []rule.ID{guardRegime}},
			{Drafted, "draftDisposal", Drafted, "", "更换材料", "other papers", []rule.ID{guardRegime}},
			{Drafted, "decide", Decided, "", "内部决策", "decided by its own rules", []rule.ID{guardValued, guardAppraised, guardAffiliate, guardDecision}},
			{Decided, "approve", done, "", "出资人机构批准", "approved by the investor", []rule.ID{guardInvestor, guardReply}},
			{Decided, "execute", Disposed, "alone", "处置（无须批准）", "carried out; no approval needed", []rule.ID{guardNoInvestor, guardFollowed}},
			{Decided, "return", Drafted, "", "退回", "returned", nil},
			{Decided, "reject", "", "", "不予批准", "refused", nil},
		},
		held: []move{
			{"", "execute", Disposed, "", "处置，台账、登记、账务同步", "carried out; ledger, registration and books follow", []rule.ID{guardFollowed}},
			{"", "end", Terminated, "", "批准后未实施", "approved and not carried out", []rule.ID{guardNotUsed}},
		},
		basis: map[string][]rule.Clause{
			"": law(gx("4.5.3", "4.5.8"), in(ownership, "第30条")), "decide": law(gx("4.5.8"), in(ownership, "第32条", "第47条")),
		},
		why: map[string]rule.Text{
			"end": text("批准后未实施的处理无规定", "nothing is said of an approval that is not used"),
		},
	}
	return p.rows()
}

// use is what is asked of every outside use before it is decided.
func use(more ...rule.ID) []rule.ID {
	return append([]rule.ID{guardPrudence, guardAssessed, guardPersonal, guardImportant, guardSecurity, guardGuarantee, guardTerm}, more...)
}

// approval is what is asked before a use is approved.
func approval(more ...rule.ID) []rule.ID {
	return append(more, guardOwn, guardConsent, guardReply)
}

// agreement is what is asked before an agreement is signed.
func agreement(more ...rule.ID) []rule.ID {
	return append(more, guardFits, guardAgreed, guardTerm, guardRedevelop, guardConsent, guardRegistered)
}
