package sweep

import (
	"fmt"

	"github.com/dataasset-go/dataasset/rule"
)

// CatalogueError is a catalogue that cannot be read: not JSON, over a limit, or
// JSON-LD that needs what is not here.
type CatalogueError struct {
	Path string    // JSON Pointer to the place; "" where it is the whole, or not known
	Want rule.Text // what was expected
	Err  error     // the cause, where another reader gave one
}

// Error names the place and what was expected.
func (e *CatalogueError) Error() string {
	s := "sweep: catalogue"
	if e.Path != "" {
		s += ": " + e.Path
	}
	s += ": want " + e.Want.EN
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// In says the same in one language.
func (e *CatalogueError) In(l rule.Language) string {
	if l == rule.English {
		return e.Error()
	}
	return fmt.Sprintf("数据目录 %s：应为%s", e.Path, e.Want.ZH)
}

// Unwrap returns the cause.
func (e *CatalogueError) Unwrap() error { return e.Err }

func wrong(path, zh, en string) *CatalogueError {
	return &CatalogueError{Path: path, Want: rule.Text{ZH: zh, EN: en}}
}
