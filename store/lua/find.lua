-- Records under indexes, each in the order of its scores, in one round trip for all queries asked at the same time.
-- KEYS[1] prefix · then for each query: collection, index entry (name=value), lowest score, highest score, limit
local prefix = KEYS[1]
local answers = {}
for start = 1, #ARGV, 5 do
  local collection = ARGV[start]
  local index = prefix .. ':i:' .. collection .. ':' .. ARGV[start + 1]
  local ids = redis.call('ZRANGEBYSCORE', index, ARGV[start + 2], ARGV[start + 3], 'LIMIT', 0, ARGV[start + 4])
  local found = {}
  for _, id in ipairs(ids) do
    local fields = redis.call('HMGET', prefix .. ':r:' .. collection .. ':' .. id, 'v', 's', 'd')
    if fields[3] then
      table.insert(found, fields)
    end
  end
  table.insert(answers, found)
end
return answers
