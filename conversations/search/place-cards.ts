import { artists, people, shows, venues } from '../../core/records/agency.ts';
import { type Offer } from '../../core/conversation.ts';
import { type SearchEntry } from '../../core/search.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { type Desk } from '../../agency/search/look-up.ts';
import { dayName, placeName, stacked, timesText } from '../../agency/wording.ts';
import { usableCommand } from '../account/usable.ts';
import { usualDays } from '../availability/overview-card.ts';
import { subjectKey } from '../availability/subject.ts';
import { inPairs } from '../menu-card.ts';
import { openKey } from './keys.ts';
import { type Face } from './person-card.ts';
import { resultLines } from './result-lines.ts';

const mostComing = 4;
const mostPast = 3;

/** A place, with its dates with us that this person may see; whom to write to is for those who book. */
export async function venueFace(turn: Turn, desk: Desk, id: string, words: string): Promise<Face | null> {
  const { texts } = turn;
  const found = await turn.store.get(venues, id);
  const entry = desk.view.list((one) => one.kind === 'venue' && one.id === id)[0];
  if (found === null || entry === undefined || !desk.may(entry)) return null;
  const { name, town, region, capacity, contact } = found.value;
  const books = desk.scope.negotiates.size > 0;
  const { coming, past, rows } = await datesOf(turn, desk, (one) => one.venue === id, words);
  const where = [town, region].filter((part) => part !== '').join(', ');
  const text = stacked([
    [{ text: name, style: 'bold' }],
    [{ text: capacity === null ? where : texts.label('search-venue-capacity', { where, capacity: String(capacity) }) }],
    !books || contact === null
      ? null
      : texts.say('search-venue-contact', {
          contact: [contact.name, contact.email].filter((part) => part !== null).join(', '),
        }),
    ...coming,
    ...past,
    coming.length + past.length === 0 ? texts.say('search-venue-none') : null,
  ]);
  return { text, rows };
}

/** An act of theirs: who plays, and what is next. */
export async function artistFace(turn: Turn, desk: Desk, id: string, words: string): Promise<Face | null> {
  const { texts } = turn;
  const found = await turn.store.get(artists, id);
  if (found === null || !(desk.scope.plays.has(id) || desk.scope.negotiates.has(id))) return null;
  const { value: artist } = found;
  const members = await turn.store.getMany(
    people,
    artist.members.map((member) => member.person),
  );
  const cast = artist.members.map((member, index) => `${members[index]?.value.name ?? '?'} (${member.part})`);
  const { coming, rows } = await datesOf(turn, desk, (one) => one.artist === id, words);
  const dispo: Offer = {
    key: `dispo.show:${subjectKey({ artist: id, days: usualDays(turn), venue: null })}`,
    label: texts.label('home-dispo'),
  };
  return {
    text: stacked([[{ text: artist.name, style: 'bold' }], [{ text: cast.join(', ') }], ...coming]),
    rows: [...rows, [dispo]],
  };
}

/** A confirmed date: where, when, and where to go on from it. */
export async function showFace(turn: Turn, desk: Desk, id: string, words: string): Promise<Face | null> {
  const { texts } = turn;
  const found = await turn.store.get(shows, id);
  const entry = desk.view.list((one) => one.kind === 'show' && one.id === id)[0];
  if (found === null || entry === undefined || !desk.may(entry)) return null;
  const { value: show } = found;
  const [artist, venue] = await Promise.all([turn.store.get(artists, show.artist), turn.store.get(venues, show.venue)]);
  const times = timesText(show, texts);
  const text = stacked([
    texts.say('search-show', {
      day: dayName(turn, texts, show.day),
      artist: artist?.value.name ?? '?',
      venue: placeName(venue?.value),
    }),
    show.state === 'confirmed' ? null : [{ text: texts.label(`search-show-${show.state}`) }],
    times === '' ? null : [{ text: times }],
  ]);
  const sheet: Offer[] =
    usableCommand(turn, 'feuille') === null || show.state !== 'confirmed'
      ? []
      : [{ key: `sheet.show:${show.id}`, label: texts.label('search-open-sheet') }];
  const deals = desk.scope.negotiates.has(show.artist) && show.lead !== null;
  const isAhead = show.day >= dayAt(turn.now, turn.agency.timezone);
  const offers: Offer[] = [
    ...sheet,
    ...(deals && show.lead !== null
      ? [{ key: openKey('lead', show.lead, words), label: texts.label('search-open-deal') }]
      : []),
    ...(isAhead && (desk.scope.plays.has(show.artist) || desk.scope.negotiates.has(show.artist))
      ? [
          {
            key: `dispo.show:${subjectKey({ artist: show.artist, days: [show.day], venue: null })}`,
            label: texts.label('search-open-day'),
          },
        ]
      : []),
  ];
  return { text, rows: inPairs(offers) };
}

/** The dates that concern something, those to come first, with a button for each of those. */
async function datesOf(
  turn: Turn,
  desk: Desk,
  concerns: (entry: SearchEntry) => boolean,
  words: string,
): Promise<{ coming: Text[]; past: Text[]; rows: Offer[][] }> {
  const { texts } = turn;
  const today = dayAt(turn.now, turn.agency.timezone);
  const dates = desk.view
    .list((one) => (one.kind === 'show' || one.kind === 'hold') && concerns(one) && desk.may(one))
    .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  const ahead = dates.filter(({ day }) => day !== null && day >= today).slice(0, mostComing);
  const over = dates.filter(({ kind, day }) => kind === 'show' && day !== null && day < today).slice(-mostPast);
  const [next, last] = await Promise.all([resultLines(turn, ahead), resultLines(turn, over.toReversed())]);
  const under = (key: string, found: typeof next): Text[] =>
    found.length === 0
      ? []
      : [[{ text: texts.label(key), style: 'bold' }], ...found.map(({ line }): Text => [{ text: `• ${line}` }])];
  return {
    coming: under('search-coming', next),
    past: under('search-past', last),
    rows: next.map(({ entry, label }) => [{ key: openKey(entry.kind, entry.id, words), label }]),
  };
}
