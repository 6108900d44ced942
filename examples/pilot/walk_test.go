package main

import (
	"bufio"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// TestWalk compares docs/walk.md with the way of JT-06 through the packages: each
// step's line of the unit's folder, and what stands after it.
func TestWalk(t *testing.T) {
	w := walk{t: t, lines: linesOf(t, "events.jsonl"), asset: "JT-06", revenue: "SR-2026-01", matter: "SQ-2025-01"}
	w.inventory()
	w.ledger()
	w.books()
	w.registration()
	w.authorisation()
	w.supply()
	w.account()
	w.report()
	golden(t, "../../docs/walk.md", regexp.MustCompile(` +\n`).ReplaceAllString(w.page.String(), "\n"))
}

// walk writes the page.
type walk struct {
	t                      *testing.T
	page                   strings.Builder
	lines                  []string
	asset, revenue, matter string
}

func linesOf(t *testing.T, name string) []string {
	t.Helper()
	f, err := files(t, transport).Open(name)
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	var all []string
	for s := bufio.NewScanner(f); s.Scan(); {
		all = append(all, s.Text())
	}
	require.NotEmpty(t, all)
	return all
}

func (w *walk) say(format string, args ...any) { fmt.Fprintf(&w.page, format, args...) }

// in shows the lines of the folder that have all of the texts.
func (w *walk) in(texts ...string) {
	w.say("\n```json\n")
	n := 0
	for _, l := range w.lines {
		if has(l, texts) {
			w.say("%s\n", shortened(l))
			n++
		}
	}
	require.Positive(w.t, n, texts)
	w.say("```\n\n")
}

func has(line string, texts []string) bool {
	for _, s := range texts {
		if !strings.Contains(line, s) {
			return false
		}
	}
	return true
}

// shortened keeps a line of the page readable: papers are long.
func shortened(s string) string {
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + " …"
	}
	return s
}

// vouchers shows what an event booked.
func (w *walk) vouchers(r pilot.Result, event string) {
	for _, p := range r.Postings {
		if p.Event != event {
			continue
		}
		for _, v := range p.Vouchers {
			e := v.Entry()
			w.say("    %s %s %s %s\n", e.Date, e.Filed(), e.Book.Title().ZH, e.Brief())
		}
	}
}

func (w *walk) inventory() {
	w.say(`# One asset, from the inventory to the report

How JT-06, the road surface images of the rural roads that a transport department has had made
under contract, goes through the steps of the plan. Each step shows what goes in, a line of the folder
[examples/pilot/units/1-transport-department](../examples/pilot/units/1-transport-department),
and what stands afterwards. The page is compared with the program by a test
([examples/pilot/walk_test.go](../examples/pilot/walk_test.go)). The whole unit, with every
other asset: ` + "`go run ./examples/pilot`" + `.

## 1. The inventory · 摸底清查 → [asset](../asset)

A line of inventory.csv becomes an ` + "`asset.Resource`" + ` through the one table that ledger row and
information card include too; ` + "[record](../record)" + ` reads the sheet.

`)
	sheet := linesOf(w.t, "inventory.csv")
	heads, cells := strings.Split(strings.TrimPrefix(sheet[0], "\ufeff"), ","), []string(nil)
	for _, l := range sheet {
		if strings.HasPrefix(l, w.asset+",") {
			cells = strings.Split(l, ",")
		}
	}
	require.Len(w.t, cells, len(heads))
	for i, h := range heads {
		if cells[i] != "" {
			w.say("    %s: %s\n", h, cells[i])
		}
	}
	w.say("\n`asset.Recognize` asks each criterion on a day. In April the images were not there yet:\n\n")
	for _, at := range []string{"2025-04-30", "2025-11-18"} {
		for _, a := range reviewed(w.t, transport, at).Assessments {
			if a.Resource == w.asset {
				w.say("    %s 管理确认 %s，会计确认 %s：%s\n", at, a.Management.State.Title().ZH, a.Accounting.State.Title().ZH, a.RouteWhy.ZH)
			}
		}
	}
}

func (w *walk) unit(at string) pilot.Unit {
	u, _ := with(w.t, transport, at)
	return u
}

func (w *walk) row(at string) ledger.Row {
	row, ok := reviewed(w.t, transport, at).Ledger.Row(w.asset)
	require.True(w.t, ok)
	return row
}

func (w *walk) ledger() {
	w.say("\n## 2. The ledger · 台账 → [ledger](../ledger)\n")
	w.in(`"event":"list"`, w.asset)
	row := w.row("2025-11-18")
	w.say("The row is the resource and what the unit keeps of it. What the steps below change in it is a revision of an append-only log, each.\n\n    %s %s 入账状态 %s 金额 %s 登记 %s\n", row.ID(), row.Resource.Name, row.Booking, row.Amount, row.Registered)
}

func (w *walk) books() {
	w.say("\n## 3. The books · 入账 → [accounting/government](../accounting/government)\n")
	w.in(`"event":"book"`, w.asset, "development")
	w.say("The kind of event names the row of the table that says which accounts are debited and credited, and by which article. 30 %% was prepaid, 5 %% is kept for a year:\n\n")
	r := reviewed(w.t, transport, "2025-12-31")
	w.vouchers(r, "RZ-2025-01")
	w.vouchers(r, "RZ-2025-02")
	card, ok := w.unit("2025-12-31").Journal.Card(w.asset)
	require.True(w.t, ok)
	s := card.Schedule()
	w.say("\nStraight-line over 60 months from the month of delivery ([accounting](../accounting)): %s a month, %s after %d months.\n", s.Amount(0), s.Accumulated(1), 2)
}

func (w *walk) registration() {
	w.say("\n## 4. Registration · 登记 → [registry](../registry)\n")
	w.in(`"event":"registration"`, w.asset, `"step":"submit"`)
	w.say("Two regimes, each a state table: the card in the budget system, which yields the certificate, and the national registration, with its terms in working days.\n\n")
	for _, at := range []string{"2025-12-15", "2026-02-02", "2026-03-13"} {
		for _, g := range reviewed(w.t, transport, at).Registrations {
			if g.Asset == w.asset {
				w.say("    %s %s：%s %s %s\n", at, g.Regime().Title().ZH, g.Regime().Describe(g.Position).ZH, g.Certificate.Number, until(g.ValidTo))
			}
		}
	}
}

func until(d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return "至 " + d.String()
}

func (w *walk) authorisation() {
	w.say("\n## 5. Authorised operation · 授权运营 → [authorization](../authorization)\n")
	w.in(`"event":"authorisation"`, w.matter, `"command"`)
	w.say("The papers leave out what ledger, registrations and books say already. One matter runs through two procedures, the approval of the use and the authorised operation; a step that counts in both is taken in both or in neither.\n\n")
	for _, at := range []string{"2025-12-05", "2025-12-10", "2025-12-22", "2026-06-24"} {
		for _, a := range reviewed(w.t, transport, at).Authorizations {
			if a.ID == w.matter {
				w.say("    %s %s：%s%s\n", at, a.Regime().Title().ZH, a.Regime().Describe(a.Position).ZH, granted(a, w.asset))
			}
		}
	}
}

// granted is what of the asset is granted.
func granted(a authorization.Authorization, asset string) string {
	if a.Position.Status != authorization.Granted {
		return ""
	}
	for _, l := range a.Application().Assets {
		if l.Asset == asset {
			return " " + asset + "（" + strings.Join(l.Areas, "、") + "）"
		}
	}
	return ""
}

func (w *walk) supply() {
	w.say("\n## 6. Supply · 对外提供\n")
	w.in(`"event":"supply"`, w.asset)
	w.say("Judged by the supply rules of registry, authorization and trade on its day. On 2025-12-12 it would have been refused: its card was registered on 12-15 (四(三) [GX-4.3.2]).\n")
}

func (w *walk) account() {
	w.say("\n## 7. Revenue · 收益 → [revenue](../revenue)\n")
	w.in(`"` + w.revenue + `"`)
	w.say("One row in four columns. What its entries are follows from the row, the holder and the tax in force: 600,000.00 ÷ 1.01 = 594,059.41 to the treasury, 5,940.59 VAT, and 356.44 surcharges on it.\n\n")
	r := reviewed(w.t, transport, "2026-04-14")
	for _, row := range r.Account.Rows {
		if row.ID == w.revenue {
			w.say("    应收 %s %s，开票 %s %s，实收 %s %s，上缴 %s %s\n", row.DueOn, row.Due, row.BilledOn, row.Billed, row.BankOn, row.Received, row.RemittedOn, row.Remitted)
		}
	}
	w.say("\n")
	for _, p := range r.Postings {
		if p.Vouchers[0].Entry().Date.Before(calendar.MustDate(2026, 4, 1)) && strings.HasPrefix(p.Event, w.revenue) {
			w.vouchers(r, p.Event)
		}
	}
	w.say("\nThe receipt is what the quarter's filing is owed for (四(六) [GX-4.6.4]):\n\n")
	w.obligations(r, "revenue.file-instalments", "2026Q1")
	balance(w, reviewed(w.t, transport, "2026-03-31").Balances, "2103")
}

func (w *walk) obligations(r pilot.Result, duty rule.ID, subject string) {
	for _, o := range r.Obligations {
		if o.Duty.ID == duty && o.Subject == subject {
			w.say("    %s\n", o.Line(rule.Chinese))
		}
	}
}

func balance(w *walk, all []accounting.Balance, code string) {
	for _, b := range all {
		if b.Account.Code == code {
			w.say("\nAt the end of March nothing is left on %s %s: %s.\n", code, b.Account.Name.ZH, b.Net)
		}
	}
}

func (w *walk) report() {
	w.say("\n## 8. The report · 季度进展报告 → [pilot](../pilot)\n\n`pilot.Review` puts it together, clause by clause; `pilot.Progress` fills the quarter's report from the same records, with the digest of the ledger.\n\n")
	r := reviewed(w.t, transport, "2026-04-14")
	w.obligations(r, "pilot.quarterly-report", "2026Q1")
	q, err := calendar.ParseQuarter("2026Q1")
	require.NoError(w.t, err)
	unit := w.unit("2026-04-14")
	p, err := pilot.Progress(unit, q, pilot.Said{On: day(w.t, "2026-04-13"), PreparedBy: "乙", ApprovedBy: "甲", Next: "推进授权运营"})
	require.NoError(w.t, err)
	w.say("\n")
	for _, l := range p.Links {
		w.say("- %s\n", l.Progress)
	}
	w.say("\n")
	for _, key := range []string{"GX-4.2.1", "GX-4.3.2", "GX-4.4.2", "GX-4.5.2", "GX-4.6.4"} {
		if c, ok := r.ByClause(key); ok {
			w.say("    %s %s\n", c.Ref(), c.State.Title().ZH)
		}
	}
}
