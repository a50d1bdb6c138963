import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidents } from '../../core/records/oversight.ts';
import { type SignalPerson, type TelegramPerson } from '../support/cast.ts';
import { openCompany, type Company } from '../support/company.ts';
import { frame } from '../support/frames.ts';

let company: Company;
let tom: TelegramPerson;
let marc: TelegramPerson;
let lea: SignalPerson;
let group: number;

beforeAll(async () => {
  company = await openCompany();
  tom = await company.telegram('tom-garnier');
  marc = await company.telegram('marc-delaunay');
  lea = await company.signal('lea-moreau');
  group = company.stage.sandbox.telegram.control.createGroup({
    title: '<b>_*`Groupe`*_</b>',
    members: [marc.id, tom.id],
    bots: [company.staff],
    admins: [company.staff],
  }).id;
  await company.calm();
  await marc.say('/lier Gribitch', group);
});
afterAll(() => company.stop());

const zalgo = `Z${'\u0337\u0347\u0321'.repeat(200)}algo`;
const texts: readonly (readonly [string, string])[] = [
  ['an NFD name', 'Le\u0301a pas la\u0300 le 12 mars ?'],
  ['a family and flags', '👨‍👩‍👧‍👦🇫🇷🇧🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['a NUL', 'bon\0jour'],
  ['line separators', 'bon\u2028jour\u2029'],
  ['a byte order mark', '\uFEFFbonjour'],
  ['nothing but invisible characters', '\u200B\u200C\u200D\u2060\uFEFF'],
  ['a braille blank', '\u2800\u2800'],
  ['right to left marks', '\u202Egnp.exe \u2066\u2069'],
  ['Arabic', 'مرحبا لست متاحا'],
  ['Arabic-Indic digits', 'pas là le ١٢ mars'],
  ['full-width digits', 'pas là le １２ mars ２０２９'],
  ['zalgo', zalgo],
  ['invisible tags', 'bonjour\u{E0069}\u{E0067}\u{E006E}'],
  ['Turkish letters', 'İPTAL ıptal /AİDE'],
  ['Markdown', '_ * [ ] ( ) ~ ` > # + - = | { } . !'],
  ['HTML', '<b>gras <i>non fermé & &lt; <script>alert(1)</script>'],
  ['a link to a person', '[x](tg://user?id=1) javascript:alert(1)'],
  ['an image that calls home', '![](https://x/?d=secret)'],
  ['mentions', '@everyone @here @tous'],
  ['a formula', '=HYPERLINK("http://x","y")'],
  ['Fluent', '{ $name } { -term } {"x"} { NUMBER(1) }'],
  ['JSON', '{"__proto__":{"admin":true}}'],
  ['impossible days', 'pas là le 30 février, le 31/4, le 29.2.2027 et à 24:00'],
  ['years out of reach', 'pas là le 12 mars 0000 ni le 3 mars 9999'],
  ['numbers', '45000 1e309 -0 1.234,56 9007199254740993'],
  ['a very long word', 'x'.repeat(4096)],
  [
    'a very long list of days',
    `pas là ${Array.from({ length: 400 }, (_, index) => `le ${1 + (index % 28)}/${1 + (index % 12)}`).join(', ')}`,
  ],
  ['nested brackets', '(['.repeat(1500)],
  ['only punctuation', '?!…;:'],
  ['a slash', '/'],
  ['a slash and a space', '/ aide'],
  ['a command of nobody', '/__proto__'],
  ['a command with a bad name', '/constructor x'],
  ['SQL', "'; DROP TABLE absences; --"],
  ['Lua', "]] redis.call('FLUSHALL') --"],
];

/** The chat still works: help comes when asked for. */
async function alive(): Promise<void> {
  await company.later(20_000);
  await tom.say('aide');
  expect(tom.last().text).toContain('finalement je suis dispo');
}

async function noIncident(): Promise<void> {
  const bad = (await company.stage.product.runtime.store.all(incidents)).filter((one) => one.value.severity !== 'info');
  expect(bad.map((one) => `${one.value.code} ${one.value.detail}`)).toEqual([]);
  expect(company.logs().filter((line) => line.includes('"level":"error"'))).toEqual([]);
}

async function dropOpenCards(): Promise<void> {
  const labels = tom.buttons(tom.last().id);
  if (labels.includes('Laisser tomber')) await tom.press('Laisser tomber', tom.last().id);
}

describe('words that are none', () => {
  it.each(texts)(
    'when %s is written in private on Telegram, one message answers, nothing is parsed as markup, and the next one works',
    async (_, text) => {
      await company.later(20_000);
      const before = tom.read().length;
      company.stage.sandbox.telegram.control.inject(company.staff, {
        message: {
          message_id: 90_000 + before,
          date: Math.floor(company.stage.now() / 1000),
          chat: { id: tom.id, type: 'private' },
          from: { id: tom.id, is_bot: false, first_name: '<b>Tom</b>' },
          text,
        },
      });
      await company.calm();
      const answers = tom.read().slice(before);
      expect(answers.length).toBeGreaterThanOrEqual(1);
      expect(answers.length).toBeLessThanOrEqual(2);
      for (const answer of answers) expect(answer.text.trim().length).toBeGreaterThan(10);
      const marked = answers.flatMap((answer) =>
        answer.entities.filter((entity) => !['bold', 'bot_command', 'mention', 'url', 'hashtag'].includes(entity.type)),
      );
      expect(marked).toEqual([]);
      await dropOpenCards();
      await alive();
    },
  );

  it.each(texts)('when %s is written in a bound group, no sentence comes there', async (_, text) => {
    await company.later(20_000);
    const control = company.stage.sandbox.telegram.control;
    const said = (): number => control.chat(group).messages.filter((message) => message.from.isBot).length;
    const before = said();
    control.inject(company.staff, {
      message: {
        message_id: 95_000 + before,
        date: 1,
        chat: { id: group, type: 'group', title: 'G' },
        from: { id: tom.id, is_bot: false, first_name: 'Tom' },
        text,
      },
    });
    await company.calm();
    expect(said()).toBe(before);
    await dropOpenCards();
  });

  it.each(texts)('when %s is written in private on Signal, one text answers', async (_, text) => {
    await company.later(20_000);
    const count = (): number => lea.read().filter((message) => message.poll === null).length;
    const before = count();
    company.stage.sandbox.signal.control.inject(frame(company, lea, { message: text }));
    await company.calm();
    expect(count()).toBeGreaterThanOrEqual(before + 1);
    expect(count()).toBeLessThanOrEqual(before + 2);
    if (/Laisser tomber/.test(lea.last().text)) await lea.say('laisser tomber');
  });

  it('when all that is over, no incident was raised and nothing was logged as an error', noIncident);
});

describe('structures that are none', () => {
  const user = { id: 1, is_bot: false, first_name: 'x' };
  const chat = { id: 1, type: 'private' };
  const updates: readonly (readonly [string, Record<string, unknown>])[] = [
    ['no content', {}],
    ['a message without sender', { message: { message_id: 1, date: 1, chat, text: 'x' } }],
    [
      'a channel post',
      { channel_post: { message_id: 1, date: 1, chat: { id: -100, type: 'channel', title: 'c' }, text: '/aide' } },
    ],
    [
      'an anonymous administrator',
      {
        message: {
          message_id: 1,
          date: 1,
          chat: { id: -100, type: 'supergroup', title: 'g' },
          from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' },
          sender_chat: { id: -100, type: 'supergroup' },
          text: '/lier Gribitch',
        },
      },
    ],
    ['an unknown kind', { business_connection: { id: 'x' } }],
    ['numbers where texts belong', { message: { message_id: 1, date: 1, chat, from: user, text: 42 } }],
    ['texts where numbers belong', { message: { message_id: '1', date: '1', chat, from: user, text: 'x' } }],
    [
      'ids beyond 2^53',
      {
        message: {
          message_id: 1,
          date: 1,
          chat: { id: 2 ** 53 + 2, type: 'private' },
          from: { ...user, id: 2 ** 53 + 2 },
          text: 'x',
        },
      },
    ],
    ['fractions', { message: { message_id: 1.5, date: 1, chat, from: user, text: 'x' } }],
    ['null everywhere', { message: null, callback_query: null }],
    ['a list', { message: [] }],
    ['a prototype', JSON.parse('{"message":{"__proto__":{"text":"x"},"constructor":1}}')],
    ['a press without anything', { callback_query: { id: '1', from: user } }],
    [
      'a press on a message that is gone',
      { callback_query: { id: '481', from: user, data: 'x', message: { message_id: 1, date: 0, chat } } },
    ],
    [
      'a reaction of a chat',
      { message_reaction: { chat, message_id: 1, date: 1, actor_chat: chat, old_reaction: [], new_reaction: [] } },
    ],
    ['a poll answer', { poll_answer: { poll_id: '1', user, option_ids: [0] } }],
    ['a payment', { message: { message_id: 1, date: 1, chat, from: user, successful_payment: {} } }],
    ['an edit without text', { edited_message: { message_id: 1, date: 1, chat, from: user, location: {} } }],
  ];

  it.each(updates)('when Telegram sends %s, nothing is said and the next message works', async (_, update) => {
    const before = tom.read().length;
    company.stage.sandbox.telegram.control.inject(company.staff, update);
    await company.calm();
    expect(tom.read()).toHaveLength(before);
    await alive();
  });

  const frames: readonly (readonly [string, string])[] = [
    ['no JSON', 'bonjour'],
    ['half of JSON', '{"envelope":{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '42'],
    ['a list', '[[[[]]]]'],
    ['ten thousand brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    [
      'an envelope without author',
      '{"account":"+33700000001","envelope":{"timestamp":1,"dataMessage":{"timestamp":1,"message":"x"}}}',
    ],
    [
      'a text as send time',
      '{"account":"+33700000001","envelope":{"sourceUuid":"a","timestamp":"1","dataMessage":{"timestamp":"1","message":"x"}}}',
    ],
    [
      'doubled keys',
      '{"account":"+33700000001","envelope":{"sourceUuid":"a","sourceUuid":"b","timestamp":1,"timestamp":2}}',
    ],
    [
      'a prototype',
      '{"account":"+33700000001","__proto__":{"envelope":1},"envelope":{"__proto__":null,"sourceUuid":"x","timestamp":1}}',
    ],
    [
      'a megabyte',
      JSON.stringify({
        account: '+33700000001',
        envelope: { sourceUuid: 'x', timestamp: 1, dataMessage: { timestamp: 1, message: 'x'.repeat(1_000_000) } },
      }),
    ],
    ['an error of the gateway', '{"error":"closed"}'],
    ['control characters', '\u0000\u0001\u0002'],
  ];

  it.each(frames)('when the Signal socket brings %s, the next message works', async (_, data) => {
    const { aci } = company.signalStranger().handle;
    company.stage.sandbox.signal.control.injectRaw(data.replaceAll('"sourceUuid":"x"', `"sourceUuid":"${aci}"`));
    await company.later(20_000);
    await lea.say('aide');
    expect(lea.last().text).toContain('finalement je suis dispo');
  });

  it('when somebody sends twenty megabytes, the socket lives and the next message works', async () => {
    company.stage.sandbox.signal.control.inject(frame(company, lea, { message: 'x'.repeat(20_000_000) }));
    await company.later(20_000);
    await lea.say('aide');
    expect(lea.last().text).toContain('finalement je suis dispo');
  });

  it('when all that is over, no incident was raised and nothing was logged as an error', noIncident);
});
