-- Takes leased invitations out of the index, unless they were leased again or
-- given a new time meanwhile.
--
-- KEYS[1]  leased part of the index: invitation by end of its lease, unix ms
-- ARGV[1]  end of the leases, unix ms, as they were handed out
-- ARGV[2...]  invitations
--
-- Returns the number of invitations taken out.

local removed = 0
for i = 2, #ARGV do
  local ends = redis.call('ZSCORE', KEYS[1], ARGV[i])
  if ends and tonumber(ends) == tonumber(ARGV[1]) then
    removed = removed + redis.call('ZREM', KEYS[1], ARGV[i])
  end
end
return removed
