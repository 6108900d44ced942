package machine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dataasset-go/dataasset/rule"
)

// Mermaid draws the reachable part of the table as a Mermaid state diagram,
// the same text every time.
func (m *Machine[C]) Mermaid(l rule.Language) string {
	positions := m.Positions()
	id := func(p rule.Position) string { return fmt.Sprintf("s%d", slices.Index(positions, p)) }
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	for _, p := range positions {
		fmt.Fprintf(&b, "    state %q as %s\n", m.title(p).In(l), id(p))
	}
	fmt.Fprintf(&b, "    [*] --> %s\n", id(m.spec.Initial))
	for _, p := range positions {
		for _, r := range m.rows {
			if r.From == p {
				fmt.Fprintf(&b, "    %s --> %s: %s\n", id(p), id(r.To), titleOf(m.spec.Commands, r.Command).In(l))
			}
		}
	}
	for _, p := range positions {
		if slices.Contains(m.spec.Terminal, p.Status) && p.Procedure == "" {
			fmt.Fprintf(&b, "    %s --> [*]\n", id(p))
		}
	}
	return b.String()
}
