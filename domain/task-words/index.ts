export { isBareDone, isSameDoing, matchCompletion, saysDone, saysDoneOfIt } from './completion.ts';
export type { CalledTask } from './completion.ts';
export { readDue, readPutOff } from './due.ts';
export { matchPerson, readTaskLine } from './task-line.ts';
export type { NamedPerson } from './task-line.ts';
export { readLoneLater } from './lone-later.ts';
