import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { artists, people } from '../../core/records/agency.ts';
import { leads } from '../../core/records/booking.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { briefText } from '../../agency/brief-text.ts';
import { briefOf, standInsOf, type DealBrief } from '../../agency/deal-brief.ts';
import { placeName } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { whatStops } from './approve-deal.ts';
import { dealApproval } from './deal-approval.ts';
import { decisionOffers } from './ask-deciders.ts';
import { mayDecideDeal } from './may-decide.ts';

export const decidersOnly = { roles: ['manager', 'admin'], chats: ['private'] } as const;

/** A deal that waits for this person, with what decides about it. */
export interface Waiting {
  readonly approval: Versioned<Approval>;
  readonly brief: DealBrief;
  /** They asked to see it later, and that is not yet. */
  readonly putOff: boolean;
}

/** Whether a step decided, and did not only say why not. */
export function decides(draft: Draft): boolean {
  return (draft.writes ?? []).some((write) => write.collection === approvals.name);
}

export function doneText(turn: Turn, one: Waiting): Text {
  return turn.texts.say('deal-queue-approved', namesOf(one));
}

/** ↩ on what was just decided, for those who have no card of their own as well. */
export function undoRow(turn: Turn, one: Waiting): Offer[] {
  return [{ key: `deal.undecide:${one.approval.value.id}`, label: turn.texts.label('undo'), means: 'undo' }];
}

/** The open deals this person may decide about, the oldest first, those they put off last. */
export async function waitingFor(turn: Turn): Promise<Waiting[]> {
  const acts = await managedActs(turn);
  const open = await Promise.all(acts.map((id) => turn.store.find(approvals, { name: 'open', value: id })));
  const deals = open.flat().filter((one) => one.value.kind === 'deal' && turn.now <= one.value.deadline);
  const found = await Promise.all(
    deals.map(async (approval): Promise<Waiting[]> => {
      if (!(await mayDecideDeal(turn, approval.value))) return [];
      const lead = await turn.store.get(leads, approval.value.subject.id);
      if (lead === null || lead.value.revision !== approval.value.subject.version) return [];
      const brief = await briefOf(turn, lead.value);
      return brief === null ? [] : [{ approval, brief, putOff: isPutOff(turn, approval.value) }];
    }),
  );
  return found
    .flat()
    .sort((a, b) => Number(a.putOff) - Number(b.putOff) || a.approval.value.askedAt - b.approval.value.askedAt);
}

function isPutOff(turn: Turn, { cards }: Approval): boolean {
  return cards.some((card) => card.person === turn.person.id && (card.putOff ?? 0) > turn.now);
}

/** The acts this person manages, and those whose manager named them while away. */
async function managedActs(turn: Turn): Promise<string[]> {
  // Administrators were asked where nobody else could be reached, whatever the act.
  if (turn.person.roles.includes('admin')) return (await turn.store.all(artists)).map((record) => record.value.id);
  const today = dayAt(turn.now, turn.agency.timezone);
  const managers = (await turn.store.find(people, { name: 'role', value: 'manager' })).map((record) => record.value);
  const standsFor = managers
    .filter(
      ({ delegation }) => delegation?.to === turn.person.id && delegation.from <= today && today <= delegation.until,
    )
    .map((manager) => manager.id);
  const found = await Promise.all(
    [turn.person.id, ...standsFor].map((id) => turn.store.find(artists, { name: 'person', value: id })),
  );
  return [...new Set(found.flat().map((record) => record.value.id))];
}

/** The first deal that waits, under what was just done; with none left, that alone. */
export function queueCard(
  turn: Turn,
  queue: readonly Waiting[],
  said: Text,
  replaces: string | null,
  options: { readonly skipped?: number; readonly undo?: readonly Offer[] } = {},
): Draft {
  const { texts } = turn;
  const { skipped = 0, undo = [] } = options;
  const back = undo.length === 0 ? [] : [undo];
  const next = queue[skipped] ?? queue[0];
  const above: Text = said.length === 0 ? [] : [...said, { text: '\n\n' }];
  if (next === undefined) return menuCard(turn, [...above, ...texts.say('deal-queue-empty')], back, replaces, true);
  const text = [
    ...above,
    ...texts.say('deal-queue', { count: queue.filter((one) => !one.putOff).length || queue.length }),
    { text: '\n' },
    ...briefText(turn, texts, next.brief),
  ];
  const { id } = next.approval.value;
  const rows = decisionOffers(texts, next.brief).map((row) =>
    row.map((offer): Offer =>
      offer.key === 'later'
        ? { ...offer, key: `queue.skip:${id}`, label: texts.label('deal-queue-skip') }
        : { ...offer, key: queueKey(offer.key, id) },
    ),
  );
  const clear = queue.filter((one) => isPlain(turn, one)).length;
  const all: Offer[][] =
    clear < 2 ? [] : [[{ key: 'queue.all', label: texts.label('deal-queue-all', { count: clear }) }]];
  return menuCard(turn, text, [...back, ...rows, ...all], replaces, true);
}

/** `approve+ines` of a card becomes `queue.approve:<approval>/ines`. */
function queueKey(key: string, approval: string): string {
  const [what, ...shown] = key.split('+');
  return `queue.${what}:${[approval, ...shown].join('/')}`;
}

/**
 * A first date that nothing stands against; what moves or leaves a deal, or takes a
 * stand-in, is decided one by one, and so is what was put off.
 */
export function isPlain(turn: Turn, { brief, putOff }: Waiting): boolean {
  return (
    !putOff &&
    brief.lead.change === null &&
    standInsOf(brief).length === 0 &&
    whatStops(turn, turn.texts, brief) === null
  );
}

/** A button of the queue: decides as the deal's own card would, and shows the next deal in its place. */
function onQueue(choice: string): Action {
  return {
    permission: decidersOnly,
    run: async (turn, subject, question) => {
      const [id = '', ...shown] = subject.split('/');
      const approval = await turn.store.get(approvals, id);
      if (approval === null || !(await mayDecideDeal(turn, approval.value)))
        return { outbound: tell(turn, turn.texts.label('answer-not-yours'), true) };
      const queue = await waitingFor(turn);
      const done = await dealApproval.choose(turn, approval, [choice, ...shown].join('+'), question);
      if (choice !== 'approve' || !decides(done)) return done;
      const rest = queue.filter((one) => one.approval.value.id !== id);
      const current = queue.find((one) => one.approval.value.id === id);
      const said = current === undefined ? [] : doneText(turn, current);
      const undo = current === undefined ? [] : undoRow(turn, current);
      if (turn.inbound.content.type === 'press')
        return joinDrafts(done, queueCard(turn, rest, said, question.value.id, { undo }));
      // Said and not pressed: the same words sent twice must not meet the next deal on the same card.
      const settled = menuCard(turn, said, [undo], question.value.id, true);
      return joinDrafts(done, settled, rest.length === 0 ? {} : queueCard(turn, rest, [], null));
    },
  };
}

export function namesOf({ brief }: Waiting): { artist: string; venue: string; number: number } {
  return { artist: brief.artist.name, venue: placeName(brief.venue), number: brief.lead.number };
}

/** [Passer]: the next one, this one stays for later. */
const skip: Action = {
  permission: decidersOnly,
  run: async (turn, subject, question) => {
    const queue = await waitingFor(turn);
    const at = queue.findIndex((one) => one.approval.value.id === subject);
    const next = queue.length === 0 ? 0 : (at + 1) % queue.length;
    const told = queue.length === 1 ? turn.texts.label('deal-queue-only') : '';
    return joinDrafts({ outbound: tell(turn, told) }, queueCard(turn, queue, [], question.value.id, { skipped: next }));
  },
};

/** One deal of several that a name fits, in the place of the list. */
const show: Action = {
  permission: decidersOnly,
  run: async (turn, subject, question) => {
    const meant = (await waitingFor(turn)).filter((one) => one.approval.value.id === subject);
    if (meant.length === 0) return { outbound: tell(turn, turn.texts.label('approval-over'), true) };
    return joinDrafts({ outbound: answerPress(turn, '') }, queueCard(turn, meant, [], question.value.id));
  },
};

/** What the buttons of the queue do. */
export const queueActions: readonly (readonly [string, Action])[] = [
  ['queue.approve', onQueue('approve')],
  ['queue.refuse', onQueue('refuse')],
  ['queue.question', onQueue('question')],
  ['queue.challenge', onQueue('challenge')],
  ['queue.skip', skip],
  ['queue.show', show],
];
