import { type Command } from '../../core/command.ts';
import { beginConversation, originOf } from '../../core/conversation-step.ts';
import { reply } from '../../core/replies.ts';
import { actsFor, dealers } from '../../agency/deciders.ts';
import { dealNumber, showLead } from '../pipeline/show-lead.ts';
import { beginTerms, termsSaid } from './change-terms.conversation.ts';
import { dealConversation } from './deal.conversation.ts';

/**
 * `/deal gribich le fil 13/3 1800ht +vhr 2e option`: one line, or step by step without any. A number alone shows that deal,
 * a number and terms (`/deal 42 1700`) change them.
 */
export const dealCommand: Command = {
  name: { fr: 'deal', en: 'deal' },
  permission: { roles: dealers, chats: ['private'] },
  listed: true,
  opensSentence: (words) => /\d/.test(words),
  run: async (turn, words) => {
    if ((await actsFor(turn)).length === 0) return { outbound: [reply(turn, turn.texts.say('deal-no-act'))] };
    const number = dealNumber(words);
    if (number !== null) return showLead(turn, number);
    const terms = await termsSaid(turn, words);
    if (terms !== null) return beginTerms(turn, terms.known, terms.words);
    const { bot, chat, message } = turn.inbound;
    const origins = message === null ? [] : [originOf(chat, message)];
    return beginConversation(dealConversation, { words, fields: null }, { bot, chat, origins }, turn);
  },
};
