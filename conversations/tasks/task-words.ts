import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { permit } from '../../core/permission.ts';
import { deliveries, questions, type Question } from '../../core/records/dialogue.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { charactersOf } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, weekday, type Day } from '../../domain/day.ts';
import { workers } from '../../domain/person.ts';
import {
  isBareDone,
  isSameDoing,
  matchCompletion,
  readLoneLater,
  readPutOff,
  saysDone,
  saysDoneOfIt,
} from '../../domain/task-words/index.ts';
import { openTasksOf, shortTitle, taskKeys, taskNames, taskTitle } from '../../agency/tasks.ts';
import { contextOf } from '../absence/reading.ts';
import { menuCard } from '../menu-card.ts';
import { finishTask, markDone, undoOffer } from './done-task.ts';
import { openTask, titleOf } from './known-task.ts';
import { putOff } from './later.conversation.ts';
import { moreOnTask, tickTask } from './list-actions.ts';
import { redrawKeeping } from './settle.ts';
import { singleTaskActions } from './task-actions.ts';

const ownPermission = { roles: workers, chats: ['private'] } as const;
const mostOffered = 8;
/** How long a message about tasks is what « fait » is said of. */
const freshMs = 48 * 3_600_000;
const listFreshMs = 12 * 3_600_000;
/** How long a task that just came is what « fait » is said of by somebody who has others. */
const justCameMs = 10 * 60_000;
const longestToast = 190;

const cannot =
  /^\s*(?:(?:non|d[ée]sol[ée]e?|no|sorry)[\s,]+)*(?:je\s+(?:ne\s+)?(?:peux|pourrai|vais)\s+pas(?:\s+(?:pouvoir|le faire|la faire))?|(?:je\s+n['’]|j['’])ai\s+pas\s+le\s+temps|i\s+don['’]?t\s+have\s+(?:the\s+)?time|i\s+(?:can['’]?t|cannot|won['’]?t)(?:\s+do\s+(?:it|that))?)[\s.!]*$/iu;
const putsOff =
  /^\s*(?:(?:ok|bon|alors|non)[\s,]+)*(?:pas avant|report|repouss|d[ée]cal|rappelle|remets?|plus tard|not before|postpone|snooze|remind|push|move it)/iu;
const looks = /^\s*(?:voir|plus|ouvre|d[ée]tails?|more|see|open)\s+(?<number>\d{1,2})[\s.!]*$/iu;
const numbered = /^\s*(?<number>\d{1,2})\s*[.)]?\s*$/u;

/** « fait », « pas avant mardi », « je peux pas », « 2 » in answer to a quoted message about tasks. */
export async function taskAnswerIntent(turn: Turn, text: string): Promise<Draft | null> {
  const quoted = await quotedCard(turn);
  return quoted === null ? null : answering(turn, quoted, text, true);
}

/** The same of the message about tasks that came last, and « j'ai envoyé la fiche tech » of one's own open tasks. */
export async function taskWordsIntent(turn: Turn, text: string): Promise<Draft | null> {
  if (!isTheirs(turn)) return null;
  const list = await latestList(turn);
  if (list !== null) {
    const answered = onList(turn, list, text);
    if (answered !== null) return answered;
  }
  if (isBareDone(text)) return bareDone(turn, text);
  const later = await loneLater(turn, text);
  if (later !== null) return later;
  if (putsOff.test(text) || cannot.test(text)) {
    const card = await latestCard(turn);
    return card === null || !(await isLatest(turn, card)) ? null : answering(turn, card, text, false);
  }
  if (saysDoneOfIt(text)) return doneOfIt(turn, text);
  return saysDone(text) ? named(turn, text) : null;
}

function isTheirs(turn: Turn): boolean {
  return permit(turn.person, ownPermission, { chat: turn.inbound.chatKind, today: turn.today }).allowed;
}

/** The tasks that a card speaks of. */
function tasksOn({ choices }: Question): string[] {
  return [
    ...new Set(choices.flatMap(({ key }) => /^task\.(?:done|take|later|pass|back|drop):(.+)$/u.exec(key)?.[1] ?? [])),
  ];
}

async function quotedCard(turn: Turn): Promise<Question | null> {
  const { content, chat, sender } = turn.inbound;
  if (content.type !== 'text' || content.replyTo === null || !isTheirs(turn)) return null;
  const [delivery] = await turn.store.find(deliveries, { name: 'message', value: `${chat} ${content.replyTo}` });
  if (delivery === undefined) return null;
  const found = await turn.store.find(questions, { name: 'card', value: delivery.value.id });
  const own = found.find(({ value }) => value.account === sender && value.state === 'open');
  return own?.value ?? null;
}

/** The open cards of this chat that are this person's, the newest last. */
async function openCards(turn: Turn): Promise<Question[]> {
  const open = await turn.store.find(questions, { name: 'open', value: turn.inbound.chat });
  return open
    .map((record: Versioned<Question>) => record.value)
    .filter((value) => value.account === turn.inbound.sender && turn.now <= value.until)
    .toSorted((a, b) => a.openedAt - b.openedAt);
}

async function latestCard(turn: Turn): Promise<Question | null> {
  const cards = (await openCards(turn)).filter((card) => tasksOn(card).length > 0);
  const last = cards.at(-1);
  return last === undefined || turn.now - last.openedAt > freshMs ? null : last;
}

/** Whether nothing else was shown since that could be what is meant. */
async function isLatest(turn: Turn, card: Question): Promise<boolean> {
  return (await openCards(turn)).at(-1)?.id === card.id;
}

/** The list whose numbers may be meant: shown lately, and nothing else with numbers since. */
async function latestList(turn: Turn): Promise<Question | null> {
  const cards = (await openCards(turn)).filter(
    ({ choices }) => choices.some((choice) => choice.numbered) || choices.some(({ key }) => key.startsWith('tasks.')),
  );
  const last = cards.at(-1);
  const isList = last?.choices.some(({ key }) => /^tasks\.(?:tick|untick):/u.test(key)) === true;
  return last !== undefined && isList && turn.now - last.openedAt <= listFreshMs ? last : null;
}

/** « 2 » ticks the second line, « voir 2 » opens it; null for any other words. */
function onList(turn: Turn, card: Question, text: string): Promise<Draft> | null {
  const looked = looks.exec(text)?.groups?.['number'];
  const number = looked ?? numbered.exec(text)?.groups?.['number'];
  if (number === undefined) return null;
  const lines = card.choices.filter(({ key }) => /^tasks\.(?:tick|untick):/u.test(key));
  const line = lines[Number(number) - 1];
  const question = { value: card, version: 0 };
  if (line === undefined)
    return Promise.resolve({
      outbound: [reply(turn, turn.texts.say('task-no-number', { number, count: lines.length }))],
    });
  const subject = line.key.slice(line.key.indexOf(':') + 1);
  return (looked === undefined ? tickTask : moreOnTask).run(turn, subject, question);
}

/** What words do to the task of a card; null when they say nothing about it. */
async function answering(turn: Turn, card: Question, text: string, quoted: boolean): Promise<Draft | null> {
  const list = onList(turn, card, text);
  if (list !== null && card.choices.some(({ key }) => key.startsWith('tasks.'))) return list;
  const ids = tasksOn(card);
  const [only, second] = ids;
  if (only === undefined) return null;
  if (isBareDone(text)) return second === undefined ? finishTask(turn, only, card) : which(turn, ids);
  const day = quoted || putsOff.test(text) ? readPutOff(text, contextOf(turn)) : null;
  const isBack = cannot.test(text);
  if (second !== undefined)
    return day !== null || isBack ? { outbound: [reply(turn, turn.texts.say('task-which-one'))] } : null;
  if (day !== null) {
    const { text: said, draft } = await putOff(turn, only, day);
    return joinDrafts({ outbound: [reply(turn, said)] }, draft);
  }
  const back = new Map(singleTaskActions).get('task.back');
  return isBack && back !== undefined ? back.run(turn, only, { value: card, version: 0 }) : null;
}

/**
 * « fait » that quotes nothing: of the only task there is under a card, or of the one that just came alone. Otherwise the tasks
 * it may be said of are offered, and none is taken for it.
 */
async function bareDone(turn: Turn, text: string): Promise<Draft | null> {
  const open = await openTasksOf(turn.store, turn.person.id);
  const own = open.map(({ value }) => value.id);
  const card = await latestCard(turn);
  if (card === null) return own.length === 0 ? null : which(turn, own.slice(0, mostOffered));
  const shown = tasksOn(card);
  const others = own.filter((id) => !shown.includes(id));
  if (others.length === 0 || shown.length > 1 || (await cameAlone(turn, card)))
    return answering(turn, card, text, false);
  return which(turn, [...shown, ...others].slice(0, mostOffered));
}

/** Whether this card is the last that was shown, minutes ago, and no other task came in that time. */
async function cameAlone(turn: Turn, card: Question): Promise<boolean> {
  const fresh = (await openCards(turn)).filter(({ openedAt }) => turn.now - openedAt <= justCameMs);
  return fresh.at(-1)?.id === card.id && fresh.filter((one) => tasksOn(one).length > 0).length === 1;
}

/** « demain », « plus tard » where the last thing shown is one task that can be put off: it is put off, nobody is away. */
async function loneLater(turn: Turn, text: string): Promise<Draft | null> {
  const said = readLoneLater(text);
  if (said === null) return null;
  const card = (await openCards(turn)).at(-1);
  if (card === undefined || turn.now - card.openedAt > listFreshMs) return null;
  const [task, second] = tasksOn(card);
  const canWait = card.choices.some(({ key }) => key === `${taskKeys.later}${task ?? ''}`);
  if (task === undefined || second !== undefined || !canWait || (await restsAlready(turn, task))) return null;
  if (said.type === 'later')
    return (await new Map(singleTaskActions).get('task.later')?.run(turn, task, { value: card, version: 0 })) ?? null;
  const day =
    said.type === 'week' ? addDays(turn.today, 8 - weekday(turn.today)) : readPutOff(said.words, contextOf(turn));
  return day === null ? null : putOffTo(turn, task, day);
}

/** What rests is answered already, so a day said since is about something else. */
async function restsAlready(turn: Turn, task: string): Promise<boolean> {
  const known = await openTask(turn, task);
  return typeof known === 'string' || (known.task.value.snoozedUntil ?? turn.today) > turn.today;
}

async function putOffTo(turn: Turn, task: string, day: Day): Promise<Draft> {
  // A weekday said on that very day is the next one.
  const { text, draft } = await putOff(turn, task, day === turn.today ? addDays(day, 7) : day);
  return joinDrafts({ outbound: [reply(turn, text)] }, draft);
}

/** « c'est envoyé » where a task was shown last: those that are something to send are offered. */
async function doneOfIt(turn: Turn, text: string): Promise<Draft | null> {
  const card = await latestCard(turn);
  if (card === null || !(await isLatest(turn, card))) return null;
  const open = (await openTasksOf(turn.store, turn.person.id)).map(({ value }) => value);
  const names = await taskNames(turn.store, open);
  const meant = open.filter((task) => isSameDoing(text, taskTitle(turn, turn.texts, task, names)));
  return meant.length === 0
    ? null
    : which(
        turn,
        meant.map(({ id }) => id),
      );
}

/** A statement that names what is done; null when it names no task of theirs, so that others may take it. */
async function named(turn: Turn, text: string): Promise<Draft | null> {
  const open = (await openTasksOf(turn.store, turn.person.id)).map(({ value }) => value);
  if (open.length === 0) return null;
  const names = await taskNames(turn.store, open);
  const match = matchCompletion(
    text,
    open.map((task) => ({ id: task.id, title: taskTitle(turn, turn.texts, task, names) })),
  );
  if (match.type === 'none') return null;
  return match.type === 'one' ? finishTask(turn, match.id, null) : which(turn, match.ids);
}

async function which(turn: Turn, ids: readonly string[]): Promise<Draft> {
  const found = await Promise.all(ids.slice(0, mostOffered).map((id) => openTask(turn, id)));
  const rows = found.flatMap((known): Offer[][] =>
    typeof known === 'string'
      ? []
      : [[{ key: `task.which:${known.task.value.id}`, label: shortTitle(titleOf(turn, turn.texts, known)) }]],
  );
  if (rows.length === 0) return { outbound: [reply(turn, turn.texts.say('task-done-already'))] };
  return menuCard(turn, turn.texts.say('task-which', { count: rows.length }), [
    ...rows,
    [{ key: 'task.none:', label: turn.texts.label('task-which-none'), means: 'no' }],
  ]);
}

/** The choice among several tasks that « fait » may be said of: the card becomes the outcome. */
const whichTask: Action = {
  permission: ownPermission,
  run: async (turn, subject, question) => {
    const known = await openTask(turn, subject);
    if (typeof known === 'string') return { outbound: tell(turn, known, true) };
    const line = turn.texts.say('task-done', { title: titleOf(turn, turn.texts, known) });
    return joinDrafts(
      markDone(turn, known),
      { outbound: tell(turn, charactersOf(line).slice(0, longestToast).toWellFormed()) },
      redrawKeeping(turn, question.value, { text: line, rows: [[undoOffer(turn, subject)]] }),
    );
  },
};

const noTask: Action = {
  permission: ownPermission,
  run: async (turn, _subject, question) =>
    joinDrafts(
      { outbound: answerPress(turn, '') },
      redrawKeeping(turn, question.value, { text: turn.texts.say('task-which-left'), rows: [] }),
    ),
};

/** What the buttons do that words about tasks lead to. */
export const taskWordActions: readonly (readonly [string, Action])[] = [
  ['task.none', noTask],
  ['task.which', whichTask],
];
