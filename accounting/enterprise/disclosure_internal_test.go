package enterprise

import (
	"testing"

	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
)

// Every item that the provisions ask for has its part of the notes, once.
func TestEveryItemHasItsPart(t *testing.T) {
	told := map[rule.ID]int{}
	for _, l := range []rule.Language{rule.Chinese, rule.English} {
		for _, s := range (Disclosure{Intangible: Table{Lines: nil}}).sections(l) {
			assert.NotEmpty(t, s.title)
			for _, id := range s.items {
				told[id]++
			}
		}
	}
	for _, item := range DisclosureItems() {
		assert.Equal(t, 2, told[item.ID], item.ID)
		delete(told, item.ID)
	}
	assert.Empty(t, told)
	assert.Equal(t, []string{"一、", "九、", "十、", "十四、", "14. "}, []string{number(0, rule.Chinese), number(8, rule.Chinese), number(9, rule.Chinese), number(13, rule.Chinese), number(13, rule.English)})
}

// What a spreadsheet would run is text, and what a browser would run too.
func TestTextsAreHarmless(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-1", "@x", "\tx", "＝1"} {
		assert.Equal(t, "\t"+s, safe(s))
	}
	assert.Equal(t, "BG-05", safe("BG-05"))
	assert.Empty(t, safe(""))
}
