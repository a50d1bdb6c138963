import { type Command } from '../../core/command.ts';
import { put, unchanged } from '../../core/commit.ts';
import { notifications } from '../../core/records/oversight.ts';
import { reply } from '../../core/replies.ts';
import { charactersOf, type Text } from '../../core/text.ts';
import { dayAt } from '../../domain/day.ts';
import { listDays } from '../../domain/spoken-days/index.ts';

const most = 8;
const excerpt = 140;

/** `/notifs`: what Régie said of its own accord and was not looked up yet, newest first; looking marks it read. */
export const notificationsCommand: Command = {
  name: { fr: 'notifs', en: 'inbox' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: true,
  run: async (turn) => {
    const all = await turn.store.find(notifications, { name: 'person', value: turn.person.id });
    const unread = all.filter((one) => one.value.readAt === null && one.value.state !== 'withdrawn').toReversed();
    if (unread.length === 0) return { outbound: [reply(turn, turn.texts.say('inbox-empty'))] };
    const shown = unread.slice(0, most);
    const lines = shown.flatMap(({ value }): Text => {
      const day = listDays([{ day: dayAt(value.at, turn.person.timezone), part: 'day' }], {
        today: turn.today,
        locale: turn.texts.locale,
      });
      const [first = ''] = charactersOf(value.text).split('\n');
      return [{ text: '\n• ' }, { text: day, style: 'italic' }, { text: ` ${first.slice(0, excerpt)}` }];
    });
    return {
      guards: shown.map((one) => unchanged(notifications, one)),
      writes: shown.map((one) => put(notifications, { ...one.value, readAt: turn.now })),
      outbound: [reply(turn, [...turn.texts.say('inbox', { count: unread.length }), ...lines])],
    };
  },
};
