import { auditLine } from '../../core/audit.ts';
import { type Action } from '../../core/command.ts';
import { type Offer } from '../../core/conversation.ts';
import { artists, people } from '../../core/records/agency.ts';
import { contactCards, phoneSpan, sealedPhone, sealedSpan } from '../../core/records/contacts.ts';
import { answerPress, reply, tell } from '../../core/replies.ts';
import { type Text } from '../../core/text.ts';
import { type Turn } from '../../core/turn.ts';
import { type Artist } from '../../domain/artist.ts';
import { isWithUs, type Person } from '../../domain/person.ts';
import { type Scope } from '../../agency/search/scope.ts';
import { stacked } from '../../agency/wording.ts';

/** A card's text and buttons. */
export interface Face {
  readonly text: Text;
  readonly rows: readonly (readonly Offer[])[];
}

/** Who somebody is and in which acts, as far as this person knows them; coordinates are HR's alone, behind a button. */
export async function personFace(turn: Turn, scope: Scope, id: string): Promise<Face | null> {
  const [found, acts] = await Promise.all([
    turn.store.get(people, id),
    turn.store.find(artists, { name: 'person', value: id }),
  ]);
  if (found === null || !(scope.knowsAll || scope.knows.has(id))) return null;
  const { texts } = turn;
  const { value: person } = found;
  const list = (items: readonly string[]): string => new Intl.ListFormat(texts.locale).format(items);
  const shared = acts
    .map(({ value }) => value)
    .filter(
      (act) => act.status !== 'archived' && (scope.knowsAll || scope.plays.has(act.id) || scope.negotiates.has(act.id)),
    );
  const text = stacked([
    [{ text: person.name, style: 'bold' }],
    [{ text: list(person.roles.map((role) => texts.label(`role-${role}`))) }],
    shared.length === 0
      ? null
      : texts.say('search-person-acts', { acts: list(shared.map((act) => partIn(act, person))) }),
    isWithUs(person, turn.today) ? null : texts.say('search-person-left'),
  ]);
  const isHr = turn.person.roles.includes('hr');
  return { text, rows: isHr ? [[{ key: `contact.show:${id}`, label: texts.label('contact-show') }]] : [] };
}

/** « Gribitch (batterie) ». */
function partIn(act: Artist, person: Person): string {
  const member = act.members.find((one) => one.person === person.id);
  return member === undefined ? act.name : `${act.name} (${member.part})`;
}

/** [Coordonnées], for HR only, in private, every look audited. The values open only while the message leaves. */
export const showContact: Action = {
  permission: { roles: ['hr'], chats: ['private'] },
  run: async (turn, subject) => {
    const { texts, cipher } = turn;
    const [person, card] = await Promise.all([turn.store.get(people, subject), turn.store.get(contactCards, subject)]);
    if (person === null) return { outbound: tell(turn, texts.label('approval-over'), true) };
    const audited = auditLine(turn, 'contact.shown', subject, card === null ? 'empty' : 'shown');
    const { name } = person.value;
    if (card === null)
      return {
        writes: [audited],
        outbound: [...answerPress(turn, ''), reply(turn, texts.say('contact-none', { name }))],
      };
    const { email, emergency } = card.value;
    const none: Text = [{ text: '—' }];
    const phone = sealedPhone(cipher, card.value);
    const text = texts.say('contact-shown', {
      name,
      phone: phone === null ? none : [phone],
      email: email === null ? none : [sealedSpan(subject, email)],
      emergency:
        emergency === null
          ? none
          : [sealedSpan(subject, emergency.name), { text: ', ' }, phoneSpan(cipher, subject, emergency.phone)],
    });
    return { writes: [audited], outbound: [...answerPress(turn, ''), reply(turn, text)] };
  },
};
