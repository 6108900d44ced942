// Package money is the one form of money inside records, vouchers, schedules
// and distributions: whole fen, and whether there is an amount at all.
//
//	a, err := money.Parse("1860000.00")
//	fmt.Println(a.Fen())          // 186000000
//	b, err := money.Of(decimal.RequireFromString("31000"))
//	sum, err := a.Add(b)          // 1891000.00
//
// # What an amount is
//
//	digits before the point   at most 15: to 999,999,999,999,999.99 yuan
//	digits after the point    exactly 2, the fen; text may leave them out
//	sign                      a leading -, never -0
//	absent                    the zero [Amount]; prints "", NULL in SQL
//
// Absent is not zero: a disclosure line without an entry is left empty, not
// filled with 0.00. Adding an absent amount adds nothing.
//
// # The one gate to decimals
//
// Callers compute with github.com/shopspring/decimal. A decimal enters by [Of],
// which refuses what is not whole fen, or by [Round], which rounds half up (四舍
// 五入). Both look at digits and exponent before any arithmetic, so that a number
// such as 1e1000000000 costs nothing, and neither reads the package variables of
// the decimal package, which belong to the caller's program. [Ratio] is the same
// for shares and rates, to eight places.
//
// Errors are [*ValueError], which matches [ErrSyntax], [ErrPlaces] or [ErrRange].
package money
