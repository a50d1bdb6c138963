import { availability } from './availability.ts';
import { fanout } from './fanout.ts';

/** Every bench by its name: what it measures, given as something to print. */
const benches: ReadonlyMap<string, () => object | Promise<object>> = new Map<string, () => object | Promise<object>>([
  ['availability', availability],
  ['fanout', fanout],
]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.has(name));
if (asked.length === 0 || unknown.length > 0) {
  console.error(`usage: npm run bench -- <name>…, names: ${[...benches.keys()].join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of asked) console.log(JSON.stringify({ bench: name, ...(await benches.get(name)?.()) }, null, 2));
}
