import { type Draft } from '../../core/commit.ts';
import { artists } from '../../core/records/agency.ts';
import { reply } from '../../core/replies.ts';
import { type Turn } from '../../core/turn.ts';
import { dayName } from '../../agency/wording.ts';
import { absenceIntent } from '../absence/absence-intent.ts';
import { amendSounding, missingIn, statesOwnDays, type SoundingFields } from './fields.ts';

/** What a sentence that changes nothing of a waiting draft gets: what it means by itself, else how to go on. Null: it changes it. */
export async function besidesDraft(turn: Turn, fields: SoundingFields, text: string): Promise<Draft | null> {
  const ownDays = statesOwnDays(turn, text) ? await absenceIntent(turn, text) : null;
  if (ownDays !== null) return ownDays;
  if ((await amendSounding(turn, fields, text)) !== null) return null;
  const missing = missingIn(fields);
  const artist = fields.artist === null ? null : await turn.store.get(artists, fields.artist);
  if (missing !== null) {
    const question = turn.texts.label(`sounding-which-${missing}`);
    return { outbound: [reply(turn, turn.texts.say('sounding-draft-asks', { question }))] };
  }
  const about = {
    artist: artist?.value.name ?? '',
    day: fields.day === null ? '' : dayName(turn, turn.texts, fields.day),
  };
  return { outbound: [reply(turn, turn.texts.say('sounding-draft-waits', about))] };
}
