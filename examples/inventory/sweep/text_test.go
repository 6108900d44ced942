package sweep

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCommentOf(t *testing.T) {
	for statement, want := range map[string]string{
		"": "", "CREATE TABLE a (b)": "", "CREATE TABLE a (b -- c\n)": "",
		"CREATE TABLE a -- one\n(b)":                      "one",
		"CREATE TABLE a (-- one\n-- two\nb, -- three\nc)": "one\ntwo",
		"CREATE TABLE `a (` (/* one\nmore */ b)":          "one\nmore",
		"CREATE TABLE [-- a] (b)":                         "",
		"CREATE TABLE 'it''s -- a' (b)":                   "",
		"CREATE TABLE a (/* open":                         "open",
		"CREATE TABLE \"open":                             "",
		"CREATE TABLE a (--":                              "",
	} {
		assert.Equal(t, want, commentOf(statement), statement)
	}
}

func TestInUnits(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0字节", 999: "999字节", 1000: "1 kB", 999_499: "999 kB", 999_500: "1 MB", 126_000_000_000: "126 GB", 1<<63 - 1: "9.22 EB",
	} {
		assert.Equal(t, want, inUnits(n))
	}
}
