package government

import (
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// The kinds of event that this package books.
const (
	SurplusFound    rule.ID = "government.surplus-nominal-found"
	SurplusApproved rule.ID = "government.surplus-nominal-approved"
	SurplusCarried  rule.ID = "government.surplus-nominal-carried"
)

// public is the kinds of unit that the system binds.
func public() []rule.Entity {
	return []rule.Entity{rule.Administrative, rule.PublicInstitution, rule.CivilServiceInstitution}
}

// Events returns the table of events over [Chart].
func Events() *accounting.Table { return events() }

var events = sync.OnceValue(func() *accounting.Table {
	t, err := accounting.NewTable(Chart(), accounting.Events{
		Inputs: []accounting.Input{{Name: "nominal", Title: text("名义金额", "nominal amount")}},
		Types:  eventTypes(),
	})
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return t
})

func eventTypes() []accounting.EventType {
	silent := text(
		"自行形成的数据以名义金额入账，全国规定无明文，默认走盘盈（P2）；以前年度形成按以前年度盈余调整",
		"no national text books own data at nominal amount; the surplus path by default (P2), formed in earlier years")
	nominal := []rule.Clause{rule.GX("4.4.1"), rule.GX("4.4.2"), rule.In("财会〔2018〕34号", "一(五)")}
	with := func(c ...rule.Clause) []rule.Clause { return append(c, nominal...) }
	return []accounting.EventType{
		{
			ID: SurplusFound, Title: text("清查盘盈，按名义金额入账", "found by the sweep, booked at nominal amount"),
			Basis: with(system("1902 四(二)1(1)"), system("1601 四(四)1"), system("1701 三(四)")), Evidence: rule.FullText, Judgement: silent, Entities: public(),
			Entries: []accounting.EntryTemplate{accounting.Financially(accounting.Dr("1701", "nominal").Of(), accounting.Cr("1902", "nominal"))},
		},
		{
			ID: SurplusApproved, Title: text("盘盈经批准", "the surplus is approved"),
			Basis: with(system("1902 四(二)1(2)"), system("3501 二")), Evidence: rule.FullText, Judgement: silent, Entities: public(), Approved: true,
			Entries: []accounting.EntryTemplate{accounting.Financially(accounting.Dr("1902", "nominal"), accounting.Cr("3501", "nominal"))},
		},
		{
			ID: SurplusCarried, Title: text("以前年度盈余调整结转", "the adjustment is carried over"),
			Basis: with(system("3501 二"), system("3001 二")), Evidence: rule.FullText, Judgement: silent, Entities: public(), Approved: true,
			Entries: []accounting.EntryTemplate{accounting.Financially(accounting.Dr("3501", "nominal"), accounting.Cr("3001", "nominal"))},
		},
	}
}
