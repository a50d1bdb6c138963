import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptDecision, takeBack, undoMs, type Attempt } from '../../core/approval.ts';
import { type Approval } from '../../core/records/oversight.ts';
import { approval, hour, noon } from '../support/builders.ts';

function attempt(changes: Partial<Attempt> = {}): Attempt {
  return {
    by: 'anna-kervella',
    choice: 'noted',
    reason: null,
    allowed: true,
    subjectVersion: 3,
    now: noon,
    ...changes,
  };
}

describe('deciding', () => {
  it('when somebody who may decides on the present version, it is decided by them, then and so', () => {
    const outcome = attemptDecision(approval(), attempt({ choice: 'talk', reason: 'date importante' }));
    expect(outcome).toMatchObject({
      type: 'decided',
      approval: {
        state: 'decided',
        decision: { by: 'anna-kervella', at: noon, choice: 'talk', reason: 'date importante' },
      },
    });
  });

  it.each<[string, Partial<Attempt>, Partial<Approval>, object]>([
    ['somebody may not decide', { allowed: false }, {}, { type: 'refused', reason: 'not-allowed' }],
    ['the record has a newer version', { subjectVersion: 4 }, {}, { type: 'refused', reason: 'stale' }],
    ['the record is gone', { subjectVersion: null }, {}, { type: 'refused', reason: 'stale' }],
    ['the deadline has passed', { now: noon + hour + 1 }, {}, { type: 'refused', reason: 'over' }],
    ['the request was withdrawn', {}, { state: 'withdrawn' }, { type: 'refused', reason: 'over' }],
    ['the request has expired', {}, { state: 'expired' }, { type: 'refused', reason: 'over' }],
  ])('when %s, nothing is decided and the reason is named', (_case, given, about, expected) => {
    expect(attemptDecision(approval(about), attempt(given))).toEqual(expected);
  });

  it('when it is the very instant of the deadline, it still counts', () => {
    expect(attemptDecision(approval(), attempt({ now: noon + hour })).type).toBe('decided');
  });

  it('when it was decided already, the second hears who decided; a stranger hears nothing of it', () => {
    const first = attemptDecision(approval(), attempt());
    const decided = first.type === 'decided' ? first.approval : approval();
    expect(attemptDecision(decided, attempt({ by: 'marc-delaunay', choice: 'talk' }))).toEqual({
      type: 'already',
      decision: { by: 'anna-kervella', at: noon, choice: 'noted', reason: null },
    });
    expect(attemptDecision(decided, attempt({ allowed: false }))).toEqual({ type: 'refused', reason: 'not-allowed' });
  });
});

describe('taking back', () => {
  const decided = approval({
    state: 'decided',
    decision: { by: 'anna-kervella', at: noon, choice: 'noted', reason: null },
  });

  it('when whoever decided takes it back within a minute, it is as it was before', () => {
    expect(takeBack(decided, 'anna-kervella', noon + undoMs)).toEqual(approval());
  });

  it.each<[string, Approval, string, number]>([
    ['a minute has passed', decided, 'anna-kervella', noon + undoMs + 1],
    ['somebody else tries', decided, 'marc-delaunay', noon],
    ['others have heard', { ...decided, announced: true }, 'anna-kervella', noon],
    ['nothing was decided', approval(), 'anna-kervella', noon],
  ])('when %s, it stays', (_case, given, by, now) => {
    expect(takeBack(given, by, now)).toBeNull();
  });
});

const managers = ['anna-kervella', 'marc-delaunay', 'nadia-benali'];
const pressArbitrary = fc.record({
  by: fc.constantFrom(...managers),
  choice: fc.constantFrom('noted', 'talk'),
  allowed: fc.boolean(),
  subjectVersion: fc.constantFrom(3, 3, 3, 4, null),
  /** Which state of the approval this manager saw when pressing: a stale one loses its guard and looks again. */
  sawOld: fc.boolean(),
});

it('however several managers press, in whatever order and on whatever view, exactly one decision stands and others hear of it', () => {
  fc.assert(
    fc.property(fc.array(pressArbitrary, { minLength: 1, maxLength: 12 }), (presses) => {
      let stored = { value: approval(), version: 1 };
      const views = presses.map((press) => (press.sawOld ? stored : null));
      const wins: string[] = [];
      const heard: string[] = [];
      for (const [index, press] of presses.entries()) {
        let view = views[index] ?? stored;
        for (;;) {
          const outcome = attemptDecision(view.value, attempt(press));
          if (outcome.type === 'decided' && view.version !== stored.version) {
            view = stored;
            continue;
          }
          if (outcome.type === 'decided') {
            stored = { value: outcome.approval, version: stored.version + 1 };
            wins.push(press.by);
          }
          if (outcome.type === 'already') heard.push(outcome.decision.by);
          break;
        }
      }
      const able = presses.filter((press) => press.allowed && press.subjectVersion === 3);
      expect(wins).toEqual(able.slice(0, 1).map((press) => press.by));
      expect(stored.value.decision?.by).toBe(wins[0]);
      expect(heard.filter((by) => by !== wins[0])).toEqual([]);
    }),
  );
});
