package record_test

import (
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/record"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A sheet is UTF-8 also where the part of it that is looked at, its first 64
// KiB, ends inside a character, of however many bytes.
func TestEncodingOfCutCharacter(t *testing.T) {
	const looked = 1 << 16
	for _, c := range []string{"é", "国", "𠮷"} {
		for in := 1; in < len(c); in++ { // bytes of it within
			text := "text probe,need probe\n"
			for len(text) < looked-in-6 {
				text += "x,y\n"
			}
			text += strings.Repeat("z", looked-in-len(text)) + c + ",y\n"
			rows, err := probes().ReadCSV(strings.NewReader(text), record.Options{})
			require.NoError(t, err)
			assert.Equal(t, "UTF-8", rows.Encoding(), "%s, %d bytes", c, in)
			last := ""
			for v, report := range rows.All() {
				require.NoError(t, report.Err())
				last = v.Text
			}
			assert.True(t, strings.HasSuffix(last, "z"+c), last)
		}
	}
}

// A few bytes that are no UTF-8 are told at their cell; where there are many for
// the characters beyond ASCII, more than one to three, the text is GB18030.
func TestStrayBytes(t *testing.T) {
	for text, encoding := range map[string]string{
		"文字,必要\n数据\xff,y\n":         "UTF-8",   // six characters, one byte
		"文字,need\n数据\xff,y\n":       "UTF-8",   // four
		"文字,need\n数\xff,y\n":        "GB18030", // three
		"text,need\n数据\xff\xfe,y\n": "GB18030",
	} {
		rows, err := probes().ReadCSV(strings.NewReader(text), record.Options{})
		if encoding == "GB18030" {
			if err == nil {
				assert.Equal(t, encoding, rows.Encoding(), "%q", text)
			}
			continue // the headings themselves may be none in it
		}
		require.NoError(t, err, "%q", text)
		assert.Equal(t, encoding, rows.Encoding(), "%q", text)
		for _, report := range rows.All() {
			assert.Equal(t, []string{"/text text"}, refusals(report), "%q", text)
		}
	}
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("text,need\n国,y\n")
	require.NoError(t, err)
	rows, err := probes().ReadCSV(strings.NewReader(gb), record.Options{})
	require.NoError(t, err)
	assert.Equal(t, "GB18030", rows.Encoding())
}

// What is no text at all is refused, also where that is the first byte or the
// only one.
func TestNoText(t *testing.T) {
	for _, text := range []string{"\x00", "\x00a,b\n", "a\x00", "\xff\xfea", "\xfe\xffa"} {
		_, err := probes().ReadCSV(strings.NewReader(text), record.Options{})
		var syntax *record.SyntaxError
		require.ErrorAs(t, err, &syntax, "%q", text)
	}
	for _, text := range []string{"\x80", "\x80\x80", "\xbf", "\xe4", "\xe4\xb8"} {
		_, err := probes().ReadCSV(strings.NewReader(text), record.Options{})
		var headings *record.HeadingError
		require.ErrorAs(t, err, &headings, "%q", text)
	}
}
