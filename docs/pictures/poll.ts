import { box, outline, sign, type Drawn } from '../../documents/drawn.ts';
import { type ShownPoll } from './chat.ts';
import { type Kit } from './bubble.ts';
import { type Side } from './looks.ts';
import { fittingLabel, label } from './parts.ts';

const rowHeight = 78;
const headHeight = 88;

/** A poll with one's own vote, as it stands in a bubble of that width. */
export function pollPart(
  kit: Kit,
  { question, options }: ShownPoll,
  side: Side,
  width: number,
): { readonly width: number; readonly height: number; readonly at: (left: number, top: number) => readonly Drawn[] } {
  const { letters, look } = kit;
  const title = fittingLabel(letters, question, { size: 31, weight: 600, color: side.ink }, width);
  const hint = label(letters, 'Sondage · Sélectionner une option', { size: 23, weight: 400, color: side.pale });
  const rows = options.map((option) => ({
    ...option,
    words: fittingLabel(letters, option.text, { size: 29, weight: 400, color: side.ink }, width - 110),
    count: label(letters, option.chosen ? '1' : '0', { size: 26, weight: 400, color: side.pale }),
  }));
  const track = { position: 'absolute', height: 10, borderRadius: 5 };
  return {
    width,
    height: headHeight + rows.length * rowHeight,
    at: (left, top) => [
      ...title.at(left, top, 44),
      ...hint.at(left, top + 42, 34),
      ...rows.flatMap(({ words, count, chosen }, index) => {
        const y = top + headHeight + index * rowHeight;
        return [
          circle(left, y + 4, chosen, look.accent, side.pale),
          ...words.at(left + 58, y, 46),
          ...count.at(left + width - count.width, y, 46),
          box({ ...track, left: left + 58, top: y + 52, width: width - 58, background: '#D6DADF' }),
          ...(chosen
            ? [box({ ...track, left: left + 58, top: y + 52, width: width - 58, background: look.accent })]
            : []),
        ];
      }),
    ],
  };
}

function circle(left: number, top: number, chosen: boolean, accent: string, pale: string): Drawn {
  const round = outline('M17 3a14 14 0 1 0 0.01 0', chosen ? { fill: accent } : { stroke: pale, strokeWidth: 3 });
  const tick = outline('M10 17l5 5l9 -10', { stroke: '#FFFFFF', strokeWidth: 4 });
  return box({ position: 'absolute', left, top }, [sign(38, chosen ? [round, tick] : [round])]);
}
