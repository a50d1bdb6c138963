-- One atomic step: guards are compared, then everything is written. Decisions are taken by the caller, never here.
-- KEYS[1] prefix of all keys · ARGV[1] the commit as JSON · ARGV[2] how long step names are remembered, ms
-- ARGV[3] how long the version of a deleted record is remembered, ms
local prefix = KEYS[1]
local step = cjson.decode(ARGV[1])
local doneKey = prefix .. ':done:' .. step.id

local function present(value)
  return value ~= nil and value ~= cjson.null
end

if redis.call('EXISTS', doneKey) == 1 then
  if present(step.acknowledge) then
    redis.call('XACK', prefix .. ':' .. step.acknowledge.stream, 'owner', step.acknowledge.entry)
    redis.call('XDEL', prefix .. ':' .. step.acknowledge.stream, step.acknowledge.entry)
  end
  return cjson.encode({ type = 'already' })
end

if present(step.fence) then
  local number = redis.call('HGET', prefix .. ':lease:' .. step.fence.lease, 'number')
  if number ~= tostring(step.fence.number) then
    return cjson.encode({ type = 'fenced' })
  end
end

local function recordKey(entry)
  return prefix .. ':r:' .. entry.collection .. ':' .. entry.id
end

local function versionOf(entry)
  local key = recordKey(entry)
  if entry.collection ~= 'calendars' and redis.call('HEXISTS', key, 'd') == 0 then
    return 0
  end
  return tonumber(redis.call('HGET', key, 'v') or '0')
end

local lost = {}
for _, guard in ipairs(step.guards) do
  if versionOf(guard) ~= guard.version then
    table.insert(lost, { collection = guard.collection, id = guard.id })
  end
end
if present(step.settles) then
  local at = redis.call('ZSCORE', prefix .. ':due', step.settles.id)
  if not at or tonumber(at) ~= step.settles.at then
    table.insert(lost, { collection = 'due', id = step.settles.id })
  end
end
if #lost > 0 then
  return cjson.encode({ type = 'conflict', lost = lost })
end

local function decoded(key, field)
  local stored = redis.call('HGET', key, field)
  if stored then return cjson.decode(stored) end
  return {}
end

local function indexKey(collection, entry)
  local bar = string.find(entry, '|', 1, true)
  return prefix .. ':i:' .. collection .. ':' .. string.sub(entry, bar + 1), string.sub(entry, 1, bar - 1)
end

local touched = {}
for _, write in ipairs(step.writes) do
  local key = recordKey(write)
  for _, entry in ipairs(decoded(key, 'i')) do
    redis.call('ZREM', (indexKey(write.collection, entry)), write.id)
  end
  for _, calendar in ipairs(decoded(key, 'c')) do
    touched[calendar] = true
  end
  local version = redis.call('HINCRBY', key, 'v', 1)
  if present(write.value) then
    redis.call('HSET', key, 'd', write.value.json, 's', write.value.shape,
      'i', cjson.encode(write.value.indexes), 'c', cjson.encode(write.value.calendars))
    redis.call('PERSIST', key)
    redis.call('SADD', prefix .. ':all:' .. write.collection, write.id)
    for _, entry in ipairs(write.value.indexes) do
      local index, score = indexKey(write.collection, entry)
      redis.call('ZADD', index, score, write.id)
    end
    for _, calendar in ipairs(write.value.calendars) do
      touched[calendar] = true
    end
  else
    -- The version stays behind for a time, so that a record made again under this id is not mistaken for the old one.
    redis.call('HDEL', key, 'd', 's', 'i', 'c')
    redis.call('PEXPIRE', key, ARGV[3])
    redis.call('SREM', prefix .. ':all:' .. write.collection, write.id)
  end
  redis.call('XADD', prefix .. ':changes', 'MAXLEN', '~', 100000, '*',
    'collection', write.collection, 'id', write.id, 'version', version)
end
for calendar, _ in pairs(touched) do
  redis.call('HINCRBY', prefix .. ':r:calendars:' .. calendar, 'v', 1)
end

for _, message in ipairs(step.outbound) do
  local stream = 'out:' .. message.bot .. ':' .. message.lane
  redis.call('SADD', prefix .. ':streams', stream)
  redis.call('XADD', prefix .. ':' .. stream, '*', 'd', message.json)
end
for _, job in ipairs(step.jobs) do
  redis.call('SADD', prefix .. ':streams', 'jobs')
  redis.call('XADD', prefix .. ':jobs', '*', 'd', job)
end

if present(step.settles) then
  table.insert(step.cancel, step.settles.id)
end
for _, id in ipairs(step.cancel) do
  redis.call('ZREM', prefix .. ':due', id)
  redis.call('HDEL', prefix .. ':due:rows', id)
end
for _, row in ipairs(step.due) do
  redis.call('ZADD', prefix .. ':due', row.at, row.id)
  redis.call('HSET', prefix .. ':due:rows', row.id, row.json)
end

if present(step.acknowledge) then
  redis.call('XACK', prefix .. ':' .. step.acknowledge.stream, 'owner', step.acknowledge.entry)
  redis.call('XDEL', prefix .. ':' .. step.acknowledge.stream, step.acknowledge.entry)
end
redis.call('SET', doneKey, '1', 'PX', ARGV[2])
return cjson.encode({ type = 'done' })
