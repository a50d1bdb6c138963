import { describe, expect, it } from 'vitest';
import { answeredByPress, answeredBySign, answeredByWords, type Answered } from '../../bot/answers.ts';
import { deliveries, questions, type Delivery, type Question } from '../../core/records/dialogue.ts';
import { type Inbound } from '../../core/inbound.ts';
import { accountRef, botRef, chatRef, inbound, messageRef, noon, question, said } from '../support/builders.ts';
import { held, memoryRecords } from '../support/turn.ts';

function delivered(changes: Partial<Delivery> = {}): Delivery {
  return {
    id: 'card1',
    bot: botRef('telegram:staff'),
    chat: chatRef('telegram:staff:1001'),
    status: 'sent',
    messages: [messageRef('60')],
    at: noon,
    resent: false,
    reason: null,
    ...changes,
  };
}

const storeOf = (asked: readonly Question[], sent: readonly Delivery[] = [delivered()]) =>
  memoryRecords(...asked.map((one) => held(questions, one)), ...sent.map((one) => held(deliveries, one)));

const summary = (answered: Answered): string =>
  answered.type === 'choice'
    ? `${answered.question.value.id}:${answered.choice.key}${answered.onCard ? ' on card' : ''}`
    : answered.type === 'text'
      ? `${answered.question.value.id}:"${answered.text}"`
      : answered.type;

describe('a press', () => {
  const press = async (
    changes: Partial<Inbound> = {},
    nonce = 'n-firm',
    on: string | null = '60',
    asked = question(),
    sent = delivered(),
  ) =>
    summary(
      await answeredByPress(
        storeOf([asked], [sent]),
        inbound(said(''), changes),
        nonce,
        on === null ? null : messageRef(on),
      ),
    );

  it('when it is of the person asked, on the card itself, it is the choice', async () => {
    expect(await press()).toBe('q1:firm on card');
  });

  it.each<[string, Partial<Inbound>, string?, (string | null)?]>([
    ['by somebody else', { sender: accountRef('telegram:2002') }],
    ['in another chat', { chat: chatRef('telegram:staff:2002') }],
    ['to another bot', { bot: botRef('telegram:gribitch') }],
    ['by a bot', { senderIsBot: true }],
    ['with a nonce nobody gave out', {}, 'forged'],
    ['with no nonce', {}, ''],
    ['on no message at all', {}, 'n-firm', null],
  ])('when it comes %s, it is nothing', async (_case, changes, nonce, on) => {
    expect(await press(changes, nonce, on)).toBe('stale');
  });

  it('when the answer to sending the card was lost, the press on whatever message shows it counts', async () => {
    const store = storeOf([question()], [delivered({ messages: [], status: 'unknown' })]);
    expect(summary(await answeredByPress(store, inbound(said('')), 'n-firm', messageRef('99')))).toBe(
      'q1:firm on card',
    );
  });

  it('when the card had to be sent twice, a press on either copy is the choice; else it stands where it was sent', async () => {
    expect(await press({}, 'n-firm', '61', question(), delivered({ resent: true }))).toBe('q1:firm on card');
    expect(await press({}, 'n-firm', '61')).toBe('stale');
  });

  it('when the button is of an earlier face of the card, the press is known as ours and chooses nothing', async () => {
    expect(await press({}, 'n-old', '60', question({ retired: ['n-old'] }))).toBe('retired');
    expect(await press({ sender: accountRef('telegram:2002') }, 'n-old', '60', question({ retired: ['n-old'] }))).toBe(
      'stale',
    );
  });

  it('when the card is closed, the press is known as ours and chooses nothing', async () => {
    expect(await press({}, 'n-firm', '60', question({ state: 'closed' }))).toBe('retired');
  });
});

describe('a vote or a reaction', () => {
  const sign = async (given: { option: number } | { emoji: string }, changes: Partial<Question> = {}, on = '60') =>
    summary(await answeredBySign(storeOf([question(changes)]), inbound(said('')), messageRef(on), given));

  it('when it is on the card, an option is the choice of that number and a sign what it means', async () => {
    expect(await sign({ option: 1 })).toBe('q1:drop on card');
    expect(await sign({ emoji: '👍' })).toBe('q1:firm on card');
    expect(await sign({ emoji: '👎' })).toBe('q1:drop on card');
  });

  it('when choices stand in between that have no number, they do not shift the count', async () => {
    const cell = { key: 'day', label: '12', nonce: 'n-day', numbered: false };
    expect(await sign({ option: 0 }, { choices: [cell, ...question().choices] })).toBe('q1:firm on card');
  });

  it('when the card was rewritten since, a vote counts for what its poll offers and not for what now stands at that place', async () => {
    const rewritten = {
      choices: [{ ...question().choices[1], key: 'drop', label: 'x', nonce: 'n', numbered: true }],
      poll: ['firm', 'drop'],
    };
    expect(await sign({ option: 1 }, rewritten)).toBe('q1:drop on card');
    expect(await sign({ option: 0 }, rewritten)).toBe('none');
  });

  it('when the poll is over, a vote that comes late is known as ours and chooses nothing', async () => {
    expect(await sign({ option: 0 }, { poll: null })).toBe('retired');
    expect(await sign({ option: 0 }, { state: 'closed' })).toBe('retired');
    expect(await sign({ option: 7 })).toBe('retired');
  });

  it.each(['🎉', ''])('when the sign is « %s », it is nothing', async (emoji) => {
    expect(await sign({ emoji })).toBe('none');
  });

  it('when it is on a message of somebody else or on none of ours, it chooses nothing', async () => {
    expect(await sign({ emoji: '👍' }, {}, '61')).toBe('stale');
    expect(await sign({ emoji: '👍' }, { account: accountRef('telegram:2002') })).toBe('none');
  });
});

describe('words', () => {
  const second = question({ id: 'q2', card: 'card2', openedAt: noon + 1000 });
  const words = async (
    text: string,
    asked: readonly Question[] = [question()],
    replyTo: string | null = null,
    bot = botRef('telegram:staff'),
  ) => {
    const sent = [delivered(), delivered({ id: 'card2', messages: [messageRef('70')] })];
    const to = replyTo === null ? null : messageRef(replyTo);
    return summary(await answeredByWords(storeOf(asked, sent), inbound(said(text), { bot }), text, to, noon));
  };

  it.each([
    'ok',
    'OK !',
    'oui',
    'Oui.',
    'd’accord',
    "d'accord",
    'daccord',
    '👍',
    '✅',
    'ça marche',
    'yes',
    '1',
    ' 1. ',
    '1)',
    'c’est ferme',
    'C’est ferme',
  ])('when one question is open, « %s » is its first choice', async (text) => {
    expect(await words(text)).toBe('q1:firm');
  });

  it.each(['non', 'no', '👎', '2', 'laisser tomber', 'Laisser  tomber'])(
    'when one question is open, « %s » is its second',
    async (text) => {
      expect(await words(text)).toBe('q1:drop');
    },
  );

  it.each(['3', '0', 'peut-être', 'ok mais pas le 12', 'oui oui on verra', ''])(
    'when one question is open, « %s » chooses nothing',
    async (text) => {
      expect(await words(text)).toBe('none');
    },
  );

  it('when nothing is open, a bare "ok" is nothing', async () => {
    expect(await words('ok', [])).toBe('none');
    expect(await words('ok', [question({ state: 'closed' })])).toBe('none');
  });

  it('when two questions are open, a bare "ok", number or label is asked back', async () => {
    for (const text of ['ok', '2', '👍', 'c’est ferme'])
      expect(await words(text, [question(), second])).toBe('unclear');
  });

  it('when two are open and one is quoted, the words are for that one', async () => {
    expect(await words('ok', [question(), second], '70')).toBe('q2:firm on card');
    expect(await words('2', [question(), second], '60')).toBe('q1:drop on card');
  });

  it('when a bare answer quotes something else than the open card, it does not decide the open card', async () => {
    expect(await words('ok', [second], '60')).toBe('stale');
    expect(await words('ok', [second], '999')).toBe('stale');
    expect(await words('2', [question({ state: 'closed' }), second], '60')).toBe('retired');
  });

  it('when ↩ is on the card, no number reaches it; its words reach it only by quoting the card', async () => {
    const undo = { key: 'undo', label: '↩ Annuler', nonce: 'n-undo', numbered: false, means: 'undo' as const };
    const card = question({ purpose: 'action', choices: [undo] });
    expect(await words('1', [card])).toBe('none');
    expect(await words('annuler', [card])).toBe('none');
    expect(await words('annuler', [card], '60')).toBe('q1:undo on card');
  });

  it('when two are open and one of them takes words, a sentence is for that one', async () => {
    const writing = question({ id: 'q3', card: 'card3', acceptsText: true });
    expect(await words('pas là samedi', [second, writing])).toBe('q3:"pas là samedi"');
  });

  it('when only a menu is open, a number counts where numbers are drawn; when a question is open as well, it is for the question', async () => {
    const menu = question({ id: 'menu', card: 'card2', purpose: 'menu' });
    expect(await words('1', [menu])).toBe('none');
    expect(await words('1', [menu], null, botRef('signal:+33600000000'))).toBe('menu:firm');
    expect(await words('1', [question(), menu])).toBe('q1:firm');
  });

  it('when somebody else’s question is open in the same chat, it is not answered', async () => {
    expect(await words('ok', [question({ account: accountRef('telegram:2002') })])).toBe('none');
  });

  it('when a question takes words, what is no choice is its text, letter for letter', async () => {
    expect(await words(' Si le cachet  suit ', [question({ acceptsText: true })])).toBe('q1:" Si le cachet  suit "');
  });

  it('when a question of an earlier day is past its time, it no longer makes a bare "ok" unclear', async () => {
    const old = question({ id: 'old', until: noon - 1, openedAt: noon - 1000 });
    expect(await words('ok', [old, second])).toBe('q2:firm');
  });
});
