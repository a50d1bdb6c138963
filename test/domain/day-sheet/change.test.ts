import { describe, expect, it } from 'vitest';
import { applyChanges, type Applied } from '../../../domain/day-sheet/change.ts';
import { type SheetChange } from '../../../domain/road-words/index.ts';
import { sheetSchema } from '../../../domain/day-sheet/sheet.ts';
import { aSheet, aShow } from './makers.ts';

const known = new Map([
  ['léa', 'lea'],
  ['tom', 'tom'],
  ['solène', 'solene'],
]);

function apply(
  changes: readonly SheetChange[],
  start: Pick<Applied, 'show' | 'sheet'> = { show: aShow(), sheet: aSheet() },
): Applied {
  return applyChanges(start, changes, {
    who: (name) => known.get(name.toLowerCase()) ?? null,
    isShared: (name) => name === 'Camille',
    seal: (phone) => (phone.length > 5 ? `sealed(${phone})` : null),
  });
}

const hour = (
  key: Extract<SheetChange, { type: 'hour' }>['key'],
  to: string | null,
  from: string | null = null,
): SheetChange => ({
  type: 'hour',
  key,
  to,
  from,
});

describe('hours', () => {
  it('when an hour decides whom the date occupies, it is the show’s; any other is the sheet’s', () => {
    const { show, sheet } = apply([hour('end', '23:30'), hour('call', '09:15')]);
    expect(show.end).toBe('23:30');
    expect(sheet.hours.call).toBe('09:15');
  });

  it('when a line says what an hour was and the sheet says something else, it is left alone and named', () => {
    const { show, refused } = apply([hour('soundcheck', '15:00', '14:00')]);
    expect(show.soundcheck).toBe('17:00');
    expect(refused).toEqual([{ type: 'was', key: 'soundcheck', current: '17:00', said: '14:00', to: '15:00' }]);
  });

  it('when the sheet already says the new hour, what it was before is no matter', () => {
    expect(apply([hour('soundcheck', '17:00', '14:00')]).refused).toEqual([]);
  });

  it('when an hour is to be confirmed again, it is open', () => {
    expect(apply([hour('doors', null)]).show.doors).toBeNull();
  });
});

describe('people', () => {
  it('when somebody known joins, they are on the road; somebody unknown is named', () => {
    const { sheet } = apply([
      { type: 'crew', name: 'Tom', role: 'merch', does: 'joins' },
      { type: 'crew', name: 'Jo', role: 'son', does: 'joins' },
    ]);
    expect(sheet.crew).toEqual([
      { person: 'tom', name: 'Tom', role: 'merch' },
      { person: null, name: 'Jo', role: 'son' },
    ]);
  });

  it('when somebody of the crew stays, they go off the sheet; somebody of the cast stays at home', () => {
    const joined = apply([{ type: 'crew', name: 'Jo', role: null, does: 'joins' }]);
    const without = apply([{ type: 'crew', name: 'jo', role: null, does: 'stays-home' }], joined);
    expect(without.sheet.crew).toEqual([]);
    expect(apply([{ type: 'crew', name: 'Léa', role: null, does: 'stays-home' }]).sheet.home).toEqual(['lea']);
  });

  it('when who stayed at home joins again, they travel', () => {
    const home = apply([{ type: 'crew', name: 'Léa', role: null, does: 'stays-home' }]);
    expect(apply([{ type: 'crew', name: 'Léa', role: null, does: 'joins' }], home).sheet.home).toEqual([]);
  });

  it('when nobody knows the régisseur named, the sheet keeps its own', () => {
    const { sheet, refused } = apply([{ type: 'regisseur', name: 'Sam' }], {
      show: aShow(),
      sheet: aSheet({ regisseur: 'solene' }),
    });
    expect(sheet.regisseur).toBe('solene');
    expect(refused).toEqual([{ type: 'who', name: 'Sam' }]);
  });

  it('when a contact has a number, it is sealed; what is no number is left out', () => {
    const contact = (phone: string): SheetChange => ({ type: 'contact', name: 'Karim', role: null, phone });
    expect(apply([contact('0612345678')]).sheet.contact?.phone).toBe('sealed(0612345678)');
    expect(apply([contact('12')]).sheet.contact?.phone).toBeNull();
  });
});

describe('ways of getting there', () => {
  const train: Extract<SheetChange, { type: 'leg' }> = {
    type: 'leg',
    means: 'train',
    label: 'TGV 6605',
    from: 'Paris',
    depart: '08:30',
    arrive: '10:27',
    people: ['Léa'],
  };

  it('when the same train is named again, it is changed and what was not said stays', () => {
    const first = apply([train]);
    const again = apply([{ ...train, depart: '09:30', arrive: null, from: null, people: [] }], first);
    expect(again.sheet.legs).toEqual([{ ...first.sheet.legs[0], depart: '09:30' }]);
  });

  it('when another train is named, it is one more, under an id nobody was sent before', () => {
    const two = apply([train, { ...train, label: 'TGV 6611', people: ['Tom'] }]);
    expect(two.sheet.legs.map(({ id, people }) => [id, people])).toEqual([
      ['l1', ['lea']],
      ['l2', ['tom']],
    ]);
  });

  it('when somebody unknown is to take it, nothing is written', () => {
    const { sheet, refused } = apply([{ ...train, people: ['Léa', 'Zoé'] }]);
    expect(sheet.legs).toEqual([]);
    expect(refused).toEqual([{ type: 'who', name: 'Zoé' }]);
  });

  it('when they leave the evening before, the sheet says which day', () => {
    expect(apply([{ type: 'eve', leaves: true }]).sheet.departs).toBe('2027-03-12');
  });
});

describe('what a sheet can hold', () => {
  const contact = (name: string, phone: string | null, role: string | null = null): SheetChange => ({
    type: 'contact',
    name,
    role,
    phone,
  });

  it('when a name is that of two, nobody is taken for a stranger', () => {
    const { sheet, refused } = apply([{ type: 'crew', name: 'Camille', role: 'son', does: 'joins' }]);
    expect(sheet.crew).toEqual([]);
    expect(refused).toEqual([{ type: 'who', name: 'Camille' }]);
  });

  it('when the contact is named again, what was not said stays; somebody else brings their own', () => {
    const karim = apply([contact('Karim', '0612345678', 'régisseur')]);
    expect(apply([contact('karim', null)], karim).sheet.contact).toEqual({
      name: 'karim',
      role: 'régisseur',
      phone: 'sealed(0612345678)',
    });
    expect(apply([contact('Julie', null)], karim).sheet.contact).toEqual({ name: 'Julie', role: null, phone: null });
  });

  it('when several contacts are named at once, the first who can be called is kept and the others are said', () => {
    const { sheet, refused } = apply([
      contact('Julie', null),
      contact('Karim', '0612345678'),
      contact('Bob', '0612345679'),
    ]);
    expect(sheet.contact?.name).toBe('Karim');
    expect(refused).toEqual([
      { type: 'contact', name: 'Julie', kept: 'Karim' },
      { type: 'contact', name: 'Bob', kept: 'Karim' },
    ]);
  });

  it('when what was given is no number, it is said', () => {
    expect(apply([contact('Karim', '12')]).refused).toEqual([{ type: 'phone', said: '12' }]);
  });

  it('when the régisseur stays at home, nobody is régisseur', () => {
    const start = { show: aShow(), sheet: aSheet({ regisseur: 'solene' }) };
    const { sheet } = apply([{ type: 'crew', name: 'Solène', role: null, does: 'stays-home' }], start);
    expect([sheet.regisseur, sheet.home]).toEqual([null, ['solene']]);
  });

  it('when words are long, they are cut between characters and a sheet of them is still one', () => {
    const { sheet } = apply([{ type: 'info', key: 'note', text: `${'a'.repeat(399)}😀${'b'.repeat(4000)}` }]);
    expect(sheet.info.note).toBe('a'.repeat(399));
    expect(apply([{ type: 'info', key: 'note', text: '   ' }]).sheet.info.note).toBeNull();
    expect(sheetSchema.safeParse(sheet).success).toBe(true);
  });

  it('when there is no room for one more, it is said and nothing is lost', () => {
    const many = Array.from({ length: 41 }, (_, index): SheetChange => ({
      type: 'crew',
      name: `Bob ${index}`,
      role: null,
      does: 'joins',
    }));
    const { sheet, refused } = apply(many);
    expect(sheet.crew).toHaveLength(40);
    expect(refused).toEqual([{ type: 'full', said: 'Bob 40' }]);
  });
});
