package accounting

import "github.com/dataasset-go/dataasset/calendar"

// At returns the journal as it stood at a revision; one beyond the last is as it
// stands. What is returned is a journal of its own: it stays as it is while this
// one grows, and may grow by itself, as a draft of what would come next. It is made
// anew from the entries, in the time that reading them takes. Errors are those of
// [Journal.Post], and only of entries changed since they were read.
func (j *Journal) At(revision int) (*Journal, error) {
	return j.among(revision, func(change) bool { return true })
}

// AsOf returns the journal of what had been booked by a day, the day included: the
// vouchers dated by then, under the numbers that they have, whenever they were
// entered, and the periods closed and reopened by then. Where what was entered later
// for an earlier day rests on what is dated after it, there is no such journal: a
// [*PostingError].
func (j *Journal) AsOf(day calendar.Date) (*Journal, error) {
	return j.among(j.Revision(), func(c change) bool {
		if c.period != nil {
			return !c.period.On.After(day)
		}
		return !c.posting.booked().After(day)
	})
}

// among is the journal of the entries up to a revision that are taken.
func (j *Journal) among(revision int, take func(change) bool) (*Journal, error) {
	as := NewJournal()
	for e := range j.log.At(revision) {
		c := e.Value
		if !take(c) {
			continue
		}
		if c.period != nil {
			if err := as.change(as.Revision(), *c.period); err != nil {
				return nil, err
			}
			continue
		}
		d, own := as.draft(), c.posting.clone()
		d.numbered = true
		if err := d.take(&own); err != nil {
			return nil, err
		}
		if err := as.append(as.Revision(), change{posting: &own}); err != nil {
			return nil, err
		}
		d.commit()
	}
	return as, nil
}
