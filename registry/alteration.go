package registry

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// AlterationPolicy is P19: which change of a card needs an alteration. The zero
// AlterationPolicy is the default: rights, holder, source, scope, sharing,
// security level, authorisation, account and amount always, scale from 20 % on,
// routine updates never.
type AlterationPolicy struct {
	Any    bool              // every change of any field
	Scale  int               // per cent of the registered scale from which a change counts; 0: 20
	Fields map[string]Weight // a caller's own weights, by key; they go before the table's, and before Any
}

// Change is a field of a card before and after.
type Change struct {
	Field  string
	Title  rule.Text
	Before string // in the field's text form; "" where it is absent
	After  string
	Weight Weight
	Needs  rule.State // Met: it needs an alteration; Unknown: the texts do not tell
	Why    rule.Text
}

// Alterations is what two cards differ in.
type Alterations struct {
	Changes []Change
	Basis   []rule.Clause
}

// Required reports whether a change needs an alteration.
func (a Alterations) Required() bool {
	return slices.ContainsFunc(a.Changes, func(c Change) bool { return c.Needs == rule.Met })
}

// Unsettled lists the changes of which the cards do not say enough.
func (a Alterations) Unsettled() []Change {
	return slices.DeleteFunc(slices.Clone(a.Changes), func(c Change) bool { return c.Needs != rule.Unknown })
}

// Compare lists what changed from one card to another by the default policy, and
// what of it needs an alteration.
func Compare(before, after Card) Alterations { return AlterationPolicy{}.Compare(before, after) }

// Compare lists what changed from one card to another, and what of it needs an
// alteration and why. Callers' own fields are routine unless the policy says
// otherwise.
func (p AlterationPolicy) Compare(before, after Card) Alterations {
	out := Alterations{Basis: append(gx("4.3.4", "4.2.3"), r26("第9条")...)}
	for _, f := range Cards().Definition().Fields {
		b, a := Cards().Text(&before, f.Key), Cards().Text(&after, f.Key)
		if a != b {
			out.Changes = append(out.Changes, p.judge(Change{Field: f.Key, Title: f.Title, Before: b, After: a}))
		}
	}
	keys := []string{}
	for k := range before.Extra.All() {
		keys = append(keys, k)
	}
	for k := range after.Extra.All() {
		if before.Extra.Get(k) == "" {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		if b, a := before.Extra.Get(k), after.Extra.Get(k); a != b {
			out.Changes = append(out.Changes, p.judge(Change{Field: k, Title: text(k, k), Before: b, After: a}))
		}
	}
	return out
}

// judge says whether a change needs an alteration.
func (p AlterationPolicy) judge(c Change) Change {
	c.Weight = p.weight(c.Field)
	switch c.Weight {
	case Always:
		c.Needs, c.Why = rule.Met, text(c.Title.ZH+"变化，须变更登记", "a change of the "+c.Title.EN+" needs an alteration")
	case ByScale:
		c.Needs, c.Why = p.byScale(c)
	default:
		c.Needs, c.Why = rule.NotMet, text("日常更新，不需变更登记", "a routine update needs none")
	}
	return c
}

func (p AlterationPolicy) weight(key string) Weight {
	if w, ok := p.Fields[key]; ok {
		return w
	}
	table := defaultWeights()
	switch {
	case p.Any:
		return Always
	case slices.Contains(table.always, key):
		return Always
	case slices.Contains(table.scale, key):
		return ByScale
	}
	return Routine
}

// byScale compares the numbers of two scales, one by one where the texts differ
// in nothing else.
func (p AlterationPolicy) byScale(c Change) (rule.State, rule.Text) {
	share := p.Scale
	if share <= 0 {
		share = 20
	}
	before, frame := numbersIn(c.Before)
	after, other := numbersIn(c.After)
	if len(before) == 0 || frame != other {
		return rule.Unknown, text("规模的两种写法不可比，须由登记单位说明增减幅度", "the two scales are not written alike; the registrant has to say by how much they differ")
	}
	limit := strconv.Itoa(share) + "%"
	for i := range before {
		over, known := changedBy(before[i], after[i], share)
		if !known {
			return rule.Unknown, text("规模数字过长，不可比", "a number of the scale is too long to compare")
		}
		if over {
			return rule.Met, text("规模由 "+before[i]+" 变为 "+after[i]+"，达到±"+limit, "the scale went from "+before[i]+" to "+after[i]+": "+limit+" or more")
		}
	}
	return rule.NotMet, text("规模增减不足 "+limit, "the scale changed by less than "+limit)
}

// numbersIn takes the numbers out of a text, without their thousands
// separators, and returns what is left as the frame they stand in.
func numbersIn(s string) (numbers []string, frame string) {
	var out, number strings.Builder
	flush := func() {
		if number.Len() > 0 {
			n := strings.TrimRight(number.String(), ".,，")
			numbers = append(numbers, strings.NewReplacer(",", "", "，", "").Replace(n))
			out.WriteString("#" + number.String()[len(n):])
			number.Reset()
		}
	}
	for _, c := range s {
		switch {
		case '0' <= c && c <= '9', number.Len() > 0 && (c == '.' || c == ',' || c == '，'):
			number.WriteRune(c)
		default:
			flush()
			out.WriteRune(c)
		}
	}
	flush()
	return numbers, out.String()
}

// changedBy reports whether b differs from a by so many per cent of a or more.
// Both are decimal numbers of up to 17 digits. From nothing, any change is.
func changedBy(a, b string, share int) (over, known bool) {
	places := max(decimals(a), decimals(b))
	x, okX := scaled(a, places)
	y, okY := scaled(b, places)
	if !okX || !okY {
		return false, false
	}
	apart := max(x, y) - min(x, y)
	hi, lo := bits.Mul64(apart, 100)
	wantHi, wantLo := bits.Mul64(x, uint64(share))
	if apart == 0 {
		return false, true
	}
	return hi > wantHi || hi == wantHi && lo >= wantLo, true
}

func decimals(s string) int {
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return len(s) - i - 1
	}
	return 0
}

func scaled(s string, places int) (uint64, bool) {
	digits := strings.Replace(s, ".", "", 1) + strings.Repeat("0", places-decimals(s))
	v, err := strconv.ParseUint(digits, 10, 64)
	return v, err == nil
}
