package authorization

import (
	"sync"

	"github.com/dataasset-go/dataasset/asset"
)

// AssetUse is the approval of asset use (数据资产对外授权有偿使用): the asset line, in
// which the holder grants. Collective decision, review by the competent
// department, approval by the finance department; the voucher for supply is the
// data asset certificate.
func AssetUse() *Regime { return assetUse() }

// AuthorisedOperation is the authorised operation of public data resources by
// 发改数据规〔2025〕27号: the data line, in which the government of its level grants
// and the department is at most the implementing agency.
func AuthorisedOperation() *Regime { return authorisedOperation() }

// EnterpriseUse is the outside use of an enterprise's data by the supervision
// rules for enterprise state-owned assets, paid or free.
func EnterpriseUse() *Regime { return enterpriseUse() }

// AssetDisposal is the disposal of data assets by an administrative or public
// institution.
func AssetDisposal() *Regime { return assetDisposal() }

// EnterpriseDisposal is the disposal of data assets by an enterprise, by its own
// procedure.
func EnterpriseDisposal() *Regime { return enterpriseDisposal() }

// Regimes lists the regimes of this package.
func Regimes() []*Regime {
	return []*Regime{AssetUse(), AuthorisedOperation(), EnterpriseUse(), AssetDisposal(), EnterpriseDisposal()}
}

// operationID is the id of authorised operation, which guards ask for.
const operationID = "authorised-operation"

// supervised is whose the steps of supervision are; every regime of use has them.
func supervised(own, grantor Role, also ...Role) []Side {
	return []Side{
		{"giveConsent", []Role{Provider}},
		{"withdraw", append([]Role{grantor}, also...)},
		{"evaluate", append([]Role{own, grantor}, also...)},
		{"adjust", append([]Role{own, grantor}, also...)},
	}
}

var assetUse = sync.OnceValue(func() *Regime {
	return mustRegime(Spec{
		ID: "asset-use", Title: text("数据资产授权使用审批", "approval of asset use"), Basis: law(gx("4.5.2", "4.5.8"), in(regulation, "第19条", "第25条")),
		Judgement: text("方案只规定有偿使用的审核和审批；集体决策、变更、收回的办法类推", "the plan rules review and approval of paid use only; the rest by analogy"),
		Rows:      useRows(), Own: Applicant, System: asset.GovernmentAccounting, Terms: useTerms(),
		Sides: append(supervised(Applicant, Applicant, Competent, Finance),
			Side{"review", []Role{Competent}}, Side{"approve", []Role{Finance, Government}},
			Side{"return", []Role{Finance, Competent, Government}}, Side{"reject", []Role{Finance, Competent, Government}}),
	})
})

var authorisedOperation = sync.OnceValue(func() *Regime {
	return mustRegime(Spec{
		ID: operationID, Title: text("公共数据资源授权运营", "authorised operation of public data resources"), Basis: law(gx("4.5.7"), a27("第3条", "第8条", "第11条", "第13条")),
		Judgement: text("区本级由自治区人民政府审定，市县由本级政府审定；国家行业主管部门的系统由其会议审定", "adopted by the government of its level; in a national sector by the ministry's meeting"),
		Rows:      operationRows(), Own: Agency, Terms: operationTerms(),
		Sides: append(supervised(Agency, Government, Agency),
			Side{"adopt", []Role{Government}}, Side{"return", []Role{Government}}, Side{"reject", []Role{Government}},
			Side{"disclose", []Role{Agency, Operator}}),
	})
})

var enterpriseUse = sync.OnceValue(func() *Regime {
	return mustRegime(Spec{
		ID: "enterprise-use", Title: text("企业数据授权使用", "outside use of an enterprise's data"), Basis: law(gx("4.5.3"), in(ownership, "第30条", "第32条")),
		Judgement: text("须出资人机构批准的事项由其规定确定", "what needs the investor's approval is for its own rules"),
		Rows:      enterpriseRows(), Own: Applicant, System: asset.EnterpriseAccounting, Terms: useTerms(),
		Sides: append(supervised(Applicant, Applicant, Investor),
			Side{"approve", []Role{Investor}}, Side{"return", []Role{Investor}}, Side{"reject", []Role{Investor}}),
	})
})

var assetDisposal = sync.OnceValue(func() *Regime {
	return mustRegime(Spec{
		ID: "asset-disposal", Title: text("数据资产处置审批", "approval of a disposal"), Basis: law(gx("4.5.8"), in(regulation, "第19条", "第35条", "第36条")),
		Rows: disposalRows(), Own: Applicant, System: asset.GovernmentAccounting, Terms: disposalTerms(),
		Sides: []Side{
			{"review", []Role{Competent}},
			{"approve", []Role{Finance, Competent, Government}},
			{"return", []Role{Finance, Competent, Government}},
			{"reject", []Role{Finance, Competent, Government}},
		},
	})
})

var enterpriseDisposal = sync.OnceValue(func() *Regime {
	return mustRegime(Spec{
		ID: "enterprise-disposal", Title: text("企业数据资产处置", "disposal by an enterprise"), Basis: law(gx("4.5.3", "4.5.8"), in(ownership, "第30条", "第32条")),
		Judgement: text("一次性让渡全部数据产权按资产转让处理；许可、接口服务是日常销售，不是处置", "giving up all rights at once is a transfer of assets; licences and services are ordinary sales and no disposal"),
		Rows:      enterpriseDisposalRows(), Own: Applicant, System: asset.EnterpriseAccounting,
		Sides: []Side{{"approve", []Role{Investor}}, {"return", []Role{Investor}}, {"reject", []Role{Investor}}},
	})
})
