import { type Pages } from '../../web/pages.ts';

/** Pages behind which there is nothing. */
export const noPages: Pages = {
  calendar: async () => ({ type: 'unknown' }),
  sheet: async () => ({ type: 'unknown' }),
};
