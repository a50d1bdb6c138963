import { z } from 'zod';
import { type Draft } from '../../core/commit.ts';
import { beginConversation, originOf } from '../../core/conversation-step.ts';
import { type Card, type ConversationDefinition, type Ending } from '../../core/conversation.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { readDealLine } from '../../domain/booking-words/index.ts';
import { dealTermsSchema } from '../../domain/deal-terms.ts';
import { idSchema } from '../../domain/ids.ts';
import { changedTerms } from '../../agency/changed-terms.ts';
import { dealers } from '../../agency/deciders.ts';
import { stacked } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { ownLead, ownLeadByNumber, type KnownLead } from '../pipeline/own-leads.ts';
import { changeTerms, hasOpenDecision, headOf, keptTerms } from './change-terms.ts';
import { fieldsOf, withLine } from './fields.ts';
import { knownNames } from './understand.ts';

const inputSchema = z.strictObject({ lead: idSchema, words: z.string() });

/** What a deal is to become, as far as it was said. */
const wantedSchema = z.strictObject({
  terms: dealTermsSchema,
  /** What was read against; another revision by now is another deal. */
  revision: z.number().int(),
  unread: z.array(z.string()),
  /** Hours were said of a date that is confirmed. */
  timesLater: z.boolean(),
});

/** What a deal is to become. */
export type Wanted = z.infer<typeof wantedSchema>;

/** « deal 42 : 1700 », « deal 42 passage 22h »: what changes stands on a card, from what to what, and nothing is written before a press. */
export const termsConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'deal-terms',
  version: 1,
  permission: { roles: dealers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 24 * 3_600_000,
  givesWay: true,
  run: async (dialogue, input) => {
    let wanted = await dialogue.read('start', wantedSchema, (now) => understood(now, input.lead, null, input.words));
    for (let step = 0; ; step += 1) {
      const shown = wanted;
      const answer = await dialogue.ask(`answer-${step}`, (now) => cardFor(now, input.lead, shown));
      if (answer.type === 'choice')
        return answer.key === 'change' ? changeTerms(input.lead, shown) : async (now) => kept(now, input.lead);
      wanted = await dialogue.read(`wanted-${step}`, wantedSchema, (now) =>
        understood(now, input.lead, shown, answer.text),
      );
    }
  },
};

/** The deal meant by « 42 : 1700 » or « 42 payante » and what is said of it; null when the words are not about one's own deal. */
export async function termsSaid(turn: Turn, words: string): Promise<{ known: KnownLead; words: string } | null> {
  const said = /^\s*(?:n[°ºo.]?\s*|#\s*)?(?<number>\d{1,6})(?:\s*:\s*|\s+)(?<rest>\S[\s\S]*)$/iu.exec(words)?.groups;
  const known = said === undefined ? null : await ownLeadByNumber(turn, Number(said['number']));
  if (known === null) return null;
  const rest = said?.['rest'] ?? '';
  const line = readDealLine(rest, await knownNames(turn), contextOf(turn));
  // « /deal 13 mars gribitch le fil »: a day, an act or a place begins a deal of its own.
  const isOther = line.artist.type !== 'none' || line.days.type !== 'none' || /^(?:one|several)$/.test(line.venue.type);
  return isOther ? null : { known, words: rest };
}

/** Shows what would change, or says that nothing does. */
export async function beginTerms(turn: Turn, known: KnownLead, words: string): Promise<Draft> {
  const { value: lead } = known.lead;
  const wanted = await understood(turn, lead.id, null, words);
  if (!wanted.timesLater && changedTerms(turn, turn.texts, lead.terms, wanted.terms).length === 0)
    return { outbound: [reply(turn, turn.texts.say('deal-terms-nothing', { number: lead.number, words }))] };
  const { bot, chat, message } = turn.inbound;
  const origins = message === null ? [] : [originOf(chat, message)];
  return beginConversation(termsConversation, { lead: lead.id, words }, { bot, chat, origins }, turn);
}

async function understood(turn: Turn, id: string, before: Wanted | null, words: string): Promise<Wanted> {
  const known = await ownLead(turn, id);
  if (known === null) throw new Error('the deal is gone');
  const { value: lead } = known.lead;
  const fields = { ...fieldsOf(lead), terms: before?.terms ?? lead.terms };
  const line = readDealLine(words, await knownNames(turn), contextOf(turn));
  const { terms, unread } = withLine(fields, { ...line, days: { type: 'none' }, artist: { type: 'none' } }, () => null);
  return {
    terms: keptTerms(lead, terms),
    revision: before?.revision ?? lead.revision,
    unread,
    timesLater: lead.show !== null && JSON.stringify(terms.times) !== JSON.stringify(lead.terms.times),
  };
}

async function cardFor(turn: Turn, id: string, wanted: Wanted): Promise<Card> {
  const known = await ownLead(turn, id);
  if (known === null) return { text: turn.texts.say('deal-gone'), rows: [], acceptsText: false };
  const { texts } = turn;
  const { value: lead } = known.lead;
  const lines = changedTerms(turn, texts, lead.terms, wanted.terms);
  const confirmed = lead.show !== null;
  const asked = !confirmed && (await hasOpenDecision(turn, lead.id));
  const go = confirmed ? 'deal-do-submit' : 'deal-terms-do';
  const drop = { key: 'drop', label: texts.label('deal-drop'), means: 'no' as const };
  const change = { key: 'change', label: texts.label(go), tone: 'primary' as const, means: 'yes' as const };
  return {
    text: stacked([
      texts.say('deal-terms-ask', headOf(turn, known)),
      ...lines,
      lines.length > 0 && confirmed ? texts.say('deal-terms-confirmed') : null,
      lines.length > 0 && asked ? texts.say('deal-terms-asked-anew') : null,
      wanted.timesLater ? texts.say('deal-terms-times-later') : null,
      wanted.unread.length === 0 ? null : texts.say('deal-unread', { words: wanted.unread.join(', ') }),
    ]),
    rows: [lines.length === 0 ? [drop] : [change, drop]],
    acceptsText: true,
    poll: texts.label('deal-recap-poll'),
  };
}

async function kept(turn: Turn, id: string): Promise<Ending> {
  const known = await ownLead(turn, id);
  const text = turn.texts.say('deal-terms-dropped', { number: known?.lead.value.number ?? '?' });
  return { text, toast: null, rows: [], subject: id, draft: {} };
}
