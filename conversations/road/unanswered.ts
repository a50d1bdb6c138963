import { z } from 'zod';
import { joinDrafts, unchanged, type Draft, type DueRow } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { draftNotice, type Recipient } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { sealedPhonesOf } from '../../core/records/contacts.ts';
import { troubles, type Trouble } from '../../core/records/road.ts';
import { type Services, type Step } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { idSchema } from '../../domain/ids.ts';
import { knownSheet, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { recipients } from '../../agency/recipients.ts';
import { unansweredRowId } from './trouble-card.ts';
import { troubleNotice } from './trouble-notice.ts';

const patienceMs = 10 * 60_000;
const binding = 'trouble-words';

const payloadSchema = z.strictObject({
  trouble: z.string(),
  /** Sealed: they may be about somebody's health. */
  words: z.string(),
  /** Who got the card at first. */
  told: z.array(idSchema),
});

/** After ten minutes without an answer of those who were `told`, others are called; `words` are kept sealed until then. */
export function unansweredRow(services: Services, trouble: Trouble, words: string, told: readonly Recipient[]): DueRow {
  return {
    id: unansweredRowId(trouble.id),
    kind: 'trouble.unanswered',
    at: services.now + patienceMs,
    payload: {
      trouble: trouble.id,
      words: services.cipher.seal(words, binding),
      told: told.map(({ person }) => person.id),
    },
  };
}

/** Nobody took it on: the managers and the bookers of the act get the same card, and whoever is in trouble hears so, once. */
export const callOthers: DueHandler = async (step, row) => {
  const { trouble: id, words, told } = payloadSchema.parse(row.payload);
  const trouble = await step.store.get(troubles, id);
  const known = trouble === null ? null : await knownSheet(step, trouble.value.show);
  if (trouble === null || known === null || isAnswered(trouble.value)) return {};
  const { person } = trouble.value;
  const today = dayAt(step.now, step.agency.timezone);
  const [[who], next, numbers, silent] = await Promise.all([
    recipients(step.store, [person], today),
    othersOf(step, known, [...told, person]),
    sealedPhonesOf(step, [person]),
    step.store.getMany(people, told),
  ]);
  if (who === undefined) return {};
  const said = step.cipher.open(words, binding);
  const about = { trouble: trouble.value, who: who.person, words: said, number: numbers.get(person) };
  const silentNames = silent.flatMap((one) => (one === null ? [] : [firstName(one.value)]));
  return joinDrafts(
    { guards: [unchanged(troubles, trouble)] },
    ...next.map((one) => troubleNotice(step, known, about, one)),
    toldSo(step, id, who, silentNames, next),
  );
};

/** Whoever told the group has seen it; whoever is in trouble and wrote in the group has told nobody who answers. */
function isAnswered({ handled, told, person }: Trouble): boolean {
  return handled !== null || (told !== null && told.by !== person);
}

async function othersOf(step: Step, { artist }: KnownSheet, known: readonly string[]): Promise<Recipient[]> {
  const ids = [...artist.managers, ...artist.bookers].filter((id) => !known.includes(id));
  const found = await recipients(step.store, ids, dayAt(step.now, step.agency.timezone));
  return found.filter(({ accounts }) => accounts.some((account) => account.revokedAt === null));
}

function toldSo(step: Step, id: string, who: Recipient, silent: readonly string[], next: readonly Recipient[]): Draft {
  const texts = step.textsOf(who.person.locale);
  const list = new Intl.ListFormat(texts.locale);
  const about = {
    silent: list.format(silent),
    names: list.format(next.map(({ person }) => firstName(person))),
    contact: step.agency.contact,
  };
  const text = [...texts.say(next.length === 0 ? 'road-trouble-unanswered-nobody' : 'road-trouble-unanswered', about)];
  const notice = { id: `${id}.unanswered`, severity: 'urgent' as const, text };
  return draftNotice(notice, who, { now: step.now, random: step.random, texts });
}
