export { readAvailabilityQuestion } from './availability-question.ts';
export { readBookingSentence } from './booking-sentence.ts';
export { readDealLine } from './deal-line.ts';
export { readNoteLine } from './note-line.ts';
export { readPipelineFilter } from './pipeline-filter.ts';
export type {
  AvailabilityQuestion,
  BookingSentence,
  DaysFound,
  DaysNamed,
  DealLine,
  Known,
  KnownArtist,
  KnownVenue,
  Match,
  NoteLine,
  PipelineFilter,
  PriceSaid,
  VenueMatch,
} from './types.ts';
