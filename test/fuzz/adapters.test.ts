import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFrame } from '../../bot/channels/signal/parse.ts';
import { signalBot } from '../../bot/channels/signal/refs.ts';
import { parseUpdate } from '../../bot/channels/telegram/parse.ts';
import { telegramBot } from '../../bot/channels/telegram/refs.ts';
import { type Handler } from '../../bot/consumer.ts';
import { commitOf, type Draft } from '../../core/commit.ts';
import { inboundSchema, type Inbound } from '../../core/inbound.ts';
import { admit } from '../../core/intake.ts';
import { type Outbound } from '../../core/outbound.ts';
import { openCompany, type Company } from '../support/company.ts';
import { enrol, routerOf, type Subject } from '../support/router.ts';

const seed = 20_261_122;

/** What would be said goes to the outbox of a bot nobody serves: it is written as the product writes it, and not sent. */
function aside(draft: Draft): Outbound[] {
  return (draft.outbound ?? []).map((message) => ({ ...message, bot: telegramBot('nobody') }));
}
const telegramSelf = { bot: telegramBot('staff'), id: 7, username: 'regie_staff_bot' };
const signalSelf = { bot: signalBot('+33700000001'), number: '+33700000001' };

/** Texts as they come: everyday, hostile, and broken in the middle of a character. */
const text = fc.oneof(
  fc.constantFrom(
    'pas là le 12 mars',
    '/indispo',
    '/lier Gribitch',
    'ok',
    '2',
    'oui',
    '',
    ' ',
    '/start AAAA-BBBB-CCCC',
    '@regie_staff_bot pas dispo demain',
    '/roles Tom',
    'FR76 3000 6000 0112 3456 7890 189',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('\ud83d', '\udc00', '\0', '\u202E', 'é', '1', '/', '@', '_', '*', '<', '{', '$', '}'),
    maxLength: 30,
  }),
  fc.string({ maxLength: 5000 }),
);
const id = fc.oneof(fc.constantFrom(7001, 7002, 7003, -1_001_234_567_890, 0), fc.integer(), fc.maxSafeInteger());
const junk = fc.anything({ withNullPrototype: true, withBigInt: false, maxDepth: 3 });

/** A value in which any field may be missing, of another type, or junk. */
function loose(shape: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(shape).map(([name, value]) => [
      name,
      fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: junk }),
    ]),
  );
  return fc.record(fields, { requiredKeys: [] });
}
function whole(shape: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 3, arbitrary: fc.record(shape) }, { weight: 1, arbitrary: loose(shape) });
}

const user = whole({
  id,
  is_bot: fc.boolean(),
  first_name: text,
  last_name: text,
  language_code: fc.constantFrom('fr', 'en', 'xx'),
});
const chat = whole({ id, type: fc.constantFrom('private', 'group', 'supergroup', 'channel'), title: text });
const base = { message_id: fc.integer(), date: fc.integer(), chat, from: user };
const message = fc.oneof(
  whole({ ...base, text }),
  whole({ ...base, text, reply_to_message: whole({ message_id: fc.integer(), from: user }) }),
  whole({ ...base, voice: whole({ file_id: text }) }),
  whole({ ...base, sticker: whole({ file_id: text }) }),
  whole({ ...base, document: whole({ file_id: text }), caption: text }),
  whole({ ...base, migrate_to_chat_id: id }),
  whole({ ...base, text, sender_chat: chat, forward_origin: junk }),
);
const reactions = fc.array(whole({ type: fc.constant('emoji'), emoji: text }), { maxLength: 3 });
const update = fc.oneof(
  whole({ update_id: fc.integer(), message }),
  whole({ update_id: fc.integer(), edited_message: message }),
  whole({
    update_id: fc.integer(),
    callback_query: whole({ id: text, from: user, data: text, inline_message_id: text, message }),
  }),
  whole({
    update_id: fc.integer(),
    callback_query: whole({
      id: text,
      from: user,
      data: text,
      message: whole({ message_id: fc.integer(), date: fc.integer(), chat }),
    }),
  }),
  whole({
    update_id: fc.integer(),
    message_reaction: whole({
      chat,
      user,
      message_id: fc.integer(),
      date: fc.integer(),
      old_reaction: reactions,
      new_reaction: reactions,
    }),
  }),
  whole({
    update_id: fc.integer(),
    my_chat_member: whole({ chat, from: user, date: fc.integer(), new_chat_member: whole({ status: text }) }),
  }),
  junk,
);

const aci = fc.oneof(fc.constantFrom('aci-one', 'aci-two'), text);
const data = whole({
  timestamp: fc.integer(),
  message: text,
  groupInfo: fc.oneof(fc.constant(null), whole({ groupId: text, groupName: text, type: fc.constant('DELIVER') })),
  quote: fc.oneof(fc.constant(null), whole({ id: fc.integer(), author: aci, authorNumber: text, authorUuid: aci })),
  reaction: fc.oneof(
    fc.constant(null),
    whole({ emoji: text, targetAuthor: aci, targetSentTimestamp: fc.integer(), isRemove: fc.boolean() }),
  ),
  pollVote: fc.oneof(
    fc.constant(null),
    whole({ targetSentTimestamp: fc.integer(), optionIndexes: fc.array(fc.integer()), voteCount: fc.integer() }),
  ),
  attachments: fc.oneof(fc.constant(null), fc.array(whole({ id: text, contentType: text }), { maxLength: 2 })),
});
const envelope = whole({
  sourceUuid: aci,
  sourceNumber: fc.oneof(fc.constant(null), text),
  sourceName: text,
  sourceDevice: fc.integer(),
  timestamp: fc.integer(),
  dataMessage: data,
});
const changes = whole({
  sourceUuid: aci,
  timestamp: fc.integer(),
  editMessage: whole({ targetSentTimestamp: fc.integer(), dataMessage: data }),
});
const receipts = whole({
  sourceUuid: aci,
  timestamp: fc.integer(),
  receiptMessage: whole({ isRead: fc.boolean(), timestamps: fc.array(fc.integer(), { maxLength: 4 }) }),
});
const frames = fc.oneof(whole({ account: text, envelope: fc.oneof(envelope, changes, receipts) }), junk);

describe('raw events of any kind', () => {
  it('when three thousand updates are parsed, none throws and each result is a message of ours', () => {
    let parsed = 0;
    fc.assert(
      fc.property(update, (raw) => {
        const result = parseUpdate(raw, telegramSelf);
        if (result !== null) parsed += inboundSchema.safeParse(result).success ? 1 : Number.NaN;
      }),
      { seed, numRuns: 3000 },
    );
    expect(parsed).toBeGreaterThan(300);
  });

  it('when three thousand frames are parsed, none throws and each result is a message of ours', () => {
    let parsed = 0;
    fc.assert(
      fc.property(frames, (raw) => {
        const result = parseFrame(raw, signalSelf);
        if (result !== null) parsed += inboundSchema.safeParse(result).success ? 1 : Number.NaN;
      }),
      { seed, numRuns: 3000 },
    );
    expect(parsed).toBeGreaterThan(300);
  });
});

describe('the router, fed with what was parsed', () => {
  let company: Company;
  let router: Handler;
  let tom: Subject;
  beforeAll(async () => {
    company = await openCompany();
    router = routerOf(company.stage.product.runtime);
    tom = await enrol(company.stage.product.runtime, 'fuzz-tom', ['musician', 'manager']);
  });
  afterAll(() => company.stop());

  let step = 0;
  const results = new Set<string>();
  /** Decides and commits, as the consumer does. */
  async function handle(message: Inbound): Promise<void> {
    step += 1;
    const { runtime } = company.stage.product;
    const { holidays } = await runtime.services();
    const [kept] = admit([message], { cipher: runtime.cipher, holidays });
    if (kept === undefined) return;
    const stored = inboundSchema.parse(JSON.parse(JSON.stringify(kept)));
    const draft = await router.handle(stored, `fuzz-${step}`);
    const result = await runtime.store.commit(commitOf(`fuzz-${step}`, { ...draft, outbound: aside(draft) }));
    results.add(result.type);
  }

  /** Half of what is sent comes from somebody the agency knows. */
  function known(message: Inbound): Inbound {
    return { ...message, sender: tom.account, ...(message.chatKind === 'private' ? { chat: tom.privateChat } : {}) };
  }

  it('when a thousand updates are decided and committed, none fails and the next message works', async () => {
    await fc.assert(
      fc.asyncProperty(update, fc.boolean(), async (raw, ours) => {
        const message = parseUpdate(raw, telegramSelf);
        if (message !== null) await handle(ours ? known(message) : message);
      }),
      { seed, numRuns: 1000, interruptAfterTimeLimit: 60_000 },
    );
    expect([...results].filter((type) => type !== 'done' && type !== 'conflict')).toEqual([]);
  }, 90_000);

  it('when a thousand frames are decided and committed, none fails', async () => {
    await fc.assert(
      fc.asyncProperty(frames, fc.boolean(), async (raw, ours) => {
        const message = parseFrame(raw, signalSelf);
        if (message !== null) await handle(ours ? { ...message, sender: tom.account } : message);
      }),
      { seed, numRuns: 1000, interruptAfterTimeLimit: 60_000 },
    );
    expect([...results].filter((type) => type !== 'done' && type !== 'conflict')).toEqual([]);
  }, 90_000);
});
