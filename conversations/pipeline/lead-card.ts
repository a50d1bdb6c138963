import { holds, people, shows } from '../../core/records/agency.ts';
import { tasks } from '../../core/records/booking.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Hold, type Show } from '../../domain/date-booking.ts';
import { dayAt, type Day } from '../../domain/day.ts';
import { closedStatuses, type Lead } from '../../domain/lead.ts';
import { firstName } from '../../domain/person.ts';
import { clockTime } from '../../agency/clock-time.ts';
import { dayName, placeName, stacked, termsText, timesText } from '../../agency/wording.ts';
import { settable } from './change-lead.ts';
import { historyLines, historyPage } from './lead-history.ts';
import { contactWords, listed, statusName } from './lead-words.ts';
import { type KnownLead } from './own-leads.ts';
import { type Face } from './redraw.ts';

/** The records that stand behind an opportunity. */
interface Behind {
  readonly hold: Hold | null;
  readonly show: Show | null;
}

/** Everything about one opportunity, its history from a line on, and what may be done about it now. */
export async function leadFace(turn: Turn, known: KnownLead, from = 0): Promise<Face> {
  const { value: lead } = known.lead;
  const [hold, show, history] = await Promise.all([
    lead.hold === null ? null : turn.store.get(holds, lead.hold),
    lead.show === null ? null : turn.store.get(shows, lead.show),
    historyLines(turn, lead, from),
  ]);
  const behind = { hold: hold?.value ?? null, show: show?.value ?? null };
  const top = from > 0 ? [] : await topLines(turn, known, behind);
  const text = stacked([
    headText(turn, known),
    ...top,
    history.length === 0 ? null : [{ text: `\n${turn.texts.label('pipeline-lead-history')}`, style: 'bold' }],
    ...history,
    from > 0 ? null : howText(turn, behind),
  ]);
  return { text, rows: [...(from > 0 ? [] : doRows(turn, lead, behind)), ...pageRow(turn, lead, from)] };
}

/** « **Deal 42 : Gribitch, Le Fil (Saint-Étienne)** ». */
function headText(turn: Turn, { lead, artist, venue }: KnownLead): Text {
  const names = { number: String(lead.value.number), artist: artist.name, venue: placeName(venue) };
  return turn.texts.say('pipeline-lead-head', names);
}

async function topLines(turn: Turn, known: KnownLead, behind: Behind): Promise<(Text | null)[]> {
  const { value: lead } = known.lead;
  const booker = await turn.store.get(people, lead.booker);
  const times = timesText(lead.terms.times, turn.texts);
  const status = turn.texts.say('pipeline-lead-status', {
    status: statusName(turn.texts, lead.status),
    contact: contactWords(turn, turn.texts, lead),
    booker: booker === null ? '?' : firstName(booker.value),
  });
  const day = lead.day === null ? turn.texts.label('pipeline-lead-no-day') : dayName(turn, turn.texts, lead.day);
  return [
    status,
    [{ text: [capitalised(day), times].filter((part) => part !== '').join(', ') }],
    termsText(lead.terms, turn.texts),
    lead.terms.conditions === null
      ? null
      : turn.texts.say('pipeline-lead-conditions', { conditions: lead.terms.conditions }),
    holdText(turn, behind.hold),
    behind.show === null
      ? null
      : turn.texts.say(`pipeline-lead-show-${behind.show.state}`, { day: dayName(turn, turn.texts, behind.show.day) }),
    await waitingText(turn, lead),
    await nextText(turn, lead),
    lead.link === null ? null : [{ text: turn.texts.label('pipeline-lead-calendar'), link: lead.link }],
  ];
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function isLive(turn: Turn, hold: Hold | null): hold is Hold {
  return hold !== null && hold.state === 'held' && hold.validUntil >= dayAt(turn.now, turn.agency.timezone);
}

function holdText(turn: Turn, hold: Hold | null): Text | null {
  if (!isLive(turn, hold)) return null;
  return turn.texts.say('pipeline-lead-hold', { rank: hold.rank, until: dayName(turn, turn.texts, hold.validUntil) });
}

/** « Attend la décision d'Anna et Marc, au plus tard le lun. 18 janv. 12 h ». */
async function waitingText(turn: Turn, lead: Lead): Promise<Text | null> {
  const asked = await turn.store.find(approvals, { name: 'subject', value: `leads/${lead.id}` });
  const open = asked.find((one) => one.value.state === 'open' && turn.now <= one.value.deadline);
  if (open === undefined) return null;
  const found = await turn.store.getMany(people, [...new Set(open.value.cards.map((card) => card.person))]);
  const names = found.flatMap((record) => (record === null ? [] : [firstName(record.value)]));
  const zone = turn.agency.timezone;
  return turn.texts.say('pipeline-lead-waits', {
    names: listed(turn.texts, names),
    day: dayName(turn, turn.texts, dayAt(open.value.deadline, zone)),
    time: clockTime(open.value.deadline, zone, turn.texts),
  });
}

/** What is to be done next: the reminder, or the first task that is left, whichever comes first. */
async function nextText(turn: Turn, lead: Lead): Promise<Text | null> {
  const found = (await turn.store.find(tasks, { name: 'lead', value: lead.id })).map((record) => record.value);
  const [task] = found
    .filter((one) => one.state === 'todo' || one.state === 'doing')
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  const reminder = lead.followUp;
  const at: Day | null = reminder === null ? null : dayAt(reminder.at, turn.agency.timezone);
  if (task !== undefined && (at === null || (task.due !== null && task.due < at))) {
    const due = task.due === null ? '' : ` (${dayName(turn, turn.texts, task.due)})`;
    return turn.texts.say('pipeline-lead-task', { title: `${task.title}${due}` });
  }
  if (reminder === null || at === null) return null;
  const day = dayName(turn, turn.texts, at);
  return reminder.note === ''
    ? turn.texts.say('pipeline-lead-follow-up', { day })
    : turn.texts.say('pipeline-lead-follow-up-note', { day, note: reminder.note });
}

/** A confirmed date moves or goes by what is written about it. */
function howText(turn: Turn, { show }: Behind): Text | null {
  return show === null || show.state !== 'confirmed' ? null : [{ text: '\n' }, ...turn.texts.say('pipeline-lead-how')];
}

function doRows(turn: Turn, lead: Lead, { hold, show }: Behind): Offer[][] {
  const { texts } = turn;
  const open = !closedStatuses.has(lead.status);
  const decidable = open && show === null && lead.day !== null && lead.status !== 'to-approve';
  const offers: Offer[] = [
    ...(decidable ? [{ key: `deal.submit:${lead.id}`, label: texts.label('deal-do-submit') }] : []),
    ...(decidable ? [{ key: `sounding.start:${lead.id}`, label: texts.label('deal-do-sound') }] : []),
    ...(isLive(turn, hold)
      ? [
          { key: `hold.confirm:${hold.id}`, label: texts.label('hold-do-confirm') },
          { key: `hold.extend:${hold.id}`, label: texts.label('hold-do-extend') },
          { key: `hold.release:${hold.id}`, label: texts.label('hold-do-release') },
        ]
      : []),
    ...(settable(lead).length === 0
      ? []
      : [{ key: `lead.statuses:${lead.id}`, label: texts.label('pipeline-lead-do-status') }]),
  ];
  return pairs(offers);
}

/** Two buttons a row: more are cut off on a phone. */
export function pairs(offers: readonly Offer[]): Offer[][] {
  return offers.flatMap((offer, index) => {
    const next = offers[index + 1];
    return index % 2 === 1 ? [] : [next === undefined ? [offer] : [offer, next]];
  });
}

function pageRow(turn: Turn, lead: Lead, from: number): Offer[][] {
  const back: Offer[] =
    from === 0
      ? []
      : [
          {
            key: `lead.history:${lead.id}/${Math.max(0, from - historyPage)}`,
            label: turn.texts.label('pipeline-lead-newer'),
          },
        ];
  const more: Offer[] =
    lead.history.length <= from + historyPage
      ? []
      : [{ key: `lead.history:${lead.id}/${from + historyPage}`, label: turn.texts.label('pipeline-lead-more') }];
  const row = [...back, ...more];
  return row.length === 0 ? [] : [row];
}
