import { type Card, type Offer } from '../../core/conversation.ts';
import { artists, venues } from '../../core/records/agency.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { nearestFree } from '../../domain/availability/nearest-free.ts';
import { actsFor } from '../../agency/deciders.ts';
import { isBlocked } from '../../agency/deal-brief.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';
import { missingIn, type DealFields } from './fields.ts';
import { previewOf } from './preview.ts';
import { recapText } from './recap.ts';
import { soFarText } from './so-far.ts';
import { blockedText } from './blocked.ts';
import { sameLead } from './same-lead.ts';

/** The card that asks for what is missing, warns of what stands in the way, or repeats everything before anything is placed. */
export async function cardFor(turn: Turn, fields: DealFields): Promise<Card> {
  if (missingIn(fields) === null) return (await blockedCard(turn, fields)) ?? recapCard(turn, fields);
  const asked = await questionCard(turn, fields);
  return { ...asked, text: stacked([asked.text, await soFarText(turn, fields)]) };
}

async function questionCard(turn: Turn, fields: DealFields): Promise<Card> {
  const missing = missingIn(fields);
  switch (missing) {
    case 'artist':
      return question(turn, 'deal-ask-artist', await artistRows(turn, fields));
    case 'venue':
      return question(turn, 'deal-ask-venue', await venueRows(turn, fields));
    case 'town':
      return question(turn, 'deal-ask-town', await venueRows(turn, fields), { name: fields.newVenue?.name ?? '' });
    case 'day':
      return dayCard(turn, fields);
    case 'price':
      return question(turn, 'deal-ask-price', [[{ key: 'price-open', label: turn.texts.label('deal-price-later') }]]);
    case 'entry':
    case null:
      return question(turn, 'deal-ask-entry', entryRows(turn));
  }
}

function dropRow(turn: Turn): Offer[] {
  return [{ key: 'drop', label: turn.texts.label('deal-drop'), means: 'no' }];
}

function question(
  turn: Turn,
  key: string,
  rows: readonly (readonly Offer[])[],
  args: Record<string, string> = {},
): Card {
  return { text: turn.texts.say(key, args), rows: [...rows, dropRow(turn)], acceptsText: true };
}

const mostOffered = 8;

async function artistRows(turn: Turn, { artistChoices }: DealFields): Promise<Offer[][]> {
  const acts = await actsFor(turn);
  const offered = artistChoices.length === 0 ? acts : acts.filter((act) => artistChoices.includes(act.id));
  return offered.slice(0, mostOffered).map((act) => [{ key: `artist:${act.id}`, label: act.name }]);
}

async function venueRows(turn: Turn, { venueChoices }: DealFields): Promise<Offer[][]> {
  const found = await turn.store.getMany(venues, venueChoices.slice(0, mostOffered));
  return found.flatMap((record) =>
    record === null ? [] : [[{ key: `venue:${record.value.id}`, label: placeName(record.value) }]],
  );
}

function entryRows(turn: Turn): Offer[][] {
  return [
    [
      { key: 'entry:paid', label: turn.texts.label('deal-entry-choice-paid') },
      { key: 'entry:free', label: turn.texts.label('deal-entry-choice-free') },
    ],
    [{ key: 'entry-open', label: turn.texts.label('deal-entry-later') }],
  ];
}

function dayCard(turn: Turn, fields: DealFields): Card {
  const rows = fields.dayChoices.map((day) => [{ key: `day:${day}`, label: dayName(turn, turn.texts, day) }]);
  const hint: Text | null = fields.dayHint === null ? null : [{ text: fields.dayHint }];
  return {
    text: hint ?? turn.texts.say(rows.length > 0 ? 'deal-which-day' : 'deal-ask-day'),
    rows: [...rows, dropRow(turn)],
    acceptsText: true,
  };
}

/** What stands against the day, and the nearest days that are free; null when nothing does or the booker keeps the day. */
async function blockedCard(turn: Turn, fields: DealFields): Promise<Card | null> {
  if (fields.keepsDay) return null;
  const brief = await previewOf(turn, fields);
  if (brief === null || !isBlocked(brief)) return null;
  const free = nearestFree(brief.artist, brief.day, brief.agenda, 4);
  const taken = brief.availability.state === 'taken';
  const rows: Offer[][] = [
    ...free.map(({ day, state }) => {
      const name = dayName(turn, turn.texts, day);
      const label = state === 'silent' ? turn.texts.label('deal-day-unsure', { day: name }) : name;
      return [{ key: `day:${day}`, label }];
    }),
    // One's own date cannot be sold twice; what somebody else does may still change.
    ...(taken ? [] : [[{ key: 'keep-day', label: turn.texts.label('deal-keep-day') }]]),
    dropRow(turn),
  ];
  const text = stacked([
    blockedText(turn, turn.texts, brief),
    free.length === 0 ? null : turn.texts.say('deal-nearest'),
  ]);
  return { text, rows, acceptsText: true };
}

/** « C'est ta piste 24 (Négo) : je la continue. » */
async function knownText(turn: Turn, fields: DealFields): Promise<Text | null> {
  const known = await sameLead(turn, fields);
  if (known === null) return null;
  const { number, status } = known.value;
  return turn.texts.say('deal-recap-known', { number, status: turn.texts.label(`lead-status-${status}`) });
}

async function recapCard(turn: Turn, fields: DealFields): Promise<Card> {
  const { texts } = turn;
  const brief = await previewOf(turn, fields);
  const artist = await turn.store.get(artists, fields.artist ?? '-');
  const mayAsk = fields.terms.price !== null || fields.terms.kind === 'showcase';
  const hold: Offer = {
    key: 'hold',
    label: texts.label('deal-do-hold'),
    ...(fields.firm ? {} : { tone: 'primary', means: 'yes' }),
  };
  const submit: Offer = {
    key: 'submit',
    label: texts.label('deal-do-submit'),
    ...(fields.firm ? { tone: 'primary', means: 'yes' } : {}),
  };
  return {
    text: stacked([recapText(turn, fields, artist?.value ?? null, brief), await knownText(turn, fields)]),
    rows: [mayAsk ? [hold, submit] : [hold], dropRow(turn)],
    acceptsText: true,
    poll: texts.label('deal-recap-poll'),
  };
}
