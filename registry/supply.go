package registry

import (
	"sync"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// Supply is data of one asset that go to others, with the registration that the
// asset then has.
type Supply struct {
	Asset        string
	On           calendar.Date
	Public       bool // public data: of an institution, or of an enterprise's public service
	Registration Registration
}

// SupplyRules returns the rules that judge a supply.
func SupplyRules() rule.Set[Supply] { return supplyRules() }

var supplyRules = sync.OnceValue(func() rule.Set[Supply] {
	set, err := rule.NewSet(rule.Check[Supply]{Rule: rule.Rule{
		ID: "registry.before-supply", Title: text("对外提供使用前完成登记", "registered before it is supplied to others"),
		Basis: gx("4.3.2", "4.3.3"), Evidence: rule.FullText, Severity: rule.Blocking,
		Judgement: text("26号允许提供后20个工作日内登记，两者不一致时从严，以提供前登记为准",
			"the national measures allow 20 working days after delivery; the stricter one governs"),
	}, On: func(s Supply) calendar.Date { return s.On }, Func: beforeSupply})
	if err != nil {
		panic(err) // the table is part of the package and tested
	}
	return set
})

func beforeSupply(s Supply, _ rule.Context) rule.Verdict {
	switch {
	case !s.Public:
		return rule.Inapplicable()
	case s.Registration.IsRegistered() && !s.Registration.Since.After(s.On):
		return rule.Pass()
	}
	return rule.Fail(rule.Finding{
		Path: "/assets", Value: s.Asset,
		Message: text(s.Asset+" 于 "+s.On.String()+" 对外提供，尚未登记。", s.Asset+" was to be supplied on "+s.On.String()+" and is not registered."),
		Fix:     text("请先登记信息卡片，取得证书后再提供。", "Register its card and obtain the certificate first."),
	})
}
