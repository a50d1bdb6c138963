import { about, settings, type About } from './settings.ts';

interface Described extends About {
  readonly name: string;
}

function described(): Described[] {
  return Object.entries(settings.shape).flatMap(([name, schema]) => {
    const facts = about.get(schema);
    return facts === undefined ? [] : [{ name, ...facts }];
  });
}

/** The settings under their headings, in the order of the schema. */
function byGroup(): [string, Described[]][] {
  const all = described();
  const groups = new Set(all.map(({ group }) => group));
  return [...groups].map((group) => [group, all.filter((setting) => setting.group === group)]);
}

function fallbackOf(setting: Described): string | null {
  return setting.fallback === undefined || setting.fallback === '' ? null : setting.fallback;
}

/** The committed `.env.example`: every setting blank, so that a copy of it starts the product as it is. */
export function renderEnvExample(): string {
  const lines = [
    '# Settings of Régie. Copy this file to .env and fill in what you need: blank means unset, and everything may stay blank.',
    '# Written by "npm run docs" from config/settings.ts.',
  ];
  for (const [group, members] of byGroup()) {
    lines.push('', `# ${group}`, '');
    for (const setting of members) lines.push(...envLines(setting));
  }
  return `${lines.join('\n')}\n`;
}

function envLines(setting: Described): string[] {
  const fallback = fallbackOf(setting);
  return [
    `# ${setting.what}`,
    ...(setting.where === undefined ? [] : [`#   From: ${setting.where}`]),
    ...(fallback === null ? [] : [`#   When unset: ${fallback}`]),
    `${setting.name}=`,
  ];
}

/** The committed page of variables, `docs/variables.md`. */
export function renderVariablesPage(): string {
  const lines = [
    '# Variables',
    '',
    'Everything Régie is told from outside, read at start from the environment and from a `.env` file in the working directory (the environment',
    'wins). Blank means unset. A setting that is wrong stops the start; all of them are named at once, and no value is ever shown. A service that',
    'is left out is off: `npm run regie -- doctor` says what that costs.',
    '',
    'This page and `.env.example` are written by `npm run docs`.',
  ];
  for (const [group, members] of byGroup()) {
    lines.push(
      '',
      `## ${group}`,
      '',
      '| Variable | What for | When unset | Secret |',
      '|---|---|---|---|',
      ...members.map(row),
    );
  }
  return `${lines.join('\n')}\n`;
}

function row(setting: Described): string {
  const fallback = fallbackOf(setting);
  const text = setting.where === undefined ? setting.what : `${setting.what}<br>From: ${setting.where}`;
  return `| \`${setting.name}\` | ${text} | ${fallback === null ? '' : `\`${fallback}\``} | ${setting.secret === true ? 'yes' : ''} |`;
}
