import { describe, expect, it } from 'vitest';
import { runProgram } from '../../cli/program.ts';
import { catalogue } from '../../conversations/catalogue.ts';
import { parseDay } from '../../domain/day.ts';
import { readDays } from '../../domain/spoken-days/index.ts';
import { holidayCalendar } from '../../integrations/holidays/index.ts';
import { anchorsOf, documents, isThere, labelsOf, linksOf, pathsIn, textOf } from './documents.ts';

describe.each(documents())('%s', (path) => {
  it('when it links to a document, there is one, with that heading', () => {
    const broken = linksOf(path).filter(
      ({ to, heading }) => !isThere(to) || (heading !== null && !anchorsOf(to).includes(heading)),
    );
    expect(broken).toEqual([]);
  });

  it('when it names a file or folder, there is one', () => {
    expect(pathsIn(path).filter((named) => !isThere(named))).toEqual([]);
  });
});

it('when the program has a command, the README lists it, and no other', async () => {
  const lines: string[] = [];
  const nothing = (async function* (): AsyncGenerator<string> {})();
  await runProgram(['--help'], {}, { out: (line) => lines.push(line), err: () => undefined, input: nothing });
  const help = lines.join('\n');
  const offered = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  const table = textOf('README.md').slice(textOf('README.md').indexOf('| Command |'));
  const listed = [...table.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(offered.filter((name) => name !== 'help'));
});

describe.each(['musicien', 'manager', 'booker', 'regisseur', 'rh'].map((name) => `docs/fr/${name}.md`))(
  '%s',
  (path) => {
    const text = textOf(path);

    it('when it names a command, there is one', () => {
      const named = [...text.matchAll(/`\/([a-z]+)/g)].map(([, name = '']) => name);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => !catalogue.commands.some((command) => command.name.fr === name))).toEqual([]);
    });

    it('when it names a button, some text of Régie is that button', () => {
      const labels = labelsOf();
      const named = [...text.matchAll(/\*\*\[([^\]]+)\]\*\*/g)].map(([, label]) => label);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((label = '') => !labels.some((known) => known.test(label)))).toEqual([]);
    });
  },
);

it('when musicians are shown a sentence as an example, Régie understands it', () => {
  const today = parseDay('2026-11-22');
  if (today === null) throw new Error('no such day');
  const examples = [...textOf('docs/fr/musicien.md').matchAll(/^- « (.+) »$/gm)].map(([, words = '']) => words);
  const holidays = holidayCalendar({ from: 2025, to: 2030 });
  expect(examples.length).toBeGreaterThan(5);
  expect(examples.filter((words) => readDays(words, { today, locale: 'fr', holidays }).type !== 'days')).toEqual([]);
});
