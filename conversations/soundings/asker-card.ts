import { commitCard } from '../../core/card.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { type Notification } from '../../core/records/oversight.ts';
import { retire } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Text } from '../../core/text.ts';
import { type Texts } from '../../core/texts.ts';
import { type Step } from '../../core/turn.ts';
import { addDays, dayAt, instantOf } from '../../domain/day.ts';
import { isWithUs, type Person } from '../../domain/person.ts';
import { isAnswered } from '../../domain/sounding.ts';
import { negotiates } from '../../agency/deciders.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName, stacked } from '../../agency/wording.ts';
import { answersText, deadlineWords, type About } from './wording.ts';

/** Everybody who was asked, by id. */
async function namesIn(step: Step, { sounding }: About): Promise<ReadonlyMap<string, Person>> {
  const found = await step.store.getMany(
    people,
    sounding.asked.map((one) => one.person),
  );
  return new Map(found.flatMap((record) => (record === null ? [] : [[record.value.id, record.value] as const])));
}

/** « Gribitch, sam. 13 mars : 3 oui, 1 à une condition (« … »), Léa n'a pas répondu. » */
export async function summaryText(step: Step, texts: Texts, about: About): Promise<Text> {
  const { sounding, artist } = about;
  const answers = answersText(texts, sounding.asked, await namesIn(step, about), step.agency.timezone);
  return texts.say('sounding-summary', { artist: artist.name, day: dayName(step, texts, sounding.day), answers });
}

/** The same, and what is still awaited: « Réponses attendues avant jeudi 18 h. » */
export async function soundingText(step: Step, texts: Texts, about: About, reader: Person): Promise<Text> {
  return stacked([await summaryText(step, texts, about), stateText(step, texts, about, reader)]);
}

function stateText(step: Step, texts: Texts, { sounding }: About, reader: Person): Text {
  const until = deadlineWords(step, texts, sounding.deadline, reader.timezone);
  switch (sounding.state) {
    case 'open':
      return texts.say('sounding-awaited', { until });
    case 'over':
      return texts.say(isAnswered(sounding) ? 'sounding-complete' : 'sounding-overdue', { until });
    case 'closed':
      return texts.say(sounding.closedBy === null ? 'sounding-stopped' : `sounding-closed-${sounding.closedBy}`);
  }
}

/** [Arrêter], while answers are awaited. */
export function askerRows(texts: Texts, { sounding }: About): Offer[][] {
  return sounding.state === 'open'
    ? [[{ key: `sounding.cancel:${sounding.id}`, label: texts.label('sounding-stop') }]]
    : [];
}

/** The latest card of everybody who looks after this sounding: whoever asked, and whoever opened it since. */
async function watching(step: Step, about: About): Promise<{ reader: Person; question: Versioned<Question> }[]> {
  const found = await step.store.find(questions, { name: 'subject', value: about.sounding.id });
  const byPerson = new Map(
    found.toSorted((a, b) => a.value.openedAt - b.value.openedAt).map((one) => [one.value.person, one] as const),
  );
  const readers = await step.store.getMany(people, [...byPerson.keys()]);
  return readers.flatMap((record) => {
    const question = record === null ? undefined : byPerson.get(record.value.id);
    return record === null || question === undefined || !maySee(step, record.value, about)
      ? []
      : [{ reader: record.value, question }];
  });
}

/** Conditions are told on these cards, so only who negotiates for the act today goes on reading them. */
function maySee(step: Step, person: Person, { artist }: About): boolean {
  return negotiates(person, artist) && isWithUs(person, dayAt(step.now, person.timezone));
}

/** Rewrites the one card of everybody who looks after this sounding; no message is added. */
export async function rewriteAskerCards(step: Step, about: About): Promise<Draft> {
  const cards = await watching(step, about);
  const drafts = await Promise.all(
    cards.map(async ({ reader, question }) => {
      const texts = step.textsOf(reader.locale);
      const { value } = question;
      const rows = askerRows(texts, about);
      const target = { id: value.id, bot: value.bot, chat: value.chat, card: value.card };
      const card = commitCard(
        { text: await soundingText(step, texts, about, reader), rows, acceptsText: false, target },
        step,
      );
      const drawn: Question = {
        ...value,
        choices: card.choices,
        poll: null,
        retired: retire(value),
        state: rows.length === 0 ? 'closed' : 'open',
        until: Math.max(value.until, dayAfter(step, about)),
      };
      return { guards: [unchanged(questions, question)], outbound: [card.outbound], writes: [put(questions, drawn)] };
    }),
  );
  return joinDrafts(...drafts);
}

/** Lets the buttons of these cards live as long as the sounding; nothing is shown anew. */
export async function keepAskerCards(step: Step, about: About): Promise<Draft> {
  const cards = await watching(step, about);
  return joinDrafts(
    ...cards.map(({ question }) => ({
      guards: [unchanged(questions, question)],
      writes: [put(questions, { ...question.value, until: Math.max(question.value.until, dayAfter(step, about)) })],
    })),
  );
}

function dayAfter(step: Step, { sounding }: About): number {
  return instantOf(addDays(sounding.day, 1), '06:00', step.agency.timezone);
}

/** Whoever asked, while they look after the act; else its bookers. */
export async function askersOf(
  step: Step,
  about: About & { readonly sounding: { readonly askedBy: string } },
): Promise<Recipient[]> {
  const today = dayAt(step.now, step.agency.timezone);
  const may = (one: Recipient): boolean => maySee(step, one.person, about);
  const first = (await recipients(step.store, [about.sounding.askedBy], today)).filter(may);
  return first.length > 0 ? first : (await recipients(step.store, about.artist.bookers, today)).filter(may);
}

/** What whoever asked is told of their own accord, a message of its own. */
export interface AskerNews {
  readonly id: string;
  readonly text: (texts: Texts, reader: Person) => Promise<Text>;
  readonly rows: (texts: Texts) => Notification['rows'];
}

/** Tells whoever asked. */
export async function tellAskers(step: Step, askers: readonly Recipient[], news: AskerNews): Promise<Draft> {
  const drafts = await Promise.all(
    askers.map(async (asker) => {
      const texts = step.textsOf(asker.person.locale);
      const rows = news.rows(texts);
      const notice = {
        id: `${news.id}.${asker.person.id}`,
        severity: 'action' as const,
        text: [...(await news.text(texts, asker.person))],
        ...(rows.length === 0 ? {} : { purpose: 'action' as const, rows }),
      };
      return draftNotice(notice, asker, { now: step.now, random: step.random, texts });
    }),
  );
  return joinDrafts(...drafts);
}

/** [Poser l'option], for a date that has no lead yet. */
export function optionRows(texts: Texts, { sounding }: About): Notification['rows'] {
  return sounding.lead === null
    ? [[{ key: `deal.from:${sounding.id}`, label: texts.label('sounding-place-option') }]]
    : [];
}
