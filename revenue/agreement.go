package revenue

import (
	"fmt"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/quote"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Terms are one version of an agreement on how revenue is shared: who takes
// part, what each has put in (谁投入、谁贡献、谁受益), and what each gets. The plan
// leaves the way of sharing to the parties (GX-4.6.1).
type Terms struct {
	ID        string        // of the agreement, the same in all versions
	From      calendar.Date // in force from this day; none: always was
	To        calendar.Date // the last day in force; none: open
	Parties   []Party
	Shares    []Share
	Remainder Remainder
}

// Party is someone who shares.
type Party struct {
	ID    string
	Name  string
	Role  PartyRole
	Input []Input // what the party put in
}

// PartyRole is what a party is to the data.
type PartyRole string

// Input is what a party puts in.
type Input string

// The codes of roles and inputs.
const (
	RoleHolder    PartyRole = "holder"    // 持有方
	RoleSource    PartyRole = "source"    // 数据来源方
	RoleProcessor PartyRole = "processor" // 加工方
	RoleOperator  PartyRole = "operator"  // 运营方
	RoleDeveloper PartyRole = "developer" // 开发方
	RolePlatform  PartyRole = "platform"  // 平台方
	RoleService   PartyRole = "service"   // 第三方服务方

	InputData       Input = "data"       // 数据
	InputMoney      Input = "money"      // 资金
	InputTechnology Input = "technology" // 技术
	InputLabour     Input = "labour"     // 劳务
	InputPlatform   Input = "platform"   // 平台设施
	InputScenario   Input = "scenario"   // 应用场景
)

// Share is one claim of a party. [Fixed], [Part], [Tiered] and [Rest] make one; a
// party may have several.
//
// Claims are served in the order of their priority, 1 first, and among one
// priority together: where less is left than they claim, each gets of it in
// proportion to its claim. What no claim takes goes to the residual shares, by
// weight.
type Share struct {
	Party    string
	Kind     ShareKind
	Priority record.Opt[int64] // 1 to 99; none is 1; a residual share has none
	Of       Base              // of a ratio or tiers; none is the whole amount
	Amount   money.Amount      // of a fixed share
	Ratio    money.Ratio       // of a ratio, 0 to 1
	Tiering  Tiering           // of tiers
	Tiers    []Tier
	Weight   record.Opt[int64] // of a residual share; none is 1
	Floor    money.Amount      // the claim is at least this; none: no floor
	Cap      money.Amount      // and at most this; none: no cap
}

// ShareKind is how a claim is measured.
type ShareKind string

// Base is what a ratio or tiers are taken of.
type Base string

// Tiering is how tiers apply.
type Tiering string

// The codes of shares.
const (
	KindFixed    ShareKind = "fixed"    // 固定金额
	KindRatio    ShareKind = "ratio"    // 比例
	KindTiers    ShareKind = "tiers"    // 分档
	KindResidual ShareKind = "residual" // 剩余

	OfWhole Base = "whole" // 全部金额
	OfLeft  Base = "left"  // 前一顺位之后的余额

	Progressive Tiering = "progressive" // 超额累进: each tier's ratio on the part within it
	WholeTier   Tiering = "whole"       // 全额累进: the ratio of the tier reached, on all
)

// Tier is one step of a scale. UpTo belongs to the tier; the last has none.
type Tier struct {
	UpTo  money.Amount
	Ratio money.Ratio
}

// Fixed is a sum that a party gets.
func Fixed(party string, a money.Amount) Share {
	return Share{Party: party, Kind: KindFixed, Amount: a}
}

// Part is a ratio of the whole amount.
func Part(party string, r money.Ratio) Share { return Share{Party: party, Kind: KindRatio, Ratio: r} }

// Tiered is a scale of ratios.
func Tiered(party string, how Tiering, tiers ...Tier) Share {
	return Share{Party: party, Kind: KindTiers, Tiering: how, Tiers: tiers}
}

// Rest is a share of what all claims leave, by weight among the residual shares:
// three of weight 1 each get a third, exactly.
func Rest(party string, weight int64) Share {
	return Share{Party: party, Kind: KindResidual, Weight: record.Some(weight)}
}

// Then returns the share with a priority.
func (s Share) Then(priority int64) Share { s.Priority = record.Some(priority); return s }

// OfLeft returns the share taken of what earlier priorities leave.
func (s Share) OfLeft() Share { s.Of = OfLeft; return s }

// Within returns the share with a floor and a cap; an absent amount is none.
func (s Share) Within(floor, most money.Amount) Share { s.Floor, s.Cap = floor, most; return s }

// priority is 1 where none is given.
func (s Share) priority() int64 { return s.Priority.Or(1) }

// Remainder says who takes the fen that are left when each share has been rounded
// down. Changing it changes what parties get.
type Remainder string

// Spread gives one fen each, to the largest fractions first, then in the order of
// the parties. It is the default.
const Spread Remainder = ""

// To gives all of them to one party.
func To(party string) Remainder { return Remainder(party) }

// Agreement is terms that have been proven to distribute the whole of any amount,
// in one version or several. It is immutable and safe for concurrent use. The
// zero Agreement distributes nothing and says so.
type Agreement struct {
	plans []*plan // by From
}

// NewAgreement makes an agreement of its versions. It refuses, with an
// [*AgreementError] that lists all faults, terms that could leave a part of an
// amount to nobody or ask for more than there is, and versions that overlap.
func NewAgreement(versions ...Terms) (Agreement, error) {
	if len(versions) == 0 {
		return Agreement{}, &AgreementError{Faults: []Fault{{Want: text("至少一个版本", "at least one version")}}}
	}
	sorted := slices.Clone(versions)
	slices.SortStableFunc(sorted, func(a, b Terms) int { return a.From.Compare(b.From) })
	var a Agreement
	for i, t := range sorted {
		if i > 0 {
			if err := follows(sorted[i-1], t); err != nil {
				return Agreement{}, err
			}
		}
		if faults := t.Faults(); len(faults) > 0 {
			return Agreement{}, &AgreementError{ID: t.ID, From: t.From, Faults: faults}
		}
		a.plans = append(a.plans, compile(t))
	}
	return a, nil
}

// follows refuses a version that is not of the same agreement and later.
func follows(before, t Terms) error {
	want := rule.Text{}
	switch {
	case before.ID != t.ID:
		want = text("同一协议的各版本", "versions of one agreement")
	case t.From.IsZero() || t.From == before.From:
		want = text("各版本有各自的生效日期", "a day from which each version holds")
	case !before.To.IsZero() && !before.To.Before(t.From):
		want = text("前一版本在 "+t.From.String()+" 之前结束", "the version before it to end before "+t.From.String())
	default:
		return nil
	}
	return &AgreementError{ID: t.ID, From: t.From, Faults: []Fault{{Path: "/from", Value: t.From.String(), Want: want}}}
}

// MustAgreement is [NewAgreement] for agreements written in source code; it panics
// where NewAgreement returns an error.
func MustAgreement(versions ...Terms) Agreement {
	a, err := NewAgreement(versions...)
	if err != nil {
		panic(err)
	}
	return a
}

// At returns the version in force on a day, as an agreement of its own. A version
// without an end holds until the next begins. Where none is in force it returns
// a [*VersionError].
func (a Agreement) At(d calendar.Date) (Agreement, error) {
	for _, p := range slices.Backward(a.plans) {
		if p.terms.From.After(d) {
			continue
		}
		if !d.IsZero() && (p.terms.To.IsZero() || !d.After(p.terms.To)) {
			return Agreement{[]*plan{p}}, nil
		}
		break
	}
	return Agreement{}, &VersionError{a.ID(), d, len(a.plans)}
}

// ID returns the agreement's number.
func (a Agreement) ID() string {
	if len(a.plans) == 0 {
		return ""
	}
	return a.plans[0].terms.ID
}

// Versions returns the terms, the earliest first.
func (a Agreement) Versions() []Terms {
	all := make([]Terms, len(a.plans))
	for i, p := range a.plans {
		all[i] = p.terms.clone()
	}
	return all
}

func (t Terms) clone() Terms {
	t.Parties = slices.Clone(t.Parties)
	for i := range t.Parties {
		t.Parties[i].Input = slices.Clone(t.Parties[i].Input)
	}
	t.Shares = slices.Clone(t.Shares)
	for i := range t.Shares {
		t.Shares[i].Tiers = slices.Clone(t.Shares[i].Tiers)
	}
	return t
}

// VersionError is an agreement that has no version on a day, or several where one
// is needed.
type VersionError struct {
	ID       string
	On       calendar.Date // none: no day was given
	Versions int           // how many there are
}

// Error names the agreement and the day.
func (e *VersionError) Error() string {
	if e.On.IsZero() {
		return fmt.Sprintf("revenue: agreement %s has %d versions: want one, by Agreement.At", quote.Value(e.ID), e.Versions)
	}
	return fmt.Sprintf("revenue: agreement %s: want a version in force on %s", quote.Value(e.ID), e.On)
}

// AgreementError is terms that are no agreement.
type AgreementError struct {
	ID     string
	From   calendar.Date // of the version
	Faults []Fault       // all of them, never none
}

// Fault is one thing that terms lack.
type Fault struct {
	Path  string // JSON Pointer into the terms
	Value string
	Want  rule.Text
}

// Error names the first fault and counts the others.
func (e *AgreementError) Error() string {
	f := e.Faults[0]
	s := fmt.Sprintf("revenue: agreement %s: %s: want %s", quote.Value(e.ID), f.Path, f.Want.EN)
	if n := len(e.Faults) - 1; n > 0 {
		s += fmt.Sprintf(" (and %d more)", n)
	}
	return s
}
