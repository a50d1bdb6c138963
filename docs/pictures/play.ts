import { type Log } from '../../core/log.ts';
import { shows } from '../../core/records/agency.ts';
import { joinTelegram } from '../../demo/cast.ts';
import { setStage, type Stage } from '../../demo/stage.ts';
import { knownSheet } from '../../agency/road/known-sheet.ts';
import { type SheetView } from '../../documents/sheet-view.ts';
import { sheetView } from '../../jobs/touring/sheet-view.ts';
import { type Screen } from './chat.ts';
import { absences, deal, everybodyJoins, task } from './office-scenes.ts';
import { coordinates, dayAfter, dayItself, sheet } from './road-scenes.ts';
import { type Play } from './scene.ts';

/** What the pictures of the guides are drawn from. */
export interface Played {
  /** Screens by the names of their pictures. */
  readonly screens: ReadonlyMap<string, Screen>;
  /** The day sheet of the date that is played, as somebody in the band gets it on paper. */
  readonly sheet: SheetView;
}

/**
 * Plays short scenes of the product against the emulated platforms and takes the screens of those who play. What happens
 * does not depend on the day nor on the machine. `redisUrl` is the store to use instead of a private one.
 */
export async function playPictures(options: {
  readonly dataDir: string;
  readonly log: Log;
  readonly redisUrl?: string;
}): Promise<Played> {
  const stage = await setStage({ ...options, artistBots: [] });
  try {
    const cast = { stage, people: {}, group: 0, tell: () => undefined };
    const solene = await joinTelegram(stage, 'solene-le-bihan', 'Solène');
    const play: Play = { stage, cast, solene, taken: new Map() };
    for (const scene of [everybodyJoins, absences, deal, task, sheet, dayItself, dayAfter, coordinates])
      await scene(play);
    return { screens: play.taken, sheet: await sheetOf(stage) };
  } finally {
    await stage.stop();
  }
}

async function sheetOf(stage: Stage): Promise<SheetView> {
  const services = await stage.product.runtime.services();
  const dates = await services.store.all(shows);
  const date = dates.find(({ value }) => value.day === '2026-12-12' && value.artist === 'gribitch');
  const known = date === undefined ? null : await knownSheet(services, date.value.id);
  if (known === null) throw new Error('the date that is played has no sheet');
  return sheetView(services, services.textsOf('fr'), known, 'tom-garnier');
}
