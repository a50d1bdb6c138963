export { readDayQuestion } from './question.ts';
export { readFeedback } from './feedback.ts';
export { readSheetLine } from './sheet-line.ts';
export { readTrouble } from './trouble.ts';
export type { DayQuestion, Feedback, SheetChange, SheetLine, Trouble } from './types.ts';
