package deliver

import (
	"strings"
	"testing"
)

// What is billed is counted of the whole message, its address apart.
func TestSegmentsOfAMessage(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, strings.Repeat("a", 160): 1, strings.Repeat("a", 159) + "€": 2, strings.Repeat("^", 80): 1, strings.Repeat("я", 70): 1, strings.Repeat("я", 71): 2,
	} {
		if got := (SMS{To: "+436641234567", Body: text}).Segments(); got != want {
			t.Errorf("%q: %d segments, want %d", text, got, want)
		}
	}
}
