package desk_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/dataasset-go/dataasset/examples/wasm/desk"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ask(t *testing.T, question string) (a desk.Answer) {
	t.Helper()
	require.NoError(t, json.Unmarshal(desk.Ask([]byte(question)), &a))
	return a
}

// By when a one-off revenue is filed.
func ExampleAsk() {
	fmt.Println(string(desk.Ask([]byte(`{"ask":"due","at":"2026-04-09","workdays":10,"region":"CN","lang":"en"}`))))
	// Output:
	// {"due":"2026-04-23","why":"2026-04-23: within 10 working days after 2026-04-09\nnot counted: 2026-04-11…2026-04-12 weekend; 2026-04-18…2026-04-19 weekend"}
}

func TestAsk(t *testing.T) {
	sample := strings.ReplaceAll(desk.Sample(), "\n", "")
	a := ask(t, `{"ask":"validate","at":"2026-04-09","resource":`+sample+`}`)
	assert.Equal(t, desk.Answer{}, a, "nothing to say of the sample")
	a = ask(t, `{"ask":"recognise","at":"2026-04-09","resource":`+sample+`}`)
	assert.False(t, a.Blocked)
	assert.NotEmpty(t, a.Management)
	assert.NotEmpty(t, a.Criteria)
	a = ask(t, `{"ask":"recognise","at":"2026-04-09","resource":{"id":"A"}}`)
	assert.True(t, a.Blocked)
	assert.Empty(t, a.Management, "what is not right is not judged")
	assert.Contains(t, strings.Join(a.Findings, "\n"), "/name")

	assert.True(t, ask(t, `{"ask":"validate","resource":1}`).Blocked)

	// 2026-04-09 is a Thursday; Guangxi rests on 17 and 20 April: 10, 13–16, 21–24, 27.
	assert.Equal(t, "2026-04-27", ask(t, `{"ask":"due","at":"2026-04-09","workdays":10}`).Due)
	a = ask(t, `{"ask":"due","at":"2026-12-31","workdays":10,"lang":"en"}`)
	assert.Empty(t, a.Due)
	assert.Contains(t, a.Why, "not before 2027-01-14")

	for _, wrong := range []string{``, `{}`, `{"ask":"x"}`, `{"ask":"due","at":"2026-02-30"}`, `{"ask":"due","at":"2026-04-09","region":"CN-XX"}`} {
		assert.NotEmpty(t, ask(t, wrong).Error, wrong)
	}
}
