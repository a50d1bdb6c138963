import { describe, expect, it } from 'vitest';
import { type Room } from '../../support/room.ts';
import { benches } from '../../support/store.ts';
import { show, openAgency } from './agency.ts';

const bench = benches();
const open = (): Promise<Room> => openAgency(bench());

describe('what nobody may find', () => {
  const everywhere = [
    'zzcanari',
    'zzcanaris',
    'zoe',
    'boris',
    'zita',
    'vesoul',
    'deal 43',
    '27 mars',
    '10 avril',
    '13 mars',
    '1 mai',
    'vapeur',
    'rappeler',
    'indispo',
    'gribitch',
  ];

  it.each(['lea', 'tom', 'com'])(
    'when %s looks anything up, no name of another act appears, neither found nor guessed',
    async (who) => {
      const room = await open();
      for (const words of everywhere) {
        const found = await room.says(who, `/cherche ${words}`);
        const shown = `${found.text.replaceAll(words, '')}\n${found.buttons.join('\n')}`;
        expect([words, /zzcanari|zoé|boris|vesoul|deal 43|1 mai|rappeler/i.test(shown)]).toEqual([words, false]);
      }
    },
  );

  it.each(['nadia', 'anna'])(
    'when %s, who books another act, looks anything up, no date, deal, person or option of that one appears',
    async (who) => {
      const room = await open();
      for (const words of everywhere) {
        const found = await room.says(who, `/cherche ${words}`);
        const shown = `${found.text.replaceAll(words, '')}\n${found.buttons.join('\n')}`;
        expect([words, /zzcanaris|zoé|boris|deal 43|1er mai|rappeler/i.test(shown)]).toEqual([words, false]);
      }
    },
  );

  it('when a musician looks up a place their act plays at, prices, options, deals and contacts stay away', async () => {
    const room = await open();
    for (const words of ['vapeur', 'fil', 'gribitch', '42', 'camille roux', '10 avril', '18 septembre']) {
      const found = await room.says('lea', `/cherche ${words}`);
      expect(found.text.replaceAll(words, '')).not.toMatch(/Deal \d|option \d|€|1 800|Camille|sept/i);
    }
    await room.says('lea', 'cherche vapeur');
    expect((await room.presses('lea', 'La Vapeur (Dijon)')).text).not.toMatch(/Contact|1er mai|Zzcanari/);
  });

  it('when HR looks somebody up, finds anybody, but no act’s dates or deals', async () => {
    const room = await open();
    const found = await room.says('rh', 'cherche zzcanari');
    expect(found.text).toMatch(/Zoé Zzcanari|Boris Zzcanari/);
    expect(found.text).not.toMatch(/Deals|Dates|Options|Lieux|Artistes/);
  });

  it('when a guest asks, it is not theirs to search', async () => {
    expect((await (await open()).says('guest', '/cherche vapeur')).text).toMatch(/^Ce n’est pas ouvert à ton rôle/);
  });

  it('when a substitute is in the line-up of one date, finds that date and nothing else of the act', async () => {
    const room = await open();
    await room.save(show('show-1', 'gribitch', 'la-vapeur', '2027-03-27', ['lea', 'ines']));
    const found = await room.says('ines', 'cherche vapeur');
    expect(found.text).toContain('sam. 27 mars');
    expect(found.text).not.toContain('15 janv');
    expect(found.text).not.toContain('Deal');
  });
});
