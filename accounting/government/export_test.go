package government

// Inputs and Facts are the names that the tables hold.
func Inputs() (names []string) {
	for _, i := range inputs() {
		names = append(names, i.Name)
	}
	return names
}

func Facts() (keys []string) {
	for _, f := range facts() {
		keys = append(keys, f.Key)
	}
	return keys
}
