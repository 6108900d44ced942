package government_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

const (
	department  = rule.Administrative
	institution = rule.PublicInstitution
)

// sample is an event written short: amounts and facts as "name=value" words.
type sample struct {
	kind    string // without government.
	by      rule.Entity
	amounts string
	facts   string
	on      string // 2026-03-16 where none
}

func words(s string) map[string]string {
	all := map[string]string{}
	for _, w := range strings.Fields(s) {
		k, v, _ := strings.Cut(w, "=")
		all[k] = v
	}
	return all
}

// tester is what testing.T and rapid.T have in common.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	FailNow()
}

// event fills in what the kind of event asks for beside amounts and facts: terms,
// documents, a reply, other assets.
func (s sample) event(t tester) accounting.Event {
	t.Helper()
	id := rule.ID("government." + s.kind)
	row, ok := government.Events().Type(id)
	require.True(t, ok, id)
	if s.on == "" {
		s.on = "2026-03-16"
	}
	on, err := calendar.ParseDate(s.on)
	require.NoError(t, err)
	part := accounting.Part{
		Asset: "JT-01", Detail: "数据资产——公路", Amounts: map[string]money.Amount{},
		Others: map[string]accounting.Ref{
			"given": {Asset: "JT-90", Detail: "数据资产——旧平台"}, "from": {Detail: "软件"}, "used": {Asset: "RJ-01", Detail: "软件"},
		},
	}
	for name, value := range words(s.amounts) {
		part.Amounts[name] = money.MustParse(value)
	}
	if row.Terms {
		part.Terms = accounting.Terms{Measured: accounting.AtCost, Months: 60, From: calendar.MonthOf(on), Use: "duties"}
		if strings.Contains(s.kind, "nominal") && !strings.Contains(s.kind, "nominal-to-cost") && !strings.Contains(s.kind, "later") {
			part.Terms = accounting.Terms{Measured: accounting.AtNominal}
		}
	}
	e := accounting.Event{
		ID: "E-1", Kind: id, On: on, Entity: s.by, Facts: words(s.facts), Parts: []accounting.Part{part}, Documents: row.Documents, Attachments: 2,
	}
	if row.Entries[0].Kind == accounting.Closing {
		e.Parts[0].Asset, e.Attachments = "本单位", 0
	}
	if row.Approved {
		e.Approval = accounting.Approval{Body: "自治区财政厅", On: on, Number: "示例批复〔2026〕1号"}
	}
	return e
}

func (s sample) post(t tester) []accounting.Posting {
	t.Helper()
	all, err := government.Events().Chain(s.event(t))
	require.NoError(t, err, "%s %s", s.kind, s.amounts)
	return all
}

// entriesOf writes vouchers as the worked examples do: "F: 借1701 1.00, 贷4603 1.00",
// with a detail account where asked lists it for the line.
func entriesOf(postings []accounting.Posting) (all [][]string, book []string) {
	for _, p := range postings {
		for _, v := range p.Vouchers {
			e := v.Entry()
			name := "F"
			if e.Book == accounting.Budgetary {
				name = "B"
			}
			var lines []string
			for _, l := range e.Lines {
				lines = append(lines, l.Side.Title().ZH+l.Account+"-"+l.Detail+" "+l.Amount.String())
			}
			all, book = append(all, lines), append(book, name)
		}
	}
	return all, book
}

// requireEntries compares vouchers with hand-written ones, one a line, in order;
// within a voucher the order of lines is free. A hand-written line without a
// detail account leaves it open.
func requireEntries(t *testing.T, want string, postings []accounting.Posting) {
	t.Helper()
	got, books := entriesOf(postings)
	var wanted []string
	for line := range strings.Lines(want) {
		if line = strings.TrimSpace(line); line != "" {
			wanted = append(wanted, strings.NewReplacer("(", "（", ")", "）").Replace(line))
		}
	}
	require.Len(t, got, len(wanted), "vouchers: %v", got)
	for i, line := range wanted {
		book, rest, ok := strings.Cut(line, ": ")
		require.True(t, ok, line)
		require.Equal(t, book, books[i], line)
		left := slices.Clone(got[i])
		for _, one := range strings.Split(rest, ", ") {
			at := slices.IndexFunc(left, func(l string) bool { return sameLine(one, l) })
			require.GreaterOrEqual(t, at, 0, "no line %q in %q", one, got[i])
			left = slices.Delete(left, at, at+1)
		}
		require.Empty(t, left, "lines beyond %q", line)
	}
}

func sameLine(want, got string) bool {
	wantHead, wantAmount, _ := strings.Cut(want, " ")
	gotHead, gotAmount, _ := strings.Cut(got, " ")
	wantAccount, wantDetail, detailed := strings.Cut(wantHead, "-")
	gotAccount, gotDetail, _ := strings.Cut(gotHead, "-")
	return wantAccount == gotAccount && wantAmount == gotAmount &&
		(!detailed || gotDetail == wantDetail || strings.HasPrefix(gotDetail, wantDetail+"——"))
}
