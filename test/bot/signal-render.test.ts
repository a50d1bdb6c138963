import { describe, expect, it } from 'vitest';
import { pollAnswers, renderBody } from '../../bot/channels/signal/render.ts';
import { type Choice } from '../../core/outbound.ts';

const choice = (label: string, changes: Partial<Choice> = {}): Choice => ({
  key: label,
  label,
  nonce: `n-${label}`,
  kind: 'option',
  ...changes,
});
const bold = (text: string) => [{ text: 'C’est noté : ' }, { text, style: 'bold' as const }];

describe('a text', () => {
  it('when nothing in it could be read as markup, our bold is drawn', () => {
    expect(renderBody(bold('le 12'), null, [])).toEqual({ message: 'C’est noté : **le 12**', styled: true });
  });

  it.each(['*a*', 'a_b', 'a~b', '`x`', '||x||', '2 * 3'])(
    'when somebody’s words hold « %s », they arrive as they are and nothing is drawn',
    (words) => {
      expect(renderBody(bold(words), null, [])).toEqual({ message: `C’est noté : ${words}`, styled: false });
    },
  );

  it('when a choice’s label holds such a sign, nothing is drawn either', () => {
    expect(renderBody(bold('le 12'), null, [[choice('a*b')]])).toMatchObject({ styled: false });
  });

  it('when there is a way to say it without buttons, that is said', () => {
    expect(renderBody(bold('x'), [{ text: 'Écris les jours' }], []).message).toBe('Écris les jours');
  });

  it('when it holds what the gateway chokes on, that is left out', () => {
    expect(renderBody([{ text: 'a\0b\uD800c' }], null, []).message).toBe('ab\uFFFDc');
  });
});

describe('choices', () => {
  it('when there are some, they are numbered from 1 in their order; days of a calendar are not', () => {
    const rows = [
      [choice('12', { kind: 'cell' }), choice('13', { kind: 'cell' })],
      [choice('Oui'), choice('Non')],
    ];
    expect(renderBody([{ text: 'Ferme ?' }], null, rows).message).toBe('Ferme ?\n\n1. Oui\n2. Non');
  });

  it('when one opens a page or takes back, it has no number and the others count on', () => {
    const rows = [
      [choice('Plan', { link: 'https://x.test/a_b' }), choice('Oui'), choice('↩ Annuler', { means: 'undo' })],
    ];
    const { message } = renderBody([{ text: '?' }], null, rows);
    expect(message).toContain('1. Oui');
    expect(message).toContain('Plan : https://x.test/a_b');
    expect(message).not.toMatch(/\d\. (Plan|↩)/);
  });
});

describe('a poll', () => {
  it('when two to ten different choices fit, it offers them in the order of their numbers', () => {
    expect(pollAnswers([[choice('Oui'), choice('Non')], [choice('Peut-être')]])).toEqual(['Oui', 'Non', 'Peut-être']);
  });

  it.each([
    ['only one', [choice('Oui')]],
    ['eleven', Array.from({ length: 11 }, (_, index) => choice(String(index)))],
    ['two that read alike', [choice('Oui'), choice('Oui', { key: 'other' })]],
    ['two that are alike once cut', [choice(`${'a'.repeat(100)}1`), choice(`${'a'.repeat(100)}2`)]],
    ['days of a calendar', [choice('12', { kind: 'cell' }), choice('13', { kind: 'cell' })]],
  ])('when there is %s, there is none', (_case, choices) => {
    expect(pollAnswers([choices])).toBeNull();
  });

  it('when a label is too long, it is cut between two characters', () => {
    const answers = pollAnswers([[choice(`${'a'.repeat(99)}😀`), choice('b')]]) ?? [];
    expect(answers.every((answer) => answer.isWellFormed())).toBe(true);
  });
});
