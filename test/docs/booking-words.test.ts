import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAsked } from '../../conversations/availability/asked.ts';
import { daysAsked } from '../../conversations/availability/why-words.ts';
import { questionIn } from '../../conversations/availability/question-words.ts';
import { readDeadline } from '../../conversations/soundings/deadline.ts';
import { readPeople } from '../../conversations/soundings/people.ts';
import { artistSchema, type Artist } from '../../domain/artist.ts';
import {
  readAvailabilityQuestion,
  readBookingSentence,
  readDealLine,
  readNoteLine,
  readPipelineFilter,
} from '../../domain/booking-words/index.ts';
import { groupsOf } from '../../domain/booking-words/line.ts';
import { instantOf } from '../../domain/day.ts';
import { contextOf, known } from '../domain/booking-words/known.ts';
import { person } from '../support/builders.ts';
import { turn } from '../support/turn.ts';
import { textOf } from './documents.ts';

const guides = ['docs/fr/booker.md', 'docs/fr/manager.md', 'docs/fr/musicien.md'].map(textOf).join('\n');
const context = contextOf('fr');
const zone = 'Europe/Paris';
const now = instantOf(context.today, '10:00', zone);
const acts: Artist[] = z.array(artistSchema).parse(JSON.parse(textOf('demo/agency/artists.json')));

/** The words after a command wherever the guides show it: in code type, or typed in a chat. */
function examplesOf(command: string): string[] {
  const shown = [...guides.matchAll(new RegExp(`(?:^|\`)/${command} ([^\`\\n]+)`, 'gm'))];
  return [...new Set(shown.map(([, words = '']) => words))];
}

const isNumber = (words: string): boolean => /^\d+$/.test(words);

function dealIsRead(words: string): boolean {
  const { artist, venue, days, price, leftovers } = readDealLine(words, known, context);
  const hasPlace = venue.type === 'one' || (venue.type === 'new' && venue.town !== null);
  return artist.type === 'one' && hasPlace && days.type === 'days' && price !== null && leftovers.length === 0;
}

/** « 24 1700 »: a deal by its number, and terms that change. */
function termsAreRead(words: string): boolean {
  const rest = /^\d+ (\D*\d.*)$/.exec(words)?.[1];
  const line = rest === undefined ? null : readDealLine(rest, known, context);
  return line !== null && line.price !== null && line.leftovers.length === 0;
}

function soundingIsRead(words: string): boolean {
  const limit = readDeadline(words, { days: context, now, zone });
  const { artist, days, leftovers } = readDealLine(limit.rest, known, context);
  return artist.type === 'one' && days.type === 'days' && leftovers.length === 0;
}

/** What is left of a question about dates must be a place. */
function askedIsRead(words: string): boolean {
  const { artist, days, rest } = readAsked(turn({ now }), words, acts);
  const place = readPipelineFilter(rest.source, known, context);
  const left = groupsOf(rest).length;
  return artist.type === 'one' && days.type === 'days' && (left === 0 || place.venues.length > 0);
}

function noteIsRead(words: string): boolean {
  const { venue, number, note } = readNoteLine(words, known, context);
  return (number !== null || venue.type === 'one') && note !== '';
}

/** Every sentence the booker's guide offers as an item of a list. */
const sentences = [...textOf('docs/fr/booker.md').matchAll(/^- « (.+?) »/gm)].map(([, words = '']) => words);

function sentenceIsRead(words: string): boolean {
  const question = questionIn(words);
  if (question !== null && readAvailabilityQuestion(question, known, context) !== null) return askedIsRead(question);
  const sentence = readBookingSentence(words, known, context);
  if (sentence === null) return false;
  const said = [sentence.days, sentence.to].every((named) => named?.type !== 'ask');
  return said && sentence.venue?.type !== 'several';
}

describe('what the guides show as an example', () => {
  it.each([
    ['deal', (words: string) => isNumber(words) || dealIsRead(words) || termsAreRead(words)],
    ['sonder', soundingIsRead],
    ['dispo', askedIsRead],
    ['pipeline', (words: string) => readPipelineFilter(words, known, context).leftovers.length === 0],
    ['note', noteIsRead],
  ])('when it is a line of /%s, its reader understands all of it', (command, isRead) => {
    const shown = examplesOf(command);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((words) => !isRead(words))).toEqual([]);
  });

  it('when it is a sentence for bookers, its reader understands it', () => {
    expect(sentences.length).toBeGreaterThan(8);
    expect(sentences.filter((words) => !sentenceIsRead(words))).toEqual([]);
  });

  it('when it asks why, it says which day', () => {
    const asked = [...guides.matchAll(/« (pourquoi [^»]+) »/g)].map(([, words = '']) => words);
    expect(asked.map((words) => daysAsked(words, 'Gribitch', context))).toEqual([['2027-03-11']]);
  });

  it('when it changes who is asked, those are named', () => {
    const members = [person(), person({ id: 'tom-garnier', name: 'Tom Garnier' })];
    const [, words = ''] = /« (seulement [^»]+) »/.exec(guides) ?? [];
    expect(readPeople(words, members, true).said).toEqual({ how: 'only', persons: ['lea-moreau', 'tom-garnier'] });
  });
});
