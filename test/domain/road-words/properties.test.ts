import { array, assert, constantFrom, oneof, property, shuffledSubarray, string, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDayQuestion, readFeedback, readSheetLine, readTrouble } from '../../../domain/road-words/index.ts';
import type { SheetLine } from '../../../domain/road-words/index.ts';
import { texts as spokenTexts } from '../spoken-days/properties.ts';
import { contextOf, known } from '../booking-words/known.ts';

const fr = { ...contextOf('fr'), names: known };
const en = { ...contextOf('en'), names: known };

const WORDS = constantFrom(
  ...'balance repas portes passage rdv départ arrivée hôtel : wifi = contact Karim régisseur Sam + Jo (son) Tom reste la veille train TGV 6605 Paris -> Dijon pour Léa et 06 12 34 56 78'.split(
    ' ',
  ),
  ...'16h 25h 0h30 12h45 21:30 8.30pm midi minuit au lieu de ou / - , ; \n • ? à confirmer plus de parking le fil gribitch 27 mars demain zorglub en retard 40 min annulé coincé bouchons on mange quand 4/5 ★★ \u0000 \uE000 🎸 \uD800'.split(
    ' ',
  ),
  '\n',
);

const texts: Arbitrary<string> = oneof(
  { weight: 4, arbitrary: array(WORDS, { maxLength: 30 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: array(WORDS, { maxLength: 12 }).map((words) => words.join('')) },
  { weight: 2, arbitrary: spokenTexts },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: tuple(WORDS, WORDS).map(([one, other]) => `${one} ${other} `.repeat(60)) },
);

/** Far above any reading and far below one that goes round in circles. */
const tooLong = 400;

function readAll(text: string): unknown[] {
  return [
    readSheetLine(text, fr),
    readSheetLine(text, en),
    readDayQuestion(text),
    readTrouble(text),
    readFeedback(text),
  ];
}

describe('whatever the text', () => {
  test('no reader throws or goes round in circles, and a second reading says the same', { timeout: 240_000 }, () => {
    assert(
      property(texts, (text) => {
        const start = process.cpuUsage();
        const first = readAll(text);
        const { user, system } = process.cpuUsage(start);
        expect((user + system) / 1000).toBeLessThan(tooLong);
        expect(readAll(text)).toEqual(first);
      }),
      { numRuns: 600 },
    );
  });

  test('a text of many pages is read to its end or handed back', () => {
    const { unread } = readSheetLine(`balance 16h\n${'blabla '.repeat(2000)}\nzorglub`, fr);
    expect(unread.join(' ')).toContain('zorglub');
  });
});

/** Independent things to say of a day and what each becomes. */
const CLAUSES: readonly (readonly [string, RegExp])[] = [
  ['balance 16h', /"key":"soundcheck","to":"16:00"/],
  ['rdv 12h45 au lieu de 13h', /"key":"call","to":"12:45","from":"13:00"/],
  ['passage 21h30 (1h15)', /"key":"set","to":"21:30".*"minutes":75|"minutes":75.*"key":"set","to":"21:30"/],
  ['portes 20h30', /"key":"doors","to":"20:30"/],
  ['repas à confirmer', /"key":"meal","to":null/],
  ['couvre-feu minuit', /"key":"curfew","to":"00:00"/],
  ['départ 9h30 du local en van', /"means":"van","label":null,"from":"local","depart":"09:30"/],
  ['régisseur Sam', /"type":"regisseur","name":"Sam"/],
  ['+ Jo (son)', /"name":"Jo","role":"son","does":"joins"/],
  ['Tom reste', /"name":"Tom","role":null,"does":"stays-home"/],
  ['on part la veille', /"type":"eve"/],
  ['plus de merch', /"key":"merch","text":null/],
  ['contact Karim, régisseur, 06 12 34 56 78', /"name":"Karim","role":"régisseur","phone":"06 12 34 56 78"/],
  ['27 mars', /2027-03-27/],
  ['le fil', /le-fil-saint-etienne/],
  ['parking derrière la salle', /"key":"parking","text":"derrière la salle"/],
  ['wifi : LaVapeur / motdepasse: guitare12', /"text":"LaVapeur \/ motdepasse: guitare12"/],
  ['arrivée 25h', /"unread":.*arrivée 25h/],
  ['kwyjibo 77', /"unread":.*kwyjibo 77/],
];

function ordered({ date, changes, unread }: SheetLine): unknown {
  return { date, changes: changes.map((change) => JSON.stringify(change)).sort(), unread: [...unread].sort() };
}

describe('independent clauses', () => {
  test.each([' ; ', '\n', '\n• ', ', '])('joined by %j, each says the same in any order', (joint) => {
    // A value lasts to the end of its line, and words with a comma of their own to theirs.
    const some = CLAUSES.filter(([clause]) => joint !== ', ' || !/[:,]|kwyjibo|parking|le fil|27 mars/.test(clause));
    assert(
      property(shuffledSubarray([...some], { minLength: 1 }), (clauses) => {
        const text = clauses.map(([clause]) => clause).join(joint);
        const read = readSheetLine(text, fr);
        const said = JSON.stringify(read);
        expect(
          clauses.filter(([, field]) => !field.test(said)).map(([clause]) => clause),
          `${text} => ${said}`,
        ).toEqual([]);
        const sorted = clauses.map(([clause]) => clause).sort();
        expect(ordered(read)).toEqual(ordered(readSheetLine(sorted.join(joint), fr)));
      }),
      { numRuns: 300 },
    );
  });
});

/** Words of a text that carry something and are no words of the reader's. */
const STRANGE = constantFrom('zorglub', 'kwyjibo', 'mzingou', 'blurp42', '77', 'Xavier', '3h77', '26h', 'flibuste');

describe('words nobody knows', () => {
  test('wherever they stand, they are in a change or handed back', () => {
    const joint = constantFrom(' ', ', ', '\n', ' ; ', ' - ');
    const clause = constantFrom(...CLAUSES.map(([text]) => text));
    assert(
      property(array(tuple(oneof(clause, STRANGE), joint), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.map(([part, mark]) => part + mark).join('');
        const { changes, unread } = readSheetLine(text, fr);
        const said = JSON.stringify([changes, unread]);
        const lost = parts.flatMap(([part]) =>
          CLAUSES.some(([one]) => one === part) || said.includes(part) ? [] : [part],
        );
        expect(lost, `${text} => ${said}`).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
