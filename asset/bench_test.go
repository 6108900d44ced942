package asset_test

import (
	"testing"

	"github.com/dataasset-go/dataasset/asset"
	"github.com/dataasset-go/dataasset/rule"
)

var (
	sinkAssessment asset.Assessment
	sinkReport     rule.Report
)

// One resource, both questions and the route.
func BenchmarkRecognize(b *testing.B) {
	for name, r := range map[string]asset.Resource{"department": u1()[1].Resource, "enterprise": u2()[5].Resource} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var err error
				if sinkAssessment, err = asset.Recognize(r, bg06On); err != nil {
					b.Fatal(err)
				}
			}
			if sinkAssessment.Management.State != rule.Met {
				b.Fatal(sinkAssessment)
			}
		})
	}
}

// The sweep of a department: eleven resources in eleven projects.
func BenchmarkReview(b *testing.B) {
	v := asset.Inventory{Holder: u1Holder(), Projects: u1Projects(), Resources: resourcesOf(u1())}
	b.ReportAllocs()
	for b.Loop() {
		sinkReport = v.Review(asset.Policy{}, u1Sweep)
	}
	if sinkReport.Err() != nil {
		b.Fatal(sinkReport)
	}
}
