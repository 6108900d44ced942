module github.com/dataasset-go/dataasset/examples/forms

go 1.26.0

require (
	github.com/dataasset-go/dataasset v0.0.0
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/rickar/cal/v2 v2.1.29 // indirect
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1 // indirect
	github.com/shopspring/decimal v1.6.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/dataasset-go/dataasset => ../..
