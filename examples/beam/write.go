package main

import (
	"bufio"
	"context"
	"fmt"
	"hash/fnv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn1x2[string, int, string](&shardOf{})
	register.DoFn4x1[context.Context, int, func(*bool) bool, func(*string) bool, error](&writeShard{})
	register.Function1x2(begun)
	register.Iter1[bool]()
	register.Iter1[string]()
}

// writeShards writes lines into so many files NAME-00000-of-00004.jsonl. A line
// goes by its own bytes, so that a file that is written again is the same but for
// the order; a file for which there is no line is empty.
func writeShards(s beam.Scope, name string, shards int, lines beam.PCollection) {
	all := make([]int, shards)
	for i := range all {
		all[i] = i
	}
	files := beam.ParDo(s, begun, beam.CreateList(s, all))
	beam.ParDo0(s, &writeShard{Name: name, Shards: shards}, beam.CoGroupByKey(s, files, beam.ParDo(s, &shardOf{shards}, lines)))
}

func begun(shard int) (int, bool) { return shard, true }

// shardOf gives a line the number of its file.
type shardOf struct{ Shards int }

// ProcessElement numbers one line.
func (f *shardOf) ProcessElement(line string) (int, string) {
	h := fnv.New32a()
	h.Write([]byte(line))
	return int(h.Sum32() % uint32(f.Shards)), line
}

// writeShard writes one file, line by line.
type writeShard struct {
	Name   string
	Shards int
}

// ProcessElement writes the lines of one file.
func (f *writeShard) ProcessElement(ctx context.Context, shard int, _ func(*bool) bool, lines func(*string) bool) error {
	name := shardName(f.Name, shard, f.Shards)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	var line string
	for lines(&line) {
		w.WriteString(line)
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

func shardName(name string, shard, shards int) string {
	return fmt.Sprintf("%s-%05d-of-%05d.jsonl", name, shard, shards)
}
