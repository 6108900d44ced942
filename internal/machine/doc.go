// Package machine reads state tables: rows of rule.Transition, which packages
// export as data. It checks a table when it is made, answers what a command
// does, draws the table, replays a log by it, and judges which of the terms that its
// steps set running were kept.
package machine
