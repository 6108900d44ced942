package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/spark"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"
	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/rule"
)

// defaultRunner runs in this process and needs nothing beside it.
const defaultRunner = "prism"

var (
	in        = flag.String("in", "testdata/*.jsonl", "files of rows, one a line; .gz is unpacked")
	out       = flag.String("out", "", "folder for the findings and statistics")
	at        = flag.String("at", "2026-12-31", "day of the review")
	role      = flag.String("role", "", "role of the holder, for the rules that bind only some")
	shards    = flag.Int("shards", 4, "files of findings")
	alone     = flag.Bool("single", false, "review by the library alone, without Beam")
	generateN = flag.Int("generate", 0, "write a ledger of so many rows into the folder, and no review")
)

func main() {
	flag.Parse()
	beam.Init()
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	day, err := calendar.ParseDate(*at)
	switch {
	case err != nil:
		return fmt.Errorf("-at: %w", err)
	case *out == "":
		return errors.New("-out: want a folder")
	case *role != "" && !slices.Contains(rule.Roles(), rule.Role(*role)):
		return fmt.Errorf("-role: want one of %v", rule.Roles())
	case *shards < 1 || *shards > 99_999:
		return errors.New("-shards: want 1 to 99999")
	}
	j := job{in: *in, out: *out, shards: *shards, context: rule.Context{At: day, Role: rule.Role(*role)}}
	switch {
	case *generateN > 0:
		return generate(*out, *generateN, perShard)
	case *alone:
		omitted, err := single(j)
		if omitted > 0 {
			fmt.Fprintln(os.Stderr, "there are more findings about rows against each other than the 1,000 that a review keeps")
		}
		return err
	}
	runner := *runners.Runner
	if runner == "" {
		runner = defaultRunner
	}
	_, err = beam.Run(ctx, runner, pipeline(j))
	return err
}
