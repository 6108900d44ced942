package registry

import (
	"errors"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// usualRole is the role of the one that takes a step where nothing else is
// said.
func usualRole(c Command) Role {
	switch c.(type) {
	case Draft, Submit, Alter, Correct, Cancel, Renew, Withdraw, EndOperation:
		return Registrant
	case Object:
		return Interested
	}
	return Registry
}

func datesInOrder(s *step) rule.Text {
	if !s.act.On.Before(s.r.lastOn) {
		return rule.Text{}
	}
	return text("早于上一步骤日期 "+s.r.lastOn.String(), "the last step was on "+s.r.lastOn.String())
}

// rightRole asks that a step is taken in the role whose it is. A correction may
// be an interested party's, who then hands it in again or withdraws it too.
func rightRole(s *step) rule.Text {
	usual := usualRole(s.c)
	_, corrects := s.c.(Correct)
	if s.act.Role == usual || s.act.Role == Interested && usual == Registrant && (corrects || s.r.Position.Procedure == Correction) {
		return rule.Text{}
	}
	return text("这一步骤应由"+usual.Title().ZH+"办理，不是"+s.act.Role.Title().ZH,
		"this step is the "+usual.Title().EN+"'s to take, not the "+s.act.Role.Title().EN+"'s")
}

func sameAsset(s *step) rule.Text {
	id := cardOf(s.c).Resource.ID
	if id == s.r.Asset {
		return rule.Text{}
	}
	return text("卡片的资源编号是 "+id+"，登记的是 "+s.r.Asset, "the card is that of "+id+", the registration that of "+s.r.Asset)
}

func otherPerson(s *step) rule.Text {
	switch {
	case slices.Contains(s.r.submitters, s.act.By):
		return text("审核人与提交人同为 "+s.act.By, "it was submitted by "+s.act.By+" too")
	case s.r.objector != "" && s.act.By == s.r.objector:
		return text("处理人与异议人同为 "+s.act.By, "it was "+s.act.By+" that objected")
	}
	return rule.Text{}
}

// notOwn keeps a body from deciding what it registers itself.
func notOwn(s *step) rule.Text {
	holder := cardOf(s.r.pending).Holder
	if holder == "" {
		holder = cardOf(s.r.filed).Holder
	}
	if holder == "" || s.act.By != holder {
		return rule.Text{}
	}
	return text("登记单位"+holder+"不能办结自己的登记", holder+" is the registrant")
}

func inForce(s *step) rule.Text {
	if to := s.r.ValidTo; !to.IsZero() && s.act.On.After(to) {
		return text("登记已于 "+to.String()+" 到期", "the registration expired on "+to.String())
	}
	return rule.Text{}
}

func certificateNumber(s *step) rule.Text {
	c, ok := s.c.(Approve)
	needs := s.r.regime.spec.Certifies && s.r.Position.Procedure != Cancellation
	switch {
	case !ok:
		return rule.Text{}
	case needs && c.CertificateNo == "":
		return text("未填证书编号", "it carries no certificate number")
	case !needs && c.CertificateNo != "":
		return text("此处不产生证书，不得填写证书编号", "no certificate is issued here, so it must carry no number")
	}
	if n := s.r.regime.spec.Numbers; needs && !n.IsZero() {
		if _, err := n.Parse(c.CertificateNo); err != nil {
			return text("证书编号 "+c.CertificateNo+" 不符合编码规则 "+n.Name(), c.CertificateNo+" is not a number of the scheme "+n.Name())
		}
	}
	return rule.Text{}
}

// documentsThere asks for every document that the regime requires of the
// procedure.
func documentsThere(s *step) rule.Text {
	var missing rule.Text
	need := func(t rule.Text) {
		if missing.ZH != "" {
			missing.ZH, missing.EN = missing.ZH+"、", missing.EN+", "
		}
		missing.ZH, missing.EN = missing.ZH+t.ZH, missing.EN+t.EN
	}
	if _, ok := s.c.(Object); ok && len(s.act.Evidence) == 0 {
		need(documentList().TitleOf(string(DocObjection)))
	}
	kind := kindOf(s.c)
	required := s.r.regime.spec.Documents
	for i := range required {
		if q := &required[i]; q.Procedure == kind && !q.met(s.act.Evidence) {
			need(q.title())
		}
	}
	if missing.IsZero() {
		return rule.Text{}
	}
	return text("缺少材料："+missing.ZH, "missing: "+missing.EN)
}

// met reports whether a document of one of the kinds is there.
func (q *Requirement) met(there []Document) bool {
	for i := range there {
		if slices.Contains(q.AnyOf, there[i].Kind) {
			return true
		}
	}
	return false
}

// title names the kinds of a requirement.
func (q *Requirement) title() rule.Text {
	t := documentList().TitleOf(string(q.AnyOf[0]))
	for _, k := range q.AnyOf[1:] {
		o := documentList().TitleOf(string(k))
		t = text(t.ZH+"或"+o.ZH, t.EN+" or "+o.EN)
	}
	return t
}

// depositedFirst asks that evidence was deposited, and the business reviewed it,
// before the application.
func depositedFirst(s *step) rule.Text {
	for i := range s.act.Evidence {
		d := &s.act.Evidence[i]
		if d.Kind != DocDeposit && d.Kind != DocReview {
			continue
		}
		if !d.On.IsZero() && !d.On.After(s.act.On) {
			continue
		}
		t := documentList().TitleOf(string(d.Kind))
		if d.On.IsZero() {
			return text(t.ZH+"未写明日期，无法确认先于申请", t.EN+" has no date, so that it cannot be seen to come before the application")
		}
		return text(t.ZH+"日期 "+d.On.String()+" 晚于申请", t.EN+" is dated "+d.On.String()+", after the application")
	}
	return rule.Text{}
}

func causeAccepted(s *step) rule.Text {
	c, ok := s.c.(Cancel)
	causes := s.r.regime.spec.Causes
	if !ok || len(causes) == 0 || slices.Contains(causes, c.Cause) {
		return rule.Text{}
	}
	t := causeList().TitleOf(string(c.Cause))
	return text(t.ZH+"不是这一登记制度的注销事由", t.EN+" is no cause of cancellation under these rules")
}

// noticeEnd counts the public notice that is open.
func (r *Registration) noticeEnd() (calendar.Due, error) {
	c, err := r.regime.calendar()
	if err != nil {
		return calendar.Due{}, err
	}
	return c.Due(r.clock.published, r.regime.spec.Notice)
}

func noticeEnded(s *step) rule.Text {
	due, err := s.r.noticeEnd()
	switch {
	case errors.Is(err, calendar.ErrNotAnnounced):
		return text("放假安排未公布，公示期满日不能确定，不早于 "+due.Earliest.String(), "the holiday notice is not out: the public notice ends no earlier than "+due.Earliest.String())
	case err != nil:
		return text("公示期不能计算："+err.Error(), "the public notice cannot be counted: "+err.Error())
	case !s.act.On.After(due.Date):
		return text("公示期至 "+due.Date.String()+"，尚未届满", "the public notice runs to "+due.Date.String())
	}
	return rule.Text{}
}

func objectionInTime(s *step) rule.Text {
	due, err := s.r.noticeEnd()
	if err != nil || !s.act.On.After(due.Date) {
		return rule.Text{} // a notice whose end is not known has not ended
	}
	return text("公示期已于 "+due.Date.String()+" 届满", "the public notice ended on "+due.Date.String())
}

// renewalWindow asks that renewal is asked for in the days before expiry.
func renewalWindow(s *step) rule.Text {
	to := s.r.ValidTo
	if to.IsZero() {
		return text("没有确定的届满日，不需续展", "there is no day of expiry, so nothing to renew")
	}
	first := to.AddDays(-s.r.regime.spec.Validity.Renewal)
	switch {
	case s.act.On.Before(first):
		return text("期满 "+to.String()+"，续展自 "+first.String()+" 起受理", "it expires on "+to.String()+"; renewal can be asked for from "+first.String())
	case s.act.On.After(to):
		return text("已于 "+to.String()+" 届满，不能续展", "it expired on "+to.String()+" and can be renewed no more")
	}
	return rule.Text{}
}

// validityLimit keeps a term that the registry names within the longest.
func validityLimit(s *step) rule.Text {
	c, ok := s.c.(Approve)
	if !ok || c.ValidTo.IsZero() {
		return rule.Text{}
	}
	months, procedure := s.r.regime.spec.Validity.Months, s.r.Position.Procedure
	if months == 0 || procedure != First && procedure != Renewal {
		return text("此处不确定有效期", "no term is set here")
	}
	from := s.r.regime.spec.Validity.counted(c.On)
	if procedure == Renewal {
		from = s.r.ValidTo.AddDays(1)
	}
	if last := longest(from, months); c.ValidTo.Before(from) || c.ValidTo.After(last) {
		return text("有效期应在 "+from.String()+" 至 "+last.String()+" 之间", "the term ends between "+from.String()+" and "+last.String())
	}
	return rule.Text{}
}

func hasLapsed(s *step) rule.Text {
	if to := s.r.ValidTo; to.IsZero() || !s.act.On.After(to) {
		return text("尚未届满", "it has not expired")
	}
	return rule.Text{}
}

func operationOpen(s *step) rule.Text {
	if s.r.operation {
		return rule.Text{}
	}
	return text("有效期不随运营终止", "its term does not end with the operation")
}
