import { type Mailer } from '../../core/mail.ts';

/** The mailer of an installation without e-mail: it says so, and whoever asked notes that somebody could not be reached. */
export const mailOff: Mailer = { send: async () => ({ type: 'off' }) };
