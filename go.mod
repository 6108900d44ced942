module github.com/dataasset-go/dataasset

go 1.26.0

require (
	github.com/go-json-experiment/json v1.27.2
	github.com/rickar/cal/v2 v2.1.29
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1
	github.com/shopspring/decimal v1.6.0
	github.com/stretchr/testify v1.12.1
	golang.org/x/text v0.43.0
	pgregory.net/rapid v1.3.0
)

require go.yaml.in/yaml/v3 v3.0.5 // indirect
