package main

import (
	"context"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/record"
)

func init() {
	register.DoFn3x1[context.Context, numbered, func(string, ledger.Tally), error](&tally{})
	register.Combiner1[ledger.Tally](&addUp{})
	register.Function2x2(tallyLine)
	register.Emitter2[string, ledger.Tally]()
	beam.RegisterCoder(reflect.TypeFor[ledger.Tally](), encodeTally, decodeTally)
}

func encodeTally(t ledger.Tally) ([]byte, error) { return ledger.Tallies().Encode(&t) }

func decodeTally(b []byte) (ledger.Tally, error) {
	t, report, err := ledger.Tallies().Read(b, record.Options{Stage: record.Draft})
	if err == nil {
		err = report.Err()
	}
	return t, err
}

// batch is how many rows a worker holds to tally them together.
const batch = 1000

// tally emits the lines of every table of statistics for a batch of rows.
type tally struct {
	rows []ledger.Row
}

// StartBundle begins without rows.
func (t *tally) StartBundle(_ context.Context, _ func(string, ledger.Tally)) error {
	t.rows = t.rows[:0]
	return nil
}

// ProcessElement adds a row to the batch.
func (t *tally) ProcessElement(ctx context.Context, r numbered, emit func(string, ledger.Tally)) error {
	if t.rows = append(t.rows, r.Row); len(t.rows) < batch {
		return nil
	}
	return t.FinishBundle(ctx, emit)
}

// FinishBundle tallies the batch.
func (t *tally) FinishBundle(_ context.Context, emit func(string, ledger.Tally)) error {
	if len(t.rows) == 0 {
		return nil
	}
	for _, d := range ledger.Dimensions() {
		lines, err := d.Tally(slices.Values(t.rows), nil)
		if err != nil {
			return err
		}
		for _, line := range lines {
			emit(line.Dimension+" "+line.Title+" "+line.Code, line)
		}
	}
	clear(t.rows)
	t.rows = t.rows[:0]
	return nil
}

// addUp adds the lines of one kind.
type addUp struct{}

// MergeAccumulators adds one line to another.
func (addUp) MergeAccumulators(a, b ledger.Tally) (ledger.Tally, error) {
	err := a.Merge(b)
	return a, err
}

func tallyLine(_ string, t ledger.Tally) (string, error) {
	line, err := encodeTally(t)
	return string(line), err
}
