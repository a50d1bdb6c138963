import { describe, expect, it } from 'vitest';
import { artistSchema, type Artist } from '../../domain/artist.ts';
import { type Person, type Role } from '../../domain/person.ts';
import { mayGiveTask, partIn } from '../../domain/task-rights.ts';
import { byUrgency, groupOf, newTask, taskSchema, type Task } from '../../domain/task.ts';
import { day, person } from '../support/builders.ts';

/** A Wednesday. */
const today = day('2027-03-10');

const who = (id: string, ...roles: Role[]): Person => person({ id, name: id, roles });
const act = (
  id: string,
  members: string[],
  managers = ['anna'],
  bookers = ['nadia'],
  changes: Partial<Artist> = {},
): Artist =>
  artistSchema.parse({
    id,
    name: id,
    status: 'active',
    members: members.map((one) => ({
      person: one,
      part: 'chant',
      needed: true,
      substitutes: one === 'lea' ? ['ines'] : [],
    })),
    managers,
    bookers,
    town: 'Tours',
    style: 'chanson',
    ...changes,
  });

const acts = [act('gribitch', ['lea', 'tom', 'solene']), act('barbeline', ['adeline'], ['marc'], ['boris'])];
const cast = {
  anna: who('anna', 'manager'),
  nadia: who('nadia', 'booker'),
  boris: who('boris', 'booker'),
  marc: who('marc', 'manager'),
  solene: who('solene', 'tour-manager'),
  lea: who('lea', 'musician'),
  tom: who('tom', 'musician'),
  ines: who('ines', 'musician'),
  adeline: who('adeline', 'musician'),
  christelle: who('christelle', 'hr'),
  thibault: who('thibault', 'production'),
  farida: who('farida', 'legal'),
  invite: who('invite', 'guest'),
};
type Name = keyof typeof cast;

const allowed: readonly (readonly [Name, Name])[] = [
  ['lea', 'lea'],
  ['lea', 'tom'],
  ['lea', 'solene'],
  ['tom', 'ines'],
  ['anna', 'lea'],
  ['nadia', 'tom'],
  ['nadia', 'ines'],
  ['solene', 'lea'],
  ['marc', 'adeline'],
  ['christelle', 'lea'],
  ['thibault', 'adeline'],
  ['anna', 'marc'],
  ['nadia', 'anna'],
  ['farida', 'nadia'],
  ['solene', 'christelle'],
];

const refused: readonly (readonly [Name, Name])[] = [
  ['lea', 'anna'],
  ['lea', 'nadia'],
  ['lea', 'adeline'],
  ['adeline', 'lea'],
  ['anna', 'adeline'],
  ['nadia', 'adeline'],
  ['solene', 'adeline'],
  ['farida', 'lea'],
  ['invite', 'lea'],
  ['anna', 'invite'],
  ['invite', 'invite'],
];

describe('who may give a task to whom', () => {
  it.each(allowed)('when %s gives one to %s, may', (giver, receiver) => {
    expect(mayGiveTask(cast[giver], cast[receiver], acts, today)).toBe(true);
  });

  it.each(refused)('when %s gives one to %s, may not', (giver, receiver) => {
    expect(mayGiveTask(cast[giver], cast[receiver], acts, today)).toBe(false);
  });

  it('when one of them has left, or the act is over, may not', () => {
    const gone = { ...cast.lea, leaves: day('2027-03-09') };
    expect(mayGiveTask(cast.anna, gone, acts, today)).toBe(false);
    expect(mayGiveTask(gone, cast.tom, acts, today)).toBe(false);
    expect(mayGiveTask(gone, gone, acts, today)).toBe(false);
    const over = [act('gribitch', ['lea', 'tom'], ['anna'], ['nadia'], { status: 'archived' })];
    expect(mayGiveTask(cast.anna, cast.lea, over, today)).toBe(false);
  });

  it('when a manager is no manager by role any more, the act alone does not do', () => {
    expect(mayGiveTask({ ...cast.anna, roles: ['musician'] }, cast.lea, acts, today)).toBe(false);
  });
});

function task(changes: Partial<Task> = {}): Task {
  return { ...newTask({ id: 't1', title: 'relire', person: 'lea', createdBy: 'nadia', createdAt: 1 }), ...changes };
}

describe('what somebody is to a task', () => {
  it('when they do it, asked for it or look after the act, that; else nothing', () => {
    const [gribitch = null, barbeline = null] = acts;
    expect(partIn(task(), cast.lea, gribitch, today)).toBe('doer');
    expect(partIn(task(), cast.nadia, null, today)).toBe('asker');
    expect(partIn(task({ artist: 'gribitch' }), cast.anna, gribitch, today)).toBe('leader');
    expect(partIn(task(), cast.anna, null, today)).toBeNull();
    expect(partIn(task({ artist: 'gribitch' }), cast.tom, gribitch, today)).toBeNull();
    expect(partIn(task({ artist: 'barbeline' }), cast.anna, barbeline, today)).toBeNull();
    expect(partIn(task(), { ...cast.lea, leaves: day('2027-03-09') }, gribitch, today)).toBeNull();
  });
});

describe('a task', () => {
  it('when it was stored before tasks could be put off, is read as one nobody touched', () => {
    const {
      dueTime: _time,
      dueBefore: _before,
      snoozedUntil: _until,
      handedFrom: _from,
      escalatedAt: _told,
      toldAt: _heard,
      ...old
    } = task();
    expect(taskSchema.parse(old)).toEqual(task());
  });

  it('when it is due, stands where its last day falls', () => {
    expect(groupOf(task({ due: day('2027-03-09') }), today)).toBe('late');
    expect(groupOf(task({ due: today }), today)).toBe('today');
    expect(groupOf(task({ due: today, dueBefore: true }), today)).toBe('late');
    expect(groupOf(task({ due: day('2027-03-11'), dueBefore: true }), today)).toBe('today');
    expect(groupOf(task({ due: day('2027-03-14') }), today)).toBe('week');
    expect(groupOf(task({ due: day('2027-03-15') }), today)).toBe('later');
    expect(groupOf(task(), today)).toBe('later');
  });

  it('when several are listed, the earliest comes first, urgent ones first within a day', () => {
    const listed = [
      task({ id: 'none' }),
      task({ id: 'normal', due: today }),
      task({ id: 'high', due: today, priority: 'high' }),
      task({ id: 'late', due: day('2027-03-01') }),
    ];
    expect(listed.toSorted(byUrgency).map(({ id }) => id)).toEqual(['late', 'high', 'normal', 'none']);
  });
});
