//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/dataasset-go/dataasset/examples/wasm/desk"
)

func main() {
	js.Global().Set("dataassetSample", js.FuncOf(func(js.Value, []js.Value) any { return desk.Sample() }))
	js.Global().Set("dataasset", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) != 1 || args[0].Type() != js.TypeString {
			return `{"error":"want one string"}`
		}
		return string(desk.Ask([]byte(args[0].String())))
	}))
	js.Global().Call("dispatchEvent", js.Global().Get("Event").New("dataasset"))
	select {}
}
