package main

import (
	"path"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/dataasset-go/dataasset/rule"
)

// job says what is reviewed, where the result goes and how it is divided.
type job struct {
	in      string // glob of the files of rows
	out     string // folder
	shards  int    // files of findings
	context rule.Context
}

// The files written.
const (
	findingsFile   = "findings"
	statisticsFile = "statistics"
)

// pipeline builds the review:
//
//	files ─ count ──────────────┐ lines of each file
//	  └─── read ────────────────┴─ rows, numbered ─┬─ review one ─────────────────── findings
//	        └─ what cannot be read ────────────────│──────────────────────────────── findings
//	                                               ├─ values ─ first of each ─ twins ─ findings
//	                                               └─ tally ── add up ────────────── statistics
//
// Reading, reviewing and tallying follow each other row by row in one worker. What
// moves between workers is small: a number a file, findings, for each value that
// must occur once the row that has it, and the lines of the statistics.
func pipeline(j job) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	files := fileio.ReadMatches(s, beam.Reshuffle(s, fileio.MatchFiles(s, j.in, fileio.MatchEmptyDisallow())))
	counts := beam.ParDo(s, countLines, files)
	rows, unread := beam.ParDo2(s, readRows, files, beam.SideInput{Input: counts})

	found := beam.ParDo(s, &reviewOne{Context: j.context}, rows)
	twins := findTwins(s.Scope("twins"), beam.ParDo(s, values, rows), j.context)
	writeShards(s.Scope("findings"), path.Join(j.out, findingsFile), j.shards, beam.Flatten(s, unread, found, twins))

	table := beam.CombinePerKey(s, &addUp{}, beam.ParDo(s, &tally{}, rows))
	writeShards(s.Scope("statistics"), path.Join(j.out, statisticsFile), 1, beam.ParDo(s, tallyLine, table))
	return p
}
