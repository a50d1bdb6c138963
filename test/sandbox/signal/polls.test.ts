import { describe, expect, test } from 'vitest';
import { errorOf, startBench, timestampOf } from './support.ts';

async function withPoll(options: { multiple?: boolean } = {}) {
  const bench = await startBench({ profileName: 'Régie', deliveryReceipts: false });
  const lea = bench.signal.addPerson({ name: 'Léa' });
  const group = bench.signal.addGroup('Bureau', [lea.aci]);
  const reader = await bench.read();
  const body = {
    recipient: group.id,
    question: 'Valider Le Fil ?',
    answers: ['Valider', 'Refuser'],
    allow_multiple_selections: options.multiple ?? false,
  };
  const answer = await bench.call('POST', '/v1/polls/{number}', body);
  return { bench, lea, group, reader, answer, timestamp: timestampOf(answer) };
}

describe('polls', () => {
  test('when the account asks, the answer is 201 with the timestamp and people see the options', async () => {
    const { lea, group, answer } = await withPoll();
    expect(answer.status).toBe(201);
    expect(lea.see(group.id).messages[0]?.poll).toEqual({
      question: 'Valider Le Fil ?',
      options: [
        { text: 'Valider', voters: [] },
        { text: 'Refuser', voters: [] },
      ],
      multiple: false,
      closed: false,
    });
  });

  test('when somebody votes and changes their mind, voteCount grows and the last vote counts', async () => {
    const { bench, lea, group, reader, timestamp } = await withPoll();
    lea.vote({ chat: group.id, timestamp, options: [0] });
    const target = { targetSentTimestamp: timestamp, authorUuid: bench.signal.aci };
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      pollVote: { ...target, optionIndexes: [0], voteCount: 1 },
    });
    lea.vote({ chat: group.id, timestamp, options: [1] });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      pollVote: { optionIndexes: [1], voteCount: 2 },
    });
    lea.vote({ chat: group.id, timestamp, options: [] });
    expect((await reader.next()).envelope?.dataMessage).toMatchObject({
      pollVote: { optionIndexes: [], voteCount: 3 },
    });
    lea.vote({ chat: group.id, timestamp, options: [1] });
    expect(lea.see(group.id).messages[0]?.poll?.options.map((option) => option.voters)).toEqual([[], [lea.aci]]);
  });

  test('when a vote makes no sense, the app does not let it through', async () => {
    const { lea, group, timestamp } = await withPoll();
    const vote = (options: number[]): number => lea.vote({ chat: group.id, timestamp, options });
    expect(() => vote([0, 1])).toThrow('this poll takes one answer');
    expect(() => vote([2])).toThrow('no such option');
  });

  test('when the account closes it, people see it closed and cannot vote any more', async () => {
    const { bench, lea, group, timestamp } = await withPoll({ multiple: true });
    lea.vote({ chat: group.id, timestamp, options: [0, 1] });
    const closing = { recipient: group.id, poll_timestamp: String(timestamp) };
    expect((await bench.call('DELETE', '/v1/polls/{number}', closing)).status).toBe(204);
    expect(lea.see(group.id).messages[0]?.poll?.closed).toBe(true);
    expect(() => lea.vote({ chat: group.id, timestamp, options: [0] })).toThrow('the poll is closed');
  });

  test('when the account votes in somebody’s poll, its answers count from 1', async () => {
    const { bench, lea, group } = await withPoll();
    const asked = lea.write({ chat: group.id, poll: { question: 'Pizza ?', options: ['oui', 'non'] } });
    const body = { recipient: group.id, poll_author: lea.aci, poll_timestamp: String(asked), selected_answers: [2] };
    expect((await bench.call('POST', '/v1/polls/{number}/vote', body)).status).toBe(204);
    const voters = lea
      .see(group.id)
      .messages.at(-1)
      ?.poll?.options.map((option) => option.voters);
    expect(voters).toEqual([[], [bench.signal.aci]]);
  });

  test.each([
    [['une seule'], 'Q ?', 'Poll needs at least two options'],
    [Array.from({ length: 11 }, (_, index) => `${index}`), 'Q ?', 'Poll cannot have more than 10 options'],
    [['a', 'b'.repeat(101)], 'Q ?', 'Poll options must have 1 to 100 characters'],
    [['a', 'b'], 'q'.repeat(201), 'Poll question is longer than 200 characters'],
    [['a', 'b'], '', "Couldn't process request - question missing"],
  ])('when the options are %s and the question %s, it is refused', async (answers, question, error) => {
    const { bench, group, lea } = await withPoll();
    const answer = await bench.call('POST', '/v1/polls/{number}', { recipient: group.id, question, answers });
    expect([answer.status, errorOf(answer)]).toEqual([400, error]);
    expect(lea.see(group.id).messages).toHaveLength(1);
  });
});
