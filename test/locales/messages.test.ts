import { describe, expect, it } from 'vitest';
import { allCommands } from '../../conversations/commands.ts';
import { checklist } from '../../domain/checklist.ts';
import { dealKindSchema, employerSchema, noTimes } from '../../domain/deal-terms.ts';
import { roleSchema } from '../../domain/person.ts';
import { messagesOf, productSources } from '../support/ftl.ts';

const [french, english] = [messagesOf('fr'), messagesOf('en')];
const keys = new Set(french.map((message) => message.key));
const sources = productSources();

/** Texts whose name is put together: the literal beginning in the code, and all that may follow it. */
const composed: Readonly<Record<string, readonly string[]>> = {
  'command-': allCommands.filter((command) => command.listed).map((command) => command.name.fr),
  'role-': roleSchema.options,
  'deal-kind-': dealKindSchema.options,
  'deal-employer-': employerSchema.options,
  'deal-entry-': ['free', 'paid', 'choice-free', 'choice-paid'],
  'deal-time-': Object.keys(noTimes),
  'deal-refuse-': ['far', 'price', 'tired', 'clash'],
  'deal-base-': ['price', 'margin', 'wages'],
  'deal-blocked-': ['away', 'elsewhere'],
  'task-': checklist.map((line) => line.key),
  'booking-none-': ['release', 'confirm', 'lift', 'postpone', 'cancel', 'challenge', 'extend'],
};

describe('the two languages', () => {
  it('when a text is in one of them, it is in the other, once', () => {
    expect(english.map((message) => message.key).toSorted()).toEqual(french.map((message) => message.key).toSorted());
    expect(keys.size).toBe(french.length);
  });

  it('when a text takes something, it takes the same in both', () => {
    const taken = (list: typeof french) => Object.fromEntries(list.map((message) => [message.key, message.takes]));
    expect(taken(english)).toEqual(taken(french));
  });

  it('when a text counts, both languages say what happens with one and with several', () => {
    for (const { key, pattern } of [...french, ...english].filter((message) => message.pattern.includes('->')))
      expect([key, /\[one\]/.test(pattern), /\*\[other\]/.test(pattern)]).toEqual([key, true, true]);
  });

  it('when a text is bold somewhere, it is bold in both, and every opening has its end', () => {
    const marks = (list: typeof french) =>
      Object.fromEntries(list.map((message) => [message.key, message.pattern.split('**').length - 1]));
    expect(marks(english)).toEqual(marks(french));
    for (const count of Object.values(marks(french))) expect(count % 2).toBe(0);
  });
});

describe('texts and code', () => {
  it('when the code names a text, there is one of that name', () => {
    const named = sources.flatMap(({ path, source }) =>
      [...source.matchAll(/\b(?:say|label|replyWith)\(\s*(?:turn, ?)?'([a-z][a-z0-9-]*)'/g)].map((match) => [
        path,
        match[1] ?? '',
      ]),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(([, key]) => !keys.has(key ?? ''))).toEqual([]);
  });

  it('when the name is put together, every name it can become exists', () => {
    for (const [start, ends] of Object.entries(composed)) {
      const missing = ends.map((end) => `${start}${end}`).filter((key) => !keys.has(key));
      expect(missing).toEqual([]);
    }
  });

  it('when a text exists, some code can say it', () => {
    const code = sources.map(({ source }) => source).join('\n');
    const starts = [...code.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map((match) => match[1] ?? '');
    const unused = [...keys].filter(
      (key) => !code.includes(`'${key}'`) && !starts.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

describe('typography', () => {
  const shown = (pattern: string) => pattern.replaceAll(/\{[^}]*->|\{[^}]*\}/g, 'X');

  it('when a text has an apostrophe or quotes, they are the printed ones', () => {
    for (const { key, pattern } of [...french, ...english]) {
      expect([key, /['"]/.test(shown(pattern))]).toEqual([key, false]);
    }
  });

  it('when French puts a space before a double sign or inside guillemets, it is the same kind of space everywhere', () => {
    const kinds = french.flatMap(({ pattern }) =>
      [...shown(pattern).matchAll(/([\s\u00A0\u202F])[:;?!»]|«([\s\u00A0\u202F])/g)].map(
        (match) => match[1] ?? match[2],
      ),
    );
    expect(kinds.length).toBeGreaterThan(50);
    expect(new Set(kinds).size).toBe(1);
  });

  it('when French uses a double sign, a space stands before it; English has none', () => {
    const noSpace = french.filter(({ pattern }) =>
      /[A-Za-zÀ-ÿX)][;?!»]|[A-Za-zÀ-ÿX)]:(?!\/\/)/.test(shown(pattern).replaceAll(/https?:\S+/g, '')),
    );
    expect(noSpace.map((message) => message.key)).toEqual([]);
    const spaced = english.filter(({ pattern }) => /[\s  ][:;?!]/.test(shown(pattern)));
    expect(spaced.map((message) => message.key)).toEqual([]);
  });

  it('when a text ends, no space hangs behind a line', () => {
    const hanging = [...french, ...english].filter(({ pattern }) => /[ \t]+(\n|$)/.test(pattern.trim()));
    expect(hanging.map((message) => message.key)).toEqual([]);
  });
});
