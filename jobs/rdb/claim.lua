-- Leases the lanes of one shard that are due, each with its first round.
--
-- KEYS[1]  due set of the shard
-- KEYS[2]  leases of the shard
-- KEYS[3]  tokens of the shard
-- KEYS[4]  wishes of the shard
-- ARGV[1]  now, unix ms
-- ARGV[2]  end of the new leases, unix ms
-- ARGV[3]  at most so many lanes
-- ARGV[4]  token of this claim
-- ARGV[5]  what the lanes' keys begin with; they share the shard's hash tag
--
-- Returns location, round, location, round, ...: each lane is out of the due
--         set and leased until ARGV[2]; its round is still in the lane.
--         An empty list: no lane of this shard is due.
--
-- Leases that ran out are ended first: such a lane is due since its lease
-- ended, and its rounds stand as they stood.

local due, leases, tokens, wishes = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now, ends, max, token, lanes = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

local lost = redis.call('ZRANGEBYSCORE', leases, '-inf', now, 'WITHSCORES', 'LIMIT', 0, max)
for i = 1, #lost, 2 do
  local location = lost[i]
  redis.call('ZREM', leases, location)
  redis.call('HDEL', tokens, location)
  redis.call('HDEL', wishes, location)
  if redis.call('EXISTS', lanes .. location) == 1 then
    redis.call('ZADD', due, lost[i + 1], location)
  end
end

local claims = {}
for _, location in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', 0, max)) do
  redis.call('ZREM', due, location)
  local round = redis.call('ZRANGE', lanes .. location, 0, 0)[1]
  if round then
    redis.call('ZADD', leases, ends, location)
    redis.call('HSET', tokens, location, token)
    claims[#claims + 1] = location
    claims[#claims + 1] = round
  end
end
return claims
