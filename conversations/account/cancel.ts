import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { permit } from '../../core/permission.ts';
import { conversations, questions } from '../../core/records/dialogue.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { undecide } from '../absence/absence-approval.ts';
import { undecideDeal } from '../deals/undecide-deal.ts';
import { dropConversation } from '../drop-conversation.ts';
import { cancelAbsence } from '../absence/cancel-absence.ts';
import { undoSheetChange } from '../road/sheet-actions.ts';

/** What « annuler » takes back when nothing is under way: the ↩ that the last card still offers. */
const undoable: ReadonlyMap<string, Action> = new Map([
  ['absence.cancel', cancelAbsence],
  ['absence.undecide', undecide],
  ['deal.undecide', undecideDeal],
  ['sheet.undo', undoSheetChange],
]);

/** What was written or pressed is taken back shortly after; an older card of that kind is not what « annuler » means. */
const menuMs = 10 * 60_000;

/** `/annuler`: drops the card one is answering; with none, does what ↩ on the last card would. */
export const cancelCommand: Command = {
  name: { fr: 'annuler', en: 'cancel' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: true,
  run: async (turn) => {
    const open = await turn.store.find(conversations, { name: 'open', value: turn.inbound.chat });
    const last = open.findLast((one) => one.value.person === turn.person.id);
    if (last === undefined) return undoLast(turn);
    return joinDrafts(await dropConversation(turn, last), { outbound: [reply(turn, turn.texts.say('cancel-done'))] });
  },
};

async function undoLast(turn: Turn): Promise<Draft> {
  const open = await turn.store.find(questions, { name: 'open', value: turn.inbound.chat });
  const offers = open.filter(
    ({ value }) =>
      value.person === turn.person.id &&
      turn.now <= value.until &&
      (value.purpose === 'action' || (value.purpose === 'menu' && turn.now - value.openedAt < menuMs)),
  );
  const last = offers.findLast((one) => one.value.choices.some((choice) => choice.means === 'undo'));
  const [name = '', subject = ''] = last?.value.choices.find((choice) => choice.means === 'undo')?.key.split(':') ?? [];
  const action = undoable.get(name);
  const allowed =
    action !== undefined &&
    permit(turn.person, action.permission, { chat: turn.inbound.chatKind, today: turn.today }).allowed;
  if (last === undefined || action === undefined || !allowed)
    return { outbound: [reply(turn, turn.texts.say('cancel-nothing'))] };
  return action.run(turn, subject, last);
}
