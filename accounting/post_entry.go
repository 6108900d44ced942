package accounting

import (
	"slices"

	"github.com/dataasset-go/dataasset/rule"
)

// entry fills in a template: a line under the assets' own detail accounts once
// for each of them, any other once for their sum.
func (m *maker) entry(tmpl *compiledEntry, at []situation) (Entry, error) {
	notes := slices.Clone(m.notes)
	var lines []Line
	var basis []rule.Clause
	for j := range tmpl.lines {
		l := &tmpl.lines[j]
		for i := range m.e.Parts {
			if !at[i].all(tmpl.When) || !at[i].all(l.When) {
				continue
			}
			line, c, err := m.line(l, &m.e.Parts[i], at[i])
			if err != nil {
				return Entry{}, err
			}
			if line.Amount.Sign() == 0 {
				continue
			}
			if c != nil {
				m.note(c.Judgement)
				basis = appendNew(basis, c.Basis)
			}
			if lines, err = m.addTo(lines, line); err != nil {
				return Entry{}, err
			}
		}
	}
	e := m.head(tmpl)
	e.Lines, e.Basis = lines, appendNew(e.Basis, basis)
	e.Judgement = m.judgement()
	m.notes = notes
	return e, nil
}

// head is what the vouchers of the event have in common.
func (m *maker) head(tmpl *compiledEntry) Entry {
	e := Entry{
		Book: tmpl.Book, Date: m.e.Booked, Summary: m.e.Summary, Kind: tmpl.Kind, Approval: m.e.Approval,
		Attachments: m.e.Attachments, Basis: slices.Clone(m.c.Basis), Evidence: m.c.Evidence,
		Preparer: m.e.Signed.Preparer, Auditor: m.e.Signed.Auditor, Bookkeeper: m.e.Signed.Bookkeeper,
		Chief: m.e.Signed.Chief, Cashier: m.e.Signed.Cashier,
	}
	if e.Summary == "" {
		names := make([]string, len(m.e.Parts))
		for i := range m.e.Parts {
			names[i] = m.e.Parts[i].Asset
		}
		title := m.c.Title
		if tmpl.Summary.ZH != "" {
			title = tmpl.Summary
		}
		e.Summary = summarise(title, names...)
	}
	return e
}

// judgement joins the event's judgement and the notes of its choices.
func (m *maker) judgement() rule.Text {
	j := m.c.Judgement
	for _, n := range m.notes {
		if j.IsZero() {
			j = n
		} else {
			j = text(j.ZH+"；"+n.ZH, j.EN+"; "+n.EN)
		}
	}
	return j
}

// line fills in a line for one part, and the case of the role it came from.
func (m *maker) line(l *compiledLine, p *Part, at situation) (Line, *RoleCase, error) {
	line := Line{Account: l.Account, Side: l.Side, Detail: l.Detail}
	var c *RoleCase
	if l.role != nil {
		i := slices.IndexFunc(l.role.Cases, func(c RoleCase) bool { return c.Effective.Holds(m.e.Booked) && at.all(c.When) })
		if i < 0 {
			return line, nil, m.fault(text(l.role.Title.ZH+"可用的科目", "an account for the "+l.role.Title.EN))
		}
		c = &l.role.Cases[i]
		line.Account = c.Account
		if line.Detail == "" {
			line.Detail = c.Detail
		}
	}
	if l.Own {
		own := Ref{p.Asset, p.Detail}
		if l.Ref != "" {
			own = p.Others[l.Ref]
		}
		if own.Detail == "" {
			name := l.Ref
			if name == "" {
				name = p.Asset
			}
			return line, nil, m.fault(text(name+" 的明细科目", "the detail account of "+name))
		}
		line.Asset = own.Asset
		if line.Detail != "" {
			line.Detail += under
		}
		line.Detail += own.Detail
	}
	amount, err := l.amount.Eval(at.amount)
	switch {
	case err != nil:
		return line, nil, &EventError{Event: m.e.ID, Kind: m.e.Kind, Want: text("低于 10^15 元的合计", "a sum below 10^15"), Err: err}
	case amount.Sign() < 0:
		return line, nil, m.fault(text(p.Asset+" 的 "+l.amount.String()+" 不低于 0.00", l.amount.String()+" of "+p.Asset+" not below 0.00"))
	}
	line.Amount = amount
	return line, c, nil
}

// addTo adds a line, or its amount to that of the line that is the same but
// for the amount. Lines of assets stay apart.
func (m *maker) addTo(lines []Line, line Line) ([]Line, error) {
	if line.Asset == "" {
		for i := range lines {
			l := &lines[i]
			if l.Asset != "" || l.Account != line.Account || l.Detail != line.Detail || l.Side != line.Side {
				continue
			}
			sum, err := l.Amount.Add(line.Amount)
			if err != nil {
				return nil, &EventError{Event: m.e.ID, Kind: m.e.Kind, Want: text("低于 10^15 元的合计", "a sum below 10^15"), Err: err}
			}
			l.Amount = sum
			return lines, nil
		}
	}
	return append(lines, line), nil
}

// appendNew adds the clauses that are not there yet.
func appendNew(to, more []rule.Clause) []rule.Clause {
	for _, c := range more {
		if !slices.Contains(to, c) {
			to = append(to, c)
		}
	}
	return to
}
