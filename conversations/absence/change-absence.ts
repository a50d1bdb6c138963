import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { absences } from '../../core/records/agency.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Versioned } from '../../core/store.ts';
import { type Turn } from '../../core/turn.ts';
import { type Absence } from '../../domain/absence.ts';
import { type DayPart } from '../../domain/day.ts';
import { firstName } from '../../domain/person.ts';
import { listDays } from '../../domain/spoken-days/index.ts';
import { recipients } from '../people.ts';
import { rewriteCards } from './cards.ts';

/**
 * Leaves of an absence only `parts` (none: it is cancelled), takes back what was asked about it, and tells those who had
 * already answered.
 */
export async function changeAbsence(turn: Turn, before: Versioned<Absence>, parts: readonly DayPart[]): Promise<Draft> {
  const { value } = before;
  const after: Absence =
    parts.length === 0
      ? { ...value, state: 'cancelled', revision: value.revision + 1 }
      : { ...value, parts: [...parts], revision: value.revision + 1 };
  return joinDrafts(
    { guards: [unchanged(absences, before)], writes: [put(absences, after)] },
    await withdrawCards(turn, value, freed(value, parts)),
  );
}

function freed(absence: Absence, parts: readonly DayPart[]): DayPart[] {
  const kept = new Set(parts.map((part) => part.day));
  return absence.parts.filter((part) => !kept.has(part.day));
}

async function withdrawCards(turn: Turn, absence: Absence, days: readonly DayPart[]): Promise<Draft> {
  const asked = await turn.store.find(approvals, { name: 'subject', value: `absences/${absence.id}` });
  const live = asked.filter((record) => record.value.state === 'open' || record.value.state === 'decided');
  const drafts = await Promise.all(
    live.map(async (record) => {
      const withdrawn = { ...record.value, state: 'withdrawn' as const };
      const cards = await rewriteCards(turn, withdrawn, (texts) => ({
        outcome: texts.say('absence-card-withdrawn', {
          name: firstName(turn.person),
          days: listDays(days, { today: turn.today, locale: texts.locale }),
        }),
        rows: [],
      }));
      const told = record.value.announced
        ? await tellDeciders(
            turn,
            record.value.id,
            record.value.cards.map((card) => card.person),
            days,
          )
        : {};
      return joinDrafts(
        {
          guards: [unchanged(approvals, record)],
          writes: [put(approvals, withdrawn)],
          cancel: [`announce:${withdrawn.id}`],
        },
        cards,
        told,
      );
    }),
  );
  return joinDrafts(...drafts);
}

/** A card far up in the chat changes unseen, so whoever had taken note of the absence hears of the change. */
async function tellDeciders(
  turn: Turn,
  approval: string,
  persons: readonly string[],
  days: readonly DayPart[],
): Promise<Draft> {
  const managers = await recipients(turn.store, persons, turn.today);
  return joinDrafts(
    ...managers.map((manager) => {
      const texts = turn.textsOf(manager.person.locale);
      const text = [
        ...texts.say('absence-card-withdrawn', {
          name: firstName(turn.person),
          days: listDays(days, { today: turn.today, locale: texts.locale }),
        }),
      ];
      const notice = { id: `${approval}.freed.${turn.now}.${manager.person.id}`, severity: 'info' as const, text };
      return draftNotice(notice, manager, { now: turn.now, random: turn.random, texts });
    }),
  );
}
