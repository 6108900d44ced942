package rule

import (
	"slices"
	"strconv"
	"strings"
)

// How many findings a report keeps; the rest are counted. Notes take at most
// half of the room, so that they never crowd out what blocks.
const (
	MaxPerRecord = 1_000
	MaxPerFile   = 10_000
)

// Report is what a review found. The zero Report found nothing.
type Report struct {
	Findings     []Finding     `json:"findings"`              // by row, place in the table, rule
	Omitted      int           `json:"omitted,omitzero"`      // findings beyond the limit, counted only
	OmittedNotes int           `json:"omittedNotes,omitzero"` // notes beyond half the limit, counted only
	Outcomes     []Outcome     `json:"outcomes,omitzero"`     // one a rule, where they were asked for
	Off          []SwitchedOff `json:"off,omitzero"`          // rules the caller switched off, and why
}

// Outcome is how one rule came out for one record.
type Outcome struct {
	Rule   ID    `json:"rule"`
	State  State `json:"state"`
	Settle Text  `json:"settle,omitzero"` // for Unknown: what would settle it; for Off: the reason
}

// SwitchedOff is a rule that the caller does not want judged.
type SwitchedOff struct {
	Rule   ID     `json:"rule"`
	Reason string `json:"reason"`
}

// Add appends a finding, up to [MaxPerFile].
func (r *Report) Add(f Finding) { r.add(f, MaxPerFile) }

func (r *Report) add(f Finding, limit int) {
	if f.Severity == Note && len(r.Findings) >= limit/2 {
		r.OmittedNotes++
		return
	}
	if len(r.Findings) >= limit {
		r.Omitted++
		return
	}
	r.Findings = append(r.Findings, f)
}

// Merge appends what another report found, up to [MaxPerFile] findings.
// Outcomes are appended; a rule switched off in both is listed once.
func (r *Report) Merge(o Report) {
	for _, f := range o.Findings {
		r.Add(f)
	}
	r.Omitted += o.Omitted
	r.OmittedNotes += o.OmittedNotes
	r.Outcomes = append(r.Outcomes, o.Outcomes...)
	for _, off := range o.Off {
		if !slices.Contains(r.Off, off) {
			r.Off = append(r.Off, off)
		}
	}
}

// Sort puts the findings into their fixed order.
func (r *Report) Sort() { sortFindings(r.Findings) }

// Clean reports whether there are no findings.
func (r Report) Clean() bool { return len(r.Findings) == 0 && r.Omitted == 0 && r.OmittedNotes == 0 }

// Count returns how many findings have a severity.
func (r Report) Count(s Severity) int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Severity == s {
			n++
		}
	}
	return n
}

// Has reports whether a rule found something.
func (r Report) Has(id ID) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Rule == id })
}

// Err returns the findings that block as one error, a [*ReportError]; nil when
// none does.
func (r Report) Err() error {
	if r.Count(Blocking) == 0 && r.Omitted == 0 {
		return nil
	}
	return &ReportError{r}
}

// ReportError is a report with findings that block, as an error.
type ReportError struct {
	Report Report
}

// Error names the first findings that block and counts the others.
func (e *ReportError) Error() string {
	const shown = 3
	var b strings.Builder
	n := 0
	for _, f := range e.Report.Findings {
		if f.Severity != Blocking {
			continue
		}
		if n++; n > shown {
			continue
		}
		if n > 1 {
			b.WriteString("; ")
		}
		if where := f.Source.String(); where != "" {
			b.WriteString(where + " ")
		}
		if f.Path != "" {
			b.WriteString(f.Path + ": ")
		}
		b.WriteString(f.Message.EN)
	}
	if rest := n + e.Report.Omitted - shown; rest > 0 {
		b.WriteString("; and " + strconv.Itoa(rest) + " more")
	}
	return b.String()
}
