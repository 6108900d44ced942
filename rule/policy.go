package rule

import "slices"

// Policy is a question on which the law is silent, or which it leaves to the
// unit or its level: what can be answered, and what this module answers when
// nobody chooses. The default is never hidden, and is never law.
type Policy struct {
	Number   string   `json:"number"`   // P9; never reused
	Question Text     `json:"question"` //
	Options  []Text   `json:"options"`  // the answers there are
	Default  Text     `json:"default"`  // the answer where nothing is chosen
	Why      Text     `json:"why"`      // why this is the default
	Basis    []Clause `json:"basis"`    // the places that leave the question open
}

// Choice says where a caller makes the choice of a policy.
type Choice struct {
	Policy string `json:"policy"` // its number
	Where  string `json:"where"`  // the Go name: revenue.Policy.Nil
}

// Policies returns every policy of the module, in the order of the numbers.
func Policies() []Policy { return policies() }

// PolicyByNumber returns the policy with a number, such as P9.
func PolicyByNumber(number string) (Policy, bool) {
	all := policies()
	if i := slices.IndexFunc(all, func(p Policy) bool { return p.Number == number }); i >= 0 {
		return all[i], true
	}
	return Policy{}, false
}

// check refuses a choice of a policy that there is not, or that is nowhere.
func (c Choice) check() error {
	if _, known := PolicyByNumber(c.Policy); !known || c.Where == "" {
		return &TableError{ID(c.Policy), "the number of a policy and the name of what carries it"}
	}
	return nil
}
