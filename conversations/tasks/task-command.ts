import { type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { beginConversation, originOf, type Setting } from '../../core/conversation-step.ts';
import { bots, groups } from '../../core/records/identity.ts';
import { questions } from '../../core/records/dialogue.ts';
import { channelOf } from '../../core/refs.ts';
import { react, reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { menuCard } from '../menu-card.ts';
import { announceRow, cancelOffer, createTasks, notedText } from './create-tasks.ts';
import { isOpen, newTaskConversation, orderOf } from './new-task.conversation.ts';
import { understandTask, type Pending } from './understand-task.ts';

const longest = 1000;

/** `/tache Léa : envoyer la fiche tech avant vendredi`: written down at once, unless something about it is not clear. */
export const taskCommand: Command = {
  name: { fr: 'tache', en: 'task' },
  permission: { roles: workers, chats: ['private', 'group'] },
  listed: true,
  opensSentence: (words) => words.includes(':'),
  run: async (turn, words) => {
    const said = words.trim().slice(0, longest).toWellFormed();
    const inGroup = turn.inbound.chatKind === 'group';
    const group = inGroup ? await turn.store.get(groups, turn.inbound.chat) : null;
    const pending = await understandTask(turn, said, group?.value.artist ?? null);
    if (!/\p{L}/u.test(pending.title)) return { outbound: [reply(turn, turn.texts.say('task-how'))] };
    if (isOpen(pending)) return askWhat(turn, said, pending);
    return inGroup ? writeQuietly(turn, pending) : write(turn, pending);
  },
};

async function write(turn: Turn, pending: Pending): Promise<Draft> {
  const { tasks, draft } = createTasks(turn, orderOf(pending, turn.person.id));
  const card = menuCard(turn, await notedText(turn, turn.texts, tasks), [[cancelOffer(turn.texts, tasks)]]);
  const question = card.writes?.find((one) => one.collection === questions.name)?.id ?? null;
  return joinDrafts(draft, card, { due: [announceRow(tasks, question, turn.now)] });
}

/** In a group a sign is enough: what is for whom concerns them alone. */
function writeQuietly(turn: Turn, pending: Pending): Draft {
  const { tasks, draft } = createTasks(turn, orderOf(pending, turn.person.id));
  return joinDrafts(draft, { outbound: react(turn, '👌'), due: [announceRow(tasks, null, turn.now)] });
}

/** What is not clear is asked in private, wherever it was written. */
async function askWhat(turn: Turn, words: string, pending: Pending): Promise<Draft> {
  const { inbound } = turn;
  const origins = inbound.message === null ? [] : [originOf(inbound.chat, inbound.message)];
  const begin = (place: Setting): Promise<Draft> =>
    beginConversation(newTaskConversation, { words, pending, self: turn.person.id }, place, turn);
  if (inbound.chatKind === 'private') return begin({ bot: inbound.bot, chat: inbound.chat, origins: [] });
  const open = turn.account.reach.filter((way) => way.open && channelOf(way.bot) === channelOf(inbound.bot));
  const way = open.find((candidate) => candidate.bot === inbound.bot) ?? open[0];
  if (way !== undefined)
    return joinDrafts({ outbound: react(turn, '👀') }, await begin({ bot: way.bot, chat: way.chat, origins }));
  const bot = await turn.store.get(bots, inbound.bot);
  const link = `https://t.me/${bot?.value.username ?? ''}?start=tache`;
  return { outbound: [reply(turn, turn.texts.say('group-come-private', { link }), { replyTo: inbound.message })] };
}
