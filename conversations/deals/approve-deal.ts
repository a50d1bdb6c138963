import { undoMs } from '../../core/approval.ts';
import { auditLine } from '../../core/audit.ts';
import { absent, joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { shows } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { nearestFree } from '../../domain/availability/nearest-free.ts';
import { type Show } from '../../domain/date-booking.ts';
import { closedStatuses, takesDay, withEvent, type Lead } from '../../domain/lead.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { peopleText } from '../../agency/brief-text.ts';
import { aheadOf, briefOf, isBlocked, standInsOf, type DealBrief } from '../../agency/deal-brief.ts';
import { rightGuards } from '../../agency/deciders.ts';
import { dayName, dayNames, stacked } from '../../agency/wording.ts';
import { blockedText } from './blocked.ts';
import { dealOutcome } from './deal-outcome.ts';

/** What an approval led to: whether the date was taken, and the show that takes it. */
export interface Approved {
  readonly taken: Show | null;
  readonly done: boolean;
  readonly draft: Draft;
}

/**
 * The press that makes a deal true: the slot of the act and of everybody who plays is claimed in this very step, which holds
 * only while no calendar it was decided from has changed. Otherwise it is decided anew, and the loser hears why.
 */
export async function approveDeal(
  turn: Turn,
  before: Versioned<Approval>,
  after: Approval,
  lead: Versioned<Lead>,
  given: { readonly shown?: readonly string[]; readonly alsoTaken?: readonly Show[] } = {},
): Promise<Approved> {
  const { shown = [], alsoTaken = [] } = given;
  const brief = await briefOf(turn, lead.value, { alsoTaken });
  const guards = await rightGuards(turn.store, turn.person.id, after.artist);
  const { change, show: taken, status } = lead.value;
  // Whatever was overlooked before: a deal that has its date is not given another, and a closed one none.
  if (change === null && (taken !== null || closedStatuses.has(status)))
    return { taken: null, done: false, draft: refused(turn, turn.texts.say('deal-gone')) };
  if (brief === null || guards === null)
    return { taken: null, done: false, draft: refused(turn, turn.texts.say('deal-gone')) };
  // An end and other terms take no day, so nothing can stand in their way.
  const takes = takesDay(lead.value);
  const stop = takes ? whatStops(turn, turn.texts, brief) : null;
  if (stop !== null)
    return { taken: null, done: false, draft: joinDrafts({ guards: brief.guards }, refused(turn, stop)) };
  if (takes && standInsOf(brief).join() !== shown.join())
    return { taken: null, done: false, draft: joinDrafts({ guards: brief.guards }, lineUpChanged(turn, after, brief)) };
  const show = takes ? showOf(turn, brief) : null;
  const decided: Draft = {
    guards: [unchanged(approvals, before), unchanged(leads, lead), ...guards, ...(takes ? brief.guards : [])],
    writes: [
      put(approvals, after),
      put(leads, decidedLead(turn, lead.value, show)),
      auditLine(turn, 'approval.decided', after.id, 'approve'),
    ],
    due: [
      { id: `announce:${after.id}`, kind: 'deal.announce', at: turn.now + undoMs, payload: { approval: after.id } },
    ],
    outbound: answerPress(turn, turn.texts.label('deal-decided-toast')),
  };
  const claimed: Draft = show === null ? {} : { guards: [absent(shows, show.id)], writes: [put(shows, show)] };
  const cards = await rewriteCards(turn, after, (texts, reader) => ({
    outcome: dealOutcome(texts, after, turn.person, reader),
    rows: reader.id === turn.person.id ? afterDecision(texts, after) : [],
  }));
  return { taken: show, done: true, draft: joinDrafts(decided, claimed, cards) };
}

/** ↩ for a minute, and the next deal that waits, in the place of this one. */
export function afterDecision(texts: Texts, approval: Approval): Offer[][] {
  return [
    [{ key: `deal.undecide:${approval.id}`, label: texts.label('undo'), means: 'undo' }],
    [{ key: 'command:valider', label: texts.label('deal-next') }],
  ];
}

/** Why the date cannot be taken now, with the way out; null when it can. */
export function whatStops(turn: Turn, texts: Texts, brief: DealBrief): Text | null {
  if (isBlocked(brief)) return stacked([blockedText(turn, texts, brief), alternatives(turn, texts, brief)]);
  const ahead = aheadOf(brief);
  if (ahead === null) return null;
  return texts.say('deal-stop-ahead', { rank: ahead.rank, until: dayName(turn, texts, ahead.validUntil) });
}

function alternatives(turn: Turn, texts: Texts, brief: DealBrief): Text | null {
  const free = nearestFree(brief.artist, brief.day, brief.agenda, 3).map((date) => date.day);
  return free.length === 0 ? null : texts.say('deal-alternatives', { days: dayNames(turn, texts, free) });
}

function refused(turn: Turn, why: Text): Draft {
  // A toast holds 200 characters; the reason and the way out need a message.
  return { outbound: [...tell(turn, turn.texts.label('deal-blocked-toast'), true), reply(turn, why)] };
}

/** Somebody else would play than the card said: it comes again with what is true, and nothing is decided. */
function lineUpChanged(turn: Turn, approval: Approval, brief: DealBrief): Draft {
  const people = peopleText(turn.texts, brief, { conditions: true });
  const text = [...turn.texts.say('deal-lineup-changed'), { text: '\n' }, ...people];
  const payload = { approval: approval.id, person: turn.person.id };
  return joinDrafts(refused(turn, text), {
    due: [{ id: `later:${approval.id}:${turn.person.id}`, kind: 'deal.again', at: turn.now, payload }],
  });
}

function showOf(turn: Turn, { lead, day, availability }: DealBrief): Show {
  const { times, embargo, exclusivity } = lead.terms;
  const version = lead.change?.type === 'postpone' ? 2 : 1;
  return {
    id: `show-${turn.random.token()}`,
    artist: lead.artist,
    venue: lead.venue,
    day,
    arrival: times.arrival,
    set: times.set,
    end: times.end,
    state: 'confirmed',
    // Whoever plays is named, so that the date takes their time whatever becomes of the line-up.
    cast: availability.lineUp === null ? null : [...availability.lineUp],
    version,
    lead: lead.id,
    soundcheck: times.soundcheck,
    doors: times.doors,
    embargo,
    exclusivity,
    replaces: lead.show,
  };
}

/** A first show makes the lead a deal at once; a move or an end waits for the minute in which it can be taken back. */
function decidedLead(turn: Turn, lead: Lead, show: Show | null): Lead {
  const event = {
    at: turn.now,
    by: turn.person.id,
    what: 'approval' as const,
    from: lead.status,
    to: 'approve',
    note: null,
  };
  return lead.change === null && show !== null
    ? withEvent({ ...lead, status: 'deal', show: show.id }, event)
    : withEvent(lead, event);
}
