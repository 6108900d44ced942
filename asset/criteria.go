package asset

// ManagementCriteria lists the conditions by which a data resource is an asset
// to be managed (GX-4.1.2), in the order in which they are judged.
func ManagementCriteria() []Criterion {
	all := managementCriteria()
	list := make([]Criterion, len(all))
	for i, c := range all {
		list[i] = c.Criterion
	}
	return list
}
