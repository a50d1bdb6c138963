import { auditLine } from '../../core/audit.ts';
import { undoMs } from '../../core/approval.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type ConversationDefinition, type Offer } from '../../core/conversation.ts';
import { beginConversation } from '../../core/conversation-step.ts';
import { conversations } from '../../core/records/dialogue.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName, workers } from '../../domain/person.ts';
import { shortTitle, taskKeys, taskLine, taskRows } from '../../agency/tasks.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { dropConversation } from '../drop-conversation.ts';
import { menuCard } from '../menu-card.ts';
import { aboutText } from './announce-tasks.ts';
import { backConversation } from './back.conversation.ts';
import { undoOffer } from './done-task.ts';
import { giverOf } from './give-task.ts';
import { changeTask, openTask, titleOf, type KnownTask } from './known-task.ts';
import { laterConversation } from './later.conversation.ts';
import { passConversation } from './pass.conversation.ts';
import { settle } from './settle.ts';

const ownPermission = { roles: workers, chats: ['private'] } as const;

/** An action on a task that is still open; anything else is answered with how it stands. */
function onOpen(run: (turn: Turn, known: KnownTask, ...rest: Parameters<Action['run']>) => Promise<Draft>): Action {
  return {
    permission: ownPermission,
    run: async (turn, subject, question) => {
      const known = await openTask(turn, subject);
      if (typeof known === 'string') return { outbound: tell(turn, known, true) };
      return run(turn, known, turn, subject, question);
    },
  };
}

/** Opens a talk about a task: once, however often it is pressed; one about another task makes way for it. */
async function openOnce<Input extends { readonly task: string }>(
  turn: Turn,
  definition: ConversationDefinition<Input>,
  input: Input,
): Promise<Draft> {
  const { bot, chat } = turn.inbound;
  const open = (await turn.store.find(conversations, { name: 'open', value: chat })).filter(
    ({ value }) => value.name === definition.name && value.person === turn.person.id,
  );
  const isSame = (value: unknown): boolean => {
    const parsed = definition.input.safeParse(value);
    return parsed.success && parsed.data.task === input.task;
  };
  if (open.some(({ value }) => isSame(value.input)))
    return { outbound: tell(turn, turn.texts.label('task-asked-below')) };
  const before = await Promise.all(open.map((one) => dropConversation(turn, one)));
  const begun = await beginConversation(definition, input, { bot, chat, origins: [] }, turn);
  return joinDrafts({ outbound: answerPress(turn, '') }, ...before, begun);
}

/** [Plus tard]: only whoever does it puts it off; others have no reminder to put off. */
const laterAction = onOpen(async (turn, known) =>
  known.part === 'doer'
    ? openOnce(turn, laterConversation, { task: known.task.value.id, title: titleOf(turn, turn.texts, known) })
    : { outbound: tell(turn, turn.texts.label('task-not-yours-now'), true) },
);

const passAction = onOpen(async (turn, known) =>
  openOnce(turn, passConversation, { task: known.task.value.id, title: titleOf(turn, turn.texts, known) }),
);

/** [Je ne peux pas]: where nobody is left to take it back, that is said at once. */
const backAction = onOpen(async (turn, known) => {
  if (known.part !== 'doer') return { outbound: tell(turn, turn.texts.label('task-not-yours-now'), true) };
  const giver = await giverOf(turn, known.task.value);
  if (giver === null) return { outbound: tell(turn, turn.texts.label('task-back-nobody'), true) };
  return openOnce(turn, backConversation, {
    task: known.task.value.id,
    title: titleOf(turn, turn.texts, known),
    name: firstName(giver),
  });
});

/** [Je m'en occupe]: whoever asked sees it in their list; the card keeps what can be done next. */
const takeAction = onOpen(async (turn, known, _turn, subject, question) => {
  if (known.part !== 'doer') return { outbound: tell(turn, turn.texts.label('task-not-yours-now'), true) };
  const title = titleOf(turn, turn.texts, known);
  const line = turn.texts.say('task-taken', { task: taskLine(turn, turn.texts, known.task.value, known.names) });
  return joinDrafts(
    changeTask(known, { state: 'doing' }),
    await settle(turn, question.value, {
      task: subject,
      line,
      label: shortTitle(title),
      rows: taskRows(turn.texts, known.task.value),
    }),
  );
});

/** Whether somebody may say that it is not needed any more: who asked for it, or who looks after the act where nobody did. */
function mayDrop(turn: Turn, { part, task }: KnownTask): boolean {
  return task.value.createdBy === turn.person.id || (task.value.createdBy === null && part === 'leader');
}

/** [Laisser tomber]: with ↩ for a minute; then whoever was to do it hears that there is no need. */
const dropAction = onOpen(async (turn, known, _turn, subject, question) => {
  if (!mayDrop(turn, known)) return { outbound: tell(turn, turn.texts.label('answer-not-yours'), true) };
  const title = titleOf(turn, turn.texts, known);
  const { person } = known.task.value;
  return joinDrafts(
    changeTask(known, { state: 'dropped', doneBy: turn.person.id, doneAt: turn.now }),
    {
      writes: [auditLine(turn, 'task.dropped', subject, 'done')],
      due:
        person === null || person === turn.person.id
          ? []
          : [
              {
                id: `task-ticked:${subject}`,
                kind: 'task.ticked',
                at: turn.now + undoMs,
                payload: { task: subject },
              },
            ],
    },
    await settle(turn, question.value, {
      task: subject,
      line: turn.texts.say('task-dropped', { title }),
      label: shortTitle(title),
      rows: [[undoOffer(turn, subject)]],
    }),
  );
});

/** One task with everything that this person can do about it. */
export function taskCard(turn: Turn, known: KnownTask): Draft {
  const { texts } = turn;
  const { value } = known.task;
  const asker = value.createdBy === null ? undefined : known.names.people.get(value.createdBy);
  const doer = value.person === null ? undefined : known.names.people.get(value.person);
  const opening =
    known.part !== 'doer'
      ? texts.say('task-card-of', { name: doer === undefined ? '?' : firstName(doer) })
      : asker === undefined || asker.id === turn.person.id
        ? texts.say('task-card-own')
        : texts.say('task-card-asked', { name: firstName(asker) });
  const text: Text = stacked([
    aboutText(turn, texts, value, known.names, opening),
    value.state === 'doing' && known.part !== 'doer' ? texts.say('task-card-doing') : null,
    value.snoozedUntil === null || value.snoozedUntil <= turn.today
      ? null
      : texts.say('task-card-snoozed', { day: dayName(turn, texts, value.snoozedUntil) }),
  ]);
  return menuCard(turn, text, rowsFor(turn, known));
}

function rowsFor(turn: Turn, known: KnownTask): Offer[][] {
  const { texts } = turn;
  const { value } = known.task;
  if (known.part === 'doer') return taskRows(texts, value);
  const drop = mayDrop(turn, known)
    ? [[{ key: `${taskKeys.drop}${value.id}`, label: texts.label('task-do-drop') }]]
    : [];
  return [
    [
      { key: `${taskKeys.done}${value.id}`, label: texts.label('task-do-done') },
      { key: `${taskKeys.pass}${value.id}`, label: texts.label('task-do-pass') },
    ],
    ...drop,
  ];
}

const openAction = onOpen(async (turn, known) =>
  joinDrafts({ outbound: answerPress(turn, '') }, taskCard(turn, known)),
);

/** What the buttons about one task do, besides saying that it is done. */
export const singleTaskActions: readonly (readonly [string, Action])[] = [
  ['task.back', backAction],
  ['task.drop', dropAction],
  ['task.later', laterAction],
  ['task.open', openAction],
  ['task.pass', passAction],
  ['task.take', takeAction],
];
