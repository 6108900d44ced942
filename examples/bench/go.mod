module github.com/dataasset-go/dataasset/examples/bench

go 1.26.0

require (
	github.com/Rhymond/go-money v1.0.15
	github.com/dataasset-go/dataasset v0.0.0
	github.com/govalues/money v0.2.4
	github.com/rickar/cal/v2 v2.1.29
	github.com/shopspring/decimal v1.6.0
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/govalues/decimal v0.1.36 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/dataasset-go/dataasset => ../..
