import { type Card, type Offer } from '../../core/conversation.ts';
import { routeTo, type Recipient } from '../../core/notification.ts';
import { channelOf } from '../../core/refs.ts';
import { venues } from '../../core/records/agency.ts';
import { plain, type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
import { soundingDeadline } from '../../domain/sounding.ts';
import { actsFor } from '../../agency/deciders.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';
import { missingIn, type SoundingFields } from './fields.ts';
import { rosterOf, type NotAsked, type Roster } from './roster.ts';
import { askText, deadlineWords, listed } from './wording.ts';

const mostOffered = 8;

/** Asks for what is missing, or repeats everything before anybody is asked. */
export async function soundingCard(turn: Turn, fields: SoundingFields): Promise<Card> {
  const missing = missingIn(fields);
  if (missing !== null) return question(turn, fields, missing);
  const roster = await rosterOf(turn, fields);
  return roster === null ? question(turn, fields, 'artist') : recapCard(turn, fields, roster);
}

async function question(turn: Turn, fields: SoundingFields, missing: 'artist' | 'day' | 'venue'): Promise<Card> {
  const rows = await rowsFor(turn, fields, missing);
  return {
    text: stacked([hintOf(fields), turn.texts.say(`sounding-which-${missing}`)]),
    rows: [...rows, dropRow(turn)],
    acceptsText: true,
  };
}

function hintOf({ hint }: SoundingFields): Text | null {
  return hint === null ? null : plain(hint);
}

function dropRow(turn: Turn): Offer[] {
  return [{ key: 'drop', label: turn.texts.label('sounding-drop'), means: 'no' }];
}

async function rowsFor(turn: Turn, fields: SoundingFields, missing: 'artist' | 'day' | 'venue'): Promise<Offer[][]> {
  switch (missing) {
    case 'artist': {
      const acts = await actsFor(turn);
      const offered =
        fields.artistChoices.length === 0 ? acts : acts.filter((act) => fields.artistChoices.includes(act.id));
      return offered.slice(0, mostOffered).map((act) => [{ key: `artist:${act.id}`, label: act.name }]);
    }
    case 'day':
      return fields.dayChoices.map((day) => [{ key: `day:${day}`, label: dayName(turn, turn.texts, day) }]);
    case 'venue': {
      const found = await turn.store.getMany(venues, fields.venueChoices.slice(0, mostOffered));
      const known = found.flatMap((record) =>
        record === null ? [] : [[{ key: `venue:${record.value.id}`, label: placeName(record.value) }]],
      );
      return [...known, [{ key: 'no-venue', label: turn.texts.label('sounding-no-venue') }]];
    }
  }
}

/** Until when answers are wanted of this date, from what is true now. */
export function deadlineOf(turn: Turn, fields: SoundingFields, roster: Roster): number {
  return soundingDeadline(fields.deadline, roster.day, turn.now, turn.agency.timezone);
}

function recapCard(turn: Turn, fields: SoundingFields, roster: Roster): Card {
  const { texts } = turn;
  const deadline = deadlineOf(turn, fields, roster);
  const until = deadlineWords(turn, texts, deadline, turn.agency.timezone);
  const { artist, day, venue, toAsk } = roster;
  const sounding = {
    id: '-',
    artist: artist.id,
    day,
    place: fields.place,
    deadline,
    lead: fields.lead,
    asked: [],
    state: 'open' as const,
    closedBy: null,
  };
  const reached = toAsk.flatMap((member) => {
    const channel = channelWord(turn, texts, member);
    return channel === null ? [] : [{ member, channel }];
  });
  const whom = reached.map(({ member, channel }) => `${firstName(member.person)} (${channel})`);
  const text = stacked([
    hintOf(fields),
    askedText(texts, toAsk, whom, until),
    reached.length === 0
      ? null
      : [{ text: '« ' }, ...askText(turn, texts, { sounding, artist, venue }, turn.person), { text: ' »' }],
    roster.isTaken ? texts.say('sounding-taken', { artist: artist.name, day: dayName(turn, texts, day) }) : null,
    toCallText(
      texts,
      toAsk.filter((member) => !reached.some((one) => one.member === member)),
    ),
    ...roster.notAsked.map((one) => notAskedText(texts, one)),
    ...roster.flexible.map(({ person, condition }) =>
      texts.say(condition === null ? 'sounding-flexible' : 'sounding-flexible-condition', {
        name: firstName(person),
        ...(condition === null ? {} : { condition }),
      }),
    ),
    texts.say('sounding-recap-hint'),
  ]);
  const label = texts.label('sounding-do', {
    names: buttonNames(
      texts,
      reached.map(({ member }) => member),
    ),
  });
  const go: Offer[] = [{ key: 'go', label, tone: 'primary', means: 'yes' }];
  return { text, rows: [...(reached.length === 0 ? [] : [go]), dropRow(turn)], acceptsText: true };
}

const mostOnButton = 4;

/** « Léa, Tom et Malo »; a long line-up is counted instead. */
function buttonNames(texts: Texts, members: readonly Recipient[]): string {
  return members.length > mostOnButton
    ? texts.label('sounding-do-all', { count: members.length })
    : listed(
        texts,
        members.map((member) => firstName(member.person)),
      );
}

/** Whom the question goes to; a date for which all have to be called is not asked here. */
function askedText(texts: Texts, toAsk: readonly Recipient[], reached: readonly string[], until: string): Text {
  if (toAsk.length === 0) return texts.say('sounding-nobody');
  return reached.length === 0
    ? texts.say('sounding-nobody-reachable')
    : texts.say('sounding-recap', { names: listed(texts, reached), until });
}

/** Those whom no chat leads to are named apart, so that somebody calls. */
function toCallText(texts: Texts, members: readonly Recipient[]): Text | null {
  const names = members.map((member) => firstName(member.person));
  return names.length === 0 ? null : texts.say('sounding-call-yourself', { names: listed(texts, names) });
}

/** « Signal »; null when no chat leads to them. */
function channelWord(turn: Turn, texts: Texts, member: Recipient): string | null {
  const route = routeTo(member, 'action', [], turn.now);
  switch (route.type) {
    case 'now':
      return texts.label(`channel-${channelOf(route.account.id)}`);
    case 'later':
      return texts.label('channel-signal');
    case 'nowhere':
      return null;
  }
}

function notAskedText(texts: Texts, { person, why, substitute }: NotAsked): Text {
  const line = texts.say(`sounding-not-${why}`, { name: firstName(person) });
  return substitute === null
    ? line
    : [...line, { text: ' ' }, ...texts.say('sounding-substitute', { name: firstName(substitute) })];
}
