package enterprise

import (
	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/rule"
)

// contributions is what owners bring in.
func contributions() []row {
	return []row{
		{
			ID: "enterprise.owner-contribution", Title: text("投资者投入数据资源", "data contributed by an owner"),
			Basis: law(cas("6", "第14条"), guide("附录 4001")), Optional: optional("costs", "vat"), Terms: true, Moves: enters(Held),
			Documents: []string{"投资合同或协议"},
			Requires: requires(
				want(is("agreedFair", "yes", "no"), "约定价值是否公允", "whether the agreed value is fair", cas("6", "第14条")),
				want(amounts("value + vat >= capital"), "价值与税额之和不低于享有的注册资本份额", "value and tax not below the share of registered capital"),
			),
			Entries: one(
				dr("1701", "value + costs").Of(), dr("inputVAT", "vat").If(not(barred())), dr("1701", "vat").Of().If(barred()),
				cr("4001", "capital"), cr("4002", "value + vat − capital"), cr("fund", "costs"),
			),
		},
		{
			ID: "enterprise.owner-transfer", Title: text("政府作为所有者无偿划转", "transferred free of charge by the government as owner"),
			Basis: law(cas("16", "第5条")), Evidence: rule.Judgement, Optional: optional("costs"), Terms: true, Moves: enters(Held),
			Judgement: text("政府以所有者身份投入不属于政府补助，按划转文件确定的价值计入权益",
				"what the government puts in as owner is no grant; it goes to equity at the value of the transfer document"),
			Documents: []string{"划转文件"},
			Entries:   one(dr("1701", "value + costs").Of(), cr("equity", "value"), cr("fund", "costs")),
		},
		{
			ID: "enterprise.inventory-contributed", Title: text("其他方式取得数据存货", "data inventories acquired otherwise"),
			Basis: law(cas("1", "第8条")), Evidence: rule.SecondHand, Moves: moves(Stock, "", Stock),
			Documents: []string{"投资合同或协议"},
			Requires:  requires(want(amounts("value >= capital"), "价值不低于享有的注册资本份额", "a value not below the share of registered capital")),
			Entries:   one(dr("1405", "value").Of(), cr("4001", "capital"), cr("4002", "value − capital")),
		},
	}
}

// exchanges is CAS 7 and CAS 12, which CAS 6 第15条 refers to.
func exchanges() []row {
	memory := text("CAS 7、CAS 12 的计量凭记忆，原文未读", "measurement by CAS 7 and CAS 12 is from memory")
	given := []accounting.Move{{From: []string{""}, To: Held}, {Ref: "given", From: []string{Held}, To: Gone}}
	return []row{
		{
			ID: "enterprise.exchange-fair", Title: text("非货币性资产交换，以公允价值计量", "exchange at fair value"),
			Basis: law(cas("6", "第15条"), cas("7", "以公允价值计量")), Evidence: rule.Memory, Judgement: memory,
			Optional: optional("boot", "received", "costs", "amortised", "impaired"), Terms: true, Moves: given,
			Requires: requires(want(amounts("fair + boot >= received"), "换入成本不低于 0.00", "a cost not below 0.00")),
			Entries: one(
				dr("1701", "fair + boot + costs − received").Of(), dr("1002", "received"),
				dr("1702", "amortised").OfOther("given"), dr("1703", "impaired").OfOther("given"),
				dr("6115", "pos(cost − amortised − impaired − fair)"),
				cr("1701", "cost").OfOther("given"), cr("fund", "boot + costs"),
				cr("6115", "pos(fair − (cost − amortised − impaired))"),
			),
		},
		{
			ID: "enterprise.exchange-carrying", Title: text("非货币性资产交换，以账面价值计量", "exchange at carrying amount"),
			Basis: law(cas("6", "第15条"), cas("7", "以账面价值计量")), Evidence: rule.Memory, Judgement: memory,
			Optional: optional("boot", "received", "costs", "amortised", "impaired"), Terms: true, Moves: given,
			Entries: one(
				dr("1701", "cost − amortised − impaired + boot + costs − received").Of(), dr("1002", "received"),
				dr("1702", "amortised").OfOther("given"), dr("1703", "impaired").OfOther("given"),
				cr("1701", "cost").OfOther("given"), cr("fund", "boot + costs"),
			),
		},
		{
			ID: "enterprise.restructuring", Title: text("债务重组受让数据资源", "data taken in a debt restructuring"),
			Basis: law(cas("6", "第15条"), cas("12", "债权人的会计处理")), Evidence: rule.Memory, Judgement: memory,
			Optional: optional("costs", "allowance"), Terms: true, Moves: enters(Held),
			Entries: one(
				dr("1701", "fair + costs").Of(), dr("1231", "allowance"), dr("6111", "pos(claim − allowance − fair)"),
				cr("1122", "claim"), cr("fund", "costs"), cr("6111", "pos(fair − (claim − allowance))"),
			),
		},
	}
}

// grants is CAS 16, 第5条 to 第11条.
func grants() []row {
	return []row{
		{
			ID: "enterprise.grant-fair", Title: text("政府补助的非货币性资产，公允价值计量", "non-monetary grant at fair value"),
			Basis: law(cas("16", "第7条"), cas("16", "第8条")), Evidence: rule.FullText, Optional: optional("costs"), Terms: true, Moves: enters(Held),
			Documents: []string{"补助文件", "公允价值依据"},
			Entries:   one(dr("1701", "fair + costs").Of(), cr("2401", "fair"), cr("fund", "costs")),
		},
		{
			ID: "enterprise.grant-nominal", Title: text("政府补助的非货币性资产，名义金额计量", "non-monetary grant at nominal amount"),
			Basis: law(cas("16", "第7条"), cas("16", "第8条"), cas("16", "第11条")), Evidence: rule.FullText, Terms: true, Moves: enters(Nominal),
			Documents: []string{"补助文件", "公允价值不能可靠取得的说明"},
			Requires:  requires(want(amounts("nominal = 1.00"), "名义金额 1.00", "the nominal amount 1.00", cas("16", "第7条"))),
			Entries:   one(dr("1701", "nominal").Of(), cr("grantIncome", "nominal")),
		},
		{
			ID: "enterprise.grant-money", Title: text("收到与资产相关的货币补助", "grant of money for an asset"),
			Basis: law(cas("16", "第8条")), Evidence: rule.FullText, Documents: []string{"补助文件"},
			Requires: requires(want(is("grantMethod", "gross"), "总额法（净额法另列）", "the gross method; the net method is another row")),
			Entries:  one(dr("receipt", "grant"), cr("2401", "grant")),
		},
		{
			ID: "enterprise.grant-money-net", Title: text("收到与资产相关的货币补助，冲减账面价值", "grant of money, against the carrying amount"),
			Basis: law(cas("16", "第8条")), Evidence: rule.FullText, Documents: []string{"补助文件"}, Moves: moves("", Held),
			Requires: requires(want(is("grantMethod", "net"), "净额法（总额法另列）", "the net method; the gross method is another row")),
			Entries:  one(dr("receipt", "grant"), cr("1701", "grant").Of()),
		},
		{
			ID: "enterprise.grant-released", Title: text("递延收益分期计入损益", "deferred income released"),
			Basis: law(cas("16", "第8条"), cas("16", "第11条")), Evidence: rule.FullText,
			Entries: one(dr("2401", "grant"), cr("grantIncome", "grant")),
		},
		{
			ID: "enterprise.grant-income", Title: text("与收益相关的补助", "grant of income"),
			Basis: law(cas("16", "第11条")), Evidence: rule.FullText, Documents: []string{"补助文件"},
			Entries: one(
				dr("receipt", "grant"),
				cr("grantIncome", "grant").If(is("grantMethod", "gross")),
				cr("costOfSales", "grant").If(is("grantMethod", "net")),
			),
		},
	}
}
