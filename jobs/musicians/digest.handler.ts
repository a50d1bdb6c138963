import { defineHandler } from '../../core/job.ts';
import { draftDigest } from '../../agency/digest/digest.ts';
import { digest } from './digest.job.ts';

/** The digest of one person, from what is true when it is written. */
export const digestHandler = defineHandler(digest, (step, { person }) => draftDigest(step, person));
