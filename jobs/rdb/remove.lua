-- Takes rounds out of one lane.
--
-- KEYS[1]  lane: round by score
-- KEYS[2]  due set of the shard
-- ARGV[1]  location
-- ARGV[2...]  rounds
--
-- Returns the number of rounds that were there.
--
-- An empty lane leaves the due set. A lease on it stays until its holder ends
-- it, so that the lane cannot be claimed twice if rounds come meanwhile.

local removed = redis.call('ZREM', KEYS[1], unpack(ARGV, 2))
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('ZREM', KEYS[2], ARGV[1])
end
return removed
