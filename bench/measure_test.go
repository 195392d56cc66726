package bench

import (
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

// leastRounds is how often the sides of a ratio run at least; their medians
// are compared.
const leastRounds = 5

// rounds calls round until the benchmark's time is over, at least leastRounds
// times. The sides of a ratio take turns within a round, so that what else the
// machine does falls on both.
func rounds(b *testing.B, round func()) {
	b.Helper()
	n := 0
	for b.Loop() {
		round()
		n++
	}
	for ; n < leastRounds; n++ {
		round()
	}
	b.ReportMetric(0, "ns/op") // a round is nothing that anybody waits for
}

// samples are what several runs of one thing took.
type samples []time.Duration

// time runs do and adds what it took.
func (s *samples) time(do func()) {
	began := time.Now()
	do()
	*s = append(*s, time.Since(began))
}

// cpu runs do and adds the processor time that this process used meanwhile.
func (s *samples) cpu(do func()) {
	before := processorTime()
	do()
	*s = append(*s, processorTime()-before)
}

// median returns the middle of the samples in seconds.
func (s samples) median() float64 { return s.quantile(0.5) }

// quantile returns what the share q of the samples stays within, in seconds.
func (s samples) quantile(q float64) float64 {
	sorted := slices.Sorted(slices.Values(s))
	return sorted[int(q*float64(len(sorted)-1)+0.5)].Seconds()
}

func processorTime() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		panic(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// allocated returns the bytes that do allocated.
func allocated(do func()) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// must ends the benchmark on an error.
func must(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}
