import { createRouter } from '../../bot/router.ts';
import { type Handler } from '../../bot/consumer.ts';
import { catalogue } from '../../conversations/catalogue.ts';
import { commitOf, put, type Draft, type Write } from '../../core/commit.ts';
import { type Inbound, type InboundContent } from '../../core/inbound.ts';
import { type Outbound } from '../../core/outbound.ts';
import { systemRandom } from '../../core/random.ts';
import { people } from '../../core/records/agency.ts';
import { questions, type Question } from '../../core/records/dialogue.ts';
import { accounts } from '../../core/records/identity.ts';
import { accountRefSchema, botRefSchema, chatRefSchema, messageRefSchema } from '../../core/refs.ts';
import { charactersOf } from '../../core/text.ts';
import { type Person, type Role } from '../../domain/person.ts';
import { type Runtime } from '../../cli/runtime.ts';

const bot = botRefSchema.parse('telegram:staff');

/** Somebody the router may be asked about: a person of the agency, or nobody it knows. */
export interface Subject {
  readonly name: string;
  readonly person: Person | null;
  readonly account: Inbound['sender'] & string;
  readonly privateChat: Inbound['chat'];
}

/** The product's own router over a real store; what it decides is looked at and not committed. */
export function routerOf(runtime: Runtime): Handler {
  const { store, services, clock } = runtime;
  return createRouter({ store, catalogue, services, clock, gate: { pass: async () => true } });
}

let lastId = 7_000;

/** Adds a person of these roles with a linked account; `leaves` and `revoked` take the access away again. */
export async function enrol(
  runtime: Runtime,
  name: string,
  roles: readonly Role[],
  options: { readonly leaves?: Person['leaves']; readonly revoked?: boolean; readonly locale?: 'fr' | 'en' } = {},
): Promise<Subject> {
  const subject = nobody(name);
  const person = people.schema.parse({
    id: name,
    name: `Essai ${name}`,
    roles,
    locale: options.locale ?? 'fr',
    timezone: 'Europe/Paris',
    quiet: null,
    channels: ['telegram'],
    joined: '2020-01-01',
    leaves: options.leaves ?? null,
    town: null,
    diet: null,
  });
  const account = {
    id: subject.account,
    person: person.id,
    linkedAt: 1,
    revokedAt: options.revoked === true ? 2 : null,
    reach: [{ bot, chat: subject.privateChat, open: true }],
  };
  await save(runtime, put(people, person), put(accounts, account));
  return { ...subject, person };
}

/** Somebody the agency does not know. */
export function nobody(name: string): Subject {
  const id = (lastId += 1);
  return {
    name,
    person: null,
    account: accountRefSchema.parse(`telegram:${id}`),
    privateChat: chatRefSchema.parse(`telegram:staff:${id}`),
  };
}

/** Writes records as they are. */
export async function save(runtime: Runtime, ...writes: readonly Write[]): Promise<void> {
  await runtime.store.commit(commitOf(`test:${systemRandom.token()}`, { writes }));
}

/** A message of somebody, in private or in a group. */
export function from(subject: Subject, where: 'private' | 'group', content: InboundContent): Inbound {
  return {
    dedupe: `test:${systemRandom.token()}`,
    bot,
    chat: where === 'private' ? subject.privateChat : groupChat,
    chatKind: where,
    chatTitle: where === 'private' ? null : 'Le groupe',
    sender: subject.account,
    senderName: subject.name,
    senderLocale: 'fr',
    senderIsBot: false,
    message: content.type === 'press' ? null : messageRefSchema.parse('41'),
    at: 1_800_000_000_000,
    content,
  };
}

/** The group of these tests. */
export const groupChat = chatRefSchema.parse('telegram:staff:-1001234567890');

/** Words, addressed to Régie. */
export function words(text: string): InboundContent {
  return { type: 'text', text, addressed: true, replyTo: null, forwarded: false };
}

/** A press of a button that carries this nonce. */
export function pressOf(nonce: string, message = '77'): InboundContent {
  return { type: 'press', query: `q-${nonce}`, nonce, message: messageRefSchema.parse(message) };
}

/** Puts a card with one button in front of somebody and returns its nonce. */
export async function showButton(
  runtime: Runtime,
  subject: Subject,
  where: 'private' | 'group',
  button: { readonly key: string; readonly purpose: Question['purpose']; readonly subject?: string },
): Promise<string> {
  const nonce = systemRandom.token();
  const id = `card-${nonce}`;
  const question: Question = {
    id,
    bot,
    chat: where === 'private' ? subject.privateChat : groupChat,
    person: subject.person?.id ?? 'personne',
    account: subject.account,
    purpose: button.purpose,
    subject: button.subject ?? id,
    choices: [{ key: button.key, label: 'Bouton', nonce, numbered: true }],
    acceptsText: false,
    careful: false,
    state: 'open',
    openedAt: runtime.clock.now(),
    retired: [],
    poll: null,
    until: runtime.clock.now() + 3_600_000,
    card: `${id}:0`,
  };
  await save(runtime, put(questions, question));
  return nonce;
}

/** What a decision says, in order. */
export function said(draft: Draft): string[] {
  return (draft.outbound ?? []).flatMap(({ operation }: Outbound) => {
    if (operation.type === 'send' || operation.type === 'edit') return [charactersOf(operation.text)];
    return operation.type === 'answer' ? [`toast: ${operation.text}`] : [];
  });
}

/** The kinds of records a decision changes, the audit trail left out. */
export function changed(draft: Draft): string[] {
  return (draft.writes ?? []).map((write) => write.collection).filter((name) => name !== 'audit');
}

/** What a decision notes in the audit trail. */
export function auditedBy(draft: Draft): string[] {
  return (draft.writes ?? [])
    .filter((write) => write.collection === 'audit')
    .map((write) => /"what":"([^"]+)"/.exec(write.value?.json ?? '')?.[1] ?? '?');
}
