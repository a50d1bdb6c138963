import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { people } from '../../core/records/agency.ts';
import { bulkChanges, type BulkChange } from '../../core/records/booking.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { type Lead } from '../../domain/lead.ts';
import { firstName, isWithUs, type Person } from '../../domain/person.ts';
import { dealers } from '../../agency/deciders.ts';
import { dayName } from '../../agency/wording.ts';
import { bulkStatuses, obstacle, type BulkAction } from './bulk-action.ts';
import { nextBatch } from './bulk-run.ts';
import { previewText, type Stays } from './bulk-text.ts';
import { nextMonday } from './follow-up.ts';
import { pairs } from './lead-card.ts';
import { redrawSeen } from './redraw.ts';
import { selectLeads, type Selection } from './select-leads.ts';

const permission: Action['permission'] = { roles: dealers, chats: ['private'] };
const most = 500;
const undoMs = 3_600_000;

/** [Actions groupées] under a list: what to do with all of it; the words of the list stand behind the slash. */
const chooseAction: Action = {
  permission,
  run: async (turn, subject, question) => {
    const words = subject.slice(subject.indexOf('/') + 1);
    const selection = await selectLeads(turn, words);
    const back = { key: `pipeline.page:0/${words}`, label: turn.texts.label('pipeline-bulk-back') };
    const count = selection.found.length;
    const face =
      count > most
        ? { text: turn.texts.say('pipeline-bulk-too-many', { count }), rows: [[back]] }
        : {
            text: turn.texts.say('pipeline-bulk-which', { count }),
            rows: [...pairs(await offers(turn, selection)), [back]],
          };
    return joinDrafts({ outbound: answerPress(turn, '') }, redrawSeen(turn, question, face));
  },
};

async function offers(turn: Turn, selection: Selection): Promise<Offer[]> {
  const of = (code: string, label: string): Offer => ({ key: `pipeline.preview:${code}/${selection.words}`, label });
  const { texts } = turn;
  const bookers = await bookersOf(turn, selection);
  return [
    ...bulkStatuses.map((status) => of(status, texts.label(`pipeline-bulk-do-${status}`))),
    of('monday', texts.label('pipeline-bulk-do-monday')),
    ...bookers.map((person) =>
      of(`to.${person.id}`, texts.label('pipeline-bulk-do-give', { name: firstName(person) })),
    ),
  ];
}

/** Everybody who books one of the acts that the list shows. */
async function bookersOf(turn: Turn, { found, own }: Selection): Promise<Person[]> {
  const acts = new Set(found.map((record) => record.value.artist));
  const ids = [...acts].flatMap((id) => own.acts.get(id)?.bookers ?? []);
  const known = await turn.store.getMany(people, [...new Set(ids)]);
  return known.flatMap((record) =>
    record !== null && record.value.roles.includes('booker') && isWithUs(record.value, turn.today)
      ? [record.value]
      : [],
  );
}

function actionOf(turn: Turn, code: string): BulkAction | null {
  const status = bulkStatuses.find((one) => one === code);
  if (status !== undefined) return { type: 'status', to: status };
  if (code === 'monday') return { type: 'follow-up', at: nextMonday(turn) };
  return code.startsWith('to.') ? { type: 'booker', to: code.slice('to.'.length) } : null;
}

/** One of these, not yet done: `<what>/<words>`. What is shown is what [Faire] does, and nothing else. */
const preview: Action = {
  permission,
  run: async (turn, subject, question) => {
    const slash = subject.indexOf('/');
    const action = actionOf(turn, subject.slice(0, Math.max(slash, 0)));
    if (action === null) return { outbound: tell(turn, turn.texts.label('pipeline-bulk-over'), true) };
    const selection = await selectLeads(turn, subject.slice(slash + 1));
    const { items, stays } = planned(selection, action);
    const bulk: BulkChange = {
      id: `bulk-${turn.random.token()}`,
      by: turn.person.id,
      at: turn.now,
      action,
      words: selection.words,
      state: 'shown',
      doneAt: null,
      question: question.value.id,
      items: items.slice(0, most),
    };
    const text = previewText(turn.texts, bulk, { target: await targetOf(turn, action), stays });
    const drop = {
      key: `pipeline.drop:${bulk.id}`,
      label: turn.texts.label('pipeline-bulk-drop'),
      means: 'no' as const,
    };
    const go: Offer = { key: `pipeline.do:${bulk.id}`, label: turn.texts.label('pipeline-bulk-go'), tone: 'primary' };
    const rows = items.length === 0 ? [[drop]] : [[go, drop]];
    return joinDrafts(
      { outbound: answerPress(turn, ''), writes: [put(bulkChanges, bulk)] },
      redrawSeen(turn, question, { text, rows }),
    );
  },
};

function planned(selection: Selection, action: BulkAction): { items: BulkChange['items']; stays: Stays[] } {
  const items: BulkChange['items'] = [];
  const stays: Stays[] = [];
  for (const { value: lead } of selection.found) {
    const act = selection.own.acts.get(lead.artist);
    const why = act === undefined ? 'status' : obstacle(lead, action, act);
    if (why === null) items.push(itemOf(lead));
    else stays.push({ number: lead.number, status: lead.status, why });
  }
  return { items, stays };
}

function itemOf({ id, changes, status, booker, lastContactAt, followUp }: Lead): BulkChange['items'][number] {
  return { lead: id, seen: changes, was: { status, booker, lastContactAt, followUp }, state: 'planned', after: null };
}

async function targetOf(turn: Turn, action: BulkAction): Promise<string> {
  if (action.type === 'follow-up') return dayName(turn, turn.texts, dayAt(action.at, turn.agency.timezone));
  if (action.type !== 'booker') return '';
  const person = await turn.store.get(people, action.to);
  return person === null ? '?' : firstName(person.value);
}

/** The change somebody was shown, while it waits in this state; null for anybody else. */
async function ownBulk(turn: Turn, id: string, state: BulkChange['state']): Promise<Versioned<BulkChange> | null> {
  const bulk = await turn.store.get(bulkChanges, id);
  return bulk !== null && bulk.value.by === turn.person.id && bulk.value.state === state ? bulk : null;
}

function over(turn: Turn): Draft {
  return { outbound: tell(turn, turn.texts.label('pipeline-bulk-over'), true) };
}

/** [Faire]: what was shown, except what changed since. */
const doIt: Action = {
  permission,
  run: async (turn, subject) => {
    const bulk = await ownBulk(turn, subject, 'shown');
    return bulk === null
      ? over(turn)
      : begin(turn, { ...bulk, value: { ...bulk.value, state: 'doing', doneAt: turn.now } });
  },
};

async function begin(turn: Turn, bulk: Versioned<BulkChange>): Promise<Draft> {
  const { action, items, id, state } = bulk.value;
  const what = action.type === 'status' ? action.to : action.type;
  return joinDrafts(
    {
      outbound: answerPress(turn, ''),
      writes: [auditLine(turn, state === 'doing' ? 'leads.changed' : 'leads.put-back', id, `${what} ${items.length}`)],
    },
    await nextBatch(turn, bulk),
  );
}

/** [Laisser tomber]: nothing happens, and the list comes back. */
const drop: Action = {
  permission,
  run: async (turn, subject, question) => {
    const bulk = await ownBulk(turn, subject, 'shown');
    if (bulk === null) return over(turn);
    const back = { key: `pipeline.page:0/${bulk.value.words}`, label: turn.texts.label('pipeline-bulk-back') };
    return joinDrafts(
      {
        guards: [unchanged(bulkChanges, bulk)],
        writes: [put(bulkChanges, { ...bulk.value, state: 'dropped' })],
        outbound: answerPress(turn, ''),
      },
      redrawSeen(turn, question, { text: turn.texts.say('pipeline-bulk-dropped'), rows: [[back]] }),
    );
  },
};

/** ↩, for an hour: what nobody changed since is as it was. */
const undo: Action = {
  permission,
  run: async (turn, subject) => {
    const bulk = await ownBulk(turn, subject, 'done');
    if (bulk === null) return over(turn);
    if (turn.now > (bulk.value.doneAt ?? 0) + undoMs)
      return { outbound: tell(turn, turn.texts.label('pipeline-bulk-undo-late'), true) };
    return begin(turn, { ...bulk, value: { ...bulk.value, state: 'undoing' } });
  },
};

/** What the buttons of bulk changes do. */
export const bulkActions: readonly (readonly [string, Action])[] = [
  ['pipeline.bulk', chooseAction],
  ['pipeline.preview', preview],
  ['pipeline.do', doIt],
  ['pipeline.drop', drop],
  ['pipeline.undo', undo],
];
