package bench

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"usher/app/apptest"
	"usher/internal/testenv"
	"usher/invite"
	"usher/jobs/rdb"
	"usher/store"
)

// claimsASecond is what 5,000 locations ask for that send to one contact a
// minute each.
const claimsASecond = 5_000.0 / 60

// BenchmarkGrants compares how many rounds a second are granted their slot with
// what the design asks for, by one worker and by eight as a process has. With
// sent, the results of each round's two messages are recorded, too.
func BenchmarkGrants(b *testing.B) {
	const lanes = bulk
	for _, mode := range []struct {
		name    string
		workers int
		sent    bool
	}{{"workers=1", 1, false}, {"workers=8", 8, false}, {"workers=8/sent", 8, true}} {
		b.Run(mode.name, func(b *testing.B) {
			t := newTown(b)
			t.lanes(lanes - 1)
			var took samples
			rounds(b, func() {
				waiting := t.queue(lanes)
				if len(waiting) != lanes {
					b.Fatalf("%d rounds wait", len(waiting))
				}
				took.time(func() { t.work(mode.workers, waiting, mode.sent) })
				t.World.Clock.Advance(time.Minute)
			})
			b.ReportMetric(lanes/took.median()/claimsASecond, "x-limit")
		})
	}
}

// work has the rounds granted by so many workers.
func (t *town) work(workers int, waiting []store.Place, sent bool) {
	next := make(chan store.Place, len(waiting))
	for _, p := range waiting {
		next <- p
	}
	close(next)
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for p := range next {
				if messages := t.grant(p); sent {
					t.record(messages)
				}
			}
		})
	}
	all.Wait()
}

// BenchmarkClaims compares how many claims a second Redis hands out and takes
// back, over 5,000 lanes that are all due, with what the design asks for.
func BenchmarkClaims(b *testing.B) {
	const lanes, perRound, perClaim = 5_000, 1_000, 8
	url, prefix := testenv.Redis(b)
	client, err := rdb.Open(url)
	must(b, err)
	b.Cleanup(func() { _ = client.Close() })
	db := rdb.New(client, prefix, 8)
	now := apptest.Start
	var took samples
	made := 0
	fill := func(n int) {
		batch := make([]rdb.Waiting, n)
		for i := range batch {
			batch[i] = rdb.Waiting{
				Location: invite.ID(fmt.Sprint("lane-", made%lanes)), Round: invite.ID(fmt.Sprint("round-", made)),
				Priority: invite.Bulk, Place: int64(made), Due: now,
			}
			made++
		}
		must(b, db.Enqueue(b.Context(), batch))
	}
	fill(lanes)
	rounds(b, func() {
		took.time(func() {
			for done := 0; done < perRound; {
				claims, err := db.Claim(b.Context(), now, invite.Lease, perClaim)
				if err != nil || len(claims) != perClaim {
					b.Fatalf("%d claims, %v", len(claims), err)
				}
				for _, c := range claims {
					must(b, db.Done(b.Context(), c, now))
				}
				done += len(claims)
			}
		})
		fill(perRound)
	})
	b.ReportMetric(perRound/took.median()/claimsASecond, "x-limit")
}
