import { auditLine } from '../../core/audit.ts';
import { type Action, type Command } from '../../core/command.ts';
import { joinDrafts, type Draft } from '../../core/commit.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { readNoteLine, type Match, type NoteLine } from '../../domain/booking-words/index.ts';
import { dayAt, parseDay, type Day } from '../../domain/day.ts';
import { closedStatuses, withEvent, type Lead } from '../../domain/lead.ts';
import { daysIn } from '../../domain/spoken-days/index.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { dealers } from '../../agency/deciders.ts';
import { dayName, placeName } from '../../agency/wording.ts';
import { contextOf } from '../absence/reading.ts';
import { menuCard } from '../menu-card.ts';
import { morningOf, withFollowUp, writeLead } from './change-lead.ts';
import { leadLine } from './lead-words.ts';
import { ownLead, ownLeads, type KnownLead, type OwnLeads } from './own-leads.ts';
import { redrawSeen } from './redraw.ts';

const longestNote = 1000;
const longestReminder = 500;
const mostOffered = 8;

/** `/note Fil : rappelle lundi`, `/note 42 : …`: a line in the history of an opportunity, and a reminder where a day is said. */
export const noteCommand: Command = {
  name: { fr: 'note', en: 'note' },
  permission: { roles: dealers, chats: ['private'] },
  listed: true,
  opensSentence: (words) => /:/.test(words) || /^\s*\d/.test(words),
  run: async (turn, words) => {
    const own = await ownLeads(turn);
    if (own.acts.size === 0) return { outbound: [reply(turn, turn.texts.say('deal-no-act'))] };
    const line = readNoteLine(words, namesOf(own), contextOf(turn));
    const note = line.note.slice(0, longestNote).toWellFormed();
    const isNamed = line.number !== null || line.venue.type !== 'none' || line.artist !== null;
    if (note === '' || (!isNamed && words.trim() === ''))
      return { outbound: [reply(turn, turn.texts.say('pipeline-note-how'))] };
    const found = meant(own, line);
    const [only, second] = found;
    if (only === undefined) return nothing(turn, line);
    if (second !== undefined) return which(turn, own, found, { note, due: line.due });
    const known = await ownLead(turn, only.id);
    return known === null ? nothing(turn, line) : written(turn, known, { note, due: line.due });
  },
};

function namesOf(own: OwnLeads): Parameters<typeof readNoteLine>[1] {
  return {
    artists: [...own.acts.values()].map(({ id, name }) => ({ id, name })),
    venues: [...own.venues.values()].map(({ id, name, town, region }) => ({ id, name, town, region })),
  };
}

/** The opportunities a line may be about: the open ones of that place and act; closed ones where there are no open ones. */
function meant(own: OwnLeads, line: NoteLine): Lead[] {
  const all = own.leads.map((record) => record.value);
  if (line.number !== null) return all.filter((lead) => lead.number === line.number);
  if (line.venue.type === 'none' && line.artist === null) return [];
  const fit = all.filter((lead) => fits(line.venue, lead.venue) && fits(line.artist, lead.artist));
  const open = fit.filter((lead) => !closedStatuses.has(lead.status));
  return (open.length > 0 ? open : fit).toSorted((a, b) => b.createdAt - a.createdAt || b.number - a.number);
}

function fits(match: Match | null, id: string): boolean {
  if (match === null || match.type === 'none') return true;
  return match.type === 'one' ? match.id === id : match.ids.includes(id);
}

function nothing(turn: Turn, { number }: NoteLine): Draft {
  const { texts } = turn;
  const text =
    number === null ? texts.say('pipeline-note-none') : texts.say('pipeline-lead-none', { number: String(number) });
  return menuCard(turn, text, [[{ key: 'command:deal', label: texts.label('pipeline-note-do-deal') }]]);
}

/** What is to be noted, as said. */
interface Said {
  readonly note: string;
  readonly due: Day | null;
}

function which(turn: Turn, own: OwnLeads, found: readonly Lead[], { note, due }: Said): Draft {
  const shown = found.slice(0, mostOffered);
  const rows = shown.map((lead) => {
    const names = { artist: own.acts.get(lead.artist)?.name ?? '?', venue: own.venues.get(lead.venue) ?? null };
    const label = leadLine(turn, turn.texts, lead, names)
      .map((span) => span.text)
      .join('');
    return [{ key: `note.on:${lead.id}/${due ?? ''}/${note}`, label: label.slice(0, 60) }];
  });
  const more = found.length - shown.length;
  const rest: Text = more === 0 ? [] : [{ text: ' ' }, ...turn.texts.say('pipeline-note-which-more', { count: more })];
  return menuCard(turn, [...turn.texts.say('pipeline-note-which'), ...rest], rows);
}

/** The choice among several opportunities: `<lead>/<day>/<note>`. */
export const noteOn: Action = {
  permission: { roles: dealers, chats: ['private'] },
  run: async (turn, subject, question) => {
    const [id = '', due = '', ...note] = subject.split('/');
    const known = await ownLead(turn, id);
    if (known === null) return { outbound: tell(turn, turn.texts.label('pipeline-lead-gone'), true) };
    const said = { note: note.join('/'), due: parseDay(due) };
    const { text, draft } = noted(turn, known, said);
    return joinDrafts({ outbound: answerPress(turn, '') }, draft, redrawSeen(turn, question, { text, rows: [] }));
  },
};

function written(turn: Turn, known: KnownLead, said: Said): Draft {
  const { text, draft } = noted(turn, known, said);
  return joinDrafts(draft, { outbound: [reply(turn, text)] });
}

function noted(turn: Turn, { lead, venue }: KnownLead, { note, due }: Said): { text: Text; draft: Draft } {
  const { value } = lead;
  const { timezone: zone } = turn.agency;
  const change = { at: turn.now, by: turn.person.id, zone };
  const coming = due !== null && due >= dayAt(turn.now, zone) ? due : null;
  const at = coming === null ? null : morningOf(turn, coming);
  const changed =
    at === null
      ? withEvent(value, { at: turn.now, by: turn.person.id, what: 'note', from: null, to: null, note })
      : withFollowUp(value, { at, note: withoutDays(turn, note).slice(0, longestReminder).toWellFormed() }, change);
  const names = { number: String(value.number), venue: placeName(venue) };
  const text =
    at === null
      ? turn.texts.say('pipeline-note-done', names)
      : turn.texts.say('pipeline-note-done-due', {
          ...names,
          day: dayName(turn, turn.texts, dayAt(at, zone)),
          time: clockTime(at, zone, turn.texts),
        });
  return {
    text,
    draft: joinDrafts(writeLead(lead, changed), { writes: [auditLine(turn, 'lead.noted', value.id, 'done')] }),
  };
}

/** « rappelle lundi » is « rappelle » on Monday; a note that is only a day stays as it is. */
function withoutDays(turn: Turn, note: string): string {
  const spans = daysIn(note, contextOf(turn));
  const rest = [...spans]
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, span) => `${text.slice(0, span.from)} ${text.slice(span.to)}`, note)
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s,]+(?:le|la|l['’]|à|au|avant|pour|dans|on|by|before|at|next)?[\s,.;:]*$/iu, '')
    .trim();
  return rest === '' ? note : rest;
}
