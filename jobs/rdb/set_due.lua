-- Moves the due time of one lane, or takes it out of the due set.
--
-- KEYS[1]  lane: round by score
-- KEYS[2]  due set of the shard
-- KEYS[3]  leases of the shard
-- KEYS[4]  wishes of the shard
-- ARGV[1]  location
-- ARGV[2]  due time, unix ms, or "" to pause
--
-- Returns 1: the lane is due at that time.
--         0: the lane is paused, or has no rounds.
--         2: the lane is leased; the wish counts when the lease is released.

local location, due = ARGV[1], ARGV[2]
if redis.call('ZSCORE', KEYS[3], location) then
  if due == '' then
    redis.call('HDEL', KEYS[4], location)
  else
    redis.call('HSET', KEYS[4], location, due)
  end
  return 2
end
if due == '' or redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('ZREM', KEYS[2], location)
  return 0
end
redis.call('ZADD', KEYS[2], due, location)
return 1
