package rdb

import (
	"context"
	"errors"
	"net"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
)

const (
	// heartbeat is how long a subscription may be silent before it is asked for
	// a sign of life; after another such silence it counts as dead.
	heartbeat = 5 * time.Second
	// retryPause lies between two attempts to subscribe.
	retryPause = 200 * time.Millisecond
)

// Wake tells every listener that the outbox has reached position. It does not
// wait for them, and nobody is told twice: who misses it reads Postgres later.
func (db *DB) Wake(ctx context.Context, position int64) error {
	return db.client.Publish(ctx, db.keys.wake(), position).Err()
}

// Listen returns a channel of positions to wake up for, until ctx is done;
// then it is closed. The channel holds one value: what comes while the reader
// is busy is joined into the highest position. 0 means "look, whatever you
// know": it is sent after each connection, the first one too, because wakes
// may have been missed before it, and it is never overwritten by a position.
// While Redis is away Listen goes on trying.
func (db *DB) Listen(ctx context.Context) <-chan int64 {
	out := make(chan int64, 1)
	go func() {
		defer close(out)
		for ctx.Err() == nil {
			db.listen(ctx, out)
			select {
			case <-ctx.Done():
			case <-time.After(retryPause):
			}
		}
	}()
	return out
}

// listen subscribes and passes wakes on until the connection is lost.
func (db *DB) listen(ctx context.Context, out chan int64) {
	sub := db.client.Subscribe(ctx, db.keys.wake())
	defer sub.Close() //nolint:errcheck // nothing is in flight
	// A read does not end with the context; it ends with the connection.
	defer context.AfterFunc(ctx, func() { _ = sub.Close() })()

	silent := false
	for {
		msg, err := sub.ReceiveTimeout(ctx, heartbeat)
		var timeout net.Error
		if errors.As(err, &timeout) && timeout.Timeout() && !silent && sub.Ping(ctx) == nil {
			silent = true
			continue
		}
		if err != nil {
			return
		}
		silent = false
		switch m := msg.(type) {
		case *redis.Subscription:
			wake(out, 0)
		case *redis.Message:
			if position, err := strconv.ParseInt(m.Payload, 10, 64); err == nil {
				wake(out, position)
			}
		}
	}
}

// wake leaves position in out, joined with what the reader has not taken yet.
// It has one caller at a time, so that the second send finds room.
func wake(out chan int64, position int64) {
	select {
	case out <- position:
		return
	default:
	}
	select {
	case waiting := <-out:
		if waiting == 0 || position != 0 && waiting > position {
			position = waiting
		}
	default: // the reader was faster
	}
	out <- position
}
