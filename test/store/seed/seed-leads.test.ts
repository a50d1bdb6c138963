import { describe, expect, it } from 'vitest';
import { problemsOf } from './folders.ts';

describe('opportunities and declarations', () => {
  const lead = {
    id: 'lead-1',
    number: 1,
    artist: 'duo',
    venue: 'le-fil',
    lot: 1,
    day: '2027-04-03',
    status: 'sent',
    price: null,
    booker: 'anna',
    created: '2026-10-01',
    lastContact: null,
  };

  it('when they fit, they are read', async () => {
    const declared = [{ id: 'lea', on: '2026-11-10', months: ['2027-03'] }];
    expect(await problemsOf({ leads: [lead], declarations: declared })).toEqual([]);
  });

  it('when an opportunity names an act, a place or a booker that is not there, says which', async () => {
    const lost = { ...lead, artist: 'trio', venue: 'la-vapeur', booker: 'zoe' };
    expect(await problemsOf({ leads: [lost] })).toEqual([
      'leads.json: lead-1: artist: no such artist: trio',
      'leads.json: lead-1: venue: no such venue: la-vapeur',
      'leads.json: lead-1: booker: no such person: zoe',
    ]);
  });

  it('when two opportunities share a number, names both', async () => {
    expect(await problemsOf({ leads: [lead, { ...lead, id: 'lead-2' }] })).toEqual([
      'leads.json: lead-2: number: 1 is already lead-1',
    ]);
  });

  it('when one claims to be a deal, which only a manager decides, it is refused', async () => {
    expect((await problemsOf({ leads: [{ ...lead, status: 'deal' }] }))[0]).toMatch(/^leads\.json: lead-1: status/);
  });

  it('when a declaration names nobody, says so', async () => {
    const declared = [{ id: 'zoe', on: '2026-11-10', months: ['2027-03'] }];
    expect(await problemsOf({ declarations: declared })).toEqual(['declarations.json: zoe: id: no such person: zoe']);
  });
});
