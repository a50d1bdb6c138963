import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inbound } from '../../core/inbound.ts';
import { type Choice, type Operation, type Outbound } from '../../core/outbound.ts';
import { type Delivery } from '../../core/records/dialogue.ts';
import { chatRefSchema, type ChatRef, type MessageRef } from '../../core/refs.ts';
import { type Text } from '../../core/text.ts';
import { until } from '../../demo/stage.ts';
import { card, isSaid, type ChannelBench } from './channel-bench.ts';

/** What every channel must do alike, so that conversations never ask which one they are on. */
export function describeChannel(name: string, open: () => Promise<ChannelBench>): void {
  describe(`${name} as a channel`, () => {
    let bench: ChannelBench;
    let privateChat: ChatRef;
    let groupChat: ChatRef;
    beforeAll(async () => {
      bench = await open();
      privateChat = (await heard(() => bench.write('bonjour'))).chat;
      groupChat = (await heard(() => bench.write('bonjour', { place: 'group' }))).chat;
    });
    afterAll(() => bench.stop());

    /** The one message that an act leads to. */
    async function heard(act: () => unknown): Promise<Inbound> {
      const before = bench.received().filter(isSaid).length;
      act();
      return until('something is heard', () => {
        const now = bench.received().filter(isSaid);
        return now.length === before + 1 ? now.at(-1) : null;
      });
    }

    let count = 0;
    function outbound(operation: Operation, chat = privateChat): Outbound {
      count += 1;
      return {
        id: `out-${count}`,
        bot: bench.channel.bot,
        chat,
        lane: 'reply',
        at: 0,
        until: null,
        notification: null,
        important: false,
        operation,
      };
    }

    async function deliver(
      operation: Operation,
      target: Delivery | null = null,
      chat = privateChat,
    ): Promise<readonly MessageRef[]> {
      const outcome = await bench.channel.deliver(outbound(operation, chat), target);
      if (outcome.type !== 'done') throw new Error(`not delivered: ${JSON.stringify(outcome)}`);
      return outcome.messages;
    }

    function known(messages: readonly MessageRef[]): Delivery {
      return {
        id: 'known',
        bot: bench.channel.bot,
        chat: privateChat,
        status: 'sent',
        messages: [...messages],
        at: 0,
        resent: false,
        reason: null,
      };
    }

    function said(
      text: Text,
      rows: readonly (readonly Choice[])[] = [],
      poll: string | null = null,
    ): Extract<Operation, { type: 'send' }> {
      return {
        type: 'send',
        text: [...text],
        withoutButtons: null,
        rows: rows.map((row) => [...row]),
        replyTo: null,
        silent: false,
        poll,
      };
    }

    describe('what is heard', () => {
      it('when somebody writes in private, it is their text, to us, from one account that stays the same', async () => {
        const [one, two] = [
          await heard(() => bench.write('  pas là le 12  ')),
          await heard(() => bench.write('et le 13')),
        ];
        expect(one.content).toMatchObject({ type: 'text', addressed: true, replyTo: null, forwarded: false });
        expect(one.chatKind).toBe('private');
        expect(one.senderIsBot).toBe(false);
        expect([two.chat, two.sender]).toEqual([one.chat, one.sender]);
        expect(two.message).not.toBe(one.message);
        expect(two.dedupe).not.toBe(one.dedupe);
      });

      it('when the platform repeats an event, its name is the same', async () => {
        const before = bench.received().length;
        bench.repeatNext();
        bench.write('encore');
        const twice = await until('both arrive', () => {
          const now = bench.received().slice(before).filter(isSaid);
          return now.length === 2 ? now : null;
        });
        expect(twice[1]?.dedupe).toBe(twice[0]?.dedupe);
      });

      it('when it is said in a group, it counts as addressed only with a mention, a command or an answer to us', async () => {
        expect((await heard(() => bench.write('je passe', { place: 'group' }))).content).toMatchObject({
          addressed: false,
        });
        const mention = await heard(() => bench.write('pas là le 12', { place: 'group', mention: true }));
        expect(mention.content).toMatchObject({ addressed: true, text: 'pas là le 12' });
        expect((await heard(() => bench.write('/aide', { place: 'group' }))).content).toMatchObject({
          addressed: true,
          text: '/aide',
        });
        const [ours] = await deliver(said([{ text: 'une question' }]), null, groupChat);
        const answer = await heard(() =>
          bench.write('oui', { place: 'group', ...(ours === undefined ? {} : { to: ours }) }),
        );
        expect(answer.content).toMatchObject({ addressed: true, replyTo: ours });
        expect([mention.chat, mention.chatKind]).toEqual([groupChat, 'group']);
      });

      it('when two people write in one group, they are two accounts in one chat', async () => {
        const [one, two] = [
          await heard(() => bench.write('a', { place: 'group' })),
          await heard(() => bench.write('b', { place: 'group', by: 'other' })),
        ];
        expect(two.chat).toBe(one.chat);
        expect(two.sender).not.toBe(one.sender);
      });

      it('when a message of ours is quoted, the quote names it as we know it', async () => {
        const [ours] = await deliver(said([{ text: 'C’est ferme ?' }]));
        const answer = await heard(() => bench.write('oui', ours === undefined ? {} : { to: ours }));
        expect(answer.content).toMatchObject({ type: 'text', text: 'oui', replyTo: ours });
      });

      it('when a message is edited, the edit names the message it changes', async () => {
        let sent = '';
        const first = await heard(() => (sent = bench.write('pas là le 12')));
        const edit = await heard(() => bench.edit(sent, 'pas là le 13'));
        expect(edit.content).toMatchObject({ type: 'edit', target: first.message, text: 'pas là le 13' });
        expect([edit.chat, edit.sender]).toEqual([first.chat, first.sender]);
      });

      it('when a sign is put on our message and taken back, both name it', async () => {
        const [ours] = await deliver(said([{ text: 'Bien reçu ?' }]));
        if (ours === undefined) throw new Error('nothing was sent');
        const on = await heard(() => bench.react(ours, '👍', true));
        expect(on.content).toEqual({ type: 'reaction', target: ours, emoji: '👍', removed: false });
        const off = await heard(() => bench.react(ours, '👍', false));
        expect(off.content).toEqual({ type: 'reaction', target: ours, emoji: '👍', removed: true });
      });

      it.each(['voice', 'photo', 'document'] as const)(
        'when a %s is sent, it is a file of that kind with a handle',
        async (what) => {
          const { content } = await heard(() => bench.send(what));
          expect(content).toMatchObject({ type: 'file', kind: what });
          expect(content.type === 'file' ? content.sealed : null).toMatch(/.+/);
        },
      );

      it('when a sticker is sent, it is something we do not read', async () => {
        expect((await heard(() => bench.send('sticker'))).content).toEqual({ type: 'unsupported', what: 'sticker' });
      });
    });

    describe('what is shown', () => {
      const hostile = [
        '_a_ *b* `c` ~d~ ||e|| [f](tg://user?id=1) <b>g</b> &lt; \\ # + - = | { } . !',
        '![](https://x/?d=) javascript:alert(1) @everyone /start@other',
        '👨‍👩‍👧‍👦 🇫🇷 é e\u0301 ﷽ \u202Eabc\u202C Z̷͇a̷l̷g̷o̷',
        '=SUM(A1) +1 @x',
      ];

      it.each(hostile)('when words are « %s », they arrive as they are and look like nothing', async (words) => {
        await deliver(said([{ text: 'Marc : « ' }, { text: words }, { text: ' »' }]));
        const last = bench.shown().at(-1);
        expect(last?.text).toBe(`Marc : « ${words} »`);
        expect(last?.bold).toEqual([]);
      });

      it('when a stretch is bold, exactly that stretch is, after characters of every width', async () => {
        await deliver(said([{ text: '🎸é̀ ' }, { text: 'sam. 13 👍', style: 'bold' }, { text: ' ok' }]));
        expect(bench.shown().at(-1)).toMatchObject({ text: '🎸é̀ sam. 13 👍 ok', bold: ['sam. 13 👍'] });
      });

      it('when words hold a lone surrogate or a NUL, the message goes out without them', async () => {
        await deliver(said([{ text: 'a\ud83db\0c' }]));
        expect(bench.shown().at(-1)?.text).toBe('a\uFFFDbc');
      });

      it('when a text is longer than the platform takes, all of it arrives, in order', async () => {
        const before = bench.shown().length;
        const long = Array.from({ length: 900 }, (_, index) => `ligne ${index}`).join('\n');
        await deliver(said([{ text: long }]));
        const pieces = bench
          .shown()
          .slice(before)
          .map((message) => message.text);
        expect(pieces.join('\n')).toBe(long);
      });

      it('when there are choices, the platform carries their nonces or positions and never a meaning', async () => {
        await deliver(said([{ text: 'C’est ferme ?' }], card('n1', 'n2'), 'C’est ferme ?'));
        const last = bench.shown().at(-1);
        expect(last?.answers).toEqual(['Oui', 'Non']);
        expect(last?.carried.every((value) => value === null || value === 'n1' || value === 'n2')).toBe(true);
      });

      it('when an answer is chosen, it names the card and which answer it was', async () => {
        const messages = await deliver(said([{ text: 'On y va ?' }], card('n3', 'n4'), 'On y va ?'));
        const press = await heard(() => bench.choose(1));
        expect(press.content).toMatchObject(bench.chosen(messages, 1, ['n3', 'n4']));
        expect(press.chat).toBe(privateChat);
      });

      it('when a card is rewritten, the same message says something else and the old answers are gone', async () => {
        const messages = await deliver(said([{ text: 'avant' }], card('n5', 'n6')));
        const count = bench.shown().length;
        const fresh: Operation = {
          type: 'edit',
          target: 'known',
          text: [{ text: 'après' }],
          withoutButtons: null,
          rows: [],
          poll: null,
        };
        expect(await deliver(fresh, known(messages))).toContain(messages[0]);
        expect(bench.shown()).toHaveLength(count);
        expect(bench.shown().at(-1)).toMatchObject({ text: 'après', answers: [] });
      });

      it('when a rewrite changes nothing, it counts as done', async () => {
        const messages = await deliver(said([{ text: 'pareil' }]));
        const same: Operation = {
          type: 'edit',
          target: 'known',
          text: [{ text: 'pareil' }],
          withoutButtons: null,
          rows: [],
          poll: null,
        };
        expect(await deliver(same, known(messages))).toContain(messages[0]);
      });

      it('when the message to rewrite is lost or too old to be rewritten, a new one takes its place', async () => {
        const messages = await deliver(said([{ text: 'perdu' }]));
        const { target, at } = bench.lose(messages);
        const operation: Operation = {
          type: 'edit',
          target: 'known',
          text: [{ text: 'retrouvé' }],
          withoutButtons: null,
          rows: [],
          poll: null,
        };
        const outcome = await bench.channel.deliver({ ...outbound(operation), at }, known(target));
        expect(outcome.type).toBe('done');
        expect(bench.shown().at(-1)?.text).toBe('retrouvé');
      });

      it('when a chat a message came from is written to, the message arrives there', async () => {
        await deliver(said([{ text: 'dans le groupe' }]), null, groupChat);
        expect(bench.shown('group').at(-1)?.text).toBe('dans le groupe');
        expect(bench.channel.limits.isGroup(groupChat)).toBe(true);
        expect(bench.channel.limits.isGroup(privateChat)).toBe(false);
      });
    });

    it('when the platform fails, the outcome says what may have happened', async () => {
      const outcomes = [];
      for (const failure of bench.failures) {
        await failure.arrange();
        const message = outbound(said([{ text: 'essai' }]), failure.chat?.() ?? privateChat);
        outcomes.push({ failure: failure.name, ...(await bench.channel.deliver(message, null)) });
      }
      expect(outcomes).toMatchObject(bench.failures.map(({ name, outcome }) => ({ failure: name, ...outcome })));
    });

    it('when a chat reference is none of ours, delivering says so and throws nothing', async () => {
      const foreign = outbound(said([{ text: 'x' }]), chatRefSchema.parse('telegram:x:y'));
      expect((await bench.channel.deliver(foreign, null)).type).toBe('failed');
    });
  });
}
