package pilot

import (
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// occasionOf is a duty for one occasion.
type occasionOf struct {
	duty    rule.ID
	subject string
}

// doneOn is the first day, by that of the review, on which a duty was done for an
// occasion.
func (r *review) doneOn(duty rule.ID, subject string) calendar.Date {
	if r.done == nil {
		r.done = map[occasionOf]calendar.Date{}
		for _, d := range r.unit.Done {
			at := occasionOf{d.Duty, d.Subject}
			if first := r.done[at]; !d.On.After(r.at) && (first.IsZero() || d.On.Before(first)) {
				r.done[at] = d.On
			}
		}
	}
	return r.done[occasionOf{duty, subject}]
}
