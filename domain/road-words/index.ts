export { readSheetLine } from './sheet-line.ts';
export type {
  DayQuestion,
  Feedback,
  SheetChange,
  SheetContext,
  SheetLine,
  ShowNamed,
  Trouble,
  TroubleType,
} from './types.ts';
