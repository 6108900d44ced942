package machine_test

import (
	"errors"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/internal/machine"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
)

func TestKept(t *testing.T) {
	day := calendar.MustDate(2026, 2, 2)
	owed := func(s rule.Standing, done calendar.Date) machine.Owed {
		return machine.Owed{
			Title: rule.Text{ZH: "申请首次登记", EN: "first registration"}, Value: "JT-02", Subject: rule.Text{ZH: "JT-02", EN: "JT-02"},
			Due: calendar.Due{Date: day}, DoneOn: done, Standing: s,
		}
	}
	for _, s := range []rule.Standing{rule.NotTriggered, rule.Ahead, rule.OnTime, rule.Promptly, rule.Done} {
		assert.Equal(t, rule.Met, machine.Kept(day, "/p", owed(s, calendar.Date{})).State, s)
	}
	assert.Equal(t, rule.Met, machine.Kept(day, "/p").State)

	v := machine.Kept(day, "/p", owed(rule.Ahead, calendar.Date{}), owed(rule.Overdue, calendar.Date{}), owed(rule.Late, day.AddDays(1)))
	assert.Equal(t, rule.NotMet, v.State)
	assert.Len(t, v.Findings, 2)
	assert.Equal(t, "JT-02：申请首次登记，期限 2026-02-02，尚未办理。", v.Findings[0].Message.ZH)
	assert.Equal(t, "JT-02: first registration: due 2026-02-02, done on 2026-02-03.", v.Findings[1].Message.EN)
	assert.Equal(t, "JT-02", v.Findings[0].Value)

	waits := owed(rule.NotAnnounced, calendar.Date{})
	waits.Due = calendar.Due{Earliest: day}
	assert.Equal(t, rule.Met, machine.Kept(day, "/p", waits).State, "it is not late for certain")
	assert.Equal(t, rule.Unknown, machine.Kept(day.AddDays(1), "/p", waits).State)
	assert.Equal(t, rule.NotMet, machine.Kept(day.AddDays(1), "/p", waits, owed(rule.Overdue, calendar.Date{})).State)
	assert.Equal(t, rule.Unknown, machine.Uncounted(errors.New("no day")).State)
}
