-- Ends a claim: the lane is scheduled again, with or without the round.
--
-- KEYS[1]  lane: round by score
-- KEYS[2]  due set of the shard
-- KEYS[3]  leases of the shard
-- KEYS[4]  tokens of the shard
-- KEYS[5]  wishes of the shard
-- ARGV[1]  location
-- ARGV[2]  token of the claim
-- ARGV[3]  due time, unix ms, or "" to leave the lane unscheduled
-- ARGV[4]  the round, if it left the lane, or "" if it keeps its place
--
-- Returns 1: done.
--         0: the lease was lost; nothing was changed.
--
-- A due time wished for during the lease counts if it is the earlier one: it
-- may be newer than what the holder knew, and a lane that is due too early
-- costs one claim, while a lane that is due too late stands still.

local location, token, due, round = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if redis.call('HGET', KEYS[4], location) ~= token then
  return 0
end
redis.call('ZREM', KEYS[3], location)
redis.call('HDEL', KEYS[4], location)
if round ~= '' then
  redis.call('ZREM', KEYS[1], round)
end
local wish = redis.call('HGET', KEYS[5], location)
if wish then
  redis.call('HDEL', KEYS[5], location)
  if due == '' or tonumber(wish) < tonumber(due) then
    due = wish
  end
end
if due ~= '' and redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('ZADD', KEYS[2], due, location)
end
return 1
