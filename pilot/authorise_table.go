package pilot

import (
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// authorises reports whether a field of the ledger is what an authorisation
// brings.
func authorises(field string) bool {
	return field == "consentOn" || strings.HasPrefix(field, "authorised") && field != "authorised"
}

func authorisationCase() record.Case[Event] {
	var regimes record.CodeList
	regimes.Name, regimes.Title, regimes.Basis, regimes.Evidence = "authorisation-regime", text("程序", "procedure"), gx("4.5.2", "4.5.3", "4.5.7", "4.5.8"), rule.FullText
	for _, g := range authorization.Regimes() {
		regimes.Codes = append(regimes.Codes, record.CodeEntry{Code: g.ID(), Title: g.Title()})
	}
	return caseOf("authorisation", "授权、处置的步骤", "step of an authorisation or a disposal",
		record.Field[Authorised]{Key: "id", Title: text("授权（处置）编号", "id of the matter"), Type: idType, Required: record.Always(), Basis: gx("4.5.2", "4.5.7", "4.5.8"), Example: "SQ-2025-01", At: record.AtText(func(e *Authorised) *string { return &e.ID })},
		record.Field[Authorised]{Key: "regimes", Title: text("程序", "procedures"), Doc: text("同一步骤属于几个程序的一并填写，例如申请、评估。", "One step may belong to several procedures of the matter, an application or an evaluation for example."), Type: record.Codes{List: regimes}, Required: record.Always(), Basis: gx("4.5.2", "4.5.3", "4.5.7", "4.5.8"), Example: "asset-use", At: record.AtTexts(func(e *Authorised) *[]string { return &e.Regimes })},
		record.Field[Authorised]{Key: "step", Title: text("步骤", "step"), Doc: text("单位信息、台账、登记、账簿已载的内容不填。", "What unit, ledger, register and books say is left out."), Type: record.Chosen{}, Required: record.Always(), Basis: gx("4.5.2", "4.5.3", "4.5.7", "4.5.8"), At: record.AtChoice(authorization.UnitCommands(), func(e *Authorised) *authorization.Command { return &e.Step })})
}

func supplyCase() record.Case[Event] {
	own := record.Present("application")
	under := record.Not(own)
	return caseOf("supply", "对外提供", "supplied to others",
		on(func(e *Supplied) *calendar.Date { return &e.On }),
		record.Field[Supplied]{Key: "authorisation", Title: text("授权编号", "authorisation"), Type: idType, Required: under, Absent: own, Basis: gx("4.5.2", "4.5.3", "4.5.7"), Example: "SQ-2025-01", At: record.AtText(func(e *Supplied) *string { return &e.Authorisation })},
		record.Field[Supplied]{Key: "assets", Title: text("资产", "assets"), Type: record.List{Min: 1, Max: 1000, Element: idType}, Required: under, Absent: own, Basis: gx("4.5.4"), Example: "JT-01", At: record.AtTexts(func(e *Supplied) *[]string { return &e.Assets })},
		record.Field[Supplied]{Key: "areas", Title: text("领域或场景", "fields or scenarios"), Doc: text("留空则为所授权的全部。", "Left out for all that are granted."), Type: record.List{Max: 50, Element: nameType}, Absent: own, Basis: gx("4.5.4"), Example: "养护", At: record.AtTexts(func(e *Supplied) *[]string { return &e.Areas })},
		record.Field[Supplied]{Key: "to", Title: text("提供对象", "to"), Type: nameType, Required: under, Absent: own, Basis: gx("4.5.4"), Example: "运营机构甲", At: record.AtText(func(e *Supplied) *string { return &e.To })},
		record.Field[Supplied]{Key: "application", Title: text("使用申请表", "application"), Doc: text("不须办理审批或授权运营程序的使用（例如高校无偿使用）填写，与授权编号二选一。", "Of a use that needs no procedure, a university's free use for example; either this or the authorisation."), Type: record.Nested{}, Basis: gx("4.7.2", "5.3.2"), At: record.AtNested(authorization.UnitApplications(), func(e *Supplied) *authorization.Application { return &e.Application })},
		record.Field[Supplied]{Key: "consents", Title: text("提供单位同意", "consents of providers"), Doc: text("授权程序以外取得的同意。", "Those given outside of an authorisation."), Type: record.List{Max: 1000}, Basis: gx("4.5.1"), At: record.AtList(supplyConsents(), func(e *Supplied) *[]authorization.GiveConsent { return &e.Consents })})
}

func supplyConsents() *record.Table[authorization.GiveConsent] {
	provider := record.Field[authorization.GiveConsent]{Key: "provider", Title: text("共享提供单位", "provider"), Type: nameType, Required: record.Always(), Basis: gx("4.5.1"), Example: "自治区水利厅", At: record.AtText(func(c *authorization.GiveConsent) *string { return &c.By })}
	d := authorization.Consents().Definition()
	return record.MustTable(record.Definition{Name: "supply-consent", Title: d.Title, Basis: d.Basis},
		append([]record.Field[authorization.GiveConsent]{provider}, record.Include(authorization.Consents(), func(c *authorization.GiveConsent) *authorization.Consent { return &c.Consent })...))
}

func guaranteeCase() record.Case[Event] {
	fields := record.Include(authorization.Guarantees(), func(e *Secured) *authorization.Guarantee { return &e.Guarantee })
	return caseOf("guarantee", "要求以数据资产担保", "asked that data assets secure a debt",
		slices.DeleteFunc(fields, func(f record.Field[Secured]) bool { return f.Key == "holder" })...)
}
