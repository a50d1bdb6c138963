import { type Draft } from '../../core/commit.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { type Trouble } from '../../core/records/road.ts';
import { type Span } from '../../core/text.ts';
import { type Step } from '../../core/turn.ts';
import { firstName, type Person } from '../../domain/person.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';
import { hoursText, placeOf } from '../../agency/road/sheet-text.ts';
import { stacked } from '../../agency/wording.ts';
import { troubleName, troubleRows } from './trouble-card.ts';

/** What is known of a trouble: whose it is, their own words, and their number if they gave one. */
export interface Reported {
  readonly trouble: Trouble;
  readonly who: Person;
  readonly words: string;
  readonly number: Span | undefined;
}

/** Everything to act on: who, what, the hours at stake, their own words, a number to call. */
export function troubleNotice(
  step: Step,
  known: KnownSheet,
  { trouble, who, words, number }: Reported,
  recipient: Recipient,
): Draft {
  const texts = step.textsOf(recipient.person.locale);
  const atStake = hoursText(step, texts, known);
  const text = stacked([
    texts.say('road-trouble', {
      name: who.name,
      what: troubleName(texts, trouble),
      artist: known.artist.name,
      venue: placeOf(known),
    }),
    texts.say('road-trouble-words', { words: words.slice(0, 300) }),
    atStake === '' ? null : texts.say('road-trouble-at-stake', { hours: atStake }),
    number === undefined ? null : texts.say('road-trouble-number', { number: [number] }),
  ]);
  return draftNotice(
    {
      id: `${trouble.id}.${recipient.person.id}`,
      severity: 'urgent',
      purpose: 'action',
      subject: trouble.id,
      text: [...text],
      rows: troubleRows(texts, trouble),
      poll: texts.label('road-trouble-poll', { name: firstName(who) }),
    },
    recipient,
    { now: step.now, random: step.random, texts },
  );
}
