package registry

// WeightsForTest is the table of policy P19.
func WeightsForTest() (always, scale, routine []string) {
	w := defaultWeights()
	return w.always, w.scale, w.routine
}
