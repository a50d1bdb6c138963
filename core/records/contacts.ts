import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { spokenPhone } from '../../domain/phone.ts';
import { type FieldCipher } from '../cipher.ts';
import { defineCollection } from '../collection.ts';
import { type Records } from '../store.ts';
import { type Span } from '../text.ts';

const contactCardSchema = z.strictObject({
  /** The person's id. */
  id: idSchema,
  /** Their own number in E.164, sealed. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Whom to call when something happens to them; both sealed. */
  emergency: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
  updatedAt: z.number().int(),
});

/** How to reach a person outside the chats: every value sealed for the card it stands on. */
export type ContactCard = z.infer<typeof contactCardSchema>;

/** Private coordinates, by person. Shown to the person and to HR; a number also to the people of a show around its day. */
export const contactCards = defineCollection<ContactCard>({ name: 'contact-cards', schema: contactCardSchema });

/** A person's card with nothing on it yet. */
export function emptyContactCard(person: string, now: number): ContactCard {
  return { id: person, phone: null, email: null, emergency: null, updatedAt: now };
}

/** The record that a person's coordinates are sealed for: moved to the card of somebody else they do not open. */
function contactBinding(person: string): string {
  return `contact-card:${person}`;
}

/** Seals one value for a person's card. */
export function sealContact(cipher: FieldCipher, person: string, plain: string): string {
  return cipher.seal(plain, contactBinding(person));
}

/** A sealed value of a card as a span of text: it opens only while the message leaves, so no stream and no log holds it. */
export function sealedSpan(person: string, sealed: string): Span {
  return { text: '', sealed: { value: sealed, record: contactBinding(person) } };
}

/** A person's number, sealed again in the way it is read (« +33 6 12 34 56 78 »); null when they gave none. */
export function sealedPhone(cipher: FieldCipher, card: ContactCard): Span | null {
  return card.phone === null ? null : phoneSpan(cipher, card.id, card.phone);
}

/** Any number of a card as a span: opened here, laid out for reading, sealed again, never kept. */
export function phoneSpan(cipher: FieldCipher, person: string, sealed: string): Span {
  const binding = contactBinding(person);
  return sealedSpan(person, cipher.seal(spokenPhone(cipher.open(sealed, binding)), binding));
}

/** The numbers of several people as spans, by person; who gave none is left out. Whether they may be shown is the caller's to decide. */
export async function sealedPhonesOf(
  services: { readonly store: Records; readonly cipher: FieldCipher },
  people: readonly string[],
): Promise<ReadonlyMap<string, Span>> {
  const cards = await services.store.getMany(contactCards, people);
  return new Map(
    cards.flatMap((card): [string, Span][] => {
      const span = card === null ? null : sealedPhone(services.cipher, card.value);
      return card === null || span === null ? [] : [[card.value.id, span]];
    }),
  );
}
