package dataasset

import (
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
)

// Rules lists every rule of the module with its basis.
func Rules() []rule.Rule { return catalogue().Rules }

// Duties lists every duty: who owes what to whom by when.
func Duties() []rule.Duty { return catalogue().Duties }

// Documents lists every document that the module cites, with how much of it was
// read.
func Documents() []rule.Document { return rule.Documents() }

// Policies lists every question on which the law is silent, with the answer where
// nobody chooses. Where a caller chooses, pilot.Catalogue tells.
func Policies() []rule.Policy { return rule.Policies() }

// Clauses lists every clause of the Guangxi pilot plan with what carries it,
// derived from the packages' catalogues, or why no program can judge it. It
// marshals with plain ids:
// {"clause":"GX-4.2.2", …}.
func Clauses() []pilot.Coverage { return pilot.Guangxi().Coverage(catalogue()) }

func catalogue() rule.Catalogue { return pilot.Catalogue(pilot.Guangxi()) }
