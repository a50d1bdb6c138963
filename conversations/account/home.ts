import { type Command } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Draft } from '../../core/commit.ts';
import { lines, type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Show } from '../../domain/date-booking.ts';
import { firstName } from '../../domain/person.ts';
import { dealers } from '../../agency/deciders.ts';
import { endingHolds, nextShows, type NamedDate } from '../../agency/next-dates.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';
import { inPairs, menuCard, replacedBy } from '../menu-card.ts';
import { commandLabel, usableCommand, usualCommands } from './usable.ts';
import { waitingSources, type WaitingSource } from './waiting.ts';

/** More than this is a site map, not a home. */
const mostButtons = 8;
const mostUsual = 5;
const soonDays = 7;
const mostNamed = 2;

/** `/start`, « menu », « accueil »: what waits for this person, what comes next, and what they do most. */
export const homeCommand: Command = {
  name: { fr: 'start', en: 'start' },
  aliases: ['menu', 'accueil', 'home'],
  permission: { roles: 'everyone', chats: ['private'] },
  listed: false,
  run: (turn, _words, card) => homeCard(turn, replacedBy(turn, card)),
};

/** What waits, with how much of it. */
interface Waits {
  readonly source: WaitingSource;
  readonly count: number;
}

/** The first card somebody sees, made for their roles; `replaces` names the card it is shown in place of. */
export async function homeCard(turn: Turn, replaces: string | null = null): Promise<Draft> {
  const { texts, person } = turn;
  const [waits, next, ending] = await Promise.all([whatWaits(turn), nextShows(turn, person, 2), holdsText(turn)]);
  const parts = [
    stacked([texts.say('home', { name: firstName(person), agency: turn.agency.name }), waitsText(turn, waits)]),
    stacked([...next.map((date, index) => dateText(turn, date, index)), ending]),
    hintText(turn),
  ].filter((part) => part.length > 0);
  const text = lines(parts, 1);
  return menuCard(turn, text, inPairs(buttons(turn, waits)), replaces);
}

async function whatWaits(turn: Turn): Promise<Waits[]> {
  const theirs = waitingSources.filter(
    ({ roles, key }) =>
      (roles === 'everyone' || turn.person.roles.some((role) => roles.includes(role))) && leadsSomewhere(turn, key),
  );
  const counted = await Promise.all(theirs.map(async (source) => ({ source, count: await source.count(turn) })));
  return counted.filter(({ count }) => count > 0);
}

/** What is counted can be opened by this person, or stands on a card they have. */
function leadsSomewhere(turn: Turn, key: string | null): boolean {
  return key === null || !key.startsWith('command:') || usableCommand(turn, key.slice('command:'.length)) !== null;
}

function waitsText({ texts }: Turn, waits: readonly Waits[]): Text {
  if (waits.length === 0) return texts.say('home-nothing-waits');
  return texts.say('home-waits', { what: waits.map((one) => waitLabel(texts, one)).join(' · ') });
}

function waitLabel(texts: Turn['texts'], { source, count }: Waits): string {
  return texts.label(`home-wait-${source.name}`, { count });
}

function dateText(turn: Turn, { date, artist, venue }: NamedDate<Show>, index: number): Text {
  return turn.texts.say(index === 0 ? 'home-next' : 'home-then', {
    day: dayName(turn, turn.texts, date.day),
    venue: placeName(venue),
    artist: artist.name,
  });
}

/** « 2 options se terminent dans la semaine : La Vapeur (Dijon)… » for those who negotiate. */
async function holdsText(turn: Turn): Promise<Text | null> {
  if (!turn.person.roles.some((role) => dealers.some((dealer) => dealer === role))) return null;
  const ending = await endingHolds(turn, turn.person, soonDays);
  if (ending.length === 0) return null;
  const named = ending
    .slice(0, mostNamed)
    .map(({ venue, date }) => `${placeName(venue)}, ${dayName(turn, turn.texts, date.day)}`);
  const names = `${named.join(' ; ')}${ending.length > mostNamed ? '…' : ''}`;
  return turn.texts.say('home-holds', { count: ending.length, names });
}

function hintText(turn: Turn): Text {
  const { texts, person } = turn;
  if (person.roles.some((role) => dealers.some((dealer) => dealer === role))) return texts.say('home-hint-deals');
  if (person.roles.includes('musician')) return texts.say('home-hint-musician');
  return texts.say(usableCommand(turn, 'cherche') === null ? 'home-hint-staff' : 'home-hint-search');
}

/** What waits comes first and takes the place of the command it leads to. */
function buttons(turn: Turn, waits: readonly Waits[]): Offer[] {
  const { texts, person } = turn;
  const first = waits.flatMap((one): Offer[] =>
    one.source.key === null ? [] : [{ key: one.source.key, label: waitLabel(texts, one) }],
  );
  const offered = new Set(first.map(({ key }) => key));
  const usual = usualCommands(person.roles)
    .flatMap((name) => usableCommand(turn, name) ?? [])
    .map((command): Offer => ({ key: `command:${command.name.fr}`, label: commandLabel(turn, command) }))
    .filter(({ key }) => !offered.has(key));
  const room = mostButtons - 1;
  return [
    ...[...first, ...usual.slice(0, mostUsual)].slice(0, room),
    { key: 'home.more', label: texts.label('home-more') },
  ];
}
