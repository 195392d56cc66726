-- Prolongs the rebuild lock.
--
-- KEYS[1]  rebuild lock
-- ARGV[1]  token of the holder
-- ARGV[2]  time to live from now, ms
--
-- Returns 1: prolonged.
--         0: the lock is not the caller's any more.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
