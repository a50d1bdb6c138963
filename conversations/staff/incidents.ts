import { auditLine } from '../../core/audit.ts';
import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, put, unchanged } from '../../core/commit.ts';
import { incidents, type Incident } from '../../core/records/oversight.ts';
import { answerPress } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayAt } from '../../domain/day.ts';
import { listDays } from '../../domain/spoken-days/index.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { menuCard } from '../menu-card.ts';

const most = 6;
const watchers = ['manager', 'admin'] as const;

/** `/incidents`: what went wrong and nobody has dealt with, newest first, each with a button that says it is dealt with. */
export const incidentsCommand: Command = {
  name: { fr: 'incidents', en: 'incidents' },
  permission: { roles: watchers, chats: ['private'] },
  listed: true,
  run: (turn) => incidentCard(turn, null, null),
};

async function incidentCard(turn: Turn, replaces: string | null, without: string | null): ReturnType<Command['run']> {
  const open = (await turn.store.find(incidents, { name: 'open', value: 'all' }))
    .map((one) => one.value)
    .filter((one) => one.id !== without);
  if (open.length === 0) return menuCard(turn, turn.texts.say('incidents-none'), [], replaces);
  const shown = open.slice(-most).toReversed();
  const lines = shown.flatMap((incident, index): Text => [
    { text: `\n${index + 1}. ` },
    ...incidentLine(turn, incident),
  ]);
  const rows = shown.map((incident, index) => [
    { key: `incident.done:${incident.id}`, label: turn.texts.label('incident-done', { number: index + 1 }) },
  ]);
  return menuCard(turn, [...turn.texts.say('incidents', { count: open.length }), ...lines], rows, replaces);
}

function incidentLine(turn: Turn, incident: Incident): Text {
  const day = listDays([{ day: dayAt(incident.at, turn.person.timezone), part: 'day' }], {
    today: turn.today,
    locale: turn.texts.locale,
  });
  const time = clockTime(incident.at, turn.person.timezone, turn.texts);
  const line = turn.texts.say('incident-line', {
    severity: turn.texts.label(`severity-${incident.severity}`),
    code: incident.code,
    source: incident.source,
    when: `${day} ${time}`,
  });
  if (incident.code !== 'signal.challenge') return line;
  const token = incident.detail.split(' ').at(-1) ?? '';
  return [...line, { text: '\n' }, ...turn.texts.say('incident-challenge', { token })];
}

/** Notes who dealt with an incident and shows what is left. */
export const closeIncident: Action = {
  permission: { roles: watchers, chats: ['private'] },
  run: async (turn, subject, question) => {
    const incident = await turn.store.get(incidents, subject);
    if (incident === null || incident.value.action !== null) return { outbound: answerPress(turn, '') };
    const action = { by: turn.person.id, at: turn.now, text: turn.texts.label('incident-action') };
    return joinDrafts(
      {
        guards: [unchanged(incidents, incident)],
        writes: [put(incidents, { ...incident.value, action }), auditLine(turn, 'incident.closed', subject, 'done')],
        outbound: answerPress(turn, turn.texts.label('incident-action')),
      },
      await incidentCard(turn, question.value.id, subject),
    );
  },
};
