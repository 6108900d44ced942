package schema

import (
	"slices"
	"sync"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/authorization"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/trade"
)

//go:generate go run ./cmd/dataasset-schema -o testdata/schema

// definitions lists the records of the packages, in the order of the process.
func definitions() []record.Definition {
	return slices.Concat(asset.Definitions(), ledger.Definitions(), registry.Definitions(), accounting.Definitions(), government.Definitions(), enterprise.Definitions(), authorization.Definitions(), trade.Definitions(), revenue.Definitions(), pilot.Definitions())
}

// entry is a record of the module and what is made of it at most once: its
// documents by [Generator.slot], its validators by stage.
type entry struct {
	def        record.Definition
	made       []func() document
	validators []func() (*Validator, error)
}

// document is a schema as it is handed out: as text, and as bytes made of it once.
// What a caller should do to the bytes does not reach the text.
type document struct {
	text  string
	bytes func() []byte // their capacity is their length, so that appending copies
}

func (g Generator) document(d record.Definition) document {
	text := string(g.ForDefinition(d))
	return document{text, sync.OnceValue(func() []byte { return slices.Clip([]byte(text)) })}
}

// slot is the place of a generator without a date in entry.made.
func (g Generator) slot() int {
	i := int(g.Form)*4 + int(g.Stage)*2
	if g.Language == rule.English {
		i++
	}
	return i
}

var entries = sync.OnceValue(func() []*entry {
	var all []*entry
	for _, d := range definitions() {
		e := &entry{def: d}
		for _, form := range []Form{Published, Inlined, Draft07} {
			for _, stage := range []record.Stage{record.Final, record.Draft} {
				for _, language := range []rule.Language{rule.Chinese, rule.English} {
					g := Generator{Language: language, Stage: stage, Form: form}
					e.made = append(e.made, sync.OnceValue(func() document { return g.document(d) }))
				}
			}
		}
		for _, stage := range []record.Stage{record.Final, record.Draft} {
			e.validators = append(e.validators, sync.OnceValues(Generator{Stage: stage}.compiler(d)))
		}
		all = append(all, e)
	}
	return all
})

var byName = sync.OnceValue(func() map[string]*entry {
	all := map[string]*entry{}
	for _, e := range entries() {
		all[e.def.Name] = e
	}
	return all
})

func entryOf(name string) (*entry, error) {
	if e := byName()[name]; e != nil {
		return e, nil
	}
	return nil, &UnknownRecordError{name, Records()}
}
