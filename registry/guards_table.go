package registry

import (
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
)

// The rules that refuse a command, as the rows of the state tables name them.
const (
	guardDates     rule.ID = "registry.dates-in-order"
	guardRole      rule.ID = "registry.right-role"
	guardAsset     rule.ID = "registry.same-asset"
	guardOther     rule.ID = "registry.other-person"
	guardNumber    rule.ID = "registry.certificate-number"
	guardDocuments rule.ID = "registry.documents"
	guardDeposit   rule.ID = "registry.deposit-first"
	guardCause     rule.ID = "registry.cause"
	guardNotice    rule.ID = "registry.notice-ended"
	guardObjection rule.ID = "registry.objection-in-notice"
	guardRenewal   rule.ID = "registry.renewal-window"
	guardLimit     rule.ID = "registry.validity-limit"
	guardLapsed    rule.ID = "registry.lapsed"
	guardForce     rule.ID = "registry.in-force"
	guardOwn       rule.ID = "registry.not-own"
	guardOperation rule.ID = "registry.operation-open"
)

// guards are the rules that refuse a command.
func guards() []machine.Guard[*step] {
	return []machine.Guard[*step]{
		{Rule: rule.Rule{
			ID: guardDates, Title: text("步骤日期不早于上一步骤", "a step is not dated before the one before"),
			Basis: gx("4.3.4"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("动态管理的前提", "without it there is no dynamic management"),
		}, Check: datesInOrder},
		{Rule: rule.Rule{
			ID: guardRole, Title: text("步骤由有权的一方办理", "a step is taken by the side whose it is"),
			Basis: append(r26("第3条", "第9条", "第12条"), gx("4.3.3")...), Evidence: rule.FullText, Severity: rule.Blocking,
			Judgement: text("卡片的办理身份由此类推", "for the cards by analogy"),
		}, Check: rightRole},
		{Rule: rule.Rule{
			ID: guardAsset, Title: text("卡片与登记的资产一致", "the card is that of the asset"),
			Basis: gx("4.3.3", "4.3.6"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: sameAsset},
		{Rule: rule.Rule{
			ID: guardOther, Title: text("提交与审核不为同一人", "who submits does not review"),
			Basis: gx("4.3.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("方案未规定，不相容岗位分离；异议人不处理自己的异议", "the plan is silent; incompatible duties are kept apart, and nobody decides his own objection"),
		}, Check: otherPerson},
		{Rule: rule.Rule{
			ID: guardOwn, Title: text("登记单位不办结自己的登记", "no unit decides its own registration"),
			Basis: gx("4.3.3"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("以单位名义办理的，不得既是登记单位又是登记机构（P18）；财政厅等以办理人区分，由人员分离规则约束", "a body that acts in its own name is not registrant and registry at once (P18); where people are named, who submits does not review"),
		}, Check: notOwn},
		{Rule: rule.Rule{
			ID: guardForce, Title: text("到期的登记不再变更、更正", "what has expired is not altered or corrected"),
			Basis: r26("第15条"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("办法未规定；届满未续展的应注销", "the measures are silent; what is not renewed is to be cancelled"),
		}, Check: inForce},
		{Rule: rule.Rule{
			ID: guardNumber, Title: text("办结登记须有证书编号", "approval carries the certificate's number"),
			Basis: append(gx("4.3.3"), r26("第13条")...), Evidence: rule.FullText, Severity: rule.Blocking,
			Judgement: text("编号规则未公布，编码方案由使用者设定", "the rule of the numbers is not published; the scheme is the caller's"),
		}, Check: certificateNumber},
		{Rule: rule.Rule{
			ID: guardDocuments, Title: text("材料齐全", "the documents are complete"),
			Basis: r26("第9条", "第10条", "第12条"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: documentsThere},
		{Rule: rule.Rule{
			ID: guardDeposit, Title: text("先存证、先内部审核，后申请", "evidence deposited and the business review made before the application"),
			Basis: r26("第7条"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: depositedFirst},
		{Rule: rule.Rule{
			ID: guardCause, Title: text("注销事由合于规定", "the cause is one that the rules name"),
			Basis: r26("第9条(四)"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: causeAccepted},
		{Rule: rule.Rule{
			ID: guardNotice, Title: text("公示期满后赋码", "the code comes after the public notice"),
			Basis: r26("第12条", "第13条"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: noticeEnded},
		{Rule: rule.Rule{
			ID: guardObjection, Title: text("异议在公示期内提出", "objections come within the public notice"),
			Basis: r26("第12条"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: objectionInTime},
		{Rule: rule.Rule{
			ID: guardRenewal, Title: text("期满前60日内申请续展", "renewal is asked for within the 60 days before expiry"),
			Basis: r26("第15条"), Evidence: rule.FullText, Severity: rule.Blocking,
			Judgement: text("按自然日计；届满日当天可申请", "natural days; the day of expiry is in time"),
		}, Check: renewalWindow},
		{Rule: rule.Rule{
			ID: guardLimit, Title: text("有效期和每次续展最长三年", "a term, and each renewal, is three years at most"),
			Basis: r26("第15条"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: validityLimit},
		{Rule: rule.Rule{
			ID: guardLapsed, Title: text("届满后方可按届满注销", "only what has expired is cancelled for it"),
			Basis: r26("第15条"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: hasLapsed},
		{Rule: rule.Rule{
			ID: guardOperation, Title: text("有效期至运营实际终止的，方可申报终止", "the end of operation is told where the term depends on it"),
			Basis: r26("第15条"), Evidence: rule.FullText, Severity: rule.Blocking,
		}, Check: operationOpen},
	}
}
