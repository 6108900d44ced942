package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

// book is the whole catalogue in one language, ready to be printed.
type book struct {
	Lang     rule.Language
	Title    string
	Lead     string
	Search   string // placeholder of the search box
	Found    string // what stands after the number of entries shown
	Sections []section
}

// section is a chapter of the book.
type section struct {
	Title   string
	Entries []entry
}

// entry is one clause, rule, duty, policy or document.
type entry struct {
	ID     string
	Anchor string // where links to it lead
	Title  string
	Other  string // the title in the other language
	Severe string // code of the severity, of a rule
	Facts  []fact
}

// fact is one line about an entry: a text, or names of other entries.
type fact struct {
	Label, Value string
	Links        []link
}

// link is the name of an entry, and its anchor where the book has the entry.
type link struct{ Text, Anchor string }

// Count is how many entries a section has.
func (s section) Count() int { return len(s.Entries) }

// builder makes a book.
type builder struct {
	rule.Language
	catalogue rule.Catalogue
}

func (b builder) say(zh, en string) string { return rule.Text{ZH: zh, EN: en}.In(b.Language) }

func (b builder) other(t rule.Text) string {
	if b.Language == rule.English {
		return t.ZH
	}
	return t.EN
}

func newBook(l rule.Language) book {
	b := builder{l, pilot.Catalogue(pilot.Guangxi())}
	rules, duties := b.catalogue.Rules, b.catalogue.Duties
	k := book{Lang: l, Title: b.say("数据资产规则手册", "Rulebook of data assets"), Search: b.say("搜索编号、条文、文号", "search ids, texts, documents"), Found: b.say("条", "entries")}
	k.Lead = b.say(
		strconv.Itoa(len(rules))+" 条规则、"+strconv.Itoa(len(duties))+" 项义务、"+strconv.Itoa(len(rule.Policies()))+" 项政策选择，方案 "+strconv.Itoa(len(dataasset.Clauses()))+" 条的承载情况。“全文已核”等为证据等级；凡法无明文，均写明判断及默认。",
		strconv.Itoa(len(rules))+" rules, "+strconv.Itoa(len(duties))+" duties, "+strconv.Itoa(len(rule.Policies()))+" policies, and what carries the "+strconv.Itoa(len(dataasset.Clauses()))+" clauses of the plan. Each says how sure its law is; where the law is silent, the judgement and the default are stated.")
	k.Sections = append(k.Sections, b.clauses())
	for _, p := range packages() {
		s := section{Title: b.say("规则：", "Rules: ") + p.title.In(l)}
		for _, r := range rules {
			if strings.HasPrefix(string(r.ID), p.prefix+".") {
				s.Entries = append(s.Entries, b.rule(r))
			}
		}
		if len(s.Entries) > 0 {
			k.Sections = append(k.Sections, s)
		}
	}
	d := section{Title: b.say("义务", "Duties")}
	for _, x := range duties {
		d.Entries = append(d.Entries, b.duty(x))
	}
	k.Sections = append(k.Sections, d, b.policies(), b.documents())
	return k
}

// named is a package as its ids have it.
type named struct {
	prefix string
	title  rule.Text
}

func packages() []named {
	text := func(zh, en string) rule.Text { return rule.Text{ZH: zh, EN: en} }
	return []named{
		{"asset", text("确认", "recognition")},
		{"ledger", text("台账", "ledger")},
		{"registry", text("登记", "registration")},
		{"accounting", text("凭证", "vouchers")},
		{"government", text("政府会计", "government accounting")},
		{"enterprise", text("企业会计", "enterprise accounting")},
		{"authorization", text("授权运营", "authorised operation")},
		{"trade", text("交易流通", "trading")},
		{"revenue", text("收益", "revenue")},
		{"pilot", text("试点", "pilot")},
	}
}

func (b builder) clauses() section {
	s := section{Title: b.say("方案逐条", "The plan, clause by clause")}
	for _, c := range dataasset.Clauses() {
		e := entry{ID: c.Ref(), Anchor: c.Clause, Title: c.Title.In(b.Language), Other: b.other(c.Title)}
		byKind := map[rule.Kind][]link{}
		var kinds []rule.Kind
		for _, k := range c.Carriers {
			if byKind[k.Kind] == nil {
				kinds = append(kinds, k.Kind)
			}
			to := link{Text: string(k.ID)}
			if k.Kind == rule.KindRule || k.Kind == rule.KindDuty {
				to.Anchor = to.Text
			}
			byKind[k.Kind] = append(byKind[k.Kind], to)
		}
		for _, k := range kinds {
			e.link(b.kind(k), byKind[k])
		}
		if c.Open() {
			e.add(b.say("待做", "open"), b.say("尚无承载", "nothing carries it yet"))
		}
		e.add(b.say("不可判定", "not computable"), c.Why.In(b.Language))
		s.Entries = append(s.Entries, e)
	}
	return s
}

func (b builder) kind(k rule.Kind) string {
	switch k {
	case rule.KindRule:
		return b.say("规则", "rules")
	case rule.KindDuty:
		return b.say("义务", "duties")
	case rule.KindField:
		return b.say("字段", "fields")
	case rule.KindState:
		return b.say("状态", "states")
	case rule.KindEntry:
		return b.say("分录", "entries")
	case rule.KindCalculation:
		return b.say("计算", "calculations")
	}
	return b.say("清单", "lists")
}

func (b builder) rule(r rule.Rule) entry {
	e := entry{ID: string(r.ID), Anchor: string(r.ID), Title: r.Title.In(b.Language), Other: b.other(r.Title), Severe: r.Severity.String()}
	e.add(b.say("严重程度", "severity"), r.Severity.Title().In(b.Language))
	e.link(b.say("依据", "basis"), basis(r.Basis))
	e.add(b.say("证据", "evidence"), r.Evidence.Title().In(b.Language))
	e.add(b.say("期间", "effective"), b.period(r.Effective))
	var whom []string
	for _, x := range r.Roles {
		whom = append(whom, x.Title().In(b.Language))
	}
	for _, x := range r.Entities {
		whom = append(whom, x.Title().In(b.Language))
	}
	e.add(b.say("适用", "for"), strings.Join(whom, b.say("、", ", ")))
	e.add(b.say("判断", "judgement"), r.Judgement.In(b.Language))
	return e
}

func (b builder) duty(d rule.Duty) entry {
	e := entry{ID: string(d.ID), Anchor: string(d.ID), Title: d.Title.In(b.Language), Other: b.other(d.Title)}
	if slices.ContainsFunc(pilot.Guangxi().Advice, func(a pilot.Advised) bool { return a.Duty.ID == d.ID }) {
		e.Title = b.say("〔建议〕", "[advice] ") + e.Title
	}
	var whom []string
	for _, o := range d.Owed {
		mark := "● "
		if o.Force == rule.ByReference {
			mark = "○ "
		}
		whom = append(whom, mark+o.Role.Title().In(b.Language))
	}
	e.add(b.say("义务人（● 明文，○ 参照或其他法律）", "owed by (● by the text, ○ by reference or other law)"), strings.Join(whom, b.say("、", ", ")))
	var entities []string
	for _, x := range d.Entities {
		entities = append(entities, x.Title().In(b.Language))
	}
	e.add(b.say("适用", "for"), strings.Join(entities, b.say("、", ", ")))
	term := d.Term.ZH()
	if b.Language == rule.English {
		term = d.Term.EN()
	}
	if trigger := (rule.Text{ZH: d.Trigger.ZH(), EN: d.Trigger.EN()}); !d.Term.IsFixed() {
		term = trigger.In(b.Language) + b.say("，", ", ") + term
	}
	e.add(b.say("期限", "term"), term)
	to := d.Addressee.In(b.Language)
	for _, c := range d.Copy {
		to += b.say("，抄送", ", copy to ") + c.In(b.Language)
	}
	e.add(b.say("报送", "to"), to)
	e.link(b.say("依据", "basis"), basis(d.Basis))
	e.add(b.say("证据", "evidence"), d.Evidence.Title().In(b.Language))
	e.add(b.say("期间", "effective"), b.period(d.Effective))
	e.add(b.say("判断", "judgement"), d.Judgement.In(b.Language))
	return e
}

func (b builder) policies() section {
	s := section{Title: b.say("政策选择", "Policies")}
	for _, p := range rule.Policies() {
		e := entry{ID: p.Number, Anchor: p.Number, Title: p.Question.In(b.Language), Other: b.other(p.Question)}
		var options, where []string
		for _, o := range p.Options {
			options = append(options, o.In(b.Language))
		}
		for _, c := range b.catalogue.Choices {
			if c.Policy == p.Number {
				where = append(where, c.Where)
			}
		}
		e.add(b.say("选项", "options"), strings.Join(options, b.say("；", "; ")))
		e.add(b.say("默认", "default"), p.Default.In(b.Language))
		e.add(b.say("理由", "why"), p.Why.In(b.Language))
		e.link(b.say("依据", "basis"), basis(p.Basis))
		if len(where) == 0 {
			where = []string{b.say("尚无", "not yet")}
		}
		e.add(b.say("在代码中选择", "chosen in"), strings.Join(where, b.say("、", ", ")))
		s.Entries = append(s.Entries, e)
	}
	return s
}

func (b builder) documents() section {
	s := section{Title: b.say("引用的文件", "Documents")}
	for _, d := range rule.Documents() {
		e := entry{ID: d.ID, Anchor: d.ID, Title: d.Title.In(b.Language), Other: b.other(d.Title)}
		e.add(b.say("发布", "issued by"), d.Issuer)
		e.add(b.say("证据", "evidence"), d.Evidence.Title().In(b.Language))
		e.add(b.say("施行", "in force"), b.period(d.Effective))
		e.add(b.say("说明", "note"), d.Note.In(b.Language))
		s.Entries = append(s.Entries, e)
	}
	return s
}

// add puts a line to the entry, where there is something to say.
func (e *entry) add(label, value string) {
	if value != "" {
		e.Facts = append(e.Facts, fact{Label: label, Value: value})
	}
}

// link puts names of other entries to the entry, where there are any.
func (e *entry) link(label string, to []link) {
	if len(to) > 0 {
		e.Facts = append(e.Facts, fact{Label: label, Links: to})
	}
}

// basis links a clause of the plan to its entry, and any other to its document's.
func basis(all []rule.Clause) []link {
	to := make([]link, len(all))
	for i, c := range all {
		to[i] = link{c.String(), c.Doc}
		if c.Key != "" {
			to[i].Anchor = c.Key
		}
	}
	return to
}

func (b builder) period(p rule.Period) string {
	if p == (rule.Period{}) {
		return ""
	}
	return p.String()
}
