package machine

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// Named reports whether an id is a name in kebab case.
func Named(id string) bool {
	for i, c := range []byte(id) {
		letter := 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
		if !letter && (c != '-' || i == 0 || i == len(id)-1 || id[i-1] == '-') {
			return false
		}
	}
	return id != ""
}

// Used keeps the codes of one dimension that the rows name, in their order.
func Used(codes []rule.Code, rows []rule.Transition, of func(rule.Position) string) []rule.Code {
	return slices.DeleteFunc(codes, func(c rule.Code) bool {
		return !slices.ContainsFunc(rows, func(r rule.Transition) bool { return of(r.From) == c.Code || of(r.To) == c.Code })
	})
}

// UsedCommands keeps the commands that the rows name, in their order.
func UsedCommands(commands []rule.Code, rows []rule.Transition) []rule.Code {
	return slices.DeleteFunc(commands, func(c rule.Code) bool {
		return !slices.ContainsFunc(rows, func(r rule.Transition) bool { return r.Command == c.Code })
	})
}
