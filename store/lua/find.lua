-- Records under an index, in the order of their score, in one round trip.
-- KEYS[1] prefix · ARGV collection, index entry (name=value), lowest score, highest score, limit
local prefix = KEYS[1]
local ids = redis.call('ZRANGEBYSCORE', prefix .. ':i:' .. ARGV[1] .. ':' .. ARGV[2], ARGV[3], ARGV[4], 'LIMIT', 0, ARGV[5])
local found = {}
for _, id in ipairs(ids) do
  local fields = redis.call('HMGET', prefix .. ':r:' .. ARGV[1] .. ':' .. id, 'v', 's', 'd')
  if fields[3] then
    table.insert(found, fields)
  end
end
return found
