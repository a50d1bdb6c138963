import { type Draft } from '../core/commit.ts';
import { type Operation } from '../core/outbound.ts';
import { accounts } from '../core/records/identity.ts';
import { outbound } from '../core/replies.ts';
import { type Step, type Turn } from '../core/turn.ts';
import { dayAt } from '../domain/day.ts';
import { type Person } from '../domain/person.ts';
import { permit } from '../core/permission.ts';

/** What the platform's command menu shows this person in the chat of the turn: what they may use, in their language. Display only. */
export function commandMenu(turn: Turn): Draft {
  return { outbound: [outbound(turn, turn.inbound, menuFor(turn, turn.person))] };
}

/** The same for somebody else, in every private chat they have with us, after their roles changed. */
export async function commandMenusOf(step: Step, person: Person): Promise<Draft> {
  const linked = await step.store.find(accounts, { name: 'person', value: person.id });
  const ways = linked.flatMap((account) => account.value.reach.filter((way) => way.open));
  return { outbound: ways.map((way) => outbound(step, way, menuFor(step, person))) };
}

function menuFor(step: Step, person: Person): Extract<Operation, { type: 'menu' }> {
  const texts = step.textsOf(person.locale);
  const today = dayAt(step.now, person.timezone);
  const commands = step.commands
    .filter((command) => command.listed && permit(person, command.permission, { chat: 'private', today }).allowed)
    .map((command) => ({ name: command.name[texts.locale], description: texts.label(`command-${command.name.fr}`) }));
  return { type: 'menu', commands };
}
