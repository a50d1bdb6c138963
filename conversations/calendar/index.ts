import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { auditLine } from '../../core/audit.ts';
import { type Permission } from '../../core/permission.ts';
import { channelOf } from '../../core/refs.ts';
import { answerPress, react, reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { workers } from '../../domain/person.ts';
import { menuCard } from '../menu-card.ts';
import { agendaCard, changeAddress } from './agenda-card.ts';

const owners: Permission = { roles: workers, chats: ['private'] };

/** `/agenda`: one's next dates and the address of one's calendar. Asked for in a group, it is answered in private. */
const agendaCommand: Command = {
  name: { fr: 'agenda', en: 'calendar' },
  permission: { roles: workers, chats: ['private', 'group'] },
  listed: true,
  run: async (turn) => {
    const { inbound } = turn;
    if (inbound.chatKind === 'private') return agendaCard(turn, null);
    const way = turn.account.reach.find((one) => one.open && channelOf(one.bot) === channelOf(inbound.bot));
    if (way === undefined) return { outbound: [reply(turn, turn.texts.say('command-private-only'))] };
    const aside: Turn = { ...turn, inbound: { ...inbound, bot: way.bot, chat: way.chat, chatKind: 'private' } };
    return joinDrafts({ outbound: react(turn, '👀') }, await agendaCard(aside, null));
  },
};

/** A second look before an address that calendars use stops. */
function asked(what: 'renew' | 'cut'): Action {
  return {
    permission: owners,
    run: async (turn, _subject, question) => {
      const { texts } = turn;
      const rows = [
        [
          { key: 'agenda.show', label: texts.label('agenda-keep'), means: 'no' as const },
          { key: `agenda.${what}-now`, label: texts.label(`agenda-${what}-now`), means: 'yes' as const },
        ],
      ];
      const card = menuCard(turn, texts.say(`agenda-${what}-ask`), rows, question.value.id);
      return joinDrafts({ outbound: answerPress(turn, '') }, card);
    },
  };
}

function changed(to: 'new' | 'none'): Action {
  return {
    permission: owners,
    run: async (turn, _subject, question) =>
      joinDrafts(
        {
          outbound: answerPress(turn, turn.texts.label(to === 'new' ? 'agenda-renewed' : 'agenda-cut-done')),
          writes: [auditLine(turn, 'calendar.address', turn.person.id, to)],
        },
        await changeAddress(turn, to, question.value.id),
      ),
  };
}

const shown: Action = {
  permission: owners,
  run: async (turn, _subject, question): Promise<Draft> =>
    joinDrafts({ outbound: answerPress(turn, '') }, await agendaCard(turn, question.value.id)),
};

/** What people can ask for about their calendar. */
export const calendarCommands: readonly Command[] = [agendaCommand];

/** What the buttons about somebody's calendar do. */
export const calendarActions: readonly (readonly [string, Action])[] = [
  ['agenda.show', shown],
  ['agenda.make', changed('new')],
  ['agenda.renew', asked('renew')],
  ['agenda.renew-now', changed('new')],
  ['agenda.cut', asked('cut')],
  ['agenda.cut-now', changed('none')],
];
