package rdb

import (
	"context"
	_ "embed"
	"errors"
	"fmt"

	"github.com/redis/go-redis/v9"
)

var (
	//go:embed enqueue.lua
	enqueueLua string
	//go:embed remove.lua
	removeLua string
	//go:embed set_due.lua
	setDueLua string
	//go:embed claim.lua
	claimLua string
	//go:embed release.lua
	releaseLua string
	//go:embed index_claim.lua
	indexClaimLua string
	//go:embed index_done.lua
	indexDoneLua string
	//go:embed cursor_advance.lua
	cursorAdvanceLua string
	//go:embed rebuild_extend.lua
	rebuildExtendLua string
	//go:embed rebuild_end.lua
	rebuildEndLua string
)

var (
	enqueueScript       = redis.NewScript(enqueueLua)
	removeScript        = redis.NewScript(removeLua)
	setDueScript        = redis.NewScript(setDueLua)
	claimScript         = redis.NewScript(claimLua)
	releaseScript       = redis.NewScript(releaseLua)
	indexClaimScript    = redis.NewScript(indexClaimLua)
	indexDoneScript     = redis.NewScript(indexDoneLua)
	cursorAdvanceScript = redis.NewScript(cursorAdvanceLua)
	rebuildExtendScript = redis.NewScript(rebuildExtendLua)
	rebuildEndScript    = redis.NewScript(rebuildEndLua)
)

// call is one run of a script.
type call struct {
	keys []string
	args []any
}

// runAll runs script once for each call, in one pipeline, and returns the
// commands in the order of the calls; each carries its own error. Where the
// server does not know the script, as after a restart or a flush, those calls
// are made again with the source: a refused EVALSHA has changed nothing.
func (db *DB) runAll(ctx context.Context, script *redis.Script, calls []call) []*redis.Cmd {
	cmds := make([]*redis.Cmd, len(calls))
	pipe := db.client.Pipeline()
	for i, c := range calls {
		cmds[i] = script.EvalSha(ctx, pipe, c.keys, c.args...)
	}
	_, _ = pipe.Exec(ctx) // each command carries its error

	pipe = db.client.Pipeline()
	for i, c := range calls {
		if redis.HasErrorPrefix(cmds[i].Err(), "NOSCRIPT") {
			cmds[i] = script.Eval(ctx, pipe, c.keys, c.args...)
		}
	}
	if pipe.Len() > 0 {
		_, _ = pipe.Exec(ctx)
	}
	return cmds
}

// exec runs script once for each call and returns the first error. The calls
// that did not fail have been made; the caller repeats the whole.
func (db *DB) exec(ctx context.Context, script *redis.Script, calls []call) error {
	if len(calls) == 0 {
		return nil
	}
	for _, cmd := range db.runAll(ctx, script, calls) {
		if err := cmd.Err(); err != nil && !errors.Is(err, redis.Nil) {
			return err
		}
	}
	return nil
}

// gather asks the shards, in one pipeline, for up to limit items altogether;
// build makes the call that asks one shard for at most quota items, each of
// width strings. The limit is divided evenly. When that leaves some of it
// unused while some shards may have more, those are asked again, so that fewer
// than limit items means that no shard has more.
//
// What was found is returned even with an error: those items are leased.
func (db *DB) gather(ctx context.Context, script *redis.Script, limit, width int, build func(shard, quota int) call) ([][]string, error) {
	open := make([]int, db.keys.shards)
	first := int(db.turn.Add(1) % uint32(db.keys.shards))
	for i := range open {
		open[i] = (first + i) % db.keys.shards
	}
	var found [][]string
	var errs []error
	for len(open) > 0 && len(found) < limit {
		var calls []call
		var asked, quotas []int
		var again []int // not asked yet, or with more to give
		need := limit - len(found)
		share, rest := need/len(open), need%len(open)
		for i, s := range open {
			quota := share
			if i < rest {
				quota++
			}
			if quota == 0 {
				again = append(again, s)
				continue
			}
			calls, asked, quotas = append(calls, build(s, quota)), append(asked, s), append(quotas, quota)
		}
		for i, cmd := range db.runAll(ctx, script, calls) {
			reply, err := cmd.StringSlice()
			if err != nil {
				errs = append(errs, fmt.Errorf("shard %d: %w", asked[i], err))
				continue
			}
			for ; len(reply) >= width; reply = reply[width:] {
				found = append(found, reply[:width])
				quotas[i]--
			}
			if quotas[i] == 0 {
				again = append(again, asked[i])
			}
		}
		open = again
	}
	return found, errors.Join(errs...)
}
