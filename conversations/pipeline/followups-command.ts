import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { closedStatuses, type Lead } from '../../domain/lead.ts';
import { dealers } from '../../agency/deciders.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { chased, inThreeWorkingDays, isDue, morningOf, withFollowUp, writeLead, type Change } from './change-lead.ts';
import { leadLine, silentDays } from './lead-words.ts';
import { ownLeadByNumber, ownLeads, type KnownLead, type OwnLeads } from './own-leads.ts';
import { redrawSeen, type Face } from './redraw.ts';
import { priceOf } from './select-leads.ts';

const most = 15;
const silentFrom = 10;

/** `/relances`: the fifteen to chase today; `/relances 42` says that 42 was, `/relances 42 plus tard` that it waits. */
export const followupsCommand: Command = {
  name: { fr: 'relances', en: 'followups' },
  permission: { roles: dealers, chats: ['private'] },
  listed: true,
  run: async (turn, words) => {
    const said = /^\s*(?:n[°o]\s*|#\s*)?(?<number>\d{1,6})\s*(?<rest>\D*)$/iu.exec(words)?.groups;
    if (said !== undefined) return byNumber(turn, Number(said['number']), (said['rest'] ?? '').trim() !== '');
    const own = await ownLeads(turn);
    if (own.acts.size === 0) return { outbound: [reply(turn, turn.texts.say('deal-no-act'))] };
    const face = faceOf(turn, own);
    return withWords(menuCard(turn, face.text, face.rows), face);
  },
};

/** On a platform without buttons the card says what to write. */
function withWords(draft: Draft, { withoutButtons }: Face): Draft {
  if (withoutButtons === undefined) return draft;
  const outbound = (draft.outbound ?? []).map((message) =>
    message.operation.type === 'send'
      ? { ...message, operation: { ...message.operation, withoutButtons: [...withoutButtons] } }
      : message,
  );
  return { ...draft, outbound };
}

/** What is to be chased: what is due, the earliest first, then what was sent and stayed without an answer, the oldest first. */
function toChase(turn: Turn, own: OwnLeads): Lead[] {
  const zone = turn.agency.timezone;
  const mine = own.leads.map((record) => record.value).filter((lead) => isMine(turn, own, lead));
  const open = mine.filter((lead) => !closedStatuses.has(lead.status));
  const due = open.filter((lead) => isDue(lead, { at: turn.now, zone }));
  const quiet = open.filter((lead) => lead.followUp === null && (lead.status === 'sent' || lead.status === 'chased'));
  // Calendar arithmetic is slow, so it is done once a lead and not at every comparison.
  const silent = quiet
    .map((lead) => ({ lead, days: silentDays(turn, lead) }))
    .filter(({ days }) => days >= silentFrom)
    .toSorted((a, b) => b.days - a.days || priceOf(b.lead) - priceOf(a.lead));
  return [
    ...due.toSorted((a, b) => (a.followUp?.at ?? 0) - (b.followUp?.at ?? 0) || priceOf(b) - priceOf(a)),
    ...silent.map(({ lead }) => lead),
  ];
}

/** A booker chases their own, and those whose booker no longer books the act; a manager sees them all. */
function isMine(turn: Turn, own: OwnLeads, lead: Lead): boolean {
  const act = own.acts.get(lead.artist);
  const books = act !== undefined && turn.person.roles.includes('booker') && act.bookers.includes(turn.person.id);
  return !books || lead.booker === turn.person.id || !act.bookers.includes(lead.booker);
}

function faceOf(turn: Turn, own: OwnLeads, said: Text = []): Face {
  const { texts } = turn;
  const all = toChase(turn, own);
  const shown = all.slice(0, most);
  if (shown.length === 0) return { text: stacked([said, texts.say('pipeline-followups-none')]), rows: [] };
  const left = all.length - shown.length;
  const text = stacked([
    said,
    texts.say('pipeline-followups-head', { count: all.length }),
    ...shown.map((lead) => lineOf(turn, own, lead)),
    left === 0 ? null : texts.say('pipeline-followups-left', { count: left }),
  ]);
  const [first] = shown;
  const number = String(first?.number ?? '');
  return {
    text,
    rows: shown.map((lead): Offer[] => buttonsOf(turn, lead)),
    withoutButtons: [...text, { text: '\n\n' }, ...texts.say('pipeline-followups-words', { number })],
  };
}

function lineOf(turn: Turn, own: OwnLeads, lead: Lead): Text {
  const names = { artist: own.acts.get(lead.artist)?.name ?? '?', venue: own.venues.get(lead.venue) ?? null };
  const line = leadLine(turn, turn.texts, lead, names);
  if (!isDue(lead, { at: turn.now, zone: turn.agency.timezone })) return line;
  const note = lead.followUp?.note ?? '';
  const due =
    note === '' ? turn.texts.say('pipeline-followups-due') : turn.texts.say('pipeline-followups-due-note', { note });
  return [...line, { text: ' · ' }, ...due];
}

/** Pressed one after the other faster than the card is rewritten, each still means the line it stands for. */
function buttonsOf(turn: Turn, lead: Lead): Offer[] {
  const number = String(lead.number);
  const subject = `${lead.id}/${lead.changes}`;
  return [
    {
      key: `followups.chased:${subject}`,
      label: turn.texts.label('pipeline-followups-chased', { number }),
      kind: 'cell',
    },
    {
      key: `followups.later:${subject}`,
      label: turn.texts.label('pipeline-followups-later', { number }),
      kind: 'cell',
    },
  ];
}

function changeOf(turn: Turn): Change {
  return { at: turn.now, by: turn.person.id, zone: turn.agency.timezone };
}

function later(turn: Turn, lead: Lead): Lead {
  const day = inThreeWorkingDays(turn);
  return withFollowUp(lead, { at: morningOf(turn, day), note: lead.followUp?.note ?? '' }, changeOf(turn));
}

/** [✓ Relancé] and [Plus tard]: `<lead>/<changes>`; the card is rewritten without what is done. */
function onLine(change: (turn: Turn, lead: Lead) => Lead, said: string): Action {
  return {
    permission: { roles: dealers, chats: ['private'] },
    run: async (turn, subject, question) => {
      const [id = '', changes = ''] = subject.split('/');
      const own = await ownLeads(turn);
      const lead = own.leads.find((record) => record.value.id === id);
      const seen = lead !== undefined && String(lead.value.changes) === changes;
      if (!seen || closedStatuses.has(lead.value.status)) {
        const gone = { outbound: tell(turn, turn.texts.label('pipeline-followups-changed'), true) };
        return joinDrafts(gone, redrawSeen(turn, question, faceOf(turn, own)));
      }
      const changed = change(turn, lead.value);
      const now = {
        ...own,
        leads: own.leads.map((one): Versioned<Lead> => (one === lead ? { ...one, value: changed } : one)),
      };
      return joinDrafts(
        { outbound: answerPress(turn, turn.texts.label(said, wordsOf(turn, changed))) },
        writeLead(lead, changed),
        redrawSeen(turn, question, faceOf(turn, now, turn.texts.say(said, wordsOf(turn, changed)))),
      );
    },
  };
}

function wordsOf(turn: Turn, lead: Lead): { number: string; day: string } {
  const at = lead.followUp?.at ?? turn.now;
  return { number: String(lead.number), day: dayName(turn, turn.texts, dayAt(at, turn.agency.timezone)) };
}

async function byNumber(turn: Turn, number: number, isLater: boolean): Promise<Draft> {
  const known: KnownLead | null = await ownLeadByNumber(turn, number);
  const say = (key: string, args: Record<string, string>): Draft => ({
    outbound: [reply(turn, turn.texts.say(key, args))],
  });
  if (known === null) return say('pipeline-lead-none', { number: String(number) });
  const { lead } = known;
  if (closedStatuses.has(lead.value.status)) return say('pipeline-lead-closed', { number: String(number) });
  const changed = isLater ? later(turn, lead.value) : chased(lead.value, changeOf(turn));
  return joinDrafts(
    writeLead(lead, changed),
    say(isLater ? 'pipeline-followups-later-done' : 'pipeline-followups-chased-done', wordsOf(turn, changed)),
  );
}

/** What the buttons of the list do. */
export const followupActions: readonly (readonly [string, Action])[] = [
  ['followups.chased', onLine((turn, lead) => chased(lead, changeOf(turn)), 'pipeline-followups-chased-done')],
  ['followups.later', onLine(later, 'pipeline-followups-later-done')],
];
