package pilot

import "github.com/dataasset-go/dataasset/record"

// Definitions lists the records of this package.
func Definitions() []record.Definition {
	return append([]record.Definition{UnitRecords().Definition(), Events().Definition()}, reportDefinitions()...)
}
