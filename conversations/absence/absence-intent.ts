import { beginConversation, originOf, resumeConversation } from '../../core/conversation-step.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { type Command } from '../../core/command.ts';
import { permit } from '../../core/permission.ts';
import { conversations } from '../../core/records/dialogue.ts';
import { bots } from '../../core/records/identity.ts';
import { channelOf } from '../../core/refs.ts';
import { react, reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { isRemark, readDays } from '../../domain/spoken-days/index.ts';
import { dropConversation } from '../drop-conversation.ts';
import { absenceConversation } from './absence.conversation.ts';
import { absencesOn, freeConversation } from './free.conversation.ts';
import { isUnsettled, lateAnswerIn } from './later-words.ts';
import { contextOf, recap } from './reading.ts';

/**
 * Plain words about one's own days. In private a vague sentence is asked about; in a group only a clear statement counts,
 * and the talk goes on in private: nothing about somebody's days is repeated there.
 */
export async function absenceIntent(turn: Turn, text: string): Promise<Draft | null> {
  const where = { chat: turn.inbound.chatKind, today: turn.today };
  if (!permit(turn.person, absenceCommand.permission, where).allowed) return null;
  // The day in « je te dis jeudi » is that of the answer.
  if (isUnsettled(text) || lateAnswerIn(text) !== null) return null;
  const reading = readDays(text, contextOf(turn));
  const inGroup = turn.inbound.chatKind === 'group';
  if (reading.type === 'none') return null;
  if (reading.type === 'ask') {
    // « la vapeur confirmera demain » names a day of theirs, and is nobody's absence.
    if (isRemark(text, contextOf(turn))) return null;
    const worthAsking = reading.kind === 'absence' && (reading.understood.length > 0 || !inGroup);
    return worthAsking || (!inGroup && reading.understood.length > 0) ? openAbsence(turn, text) : null;
  }
  if (inGroup && !reading.firstPerson) return null;
  if (reading.kind === 'absence' || reading.only === true) return openAbsence(turn, text);
  const noted = await absencesOn(turn, reading.parts);
  if (noted.length > 0)
    return openIn(turn, (place) =>
      beginConversation(freeConversation, { parts: [...reading.parts], today: turn.today }, place, turn),
    );
  if (inGroup) return null;
  return { outbound: [reply(turn, turn.texts.say('free-nothing-noted', { days: recap(turn, reading.parts) }))] };
}

function openAbsence(turn: Turn, words: string | null): Promise<Draft> {
  return openIn(turn, (place) => beginOrGoOn(turn, words, place));
}

/** Until a card is confirmed, whatever the person says of their days belongs to it; asked for anew, it makes way. */
async function beginOrGoOn(turn: Turn, words: string | null, place: Setting): Promise<Draft> {
  const open = await turn.store.find(conversations, { name: 'open', value: place.chat });
  const last = open.findLast(
    (one) => one.value.name === absenceConversation.name && one.value.person === turn.person.id,
  );
  if (last !== undefined && words !== null) {
    return resumeConversation(absenceConversation, last, { type: 'text', text: words }, turn);
  }
  const begun = await beginConversation(absenceConversation, { words, today: turn.today }, place, turn);
  return last === undefined ? begun : joinDrafts(await dropConversation(turn, last), begun);
}

type Setting = Parameters<typeof beginConversation>[2];

/** Opens a conversation in private. From a group that takes a private chat; without one, the link to open it. */
async function openIn(turn: Turn, begin: (place: Setting) => Promise<Draft>): Promise<Draft> {
  const { inbound } = turn;
  const origins = inbound.message === null ? [] : [originOf(inbound.chat, inbound.message)];
  if (inbound.chatKind === 'private') return begin({ bot: inbound.bot, chat: inbound.chat, origins });
  const open = turn.account.reach.filter((way) => way.open && channelOf(way.bot) === channelOf(inbound.bot));
  const way = open.find((candidate) => candidate.bot === inbound.bot) ?? open[0];
  if (way !== undefined)
    return joinDrafts({ outbound: react(turn, '👀') }, await begin({ bot: way.bot, chat: way.chat, origins }));
  const bot = await turn.store.get(bots, inbound.bot);
  const link = `https://t.me/${bot?.value.username ?? ''}?start=dispo`;
  return { outbound: [reply(turn, turn.texts.say('group-come-private', { link }), { replyTo: inbound.message })] };
}

/** `/indispo`, with or without days behind it. */
export const absenceCommand: Command = {
  name: { fr: 'indispo', en: 'away' },
  permission: { roles: workers, chats: ['private', 'group'] },
  listed: true,
  run: (turn, words) => openAbsence(turn, words.trim() === '' ? null : words),
};
