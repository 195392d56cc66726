-- Moves the relay's cursor forward.
--
-- KEYS[1]  cursor: number of shards to position
-- ARGV[1]  number of shards
-- ARGV[2]  position
--
-- Returns  1: the cursor stands at the position.
--          0: the cursor stands further ahead already and was not moved.
--         -1: there is no cursor; Redis was emptied.

local stands = redis.call('HGET', KEYS[1], ARGV[1])
if not stands then
  return -1
end
if tonumber(stands) > tonumber(ARGV[2]) then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
