package accounting

import (
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// Summary tells what the summary of a voucher of an event type says in a language.
// Vouchers are written in Chinese: what the table or a run wrote is given by the
// title of the row, what a person wrote is given as it is.
func (t *Table) Summary(kind rule.ID, written string, l rule.Language) string {
	c := t.types[kind]
	if c == nil || l == rule.Chinese {
		return written
	}
	what, names, _ := strings.Cut(written, summaryColon.ZH)
	titles := []rule.Text{c.Title, dueSummary(between(what, "计提 ", " 摊销")), missedSummary(spanned(between(what, "补提 ", " 摊销")))}
	for _, e := range c.entries {
		titles = append(titles, e.Summary)
	}
	for _, title := range titles {
		if title.ZH == what && !title.IsZero() {
			if names == "" {
				return title.In(l)
			}
			return title.In(l) + summaryColon.In(l) + strings.Join(strings.Split(names, summaryComma.ZH), summaryComma.In(l))
		}
	}
	return written
}

// What stands between the words of a summary and the assets, and between those.
var (
	summaryColon = text("：", ": ")
	summaryComma = text("、", ", ")
)

// summarise writes the summary of a voucher: what happened, and to which assets.
func summarise(what rule.Text, assets ...string) string {
	if len(assets) == 0 {
		return what.ZH
	}
	return what.ZH + summaryColon.ZH + strings.Join(assets, summaryComma.ZH)
}

// dueSummary words what a month's run books.
func dueSummary(month string) rule.Text {
	return text("计提 "+month+" 摊销", "amortisation of "+month)
}

// missedSummary words what a run catches up on.
func missedSummary(from, through string) rule.Text {
	if from == through {
		return text("补提 "+from+" 摊销", "amortisation missed of "+from)
	}
	return text("补提 "+from+" 至 "+through+" 摊销", "amortisation missed from "+from+" to "+through)
}

func between(s, before, after string) string {
	s, ok := strings.CutPrefix(s, before)
	if s, end := strings.CutSuffix(s, after); ok && end {
		return s
	}
	return ""
}

func spanned(s string) (from, through string) {
	from, through, span := strings.Cut(s, " 至 ")
	if !span {
		return s, s
	}
	return from, through
}
