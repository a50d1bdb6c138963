import { describe, expect, it } from 'vitest';
import { put } from '../../../core/commit.ts';
import { artists, people } from '../../../core/records/agency.ts';
import { contactCards } from '../../../core/records/contacts.ts';
import { conversations } from '../../../core/records/dialogue.ts';
import { audit } from '../../../core/records/oversight.ts';
import { person } from '../../support/builders.ts';
import { openRoom, type Room } from '../../support/room.ts';
import { benches } from '../../support/store.ts';

const bench = benches();
const cast = [
  person({ id: 'lea', name: 'Léa Moreau' }),
  person({ id: 'tom', name: 'Tom Garnier' }),
  person({ id: 'ben', name: 'Ben Hartley', locale: 'en' }),
  person({ id: 'rh', name: 'Christelle Vasseur', roles: ['hr'] }),
  person({ id: 'anna', name: 'Anna Kervella', roles: ['manager'] }),
];
const member = (id: string) => ({ person: id, part: 'chant', needed: true, substitutes: [] });
const gribitch = artists.schema.parse({
  id: 'gribitch',
  name: 'Gribitch',
  status: 'active',
  town: 'Tours',
  style: 'chanson',
  members: [member('lea'), member('tom')],
  managers: ['anna'],
  bookers: ['anna'],
});

async function open(): Promise<{ room: Room; stands: (text: RegExp) => Promise<boolean> }> {
  const corner = bench();
  const room = await openRoom(corner, cast, [put(artists, gribitch)]);
  const { redis, key } = corner.connection;
  // Whether something stands anywhere in Redis: in a record, an index, or a message on its way.
  const stands = async (text: RegExp): Promise<boolean> => {
    const keys = await redis.keys(key('*'));
    const texts = await Promise.all(
      keys.map(async (one) => {
        const type = await redis.type(one);
        if (type === 'hash') return JSON.stringify(await redis.hgetall(one));
        if (type === 'stream') return JSON.stringify(await redis.xrange(one, '-', '+'));
        if (type === 'string') return redis.get(one);
        return '';
      }),
    );
    return text.test(texts.join('\n'));
  };
  return { room, stands };
}

const digits = /6 ?12 ?34 ?56 ?78|612345678/;

describe('one’s own card', () => {
  it('when /moi is asked for, shows every line with a button for each, and the way home', async () => {
    const { room } = await open();
    const card = await room.says('lea', '/moi');
    expect(card.text).toContain('Léa Moreau');
    expect(card.text).toContain('Groupes et artistes : Gribitch');
    expect(card.buttons).toEqual([
      'Régime alimentaire',
      'Ville',
      'Taille',
      'Instruments',
      'Place et chambre',
      'Téléphone',
      'E-mail',
      'Contact d’urgence',
      'Mes indispos',
      'Paramètres',
      '◀ Accueil',
    ]);
  });

  it.each([
    ['/moi taille M', 'size', 'M'],
    ['/moi régime sans gluten', 'diet', 'sans gluten'],
    ['/moi place fenêtre, chambre seule', 'seat', 'fenêtre, chambre seule'],
    ['/moi instruments basse 5 cordes', 'instruments', 'basse 5 cordes'],
    ['je suis végétarienne', 'diet', 'végétarienne'],
    ['taille xl', 'size', 'XL'],
    ['moi taille M', 'size', 'M'],
  ] as const)('when « %s », the line is kept at once', async (words, field, value) => {
    const { room } = await open();
    const card = await room.says('lea', words);
    expect(card.text).toMatch(new RegExp(`^C’est enregistré\\. .+ : ${value}$`));
    expect((await room.store.get(people, 'lea'))?.value[field]).toBe(value);
  });

  it('when an allergy is known and somebody says what else they do not eat, the allergy stays', async () => {
    const { room } = await open();
    await room.says('lea', '/moi régime allergique aux arachides');
    const card = await room.says('lea', 'je suis végétarienne');
    expect(card.text).toBe(
      'C’est enregistré. Régime alimentaire : allergique aux arachides, végétarienne (avant : allergique aux arachides)',
    );
    await room.says('lea', 'je suis végétarienne');
    expect((await room.store.get(people, 'lea'))?.value.diet).toBe('allergique aux arachides, végétarienne');
    await room.says('lea', '/moi régime sans gluten');
    expect((await room.store.get(people, 'lea'))?.value.diet).toBe('sans gluten');
  });

  it('when a size is chosen by its button, it is kept', async () => {
    const { room } = await open();
    await room.says('lea', '/moi');
    expect((await room.presses('lea', 'Taille')).buttons).toEqual([
      'XS',
      'S',
      'M',
      'L',
      'XL',
      'XXL',
      'Je ne le dis pas',
      'Laisser tomber',
    ]);
    expect((await room.presses('lea', 'XXL')).text).toContain('Taille : XXL');
    expect((await room.presses('lea', 'Ma fiche')).text).toContain('Taille : XXL');
  });

  it('when it is not clear which line is meant, says how, and shows the card', async () => {
    const { room } = await open();
    expect((await room.says('lea', '/moi bidule')).text).toMatch(/^Je n’ai pas compris quelle ligne changer\./);
  });

  it('when an English person says it in English, it is kept and answered in English', async () => {
    const { room } = await open();
    expect((await room.says('ben', 'I’m vegan')).text).toBe('Saved. Diet: vegan');
    expect((await room.says('ben', 'my number is +44 20 7946 0958')).text).toBe('Saved. Phone: +44 20 7946 0958');
  });
});

describe('coordinates', () => {
  it.each(['mon numéro : 06 12 34 56 78', '/moi tel 06 12 34 56 78', 'mon nouveau numéro c’est le 06.12.34.56.78'])(
    'when « %s », the number is read back and stands nowhere in clear',
    async (words) => {
      const { room, stands } = await open();
      expect((await room.says('lea', words)).text).toBe('C’est enregistré. Téléphone : +33 6 12 34 56 78');
      expect((await room.says('lea', '/moi')).text).toContain('Téléphone : +33 6 12 34 56 78');
      expect(await stands(digits)).toBe(false);
    },
  );

  it('when it is asked for by the button, a number that cannot be is refused, and none of it stays in the conversation', async () => {
    const { room, stands } = await open();
    await room.says('lea', '/moi');
    await room.presses('lea', 'Téléphone');
    expect((await room.says('lea', '06 12 34 56')).text).toContain('Ce numéro n’existe pas sous cette forme.');
    const [waiting] = await room.store.all(conversations);
    expect(waiting?.value.log).toHaveLength(1);
    expect(await stands(/06 12 34 56/)).toBe(false);
    expect((await room.says('lea', '06 12 34 56 78')).text).toContain('Téléphone : +33 6 12 34 56 78');
    const [ended] = await room.store.all(conversations);
    expect(ended?.value).toMatchObject({ state: 'done', log: [] });
    expect(await stands(digits)).toBe(false);
  });

  it('when an emergency contact comes in two halves, the missing one is asked for', async () => {
    const { room, stands } = await open();
    await room.says('lea', '/moi');
    await room.presses('lea', 'Contact d’urgence');
    expect((await room.says('lea', 'Hector, mon frère')).text).toContain('Et son numéro ?');
    expect((await room.says('lea', '06 12 34 56 78')).text).toContain(
      'Contact d’urgence : Hector, mon frère, +33 6 12 34 56 78',
    );
    expect(await stands(/Hector|612345678/)).toBe(false);
  });

  it('when a number is taken away, it is gone', async () => {
    const { room } = await open();
    await room.says('lea', '/moi tel 06 12 34 56 78');
    await room.says('lea', '/moi');
    await room.presses('lea', 'Téléphone');
    expect((await room.presses('lea', 'Aucun numéro')).text).toContain('Téléphone : —');
    expect((await room.store.get(contactCards, 'lea'))?.value.phone).toBeNull();
  });

  it('when HR looks somebody’s coordinates up, they are shown and the look is audited', async () => {
    const { room } = await open();
    await room.says('lea', '/moi tel 06 12 34 56 78');
    await room.says('rh', 'cherche léa');
    await room.presses('rh', 'Léa Moreau');
    const shown = await room.presses('rh', 'Coordonnées');
    expect(shown.text).toContain('Téléphone : +33 6 12 34 56 78');
    const lines = (await room.store.all(audit)).map(({ value }) => value);
    expect(lines.filter(({ what }) => what === 'contact.shown')).toEqual([
      expect.objectContaining({ person: 'rh', subject: 'lea', outcome: 'shown' }),
    ]);
  });

  it('when a colleague or a manager looks somebody up, they see who it is, and no number nor a way to it', async () => {
    const { room } = await open();
    await room.says('lea', '/moi tel 06 12 34 56 78');
    for (const who of ['tom', 'anna']) {
      await room.says(who, 'cherche léa');
      const card = await room.presses(who, 'Léa Moreau');
      expect(card.text).toContain('Léa Moreau');
      expect(card.text).not.toMatch(digits);
      expect(card.keys.filter((key) => key.startsWith('contact'))).toEqual([]);
    }
  });
});
