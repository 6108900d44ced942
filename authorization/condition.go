package authorization

import (
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// condition is what must be there before data go out. The guards of the state
// tables and the rules that judge a supply are made of the same conditions.
type condition struct {
	rule  rule.Rule
	path  string // of the member at fault in an application
	check func(a Application, on calendar.Date, p Policy) rule.Text
	fix   rule.Text

	operation bool // asked of authorised operation only
}

// by says what is wrong with the day of something that must have been done.
func by(done, on calendar.Date, what rule.Text) rule.Text {
	switch {
	case done.IsZero():
		return text("没有"+what.ZH, "there is no "+what.EN)
	case done.After(on):
		return text(what.ZH+"日期 "+done.String()+" 晚于 "+on.String(), "the "+what.EN+" is dated "+done.String()+", after "+on.String())
	}
	return rule.Text{}
}

// first returns the first reason that says something.
func first(reasons ...rule.Text) rule.Text {
	for _, r := range reasons {
		if !r.IsZero() {
			return r
		}
	}
	return rule.Text{}
}

func prudent(a Application, on calendar.Date, _ Policy) rule.Text {
	return first(
		by(a.Study, on, text("可行性论证", "feasibility study")),
		by(a.Diligence, on, text("尽职调查", "due diligence")),
	)
}

func assessed(a Application, on calendar.Date, p Policy) rule.Text {
	var why rule.Text
	if p.security() {
		why = by(a.SecurityAssessed, on, text("安全评估", "security assessment"))
	}
	if why.IsZero() && p.value(a) {
		why = by(a.ValueAssessed, on, text("价值评估", "appraisal"))
	}
	return why
}

func personal(a Application, on calendar.Date, _ Policy) rule.Text {
	for _, l := range a.Assets {
		if l.Personal.Or(false) {
			return by(a.PersonalAssessed, on, text("个人信息保护影响评估（"+l.Asset+" 含个人信息）", "personal-information impact assessment, although "+l.Asset+" holds personal information"))
		}
	}
	return rule.Text{}
}

func important(a Application, on calendar.Date, _ Policy) rule.Text {
	for _, l := range a.Assets {
		if l.Important.Or(false) {
			return by(a.ImportantAssessed, on, text("提供重要数据的风险评估（"+l.Asset+" 属重要数据）", "assessment of the risk of providing important data, although "+l.Asset+" is important"))
		}
	}
	return rule.Text{}
}

func secure(a Application, _ calendar.Date, _ Policy) rule.Text {
	switch {
	case a.Holder.Security == "":
		return text("没有数据安全管理制度", "there is no data security system")
	case a.Holder.Emergency == "":
		return text("没有应急预案", "there is no emergency plan")
	}
	return rule.Text{}
}

func noGuarantee(a Application, _ calendar.Date, _ Policy) rule.Text {
	if !institution(a.Holder) || !a.Secures.Or(false) {
		return rule.Text{}
	}
	return noSecurity(a.Holder)
}

func noSecurity(h asset.Holder) rule.Text {
	return text(h.Name+"是行政事业单位，不得以数据资产担保、承诺回购或保底", h.Name+" is an administrative or public institution: its data assets secure no debt and promise no return")
}

func harmless(a Application, _ calendar.Date, _ Policy) rule.Text {
	harms, known := a.Harms.Get()
	switch {
	case !known:
		return text("未填是否损害国家安全、公共利益、商业秘密、个人隐私", "it is not said whether it harms state security, public interest, trade secrets or privacy")
	case harms:
		return text("损害国家安全、公共利益、商业秘密或个人隐私的，不得授权运营", "what harms state security, public interest, trade secrets or privacy is not put into authorised operation")
	}
	return rule.Text{}
}

func classified(a Application, on calendar.Date, _ Policy) rule.Text {
	for _, l := range a.Assets {
		if why := by(l.ClassifiedOn, on, text(l.Asset+" 的分类分级", "classification and grading of "+l.Asset)); !why.IsZero() {
			return why
		}
	}
	return rule.Text{}
}

// conditions lists what an outside use is asked for, in the order of the table.
func conditions() []condition {
	return []condition{
		{rule: rule.Rule{
			ID: guardPrudence, Title: text("先可研论证、尽职调查，后决策", "feasibility study and due diligence before the decision"),
			Basis: gx("5.3.6"), Evidence: rule.FullText, Severity: rule.Blocking,
			Judgement: text("方案未定时点，以集体决策为界", "the plan sets no day; the collective decision is the line"),
		}, path: "/studyOn", check: prudent, fix: text("请先完成论证和尽调，再提交集体决策。", "Finish the study and the due diligence before the decision.")},
		{rule: rule.Rule{
			ID: guardAssessed, Title: text("对外授权使用按规定评估", "outside authorised use is assessed"),
			Basis: law(gx("5.3.2"), in("数据安全法", "第30条"), in(regulation, "第36条")), Evidence: rule.FullText, Severity: rule.Blocking,
			Judgement: text("“评估”含义未明（P25）：安全评估一律，价值评估限有偿且按评估定价", "“assessed” is not explained (P25): security always, value where the use is paid and priced by appraisal"),
		}, path: "/securityAssessedOn", check: assessed, fix: text("请先完成评估。", "Have the assessment made first.")},
		{rule: rule.Rule{
			ID: guardPersonal, Title: text("含个人信息的，先作个人信息保护影响评估", "personal information: its impact assessed before"),
			Basis: in("个人信息保护法", "第55条", "第56条"), Evidence: rule.Verified, Severity: rule.Blocking,
		}, path: "/personalAssessedOn", check: personal, fix: text("请先作个人信息保护影响评估，记录保存三年。", "Have the impact assessed first, and keep the record three years.")},
		{rule: rule.Rule{
			ID: guardImportant, Title: text("提供重要数据前作风险评估", "important data: the risk assessed before they are provided"),
			Basis: in("网络数据安全管理条例", "第31条"), Evidence: rule.Verified, Severity: rule.Blocking,
			Judgement: text("履行法定职责的除外，对外授权使用不属之", "not owed in the performance of statutory duties, which outside authorised use is not"),
		}, path: "/importantAssessedOn", check: important, fix: text("请先作风险评估。", "Have the risk assessed first.")},
		{rule: rule.Rule{
			ID: guardSecurity, Title: text("有数据安全管理制度和应急预案", "a data security system and an emergency plan are in place"),
			Basis: law(gx("5.3.1"), in("数据安全法", "第27条")), Evidence: rule.FullText, Severity: rule.Blocking,
		}, path: "/holder/securitySystem", check: secure, fix: text("请先制定制度和预案，填入单位信息。", "Put the system and the plan in place first, and name them with the unit.")},
		{rule: rule.Rule{
			ID: guardGuarantee, Title: text("不得以行政事业单位数据资产担保，不得新增政府隐性债务", "an institution's data assets secure no debt and make no hidden government debt"),
			Basis: law(gx("5.3.3"), in("财资〔2024〕1号", "")), Evidence: rule.FullText, Severity: rule.Blocking,
			Judgement: text("承诺回购、保底收益视同变相担保；企业的质押、增信不禁止，按规定备案", "a promise to buy back or of a least return counts as security; an enterprise's pledge is not forbidden and is filed"),
		}, path: "/secures", check: noGuarantee, fix: text("请取消担保安排。", "Take the security out.")},
		{rule: rule.Rule{
			ID: guardClassified, Title: text("分类分级后授权运营", "classified and graded before authorised operation"),
			Basis: law(a27("第5条"), in("数据安全法", "第21条")), Evidence: rule.FullText, Severity: rule.Blocking, Effective: inForce(),
		}, path: "/assets", check: classified, operation: true, fix: text("请先完成分类分级。", "Classify and grade the data first.")},
		{rule: rule.Rule{
			ID: guardHarm, Title: text("不损害国家安全、公共利益、商业秘密、个人隐私", "no harm to state security, public interest, trade secrets, privacy"),
			Basis: a27("第5条"), Evidence: rule.FullText, Severity: rule.Blocking, Effective: inForce(),
			Judgement: text("由申请单位判断并填写", "the applicant judges and says so"),
		}, path: "/harms", check: harmless, operation: true, fix: text("请作出判断；有损害的不得授权。", "Judge it; what harms is not granted.")},
	}
}

// inForce is the time in which 27号 is in force.
func inForce() rule.Period {
	d, _ := rule.DocumentByID(operation)
	return d.Effective
}

// planInForce is the time of the plan's pilot.
func planInForce() rule.Period {
	d, _ := rule.DocumentByID(rule.GuangxiPlan)
	return d.Effective
}
