package bench

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"usher/invite"
	"usher/paper"
)

// What the design allows a sheet of 100 access passes.
const (
	printTime  = 2 * time.Second
	printBytes = 5_000_000
)

// BenchmarkPrint compares the time and size of 100 access passes, under a name
// in five scripts, with what the design allows them.
func BenchmarkPrint(b *testing.B) {
	s := paper.Sheet{
		Organization: "Coral Bay 珊瑚湾 נחל شارع कोरल", Accent: "#1a5fd0", Language: invite.German, Support: "office@coralbay.example",
		JoinURL: "https://usher.example/join", Paper: invite.A4, PerPage: 8,
	}
	for i := range 100 {
		s.Passes = append(s.Passes, paper.Pass{
			Reference: fmt.Sprintf("3-%03d", i+1), Code: fmt.Sprintf("7K3QX%05d", i), Location: "Coral Bay North", For: fmt.Sprintf("Person %d", i),
			Link: fmt.Sprintf("https://usher.example/join/%022d", i*7919),
		})
	}
	var took samples
	size := 0
	rounds(b, func() {
		var out bytes.Buffer
		took.time(func() {
			if err := paper.PDF(&out, s); err != nil {
				b.Error(err)
			}
		})
		size = out.Len()
	})
	b.ReportMetric(took.median()/printTime.Seconds(), "x-time-limit")
	b.ReportMetric(float64(size)/printBytes, "x-size-limit")
}
