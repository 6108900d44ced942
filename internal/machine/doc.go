// Package machine reads state tables: rows of rule.Transition, which packages
// export as data. It checks a table when it is made, answers what a command
// does, and draws the table.
package machine
