import { type Command } from '../../core/command.ts';
import { accounts } from '../../core/records/identity.ts';
import { artists } from '../../core/records/agency.ts';
import { channelOf } from '../../core/refs.ts';
import { menuCard } from '../menu-card.ts';

/** `/moi`: who Régie thinks this is, on which channels, in which acts. */
export const meCommand: Command = {
  name: { fr: 'moi', en: 'me' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: true,
  run: async (turn) => {
    const { texts, person } = turn;
    const [linked, acts] = await Promise.all([
      turn.store.find(accounts, { name: 'person', value: person.id }),
      turn.store.find(artists, { name: 'person', value: person.id }),
    ]);
    const list = (items: readonly string[]): string =>
      items.length === 0 ? '—' : new Intl.ListFormat(texts.locale).format(items);
    const text = texts.say('me', {
      name: [{ text: person.name, style: 'bold' }],
      roles: list(person.roles.map((role) => texts.label(`role-${role}`))),
      artists: list(acts.map((act) => act.value.name)),
      channels: list(linked.map((account) => texts.label(`channel-${channelOf(account.value.id)}`))),
      town: person.town ?? '—',
      diet: person.diet ?? '—',
    });
    return menuCard(turn, text, [
      [
        { key: 'profile:diet', label: texts.label('profile-diet') },
        { key: 'profile:town', label: texts.label('profile-town') },
      ],
      [
        { key: 'command:mesindispos', label: texts.label('home-mesindispos') },
        { key: 'command:parametres', label: texts.label('home-parametres') },
      ],
    ]);
  },
};
