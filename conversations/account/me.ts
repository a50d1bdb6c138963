import { type Command } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { accounts } from '../../core/records/identity.ts';
import { artists } from '../../core/records/agency.ts';
import { contactCards, sealedPhone, sealedSpan, type ContactCard } from '../../core/records/contacts.ts';
import { channelOf } from '../../core/refs.ts';
import { type Text } from '../../core/text.ts';
import { type TextArguments } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { profileFieldSchema } from '../../domain/profile.ts';
import { readProfileCommand } from '../../domain/profile-words.ts';
import { inPairs, menuCard, replacedBy } from '../menu-card.ts';
import { noteProfile } from './profile-intent.ts';
import { emergencySpans } from './save-profile.ts';

/** `/moi`: who Régie thinks this is, and every line one may change; `/moi taille M` changes one at once. */
export const meCommand: Command = {
  name: { fr: 'moi', en: 'me' },
  permission: { roles: 'everyone', chats: ['private'] },
  listed: true,
  opensSentence: (words) => readProfileCommand(words) !== null,
  run: async (turn, words, card) => {
    const said = words.trim() === '' ? null : readProfileCommand(words);
    if (said !== null) return noteProfile(turn, said);
    const { texts, person } = turn;
    const [linked, acts, contacts] = await Promise.all([
      turn.store.find(accounts, { name: 'person', value: person.id }),
      turn.store.find(artists, { name: 'person', value: person.id }),
      turn.store.get(contactCards, person.id),
    ]);
    const list = (items: readonly string[]): string =>
      items.length === 0 ? '—' : new Intl.ListFormat(texts.locale).format(items);
    const text = texts.say('me', {
      name: [{ text: person.name, style: 'bold' }],
      roles: list(person.roles.map((role) => texts.label(`role-${role}`))),
      artists: list(acts.map((act) => act.value.name)),
      channels: list(linked.map((account) => texts.label(`channel-${channelOf(account.value.id)}`))),
      ...linesOf(turn, contacts?.value ?? null),
    });
    const missed: Text = words.trim() === '' ? [] : [...texts.say('me-missed'), { text: '\n\n' }];
    return menuCard(turn, [...missed, ...text], rowsOf(turn), replacedBy(turn, card));
  },
};

/** What each line says; coordinates as sealed spans, for their owner alone. */
function linesOf(turn: Turn, contacts: ContactCard | null): TextArguments {
  const { person, cipher } = turn;
  const phone = contacts === null ? null : sealedPhone(cipher, contacts);
  const email = contacts?.email == null ? null : sealedSpan(person.id, contacts.email);
  return {
    town: person.town ?? '—',
    diet: person.diet ?? '—',
    size: person.size ?? '—',
    instruments: person.instruments ?? '—',
    seat: person.seat ?? '—',
    phone: [phone ?? { text: '—' }],
    email: [email ?? { text: '—' }],
    emergency: emergencySpans(turn, person.id, contacts?.emergency ?? null) ?? [{ text: '—' }],
  };
}

function rowsOf({ texts }: Turn): Offer[][] {
  const fields = profileFieldSchema.options.map((field): Offer => ({
    key: `profile:${field}`,
    label: texts.label(`profile-${field}`),
  }));
  return [
    ...inPairs(fields),
    [
      { key: 'command:mesindispos', label: texts.label('home-mesindispos') },
      { key: 'command:parametres', label: texts.label('home-parametres') },
    ],
    [{ key: 'command:start', label: texts.label('home-back') }],
  ];
}
