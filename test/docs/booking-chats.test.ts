import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from '../support/company.ts';
import { type TelegramPerson } from '../support/cast.ts';
import { chatsIn } from './documents.ts';

let company: Company;
let nadia: TelegramPerson;
let marc: TelegramPerson;
/** Those who play in Gribitch: four who answer, on either platform, and Léa, who does not. */
let answering: readonly { readonly yes: () => Promise<void> }[];

beforeAll(async () => {
  company = await openCompany();
  nadia = await company.telegram('nadia-benali');
  marc = await company.telegram('marc-delaunay');
  await company.signal('anna-kervella');
  await company.signal('lea-moreau');
  const clara = await company.signal('clara-fontaine');
  const [tom, malo] = [await company.telegram('tom-garnier'), await company.telegram('malo-guivarch')];
  const ben = await company.telegram('ben-hartley', 'en');
  answering = [
    { yes: () => tom.press('Oui') },
    { yes: () => ben.press('Yes') },
    { yes: () => malo.press('Oui') },
    { yes: async () => void (await clara.say('oui')) },
  ];
  const { control } = company.stage.sandbox.telegram;
  const group = control.createGroup({ title: 'Gribitch', members: [marc.id, tom.id], bots: [company.staff] }).id;
  await company.calm();
  await marc.say('/lier Gribitch', group);
}, 60_000);
afterAll(() => company.stop());

/** What others do in between, as the guide says it in brackets. */
const events: Readonly<Record<string, () => Promise<void>>> = {
  '(quatre répondent oui)': async () => {
    for (const member of answering) await member.yes();
  },
  '(Marc valide, une minute passe)': async () => {
    await marc.press('Valider');
    await company.later(61_000);
  },
};

type Message = ReturnType<TelegramPerson['read']>[number];

/** Places are kept apart from spaces that do not break a line. */
const plain = (line: string): string => line.replaceAll(/[\u00A0\u202F]/g, ' ');

function linesOf({ text, keyboard }: Message): string[] {
  return [...text.split('\n').map(plain), ...keyboard.flatMap((row) => row.map((button) => `[${button.text}]`))];
}

/** A line of buttons stands for each of them, and any other line as it is. */
function piecesOf(line: string): string[] {
  return line.startsWith('[') ? [...line.matchAll(/\[[^\]]+\]/g)].map(([button]) => button) : [plain(line)];
}

function missing(messages: readonly Message[], shows: readonly string[]): string[] {
  const seen = new Set(messages.flatMap(linesOf));
  return shows.flatMap(piecesOf).filter((piece) => !seen.has(piece));
}

/** What Nadia reads because of what happens: messages that are new or were rewritten. */
async function news(happens: () => Promise<void>): Promise<Message[]> {
  const before = new Map(nadia.read().map((message) => [message.id, linesOf(message).join('\n')]));
  await happens();
  return nadia.read().filter((message) => before.get(message.id) !== linesOf(message).join('\n'));
}

async function begin(words: string): Promise<void> {
  const pressed = /^\[(.+)\]$/.exec(words)?.[1];
  const event = events[words];
  if (event !== undefined) await event();
  else if (pressed !== undefined) await nadia.press(pressed);
  else await nadia.say(words);
}

/** What the guide leaves out between two chats it shows. */
const before: Readonly<Record<string, () => Promise<void>>> = {
  '(quatre répondent oui)': () => nadia.press('Demander à 5 personnes'),
};

/** The lines of the guides that nobody sees when their chats are played in order, each under what it should follow. */
async function play(): Promise<Record<string, readonly string[]>> {
  const unseen: Record<string, readonly string[]> = {};
  const [card] = chatsIn('docs/fr/manager.md');
  for (const { begins, shows } of chatsIn('docs/fr/booker.md')) {
    if (begins.startsWith('(Marc valide') && card !== undefined)
      unseen['Marc'] = missing(marc.read().slice(-1), [card.begins, ...card.shows]);
    await before[begins]?.();
    unseen[begins] = missing(await news(() => begin(begins)), shows);
  }
  return unseen;
}

describe('the chats of the booking guides', () => {
  it('when they are played in order, people read every line the guides show', { timeout: 60_000 }, async () => {
    const unseen = await play();
    expect(Object.keys(unseen).length).toBeGreaterThan(9);
    expect(unseen['Marc']).toEqual([]);
    expect(Object.entries(unseen).filter(([, lines]) => lines.length > 0)).toEqual([]);
  });
});
