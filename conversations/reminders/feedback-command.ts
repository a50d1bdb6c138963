import { type Command } from '../../core/command.ts';
import { people, shows, venues } from '../../core/records/agency.ts';
import { feedbacks, type Feedback } from '../../core/records/feedback.ts';
import { reply } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { searchByName } from '../../domain/name-search.ts';
import { firstName } from '../../domain/person.ts';
import { actsFor, dealers } from '../../agency/deciders.ts';
import { dayName, placeName, stacked } from '../../agency/wording.ts';

const mostDates = 8;
const mostWords = 6;

/** `/retours`, `/retours gribitch`: what those on the road thought; who said what is for the managers of the act. */
export const feedbackCommand: Command = {
  name: { fr: 'retours', en: 'feedback' },
  permission: { roles: dealers, chats: ['private'] },
  listed: true,
  run: async (turn, words) => {
    const acts = await actsFor(turn);
    const [named] = words.trim() === '' ? [] : searchByName(acts, words);
    if (words.trim() !== '' && named === undefined)
      return { outbound: [reply(turn, turn.texts.say('feedback-no-act'))] };
    const shown = named === undefined ? acts : [named];
    const found = await Promise.all(shown.map((act) => datesOf(turn, act)));
    const dates = found
      .flat()
      .toSorted((a, b) => b.day.localeCompare(a.day))
      .slice(0, mostDates);
    if (dates.length === 0) {
      const none =
        named === undefined
          ? turn.texts.say('feedback-none')
          : turn.texts.say('feedback-none-of', { artist: named.name });
      return { outbound: [reply(turn, none)] };
    }
    return { outbound: [reply(turn, stacked(dates.flatMap(({ lines }) => lines)))] };
  },
};

interface RatedDate {
  readonly day: string;
  readonly lines: readonly Text[];
}

async function datesOf(turn: Turn, act: Artist): Promise<RatedDate[]> {
  const given = (await turn.store.find(feedbacks, { name: 'artist', value: act.id })).map((record) => record.value);
  const played = [...new Set(given.map(({ show }) => show))];
  const rated = await Promise.all(
    played.map((id) =>
      dateOf(
        turn,
        act,
        id,
        given.filter(({ show }) => show === id),
      ),
    ),
  );
  return rated.filter((date): date is RatedDate => date !== null);
}

async function dateOf(turn: Turn, act: Artist, id: string, said: readonly Feedback[]): Promise<RatedDate | null> {
  const show = await turn.store.get(shows, id);
  if (show === null) return null;
  const venue = await turn.store.get(venues, show.value.venue);
  const { texts } = turn;
  const mean = said.reduce((sum, { score }) => sum + score, 0) / said.length;
  const head = texts.say('feedback-of', {
    artist: act.name,
    place: placeName(venue?.value),
    day: dayName(turn, texts, show.value.day),
    mean: new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 1 }).format(mean),
    count: said.length,
  });
  const namesShown = act.managers.includes(turn.person.id) && turn.person.roles.includes('manager');
  return { day: show.value.day, lines: [head, ...(await wordLines(turn, said, namesShown))] };
}

async function wordLines(turn: Turn, said: readonly Feedback[], namesShown: boolean): Promise<Text[]> {
  const worded = said.filter(({ words }) => words !== null).slice(0, mostWords);
  const known = await turn.store.getMany(
    people,
    worded.map(({ person }) => person),
  );
  return worded.map(({ score, words }, index): Text => {
    const about = { score: String(score), words: words ?? '' };
    const person = known[index]?.value;
    const line =
      namesShown && person !== undefined
        ? turn.texts.say('feedback-said', { ...about, name: firstName(person) })
        : turn.texts.say('feedback-said-nobody', about);
    return [{ text: '• ' }, ...line];
  });
}
