// Package rdb is all of Redis in Usher. Postgres holds the truth, decides and
// grants; Redis only says which lane, which invitation or which subscriber
// should be looked at next. Whatever is lost here is rebuilt from Postgres, and
// whatever is proposed here is checked there before any message leaves. So the
// package may be wrong about "now", but it must never forget silently.
//
// # Lanes
//
// A lane is a location's queue of waiting rounds: one sorted set, lowest score
// first, where the score is the round's priority and then its place. Each shard
// keeps three things about its lanes: the due set (when a lane may next be
// looked at), the leases (which lanes somebody is looking at now), and the
// wishes (due times asked for while a lane was leased).
//
//	          Enqueue              Claim, at or after due
//	 EMPTY -------------> SCHEDULED ----------------------> LEASED
//	   ^                   |  ^  ^                           | | |
//	   |             Pause |  |  |  Done or Return with due, | | |
//	   |                   |  |  +-- or the lease ran out ---+ | |
//	   |                   v  | SetDue, Enqueue                | |
//	   |                  DORMANT <-- Done or Return, no due --+ |
//	   |                                                         |
//	   +--------------- Done of the last round ------------------+
//
//	EMPTY      no rounds, no keys. Remove of the last round leads here too,
//	           from LEASED once the claim has ended.
//	SCHEDULED  has rounds and a due time. Enqueue does not change the due time:
//	           a lane that waits for its next slot is not woken by newcomers.
//	LEASED     has one claim. The claimed round stays in its lane, so that a
//	           claim that is never finished loses nothing: when the lease runs
//	           out the lane is due at once, in its old order. Nobody else can
//	           claim the lane. SetDue is remembered and applied at the end.
//	DORMANT    has rounds and no due time: paused. Claim does not see it.
//
// A claim ends in one of three ways. Done: the round left the lane, because it
// was granted a slot or because Postgres says that it no longer waits. Return:
// it was not granted; it keeps its place. Or nothing, and the lease runs out.
// A claim whose lease was lost is refused with ErrLeaseLost, which is harmless:
// the lane is in somebody else's hands, and Postgres grants a round once.
//
// # Indexes
//
// An Index is a sorted set of invitations by the time at which something is to
// happen to them: the expiry, the reminder. What is due is handed out on a
// lease and comes again unless it is settled.
//
// # The cursor and a lost Redis
//
// The relay's position in the outbox is kept here, not in Postgres, and only a
// finished Rebuild can create it. An absent cursor therefore means that Redis
// was emptied. A cursor that went back, after a restart or a failover, goes
// back together with the data beside it, and the relay repeats facts; every
// write here may be repeated.
//
// # Keys, time, and what is asked of the server
//
// Keys carry a hash tag of their shard, so that a script touches one slot of a
// cluster. Scripts take the time as an argument; due times are rounded up to
// the millisecond and "now" down, so that nothing is early. The server must not
// evict keys (maxmemory-policy noeviction). Redis 6 to 8 and Valkey serve.
package rdb
