import { availability } from './availability.ts';

/** Every bench by its name: what it measures, given as something to print. */
const benches: ReadonlyMap<string, () => object> = new Map([['availability', availability]]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.has(name));
if (asked.length === 0 || unknown.length > 0) {
  console.error(`usage: npm run bench -- <name>…, names: ${[...benches.keys()].join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of asked) console.log(JSON.stringify({ bench: name, ...benches.get(name)?.() }, null, 2));
}
