import { auditLine } from '../../core/audit.ts';
import { type Command } from '../../core/command.ts';
import { put } from '../../core/commit.ts';
import { artists } from '../../core/records/agency.ts';
import { bots, groups } from '../../core/records/identity.ts';
import { channelOf } from '../../core/refs.ts';
import { reply } from '../../core/replies.ts';
import { searchByName } from '../../domain/name-search.ts';

/** `/lier Gribitch`, in a group: from then on it is that act's group, and everybody there is told what Régie reads. */
export const linkCommand: Command = {
  name: { fr: 'lier', en: 'link' },
  permission: { roles: ['manager', 'admin'], chats: ['group'] },
  listed: true,
  run: async (turn, words) => {
    const { texts, inbound, person } = turn;
    const all = (await turn.store.all(artists)).map((record) => record.value);
    const mine = person.roles.includes('admin') ? all : all.filter((artist) => artist.managers.includes(person.id));
    const [artist, second] = searchByName(mine, words);
    if (words.trim() === '' || artist === undefined || second !== undefined) {
      const names = new Intl.ListFormat(texts.locale, { type: 'conjunction' }).format(mine.map((one) => one.name));
      return {
        outbound: [
          reply(turn, texts.say('link-which', { names: names === '' ? '—' : names, example: mine[0]?.name ?? '…' })),
        ],
      };
    }
    const bot = await turn.store.get(bots, inbound.bot);
    const partial = channelOf(inbound.bot) === 'telegram' && bot?.value.readsGroups === false;
    const told = [
      ...texts.say('link-done', { artist: artist.name }),
      { text: '\n' },
      ...texts.say(partial ? 'link-reads-little' : 'link-reads'),
    ];
    const group = {
      id: inbound.chat,
      bot: inbound.bot,
      title: inbound.chatTitle ?? '',
      artist: artist.id,
      boundBy: person.id,
      boundAt: turn.now,
    };
    return {
      writes: [put(groups, group), auditLine(turn, 'group.linked', artist.id, 'done')],
      outbound: [reply(turn, told)],
    };
  },
};
