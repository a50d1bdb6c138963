import { z } from 'zod';
import { type Action } from '../../core/command.ts';
import { joinDrafts } from '../../core/commit.ts';
import { type DueHandler } from '../../core/due-runner.ts';
import { draftNotice } from '../../core/notification.ts';
import { leads } from '../../core/records/booking.ts';
import { answerPress, tell } from '../../core/replies.ts';
import { type Texts } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { addDays, dayAt, weekday } from '../../domain/day.ts';
import { closedStatuses, type Lead } from '../../domain/lead.ts';
import { dealers } from '../../agency/deciders.ts';
import { recipients } from '../../agency/recipients.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { daysAhead, morningOf, withFollowUp, writeLead } from './change-lead.ts';
import { around, ownLead } from './own-leads.ts';
import { redrawSeen } from './redraw.ts';

const payloadSchema = z.strictObject({ lead: z.string(), at: z.number().int() });

/** What was to be done about an opportunity is due: its booker hears; of one that is closed or where something else was noted since, nobody does. */
export const remindFollowUp: DueHandler = async (step, row) => {
  const { lead: id, at } = payloadSchema.parse(row.payload);
  const found = await step.store.get(leads, id);
  if (found === null || found.value.followUp?.at !== at || closedStatuses.has(found.value.status)) return {};
  const known = await around(step, found);
  if (known === null) return {};
  const { value } = found;
  const today = dayAt(step.now, step.agency.timezone);
  const own = await recipients(step.store, [value.booker], today);
  const told = own.length > 0 ? own : await recipients(step.store, known.artist.bookers, today);
  const note = value.followUp?.note ?? '';
  return joinDrafts(
    ...told.map((booker) => {
      const texts = step.textsOf(booker.person.locale);
      const names = { venue: placeName(known.venue), artist: known.artist.name, number: String(value.number) };
      const notice = {
        id: `${id}.follow-up.${at}.${booker.person.id}`,
        severity: 'action' as const,
        purpose: 'action' as const,
        subject: id,
        text: [
          ...(note === ''
            ? texts.say('pipeline-reminder', names)
            : texts.say('pipeline-reminder-note', { ...names, note })),
        ],
        rows: rowsOf(texts, value, at),
      };
      return draftNotice(notice, booker, { now: step.now, random: step.random, texts });
    }),
  );
};

function rowsOf(texts: Texts, { id }: Lead, at: number): { key: string; label: string }[][] {
  return [
    [{ key: `follow-up.done:${id}/${at}`, label: texts.label('pipeline-reminder-done') }],
    [
      { key: `follow-up.tomorrow:${id}/${at}`, label: texts.label('pipeline-reminder-tomorrow') },
      { key: `follow-up.week:${id}/${at}`, label: texts.label('pipeline-reminder-week') },
    ],
  ];
}

type When = (turn: Turn) => number | null;

/** A button under a reminder: `<lead>/<instant>`; it holds only while that is still what is to be done. */
function onReminder(when: When): Action {
  return {
    permission: { roles: dealers, chats: ['private'] },
    run: async (turn, subject, question) => {
      const [id = '', instant = ''] = subject.split('/');
      const known = await ownLead(turn, id);
      const followUp = known?.lead.value.followUp ?? null;
      if (known === null || String(followUp?.at) !== instant)
        return { outbound: tell(turn, turn.texts.label('pipeline-reminder-gone'), true) };
      const at = when(turn);
      const change = { at: turn.now, by: turn.person.id, zone: turn.agency.timezone };
      const next = at === null ? null : { at, note: followUp?.note ?? '' };
      const names = { venue: placeName(known.venue), number: String(known.lead.value.number) };
      const day = at === null ? '' : dayName(turn, turn.texts, dayAt(at, turn.agency.timezone));
      const text =
        at === null
          ? turn.texts.say('pipeline-reminder-is-done', names)
          : turn.texts.say('pipeline-reminder-put-off', { ...names, day });
      return joinDrafts(
        { outbound: answerPress(turn, '') },
        writeLead(known.lead, withFollowUp(known.lead.value, next, change)),
        redrawSeen(turn, question, { text, rows: [] }),
      );
    },
  };
}

/** The Monday of the next week. */
export function nextMonday(turn: Turn): number {
  const today = daysAhead(turn, 0);
  return morningOf(turn, addDays(today, 8 - weekday(today)));
}

/** What the buttons of a reminder do. */
export const followUpActions: readonly (readonly [string, Action])[] = [
  ['follow-up.done', onReminder(() => null)],
  ['follow-up.tomorrow', onReminder((turn) => morningOf(turn, daysAhead(turn, 1)))],
  ['follow-up.week', onReminder(nextMonday)],
];
