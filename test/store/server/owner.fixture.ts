/** Run as a process of its own: finds its Redis as the product does, says which, and stays until it is killed. */
import { argv, stdin, stdout } from 'node:process';
import { findRedis } from '../../../store/server/find-redis.ts';
import { silentLog } from '../../support/silent-log.ts';

const [dataDir = '', cacheDir = ''] = argv.slice(2);
const { address, started } = await findRedis({ redisUrl: null, dataDir, redisBin: null, cacheDir, log: silentLog });
stdout.write(`${JSON.stringify({ address, started })}\n`);
stdin.resume();
