package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/dataasset-go/dataasset/examples/wasm/desk"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// maxLine is the length of the longest question.
const maxLine = 1 << 20

func run(in io.Reader, out io.Writer) error {
	w := bufio.NewWriter(out)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		w.Write(desk.Ask(lines.Bytes()))
		w.WriteByte('\n')
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return w.Flush()
}
