import { instantOf, parseDay } from '../../domain/day.ts';
import { type OnSignal, type OnTelegram } from '../../demo/cast.ts';
import { zone, type Cast } from '../../demo/scene.ts';
import { type Stage } from '../../demo/stage.ts';
import { type Screen } from './chat.ts';
import { signalScreen, telegramScreen } from './screens.ts';

/** What the scenes are played with, and the screens taken so far, by the names of their pictures. */
export interface Play {
  readonly stage: Stage;
  readonly cast: Cast;
  /** The régisseur of the date that is played. */
  readonly solene: OnTelegram;
  readonly taken: Map<string, Screen>;
}

/** One part of what is played; it takes screens on the way. */
export type PictureScene = (play: Play) => Promise<void>;

/** Somebody's screen as it is now. */
export function screenOf(stage: Stage, who: OnTelegram | OnSignal): Screen {
  return 'id' in who ? telegramScreen(stage, who.id, who.name) : signalScreen(stage, who.name);
}

/** Begins a picture of somebody's chat; what stands there already is not in it. The end takes what is there then. */
export function watch(
  { stage, taken }: Play,
  who: OnTelegram | OnSignal,
): (name: string, most?: number) => Promise<void> {
  const before = screenOf(stage, who).messages.length;
  return async (name, most) => {
    await settled(stage);
    const screen = screenOf(stage, who);
    const messages = screen.messages.slice(before, most === undefined ? undefined : before + most);
    if (messages.length === 0) throw new Error(`nothing to be seen on ${name}`);
    taken.set(name, { ...screen, messages });
  };
}

/** Lets everything that is under way arrive. */
export async function settled(stage: Stage): Promise<void> {
  await stage.moveTo(stage.now() + 1500);
}

/** Waits until Régie has written it to somebody; time goes on meanwhile, so that a turn that has to wait comes. */
export async function reads({ stage }: Play, who: OnTelegram | OnSignal, expected: RegExp): Promise<void> {
  for (let left = 20; left > 0; left -= 1) {
    await settled(stage);
    if (who.sees().some(({ from, text }) => from === 'Régie' && expected.test(text))) return;
  }
  throw new Error(`${who.name} does not read ${expected.source}`);
}

/** Somebody writes, and Régie answers. */
export async function writes(play: Play, who: OnTelegram | OnSignal, words: string, answer: RegExp): Promise<void> {
  who.write(words);
  await reads(play, who, answer);
}

/** Moves to an hour of the agency; a second later, so that what is due then has come. */
export async function moveTo({ stage }: Play, text: string, time: string): Promise<void> {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  await stage.moveTo(instantOf(day, time, zone) + 1000);
}
