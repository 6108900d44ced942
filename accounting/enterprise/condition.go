package enterprise

// evidenceOfConditions is the documents of the five conditions.
func evidenceOfConditions() []string { return nil }
