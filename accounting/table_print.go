package accounting

import (
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// Markdown prints the event types as a reviewer reads them against the law: a
// heading each, its basis and how sure that is, what it needs, its vouchers, and
// what follows; roles first, with their cases.
func (t *Table) Markdown(l rule.Language) string {
	var b strings.Builder
	say := func(zh, en string) string { return text(zh, en).In(l) }
	for _, r := range t.source.Roles {
		b.WriteString("## " + r.Title.In(l) + " `" + r.Name + "`\n\n")
		for _, c := range r.Cases {
			b.WriteString("- " + c.Account)
			if c.Detail != "" {
				b.WriteString("-" + c.Detail)
			}
			if len(c.When) > 0 {
				b.WriteString(say("：", ": ") + join(c.When, " and "))
			}
			if c.Effective != (rule.Period{}) {
				b.WriteString(" " + c.Effective.String())
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	for i := range t.source.Types {
		t.source.Types[i].markdown(&b, l, say)
	}
	return b.String()
}

func (t *EventType) markdown(b *strings.Builder, l rule.Language, say func(zh, en string) string) {
	b.WriteString("## " + t.Title.In(l) + " `" + string(t.ID) + "`\n\n")
	names := make([]string, len(t.Basis))
	for i, c := range t.Basis {
		names[i] = c.String()
	}
	b.WriteString(say("依据：", "basis: ") + strings.Join(names, say("；", "; ")) + say("（", " (") + t.Evidence.Title().In(l) + say("）", ")") + "\n")
	line := func(zh, en, value string) {
		if value != "" {
			b.WriteString(say(zh, en) + value + "\n")
		}
	}
	line("判断：", "judgement: ", t.Judgement.In(l))
	entities := make([]string, len(t.Entities))
	for i, e := range t.Entities {
		entities[i] = e.Title().In(l)
	}
	line("适用单位：", "for: ", strings.Join(entities, say("、", ", ")))
	if t.Effective != (rule.Period{}) {
		line("施行：", "in force: ", t.Effective.String())
	}
	line("须附：", "needs: ", strings.Join(t.Documents, say("、", ", ")))
	if t.Approved {
		b.WriteString(say("须经批准\n", "needs a decision by someone else\n"))
	}
	for _, r := range t.Requires {
		line("条件：", "requires: ", r.Condition.String()+say("（", " (")+r.Want.In(l)+say("）", ")"))
	}
	b.WriteString("\n")
	for _, e := range t.Entries {
		b.WriteString("- " + e.Book.Title().In(l) + say("：", ": ") + e.String() + "\n")
	}
	for _, f := range t.Then {
		b.WriteString("- " + say("随后：", "then: ") + "`" + string(f.Kind) + "`\n")
	}
	b.WriteString("\n")
}
