import { commandMenu } from '../conversations/command-menu.ts';
import { homeCard } from '../conversations/account/home.ts';
import { absent, joinDrafts, put, unchanged, type Draft } from '../core/commit.ts';
import { auditLine } from '../core/audit.ts';
import { type Inbound } from '../core/inbound.ts';
import { codeIn, hashCode } from '../core/invitation.ts';
import { people } from '../core/records/agency.ts';
import { accounts, invitations, type Account, type Invitation } from '../core/records/identity.ts';
import { audit } from '../core/records/oversight.ts';
import { draftNotice } from '../core/notification.ts';
import { channelOf, type AccountRef } from '../core/refs.ts';
import { say } from '../core/replies.ts';
import { type Versioned } from '../core/store.ts';
import { type Step, type Turn } from '../core/turn.ts';
import { dayAt } from '../domain/day.ts';
import { firstName, isWithUs, type Person } from '../domain/person.ts';

/** Limits how often strangers are answered and codes are tried. */
export interface Gate {
  /** False once `key` has been used `limit` times within `windowMs`. */
  readonly pass: (key: string, limit: number, windowMs: number) => Promise<boolean>;
}

const hour = 3_600_000;
const triesAnHour = 10;
const answersAnHour = 3;

/**
 * A stranger in private: a valid code links the account, anything else gets the one neutral sentence, which never tells a
 * wrong code from a used one. In groups strangers get silence.
 */
export async function meetStranger(
  step: Step,
  message: Inbound,
  known: Versioned<Account> | null,
  gate: Gate,
): Promise<Draft> {
  if (message.chatKind === 'group' || message.sender === null || message.senderIsBot) return {};
  const { content } = message;
  if (content.type === 'presence' || content.type === 'receipt' || content.type === 'reaction') return {};
  const code = content.type === 'text' ? codeIn(content.text) : null;
  const mayTry = code !== null && (await gate.pass(`code:${message.sender}`, triesAnHour, hour));
  const joined = mayTry ? await redeem(step, message, known, code) : null;
  if (joined !== null) return joined;
  // Past the limit nothing is written either: a stranger must not be able to fill the store.
  if (!(await gate.pass(`stranger:${message.sender}`, answersAnHour, hour))) return {};
  const line = refusal(step, message, code === null ? 'stranger.wrote' : 'invitation.refused');
  const texts = step.textsOf(message.senderLocale ?? step.agency.locale);
  return { writes: line, outbound: [say(step, message, texts.say('stranger', { contact: step.agency.contact }))] };
}

function refusal(step: Step, message: Inbound, what: string): Draft['writes'] & {} {
  return [
    put(audit, {
      id: step.random.token(),
      at: step.now,
      what,
      person: null,
      account: message.sender,
      subject: message.chat,
      outcome: 'refused',
    }),
  ];
}

async function redeem(
  step: Step,
  message: Inbound,
  known: Versioned<Account> | null,
  code: string,
): Promise<Draft | null> {
  const invitation = await step.store.get(invitations, hashCode(code));
  if (
    invitation === null ||
    invitation.value.usedAt !== null ||
    invitation.value.expiresAt < step.now ||
    message.sender === null
  )
    return null;
  const person = await step.store.get(people, invitation.value.person);
  if (person === null || !isWithUs(person.value, dayAt(step.now, person.value.timezone))) return null;
  return link(step, message, message.sender, { invitation, person: person.value, known });
}

/** What linking takes: the invitation being used, whom it is for, and the account as it was known before. */
interface Linking {
  readonly invitation: Versioned<Invitation>;
  readonly person: Person;
  readonly known: Versioned<Account> | null;
}

async function link(
  step: Step,
  message: Inbound,
  sender: AccountRef,
  { invitation, person, known }: Linking,
): Promise<Draft> {
  const reach = [{ bot: message.bot, chat: message.chat, open: true }];
  const account: Account = { id: sender, person: person.id, linkedAt: step.now, revokedAt: null, reach };
  const texts = step.textsOf(person.locale);
  const turn: Turn = { ...step, inbound: message, person, account, today: dayAt(step.now, person.timezone), texts };
  const linked: Draft = {
    guards: [
      unchanged(invitations, invitation),
      known === null ? absent(accounts, account.id) : unchanged(accounts, known),
    ],
    writes: [
      put(invitations, { ...invitation.value, usedAt: step.now }),
      put(accounts, account),
      auditLine(turn, 'invitation.used', invitation.value.id, 'linked'),
    ],
    outbound: [say(step, message, texts.say('joined', { name: firstName(person), agency: step.agency.name }))],
  };
  return joinDrafts(linked, await homeCard(turn), commandMenu(turn), await tellOtherAccounts(turn));
}

/** Whoever was linked before hears of a new account in their name, on the ways they already have. */
async function tellOtherAccounts(turn: Turn): Promise<Draft> {
  const before = await turn.store.find(accounts, { name: 'person', value: turn.person.id });
  const others = before.map((record) => record.value).filter((account) => account.id !== turn.account.id);
  if (others.length === 0) return {};
  const channel = turn.texts.label(`channel-${channelOf(turn.account.id)}`);
  const notice = {
    id: `linked.${turn.account.id}.${turn.now}`,
    severity: 'action' as const,
    text: [...turn.texts.say('account-linked', { channel, contact: turn.agency.contact })],
  };
  return draftNotice(
    notice,
    { person: turn.person, accounts: others },
    { now: turn.now, random: turn.random, texts: turn.texts },
  );
}
