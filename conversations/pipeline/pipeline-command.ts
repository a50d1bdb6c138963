import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { answerPress, reply } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Lead, type LeadStatus } from '../../domain/lead.ts';
import { dealers } from '../../agency/deciders.ts';
import { stacked } from '../../agency/wording.ts';
import { menuCard } from '../menu-card.ts';
import { leadLine, statusName } from './lead-words.ts';
import { redrawSeen, type Face } from './redraw.ts';
import { selectLeads, type Selection } from './select-leads.ts';

const pageSize = 10;

/** `/pipeline lot1 relancé >10j bretagne`: one's opportunities by status, narrowed by words, ten a page. */
export const pipelineCommand: Command = {
  name: { fr: 'pipeline', en: 'pipeline' },
  permission: { roles: dealers, chats: ['private'] },
  listed: true,
  opensSentence: () => true,
  run: async (turn, words) => {
    const selection = await selectLeads(turn, words);
    if (selection.own.acts.size === 0) return { outbound: [reply(turn, turn.texts.say('deal-no-act'))] };
    const { text, rows } = pageFace(turn, selection, 0);
    return menuCard(turn, text, rows);
  },
};

/** ◀ ▶ and [Retour à la liste]: `<page>/<words>`, so that nothing has to be remembered; the list is read anew. */
export const turnPage: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject, question) => {
    const slash = subject.indexOf('/');
    const page = Number(subject.slice(0, Math.max(slash, 0)));
    const selection = await selectLeads(turn, subject.slice(slash + 1));
    const face = pageFace(turn, selection, Number.isInteger(page) ? page : 0);
    return joinDrafts({ outbound: answerPress(turn, '') }, redrawSeen(turn, question, face));
  },
};

function pageFace(turn: Turn, selection: Selection, wanted: number): Face {
  const { found, words } = selection;
  if (found.length === 0) return { text: emptyText(turn, selection), rows: [] };
  const pages = Math.ceil(found.length / pageSize);
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  const shown = found.slice(page * pageSize, (page + 1) * pageSize).map((record) => record.value);
  const counts = countsOf(found.map((record) => record.value));
  const text = stacked([
    headText(turn, selection),
    pages === 1 ? null : [{ text: countsText(turn, counts) }],
    ...groups(turn, selection, shown),
    pages === 1 ? null : turn.texts.say('pipeline-page', { page: String(page + 1), pages: String(pages) }),
    ...misread(turn, selection),
  ]);
  const at = (index: number, key: string): Offer[] =>
    index < 0 || index >= pages ? [] : [{ key: `pipeline.page:${index}/${words}`, label: turn.texts.label(key) }];
  const steps = [...at(page - 1, 'pipeline-back'), ...at(page + 1, 'pipeline-on')];
  return {
    text,
    rows: [
      ...(steps.length === 0 ? [] : [steps]),
      [
        { key: `pipeline.bulk:all/${words}`, label: turn.texts.label('pipeline-do-bulk') },
        { key: 'command:relances', label: turn.texts.label('pipeline-do-followups') },
      ],
    ],
  };
}

function headText(turn: Turn, { found, meant }: Selection): Text {
  return meant === ''
    ? turn.texts.say('pipeline-head', { count: found.length })
    : turn.texts.say('pipeline-head-meant', { count: found.length, meant });
}

function countsOf(found: readonly Lead[]): Map<LeadStatus, number> {
  const counts = new Map<LeadStatus, number>();
  for (const { status } of found) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

function countsText(turn: Turn, counts: ReadonlyMap<LeadStatus, number>): string {
  return [...counts].map(([status, count]) => `${statusName(turn.texts, status)} ${count}`).join(' · ');
}

/** The lines of a page, what needs somebody first, the others under the names of their statuses, each with how many there are on all pages. */
function groups(turn: Turn, { own, found, needs }: Selection, shown: readonly Lead[]): Text[] {
  const rest = countsOf(found.map(({ value }) => value).filter(({ id }) => !needs.has(id)));
  const headOf = (lead: Lead): string =>
    needs.has(lead.id)
      ? turn.texts.label('pipeline-needs', { count: needs.size })
      : `${statusName(turn.texts, lead.status)} (${rest.get(lead.status) ?? 0})`;
  return shown.flatMap((lead, index): Text[] => {
    const names = { artist: own.acts.get(lead.artist)?.name ?? '?', venue: own.venues.get(lead.venue) ?? null };
    const line = leadLine(turn, turn.texts, lead, names);
    const before = shown[index - 1];
    if (before !== undefined && headOf(before) === headOf(lead)) return [line];
    return [[{ text: `\n${headOf(lead)}`, style: 'bold' }], line];
  });
}

/** What the words did not say to us: named, never dropped. */
function misread(turn: Turn, { unread, ask }: Selection): (Text | null)[] {
  const quoted = unread.map((words) => turn.texts.label('pipeline-quoted', { words })).join(', ');
  return [
    unread.length === 0 ? null : turn.texts.say('pipeline-unread', { words: quoted }),
    ask === null ? null : [{ text: ask }],
  ];
}

function emptyText(turn: Turn, selection: Selection): Text {
  const { meant, own } = selection;
  const none =
    own.leads.length === 0
      ? turn.texts.say('pipeline-none')
      : turn.texts.say('pipeline-none-meant', { meant, count: own.leads.length });
  return stacked([none, ...misread(turn, selection)]);
}
