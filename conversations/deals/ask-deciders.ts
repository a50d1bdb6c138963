import { joinDrafts, put, type Draft, type DueRow } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { draftNotice, routeTo, type Recipient } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { dayAt, instantOf } from '../../domain/day.ts';
import { takesDay, withEvent, type Lead } from '../../domain/lead.ts';
import { firstName } from '../../domain/person.ts';
import { briefText } from '../../agency/brief-text.ts';
import { decidersOf } from '../../agency/deciders.ts';
import { aheadOf, isBlocked, ownHold, standInsOf, type DealBrief } from '../../agency/deal-brief.ts';
import { recipients } from '../../agency/recipients.ts';

const usualDays = 5;
const dayMs = 24 * 3_600_000;

/** Whom a deal was put before, and the step that does it. */
export interface Asked {
  readonly lead: Lead;
  readonly reached: boolean;
  readonly names: readonly string[];
  readonly draft: Draft;
}

/** The name under which a revision of a deal is decided about. */
export function approvalIdOf(lead: Pick<Lead, 'id' | 'revision'>): string {
  return `${lead.id}.r${lead.revision}`;
}

/** Puts a deal before everybody who may decide about it, as `by` asked: one approval, one card each, a reminder and an end. */
export async function askDeciders(step: Step, brief: DealBrief, by: string): Promise<Asked> {
  const today = dayAt(step.now, step.agency.timezone);
  const deciders = await reachable(step, await decidersOf(step.store, brief.artist, today));
  const status = brief.lead.show === null ? 'to-approve' : brief.lead.status;
  const event = {
    at: step.now,
    by,
    what: 'approval' as const,
    from: brief.lead.status,
    to: 'asked',
    note: null,
  };
  // Every asking is a revision of its own, so that cards of an earlier one decide nothing.
  const lead = withEvent({ ...brief.lead, status, revision: brief.lead.revision + 1 }, event);
  const id = approvalIdOf(lead);
  const approval: Approval = {
    id,
    kind: 'deal',
    subject: { collection: leads.name, id: lead.id, version: lead.revision },
    artist: lead.artist,
    askedBy: lead.booker,
    state: 'open',
    decision: null,
    announced: false,
    askedAt: step.now,
    deadline: deadlineOf(step, brief),
    thread: [],
    cards: deciders.map(({ person }) => ({ person: person.id, notification: `${id}.${person.id}` })),
  };
  const notices = deciders.map((decider) => draftCard(step, { ...brief, lead }, approval, decider));
  return {
    lead,
    reached: deciders.some((decider) => routeTo(decider, 'action', [], step.now).type !== 'nowhere'),
    names: deciders.map((decider) => firstName(decider.person)),
    draft: joinDrafts({ writes: [put(leads, lead), put(approvals, approval)], due: rowsOf(approval) }, ...notices),
  };
}

/** One decider's card; sent again under `suffix` when it was put off. */
export function draftCard(step: Step, brief: DealBrief, approval: Approval, decider: Recipient, suffix = ''): Draft {
  const texts = step.textsOf(decider.person.locale);
  const notice = {
    id: `${approval.id}.${decider.person.id}${suffix}`,
    severity: 'action' as const,
    purpose: 'approval' as const,
    subject: approval.id,
    careful: true,
    text: [...briefText(step, texts, brief)],
    rows: decisionOffers(texts, brief).map((row) =>
      row.map(({ key, label, tone, means }) => ({ key, label, tone, means })),
    ),
    poll: texts.label('deal-card-poll', { number: brief.lead.number }),
  };
  return draftNotice(notice, decider, { now: step.now, random: step.random, texts });
}

/** What a decider may press. The first says what it takes: with whom, when somebody stands in. */
export function decisionOffers(texts: Texts, brief: DealBrief): Offer[][] {
  const substitutes = takesDay(brief.lead) ? standInsOf(brief) : [];
  const names = substitutes.flatMap((id) => {
    const person = brief.names.get(id);
    return person === undefined ? [] : [firstName(person)];
  });
  const approve =
    names.length === 0
      ? texts.label('deal-approve')
      : texts.label('deal-approve-with', { names: new Intl.ListFormat(texts.locale).format(names) });
  const ahead = aheadOf(brief);
  return [
    [
      // The key says with whom, so that a press never takes a line-up the card did not show.
      { key: ['approve', ...substitutes].join('+'), label: approve, tone: 'primary' },
      { key: 'refuse', label: texts.label('deal-refuse') },
    ],
    [
      { key: 'question', label: texts.label('deal-question') },
      { key: 'later', label: texts.label('deal-later') },
    ],
    ...(ahead === null || isBlocked(brief) || !takesDay(brief.lead)
      ? []
      : [[{ key: 'challenge', label: texts.label('hold-do-challenge') }]]),
  ];
}

/** Before the option ends, within five days at most: 18 h of the last day. */
function deadlineOf(step: Step, brief: DealBrief): number {
  const own = ownHold(brief);
  const usual = step.now + usualDays * dayMs;
  if (own === null) return usual;
  const ends = instantOf(own.validUntil, '18:00', step.agency.timezone);
  return ends > step.now + 3_600_000 ? Math.min(usual, ends) : step.now + 3_600_000;
}

function rowsOf(approval: Approval): DueRow[] {
  const payload = { approval: approval.id };
  const wait = Math.min(dayMs, (approval.deadline - approval.askedAt) / 2);
  return [
    { id: `remind:${approval.id}`, kind: 'deal.remind', at: Math.round(approval.askedAt + wait), payload },
    { id: `expire:${approval.id}`, kind: 'deal.expire', at: approval.deadline, payload },
  ];
}

/** Those who decide; when none of them can be reached, those who administer hear of it as well. */
async function reachable(step: Step, ids: readonly string[]): Promise<Recipient[]> {
  const today = dayAt(step.now, step.agency.timezone);
  const deciders = await recipients(step.store, ids, today);
  if (deciders.some((decider) => routeTo(decider, 'action', [], step.now).type !== 'nowhere')) return deciders;
  const administrators = await step.store.find(people, { name: 'role', value: 'admin' });
  return [
    ...deciders,
    ...(await recipients(
      step.store,
      administrators.map((record) => record.value.id),
      today,
    )),
  ];
}
