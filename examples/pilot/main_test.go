package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/calendar"
	"github.com/dataasset-go/dataasset/pilot"
	"github.com/dataasset-go/dataasset/rule"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files and the pages in docs; read the difference before it is committed")

// asProgram tells a second run of this test binary to be the program itself.
const asProgram = "PILOT_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// printed runs the program inside the test.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, &out))
	return out.String()
}

// reviewed reviews one of the three example units on a day.
func reviewed(t *testing.T, unit, at string) pilot.Result {
	t.Helper()
	r, err := review(folder{unit, files(t, unit)}, options{at: day(t, at), lang: rule.Chinese})
	require.NoError(t, err)
	return r
}

func files(t *testing.T, unit string) fs.FS {
	t.Helper()
	f, err := fs.Sub(embedded, path.Join("units", unit))
	require.NoError(t, err)
	return f
}

func day(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	require.NoError(t, err)
	return d
}

// golden compares a text that a person has read with what is printed now.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err, "-update writes it")
	assert.Equal(t, string(want), got, "if the difference is right, -update rewrites %s", name)
}

func TestGolden(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"2026-12-31.zh.txt", nil},
		{"2026-12-31.en.txt", []string{"-en"}},
		{"2026-04-24.zh.txt", []string{"-at", "2026-04-24"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			golden(t, filepath.Join("testdata", "golden", tt.name), printed(t, tt.args...))
		})
	}
}

// The same day gives the same bytes.
func TestRepeatable(t *testing.T) {
	assert.Equal(t, printed(t), printed(t))
	assert.Equal(t, printed(t, "-json"), printed(t, "-json"))
}

// Programs get the same obligations and totals as people.
func TestJSON(t *testing.T) {
	for _, at := range []string{"2026-12-31", "2026-04-24"} {
		var units []struct {
			At     string
			Holder struct{ Name string }
			Totals struct {
				Assets, Unknown, Authorised, Late int
				Received                          string
			}
			Vouchers    []json.RawMessage
			Obligations []struct {
				Duty, Subject, Due, DueNationally, NotBefore, DoneOn, Standing string
				WorkingDays                                                    int
				Basis                                                          []string
			}
			NotCoveredYet []rule.Text
		}
		require.NoError(t, json.Unmarshal([]byte(printed(t, "-json", "-at", at)), &units))
		require.Len(t, units, len(unitNames))
		for i, u := range units {
			r := reviewed(t, unitNames[i], at)
			assert.Equal(t, at, u.At)
			assert.Equal(t, r.Holder.Name, u.Holder.Name)
			assert.Equal(t, r.Totals.Assets, u.Totals.Assets)
			assert.Equal(t, r.Totals.Unknown, u.Totals.Unknown)
			assert.Equal(t, r.Totals.Authorised, u.Totals.Authorised)
			assert.Equal(t, r.Totals.Late, u.Totals.Late)
			assert.Equal(t, r.Totals.Received.String(), u.Totals.Received)
			notYet, err := readLater(files(t, unitNames[i]))
			require.NoError(t, err)
			assert.Equal(t, notYet, u.NotCoveredYet, "what the text says is not covered")
			assert.Len(t, u.Vouchers, len(r.Postings))
			require.Len(t, u.Obligations, len(r.Obligations))
			for k, o := range r.Obligations {
				got := u.Obligations[k]
				assert.Equal(t, string(o.Duty.ID), got.Duty)
				assert.Equal(t, o.Subject, got.Subject)
				assert.Equal(t, o.Due.Date.String(), got.Due)
				assert.Equal(t, o.National.Date.String(), got.DueNationally)
				assert.Equal(t, o.DoneOn.String(), got.DoneOn)
				assert.Equal(t, string(o.Standing), got.Standing)
				assert.Equal(t, o.Days, got.WorkingDays)
				assert.NotEmpty(t, got.Basis, got.Duty)
				if o.Due.Missing != nil {
					assert.Equal(t, o.Due.Earliest.String(), got.NotBefore)
				}
			}
		}
	}
}

func TestCommandLine(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-at", "2026-02-30"}, "2026-02-30"},
		{[]string{"-at", ""}, "2006-01-02"},
		{[]string{"-colour"}, "-colour"},
		{[]string{"somewhere"}, `unexpected argument "somewhere"; -unit takes the folder`},
		{[]string{"-unit", "nowhere"}, "nowhere: open unit.json"},
	} {
		err := run(tt.args, &bytes.Buffer{})
		require.Error(t, err, tt.args)
		assert.Contains(t, err.Error(), tt.want)
	}
}

// An error ends the program with exit code 1 and is told once on stderr; nothing
// is printed that could be taken for a review.
func TestExitCode(t *testing.T) {
	for _, tt := range []struct {
		args []string
		code int
	}{
		{[]string{"-at", "2026-04-24"}, 0},
		{[]string{"-unit", filepath.Join(t.TempDir(), "nowhere")}, 1},
		{[]string{"too", "much"}, 1},
		{[]string{"-html", filepath.Join(t.TempDir(), "nowhere", "page.html")}, 1},
	} {
		c := exec.Command(os.Args[0], tt.args...)
		c.Env = append(os.Environ(), asProgram+"=1")
		var out, told bytes.Buffer
		c.Stdout, c.Stderr = &out, &told
		err := c.Run()
		if tt.code == 0 {
			require.NoError(t, err, told.String())
			assert.NotEmpty(t, out.String())
			assert.Empty(t, told.String())
			continue
		}
		exit, ok := errors.AsType[*exec.ExitError](err)
		require.True(t, ok, err)
		assert.Equal(t, tt.code, exit.ExitCode())
		assert.Empty(t, out.String())
		assert.True(t, strings.HasPrefix(told.String(), "pilot: "), told.String())
	}
}
