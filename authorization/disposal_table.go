package authorization

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/rule"
)

// Disposals returns the table of [Disposal].
func Disposals() *record.Table[Disposal] { return disposals() }

var disposals = sync.OnceValue(func() *record.Table[Disposal] {
	basis := law(gx("4.5.8"), in(regulation, "第19条", "第35条", "第36条"))
	return record.MustExtensible(record.Definition{
		Name: "disposal-application", Title: text("数据资产处置申请表", "application for the disposal of data assets"), Basis: basis, DateOf: "on",
		Doc: text("划转、转让、置换、捐赠、报废、报损、投资：账面价值取自账簿，应评估的评估，集体决策、审批、依批复处置。",
			"Transfer, sale, exchange, donation, write-off, loss, investment: book values from the journal, appraisal where owed, collective decision, approval, carried out as the reply says."),
		Groups: []record.Group{
			{Key: "matter", Title: text("处置事项", "the matter")}, {Key: "value", Title: text("账面价值和评估", "book values and appraisal")}, {Key: "sale", Title: text("价格和公开", "price and notice")},
		},
	}, append(disposalMatter(), disposalValues()...), func(d *Disposal) *record.Extra { return &d.Extra })
})

func disposalMatter() []record.Field[Disposal] {
	without := record.In("kind", string(WriteOff), string(Loss))
	return []record.Field[Disposal]{
		{Key: "number", Group: "matter", Title: text("申请编号", "number"), Type: codeType, Required: record.Always(), Example: "CZ-2026-01", At: record.AtText(func(d *Disposal) *string { return &d.Number })},
		{Key: "on", Group: "matter", Title: text("申请日期", "date"), Type: record.Date{}, Required: record.Always(), Example: "2026-11-02", At: record.At(func(d *Disposal) *calendar.Date { return &d.On })},
		{Key: "holder", Group: "matter", Title: text("持有单位", "holder"), Type: record.Nested{}, Required: record.Always(), Basis: gx("4.5.8"), At: record.AtNested(asset.Holders(), func(d *Disposal) *asset.Holder { return &d.Holder })},
		{Key: "competent", Group: "matter", Title: text("主管部门", "competent department"), Type: nameType, Basis: in(regulation, "第19条"), Example: "自治区交通运输厅", At: record.AtText(func(d *Disposal) *string { return &d.Competent })},
		{Key: "kind", Group: "matter", Title: text("处置方式", "way of disposal"), Type: record.Code{List: disposalList()}, Required: record.Always(), Basis: law(gx("4.5.8"), in(regulation, "第19条", "第21条", "第22条")), Example: "sale", At: record.AtText(func(d *Disposal) *DisposalKind { return &d.Kind })},
		{Key: "assets", Group: "matter", Title: text("处置的数据资产", "assets"), Type: record.List{Min: 1, Max: 500}, Required: record.Always(), Basis: gx("4.5.8"), At: record.AtList(disposalLines(), func(d *Disposal) *[]DisposalLine { return &d.Assets })},
		{Key: "recipient", Group: "matter", Title: text("接收方", "who gets them"), Type: nameType, Required: record.Not(without), Absent: without, Basis: gx("4.5.8"), Example: "某公司", At: record.AtText(func(d *Disposal) *string { return &d.Recipient })},
		{Key: "affiliated", Group: "matter", Title: text("是否关联方", "an affiliate"), Type: record.Boolean{}, Basis: in(ownership, "第44条", "第45条"), Example: "false", At: record.At(func(d *Disposal) *record.Opt[bool] { return &d.Affiliated })},
		{Key: "investorApproval", Group: "matter", Title: text("是否须履行出资人职责的机构批准", "the investor's approval is needed"), Type: record.Boolean{}, Basis: law(gx("4.5.3"), in(ownership, "第30条", "第45条")), Example: "false", At: record.At(func(d *Disposal) *record.Opt[bool] { return &d.Investor })},
		{Key: "reason", Group: "matter", Title: text("处置原因", "reason"), Type: noteType, Required: record.Always(), Basis: gx("4.5.8"), Example: "不再使用", At: record.AtText(func(d *Disposal) *string { return &d.Reason })},
	}
}

func disposalValues() []record.Field[Disposal] {
	appraised, r36 := record.Present("appraisedOn"), law(in(regulation, "第36条"), in(ownership, "第47条"))
	noticed := record.Present("noticeFrom")
	return []record.Field[Disposal]{
		{Key: "valuedOn", Group: "value", Title: text("账面价值基准日", "day of the book values"), Type: record.Date{}, Required: record.Always(), Basis: in(regulation, "第35条"), Example: "2026-10-31", At: record.At(func(d *Disposal) *calendar.Date { return &d.ValuedOn })},
		{Key: "appraisedOn", Group: "value", Title: text("评估基准日", "appraised on"), Type: record.Date{}, Basis: r36, Example: "2026-10-20", At: record.At(func(d *Disposal) *calendar.Date { return &d.AppraisedOn })},
		{Key: "appraisedValue", Group: "value", Title: text("评估价值", "appraised value"), Type: record.Amount{}, Unit: yuan(), Required: appraised, Absent: record.Not(appraised), Basis: r36, Example: "360000.00", At: record.At(func(d *Disposal) *money.Amount { return &d.Appraised })},
		{Key: "noAppraisal", Group: "value", Title: text("不评估的依据", "why no appraisal is owed"), Type: noteType, Absent: appraised, Basis: law(in(regulation, "第36条"), in("国资发产权规〔2024〕8号", "")), Example: "账面原值低于内部制度规定标准", At: record.AtText(func(d *Disposal) *string { return &d.NoAppraisal })},
		{Key: "price", Group: "sale", Title: text("价款（含税）", "price, taxes included"), Type: record.Amount{}, Unit: yuan(), Basis: gx("4.5.8"), Example: "381600.00", At: record.At(func(d *Disposal) *money.Amount { return &d.Price })},
		{Key: "basePrice", Group: "sale", Title: text("转让底价", "base price"), Type: record.Amount{}, Unit: yuan(), Basis: in("国务院国资委、财政部令第32号", ""), Example: "360000.00", At: record.At(func(d *Disposal) *money.Amount { return &d.BasePrice })},
		{Key: "venue", Group: "sale", Title: text("交易场所", "venue"), Type: nameType, Basis: law(in(regulation, "第36条"), in("国务院国资委、财政部令第32号", "")), Example: "某产权交易机构", At: record.AtText(func(d *Disposal) *string { return &d.Venue })},
		{Key: "noticeFrom", Group: "sale", Title: text("公告起始", "notice from"), Type: record.Date{}, Basis: in("国务院国资委、财政部令第32号", ""), Example: "2026-09-01", At: record.At(func(d *Disposal) *calendar.Date { return &d.NoticeFrom })},
		{Key: "noticeTo", Group: "sale", Title: text("公告截止", "notice to"), Type: record.Date{}, Required: noticed, Absent: record.Not(noticed), Basis: in("国务院国资委、财政部令第32号", ""), Example: "2026-09-30", At: record.At(func(d *Disposal) *calendar.Date { return &d.NoticeTo })},
	}
}

func disposalLines() *record.Table[DisposalLine] {
	booked, registered, basis := record.Equals("booked", "true"), record.Equals("registered", "true"), in(regulation, "第35条")
	amount := func(key, zh, en, example string, required record.Condition, at func(*DisposalLine) *money.Amount) record.Field[DisposalLine] {
		return record.Field[DisposalLine]{Key: key, Title: text(zh, en), Type: record.Amount{}, Unit: yuan(), Required: required, Absent: record.Not(booked), Basis: basis, Example: example, At: record.At(at)}
	}
	return record.MustTable(record.Definition{Name: "disposal-asset", Title: text("处置的数据资产", "asset disposed of"), Basis: gx("4.5.8")}, []record.Field[DisposalLine]{
		{Key: "asset", Title: text("资源编号", "asset"), Type: codeType, Required: record.Always(), Basis: gx("4.5.8"), Example: "BG-10", At: record.AtText(func(l *DisposalLine) *string { return &l.Asset })},
		{Key: "name", Title: text("数据资产名称", "name"), Type: nameType, Required: record.Always(), Example: "历史引航与潮汐观测数据", At: record.AtText(func(l *DisposalLine) *string { return &l.Name })},
		{Key: "booked", Title: text("是否入账", "in the books"), Type: record.Boolean{}, Required: record.Always(), Basis: basis, Example: "true", At: record.At(func(l *DisposalLine) *record.Opt[bool] { return &l.Booked })},
		amount("cost", "账面原值", "original cost", "400000.00", booked, func(l *DisposalLine) *money.Amount { return &l.Cost }),
		amount("amortised", "累计摊销", "accumulated amortisation", "100000.00", record.Condition{}, func(l *DisposalLine) *money.Amount { return &l.Amortised }),
		amount("impaired", "减值准备", "impairment", "0.00", record.Condition{}, func(l *DisposalLine) *money.Amount { return &l.Impaired }),
		{Key: "registered", Title: text("是否已登记", "registered"), Type: record.Boolean{}, Required: record.Always(), Basis: gx("4.3.4"), Example: "true", At: record.At(func(l *DisposalLine) *record.Opt[bool] { return &l.Registered })},
		{Key: "certificateNo", Title: text("证书编号", "certificate number"), Type: codeType, Absent: record.Not(registered), Basis: gx("4.3.3"), Example: "GX-ZS-2025-0001", At: record.AtText(func(l *DisposalLine) *string { return &l.Number })},
		{Key: "destroyed", Title: text("是否删除销毁", "to be deleted"), Type: record.Boolean{}, Basis: gx("4.5.8"), Example: "false", At: record.At(func(l *DisposalLine) *record.Opt[bool] { return &l.Destroyed })},
	})
}

var executions = sync.OnceValue(func() *record.Table[Execution] {
	r35 := in(regulation, "第35条")
	return record.MustTable(record.Definition{Name: "disposal-execution", Title: text("处置执行记录", "how a disposal was carried out"), Basis: law(gx("4.5.8"), in(regulation, "第19条"), r35)}, []record.Field[Execution]{
		{Key: "ledgerOn", Title: text("台账核销日期", "out of the ledger on"), Type: record.Date{}, Required: record.Always(), Basis: r35, Example: "2026-11-12", At: record.At(func(e *Execution) *calendar.Date { return &e.LedgerOn })},
		{Key: "registrationOn", Title: text("登记注销（变更）日期", "registration cancelled or altered on"), Type: record.Date{}, Basis: gx("4.3.4"), Example: "2026-11-12", At: record.At(func(e *Execution) *calendar.Date { return &e.RegisteredOn })},
		{Key: "bookedOn", Title: text("会计处理日期", "booked on"), Type: record.Date{}, Basis: r35, Example: "2026-11-12", At: record.At(func(e *Execution) *calendar.Date { return &e.BookedOn })},
		{Key: "voucher", Title: text("记账凭证号", "voucher"), Type: nameType, Required: record.Present("bookedOn"), Absent: record.Not(record.Present("bookedOn")), Basis: r35, Example: "2026-11 记-12", At: record.AtText(func(e *Execution) *string { return &e.Voucher })},
		{Key: "destroyedHow", Title: text("销毁方式", "how deleted"), Type: noteType, Basis: in("财资〔2024〕1号", ""), Judgement: text("“专业手段、不可恢复”凭记忆，待核", "“by professional means, beyond recovery” is from memory, to be checked"), Example: "多次覆写并出具证明", At: record.AtText(func(e *Execution) *string { return &e.DestroyedHow })},
		{Key: "received", Title: text("处置收入", "received"), Type: record.Amount{}, Unit: yuan(), Basis: in(regulation, "第25条"), Example: "381600.00", At: record.At(func(e *Execution) *money.Amount { return &e.Received })},
	})
})

// followsTable is what must follow where: three rows a way of disposal. The
// events are those of accounting/government and accounting/enterprise.
func followsTable() []Follow {
	together := text("处置的三处处理由同一事实引起，同步办理；原因代码按处置方式对应", "the three have one cause and go together; the codes answer to the way of disposal")
	system := func(places ...string) []rule.Clause {
		return law(in("财会〔2017〕25号", places...), in(regulation, "第35条"))
	}
	out := func(k DisposalKind, causes ...ledger.Cause) Follow {
		return Follow{Disposal: k, Place: InLedger, Codes: codes(causes), Title: text("核销台账", "out of the ledger"), Basis: law(in(regulation, "第35条"), gx("4.2.3")), Judgement: together}
	}
	cancelled := func(k DisposalKind, causes ...registry.Cause) Follow {
		return Follow{Disposal: k, Place: InRegister, Codes: codes(causes), Title: text("注销登记，或由接收方变更登记", "registration cancelled, or altered by the one that takes over"), Basis: gx("4.3.4"), Judgement: together}
	}
	booked := func(k DisposalKind, basis []rule.Clause, government, companies []string) Follow {
		return Follow{Disposal: k, Place: InBooks, Codes: government, Enterprise: companies, Title: text("会计处理", "booked"), Basis: basis, Judgement: together}
	}
	sold := []string{"enterprise.sold", "enterprise.held-for-sale-sold", "enterprise.inventory-sold", "enterprise.dispatched-sold"}
	retired := []string{"enterprise.retired", "enterprise.inventory-lapsed"}
	return []Follow{
		out(TransferOut, ledger.CauseTransferred), cancelled(TransferOut, registry.Transferred),
		booked(TransferOut, system("1701 三(三)3", "3401 二(二)"), []string{"government.transferred-out"}, nil),
		out(Sale, ledger.CauseSold), cancelled(Sale, registry.Relinquished, registry.Transferred, registry.OtherCause),
		booked(Sale, system("1701 三(三)1"), []string{"government.sale", "government.sale-below-costs"}, sold),
		out(Exchange, ledger.CauseSold, ledger.CauseOther), cancelled(Exchange, registry.Relinquished, registry.Transferred, registry.OtherCause),
		booked(Exchange, system("1302 三(一)6"), []string{"government.exchange-even", "government.exchange-boot-paid", "government.exchange-boot-received", "government.exchange-boot-below-costs"}, nil),
		out(Donation, ledger.CauseTransferred, ledger.CauseOther), cancelled(Donation, registry.Relinquished, registry.Transferred, registry.OtherCause),
		booked(Donation, system("1701 三(三)2"), []string{"government.donated-out"}, nil),
		out(WriteOff, ledger.CauseWorthless, ledger.CauseExpired), cancelled(WriteOff, registry.Expired, registry.Relinquished),
		booked(WriteOff, system("1701 三(三)5"), []string{"government.written-off"}, retired),
		out(Loss, ledger.CauseLost), cancelled(Loss, registry.Lost),
		booked(Loss, system("1902 四(二)2", "5301 一"), []string{"government.loss-approved"}, retired),
		out(Investment, ledger.CauseOther, ledger.CauseTransferred), cancelled(Investment, registry.Relinquished, registry.Transferred, registry.OtherCause),
		booked(Investment, system("1501 三(一)2"), []string{"government.invested", "government.invested-achievement", "government.invested-unbooked"}, nil),
	}
}

func codes[S ~string](all []S) []string {
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = string(c)
	}
	return out
}
