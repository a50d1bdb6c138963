import { beginConversation } from '../../core/conversation-step.ts';
import { type Draft } from '../../core/commit.ts';
import { joinDrafts } from '../../core/commit.ts';
import { type Turn } from '../../core/turn.ts';
import { readProfileSentence, type SaidOfOneself } from '../../domain/profile-words.ts';
import { readProfileValue } from '../../domain/profile.ts';
import { menuCard } from '../menu-card.ts';
import { nextRow, profileConversation, savedText } from './profile.conversation.ts';
import { saveProfile, type Change } from './save-profile.ts';

/** « mon numéro : 06 12 34 56 78 », « je suis végétarienne », said in private without asking for one's card first. */
export async function profileIntent(turn: Turn, text: string): Promise<Draft | null> {
  if (turn.inbound.chatKind !== 'private') return null;
  const said = readProfileSentence(text);
  return said === null ? null : noteProfile(turn, said);
}

/** Notes what somebody said of themselves; what is missing of it, or cannot be, is asked. */
export async function noteProfile(turn: Turn, { field, words, adds }: SaidOfOneself): Promise<Draft> {
  const value = words === '' ? null : readProfileValue(field, words);
  const change = changeOf(field, value);
  if (change === null) {
    const place = { bot: turn.inbound.bot, chat: turn.inbound.chat, origins: [] };
    return beginConversation(profileConversation, { field, wrong: value?.type === 'wrong' }, place, turn);
  }
  const done = await saveProfile(turn, change, adds);
  return joinDrafts(done.draft, menuCard(turn, savedText(turn.texts, field, done), [nextRow(turn.texts)]));
}

function changeOf(field: SaidOfOneself['field'], value: ReturnType<typeof readProfileValue> | null): Change | null {
  if (value === null || value.type === 'wrong') return null;
  if (field === 'emergency') {
    if (value.type === 'nothing') return { field, contact: null };
    if (value.type !== 'emergency' || value.name === null || value.phone === null) return null;
    return { field, contact: { name: value.name, phone: value.phone } };
  }
  if (value.type === 'nothing') return { field, text: null };
  return value.type === 'text' ? { field, text: value.text } : null;
}
