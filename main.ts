import { createInterface } from 'node:readline';
import { environment } from './config.ts';
import { runProgram } from './cli/program.ts';

const input = { [Symbol.asyncIterator]: () => createInterface({ input: process.stdin })[Symbol.asyncIterator]() };

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
process.stdout.on('error', () => process.exit(0));

const code = await runProgram(process.argv.slice(2), environment(), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  input,
});
// Ends even while something of a library still waits; everything of ours has been closed by now.
process.exit(code);
