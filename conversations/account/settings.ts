import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { people } from '../../core/records/agency.ts';
import { answerPress } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { localeSchema } from '../../domain/schemas.ts';
import { type Person } from '../../domain/person.ts';
import { menuCard, replacedBy } from '../menu-card.ts';
import { commandMenu } from '../command-menu.ts';

const quietPresets = ['21:00-09:00', '22:00-08:00', '00:00-00:00'] as const;

/** `/parametres`: language, preferred channel, quiet hours; every press rewrites the card. */
export const settingsCommand: Command = {
  name: { fr: 'parametres', en: 'settings' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: true,
  run: async (turn, _words, card) => settingsCard(turn, turn.person, replacedBy(turn, card)),
};

function settingsCard(turn: Turn, person: Person, replaces: string | null): Draft {
  const texts = turn.textsOf(person.locale);
  const [first] = person.channels;
  const quiet =
    person.quiet === null || person.quiet.from === person.quiet.to
      ? texts.label('settings-quiet-none')
      : `${person.quiet.from}–${person.quiet.to}`;
  const text = texts.say('settings', {
    language: texts.label(`language-${person.locale}`),
    channel: texts.label(`channel-${first ?? 'telegram'}`),
    quiet,
    zone: person.timezone,
  });
  const other = person.locale === 'fr' ? 'en' : 'fr';
  const channels: Offer[] = (['telegram', 'signal'] as const)
    .filter((channel) => channel !== first)
    .map((channel) => ({
      key: `settings:channel=${channel}`,
      label: texts.label('settings-prefer', { channel: texts.label(`channel-${channel}`) }),
    }));
  const hours: Offer[] = quietPresets.map((preset) => ({
    key: `settings:quiet=${preset}`,
    label: preset.startsWith('00:00') ? texts.label('settings-quiet-off') : preset.replace('-', '–'),
  }));
  return menuCard(
    turn,
    text,
    [
      [{ key: `settings:locale=${other}`, label: texts.label(`language-${other}`) }],
      channels,
      hours,
      [{ key: 'command:start', label: texts.label('home-back') }],
    ],
    replaces,
  );
}

/** One press on the settings card. */
export const changeSetting: Action = {
  permission: { roles: 'everyone', chats: ['private'] },
  run: async (turn, subject, question) => {
    const stored = await turn.store.get(people, turn.person.id);
    if (stored === null) return {};
    const changed = applySetting(stored.value, subject);
    const texts = turn.textsOf(changed.locale);
    return joinDrafts(
      {
        guards: [unchanged(people, stored)],
        writes: [put(people, changed)],
        outbound: answerPress(turn, texts.label('settings-saved')),
      },
      settingsCard(turn, changed, question.value.id),
      changed.locale === turn.person.locale ? {} : commandMenu({ ...turn, texts, person: changed }),
    );
  },
};

function applySetting(person: Person, subject: string): Person {
  const [name, value = ''] = subject.split('=');
  const locale = localeSchema.safeParse(value);
  if (name === 'locale' && locale.success) return { ...person, locale: locale.data };
  if (name === 'channel' && (value === 'telegram' || value === 'signal')) {
    return { ...person, channels: [value, ...person.channels.filter((channel) => channel !== value)] };
  }
  const hours = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(value);
  if (name !== 'quiet' || hours === null) return person;
  const [, from = '', to = ''] = hours;
  return { ...person, quiet: from === to ? null : { from, to } };
}
