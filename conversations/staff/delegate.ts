import { auditLine } from '../../core/audit.ts';
import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { parseDay, type Day } from '../../domain/day.ts';
import { searchByName } from '../../domain/name-search.ts';
import { firstName, isWithUs, type Person } from '../../domain/person.ts';
import { explainAsk, readAnswer } from '../../domain/spoken-days/index.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { menuCard } from '../menu-card.ts';

const deciders = { roles: ['manager'], chats: ['private'] } as const;
const arrow = /\s*(?:→|->|=>|>|:)\s*|\s+(?:vers|c'est|to)\s+/i;
const untilWords = /^(?:absente?\s+)?(?:jusqu['’]?\s*(?:au|à|a|en)?|until|till|du|le)\s*/i;

/** `/absent jusqu'à lundi → Anna`: while a manager is away, another one decides in their place; `/absent fin` ends it. */
export const delegateCommand: Command = {
  name: { fr: 'absent', en: 'delegate' },
  permission: deciders,
  listed: true,
  run: async (turn, words) => {
    if (/^\s*(fin|stop|retour|de retour|end|back)\s*$/i.test(words)) return endDelegation(turn);
    if (words.trim() === '') return standing(turn);
    const [when = '', whom = ''] = words.split(arrow).filter((piece) => piece !== '');
    const until = readUntil(turn, when);
    if (typeof until !== 'string') return { outbound: [reply(turn, [{ text: until.ask }])] };
    const managers = (await turn.store.find(people, { name: 'role', value: 'manager' }))
      .map((record) => record.value)
      .filter((person) => person.id !== turn.person.id && isWithUs(person, turn.today));
    const found = whom.trim() === '' ? managers : searchByName(managers, whom);
    const [only, second] = found;
    if (only === undefined)
      return { outbound: [reply(turn, turn.texts.say('delegate-nobody', { name: whom.slice(0, 80) }))] };
    if (second === undefined) return confirmCard(turn, only, until);
    const rows = found.slice(0, 6).map((person) => [{ key: `delegate:${person.id}/${until}`, label: person.name }]);
    return menuCard(turn, turn.texts.say('delegate-whom', { until: dayName(turn, turn.texts, until) }), rows);
  },
};

/** The last day somebody is away; what to ask instead when the words do not say it. */
function readUntil(turn: Turn, words: string): Day | { readonly ask: string } {
  const context = contextOf(turn);
  const reading = readAnswer(words.trim().replace(untilWords, ''), 'absence', context);
  if (reading.type === 'ask') return { ask: explainAsk(reading, context) };
  const last =
    reading.type === 'days'
      ? reading.parts
          .map((part) => part.day)
          .sort()
          .at(-1)
      : undefined;
  return last ?? { ask: turn.texts.label('delegate-until-when') };
}

function confirmCard(turn: Turn, person: Person, until: Day): Draft {
  const text = turn.texts.say('delegate-ask', { name: person.name, until: dayName(turn, turn.texts, until) });
  return menuCard(turn, text, [
    [
      {
        key: `delegate:${person.id}/${until}`,
        label: turn.texts.label('delegate-yes', { name: firstName(person) }),
        tone: 'primary',
        means: 'yes',
      },
    ],
  ]);
}

/** Notes who decides until when; both know it. */
export const delegateAction: Action = {
  permission: deciders,
  run: async (turn, subject, question) => {
    const [id = '', last = ''] = subject.split('/');
    const until = parseDay(last);
    const [own, other] = await Promise.all([turn.store.get(people, turn.person.id), turn.store.get(people, id)]);
    if (
      own === null ||
      other === null ||
      until === null ||
      !other.value.roles.includes('manager') ||
      id === turn.person.id
    )
      return { outbound: tell(turn, turn.texts.label('approval-over'), true) };
    const day = dayName(turn, turn.texts, until);
    const text = turn.texts.say('delegate-done', { name: firstName(other.value), until: day });
    return joinDrafts(
      {
        guards: [unchanged(people, own)],
        writes: [
          put(people, { ...own.value, delegation: { to: id, from: turn.today, until } }),
          auditLine(turn, 'delegation.made', id, until),
        ],
        outbound: answerPress(turn, turn.texts.label('settings-saved')),
      },
      menuCard(turn, text, [[{ key: 'delegate.end', label: turn.texts.label('delegate-end') }]], question.value.id),
      await tellOther(turn, other, until),
    );
  },
};

async function tellOther(turn: Turn, other: Versioned<Person>, until: Day): Promise<Draft> {
  const [recipient] = await recipients(turn.store, [other.value.id], turn.today);
  if (recipient === undefined) return {};
  const texts = turn.textsOf(other.value.locale);
  const text = [...texts.say('delegate-told', { name: firstName(turn.person), until: dayName(turn, texts, until) })];
  const id = `delegation-${turn.random.token()}`;
  return draftNotice({ id, severity: 'info', text }, recipient, { now: turn.now, random: turn.random, texts });
}

/** [Je suis de retour] */
export const endDelegationAction: Action = {
  permission: deciders,
  run: async (turn) => joinDrafts({ outbound: answerPress(turn, '') }, await endDelegation(turn)),
};

async function endDelegation(turn: Turn): Promise<Draft> {
  const own = await turn.store.get(people, turn.person.id);
  if (own === null || own.value.delegation === null)
    return { outbound: [reply(turn, turn.texts.say('delegate-none'))] };
  return {
    guards: [unchanged(people, own)],
    writes: [
      put(people, { ...own.value, delegation: null }),
      auditLine(turn, 'delegation.ended', own.value.id, 'done'),
    ],
    outbound: [reply(turn, turn.texts.say('delegate-ended'))],
  };
}

async function standing(turn: Turn): Promise<Draft> {
  const { delegation } = turn.person;
  const other = delegation === null ? null : await turn.store.get(people, delegation.to);
  if (delegation === null || other === null || delegation.until < turn.today)
    return { outbound: [reply(turn, turn.texts.say('delegate-how'))] };
  const text = turn.texts.say('delegate-standing', {
    name: firstName(other.value),
    until: dayName(turn, turn.texts, delegation.until),
  });
  return menuCard(turn, text, [[{ key: 'delegate.end', label: turn.texts.label('delegate-end') }]]);
}
