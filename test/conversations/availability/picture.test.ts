import { beforeEach, describe, expect, it } from 'vitest';
import { type MonthSheet } from '../../../documents/month-layout.ts';
import { type JobStep } from '../../../core/job.ts';
import { charactersOf } from '../../../core/text.ts';
import { monthPictureHandler, monthPictureWith } from '../../../jobs/booking/month-picture.handler.ts';
import { openCompany } from '../../support/company.ts';
import { benches } from '../../support/store.ts';
import { jobStep } from '../../support/turn.ts';
import { away, hold, openDesk, show, spoke, type Desk } from './desk.ts';

const bench = benches();
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(bench());
  await desk.save(
    ...spoke(['lea', 'tom', 'malo'], '2027-03', '2027-04'),
    show('gribitch', 'la-vapeur', '2027-04-09'),
    show('nuit-ferree', 'l-aeronef', '2027-04-17'),
    hold('gribitch', 'le-fil', '2027-04-24'),
    away('tom', ['2027-04-26']),
    away('malo', ['2027-04-30'], 'un secret'),
  );
});

/** Runs the job of a press by hand, the world outside left out, which it does not use. */
async function drawn(
  who: string,
  handler = monthPictureHandler,
): Promise<Awaited<ReturnType<typeof monthPictureHandler.run>>> {
  await desk.says(who, '/dispo gribitch avril');
  const [job] = (await desk.presses(who, 'Image : avril')).jobs;
  return handler.run(stepOf(), job?.payload);
}

function stepOf(): JobStep {
  return jobStep(desk.services());
}

describe('the month as a picture', () => {
  it('when somebody who books the act asks, a photo goes out with the free dates in words', async () => {
    const [file] = (await drawn('nadia')).outbound ?? [];
    if (file?.operation.type !== 'file') throw new Error('no file was sent');
    const { operation } = file;
    expect(operation).toMatchObject({ name: 'Gribitch 2027-04.png', mime: 'image/png', as: 'photo' });
    expect(Buffer.from(operation.data, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(charactersOf(operation.caption)).toBe(
      'Gribitch, avril 2027\nLibre : jeu. 1er au jeu. 8, sam. 10 au ven. 16, dim. 18 au ven. 23, dim. 25, mar. 27 au jeu. 29',
    );
  });

  it('when somebody who plays in the act asks, no cell carries a word and no state tells who was away', async () => {
    const sheets: MonthSheet[] = [];
    const keeping = monthPictureWith(async (sheet) => {
      sheets.push(sheet);
      return Uint8Array.of(1);
    });
    await drawn('lea', keeping);
    await drawn('nadia', keeping);
    const [member, booker] = sheets;
    expect(member?.days.filter(({ label }) => label !== null)).toEqual([]);
    expect(new Set(member?.days.map(({ state }) => state))).toEqual(new Set(['free', 'taken', 'elsewhere', 'option']));
    expect(booker?.days.filter(({ label }) => label !== null).map(({ day, label }) => `${day} ${label}`)).toEqual([
      '2027-04-09 La Vapeur',
      '2027-04-17 Malo',
      '2027-04-24 opt. 1 Le Fil',
      '2027-04-26 Tom',
      '2027-04-30 Malo',
    ]);
    expect(booker?.footer).toBe('Vu le mer. 10 mars à 13 h 00');
    expect(JSON.stringify(sheets)).not.toMatch(/secret|Nuit/);
  });

  it('when rights are gone before it is drawn, no picture goes out', async () => {
    await desk.says('nadia', '/dispo gribitch avril');
    const [job] = (await desk.presses('nadia', 'Image : avril')).jobs;
    await desk.change({ ...desk.person('nadia'), roles: ['employee'] });
    const draft = await monthPictureHandler.run(stepOf(), job?.payload);
    expect((draft.outbound ?? []).map(({ operation }) => operation.type)).toEqual(['send']);
    expect(JSON.stringify(draft)).not.toMatch(/Libre|avril/);
  });

  it('when drawing fails, the dates come in words and nobody is woken', async () => {
    const failing = monthPictureWith(async () => {
      throw new Error('no ink');
    });
    const draft = await drawn('nadia', failing);
    const [message] = draft.outbound ?? [];
    if (message?.operation.type !== 'send') throw new Error('nothing was said');
    expect(charactersOf(message.operation.text)).toMatch(
      /^Je n’ai pas réussi à dessiner le mois\. Le voici en mots :\nGribitch, avril 2027\nLibre : jeu\. 1er/,
    );
    expect(draft.writes ?? []).toEqual([]);
  });
});

describe('through the platforms', () => {
  it('when a booker asks on Telegram and on Signal, a photo and an attachment arrive; a stranger gets nothing', async () => {
    const company = await openCompany();
    try {
      const nadia = await company.telegram('nadia-benali');
      await nadia.say('/dispo gribitch mars');
      expect(nadia.last().text).toMatch(/^Gribitch, mars 2027\n/);
      await nadia.press('Image : mars');
      expect(nadia.last().file).toMatchObject({ kind: 'photo' });
      const marc = await company.signal('marc-delaunay');
      await marc.say('/dispo gribitch mars');
      const card = marc.read().findLast((message) => message.text.includes('Gribitch, mars 2027'));
      await marc.say(/(\d+)\. Image : mars/.exec(card?.text ?? '')?.[1] ?? '-');
      expect(
        marc
          .read()
          .flatMap((message) => message.files)
          .map(({ contentType }) => contentType),
      ).toEqual(['image/png']);
      const stranger = company.stranger();
      await stranger.say('Gribitch est libre quand en mars ?');
      expect(stranger.screen()).not.toMatch(/Libre|mars/);
    } finally {
      await company.stop();
    }
  });
});
