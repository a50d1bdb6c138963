import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { leadStatusSchema } from '../../domain/lead.ts';
import { dealers } from '../../agency/deciders.ts';
import { placeName } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { mayMark, settable, withStatus, writeLead } from './change-lead.ts';
import { leadFace, pairs } from './lead-card.ts';
import { statusName } from './lead-words.ts';
import { ownLead, ownLeadByNumber, type KnownLead } from './own-leads.ts';
import { redrawSeen } from './redraw.ts';

const permission: Action['permission'] = { roles: dealers, chats: ['private'] };

/** The number somebody means by « 42 », « n° 42 » or « #42 » alone; null when the words say more, or nothing. */
export function dealNumber(words: string): number | null {
  const said = /^\s*(?:deal\s+)?(?:n[°ºo.]?\s*|#\s*)?(\d{1,6})\s*$/iu.exec(words)?.[1];
  return said === undefined ? null : Number(said);
}

/** The card of one opportunity. That of an act somebody does not negotiate for is answered as a number nobody gave. */
export async function showLead(turn: Turn, number: number): Promise<Draft> {
  const known = await ownLeadByNumber(turn, number);
  if (known === null)
    return { outbound: [reply(turn, turn.texts.say('pipeline-lead-none', { number: String(number) }))] };
  const { text, rows } = await leadFace(turn, known);
  return menuCard(turn, text, rows);
}

/** [Plus] and back: `<lead>/<line>`. */
const turnHistory: Action = {
  permission,
  run: async (turn, subject, question) => {
    const [id = '', from = ''] = subject.split('/');
    const known = await ownLead(turn, id);
    if (known === null) return gone(turn);
    const face = await leadFace(turn, known, /^\d{1,4}$/.test(from) ? Number(from) : 0);
    return joinDrafts({ outbound: answerPress(turn, '') }, redrawSeen(turn, question, face));
  },
};

/** [Changer le statut]: the statuses a hand may set. */
const offerStatuses: Action = {
  permission,
  run: async (turn, subject, question) => {
    const known = await ownLead(turn, subject);
    if (known === null) return gone(turn);
    const { value: lead } = known.lead;
    const text = turn.texts.say('pipeline-status-which', namesOf(turn, known));
    const offers = settable(lead).map((status) => ({
      key: `lead.status:${lead.id}/${lead.status}/${status}`,
      label: statusName(turn.texts, status),
    }));
    const back = { key: `lead.history:${lead.id}/0`, label: turn.texts.label('pipeline-status-keep') };
    return joinDrafts(
      { outbound: answerPress(turn, '') },
      redrawSeen(turn, question, { text, rows: [...pairs(offers), [back]] }),
    );
  },
};

/** Sets a status: `<lead>/<status it was>/<status>`; nothing when it is another by now. */
const setStatus: Action = {
  permission,
  run: async (turn, subject, question) => {
    const [id = '', from = '', name] = subject.split('/');
    const to = leadStatusSchema.safeParse(name);
    const known = await ownLead(turn, id);
    if (known === null) return gone(turn);
    const { value: lead } = known.lead;
    if (!to.success || lead.status !== from || !mayMark(lead, to.data)) {
      const changed = { outbound: tell(turn, turn.texts.label('pipeline-status-changed', namesOf(turn, known)), true) };
      return joinDrafts(changed, redrawSeen(turn, question, await leadFace(turn, known)));
    }
    const after = withStatus(lead, to.data, { at: turn.now, by: turn.person.id, zone: turn.agency.timezone });
    const now = { ...known, lead: { ...known.lead, value: after } };
    return joinDrafts(
      {
        writes: [auditLine(turn, 'lead.status', lead.id, `${lead.status}>${to.data}`)],
        outbound: answerPress(turn, statusName(turn.texts, to.data)),
      },
      writeLead(known.lead, after),
      redrawSeen(turn, question, await leadFace(turn, now)),
    );
  },
};

function namesOf(turn: Turn, { lead, venue }: KnownLead): { number: string; venue: string; status: string } {
  return {
    number: String(lead.value.number),
    venue: placeName(venue),
    status: statusName(turn.texts, lead.value.status),
  };
}

function gone(turn: Turn): Draft {
  return { outbound: tell(turn, turn.texts.label('pipeline-lead-gone'), true) };
}

/** What the buttons of an opportunity's card do. */
export const leadActions: readonly (readonly [string, Action])[] = [
  ['lead.history', turnHistory],
  ['lead.statuses', offerStatuses],
  ['lead.status', setStatus],
];
