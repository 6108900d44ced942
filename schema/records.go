package schema

import (
	"slices"

	"github.com/dataasset-go/dataasset/accounting"
	"github.com/dataasset-go/dataasset/accounting/enterprise"
	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/registry"
	"github.com/dataasset-go/dataasset/revenue"
	"github.com/dataasset-go/dataasset/trade"
)

// definitions lists the records of the packages, in the order of the process.
func definitions() []record.Definition {
	return slices.Concat(asset.Definitions(), ledger.Definitions(), registry.Definitions(), accounting.Definitions(), enterprise.Definitions(), trade.Definitions(), revenue.Definitions(), pilot.Definitions())
}
