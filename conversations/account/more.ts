import { type Action } from '../../core/command.ts';
import { joinDrafts } from '../../core/commit.ts';
import { type Offer } from '../../core/conversation.ts';
import { type CommandInfo } from '../../core/permission.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { laterDay } from '../../domain/sounding.ts';
import { stacked } from '../../agency/wording.ts';
import { inPairs, menuCard, replacedBy } from '../menu-card.ts';
import { readSounding } from '../soundings/known-sounding.ts';
import { answerOffers, askText } from '../soundings/wording.ts';
import { commandLabel, commandLine, mayUse } from './usable.ts';
import { awaited } from './waiting.ts';

const permission: Action['permission'] = { roles: 'everyone', chats: ['private'] };

/** Where people look for a command, by French names; what stands nowhere comes last, under the rest. */
const themes: Readonly<Record<string, readonly string[]>> = {
  dates: ['indispo', 'mesindispos', 'dispo', 'agenda', 'sonder'],
  booking: ['deal', 'valider', 'pipeline', 'relances', 'note'],
  road: ['feuille', 'taches', 'tache', 'manque'],
  people: ['cherche', 'inviter', 'roles', 'absent', 'incidents'],
  self: ['moi', 'notifs', 'parametres', 'annuler', 'aide'],
};

/** A theme with the commands of it that somebody may use. */
interface Theme {
  readonly name: string;
  readonly commands: readonly CommandInfo[];
}

function themesOf(turn: Turn): Theme[] {
  const usable = turn.commands.filter((command) => command.name.fr !== 'start' && mayUse(turn, command, 'private'));
  const placed = new Set(Object.values(themes).flat());
  const known = Object.entries(themes).map(([name, names]): Theme => ({
    name,
    commands: names.flatMap((one) => usable.find((command) => command.name.fr === one) ?? []),
  }));
  const rest = usable.filter((command) => !placed.has(command.name.fr));
  return [...known, { name: 'rest', commands: rest }].filter(({ commands }) => commands.length > 0);
}

function themeText(turn: Turn, { name, commands }: Theme): Text {
  return stacked([
    [{ text: turn.texts.label(`more-theme-${name}`), style: 'bold' }],
    ...commands.map((command) => commandLine(turn, command)),
  ]);
}

/** [Plus…]: every command this person may use, in sentences, and a button for each theme. */
const showMore: Action = {
  permission,
  run: async (turn, _subject, question) => {
    const { texts } = turn;
    const found = themesOf(turn);
    const inGroup = turn.commands.filter(
      (command) => !command.permission.chats.includes('private') && mayUse(turn, command, 'group'),
    );
    const text = stacked([
      texts.say('more'),
      ...found.map((theme) => themeText(turn, theme)),
      inGroup.length === 0
        ? null
        : texts.say('more-in-group', { names: inGroup.map((command) => `/${command.name[texts.locale]}`).join(', ') }),
    ]);
    const offers = found.map(({ name }): Offer => ({
      key: `home.theme:${name}`,
      label: texts.label(`more-theme-${name}`),
    }));
    const rows = [...inPairs(offers), [{ key: 'command:start', label: texts.label('home-back') }]];
    return joinDrafts({ outbound: answerPress(turn, '') }, menuCard(turn, text, rows, replacedBy(turn, question)));
  },
};

/** One theme: a button for each of its commands. */
const showTheme: Action = {
  permission,
  run: async (turn, subject, question) => {
    const { texts } = turn;
    const theme = themesOf(turn).find(({ name }) => name === subject);
    if (theme === undefined) return { outbound: tell(turn, texts.label('answer-stale'), true) };
    const offers = theme.commands.map((command): Offer => ({
      key: `command:${command.name.fr}`,
      label: commandLabel(turn, command),
    }));
    const back: Offer[] = [
      { key: 'home.more', label: texts.label('home-more-back') },
      { key: 'command:start', label: texts.label('home-back') },
    ];
    return joinDrafts(
      { outbound: answerPress(turn, '') },
      menuCard(turn, themeText(turn, theme), [...inPairs(offers), back], replacedBy(turn, question)),
    );
  },
};

const mostAsked = 3;

/** [Réponses attendues]: the questions about dates that wait for this person, each on a card that answers it. */
const showAwaited: Action = {
  permission,
  run: async (turn) => {
    const { texts } = turn;
    const open = (await awaited(turn)).slice(0, mostAsked);
    if (open.length === 0) return { outbound: tell(turn, texts.label('home-answers-none')) };
    const known = await Promise.all(open.map(({ id }) => readSounding(turn, id)));
    const cards = known.flatMap((one) => {
      if (one === null) return [];
      const { sounding } = one.about;
      const day = laterDay(turn.now, sounding.deadline, turn.person.timezone);
      const later = day === null ? null : { day, today: dayAt(turn.now, turn.person.timezone) };
      return [menuCard(turn, askText(turn, texts, one.about, turn.person), answerOffers(texts, sounding.id, later))];
    });
    return joinDrafts({ outbound: answerPress(turn, '') }, ...cards);
  },
};

/** What the buttons of the home card do. */
export const homeActions: readonly (readonly [string, Action])[] = [
  ['home.more', showMore],
  ['home.theme', showTheme],
  ['home.answers', showAwaited],
];
