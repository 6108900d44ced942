package pilot

import (
	"encoding/json"

	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/accounting/government"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/money"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/rule"
)

// Disclosures is what the notes to the statements say of a unit's data assets,
// derived from its journal: of the last year that has ended by the day, and of the
// day itself what an enterprise shows in its balance sheet and has pledged.
type Disclosures struct {
	Year            int                          // 0 where no year with books has ended
	Notes           *government.Notes            // nil for an enterprise
	Difference      government.Difference        // of the result of the budget and the surplus
	Intangible      enterprise.Table             // 财会〔2023〕11号, table A
	Inventory       enterprise.Table             // table B, of a state-owned enterprise under its template's headings
	ToWrite         []rule.Finding               // of the year's notes, what does not agree and what the enterprise still has to write
	Presented       enterprise.Presentation      // on the day
	Restricted      []enterprise.RestrictedAsset // on the day
	RestrictedTotal money.Amount                 // absent where nothing is pledged
}

// disclose derives the notes.
func (r *review) disclose() error {
	if len(r.result.Postings) == 0 {
		return nil
	}
	d := &r.result.Disclosures
	year := r.at.Year()
	if r.at.Before(calendar.MustDate(year, 12, 31)) {
		year--
	}
	first := r.result.Postings[0].On
	for _, p := range r.result.Postings {
		if p.On.Before(first) {
			first = p.On
		}
	}
	if year >= first.Year() {
		d.Year = year
	}
	if r.unit.Inventory.Holder.System() == asset.GovernmentAccounting {
		return r.governmentNotes(d)
	}
	return r.enterpriseNotes(d)
}

func (r *review) governmentNotes(d *Disclosures) error {
	if d.Year == 0 {
		return nil
	}
	notes, err := government.NotesOf(r.unit.Journal, d.Year, r.about)
	if err != nil {
		return err
	}
	d.Notes = &notes
	if d.Difference, err = government.DifferenceOf(r.unit.Journal, d.Year); err != nil {
		return err
	}
	c := r.unit.Inventory.Holder.Context()
	c.At = r.at
	found := government.NotesRules().Review(notes, c)
	for i := range found.Findings {
		found.Findings[i].Path = rule.Pointer("notes", number(d.Year)) + found.Findings[i].Path
	}
	r.result.Report.Merge(found)
	return nil
}

// about is what the ledger knows of an asset and the journal does not; a row that
// was retired still says it.
func (r *review) about(id string) government.About {
	a := government.About{Category: "数据资产"}
	if line, known := r.line[id]; known && line.Row != nil {
		a.Name, a.Reason, a.Ground = line.Row.Resource.Name, line.Row.Reason, line.Row.LifeReason
	} else if i, known := r.place[id]; known {
		a.Name = r.unit.Inventory.Resources[i].Name
	}
	return a
}

func (r *review) enterpriseNotes(d *Disclosures) error {
	j := r.unit.Journal
	pledges := r.unit.pledges()
	if d.Year != 0 {
		from, to := calendar.MustDate(d.Year, 1, 1), calendar.MustDate(d.Year, 12, 31)
		notes, err := enterprise.Disclose(j, from, to, enterprise.Written{Pledges: pledges})
		if err != nil {
			return err
		}
		d.Intangible, d.Inventory, d.ToWrite = notes.Intangible, notes.Inventories, notes.Report.Findings
		if r.unit.Inventory.Holder.Entity == rule.Enterprise && r.unit.Inventory.Holder.Role == rule.RegionEnterprise {
			d.Intangible, d.Inventory = d.Intangible.ForStateOwned(), d.Inventory.ForStateOwned()
		}
	}
	var err error
	if d.Presented, err = enterprise.Present(j, r.at); err != nil {
		return err
	}
	all, total, err := enterprise.Restricted(j, pledges, r.at)
	if len(all) > 0 {
		d.Restricted, d.RestrictedTotal = all, total
	}
	return err
}

// pledges is the assets that the unit's matters pledge.
func (u Unit) pledges() []enterprise.Pledge {
	var all []enterprise.Pledge
	for _, m := range u.Matters {
		if m.Kind != revenue.MatterPledge {
			continue
		}
		for _, id := range m.Assets {
			all = append(all, enterprise.Pledge{Asset: id, Creditor: m.Counterparty, Secured: m.Amount, Registered: m.CompletedOn})
		}
	}
	return all
}

// MarshalJSON writes the disclosures for other programs.
func (d Disclosures) MarshalJSON() ([]byte, error) {
	out := disclosuresJSON{Year: d.Year, Notes: d.Notes, Budget: d.Difference.Budget, Difference: d.Difference.Lines, Surplus: d.Difference.Surplus, Inventory: d.Presented.Inventory, Intangible: d.Presented.Intangible, Development: d.Presented.Development, Restricted: d.RestrictedTotal}
	for _, t := range []enterprise.Table{d.Intangible, d.Inventory} {
		if len(t.Cells) == 0 {
			continue
		}
		table := tableJSON{Title: t.Title, From: t.From, To: t.To, Columns: t.Columns[:]}
		for i, line := range t.Lines {
			table.Lines = append(table.Lines, tableLineJSON{line.Label, t.Cells[i][:]})
		}
		out.Tables = append(out.Tables, table)
	}
	return json.Marshal(out)
}

type disclosuresJSON struct {
	Year        int                                        `json:"year,omitzero"`
	Notes       *government.Notes                          `json:"notes,omitzero"`
	Budget      money.Amount                               `json:"budgetResult,omitzero"`
	Difference  map[government.DifferenceLine]money.Amount `json:"difference,omitempty"`
	Surplus     money.Amount                               `json:"surplus,omitzero"`
	Tables      []tableJSON                                `json:"tables,omitzero"`
	Inventory   money.Amount                               `json:"inventory,omitzero"`
	Intangible  money.Amount                               `json:"intangible,omitzero"`
	Development money.Amount                               `json:"development,omitzero"`
	Restricted  money.Amount                               `json:"restricted,omitzero"`
}

type tableJSON struct {
	Title   rule.Text       `json:"title"`
	From    calendar.Date   `json:"from"`
	To      calendar.Date   `json:"to"`
	Columns []rule.Text     `json:"columns"`
	Lines   []tableLineJSON `json:"lines"`
}

type tableLineJSON struct {
	Label rule.Text      `json:"label"`
	Cells []money.Amount `json:"cells"`
}
