package ledger

import (
	"hash/fnv"
	"iter"
	"slices"
	"strconv"

	"github.com/dataasset-go/dataasset/rule"
)

// uniqueKeys are the fields of which no two rows may have the same.
func uniqueKeys() []struct {
	key string
	of  func(*Row) string
} {
	return []struct {
		key string
		of  func(*Row) string
	}{
		{"name", func(r *Row) string { return r.Resource.Name }},
		{"assetCode", func(r *Row) string { return r.Code }},
		{"certificateNo", func(r *Row) string { return r.CertificateNo }},
		{"registrationNo", func(r *Row) string { return r.RegistrationNo }},
		{"nationalCode", func(r *Row) string { return r.NationalCode }},
		{"id", (*Row).idOf},
	}
}

// UniqueKeys lists the fields of which no two rows of a ledger may have the same
// value, in the order in which a row's findings name them.
func UniqueKeys() []string {
	var all []string
	for _, k := range uniqueKeys() {
		all = append(all, k.key)
	}
	return all
}

func (r *Row) idOf() string { return r.Resource.ID }

// unique reports what another row has already. It goes over the rows once and
// holds 8 bytes a value, the fingerprints; only where two are the same does it go
// over them again and compare the values themselves. Two values with one
// fingerprint therefore cost time and are never reported.
func unique(v View, _ rule.Context) rule.Verdict {
	keys := uniqueKeys()
	prints := make([]fingerprints, len(keys))
	rows := 0
	for row := range v.Rows() {
		rows++
		for k := range keys {
			if s := keys[k].of(&row); s != "" {
				prints[k].add(fingerprint(s))
			}
		}
	}
	suspects := make([]map[uint64][]holder, len(keys))
	found := false
	for k := range prints {
		suspects[k] = prints[k].twice(rule.MaxPerFile)
		found = found || len(suspects[k]) > 0
		prints[k] = fingerprints{}
	}
	if !found {
		return rule.Pass()
	}
	return confirm(v.Rows(), rows, suspects)
}

// holder is the first row that has a value.
type holder struct{ value, id string }

// confirm goes over the rows again and compares what has the same fingerprint.
func confirm(rows iter.Seq[Row], want int, suspects []map[uint64][]holder) rule.Verdict {
	var found []rule.Finding
	n := 0
	for row := range rows {
		n++
		for k, key := range uniqueKeys() {
			s := key.of(&row)
			if s == "" || len(suspects[k]) == 0 {
				continue
			}
			print := fingerprint(s)
			seen, suspect := suspects[k][print]
			if !suspect {
				continue
			}
			i := slices.IndexFunc(seen, func(h holder) bool { return h.value == s })
			if i < 0 {
				suspects[k][print] = append(seen, holder{s, row.ID()})
				continue
			}
			if len(found) <= rule.MaxPerRecord {
				found = append(found, duplicate(n, key.key, s, row.ID(), seen[i].id))
			}
		}
	}
	if n != want {
		return rule.Fail(rule.Finding{
			Severity: rule.Note,
			Message:  text("数据只能读一遍，重复未核对。", "the rows could be read only once, so that duplicates were not looked for."),
			Fix:      text("请提供可重复读取的数据。", "Give rows that can be ranged over twice."),
		})
	}
	if len(found) > 0 {
		return rule.Fail(found...)
	}
	return rule.Pass()
}

func duplicate(n int, key, value, id, other string) rule.Finding {
	f, _ := Table().Definition().Field(key)
	zh, en := id+" 与 "+other+" 的"+f.Title.ZH+"相同："+value+"。", id+" and "+other+" have the same "+f.Title.EN+": "+value+"."
	if key == "id" {
		zh, en = "编号 "+id+" 重复。", "the id "+id+" occurs twice."
	}
	return rule.Finding{
		Row: n, Path: rule.Pointer("ledger", strconv.Itoa(n-1), key), Value: value,
		Message: text(zh, en),
		Fix:     text("请核对是否同一资产。", "Check whether they are one asset."),
	}
}

// fingerprint is 64 bits of a value.
func fingerprint(s string) uint64 {
	h := fnv.New64a()
	var buffer [256]byte
	h.Write(append(buffer[:0], s...))
	return h.Sum64()
}

// chunk is how many fingerprints are held and sorted together.
const chunk = 1 << 15

// fingerprints holds 8 bytes a value, in chunks, so that it never copies what it
// has when it grows.
type fingerprints struct{ chunks [][]uint64 }

func (f *fingerprints) add(print uint64) {
	n := len(f.chunks)
	if n == 0 || len(f.chunks[n-1]) == chunk {
		f.chunks = append(f.chunks, make([]uint64, 0, min(chunk, max(64, n*chunk))))
		n++
	}
	f.chunks[n-1] = append(f.chunks[n-1], print)
}

// twice lists the fingerprints that occur more than once, at most so many: it
// sorts each chunk and merges them.
func (f *fingerprints) twice(most int) map[uint64][]holder {
	for _, c := range f.chunks {
		slices.Sort(c)
	}
	found := map[uint64][]holder{}
	rest := slices.Clone(f.chunks)
	heap := make([]int, 0, len(rest)) // indexes of chunks, the least first
	less := func(a, b int) bool { return rest[heap[a]][0] < rest[heap[b]][0] }
	down := func(i int) {
		for {
			c := 2*i + 1
			if c >= len(heap) {
				return
			}
			if c+1 < len(heap) && less(c+1, c) {
				c++
			}
			if !less(c, i) {
				return
			}
			heap[i], heap[c] = heap[c], heap[i]
			i = c
		}
	}
	for i, c := range rest {
		if len(c) > 0 {
			heap = append(heap, i)
		}
	}
	for i := len(heap)/2 - 1; i >= 0; i-- {
		down(i)
	}
	var last uint64
	for first := true; len(heap) > 0 && len(found) < most; first = false {
		top := heap[0]
		print := rest[top][0]
		if !first && print == last {
			found[print] = nil
		}
		last = print
		if rest[top] = rest[top][1:]; len(rest[top]) == 0 {
			heap[0] = heap[len(heap)-1]
			heap = heap[:len(heap)-1]
		}
		down(0)
	}
	return found
}
