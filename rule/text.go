package rule

// Text is a sentence or a title in both languages. Both are always filled.
type Text struct {
	ZH string `json:"zh"` // Chinese, with the official terms
	EN string `json:"en"` // English
}

// Language is one of the two languages of a [Text].
type Language string

// The languages.
const (
	Chinese Language = "zh"
	English Language = "en"
)

// In returns the text in a language; anything but English gives Chinese.
func (t Text) In(l Language) string {
	if l == English {
		return t.EN
	}
	return t.ZH
}

// IsZero reports whether nothing is said.
func (t Text) IsZero() bool { return t == Text{} }

// String returns the Chinese text.
func (t Text) String() string { return t.ZH }

// complete reports whether both languages are filled, or, where optional,
// neither.
func (t Text) complete(optional bool) bool {
	return t.ZH != "" && t.EN != "" || optional && t.IsZero()
}
