package authorization_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// books is a journal with one event after the other.
func books(t testing.TB, events ...accounting.Event) *accounting.Journal {
	t.Helper()
	j := accounting.NewJournal()
	for _, e := range events {
		posting, err := government.Events().Post(e)
		require.NoError(t, err, e.Kind)
		require.NoError(t, j.Post(j.Revision(), posting))
	}
	return j
}

// booking is an event of the government system on one asset.
func booking(id, kind, on, asset, amounts string, value string, terms accounting.Terms) accounting.Event {
	e := accounting.Event{
		ID: id, Kind: rule.ID(kind), On: day(on), Entity: rule.Administrative, Attachments: 1,
		Parts: []accounting.Part{{Asset: asset, Detail: "数据资产——示例", Amounts: map[string]money.Amount{}, Terms: terms}},
	}
	if amounts != "" {
		e.Parts[0].Amounts[amounts] = money.MustParse(value)
	}
	if strings.Contains(kind, "transfer") {
		e.Facts = map[string]string{"payment": "bank"}
	}
	row, ok := government.Events().Type(e.Kind)
	if ok && row.Approved {
		e.Approval = accounting.Approval{Body: "本级财政部门", On: e.On, Number: "示例批复〔2026〕9号"}
		e.Documents = row.Documents
	}
	return e
}

func nominal() accounting.Terms { return accounting.Terms{Measured: accounting.AtNominal} }

// listed is a ledger with one row, from a day on.
func listed(t testing.TB, id, on string) *ledger.Ledger {
	t.Helper()
	r := asset.Resources().Sample()
	r.ID, r.AvailableOn = id, calendar.Date{}
	l := ledger.New()
	require.NoError(t, l.Apply(0, ledger.Add{On: day(on), Row: ledger.Row{Resource: r, RecordedOn: day(on), Registered: ledger.NotRegistered, Booking: asset.NotBooked}}))
	return l
}

// cancelled cancels a registration on a day for a cause.
func cancelled(t testing.TB, r registry.Registration, on string, cause registry.Cause) registry.Registration {
	t.Helper()
	for _, c := range []registry.Command{
		registry.Cancel{Act: registry.Act{On: day(on), By: "甲", Reason: "示例"}, Cause: cause}, registry.Approve{Act: registry.Act{On: day(on), By: "乙"}},
	} {
		next, _, err := r.Apply(c)
		require.NoError(t, err)
		r = next
	}
	return r
}

func review(f authorization.FollowUp, on string) rule.Report {
	return authorization.FollowUpRules().Review(f, rule.Context{At: day(on)})
}

// U3 row 15: GL-11, in the books at nominal amount, is transferred out to the
// pilot county on 2026-11-12: 借3401 1.00 贷1701 1.00, card cancelled. Each place that
// does not follow is found.
func TestTransferOut(t *testing.T) {
	h := bureau()
	in := booking("E-1", "government.transfer-in-nominal", "2025-08-14", "GL-11", "", "", nominal())
	out := booking("E-2", "government.transferred-out", "2026-11-12", "GL-11", "gross", "1.00", accounting.Terms{})
	j := books(t, in, out)
	l := authorization.LineAt(j, "GL-11", "文旅消费券核销数据", day("2026-11-11"))
	assert.Equal(t, "1.00", l.Cost.String())
	assert.Equal(t, "1.00", l.Carrying().String())
	assert.Equal(t, no, authorization.LineAt(j, "GL-11", "", day("2026-11-12")).Booked, "gone by the end of that day")
	assert.Equal(t, no, authorization.LineAt(j, "GL-11", "", day("2025-08-13")).Booked)
	assert.Equal(t, no, authorization.LineAt(nil, "GL-11", "", day("2025-08-14")).Booked)
	l.Registered, l.Number = yes, "ZS-GL-11"
	d := authorization.Disposal{
		Number: "CZ-2026-01", On: day("2026-11-02"), Holder: h, Kind: authorization.TransferOut, Assets: []authorization.DisposalLine{l}, Recipient: "所辖试点县", Reason: "划转试点县使用", ValuedOn: day("2026-11-11"),
	}
	approved, _ := do(t, authorization.New(authorization.AssetDisposal(), "CZ-2026-01"),
		authorization.DraftDisposal{Act: by("2026-11-11", h.Name), Disposal: d},
		authorization.Decide{Act: by("2026-11-11", h.Name), Decision: decision},
		authorization.Submit{Act: by("2026-11-11", h.Name)})
	assert.Equal(t, rule.ID("authorization.not-own"), refused(t, approved, authorization.Approve{Act: by("2026-11-12", h.Name), Approval: approval("自批")}).Rule, "P18 for disposals too")
	approved, _ = do(t, approved, authorization.Approve{Act: authorization.Act{On: day("2026-11-12"), By: "桂林市人民政府", Role: authorization.Government}, Approval: approval("示例批复〔2026〕9号")})
	due, err := approved.Deadlines(day("2026-11-12"))
	require.NoError(t, err)
	require.Len(t, due, 1)
	assert.Equal(t, rule.Promptly, due[0].Standing)

	execute := func(change func(*authorization.Execution)) authorization.Command {
		e := authorization.Execution{LedgerOn: day("2026-11-12"), RegisteredOn: day("2026-11-12"), BookedOn: day("2026-11-12"), Voucher: "记-9"}
		change(&e)
		return authorization.Execute{Act: by("2026-11-12", h.Name), Execution: e}
	}
	for name, change := range map[string]func(*authorization.Execution){
		"no card":           func(e *authorization.Execution) { e.RegisteredOn = calendar.Date{} },
		"no entry":          func(e *authorization.Execution) { e.BookedOn, e.Voucher = calendar.Date{}, "" },
		"before the reply":  func(e *authorization.Execution) { e.BookedOn = day("2026-11-11") },
		"after the command": func(e *authorization.Execution) { e.LedgerOn = day("2026-11-13") },
	} {
		assert.Equal(t, rule.ID("authorization.followed-together"), refused(t, approved, execute(change)).Rule, name)
	}
	gone, _ := do(t, approved, execute(func(*authorization.Execution) {}))
	assert.Equal(t, "disposed", gone.Position.String())
	assert.Equal(t, authorization.Disposed, gone.StatusAt(day("2026-11-12")))
	assert.Equal(t, "2026-11-12", gone.Execution().LedgerOn.String())

	rows := listed(t, "GL-11", "2025-08-14")
	card := registered(t, "GL-11", "2025-09-15")
	lag := review(authorization.FollowUp{Disposal: gone, Ledger: rows, Registrations: []registry.Registration{withHolder(t, "GL-11", h.Name)}, Journal: books(t, in)}, "2026-11-12")
	for _, id := range []rule.ID{"authorization.ledger-followed", "authorization.registration-followed", "authorization.books-followed"} {
		assert.True(t, lag.Has(id), id)
	}
	require.NoError(t, lag.Err(), "“in time” has no number: it warns")
	require.NoError(t, rows.Apply(rows.Revision(), ledger.TransferOut{On: day("2026-11-12"), ID: "GL-11", To: "所辖试点县", Reason: "划转"}))
	all := authorization.FollowUp{Disposal: gone, Ledger: rows, Registrations: []registry.Registration{cancelled(t, card, "2026-11-12", registry.Transferred)}, Journal: j}
	assert.True(t, review(all, "2026-11-12").Clean(), "%v", review(all, "2026-11-12").Findings)
	all.Registrations[0] = cancelled(t, card, "2026-11-12", registry.Lost)
	assert.True(t, review(all, "2026-11-12").Has("authorization.registration-followed"), "lost does not answer to a transfer")
	// Before it is carried out nothing has to follow; what is not known is not judged.
	all.Disposal = approved
	assert.False(t, review(all, "2026-11-12").Has("authorization.registration-followed"))
	unknown := authorization.FollowUpRules().Explain(authorization.FollowUp{Disposal: gone}, rule.Context{At: day("2026-11-12")})
	for _, o := range unknown.Outcomes {
		if o.Rule == "authorization.ledger-followed" || o.Rule == "authorization.books-followed" || o.Rule == "authorization.values-agree" {
			assert.Equal(t, rule.Unknown, o.State, o.Rule)
		}
	}
}

// withHolder is a registration by a holder of that name.
func withHolder(t testing.TB, id, holder string) registry.Registration {
	t.Helper()
	card := registry.Card{Resource: asset.Resources().Sample(), Holder: holder, EnteredOn: day("2025-09-15")}
	card.Resource.ID = id
	r, _, err := registry.New(registry.FinanceCard(), id).Apply(registry.Submit{Act: registry.Act{On: day("2025-09-15"), By: "甲"}, Card: card})
	require.NoError(t, err)
	r, _, err = r.Apply(registry.Approve{Act: registry.Act{On: day("2025-09-15"), By: "乙"}, CertificateNo: "ZS-" + id})
	require.NoError(t, err)
	return r
}

// U1 row 14: JT-10 is lost on 2026-08-19, the card cancelled the same day, the loss
// in 1902 on 08-21, approved on 09-23. Ledger and card follow the loss, only the
// books wait for the reply (财资〔2016〕1号).
func TestLoss(t *testing.T) {
	h := department()
	found := booking("E-1", "government.transfer-in-nominal", "2025-06-30", "JT-10", "", "", nominal())
	pending := booking("E-2", "government.loss-found", "2026-08-21", "JT-10", "gross", "1.00", accounting.Terms{})
	j := books(t, found, pending)
	l := authorization.LineAt(j, "JT-10", "历史客运联网售票数据", day("2026-08-19"))
	l.Registered = yes
	d := authorization.Disposal{Number: "CZ-2026-02", On: day("2026-08-21"), Holder: h, Kind: authorization.Loss, Assets: []authorization.DisposalLine{l}, Reason: "存储故障", ValuedOn: day("2026-08-19")}
	require.Empty(t, authorization.Disposals().Validate(&d, record.Options{}).Findings)
	a, _ := do(t, authorization.New(authorization.AssetDisposal(), "CZ-2026-02"),
		authorization.DraftDisposal{Act: by("2026-08-21", h.Name), Disposal: d},
		authorization.Decide{Act: by("2026-08-24", h.Name), Decision: decision},
		authorization.Submit{Act: by("2026-08-24", h.Name)},
		authorization.Approve{Act: by("2026-09-23", "自治区财政厅"), Approval: approval("示例批复〔2026〕3号")},
		authorization.Execute{Act: by("2026-09-23", h.Name), Execution: authorization.Execution{LedgerOn: day("2026-08-19"), RegisteredOn: day("2026-08-19"), BookedOn: day("2026-09-23"), Voucher: "记-3"}})
	rows := listed(t, "JT-10", "2025-05-29")
	require.NoError(t, rows.Apply(rows.Revision(), ledger.Retire{On: day("2026-08-19"), ID: "JT-10", Cause: ledger.CauseLost, Reason: "存储故障"}))
	f := authorization.FollowUp{Disposal: a, Ledger: rows, Registrations: []registry.Registration{cancelled(t, registered(t, "JT-10", "2025-09-10"), "2026-08-19", registry.Lost)}, Journal: j}
	assert.True(t, review(f, "2026-09-23").Has("authorization.books-followed"), "1902 alone is not the end")
	done := booking("E-3", "government.loss-approved", "2026-09-23", "JT-10", "gross", "1.00", accounting.Terms{})
	f.Journal = books(t, found, pending, done)
	assert.True(t, review(f, "2026-09-23").Clean(), "%v", review(f, "2026-09-23").Findings)
	early := booking("E-3", "government.loss-approved", "2026-09-22", "JT-10", "gross", "1.00", accounting.Terms{})
	f.Journal = books(t, found, pending, early)
	assert.True(t, review(f, "2026-09-23").Has("authorization.books-followed"), "a day before the reply")
}

// U2 row 12: BG-10, never in the books, is sold outright for 360,000.00 by the
// group's own procedure; the base price lies below 1,000,000.
func TestEnterpriseSale(t *testing.T) {
	h := group()
	d := authorization.Disposal{
		Number: "CZ-2026-03", On: day("2026-10-12"), Holder: h, Kind: authorization.Sale, Recipient: "某公司", Reason: "不再使用",
		Assets:   []authorization.DisposalLine{{Asset: "BG-10", Name: "历史引航与潮汐观测数据", Booked: no, Registered: no}},
		ValuedOn: day("2026-09-30"), AppraisedOn: day("2026-09-30"), Appraised: money.MustParse("350000.00"), BasePrice: money.MustParse("360000.00"), Price: money.MustParse("381600.00"),
	}
	require.Empty(t, authorization.Disposals().Validate(&d, record.Options{}).Findings)
	assert.False(t, d.Assets[0].Carrying().Present(), "no cost of an asset")
	decided, _ := do(t, authorization.New(authorization.EnterpriseDisposal(), "CZ-2026-03"),
		authorization.DraftDisposal{Act: by("2026-10-12", h.Name), Disposal: d}, authorization.Decide{Act: by("2026-10-13", h.Name), Decision: decision})
	sold, _ := do(t, decided, authorization.Execute{Act: by("2026-10-23", h.Name), Execution: authorization.Execution{LedgerOn: day("2026-10-23"), Received: money.MustParse("381600.00")}})
	assert.Equal(t, "disposed", sold.Position.String())
	rows := listed(t, "BG-10", "2025-05-30")
	require.NoError(t, rows.Apply(rows.Revision(), ledger.Retire{On: day("2026-10-23"), ID: "BG-10", Cause: ledger.CauseSold, Reason: "出售"}))
	f := authorization.FollowUp{Disposal: sold, Ledger: rows, Journal: accounting.NewJournal()}
	assert.True(t, review(f, "2026-10-23").Clean(), "%v", review(f, "2026-10-23").Findings)
}

// Appraisal, book values and who may what: each on both sides.
func TestDisposalGuards(t *testing.T) {
	drafted := func(h asset.Holder, change func(*authorization.Disposal)) authorization.Authorization {
		a := application(h)
		d := disposal(a, authorization.Sale)
		d.Holder = h
		change(&d)
		v, _ := do(t, authorization.New(authorization.DisposalRegime(h), "1"), authorization.DraftDisposal{Act: by("2025-12-01", h.Name), Disposal: d})
		return v
	}
	institution := department()
	institution.Entity = rule.PublicInstitution
	none := func(d *authorization.Disposal) { d.AppraisedOn, d.Appraised = calendar.Date{}, money.Amount{} }
	kind := func(k authorization.DisposalKind) func(*authorization.Disposal) {
		return func(d *authorization.Disposal) {
			none(d)
			d.Kind = k
			if k == authorization.WriteOff || k == authorization.Loss {
				d.Recipient = ""
			}
		}
	}
	for name, tt := range map[string]struct {
		holder asset.Holder
		change func(*authorization.Disposal)
		rule   rule.ID
	}{
		"a sale, appraised":                    {department(), func(*authorization.Disposal) {}, ""},
		"a sale, not appraised":                {department(), none, "authorization.appraised"},
		"a sale, appraised after the decision": {department(), func(d *authorization.Disposal) { d.AppraisedOn = day("2025-12-03") }, "authorization.appraised"},
		"a sale, with the rule that lets it":   {department(), func(d *authorization.Disposal) { none(d); d.NoAppraisal = "示例规定" }, ""},
		"an exchange, not appraised":           {department(), kind(authorization.Exchange), "authorization.appraised"},
		"an investment, not appraised":         {institution, kind(authorization.Investment), "authorization.appraised"},
		"an investment, appraised":             {institution, func(d *authorization.Disposal) { d.Kind = authorization.Investment }, ""},
		"an administrative unit invests":       {department(), func(d *authorization.Disposal) { d.Kind = authorization.Investment }, "authorization.no-investment"},
		"a transfer":                           {department(), kind(authorization.TransferOut), ""},
		"a donation":                           {department(), kind(authorization.Donation), ""},
		"a write-off":                          {department(), kind(authorization.WriteOff), ""},
		"a loss":                               {department(), kind(authorization.Loss), ""},
		"values of the day":                    {department(), func(d *authorization.Disposal) { d.ValuedOn = day("2025-12-02") }, ""},
		"values of the day after":              {department(), func(d *authorization.Disposal) { d.ValuedOn = day("2025-12-03") }, "authorization.book-values"},
		"amortised beyond its cost":            {department(), func(d *authorization.Disposal) { d.Assets[0].Amortised = money.MustParse("1.01") }, "authorization.book-values"},
		"an enterprise's, not appraised":       {group(), none, "authorization.appraised"},
		"given to an affiliate": {group(), func(d *authorization.Disposal) {
			kind(authorization.Donation)(d)
			d.Affiliated, d.Price = yes, money.Amount{}
		}, "authorization.no-free-use-by-affiliates"},
		"sold to an affiliate": {group(), func(d *authorization.Disposal) { d.Affiliated = yes }, ""},
	} {
		a := drafted(tt.holder, tt.change)
		c := authorization.Decide{Act: by("2025-12-02", tt.holder.Name), Decision: decision}
		if tt.rule == "" {
			a, _ = do(t, a, c)
			if name == "sold to an affiliate" { // 企业国有资产法 第45条
				e := authorization.Execute{Act: by("2025-12-02", tt.holder.Name), Execution: authorization.Execution{LedgerOn: day("2025-12-02"), RegisteredOn: day("2025-12-02"), BookedOn: day("2025-12-02"), Voucher: "记-1"}}
				assert.Equal(t, rule.ID("authorization.no-investor-approval"), refused(t, a, e).Rule)
			}
			continue
		}
		assert.Equal(t, tt.rule, refused(t, a, c).Rule, name)
	}
	// What is to be deleted is deleted in a way that is named.
	a := drafted(department(), func(d *authorization.Disposal) { kind(authorization.WriteOff)(d); d.Assets[0].Destroyed = yes })
	a, _ = do(t, a, authorization.Decide{Act: by("2025-12-02", department().Name), Decision: decision}, authorization.Submit{Act: by("2025-12-02", department().Name)},
		authorization.Approve{Act: by("2025-12-10", "自治区财政厅"), Approval: approval("示例批复〔2025〕5号")})
	e := authorization.Execution{LedgerOn: day("2025-12-11"), RegisteredOn: day("2025-12-11"), BookedOn: day("2025-12-11"), Voucher: "记-1"}
	assert.Equal(t, rule.ID("authorization.followed-together"), refused(t, a, authorization.Execute{Act: by("2025-12-11", department().Name), Execution: e}).Rule)
	e.DestroyedHow = "多次覆写并出具证明"
	do(t, a, authorization.Execute{Act: by("2025-12-11", department().Name), Execution: e})
}

// The book values applied for are the journal's of that day.
func TestValuesAgree(t *testing.T) {
	j := books(t, booking("E-1", "government.transfer-in-nominal", "2025-08-14", "JT-02", "", "", nominal()))
	a := application(department())
	d := disposal(a, authorization.Sale)
	judge := func() rule.Report {
		v, _ := do(t, authorization.New(authorization.AssetDisposal(), "1"), authorization.DraftDisposal{Act: by("2025-12-01", a.Holder.Name), Disposal: d})
		return review(authorization.FollowUp{Disposal: v, Journal: j}, "2025-12-01")
	}
	assert.True(t, judge().Clean())
	d.Assets[0].Cost = money.MustParse("1.01")
	require.Error(t, judge().Err())
	assert.True(t, judge().Has("authorization.values-agree"))
	d.Assets[0].Cost, d.ValuedOn = money.MustParse("1.00"), day("2025-08-13")
	assert.True(t, judge().Has("authorization.values-agree"), "on that day it was not in the books")
}

// An enterprise's sale: from 1,000,000 ten working days of notice, from 10,000,000
// twenty. 2026-09-01 is a Tuesday; ten working days are 1–4, 7–11, 14.
func TestSaleNotice(t *testing.T) {
	for _, tt := range []struct {
		price, from, to string
		warned          bool
	}{
		{"999999.99", "", "", false},
		{"1000000.00", "", "", true},
		{"1000000.00", "2026-09-01", "2026-09-14", false},
		{"1000000.00", "2026-09-01", "2026-09-11", true},
		{"10000000.00", "2026-09-01", "2026-09-14", true},
		{"10000000.00", "2026-09-01", "2026-09-27", true}, // 09-18 is 14, 09-20 (a Sunday) is worked, 09-24 is 19, then 中秋
		{"10000000.00", "2026-09-01", "2026-09-28", false},
	} {
		d := disposal(application(group()), authorization.Sale)
		d.BasePrice = money.MustParse(tt.price)
		if tt.from != "" {
			d.Venue, d.NoticeFrom, d.NoticeTo = "某产权交易机构", day(tt.from), day(tt.to)
		}
		v, _ := do(t, authorization.New(authorization.EnterpriseDisposal(), "1"), authorization.DraftDisposal{Act: by("2025-12-01", group().Name), Disposal: d})
		assert.Equal(t, tt.warned, review(authorization.FollowUp{Disposal: v}, "2026-10-09").Has("authorization.sale-notice"), "%+v", tt)
	}
}

// What must follow where: three rows a way of disposal, whose codes exist in the
// ledger, in the register, and in the tables of events.
func TestFollows(t *testing.T) {
	field := func(d record.Definition, key string) record.CodeList {
		f, ok := d.Field(key)
		require.True(t, ok, key)
		return f.Type.(record.Code).List
	}
	retired := field(ledger.Table().Definition(), "retireCause")
	var causes record.CodeList
	for _, a := range registry.Commands().Definition().Alternatives {
		if a.Code == "cancel" {
			causes = field(a.Definition, "cause")
		}
	}
	for _, k := range []authorization.DisposalKind{
		authorization.TransferOut, authorization.Sale, authorization.Exchange, authorization.Donation, authorization.WriteOff, authorization.Loss, authorization.Investment,
	} {
		all := authorization.Follows(k)
		require.Len(t, all, 3, k)
		for i, place := range []authorization.Place{authorization.InLedger, authorization.InRegister, authorization.InBooks} {
			f := all[i]
			assert.Equal(t, place, f.Place)
			assert.NotEmpty(t, f.Codes)
			assert.NotEmpty(t, f.Basis)
			for _, c := range f.Codes {
				switch place {
				case authorization.InLedger:
					assert.True(t, retired.Has(c), c)
				case authorization.InRegister:
					assert.True(t, causes.Has(c), c)
				default:
					_, ok := government.Events().Type(rule.ID(c))
					assert.True(t, ok, c)
				}
			}
			for _, c := range f.Enterprise {
				_, ok := enterprise.Events().Type(rule.ID(c))
				assert.True(t, ok, c)
			}
		}
		assert.NotEqual(t, string(k), k.Title().ZH)
	}
	assert.Empty(t, authorization.Follows("unheard-of"))
	// Registry and books agree about what a cancellation means.
	loss := authorization.Follows(authorization.Loss)
	assert.True(t, slices.Contains(loss[1].Codes, string(registry.Lost)))
	assert.Equal(t, []rule.ID{"government.loss-approved"}, registry.Lost.Follows().Events)
	for _, c := range []registry.Cause{registry.Lost, registry.Expired, registry.Relinquished, registry.Transferred} {
		for _, id := range c.Follows().Events {
			_, ok := government.Events().Type(id)
			assert.True(t, ok, id)
		}
	}
}
