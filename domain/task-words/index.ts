export { isBareDone, matchCompletion, saysDone } from './completion.ts';
export type { CalledTask, CompletionMatch } from './completion.ts';
export { readDue, readPutOff } from './due.ts';
export type { Due } from './due.ts';
export { matchPerson, readTaskLine } from './task-line.ts';
export type { KnownPerson, NamedPerson, NameMatch, TaskLine } from './task-line.ts';
