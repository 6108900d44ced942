package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Supply is data of one asset that go to others, with the registration that the
// asset then has in the regime that counts ([Needs.Voucher]).
type Supply struct {
	Asset        string
	On           calendar.Date
	Public       bool // public data: of an institution, or of an enterprise's public service
	Registration Registration
}

// Asset is one asset with what the rules of registration ask of it.
type Asset struct {
	ID            string
	Holding       Holding
	Facts         Facts
	Current       Card // the asset as the ledger has it now; the zero Card where it is not known
	Registrations []Registration
	Own           []*Regime          // regimes that the caller has added
	Calendar      *calendar.Calendar // for the national terms before any application; nil: the nation's
}

// SupplyRules returns the rules that judge a supply.
func SupplyRules() rule.Set[Supply] { return supplyRules() }

var supplyRules = sync.OnceValue(func() rule.Set[Supply] {
	return mustSet(rule.Check[Supply]{Rule: rule.Rule{
		ID: "registry.before-supply", Title: text("对外提供使用前完成登记", "registered before it is supplied to others"),
		Basis: gx("4.3.2", "4.3.3"), Evidence: rule.FullText, Severity: rule.Blocking,
		Judgement: text("26号允许提供后20个工作日内登记，两者不一致时从严，以提供前登记为准；登记到期的视为未登记",
			"the national measures allow 20 working days after delivery; the stricter one governs; what has expired is not registered"),
	}, On: func(s Supply) calendar.Date { return s.On }, Func: beforeSupply})
})

// Rules returns the rules that judge the registrations of an asset.
func Rules() rule.Set[Asset] { return assetRules() }

var assetRules = sync.OnceValue(func() rule.Set[Asset] {
	inForce := rule.Between(calendar.MustDate(2025, 3, 1), calendar.MustDate(2030, 2, 28))
	return mustSet(
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.should-be-registered", Title: text("应登尽登", "all that should be registered is registered"),
			Basis: gx("4.3.1"), Evidence: rule.FullText, Severity: rule.Advice,
			Judgement: text("方案为“支持”，不是强制，故只提示", "the plan supports it and does not order it, so it never blocks"),
		}, Func: shouldBeRegistered},
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.card-current", Title: text("卡片不旧于资产的最近变化", "the card is not older than the last change of its asset"),
			Basis: gx("4.2.3", "4.3.4"), Evidence: rule.FullText, Severity: rule.Warning,
			Judgement: text("只有须变更登记的变化（P19）使卡片过时", "only a change that needs an alteration (P19) makes a card old"),
		}, Func: cardCurrent},
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.sector-first", Title: text("行业登记规定优先", "the sector's own rules come first"),
			Basis: gx("4.3.5"), Evidence: rule.FullText, Severity: rule.Warning,
			Judgement: text("有行业规则而未在其中登记的，提示；其他登记不因此无效", "a warning where it is not registered under them; other registrations stay what they are"),
		}, Func: sectorFirst},
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.national-in-time", Title: text("纳入授权运营的公共数据资源按期登记", "public data within authorised operation are registered in time"),
			Basis: r26("第5条", "第9条"), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce,
			Judgement: text("逾期不阻断提供，由方案的提供前登记阻断", "being late does not block a supply; the plan's registration before supply does"),
		}, Func: nationalInTime},
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.national-encouraged", Title: text("鼓励登记的公共数据资源和产品", "public data and products whose registration is encouraged"),
			Basis: r26("第5条"), Evidence: rule.FullText, Severity: rule.Advice, Effective: inForce,
		}, Func: nationalEncouraged},
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.renewed-in-time", Title: text("期满前续展", "renewed before it expires"),
			Basis: r26("第15条"), Evidence: rule.FullText, Severity: rule.Warning,
			Judgement: text("期间内提示，届满后警告；续展在办而届满的，仍视为到期", "a note in the window, a warning after expiry; what expires while its renewal is open has expired"),
		}, Func: renewedInTime},
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.told-once", Title: text("补正事项一次性告知", "what is missing is told once"),
			Basis: r26("第10条"), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce,
		}, Func: toldOnce},
		rule.Check[Asset]{Rule: rule.Rule{
			ID: "registry.reviewed-in-time", Title: text("登记机构按期办理", "the registry keeps its terms"),
			Basis: r26("第9条(四)", "第10条", "第11条"), Evidence: rule.FullText, Severity: rule.Warning, Effective: inForce,
		}, Func: reviewedInTime},
	)
})

func mustSet[T any](checks ...rule.Check[T]) rule.Set[T] {
	set, err := rule.NewSet(checks...)
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
}
