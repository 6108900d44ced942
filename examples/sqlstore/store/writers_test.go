package store_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dataasset-go/dataasset/examples/sqlstore/pgserver"
	"github.com/dataasset-go/dataasset/examples/sqlstore/store"
	"github.com/dataasset-go/dataasset/ledger"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const writers = 16

// Sixteen writers, each with a store and books of its own, decide on the same
// ledger: nothing is lost, nothing is twice, and each that came second is told so.
// Each gives its row the number that follows the last row it sees, so that a lost
// update would show as a number given twice.
func TestSixteenWriters(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		const each = 6
		s := opened(t, source)
		var stale atomic.Int64
		var wait sync.WaitGroup
		for range writers {
			wait.Go(func() {
				own, err := store.Open(t.Context(), source, store.Rules{})
				if !assert.NoError(t, err) {
					return
				}
				defer own.Close()
				b, err := own.Books(t.Context(), unit)
				if !assert.NoError(t, err) {
					return
				}
				for n := 0; n < each; {
					err := b.Change(t.Context(), func() error { return enter(b, next(b)) })
					switch {
					case errors.Is(err, rule.ErrStale):
						stale.Add(1)
					case !assert.NoError(t, err):
						return
					default:
						n++
					}
				}
			})
		}
		wait.Wait()
		require.NoError(t, s.Verify(t.Context()))
		b := books(t, s)
		assert.Equal(t, []int{writers * each, writers * each, 2 * writers * each}, revisions(b))
		n := 0
		for r := range b.Ledger.Now().Rows() {
			n++
			require.Equal(t, "JT-"+strconv.Itoa(n), r.ID(), "in order, none twice, none missing")
		}
		assert.Equal(t, writers*each, n)
		assert.Positive(t, stale.Load(), "someone came second")
		t.Logf("%d changes by %d writers, %d were stale first", n, writers, stale.Load())
	})
}

// next is the number after the rows there are.
func next(b *store.Books) string { return "JT-" + strconv.Itoa(b.Ledger.Revision()+1) }

// writeForEver is what the process does that is killed: it enters three assets at a
// time in all three logs, and says so only once they are stored.
func writeForEver(source string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, source, store.Rules{})
	if err != nil {
		return err
	}
	b, err := s.Books(ctx, unit)
	if err != nil {
		return err
	}
	acknowledge := json.NewEncoder(os.Stdout)
	for {
		err := b.Change(ctx, func() error {
			for range atATime {
				if err := enter(b, next(b)); err != nil {
					return err
				}
			}
			return nil
		})
		if err == nil {
			err = acknowledge.Encode(b.Heads())
		}
		if err != nil {
			return err
		}
	}
}

const atATime = 3

// victim is a process that writes.
type victim struct {
	process *exec.Cmd
	acks    *bufio.Reader
	last    []store.Head // acknowledged last
	count   int
}

func start(t *testing.T, source string) *victim {
	t.Helper()
	program, err := os.Executable()
	require.NoError(t, err)
	c := exec.Command(program)
	c.Env = append(os.Environ(), writer+"="+source)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	return &victim{process: c, acks: bufio.NewReader(out)}
}

// read takes acknowledgements until there are n, or until the process is gone.
func (v *victim) read(t *testing.T, n int) {
	t.Helper()
	for ; n > 0; n-- {
		line, err := v.acks.ReadBytes('\n')
		if err != nil {
			return // the process ended: a line that it did not finish acknowledges nothing
		}
		v.last = nil
		require.NoError(t, json.Unmarshal(line, &v.last))
		v.count++
	}
}

// kill ends the process by SIGKILL and reads what it said before.
func (v *victim) kill(t *testing.T) {
	t.Helper()
	require.NoError(t, v.process.Process.Kill())
	v.read(t, 1<<30)
	assert.Error(t, v.process.Wait(), "it was killed")
}

// survived checks a database after a crash: whole, with all that was acknowledged
// and at most one change more, which is there in all three logs or in none.
func survived(t *testing.T, source string, acknowledged []store.Head) (unacknowledged bool) {
	t.Helper()
	s, err := store.Open(t.Context(), source, store.Rules{})
	require.NoError(t, err)
	defer s.Close()
	require.NoError(t, s.Verify(t.Context(), acknowledged...))
	r := revisions(books(t, s))
	require.Zero(t, r[1]%atATime, "whole changes only: %v", r)
	require.Equal(t, []int{r[1], r[1], 2 * r[1]}, r, "in all three logs or in none")
	before := 0
	for _, h := range acknowledged {
		if h.Log == store.Ledger {
			before = h.Revision
		}
	}
	require.Contains(t, []int{before, before + atATime}, r[1])
	return r[1] > before
}

// A process that is killed in the middle of a write loses nothing of what it
// acknowledged, and leaves nothing half done. At full size 200 are killed.
func TestScaleKilledWriter(t *testing.T) {
	onBoth(t, func(t *testing.T, source string) {
		opened(t, source)
		rounds, acks, more := int(200**scale), 0, 0
		for i := range rounds {
			v := start(t, source)
			v.read(t, 1+i%3)
			time.Sleep(time.Duration(i*7919%20000) * time.Microsecond) // somewhere within the next changes
			v.kill(t)
			acks += v.count
			if survived(t, source, v.last) {
				more++
			}
		}
		assert.GreaterOrEqual(t, acks, rounds)
		t.Logf("%d processes killed; %d changes acknowledged, none lost; %d times the last one was stored and not yet acknowledged", rounds, acks, more)
	})
}

// A PostgreSQL server that is killed while one writes recovers the same.
func TestScaleKilledServer(t *testing.T) {
	s, err := pgserver.Start()
	if errors.Is(err, pgserver.ErrMissing) {
		t.Skip(err)
	}
	require.NoError(t, err)
	defer func() { assert.NoError(t, s.Stop()) }()
	source, err := s.Create(t.Context(), "killed")
	require.NoError(t, err)
	opened(t, source)
	rounds, acks := max(1, int(30**scale)), 0
	for i := range rounds {
		v := start(t, source)

		v.read(t, 2+i%3)
		require.NoError(t, s.Kill())
		v.read(t, 1<<30)
		assert.Error(t, v.process.Wait(), "without a server it ends")
		acks += v.count
		require.NoError(t, s.Restart())
		survived(t, source, v.last)
	}
	t.Logf("server killed %d times; %d changes acknowledged, none lost", rounds, acks)
}

// BenchmarkWriters is how many changes a second sixteen writers store: on one unit,
// where they wait for each other and decide again, and on a unit each.
func BenchmarkWriters(b *testing.B) {
	for _, s := range sources {
		for _, units := range []int{1, writers} {
			b.Run(fmt.Sprintf("%s/units=%d", s.name, units), func(b *testing.B) {
				source := s.make(b)
				opened(b, source)
				var stale, left atomic.Int64
				left.Store(int64(b.N))
				b.ReportAllocs()
				b.ResetTimer()
				var wait sync.WaitGroup
				for i := range writers {
					wait.Go(func() {
						own, err := store.Open(b.Context(), source, store.Rules{})
						if err != nil {
							b.Error(err)
							return
						}
						defer own.Close()
						mine, err := own.Books(b.Context(), unit+strconv.Itoa(i%units))
						for err == nil && left.Add(-1) >= 0 {
							for {
								err = mine.Change(b.Context(), func() error {
									return mine.Ledger.Apply(mine.Ledger.Revision(), ledger.Add{On: day, Row: row(next(mine), day)})
								})
								if !errors.Is(err, rule.ErrStale) {
									break
								}
								stale.Add(1)
							}
						}
						if err != nil {
							b.Error(err)
						}
					})
				}
				wait.Wait()
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "writes/s")
				b.ReportMetric(float64(stale.Load())/float64(b.N), "stale/write")
			})
		}
	}
}
