import { commitCard } from '../../core/card.ts';
import { type Command } from '../../core/command.ts';
import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { conversations, questions } from '../../core/records/dialogue.ts';
import { reply, retire } from '../../core/replies.ts';

/** `/annuler`: drops the card one is answering; what is noted already stays, and the answer says how to cancel that. */
export const cancelCommand: Command = {
  name: { fr: 'annuler', en: 'cancel' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: true,
  run: async (turn) => {
    const open = (await turn.store.find(conversations, { name: 'open', value: turn.inbound.chat })).filter(
      (one) => one.value.person === turn.person.id,
    );
    const last = open.at(-1);
    if (last === undefined) return { outbound: [reply(turn, turn.texts.say('cancel-nothing'))] };
    const question = await turn.store.get(questions, last.value.question ?? '-');
    const card = commitCard(
      { text: turn.texts.say('cancel-done'), rows: [], acceptsText: false, target: last.value },
      turn,
    );
    const closed =
      question === null
        ? {}
        : {
            writes: [
              put(questions, {
                ...question.value,
                state: 'closed' as const,
                choices: [],
                retired: retire(question.value),
              }),
            ],
          };
    return joinDrafts(
      {
        guards: [unchanged(conversations, last)],
        writes: [put(conversations, { ...last.value, state: 'done' })],
        cancel: [`conversation:${last.value.id}`],
      },
      closed,
      { outbound: [card.outbound, reply(turn, turn.texts.say('cancel-done'))] },
    );
  },
};
