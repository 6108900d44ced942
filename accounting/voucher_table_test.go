package accounting_test

import (
	"os"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/require"
)

// Each voucher of the journal is a record of the table, and the record read is
// the voucher: what the table writes makes it again.
func TestVoucherRecord(t *testing.T) {
	j, wrong := posted(t, "3600")
	right := bought(t, "A", "36000", 36, wrong.On, wrong.On)
	c, err := j.Correct(public(t), accounting.Correction{
		Event: "GZ-1", Of: wrong.Event, On: calendar.MustDate(2026, 4, 2), Entity: rule.Administrative, Right: &right,
		Approval: accounting.Approval{Body: "自治区财政厅", On: calendar.MustDate(2026, 4, 1), Number: "示例〔2026〕1号"},
	})
	require.NoError(t, err)
	require.NoError(t, j.Post(1, c.Posting.With(both("判断", "judgement"))))
	for p := range j.Postings() {
		for _, v := range p.Vouchers {
			b, err := v.MarshalJSON()
			require.NoError(t, err)
			read, report, err := accounting.Vouchers().Decode(b)
			require.NoError(t, err)
			require.NoError(t, report.Err())
			again, err := accounting.Vouchers().Encode(&read)
			require.NoError(t, err)
			var made accounting.Voucher
			require.NoError(t, made.UnmarshalJSON(again))
			require.Equal(t, v, made)
		}
	}
	_, report, err := accounting.Vouchers().Decode([]byte(`{"book":"third","date":"2026-03-01"}`))
	require.NoError(t, err)
	require.Error(t, report.Err())
	require.NoError(t, accounting.Catalogue().Check())
}

// Every item that the law wants on a voucher has its field, or a reason.
func TestVoucherCoverage(t *testing.T) {
	b, err := os.ReadFile("testdata/coverage/voucher.txt")
	require.NoError(t, err)
	fields := map[string]bool{}
	note := func(prefix string, d record.Definition) {
		for _, f := range d.Fields {
			fields[prefix+f.Key] = true
		}
	}
	for _, f := range accounting.Vouchers().Definition().Fields {
		fields["/"+f.Key] = true
		switch of := f.Type.(type) {
		case record.List:
			note("/"+f.Key+"/", of.Of)
		case record.Nested:
			note("/"+f.Key+"/", of.Of)
		}
	}
	items := 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		item, carrier, ok := strings.Cut(strings.TrimSpace(line), "\t")
		require.True(t, ok, line)
		items++
		if !strings.HasPrefix(carrier, "reason: ") {
			require.True(t, fields[carrier], "%s: %s", item, carrier)
		}
	}
	require.Equal(t, 28, items)
}

// How sure a voucher's basis is may be all that rule.Evidence has, judgement too.
func TestVoucherEvidence(t *testing.T) {
	for e := rule.FullText; e <= rule.Judgement; e++ {
		j, p := posted(t, "36")
		b, err := p.Vouchers[0].MarshalJSON()
		require.NoError(t, err)
		require.Equal(t, 1, j.Revision())
		r, report, err := accounting.Vouchers().Decode([]byte(strings.Replace(string(b), `"fullText"`, `"`+e.String()+`"`, 1)))
		require.NoError(t, err)
		require.NoError(t, report.Err(), e.String())
		require.Equal(t, e.String(), r.Evidence)
	}
}
