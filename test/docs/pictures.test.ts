import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imagesFolder, textsOf } from '../../docs/pictures.ts';
import { playPictures } from '../../docs/pictures/play.ts';
import { silentLog } from '../support/silent-log.ts';
import { startTestRedis } from '../support/redis.ts';
import { documents, textOf } from './documents.ts';

const most = 1_500_000;
const signature = '89504e470d0a1a0a';

/** Pictures the documents show, by their names in the folder of pictures. */
const named = documents().flatMap((path) =>
  [...textOf(path).matchAll(/!\[[^\]]*\]\(images\/([\w-]+)\.png\)/g)].map(([, name = '']) => name),
);
const files = readdirSync(imagesFolder);
const drawn = files.filter((file) => file.endsWith('.png')).map((file) => file.slice(0, -4));

describe('the pictures of the guides', () => {
  it('when a guide shows one, it is there, and none lies there unseen', () => {
    expect([...new Set(named)].toSorted()).toEqual(drawn.toSorted());
  });

  it.each(drawn)('when %s is opened, it is a picture that a telephone could show', (name) => {
    const bytes = readFileSync(join(imagesFolder, `${name}.png`));
    expect(bytes.subarray(0, 8).toString('hex')).toBe(signature);
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(700);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(350);
    expect(bytes.readUInt32BE(20)).toBeLessThan(2500);
    expect(existsSync(join(imagesFolder, `${name}.txt`))).toBe(true);
  });

  it('when they are fetched together, they are not much', () => {
    const sizes = drawn.map((name) => readFileSync(join(imagesFolder, `${name}.png`)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(most);
  });
});

describe('what is drawn on them', () => {
  let played: ReadonlyMap<string, string>;
  let dataDir: string;
  const redis = startTestRedis();

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'regie-pictures-'));
    const { url } = await redis;
    played = textsOf(await playPictures({ dataDir, log: silentLog, redisUrl: url }));
  }, 180_000);
  afterAll(async () => {
    await (await redis).stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('when the scenes are played again, people read what the pictures show (npm run docs:pictures)', () => {
    const kept = new Map(drawn.map((name) => [name, readFileSync(join(imagesFolder, `${name}.txt`), 'utf8')]));
    expect(Object.fromEntries(played)).toEqual(Object.fromEntries(kept));
  });
});
