import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { sealedPhonesOf } from '../../core/records/contacts.ts';
import { troubles, type Trouble } from '../../core/records/road.ts';
import { react, reply } from '../../core/replies.ts';
import { type Span, type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
import { readTrouble, type Trouble as Said } from '../../domain/road-words/index.ts';
import { inCharge } from '../../agency/road/in-charge.ts';
import { type KnownSheet } from '../../agency/road/known-sheet.ts';
import { recipients } from '../../agency/recipients.ts';
import { stacked } from '../../agency/wording.ts';
import { dateOfToday, roadOf } from './on-the-road.ts';
import { unansweredRowId } from './trouble-card.ts';
import { troubleNotice } from './trouble-notice.ts';
import { unansweredRow } from './unanswered.ts';

const repeatMs = 30 * 60_000;

/** « train annulé », « en retard de 40 min »: from the evening before they leave whoever is in charge hears at once; on any other day it is nothing of ours. */
export async function troubleIntent(turn: Turn, text: string): Promise<Draft | null> {
  const said = readTrouble(text);
  if (said === null) return null;
  const known = dateOfToday(turn, await roadOf(turn, 3));
  if (known === null) return null;
  return said.type === 'cleared' ? cleared(turn, known, text) : reported(turn, known, said, text);
}

async function reported(
  turn: Turn,
  known: KnownSheet,
  said: Exclude<Said, { type: 'cleared' }>,
  words: string,
): Promise<Draft> {
  const charged = await inCharge(turn, known, turn.person.id);
  if (charged.length === 0)
    return answer(turn, turn.texts.say('road-trouble-nobody', { contact: turn.agency.contact }));
  const names = namesOf(turn, charged);
  if (await isRepeated(turn, known, said)) return answer(turn, turn.texts.say('road-trouble-twice', names), false);
  const trouble: Trouble = {
    id: `trouble-${turn.random.token()}`,
    show: known.show.id,
    person: turn.person.id,
    type: said.type,
    means: said.means,
    minutes: said.minutes,
    at: turn.now,
    handled: null,
    // In a group it has been told by being written there.
    told: turn.inbound.chatKind === 'group' ? { by: turn.person.id, at: turn.now } : null,
  };
  const [own, theirs] = await numbersOf(turn, known, charged);
  const heard = stacked([turn.texts.say('road-trouble-heard', names), callText(turn, theirs)]);
  return joinDrafts(
    { writes: [put(troubles, trouble)], due: [unansweredRow(turn, trouble, words.slice(0, 300), charged)] },
    await answer(turn, heard),
    ...charged.map((one) => troubleNotice(turn, known, { trouble, who: turn.person, words, number: own }, one)),
  );
}

/** In a group a sign is enough, and no number stands there: whoever is in trouble reads the rest in private. */
async function answer(turn: Turn, text: Text, isNews = true): Promise<Draft> {
  if (turn.inbound.chatKind === 'private') return { outbound: [reply(turn, text)] };
  const seen: Draft = { outbound: react(turn, '👀') };
  const [own] = isNews ? await recipients(turn.store, [turn.person.id], turn.today) : [];
  if (own === undefined) return seen;
  const notice = { id: `road-heard-${turn.random.token()}`, severity: 'urgent' as const, text: [...text] };
  return joinDrafts(seen, draftNotice(notice, own, { now: turn.now, random: turn.random, texts: turn.texts }));
}

async function isRepeated(
  turn: Turn,
  { show }: KnownSheet,
  said: Exclude<Said, { type: 'cleared' }>,
): Promise<boolean> {
  const known = await turn.store.find(troubles, { name: 'show', value: show.id });
  return known.some(
    ({ value }) =>
      value.person === turn.person.id &&
      value.type === said.type &&
      value.minutes === said.minutes &&
      turn.now - value.at < repeatMs,
  );
}

/** The number of whoever is in trouble, and that of the régisseur: both are on the road, and it is one of its days. */
async function numbersOf(
  turn: Turn,
  { sheet }: KnownSheet,
  charged: readonly Recipient[],
): Promise<[Span | undefined, { name: string; number: Span } | null]> {
  const found = await sealedPhonesOf(turn, [turn.person.id, ...(sheet.regisseur === null ? [] : [sheet.regisseur])]);
  const regisseur = charged.find(({ person }) => person.id === sheet.regisseur);
  const number = regisseur === undefined ? undefined : found.get(regisseur.person.id);
  return [
    found.get(turn.person.id),
    number === undefined || regisseur === undefined ? null : { name: firstName(regisseur.person), number },
  ];
}

function callText(turn: Turn, theirs: { name: string; number: Span } | null): Text | null {
  return theirs === null ? null : turn.texts.say('road-trouble-call', { name: theirs.name, number: [theirs.number] });
}

async function cleared(turn: Turn, known: KnownSheet, words: string): Promise<Draft | null> {
  const found = await turn.store.find(troubles, { name: 'show', value: known.show.id });
  const own = found.filter(({ value }) => value.person === turn.person.id);
  const charged = own.length === 0 ? [] : await inCharge(turn, known, turn.person.id);
  if (charged.length === 0) return null;
  return joinDrafts(
    { cancel: own.map(({ value }) => unansweredRowId(value.id)) },
    await answer(turn, turn.texts.say('road-trouble-cleared', namesOf(turn, charged)), false),
    ...charged.map((one) => {
      const texts = turn.textsOf(one.person.locale);
      const text = [
        ...texts.say('road-trouble-cleared-news', { name: firstName(turn.person), words: words.slice(0, 300) }),
      ];
      const id = `cleared-${turn.random.token()}`;
      return draftNotice({ id, severity: 'urgent', text }, one, { now: turn.now, random: turn.random, texts });
    }),
  );
}

function namesOf(turn: Turn, charged: readonly Recipient[]): { readonly names: string; readonly count: number } {
  const names = new Intl.ListFormat(turn.texts.locale).format(charged.map(({ person }) => firstName(person)));
  return { names, count: charged.length };
}
