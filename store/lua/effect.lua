-- Notes the intent of an effect, or says how it stands.
-- KEYS[1] prefix · ARGV key, hash of the parameters, owner, deadline, now (ms)
local key = KEYS[1] .. ':effect:' .. ARGV[1]
local kept = 90 * 24 * 3600 * 1000
local stored = redis.call('HMGET', key, 'hash', 'owner', 'until', 'result')
local standing
if not stored[1] then
  standing = { type = 'run' }
elseif stored[1] ~= ARGV[2] then
  return cjson.encode({ type = 'mismatch' })
elseif stored[4] then
  return cjson.encode({ type = 'done', result = stored[4] })
elseif stored[2] ~= ARGV[3] and tonumber(stored[3]) > tonumber(ARGV[5]) then
  return cjson.encode({ type = 'busy', ['until'] = tonumber(stored[3]) })
else
  standing = { type = 'unknown' }
end
redis.call('HSET', key, 'hash', ARGV[2], 'owner', ARGV[3], 'until', ARGV[4])
redis.call('PEXPIRE', key, kept)
return cjson.encode(standing)
