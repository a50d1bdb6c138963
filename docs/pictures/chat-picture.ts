import { box, type Drawn } from '../../documents/drawn.ts';
import { letters, type Letters } from '../../documents/letters.ts';
import { printer } from '../../documents/printer.ts';
import { dayOf, type Screen } from './chat.ts';
import { bubble, type Kit } from './bubble.ts';
import { footBar, headBar } from './bars.ts';
import { looks } from './looks.ts';
import { across, label, type Part } from './parts.ts';

/** Between two messages of one side, and where the side changes. */
const near = 10;
const apart = 22;

/** A screen as a PNG of 780 pixels across, as a telephone of 390 points shows it. */
export async function chatPicture(screen: Screen): Promise<Uint8Array> {
  const { png } = await printer();
  return png(chatDrawing(screen, await letters()), across);
}

function chatDrawing(screen: Screen, type: Letters): Drawn {
  const look = looks[screen.platform];
  const kit: Kit = { letters: type, look, telegram: screen.platform === 'telegram' };
  const parts = [headBar(kit), ...messageParts(kit, screen), gap(30), footBar(kit)];
  const drawn: Drawn[] = [];
  let top = 0;
  for (const part of parts) {
    drawn.push(...part.at(top));
    top += part.height;
  }
  const paper = { position: 'relative', width: across, height: Math.ceil(top), background: look.wall };
  return box({ ...paper, fontFamily: 'Inter' }, drawn);
}

function messageParts(kit: Kit, { messages }: Screen): Part[] {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const newDay = before === undefined || dayOf(before.at) !== dayOf(message.at);
    const space = newDay ? 18 : before?.own === message.own ? near : apart;
    return [...(newDay ? [chip(kit, dayOf(message.at))] : []), gap(space), bubble(kit, message)];
  });
}

function gap(height: number): Part {
  return { height, at: () => [] };
}

/** The day, in the middle. */
function chip(kit: Kit, day: string): Part {
  const { look } = kit;
  const text = label(kit.letters, day, { size: 24, weight: 600, color: look.chip.ink });
  const width = text.width + 36;
  const left = (across - width) / 2;
  return {
    height: 66,
    at: (top) => [
      box({
        position: 'absolute',
        left,
        top: top + 22,
        width,
        height: 44,
        borderRadius: 22,
        background: look.chip.fill,
      }),
      ...text.at(left + 18, top + 22, 44),
    ],
  };
}
