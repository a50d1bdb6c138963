import { joinDrafts, put, unchanged, type Draft } from '../../core/commit.ts';
import { draftNotice } from '../../core/notification.ts';
import { absences, artists } from '../../core/records/agency.ts';
import { approvals, type Approval } from '../../core/records/oversight.ts';
import { type Versioned } from '../../core/store.ts';
import { type Texts } from '../../core/texts.ts';
import { type Turn } from '../../core/turn.ts';
import { type Absence } from '../../domain/absence.ts';
import { type DayPart } from '../../domain/day.ts';
import { impactsOf } from '../../domain/impact.ts';
import { firstName } from '../../domain/person.ts';
import { recapDays } from '../../domain/spoken-days/index.ts';
import { recipients } from '../../agency/recipients.ts';
import { rewriteCards } from '../../agency/approval-cards.ts';
import { surroundingsOf } from './surroundings.ts';

/**
 * Leaves of an absence only `parts` (none: it is cancelled); `freed` is what others are told. What was asked about it is taken back for acts that it no
 * longer touches and stays for the others; those who had already answered are told.
 */
export async function changeAbsence(
  turn: Turn,
  before: Versioned<Absence>,
  parts: readonly DayPart[],
  freed: readonly DayPart[],
): Promise<Draft> {
  const { value } = before;
  const revision = value.revision + 1;
  const after: Absence =
    parts.length === 0 ? { ...value, state: 'cancelled', revision } : { ...value, parts: [...parts], revision };
  const known = await surroundingsOf(turn.store, value.person, parts, turn.agency.timezone, turn.today);
  const stillTouched = new Set(impactsOf(value.person, parts, known).map((impact) => impact.artist.id));
  const asked = await turn.store.find(approvals, { name: 'subject', value: `absences/${value.id}` });
  const live = asked.filter((record) => record.value.state === 'open' || record.value.state === 'decided');
  const changes = await Promise.all(
    live.map((approval) => follow(turn, approval, { revision, freed, stays: stillTouched.has(approval.value.artist) })),
  );
  return joinDrafts(
    { guards: [unchanged(absences, before), ...known.guards], writes: [put(absences, after)] },
    ...changes,
  );
}

/** What a change of days means for one approval. */
interface Change {
  readonly revision: number;
  readonly freed: readonly DayPart[];
  /** A date of this act is still touched by what is left. */
  readonly stays: boolean;
}

async function follow(turn: Turn, approval: Versioned<Approval>, change: Change): Promise<Draft> {
  const { value } = approval;
  const subject = { ...value.subject, version: change.revision };
  const after: Approval = change.stays ? { ...value, subject } : { ...value, subject, state: 'withdrawn' };
  const rows = change.stays && value.state === 'open' ? ('as asked' as const) : [];
  const cards = await rewriteCards(turn, after, (texts) => ({ outcome: wording(turn, texts, change), rows }));
  const told = value.announced ? await tellOthers(turn, value, change) : {};
  const step: Draft = {
    guards: [unchanged(approvals, approval)],
    writes: [put(approvals, after)],
    cancel: change.stays ? [] : [`announce:${value.id}`],
  };
  return joinDrafts(step, cards, told);
}

function wording(turn: Turn, texts: Texts, change: Change): ReturnType<Texts['say']> {
  const days = recapDays(change.freed, { today: turn.today, locale: texts.locale });
  return texts.say(change.stays ? 'absence-card-shortened' : 'absence-card-withdrawn', {
    name: firstName(turn.person),
    days,
  });
}

/** A card far up in the chat changes unseen, so everybody who had heard of the absence hears of the change. */
async function tellOthers(turn: Turn, approval: Approval, change: Change): Promise<Draft> {
  const artist = await turn.store.get(artists, approval.artist);
  const persons = [...approval.cards.map((card) => card.person), ...(artist?.value.bookers ?? [])];
  const told = await recipients(turn.store, persons, turn.today);
  return joinDrafts(
    ...told.map((reader) => {
      const texts = turn.textsOf(reader.person.locale);
      const days = recapDays(change.freed, { today: turn.today, locale: texts.locale });
      const key = change.stays ? 'absence-freed-partly' : 'absence-freed';
      const text = [...texts.say(key, { artist: artist?.value.name ?? '', name: firstName(turn.person), days })];
      const notice = { id: `${approval.id}.r${change.revision}.${reader.person.id}`, severity: 'info' as const, text };
      return draftNotice(notice, reader, { now: turn.now, random: turn.random, texts });
    }),
  );
}
