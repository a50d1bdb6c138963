import { absent, joinDrafts, put, unchanged, type Draft } from '../core/commit.ts';
import { draftNotice } from '../core/notification.ts';
import { feedbacks, type Feedback } from '../core/records/feedback.ts';
import { type Versioned } from '../core/store.ts';
import { type Step, type Turn } from '../core/turn.ts';
import { addDays } from '../domain/day.ts';
import { firstName, type Person } from '../domain/person.ts';
import { recipients } from './recipients.ts';
import { roadDay, knownSheet, sheetsSeenBy, type KnownSheet } from './road/known-sheet.ts';
import { dayName, placeName } from './wording.ts';

/** A score at or below this is heard at once. */
const lowScore = 2;
/** How long a date may still be rated. */
const openDays = 14;
/** How long after a date bare words (« 4/5 super salle ») are about it. */
const freshDays = 3;

/** Under this name it is kept what somebody said of a show. */
export function feedbackId(show: string, person: string): string {
  return `${show}:${person}`;
}

/** A date this person was on the road for, over and not too long ago; null when it is none of theirs to rate. */
export async function ratableShow(turn: Turn, show: string): Promise<KnownSheet | null> {
  const known = await knownSheet(turn, show);
  if (known === null || !known.party.people.includes(turn.person.id) || known.show.state !== 'confirmed') return null;
  const today = roadDay(turn);
  return known.show.day <= today && addDays(known.show.day, openDays) >= today ? known : null;
}

/** The dates of the last days that this person was on the road for, the latest first. */
export async function freshShows(turn: Turn): Promise<KnownSheet[]> {
  const today = roadDay(turn);
  const seen = await sheetsSeenBy(turn, turn.person, { from: addDays(today, -freshDays), to: today });
  return seen.filter((known) => known.party.people.includes(turn.person.id)).toReversed();
}

/** The step that keeps a score or words, and tells the managers of the act at once when it was bad. */
export async function keepFeedback(
  step: Step,
  person: Person,
  known: KnownSheet,
  said: { readonly score: number; readonly words: string | null },
): Promise<Draft> {
  const id = feedbackId(known.show.id, person.id);
  const stored: Versioned<Feedback> | null = await step.store.get(feedbacks, id);
  const feedback: Feedback = {
    id,
    show: known.show.id,
    artist: known.artist.id,
    person: person.id,
    score: said.score,
    words: said.words ?? stored?.value.words ?? null,
    at: step.now,
  };
  const kept: Draft = {
    guards: [stored === null ? absent(feedbacks, id) : unchanged(feedbacks, stored)],
    writes: [put(feedbacks, feedback)],
  };
  const isNews = stored === null || stored.value.score !== said.score || said.words !== null;
  return said.score <= lowScore && isNews ? joinDrafts(kept, await tellManagers(step, person, known, said)) : kept;
}

async function tellManagers(
  step: Step,
  person: Person,
  known: KnownSheet,
  { score, words }: { readonly score: number; readonly words: string | null },
): Promise<Draft> {
  const managers = known.artist.managers.filter((id) => id !== person.id);
  const told = await recipients(step.store, managers, roadDay(step));
  return joinDrafts(
    ...told.map((manager) => {
      const texts = step.textsOf(manager.person.locale);
      const about = {
        name: firstName(person),
        score: String(score),
        artist: known.artist.name,
        place: placeName(known.venue),
        day: dayName(step, texts, known.show.day),
      };
      const text =
        words === null ? texts.say('feedback-low', about) : texts.say('feedback-low-words', { ...about, words });
      const id = `feedback.${known.show.id}.${person.id}.${step.now}.${manager.person.id}`;
      const notice = { id, severity: 'action' as const, text: [...text] };
      return draftNotice(notice, manager, { now: step.now, random: step.random, texts });
    }),
  );
}
