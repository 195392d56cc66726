package rdb_test

import (
	"fmt"
	"testing"
	"time"

	"usher/invite"
	"usher/jobs/rdb"
)

// BenchmarkClaim measures claims a second over 5,000 lanes that are all due,
// each claim ended by Done, on a real redis-server. The design needs 83.
func BenchmarkClaim(b *testing.B) {
	const laneCount = 5_000
	for _, limit := range []int{1, 64} {
		b.Run(fmt.Sprintf("limit=%d", limit), func(b *testing.B) {
			db := realDB(b, 8)
			batch := make([]rdb.Waiting, 0, b.N+laneCount)
			for i := range cap(batch) {
				batch = append(batch, waiting(fmt.Sprintf("lane-%d", i%laneCount), fmt.Sprintf("r-%d", i), invite.Bulk, int64(i)))
			}
			enqueue(b, db, batch...)
			now := t0
			var claims []rdb.Claim
			b.ResetTimer()
			for range b.N {
				if len(claims) == 0 {
					now = now.Add(time.Second)
					var err error
					claims, err = db.Claim(b.Context(), now, time.Hour, limit)
					must(b, err)
				}
				must(b, db.Done(b.Context(), claims[0], now))
				claims = claims[1:]
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "claims/s")
		})
	}
}

// BenchmarkEnqueue measures the batch of one action: 200 rounds of one lane.
func BenchmarkEnqueue(b *testing.B) {
	db := realDB(b, 8)
	batch := make([]rdb.Waiting, 200)
	for i := range b.N {
		for j := range batch {
			batch[j] = waiting("a", fmt.Sprintf("r-%d-%d", i, j), invite.Bulk, int64(i*200+j))
		}
		enqueue(b, db, batch...)
	}
}

// BenchmarkDue measures handing out from an index of a million invitations of
// which every 500 have expired.
func BenchmarkDue(b *testing.B) {
	const size, limit = 1_000_000, 500
	db := realDB(b, 8)
	x := db.Index(rdb.Expiry)
	entries := make([]rdb.Entry, size)
	for i := range entries {
		entries[i] = rdb.Entry{Invitation: invite.ID(fmt.Sprintf("invitation-%d", i)), At: t0.Add(time.Duration(i) * time.Millisecond)}
	}
	must(b, x.Set(b.Context(), entries))
	now := t0.Add(-time.Millisecond)
	b.ResetTimer()
	for range b.N {
		now = now.Add(limit * time.Millisecond)
		due, err := x.Due(b.Context(), now, time.Hour, limit)
		must(b, err)
		b.StopTimer() // put back, so that the size stays
		for i, d := range due {
			entries[i] = rdb.Entry{Invitation: d.Invitation, At: now.Add(size * time.Millisecond)}
		}
		must(b, x.Set(b.Context(), entries[:len(due)]))
		b.StartTimer()
	}
}
