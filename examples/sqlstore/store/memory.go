package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
)

// memory is one of the logs of books in memory, behind the same five verbs.
type memory struct {
	name   Log
	head   func() Head
	write  func(w io.Writer, from int) error
	read   func(r io.Reader, file string) error // replaces it by what is read
	extend func(data []byte) error              // takes the next entry over, by its own rules
}

// logs are the three logs, in the order in which they are read and stored.
func (b *Books) logs() []memory { return []memory{b.journal(), b.ledger(), b.register()} }

func (b *Books) ledger() memory {
	return memory{
		name:  Ledger,
		head:  func() Head { h := b.Ledger.Head(); return Head{b.unit, Ledger, h.Revision, h.Digest} },
		write: func(w io.Writer, from int) error { return b.Ledger.Write(w, from) },
		read: func(r io.Reader, file string) error {
			l, err := b.store.rules.Ledger.Read(r, file)
			if err == nil {
				b.Ledger = l
			}
			return err
		},
		extend: func(data []byte) error {
			c, report, err := b.store.rules.Ledger.Changes().Read(data, record.Options{File: b.file(Ledger)})
			if err = errors.Join(err, report.Err()); err != nil {
				return err
			}
			return b.Ledger.Apply(b.Ledger.Revision(), c)
		},
	}
}

func (b *Books) register() memory {
	return memory{
		name:  Registry,
		head:  func() Head { h := b.Register.Head(); return Head{b.unit, Registry, h.Revision, h.Digest} },
		write: func(w io.Writer, from int) error { return b.Register.Write(w, from) },
		read: func(r io.Reader, file string) error {
			all, err := registry.ReadRegister(r, file, b.store.rules.Regimes...)
			if err == nil {
				b.Register = all
			}
			return err
		},
		extend: func(data []byte) error {
			e, report, err := registry.Events().Read(data, record.Options{File: b.file(Registry)})
			if err = errors.Join(err, report.Err()); err != nil {
				return err
			}
			_, _, err = b.Register.Apply(b.Register.Revision(), e.Regime, e.Asset, e.Command)
			return err
		},
	}
}

func (b *Books) journal() memory {
	return memory{
		name:  Journal,
		head:  func() Head { h := b.Journal.Head(); return Head{b.unit, Journal, h.Revision, h.Digest} },
		write: func(w io.Writer, from int) error { return b.Journal.Write(w, from) },
		read: func(r io.Reader, file string) error {
			j, err := accounting.ReadJournal(r, file)
			if err == nil {
				b.Journal = j
			}
			return err
		},
		extend: func(data []byte) error {
			var in struct {
				Posting *accounting.Posting `json:"posting"`
				Period  *accounting.Period  `json:"period"`
			}
			strict := json.NewDecoder(bytes.NewReader(data))
			strict.DisallowUnknownFields()
			if err := strict.Decode(&in); err != nil {
				return err
			}
			at := b.Journal.Revision()
			switch {
			case in.Posting != nil:
				return b.Journal.Post(at, *in.Posting)
			case in.Period == nil:
				return errors.New("store: journal: want a posting or a period")
			case in.Period.Reopened:
				return b.Journal.Reopen(at, *in.Period)
			}
			return b.Journal.Close(at, *in.Period)
		},
	}
}
