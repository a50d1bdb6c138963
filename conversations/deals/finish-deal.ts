import { auditLine } from '../../core/audit.ts';
import { absent, joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Ending, type Finish, type Offer } from '../../core/conversation.ts';
import { artists, holds, people, venues } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Hold } from '../../domain/date-booking.ts';
import { type Day } from '../../domain/day.ts';
import { withdraw } from '../../domain/holds.ts';
import { guardedStatuses, withEvent, type Lead } from '../../domain/lead.ts';
import { agencyDay } from '../../agency/agency-day.ts';
import { briefOf, type DealBrief } from '../../agency/deal-brief.ts';
import { negotiates } from '../../agency/deciders.ts';
import { deadlinesOf, draftHoldChange, placeHold } from '../../agency/holds.ts';
import { calendarJobs, startLead } from '../../agency/leads.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { knownHold } from '../holds/known-holds.ts';
import { blockedText } from './blocked.ts';
import { askDeciders } from './ask-deciders.ts';
import { type DealFields } from './fields.ts';
import { newVenue } from './preview.ts';
import { validityOf } from './recap.ts';
import { sameLead } from './same-lead.ts';
import { isSettling, withdrawApproval } from '../../agency/withdraw-approval.ts';

/** What can be done with an option is offered under it for a week. */
const holdMenuMs = 7 * 24 * 3_600_000;

/** [Poser l'option]: the opportunity and its option, from what is true at the press. */
export function placeOption(fields: DealFields): Finish {
  return async (turn) => {
    const ready = await prepare(turn, fields);
    if ('text' in ready) return ready;
    const { begun, hold, lead, draft } = ready;
    const text = turn.texts.say('deal-hold-placed', {
      ...naming(turn, begun.brief),
      rank: hold.rank,
      until: dayName(turn, turn.texts, hold.validUntil),
    });
    const written: Draft = {
      guards: begun.brief.guards,
      writes: [put(leads, lead)],
      jobs: calendarJobs(lead, begun.left),
    };
    return ending(turn, text, lead, afterHold(turn, lead), joinDrafts(begun.draft, draft, written));
  };
}

/** [Envoyer à valider]: the option as well, so that nobody else takes the date meanwhile, and the card to those who decide. */
export function submitDeal(fields: DealFields): Finish {
  return async (turn) => {
    const ready = await prepare(turn, fields);
    if ('text' in ready) return ready;
    const { begun, hold, lead, draft } = ready;
    const live = [...begun.brief.live.filter((one) => one.id !== hold.id), hold].sort((a, b) => a.rank - b.rank);
    const asked = await askDeciders(turn, { ...begun.brief, lead, live }, turn.person.id);
    const text = turn.texts.say(asked.reached ? 'deal-submitted' : 'deal-submitted-nobody', {
      ...naming(turn, begun.brief),
      names: new Intl.ListFormat(turn.texts.locale).format(asked.names),
      rank: hold.rank,
    });
    const written: Draft = { guards: begun.brief.guards, jobs: calendarJobs(asked.lead, begun.left) };
    return ending(turn, text, asked.lead, [], joinDrafts(begun.draft, draft, written, asked.draft));
  };
}

/** The deal with its option, ready to be written; else the end that says why it cannot be. */
async function prepare(
  turn: Turn,
  fields: DealFields,
): Promise<Ending | { begun: Begun; hold: Hold; lead: Lead; draft: Draft }> {
  const begun = await begin(turn, fields);
  if (begun === null || typeof begun === 'string') return stopped(turn, begun === null ? 'deal-gone' : `deal-${begun}`);
  if (begun.brief.availability.state === 'taken') return blocked(turn, begun.brief);
  const secured = await secureHold(turn, fields, begun.brief);
  return secured === null ? stopped(turn, 'deal-no-room') : { begun, ...secured };
}

function naming(turn: Turn, { artist, venue, day, lead }: DealBrief): Record<string, string | number | Text> {
  return {
    artist: artist.name,
    venue: placeName(venue),
    day: [{ text: dayName(turn, turn.texts, day), style: 'bold' }],
    number: lead.number,
  };
}

/** The option of the deal: the one that it has on this day already, or a new one; one on another day is let go. */
async function secureHold(
  turn: Turn,
  fields: DealFields,
  brief: DealBrief,
): Promise<{ hold: Hold; lead: Lead; draft: Draft } | null> {
  const { lead } = brief;
  // What the deal holds by now, not what it held when the talk began; an option of another deal is never taken over.
  const own = lead.hold ?? (fields.lead === null || fields.lead === lead.id ? fields.keepsHold : null);
  const kept = brief.live.find((hold) => hold.id === own && (hold.lead === null || hold.lead === lead.id));
  if (kept !== undefined) {
    const validUntil = fields.validUntil === null ? kept.validUntil : validityOf(fields, agencyDay(turn));
    const hold = { ...kept, lead: lead.id, venue: lead.venue, validUntil };
    const status = guardedStatuses.has(lead.status) ? lead.status : 'option';
    return {
      hold,
      lead: { ...lead, hold: hold.id, status },
      draft: { writes: [put(holds, hold)], due: deadlinesOf(hold, turn) },
    };
  }
  const held = own === null || (lead.hold === null && own !== fields.keepsHold) ? null : await knownHold(turn, own);
  const old = held !== null && (held.hold.value.lead ?? lead.id) === lead.id ? held : null;
  const freed =
    old === null
      ? {}
      : await draftHoldChange(turn, withdraw(old.live, old.hold.value.id, 'released'), {
          by: turn.person.id,
          apart: lead.id,
        });
  const placed = placeHold(turn, lead, {
    live: brief.live,
    day: brief.day,
    rank: fields.rank,
    validUntil: validityOf(fields, agencyDay(turn)),
    by: turn.person.id,
  });
  const ranks: Draft = { guards: old?.guards ?? [] };
  return placed === null ? null : { ...placed, draft: joinDrafts(freed, ranks, placed.draft) };
}

/** A deal about to be written down. */
interface Begun {
  readonly brief: DealBrief;
  /** The day it leaves, where it was written down before. */
  readonly left: readonly Day[];
  readonly draft: Draft;
}

/** The opportunity as it begins or goes on, with its place if that is new; null when something it needs has gone meanwhile,
 * `settling` in the minute in which a decision about it can still be taken back. */
async function begin(turn: Turn, fields: DealFields): Promise<Begun | 'settling' | 'past' | null> {
  if (fields.artist === null || fields.day === null) return null;
  const made =
    fields.venue === null && fields.newVenue !== null
      ? newVenue(`venue-${turn.random.token()}`, fields.newVenue)
      : null;
  const venue = fields.venue ?? made?.id;
  if (venue === undefined) return null;
  const { artist, day, terms, lot } = fields;
  const [found, act, self] = await Promise.all([
    sameLead(turn, fields),
    turn.store.get(artists, artist),
    turn.store.get(people, turn.person.id),
  ]);
  // Who negotiates for the act is decided now, not when the talk began; and a date that is past is nobody's to place.
  if (act === null || self === null || !negotiates(self.value, act.value)) return null;
  if (day < agencyDay(turn)) return 'past';
  // Another act than the opportunity's: that is another opportunity.
  const known = found?.value.artist === artist ? found : null;
  if (known !== null && known.value.show !== null) return null;
  if (fields.lead !== null && found === null) return null;
  if (known !== null && (await isSettling(turn, known.value.id))) return 'settling';
  const asked = known === null ? {} : await withdrawApproval(turn, known.value.id, 'changed');
  const start =
    known === null
      ? await startLead(turn, { artist, venue, day, terms, lot, booker: turn.person.id })
      : goOn(turn, known, { venue, day, terms });
  const brief = await briefOf(turn, start.lead, { venue: made });
  if (brief === null) return null;
  const place: Draft = made === null ? {} : { guards: [absent(venues, made.id)], writes: [put(venues, made)] };
  const audited: Draft = {
    writes: [auditLine(turn, known === null ? 'deal.started' : 'deal.changed', start.lead.id, 'done')],
  };
  const before = known?.value.day ?? null;
  const rights: Draft = { guards: [unchanged(people, self)] };
  return {
    brief,
    left: before === null || before === day ? [] : [before],
    draft: joinDrafts(start.draft, place, audited, asked, rights),
  };
}

function goOn(
  turn: Turn,
  known: Versioned<Lead>,
  now: Pick<Lead, 'venue' | 'day' | 'terms'>,
): { lead: Lead; draft: Draft } {
  const event = {
    at: turn.now,
    by: turn.person.id,
    what: 'terms' as const,
    from: known.value.day,
    to: now.day,
    note: null,
  };
  const status = known.value.status === 'to-approve' ? 'negotiating' : known.value.status;
  const lead = withEvent({ ...known.value, ...now, status, revision: known.value.revision + 1 }, event);
  return { lead, draft: { guards: [unchanged(leads, known)] } };
}

function afterHold(turn: Turn, lead: Lead): Offer[][] {
  const { texts } = turn;
  return [
    [{ key: `deal.submit:${lead.id}`, label: texts.label('deal-do-submit') }],
    [
      { key: `sounding.start:${lead.id}`, label: texts.label('deal-do-sound') },
      { key: `hold.release:${lead.hold ?? ''}`, label: texts.label('hold-do-release') },
    ],
  ];
}

function ending(turn: Turn, text: Ending['text'], lead: Lead, rows: Offer[][], draft: Draft): Ending {
  return { text, toast: turn.texts.label('deal-done-toast'), rows, subject: lead.id, openMs: holdMenuMs, draft };
}

/** Somebody took the date between the card and the press: nothing was placed, and why. */
function blocked(turn: Turn, brief: DealBrief): Ending {
  const text = [...blockedText(turn, turn.texts, brief), { text: '\n' }, ...turn.texts.say('deal-nothing-placed')];
  return {
    text,
    toast: turn.texts.label('deal-blocked-toast'),
    rows: [],
    subject: 'deal',
    draft: { guards: brief.guards },
  };
}

function stopped(turn: Turn, key: 'deal-gone' | 'deal-no-room' | 'deal-settling' | 'deal-past' = 'deal-gone'): Ending {
  return { text: turn.texts.say(key), toast: null, rows: [], subject: 'deal', draft: {} };
}
