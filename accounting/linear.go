package accounting

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// linear is a formula in normal form: a sum of atoms with coefficients, and of
// fen. Atoms are the inputs and the positive parts of other normal forms. Two
// formulas of one normal form are equal for all inputs:
//
//	max(a, b) = a + pos(b − a)    min(a, b) = a − pos(a − b)
//	pos(−x) = pos(x) − x          so that a difference needs no known side
type linear struct {
	fen   int64
	atoms map[string]int64
}

func (l linear) add(o linear, times int64) linear {
	sum := linear{l.fen + o.fen*times, maps.Clone(l.atoms)}
	if sum.atoms == nil {
		sum.atoms = map[string]int64{}
	}
	for atom, n := range o.atoms {
		if sum.atoms[atom] += n * times; sum.atoms[atom] == 0 {
			delete(sum.atoms, atom)
		}
	}
	return sum
}

func (l linear) isZero() bool { return l.fen == 0 && len(l.atoms) == 0 }

// key prints the normal form; equal forms print alike.
func (l linear) key() string {
	var b strings.Builder
	for _, atom := range slices.Sorted(maps.Keys(l.atoms)) {
		b.WriteString(strconv.FormatInt(l.atoms[atom], 10) + "·" + atom + " ")
	}
	return b.String() + strconv.FormatInt(l.fen, 10)
}

// positive is the normal form of pos(l).
func (l linear) positive() linear {
	if len(l.atoms) == 0 {
		return linear{fen: max(0, l.fen)}
	}
	first := slices.Sorted(maps.Keys(l.atoms))[0]
	if l.atoms[first] > 0 {
		return linear{atoms: map[string]int64{"pos(" + l.key() + ")": 1}}
	}
	opposite := linear{}.add(l, -1)
	return opposite.positive().add(opposite, -1)
}

// normal is the normal form of a formula.
func (n *node) normal() linear {
	switch n.op {
	case opName:
		return linear{atoms: map[string]int64{n.name: 1}}
	case opLiteral:
		return linear{fen: n.fen}
	case opPos:
		return n.args[0].normal().positive()
	}
	a, b := n.args[0].normal(), n.args[1].normal()
	switch n.op {
	case opAdd:
		return a.add(b, 1)
	case opSub:
		return a.add(b, -1)
	case opMax:
		return a.add(b.add(a, -1).positive(), 1)
	}
	return a.add(a.add(b, -1).positive(), -1)
}
