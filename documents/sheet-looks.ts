/** The colours of a day sheet: dark on light, so that it is read on paper, on a door and in the sun. */
export const inks = {
  ink: '#16202B',
  pale: '#52606D',
  night: '#16324F',
  line: '#CBD3DB',
  /** Behind the hours that people look for first. */
  strong: '#E4EDF6',
  /** What nobody knows yet. */
  open: '#8A4B00',
  openPaper: '#FFF4DC',
  openLine: '#E2A93B',
  paper: '#FFFFFF',
} as const;
