import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../cli/log.ts';
import { daySheetPicture } from '../documents/day-sheet-picture.ts';
import { textOf } from './pictures/chat.ts';
import { chatPicture } from './pictures/chat-picture.ts';
import { playPictures, type Played } from './pictures/play.ts';
import { paperPicture, sheetText } from './pictures/sheet-pictures.ts';

/** Where pictures of the guides are, and beside each the text that was drawn. */
export const imagesFolder = join(import.meta.dirname, 'fr', 'images');

/** What stands on each picture, by its name: tests hold a fresh play equal to the texts that were drawn. */
export function textsOf({ screens, sheet }: Played): ReadonlyMap<string, string> {
  return new Map([
    ...[...screens].map(([name, screen]) => [name, textOf(screen)] as const),
    ...['feuille-papier', 'feuille-image'].map((name) => [name, sheetText(sheet)] as const),
  ]);
}

async function drawAll(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'regie-pictures-'));
  try {
    const played = await playPictures({ dataDir, log: createLog('error') });
    const pictures = new Map<string, Uint8Array>([
      ['feuille-papier', await paperPicture(played.sheet)],
      ['feuille-image', await daySheetPicture(played.sheet)],
    ]);
    for (const [name, screen] of played.screens) pictures.set(name, await chatPicture(screen));
    rmSync(imagesFolder, { recursive: true, force: true });
    mkdirSync(imagesFolder, { recursive: true });
    const texts = textsOf(played);
    for (const [name, picture] of pictures) {
      writeFileSync(join(imagesFolder, `${name}.png`), picture);
      writeFileSync(join(imagesFolder, `${name}.txt`), texts.get(name) ?? '');
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await drawAll();
