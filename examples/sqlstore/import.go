package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/registry"
)

// importUnit stores what a unit's folder holds, in one transaction: every change of
// its ledger, every step of its registrations, every posting.
func importUnit(ctx context.Context, s *store.Store, folder string, p *printer) error {
	u, events, err := readUnit(folder)
	if err != nil {
		return err
	}
	h := u.Inventory.Holder
	code := h.CreditCode
	if code == "" {
		code = h.Name
	}
	b, err := s.Books(ctx, code)
	if err != nil {
		return err
	}
	err = b.Change(ctx, func() error {
		for _, c := range u.Ledger.History() {
			if err := b.Ledger.Apply(b.Ledger.Revision(), c); err != nil {
				return err
			}
		}
		for posting := range u.Journal.Postings() {
			if err := b.Journal.Post(b.Journal.Revision(), posting); err != nil {
				return err
			}
		}
		for _, e := range events {
			if step, ok := e.Event.(pilot.Step); ok {
				if err := register(b, u, step); err != nil {
					return fmt.Errorf("%s:%d: %w", e.Source.File, e.Source.Line, err)
				}
			}
		}
		return nil
	})
	if err == nil {
		p.line("存入 %s：%s", "stored %s: %s", folder, code)
	}
	return err
}

// register takes one step for each of its assets; a card shows the row of the day.
func register(b *store.Books, u pilot.Unit, e pilot.Step) error {
	h := u.Inventory.Holder
	regime := e.Under(h).ID()
	for i, id := range e.Assets {
		card := registry.Card{Holder: h.Name, HolderCode: h.CreditCode, EnteredOn: e.On, Department: h.Department, Contact: h.Contact}
		if row, ok := u.Ledger.AsOf(e.On).Row(id); ok {
			card.Resource = row.Resource
		}
		c := e.Command(i, card)
		if c == nil {
			return fmt.Errorf("%q: want a step of registration", e.Kind)
		}
		if _, _, err := b.Register.Apply(b.Register.Revision(), regime, id, c); err != nil {
			return err
		}
	}
	return nil
}

// readUnit reads a unit's folder and builds its records from its events.
func readUnit(folder string) (pilot.Unit, []pilot.Recorded, error) {
	var opened [3]*os.File
	for i, name := range []string{pilot.UnitFile, pilot.InventoryFile, pilot.EventsFile} {
		f, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			return pilot.Unit{}, nil, err
		}
		defer f.Close()
		opened[i] = f
	}
	inventory, events, report, err := pilot.Read(pilot.Files{Unit: opened[0], Inventory: opened[1], Events: opened[2]})
	if err = errors.Join(err, report.Err()); err != nil {
		return pilot.Unit{}, nil, err
	}
	// What a rule refuses of the unit's doings changed nothing; examples/pilot tells it.
	u, _ := pilot.Build(inventory, events, calendar.MustDate(2199, 12, 31))
	return u, events, nil
}
