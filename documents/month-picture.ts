import { monthLayout, pageWidth, type MonthSheet } from './month-layout.ts';
import { printer } from './printer.ts';

/** A month sheet as a PNG of 1,080 pixels across, high enough for its weeks and its legend. */
export async function monthPicture(month: MonthSheet): Promise<Uint8Array> {
  const { png } = await printer();
  return png(monthLayout(month), pageWidth);
}
