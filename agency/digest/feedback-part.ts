import { feedbacks } from '../../core/records/feedback.ts';
import { type Offer } from '../../core/conversation.ts';
import { type Texts } from '../../core/texts.ts';
import { addDays } from '../../domain/day.ts';
import { feedbackReminders } from '../../domain/reminders/date-reminders.ts';
import { sheetsSeenBy, type KnownSheet } from '../road/known-sheet.ts';
import { dayName, placeName } from '../wording.ts';
import { titled, freshIn, type Part, type Reader } from './section.ts';

const daysBack = 4;

/** The day after a date: how it was, asked of everybody who was on the road for it. */
export async function feedbackPart(reader: Reader): Promise<Part> {
  const { step, person, morning, texts } = reader;
  const span = { from: addDays(morning.today, -daysBack), to: addDays(morning.today, -1) };
  const seen = await sheetsSeenBy(step, person, span);
  const played = seen.filter((known) => known.party.people.includes(person.id));
  const given = await step.store.getMany(
    feedbacks,
    played.map(({ show }) => `${show.id}:${person.id}`),
  );
  const answered = new Set(given.flatMap((record) => (record === null ? [] : [record.value.show])));
  return {
    reminders: feedbackReminders(
      played.map(({ show }) => show),
      answered,
      morning,
    ),
    show: (fresh) => {
      const told = new Set(freshIn(fresh, 'feedback').map(({ show }) => show));
      const shown = played.filter(({ show }) => told.has(show.id));
      const lines = shown.map((known) => texts.say('digest-feedback-line', named(reader, known)));
      const [only] = shown;
      const text = titled(texts.say('digest-feedback'), lines);
      const first = shown.map((known): Offer[] => [
        {
          key: `feedback.open:${known.show.id}`,
          label: texts.label('digest-feedback-open', { place: known.venue.name }),
        },
      ]);
      if (only === undefined || shown.length > 1) return { text, first, more: [] };
      return {
        text,
        first,
        more: [],
        alone: texts.say('feedback-ask', named(reader, only)),
        aloneRows: [scoreOffers(texts, only.show.id)],
      };
    },
  };
}

/** The five buttons of a date. */
export function scoreOffers(texts: Texts, show: string): Offer[] {
  return [1, 2, 3, 4, 5].map((score) => ({
    key: `feedback.score:${show}/${score}`,
    label: texts.label('feedback-score', { score: String(score) }),
  }));
}

function named({ step, texts }: Reader, { show, artist, venue }: KnownSheet): Record<string, string> {
  return { artist: artist.name, place: placeName(venue), day: dayName(step, texts, show.day) };
}
