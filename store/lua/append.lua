-- Appends platform events to an inbox, each once: the dedupe mark and the entry are one step.
-- KEYS[1] prefix · ARGV[1] stream name · ARGV[2] how long marks are kept, ms · then pairs of dedupe key and entry
local prefix = KEYS[1]
local appended = 0
redis.call('SADD', prefix .. ':streams', ARGV[1])
for index = 3, #ARGV, 2 do
  if redis.call('SET', prefix .. ':seen:' .. ARGV[index], '1', 'NX', 'PX', ARGV[2]) then
    redis.call('XADD', prefix .. ':' .. ARGV[1], '*', 'd', ARGV[index + 1])
    appended = appended + 1
  end
end
return appended
