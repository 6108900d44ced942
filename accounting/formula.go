package accounting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/money"
)

// Formula is how an amount follows from the named inputs of an event, as
// [ParseFormula] reads it:
//
//	price + taxes + other
//	boot − costs
//	min(paid, price)
//	pos(value − (cost − amortised))   the positive part: 0.00 where it is below
//	1.00
//
// Names are of ASCII letters and digits, a small letter first. The zero Formula
// is none.
type Formula struct{ root *node }

// node is one operation of a formula.
type node struct {
	op   op
	name string
	fen  int64
	args [2]*node
}

type op uint8

const (
	opName op = iota + 1
	opLiteral
	opAdd
	opSub
	opMin
	opMax
	opPos
)

// FormulaError is a text that is no formula.
type FormulaError struct {
	Text string
	At   int // where, in bytes from 0
	Want string
}

// Error names the place and what was expected.
func (e *FormulaError) Error() string {
	return fmt.Sprintf("accounting: formula %q at %d: want %s", e.Text, e.At, e.Want)
}

// ParseFormula reads a formula. Errors are [*FormulaError].
func ParseFormula(s string) (Formula, error) {
	p := formulaParser{text: s}
	n := p.sum(0)
	if p.skip(); p.want == "" && p.at < len(s) {
		p.fail("+, − or the end")
	}
	if p.want != "" {
		return Formula{}, &FormulaError{s, p.wantAt, p.want}
	}
	return Formula{n}, nil
}

// maxDepth bounds how deep a formula may nest.
const maxDepth = 32

type formulaParser struct {
	text   string
	at     int
	want   string // the first thing missed
	wantAt int
}

func (p *formulaParser) fail(want string) *node {
	if p.want == "" {
		p.want, p.wantAt = want, p.at
	}
	return nil
}

func (p *formulaParser) skip() {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
}

func (p *formulaParser) take(tokens ...string) bool {
	p.skip()
	for _, t := range tokens {
		if strings.HasPrefix(p.text[p.at:], t) {
			p.at += len(t)
			return true
		}
	}
	return false
}

func (p *formulaParser) sum(depth int) *node {
	n := p.term(depth)
	for p.want == "" {
		switch {
		case p.take("+"):
			n = &node{op: opAdd, args: [2]*node{n, p.term(depth)}}
		case p.take("−", "-"):
			n = &node{op: opSub, args: [2]*node{n, p.term(depth)}}
		default:
			return n
		}
	}
	return nil
}

func (p *formulaParser) term(depth int) *node {
	if depth > maxDepth {
		return p.fail("less nesting")
	}
	if p.take("(") {
		n := p.sum(depth + 1)
		if !p.take(")") {
			return p.fail(")")
		}
		return n
	}
	word := p.word()
	switch {
	case word == "":
		return p.fail("a name, an amount or (")
	case '0' <= word[0] && word[0] <= '9':
		a, err := money.Parse(word)
		if err != nil {
			p.at -= len(word)
			return p.fail("an amount such as 1.00")
		}
		return &node{op: opLiteral, fen: a.Fen()}
	}
	functions := map[string]op{"min": opMin, "max": opMax, "pos": opPos}
	f, ok := functions[word]
	if !ok {
		if word[0] < 'a' || strings.Contains(word, ".") { // no sign of a word stands behind z
			p.at -= len(word)
			return p.fail("a name of ASCII letters and digits, a small letter first")
		}
		return &node{op: opName, name: word}
	}
	return p.function(f, depth)
}

func (p *formulaParser) function(f op, depth int) *node {
	if !p.take("(") {
		return p.fail("(")
	}
	n := &node{op: f}
	n.args[0] = p.sum(depth + 1)
	if f != opPos {
		if !p.take(",") {
			return p.fail(",")
		}
		n.args[1] = p.sum(depth + 1)
	}
	if !p.take(")") {
		return p.fail(")")
	}
	return n
}

func (p *formulaParser) word() string {
	p.skip()
	from := p.at
	for p.at < len(p.text) {
		c := p.text[p.at]
		if c != '.' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			break
		}
		p.at++
	}
	return p.text[from:p.at]
}

// String prints the formula; [ParseFormula] reads it back.
func (f Formula) String() string {
	if f.root == nil {
		return ""
	}
	return f.root.String()
}

// String prints the operation as ParseFormula reads it.
func (n *node) String() string {
	switch n.op {
	case opName:
		return n.name
	case opLiteral:
		return fen(n.fen).String()
	case opMin:
		return "min(" + n.args[0].String() + ", " + n.args[1].String() + ")"
	case opMax:
		return "max(" + n.args[0].String() + ", " + n.args[1].String() + ")"
	case opPos:
		return "pos(" + n.args[0].String() + ")"
	}
	sign, right := " + ", n.args[1].String()
	if n.op == opSub {
		sign = " − "
	}
	if n.args[1].op == opAdd || n.args[1].op == opSub {
		right = "(" + right + ")"
	}
	return n.args[0].String() + sign + right
}

func (n *node) names(to *[]string) {
	if n == nil {
		return
	}
	if n.op == opName && !slices.Contains(*to, n.name) {
		*to = append(*to, n.name)
	}
	n.args[0].names(to)
	n.args[1].names(to)
}

// Eval computes the formula. An input that is absent counts as 0.00; a result
// beyond fifteen digits of yuan is an error.
func (f Formula) Eval(input func(name string) money.Amount) (money.Amount, error) {
	n, err := f.root.eval(input)
	if err != nil {
		return money.Amount{}, err
	}
	return money.Fen(n)
}

func (n *node) eval(input func(string) money.Amount) (int64, error) {
	switch n.op {
	case opName:
		return input(n.name).Fen(), nil
	case opLiteral:
		return n.fen, nil
	}
	a, err := n.args[0].eval(input)
	if err != nil || n.op == opPos {
		return max(0, a), err
	}
	b, err := n.args[1].eval(input)
	if err != nil {
		return 0, err
	}
	switch n.op {
	case opMin:
		return min(a, b), nil
	case opMax:
		return max(a, b), nil
	case opSub:
		b = -b
	}
	// Each side is an amount, far from the bounds of int64, and so is their sum.
	sum, err := money.Fen(a + b)
	return sum.Fen(), err
}
