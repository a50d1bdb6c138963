-- Moves the clock's offset forward, never back, whoever else moves it at the same moment.
-- KEYS[1] prefix · ARGV[1] the offset wanted, ms
local key = KEYS[1] .. ':clock:offset'
local present = tonumber(redis.call('GET', key) or '0')
local wanted = tonumber(ARGV[1])
if wanted > present then
  redis.call('SET', key, wanted)
  return wanted
end
return present
