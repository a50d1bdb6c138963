import { describe, expect, it } from 'vitest';
import { sheets } from '../../../core/records/road.ts';
import { benches } from '../../support/store.ts';
import { aDate, aSheetOf, openTroupe } from './troupe.ts';

const bench = benches();

describe('whose sheet it is', () => {
  it('when somebody of another act names the date, there is none of theirs', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'));
    expect((await room.says('zoe', '/feuille 20 mars')).text).toContain('Je ne trouve pas de date à toi');
    expect((await room.says('zoe', '/feuille')).text).toMatch(/^Je ne vois pas de date à venir pour toi/);
    expect((await room.says('zoe', 'feuille')).text).toMatch(/^Je ne vois pas de date à venir pour toi/);
  });

  it('when a musician was taken off, their old buttons open nothing', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-12'));
    await room.says('lea', '/feuille 12 mars');
    await room.save(aSheetOf('2027-03-12', { home: ['lea'] }));
    for (const key of ['sheet.pdf', 'sheet.numbers', 'sheet.ask'])
      expect((await room.pressesKey('lea', `${key}:2027-03-12`)).toasts).toEqual([
        'Cette feuille de route n’est pas la tienne.',
      ]);
    expect((await room.says('lea', '/feuille 12 mars')).text).toContain('Je ne trouve pas de date à toi');
  });

  it('when the day after has come, last night’s date is no next date and is still read by its day', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-09'), aDate('2027-03-20'), aDate('2027-04-20'));
    const listed = await room.says('tom', '/feuille');
    expect(listed.buttons.map((label) => label.slice(0, 8))).toEqual(['sam. 20 ', 'mar. 20 ']);
    expect((await room.says('tom', '/feuille 9 mars')).text).toMatch(/^Mar\. 9 mars/);
    expect((await room.says('solene', '/feuille hôtel : Ibis')).text).toBe('De quelle date parles-tu ?');
  });
});

describe('when it goes out', () => {
  it('when the date is part of a run, that is three days before the run begins', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'), aDate('2027-03-21'), aDate('2027-03-23'));
    expect((await room.says('solene', '/feuille 23 mars balance 17h')).text).toContain('elle part mer. 17 mars à 10 h');
  });

  it('when its morning is over, it goes out on the next, and may be sent from the card', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-12'));
    const saved = await room.says('solene', '/feuille 12 mars balance 17h');
    expect(saved.text).toContain('elle part jeu. 11 mars à 10 h');
    expect(saved.buttons).toEqual(['Annuler', 'L’envoyer']);
    const sent = await room.presses('solene', 'L’envoyer');
    expect(sent.draft.jobs?.map(({ name }) => name)).toEqual(['touring.sheet-send']);
  });

  it('when the date is today and no morning comes any more, it is said that somebody has to send it', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-10'));
    const saved = await room.says('solene', '/feuille 10 mars balance 17h');
    expect(saved.text).toContain('appuie sur « L’envoyer »');
    expect(saved.buttons).toContain('L’envoyer');
  });
});

describe('names', () => {
  it('when two are called alike, the whole name is asked for and nobody is sent a link in their place', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'));
    const twice = await room.says('solene', '/feuille 20 mars + Camille (son)');
    expect(twice.text).toBe('Plusieurs personnes s’appellent « Camille » : écris le prénom et le nom.');
    await room.says('solene', '/feuille 20 mars + Camille Bernard (son)');
    expect((await room.store.get(sheets, '2027-03-20'))?.value.crew.map((one) => one.person)).toEqual(['camille-b']);
    expect((await room.says('solene', '/feuille 20 mars régie : Wanda')).text).toContain(
      'Je ne vois pas qui est « Wanda »',
    );
  });
});

describe('in English', () => {
  it('when somebody who may not writes a change, or asks what stands there, every word of ours is English', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'));
    const refused = await room.says('ben', '/sheet 20 March soundcheck 4pm');
    expect(refused.text).toBe(
      'Only the tour manager of this date, booking and management can change the sheet. I can pass your remark on to them.',
    );
    expect((await room.says('ben', 'what time do we play?')).text).toBe(
      'Set, Sat 20 March (Le Fil, Saint-Étienne): 21:00',
    );
  });
});

describe('two who write at once', () => {
  it('when an hour was changed meanwhile, the one who says what it was is told what it is', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'));
    await room.says('nadia', '/feuille 20 mars balance 17h');
    await room.says('nadia', '/feuille 20 mars balance 16h au lieu de 17h');
    const late = await room.says('solene', '/feuille 20 mars balance 18h au lieu de 17h, repas 19h');
    expect(late.text).toContain('Balance : la feuille dit 16 h et non 17 h, je n’y touche pas. Si c’est bien 18 h');
    expect(late.text).toContain('Repas à 19 h');
  });
});

describe('questions', () => {
  it('when a question names a date, it is answered for that one and not for the next', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'), aDate('2027-03-27'));
    await room.says('nadia', '/feuille 20 mars repas 19h');
    await room.says('nadia', '/feuille 27 mars repas 20h');
    expect((await room.says('tom', 'on mange quand le 27 mars ?')).text).toContain(
      'sam. 27 mars (Le Fil, Saint-Étienne) : 20 h',
    );
    expect((await room.says('tom', 'on mange quand ?')).text).toContain('sam. 20 mars (Le Fil, Saint-Étienne) : 19 h');
  });

  it('when a named date is far ahead, it is answered; without a name, nothing months away is meant', async () => {
    const room = await openTroupe(bench(), aDate('2027-07-10'));
    expect((await room.says('tom', 'on joue à quelle heure le 10 juillet ?')).text).toContain(
      'sam. 10 juil. (Le Fil, Saint-Étienne) : 21 h',
    );
    expect((await room.says('tom', 'on joue quand ?')).text).not.toContain('10 juil.');
  });
});

describe('hours that cannot follow each other', () => {
  it('when the end comes before the set, it is noted and said; a set after midnight is nothing odd', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'));
    expect((await room.says('nadia', '/feuille 20 mars fin 14h')).text).toContain(
      'Fin de son à 14 h, et passage à 21 h : l’ordre m’étonne.',
    );
    expect((await room.says('nadia', '/feuille 20 mars repas 19h')).text).not.toContain('étonne');
    expect((await room.says('nadia', '/feuille 20 mars passage 0h30, fin 1h45')).text).not.toContain('étonne');
  });
});

describe('whoever books and does not travel', () => {
  it('when they name a date, they are answered from its sheet; without one they are not on the road', async () => {
    const room = await openTroupe(bench(), aDate('2027-03-20'));
    expect((await room.says('nadia', 'on joue quand le 20 mars ?')).text).toContain('Passage, sam. 20 mars');
    expect((await room.says('nadia', 'on joue quand ?')).text).not.toContain('Passage');
  });
});
