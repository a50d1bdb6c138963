import { describe, expect, test } from 'vitest';
import {
  contractAvailable,
  openSignalContract,
  validateAnswer,
  validateFrame,
  validateRequest,
} from './signal-contract.ts';

const envelope = { timestamp: 1, serverReceivedTimestamp: 1, serverDeliveredTimestamp: 1, sourceNumber: null };

describe.runIf(contractAvailable)('the published description as a judge', () => {
  test('when a request keeps it, nothing is said; when not, each problem is named', () => {
    const body = { number: '+331', recipients: ['+332'], message: 'x', quote_timestamp: 12 };
    expect(validateRequest('POST', '/v2/send', body)).toEqual([]);
    expect(validateRequest('POST', '/v2/send', { ...body, quote_timestamp: '12' })).toEqual([
      expect.stringMatching(/quote_timestamp must be integer/),
    ]);
    expect(validateRequest('POST', '/v2/send', { ...body, quoteAuthor: 'x' })).toEqual([
      expect.stringMatching(/additional/),
    ]);
    expect(validateRequest('POST', '/v2/send')).toEqual(['the body is missing']);
    expect(validateRequest('DELETE', '/v1/polls/%2B331', { recipient: 'x', poll_timestamp: 12 })).toEqual([
      expect.stringMatching(/poll_timestamp must be string/),
    ]);
    expect(validateRequest('PATCH', '/v2/send', body)).toEqual(['PATCH /v2/send is not in the description']);
    expect(validateRequest('GET', '/v1/health', {})).toEqual(['GET /v1/health takes no body']);
  });

  test('when a frame keeps it, nulls and exceptions included, nothing is said; unknown or missing fields are named', () => {
    expect(validateFrame({ account: '+331', envelope })).toEqual([]);
    expect(validateFrame({ account: '+331', exception: { type: 'X', message: 'y' } })).toEqual([]);
    expect(validateFrame({ error: 'x' })).toEqual([]);
    expect(validateFrame({ account: '+331' })).not.toEqual([]);
    expect(validateFrame({ account: '+331', envelope: { ...envelope, surprise: 1 } })).toEqual([
      expect.stringMatching(/surprise/),
    ]);
    expect(validateFrame({ account: '+331', envelope: { ...envelope, timestamp: '1' } })).toEqual([
      expect.stringMatching(/timestamp must be integer/),
    ]);
    const vote = { dataMessage: { timestamp: 1, pollVote: { targetSentTimestamp: 1 } } };
    expect(validateFrame({ account: '+331', envelope: { ...envelope, ...vote } }).join()).toMatch(/voteCount/);
  });

  test('when an answer differs from the description in a known way, it is accepted; in another way, not', () => {
    const sent = { timestamp: '1760000000000' };
    expect(validateAnswer('POST', '/v2/send', 201, sent)).toEqual([]);
    expect(validateAnswer('POST', '/v2/send', 201, [sent])).toEqual([]);
    expect(validateAnswer('POST', '/v2/send', 201, { timestamp: 1_760_000_000_000 })).not.toEqual([]);
    expect(validateAnswer('POST', '/v2/send', 429, { error: 'x', challenge_tokens: [''], account: '+331' })).toEqual(
      [],
    );
    expect(validateAnswer('GET', '/v1/accounts', 204)).toEqual(['/v1/accounts never answers 204']);
  });
});

test('when the description is not there, nothing is checked and it says so', () => {
  const contract = openSignalContract(undefined);
  expect([contract.available, contract.validateFrame({ nonsense: true })]).toEqual([false, []]);
});
