package machine

import "github.com/dataasset-go/dataasset/rule"

// Log says how the events E of a thing S are read again.
type Log[S, E any] struct {
	Name  string // of the package whose events they are, for errors
	Thing func(S) (of string, at rule.Position)
	Event func(E) (of string, from, to rule.Position)
	Take  func(S, E) (S, error) // applies the event's command
}

// Replay takes the events one after the other. An event of another thing, one
// that begins elsewhere than the last one ended, one that is refused, and one
// that leads elsewhere than it says, is a [*rule.ReplayError]; the thing is then
// the one before it.
func (l Log[S, E]) Replay(s S, events []E) (S, error) {
	for i, e := range events {
		next, err := l.Next(s, e)
		if err != nil {
			err.Index = i
			return s, err
		}
		s = next
	}
	return s, nil
}

// Next takes one event, as Replay does.
func (l Log[S, E]) Next(s S, e E) (S, *rule.ReplayError) {
	refuse := func(want string, err error) (S, *rule.ReplayError) {
		return s, &rule.ReplayError{Log: l.Name, Want: want, Err: err}
	}
	thing, at := l.Thing(s)
	of, from, to := l.Event(e)
	if of != thing {
		return refuse("of "+thing, nil)
	}
	if from != at {
		return refuse("that begins at "+at.String(), nil)
	}
	next, err := l.Take(s, e)
	if err != nil {
		return refuse("whose step is allowed", err)
	}
	if _, at = l.Thing(next); to != at {
		return refuse("that leads to "+at.String(), nil)
	}
	return next, nil
}
