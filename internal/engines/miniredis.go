package engines

import (
	"fmt"
	"sync"
	"time"

	"github.com/alicebob/miniredis/v2"
)

// miniredisTick is how late the stand-in may expire a key: its clock stands
// still but for us.
const miniredisTick = 50 * time.Millisecond

// startMiniredis starts the stand-in on a free loopback port.
func startMiniredis() (*Redis, error) {
	server, err := miniredis.Run()
	if err != nil {
		return nil, fmt.Errorf("start the stand-in for Redis: %w", err)
	}
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick(server, quit)
	}()
	return &Redis{url: "redis://" + server.Addr(), stop: sync.OnceFunc(func() {
		close(quit)
		<-done
		server.Close()
	})}, nil
}

// tick lets the time of real life pass in the server.
func tick(server *miniredis.Miniredis, quit <-chan struct{}) {
	ticker := time.NewTicker(miniredisTick)
	defer ticker.Stop()
	var last time.Time
	for {
		select {
		case <-quit:
			return
		case t := <-ticker.C:
			if !last.IsZero() {
				server.FastForward(t.Sub(last))
			}
			last = t
		}
	}
}
