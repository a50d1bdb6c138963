import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { joinDrafts, put, type Draft } from '../../core/commit.ts';
import { vaultId } from '../../core/intake.ts';
import { draftNotice } from '../../core/notification.ts';
import { people } from '../../core/records/agency.ts';
import { vault, type VaultItem } from '../../core/records/oversight.ts';
import { type Outbound } from '../../core/outbound.ts';
import { channelOf } from '../../core/refs.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { firstName } from '../../domain/person.ts';
import { recipients } from '../../agency/recipients.ts';

/**
 * An IBAN, a social security number or a file came by chat: it is kept sealed, HR hears that it is there, and the sender
 * is answered in private, whatever chat it was sent to.
 */
export async function keepSensitive(turn: Turn, what: VaultItem['what'], sealed: string): Promise<Draft> {
  const id = vaultId(turn.inbound.dedupe);
  const item: VaultItem = { id, person: turn.person.id, what, sealed, at: turn.now };
  const staff = (await turn.store.find(people, { name: 'role', value: 'hr' })).map((record) => record.value.id);
  const readers = await recipients(turn.store, staff, turn.today);
  const notices = readers.map((reader) => {
    const texts = turn.textsOf(reader.person.locale);
    const text = [...texts.say('vault-received', { name: turn.person.name, what: texts.label(`vault-${what}`) })];
    const rows = [[{ key: `vault.show:${id}`, label: texts.label('vault-show') }]];
    const notice = {
      id: `${id}:${reader.person.id}`,
      severity: 'info' as const,
      purpose: 'action' as const,
      subject: id,
      text,
      rows,
    };
    return draftNotice(notice, reader, { now: turn.now, random: turn.random, texts });
  });
  return joinDrafts(
    { writes: [put(vault, item), auditLine(turn, 'vault.kept', id, what)], outbound: privately(turn, what) },
    ...notices,
  );
}

/** A bot's token is nobody's to keep: it is forgotten, and the sender told what to do about it. */
export function warnOfToken(turn: Turn): Outbound[] {
  return toPrivate(turn, 'token-forgotten');
}

/** The answer goes to the private chat; in a group nothing is said that would point at the message. */
function privately(turn: Turn, what: VaultItem['what']): Outbound[] {
  return toPrivate(turn, turn.inbound.chatKind === 'group' ? `vault-kept-${what}-group` : `vault-kept-${what}`);
}

function toPrivate(turn: Turn, key: string): Outbound[] {
  const { inbound } = turn;
  const text = turn.texts.say(key);
  if (inbound.chatKind === 'private') return [reply(turn, text)];
  const way = turn.account.reach.find((one) => one.open && channelOf(one.bot) === channelOf(inbound.bot));
  return way === undefined ? [] : [reply(turn, text, { to: way })];
}

/** [Voir], for HR only, in private, every look audited. */
export const revealVault: Action = {
  permission: { roles: ['hr'], chats: ['private'] },
  run: async (turn, subject) => {
    const item = await turn.store.get(vault, subject);
    if (item === null) return { outbound: tell(turn, turn.texts.label('approval-over'), true) };
    const { value } = item;
    const owner = value.person === null ? null : await turn.store.get(people, value.person);
    const heading = turn.texts.say(`vault-shown-${value.what}`, {
      name: owner === null ? '?' : firstName(owner.value),
    });
    // What a file holds stays with the platform; its handle would mean nothing to a reader.
    const secret =
      value.what === 'file' ? [] : [{ text: '\n' }, { text: '', sealed: { value: value.sealed, record: value.id } }];
    return {
      writes: [auditLine(turn, 'vault.shown', subject, value.what)],
      outbound: [...answerPress(turn, ''), reply(turn, [...heading, ...secret])],
    };
  },
};
