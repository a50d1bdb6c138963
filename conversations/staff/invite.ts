import { auditLine } from '../../core/audit.ts';
import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { draftInvitation, newCode } from '../../core/invitation.ts';
import { people } from '../../core/records/agency.ts';
import { bots } from '../../core/records/identity.ts';
import { answerPress, reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { isWithUs, type Person, type Role } from '../../domain/person.ts';
import { menuCard } from '../menu-card.ts';
import { searchByName } from '../../domain/name-search.ts';

const staff = ['manager', 'hr', 'admin'] as const;
const mostOffered = 5;

/** Roles that open what others may not see. A code is shown to whoever asks for it, so it must not open more than they have. */
const privileged: ReadonlySet<Role> = new Set(['admin', 'hr', 'legal', 'manager']);

function mayInvite(inviter: Person, invited: Person): boolean {
  return (
    inviter.roles.includes('admin') ||
    invited.roles.every((role) => !privileged.has(role) || inviter.roles.includes(role))
  );
}

/** `/inviter Léa Moreau`: a one-time code, as a link for Telegram and as a word to send on Signal. */
export const inviteCommand: Command = {
  name: { fr: 'inviter', en: 'invite' },
  permission: { roles: staff, chats: ['private'] },
  listed: true,
  run: async (turn, words) => {
    const { texts } = turn;
    if (words.trim() === '') return { outbound: [reply(turn, texts.say('invite-whom'))] };
    const known = (await turn.store.all(people))
      .map((record) => record.value)
      .filter((person) => isWithUs(person, turn.today));
    const found = searchByName(known, words);
    const [only, second] = found;
    if (only === undefined)
      return { outbound: [reply(turn, texts.say('invite-unknown', { name: words.slice(0, 80) }))] };
    if (second === undefined) return invite(turn, only);
    const rows = found.slice(0, mostOffered).map((person) => [{ key: `invite:${person.id}`, label: person.name }]);
    return menuCard(turn, texts.say('invite-which'), rows);
  },
};

/** The choice among several people of that name. */
export const invitePerson: Action = {
  permission: { roles: staff, chats: ['private'] },
  run: async (turn, subject) => {
    const person = await turn.store.get(people, subject);
    if (person === null) return { outbound: answerPress(turn, '') };
    return joinDrafts({ outbound: answerPress(turn, '') }, await invite(turn, person.value));
  },
};

async function invite(turn: Turn, person: Person): Promise<Draft> {
  if (!mayInvite(turn.person, person))
    return { outbound: [reply(turn, turn.texts.say('invite-refused', { name: person.name }))] };
  const code = newCode(turn.random);
  const known = await turn.store.all(bots);
  const telegram =
    known.find((bot) => bot.value.id === 'telegram:staff') ?? known.find((bot) => bot.value.id.startsWith('telegram:'));
  const signal = known.find((bot) => bot.value.id.startsWith('signal:'));
  const lines = [
    ...(telegram === undefined
      ? []
      : [turn.texts.say('invite-telegram', { link: `https://t.me/${telegram.value.username}?start=${code}` })]),
    ...(signal === undefined ? [] : [turn.texts.say('invite-signal', { number: signal.value.username, code })]),
  ];
  const text = [
    ...turn.texts.say('invite-made', { name: person.name }),
    ...lines.flatMap((line) => [{ text: '\n' }, ...line]),
  ];
  return joinDrafts(draftInvitation(code, person.id, turn.person.id, turn.now), {
    outbound: [reply(turn, text)],
    writes: [auditLine(turn, 'invitation.made', person.id, 'done')],
  });
}
