package revenue

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// practice is a list of the parties' own: the plan leaves the way of sharing to
// their agreement.
func practice(name, zh, en string, codes ...record.CodeEntry) record.CodeList {
	return record.CodeList{
		Name: name, Title: text(zh, en), Basis: gx("4.6.1"), Evidence: rule.Judgement,
		Judgement: text("方案由各方协商约定，清单取自实务", "the plan leaves it to the parties; the list is practice"), Codes: codes,
	}
}

func roleList() record.CodeList {
	return practice("revenue-party-role", "参与方角色", "role of a party",
		entry("holder", "数据持有方", "holder"), entry("source", "数据来源方", "source"), entry("processor", "加工方", "processor"),
		entry("operator", "运营方", "operator"), entry("developer", "开发方", "developer"), entry("platform", "平台方", "platform"),
		entry("service", "第三方服务方", "third-party service"))
}

func inputList() record.CodeList {
	return practice("revenue-input", "投入", "what a party puts in",
		entry("data", "数据", "data"), entry("money", "资金", "money"), entry("technology", "技术", "technology"),
		entry("labour", "劳务", "labour"), entry("platform", "平台设施", "platform"), entry("scenario", "应用场景", "scenario"))
}

func shareList() record.CodeList {
	return practice("revenue-share", "份额种类", "kind of share",
		entry("fixed", "固定金额", "fixed sum"), entry("ratio", "比例", "ratio"), entry("tiers", "分档", "tiers"), entry("residual", "剩余", "residual"))
}

func baseList() record.CodeList {
	return practice("revenue-share-base", "计算基数", "base of a share",
		entry("whole", "全部金额", "the whole"), entry("left", "前一顺位之后的余额", "what earlier priorities leave"))
}

func tieringList() record.CodeList {
	return practice("revenue-tiering", "分档方式", "how tiers apply",
		entry("progressive", "超额累进", "progressive"), entry("whole", "全额累进", "on the whole"))
}

var ratioType = record.Ratio{Min: "0", Max: "1"}

// Agreements returns the table of [Terms]: one version of an agreement.
func Agreements() *record.Table[Terms] { return agreements() }

var agreements = sync.OnceValue(func() *record.Table[Terms] {
	return record.MustTable(record.Definition{
		Name: "revenue-agreement", Title: text("收益分配协议", "agreement on revenue"), Basis: gx("4.6.1"),
		Doc: text("一个版本的收益分配约定：各方、投入和份额。", "One version of how revenue is shared: parties, what they put in, what they get."),
	}, []record.Field[Terms]{
		{Key: "id", Title: text("协议编号", "agreement"), Type: idType, Required: record.Always(), Example: "XY-2025-01", At: record.AtText(func(t *Terms) *string { return &t.ID })},
		{Key: "from", Title: text("生效日期", "in force from"), Type: record.Date{}, Required: record.Always(), Example: "2026-01-01", At: record.At(func(t *Terms) *calendar.Date { return &t.From })},
		{Key: "to", Title: text("失效日期", "last day in force"), Type: record.Date{}, Example: "2028-12-31", At: record.At(func(t *Terms) *calendar.Date { return &t.To })},
		{Key: "parties", Title: text("参与方", "parties"), Type: record.List{Min: 1, Max: 1000}, Required: record.Always(), Basis: gx("4.6.1"), At: record.AtList(parties(), func(t *Terms) *[]Party { return &t.Parties })},
		{Key: "shares", Title: text("份额", "shares"), Type: record.List{Min: 1, Max: 2000}, Required: record.Always(), Basis: gx("4.6.1"), At: record.AtList(shares(), func(t *Terms) *[]Share { return &t.Shares })},
		{Key: "remainder", Title: text("余分归属", "who takes the remainder"), Type: idType, Judgement: text("取整到分后的余分，默认按小数部分从大到小各加 1 分", "fen left by rounding down: by default one each to the largest fractions"), Example: "holder", At: record.AtText(func(t *Terms) *Remainder { return &t.Remainder })},
	})
})

var parties = sync.OnceValue(func() *record.Table[Party] {
	return record.MustTable(record.Definition{Name: "revenue-party", Title: text("参与方", "party")}, []record.Field[Party]{
		{Key: "id", Title: text("编号", "id"), Type: idType, Required: record.Always(), Example: "holder", At: record.AtText(func(p *Party) *string { return &p.ID })},
		{Key: "name", Title: text("名称", "name"), Type: nameType, Required: record.Always(), Example: "某区直部门", At: record.AtText(func(p *Party) *string { return &p.Name })},
		{Key: "role", Title: text("角色", "role"), Type: record.Code{List: roleList()}, Required: record.Always(), Basis: gx("4.6.1"), Example: "holder", At: record.AtText(func(p *Party) *PartyRole { return &p.Role })},
		{Key: "input", Title: text("投入", "what it put in"), Type: record.Codes{List: inputList()}, Basis: gx("4.6.1"), Example: "data", At: record.AtTexts(func(p *Party) *[]Input { return &p.Input })},
	})
})

var shares = sync.OnceValue(func() *record.Table[Share] {
	measured := record.In("kind", "ratio", "tiers")
	return record.MustTable(record.Definition{Name: "revenue-share", Title: text("份额", "share")}, []record.Field[Share]{
		{Key: "party", Title: text("参与方", "party"), Type: idType, Required: record.Always(), Example: "holder", At: record.AtText(func(s *Share) *string { return &s.Party })},
		{Key: "kind", Title: text("种类", "kind"), Type: record.Code{List: shareList()}, Required: record.Always(), Example: "residual", At: record.AtText(func(s *Share) *ShareKind { return &s.Kind })},
		{Key: "priority", Title: text("顺位", "priority"), Type: record.Integer{Min: 1, Max: maxPriority}, Absent: record.Equals("kind", "residual"), Example: "1", At: record.At(func(s *Share) *record.Opt[int64] { return &s.Priority })},
		{Key: "of", Title: text("计算基数", "base"), Type: record.Code{List: baseList()}, Absent: record.Not(measured), Example: "whole", At: record.AtText(func(s *Share) *Base { return &s.Of })},
		{Key: "amount", Title: text("金额", "amount"), Type: record.Amount{}, Unit: text("元", "yuan"), Required: record.Equals("kind", "fixed"), Absent: record.Not(record.Equals("kind", "fixed")), Example: "50000.00", At: record.At(func(s *Share) *money.Amount { return &s.Amount })},
		{Key: "ratio", Title: text("比例", "ratio"), Type: ratioType, Required: record.Equals("kind", "ratio"), Absent: record.Not(record.Equals("kind", "ratio")), Example: "0.3", At: record.At(func(s *Share) *money.Ratio { return &s.Ratio })},
		{Key: "tiering", Title: text("分档方式", "how tiers apply"), Type: record.Code{List: tieringList()}, Required: record.Equals("kind", "tiers"), Absent: record.Not(record.Equals("kind", "tiers")), Example: "progressive", At: record.AtText(func(s *Share) *Tiering { return &s.Tiering })},
		{Key: "tiers", Title: text("各档", "tiers"), Type: record.List{Min: 1, Max: maxTiers}, Required: record.Equals("kind", "tiers"), Absent: record.Not(record.Equals("kind", "tiers")), At: record.AtList(tiers(), func(s *Share) *[]Tier { return &s.Tiers })},
		{Key: "weight", Title: text("权重", "weight"), Type: record.Integer{Min: 1, Max: maxWeight}, Absent: record.Not(record.Equals("kind", "residual")), Example: "1", At: record.At(func(s *Share) *record.Opt[int64] { return &s.Weight })},
		{Key: "floor", Title: text("保底", "floor"), Type: record.Amount{}, Unit: text("元", "yuan"), Absent: record.Not(measured), Example: "10000.00", At: record.At(func(s *Share) *money.Amount { return &s.Floor })},
		{Key: "cap", Title: text("封顶", "cap"), Type: record.Amount{}, Unit: text("元", "yuan"), Absent: record.Not(measured), Example: "100000.00", At: record.At(func(s *Share) *money.Amount { return &s.Cap })},
	})
})

var tiers = sync.OnceValue(func() *record.Table[Tier] {
	return record.MustTable(record.Definition{Name: "revenue-tier", Title: text("档", "tier")}, []record.Field[Tier]{
		{Key: "upTo", Title: text("上限（含）", "up to, included"), Type: record.Amount{}, Unit: text("元", "yuan"), Example: "500000.00", At: record.At(func(t *Tier) *money.Amount { return &t.UpTo })},
		{Key: "ratio", Title: text("比例", "ratio"), Type: ratioType, Required: record.Always(), Example: "0.125", At: record.At(func(t *Tier) *money.Ratio { return &t.Ratio })},
	})
})

// AgreementRules returns the rules that judge terms: that they distribute the
// whole of any amount, and that who shares has put something in.
func AgreementRules() rule.Set[Terms] { return agreementRules() }

var agreementRules = sync.OnceValue(func() rule.Set[Terms] {
	on := func(t Terms) calendar.Date { return t.From }
	return must(rule.NewSet(
		rule.Check[Terms]{Rule: rule.Rule{
			ID: "revenue.agreement-distributes-all", Title: text("分配协议对任何金额都全额分配", "an agreement distributes the whole of any amount"),
			Basis: gx("4.6.1"), Evidence: rule.Judgement, Severity: rule.Blocking,
			Judgement: text("方案只说协商约定；不能全额分配的约定无法执行", "the plan leaves shares to the parties; terms that leave a part to nobody cannot be carried out"),
		}, On: on, Func: distributesAll},
		rule.Check[Terms]{Rule: rule.Rule{
			ID: "revenue.sharer-contributes", Title: text("谁投入、谁贡献、谁受益", "who invests and contributes shares in the benefit"),
			Basis: append(gx("4.6.1"), rule.In("财资〔2023〕141号", "")), Evidence: rule.Verified, Severity: rule.Warning,
			Judgement: text("投入由各方自行填报", "what a party put in is its own statement"),
		}, On: on, Func: sharerContributes},
	))
})

func must[T any](s rule.Set[T], err error) rule.Set[T] {
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return s
}

func distributesAll(t Terms, _ rule.Context) rule.Verdict {
	var bad []rule.Finding
	for _, f := range t.Faults() {
		bad = append(bad, rule.Finding{
			Path: f.Path, Value: f.Value,
			Message: text("协议 "+t.ID+" 不能对任何金额全额分配，应有"+f.Want.ZH+"。", "Agreement "+t.ID+" does not distribute the whole of any amount: want "+f.Want.EN+"."),
			Fix:     text("请修改份额约定。", "Change the shares."),
		})
	}
	if len(bad) > 0 {
		return rule.Fail(bad...)
	}
	return rule.Pass()
}

func sharerContributes(t Terms, _ rule.Context) rule.Verdict {
	var bad []rule.Finding
	for i, p := range t.Parties {
		if len(p.Input) > 0 {
			continue
		}
		bad = append(bad, rule.Finding{
			Path: rule.Pointer("parties", itoa(int64(i)), "input"), Value: p.ID,
			Message: text(p.title()+" 参与分配而未填投入。", p.title()+" shares and is not said to have put anything in."),
			Fix:     text("请填写该方的投入或贡献，或调整份额。", "State what the party put in, or change the shares."),
		})
	}
	if len(bad) > 0 {
		return rule.Fail(bad...)
	}
	return rule.Pass()
}
