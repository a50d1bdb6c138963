import { artists } from '../../core/records/agency.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { dayName, placeName, stacked, termsText, timesText } from '../../agency/wording.ts';
import { emptyFields, type DealFields } from './fields.ts';
import { venueOf } from './preview.ts';

/** What is known of the deal so far, in one line under the question: words that were taken show at once that they were. */
export async function soFarText(turn: Turn, fields: DealFields): Promise<Text> {
  const { texts } = turn;
  const [artist, venue] = await Promise.all([
    fields.artist === null ? null : turn.store.get(artists, fields.artist),
    venueOf(turn, { ...fields, newVenue: fields.newVenue?.town === null ? null : fields.newVenue }),
  ]);
  const times = timesText(fields.terms.times, texts);
  const known: Text[] = [
    ...(artist === null ? [] : [plain(artist.value.name)]),
    ...(venue === null ? [] : [plain(placeName(venue))]),
    ...(fields.day === null ? [] : [plain(dayName(turn, texts, fields.day))]),
    ...(times === '' ? [] : [plain(times)]),
    ...(saysTerms(fields) ? [termsText(fields.terms, texts)] : []),
    ...(fields.terms.entry === null ? [] : [plain(texts.label(`deal-entry-choice-${fields.terms.entry}`))]),
  ];
  const joined = known.flatMap((part, index): Text => (index === 0 ? part : [{ text: ', ' }, ...part]));
  return stacked([
    known.length === 0 ? null : texts.say('deal-so-far', { known: joined }),
    fields.unread.length === 0 ? null : texts.say('deal-unread', { words: fields.unread.join(', ') }),
  ]);
}

function saysTerms({ terms }: DealFields): boolean {
  return terms.price !== null || terms.vhr !== null || terms.kind !== emptyFields.terms.kind;
}

function plain(text: string): Text {
  return [{ text }];
}
