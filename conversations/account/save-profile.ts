import { absent, put, unchanged, type Draft } from '../../core/commit.ts';
import { people } from '../../core/records/agency.ts';
import { contactCards, emptyContactCard, phoneSpan, sealContact, sealedSpan } from '../../core/records/contacts.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type ProfileField } from '../../domain/profile.ts';

/** Lines that stand on the person's record; the others are coordinates, sealed on a card of their own. */
type OpenField = Exclude<ProfileField, 'phone' | 'email' | 'emergency'>;

/** A line of a card as it is to be kept; `text` null empties it. */
export type Change =
  | { readonly field: Exclude<ProfileField, 'emergency'>; readonly text: string | null }
  | EmergencyChange;

interface EmergencyChange {
  readonly field: 'emergency';
  readonly contact: { readonly name: string; readonly phone: string } | null;
}

/** What a change leads to: the step, and the line as its owner reads it from now on; null when it is empty. */
export interface Saved {
  readonly draft: Draft;
  readonly shown: Text | null;
  /** What an open line said before, if that is something else. */
  readonly before: string | null;
}

/** Writes one line of the card of the person of this turn. `adds` puts words behind what the line says already. */
export async function saveProfile(turn: Turn, change: Change, adds = false): Promise<Saved> {
  const { field } = change;
  if (field === 'emergency') return saveCoordinate(turn, change);
  if (field === 'phone' || field === 'email') return saveCoordinate(turn, { field, text: change.text });
  return saveOpen(turn, field, change.text, adds);
}

async function saveOpen(turn: Turn, field: OpenField, given: string | null, adds: boolean): Promise<Saved> {
  const stored = await turn.store.get(people, turn.person.id);
  if (stored === null) return { draft: {}, shown: null, before: null };
  const before = stored.value[field];
  const text = adds && given !== null ? joined(before, given) : given;
  return {
    draft: { guards: [unchanged(people, stored)], writes: [put(people, { ...stored.value, [field]: text })] },
    shown: text === null ? null : [{ text }],
    before: before === text ? null : before,
  };
}

const longest = 200;

/** « allergique aux noix, végétarienne »; what stands there already is not said twice. */
function joined(before: string | null, given: string): string {
  if (before === null || before === '') return given;
  const known = before.toLowerCase().split(/,\s*/);
  if (known.includes(given.toLowerCase())) return before;
  const both = `${before}, ${given}`;
  // Nothing of an allergy may be cut off: what does not fit any more replaces.
  return both.length <= longest ? both : given;
}

async function saveCoordinate(
  turn: Turn,
  change: EmergencyChange | { readonly field: 'phone' | 'email'; readonly text: string | null },
): Promise<Saved> {
  const { person, cipher } = turn;
  const stored = await turn.store.get(contactCards, person.id);
  const card = stored?.value ?? emptyContactCard(person.id, turn.now);
  const seal = (plain: string): string => sealContact(cipher, person.id, plain);
  const guards = [stored === null ? absent(contactCards, person.id) : unchanged(contactCards, stored)];
  if (change.field === 'emergency') {
    const emergency =
      change.contact === null ? null : { name: seal(change.contact.name), phone: seal(change.contact.phone) };
    const writes = [put(contactCards, { ...card, emergency, updatedAt: turn.now })];
    return { draft: { guards, writes }, shown: emergencySpans(turn, person.id, emergency), before: null };
  }
  const sealed = change.text === null ? null : seal(change.text);
  const writes = [put(contactCards, { ...card, [change.field]: sealed, updatedAt: turn.now })];
  const span =
    sealed === null
      ? null
      : change.field === 'phone'
        ? phoneSpan(cipher, person.id, sealed)
        : sealedSpan(person.id, sealed);
  return { draft: { guards, writes }, shown: span === null ? null : [span], before: null };
}

/** « Paul Moreau, +33 6 12 34 56 78 », sealed. */
export function emergencySpans(
  turn: Pick<Turn, 'cipher'>,
  person: string,
  emergency: { readonly name: string; readonly phone: string } | null,
): Text | null {
  if (emergency === null) return null;
  return [sealedSpan(person, emergency.name), { text: ', ' }, phoneSpan(turn.cipher, person, emergency.phone)];
}
