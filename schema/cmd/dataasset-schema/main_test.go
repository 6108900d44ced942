package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/record"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/dataasset-go/dataasset/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each flag is the generator's own choice; one record goes to the output.
func TestOneRecord(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want schema.Generator
	}{
		{nil, schema.Generator{}},
		{[]string{"-lang", "en"}, schema.Generator{Language: rule.English}},
		{[]string{"-stage", "draft", "-form", "inlined"}, schema.Generator{Stage: record.Draft, Form: schema.Inlined}},
		{[]string{"-form", "draft07", "-at", "2025-06-30"}, schema.Generator{Form: schema.Draft07, At: calendar.MustDate(2025, 6, 30)}},
	} {
		var out bytes.Buffer
		require.NoError(t, run(append([]string{"-record", "ledger-row"}, tt.args...), &out, io.Discard))
		want, err := tt.want.For("ledger-row")
		require.NoError(t, err)
		assert.Equal(t, string(want), out.String(), tt.args)
	}
	var out bytes.Buffer
	require.NoError(t, run([]string{"-record", "receipt", "-form", "ui"}, &out, io.Discard))
	assert.Contains(t, out.String(), `"ui:order"`)
}

// All records go to a directory, which is made.
func TestAllRecords(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "schemas")
	require.NoError(t, run([]string{"-o", dir}, nil, io.Discard))
	for _, name := range schema.Records() {
		got, err := os.ReadFile(filepath.Join(dir, name+".json"))
		require.NoError(t, err)
		want, err := schema.For(name)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got))
	}
}

func TestRefused(t *testing.T) {
	for _, args := range [][]string{
		{},
		{"receipt"},
		{"-record", "no-such"},
		{"-record", "receipt", "more"},
		{"-record", "receipt", "-lang", "fr"},
		{"-record", "receipt", "-stage", "x"},
		{"-record", "receipt", "-form", "x"},
		{"-record", "receipt", "-at", "2025-02-30"},
		{"-unknown"},
		{"-o", os.DevNull},
	} {
		var out bytes.Buffer
		assert.Error(t, run(args, &out, io.Discard), args)
		assert.Empty(t, out.String(), args)
	}
}
