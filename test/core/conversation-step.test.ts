import { describe, expect, it } from 'vitest';
import { type Draft } from '../../core/commit.ts';
import { beginConversation, originOf, resumeConversation } from '../../core/conversation-step.ts';
import { conversations, questions, type ConversationState, type Question } from '../../core/records/dialogue.ts';
import { incidents } from '../../core/records/oversight.ts';
import { type Collection } from '../../core/collection.ts';
import { type Turn } from '../../core/turn.ts';
import { plain } from '../../core/text.ts';
import { botRef, chatRef, hour, inbound, messageRef, noon, said } from '../support/builders.ts';
import { card, conversation, ending, wordOf } from '../support/conversation.ts';
import { turn } from '../support/turn.ts';

const place = { bot: botRef('telegram:staff'), chat: chatRef('telegram:staff:1001'), origins: [] };
const two = conversation(async (dialogue) => {
  const first = await dialogue.ask('one', card('Un ?'));
  await dialogue.ask('two', card('Deux ?'));
  return ending(`fin ${wordOf(first)}`);
});
const answer = (text: string) => ({ type: 'text', text }) as const;
const press = (nonce: string) => inbound({ type: 'press', query: 'query-1', nonce, message: messageRef('60') });

/** The one record of a collection that a draft writes. */
function written<T extends { readonly id: string }>(collection: Collection<T>, draft: Draft): T {
  const found = (draft.writes ?? []).filter((write) => write.collection === collection.name);
  const json = found[0]?.value?.json;
  if (found.length !== 1 || json === undefined) throw new Error(`${found.length} writes of ${collection.name}`);
  return collection.schema.parse(JSON.parse(json));
}

const operations = (draft: Draft) => (draft.outbound ?? []).map((message) => message.operation.type);
const nonces = (question: Question) => question.choices.map((choice) => choice.nonce);

async function begun(at: Turn = turn()): Promise<{ state: ConversationState; question: Question; draft: Draft }> {
  const draft = await beginConversation(two, { name: 'Léa' }, place, at);
  return { draft, state: written(conversations, draft), question: written(questions, draft) };
}

const resume = (state: ConversationState, text: string, at: Turn, version = 1) =>
  resumeConversation(two, { value: state, version }, answer(text), at);

describe('the first step', () => {
  it('when a conversation begins, sends its card, notes its question and says when it ends by itself', async () => {
    const { draft, state, question } = await begun();
    const [sent] = draft.outbound ?? [];
    expect(sent).toMatchObject({ id: state.card, chat: place.chat, lane: 'reply', operation: { type: 'send' } });
    expect(question).toMatchObject({ state: 'open', subject: state.id, person: 'lea-moreau', card: sent?.id });
    expect(draft.due).toEqual([
      expect.objectContaining({ id: `conversation:${state.id}`, kind: 'conversation.expire', at: noon + 24 * hour }),
    ]);
    const shown = sent?.operation.type === 'send' ? sent.operation.rows.flat().map((choice) => choice.nonce) : [];
    expect(nonces(question)).toEqual(shown);
    expect(new Set(shown).size).toBe(2);
  });
});

describe('an answer', () => {
  it('when the next question is asked, rewrites the same card, and no nonce of before opens it', async () => {
    const first = await begun();
    let fresh = 0;
    const at = turn({ random: { token: () => `fresh${(fresh += 1)}`, integer: () => 0 } });
    const draft = await resume(first.state, 'le 12', at);
    const edit = (draft.outbound ?? []).find((message) => message.operation.type === 'edit');
    expect(edit?.operation).toMatchObject({ type: 'edit', target: first.state.card });
    const after = written(questions, draft);
    expect(after.id).toBe(first.question.id);
    expect(after.card).toBe(first.question.card);
    expect(nonces(after).filter((nonce) => nonces(first.question).includes(nonce))).toEqual([]);
  });

  it('when something else moved the conversation meanwhile, the step is lost by its guard', async () => {
    const { state } = await begun();
    const draft = await resume(state, 'le 12', turn(), 7);
    expect(draft.guards).toEqual([{ collection: 'conversations', id: state.id, version: 7 }]);
  });

  it('when words rewrite a card further up, the words get a sign; a press is answered and gets none', async () => {
    const { state } = await begun();
    expect(operations(await resume(state, 'le 12', turn()))).toContain('react');
    const pressed = turn({ inbound: press('n') });
    const draft = await resumeConversation(two, { value: state, version: 1 }, { type: 'choice', key: 'yes' }, pressed);
    expect(operations(draft)).toEqual(['answer', 'edit']);
  });

  it('when the same step is decided again, its messages have the same names', async () => {
    const { state } = await begun();
    const ids = async () => (await resume(state, 'le 12', turn())).outbound?.map((message) => message.id);
    expect(await ids()).toEqual(await ids());
  });

  it('when it was written, a later edit of that message finds the conversation', async () => {
    const { state } = await begun();
    const message = inbound(said('le 12'), { message: messageRef('77') });
    const next = written(conversations, await resume(state, 'le 12', turn({ inbound: message })));
    expect(next.origins).toEqual([originOf(message.chat, messageRef('77'))]);
    expect(conversations.indexes(next)).toContainEqual({ name: 'origin', value: 'telegram:staff:1001 77' });
  });
});

describe('the end', () => {
  async function ended(at: Turn = turn()) {
    const first = await begun();
    const second = written(conversations, await resume(first.state, 'le 12', turn()));
    const draft = await resume(second, 'oui', at);
    return { first, draft };
  }

  it('when a conversation is over, its card loses its buttons and no old button is a choice any more', async () => {
    const { first, draft } = await ended();
    const edit = (draft.outbound ?? []).find((message) => message.operation.type === 'edit');
    expect(edit?.operation).toMatchObject({ target: first.state.card, rows: [], text: plain('fin le 12') });
    expect(written(questions, draft)).toMatchObject({ state: 'closed', choices: [] });
    expect(written(conversations, draft).state).toBe('done');
  });

  it('when a conversation is over, nothing waits for its expiry any more', async () => {
    const { first, draft } = await ended();
    expect(draft.cancel).toEqual([`conversation:${first.state.id}`]);
    expect(draft.due ?? []).toEqual([]);
  });

  it('when a press ended it, the press is answered with the outcome', async () => {
    const { draft } = await ended(turn({ inbound: press('n') }));
    expect(draft.outbound?.[0]?.operation).toMatchObject({ type: 'answer', query: 'query-1', text: 'Noté' });
  });
});

describe('a conversation that cannot go on', () => {
  it('when it breaks, says so in a sentence, closes its card and leaves an incident without private words', async () => {
    const { state } = await begun();
    const failing = conversation(() => Promise.reject(new Error('Léa a dit quelque chose')));
    const draft = await resumeConversation(failing, { value: state, version: 1 }, answer('secret'), turn());
    expect(written(questions, draft).state).toBe('closed');
    const incident = written(incidents, draft);
    expect(incident).toMatchObject({ severity: 'error', code: 'conversation.threw', source: 'test' });
    expect(JSON.stringify(incident)).not.toMatch(/secret|quelque chose/);
    expect(draft.cancel).toEqual([`conversation:${state.id}`]);
  });

  it('when a press broke it, the press is answered', async () => {
    const { state } = await begun();
    const newer = conversation(async () => ending('x'), { version: 2 });
    const at = turn({ inbound: press('n') });
    const draft = await resumeConversation(newer, { value: state, version: 1 }, { type: 'choice', key: 'yes' }, at);
    expect(operations(draft)).toContain('answer');
    expect(written(incidents, draft)).toMatchObject({ severity: 'info', code: 'conversation.version_changed' });
  });
});

describe('a private conversation', () => {
  const secret = { ...two, isPrivate: true };

  it('when it waits, what was said is stored sealed for it, and it goes on from there', async () => {
    const begun = await beginConversation(secret, { name: 'Léa' }, place, turn());
    const first = written(conversations, begun);
    const step = await resumeConversation(secret, { value: first, version: 1 }, answer('06 12 34 56 78'), turn());
    const waiting = written(conversations, step);
    expect(waiting.log).toHaveLength(1);
    expect(JSON.stringify(step)).not.toContain('06 12');
    const end = await resumeConversation(secret, { value: waiting, version: 2 }, answer('ok'), turn());
    expect(JSON.stringify(end.outbound)).toContain('fin 06 12 34 56 78');
  });

  it('when it ends, nothing of what was said stays in it', async () => {
    const begun = await beginConversation(secret, { name: 'Léa' }, place, turn());
    const step = await resumeConversation(
      secret,
      { value: written(conversations, begun), version: 1 },
      answer('un'),
      turn(),
    );
    const end = await resumeConversation(
      secret,
      { value: written(conversations, step), version: 2 },
      answer('deux'),
      turn(),
    );
    expect(written(conversations, end)).toMatchObject({ state: 'done', log: [] });
  });
});
