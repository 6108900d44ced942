package enterprise

import (
	"cmp"
	"fmt"
	"maps"
	"math/bits"
	"slices"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/rule"
)

// Spending is one cost of research and development, of one project, or shared by
// several with a key to divide it.
type Spending struct {
	On       calendar.Date
	Projects []string
	Key      []int64 // weights of the projects: hours, rows, bytes; none for one project
	Research bool    // of the research stage
	Amount   money.Amount
}

// Collected is what a project spent in a month.
type Collected struct {
	Project     string // "" is shared cost that no key divides
	Month       calendar.Month
	Expensed    money.Amount
	Capitalised money.Amount
}

// SpendingError is a cost that cannot be collected.
type SpendingError struct {
	Index int // in the list, from 0
	Want  string
}

// Error names the cost and what was expected.
func (e *SpendingError) Error() string {
	return fmt.Sprintf("enterprise: spending %d: want %s", e.Index, e.Want)
}

// Collect gathers costs by project and month and parts what is expensed from what
// is capitalised (应用指南; 实施问答): research is expensed; development is
// capitalised from the day all five conditions are met; shared costs without a
// key are expensed. A shared cost is divided by the weights so that the shares sum
// to it: each share is the rounded-down difference of the cumulative ones.
func Collect(memos []Memo, all []Spending) ([]Collected, error) {
	byProject := map[string]Memo{}
	for _, m := range memos {
		byProject[m.Project] = m
	}
	sums := map[[2]string]*[2]int64{}
	months := map[string]calendar.Month{}
	for i, s := range all {
		if want := s.want(); want != "" {
			return nil, &SpendingError{i, want}
		}
		month := calendar.MonthOf(s.On)
		months[month.String()] = month
		for project, n := range s.shares {
			capitalised := !s.Research && project != "" && byProject[project].Capitalises(s.On)
			k := [2]string{project, month.String()}
			if sums[k] == nil {
				sums[k] = new([2]int64)
			}
			if capitalised {
				sums[k][1] += n
			} else {
				sums[k][0] += n
			}
		}
	}
	var out []Collected
	for _, k := range slices.SortedFunc(maps.Keys(sums), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		expensed, err := money.Fen(sums[k][0])
		capitalised, err2 := money.Fen(sums[k][1])
		if err := cmp.Or(err, err2); err != nil {
			return nil, err
		}
		out = append(out, Collected{k[0], months[k[1]], expensed, capitalised})
	}
	return out, nil
}

func (s Spending) want() string {
	switch {
	case s.On.IsZero():
		return "a day"
	case s.Amount.Sign() <= 0:
		return "an amount above 0.00"
	case len(s.Projects) == 0:
		return "a project"
	case len(s.Key) != 0 && len(s.Key) != len(s.Projects):
		return "a weight for each project"
	case slices.ContainsFunc(s.Key, func(n int64) bool { return n <= 0 || n > 1_000_000_000_000 }):
		return "weights from 1 to 10^12"
	}
	return ""
}

// shares yields the projects with their shares in fen.
func (s Spending) shares(yield func(string, int64) bool) {
	total := s.Amount.Fen()
	switch {
	case len(s.Projects) == 1:
		yield(s.Projects[0], total)
		return
	case len(s.Key) == 0:
		yield("", total)
		return
	}
	sum := uint64(0)
	for _, k := range s.Key {
		sum += uint64(k)
	}
	cumulated, given := uint64(0), int64(0)
	for i, p := range s.Projects {
		cumulated += uint64(s.Key[i])
		share := portion(total, cumulated, sum) - given
		given += share
		if !yield(p, share) {
			return
		}
	}
}

// portion is total × part ÷ whole, rounded down, for part ≤ whole.
func portion(total int64, part, whole uint64) int64 {
	high, low := bits.Mul64(uint64(total), part)
	n, _ := bits.Div64(high, low, whole)
	return int64(n)
}

// collection is how a catalogue lists the gathering of costs.
func collection() rule.Item {
	return rule.Item{
		ID: "enterprise.cost-split", Kind: rule.KindCalculation, Title: text("按项目、月份归集研发成本，多项目分摊", "costs by project and month, shared costs divided"),
		Basis:     law(guide("第6号"), answers("五条件"), rule.GX("4.4.5")),
		Judgement: text("“满足之日起”含当日；分摊后尾差按累计数向下取整", "“from the day” includes it; shares are the rounded-down differences of cumulative ones"),
	}
}
