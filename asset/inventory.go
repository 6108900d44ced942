package asset

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
)

// Inventory is the result of one sweep: the three levels of one holder.
type Inventory struct {
	Holder    Holder
	Projects  []Project
	Systems   []ITSystem
	Resources []Resource
}

// Review validates every record of the inventory on a day and judges it by the
// rules of this package. Findings of a resource carry its number in the list as
// their row.
func (v Inventory) Review(p Policy, at calendar.Date) rule.Report {
	var report rule.Report
	merge := func(found rule.Report, row int, place ...string) {
		for k := range found.Findings {
			f := &found.Findings[k]
			f.Row, f.Path = row, rule.Pointer(place...)+f.Path
		}
		report.Merge(found)
	}
	c := v.Holder.Context()
	c.At = at
	merge(Holders().Validate(&v.Holder, record.Options{At: at}), 0, "holder")
	merge(HolderRules().Review(v.Holder, c), 0, "holder")
	for i := range v.Projects {
		merge(Projects().Validate(&v.Projects[i], record.Options{At: at}), i+1, "projects", strconv.Itoa(i))
	}
	for i := range v.Systems {
		merge(ITSystems().Validate(&v.Systems[i], record.Options{At: at}), i+1, "systems", strconv.Itoa(i))
	}
	rules := Rules()
	for i := range v.Resources {
		merge(p.table().Validate(&v.Resources[i], record.Options{At: at}), i+1, "resources", strconv.Itoa(i))
		merge(rules.Review(v.Resources[i], c), i+1, "resources", strconv.Itoa(i))
	}
	report.Merge(InventoryRules(p).Review(v, c))
	return report
}

// Recognize assesses every resource on a day.
func (v Inventory) Recognize(p Policy, at calendar.Date) ([]Assessment, error) {
	all := make([]Assessment, len(v.Resources))
	p.Accounts = v.Holder.System()
	for i, r := range v.Resources {
		var err error
		if all[i], err = p.Recognize(r, at); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// LeftOut lists, as findings, the resources that meet the conditions and are
// not managed: every one that meets them is an asset (GX-4.1.3). managed tells
// whether an id is in the ledger.
func LeftOut(all []Assessment, managed func(id string) bool) rule.Report {
	var report rule.Report
	law := noneLeftOut()
	for i, a := range all {
		if a.Management.State != rule.Met || managed(a.Resource) {
			continue
		}
		report.Add(rule.Finding{
			Rule: law.ID, Title: law.Title, Severity: law.Severity, Basis: slices.Clone(law.Basis),
			Path: rule.Pointer("resources", strconv.Itoa(i)), Value: a.Resource, Row: i + 1,
			Message: text(a.Resource+" 符合确认条件，未纳入数据资产台账。", a.Resource+" meets the conditions and is not in the ledger."),
			Fix:     text("请列入台账，或更正数据资源清单。", "Enter it in the ledger, or correct the inventory."),
		})
	}
	return report
}

// duplicated lists ids that occur before, with their places.
func duplicated[T any](list []T, id func(T) string) []int {
	var at []int
	seen := map[string]bool{}
	for i, v := range list {
		if k := id(v); k != "" && seen[k] {
			at = append(at, i)
		} else {
			seen[k] = true
		}
	}
	return at
}

// uniqueIDs refuses two records of one level with the same id.
func uniqueIDs(v Inventory, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	add := func(level, id string, i int) {
		found = append(found, rule.Finding{
			Path: rule.Pointer(level, strconv.Itoa(i), "id"), Value: id, Row: i + 1,
			Message: text("编号 "+id+" 重复。", "the id "+id+" occurs twice."),
			Fix:     text("请为每条记录使用唯一编号。", "Give each record an id of its own."),
		})
	}
	for _, i := range duplicated(v.Projects, func(p Project) string { return p.ID }) {
		add("projects", v.Projects[i].ID, i)
	}
	for _, i := range duplicated(v.Systems, func(s ITSystem) string { return s.ID }) {
		add("systems", v.Systems[i].ID, i)
	}
	for _, i := range duplicated(v.Resources, func(r Resource) string { return r.ID }) {
		add("resources", v.Resources[i].ID, i)
	}
	return verdict(found)
}

// references refuses a reference to a project or system that is not there.
func references(v Inventory, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	check := func(level string, i int, member string, ids []string, known func(string) bool) {
		for k, id := range ids {
			if known(id) {
				continue
			}
			found = append(found, rule.Finding{
				Path: rule.Pointer(level, strconv.Itoa(i), member, strconv.Itoa(k)), Value: id, Row: i + 1,
				Message: text("引用的编号 "+id+" 不存在。", "the id "+id+" that it refers to does not exist."),
				Fix:     text("请补录该项目或系统，或更正引用。", "Add the project or system, or correct the reference."),
			})
		}
	}
	isProject := func(id string) bool {
		return slices.ContainsFunc(v.Projects, func(p Project) bool { return p.ID == id })
	}
	isSystem := func(id string) bool {
		return slices.ContainsFunc(v.Systems, func(s ITSystem) bool { return s.ID == id })
	}
	for i, s := range v.Systems {
		check("systems", i, "projects", s.Projects, isProject)
	}
	for i, r := range v.Resources {
		check("resources", i, "projects", r.Projects, isProject)
		check("resources", i, "systems", r.Systems, isSystem)
	}
	return verdict(found)
}

// seriesKey is what one asset of the default unit of account has in common: the
// series, its sources and its rights (P20).
func seriesKey(r Resource) string {
	if r.Series == "" {
		return ""
	}
	sources := slices.Sorted(slices.Values(r.Sources))
	return fmt.Sprintf("%q %q %q %q %q %q", r.Series, sources, r.Owner, r.RightHolder, r.RightUser, r.Operator)
}

// kindOfHolder refuses a resource of another kind of holder than the unit.
func kindOfHolder(v Inventory, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	for i, r := range v.Resources {
		if r.HolderKind == "" || v.Holder.Entity == "" || r.HolderKind == v.Holder.Entity {
			continue
		}
		found = append(found, rule.Finding{
			Path: rule.Pointer("resources", strconv.Itoa(i), "holderKind"), Value: string(r.HolderKind), Row: i + 1,
			Message: text("单位性质与单位信息不一致。", "the kind of holder is not that of the unit."),
			Fix:     text("请改为本单位的性质。", "Give the unit's own kind."),
		})
	}
	return verdict(found)
}

// roleFitsKind finds a unit that its role in the pilot cannot be: an enterprise
// that is no enterprise, a city's bureau whose finance is not a city's. A region
// department may stand under central finance (双重领导).
func roleFitsKind(v Inventory, _ rule.Context) rule.Verdict {
	h := v.Holder
	var found []rule.Finding
	add := func(path, value string, message rule.Text) {
		found = append(found, rule.Finding{
			Path: rule.Pointer("holder", path), Value: value, Message: message,
			Fix: text("请核对单位信息的三项。", "Check the three fields of the unit."),
		})
	}
	if known := h.Role != "" && h.Entity != ""; known && (h.Role == rule.RegionEnterprise) != (h.Entity == rule.Enterprise) &&
		(h.Role == rule.RegionEnterprise || h.Role == rule.RegionDepartment || h.Role == rule.CityFinanceBureau) {
		add("holderKind", string(h.Entity), text(h.Role.Title().ZH+"的单位性质不应为"+h.Entity.Title().ZH+"。", "a "+h.Role.Title().EN+" is no "+h.Entity.Title().EN+"."))
	}
	if h.Role == rule.CityFinanceBureau && h.Authority != "" && h.Authority != rule.CityLevel {
		add("authority", string(h.Authority), text("设区市财政局的财政级次应为市级。", "the finance level of a city finance bureau is its city."))
	}
	return verdict(found)
}

// systemInProject finds systems that no project is named for: the sweep goes
// from project to system to resource.
func systemInProject(v Inventory, _ rule.Context) rule.Verdict {
	var found []rule.Finding
	for i, s := range v.Systems {
		if len(s.Projects) > 0 {
			continue
		}
		found = append(found, rule.Finding{
			Path: rule.Pointer("systems", strconv.Itoa(i), "projects"), Value: s.ID, Row: i + 1,
			Message: text("系统 "+s.ID+" 未归入信息化项目。", "the system "+s.ID+" names no project."),
			Fix:     text("请填写建设该系统的项目。", "Name the project that built it."),
		})
	}
	return verdict(found)
}

// oneUnit finds resources that the chosen unit of account makes one asset.
func oneUnit(u Unit) func(Inventory, rule.Context) rule.Verdict {
	key := func(r Resource) string { return "" }
	switch u {
	case ThemeSeries:
		key = seriesKey
	case WholeSystem:
		key = func(r Resource) string {
			if len(r.Systems) == 1 {
				return r.Systems[0]
			}
			return ""
		}
	}
	unit := key
	if u == ThemeSeries {
		unit = func(r Resource) string { return r.Series }
	}
	return func(v Inventory, _ rule.Context) rule.Verdict {
		var found []rule.Finding
		for _, i := range duplicated(v.Resources, key) {
			r := v.Resources[i]
			found = append(found, rule.Finding{
				Path: rule.Pointer("resources", strconv.Itoa(i)), Value: r.ID, Row: i + 1,
				Message: text("与同一“"+unit(r)+"”的其他资源应作为一项资产。", "it is one asset with the other resources of "+unit(r)+"."),
				Fix:     text("请合并，或选择其他核算单元并说明。", "Join them, or choose another unit of account and say so."),
			})
		}
		return verdict(found)
	}
}

func verdict(found []rule.Finding) rule.Verdict {
	if len(found) > 0 {
		return rule.Fail(found...)
	}
	return rule.Pass()
}
