package rule

import "fmt"

// Severity says what a finding means for the record. The zero Severity is
// none, which no rule may have.
type Severity uint8

// The severities, the gravest first.
const (
	Blocking Severity = iota + 1 // 阻断: the step may not be taken, the record not be accepted
	Warning                      // 警告: a duty or rule is not met; the step can be taken
	Advice                       // 建议: the text supports or encourages it, and does not order it
	Note                         // 提示: something the reader should know
)

// Evidence says how sure a statement of law is. The zero Evidence is none,
// which no rule may have.
type Evidence uint8

// How a statement is known, the surest first.
const (
	FullText   Evidence = iota + 1 // 全文: the whole document was read
	Verified                       // 原文: the place itself was read
	SecondHand                     // 二手: only others who quote or cite it were read
	Memory                         // 记忆: not read; a parameter with this default
	Judgement                      // 判断: the law is silent; a choice with this default
)

// State is how a rule came out for a record. The zero State is none.
type State uint8

// The states. Unknown never blocks and is never silent: the outcome says what
// would settle it.
const (
	Met           State = iota + 1 // 符合
	NotMet                         // 不符合
	Unknown                        // 待定
	NotApplicable                  // 不适用
	Off                            // 已停用: by the caller, with a reason
)

type level struct {
	code string
	text Text
}

var severities = [...]level{
	Blocking: {"blocking", Text{"阻断", "blocking"}},
	Warning:  {"warning", Text{"警告", "warning"}},
	Advice:   {"advice", Text{"建议", "advice"}},
	Note:     {"note", Text{"提示", "note"}},
}

var evidences = [...]level{
	FullText:   {"fullText", Text{"全文已核", "full text read"}},
	Verified:   {"verified", Text{"原文已核", "passage read"}},
	SecondHand: {"secondHand", Text{"二手材料", "second-hand"}},
	Memory:     {"memory", Text{"凭记忆，待核", "from memory, to be verified"}},
	Judgement:  {"judgement", Text{"法无明文，属判断", "the law is silent: a judgement"}},
}

var states = [...]level{
	Met:           {"met", Text{"符合", "met"}},
	NotMet:        {"notMet", Text{"不符合", "not met"}},
	Unknown:       {"unknown", Text{"待定", "unknown"}},
	NotApplicable: {"notApplicable", Text{"不适用", "not applicable"}},
	Off:           {"off", Text{"已停用", "off"}},
}

// Title names the severity in both languages.
func (s Severity) Title() Text { return at(severities[:], int(s)).text }

// String returns the code of the severity.
func (s Severity) String() string { return at(severities[:], int(s)).code }

// MarshalText returns the code of the severity.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a code.
func (s *Severity) UnmarshalText(b []byte) error { return find(s, b, severities[:]) }

// Title names the evidence in both languages.
func (e Evidence) Title() Text { return at(evidences[:], int(e)).text }

// String returns the code of the evidence.
func (e Evidence) String() string { return at(evidences[:], int(e)).code }

// MarshalText returns the code of the evidence.
func (e Evidence) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads a code.
func (e *Evidence) UnmarshalText(b []byte) error { return find(e, b, evidences[:]) }

// Title names the state in both languages.
func (s State) Title() Text { return at(states[:], int(s)).text }

// String returns the code of the state.
func (s State) String() string { return at(states[:], int(s)).code }

// MarshalText returns the code of the state.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a code.
func (s *State) UnmarshalText(b []byte) error { return find(s, b, states[:]) }

func at(levels []level, i int) level {
	if i >= len(levels) {
		i = 0
	}
	return levels[i]
}

func find[L ~uint8](l *L, b []byte, levels []level) error {
	for i, v := range levels {
		if v.code == string(b) {
			*l = L(i) // the empty code is the zero level
			return nil
		}
	}
	return &ValueError{Value: string(b), Want: fmt.Sprintf("one of %s", codes(levels))}
}

func codes(levels []level) string {
	s := ""
	for _, v := range levels[1:] {
		if s != "" {
			s += ", "
		}
		s += v.code
	}
	return s
}
