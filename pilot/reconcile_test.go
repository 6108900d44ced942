package pilot_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// agreed is a unit whose records agree: D-1 listed, booked at 1.00, registered,
// with money received for it.
func agreed(t *testing.T) pilot.Unit {
	t.Helper()
	events := []pilot.Event{
		list("2025-05-29", "D-1"), surplus("2025-06-30", "PY-1", "D-1"),
		submit("2025-09-08", "D-1"), approve("2025-09-10", []string{"ZS-1"}, "D-1"),
		receipt("2026-04-09", "SR-1", revenue.OneOff, "101.00", "D-1"), cashed(),
	}
	u, report := pilot.Build(department(), recorded(events...), day("2026-06-30"))
	require.NoError(t, report.Err())
	return u
}

// cashed is the receipt SR-1 in the books.
func cashed() pilot.Booked {
	e := book("2026-04-10", "SK-1", "government.licence-remitted", "SR-1", nil, []string{"taxpayer", "small"})
	e.Receipt = "SR-1"
	return e
}

// amend changes a row of the ledger behind the back of the other records.
func amend(t *testing.T, u pilot.Unit, on string, change func(*ledger.Row)) {
	t.Helper()
	row, ok := u.Ledger.Now().Row("D-1")
	require.True(t, ok)
	change(&row)
	require.NoError(t, u.Ledger.Apply(u.Ledger.Revision(), ledger.Update{On: day(on), Reason: "改", Row: row}))
}

// booksOf is the books of a unit that booked another asset only, which the
// ledger has too.
func booksOf(t *testing.T, u pilot.Unit, id string) *accounting.Journal {
	t.Helper()
	other, report := pilot.Build(department(), recorded(
		list("2025-05-29", id), surplus("2025-06-30", "PY-1", id), receipt("2026-04-09", "SR-1", revenue.OneOff, "101.00", id), cashed()), day("2026-06-30"))
	require.NoError(t, report.Err())
	row, ok := other.Ledger.Now().Row(id)
	require.True(t, ok)
	require.NoError(t, u.Ledger.Apply(u.Ledger.Revision(), ledger.Add{On: day("2026-05-08"), Row: row}))
	return other.Journal
}

func retireRow(t *testing.T, u pilot.Unit, on string) {
	t.Helper()
	require.NoError(t, u.Ledger.Apply(u.Ledger.Revision(), ledger.Retire{On: day(on), ID: "D-1", Cause: ledger.CauseLost}))
}

func cancelCard(t *testing.T, u *pilot.Unit, cause registry.Cause, on string) {
	t.Helper()
	r, _, err := u.Registrations[0].Apply(registry.Cancel{Act: registry.Act{On: day(on), By: "甲", Reason: "存储故障"}, Cause: cause})
	require.NoError(t, err)
	r, _, err = r.Apply(registry.Approve{Act: registry.Act{On: day(on), By: "乙"}})
	require.NoError(t, err)
	u.Registrations = []registry.Registration{r}
	amend(t, *u, on, func(r *ledger.Row) { r.Registered = ledger.WasRegistered })
}

// nationalOf is the registration of an asset in the regime of public data, as far
// as a reconciliation looks at it.
func nationalOf(r registry.Registration, code string) registry.Registration {
	n := registry.New(registry.NationalRegistration(), r.Asset)
	n.Position, n.Certificate.Number = r.Position, code
	return n
}

// registeredWith registers the card of a registration anew, changed.
func registeredWith(t *testing.T, r registry.Registration, change func(*registry.Card)) registry.Registration {
	t.Helper()
	card := r.Card()
	change(&card)
	next, _, err := registry.New(r.Regime(), r.Asset).Apply(registry.Submit{Act: registry.Act{On: day("2025-09-08"), By: "甲"}, Card: card})
	require.NoError(t, err)
	next, _, err = next.Apply(registry.Approve{Act: registry.Act{On: day("2025-09-10"), By: "乙"}, CertificateNo: r.Certificate.Number})
	require.NoError(t, err)
	return next
}

func TestReconcileAgrees(t *testing.T) {
	u := agreed(t)
	got, err := pilot.Reconcile(u, day("2026-06-30"))
	require.NoError(t, err)
	assert.Empty(t, got.Report.Findings)
	for _, line := range got.Assets {
		if line.Asset == "D-1" {
			assert.True(t, line.Held())
			assert.Equal(t, yuan("1.00"), line.Cost, "名义金额")
			assert.Len(t, line.Receipts, 1)
		}
	}
	_, err = pilot.Reconcile(u, calendar.Date{})
	require.Error(t, err)
	empty, err := pilot.Reconcile(pilot.Unit{}, day("2026-06-30"))
	require.NoError(t, err)
	assert.Empty(t, empty.Assets)
}

// Each way in which two records can differ, one at a time.
func TestReconcileDiffers(t *testing.T) {
	for name, tt := range map[string]struct {
		differ func(*testing.T, *pilot.Unit)
		rule   rule.ID
		path   string
		says   string
	}{
		"ledger without a resource": {func(_ *testing.T, u *pilot.Unit) {
			u.Inventory.Resources = u.Inventory.Resources[1:]
		}, "pilot.listed-exists", "/ledger", "数据资源清单没有这项资源"},
		"registered by the ledger only": {func(_ *testing.T, u *pilot.Unit) {
			u.Registrations = nil
		}, "pilot.ledger-has-registration", "/ledger/registered", "没有有效登记"},
		"registered by the register only": {func(t *testing.T, u *pilot.Unit) {
			amend(t, *u, "2026-05-08", func(r *ledger.Row) {
				r.Registered, r.RegisteredOn, r.CertificateNo = ledger.NotRegistered, calendar.Date{}, ""
			})
		}, "pilot.ledger-has-registration", "/ledger/registered", "台账未反映"},
		"another certificate": {func(t *testing.T, u *pilot.Unit) {
			amend(t, *u, "2026-05-08", func(r *ledger.Row) { r.CertificateNo = "ZS-9" })
		}, "pilot.ledger-has-registration", "/ledger/certificateNo", "登记为“ZS-1”"},
		"the card says another scale": {func(t *testing.T, u *pilot.Unit) {
			amend(t, *u, "2026-05-08", func(r *ledger.Row) { r.Resource.Scale = "9 GB" })
		}, "pilot.card-has-ledger", "/card", "规模"},
		"cancelled, still listed": {func(t *testing.T, u *pilot.Unit) {
			cancelCard(t, u, registry.Lost, "2026-05-08")
			u.Journal = nil
		}, "pilot.cancelled-is-retired", "/ledger", "台账尚未退出"},
		"retired, still registered": {func(t *testing.T, u *pilot.Unit) {
			u.Journal = nil
			retireRow(t, *u, "2026-05-08")
		}, "pilot.cancelled-is-retired", "/registration", "登记尚未注销"},
		"booked by the ledger only": {func(t *testing.T, u *pilot.Unit) {
			u.Journal = booksOf(t, *u, "D-2")
		}, "pilot.ledger-has-books", "/ledger/bookingStatus", "财务账没有余额"},
		"booked by the books only": {func(t *testing.T, u *pilot.Unit) {
			amend(t, *u, "2026-05-08", func(r *ledger.Row) {
				r.Booking, r.Account, r.Amount, r.BookedOn, r.Voucher, r.Reason = asset.NotBooked, "", money.Amount{}, calendar.Date{}, "", ""
			})
		}, "pilot.ledger-has-books", "/ledger/bookingStatus", "财务账余额 1.00"},
		"another amount": {func(t *testing.T, u *pilot.Unit) {
			amend(t, *u, "2026-05-08", func(r *ledger.Row) { r.Booking, r.Amount, r.Reason = asset.BookedCost, yuan("480000.00"), "" })
		}, "pilot.ledger-has-books", "/ledger/bookAmount", "480000.00，财务账 1.00"},
		"retired, still booked": {func(t *testing.T, u *pilot.Unit) {
			cancelCard(t, u, registry.Lost, "2026-05-08")
			retireRow(t, *u, "2026-05-08")
		}, "pilot.gone-from-books", "/books", "已注销登记，财务账仍有 1.00"},
		"registered, not in the ledger": {func(t *testing.T, u *pilot.Unit) {
			r := u.Registrations[0]
			r.Asset = "D-9" // as a registry that gave it another number has it
			u.Registrations = append(u.Registrations, r)
		}, "pilot.ledger-has-registration", "/ledger", "D-9 已登记，台账没有这项资产"},
		"booked, not in the ledger": {func(t *testing.T, u *pilot.Unit) {
			other, report := pilot.Build(department(), recorded(
				list("2025-05-29", "D-1"), surplus("2025-06-30", "PY-1", "D-1"), list("2025-05-29", "D-2"), surplus("2025-06-30", "PY-2", "D-2"),
				receipt("2026-04-09", "SR-1", revenue.OneOff, "101.00", "D-1"), cashed()), day("2026-06-30"))
			require.NoError(t, report.Err())
			u.Journal = other.Journal
		}, "pilot.ledger-has-books", "/ledger", "财务账有 D-2 余额 1.00，台账没有这项资产"},
		"another amortisation": {func(t *testing.T, u *pilot.Unit) {
			amend(t, *u, "2026-05-08", func(r *ledger.Row) { r.Booking, r.Reason, r.Amortised = asset.BookedCost, "", yuan("0.25") })
		}, "pilot.ledger-has-books", "/ledger/amortised", "累计摊销 0.25，财务账 0.00"},
		"another term": {func(t *testing.T, u *pilot.Unit) {
			amend(t, *u, "2026-05-08", func(r *ledger.Row) { r.ValidTo = day("2028-12-31") })
			u.Registrations[0].ValidTo = day("2028-09-09")
		}, "pilot.ledger-has-registration", "/ledger/registrationValidTo", "有效期至 2028-12-31，登记为 2028-09-09"},
		"another national code": {func(t *testing.T, u *pilot.Unit) {
			u.Registrations = append(u.Registrations, nationalOf(u.Registrations[0], "GJ-1"))
		}, "pilot.ledger-has-registration", "/ledger/nationalCode", "登记为“GJ-1”"},
		"the card says another amount": {func(t *testing.T, u *pilot.Unit) {
			u.Registrations[0] = registeredWith(t, u.Registrations[0], func(c *registry.Card) {
				c.Booking, c.Account, c.Amount = asset.BookedNominal, "1701 无形资产——数据资产", yuan("2.00")
			})
			row, _ := u.Ledger.Now().Row("D-1")
			require.Equal(t, yuan("1.00"), row.Amount)
			amend(t, *u, "2026-05-08", func(r *ledger.Row) { r.Account = "1701 无形资产——数据资产" })
		}, "pilot.card-has-ledger", "/card", "不一致：入账金额。"},
		"money for what is not listed": {func(_ *testing.T, u *pilot.Unit) {
			u.Account.Rows[0].Assets = []string{"D-9"}
		}, "pilot.receipt-has-asset", "/receipts", "台账没有这项资产"},
		"money that is not booked": {func(_ *testing.T, u *pilot.Unit) {
			u.Booked = map[string][]pilot.Booking{}
		}, "pilot.receipt-booked", "/receipts", "D-1 取得的收入 SR-1 尚未入账"},
		"money whose booking the books do not have": {func(_ *testing.T, u *pilot.Unit) {
			u.Booked = map[string][]pilot.Booking{"SR-1": {{Event: "SK-2"}}}
		}, "pilot.receipt-booked", "/receipts", "尚未入账"},
	} {
		t.Run(name, func(t *testing.T) {
			u := agreed(t)
			tt.differ(t, &u)
			got, err := pilot.Reconcile(u, day("2026-06-30"))
			require.NoError(t, err)
			require.Len(t, got.Report.Findings, 1, "%v", got.Report.Findings)
			f := got.Report.Findings[0]
			assert.Equal(t, tt.rule, f.Rule)
			assert.Regexp(t, `^/assets/\d+`+tt.path+"$", f.Path)
			assert.Contains(t, f.Message.ZH, tt.says)
			assert.NotEmpty(t, f.Message.EN)
			assert.NotEmpty(t, f.Fix.ZH)
			assert.NotEmpty(t, f.Basis)

			// What comes after the day is not known on it.
			before, err := pilot.Reconcile(agreed(t), day("2026-03-31"))
			require.NoError(t, err)
			assert.Empty(t, before.Report.Findings)
		})
	}
}

// A registration that was cancelled because it was mistaken takes nothing out
// of the ledger or the books.
func TestReconcileMistaken(t *testing.T) {
	u := agreed(t)
	cancelCard(t, &u, registry.Mistaken, "2026-05-08")
	got, err := pilot.Reconcile(u, day("2026-06-30"))
	require.NoError(t, err)
	assert.Empty(t, got.Report.Findings)
}

// A registration that was cancelled for want of a renewal says nothing of the
// asset: it stays in the ledger and in the books.
func TestReconcileUnrenewed(t *testing.T) {
	u := agreed(t)
	card := u.Registrations[0].Card()
	card.Subject = registry.SubjectResource
	var papers []registry.Document
	for _, k := range []registry.DocumentKind{
		registry.DocRegistrant, registry.DocSource, registry.DocResource, registry.DocDeposit, registry.DocProducts, registry.DocScenarios,
		registry.DocSecurity, registry.DocReview,
	} {
		papers = append(papers, registry.Document{Kind: k, Title: "材料", On: day("2025-09-01")})
	}
	r := registry.New(registry.NationalRegistration(), "D-1")
	for _, c := range []registry.Command{
		registry.Submit{Act: registry.Act{On: day("2025-09-08"), By: "甲", Evidence: papers}, Card: card},
		registry.Accept{Act: registry.Act{On: day("2025-09-09"), By: "乙"}},
		registry.Examine{Act: registry.Act{On: day("2025-09-10"), By: "乙"}},
		registry.Publish{Act: registry.Act{On: day("2025-09-11"), By: "乙"}},
		registry.Approve{Act: registry.Act{On: day("2025-10-10"), By: "乙"}, CertificateNo: "GJ-1", ValidTo: day("2026-01-31")},
		registry.Lapse{Act: registry.Act{On: day("2026-02-01"), By: "乙"}},
	} {
		next, _, err := r.Apply(c)
		require.NoError(t, err)
		r = next
	}
	u.Registrations = []registry.Registration{r}
	amend(t, u, "2026-05-08", func(r *ledger.Row) { r.Registered, r.CancelledOn = ledger.WasRegistered, day("2026-02-01") })
	got, err := pilot.Reconcile(u, day("2026-06-30"))
	require.NoError(t, err)
	assert.Empty(t, got.Report.Findings)
}

// A review repeats what the reconciliation found; a caller may switch a rule
// off with a reason.
func TestReviewReconciles(t *testing.T) {
	u := agreed(t)
	cancelCard(t, &u, registry.Lost, "2026-05-08")
	retireRow(t, u, "2026-05-08")
	r, err := pilot.Review(u, day("2026-06-30"))
	require.NoError(t, err)
	assert.Len(t, findings(r, "pilot.gone-from-books"), 1)
	set, err := pilot.ReconcileRules().Without("pilot.gone-from-books", "本单位另行核对")
	require.NoError(t, err)
	r, err = pilot.Reviewer{Reconciling: set}.Review(u, day("2026-06-30"))
	require.NoError(t, err)
	assert.Empty(t, findings(r, "pilot.gone-from-books"))
}

// A receipt is due in the books by the end of its month; taxes on it and what is
// handed over do not book it, and who does not tell is not judged.
func TestReceiptBooked(t *testing.T) {
	came := receipt("2026-04-09", "SR-1", revenue.OneOff, "101.00", "D-1", "D-2")
	of := func(e pilot.Booked) pilot.Booked { e.Receipt = "SR-1"; return e }
	small := []string{"taxpayer", "small"}
	taxed := of(book("2026-04-10", "FJ-1", "government.surcharges-accrued", "SR-1", nil, append(small, "use", "duties")))
	remitted := of(book("2026-04-10", "JK-1", "government.remitted", "SR-1", nil, small))
	given := of(book("2026-04-10", "SK-1", "government.licence-remitted", "SR-1", []string{"net", "100.00", "vat", "1.00"}, small))
	for name, tt := range map[string]struct {
		events []pilot.Event
		at     string
		want   int
	}{
		"within the month":     {[]pilot.Event{came}, "2026-04-29", 0},
		"by its last day":      {[]pilot.Event{came}, "2026-04-30", 1},
		"taxes only":           {[]pilot.Event{came, taxed, remitted}, "2026-05-08", 1},
		"booked":               {[]pilot.Event{came, cashed(), taxed, remitted}, "2026-05-08", 0},
		"booked at given sums": {[]pilot.Event{came, given}, "2026-05-08", 0},
	} {
		t.Run(name, func(t *testing.T) {
			events := append([]pilot.Event{list("2025-05-29", "D-1", "D-2"), surplus("2025-06-30", "PY-1", "D-1")}, tt.events...)
			u, report := pilot.Build(department(), recorded(events...), day("2026-06-30"))
			require.NoError(t, report.Err())
			got, err := pilot.Reconcile(u, day(tt.at))
			require.NoError(t, err)
			assert.Len(t, findings(pilot.Result{Report: got.Report}, "pilot.receipt-booked"), tt.want, "%v", got.Report.Findings)

			u.Booked = nil
			got, err = pilot.Reconcile(u, day(tt.at))
			require.NoError(t, err)
			assert.Empty(t, findings(pilot.Result{Report: got.Report}, "pilot.receipt-booked"))
		})
	}
}
