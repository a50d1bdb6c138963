import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, parseDay } from '../../domain/day.ts';
import { type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { chatsIn } from './documents.ts';

let company: Company;
let tom: TelegramPerson;
let solene: TelegramPerson;

async function moveTo(text: string, time: string): Promise<void> {
  const day = parseDay(text);
  if (day === null) throw new Error(text);
  await company.stage.moveTo(instantOf(day, time, 'Europe/Paris') + 1000);
  await company.calm();
}

beforeAll(async () => {
  company = await openCompany();
  const nadia = await company.telegram('nadia-benali');
  const marc = await company.telegram('marc-delaunay');
  tom = await company.telegram('tom-garnier');
  solene = await company.telegram('solene-le-bihan');
  await nadia.say('/deal gribitch le fil 12/12 1800ht payante passage 20h30');
  await nadia.press('Envoyer à valider');
  await marc.press('Valider');
  await company.later(61_000);
}, 60_000);
afterAll(() => company.stop());

const plain = (line: string): string => line.replaceAll(/[\u00A0\u202F]/g, ' ');

/** A line of buttons stands for each of them, and any other line as it is. */
function piecesOf(line: string): string[] {
  return line.startsWith('[') ? [...line.matchAll(/\[[^\]]+\]/g)].map(([button]) => button) : [plain(line)];
}

/** What the guide shows after somebody wrote, and is not in what Régie then said. */
async function unseen(who: TelegramPerson, words: string, shows: readonly string[]): Promise<string[]> {
  const before = who.read().length;
  await who.say(words);
  const lines = new Set(
    who
      .read()
      .slice(before)
      .flatMap(({ text, keyboard }) => [
        ...text.split('\n').map(plain),
        ...keyboard.flatMap((row) => row.map((button) => `[${button.text}]`)),
      ]),
  );
  return shows.flatMap(piecesOf).filter((piece) => !lines.has(piece));
}

/** What the guide leaves out before a chat it shows. */
const before: Readonly<Record<string, () => Promise<void>>> = {
  '/feuille 12 décembre': async () => {
    await solene.say('/feuille 12 décembre rdv 9h15 au local, balance 16h, repas 19h, passage 21h30 (1h15)');
    await moveTo('2026-12-09', '10:00');
  },
  'on mange quand ?': () => moveTo('2026-12-12', '11:00'),
};

describe('the chats of the guides of the road', () => {
  it('when they are played in order, people read every line the guides show', { timeout: 60_000 }, async () => {
    const missing: Record<string, readonly string[]> = {};
    for (const [who, guide] of [
      [solene, 'docs/fr/regisseur.md'],
      [tom, 'docs/fr/musicien.md'],
    ] as const)
      for (const { begins, shows } of chatsIn(guide)) {
        await before[begins]?.();
        missing[begins] = await unseen(who, begins, shows);
      }
    expect(Object.keys(missing)).toHaveLength(4);
    expect(Object.entries(missing).filter(([, lines]) => lines.length > 0)).toEqual([]);
  });
});
