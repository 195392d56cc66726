package rdb

import (
	"hash/fnv"
	"strconv"
	"strings"

	"usher/invite"
)

// keys builds every key of the package. Keys of one shard share a hash tag, so
// that a script may touch all of them on a cluster.
type keys struct {
	prefix string
	shards int
}

// shardOf returns the shard of a location (for lanes) or of an invitation (for
// indexes): the same id is on the same shard in every process.
func (k keys) shardOf(id invite.ID) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % uint32(k.shards))
}

func (k keys) shard(s int) string { return k.prefix + "{s" + strconv.Itoa(s) + "}:" }

// Lanes of shard s.

// lanes is what the key of every lane of a shard begins with.
func (k keys) lanes(s int) string { return k.shard(s) + "lane:" }

// lane is a sorted set: round by score.
func (k keys) lane(location invite.ID) string {
	return k.lanes(k.shardOf(location)) + string(location)
}

// due is a sorted set: scheduled location by due time, unix ms.
func (k keys) due(s int) string { return k.shard(s) + "due" }

// leases is a sorted set: leased location by the end of its lease, unix ms.
func (k keys) leases(s int) string { return k.shard(s) + "leases" }

// tokens is a hash: leased location to the token of its claim.
func (k keys) tokens(s int) string { return k.shard(s) + "tokens" }

// wishes is a hash: leased location to the due time asked for meanwhile.
func (k keys) wishes(s int) string { return k.shard(s) + "wishes" }

// Indexes of shard s.

// index is a sorted set: invitation by its time, unix ms.
func (k keys) index(name IndexName, s int) string { return k.shard(s) + "index:" + string(name) }

// indexLeased is a sorted set: invitation handed out, by the end of its lease.
func (k keys) indexLeased(name IndexName, s int) string { return k.index(name, s) + ":leased" }

// Keys that belong to no shard.

// cursor is a hash: number of shards to the relay's position. A process that is
// configured with another number of shards finds no cursor, and rebuilds.
func (k keys) cursor() string      { return k.prefix + "{relay}:cursor" }
func (k keys) cursorField() string { return strconv.Itoa(k.shards) }

// rebuild is a string: the token of who rebuilds; it expires.
func (k keys) rebuild() string { return k.prefix + "{relay}:rebuild" }

// wake is a channel of positions.
func (k keys) wake() string { return k.prefix + "wake" }

// limit is a rate limit's state. redis_rate puts "rate:" in front of it.
func (k keys) limit(key string) string { return k.prefix + "limit:" + key }

// sharded is a pattern for SCAN that matches the keys of every shard, also of
// shards that only another configuration has.
func (k keys) sharded() string {
	escape := strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`)
	return escape.Replace(k.prefix) + "{s*"
}
