package registry

import "github.com/dataasset-go/dataasset/rule"

// plan says how the procedures of a regime run; rows makes its state table.
type plan struct {
	kinds    []string // procedures
	full     bool     // acceptance and formal review, not one step of approval
	noticed  []string // procedures with public notice
	registry bool     // the registry may revoke, and cancels on expiry
	basis    map[string][]rule.Clause
	why      map[string]rule.Text // judgements
}

// opening is the command that hands in each kind of procedure.
func opening(kind string) string {
	switch kind {
	case Alteration:
		return "alter"
	case Correction:
		return "correct"
	case Cancellation:
		return "cancel"
	case Renewal:
		return "renew"
	}
	return "submit"
}

// SimpleRows returns a state table of one review: submission, approval or
// return, for first registration, alteration, correction and cancellation. A
// caller's regime begins with it or with [FullRows].
func SimpleRows(basis []rule.Clause, judgement rule.Text) []rule.Transition {
	p := plan{
		kinds: []string{First, Alteration, Correction, Cancellation},
		basis: map[string][]rule.Clause{"": basis}, why: map[string]rule.Text{"": judgement},
	}
	return p.rows()
}

// FullRows returns the state table of the national measures (发改数据规〔2025〕26号):
// application, acceptance, formal review, public notice, code; objection;
// renewal, revocation and cancellation on expiry. Every row cites its article.
func FullRows() []rule.Transition { return nationalPlan().rows() }

func nationalPlan() plan {
	return plan{
		kinds: []string{First, Alteration, Correction, Cancellation, Renewal}, full: true,
		noticed: []string{First, Alteration, Renewal}, registry: true,
		basis: map[string][]rule.Clause{
			"": r26("第8条"), "draft": r26("第7条"), First: r26("第7条", "第9条"), Alteration: r26("第9条"), Correction: r26("第9条"),
			Cancellation: r26("第9条(四)"), Renewal: r26("第15条"), "accept": r26("第10条"), "return": r26("第10条"), "reject": r26("第10条"),
			"examine": r26("第11条"), "explain": r26("第11条"), "refuse": r26("第11条"), "publish": r26("第11条", "第12条"),
			"object": r26("第12条"), "uphold": r26("第12条"), "dismiss": r26("第12条"), "approve": r26("第13条"), "finish": r26("第8条", "第9条"),
			"revoke": r26("第20条"), "lapse": r26("第15条"), "endOperation": r26("第15条"),
		},
		why: map[string]rule.Text{
			"withdraw": text("办法未规定撤回，办结前可撤回", "the measures are silent; an application can be withdrawn until it is completed"),
			"dismiss":  text("异议不成立的，程序恢复；公示期照常计算", "where an objection is not upheld the procedure resumes; the notice period runs on"),
			"refuse":   text("形式审核不通过的处理办法未规定，说明理由后不予登记", "the measures do not say what follows a review that is not passed: refused, with the reason"),
			"publish":  text("变更、续展同首次登记一样公示", "alteration and renewal are published as a first registration is"),
			"finish":   text("更正、注销不经公示：注销须在受理后10个工作日内办结", "correction and cancellation are not published: a cancellation is to be completed within 10 working days of acceptance"),
			"explain":  text("说明理由后审核继续", "the review goes on after the reason is given"),
			"revoke":   text("撤销时在办程序一并终止", "a procedure that is open ends with it"),
			"lapse":    text("续展在办时不注销", "nothing is cancelled while a renewal is open"),
		},
	}
}

// row makes a row; key chooses its basis and judgement.
func (p plan) row(from rule.Position, command string, to rule.Position, key, zh, en string, guards ...rule.ID) rule.Transition {
	basis, ok := p.basis[key]
	if !ok {
		basis = p.basis[""]
	}
	why := p.why[""]
	if own, ok := p.why[key]; ok {
		why = own
	}
	return rule.Transition{
		From: from, Command: command, To: to, Title: text(zh, en), Basis: basis, Judgement: why,
		Guards: append([]rule.ID{guardDates, guardRole}, guards...),
	}
}

// rows writes the table out: by procedure, then what the registry does of
// itself.
func (p plan) rows() []rule.Transition {
	var all []rule.Transition
	for _, kind := range p.kinds {
		all = append(all, p.begin(kind)...)
		if p.full {
			all = append(all, p.examined(kind)...)
		} else {
			all = append(all, p.approved(kind)...)
		}
		all = append(all, p.row(open(kind, rule.Any), "withdraw", idle(kind), "withdraw", "撤回", "withdrawn"))
	}
	if p.registry {
		all = append(all, p.ofItself()...)
	}
	return all
}

// idle is where a procedure of a kind begins, and where it returns to.
func idle(kind string) rule.Position {
	if kind == First {
		return rule.Position{Status: None}
	}
	return rule.Position{Status: Registered}
}

func open(kind, stage string) rule.Position {
	return rule.Position{Status: idle(kind).Status, Procedure: kind, Stage: stage}
}

// done is where a procedure that is completed leads.
func done(kind string) rule.Position {
	if kind == Cancellation {
		return rule.Position{Status: Cancelled}
	}
	return rule.Position{Status: Registered}
}

// begin is how a procedure is prepared, opened, and handed in again.
func (p plan) begin(kind string) []rule.Transition {
	titles := map[string][2]string{
		First: {"首次登记", "first registration"}, Alteration: {"信息变化，变更登记", "information has changed: alteration"},
		Correction: {"登记有误，更正登记", "it was wrong: correction"}, Cancellation: {"损毁灭失等，注销登记", "lost and the like: cancellation"},
		Renewal: {"届满前续展", "renewal before expiry"},
	}
	guards := []rule.ID{guardAsset, guardDocuments}
	switch kind {
	case First:
		guards = append(guards, guardDeposit)
	case Alteration, Correction:
		guards = append(guards, guardForce)
	case Cancellation:
		guards = []rule.ID{guardCause, guardDocuments}
	case Renewal:
		guards = []rule.ID{guardRenewal, guardDocuments}
	}
	command := opening(kind)
	return []rule.Transition{
		p.row(idle(kind), "draft."+kind, open(kind, Drafted), "draft", "拟办", "draft"),
		p.row(idle(kind), command, open(kind, Submitted), kind, titles[kind][0], titles[kind][1], guards...),
		p.row(open(kind, Drafted), command, open(kind, Submitted), kind, titles[kind][0], titles[kind][1], guards...),
		p.row(open(kind, Supplement), command, open(kind, Submitted), kind, "补正后再次提交", "submitted again", guards...),
	}
}

// approved is the one review of a simple regime.
func (p plan) approved(kind string) []rule.Transition {
	return []rule.Transition{
		p.row(open(kind, Submitted), "approve", done(kind), "", "办结", "approved", guardOther, guardOwn, guardNumber, guardLimit),
		p.row(open(kind, Submitted), "return", open(kind, Supplement), "", "退回补正", "returned for completion", guardOther),
		p.row(open(kind, Submitted), "reject", idle(kind), "", "不予登记", "refused", guardOther),
	}
}

// examined is acceptance, formal review and, where there is one, public notice.
func (p plan) examined(kind string) []rule.Transition {
	all := []rule.Transition{
		p.row(open(kind, Submitted), "accept", open(kind, Accepted), "accept", "受理", "accepted", guardOther),
		p.row(open(kind, Submitted), "return", open(kind, Supplement), "return", "一次性告知补正", "told once what is missing", guardOther),
		p.row(open(kind, Submitted), "reject", idle(kind), "reject", "不予受理，说明理由", "not accepted, with the reason", guardOther),
		p.row(open(kind, Accepted), "examine", open(kind, Reviewing), "examine", "形式审核", "formal review", guardOther),
		p.row(open(kind, Reviewing), "explain", open(kind, Reviewing), "explain", "未能按期完成，说明理由", "not finished in time, with the reason", guardOther),
		p.row(open(kind, Reviewing), "reject", idle(kind), "refuse", "形式审核不通过", "formal review not passed", guardOther),
	}
	for _, k := range p.noticed {
		if k == kind {
			return append(all,
				p.row(open(kind, Reviewing), "publish", open(kind, Noticed), "publish", "审核通过，公示", "passed; public notice", guardOther),
				p.row(open(kind, Noticed), "object", open(kind, Objected), "object", "公示期内提出异议", "objection within the notice", guardObjection, guardDocuments),
				p.row(open(kind, Objected), "uphold", idle(kind), "uphold", "异议成立，终止登记", "upheld: the registration ends", guardOther),
				p.row(open(kind, Objected), "dismiss", open(kind, Noticed), "dismiss", "异议不成立，程序恢复", "not upheld: the procedure resumes", guardOther),
				p.row(open(kind, Noticed), "approve", done(kind), "approve", "公示期满无异议，赋码", "notice ended without objection: code", guardOther, guardOwn, guardNotice, guardNumber, guardLimit),
			)
		}
	}
	return append(all, p.row(open(kind, Reviewing), "approve", done(kind), "finish", "审核通过，办结", "passed; completed", guardOther, guardOwn, guardNumber, guardLimit))
}

// ofItself is what needs no application, whatever procedure is open.
func (p plan) ofItself() []rule.Transition {
	var all []rule.Transition
	registered, anywhere := idle(Alteration), rule.Position{Status: Registered, Procedure: rule.Any, Stage: rule.Any}
	for _, from := range []rule.Position{registered, anywhere} {
		all = append(all, p.row(from, "revoke", rule.Position{Status: Revoked}, "revoke", "撤销登记", "revoked"))
		same := from
		if from.Procedure != "" {
			same = rule.Position{Status: rule.Same, Procedure: rule.Same, Stage: rule.Same}
		}
		all = append(all, p.row(from, "endOperation", same, "endOperation", "运营实际终止", "operation has really ended", guardOperation))
	}
	all = append(all, p.row(registered, "lapse", rule.Position{Status: Cancelled}, "lapse", "届满未续展，注销", "expired and not renewed: cancelled", guardLapsed))
	for _, kind := range p.kinds {
		if kind != First && kind != Renewal {
			all = append(all, p.row(open(kind, rule.Any), "lapse", rule.Position{Status: Cancelled}, "lapse", "届满未续展，注销", "expired and not renewed: cancelled", guardLapsed))
		}
	}
	return all
}
