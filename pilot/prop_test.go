package pilot_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

type (
	registration = registry.Registration
	finding      = rule.Finding
)

// lives is a year of each of three assets and of the unit itself: none of the
// four has to do with another.
func lives() [][]pilot.Event {
	var all [][]pilot.Event
	for i, id := range []string{"D-1", "D-2", "D-3"} {
		n := fmt.Sprint(i)
		all = append(all, []pilot.Event{
			list("2025-05-29", id), surplus("2025-06-30", "PY-"+n, id), approved("2025-08-20", "PY-"+n, "自治区财政厅", n+"号"),
			submit("2025-09-08", id), approve("2025-09-10", []string{"ZS-" + n}, id), draft("2025-12-22", "SQ-"+n, application("SQ-"+n, id)),
			decide("2025-12-22", "SQ-"+n), adopt("2025-12-22", "SQ-"+n), sign("2025-12-22", "SQ-"+n, application("SQ-"+n, id)), supply("2026-01-05", "SQ-"+n, id),
			receipt("2026-03-2"+n, "SR-"+n, revenue.OneOff, "10"+n+".00", id), change("2026-05-20", id, field("scale", n+" GB")),
		})
	}
	return append(all, []pilot.Event{
		done(pilot.DutyLiaison, "", "2025-04-11"), done(pilot.DutyReport, "2025Q2", "2025-07-14"), done(pilot.DutyReport, "2025Q3", "2025-10-22"),
	})
}

// sorted is a result as JSON with its lists in an order that does not come from
// the order of the events; numbers of vouchers follow the order of booking.
func sorted(t require.TestingT, r pilot.Result) string {
	slices.SortFunc(r.Registrations, func(a, b registration) int { return cmp.Compare(a.Asset, b.Asset) })
	slices.SortFunc(r.Authorizations, func(a, b authorization.Authorization) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(r.Postings, func(a, b accounting.Posting) int { return cmp.Compare(a.Event, b.Event) })
	if n := r.Disclosures.Notes; n != nil { // listed as they came
		slices.SortFunc(n.Nominal, func(a, b government.NominalNote) int { return cmp.Compare(a.Asset, b.Asset) })
	}
	b, err := json.Marshal(r)
	require.NoError(t, err)
	var out map[string]any
	require.NoError(t, json.Unmarshal(b, &out))
	rows := out["ledger"].([]any)
	slices.SortFunc(rows, func(a, b any) int {
		return cmp.Compare(a.(map[string]any)["id"].(string), b.(map[string]any)["id"].(string))
	})
	for _, p := range out["vouchers"].([]any) {
		for _, v := range p.(map[string]any)["vouchers"].([]any) {
			delete(v.(map[string]any), "number")
		}
	}
	report := out["report"].(map[string]any)["findings"].([]any)
	lines := make([]string, len(report))
	for i, f := range report {
		f := f.(map[string]any)
		if path, _ := f["path"].(string); strings.HasPrefix(path, "/ledger/") {
			f["path"] = ""
		}
		delete(f, "row")
		delete(f, "source") // the line of the event, where a finding says it
		line, err := json.Marshal(f)
		require.NoError(t, err)
		lines[i] = string(line)
	}
	slices.Sort(lines)
	out["report"] = lines
	b, err = json.Marshal(out)
	require.NoError(t, err)
	return string(b)
}

// Events that have nothing to do with each other give the same review in
// whatever order they are entered.
func TestOrderOfIndependentEvents(t *testing.T) {
	want := sorted(t, reviewed(t, built(t, department(), slices.Concat(lives()...)...), "2026-12-31"))
	rapid.Check(t, func(t *rapid.T) {
		rest := lives()
		var events []pilot.Event
		for len(rest) > 0 {
			i := rapid.IntRange(0, len(rest)-1).Draw(t, "next")
			events = append(events, rest[i][0])
			if rest[i] = rest[i][1:]; len(rest[i]) == 0 {
				rest = slices.Delete(rest, i, i+1)
			}
		}
		u, report := pilot.Build(department(), recorded(events...), day("2026-12-31"))
		require.NoError(t, report.Err())
		r, err := pilot.Review(u, day("2026-12-31"))
		require.NoError(t, err)
		require.Equal(t, want, sorted(t, r))
	})
}

// Whatever events come in whatever order: no panic; debits are credits; the
// balances are the sums of the vouchers; the ledger's nominal amounts are what
// 1701 stands at; receipts sum up; refused events change nothing at all.
func TestTotalsAreSums(t *testing.T) {
	pool := slices.Concat(slices.Concat(lives()...), func() (all []pilot.Event) {
		for _, tt := range departmentRefusals {
			all = append(append(all, tt.before...), tt.event)
		}
		return all
	}())
	rapid.Check(t, func(t *rapid.T) {
		var events []pilot.Event
		for range rapid.IntRange(0, 40).Draw(t, "events") {
			events = append(events, rapid.SampledFrom(pool).Draw(t, "event"))
		}
		u, _ := pilot.Build(department(), recorded(events...), day("2026-12-31"))
		r, err := pilot.Review(u, day("2026-12-31"))
		require.NoError(t, err)

		net := map[string]*big.Int{}
		all := new(big.Int)
		for _, p := range r.Postings {
			for _, v := range p.Vouchers {
				for _, l := range v.Entry().Lines {
					amount := big.NewInt(l.Amount.Fen())
					if l.Side == accounting.Credit {
						amount.Neg(amount)
					}
					if net[l.Account] == nil {
						net[l.Account] = new(big.Int)
					}
					net[l.Account].Add(net[l.Account], amount)
					all.Add(all, amount)
				}
			}
		}
		require.Zero(t, all.Sign(), "debits are credits")
		require.Len(t, r.Balances, len(net))
		for _, b := range r.Balances {
			want := net[b.Account.Code].Int64()
			if b.Account.Normal == accounting.Credit {
				want = -want
			}
			require.Equal(t, want, b.Net.Fen(), b.Account.Code)
		}
		nominal := int64(0)
		for id := range map[string]bool{"D-1": true, "D-2": true, "D-3": true, "D-4": true} {
			for _, c := range u.Ledger.History() {
				if up, ok := c.(ledger.Update); ok && up.Row.ID() == id && up.Row.Booking == asset.BookedNominal {
					nominal += 100
					break
				}
			}
		}
		booked := int64(0)
		if n := net["1701"]; n != nil {
			booked = n.Int64()
		}
		require.Equal(t, nominal, booked, "each asset that was ever booked at nominal amount stands in 1701 with one yuan")
		received := int64(0)
		for _, x := range u.Account.Rows {
			received += x.Received.Fen()
		}
		require.Equal(t, received, r.Totals.Received.Fen())
		late := 0
		for _, o := range r.Obligations {
			if o.Standing.IsLate() {
				late++
			}
		}
		require.Equal(t, late, r.Totals.Late)

		// Entered again without those that were refused, the unit is the same.
		var good []pilot.Event
		for i, e := range events {
			before, _ := pilot.Build(department(), recorded(events[:i]...), day("2026-12-31"))
			after, report := pilot.Build(department(), recorded(events[:i+1]...), day("2026-12-31"))
			refused := slices.ContainsFunc(report.Findings, func(f finding) bool { return f.Source.Line == i+1 })
			if refused {
				require.Equal(t, digest(t, before), digest(t, after), "event %d was refused", i+1)
				continue
			}
			good = append(good, e)
		}
		again, report := pilot.Build(department(), recorded(good...), day("2026-12-31"))
		require.Empty(t, report.Findings)
		require.Equal(t, digest(t, u), digest(t, again))
	})
}

func digest(t require.TestingT, u pilot.Unit) string {
	b, err := json.Marshal([]any{u.Ledger.Head(), u.Journal.Revision(), u.Registrations, u.Authorizations, u.Supplies, u.Account, u.Done})
	require.NoError(t, err)
	return string(b)
}

// A unit may be reviewed by many at once, and the tables are safe for all: run
// with -race.
func TestConcurrentReviews(t *testing.T) {
	u := built(t, department(), slices.Concat(lives()...)...)
	want, err := json.Marshal(reviewed(t, u, "2026-12-31"))
	require.NoError(t, err)
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			own, report := pilot.Build(department(), recorded(slices.Concat(lives()...)...), day("2026-12-31"))
			if assert.NoError(t, report.Err()) && i%2 == 0 {
				own = u
			}
			r, err := pilot.Review(own, day("2026-12-31"))
			assert.NoError(t, err)
			b, err := json.Marshal(r)
			assert.NoError(t, err)
			assert.Equal(t, string(want), string(b))
			_, _ = pilot.Review(u, day("2025-10-01"))
			assert.Len(t, pilot.Guangxi().Units, 27)
			assert.NotEmpty(t, pilot.Events().Samples())
			assert.NotNil(t, pilot.UnitRecords())
		})
	}
	wg.Wait()
}
