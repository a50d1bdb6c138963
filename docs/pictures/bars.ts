import { box, outline, sign } from '../../documents/drawn.ts';
import { type Drawn } from '../../documents/drawn.ts';
import { type Kit } from './bubble.ts';
import { across, label, type Part } from './parts.ts';

const headHeight = 116;
const footHeight = 104;

function at(left: number, top: number, child: Drawn): Drawn {
  return box({ position: 'absolute', left, top }, [child]);
}

function bar(kit: Kit, top: number, height: number, line: 'top' | 'bottom'): Drawn[] {
  const { bar: background, barLine } = kit.look;
  const edge = line === 'top' ? top : top + height - 2;
  return [
    box({ position: 'absolute', left: 0, top, width: across, height, background }),
    box({ position: 'absolute', left: 0, top: edge, width: across, height: 2, background: barLine }),
  ];
}

/** Whom one is talking to. */
export function headBar(kit: Kit): Part {
  const { look, letters } = kit;
  const name = label(letters, 'Régie', { size: 32, weight: 600, color: '#101820' });
  const kind =
    look.subtitle === null ? null : label(letters, look.subtitle, { size: 24, weight: 400, color: '#8A96A0' });
  const initial = label(letters, 'R', { size: 36, weight: 600, color: '#FFFFFF' });
  const circle = { position: 'absolute', left: 76, width: 76, height: 76, borderRadius: 38, background: look.avatar };
  const back = sign(38, [outline('M21 6l-11 11l11 11', { stroke: look.accent })]);
  return {
    height: headHeight,
    at: (top) => [
      ...bar(kit, top, headHeight, 'bottom'),
      at(22, top + 40, back),
      box({ ...circle, top: top + 20 }),
      ...initial.at(76 + (76 - initial.width) / 2, top + 20, 76),
      ...name.at(172, top + (kind === null ? 20 : 20), kind === null ? 76 : 44),
      ...(kind?.at(172, top + 60, 36) ?? []),
    ],
  };
}

/** Where one writes. */
export function footBar(kit: Kit): Part {
  const { look, letters } = kit;
  const hint = label(letters, look.placeholder, { size: 30, weight: 400, color: '#9AA4AD' });
  const field = { position: 'absolute', left: 84, width: across - 168, height: 68, borderRadius: 34 };
  const plus = sign(40, [outline('M17 6v22M6 17h22', { stroke: look.accent, strokeWidth: 3 })]);
  const voice = sign(40, [
    outline('M17 5a4.5 4.5 0 0 1 4.5 4.5v6a4.5 4.5 0 0 1 -9 0v-6a4.5 4.5 0 0 1 4.5 -4.5z', {
      stroke: look.accent,
      strokeWidth: 3,
    }),
    outline('M8.5 16a8.5 8.5 0 0 0 17 0M17 25v5', { stroke: look.accent, strokeWidth: 3 }),
  ]);
  return {
    height: footHeight,
    at: (top) => [
      ...bar(kit, top, footHeight, 'top'),
      at(24, top + 34, plus),
      box({ ...field, top: top + 19, background: '#F1F3F5' }),
      ...hint.at(114, top + 19, 68),
      at(across - 64, top + 34, voice),
    ],
  };
}
