package enterprise

import (
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// DealKind is what an enterprise does with its data.
type DealKind string

// The kinds. Licences, API services and calls are daily business and no transfer
// of an asset; all rights at once, or an exclusive right to operate, are.
const (
	Supply     DealKind = "supply"     // 许可、服务、按次调用
	Transfer   DealKind = "transfer"   // 一次性让渡全部权利或独占经营权
	Contribute DealKind = "contribute" // 作价出资
	PayWith    DealKind = "payWith"    // 抵债
	Encumber   DealKind = "pledge"     // 质押
)

// Deal is what the rules on state assets ask of an enterprise's dealing with data.
type Deal struct {
	Asset       string
	Kind        DealKind
	Affiliate   bool         // with a related party
	Price       money.Amount // without tax; absent or 0.00 is free of charge
	WhollyOwned bool         // 国有独资企业、国有独资公司
	Consent     string       // of the body that contributes the capital, where it is needed
	Valuation   string       // the report of an appraisal or estimate
	NotValued   string       // why it cannot be valued: three institutions asked, decided by procedure
	BookCost    money.Amount // original cost in the books
	Listed      record.Opt[int64]
	Registered  string // of the pledge
}

// Thresholds are the amounts that the rules turn on. [NationalFrame] has those of
// the national texts; a region's regulator may set its own, which replace them.
type Thresholds struct {
	Listing     money.Amount // base price from which a transfer is listed
	LongListing money.Amount // base price from which it is listed longer
	Days        int64        // working days of the listing
	LongDays    int64
	NoValuation money.Amount // original cost below which a costly disposal needs no valuation
}

// NationalFrame returns the thresholds of the national texts (国务院国资委、财政部令第32号;
// 国资发产权规〔2024〕8号), as far as others quote them.
func NationalFrame() Thresholds {
	return Thresholds{
		Listing: money.MustParse("1000000.00"), LongListing: money.MustParse("10000000.00"), Days: 10, LongDays: 20,
		NoValuation: money.MustParse("5000000.00"),
	}
}

const (
	ruleFree      rule.ID = "enterprise.affiliate-free-of-charge"
	ruleAgreement rule.ID = "enterprise.affiliate-agreement"
	ruleValuation rule.ID = "enterprise.appraisal-due"
	ruleListing   rule.ID = "enterprise.listing-period"
	rulePledge    rule.ID = "enterprise.pledge-noted"
)

// stateAssetRules is the rules; only that on affiliates blocks, for the law says
// 不得. The others are notes and warnings that decide nothing.
func stateAssetRules() []rule.Rule {
	r := func(id rule.ID, s rule.Severity, e rule.Evidence, zh, en string, j rule.Text, basis ...rule.Clause) rule.Rule {
		return rule.Rule{ID: id, Severity: s, Evidence: e, Title: text(zh, en), Judgement: j, Basis: basis}
	}
	order32 := rule.In("国务院国资委、财政部令第32号", "资产转让")
	return []rule.Rule{
		r(ruleFree, rule.Blocking, rule.Verified, "不得无偿向关联方提供资产", "no assets to related parties free of charge", rule.Text{}, stateAssets("第44条")),
		r(ruleAgreement, rule.Warning, rule.Verified, "国有独资企业、公司未经出资人机构同意不得与关联方订立财产转让协议、为其担保",
			"a wholly state-owned enterprise has the consent of the contributing body before it transfers property to a related party or secures its debt", rule.Text{}, stateAssets("第45条")),
		r(ruleValuation, rule.Note, rule.Verified, "作价出资、转让、抵债的数据资产应以评估或估值结果作定价参考",
			"data contributed, transferred or given in payment are priced by an appraisal or estimate",
			text("账面原值低于 500 万元且处置成本较高的可不评估；金额为国家层面口径，地方监管机构可另定",
				"below 5,000,000 of original cost and with a costly disposal none is needed; the amount is the national frame, a regulator may set its own"),
			stateAssets("第47条"), rule.In("国资发产权规〔2024〕8号", "数据资产")),
		r(ruleListing, rule.Note, rule.SecondHand, "数据资产转让的公告期：100 万元起不少于 10 个工作日，1000 万元起不少于 20 个工作日",
			"a transfer is listed: from 1,000,000 for ten working days, from 10,000,000 for twenty",
			text("32号令未点名“数据”，按“等资产”纳入；许可、API 服务属日常经营，不需进场；恰为 1000 万元按较长者；金额为国家层面口径",
				"the order does not name data, which count among the other assets; licences and API services are daily business; at exactly 10,000,000 the longer holds; the amounts are the national frame"),
			order32, rule.In("国资发产权规〔2025〕17号", "第四章")),
		r(rulePledge, rule.Note, rule.Judgement, "数据资产质押：登记并披露，账面无分录", "pledged data: registered and disclosed, without an entry",
			text("登记为生效还是对抗，学说不一；以登记日起披露", "whether registration makes the pledge or only opposes it is disputed; disclosed from the day of registration"),
			cas("6", "第24条"), cas("1", "第22条"), interim("三")),
	}
}

// Review judges a deal by the rules on state assets. What is refused blocks
// ([rule.Report.Err]); everything else is a note or a warning.
func (t Thresholds) Review(d Deal) rule.Report {
	var r rule.Report
	add := func(id rule.ID, path string, zh, en string) {
		for _, x := range stateAssetRules() {
			if x.ID == id {
				r.Add(rule.Finding{Rule: id, Title: x.Title, Severity: x.Severity, Path: path, Basis: x.Basis, Message: text(d.Asset+"："+zh, d.Asset+": "+en)})
			}
		}
	}
	transfers := d.Kind == Transfer || d.Kind == Contribute || d.Kind == PayWith
	if d.Affiliate && d.Price.Sign() <= 0 && d.Kind != Encumber {
		add(ruleFree, "/price", "向关联方无偿提供；请约定公允价格", "free of charge to a related party; agree a fair price")
	}
	if d.Affiliate && d.WhollyOwned && (transfers || d.Kind == Encumber) && d.Consent == "" {
		add(ruleAgreement, "/consent", "缺出资人机构的同意", "the consent of the contributing body is missing")
	}
	if small := d.BookCost.Present() && d.BookCost.Compare(t.NoValuation) < 0; transfers && d.Valuation == "" && d.NotValued == "" {
		if small {
			add(ruleValuation, "/valuation", "账面原值低于 "+t.NoValuation.String()+"，处置成本较高的可不评估，请写明", "original cost below "+t.NoValuation.String()+": no valuation where disposal is costly; say so")
		} else {
			add(ruleValuation, "/valuation", "应评估或估值，或经 3 家专业机构确认难以评估并履行决策程序", "to be appraised or estimated, or found not to be by three institutions and decided so")
		}
	}
	if days := t.listing(d); days > 0 && d.Listed.Or(0) < days {
		add(ruleListing, "/listed", "应公开挂牌不少于 "+itoa(int(days))+" 个工作日", "to be listed for at least "+itoa(int(days))+" working days")
	}
	if d.Kind == Encumber {
		add(rulePledge, "/registered", "在动产融资统一登记公示系统登记；披露账面价值和当期摊销额", "register in the unified system of movables financing; disclose carrying amount and the period's amortisation")
	}
	return r
}

// listing is for how many working days a transfer is listed; 0 where it need not be.
func (t Thresholds) listing(d Deal) int64 {
	switch {
	case d.Kind != Transfer || d.Price.Compare(t.Listing) < 0:
		return 0
	case d.Price.Compare(t.LongListing) >= 0:
		return t.LongDays
	}
	return t.Days
}
