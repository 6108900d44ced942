package money_test

import (
	"errors"
	"fmt"

	"github.com/dataasset-go/dataasset/money"
	"github.com/shopspring/decimal"
)

// A fee of 600,000.00 for the asset JT-02 with 1 % VAT inside: the tax is what is left of the fee
// after the net amount, so that the two always add up to it.
func Example() {
	fee := money.MustParse("600000.00")
	net, err := money.Of(fee.Decimal().DivRound(decimal.RequireFromString("1.01"), 2))
	if err != nil {
		panic(err)
	}
	tax, err := fee.Sub(net)
	if err != nil {
		panic(err)
	}
	fmt.Println(net, tax)
	// Output: 594059.41 5940.59
}

// A decimal that is not whole fen is refused, never rounded in silence.
func ExampleOf() {
	_, err := money.Of(decimal.RequireFromString("38888.888"))
	fmt.Println(errors.Is(err, money.ErrPlaces))
	a, _ := money.Round(decimal.RequireFromString("38888.888"))
	fmt.Println(a)
	// Output:
	// true
	// 38888.89
}

// Absent is not zero: an empty line of a table stays empty.
func ExampleAmount_Present() {
	var empty money.Amount
	zero := money.Zero()
	fmt.Printf("%q %v\n", empty, empty.Present())
	fmt.Printf("%q %v\n", zero, zero.Present())
	// Output:
	// "" false
	// "0.00" true
}
