module github.com/dataasset-go/dataasset/examples/ics

go 1.26.0

require (
	github.com/arran4/golang-ical v0.3.4
	github.com/dataasset-go/dataasset v0.0.0
	github.com/emersion/go-ical v0.0.0-20250329121855-f41e73efc392
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/rickar/cal/v2 v2.1.29 // indirect
	github.com/shopspring/decimal v1.6.0 // indirect
	github.com/teambition/rrule-go v1.8.2 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/dataasset-go/dataasset => ../..
