import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../conversations/commands.ts';
import { waitingSources } from '../../../conversations/account/waiting.ts';
import { put } from '../../../core/commit.ts';
import { permit } from '../../../core/permission.ts';
import { artists, holds, shows, venues } from '../../../core/records/agency.ts';
import { soundings, tasks } from '../../../core/records/booking.ts';
import { type Person, roleSchema } from '../../../domain/person.ts';
import { day, hour, noon, person } from '../../support/builders.ts';
import { messagesOf } from '../../support/ftl.ts';
import { openRoom, type Read, type Room } from '../../support/room.ts';
import { benches } from '../../support/store.ts';
import { demoSeed } from '../../store/seed/demo.ts';

const bench = benches();
const today = day('2027-03-10');

const gribitch = artists.schema.parse({
  id: 'gribitch',
  name: 'Gribitch',
  status: 'active',
  town: 'Tours',
  style: 'chanson',
  members: [{ person: 'lea', part: 'chant', needed: true, substitutes: [] }],
  managers: ['anna'],
  bookers: ['nadia'],
});
const vapeur = {
  id: 'la-vapeur',
  name: 'La Vapeur',
  town: 'Dijon',
  region: 'Bourgogne',
  capacity: null,
  latitude: null,
  longitude: null,
  contact: null,
};
const show = (id: string, on: string) =>
  put(
    shows,
    shows.schema.parse({
      id,
      artist: 'gribitch',
      venue: 'la-vapeur',
      day: on,
      arrival: null,
      set: null,
      end: null,
      state: 'confirmed',
      cast: null,
    }),
  );
const records = [
  put(artists, gribitch),
  put(venues, vapeur),
  show('show-1', '2027-03-27'),
  show('show-2', '2027-04-03'),
  show('show-3', '2027-04-10'),
  show('show-0', '2027-03-01'),
  put(
    holds,
    holds.schema.parse({
      id: 'hold-1',
      artist: 'gribitch',
      venue: 'la-vapeur',
      day: '2027-05-01',
      rank: 1,
      validUntil: '2027-03-12',
      state: 'held',
      cast: null,
    }),
  ),
  put(
    tasks,
    tasks.schema.parse({
      id: 'task-1',
      title: 'Envoyer la fiche technique',
      person: 'lea',
      artist: null,
      lead: null,
      show: null,
      due: null,
      state: 'todo',
      priority: 'normal',
      template: null,
      createdBy: null,
      createdAt: noon,
      doneBy: null,
      doneAt: null,
    }),
  ),
  put(
    soundings,
    soundings.schema.parse({
      id: 'sounding-1',
      artist: 'gribitch',
      day: '2027-06-05',
      venue: 'la-vapeur',
      lead: null,
      askedBy: 'nadia',
      askedAt: noon - hour,
      deadline: noon + 48 * hour,
      asked: [{ person: 'lea', notification: 'n-1', answer: null, chased: 0 }],
      state: 'open',
    }),
  ),
];
const cast = [
  person({ id: 'lea', name: 'Léa Moreau' }),
  person({ id: 'nadia', name: 'Nadia Benali', roles: ['booker'] }),
  person({ id: 'anna', name: 'Anna Kervella', roles: ['manager'] }),
  person({ id: 'all', name: 'Alex Touche', roles: roleSchema.options.filter((role) => role !== 'guest') }),
  person({ id: 'ben', name: 'Ben Hartley', locale: 'en' }),
];
const open = (): Promise<Room> => openRoom(bench(), cast, records);

describe('the home of a musician', () => {
  it('when they open it, what waits comes first, then what is next, then what they do most', async () => {
    const home = await (await open()).says('lea', '/start');
    const [hello, waits, blank, next, then, gap, hint] = home.text.split('\n');
    expect(hello).toBe('Salut Léa, ici la régie de Agence.');
    expect(waits).toMatch(/^Ce qui t’attend : Réponses attendues \(1\)/);
    expect([blank, gap]).toEqual(['', '']);
    expect(next).toBe('Prochaine date : sam. 27 mars, La Vapeur (Dijon), Gribitch.');
    expect(then).toBe('Ensuite : sam. 3 avr., La Vapeur (Dijon), Gribitch.');
    expect(hint).toMatch(/^Pas dispo \? Écris-le comme ça te vient/);
    expect(home.buttons[0]).toBe('Réponses attendues (1)');
    expect(home.buttons).toContain('Je ne suis pas dispo');
    expect(home.buttons.at(-1)).toBe('Plus…');
  });

  it('when an answer is awaited, its button asks the question again, and it can be answered there', async () => {
    const room = await open();
    await room.says('lea', 'menu');
    const card = await room.presses('lea', 'Réponses attendues');
    expect(card.text).toContain('sam. 5 juin');
    const answered = await room.presses('lea', 'Oui');
    expect(answered.edits).toBeGreaterThan(0);
    expect((await room.store.get(soundings, 'sounding-1'))?.value.asked[0]?.answer?.says).toBe('yes');
    expect((await room.says('lea', 'accueil')).buttons).not.toContain('Réponses attendues (1)');
  });

  it.each(['/start', 'menu', '/menu', 'Accueil', '/home', 'home', 'salut'])(
    'when « %s », it is home',
    async (words) => {
      expect((await (await open()).says('lea', words)).text).toMatch(/^Salut Léa, ici la régie/);
    },
  );

  it('when they are English, it is in English', async () => {
    const home = await (await open()).says('ben', '/start');
    expect(home.text).toMatch(/^Hello Ben, this is the control room of Agence\.\nNothing is waiting for you\.\n\n/);
    expect(home.buttons.at(-1)).toBe('More…');
  });
});

describe('the home of the office', () => {
  it('when options end within a week, whoever negotiates reads it, and nobody else', async () => {
    const room = await open();
    const line = 'Une option se termine dans la semaine : La Vapeur (Dijon), sam. 1er mai.';
    for (const who of ['nadia', 'anna']) expect((await room.says(who, '/start')).text).toContain(line);
    expect((await room.says('lea', '/start')).text).not.toContain('option');
  });

  it('when somebody has every role, the home is one card of eight lines and eight buttons at most', async () => {
    const home = await (await open()).says('all', '/start');
    expect(home.text.split('\n').length).toBeLessThanOrEqual(8);
    expect(home.buttons.length).toBeLessThanOrEqual(8);
    expect(home.buttons.at(-1)).toBe('Plus…');
  });
});

describe('pages of the home', () => {
  it('when they are turned, one card is rewritten in place, there and back', async () => {
    const room = await open();
    await room.says('lea', '/start');
    for (const label of ['Plus…', 'Toi', '◀ Plus', '◀ Accueil', 'Plus…', 'Toi', 'Ma fiche', '◀ Accueil']) {
      const page = await room.presses('lea', label);
      expect([label, page.edits]).toEqual([label, 1]);
    }
  });

  it('when words choose a page, it comes as a new message, since a card further up changes without a sound', async () => {
    const room = await open();
    await room.says('lea', '/start');
    const page = await room.says('lea', 'Plus…');
    expect([page.edits, page.text]).toEqual([0, expect.stringMatching(/^Tout ce que tu peux faire/)]);
  });

  it('when [Plus…] is pressed, every command that may be used is said in a sentence, and no other', async () => {
    const room = await open();
    await room.says('lea', '/start');
    const { text } = await room.presses('lea', 'Plus…');
    expect(text).toContain('/indispo · dire quand tu n’es pas dispo');
    expect(text).not.toContain('/valider');
    expect(text).not.toContain('/roles');
  });
});

/** The commands somebody may use in private, besides the home itself. */
function usableBy(who: Person): string[] {
  return allCommands
    .filter(
      ({ name, permission }) => name.fr !== 'start' && permit(who, permission, { chat: 'private', today }).allowed,
    )
    .map(({ name }) => name.fr);
}

/** How many taps each command takes from the home card, by pressing every button that leads to another page. */
async function tapsFromHome(room: Room, who: string, most: number): Promise<Map<string, number>> {
  const taps = new Map<string, number>();
  const walk = async (page: Read, path: readonly string[]): Promise<void> => {
    for (const key of page.keys) {
      const name = key.startsWith('command:') ? key.slice('command:'.length) : null;
      if (name !== null) taps.set(name, Math.min(taps.get(name) ?? Infinity, path.length + 1));
      if (!/^home\.(?:more|theme)/.test(key) || path.includes(key) || path.length + 1 >= most) continue;
      await room.says(who, '/start');
      for (const step of path) await room.pressesKey(who, step);
      await walk(await room.pressesKey(who, key), [...path, key]);
    }
  };
  await walk(await room.says(who, '/start'), []);
  return taps;
}

describe('three taps', async () => {
  const everybody = (await demoSeed()).people;
  const roles = [...new Set(everybody.flatMap((one) => one.roles))];

  it.each(roles)(
    'when somebody of the agency is %s, every command they may use is at most three taps from home',
    async (role) => {
      const who = everybody.find((one) => one.roles.includes(role));
      if (who === undefined) throw new Error(`nobody is ${role}`);
      const room = await openRoom(bench(), [{ ...who, locale: 'fr' }], []);
      const taps = await tapsFromHome(room, who.id, 3);
      const far = usableBy(who).filter((name) => (taps.get(name) ?? Infinity) > 3);
      expect(far).toEqual([]);
      expect([...taps.keys()].filter((name) => name !== 'start' && !usableBy(who).includes(name))).toEqual([]);
    },
  );

  it.each(roleSchema.options)('when somebody is %s alone, the same holds', async (role) => {
    const who = person({ id: 'one', name: 'Une Personne', roles: [role] });
    const room = await openRoom(bench(), [who], []);
    const taps = await tapsFromHome(room, 'one', 3);
    expect(usableBy(who).filter((name) => (taps.get(name) ?? Infinity) > 3)).toEqual([]);
  });
});

describe('texts', () => {
  it('when something may wait, there are words for it', () => {
    const keys = new Set(messagesOf('fr').map(({ key }) => key));
    expect(waitingSources.map(({ name }) => `home-wait-${name}`).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('when a command can be used in private, there is a sentence about it', () => {
    const keys = new Set(messagesOf('fr').map(({ key }) => key));
    const silent = allCommands.filter(({ name }) => name.fr !== 'start' && !keys.has(`command-${name.fr}`));
    expect(silent.map(({ name }) => name.fr)).toEqual([]);
  });
});
