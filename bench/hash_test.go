package bench

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"usher/app"
	"usher/app/apptest"
	"usher/auth"
)

// hashesASecond is what the design expects of one core.
const hashesASecond = 50.0

// BenchmarkPasswordHash compares how many passwords a second each core hashes,
// with all cores at work, with what the design expects.
func BenchmarkPasswordHash(b *testing.B) {
	cores := runtime.GOMAXPROCS(0)
	hasher := auth.NewHasher(cores)
	const each = 8
	var took samples
	rounds(b, func() {
		took.time(func() {
			var all sync.WaitGroup
			for range cores {
				all.Go(func() {
					for range each {
						if _, err := hasher.Hash(b.Context(), apptest.Password); err != nil {
							b.Error(err)
						}
					}
				})
			}
			all.Wait()
		})
	})
	b.ReportMetric(each/took.median()/hashesASecond, "x-expected")
}

const register = `mutation($token: String!) {
  register(input: {token: $token, name: "Rosa Flood", password: "Wrong-1-Horse", transport: BEARER}) { userErrors { code } }
}`

const listPage = `{ contacts(first: 50) { nodes { id name email status statusLabel } pageInfo { endCursor } } }`

// BenchmarkRegistrationFlood compares a page of a list while 64 clients
// register without pause with the same page while nothing else happens. Each
// registration goes all its way to the password, which is that of an account
// and wrong: so one link serves them all. The gate of the password hash is as
// wide as the cores, as the design has it, and one narrower.
func BenchmarkRegistrationFlood(b *testing.B) {
	cores := runtime.GOMAXPROCS(0)
	b.Run("gate=cores", func(b *testing.B) { flood(b, cores) })
	b.Run("gate=cores-1", func(b *testing.B) { flood(b, max(cores-1, 1)) })
}

func flood(b *testing.B, gate int) {
	const clients, pages = 64, 10
	t := newTown(b, func(d *app.Deps) { d.Hasher = auth.NewHasher(gate) })
	people := t.newcomers(50)
	people[0].Email = "owner@iron-works.example" // has an account
	made := t.Create(people...)
	t.Invite(made[0])
	token := ""
	for _, m := range t.SendNext() {
		if m.Address == people[0].Email {
			token = m.Token
		}
	}
	d := t.door()
	attempt := document(b, register, map[string]any{"token": token})
	list := document(b, listPage, nil)
	var registered atomic.Int64
	begin := func(ctx context.Context, all *sync.WaitGroup) {
		for range clients {
			all.Go(func() {
				for ctx.Err() == nil {
					if text := d.post(attempt, ""); !bytes.Contains(text, []byte("ACCOUNT_EXISTS")) {
						b.Errorf("%.300s", text)
						return
					}
					registered.Add(1)
				}
			})
		}
	}
	var idle, flooded, under samples
	rounds(b, func() {
		for range pages {
			idle.time(func() { d.asked(list) })
		}
		ctx, stop := context.WithCancel(b.Context())
		var all sync.WaitGroup
		under.time(func() {
			begin(ctx, &all)
			for begun := registered.Load(); registered.Load() < begun+4 && !b.Failed(); {
				runtime.Gosched()
			}
			for range pages {
				flooded.time(func() { d.asked(list) })
			}
			stop()
			all.Wait()
		})
	})
	total := 0.0
	for _, s := range under {
		total += s.Seconds()
	}
	b.ReportMetric(flooded.median()/idle.median(), "x-idle-page")
	b.ReportMetric(flooded.quantile(0.95)/idle.median(), "p95-x-idle-page")
	b.ReportMetric(float64(registered.Load())/total/float64(runtime.GOMAXPROCS(0))/hashesASecond, "registrations-x-expected")
}
