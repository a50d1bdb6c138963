import { join, resolve } from 'node:path';
import { describeError } from '../core/errors.ts';
import { wait } from '../core/clock.ts';
import { createLog } from '../cli/log.ts';
import { setStage, type Stage } from './stage.ts';
import { type Cast, type Scene } from './scene.ts';
import { story } from './story.ts';
import { followChats } from './transcript.ts';

/** How the story is told. */
export interface DemoOptions {
  /** End after the story instead of staying up. */
  readonly once: boolean;
  readonly port: number;
  readonly write: (line: string) => void;
}

const ledgerPatienceMs = 5000;

/**
 * Plays the story against the emulated platforms and prints it as it happens. Returns 0 when the sandbox's ledger shows
 * every step, else 1, naming the first that is missing.
 */
export async function playDemo(options: DemoOptions): Promise<number> {
  const { write } = options;
  write('Régie : une agence inventée, Telegram et Signal émulés sur cette machine. Rien ne sort d’ici.');
  write('Les données de la démonstration précédente (.data/demo) sont remplacées.');
  const stage = await setStage({
    dataDir: resolve(join('.data', 'demo')),
    log: createLog('error'),
    artistBots: ['gribitch'],
    google: true,
    sandbox: { ports: { telegram: options.port } },
  });
  try {
    const missing = await playScenes(stage, write);
    printCounts(stage, write);
    if (missing !== null) {
      write(`✗ ${missing}`);
      return 1;
    }
    write('✓ Le registre de la sandbox montre chaque étape.');
    if (!options.once) await stayUp(stage, write);
    return 0;
  } finally {
    await stage.stop();
  }
}

async function playScenes(stage: Stage, write: (line: string) => void): Promise<string | null> {
  const transcript = followChats(stage, write);
  const cast: Cast = { stage, people: {}, group: 0, tell: (who, words) => transcript.tell(who, words) };
  for (const [index, scene] of story.entries()) {
    const since = stage.sandbox.ledger.lastSeq();
    write(`\n── ${index + 1}. ${scene.title}`);
    const trouble = await scene.play(cast).then(
      () => null,
      (error: unknown) => describeError(error).message,
    );
    const unseen = trouble ?? (await unproven(stage, scene, since));
    await transcript.catchUp();
    if (unseen !== null) return `${scene.title} : ${unseen}`;
  }
  transcript.stop();
  return null;
}

/** What the ledger should show of a scene and does not; null when all is there. */
async function unproven(stage: Stage, scene: Scene, since: number): Promise<string | null> {
  for (const shown of scene.shows) {
    const seen = stage.sandbox.ledger.waitFor(
      (entry) =>
        entry.seq > since &&
        entry.platform === shown.platform &&
        entry.kind === 'request' &&
        entry.applied &&
        shown.method.test(entry.method) &&
        shown.says.test(JSON.stringify(entry.params)),
      ledgerPatienceMs,
      since,
    );
    const found = await seen.then(
      () => true,
      () => false,
    );
    if (!found) return `${shown.platform} ${shown.method.source} « ${shown.says.source} »`;
  }
  return null;
}

/** Exchanges with Redis and calls to the platforms, per message handled: counts, which do not depend on the machine. */
function printCounts(stage: Stage, write: (line: string) => void): void {
  const entries = stage.sandbox.ledger.entries();
  const idle = /getUpdates|receive|about|getMe|profiles/;
  const heard = entries.filter((entry) => entry.kind === 'update' && entry.method !== 'receipt').length;
  const calls = entries.filter((entry) => entry.kind === 'request' && !idle.test(entry.method)).length;
  write(`\nMessages reçus : ${heard} · appels aux plateformes : ${calls} (${(calls / heard).toFixed(1)} par message)`);
  const trips = stage.product.roundTrips();
  write(
    `Allers-retours Redis pour les recevoir, décider, enregistrer et répondre : ${trips} (${(trips / heard).toFixed(1)} par message)`,
  );
}

async function stayUp(stage: Stage, write: (line: string) => void): Promise<void> {
  write(
    `\nRégie reste en marche. Telegram émulé : ${stage.sandbox.telegram.apiRoot} · Signal émulé : ${stage.sandbox.signal.apiUrl}`,
  );
  write(
    `Données : ${stage.config.dataDir} · avancer le temps : DATA_DIR=${stage.config.dataDir} CLOCK=movable npm run regie -- clock +1d`,
  );
  write('Ctrl+C pour arrêter.');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  while (!stop.signal.aborted) {
    // Emulators follow the product's clock, whoever moved it.
    stage.sandbox.clock.advance(Math.max(0, stage.now() - stage.sandbox.clock.now()));
    await wait(200, stop.signal);
  }
}
