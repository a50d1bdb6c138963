-- Takes or renews a lease. Whoever takes it gets a fencing number higher than any before.
-- KEYS[1] prefix · ARGV name, holder, duration in ms
local key = KEYS[1] .. ':lease:' .. ARGV[1]
local holder = redis.call('HGET', key, 'holder')
if holder == ARGV[2] then
  redis.call('PEXPIRE', key, ARGV[3])
  return tonumber(redis.call('HGET', key, 'number'))
end
if holder then
  return 0
end
local number = redis.call('INCR', KEYS[1] .. ':fence:' .. ARGV[1])
redis.call('HSET', key, 'holder', ARGV[2], 'number', number)
redis.call('PEXPIRE', key, ARGV[3])
return number
