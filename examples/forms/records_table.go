package main

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/trade"
)

// areas is every record that schema.Records lists, in its order.
func areas() []area {
	return []area{
		{"单位和数据资源", []form{table(asset.Holders()), table(asset.Projects()), table(asset.ITSystems()), table(asset.Resources())}},
		{"台账", []form{table(ledger.Table()), choice(ledger.Changes())}},
		{"登记", []form{
			table(registry.Cards()).printed("card.tmpl"), choice(registry.Commands()), table(registry.Events()),
			table(registry.SignedCertificates()).printed("certificate.tmpl"), table(registry.Applications()), table(registry.NationalApplications()),
		}},
		{"会计", []form{
			table(accounting.Vouchers()),
			table(government.CategoryLines()), table(government.HeldLines()), table(government.NominalLines()), table(government.LifeLines()), table(government.DisposalLines()),
		}},
		{"企业披露", []form{table(enterprise.Voluntaries()), table(enterprise.EstimateChanges()), table(enterprise.AppraisalNotes()), table(enterprise.WrittenNotes()), table(enterprise.Memos()), table(enterprise.Spendings())}},
		{"授权运营", []form{
			table(authorization.Applications()), table(authorization.Plans()), table(authorization.Agreements()), table(authorization.Consents()), table(authorization.Competitions()),
			table(authorization.Approvals()), table(authorization.Vouchers()), table(authorization.Evaluations()), table(authorization.Disclosures()), table(authorization.Disposals()),
			table(authorization.Guarantees()), choice(authorization.Commands()), table(authorization.Events()),
		}},
		{"交易流通", []form{table(trade.Supplies()), table(trade.PriceCases()), table(trade.Disclosures())}},
		{"收入和收益", []form{
			table(revenue.Receipts()), table(revenue.Matters()), table(revenue.Agreements()), table(revenue.Rows()), table(revenue.Dealings()),
			table(revenue.OneOffForms()), table(revenue.QuarterForms()), table(revenue.EnterpriseForms()),
		}},
		{"试点", []form{
			table(pilot.UnitRecords()), choice(pilot.Events()), table(pilot.HolidayNotices()), table(pilot.LiaisonLists()), table(pilot.UnitPlans()), table(pilot.SweepSheets()),
			table(pilot.Confirmations()), table(pilot.SurplusDeclarations()), table(pilot.StocktakeSheets()), table(pilot.ProgressReports()), table(pilot.ClosingSummaries()),
			table(pilot.YearEndChecklists()), table(pilot.ApprovalRecords()), table(pilot.InboxLines()),
		}},
	}
}
