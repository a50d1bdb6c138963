import { z } from 'zod';
import { type ConversationDefinition, type Ending, type Offer } from '../../core/conversation.ts';
import { people } from '../../core/records/agency.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { idSchema } from '../../domain/ids.ts';
import { firstName, workers, type Person } from '../../domain/person.ts';
import { matchPerson } from '../../domain/task-words/index.ts';
import { stacked } from '../../agency/wording.ts';
import { handOver, takersOf } from './give-task.ts';
import { openTask, titleOf } from './known-task.ts';

const inputSchema = z.strictObject({ task: idSchema, title: z.string() });
const matchSchema = z.strictObject({ ids: z.array(idSchema), sure: z.boolean() });
const mostOffered = 8;
const mostTries = 5;

/** [Passer à…]: who takes a task over, by a tap or by name. */
export const passConversation: ConversationDefinition<z.infer<typeof inputSchema>> = {
  name: 'task-pass',
  version: 1,
  permission: { roles: workers, chats: ['private'] },
  input: inputSchema,
  expiresAfterMs: 12 * 3_600_000,
  givesWay: true,
  run: async (dialogue, input) => {
    let offered: readonly string[] | null = null;
    let said: string | null = null;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const [shown, words] = [offered, said];
      const answer = await dialogue.ask(`who-${tries}`, (now) => whoCard(now, input, shown, words));
      if (answer.type === 'choice') {
        const { key } = answer;
        if (key === 'keep') return async (now) => ending(now.texts.say('task-kept', { title: input.title }));
        return async (now) => pass(now, input.task, key.slice('to.'.length));
      }
      const { text } = answer;
      const found = await dialogue.read(`found-${tries}`, matchSchema, (now) => find(now, input.task, text));
      const [only] = found.ids;
      if (found.sure && only !== undefined) return async (now) => pass(now, input.task, only);
      offered = found.ids;
      said = text;
    }
    return async (now) => ending(now.texts.say('task-kept', { title: input.title }));
  },
};

async function candidates(turn: Turn, id: string): Promise<Person[]> {
  const known = await openTask(turn, id);
  return typeof known === 'string' ? [] : takersOf(turn, known.task.value);
}

async function find(turn: Turn, id: string, words: string): Promise<z.infer<typeof matchSchema>> {
  const match = matchPerson(words.replace(/^\s*(?:[àa]|pour|to|for)\s+/iu, ''), await candidates(turn, id));
  if (match.type === 'one') return { ids: [match.id], sure: true };
  return { ids: [...(match.type === 'several' ? match.ids : match.near)], sure: false };
}

async function whoCard(
  turn: Turn,
  input: z.infer<typeof inputSchema>,
  offered: readonly string[] | null,
  words: string | null,
): Promise<{ text: Text; rows: Offer[][]; acceptsText: true }> {
  const all = await candidates(turn, input.task);
  const near = offered === null ? [] : all.filter((person) => offered.includes(person.id));
  const shown = (near.length > 0 ? near : all).slice(0, mostOffered);
  const { texts } = turn;
  const heard = (words ?? '').slice(0, 80).toWellFormed();
  const unread =
    near.length > 0 ? texts.say('task-name-near', { words: heard }) : texts.say('task-name-none', { words: heard });
  return {
    text: stacked([
      words === null ? null : unread,
      all.length === 0 ? texts.say('task-pass-nobody') : texts.say('task-pass-who', { title: input.title }),
    ]),
    rows: [
      ...shown.map((person): Offer[] => [{ key: `to.${person.id}`, label: person.name }]),
      [{ key: 'keep', label: texts.label('task-pass-keep'), means: 'no' }],
    ],
    acceptsText: true,
  };
}

function ending(text: Text): Ending {
  return { text, toast: null, rows: [], subject: 'task', draft: {} };
}

/** Decided from what is true now: the task open, in the hands of whoever this person may take it from, and its taker one they may give to. */
async function pass(turn: Turn, id: string, to: string): Promise<Ending> {
  const known = await openTask(turn, id);
  if (typeof known === 'string') return ending([{ text: known }]);
  const title = titleOf(turn, turn.texts, known);
  const taker = (await takersOf(turn, known.task.value)).find((person) => person.id === to);
  if (taker === undefined) {
    const other = await turn.store.get(people, to);
    const name = other === null ? '?' : firstName(other.value);
    return ending(
      turn.texts.say(known.task.value.person === to ? 'task-pass-theirs' : 'task-pass-no', { name, title }),
    );
  }
  return {
    ...ending(turn.texts.say('task-passed', { name: firstName(taker), title })),
    draft: await handOver(turn, known, taker),
  };
}
