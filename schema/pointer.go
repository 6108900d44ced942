package schema

import (
	"strconv"
	"strings"
)

// tokens reads a JSON Pointer in the form of a URI fragment (RFC 6901 section
// 6), as the validator gives them.
func tokens(fragment string) []string {
	if fragment == "" {
		return nil
	}
	all := strings.Split(strings.TrimPrefix(fragment, "/"), "/")
	for i, t := range all {
		if strings.ContainsAny(t, "%~") {
			all[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(unescaped(t))
		}
	}
	return all
}

// unescaped undoes percent-encoding; what is not encoded stays.
func unescaped(s string) string {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				b = append(b, byte(n))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

// at is the value at a pointer into a document, nil where there is none.
func (o object) at(pointer []string) any {
	var value any = o
	for _, token := range pointer {
		switch v := value.(type) {
		case object:
			value = v.get(token)
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(v) {
				return nil
			}
			value = v[i]
		default:
			return nil
		}
	}
	return value
}
