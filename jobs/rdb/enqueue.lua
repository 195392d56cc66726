-- Puts rounds into one lane and schedules the lane if nobody else has.
--
-- KEYS[1]  lane: round by score
-- KEYS[2]  due set of the shard
-- KEYS[3]  leases of the shard
-- ARGV[1]  location
-- ARGV[2]  due time, unix ms, or "" to leave the lane as it is
-- ARGV[3...]  score, round, score, round, ...
--
-- Returns 1: the lane was not scheduled before and now is.
--         0: the lane keeps its due time, its lease or its pause.
--
-- A round that waits already gets the new score. A due time is not moved: the
-- lane waits for its next slot. A leased lane is scheduled when the lease ends.

redis.call('ZADD', KEYS[1], unpack(ARGV, 3))
if ARGV[2] == '' or redis.call('ZSCORE', KEYS[3], ARGV[1]) then
  return 0
end
return redis.call('ZADD', KEYS[2], 'NX', ARGV[2], ARGV[1])
