import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arch, pid } from 'node:process';
import { type Log } from '../../core/log.ts';
import { withLock } from './process-lock.ts';
import { run, works, type Program } from './program.ts';

/** Redis where the distribution has it, else Valkey; the tools package holds the real binary on Debian 12. */
const families = [
  { server: 'redis-server', tools: 'redis-tools' },
  { server: 'valkey-server', tools: 'valkey-tools' },
] as const;

const patienceMs = 180_000;

/** Where the copy is kept and who is told what is going on. */
export interface CopyOptions {
  readonly cacheDir: string;
  readonly log: Log;
}

/**
 * A private copy of the distribution's own Redis: signed packages fetched with package lists of our own and unpacked
 * under `cacheDir`. Needs no root, changes nothing on the system, works where `apt-get update` was never run, and is
 * found again without the network. Null on other systems, and when the packages cannot be had.
 */
export async function debianCopy(options: CopyOptions): Promise<Program | null> {
  const release = debianRelease();
  if (release === null) return null;
  const folder = join(options.cacheDir, 'redis');
  const home = join(folder, `${release}-${arch}`);
  const kept = await workingCopy(home);
  if (kept !== null) return kept;
  mkdirSync(folder, { recursive: true });
  return withLock(
    join(folder, 'lock'),
    patienceMs,
    async () => (await workingCopy(home)) ?? (await fetchCopy(home, options.log)),
  );
}

/** `debian-12`, `ubuntu-24.04`…; null where packages are not Debian's. */
function debianRelease(): string | null {
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg') || !existsSync('/etc/os-release')) return null;
  const text = readFileSync('/etc/os-release', 'utf8');
  const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
  const id = field('ID');
  if (![id, ...field('ID_LIKE').split(' ')].includes('debian')) return null;
  return `${id}-${field('VERSION_ID') || field('VERSION_CODENAME') || 'testing'}`.replaceAll(/[^a-z0-9.-]/gi, '_');
}

async function workingCopy(home: string): Promise<Program | null> {
  const path = families
    .map(({ server }) => join(home, 'usr', 'bin', server))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) return null;
  const program = { path, environment: { LD_LIBRARY_PATH: libraryFolders(home).join(':') } };
  return (await works(program)) ? program : null;
}

function libraryFolders(home: string): string[] {
  const roots = ['usr/lib', 'lib'].map((folder) => join(home, folder)).filter((folder) => existsSync(folder));
  const named = (root: string) => readdirSync(root).filter((name) => name.includes('-linux-'));
  const perMachine = roots.flatMap((root) => named(root).map((name) => join(root, name)));
  return [...perMachine, ...roots];
}

/** Everything happens in a staging folder; only a finished, working copy takes its place under `home`. */
async function fetchCopy(home: string, log: Log): Promise<Program | null> {
  const staging = `${home}.${pid}`;
  log.info(
    { code: 'redis.fetching', folder: home },
    "Redis is not installed: fetching the distribution's own packages (about 1.5 MB), without root and without touching the system",
  );
  try {
    rmSync(staging, { recursive: true, force: true });
    for (const folder of ['lists/partial', 'archives/partial', 'cache', 'state', 'log', 'root'])
      mkdirSync(join(staging, folder), { recursive: true });
    writeFileSync(join(staging, 'apt.conf'), aptConfiguration(staging));
    if (!(await download(staging, log)) || !(await unpack(staging, log))) return null;
    rmSync(home, { recursive: true, force: true });
    renameSync(join(staging, 'root'), home);
    return await workingCopy(home);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Read after the system's own files, so that its sources and proxies count and its hooks and folders do not. */
function aptConfiguration(staging: string): string {
  return [
    `Dir::State "${staging}/state";`,
    `Dir::State::lists "${staging}/lists";`,
    'Dir::State::status "/var/lib/dpkg/status";',
    `Dir::Cache "${staging}/cache";`,
    `Dir::Cache::archives "${staging}/archives";`,
    `Dir::Log "${staging}/log";`,
    'Debug::NoLocking "1";',
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    'Acquire::Retries "2";',
    'Acquire::http::Timeout "20";',
    'Acquire::https::Timeout "20";',
    '#clear APT::Update::Pre-Invoke;',
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '#clear DPkg::Pre-Invoke;',
    '#clear DPkg::Post-Invoke;',
    '',
  ].join('\n');
}

/** One source of the machine may be unreachable while Debian's is not, so that only the download itself decides. */
async function download(staging: string, log: Log): Promise<boolean> {
  const apt = (...args: string[]) =>
    run('/usr/bin/apt-get', ['-q', '-c', join(staging, 'apt.conf'), ...args], { cwd: join(staging, 'archives') });
  await apt('update');
  for (const { server, tools } of families) {
    const plan = await apt('install', '--simulate', '--no-install-recommends', server);
    const missing = plan.output.split('\n').flatMap((line) => /^Inst (\S+)/.exec(line)?.[1] ?? []);
    const fetched = await apt('download', ...new Set([server, tools, ...missing]));
    if (fetched.ok) return true;
    log.debug({ code: 'redis.download', server }, 'the packages could not be downloaded');
  }
  log.warn({ code: 'redis.download' }, "the distribution's Redis packages could not be downloaded");
  return false;
}

async function unpack(staging: string, log: Log): Promise<boolean> {
  const archives = readdirSync(join(staging, 'archives')).filter((name) => name.endsWith('.deb'));
  for (const archive of archives) {
    const { ok } = await run('/usr/bin/dpkg', ['-x', join(staging, 'archives', archive), join(staging, 'root')]);
    if (ok) continue;
    log.warn({ code: 'redis.unpack', archive }, 'a package could not be unpacked');
    return false;
  }
  return archives.length > 0;
}
