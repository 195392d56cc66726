-- Lets go of the rebuild lock; a finished rebuild also sets the cursor.
--
-- KEYS[1]  rebuild lock
-- KEYS[2]  cursor: number of shards to position
-- ARGV[1]  token of the holder
-- ARGV[2]  number of shards
-- ARGV[3]  position, or "" if the rebuild was given up
--
-- Returns 1: the lock is free, and the cursor stands at the position if given.
--         0: the lock is not the caller's any more; nothing was changed.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
redis.call('DEL', KEYS[1])
if ARGV[3] ~= '' then
  redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
end
return 1
