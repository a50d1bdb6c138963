export { readAvailabilityQuestion } from './availability-question.ts';
export { readBookingSentence } from './booking-sentence.ts';
export { readDealLine } from './deal-line.ts';
export { readNoteLine } from './note-line.ts';
export { readPipelineFilter } from './pipeline-filter.ts';
export type { BookingSentence, DaysFound, DealLine, Match, NoteLine, PipelineFilter, VenueMatch } from './types.ts';
