package dataasset_test

import (
	"crypto/ed25519"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/conformance"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/dataasset-go/dataasset/trade"
	"github.com/shopspring/decimal"
)

// mistake is a call that goes wrong, as a caller would write it. Where no short call
// brings an error about it is made here, and the page says so.
type mistake struct {
	of   string // the type of its error
	call string
	err  func() error
}

// second drops the result of a call.
func second[T any](_ T, err error) error { return err }

func third[T, U any](_ T, _ U, err error) error { return err }

var oneDay = calendar.MustDate(2026, time.March, 2)

// mistakes is a call for each type of error of the module.
func mistakes() []mistake {
	all := []mistake{
		{"calendar.ValueError", `calendar.ParseDate("2026-02-30")`, func() error { return second(calendar.ParseDate("2026-02-30")) }},
		{"calendar.RegionError", `calendar.China("CN-XX")`, func() error { return second(calendar.China("CN-XX")) }},
		{"calendar.NotAnnouncedError", `national.IsWorkday(2027-03-02)`, func() error {
			c, err := calendar.China(calendar.National)
			if err != nil {
				return err
			}
			return second(c.IsWorkday(calendar.MustDate(2027, time.March, 2)))
		}},
		{"calendar.TermError", `national.Due(2026-03-02, calendar.Workdays(-1))`, func() error {
			c, err := calendar.China(calendar.National)
			if err != nil {
				return err
			}
			return second(c.Due(oneDay, calendar.Workdays(-1)))
		}},
		{"calendar.NoticeError", `calendar.ReadLayer({"region":"CN-HI","notices":[{"year":2026,"daysOff":[{"from":"2026-13-01"}]}]})`, func() error {
			return second(calendar.ReadLayer([]byte(`{"region":"CN-HI","notices":[{"year":2026,"daysOff":[{"from":"2026-13-01"}]}]}`)))
		}},
		{"money.ValueError", `money.Parse("1.234")`, func() error { return second(money.Parse("1.234")) }},

		{"rule.ValueError", `severity.UnmarshalText("fatal")`, func() error { return new(rule.Severity).UnmarshalText([]byte("fatal")) }},
		{"rule.TableError", `rule.NewSet(rule without id)`, func() error { return second(rule.NewSet(rule.Check[int]{})) }},
		{"rule.ReportError", `report.Err()`, func() error {
			_, report, err := asset.Resources().Read([]byte(`{"id":"D-1","nmae":"路况"}`), record.Options{Stage: record.Draft})
			if err != nil {
				return err
			}
			return report.Err()
		}},
		{"rule.StaleError", `ledger.Apply(3, …) at revision 0`, func() error { return ledger.New().Apply(3, ledger.Retire{}) }},
		{"rule.VersionError", `ledger.Read(a log of version 99)`, func() error {
			return second(ledger.Read(strings.NewReader(strings.Replace(oneRow(), `"v":1`, `"v":99`, 1)), "ledger.jsonl"))
		}},
		{"rule.TamperedError", `ledger.Read(a log whose entry was changed)`, func() error {
			return second(ledger.Read(strings.NewReader(strings.Replace(oneRow(), "路线18.6万条", "路线18.7万条", 1)), "ledger.jsonl"))
		}},
		{"rule.TornError", `ledger.Read(a log whose last line broke off)`, func() error {
			return second(ledger.Read(strings.NewReader(oneRow()[:200]), "ledger.jsonl"))
		}},
		{"rule.LongLineError", `ledger.Read(a line of 65 MiB)`, func() error {
			return second(ledger.Read(strings.NewReader(strings.Repeat("a", 65<<20)), "ledger.jsonl"))
		}},
		{"rule.ReplayError", `registry.Replay(finance card, "JT-01", [an event of JT-02])`, func() error {
			return second(registry.Replay(registry.FinanceCard(), "JT-01", []registry.Event{{Asset: "JT-02", Regime: "finance-card"}}))
		}},
		{"rule.Refusal", `registration.Apply(approve) before it was submitted`, func() error {
			r := registry.New(registry.FinanceCard(), "JT-01")
			return third(r.Apply(registry.Approve{Act: registry.Act{On: oneDay, By: "审核人"}, CertificateNo: "GX-ZS-2026-0001"}))
		}},

		{"record.SyntaxError", `asset.Resources().Decode({"id":)`, func() error { return third(asset.Resources().Decode([]byte(`{"id":`))) }},
		{"record.LimitError", `asset.Resources().Decode(300 levels of lists)`, func() error {
			return third(asset.Resources().Decode([]byte(`{"id":` + strings.Repeat("[", 300) + strings.Repeat("]", 300) + `}`)))
		}},
		{"record.HeadingError", `ledger.Table().ReadCSV(a sheet without the id)`, func() error {
			rows, err := ledger.Table().ReadCSV(strings.NewReader("名称,备注\n路况,无\n"), record.Options{File: "台账.csv"})
			if err != nil {
				return err
			}
			for range rows.All() {
			}
			return rows.Err()
		}},
		{"record.FieldError", `asset.Resources().Set(&resource, "cost", "一百元")`, func() error { return asset.Resources().Set(new(asset.Resource), "cost", "一百元") }},
		{"record.EncodeError", `asset.Resources().Encode(a name that is not UTF-8)`, func() error {
			return second(asset.Resources().Encode(&asset.Resource{Name: "\xff"}))
		}},
		{"record.TableError", `record.NewTable(a field without a title)`, func() error {
			return second(record.NewTable(record.Definition{Name: "note", Title: rule.Text{ZH: "说明", EN: "note"}}, []record.Field[asset.Holder]{{Key: "text"}}))
		}},

		{"ledger.ChangeError", `ledger.Apply(0, retire an id that is not there)`, func() error {
			return ledger.New().Apply(0, ledger.Retire{On: oneDay, ID: "JT-99", Cause: ledger.CauseLost, Reason: "损毁"})
		}},
		{"ledger.ShareError", `ledger.Divide(row, [a], [1])`, func() error { return second(ledger.Divide(ledger.Row{}, []string{"a"}, []int64{1})) }},
		{"ledger.SpanError", `view.Movements(dimension, a span that ends before it begins)`, func() error {
			return second(ledger.New().Now().Movements(ledger.ByBooking, ledger.Span{Name: "2026", From: oneDay, To: oneDay.AddDays(-1)}))
		}},

		{"registry.RegimeError", `registry.NewRegime(a regime without rows)`, func() error {
			return second(registry.NewRegime(registry.Spec{ID: "weather-data", Title: rule.Text{ZH: "气象数据登记", EN: "registration of weather data"}, Basis: []rule.Clause{rule.GX("4.3.5")}}))
		}},
		{"registry.RegisterError", `register.Apply(0, "finance-card", …) of a register without it`, func() error {
			return third(registry.NewRegister().Apply(0, "finance-card", "JT-01", registry.Submit{}))
		}},
		{"registry.NumberError", `registry.DefaultNumbers().Parse("ZS-1")`, func() error { return second(registry.DefaultNumbers().Parse("ZS-1")) }},
		{"registry.CertificateError", `verifier.Verify("{}")`, func() error {
			key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
			return second(registry.Verifier{Algorithm: registry.Ed25519(), Key: key.Public()}.Verify([]byte("{}")))
		}},
		{"authorization.RegimeError", `authorization.NewRegime(a regime without a title)`, func() error { return second(authorization.NewRegime(authorization.Spec{ID: "own"})) }},

		{"accounting.ChartError", `accounting.NewChart(an account without a name)`, func() error { return second(accounting.NewChart(accounting.Account{Code: "1002"})) }},
		{"accounting.VoucherError", `chart.Voucher(1.00 against 2.00)`, func() error {
			return second(government.Chart().Voucher(accounting.Entry{
				Book: accounting.Financial, Date: oneDay, Summary: "盘盈", Basis: []rule.Clause{rule.GX("4.4.2")},
				Lines: []accounting.Line{
					{Side: accounting.Debit, Account: "1701", Amount: money.MustParse("1.00")},
					{Side: accounting.Credit, Account: "1902", Amount: money.MustParse("2.00")},
				},
			}, rule.Administrative))
		}},
		{"accounting.EventError", `government.Events().Post(an event of an unknown kind)`, func() error {
			return second(government.Events().Post(accounting.Event{ID: "RZ-1", Kind: "government.nothing", On: oneDay, Entity: rule.Administrative}))
		}},
		{"accounting.PostingError", `journal.Post(0, a posting without vouchers)`, func() error { return accounting.NewJournal().Post(0, accounting.Posting{Event: "RZ-1"}) }},
		{"accounting.TableError", `accounting.NewTable(chart, a formula that cannot be read)`, func() error {
			return second(accounting.NewTable(government.Chart(), accounting.Events{Types: []accounting.EventType{{
				ID: "own.receipt", Title: rule.Text{ZH: "收款", EN: "receipt"}, Basis: []rule.Clause{rule.GX("4.6.2")}, Evidence: rule.FullText,
				Entries: []accounting.EntryTemplate{accounting.Financially(accounting.Dr("1002", "a +"), accounting.Cr("2103", "a"))},
			}}}))
		}},
		{"accounting.FormulaError", `accounting.ParseFormula("net + ")`, func() error { return second(accounting.ParseFormula("net + ")) }},
		{"accounting.NumberError", `accounting.ParseNumber("12 3/2")`, func() error { return second(accounting.ParseNumber("12 3/2")) }},
		{"accounting.PlanError", `accounting.StraightLine(cost, start, 0)`, func() error {
			return second(accounting.StraightLine(decimal.NewFromInt(100), oneDay, 0))
		}},
		{"accounting.TextError", `accounting.NewTextReader("2026-03-02 x\n  a  1\n").Next()`, func() error {
			return second(accounting.NewTextReader(strings.NewReader("2026-03-02 x\n    a  1.00\n\n")).Next())
		}},
		{"accounting.EntryError", `accounting.ReadJournal(an entry that is neither posting nor closing) [its sentence alone]`, func() error { return &accounting.EntryError{Err: rule.ErrNotAllowed} }},
		{"accounting.EntrySizeError", `journal.Write(a posting above the limit) [its sentence alone]`, func() error { return &accounting.EntrySizeError{Size: 100 << 20} }},
		{"government.Refusal", `government.Policy{}.Approved(surplus, the bureau's own approval)`, func() error {
			return second(government.Policy{}.Approved(government.Surplus{
				ID: "PY-1", On: oneDay, Items: []government.Item{{Asset: "GL-03", Detail: "数据资产——政府采购"}},
				Unit: government.Unit{Name: "某市财政局", Entity: rule.Administrative, Authority: rule.CityLevel, Finance: "某市财政局"},
			}, accounting.Approval{Body: "某市财政局", On: oneDay, Number: "示例函〔2026〕1号"}))
		}},
		{"government.RateError", `tax.Split("100.00", "", 1990-01-01)`, func() error {
			return third(government.DefaultTax().Split(money.MustParse("100.00"), "small", calendar.MustDate(1990, time.January, 1)))
		}},
		{"enterprise.TaxError", `enterprise.RateOn("general", 1990-01-01)`, func() error {
			return second(enterprise.RateOn("general", calendar.MustDate(1990, time.January, 1)))
		}},
		{"enterprise.FinancingError", `enterprise.Financing{}.PresentValue()`, func() error { return second(enterprise.Financing{}.PresentValue()) }},
		{"enterprise.RecoverableError", `enterprise.Recoverable{}.Recovery()`, func() error { return second(enterprise.Recoverable{}.Recovery()) }},
		{"enterprise.IssueError", `method.Issue(nothing, 1)`, func() error { return third(enterprise.Method(0).Issue(nil, 1)) }},
		{"enterprise.SpendingError", `enterprise.Collect(nil, a cost of no project)`, func() error {
			return second(enterprise.Collect(nil, []enterprise.Spending{{On: oneDay, Amount: money.MustParse("1.00")}}))
		}},
		{"enterprise.ValueError", `enterprise.Goods{ID: "BG-07"}.Measure()`, func() error { return second(enterprise.Goods{ID: "BG-07"}.Measure()) }},
		{"enterprise.Refusal", `enterprise.Policy{}.ChangePurpose(card, on, no decision, …)`, func() error {
			return second(enterprise.Policy{}.ChangePurpose(accounting.Card{}, oneDay, "", enterprise.Life{}, "sale"))
		}},
		{"enterprise.NoteError", `enterprise.Disclose(journal, from, to, a way of acquisition that is none)`, func() error {
			return second(enterprise.Disclose(accounting.NewJournal(), oneDay, oneDay, enterprise.Written{Ways: []enterprise.Acquired{{Resource: "BG-05", Way: "found"}}}))
		}},

		{"revenue.AgreementError", `revenue.NewAgreement(an agreement that shares 90 %)`, func() error {
			return second(revenue.NewAgreement(revenue.Terms{
				ID: "XY-1", Parties: []revenue.Party{{ID: "甲", Role: revenue.RoleHolder}, {ID: "乙", Role: revenue.RoleOperator}},
				Shares: []revenue.Share{revenue.Part("甲", money.MustParseRatio("0.6")), revenue.Part("乙", money.MustParseRatio("0.3"))},
			}))
		}},
		{"revenue.VersionError", `revenue.Agreement{}.Distribute(100)`, func() error { return second(revenue.Agreement{}.Distribute(decimal.NewFromInt(100))) }},
		{"revenue.FilingError", `revenue.Policy{}.Filings(a receipt without a date)`, func() error {
			return second(revenue.Policy{}.Filings(rule.RegionDepartment, []revenue.Receipt{{ID: "SR-1", Purpose: revenue.ForUse}}, nil))
		}},
		{"revenue.AccountError", `account.Levies(a row received on no day)`, func() error {
			return second(revenue.Account{Rows: []revenue.Row{{ID: "SR-1", Received: money.MustParse("1.00")}}}.Levies())
		}},
		{"revenue.TreasuryError", `account.Events(an administrative unit that retains)`, func() error {
			return second(revenue.Account{
				Holder: revenue.Holder{Entity: rule.Administrative, Taxation: revenue.Taxation{Taxpayer: revenue.SmallTaxpayer}},
				Rows: []revenue.Row{{
					ID: "SR-1", Assets: []string{"JT-02"}, Purpose: revenue.ForUse, Payment: revenue.OneOff, BankOn: oneDay,
					Received: money.MustParse("101.00"), Retention: revenue.OtherIncome,
				}},
			}.Events())
		}},
		{"trade.PriceError", `trade.PriceCase{}.Maximum()`, func() error { return second(trade.PriceCase{}.Maximum()) }},
		{"schema.UnknownRecordError", `schema.For("crad")`, func() error { return second(schema.For("crad")) }},
		{"schema.ValidatorError", `validator.Validate(…) where the validator itself fails [its sentence alone]`, func() error { return &schema.ValidatorError{Cause: "stack overflow"} }},
		{"conformance.MismatchError", `conformance.Run(a case that expects another day)`, func() error {
			cases, err := conformance.Cases()
			if err != nil {
				return err
			}
			c := cases[slices.IndexFunc(cases, func(c conformance.Case) bool { return c.ID == "due.liaison-list.national" })]
			c.Expect.Values = map[string]json.RawMessage{"date": []byte(`"2025-04-11"`)}
			return conformance.Run(c)
		}},
	}
	return all
}

// oneRow is the log of a ledger of one row.
func oneRow() string {
	l := ledger.New()
	row := ledger.Row{Resource: asset.Resources().Sample(), RecordedOn: oneDay, Registered: ledger.NotRegistered, Booking: asset.NotBooked}
	if err := l.Apply(0, ledger.Add{On: oneDay, Row: row}); err != nil {
		panic(err)
	}
	var log strings.Builder
	if err := l.Write(&log, 0); err != nil {
		panic(err)
	}
	return log.String()
}
