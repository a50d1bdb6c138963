import { type Command } from '../../core/command.ts';
import { type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { matchPerson } from '../../domain/task-words/index.ts';
import { leadsAct } from '../../domain/task-rights.ts';
import { menuCard } from '../menu-card.ts';
import { takers } from './give-task.ts';
import { listFace, listingOf, type View } from './list-card.ts';

const given = /^(?:(?:que j['’]ai |i (?:have )?)?(?:donn[ée]e?s?|confi[ée]e?s?|demand[ée]e?s?|given|gave|asked))$/iu;

/** `/taches`, `/taches 2`, `/taches données`, `/taches Léa`, `/taches gribitch`: what is to be done, and by whom. */
export const tasksCommand: Command = {
  name: { fr: 'taches', en: 'tasks' },
  permission: { roles: workers, chats: ['private'] },
  listed: true,
  opensSentence: (words) => words.trim().split(/\s+/u).length <= 2,
  run: async (turn, words) => {
    const said = words.trim();
    if (said === '') return show(turn, 'me', 0);
    if (/^\d{1,3}$/u.test(said)) return show(turn, 'me', Number(said) - 1);
    if (given.test(said)) return show(turn, 'given', 0);
    return byName(turn, said.replace(/^(?:de|d['’]|pour|of|for)\s*/iu, ''));
  },
};

async function show(turn: Turn, view: View, page: number): Promise<Draft> {
  const face = await listFace(turn, await listingOf(turn, view, page));
  const draft = menuCard(turn, face.text, face.rows);
  const { withoutButtons } = face;
  if (withoutButtons === undefined) return draft;
  const outbound = (draft.outbound ?? []).map((message) =>
    message.operation.type === 'send'
      ? { ...message, operation: { ...message.operation, withoutButtons: [...withoutButtons] } }
      : message,
  );
  return { ...draft, outbound };
}

/** Of an act one looks after, or of somebody one may give tasks to: of theirs, those one asked for or answers for. */
async function byName(turn: Turn, name: string): Promise<Draft> {
  const { people, acts } = await takers(turn);
  const act = matchPerson(
    name,
    acts.filter((one) => leadsAct(one, turn.person)),
  );
  if (act.type === 'one') return show(turn, `a.${act.id}`, 0);
  const match = matchPerson(name, people);
  if (match.type === 'one') return show(turn, match.id === turn.person.id ? 'me' : `p.${match.id}`, 0);
  const ids = match.type === 'several' ? match.ids : match.near;
  const rows = people
    .filter((person) => ids.includes(person.id))
    .map((person): Offer[] => [{ key: `tasks.view:p.${person.id}/0`, label: person.name }]);
  const words = name.slice(0, 80).toWellFormed();
  if (rows.length === 0) return { outbound: [reply(turn, turn.texts.say('task-list-who-none', { words }))] };
  return menuCard(turn, turn.texts.say('task-list-who', { words }), rows);
}
