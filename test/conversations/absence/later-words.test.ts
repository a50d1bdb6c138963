import { describe, expect, it } from 'vitest';
import { isUnsettled, lateAnswerIn } from '../../../conversations/absence/later-words.ts';

describe('when somebody will answer', () => {
  it.each([
    ['je te dis jeudi', 'jeudi'],
    ['je réponds jeudi', 'jeudi'],
    ['ok je vous redis lundi matin', 'lundi matin'],
    ['je te tiens au courant demain', 'demain'],
    ["I'll let you know Thursday", 'Thursday'],
  ])('when it is « %s », the day is that of the answer', (text, when) => {
    expect(lateAnswerIn(text)).toBe(when);
  });

  it.each(['on verra', 'on verra jeudi', 'peut-être', 'peut-être samedi', 'je sais pas encore', 'not sure'])(
    'when it is « %s », nothing is settled',
    (text) => {
      expect(isUnsettled(text)).toBe(true);
    },
  );

  it.each([
    'je te dis que je suis pas dispo jeudi',
    'je confirme, absent jeudi',
    'pas dispo jeudi',
    'je serai pas là jeudi',
    'on est en vacances du 12 au 15',
    'jeudi 12',
    'peut-être pas dispo samedi',
    'je ne sais pas si je suis dispo le 12',
    'maybe away on Friday',
  ])('when it is « %s », it says something of one’s days', (text) => {
    expect(lateAnswerIn(text)).toBeNull();
    expect(isUnsettled(text)).toBe(false);
  });
});
