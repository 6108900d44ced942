module github.com/dataasset-go/dataasset/examples/sm2

go 1.26.0

replace github.com/dataasset-go/dataasset => ../..

require (
	github.com/dataasset-go/dataasset v0.0.0
	github.com/emmansun/gmsm v0.15.5
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/rickar/cal/v2 v2.1.29 // indirect
	github.com/shopspring/decimal v1.6.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/crypto v0.4.0 // indirect
	golang.org/x/sys v0.3.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
