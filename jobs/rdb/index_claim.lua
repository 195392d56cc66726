-- Leases the invitations of one shard whose time has come.
--
-- KEYS[1]  index: invitation by time, unix ms
-- KEYS[2]  leased part of the index: invitation by end of its lease, unix ms
-- ARGV[1]  now, unix ms
-- ARGV[2]  end of the new leases, unix ms
-- ARGV[3]  at most so many
--
-- Returns invitations, those whose lease ran out first. Each is leased until
--         ARGV[2]. An empty list: none is due.

local now, ends, max = ARGV[1], ARGV[2], tonumber(ARGV[3])

local claimed = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, max)
for _, id in ipairs(claimed) do
  redis.call('ZADD', KEYS[2], ends, id)
end
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, max - #claimed)) do
  redis.call('ZREM', KEYS[1], id)
  redis.call('ZADD', KEYS[2], ends, id)
  claimed[#claimed + 1] = id
end
return claimed
