import { absences, people } from '../../core/records/agency.ts';
import { approvals } from '../../core/records/oversight.ts';
import { type Text } from '../../core/text.ts';
import { type Absence } from '../../domain/absence.ts';
import { isMember } from '../../domain/artist.ts';
import { firstName } from '../../domain/person.ts';
import { absenceReminders } from '../../domain/reminders/date-reminders.ts';
import { listDays } from '../../domain/spoken-days/index.ts';
import { freshIn, type Part, type Reader } from './section.ts';

/** A step that read before a musician's was stored must not miss it: what was told is remembered, so looking back twice is harmless. */
const overlapMs = 3_600_000;
/** The first digest of somebody looks back one day. */
const firstLookMs = 24 * 3_600_000;

/** An absence, and the acts in which it is news to this reader: those whose people were not asked about it. */
interface Noted {
  readonly absence: Absence;
  readonly names: readonly string[];
  readonly manages: boolean;
  readonly musician: string;
}

/** What was noted since the last digest and needed no decision, to those who manage and book the act. */
export async function absencesPart(reader: Reader): Promise<Part> {
  const { step, memory, texts } = reader;
  const since = memory.since === null ? step.now - firstLookMs : memory.since - overlapMs;
  const found = await step.store.find(absences, { name: 'noted', value: 'all', from: since });
  const noted = (await Promise.all(found.map(({ value }) => notedFor(reader, value)))).filter(
    (one): one is Noted => one !== null,
  );
  return {
    reminders: absenceReminders(noted.map(({ absence }) => absence)),
    show: (fresh) => {
      const told = new Set(freshIn(fresh, 'absences').map(({ absence }) => absence));
      const lines = noted.filter(({ absence }) => told.has(absence.id)).map((one) => lineOf(reader, one));
      return {
        text: [
          ...texts.say('digest-absences', { count: lines.length }),
          ...lines.flatMap((line): Text => [{ text: '\n' }, ...line]),
        ],
        first: [],
        more: [],
      };
    },
  };
}

async function notedFor({ step, person, acts }: Reader, absence: Absence): Promise<Noted | null> {
  const looksAfter = acts.filter((act) => act.managers.includes(person.id) || act.bookers.includes(person.id));
  const played = looksAfter.filter((act) => isMember(act, absence.person));
  if (played.length === 0) return null;
  const [asked, musician] = await Promise.all([
    step.store.find(approvals, { name: 'subject', value: `absences/${absence.id}` }),
    step.store.get(people, absence.person),
  ]);
  const known = new Set(asked.map((record) => record.value.artist));
  const news = played.filter((act) => !known.has(act.id));
  if (news.length === 0) return null;
  return {
    absence,
    names: news.map((act) => act.name),
    manages: news.some((act) => act.managers.includes(person.id)),
    musician: musician === null ? '?' : firstName(musician.value),
  };
}

function lineOf({ texts, morning }: Reader, { absence, names, manages, musician }: Noted): Text {
  const about = {
    name: musician,
    artists: new Intl.ListFormat(texts.locale).format(names),
    days: listDays(absence.parts, { today: morning.today, locale: texts.locale }),
  };
  if (absence.firmness === 'firm') return texts.say('digest-line', about);
  // Bookers see days; on what condition is between the musician and the managers.
  if (absence.condition === null || !manages) return texts.say('digest-line-flexible', about);
  return texts.say('digest-line-condition', { ...about, condition: absence.condition });
}
