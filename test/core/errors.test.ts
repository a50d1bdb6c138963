import { expect, it } from 'vitest';
import { describeError, permanent, temporary } from '../../core/errors.ts';

it('when an error is ours, its code and nature are what was said, the time the other side named included', () => {
  expect(describeError(temporary('notion.limited', 'slow down', 90_000))).toEqual({
    code: 'notion.limited',
    message: 'slow down',
    nature: { temporary: true, retryAfterMs: 90_000 },
  });
  expect(describeError(temporary('notion.limited', 'slow down')).nature).toEqual({ temporary: true });
  expect(describeError(permanent('cipher.bad_key', 'no')).nature).toEqual({ temporary: false });
});

it('when anything else is thrown, it is unexpected and may be tried again', () => {
  for (const thrown of [new TypeError('x'), 'a string', null, undefined, { code: 'fake.code', nature: {} }]) {
    expect(describeError(thrown)).toMatchObject({ code: 'unexpected.error', nature: { temporary: true } });
  }
});

it('when an error has a cause, it is kept for engineers', () => {
  const cause = new Error('socket');
  expect(permanent('x.y', 'z', cause).cause).toBe(cause);
});
