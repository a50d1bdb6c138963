import { type Action } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { draftNotice } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { troubles, type Trouble } from '../../core/records/road.ts';
import { tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Texts } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName, workers } from '../../domain/person.ts';
import { toGroups } from '../../agency/announce.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { recipients } from '../../agency/recipients.ts';
import { knownSheet, mayWriteSheet, type KnownSheet } from '../../agency/road/known-sheet.ts';
import { placeOf } from '../../agency/road/sheet-text.ts';
import { talkReply } from '../talk.conversation.ts';

/** The row that looks again at a trouble nobody took on. */
export function unansweredRowId(trouble: string): string {
  return `trouble.unanswered:${trouble}`;
}

/** « train annulé », « en retard d'environ 40 min ». */
export function troubleName(texts: Texts, { type, means, minutes }: Trouble): string {
  if (type === 'cancelled' && (means === 'train' || means === 'plane')) return texts.label(`road-trouble-${means}`);
  if ((type === 'late' || type === 'stuck') && minutes !== null)
    return texts.label(`road-trouble-${type}-minutes`, { minutes: String(minutes) });
  return texts.label(`road-trouble-${type}`);
}

/** What whoever is in charge can do with one press. */
export function troubleRows(texts: Texts, trouble: Trouble): Offer[][] {
  const offer = (name: string): Offer => ({
    key: `trouble.${name}:${trouble.id}`,
    label: texts.label(`road-trouble-${name}`),
  });
  return [[offer('take'), offer('answer')], ...(trouble.told === null ? [[offer('group')]] : [])];
}

interface Charged {
  readonly trouble: Versioned<Trouble>;
  readonly known: KnownSheet;
}

async function charged(turn: Turn, id: string): Promise<Charged | null> {
  const trouble = await turn.store.get(troubles, id);
  const known = trouble === null ? null : await knownSheet(turn, trouble.value.show);
  return trouble === null || known === null || !mayWriteSheet(turn.person, known) ? null : { trouble, known };
}

/** [Je m'en occupe]: whoever is in trouble hears who does; a second one hears that it is done. */
const take: Action = {
  permission: { roles: workers, chats: ['private'] },
  run: async (turn, id) => {
    const own = await charged(turn, id);
    if (own === null) return { outbound: tell(turn, turn.texts.label('sheet-not-yours'), true) };
    const { trouble, known } = own;
    const [who] = await recipients(turn.store, [trouble.value.person], turn.today);
    if (trouble.value.handled !== null) return { outbound: tell(turn, await takenText(turn, trouble.value), true) };
    const after = { ...trouble.value, handled: { by: turn.person.id, at: turn.now } };
    const noted: Draft = {
      guards: [unchanged(troubles, trouble)],
      writes: [put(troubles, after)],
      cancel: [unansweredRowId(id)],
    };
    if (who === undefined) return joinDrafts(noted, { outbound: tell(turn, turn.texts.label('sheet-told')) });
    const texts = turn.textsOf(who.person.locale);
    const text = [...texts.say('road-trouble-taken-news', { by: firstName(turn.person), venue: placeOf(known) })];
    const news = { id: `${id}.taken`, severity: 'urgent' as const, text };
    return joinDrafts(
      noted,
      { outbound: tell(turn, turn.texts.label('road-trouble-taken-you', { name: firstName(who.person) })) },
      draftNotice(news, who, { now: turn.now, random: turn.random, texts }),
    );
  },
};

/** [Répondre]: whoever writes to them has seen it, and nobody else needs to be called. */
const answer: Action = {
  permission: { roles: workers, chats: ['private'] },
  run: async (turn, id, question) => {
    const own = await charged(turn, id);
    if (own === null) return { outbound: tell(turn, turn.texts.label('sheet-not-yours'), true) };
    const { person, show } = own.trouble.value;
    return joinDrafts({ cancel: [unansweredRowId(id)] }, await talkReply.run(turn, `${person}/${show}`, question));
  },
};

async function takenText(turn: Turn, { handled }: Trouble): Promise<string> {
  const by = handled === null ? null : await turn.store.get(people, handled.by);
  return turn.texts.label('road-trouble-taken-already', {
    by: by === null ? '?' : firstName(by.value),
    time: clockTime(handled?.at ?? turn.now, turn.agency.timezone, turn.texts),
  });
}

/** [Le dire au groupe]: what happened and that it is known; of health no more than that somebody cannot make it as planned. */
const toGroup: Action = {
  permission: { roles: workers, chats: ['private'] },
  run: async (turn, id) => {
    const own = await charged(turn, id);
    if (own === null) return { outbound: tell(turn, turn.texts.label('sheet-not-yours'), true) };
    const { value } = own.trouble;
    const [who, teller] = await turn.store.getMany(people, [value.person, value.told?.by ?? value.person]);
    if (value.told !== null) {
      const by = teller === null || teller === undefined ? '?' : firstName(teller.value);
      return { outbound: tell(turn, turn.texts.label('road-trouble-group-told-already', { by }), true) };
    }
    const name = who === null || who === undefined ? '?' : firstName(who.value);
    const said = await toGroups(turn, own.known.artist.id, `${id}.group`, (texts) =>
      value.type === 'ill'
        ? texts.say('road-trouble-news-ill', { name })
        : texts.say('road-trouble-news', { name, what: troubleName(texts, value) }),
    );
    if (said.length === 0) return { outbound: tell(turn, turn.texts.label('road-trouble-group-none'), true) };
    const told = { ...value, told: { by: turn.person.id, at: turn.now } };
    return {
      guards: [unchanged(troubles, own.trouble)],
      writes: [put(troubles, told)],
      outbound: [...tell(turn, turn.texts.label('road-trouble-group-told')), ...said],
    };
  },
};

/** What the buttons of a trouble do. */
export const troubleActions: readonly (readonly [string, Action])[] = [
  ['trouble.take', take],
  ['trouble.answer', answer],
  ['trouble.group', toGroup],
];
