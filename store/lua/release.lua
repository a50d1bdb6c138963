-- Gives a lease back, unless somebody else holds it by now.
-- KEYS[1] prefix · ARGV name, holder
local key = KEYS[1] .. ':lease:' .. ARGV[1]
if redis.call('HGET', key, 'holder') == ARGV[2] then
  return redis.call('DEL', key)
end
return 0
